"""Which rules to run: presets by name, and single rules by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mingwen.errors import UsageError
from mingwen.linting.audits import Audit
from mingwen.linting.audits import load as load_audits
from mingwen.linting.rule import RULES, Rule
from mingwen.linting.words import nearest
from mingwen.model import Text

# Level AAA, one h1 a page, which no norm asks for, and guesses that ask too often.
STRICT = frozenset(
    {
        "contrast-enhanced",
        "heading-topic",
        "image-words",
        "img-descriptive",
        "link-alone",
        "links-same-name",
        "meta-refresh-none",
        "one-h1",
    }
)
# What only people can answer would flood the first run over an old site; it waits until the failures are mended.
LATER = STRICT | {"duplicate-title", "heading-order", "link-purpose", "links-same-context", "th-name", "th-scope"}

Check = Rule | Audit
PRESETS: dict[str, Callable[[Check], bool]] = {
    "推荐": lambda check: check.id not in STRICT,
    "严格": lambda check: True,
    "旧站": lambda check: check.level == "failure" and check.id not in LATER,
    "act": lambda check: isinstance(check, Rule) and bool(check.act),
}
ENGLISH = {"recommended": "推荐", "strict": "严格", "legacy": "旧站"}
DEFAULT = "推荐"


def choose(
    preset: str = DEFAULT, only: Iterable[str] = (), skip: Iterable[str] = ()
) -> tuple[tuple[Rule, ...], tuple[Audit, ...]]:
    """The rules and audits of a preset, or `only` those named; `skip` is taken away from either.

    Raises UsageError for a preset or id that is not there, and says which is nearest.
    """
    every: dict[str, Check] = {**RULES, **load_audits()}
    only, skip = tuple(only), frozenset(skip)
    for id_ in (*only, *skip):
        if id_ not in every:
            raise unknown(Text("规则", "rule"), id_, every)
    name = ENGLISH.get(preset, preset)
    if name not in PRESETS:
        raise unknown(Text("规则组", "preset"), preset, (*PRESETS, *ENGLISH))
    chosen = [every[id_] for id_ in dict.fromkeys(only)] if only else [it for it in every.values() if PRESETS[name](it)]
    kept = [it for it in chosen if it.id not in skip]
    return tuple(it for it in kept if isinstance(it, Rule)), tuple(it for it in kept if isinstance(it, Audit))


def unknown(kind: Text, word: str, known: Iterable[str]) -> UsageError:
    """The error for a preset or rule that is not there, with the nearest that is."""
    near = nearest(word, known)
    return UsageError(
        None,
        Text(f"没有叫“{word}”的{kind.zh}", f"There is no {kind.en} {word!r}"),
        Text(f"是不是 {near}？全部见 mingwen rules", f"Is {near} meant? mingwen rules lists all"),
    )
