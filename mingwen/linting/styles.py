"""The stylesheets that a page links, by path; never fetched from anywhere.

A sheet's path is the page's own folder joined with the link as written, without its query. Links that begin with "/"
are looked up below `root`, and nowhere where that is None.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mingwen.linting.css.media import Media

if TYPE_CHECKING:
    from mingwen.linting.dom import Page

REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Styles:
    """`sheets` gives the text of a stylesheet by its path; a missing one is left out of account.

    `media` is the state of the reader's system in which pages are looked at.
    `base_url` is where the site is published: links that begin with it lead below `root`, and a link from "/" does so
    only below the path of `base_url`.
    """

    sheets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    root: str | None = ""
    media: Media = field(default_factory=Media)
    base_url: str = ""

    def linked(self, page: Page) -> list[tuple[str, str]]:
        """Path and text of each local stylesheet that the page links, in order."""
        found = []
        for node in page.nodes.values():
            if node.tag == "link" and "stylesheet" in node.get("rel").lower().split():
                path = self.locate(node.get("href").strip(), page.path)
                if path and (text := self.sheets.get(path)) is not None:
                    found.append((path, text))
        return found

    def locate(self, href: str, page: str) -> str:
        """Where a link leads, as a key of `sheets`; "" for one that leaves the site."""
        href = local(href, self.base_url)
        if not href or REMOTE.match(href):
            return ""
        path = unquote(href.split("#", 1)[0].split("?", 1)[0])
        if path.startswith("/"):
            if self.root is None:
                return ""
            return posixpath.normpath(posixpath.join(self.root, path.lstrip("/")))
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def local(href: str, base_url: str) -> str:
    """A link into the site that is published at `base_url` as one from "/", its root; a link from "/" to another part
    of the same server as a whole address; others as they are."""
    if not base_url:
        return href
    origin = base_url[: base_url.index("/", base_url.index("//") + 2)]
    whole = origin + href if href.startswith("/") and not href.startswith("//") else href
    if whole.startswith(base_url):
        return "/" + whole.removeprefix(base_url)
    return "/" if whole + "/" == base_url else whole


NONE = Styles()


@dataclass(frozen=True, slots=True)
class Declaration:
    """One property of a rule in a stylesheet; `selector` is its prelude, `media` the conditions around it."""

    selector: str
    name: str
    value: str
    important: bool
    media: str
    line: int
    column: int


@lru_cache(maxsize=64)
def declarations(css: str) -> tuple[Declaration, ...]:
    """All declarations of a stylesheet in order, those inside @media, @supports and @layer with their conditions."""
    import tinycss2

    found: list[Declaration] = []
    stack = [(rule, "") for rule in reversed(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))]
    while stack:
        rule, media = stack.pop()
        if rule.type == "at-rule" and rule.content and rule.lower_at_keyword in {"media", "supports", "layer"}:
            condition = tinycss2.serialize(rule.prelude).strip()
            around = f"{media} and {condition}" if media else condition
            if rule.lower_at_keyword != "media":
                around = media
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            stack.extend((child, around) for child in reversed(inner))
        elif rule.type == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude).strip()
            found.extend(
                Declaration(
                    selector,
                    item.name if item.name.startswith("--") else item.lower_name,
                    tinycss2.serialize(item.value).strip(),
                    item.important,
                    media,
                    item.source_line,
                    item.source_column,
                )
                for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
                if item.type == "declaration"
            )
    return tuple(found)
