"""What publishing would change, for people to read before they agree."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from mingwen.model import HANT, MODES, Lang, Text
from mingwen.publishing.difference import Difference

# Paths shown of each kind; a first publishing may have thousands. What is removed is gone, so more of it is shown.
_SHOWN = 10
_SHOWN_REMOVED = 50


def shown(difference: Difference, target: str, lang: Lang, every: bool = False) -> str:
    """Paths by kind, each list cut short unless `every` one is wanted, then what deserves a second look."""
    most = sys.maxsize if every else _SHOWN
    removed = sorted(difference.removed, key=_rank)
    lines = [f"site/ → {target}"]
    for mark, paths in (("+", difference.added), ("~", difference.changed)):
        lines += _listed(mark, paths, lang, most)
    lines += _listed("-", removed, lang, max(most, _SHOWN_REMOVED))
    for paths, note in (
        (difference.foreign, Text("不是明文发布的，原样保留：", "Not published by mingwen, stay as they are:")),
        (
            difference.altered,
            Text("发布后有人手改过，会被换掉或删去：", "Changed by hand since, will be replaced or removed:"),
        ),
        (difference.adopted, Text("不是明文发布的，会被同名的换掉：", "Not published by mingwen, will be replaced:")),
    ):
        if paths:
            lines += [note.of(lang), *_listed(" ", paths, lang, most)]
    return "\n".join([*lines, ""])


def counted(difference: Difference) -> Text:
    """The numbers of a difference, as a part of a sentence."""
    added, changed, removed = len(difference.added), len(difference.changed), len(difference.removed)
    kept, foreign, size = len(difference.kept), len(difference.foreign), weight(difference.size)
    return Text(
        f"新增 {added}，改动 {changed}（共 {size}），删去 {removed}，未变 {kept}，保留其他文件 {foreign} 个",
        f"{added} added, {changed} changed ({size} in all), {removed} removed, {kept} unchanged, "
        f"{foreign} other files kept",
    )


def weight(size: int) -> str:
    """Bytes as people say them."""
    if size < 1024:
        return f"{size} B"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def _rank(path: str) -> tuple[bool, str]:
    """Pages of 标准版 first: they say which documents are gone, other modes only repeat it."""
    page = path.endswith(".html") and not path.startswith(tuple(mode.prefix for mode in (*MODES, HANT) if mode.prefix))
    return not page, path


def _listed(mark: str, paths: Sequence[str], lang: Lang, most: int) -> Iterator[str]:
    # One more line to say "1 more" would be no shorter.
    count = most if len(paths) > most + 1 else len(paths)
    for path in paths[:count]:
        yield f"  {mark} {''.join(char if char.isprintable() else '?' for char in path)}"
    if len(paths) > count:
        more = len(paths) - count
        yield f"  {mark} {Text(f'……另有 {more} 个（--all 全部列出）', f'… {more} more (--all lists them)').of(lang)}"
