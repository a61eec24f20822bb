"""Media: the screen and the reader's wishes, and whether a media query holds for them (Media Queries level 4 and 5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mingwen.linting.css.lengths import measure
from mingwen.linting.css.scan import DEEPEST, NUMBER, depth, split


@dataclass(frozen=True, slots=True)
class Media:
    """A state of the reader's system. `width` and `height` are the viewport's in CSS px."""

    width: float = 1280
    height: float = 720
    scheme: Literal["light", "dark"] = "light"
    contrast: Literal["no-preference", "more", "less", "custom"] = "no-preference"
    forced_colors: bool = False
    reduced_motion: bool = False
    kind: Literal["screen", "print"] = "screen"


TOKEN = re.compile(r"\s*(\(|\)|>=|<=|[<>=:/]|(?:calc|min|max|clamp)\((?:[^()]|\([^()]*\))*\)|[^\s()<>=:/]+)")
UNITS = {"em": 16.0, "rem": 16.0, "ch": 8.0, "ex": 8.0}
FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}


@lru_cache(maxsize=4096)
def holds(query: str, media: Media) -> bool:
    """Whether a list of media queries holds; what is not understood does not. An empty list holds."""
    if not query.strip():
        return True
    if depth(query) > DEEPEST:
        return False
    return any(one(each, media) for each in split(query.lower()))


def one(query: str, media: Media) -> bool:
    """Whether a single query holds."""
    words = TOKEN.findall(query)
    negated = False
    if words[:1] in (["not"], ["only"]) and words[1:2] not in ([], ["("]):
        negated = words.pop(0) == "not"
    answer: bool | None = True
    if words and words[0] not in {"(", "not"}:
        kind = words.pop(0)
        if kind in {"not", "and", "or", "only"} or not kind.isidentifier():
            return False
        answer = kind in {"all", media.kind}
        if words and words.pop(0) != "and":
            return False
    if words:
        reader = Reader(words, media)
        inside = reader.condition()
        if reader.rest:
            return False
        answer = both(answer, inside)
    if answer is None:
        return False
    return answer != negated


def both(one: bool | None, other: bool | None) -> bool | None:
    """Kleene's and: None is what is not known."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


class Reader:
    """Reads a condition: not, and, or, brackets, features. None is unknown."""

    def __init__(self, words: list[str], media: Media) -> None:
        self.rest = words[::-1]
        self.media = media

    def next(self) -> str:
        return self.rest.pop() if self.rest else ""

    def ahead(self) -> str:
        return self.rest[-1] if self.rest else ""

    def condition(self) -> bool | None:
        if self.ahead() == "not":
            self.next()
            inner = self.group()
            return None if inner is None else not inner
        answer = self.group()
        while (word := self.ahead()) in {"and", "or"}:
            self.next()
            if self.ahead() == "not":
                return None
            other = self.group()
            if word == "and":
                answer = both(answer, other)
            else:
                answer = True if True in (answer, other) else None if None in (answer, other) else False
        return answer

    def group(self) -> bool | None:
        if self.next() != "(":
            self.rest.clear()
            return None
        if self.ahead() in {"(", "not"}:
            answer = self.condition()
            self.next()
            return answer
        words = []
        while self.rest and self.ahead() != ")":
            words.append(self.next())
        self.next()
        return feature(words, self.media)


def feature(words: list[str], media: Media) -> bool | None:
    """(name), (name: value), (name >= value), (value < name <= value)."""
    signs = [at for at, word in enumerate(words) if word in FLIPPED]
    if len(words) >= 3 and words[1] == ":":
        name, value = words[0], "".join(words[2:])
        for prefix, sign in (("min-", ">="), ("max-", "<=")):
            if name.startswith(prefix):
                return compare(name.removeprefix(prefix), sign, value, media)
            if name.startswith("-webkit-" + prefix):
                return compare(name.removeprefix("-webkit-" + prefix), sign, value, media)
        return compare(name, "=", value, media)
    if not signs:
        return plain(words[0], media) if len(words) == 1 else None
    if len(signs) == 1:
        left, sign, right = "".join(words[: signs[0]]), words[signs[0]], "".join(words[signs[0] + 1 :])
        if left in RANGES:
            return compare(left, sign, right, media)
        return compare(right, FLIPPED[sign], left, media) if right in RANGES else None
    if len(signs) == 2:
        low, name, high = (
            "".join(words[: signs[0]]),
            "".join(words[signs[0] + 1 : signs[1]]),
            "".join(words[signs[1] + 1 :]),
        )
        return both(
            compare(name, FLIPPED[words[signs[0]]], low, media),
            compare(name, words[signs[1]], high, media),
        )
    return None


RANGES = frozenset({"width", "height", "device-width", "device-height", "aspect-ratio", "device-aspect-ratio",
                    "resolution", "color", "color-index", "monochrome", "device-pixel-ratio"})  # fmt: skip


def compare(name: str, sign: str, value: str, media: Media) -> bool | None:
    """Whether a feature of this media stands so to the value; None where that has no meaning."""
    if name not in RANGES:
        return value in words(name, media) if sign == "=" and words(name, media) else None
    wanted = amount(name, value)
    if wanted is None:
        return None
    found = figure(name, media)
    return {
        "=": found == wanted,
        "<": found < wanted,
        "<=": found <= wanted,
        ">": found > wanted,
        ">=": found >= wanted,
    }[sign]


def figure(name: str, media: Media) -> float:
    """The number that a range feature has in this state."""
    name = name.removeprefix("device-")
    ratio = media.width / media.height if media.height else 0.0
    known = {"width": media.width, "height": media.height, "aspect-ratio": ratio, "color": 8.0, "monochrome": 0.0}
    return known.get(name, 0.0 if name == "color-index" else 1.0)


def amount(name: str, value: str) -> float | None:
    """A value of a range feature as a number; None for what is none."""
    if name.endswith("aspect-ratio"):
        found = re.fullmatch(rf"({NUMBER})(?:/({NUMBER}))?", value)
        return float(found[1]) / (float(found[2] or 1) or 1e-9) if found else None
    if name == "resolution":
        found = re.fullmatch(rf"({NUMBER})(dppx|x|dpi|dpcm)", value)
        scale = {"dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}
        return float(found[1]) * scale[found[2]] if found else None
    if name in {"width", "height", "device-width", "device-height"}:
        size = measure(value, UNITS.get)
        return size.value if size and size.kind == "length" and size.percent is None else None
    found = re.fullmatch(NUMBER, value)
    return float(value) if found else None


def plain(name: str, media: Media) -> bool | None:
    """(color), (hover): whether the feature is there at all."""
    if name in RANGES:
        return figure(name, media) != 0
    known = words(name, media)
    return bool(known) and not known & {"none", "no-preference", "0"} if known else None


def words(name: str, media: Media) -> frozenset[str]:
    """What a feature of words says in this state; empty for features that are not known."""
    screen = media.kind == "screen"
    table = {
        "orientation": "portrait" if media.height >= media.width else "landscape",
        "prefers-color-scheme": media.scheme,
        "prefers-contrast": media.contrast,
        "prefers-reduced-motion": "reduce" if media.reduced_motion else "no-preference",
        "prefers-reduced-transparency": "no-preference",
        "prefers-reduced-data": "no-preference",
        "forced-colors": "active" if media.forced_colors else "none",
        "inverted-colors": "none",
        "hover": "hover" if screen else "none",
        "any-hover": "hover" if screen else "none",
        "pointer": "fine" if screen else "none",
        "any-pointer": "fine" if screen else "none",
        "update": "fast" if screen else "none",
        "overflow-block": "scroll" if screen else "paged",
        "overflow-inline": "scroll",
        "scripting": "enabled",
        "display-mode": "browser",
        "scan": "progressive",
        "grid": "0",
        "dynamic-range": "standard",
        "video-dynamic-range": "standard",
    }
    if name == "color-gamut":
        return frozenset({"srgb"})
    return frozenset({table[name]}) if name in table else frozenset()
