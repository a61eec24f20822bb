"""Pages of the same site that a page leads to, as far as they lie below the root; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from urllib.parse import unquote

from mingwen.linting.addresses import joined, split, without_fragment
from mingwen.linting.dom import Node, Page, squeeze
from mingwen.linting.memory import once_a_page
from mingwen.linting.refresh import delay
from mingwen.linting.styles import NONE

ONWARD = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
LOCATION = re.compile(r"location(?:(?:\.href|\.hash)?\s*\+?=\s*|\.(?:assign|replace)\(\s*)['\"]([^'\"]+)")
# A page larger than this is not read. Characters.
LARGEST = 2_000_000
# Redirects followed one after the other.
HOPS = 5
INDEX = "index.html"
# What servers show for a folder.
INDEXES = re.compile(r"/(index|default)\.(s?html?|php|jsp|aspx?)$", re.IGNORECASE)
# Where a page says itself at which address it is published.
HOSTS = (
    "link[rel=canonical i][href], meta[property='og:url' i][content], meta[name=url i][content], "
    "meta[name=sitedomain i][content]"
)
# Stands for the site's own address, so that relative links can be compared.
HOME = "site.invalid"
HERE = f"https://{HOME}/"


def address(page: Page, href: str) -> str:
    """Where a link leads, one spelling for each resource: fragment, index.html and redirects at once left out, http
    taken for https, and the site's own host, where it is known, for none."""
    base = next((node.get("href").strip() for node in page.select("base[href]")), "")
    where = without_fragment(joined(base, href.strip()))
    seen: set[str] = set()
    while (found := read(page, where)) is not None and len(seen) < HOPS:
        onward = redirect(found)
        if not onward or onward in seen:
            break
        seen.add(onward)
        where = without_fragment(joined(where, onward))
    whole = split(joined(HERE + inside(page), where))
    if whole.scheme not in {"http", "https"}:
        return where
    host = HOME if whole.netloc.lower() in hosts(page) else whole.netloc.lower()
    path = INDEXES.sub("", unquote(whole.path)).rstrip("/")
    return f"{host}{path}" + (f"?{whole.query}" if whole.query else "")


def inside(page: Page) -> str:
    """The page's path below the site's root, or as it was named where there is none."""
    root = page.styles.root
    return page.path.removeprefix(f"{root}/") if root else page.path


@once_a_page
def hosts(page: Page) -> frozenset[str]:
    """Hosts under which the site of a page is published, as far as the page or the command says."""
    said = [page.styles.base_url, *(node.get("href") or node.get("content") for node in page.select(HOSTS))]
    found = {split(each if "//" in each else f"//{each}").netloc.lower() for each in map(str.strip, said)}
    return frozenset(found - {""})


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


@contextmanager
def parsed(text: str) -> Iterator[Page]:
    """Another page, only as long as it is looked at."""
    page = Page(text, "-", NONE)
    try:
        yield page
    finally:
        page.release()


@lru_cache(maxsize=256)
def words(text: str) -> str:
    """What a page says: its title and all its text, white space collapsed."""
    with parsed(text) as page:
        return " ".join(node.text for node in (*page.select("title"), *page.select("body")))


@lru_cache(maxsize=256)
def headlines(text: str) -> frozenset[str]:
    """What the headings of a page say, without white space."""
    with parsed(text) as page:
        return frozenset(squeeze(node.text) for node in page.select("h1, h2, h3"))


@lru_cache(maxsize=256)
def redirect(text: str) -> str:
    """Where a page sends its readers at once, "" for one that stays."""
    if "refresh" not in text.lower():
        return ""
    with parsed(text) as page:
        for meta in page.select("meta[http-equiv=refresh i][content]"):
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


def is_action(link: Node) -> bool:
    """Whether a script does something where a link would lead somewhere, as far as the address tells."""
    href = link.get("href").strip()
    if "href" not in link.attributes or LOCATION.search(link.get("onclick")):
        return False
    return (
        href in {"", "#"} or href.lower().startswith("javascript:") or (href[-1] == "#" and link.get("onclick") != "")
    )


def goal(link: Node) -> str:
    """Where a link leads: href, or the address in a script that sets location; "" where nobody can tell."""
    if href := (link.get("href") or link.get("xlink:href")).strip():
        return href
    found = LOCATION.search(link.get("onclick"))
    return found[1] if found else ""
