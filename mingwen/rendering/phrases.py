"""Where lines may break: between the phrases of a title or heading, and not inside a span of time.

Browsers break Chinese between any two characters. In headings, of a few large characters a line, that tears words, so
the phrases are found when the page is made (BudouX: a small trained model) and a stylesheet keeps them whole. The
model errs towards too many breaks, and a character alone is no phrase: it stays with its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from html import unescape

from markupsafe import Markup, escape

_HAN = re.compile(r"[\u3400-\u9fff]")
_ENDS = frozenset("，。、；：？！）》〉”’】〕…％%—")
_STARTS = frozenset("（《〈“‘【〔")
#: Of a heading, alone: 一、 （一） 1. （1）
_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十百\d]+[）)、.．]")
#: Words that the model tears, and one name that must never be torn.
_KEPT = re.compile(
    "(习近平|贯彻|新时代|应急响应|应急|招生|入学|不动产|助企纾困|扫码|一网通办|保险金|错误|换领|法治思想|学习|振兴|"
    "营商环境|服务站点|领导|总结|标准|抽检|调研组|事务所|保护|审批|许可)"
)
#: So short that no screen breaks it: a line of 320 CSS px at 40 px a character.
_SHORT = 7
#: 8:30—12:00, 2021—2025年: a dash may end a line, and that is the wrong place here.
_SPAN = r"\d[\d:：.]*(?:—|–|～)\d[\d:：.]*[年月日时]?"
#: What every span has; most bodies have none.
_DASHES = "—–～"
_PARTED = re.compile(rf"[{_DASHES}]\d")
_HEADING = re.compile(r"(<h[2-5](?: [^>]*)?>)([^<]+)(?=</h[2-5]>)")
_TAG_OR_SPAN = re.compile(rf"<[^>]*>|{_SPAN}")
_SPAN_OR_DAY = re.compile(rf"{_SPAN}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日")


@lru_cache(maxsize=8192)
def phrased(text: str) -> Markup:
    """The text with a place to break after each phrase, in a span that tells the stylesheet so; others as they are."""
    pieces = phrases(text) if len(text) > _SHORT and _HAN.search(text) else (text,)
    if len(pieces) == 1:
        return escape(text)
    return Markup('<span class="ph">{}</span>').format(Markup("<wbr>").join(map(escape, pieces)))


def phrases(text: str) -> tuple[str, ...]:
    """The text in pieces that should not be torn.

    >>> phrases("样例市法律援助便民服务办法")
    ('样例市', '法律', '援助', '便民', '服务', '办法')
    """
    joined: list[str] = []
    for piece in _pieces(text):
        if joined and _belong(joined[-1], piece):
            joined[-1] += piece
        else:
            joined.append(piece)
    return tuple(joined)


def _pieces(text: str) -> Iterator[str]:
    for at, part in enumerate(_KEPT.split(text)):
        if at % 2:
            yield part
        elif part:
            yield from _parser()(part)


def _belong(before: str, piece: str) -> bool:
    if piece[0] in _STARTS:
        return False
    if len(piece) == 1 or len(before) == 1 or _NUMBER.fullmatch(before):
        return True
    return piece[0] in _ENDS or before[-1] in _STARTS or (_plain(before[-1]) and _plain(piece[0]))


def _plain(character: str) -> bool:
    return character.isascii() and character.isalnum()


@lru_cache(maxsize=512)
def whole(text: str) -> Markup:
    """The text with each span of time or years, and each day, in one piece."""
    return Markup(_SPAN_OR_DAY.sub(_piece, str(escape(text))))  # noqa: S704 - escaped, and tags of ours


@lru_cache(maxsize=16)
def body(html: str) -> str:
    """A body with its headings in phrases and its spans whole; lines stay lines. Kept: its modes share it."""
    return _HEADING.sub(lambda found: found[1] + str(phrased(unescape(found[2]))), _spans(html))


def plain(text: str) -> Markup:
    """What stands in for `phrased` where characters are exchanged later, by phrases that a break would hide."""
    return escape(text)


def _spans(html: str) -> str:
    if not any(dash in html for dash in _DASHES) or not _PARTED.search(html):
        return html
    return _TAG_OR_SPAN.sub(lambda found: found[0] if found[0][0] == "<" else _piece(found), html)


def _piece(found: re.Match[str]) -> str:
    return f'<span class="whole">{found[0]}</span>'


@cache
def _parser() -> Callable[[str], list[str]]:
    import budoux

    parse: Callable[[str], list[str]] = budoux.load_default_simplified_chinese_parser().parse
    return parse
