"""What publishing would change, as values; nothing here touches a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Files: so few may well go at a time.
FEW = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """Between a site and the place where it is served; paths use "/" and are sorted.

    `changed` and `removed` files are ours, by the manifest of the last publishing; `altered` are those
    of them that somebody changed by hand since. `foreign` files are not ours and stay. `adopted` are
    foreign files that the site replaces. `size` is the number of bytes to send.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    adopted: tuple[str, ...] = ()
    size: int = 0

    @property
    def sweeping(self) -> bool:
        """Most of what was published there goes: it may well be another site's folder."""
        ours = len(self.removed) + len(self.changed) + len(self.kept)
        return len(self.removed) >= FEW and 2 * len(self.removed) > ours

    @property
    def empty(self) -> bool:
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was done. `published` is False where nobody agreed or nothing changed; `old` is where the tree
    that stood there before was kept, `leftover` one that could not be removed; "" for none."""

    target: str
    difference: Difference
    published: bool
    old: str = ""
    leftover: str = ""


Agree = Callable[[Difference], bool]


def compare(
    new: Mapping[str, str], old: Mapping[str, str], there: Mapping[str, str], sizes: Mapping[str, int]
) -> Difference:
    """Digests by path: of the site, in the last manifest, and of what stands at the target now."""
    changed = {path for path in new.keys() & there.keys() if new[path] != there[path]}
    added = new.keys() - there.keys()
    ours = old.keys() & there.keys()
    removed = ours - new.keys()
    altered = {path for path in ours & (changed | removed) if there[path] != old[path]}
    return Difference(
        added=tuple(sorted(added)),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(removed)),
        kept=tuple(sorted(new.keys() & there.keys() - changed)),
        foreign=tuple(sorted(there.keys() - old.keys() - new.keys())),
        altered=tuple(sorted(altered)),
        adopted=tuple(sorted(changed - old.keys())),
        size=sum(sizes[path] for path in added | changed),
    )


def clashes(new: Mapping[str, str], foreign: tuple[str, ...]) -> tuple[str, ...]:
    """Foreign files that stand where the site needs a folder, or below a path where it needs a file."""
    folders = {path[:at] for path in new for at, char in enumerate(path) if char == "/"}
    return tuple(
        path
        for path in foreign
        if path in folders or any(path[:at] in new for at, char in enumerate(path) if char == "/")
    )
