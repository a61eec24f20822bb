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
from mingwen.linting.css.selectors import focused
from mingwen.linting.css.sheet import compile_sheet
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page
from mingwen.linting.memory import once_a_page

# A page whose sheets import more than this many others is one that imports itself.
MOST_IMPORTS = 100
DOCTYPE = re.compile(r"\s*(?:<!--.*?-->\s*|<\?.*?>\s*)*<!doctype\s+html\s*([^>]*)", re.IGNORECASE | re.DOTALL)
OLD_PUBLIC = re.compile(r"-//(?:w3c//dtd html (?:3|4\.0 (?:transitional|frameset)|4\.01 (?:transitional|frameset))"
                        r"|ietf|netscape|softquad|microsoft)", re.IGNORECASE)  # fmt: skip


def computed(node: Node, name: str, media: Media | None = None) -> str:
    """The computed value of a property as text, such as "16px" or "rgb(0, 0, 0)"; "" for properties not known here."""
    return style(node, media).get(name)


def style(node: Node, media: Media | None = None) -> Style:
    """The style of an element."""
    if media is None:
        known: list[Style] | None = node.page.memory.get("styles")
        if known is None:
            known = node.page.memory["styles"] = styled(node.page).styles
        return known[node.index]
    return styled(node.page, media).styles[node.index]


def focused_style(node: Node) -> Style:
    """The style of an element while it has the focus, and nothing around it is different."""
    return styled(node.page).focused(node)


def author(node: Node, name: str) -> str:
    """The computed value where an author's rule, style attribute or hint decides it here, or "" where none does."""
    own = style(node)
    return own.get(name) if own.source(name).rstrip("!") in {"author", "inline", "hint"} else ""


def styled(page: Page, media: Media | None = None) -> Styled:
    """All styles of a page in one state of the reader's system."""
    if media is None or media is page.styles.media:
        usual: Styled | None = page.memory.get("usual styles")
        if usual is None:
            usual = page.memory["usual styles"] = Styled(page, page.styles.media)
        return usual
    known: dict[Media, Styled] = page.memory.setdefault("styled", {})
    if media not in known:
        known[media] = Styled(page, media)
    return known[media]


class Styled:
    """Styles by index of element, and which entries of pseudo-elements matched which elements."""

    def __init__(self, page: Page, media: Media) -> None:
        self.page = page
        self.orders = orders(page, media)
        self._beside: dict[int, list[Entry]] | None = None
        self._focusing: list[tuple[int, int, frozenset[int]]] | None = None
        self._inline = {node.index: node.get("style") for node in page.select("[style]")}
        self._hinted = presentational(page)
        self._matched: dict[int, list[int]] = {}
        self._scope = [0] * len(page.nodes)
        for scope, ordered in enumerate(self.orders):
            if scope:
                for index in page.indexes(scope, "*"):
                    self._scope[index] = scope
            match(page, scope, ordered, self._matched)
        self.styles = self._grow()

    def _grow(self) -> list[Style]:
        """Styles in order of the document."""
        styles: list[Style] = []
        orders, scope, matched, inline, hinted = self.orders, self._scope, self._matched, self._inline, self._hinted
        special = {*matched, *inline, *hinted}
        for index, node in enumerate(self.page.order):
            above = styles[node.parent.index] if node.parent else None
            own = orders[scope[index]]
            if index in special:
                styles.append(own.style(self._ranks(node), inline.get(index, ""), hinted.get(index, ()), above))
            else:
                tag = node.tag if node.namespace == "html" else tag_of(node)
                styles.append(own.of_bare.get((tag, above)) or own.bare(tag, above))
        return styles

    def _ranks(self, node: Node) -> tuple[int, ...]:
        """The entries that match an element, from weak to strong."""
        index = node.index
        of_tag = self.orders[self._scope[index]].of_tag.get(tag_of(node), ())
        return tuple(sorted((*of_tag, *self._matched.get(index, ()))))

    def focused(self, node: Node) -> Style:
        """The style of an element while it has the focus."""
        if self._focusing is None:
            self._focusing = [
                (scope, rank, frozenset(self.page.indexes(scope, focused(entry.text))))
                for scope, ordered in enumerate(self.orders)
                for rank, entry in ordered.chosen(is_on_focus)
                if self.page.has_keys(entry.selector.keys)
            ]
        index = node.index
        scope = self._scope[index]
        more = [rank for where, rank, found_ in self._focusing if where == scope and index in found_]
        if not more:
            return self.styles[index]
        ranks = tuple(sorted({*self._ranks(node), *more}))
        above = self.styles[node.parent.index] if node.parent else None
        return self.orders[scope].style(ranks, self._inline.get(index, ""), self._hinted.get(index, ()), above)

    def beside(self, node: Node) -> list[Entry]:
        """Rules for pseudo-elements (::before, ::after …) of an element, from weak to strong."""
        if self._beside is None:
            self._beside = {}
            for scope, ordered in enumerate(self.orders):
                for entry in ordered.elements:
                    for index in found(self.page, scope, entry):
                        self._beside.setdefault(index, []).append(entry)
        return self._beside.get(node.index, [])

    def with_elements(self) -> list[int]:
        """Indexes of the elements that have such rules."""
        self.beside(self.page.root)
        return sorted(self._beside or ())


def is_on_focus(entry: Entry) -> bool:
    """Whether a rule asks for the focus."""
    return entry.selector.on_focus


def orders(page: Page, media: Media) -> list[Order]:
    """The rules of each scope of a page: the document's, then those of each shadow tree."""
    quirks = is_quirky(page)
    return [order(tuple(sheets(page, scope)), media, quirks) for scope in range(page.scopes)]


def match(page: Page, scope: int, ordered: Order, matched: dict[int, list[int]]) -> None:
    """Adds the rank of each entry, those for a tag alone left out, to the elements that it matches."""
    for rank, entry in ordered.present(page.keys):
        for index in selected(page, scope, entry.text):
            if index in matched:
                matched[index].append(rank)
            else:
                matched[index] = [rank]


def found(page: Page, scope: int, entry: Entry) -> list[int]:
    """Indexes of the elements of a scope that an entry matches."""
    return selected(page, scope, entry.text) if page.has_keys(entry.selector.keys) else []


def selected(page: Page, scope: int, selector: str) -> list[int]:
    """Indexes of the elements of a scope that match; remembered, for each state of the reader's system asks again."""
    known: dict[tuple[int, str], list[int]] = page.memory.setdefault("selected", {})
    where = scope, selector
    if where not in known:
        known[where] = page.indexes(scope, selector)
    return known[where]


def tag_of(node: Node) -> str:
    """The tag as a selector names it: HTML leaves the case of linearGradient aside."""
    return node.tag if node.namespace == "html" or node.page.is_xml else node.tag.lower()


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


@once_a_page
def lacks_sheets(page: Page) -> bool:
    """Whether the page links a stylesheet that is not at hand, so that what CSS does there cannot be told."""
    links = page.select("link[rel~=stylesheet i][href]")
    needed = [link for link in links if not is_optional(link)]
    located = [page.styles.locate(link.get("href").strip(), page.path) for link in needed]
    return any(not path or page.styles.sheets.get(path) is None for path in located)


def is_optional(link: Node) -> bool:
    """Whether a link to a sheet is off, or for another medium."""
    media = link.get("media").strip()
    off = "alternate" in link.get("rel").lower().split() or "disabled" in link.attributes
    return off or bool(media and not holds(media, link.page.styles.media))


@once_a_page
def sheet_texts(page: Page) -> list[str]:
    """The texts of all sheets of a page."""
    return [each.text for scope in range(page.scopes) for each in sheets(page, scope)]


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


@once_a_page
def is_quirky(page: Page) -> bool:
    """Whether browsers show the page in quirks mode: HTML without a doctype, or with one from before 1999."""
    declared = DOCTYPE.match(page.source)
    old = declared is not None and OLD_PUBLIC.search(declared[1]) and "http" not in declared[1].lower()
    return not page.is_xml and (declared is None or bool(old))
