"""Which manuscripts the store knows, and parsing of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from mingwen.each import Each, batches
from mingwen.fingerprint import digest as digest_of
from mingwen.model import Finding, Place
from mingwen.reading.around import Around
from mingwen.reading.files import COLUMN, Digests, Found, content
from mingwen.reading.glossary import GLOSSARY
from mingwen.reading.keeping import TEXT, Passages, parse_kept
from mingwen.reading.outcome import fail
from mingwen.reading.parsed import Kept, Parsed, Source, Spelt
from mingwen.reading.shelves import Shelved
from mingwen.store import Store

T = TypeVar("T")

HOME = "index.md"
# Texts put into the store at a time: what bounds the memory that they take.
AT_ONCE = 512


@dataclass
class Manuscripts:
    """All that can be read, in order of paths, with their keys; which are `changed`; `findings` of what cannot be."""

    kept: dict[str, Kept] = field(default_factory=dict)
    keys: dict[str, bytes] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def read_manuscripts(
    files: Iterable[Found], around: Around, shelved: Mapping[str, Shelved], each: Each, store: Store, digests: Digests,
    progress: Callable[[int, int], None],
) -> Manuscripts:  # fmt: skip
    """Take what the store has and parse the rest; texts go into the store. `progress` is told how many of those that
    look changed are parsed."""
    read = Manuscripts()
    order: list[str] = []
    unsure: list[tuple[str, Found]] = []

    def take(path: str, digest: str) -> bool:
        """Whether the store has this very manuscript; then it is taken."""
        read.keys[path] = digest_of((around.of(_folder(path)), path, digest))
        known = shelved.get(path)
        if known is None or known.key != read.keys[path]:
            return False
        read.kept[path] = known.kept
        return True

    for found in files:
        folder, _, name = found.path.rpartition("/")
        if not name.endswith(".md") or name == COLUMN or found.path == GLOSSARY:
            continue
        path = f"content/{found.path}"
        if not folder and name != HOME:
            zh = "稿件要放在栏目的文件夹里；content/ 下只能直接放 index.md。"
            en = "A manuscript belongs in a column's folder; only index.md may lie in content/ itself."
            read.findings.append(fail("column", Place(path), zh, en))
        order.append(path)
        digest = digests.of(found)
        if digest is None or not take(path, digest):
            unsure.append((path, found))

    columns = {column.folder: column for column in around.columns}
    names = tuple((word, column.folder) for column in around.columns for word in (column.name, column.key))
    settings = around.settings

    def sources() -> Iterator[Source]:
        """What has to be parsed: files that look changed, and are."""
        for path, found in unsure:
            data, unreadable = content(found.file, path)
            read.findings.extend(unreadable)
            if data is not None and not take(path, digests.note(found, data)):
                before, spelt = _before(shelved.get(path), around.of(_folder(path)), store)
                column = columns.get(_folder(path))
                yield Source(path, data, column, names, settings.pinyin, settings.lang, around.terms, before, spelt)

    for made in batches(_counted(each(parse_kept, sources(), len(unsure)), len(unsure), progress), AT_ONCE):
        paths = [one.parsed.document.path for one, _ in made]
        read.kept.update((path, one) for path, (one, _) in zip(paths, made, strict=True))
        read.changed.update(paths)
        store.keep(TEXT, ((path, one.text, text) for path, (one, text) in zip(paths, made, strict=True)))
    read.kept = {path: read.kept[path] for path in order if path in read.kept}
    return read


def _counted(results: Iterable[T], total: int, progress: Callable[[int, int], None]) -> Iterator[T]:
    """The results, with `progress` told now and then."""
    for done, result in enumerate(results, start=1):
        yield result
        if done % 16 == 0 or done == total:
            progress(done, total)


def _folder(path: str) -> str:
    """content/zwgk/gh/a.md → zwgk/gh."""
    return path.removeprefix("content/").rpartition("/")[0]


def _before(known: Shelved | None, around: bytes, store: Store) -> tuple[Parsed | None, Spelt]:
    """What an earlier build read in a manuscript, if it read it with the same around it."""
    if known is None or known.around != around:
        return None, ()
    parsed = known.kept.parsed
    passage = Passages(store, {parsed.document.path: known.kept.text}).of(parsed.document.path)
    return parsed, passage.spelt
