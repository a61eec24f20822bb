"""A new column: its folder and its _column.md."""

from __future__ import annotations

import re
from pathlib import Path

from mingwen.drafting.columns import columns, frontmatter, named
from mingwen.drafting.frontmatter import scalar
from mingwen.drafting.saving import save, slug
from mingwen.drafting.scaffolding import one_line
from mingwen.errors import UsageError, WriteError
from mingwen.model import KINDS, Column, Place, Text
from mingwen.reasons import reason

_FOLDER = re.compile(r"[a-z0-9][a-z0-9_-]*")
# What the name of a column says about the kind of its documents; the first that fits.
_KINDS = (
    (re.compile("解读"), "interpretation"),
    (re.compile("指南|职能|概况|简介|问题|机构"), "page"),
    (re.compile("公告|通知|公示|通告"), "notice"),
    (re.compile("政策|文件|法规|规章"), "policy"),
    (re.compile("报告|规划|计划|年报|总结"), "report"),
)


def new_column(root: Path, name: str, parent: str = "", folder: str = "", kind: str = "") -> Column:
    """Write content/…/FOLDER/_column.md, below the column `parent` (its name or folder) if one is given.

    `folder` is by default the first letters of the name's pinyin, 规划计划 → ghjh; `kind`, a key of KINDS, what the
    name says. Raises UsageError where the folder or a column of the name is there already, WriteError where
    writing fails.
    """
    name = one_line(name)
    above = named(root, parent).folder if parent else ""
    if not (root / "content").is_dir():
        raise UsageError(
            Place("content"),
            Text("没有这个文件夹", "no such folder"),
            Text("请到站点的文件夹里运行，或加 --root", "Run this in the folder of a site, or give --root"),
        )
    folder = folder or _letters(name)
    if not _FOLDER.fullmatch(folder):
        raise UsageError(
            Place(folder),
            Text("不能作栏目的文件夹名", "is no name for the folder of a column"),
            Text("请用小写字母、数字和连字符，如 ghjh", "Use small letters, digits and hyphens, such as ghjh"),
        )
    beside = [column for column in columns(root) if column.folder.rpartition("/")[0] == above]
    if taken := next((column for column in beside if column.name == name), None):
        raise UsageError(
            Place(f"content/{taken.folder}"),
            Text(f"已经是栏目“{name}”了，没有新建", f"is the column {name!r} already; nothing was made"),
            Text("直接用它，或换个名称", "Use it, or choose another name"),
        )
    kind = kind or next((kind for words, kind in _KINDS if words.search(name)), "news")
    path = root / "content" / above / folder / "_column.md"
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise WriteError(
            Place(str(path.parent)),
            Text(f"建不了文件夹：{reason(error).zh}", f"cannot be made: {reason(error).en}"),
            Text("请检查权限", "Check its permissions"),
        ) from error
    save(path, _text(name, _order(beside), kind), option="")
    key = f"{above}/{folder}".lstrip("/")
    return Column(key, key, name, kind=kind, place=Place(str(path)))


def _text(name: str, order: int, kind: str) -> str:
    return (
        f"---\n名称: {scalar(name)}\n顺序: {order}\n"
        "# 一句话说明这个栏目放什么，去掉行首的 # 和空格。\n# 说明: 本单位的……\n"
        f"# 稿件没写类型时用它。可用的有 {'、'.join(KINDS.values())}。\n类型: {KINDS[kind]}\n---\n"
    )


def _order(beside: list[Column]) -> int:
    """Behind the last of its neighbours."""
    known = (frontmatter(Path(column.place.path)) for column in beside)
    orders = [said.get("顺序", said.get("order")) for said in known]
    return max((order for order in orders if isinstance(order, int)), default=len(beside)) + 1


def _letters(name: str) -> str:
    """The first letters of the pinyin of a name; a name without Han characters by its words."""
    words = slug(name).split("-")
    return "".join(word if word.isdigit() else word[0] for word in words) if not name.isascii() else "-".join(words)
