"""繁體版: a page in simplified characters → the same in traditional ones, by OpenCC's phrases (extra `hant`).

Words on the page and the attributes that people read or hear are converted; addresses, ids and code are not. Each
character gives one character, so that the speech script of the document still fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from mingwen.errors import MingwenError
from mingwen.model import Settings, Text

TOKEN = re.compile(r"<!--.*?-->|<(?P<tag>/?[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>|(?P<text>[^<]+|<)", re.S)
SPOKEN = re.compile(r'(?<=\s)(alt|title|aria-label|aria-description|placeholder|label|content|data-[a-z-]+)="([^"]*)"')
LANG = re.compile(r'(?<=\s)(lang|hreflang)="zh(?:-(?:CN|SG|Hans|Hans-CN))?"')
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
VERBATIM = ("script", "style")


def ready() -> None:
    """Raises MingwenError with the command that helps where OpenCC is not installed."""
    try:
        import opencc  # noqa: F401 - only whether it is there
    except ImportError:
        raise MingwenError(
            None,
            Text("设置了 hant = true（繁體版），但没有安装 OpenCC", "hant = true needs OpenCC, which is not installed"),
            Text("请运行：pip install 'mingwen[hant]'", "Run: pip install 'mingwen[hant]'"),
        ) from None


def traditional(html: str, settings: Settings) -> str:
    """The page in traditional characters, marked as zh-Hant."""
    convert = _converter(settings.hant_region, settings.hant_words)
    parts: list[str] = []
    verbatim = False
    for token in TOKEN.finditer(html):
        tag, text = token["tag"], token["text"]
        if tag:
            name = re.split(r"[\s/>]", tag.lstrip("/"), maxsplit=1)[0].lower()
            verbatim = name in VERBATIM and not tag.startswith("/")
            parts.append(_tag(token[0], convert) if "=" in tag else token[0])
        else:
            parts.append(convert(text) if text and not verbatim else token[0])
    return "".join(parts)


def _tag(tag: str, convert: Callable[[str], str]) -> str:
    tag = LANG.sub(lambda found: f'{found[1]}="zh-Hant"', tag)
    return SPOKEN.sub(lambda found: f'{found[1]}="{convert(found[2])}"', tag)


@lru_cache(maxsize=4)
def _converter(region: str, words: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    """Text → text. The site's own words come before OpenCC's phrases; a result of another length is not taken."""
    from opencc import OpenCC

    cc: Any = OpenCC(f"s2{region}")
    own = dict(words)
    cut = (
        re.compile("(" + "|".join(re.escape(word) for word in sorted(own, key=len, reverse=True)) + ")")
        if own
        else None
    )

    def plain(text: str) -> str:
        if not HAN.search(text):
            return text
        converted = str(cc.convert(text))
        return converted if len(converted) == len(text) else "".join(map(_same_length, text))

    def _same_length(character: str) -> str:
        converted = str(cc.convert(character))
        return converted if len(converted) == 1 else character

    def convert(text: str) -> str:
        return "".join(own.get(part) or plain(part) for part in cut.split(text)) if cut else plain(text)

    return convert
