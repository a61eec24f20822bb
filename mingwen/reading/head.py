"""What the front matter of a manuscript gives, apart from how it is read: pydantic is only loaded for what is new."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace

from mingwen.fingerprint import fingerprint
from mingwen.model import Body, Document, Finding, Link
from mingwen.reading.parsed import Parsed, Source
from mingwen.reading.slug import slug


@dataclass(frozen=True, slots=True)
class Head:
    """A document without its body, and what of it other files must complete; see Parsed."""

    document: Document
    lang: str
    usable: bool = True
    files: tuple[tuple[Link, str], ...] = ()
    audio: Link | None = None
    interprets: tuple[Link, ...] = ()
    interpreted_by: tuple[Link, ...] = ()
    aliases: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()


def head(front: str, source: Source) -> Head:
    """What the front matter says. If it is as it was and nothing was wrong in the manuscript, it says what it said."""
    before = source.before
    if before is not None and before.front == fingerprint(front) and before.usable and not before.findings:
        return _said(before)
    from mingwen.reading.head_forms import read_head

    return read_head(front, source)


def _said(before: Parsed) -> Head:
    """What the front matter gave an earlier build, without what the body and other files added."""
    document = replace(
        before.document, body=Body(""), headings=(), links=(), attachments=(), interprets=(), interpreted_by=(),
        aliases=(), characters=0, audio=None, terms=(),
    )  # fmt: skip
    return Head(
        document,
        document.lang,
        files=before.files,
        audio=before.audio,
        interprets=before.interprets,
        interpreted_by=before.interpreted_by,
        aliases=before.aliases,
    )


def stand_in(source: Source, name: str = "") -> Document:
    """A document of which only the address is sure."""
    stem = posixpath.splitext(posixpath.basename(source.path))[0]
    key = source.column.key if source.column else ""
    name = name or slug(stem, source.readings)
    return Document(
        path=source.path, url=f"{key}/{name}.html".lstrip("/"), column=key, kind="", title=stem, body=Body("")
    )  # fmt: skip
