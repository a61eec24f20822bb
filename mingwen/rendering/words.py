"""The words of the interface: `t(key, **values)` looks one up in words.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mingwen.model import Lang, Text


class UnknownWordError(LookupError):
    """A template asks for a word that words.toml does not have, or leaves one of its gaps empty."""


def lang_of(tag: str) -> Lang:
    """Which of our two languages a page in `tag` (BCP 47) speaks; what is not Chinese gets English."""
    return "zh" if tag.lower().split("-")[0] == "zh" else "en"


def speaker(words: Mapping[str, Text], lang: Lang) -> Callable[..., str]:
    """The function `t` of templates in one language."""

    def t(key: str, **values: object) -> str:
        try:
            return words[key].of(lang).format(**values)
        except KeyError as error:
            raise UnknownWordError(key if key not in words else f"{key}: {{{error.args[0]}}}") from None

    return t
