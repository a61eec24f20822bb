"""Which documents are published on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mingwen.model import Document, Finding, Place, Site, Skipped, Text

CONTENT = "content/"
UNMENTIONED = Text(
    "没有稿件用到这个文件，它却会随网站发布。请人工确认：要发布，就在稿件里写上链接；不要，就移出 content/。",
    "No manuscript uses this file, and yet it is published with the site. Link it from a manuscript, or move it out of "
    "content/.",
)


def due(documents: Iterable[Document], today: date) -> tuple[tuple[Document, ...], Skipped]:
    """The documents of this day in a fixed order (path), and how many were kept out, by reason."""
    published, drafts, early, expired = [], 0, 0, 0
    for document in sorted(documents, key=lambda document: document.path):
        if document.draft:
            drafts += 1
        elif document.date is not None and document.date.date() > today:
            early += 1
        elif document.expires is not None and document.expires <= today:
            expired += 1
        else:
            published.append(document)
    return tuple(published), Skipped(drafts, early, expired)


def withheld(documents: Iterable[Document], published: Iterable[Document]) -> frozenset[str]:
    """Output paths of files that only unpublished documents have: a result must not be out before its notice."""
    shown = tuple(published)
    out = {document.path for document in shown}
    waiting = {path for document in documents if document.path not in out for path in document.files}
    return frozenset(waiting.difference(*(document.files for document in shown)) if waiting else ())


def unmentioned(site: Site) -> tuple[Finding, ...]:
    """A question for each file beside manuscripts that none of them shows or links: it would be published all the same,
    and may have been left there by mistake. Nothing is asked while manuscripts have mistakes: nobody knows what those
    that could not be read use."""
    if any(finding.verdict == "fail" for finding in site.findings):
        return ()
    files = {asset.path: asset.source for asset in site.assets if asset.source.startswith(CONTENT)}
    if not files:
        return ()
    for document in (*site.documents, *((site.home,) if site.home else ())):
        for path in document.files:
            files.pop(path, None)
    return tuple(
        Finding("unmentioned-file", "unmentioned", "ask", Place(source), UNMENTIONED) for source in files.values()
    )
