"""Folders of content/ → columns. A folder that holds manuscripts, or a column, describes itself in _column.md."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from pydantic import ValidationError

from mingwen.model import HANT, MODES, Column, Finding, Place
from mingwen.reading import complaints
from mingwen.reading.decode import decode
from mingwen.reading.fences import split
from mingwen.reading.files import COLUMN, Found, content
from mingwen.reading.frontmatter import compose
from mingwen.reading.outcome import fail
from mingwen.reading.parsed import Readings
from mingwen.reading.schema import EXAMPLES, TITLES, ColumnForm
from mingwen.reading.slug import slug

# Output folders that are not the site's to give away.
TAKEN = {"css", *(mode.prefix.strip("/") for mode in (*MODES, HANT) if mode.prefix)}


def columns(files: Iterable[Found], readings: Readings) -> tuple[tuple[Column, ...], tuple[Finding, ...]]:
    """All columns, those above before those below, by order and name; and what is wrong with them."""
    by_path = {each.path: each for each in files}
    found: dict[str, Column] = {}
    findings: list[Finding] = []
    for folder in sorted(_folders(by_path), key=lambda folder: (folder.count("/"), folder)):
        above = str(PurePosixPath(folder).parent)
        parent = found[above].key if above != "." else ""
        column, wrong = _column(folder, parent, by_path.get(f"{folder}/{COLUMN}"), readings)
        found[folder] = column
        findings += wrong
    ordered = sorted(found.values(), key=lambda each: (each.folder.count("/"), each.order, each.name, each.folder))
    return tuple(ordered), tuple(findings)


def _folders(paths: Iterable[str]) -> set[str]:
    """Folders with manuscripts in or below them."""
    direct = {path.rpartition("/")[0] for path in paths if path.endswith(".md")}
    return {str(above) for folder in direct for above in (folder, *PurePosixPath(folder).parents)} - {"", "."}


def _column(folder: str, parent: str, found: Found | None, readings: Readings) -> tuple[Column, list[Finding]]:
    path = f"content/{folder}/{COLUMN}"
    name = PurePosixPath(folder).name
    findings: list[Finding] = []
    form: ColumnForm | None = None
    place = Place(path)
    if found is None:
        zh = f"栏目文件夹 content/{folder}/ 里没有 {COLUMN}。请新建它，写三行：“---”“名称: {name}”“---”。"
        en = f"The column folder content/{folder}/ has no {COLUMN}. Create it with three lines: ---, name: {name}, ---."
        findings.append(fail("column", place, zh, en))
    else:
        form, place, findings = _form(found, path)
    own = (form.slug if form else "") or slug(name, readings)
    key = f"{parent}/{own}" if parent else own
    if key in TAKEN:
        zh, en = (
            f"网址名“{key}”是各版用的，请在 _column.md 写别的 网址名。",
            f"The address “{key}” is taken; give a slug.",
        )
        findings.append(fail("duplicate-url", place, zh, en))
    if form is None:
        return Column(key, folder, name, parent=parent, place=place), findings
    fields = form.model_dump(exclude={"slug"})
    return Column(key, folder, parent=parent, place=place, **fields), findings


def _form(found: Found, path: str) -> tuple[ColumnForm | None, Place, list[Finding]]:
    data, unreadable = content(found.file, path)
    text, undecoded = decode(data or b"", path)
    findings = [*unreadable, *undecoded]
    if not text:
        if not findings:
            findings.append(
                fail("column", Place(path, 1, 1), "文件是空的。请写上 名称。", "The file is empty; give a name.")
            )
        return None, Place(path), findings
    front, _, broken = split(text, path)
    if broken:
        return None, Place(path), [*findings, *broken]
    matter = compose(front, path, ColumnForm)
    findings += matter.findings
    try:
        return ColumnForm.model_validate(matter.data), matter.place("name"), findings
    except ValidationError as error:
        if not any(each.rule == "yaml" and not matter.data for each in findings):
            findings += complaints.findings(error, "column", matter.places, matter.written, TITLES, EXAMPLES)
        wrong = {each["loc"][0] for each in error.errors()}
    rest = {key: value for key, value in matter.data.items() if key not in wrong}
    return ColumnForm.model_validate({"name": PurePosixPath(path).parent.name, **rest}), matter.place("name"), findings
