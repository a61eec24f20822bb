"""Numbers, lengths, percentages and angles, and the calculations of CSS Values level 4.

A unit is looked up in a function from its name to CSS px (em, rem, vw …); absolute units are known here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from mingwen.linting.css.scan import DEEPEST, NUMBER, number

Unit = Callable[[str], float | None]

ABSOLUTE = {"px": 1.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "in": 96.0, "pt": 96 / 72, "pc": 16.0}
RELATIVE = frozenset({"em", "rem", "ex", "rex", "ch", "rch", "cap", "rcap", "ic", "ric", "lh", "rlh",
                      "vw", "vh", "vi", "vb", "vmin", "vmax", "svw", "svh", "svmin", "svmax", "lvw", "lvh", "lvmin",
                      "lvmax", "dvw", "dvh", "dvmin", "dvmax", "cqw", "cqh", "cqi", "cqb", "cqmin",
                      "cqmax"})  # fmt: skip
ANGLES = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}
TIMES = {"s": 1000.0, "ms": 1.0}
SIMPLE = re.compile(rf"({NUMBER})([a-z]+|%)?")
MATH = re.compile(r"(?:-webkit-)?(calc|min|max|clamp|round|mod|rem|abs|sign|sqrt|pow|hypot|sin|cos|tan|exp|log)\(")
WORD = re.compile(rf"\s*(?:({NUMBER})([a-z]+|%)?|(-?[a-z][a-z0-9-]*\(?)|([()*/,+-]))")
CONSTANTS = {"pi": math.pi, "e": math.e, "infinity": math.inf, "-infinity": -math.inf, "nan": math.nan}
# What browsers clamp lengths to, about; px.
LARGEST = 33_554_400.0


class Quantity(NamedTuple):
    """`kind` is number, length, angle or time; a length is `value` px plus `percent` per cent of something.

    kind "mixed" is a comparison of lengths with percentages, which only layout can settle.
    """

    kind: str
    value: float
    percent: float | None = None

    def __str__(self) -> str:
        if self.kind == "number":
            return number(self.value)
        if self.kind != "length":
            return number(self.value) + {"angle": "deg", "time": "ms"}.get(self.kind, "")
        if self.percent is None:
            return number(self.value) + "px"
        if self.value == 0:
            return number(self.percent) + "%"
        sign = "-" if self.value < 0 else "+"
        return f"calc({number(self.percent)}% {sign} {number(abs(self.value))}px)"


MIXED = Quantity("mixed", 0.0)


class MeaningError(Exception):
    """The calculation has no meaning."""


def fixed(name: str) -> float | None:
    """Units as far as a value is only asked whether it is one."""
    return 16.0 if name in RELATIVE else None


def measure(text: str, unit: Unit = fixed) -> Quantity | None:
    """The quantity that lower-case text stands for, or None. A bare 0 is a number."""
    found = SIMPLE.fullmatch(text)
    if found:
        return quantity(found[1], found[2] or "", unit)
    if not MATH.match(text) or not text.endswith(")") or len(text) > 2_000:
        return None
    try:
        reader = Calculation(text, unit)
        answer = reader.value(0)
    except (MeaningError, OverflowError, ZeroDivisionError, ValueError):
        return None
    return clamped(answer) if not reader.rest else None


def number_of(text: str) -> float:
    """The number in a computed length."""
    found = measure(text)
    return found.value if found else 16.0


def clamped(answer: Quantity) -> Quantity:
    """Without infinities and beyond no browser's limits."""
    value = 0.0 if math.isnan(answer.value) else max(-LARGEST, min(LARGEST, answer.value))
    percent = answer.percent
    if percent is not None:
        percent = 0.0 if math.isnan(percent) else max(-LARGEST, min(LARGEST, percent))
    return Quantity(answer.kind, value, percent)


def quantity(digits: str, name: str, unit: Unit) -> Quantity | None:
    """A number with its unit; None for a unit that is not known."""
    value = max(-LARGEST, min(LARGEST, float(digits)))
    if not name:
        return Quantity("number", value)
    if name == "%":
        return Quantity("length", 0.0, value)
    if name in ABSOLUTE:
        return Quantity("length", value * ABSOLUTE[name])
    if name in ANGLES:
        return Quantity("angle", value * ANGLES[name])
    if name in TIMES:
        return Quantity("time", value * TIMES[name])
    size = unit(name)
    return None if size is None else Quantity("length", value * size)


class Calculation:
    """Reads sums of products of values, and the functions among them."""

    def __init__(self, text: str, unit: Unit) -> None:
        self.unit = unit
        self.rest: list[tuple[str, str, str, str]] = []
        at = 0
        while at < len(text):
            found = WORD.match(text, at)
            if not found:
                if text[at:].isspace():
                    break
                raise MeaningError
            # A sign is part of a number only where no value stands before it.
            if found[1] and found[1][0] in "+-" and self.rest and self.ends_value(self.rest[-1], text, found.start(1)):
                self.rest.append(("", "", "", found[1][0]))
                at = found.start(1) + 1
                continue
            self.rest.append((found[1] or "", found[2] or "", found[3] or "", found[4] or ""))
            at = found.end()
        self.rest.reverse()

    @staticmethod
    def ends_value(last: tuple[str, str, str, str], text: str, at: int) -> bool:
        is_value = bool(last[0]) or last[3] == ")" or (bool(last[2]) and not last[2].endswith("("))
        return is_value and text[at + 1 : at + 2].isspace()

    def sum(self, depth: int) -> Quantity:
        if depth > DEEPEST:
            raise MeaningError
        answer = self.product(depth)
        while self.rest and self.rest[-1][3] in {"+", "-"}:
            sign = 1 if self.rest.pop()[3] == "+" else -1
            answer = add(answer, self.product(depth), sign)
        return answer

    def product(self, depth: int) -> Quantity:
        answer = self.value(depth)
        while self.rest and self.rest[-1][3] in {"*", "/"}:
            if self.rest.pop()[3] == "*":
                answer = times(answer, self.value(depth))
            else:
                by = self.value(depth)
                if by.kind != "number":
                    raise MeaningError
                answer = times(answer, Quantity("number", 1 / by.value if by.value else math.inf))
        return answer

    def value(self, depth: int) -> Quantity:
        if not self.rest:
            raise MeaningError
        digits, name, word, sign = self.rest.pop()
        if digits:
            found = quantity(digits, name, self.unit)
            if found is None:
                raise MeaningError
            return found
        if sign == "(":
            answer = self.sum(depth + 1)
            self.close()
            return answer
        if word in CONSTANTS:
            return Quantity("number", CONSTANTS[word])
        if not word.endswith("("):
            raise MeaningError
        name = word[:-1].removeprefix("-webkit-")
        strategy = ""
        if name == "round" and self.rest and self.rest[-1][2] in {"nearest", "up", "down", "to-zero"}:
            strategy = self.rest.pop()[2]
            self.rest.pop()
        arguments = [self.sum(depth + 1)]
        while self.rest and self.rest[-1][3] == ",":
            self.rest.pop()
            arguments.append(self.sum(depth + 1))
        self.close()
        return call(name, arguments, strategy)

    def close(self) -> None:
        if not self.rest or self.rest.pop()[3] != ")":
            raise MeaningError


def add(one: Quantity, other: Quantity, sign: int) -> Quantity:
    """The sum or, with sign -1, the difference."""
    if "mixed" in (one.kind, other.kind) and {one.kind, other.kind} <= {"mixed", "length"}:
        return MIXED
    if one.kind != other.kind:
        raise MeaningError
    percent = None
    if one.percent is not None or other.percent is not None:
        percent = (one.percent or 0.0) + sign * (other.percent or 0.0)
    return Quantity(one.kind, one.value + sign * other.value, percent)


def times(one: Quantity, other: Quantity) -> Quantity:
    """The product; one of both must be a bare number."""
    if other.kind != "number":
        one, other = other, one
    if other.kind != "number":
        raise MeaningError
    percent = None if one.percent is None else one.percent * other.value
    return Quantity(one.kind, one.value * other.value, percent)


def call(name: str, arguments: list[Quantity], strategy: str) -> Quantity:
    """What a function of CSS makes of its arguments."""
    first = arguments[0]
    kinds = {each.kind for each in arguments}
    if name in {"calc", "abs", "sign", "sqrt", "sin", "cos", "tan", "exp"} and len(arguments) != 1:
        raise MeaningError
    if name == "calc":
        return first
    if name in {"min", "max", "clamp", "round", "mod", "rem", "hypot"}:
        if name == "clamp" and len(arguments) != 3:
            raise MeaningError
        if "mixed" in kinds or (len(arguments) > 1 and kinds == {"length"} and not alike(arguments)):
            return MIXED
        if len(kinds) > 1:
            raise MeaningError
        return compared(name, arguments, strategy)
    return Quantity(first.kind if name == "abs" else "number", plain(name, [each.value for each in arguments], first))


def alike(arguments: list[Quantity]) -> bool:
    """All plain lengths, or all plain percentages."""
    return all(each.percent is None for each in arguments) or all(
        each.percent is not None and each.value == 0 for each in arguments
    )


def nearest(value: float) -> float:
    """The nearest whole number, halves upwards."""
    return math.floor(value + 0.5)


def compared(name: str, arguments: list[Quantity], strategy: str) -> Quantity:
    """Functions of arguments that are all of one kind."""
    kind = arguments[0].kind
    in_percent = arguments[0].percent is not None
    values = [each.percent if each.percent is not None else each.value for each in arguments]
    if name in {"min", "max"}:
        answer = min(values) if name == "min" else max(values)
    elif name == "clamp":
        answer = max(values[0], min(values[1], values[2]))
    elif name == "hypot":
        answer = math.hypot(*values)
    else:
        step = values[1] if len(values) > 1 else 1.0
        ways: dict[str, Callable[[float], float]] = {"up": math.ceil, "down": math.floor, "to-zero": math.trunc}
        if name == "round":
            answer = ways.get(strategy, nearest)(values[0] / step) * step
        else:
            answer = values[0] % step if name == "mod" else math.fmod(values[0], step)
    return Quantity(kind, 0.0, answer) if in_percent else Quantity(kind, answer)


def plain(name: str, values: list[float], first: Quantity) -> float:
    """Functions of numbers."""
    value = values[0]
    if name in {"sin", "cos", "tan"}:
        if first.kind not in {"number", "angle"}:
            raise MeaningError
        turned = math.radians(value) if first.kind == "angle" else value
        return {"sin": math.sin, "cos": math.cos, "tan": math.tan}[name](turned)
    if name == "sign":
        return float((value > 0) - (value < 0))
    if name == "abs":
        return abs(value)
    if first.kind != "number":
        raise MeaningError
    if name == "pow":
        if len(values) != 2:
            raise MeaningError
        return float(math.pow(value, values[1]))
    if name == "log":
        return math.log(value, values[1]) if len(values) > 1 else math.log(value)
    return math.sqrt(value) if name == "sqrt" else math.exp(value)
