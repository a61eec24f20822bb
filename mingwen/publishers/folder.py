"""Publish into a folder that a web server serves: one atomic swap, on the same machine."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from mingwen import manifest
from mingwen.errors import UsageError
from mingwen.model import Place, Text
from mingwen.publishing.difference import Agree, Difference, Receipt, clashes, compare
from mingwen.publishing.refusals import check_owner, check_place, check_site
from mingwen.publishing.staging import alone, exchange, stage
from mingwen.publishing.tree import Tree, digests, readable, tree
from mingwen.writing.troubles import explained


def publish(
    site: Path,
    target: str,
    *,
    agree: Agree = lambda difference: True,
    adopt: bool = False,
    keep_old: datetime | None = None,
    root: Path | None = None,
) -> Receipt:
    """Make the folder `target` hold the site, its SHA256SUMS, and the files that were never ours.

    A symbolic link is followed: the folder behind it is swapped. `adopt` takes over a folder with files of
    others, `keep_old` (the time now) keeps the old tree beside it, `root` is the project (default: the folder of
    `site`). Raises UsageError for what must not be done and WriteError where the disk fails; the target is
    then as it was.
    """
    place = Path(target).resolve()
    check_place(root or site.resolve().parent, site, place, target)
    try:
        with alone(place):
            return _publish(site, place, target, agree, adopt, keep_old)
    except OSError as error:
        raise explained(error, place) from error


def _publish(site: Path, place: Path, shown: str, agree: Agree, adopt: bool, keep_old: datetime | None) -> Receipt:
    with readable(site):
        made = tree(site)
        new = {path: sha for path, sha in digests(site, made).items() if not Path(path).name.startswith(".git")}
        check_site(site, made, new)
        sizes = {path: (site / path).stat().st_size for path in new}
    with readable(place):
        found, old = tree(place), manifest.load(place)
        check_owner(shown, found, old, adopt)
        there = digests(place, found)
    if "index.html" not in old:
        old = {}
    difference = compare(new, old, there, sizes)
    _refuse(Path(shown), difference, clashes(new, difference.foreign), adopt)
    if (difference.empty and old == new) or not agree(difference):
        return Receipt(str(place), difference, published=False)
    folder = stage(site, place, new, there, _carried(found, difference), difference)
    kept, leftover = exchange(folder, place, keep_old)
    return Receipt(str(place), difference, True, kept, leftover)


def _carried(found: Tree, difference: Difference) -> Tree:
    """Of what stands at the target, only what is not ours."""
    return Tree(difference.foreign, found.links, found.bare)


def _refuse(place: Path, difference: Difference, clashing: tuple[str, ...], adopt: bool) -> None:
    taken = clashing or (() if adopt else difference.adopted)
    if taken:
        some = "、".join(taken[:5]) + ("……" if len(taken) > 5 else "")
        raise UsageError(
            Place(str(place / taken[0])),
            Text(
                f"不是 mingwen 发布的，却占着新站要用的位置：{some}",
                f"was not published by mingwen, but stands where the new site belongs: {some}",
            ),
            Text(
                "请先移走" + ("" if clashing else "，或加 --adopt 换成新站的"),
                "Move it away" + ("" if clashing else ", or replace it with --adopt"),
            ),
        )
