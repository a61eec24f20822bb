"""What parsing takes and gives, apart from the parser: the store is read without loading Markdown or pydantic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from mingwen.model import Column, Document, Finding, Heading, Link, Term

Readings = tuple[tuple[str, str], ...]
# Headings with their words as ids spell them: 便民服务 → bian, min, fu, wu.
Spelt = tuple[tuple[str, tuple[str, ...]], ...]

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Source:
    """A manuscript to parse. `path` is "content/…/a.md"; `column` is None for the home page's own.

    `before` and `spelt` are what an earlier build read here, and how it spelt the headings, if all around the
    manuscript is as it was then: they make reading quicker, never different.
    """

    path: str
    data: bytes
    column: Column | None
    names: tuple[tuple[str, str], ...] = ()
    readings: Readings = ()
    lang: str = "zh-CN"
    terms: tuple[Term, ...] = ()
    before: Parsed | None = None
    spelt: Spelt = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an image. `link.href` is as typed; `gap` is its number in the unfinished HTML."""

    link: Link
    kind: Literal["link", "image"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document whose body and files still hold gaps. `usable` is False where its front matter could not be read.

    `front` is the fingerprint of the front matter, `spelt` the words of the headings in letters.
    """

    document: Document
    usable: bool = True
    references: tuple[Reference, ...] = ()
    ids: frozenset[str] = frozenset()
    files: tuple[tuple[Link, str], ...] = ()
    audio: Link | None = None
    interprets: tuple[Link, ...] = ()
    interpreted_by: tuple[Link, ...] = ()
    aliases: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    front: bytes = b""
    spelt: Spelt = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The long part of a manuscript, read only when it is shown: HTML with gaps, the manuscript's line for each of
    its lines, headings, links as typed, and every id that a link can name."""

    html: str
    lines: tuple[int, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    ids: frozenset[str]
    spelt: Spelt = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A parsed manuscript without its passage. `sight` is the fingerprint of what other manuscripts see of it: its
    address, the places links can lead to, whom it interprets, its old addresses. `text` is that of its passage,
    `words` that of the HTML in it."""

    parsed: Parsed
    sight: bytes
    text: bytes
    words: bytes


@dataclass(frozen=True, slots=True)
class Target:
    """A resolved href, and for a file to download what is said of it after the link's words."""

    href: str
    suffix: str = ""


def alias_path(alias: str) -> str:
    """An old URL as the path of the file that answered to it; "" where it cannot be one."""
    path = unquote(urlsplit(alias).path).lstrip("/")
    path = f"{path}index.html" if path.endswith("/") else path
    good = path and ".." not in path.split("/") and PurePosixPath(path).suffix in (".html", ".htm", ".shtml")
    return path if good else ""
