"""Where an imported manuscript goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mingwen.drafting.columns import around, columns, is_called
from mingwen.drafting.metadata import breadcrumb
from mingwen.drafting.saving import slug
from mingwen.drafting.shell import word
from mingwen.errors import UsageError
from mingwen.model import Column, Draft, Guess, Place, Text

# Names in a column's folder that are no manuscripts.
_OWN = ("_column.md", "index.md")


def place(draft: Draft, source: Path | None, out: Path | None, root: Path) -> tuple[Path, Draft]:
    """The path to write, and the draft as it must read there. `source` is None for standard input.

    Without `out` it is the folder of the one column that the draft names, else the working folder. Where the
    field 栏目 would be a mistake, in another column or outside all of them, it is left out and told. Where neither
    page nor column gives a kind, 类型 is among what a person must fill in. Raises UsageError where no manuscript
    can lie.
    """
    name = str(dict(draft.fields).get("栏目") or "")
    told: list[Guess] = []
    if out is None:
        matches = [column for column in columns(root) if is_called(column, name)] if name else []
        folder = root / "content" / matches[0].folder if len(matches) == 1 else Path()
        out = folder / file_name(draft, source)
        if len(matches) > 1:
            folders = "、".join(column.folder for column in matches)
            told.append(
                _guess(
                    f"叫“{name}”的栏目有几个：{folders}；用 -o 选一个",
                    f"Several columns are called {name!r}: {folders}; choose with -o",
                )
            )
    elif out.is_dir():
        out = out / file_name(draft, source)
    _check(out, root)
    column = around(root, out)
    if name and not (column and is_called(column, name)):
        draft = replace(draft, fields=tuple((key, value) for key, value in draft.fields if key != "栏目"))
        told.append(_left_out(name, column))
    if column is not None and not column.kind and "类型" not in dict(draft.fields):
        draft = replace(draft, fields=(*draft.fields, ("类型", None)))
    return out, replace(draft, guesses=(*draft.guesses, *told))


def file_name(draft: Draft, source: Path | None) -> str:
    """The name of the imported file where it is ASCII, else the pinyin of the title."""
    title = str(dict(draft.fields).get("标题") or "")
    stem = source.stem.lower().replace("_", "-").replace(" ", "-") if source else ""
    return f"{stem if stem and stem.isascii() else slug(title or stem)}.md"


def lacking(draft: Draft, root: Path) -> str:
    """The command that makes the column which a draft names and the site has not; "" where nothing is lacking."""
    trail = next((breadcrumb(guess.before) for guess in draft.guesses if guess.after.startswith("栏目: ")), ())
    name = str(dict(draft.fields).get("栏目") or "")
    known = columns(root)
    if not name or not (root / "content").is_dir() or any(is_called(column, name) for column in known):
        return ""
    above = trail[-2] if len(trail) > 1 and trail[-1] == name else ""
    parent = f" --parent {word(above)}" if sum(is_called(column, above) for column in known) == 1 else ""
    return f"mingwen new column {word(name)}{parent}" + ("" if root == Path() else f" --root {word(str(root))}")


def in_content(path: Path, root: Path) -> bool:
    """Whether a path lies in the folder of a site's manuscripts."""
    return path.resolve().is_relative_to((root / "content").resolve())


def _check(out: Path, root: Path) -> None:
    """In a folder that is there, as a .md file; and in content/ only in a column."""
    new_column = Text(
        "请先新建它；新栏目用 mingwen new column 名称",
        "Create it first; a new column with mingwen new column NAME",
    )
    nowhere = Text("没有这个文件夹", "no such folder")
    if out.suffix.lower() != ".md":
        if in_content(out, root) and not out.suffix:
            raise UsageError(Place(str(out)), nowhere, new_column)
        raise UsageError(
            Place(str(out)),
            Text("不是稿件的文件名，也不是已有的文件夹", "is no name of a manuscript, and no folder that is there"),
            Text("请写以 .md 结尾的文件名", "Give a file name that ends in .md"),
        )
    if not out.parent.is_dir():
        raise UsageError(Place(str(out.parent)), nowhere, new_column)
    if not in_content(out, root):
        return
    if not (out.parent / "_column.md").is_file():
        raise UsageError(
            Place(str(out.parent)),
            Text("不是栏目：里面没有 _column.md", "is no column: it has no _column.md"),
            Text(
                "请换成栏目的文件夹；新栏目用 mingwen new column 名称",
                "Choose the folder of a column; a new one with mingwen new column NAME",
            ),
        )
    if out.name in _OWN:
        raise UsageError(
            Place(str(out)),
            Text("这个名字留给栏目自己", "this name is kept for the column itself"),
            Text("请换个名字", "Choose another name"),
        )


def _left_out(name: str, column: Column | None) -> Guess:
    if column is None:
        return _guess(
            f"稿件不在栏目的文件夹里，略去“栏目”一项（{name}）",
            f"The file lies in no column's folder: 栏目 ({name}) was left out",
        )
    return _guess(
        f"面包屑说“{name}”，稿件却在栏目“{column.name}”里：略去“栏目”一项",
        f"The breadcrumb says {name!r}, but the file lies in {column.name!r}: 栏目 was left out",
    )


def _guess(zh: str, en: str) -> Guess:
    return Guess(0, "column", Text(zh, en))
