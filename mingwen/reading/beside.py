"""Files next to manuscripts, and where they go in the output."""

from __future__ import annotations

import posixpath
from pathlib import Path

from mingwen.fingerprint import fingerprint
from mingwen.model import Asset, Column, Finding
from mingwen.reading import assets as copied
from mingwen.reading.files import Digests, Found
from mingwen.reading.parsed import Readings
from mingwen.reading.slug import slug
from mingwen.store import Store, packed, unpacked


def files_beside(
    root: Path,
    files: tuple[Found, ...],
    columns: tuple[Column, ...],
    readings: Readings,
    store: Store,
    engine: bytes,
    digests: Digests,
) -> tuple[list[tuple[str, Asset]], tuple[Finding, ...]]:
    """Files next to manuscripts, by their path below content/."""
    others = [found for found in files if not found.path.endswith(".md")]
    keys = {column.folder: column.key for column in columns}
    key = fingerprint(engine, readings, tuple(keys.items()), tuple(found.path for found in others))
    known = store.value("beside", "", key)
    outputs: list[str] = unpacked(known) if known else [_output(found.path, keys, readings) for found in others]
    if known is None:
        store.keep("beside", [("", key, packed(outputs))])
    assets, findings = copied.collect(root, zip(others, outputs, strict=True), digests)
    by_source = {f"content/{found.path}": found.path for found in others}
    return [(by_source[_composed(asset.source)], asset) for asset in assets], findings


def _composed(path: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", path)


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
