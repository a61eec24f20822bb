"""Blocks of content that other pages of the site repeat, such as the menu, and what lets a reader pass over them.

A page that this one links to shows what is repeated, where it lies on disk. Where none does, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from mingwen.linting.ancestry import within
from mingwen.linting.cascade import author, speaks_of
from mingwen.linting.dom import XML_FILE, Node, Page, squeeze
from mingwen.linting.headings import exposed
from mingwen.linting.linked import goal, headlines, words
from mingwen.linting.memory import once_a_page
from mingwen.linting.roles import role
from mingwen.linting.texts import Passage, passages
from mingwen.linting.visibility import carried, is_exposed, is_hidden, is_tabbable, is_visible

# How many pages are read to find what is repeated, and how many links are tried for them.
PAGES, LINKS = 2, 12
# A passage of this length is content, not a menu entry. Characters.
CONTENT = 30
# Fewer links than these are no menu.
MENU = 5
MAIN = "main, [role=main]"
HEADINGS = frozenset({"h1", "h2", "h3"})
MENUS = "nav, [role=navigation], header, aside"
# What a page ends with on every page; most sites say so by a class only.
FOOTERS = (
    "footer, [role=contentinfo], [class*=foot i]:not([class*=footnote i]), [id*=foot i]:not([id*=footnote i]), "
    "[class*=copyright i]"
)
LANDMARKS = frozenset({"main", "region", "complementary", "form", "search"})
OFF = re.compile(r"-\d{3,}(\.\d+)?(px|r?em)?$|-\d{2,}(\.\d+)?r?em$")


@dataclass(frozen=True, slots=True)
class Layout:
    """`repeated` are passages at the start that another page shows too, `main` is the first long one of its own that is
    more than links, or the heading of its own that stands before it in main.

    `sure` is False where no other page could be read, and menus were only told by being links or landmarks.
    """

    repeated: tuple[Passage, ...]
    main: Passage | None
    sure: bool

    @property
    def start(self) -> int:
        """The index of the last element that begins with repeated content; of the first few links where unsure."""
        known = self.repeated if self.sure else self.repeated[:MENU]
        return max((passage.node.index for passage in known), default=-1)


@once_a_page
def layout(page: Page) -> Layout:
    """The layout of the page, by comparing its passages with those of linked pages; where none can be read, links and
    landmarks stand for menus."""
    pages = linked(page)
    others = [squeeze(words(text)) for text in pages]
    every = passages(page.root)

    def repeats(passage: Passage) -> bool:
        if others:
            text = squeeze(passage.text)
            return any(text in other for other in others)
        return not passage.is_plain or in_menu(passage.node)

    def is_own(passage: Passage) -> bool:
        return passage.is_plain and not in_footer(passage.node) and not repeats(passage)

    main = next((at for at, passage in enumerate(every) if passage.plain >= CONTENT and is_own(passage)), None)
    titled = opening(page, every[:main], {each for other in pages for each in headlines(other)})
    main = main if titled is None else titled
    if main is None:
        own = [at for at, passage in enumerate(every) if is_own(passage)]
        main = max(own, key=lambda at: len(squeeze(every[at].text)), default=None)
    repeated = tuple(filter(repeats, every if main is None else every[:main]))
    if not others and len(repeated) < MENU and not any(in_menu(passage.node) for passage in repeated):
        repeated = ()
    return Layout(repeated, None if main is None else every[main], bool(others))


def opening(page: Page, passages: Sequence[Passage], others: Set[str]) -> int | None:
    """Which of the passages is a heading in main that no other page has for a heading: there the content begins,
    whatever all pages show between it and the text."""
    if not page.select(MAIN):
        return None
    inside = {node.index for node in page.select(MAIN) if role(node) == "main" and is_exposed(node)}
    for at, passage in enumerate(passages):
        around = (passage.node, *passage.node.ancestors)
        if any(each.tag in HEADINGS for each in around) and any(each.index in inside for each in around):
            text = squeeze(passage.text)
            if text and text not in others:
                return at
    return None


def in_menu(node: Node) -> bool:
    """Whether a landmark around it is one that pages of a site share."""
    return within(node, MENUS)


def in_footer(node: Node) -> bool:
    """Whether it belongs to what every page of a site ends with, such as who runs it."""
    return within(node, FOOTERS)


def linked(page: Page) -> list[str]:
    """Pages that this one links to, as HTML; versions of this one, which have the headline of its main, left out."""
    own = frozenset(squeeze(heading.text) for heading in page.select("main h1")) - {""}
    found: dict[str, str] = {}
    for link in page.root.all("a[href]")[:LINKS]:
        path = page.styles.locate(link.get("href").strip(), page.path)
        if path and path != page.path and path not in found and path.lower().endswith((".html", ".htm")):
            text = page.styles.sheets.get(path)
            if text is not None and not (own and own <= headlines(text)):
                found[path] = text
        if len(found) == PAGES:
            break
    return list(found.values())


def is_html(html: Node) -> bool:
    """Whether it is the root of an HTML page, not of SVG or other XML."""
    return html.parent is None and html.namespace == "html" and not XML_FILE.search(html.page.path)


def has_heading(any_node: Node) -> bool:
    """Whether a heading that is seen and announced stands between what is repeated and the content."""
    found = layout(any_node)
    repeated = {passage.node.index for passage in found.repeated if found.sure and passage.node.tag != "body"}
    end = found.main.node.index if found.main else 0
    return any(
        found.start < heading.index <= end
        and not carried(heading, "repeated", False, lambda inside, each: inside or each.index in repeated)
        and is_visible(heading)
        and not is_off(heading)
        for heading in exposed(any_node)
    )


def has_landmark(any_node: Node) -> bool:
    """Whether the content stands in a landmark that holds nothing repeated."""
    found, page = layout(any_node), any_node.page
    repeated = {passage.node.index for passage in found.repeated if found.sure}
    around = {above.index for above in (found.main.node, *found.main.node.ancestors)} if found.main else set()
    return any(
        (role(node) == "main" or (role(node) in LANDMARKS and node.index in around))
        and is_exposed(node)
        and node.has_text
        and not any(node.index <= index <= page.ends[node.index] for index in repeated)
        for node in any_node.page.select("main, section, aside, form, search, [role]")
    )


def skip_link(any_node: Node) -> Node | None:
    """A link or button that the keyboard reaches and that leads to the content, behind all that is repeated."""
    found = layout(any_node)
    page = any_node.page
    for link in page.root.all("a[href^='#'], [onclick*='location']"):
        where = goal(link)
        reached = where.startswith("#") and is_tabbable(link) and is_exposed(link)
        target = page.find(where[1:]) if reached else None
        if target is None or target is page.root or is_hidden(target):
            continue
        if target.index > found.start and (found.main is None or target.index <= found.main.node.index):
            return link
    return None


def is_off(node: Node) -> bool:
    """Whether position moves it, or what it stands in, off the screen."""
    return any(
        author(each, "position") in {"absolute", "fixed"}
        and any(OFF.match(author(each, side)) for side in ("left", "top", "right", "bottom"))
        for each in (node, *node.ancestors)
    )


def shows_on_focus(page: Page) -> bool:
    """Whether any rule of the page's sheets speaks of focus."""
    return speaks_of(page, ":focus")


def may_collapse(page: Page) -> bool:
    """Whether anything on the page could fold a block away or lead past it: a script, or an element that does."""
    return bool(page.select("script, details, [onclick], [popover], input[type=checkbox]"))
