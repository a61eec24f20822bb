"""What every manuscript is read with: settings, columns, glossary. The store has them where files are as before."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mingwen.fingerprint import fingerprint
from mingwen.model import Column, Finding, Settings, Term
from mingwen.reading.files import COLUMN, Found, content
from mingwen.reading.glossary import GLOSSARY, glossary
from mingwen.reading.parsed import Readings
from mingwen.store import Store, packed, unpacked


@dataclass(frozen=True, slots=True)
class Around:
    """`common` is the fingerprint of all that a manuscript in no column is read with, `apart` that of each folder with
    its column; `findings` are mistakes in columns and glossary."""

    settings: Settings
    columns: tuple[Column, ...]
    terms: tuple[Term, ...]
    common: bytes
    apart: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()

    def of(self, folder: str) -> bytes:
        """The fingerprint of what a manuscript in this folder of content/ is read with."""
        return self.apart.get(folder, self.common)


def look_around(settings: Settings, files: tuple[Found, ...], store: Store, engine: bytes) -> Around:
    """Columns and glossary among the files of content/. `engine` stands for the code that reads."""
    columns, findings = _columns(files, settings.pinyin, store, engine)
    terms, misfits = _glossary(files)
    common = fingerprint(
        engine, tuple((one.name, one.key, one.folder) for one in columns), settings.pinyin, settings.lang, terms
    )
    apart = {column.folder: fingerprint(common, column) for column in columns}
    return Around(settings, columns, terms, common, apart, (*findings, *misfits))


def known_settings(root: Path, store: Store, engine: bytes) -> Settings:
    """What pyproject.toml says; raises SettingsError."""
    data, _ = content(os.fspath(root / "pyproject.toml"), "pyproject.toml")
    key = fingerprint(engine, data)
    if known := store.value("settings", "", key):
        settings: Settings = unpacked(known)
        return settings
    from mingwen.reading.settings import load

    made = load(root)
    store.keep("settings", [("", key, packed(made))])
    return made


def _glossary(files: tuple[Found, ...]) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    """What content/_glossary.md explains; nothing where it is not there."""
    found = next((each for each in files if each.path == GLOSSARY), None)
    if found is None:
        return (), ()
    data, unreadable = content(found.file, f"content/{GLOSSARY}")
    terms, findings = glossary(data or b"", f"content/{GLOSSARY}")
    return terms, (*unreadable, *findings)


def _columns(
    files: tuple[Found, ...], readings: Readings, store: Store, engine: bytes
) -> tuple[tuple[Column, ...], tuple[Finding, ...]]:
    folders = sorted({posixpath.dirname(found.path) for found in files if found.path.endswith(".md")})
    own = tuple((found.path, *content(found.file, found.path)) for found in files if found.path.endswith(COLUMN))
    key = fingerprint(engine, readings, tuple(folders), own)
    if known := store.value("columns", "", key):
        made: tuple[tuple[Column, ...], tuple[Finding, ...]] = unpacked(known)
        return made
    from mingwen.reading.columns import columns

    made = columns(files, readings)
    store.keep("columns", [("", key, packed(made))])
    return made
