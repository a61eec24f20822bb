"""The whole chapter on one screen. What the store knows is not made again; nothing else depends on it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mingwen.each import Each
from mingwen.fingerprint import Fingerprints, fingerprint
from mingwen.model import Finding, Place, Site
from mingwen.reading import assets as copied
from mingwen.reading.around import known_settings, look_around
from mingwen.reading.beside import files_beside
from mingwen.reading.files import Digests, Found, walk
from mingwen.reading.join import join
from mingwen.reading.keeping import Passages
from mingwen.reading.links import Places
from mingwen.reading.manuscripts import HOME, read_manuscripts
from mingwen.reading.outcome import fail, in_order
from mingwen.reading.shelves import Shelved, shelve, shelves
from mingwen.store import Store, packed, unpacked
from mingwen.theme_root import theme_root


def read_site(root: Path, each: Each) -> Site:
    """The site with all texts in memory."""
    store = Store(":memory:")
    try:
        site, passages = read_kept(root, each, store, b"")
        home = passages.whole(site.home) if site.home else None
        return replace(site, documents=tuple(map(passages.whole, site.documents)), home=home)
    finally:
        store.close()


def read_kept(
    root: Path, each: Each, store: Store, engine: bytes, progress: Callable[[int, int], None] = lambda done, total: None
) -> tuple[Site, Passages]:
    """The site with bodies known by digest, and what fetches their texts. `engine` stands for the code that reads."""
    root = root.resolve()
    settings = known_settings(root, store, engine)
    remembered = store.value("files", "", b"")
    digests = Digests(unpacked(remembered) if remembered else {})
    files, unwalked = _walked(root)
    around = look_around(settings, files, store, engine)
    before = shelves(store)
    shelved = {path: one for shelf in before.values() for path, one in shelf.items()}
    read = read_manuscripts(files, around, shelved, each, store, digests, progress)
    beside, unread = files_beside(root, files, around.columns, settings.pinyin, store, engine, digests)
    static, unread_static = copied.static(root, theme_root(), digests)
    kept = read.kept
    texts = {path: one.text for path, one in kept.items()}

    paths = tuple(asset.path for asset in static)
    places = Places(around.columns, kept, beside, Passages(store, texts).of, settings.base_url, paths)
    seen = fingerprint(
        engine, around.columns, tuple(beside), paths, settings.base_url,
        tuple((path, one.sight) for path, one in kept.items()),
    )  # fmt: skip
    alone = store.value("join", "", seen) is not None
    joined = join(kept, read.changed if alone else kept, places, static, alone=alone)
    if joined.findings:
        # They are not kept; the next build has to look at all manuscripts again to tell them again.
        store.drop("join", [""])
    elif not alone:
        store.keep("join", [("", seen, b"")])
    for path, document in joined.documents.items():
        kept[path] = replace(kept[path], parsed=replace(kept[path].parsed, document=document))
        folder = posixpath.dirname(path.removeprefix("content/"))
        shelved[path] = Shelved(
            read.keys[path], kept[path], joined.targets[path], Fingerprints().of(document), around.of(folder)
        )
    shelved = {path: shelved[path] for path in kept}
    shelve(store, before, shelved)
    if digests.seen != digests.known:
        store.keep("files", [("", b"", packed(digests.seen))])

    documents = {path: one.parsed.document for path, one in kept.items() if one.parsed.usable}
    home = documents.pop(f"content/{HOME}", None)
    found = [finding for one in kept.values() for finding in one.parsed.findings]
    site = Site(
        settings,
        around.columns,
        tuple(documents.values()),
        tuple(sorted((*static, *(asset for _, asset in beside)), key=lambda asset: asset.path)),
        home,
        in_order((*unwalked, *around.findings, *read.findings, *unread, *unread_static, *found, *joined.findings)),
    )
    return site, Passages(
        store,
        texts,
        {path: one.targets for path, one in shelved.items()},
        tuple((one.kept.parsed.document, one.document) for one in shelved.values()),
    )


def _walked(root: Path) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """All files of content/."""
    if not (root / "content").is_dir():
        zh, en = "没有 content/ 文件夹，稿件要放在里面。", "There is no folder content/; manuscripts belong there."
        return (), (fail("file", Place("content"), zh, en),)
    return walk(root / "content", "content")
