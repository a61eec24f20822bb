"""The fingerprint of a value: equal values have equal ones, on every machine and in every process.

Frozen dataclasses, tuples, text, numbers, dates and frozen sets only; whatever can change is refused, for its
fingerprint would not stay true. As with ==, fields that are not compared do not count. A Body that knows its digest
stands for itself by it, so a long text costs what a short one does.
"""

from __future__ import annotations

import datetime as dt
import marshal
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from mingwen.model import Body

# Bytes. Two different values share one by chance once in 2^64 pairs of values, that is never.
SIZE = 16
# marshal's second format has no references between objects: equal values give equal bytes, whatever they share.
FORMAT = 2
ATOMS = frozenset((str, bytes, int, float, bool, type(None)))
# A tuple of so few atoms is written out: quicker than a fingerprint of its own.
FEW = 4
DATES = frozenset((dt.datetime, dt.date, dt.time))


class Fingerprints:
    """Makes fingerprints and remembers those of the parts that many values share, such as a menu or an entry.

    It holds on to what it has seen (an address is no name for an object that is gone), so let it go with the values.
    """

    def __init__(self) -> None:
        self._seen: dict[int, tuple[object, bytes]] = {}

    def know(self, value: object, made: bytes) -> None:
        """The fingerprint of a value was made before, by an earlier build."""
        self._seen[id(value)] = value, made

    def of(self, value: Any) -> bytes:
        """The fingerprint; raises TypeError for a value that is not frozen through and through."""
        kind: Any = type(value)
        return digest(value if kind in ATOMS else self._parts(value, kind))

    def fields(self, value: Any) -> dict[str, bytes]:
        """The fingerprint of each field of a dataclass by its name: two values are told apart part by part."""
        parts = ((name, self._plain(getattr(value, name))) for name in compared(value.__class__))
        return {name: BLANK if part == "" else digest(part) for name, part in parts}

    def _plain(self, value: Any) -> Any:
        """The value as marshal's own types, with each part that may be shared as its fingerprint."""
        kind = type(value)
        if kind in ATOMS:
            return value
        if kind in DATES:
            return self._parts(value, kind)
        if kind is tuple and len(value) <= FEW and all(type(each) in ATOMS for each in value):
            return value
        known = self._seen.get(id(value))
        if known is not None:
            return known[1]
        made = digest(self._parts(value, kind))
        self._seen[id(value)] = value, made
        return made

    def _parts(self, value: Any, kind: Any) -> Any:
        plain = self._plain
        if kind is tuple:
            return tuple([each if type(each) in ATOMS else plain(each) for each in value])
        # Lists, so that no tuple of text looks like one of these.
        if kind in DATES:
            return [kind.__name__, value.isoformat()]
        if kind is frozenset:
            return [kind.__name__, *sorted(digest(plain(each)) for each in value)]
        if kind is Body and value.digest:
            return [kind.__name__, value.digest]
        name, get = taker(kind)
        seen = self._seen
        return [
            name,
            *[
                each if type(each) in ATOMS else known[1] if (known := seen.get(id(each))) else plain(each)
                for each in get(value)
            ],
        ]


def fingerprint(*values: object) -> bytes:
    """The fingerprint of some values in their order; raises TypeError for one that can change."""
    return Fingerprints().of(values)


def digest(plain: Any) -> bytes:
    """The fingerprint of atoms, and of tuples and lists of atoms."""
    return blake2b(marshal.dumps(plain, FORMAT), digest_size=SIZE).digest()


# Of no text, which is what most fields of most values hold.
BLANK = digest("")


@cache
def compared(kind: Any) -> tuple[str, ...]:
    """Names of the fields that make values of a frozen dataclass equal or not."""
    if not is_dataclass(kind) or not getattr(kind, "__dataclass_params__").frozen:  # noqa: B009 - typeshed hides it
        raise TypeError(f"a {kind.__name__} can change and has no fingerprint")
    return tuple(field.name for field in fields(kind) if field.compare)


@cache
def taker(kind: Any) -> tuple[str, Any]:
    """A dataclass's name, and what takes all its compared fields at once."""
    names = compared(kind)
    if len(names) > 1:
        return kind.__qualname__, attrgetter(*names)
    return kind.__qualname__, lambda value: tuple(getattr(value, name) for name in names)
