"""All manuscripts side by side: links find their targets, interpretations each other, and no two share an address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from mingwen.fingerprint import fingerprint
from mingwen.model import HANT, MODES, Asset, Attachment, Body, Document, Finding, Link, Place
from mingwen.reading.assets import file_type
from mingwen.reading.links import Places
from mingwen.reading.outcome import fail
from mingwen.reading.parsed import Kept, Parsed, Target, alias_path

# Pages and files that planning makes for every site.
MADE = ("index.html", "sitemap.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt")
# Sounds that browsers of the last five years play.
SOUNDS = (".mp3", ".m4a", ".wav", ".ogg")
# How a gap says that it is filled with the address of a file.
ASSET = "asset:/"
# Further list pages of a column.
PAGER = re.compile(r"(^|/)index_[0-9]+\.html$")

# What each document interprets, and what interprets it, by path.
Pairs = tuple[Mapping[str, set[str]], Mapping[str, set[str]]]


@dataclass(frozen=True, slots=True)
class Joined:
    """What all manuscripts together say. A document's body is known by its digest alone; `targets` are what its gaps
    are filled with."""

    documents: dict[str, Document]
    targets: dict[str, tuple[Target, ...]]
    findings: tuple[Finding, ...]


def join(
    kept: Mapping[str, Kept], paths: Iterable[str], places: Places, static: Sequence[Asset], *, alone: bool = False
) -> Joined:
    """Finish the documents of `paths`; with `alone`, what concerns all manuscripts together is known to stand."""
    findings: list[Finding] = []
    pairs = _pairs(places, kept, findings)
    documents: dict[str, Document] = {}
    targets: dict[str, tuple[Target, ...]] = {}
    for path in paths:
        document, filled = _finished(kept[path], places, pairs, findings)
        documents[path], targets[path] = document, filled
    if not alone:
        findings += _collisions(places, kept, static)
    return Joined(documents, targets, tuple(findings))


def _pairs(places: Places, kept: Mapping[str, Kept], findings: list[Finding]) -> Pairs:
    """Both ends of every pair of interpretation and policy that either side states (国办发〔2017〕47号: linked both
    ways), by the path of each."""
    interprets: defaultdict[str, set[str]] = defaultdict(set)
    interpreted_by: defaultdict[str, set[str]] = defaultdict(set)
    for each in (one.parsed for one in kept.values() if one.parsed.interprets or one.parsed.interpreted_by):
        for links, forward in ((each.interprets, True), (each.interpreted_by, False)):
            for link in links:
                other = places.manuscript(link, each.document)
                if other is each:
                    zh, en = f"“{link.href}”就是这篇稿件自己。", f"{link.href} is this manuscript itself."
                    findings.append(fail("link-target", link.place, zh, en, link.href))
                    continue
                if other is None:
                    findings.append(places.missing(link, each.document, "manuscript"))
                    continue
                here, there = each.document.path, other.document.path
                says, about = (here, there) if forward else (there, here)
                interprets[says].add(about)
                interpreted_by[about].add(says)
    return interprets, interpreted_by


def _finished(kept: Kept, places: Places, pairs: Pairs, findings: list[Finding]) -> tuple[Document, tuple[Target, ...]]:
    document, targets = kept.parsed.document, []
    for reference in kept.parsed.references:
        target, finding = places.target(reference, document)
        targets.append(target)
        findings += [finding] if finding else []
    interprets, interpreted_by = pairs
    finished = replace(
        document,
        body=Body("", fingerprint(kept.text, *targets).hex(), words=fingerprint(kept.words, *targets).hex()),
        attachments=_attachments(kept.parsed, places, findings),
        audio=_audio(kept.parsed, places, findings),
        interprets=tuple(sorted(interprets.get(document.path, ()))),
        interpreted_by=tuple(sorted(interpreted_by.get(document.path, ()))),
        aliases=_aliases(kept.parsed, findings),
        shown=tuple(
            sorted({unquote(target.href.removeprefix(ASSET)) for target in targets if target.href.startswith(ASSET)})
        ),
    )
    return finished, tuple(targets)


def _attachments(each: Parsed, places: Places, findings: list[Finding]) -> tuple[Attachment, ...]:
    attachments = []
    for link, title in each.files:
        asset = places.asset(link, each.document)
        if asset is None:
            findings.append(places.missing(link, each.document, "attachment"))
        else:
            kind = file_type(asset.path)
            name = kind.zh if each.document.lang.startswith("zh") else kind.en
            attachments.append(Attachment(title, asset.path, name, asset.size))
    return tuple(attachments)


def _audio(each: Parsed, places: Places, findings: list[Finding]) -> Attachment | None:
    """The recording of the text, which must be a sound that browsers play."""
    link = each.audio
    if link is None:
        return None
    asset = places.asset(link, each.document)
    if asset is None:
        findings.append(places.missing(link, each.document, "attachment"))
        return None
    if not asset.path.endswith(SOUNDS):
        zh = f"“{link.href}”不是浏览器能放的录音，请转成 mp3。"
        findings.append(fail("front-matter", link.place, zh, f"Browsers cannot play {link.href}; make it mp3."))
    kind = file_type(asset.path)
    return Attachment("", asset.path, kind.zh if each.document.lang.startswith("zh") else kind.en, asset.size)


def _aliases(each: Parsed, findings: list[Finding]) -> tuple[str, ...]:
    aliases = []
    for link in each.aliases:
        path = alias_path(link.href)
        if path:
            aliases.append(path)
        else:
            zh = f"旧网址“{link.href}”要写成 /旧文件夹/旧文件.html 的样子。"
            en = f"Write the old URL {link.href} like /folder/file.html."
            findings.append(fail("front-matter", link.place, zh, en))
    return tuple(aliases)


def _collisions(places: Places, kept: Mapping[str, Kept], static: Iterable[Asset]) -> list[Finding]:
    """Every address that two things claim. Addresses that differ in case only collide too: some servers see no case."""
    claims: dict[str, list[tuple[Place, str]]] = defaultdict(list)

    def claim(url: str, place: Place) -> None:
        claims[url.casefold()].append((place, url))

    for url in MADE:
        claim(url, Place(""))
    parsed = [each.parsed for each in kept.values()]
    for column in places.columns.values():
        claim(column.url, Place(column.place.path))
    for each in parsed:
        if each.document.path != "content/index.md":
            claim(each.document.url, Place(each.document.path))
        for link in each.aliases:
            claim(alias_path(link.href), link.place)
    for asset in (*static, *places.assets.values()):
        claim(asset.path, Place(asset.source))
    findings = [_pager(each) for each in parsed if PAGER.search(each.document.url)]
    findings += [_collision(claimed) for url, claimed in claims.items() if url and len(claimed) > 1]
    prefixes = tuple(mode.prefix for mode in (*MODES, HANT) if mode.prefix)
    for each in parsed:
        findings += [_reserved(link) for link in each.aliases if alias_path(link.href).startswith(prefixes)]
    return findings


def _collision(claimed: list[tuple[Place, str]]) -> Finding:
    (first, url), *_ = claimed
    last = claimed[-1][0]
    if not first.path:
        zh, en = (
            f"网址 {url} 是网站自动生成的，请换个文件名或网址名。",
            f"{url} is made for every site; choose another name.",
        )
    else:
        paths = sorted({str(place) for place, _ in claimed})
        zh = f"网址 {url} 被几个文件同时占用：{'、'.join(paths)}。请给其中一个写上不同的 网址名（slug）。"
        en = f"{url} is claimed by several files: {', '.join(paths)}. Give one of them another slug."
    return fail("duplicate-url", last, zh, en, url)


def _pager(each: Parsed) -> Finding:
    url = each.document.url
    zh, en = (
        f"网址 {url} 留给栏目的列表页，请换个文件名或网址名。",
        f"{url} is kept for list pages; choose another name.",
    )
    return fail("duplicate-url", Place(each.document.path), zh, en, url)


def _reserved(link: Link) -> Finding:
    zh, en = (
        f"旧网址“{link.href}”落在各版自己的文件夹里，不能用。",
        f"The old URL {link.href} lies in a mode's own folder.",
    )
    return fail("duplicate-url", link.place, zh, en)
