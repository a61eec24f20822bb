"""Computed style of elements: style attributes, style elements and local sheets, the browser's own sheet, inheritance.

Sheets are compiled and ordered once per text (css/); a page only matches their selectors. Shadow trees have sheets of
their own. A page can be asked in any state of the reader's system; without one it is that of its Styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingwen.linting.css.hints import WITH_HINTS, Hints, hints, legacy
from mingwen.linting.css.media import Media, holds
from mingwen.linting.css.order import Entry, Order, Source, order
from mingwen.linting.css.sheet import compile_sheet
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page

# A page whose sheets import more than this many others is one that imports itself.
MOST_IMPORTS = 100
DOCTYPE = re.compile(r"\s*(?:<!--.*?-->\s*|<\?.*?>\s*)*<!doctype\s+html\s*([^>]*)", re.IGNORECASE | re.DOTALL)
OLD_PUBLIC = re.compile(r"-//(?:w3c//dtd html (?:3|4\.0 (?:transitional|frameset)|4\.01 (?:transitional|frameset))"
                        r"|ietf|netscape|softquad|microsoft)", re.IGNORECASE)  # fmt: skip


def computed(node: Node, name: str, media: Media | None = None) -> str:
    """The computed value of a property as text, such as "16px" or "rgb(0, 0, 0)"; "" for properties not known here."""
    return style(node, media).get(name)


def style(node: Node, media: Media | None = None, focus: bool = False) -> Style:
    """The style of an element; with `focus`, as if every element had the focus."""
    if media is None and not focus:
        known: list[Style] | None = node.page.memory.get("styles")
        if known is None:
            known = node.page.memory["styles"] = styled(node.page).styles
        return known[node.index]
    return styled(node.page, media, focus).styles[node.index]


def author(node: Node, name: str) -> str:
    """The computed value where an author's rule, style attribute or hint decides it here, or "" where none does."""
    own = style(node)
    return own.get(name) if own.source(name).rstrip("!") in {"author", "inline", "hint"} else ""


def styled(page: Page, media: Media | None = None, focus: bool = False) -> Styled:
    """All styles of a page in one state."""
    media = media or page.styles.media
    known: dict[tuple[Media, bool], Styled] = page.memory.setdefault("styled", {})
    if (media, focus) not in known:
        known[media, focus] = Styled(page, media, focus)
    return known[media, focus]


class Styled:
    """Styles by index of element, and which entries of pseudo-elements matched which elements."""

    def __init__(self, page: Page, media: Media, focus: bool) -> None:
        self.page = page
        self.media = media
        self.orders: list[tuple[int, Order]] = []
        self._beside: dict[int, list[Entry]] | None = None
        quirks = is_quirky(page)
        count = len(page.nodes)
        matched: list[list[int]] = [[] for _ in range(count)]
        used: list[Order] = [order((), media, quirks, focus)] * count
        for scope in range(page.scopes):
            sources = tuple(sheets(page, scope))
            ordered = order(sources, media, quirks, focus)
            self.orders.append((scope, ordered))
            if scope:
                for index in page.indexes(scope, "*"):
                    used[index] = ordered
            else:
                used = [ordered] * count
        for scope, ordered in self.orders:
            match(page, scope, ordered, matched)
        self.styles = grow(page, matched, used)

    def beside(self, node: Node) -> list[Entry]:
        """Rules for pseudo-elements (::before, ::after …) of an element, from weak to strong."""
        if self._beside is None:
            self._beside = {}
            for scope, ordered in self.orders:
                for entry in ordered.elements:
                    for index in found(self.page, scope, entry):
                        self._beside.setdefault(index, []).append(entry)
        return self._beside.get(node.index, [])

    def with_elements(self) -> list[int]:
        """Indexes of the elements that have such rules."""
        self.beside(self.page.root)
        return sorted(self._beside or ())


def match(page: Page, scope: int, ordered: Order, matched: list[list[int]]) -> None:
    """Writes the rank of each entry to the elements that it matches."""
    for rank, entry in enumerate(ordered.entries):
        for index in found(page, scope, entry):
            matched[index].append(rank)


def found(page: Page, scope: int, entry: Entry) -> list[int]:
    """Indexes of the elements of a scope that an entry matches."""
    key = entry.selector.key
    if key and not page.has_key(key):
        return []
    return page.indexes(scope, entry.text)


def grow(page: Page, matched: list[list[int]], used: list[Order]) -> list[Style]:
    """Styles in order of the document."""
    inline = {node.index: node.get("style") for node in page.select("[style]")}
    hinted = presentational(page)
    styles: list[Style] = []
    for node in page.nodes.values():
        index = node.index
        above = styles[node.parent.index] if node.parent else None
        styles.append(used[index].style(tuple(matched[index]), inline.get(index, ""), hinted.get(index, ()), above))
    return styles


def presentational(page: Page) -> dict[int, Hints]:
    """Hints by index of element, the colour of links that body gives among them."""
    answer: dict[int, Hints] = {}
    for node in page.select(WITH_HINTS):
        if node.namespace == "html":
            said = hints(node.tag, lambda name, node=node: given(node, name))  # type: ignore[misc]
            if said:
                answer[node.index] = said
    links = legacy(page.select("body[link]")[0].get("link")) if page.select("body[link]") else ""
    if links:
        for node in page.select(":any-link"):
            answer[node.index] = (*answer.get(node.index, ()), ("color", links))
    return answer


def given(node: Node, name: str) -> str:
    """An attribute; of nowrap only whether it is there."""
    return ("yes" if name in node.attributes else "") if name == "nowrap" else node.get(name)


def sheets(page: Page, scope: int) -> Iterator[Source]:
    """The style elements and linked local sheets of a scope in order, each after what it imports."""
    for index in page.indexes(scope, "style, link[rel~=stylesheet i]"):
        node = page.at(index)
        media = (node.get("media").strip(),) if node.get("media").strip() else ()
        if node.tag == "style":
            if node.get("type").strip().lower() in {"", "text/css"}:
                text = "".join(item for item in node.contents if isinstance(item, str))
                yield from with_imports(page, Source(text, media), page.path, set())
        elif not is_optional(node):
            path = page.styles.locate(node.get("href").strip(), page.path)
            text_ = page.styles.sheets.get(path) if path else None
            if text_ is not None:
                yield from with_imports(page, Source(text_, media), path, {path})


def speaks_of(page: Page, word: str) -> bool:
    """Whether a sheet or style attribute contains a word, which is quicker to find out than what it does."""
    return any(word in text for text in sheet_texts(page)) or bool(page.select(f'[style*="{word}" i]'))


def lacks_sheets(page: Page) -> bool:
    """Whether the page links a stylesheet that is not at hand, so that what CSS does there cannot be told."""
    known: bool | None = page.memory.get("lacks_sheets")
    if known is None:
        links = page.select("link[rel~=stylesheet i][href]")
        needed = [link for link in links if not is_optional(link)]
        located = [page.styles.locate(link.get("href").strip(), page.path) for link in needed]
        known = any(not path or page.styles.sheets.get(path) is None for path in located)
        page.memory["lacks_sheets"] = known
    return known


def is_optional(link: Node) -> bool:
    """Whether a link to a sheet is off, or for another medium."""
    media = link.get("media").strip()
    off = "alternate" in link.get("rel").lower().split() or "disabled" in link.attributes
    return off or bool(media and not holds(media, link.page.styles.media))


def sheet_texts(page: Page) -> list[str]:
    """The texts of all sheets of a page."""
    known: list[str] | None = page.memory.get("sheet_texts")
    if known is None:
        known = [each.text for scope in range(page.scopes) for each in sheets(page, scope)]
        page.memory["sheet_texts"] = known
    return known


def with_imports(page: Page, source: Source, path: str, seen: set[str]) -> Iterator[Source]:
    """A sheet after those that it imports. Each file is taken once a sheet, so that circles end."""
    stack: list[tuple[Source, str, bool]] = [(source, path, False)]
    while stack:
        at, where, done = stack.pop()
        imports = () if done else compile_sheet(at.text).imports
        if not imports:
            yield at
            continue
        stack.append((at, where, True))
        for each in reversed(imports):
            inner = page.styles.locate(each.href.strip(), where)
            text = page.styles.sheets.get(inner) if inner and inner not in seen else None
            if text is not None and len(seen) < MOST_IMPORTS:
                seen.add(inner)
                layer = at.layer + (each.layer or ())
                stack.append((Source(text, (*at.media, *each.media), layer), inner, False))


def is_quirky(page: Page) -> bool:
    """Whether browsers show the page in quirks mode: HTML without a doctype, or with one from before 1999."""
    known: bool | None = page.memory.get("quirky")
    if known is None:
        declared = DOCTYPE.match(page.source)
        old = declared is not None and OLD_PUBLIC.search(declared[1]) and "http" not in declared[1].lower()
        known = page.memory["quirky"] = not page.is_xml and (declared is None or bool(old))
    return known
