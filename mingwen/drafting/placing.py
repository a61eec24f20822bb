"""Where an imported manuscript goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mingwen.drafting.columns import around, columns, is_called
from mingwen.drafting.saving import slug
from mingwen.errors import UsageError
from mingwen.model import Draft, Guess, Place, Text


def place(draft: Draft, source: Path, out: Path | None, root: Path) -> tuple[Path, Draft]:
    """The path to write, and the draft as it must read there.

    Without `out` it is the folder of the one column that the draft names, else the working folder.
    In the folder of a column of another name, the field 栏目 would be a mistake: it is left out and told.
    Where neither page nor column gives a kind, 类型 is among what a person must fill in.
    """
    name = str(dict(draft.fields).get("栏目") or "")
    told: list[Guess] = []
    if out is None:
        matches = [column for column in columns(root) if is_called(column, name)] if name else []
        folder = root / "content" / matches[0].folder if len(matches) == 1 else Path()
        out = folder / file_name(draft, source)
        if name and not matches and (root / "content").is_dir():
            told.append(_guess(f"content/ 下没有栏目“{name}”", f"content/ has no column {name!r}"))
        if len(matches) > 1:
            folders = "、".join(column.folder for column in matches)
            told.append(_guess(f"叫“{name}”的栏目有几个：{folders}", f"Several columns are called {name!r}: {folders}"))
    elif out.is_dir():
        out = out / file_name(draft, source)
    column = around(root, out)
    if column is not None and name and not is_called(column, name):
        fields = tuple((key, value) for key, value in draft.fields if key != "栏目")
        draft = replace(draft, fields=fields)
        told.append(
            _guess(
                f"面包屑说“{name}”，稿件却在栏目“{column.name}”里：略去“栏目”一项",
                f"The breadcrumb says {name!r}, but the file lies in {column.name!r}: 栏目 was left out",
            )
        )
    if column is not None and not column.kind and "类型" not in dict(draft.fields):
        draft = replace(draft, fields=(*draft.fields, ("类型", None)))
    return out, replace(draft, guesses=(*draft.guesses, *told))


def file_name(draft: Draft, source: Path) -> str:
    """The name of the imported file where it is ASCII, else the pinyin of the title."""
    title = str(dict(draft.fields).get("标题") or "")
    stem = source.stem.lower().replace("_", "-").replace(" ", "-")
    return f"{stem if stem.isascii() else slug(title or source.stem)}.md"


def make_room(path: Path, root: Path) -> None:
    """Make the folder of a manuscript, but only below a column that is there: a typing mistake makes no folder."""
    if path.parent.is_dir():
        return
    if around(root, path) is None:
        raise UsageError(
            Place(str(path.parent)),
            Text("没有这个文件夹", "no such folder"),
            Text(
                "请先新建它；新栏目还要有一个 _column.md",
                "Create it first; a new column also needs its _column.md",
            ),
        )
    path.parent.mkdir(parents=True)


def _guess(zh: str, en: str) -> Guess:
    return Guess(0, "column", Text(zh, en))
