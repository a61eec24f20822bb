"""What the settings of a project accept: [tool.mingwen.lint] of pyproject.toml → Accepted.

[tool.mingwen.lint]
accepted = [
  {rule = "img-alt", path = "tzgg/*.html", reason = "供稿单位在补", who = "张三", until = 2027-01-31},
]
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from mingwen.errors import SettingsError
from mingwen.model import Accepted, Place, Text

FILE = "pyproject.toml"
PARTS = ("rule", "path", "reason", "who", "until")
HEADERS = re.compile(r"^[ \t]*\[\[[ \t]*tool\.mingwen\.lint\.accepted[ \t]*\]\]", re.MULTILINE)
LIST = re.compile(r"^[ \t]*(?:lint\.)?accepted[ \t]*=[ \t]*\[", re.MULTILINE)


def project(folder: Path | None = None) -> Path:
    """The folder, or the nearest above it, that has a pyproject.toml; the folder itself where none has."""
    start = (folder or Path()).resolve()
    found = next((each for each in (start, *start.parents) if (each / FILE).is_file()), start)
    return Path() if found == Path().resolve() else found


def load(folder: Path) -> tuple[Accepted, ...]:
    """What the pyproject.toml of a folder accepts; nothing where there is none or it does not speak of it.

    Raises SettingsError where the list cannot be read. Parts that are merely missing are left to judge().
    """
    file = folder / FILE
    try:
        data = file.read_bytes()
    except OSError:
        return ()
    if b"mingwen" not in data:
        return ()
    where = str(file) if folder != Path() else FILE
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        what = Text("不是 UTF-8 编码", "not in UTF-8")
        raise SettingsError(Place(where), what, Text("请另存为 UTF-8", "Save it as UTF-8")) from None
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        what = Text("TOML 写法有误", f"Not valid TOML ({error})")
        raise SettingsError(
            Place(where, int(line[1]) if line else 0),
            what,
            Text("请检查引号、等号和方括号", "Check quotes, equals signs and brackets"),
        ) from None
    table: object = document
    for key in ("tool", "mingwen", "lint"):
        table = table.get(key, {}) if isinstance(table, dict) else {}
    known(table, where, text)
    entries = table.get("accepted", []) if isinstance(table, dict) else []
    lines = entry_lines(text)
    return tuple(
        entry(each, Place(where, lines[at] if at < len(lines) else 0)) for at, each in enumerate(listed(entries, where))
    )


def known(table: object, where: str, text: str) -> None:
    """Raise SettingsError for a key of the table that nothing reads, or where it is no table."""
    if not isinstance(table, dict):
        raise bad(Place(where), Text("[tool.mingwen.lint] 要写成一张表", "[tool.mingwen.lint] is a table"))
    for key in table:
        if key != "accepted":
            found = re.search(rf"^.*\b{re.escape(key)}\b.*=", text, re.MULTILINE)
            raise bad(
                Place(where, text.count("\n", 0, found.start()) + 1 if found else 0),
                Text(
                    f"[tool.mingwen.lint] 里没有“{key}”，只有 accepted",
                    f"[tool.mingwen.lint] has no key {key!r}, only accepted",
                ),
            )


def listed(entries: object, where: str) -> Sequence[object]:
    """The entries; raises SettingsError where they are no list."""
    if isinstance(entries, list):
        return entries
    raise bad(Place(where), Text("accepted 要写成一张表的列表", "accepted is a list of tables"))


def entry(table: object, place: Place) -> Accepted:
    """One entry; raises SettingsError for a key or value that has no place in it."""
    if not isinstance(table, Mapping):
        raise bad(place, Text("accepted 的每一项要写成 {…}", "each entry of accepted is a table {…}"))
    for key, value in table.items():
        if key not in PARTS:
            raise bad(place, Text(f"accepted 里没有“{key}”这一项", f"accepted has no key {key!r}"))
        if key != "until" and not isinstance(value, str):
            raise bad(place, Text(f"“{key}”要写成带引号的文字", f"{key!r} is text in quotes"))
    until = table.get("until")
    if isinstance(until, str):
        try:
            until = dt.date.fromisoformat(until)
        except ValueError:
            raise bad(
                place, Text(f"“until”写的是“{until}”，不是日期", f"'until' is {until!r}, which is no date")
            ) from None
    if isinstance(until, dt.datetime):
        until = until.date()
    if not isinstance(until, dt.date | None):
        raise bad(place, Text("“until”要写成日期", "'until' is a date"))
    words = {key: " ".join(table.get(key, "").split()) for key in PARTS if key != "until"}
    return Accepted(words["rule"], place, words["path"], words["reason"], words["who"], until)


def bad(place: Place, what: Text) -> SettingsError:
    """The error, with an example of how it is written."""
    return SettingsError(
        place,
        what,
        Text(
            '写法如 {rule = "img-alt", reason = "供稿单位在补", who = "张三", until = 2027-01-31}',
            'Write {rule = "img-alt", reason = "…", who = "…", until = 2027-01-31}',
        ),
    )


def entry_lines(text: str) -> list[int]:
    """The line of each entry, in order: tomllib does not tell."""
    starts = [found.start() for found in HEADERS.finditer(text)]
    if not starts and (found := LIST.search(text)):
        starts = [brace.start() for brace in re.finditer(r"\{", text) if brace.start() > found.start()]
    return [text.count("\n", 0, start) + 1 for start in starts]
