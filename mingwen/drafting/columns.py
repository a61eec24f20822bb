"""The columns of a site by their _column.md alone: enough to put a new manuscript in its folder, and quick.

Nothing else of the site is read, so a broken manuscript elsewhere does not stand in the way.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from mingwen.errors import UsageError
from mingwen.model import Column, Place, Text


def columns(root: Path) -> tuple[Column, ...]:
    """All columns below root/content, sorted by folder; a _column.md that cannot be read gives its folder's name."""
    content = root / "content"
    found = []
    for path in sorted(content.rglob("_column.md")):
        folder = path.parent.relative_to(content).as_posix()
        said = frontmatter(path)
        name = said.get("名称", said.get("name")) or path.parent.name
        kind = said.get("类型", said.get("kind")) or ""
        slug = said.get("网址名", said.get("slug"))
        key = "/".join([*folder.split("/")[:-1], str(slug)]) if slug else folder
        found.append(Column(key, folder, str(name), kind=str(kind), place=Place(path.as_posix())))
    return tuple(column for column in found if column.folder != ".")


def is_called(column: Column, name: str) -> bool:
    """Whether a name means this column: its 名称, its folder or its address."""
    return name in (column.name, column.folder, column.key)


def named(root: Path, name: str) -> Column:
    """The one column of a name; raises UsageError that lists the columns there are, or those that share it."""
    known = columns(root)
    matches = [column for column in known if is_called(column, name)]
    if len(matches) == 1:
        return matches[0]
    listed = [f"{column.name}（{column.folder}）" for column in matches or known]
    if matches:
        what = Text(f"有 {len(matches)} 个栏目叫“{name}”", f"{len(matches)} columns are called {name!r}")
        fix = Text(f"请写文件夹：{'、'.join(listed)}", f"Name the folder: {', '.join(listed)}")
    elif known:
        what = Text(f"没有叫“{name}”的栏目", f"There is no column {name!r}")
        fix = Text(f"现有的栏目：{'、'.join(listed)}", f"There are: {', '.join(listed)}")
    else:
        what = Text("这里没有栏目：content/ 下没有 _column.md", "No columns here: content/ holds no _column.md")
        fix = Text("请到站点的文件夹里运行，或加 --root", "Run this in the folder of a site, or give --root")
    raise UsageError(None, what, fix)


def around(root: Path, path: Path) -> Column | None:
    """The column in whose folder, at any depth, a path lies: the nearest one."""
    place = path.resolve()
    inside = [it for it in columns(root) if place.is_relative_to((root / "content" / it.folder).resolve())]
    return max(inside, key=lambda column: len(column.folder), default=None)


def frontmatter(path: Path) -> dict[object, object]:
    """What a _column.md says, as YAML reads it; nothing where it cannot be read."""
    try:
        text = path.read_text("utf-8-sig")
        said = yaml.safe_load(text.split("---", 2)[1])
    except (OSError, UnicodeDecodeError, yaml.YAMLError, IndexError):
        return {}
    return said if isinstance(said, dict) else {}
