"""The whole chapter on one screen. What the store knows is not made again; nothing else depends on it."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from mingwen.each import Each, batches
from mingwen.fingerprint import Fingerprints, fingerprint
from mingwen.fingerprint import digest as digest_of
from mingwen.model import Asset, Column, Finding, Place, Settings, Site, Term
from mingwen.reading import assets as copied
from mingwen.reading.files import COLUMN, Digests, Found, content, walk
from mingwen.reading.glossary import GLOSSARY, glossary
from mingwen.reading.join import join
from mingwen.reading.keeping import TEXT, Passages, parse_kept
from mingwen.reading.links import Places
from mingwen.reading.outcome import fail, in_order
from mingwen.reading.parsed import Kept, Parsed, Readings, Source, Spelt, Target
from mingwen.reading.slug import slug
from mingwen.store import Store, packed, unpacked
from mingwen.theme_root import theme_root

HOME = "index.md"
# Texts put into the store at a time: what bounds the memory that they take.
AT_ONCE = 512

# Of a manuscript: its key, what was parsed with the document as it was finished, the targets of its links, the
# document's fingerprint, and that of all around the manuscript that it was read with.
Shelved = tuple[bytes, Kept, tuple[Target, ...], bytes, bytes]


def read_site(root: Path, each: Each) -> Site:
    """The site with all texts in memory."""
    store = Store(":memory:")
    try:
        site, passages = read_kept(root, each, store, b"")
        home = passages.whole(site.home) if site.home else None
        return replace(site, documents=tuple(map(passages.whole, site.documents)), home=home)
    finally:
        store.close()


def read_kept(root: Path, each: Each, store: Store, engine: bytes) -> tuple[Site, Passages]:
    """The site with bodies known by digest, and what fetches their texts. `engine` stands for the code that reads."""
    root = root.resolve()
    settings = _settings(root, store, engine)
    digests = Digests(_remembered(store, "files", b"", {}))
    files, unwalked = _manuscripts(root)
    columns, findings = _columns(files, settings.pinyin, store, engine)
    terms, misfits = _glossary(files)
    shelves: dict[str, dict[str, Shelved]] = {name: unpacked(value) for name, _, value in store.rows("folder")}
    shelved = {path: one for shelf in shelves.values() for path, one in shelf.items()}
    common = fingerprint(
        engine, tuple((one.name, one.key, one.folder) for one in columns), settings.pinyin,
        settings.lang, terms,
    )  # fmt: skip
    apart = {column.folder: fingerprint(common, column) for column in columns}
    kept, keys, changed, unreadable = _parsed(
        files, columns, settings, terms, (common, apart), shelved, each, store, digests
    )
    beside, unread = _beside(root, files, columns, settings.pinyin, store, engine, digests)
    static, unread_static = copied.static(root, theme_root(), digests)
    texts = {path: one.text for path, one in kept.items()}

    paths = tuple(asset.path for asset in static)
    places = Places(columns, kept, beside, Passages(store, texts).of, settings.base_url, paths)
    around = fingerprint(
        engine, columns, tuple(beside), paths, settings.base_url,
        tuple((path, one.sight) for path, one in kept.items()),
    )  # fmt: skip
    alone = store.value("join", "", around) is not None
    joined = join(kept, changed if alone else kept, places, static, alone=alone)
    if joined.findings:
        # They are not kept; the next build has to look at all manuscripts again to tell them again.
        store.drop("join", [""])
    elif not alone:
        store.keep("join", [("", around, b"")])
    for path, document in joined.documents.items():
        kept[path] = replace(kept[path], parsed=replace(kept[path].parsed, document=document))
        around = apart.get(posixpath.dirname(path.removeprefix("content/")), common)
        shelved[path] = keys[path], kept[path], joined.targets[path], Fingerprints().of(document), around
    shelved = {path: shelved[path] for path in kept}
    _shelve(store, shelves, shelved)
    if digests.seen != digests.known:
        store.keep("files", [("", b"", packed(digests.seen))])

    documents = {path: one.parsed.document for path, one in kept.items() if one.parsed.usable}
    home = documents.pop(f"content/{HOME}", None)
    found = [finding for one in kept.values() for finding in one.parsed.findings]
    site = Site(
        settings,
        columns,
        tuple(documents.values()),
        tuple(sorted((*static, *(asset for _, asset in beside)), key=lambda asset: asset.path)),
        home,
        in_order((*unwalked, *findings, *misfits, *unreadable, *unread, *unread_static, *found, *joined.findings)),
    )
    return site, Passages(
        store,
        texts,
        {path: one[2] for path, one in shelved.items()},
        tuple((one[1].parsed.document, one[3]) for one in shelved.values()),
    )


def _settings(root: Path, store: Store, engine: bytes) -> Settings:
    data, _ = content(os.fspath(root / "pyproject.toml"), "pyproject.toml")
    key = fingerprint(engine, data)
    if known := store.value("settings", "", key):
        settings: Settings = unpacked(known)
        return settings
    from mingwen.reading.settings import load

    made = load(root)
    store.keep("settings", [("", key, packed(made))])
    return made


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


def _parsed(
    files: Iterable[Found],
    columns: tuple[Column, ...],
    settings: Settings,
    terms: tuple[Term, ...],
    around: tuple[bytes, Mapping[str, bytes]],
    shelved: Mapping[str, Shelved],
    each: Each,
    store: Store,
    digests: Digests,
) -> tuple[dict[str, Kept], dict[str, bytes], set[str], list[Finding]]:
    """All manuscripts in order of their paths, with their keys; which of them are new; what cannot be read. `around`
    are the fingerprints of what manuscripts are read with, in no column and in each."""
    common, apart = around
    by_folder = {column.folder: column for column in columns}
    names = tuple((word, column.folder) for column in columns for word in (column.name, column.key))
    findings: list[Finding] = []
    keys: dict[str, bytes] = {}
    kept: dict[str, Kept | None] = {}
    unsure: list[tuple[str, Found, str]] = []

    def take(path: str, folder: str, digest: str) -> bool:
        """Whether the store has this very manuscript; then it is taken."""
        keys[path] = digest_of((apart.get(folder, common), path, digest))
        known = shelved.get(path)
        if known is None or known[0] != keys[path]:
            return False
        kept[path] = known[1]
        return True

    def sources(some: Iterable[tuple[str, Found, str]]) -> Iterator[Source]:
        for path, found, folder in some:
            data, unreadable = content(found.file, path)
            findings.extend(unreadable)
            if data is not None and not take(path, folder, digests.note(found, data)):
                before, spelt = _before(shelved.get(path), apart.get(folder, common), store)
                column = by_folder.get(folder)
                yield Source(path, data, column, names, settings.pinyin, settings.lang, terms, before, spelt)

    for found in files:
        folder, _, name = found.path.rpartition("/")
        if not name.endswith(".md") or name == COLUMN or found.path == GLOSSARY:
            continue
        path = f"content/{found.path}"
        if not folder and name != HOME:
            zh = "稿件要放在栏目的文件夹里；content/ 下只能直接放 index.md。"
            en = "A manuscript belongs in a column's folder; only index.md may lie in content/ itself."
            findings.append(fail("column", Place(path), zh, en))
        kept[path] = None
        digest = digests.of(found)
        if digest is None or not take(path, folder, digest):
            unsure.append((path, found, folder))

    changed: set[str] = set()
    for made in batches(each(parse_kept, sources(unsure), len(unsure)), AT_ONCE):
        paths = [one.parsed.document.path for one, _ in made]
        kept.update((path, one) for path, (one, _) in zip(paths, made, strict=True))
        changed.update(paths)
        store.keep(TEXT, ((path, one.text, text) for path, (one, text) in zip(paths, made, strict=True)))
    return {path: one for path, one in kept.items() if one is not None}, keys, changed, findings


def _before(known: Shelved | None, around: bytes, store: Store) -> tuple[Parsed | None, Spelt]:
    """What an earlier build read in a manuscript, if it read it with the same around it."""
    if known is None or known[4] != around:
        return None, ()
    parsed = known[1].parsed
    passage = Passages(store, {parsed.document.path: known[1].text}).of(parsed.document.path)
    return parsed, passage.spelt


def _beside(
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


def _shelve(store: Store, before: Mapping[str, dict[str, Shelved]], now: Mapping[str, Shelved]) -> None:
    """Put back what changed: one row for each folder, so that reading all of them is quick."""
    shelves: dict[str, dict[str, Shelved]] = {}
    for path, one in now.items():
        shelves.setdefault(path.rpartition("/")[0], {})[path] = one
    for folder, shelf in shelves.items():
        if not _same(before.get(folder, {}), shelf):
            store.keep("folder", [(folder, b"", packed(shelf))])
    store.drop("folder", before.keys() - shelves.keys())
    store.drop(TEXT, {path for shelf in before.values() for path in shelf} - now.keys())


def _same(before: Mapping[str, Shelved], now: Mapping[str, Shelved]) -> bool:
    """Whether no manuscript of a folder was read or finished anew."""
    return before.keys() == now.keys() and all(
        one[0] == before[path][0]
        and (one[1] is before[path][1] or one[1] == before[path][1])
        and one[2] == before[path][2]
        for path, one in now.items()
    )


def _remembered(
    store: Store, kind: str, key: bytes, default: dict[str, tuple[tuple[int, int, int, int], str]]
) -> dict[str, tuple[tuple[int, int, int, int], str]]:
    known = store.value(kind, "", key)
    return unpacked(known) if known else default
