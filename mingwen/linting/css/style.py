"""Computed values of one style, each worked out when first asked for.

Elements that match the same rules under the same parent share a Style. Values are text as getComputedStyle prints it,
with these exceptions: line-height stays a bare number where it was one, and percentages stay percentages.
"""

from __future__ import annotations

import math
import re
from typing import Any

from mingwen.linting.css import colours, properties, shorthands
from mingwen.linting.css.declared import Declared
from mingwen.linting.css.lengths import ABSOLUTE, measure, number_of
from mingwen.linting.css.media import Media
from mingwen.linting.css.properties import PROPERTIES, is_inherited
from mingwen.linting.css.scan import NUMBER, number, split
from mingwen.linting.css.sheet import Pending, Value
from mingwen.linting.css.special import SPECIAL
from mingwen.linting.css.variables import INVALID, substitute

SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0,
         "xx-large": 32.0, "xxx-large": 48.0}  # fmt: skip
MONOSPACE = 13 / 16
# Chains of custom properties longer than this are taken for wrong.
LONGEST_CHAIN = 60
IS_ABSOLUTE = "\0absolute"
# What a custom property is that takes over its parent's value.
INHERIT = "\0inherit"


class Style:
    """`declared` holds what won in the cascade; `parent` is None for the root element."""

    __slots__ = ("_cyclic", "_known", "_px", "_running", "declared", "media", "memory", "parent", "root")

    def __init__(self, declared: Declared, parent: Style | None, media: Media) -> None:
        self.declared = declared
        self.parent = parent
        self.root: Style = parent.root if parent else self
        self.media = media
        # What others work out of this style alone, so that pages which share it need not do so again.
        self.memory: dict[str, Any] = {}
        self._px: dict[str, float | None] = {}
        self._known: dict[str, str] = {}
        self._running: list[str] = []
        self._cyclic: set[str] = set()

    def get(self, name: str) -> str:
        """The computed value, currentcolor resolved."""
        found = self._raw(name)
        return self._raw("color") if found == "currentcolor" else found

    def _raw(self, name: str) -> str:
        """Inherited values are found by walking up, so that depth is no danger. currentcolor is inherited as such."""
        found = self._known.get(name)
        if found is not None:
            return found
        inherited = is_inherited(name)
        pending: list[Style] = []
        at: Style | None = self
        while at is not None and name not in at._known:
            pending.append(at)
            if not inherited and at.declared.values.get(name) != "inherit":
                break
            at = at.parent
        for style in reversed(pending):
            style._known[name] = style._compute(name)
        return self._known[name]

    def px(self, name: str) -> float | None:
        """A computed length in CSS px; None for percentages and keywords."""
        if name not in self._px:
            found = measure(self.get(name))
            is_px = found is not None and found.percent is None and found.kind in {"length", "number"}
            self._px[name] = found.value if found is not None and is_px else None
        return self._px[name]

    def colour(self, name: str) -> colours.Rgba | None:
        """A computed colour; None for one that cannot be told."""
        return colours.parse(self.get(name))

    def is_own(self, name: str) -> bool:
        """Whether a declaration, not inheritance or the initial value, decides here."""
        value = self.declared.values.get(name)
        return value is not None and value not in {"inherit", "unset", "revert", "revert-layer"}

    def source(self, name: str) -> str:
        """Where the winning declaration came from: ua, hint, author, inline, each with ! if important; "" for none."""
        return self.declared.sources.get(name, "") if name in self.declared.values else ""

    def in_doubt(self, *names: str) -> bool:
        """Whether a rule that may or may not apply (@container, @scope) declares one of these, here or above."""
        at: Style | None = self
        while at is not None:
            if at.declared.doubts and any(name in at.declared.doubts for name in names):
                return True
            at = at.parent
        return False

    # ── one value ───────────────────────────────────────────────────────────────────────────────

    def _compute(self, name: str) -> str:
        value = self._declared(name)
        if name.startswith("--"):
            if name in self.declared.values and value != INHERIT:
                return value
            return self.parent.get(name) if self.parent else INVALID
        known = PROPERTIES.get(name)
        if known is None:
            return ""
        if value == "" and known.inherited and self.parent:
            value = "inherit"
        if value == "inherit" and self.parent:
            if name == "font-size":
                return self._font_size("inherit")
            return self.parent._raw(name)
        if value in {"", "initial", "inherit"}:
            value = known.initial
        special = SPECIAL.get(name)
        if special:
            return special(self, value)
        return self._plain(name, value, known.values)

    def _declared(self, name: str) -> str:
        """The specified value with variables put in and unset resolved; "" where nothing is declared."""
        value: Value = self.declared.values.get(name, "")
        if isinstance(value, Pending):
            value = self._filled(name, value)
        if name.startswith("--"):
            return INVALID if value == "initial" else INHERIT if value in properties.WIDE else value
        if value in {"unset", "revert", "revert-layer"}:
            return "inherit" if is_inherited(name) else "initial"
        return value

    def _filled(self, name: str, value: Pending) -> str:
        """A value with variables: for a custom property its text, else the longhand's part of it."""
        if value.name.startswith("--"):
            if name in self._running:
                self._cyclic.update(self._running[self._running.index(name) :])
                return INVALID
            if len(self._running) > LONGEST_CHAIN:
                return INVALID
            self._running.append(name)
            try:
                text = substitute(value.text, self._variable)
            finally:
                self._running.pop()
            return INVALID if name in self._cyclic else text
        text = substitute(value.text, self._variable)
        if text == INVALID:
            return "unset"
        word = text.lower()
        if word in properties.WIDE:
            return word
        if value.name == name:
            return properties.parse(name, text) or "unset"
        return (shorthands.expand(value.name, text) or {}).get(name, "unset")

    def _variable(self, name: str) -> str:
        if name in self._running:
            self._cyclic.update(self._running[self._running.index(name) :])
            return INVALID
        if name not in self._known:
            self._known[name] = self._compute(name)
        return self._known[name]

    def _plain(self, name: str, value: str, kinds: tuple[str, ...]) -> str:
        if "<colour>" in kinds:
            return self._colour(value) if value not in kinds and value != "currentcolor" else value
        if "<integer>" in kinds and "(" in value:
            return whole(value)
        if any(kind.startswith("<length") for kind in kinds) and (value[0] in "+-.0123456789" or "(" in value):
            found = measure(value, self._unit)
            if found is None or found.kind == "mixed":
                return value
            if found.kind == "number":
                return "0px" if found.value == 0 and "<number+>" not in kinds else number(found.value)
            if "<length%+>" in kinds or "<length+>" in kinds:
                found = found._replace(value=max(0.0, found.value)) if found.percent is None else found
            return str(found)
        return value

    def _unit(self, name: str) -> float | None:
        """CSS px of a relative unit in this element."""
        return self._sized(name, self.get("font-size"))

    def _sized(self, name: str, size: str) -> float | None:
        own = number_of(size)
        if name[0] == "r" and name != "r":
            own, name = number_of(self.root.get("font-size")) if self.parent else own, name[1:]
        em = {"em": 1.0, "ch": 0.5, "ex": 0.5, "cap": 0.7, "ic": 1.0}.get(name)
        if em is not None:
            return em * own
        if name == "lh":
            height = self.get("line-height")
            return own * 1.2 if height == "normal" else number_of(height) * (1 if height.endswith("px") else own)
        width, height_ = self.media.width / 100, self.media.height / 100
        short = name[1:] if name[0] in "sld" and len(name) > 2 else name
        short = "v" + name[2:] if name.startswith("cq") else short
        return {"vw": width, "vh": height_, "vi": width, "vb": height_, "vmin": min(width, height_),
                "vmax": max(width, height_)}.get(short)  # fmt: skip

    def _colour(self, value: str, scheme: str = "") -> str:
        found = colours.parse(value)
        if found is None and colours.CONTEXT.search(value):
            value = in_context(value, self, scheme)
            found = colours.parse(value)
        return value if found is None else str(found)

    def _is_dark(self) -> bool:
        words = self.get("color-scheme").split()
        return "dark" in words and (self.media.scheme == "dark" or "light" not in words)

    # ── fonts ───────────────────────────────────────────────────────────────────────────────────

    def _font_size(self, value: str) -> str:
        above = number_of(self.parent.get("font-size")) if self.parent else 16.0
        absolute = False
        if value in {"inherit", "smaller", "larger"}:
            size = above * {"inherit": 1.0, "smaller": 1 / 1.2, "larger": 1.2}[value]
        elif value in SIZES:
            size = SIZES[value] * (MONOSPACE if self._is_monospace() else 1.0)
            self._known[IS_ABSOLUTE] = ""
            return f"{number(size)}px"
        else:
            found = measure(value, lambda unit: self._sized(unit, f"{above}px") if unit != "lh" else above * 1.2)
            if found is None or found.kind == "mixed":
                return f"{number(above)}px"
            size = max(0.0, found.value + (found.percent or 0.0) * above / 100)
            absolute = found.percent is None and bool(re.fullmatch(rf"{NUMBER}({'|'.join(ABSOLUTE)}|rem)", value))
        inherited = self.parent is not None and bool(self.parent._known.get(IS_ABSOLUTE))
        self._known[IS_ABSOLUTE] = "yes" if absolute or (inherited and value not in SIZES) else ""
        if not absolute and not inherited and self.parent:
            is_now, was = self._is_monospace(), self.parent._is_monospace()
            if is_now != was:
                size *= MONOSPACE if is_now else 1 / MONOSPACE
        return f"{number(size)}px"

    def _is_monospace(self) -> bool:
        return self.get("font-family") == "monospace"


def whole(value: str) -> str:
    """A calculation for an integer property, rounded."""
    found = measure(value)
    return str(math.floor(found.value + 0.5)) if found else value


def in_context(value: str, style: Style, scheme: str = "") -> str:
    """currentcolor, light-dark() and system colours replaced by what they stand for here."""
    dark = style._is_dark() if not scheme else scheme == "dark"
    at = value.find("light-dark(")
    while at >= 0:
        level, end = 1, at + 11
        while end < len(value) and level:
            level += {"(": 1, ")": -1}.get(value[end], 0)
            end += 1
        both = split(value[at + 11 : end - 1])
        value = value[:at] + (both[1] if dark and len(both) > 1 else both[0]) + value[end:]
        at = value.find("light-dark(")
    table = colours.DARK if dark else colours.LIGHT

    def meant(found: re.Match[str]) -> str:
        word = found[0]
        return style.get("color") if word == "currentcolor" else str(table[word]) if word in table else word

    return colours.CONTEXT.sub(meant, value)
