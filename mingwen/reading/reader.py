"""The whole chapter on one screen."""

from __future__ import annotations

import posixpath
from pathlib import Path

from mingwen.each import Each
from mingwen.model import Asset, Column, Finding, Place, Settings, Site, Term
from mingwen.reading import assets as copied
from mingwen.reading.columns import columns as read_columns
from mingwen.reading.files import COLUMN, Found, content, walk
from mingwen.reading.glossary import GLOSSARY, glossary
from mingwen.reading.join import join
from mingwen.reading.outcome import fail, in_order
from mingwen.reading.parse import Source, parse
from mingwen.reading.settings import load
from mingwen.reading.slug import Readings, slug
from mingwen.theme_root import theme_root

HOME = "index.md"


def read_site(root: Path, each: Each) -> Site:
    settings = load(root)
    files, unwalked = _manuscripts(root)
    columns, findings = read_columns(files, settings.pinyin)
    terms, misfits = _glossary(files)
    sources, unreadable = _sources(files, columns, settings, terms)
    parsed = each(parse, sources)
    beside, unread = _beside(root, files, columns, settings.pinyin)
    static, unread_static = copied.static(root, theme_root())
    joined = join(columns, parsed, beside, static)
    home = next((document for document in joined.documents if document.path == f"content/{HOME}"), None)
    return Site(
        settings,
        columns,
        tuple(document for document in joined.documents if document is not home),
        tuple(sorted((*static, *(asset for _, asset in beside)), key=lambda asset: asset.path)),
        home,
        in_order((*unwalked, *findings, *misfits, *unreadable, *unread, *unread_static, *joined.findings)),
    )


def _manuscripts(root: Path) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    if not (root / "content").is_dir():
        zh, en = "没有 content/ 文件夹，稿件要放在里面。", "There is no folder content/; manuscripts belong there."
        return (), (fail("file", Place("content"), zh, en),)
    return walk(root / "content", "content")


def _glossary(files: tuple[Found, ...]) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    """What content/_glossary.md explains; nothing where it is not there."""
    found = next((each for each in files if each.path == GLOSSARY), None)
    if found is None:
        return (), ()
    data, unreadable = content(found.file, f"content/{GLOSSARY}")
    terms, findings = glossary(data or b"", f"content/{GLOSSARY}")
    return terms, (*unreadable, *findings)


def _sources(
    files: tuple[Found, ...], columns: tuple[Column, ...], settings: Settings, terms: tuple[Term, ...]
) -> tuple[tuple[Source, ...], list[Finding]]:
    by_folder = {column.folder: column for column in columns}
    names = tuple((word, column.folder) for column in columns for word in (column.name, column.key))
    sources: list[Source] = []
    findings: list[Finding] = []
    for found in files:
        folder, name = posixpath.split(found.path)
        if not name.endswith(".md") or name == COLUMN or found.path == GLOSSARY:
            continue
        path = f"content/{found.path}"
        data, unreadable = content(found.file, path)
        findings += unreadable
        if not folder and name != HOME:
            zh = "稿件要放在栏目的文件夹里；content/ 下只能直接放 index.md。"
            en = "A manuscript belongs in a column's folder; only index.md may lie in content/ itself."
            findings.append(fail("column", Place(path), zh, en))
        if data is not None:
            sources.append(Source(path, data, by_folder.get(folder), names, settings.pinyin, settings.lang, terms))
    return tuple(sources), findings


def _beside(
    root: Path, files: tuple[Found, ...], columns: tuple[Column, ...], readings: Readings
) -> tuple[list[tuple[str, Asset]], tuple[Finding, ...]]:
    """Files next to manuscripts, by their path below content/."""
    keys = {column.folder: column.key for column in columns}
    others = [found for found in files if not found.path.endswith(".md")]
    assets, findings = copied.collect(root, ((found, _output(found.path, keys, readings)) for found in others))
    by_source = {found.file.relative_to(root).as_posix(): found.path for found in others}
    return [(by_source[asset.source], asset) for asset in assets], findings


def _output(path: str, keys: dict[str, str], readings: Readings) -> str:
    """Where a file of content/ goes: its column's folder, and pinyin where its own names are not ASCII."""
    folder, name = posixpath.split(path)
    below: list[str] = []
    while folder and folder not in keys:
        folder, part = posixpath.split(folder)
        below.insert(0, slug(part, readings))
    stem, dot, extension = name.rpartition(".")
    plain = dot and stem and extension.isascii() and extension.isalnum()
    named = f"{slug(stem, readings)}.{extension.lower()}" if plain else slug(name, readings)
    return "/".join(part for part in (keys.get(folder, ""), *below, named) if part)
