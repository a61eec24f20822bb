"""Templates of mingwen/scaffold → a new site, a new manuscript."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import count
from pathlib import Path

from mingwen.drafting.columns import columns, named
from mingwen.drafting.escaping import escape
from mingwen.drafting.frontmatter import scalar
from mingwen.drafting.saving import save, slug
from mingwen.errors import UsageError, WriteError
from mingwen.model import KINDS, Column, Place, Text
from mingwen.placeholder import TODO
from mingwen.reasons import reason

_GAP = re.compile(r"\{\{([a-z.]+)\}\}")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_NAMES = {"gitignore": ".gitignore"}


def new_site(target: Path, name: str, today: date) -> tuple[str, ...]:
    """Write a site into a folder that is empty or missing (a .git may be there); returns the paths written.

    Raises UsageError for a folder that holds something, WriteError where writing fails; what was
    written until then is taken away again.
    """
    values = _values(name=one_line(name), welcome=f"欢迎访问{name}网站", today=today)
    texts = {path: _filled(text, values) for path, text in _texts(files("mingwen.scaffold") / "site", "")}
    written: list[Path] = []
    try:
        _refuse_filled(target)
        for path, text in texts.items():
            file = target / path
            for folder in reversed(file.parents):
                if not folder.exists():
                    written.append(folder)
                    folder.mkdir()
            written.append(file)
            file.write_text(text, "utf-8")
    except BaseException as error:
        for made in reversed(written):
            with suppress(OSError):
                made.rmdir() if made.is_dir() else made.unlink()
        if isinstance(error, OSError):
            raise WriteError(
                Place(str(target)),
                Text(f"写不进去：{reason(error).zh}", f"cannot be written: {reason(error).en}"),
                Text("请检查空间和权限", "Check free space and permissions"),
            ) from error
        raise
    return tuple(texts)


def _refuse_filled(target: Path) -> None:
    if target.exists() and (not target.is_dir() or {path.name for path in target.iterdir()} - {".git"}):
        raise UsageError(
            Place(str(target)),
            Text("已经有东西了，没有动它", "holds something already and was left alone"),
            Text("请换一个新的或空的文件夹", "Choose a new or an empty folder"),
        )


def new_manuscript(root: Path, title: str, kind: str, column: str, today: date, name: str = "") -> Path:
    """Write a manuscript, marked as a draft, into its column.

    `column` is its name or folder, or "" where the site has only one; `kind` a key of KINDS, or "" for the kind of
    the column (news where it has none). `name` is that of the file, with or without .md, or "" for the title's pinyin.
    Raises UsageError where the column is not there or a file of the name is.
    """
    title = one_line(title)
    found = named(root, column) if column else _only(root)
    kind = kind or kind_of(found.kind) or "news"
    template = (files("mingwen.scaffold") / "manuscripts" / f"{kind}.md").read_text("utf-8")
    stem = _stem(name) if name else slug(title)
    path = root / "content" / found.folder / f"{stem}.md"
    text = _filled(template, _values(title=title, source=_site_name(root), today=today))
    save(path, text, option="", rename=f"--name {_free(path)}")
    return path


def _stem(name: str) -> str:
    """The name of a file without .md; raises UsageError for one that an address would not keep."""
    stem = name.removesuffix(".md")
    if not _NAME.fullmatch(stem):
        raise UsageError(
            None,
            Text(f"文件名“{name}”用不了", f"{name!r} cannot be the name of a manuscript"),
            Text(
                "请用小写字母、数字和连字符，如 --name fangjia-2026",
                "Use small letters, digits and hyphens, such as --name fangjia-2026",
            ),
        )
    return stem


def _free(path: Path) -> str:
    """The first of name-2, name-3 … that no file has."""
    names = (f"{path.stem}-{number}" for number in count(2))
    return next(name for name in names if not path.with_name(f"{name}.md").exists())


def _only(root: Path) -> Column:
    """The one column of a site; raises UsageError where there are more, or none."""
    known = columns(root)
    if len(known) == 1:
        return known[0]
    if not known:
        return named(root, "")
    listed = [f"{column.name}（{column.folder}）" for column in known]
    raise UsageError(
        None,
        Text("没有写放在哪个栏目", "The column is missing"),
        Text(f"请加 --column 名称：{'、'.join(listed)}", f"Add --column with one of: {', '.join(listed)}"),
    )


def kind_of(word: str) -> str:
    """The key of a kind, given as key or as Chinese word; "" for anything else."""
    return next((key for key, name in KINDS.items() if word in (key, name)), "")


def _values(today: date, **texts: str) -> dict[str, str]:
    values = {
        "today": today.isoformat(),
        "today.words": f"{today.year}年{today.month}月{today.day}日",
        "year": str(today.year),
        "todo": TODO,
    }
    for key, text in texts.items():
        quoted = {"yaml": scalar(text), "toml": json.dumps(text, ensure_ascii=False), "text": escape(text)}
        values |= {key: text, **{f"{key}.{form}": words for form, words in quoted.items()}}
    return values


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _GAP.sub(lambda gap: values[gap[1]], text)


def _texts(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    """Path and text of every file below a folder of the package."""
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{prefix}{_NAMES.get(entry.name, entry.name)}"
        found += _texts(entry, f"{path}/") if entry.is_dir() else [(path, entry.read_text("utf-8"))]
    return found


def one_line(text: str) -> str:
    """A name or title without white space at its edges; raises UsageError where it is empty or has a line break."""
    words = text.strip()
    if not words or not words.isprintable():
        raise UsageError(
            None,
            Text("名称或标题是空的，或含有换行等不可见的字符", "The name is empty, or holds invisible characters"),
            Text("请用引号写在一行里", "Write it on one line, in quotation marks"),
        )
    return words


def _site_name(root: Path) -> str:
    """What the site is called, for 信息来源; "本网" where its settings do not say."""
    with suppress(OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError):
        name = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["mingwen"]["name"]
        if isinstance(name, str) and name.strip():
            return name.strip()
    return "本网"
