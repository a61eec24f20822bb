"""Pages of the same site that a page leads to, as far as they lie below the root; nothing is fetched."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urldefrag, urljoin

from mingwen.linting.dom import Node, Page
from mingwen.linting.refresh import delay
from mingwen.linting.styles import NONE

ONWARD = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
LOCATION = re.compile(r"location(?:\.href)?\s*\+?=\s*['\"]([^'\"]+)")
# A page larger than this is not read. Characters.
LARGEST = 2_000_000
# Redirects followed one after the other.
HOPS = 5
INDEX = "index.html"
# Stands for the site's own address, so that relative links can be compared.
HERE = "https://site.invalid/"


def address(page: Page, href: str) -> str:
    """Where a link leads, one spelling for each resource: fragment, index.html and redirects at once left out."""
    base = next((node.get("href").strip() for node in page.select("base[href]")), "")
    where = urldefrag(urljoin(base, href.strip()))[0]
    seen: set[str] = set()
    while (found := read(page, where)) is not None and len(seen) < HOPS:
        onward = redirect(found)
        if not onward or onward in seen:
            break
        seen.add(onward)
        where = urldefrag(urljoin(where, onward))[0]
    return unquote(urljoin(f"{HERE}{page.path}", where)).removesuffix(INDEX).rstrip("/")


def read(page: Page, href: str) -> str | None:
    """The text of the page that a link leads to, or None where it is not at hand."""
    path = page.styles.locate(href, page.path)
    if not path:
        return None
    for name in (path, f"{path}/{INDEX}"):
        text = page.styles.sheets.get(name)
        if text is not None and len(text) <= LARGEST and "<" in text:
            return text
    return None


@lru_cache(maxsize=256)
def words(text: str) -> str:
    """What a page says: its title and all its text, white space collapsed."""
    page = Page(text, "-", NONE)
    return " ".join([*(node.text for node in page.select("title")), *(node.text for node in page.select("body"))])


@lru_cache(maxsize=256)
def redirect(text: str) -> str:
    """Where a page sends its readers at once, "" for one that stays."""
    if "refresh" not in text.lower():
        return ""
    for meta in Page(text, "-", NONE).select("meta[http-equiv=refresh i][content]"):
        found = ONWARD.search(meta.get("content"))
        if found and delay(meta.get("content")) == 0:
            return found[1].strip()
    return ""


def same(page: Page, one: str, other: str) -> bool:
    """Whether two links lead to the same resource, or to pages that say the same."""
    if address(page, one) == address(page, other):
        return True
    texts = [read(page, href) for href in (one, other) if "?" not in href]
    if len(texts) < 2:
        return False
    return texts[0] is not None and texts[1] is not None and words(texts[0]) == words(texts[1]) != ""


def goal(link: Node) -> str:
    """Where a link leads: href, or the address in a script that sets location; "" where nobody can tell."""
    if href := (link.get("href") or link.get("xlink:href")).strip():
        return href
    found = LOCATION.search(link.get("onclick"))
    return found[1] if found else ""
