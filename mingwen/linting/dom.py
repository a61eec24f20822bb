"""HTML text → Node: the tree that rules see. The one file that knows the parser (turbohtml).

The tree is the flattened one of the DOM standard: what a declarative shadow root shows stands in its host, and the
inert content of <template> is left out. Nothing here recurses, so nesting of any depth is safe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import turbohtml

from mingwen.linting.css.selectors import alternatives
from mingwen.linting.hit import Hit
from mingwen.linting.words import words

if TYPE_CHECKING:
    from mingwen.linting.embedded import Frame
    from mingwen.linting.styles import Styles
    from mingwen.model import Verdict

T = TypeVar("T")
# Shared by the many elements that have none: never written to.
NO_ATTRIBUTES: dict[str, str] = {}
NO_CHILDREN: list[Node] = []
WHITESPACE = " \t\n\f\r"
LIMIT = 80
DEEPEST = 40
# What does not show just its own children.
ODD = frozenset({"slot", "template"})
BLOCKS = words(
    "address article aside blockquote br caption dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
NEWLINE = re.compile(r"\r\n|\r|\n")
XML_FILE = re.compile(r"\.(svg|xml|xhtml)$", re.IGNORECASE)


class Node:
    """An element. `tag` is lower case in HTML; `line` and `column` count from 1 and name its start tag.

    An element that the source leaves out (html, head, body, tbody) has the place of its parent. `attributes` are as
    written, a valueless one ""; `contents` are its child elements and texts in order, `children` the elements among
    them; `index` is its number in document order. None of them is ever changed.
    """

    __slots__ = (
        "_element",
        "_place",
        "attributes",
        "children",
        "contents",
        "index",
        "namespace",
        "page",
        "parent",
        "tag",
    )

    def __init__(self, element: turbohtml.Element, page: Page, parent: Node | None) -> None:
        self._element = element
        self._place: tuple[int, int] | None = None
        self.page = page
        self.parent = parent
        self.index = 0
        self.tag = element.tag
        self.namespace: str = element.namespace._value_
        names = element.attrs
        self.attributes = {name: element.attr(name) or "" for name in names} if names else NO_ATTRIBUTES
        self.contents: list[Node | str] = []
        self.children = NO_CHILDREN

    def __repr__(self) -> str:
        return f"<{self.tag}> at {self.line}:{self.column}"

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the start tag; worked out when first asked for, since most elements are never told of."""
        at: Node | None = self
        while at and at._place is None:
            if where := at._element.position:
                at._place = where[0], where[1] + 1
            else:
                at = at.parent
        self._place = at._place if at and at._place else (1, 1)
        return self._place

    @property
    def line(self) -> int:
        return self.place[0]

    @property
    def column(self) -> int:
        return self.place[1]

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute, or `default` where the element lacks it."""
        return self.attributes.get(name, default)

    @property
    def id(self) -> str:
        return self.get("id")

    @property
    def ancestors(self) -> Iterator[Node]:
        """Parent, its parent and so on up to the root."""
        node = self.parent
        while node:
            yield node
            node = node.parent

    @property
    def descendants(self) -> Iterator[Node]:
        """All elements inside, in document order."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(node.children[::-1])

    @property
    def text(self) -> str:
        """All text inside, hidden or not, white space collapsed, blocks parted by a blank; scripts are no text."""
        if not self.children:
            return squeeze(self.leaf_text)
        parts: list[str] = []
        stack: list[Node | str] = self.contents[::-1]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                parts.append(item)
            elif item.tag not in {"script", "style"}:
                gap = [" "] if item.tag in BLOCKS else []
                stack.extend([*gap, *item.contents[::-1], *gap])
        return squeeze("".join(parts))

    @property
    def leaf_text(self) -> str:
        """The texts of an element that has no elements in it, as they stand."""
        return "".join(self.contents)  # type: ignore[arg-type] # without elements all are texts

    @property
    def has_text(self) -> bool:
        """Whether there is any text inside, hidden or not."""
        known: frozenset[int] | None = self.page.memory.get("with text")
        return self.index in (self.page.with_text if known is None else known)

    def matches(self, selector: str) -> bool:
        """Whether the CSS selector matches this element; what is no selector matches nothing."""
        try:
            return self._element.matches(selector)
        except ValueError:
            return False

    def closest(self, selector: str) -> Node | None:
        """The nearest of this element and its ancestors that matches, or None."""
        if self.matches(selector):
            return self
        return next((node for node in self.ancestors if node.matches(selector)), None)

    def all(self, selector: str) -> list[Node]:
        """Matching elements inside, in document order."""
        nodes = self.page.nodes
        return [nodes[found] for found in self._element.select(selector) if found in nodes]

    def has(self, selector: str) -> bool:
        """Whether a matching element is inside."""
        return bool(self.all(selector))

    @property
    def path(self) -> str:
        """A CSS selector of this element: from the nearest unique id, or from the root.

        In a tree deeper than 40 levels the outermost are left off, so that there it need not be unique. What stands in
        a shadow tree or in srcdoc has the selector of the element around it, for no selector leads inside.
        """
        page = self.page
        if page.frame:
            return page.frame.node.path
        if self.index in page.shadowed:
            return page.shadowed[self.index].path
        steps: list[str] = []
        for node in chain([self], above(self)):
            if node.id and page.ids.get(node.id) == [node] and PLAIN_ID.fullmatch(node.id):
                steps.append(f"#{node.id}")
                break
            steps.append(step(node))
            if len(steps) == DEEPEST:
                break
        return " > ".join(reversed(steps))

    @property
    def start_tag(self) -> str:
        """The start tag as it stands in the source, cut to 80 characters; "" where the source leaves it out."""
        lines = self.page.lines
        if self.line > len(lines):
            return ""
        source = lines[self.line - 1][self.column - 1 : self.column + 4 * LIMIT]
        for line in lines[self.line : self.line + 20]:
            if ">" in source or len(source) > LIMIT:
                break
            source += " " + line.strip()
        if not source.startswith("<") or not source[1:].lower().startswith(self.tag.lower()):
            return ""
        return cut(source[: source.find(">") + 1 or None])

    def fail(self, says: str, *, at: tuple[str, int, int] | None = None, quote: str = "", **values: object) -> Hit:
        """A hit that says the page is wrong here. `at` places it in another file: path, line, column."""
        return self._hit("fail", says, at, quote, values)

    def ask(self, says: str, *, at: tuple[str, int, int] | None = None, quote: str = "", **values: object) -> Hit:
        """A hit that asks a person to look here."""
        return self._hit("ask", says, at, quote, values)

    def _hit(
        self, verdict: Verdict, says: str, at: tuple[str, int, int] | None, quote: str, values: dict[str, Any]
    ) -> Hit:
        words = quote or self.start_tag or self.text
        place = at or (self.page.path, *self.page.place(self.line, self.column))
        return Hit(says, verdict, self.path, *place, cut(squeeze(words)), values)


class Page:
    """A parsed page: its root, every element by id, its source lines, and what resolvers remember of it.

    `frame` is what holds a page that stands in the srcdoc of another, None for a page of its own.
    """

    def __init__(self, source: str, path: str, styles: Styles, frame: Frame | None = None) -> None:
        self.path = path
        self.frame = frame
        self.styles = styles
        self.source = source
        self.nodes: dict[turbohtml.Element, Node] = {}
        self.ids: dict[str, list[Node]] = {}
        self.memory: dict[str, Any] = {}
        self._selected: dict[str, list[Node]] = {}
        document, places = parse(source, path)
        self.is_xml = bool(places)
        self._scopes: list[turbohtml.Node] = [document]
        self._grow(root_of(document), places)
        # All elements in document order: the one with index n at place n.
        self.order: list[Node] = list(self.nodes.values())
        self.root = self.order[0]
        self.keys = self._keys()
        for node in self.select("[id]"):
            if node.id:
                self.ids.setdefault(node.id, []).append(node)

    def release(self) -> None:
        """Lets go of the tree, in which everything refers to everything: so that memory comes back at once, and the
        collector of circles, which takes a fifth of the time of checking many pages, finds nothing to do."""
        for node in self.nodes.values():
            node.parent = None
        for held in (self.nodes, self.ids, self.memory, self._selected, self._scopes, self.order):
            held.clear()
        del self.root

    @property
    def lines(self) -> list[str]:
        """Lines of the source as the parser counts them."""
        return self.once("lines", self._lines)

    def _lines(self) -> list[str]:
        return NEWLINE.split(self.source) if "\r" in self.source else self.source.split("\n")

    @property
    def starts(self) -> list[int]:
        """Where in the source each line begins."""
        return self.once("starts", self._starts)

    def _starts(self) -> list[int]:
        return line_starts(self.source)

    def once(self, key: str, make: Callable[[], T]) -> T:
        """What `make` gives, made when first asked for and remembered under the key."""
        memory: dict[str, T] = self.memory
        if key not in memory:
            memory[key] = make()
        return memory[key]

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Line and column in the file: of a page in srcdoc, those in the page around it."""
        return self.frame.place(line, column) if self.frame else (line, column)

    def select(self, selector: str) -> list[Node]:
        """All elements that match, in document order, those in shadow trees too. Remembered: not to be changed."""
        found = self._selected.get(selector)
        if found is None:
            found = []
            # The engine tries every alternative on every element: those that cannot match are kept from it.
            present = self.keys
            some = ", ".join([each for each, keys in alternatives(selector) if keys <= present])
            if some:
                known = self.nodes.get
                found = [node for scope in self._scopes for each in scope.select(some) if (node := known(each))]
                if len(self._scopes) > 1:
                    found.sort(key=lambda node: node.index)
            self._selected[selector] = found
        return found

    @property
    def with_aria(self) -> frozenset[int]:
        """Indexes of the elements that have any attribute that begins with aria-, for which CSS has no selector."""
        known: frozenset[int] | None = self.memory.get("with aria")
        return self.once("with aria", self._with_aria) if known is None else known

    def _with_aria(self) -> frozenset[int]:
        some = any(key.startswith("[aria-") for key in self.keys)
        return frozenset(
            node.index for node in (self.order if some else ()) for name in node.attributes if name.startswith("aria-")
        )

    @property
    def with_text(self) -> frozenset[int]:
        """Indexes of the elements with any text inside, hidden or not; scripts are no text."""
        return self.once("with text", self._with_text)

    def _with_text(self) -> frozenset[int]:
        known: set[int] = set()
        for node in self.order:
            for item in node.contents:
                if isinstance(item, str) and item and not item.isspace() and node.tag not in {"script", "style"}:
                    at: Node | None = node
                    while at and at.index not in known:
                        known.add(at.index)
                        at = at.parent
                    break
        return frozenset(known)

    @property
    def shadowed(self) -> dict[int, Node]:
        """The outermost host of each element in a shadow tree, by its index."""
        return self.once("shadowed", self._shadowed)

    def _shadowed(self) -> dict[int, Node]:
        found: dict[int, Node] = {}
        hosts: dict[turbohtml.Element, Node | None] = {}
        for node in self.order if len(self._scopes) > 1 else ():
            if host := self._outermost(node._element, hosts):
                found[node.index] = host
        return found

    def _outermost(self, element: turbohtml.Element, known: dict[turbohtml.Element, Node | None]) -> Node | None:
        """The outermost host around an element, None outside of shadow trees; slots, which show others, are climbed."""
        path: list[turbohtml.Element] = []
        at: turbohtml.Node | None = element
        while isinstance(at, turbohtml.Element) and at not in known:
            path.append(at)
            at = at.parent
        if isinstance(at, turbohtml.ShadowRoot):
            host = self._outermost(at.host, known) or self.nodes.get(at.host)
        else:
            host = known[at] if isinstance(at, turbohtml.Element) else None
        known.update(dict.fromkeys(path, host))
        return host

    @property
    def scopes(self) -> int:
        """How many trees have selectors of their own: the document, and each shadow tree."""
        return len(self._scopes)

    def indexes(self, scope: int, selector: str) -> list[int]:
        """Indexes of the elements of one scope that match, in document order; none for what is no selector."""
        known = self.nodes.get
        try:
            return [node.index for each in self._scopes[scope].select(selector) if (node := known(each))]
        except ValueError:
            return []

    def at(self, index: int) -> Node:
        """The element with this number in document order."""
        return self.order[index]

    def has_keys(self, keys: frozenset[str]) -> bool:
        """Whether each class (".a"), id ("#a"), attribute ("[a]") and tag ("a") is somewhere on the page."""
        return keys <= self.keys

    def _keys(self) -> frozenset[str]:
        """All of these in lower case: what a selector asks for that is not among them has no match."""
        found = {node.tag for node in self.order}
        given = [node.attributes for node in self.order if node.attributes]
        if len(self._scopes) > 1 or "template" in found:
            # Then there are elements that are no nodes, and selectors see them.
            every = [each for scope in self._scopes for each in scope.select("*")]
            found.update(each.tag for each in every)
            given = [{name: each.attr(name) or "" for name in each.attrs} for each in every]
        names = {name for attributes in given for name in attributes}
        found.update(f"[{name}]" for name in names)
        if "class" in names:
            classes = {attributes["class"] for attributes in given if "class" in attributes}
            found.update(f".{name}" for value in classes for name in value.split())
        if "id" in names:
            found.update(f"#{attributes['id']}" for attributes in given if "id" in attributes)
        return frozenset(map(str.lower, found))

    @property
    def ends(self) -> list[int]:
        """By index of an element the index of the last one inside it: all between stand inside too."""
        return self.once("ends", self._ends)

    def _ends(self) -> list[int]:
        known = list(range(len(self.nodes)))
        for node in reversed(self.order):
            if node.parent and known[node.index] > known[node.parent.index]:
                known[node.parent.index] = known[node.index]
        return known

    def find(self, id_: str) -> Node | None:
        """The first element with this id."""
        return self.ids.get(id_, [None])[0]

    def _grow(self, top: turbohtml.Element, places: dict[turbohtml.Element, tuple[int, int, str]]) -> None:
        """One step an element. This is the loop that every page pays for: so it makes the nodes in its own body, and
        what can wait until asked does."""
        nodes, scopes, new = self.nodes, self._scopes, Node.__new__
        element_type, text_type, text_types = turbohtml.Element, turbohtml.Text, (turbohtml.Text, turbohtml.CData)
        node: Node | None = None
        keep: list[Node | str] = []
        items: Sequence[turbohtml.Node] = (top,)
        stack: list[Node] = []
        while True:
            below: list[Node] = []
            for item in items:
                if type(item) is element_type:
                    child = new(Node)
                    child._element = item
                    child._place = None
                    child.page = self
                    child.parent = node
                    child.tag = item.tag
                    child.namespace = item.namespace._value_
                    child.children = NO_CHILDREN
                    child.contents = []
                    if names := item.attrs:
                        read = item.attr
                        child.attributes = given = {}
                        for name in names:
                            given[name] = read(name) or ""
                    else:
                        child.attributes = NO_ATTRIBUTES
                    keep.append(child)
                    below.append(child)
                elif type(item) is text_type or isinstance(item, text_types):
                    keep.append(item.text)
            if below:
                if node is not None:
                    node.children = below
                stack.extend(below[::-1])
            if not stack:
                return
            node = stack.pop()
            element, keep = node._element, node.contents
            node.index = len(nodes)
            nodes[element] = node
            if places:
                line, column, node.namespace = places[element]
                node._place = line, column
            if element.shadow_root:
                scopes.append(element.shadow_root)
            items = element.children if node.tag not in ODD and not element.shadow_root else contents(element)


def contents(element: turbohtml.Element) -> Sequence[turbohtml.Node]:
    """What an element shows: its shadow tree where it has one, nothing for a template."""
    if element.tag == "template":
        return ()
    return element.flattened_children if element.shadow_root or element.tag == "slot" else element.children


def parse(source: str, path: str) -> tuple[turbohtml.Document, dict[turbohtml.Element, tuple[int, int, str]]]:
    """The document, and for XML also line, column and namespace of each element.

    A file named .svg, .xml or .xhtml is XML if it is well formed; anything else is HTML.
    """
    if XML_FILE.search(path):
        try:
            document = turbohtml.parse_xml(source)
            return document, dict(zip(document.iter_elements(), xml_places(source), strict=True))
        except (turbohtml.HTMLParseError, ValueError):
            pass
    return turbohtml.parse(source), {}


def is_selector(text: str) -> bool:
    """Whether the parser's engine understands a selector."""
    try:
        NOTHING.select(text)
    except ValueError:
        return False
    return True


def root_of(document: turbohtml.Document) -> turbohtml.Element:
    """The first element of a document; raises ValueError where there is none."""
    for node in document.children:
        if isinstance(node, turbohtml.Element):
            return node
    raise ValueError("a document without elements")


def xml_places(source: str) -> list[tuple[int, int, str]]:
    """Line, column and namespace ("html", "svg", …) of each element; raises ValueError where XML is not well formed."""
    from xml.parsers import expat

    places: list[tuple[int, int, str]] = []
    reader = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, _: object) -> None:
        space = name.rpartition(" ")[0].rpartition("/")[2]
        kind = {"svg": "svg", "xhtml": "html", "MathML": "mathml"}.get(space, "xml")
        places.append((reader.CurrentLineNumber, reader.CurrentColumnNumber + 1, kind))

    reader.StartElementHandler = start
    try:
        reader.Parse(re.sub(r"(<\?xml[^>]*?)\sencoding=([\"']).*?\2", r"\1", source, count=1), True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    return places


NOTHING = turbohtml.parse("")
PLAIN_ID = re.compile(r"[A-Za-z_\u4e00-\u9fff][\w-]*")


def above(node: Node) -> Iterator[Node]:
    """Parent, its parent and so on in the tree that selectors see, where what is slotted stands in its host."""
    nodes = node.page.nodes
    at = node._element.parent
    while isinstance(at, turbohtml.Element) and at in nodes:
        yield nodes[at]
        at = at.parent


def step(node: Node) -> str:
    """`tag`, or `tag:nth-of-type(n)` where brothers share the tag."""
    tag = node.tag if PLAIN_ID.fullmatch(node.tag) else "*"
    parent = node._element.parent
    if not isinstance(parent, turbohtml.Element) or tag == "*":
        return tag
    ranks = ranked(parent, node.page)
    rank = ranks[node._element]
    return f"{tag}:nth-of-type({rank})" if ranks[node.tag] > 1 else tag


def ranked(parent: turbohtml.Element, page: Page) -> dict[turbohtml.Element | str, int]:
    """The rank of each child among those of its tag, and by tag how many there are."""
    known: dict[turbohtml.Element, dict[turbohtml.Element | str, int]] = page.memory.setdefault("ranked", {})
    if parent not in known:
        ranks: dict[turbohtml.Element | str, int] = {}
        for child in parent.children:
            if isinstance(child, turbohtml.Element):
                ranks[child] = ranks[child.tag] = ranks.get(child.tag, 0) + 1
        known[parent] = ranks
    return known[parent]


def line_starts(text: str) -> list[int]:
    """Where in a text each line begins."""
    return [0, *(found.end() for found in NEWLINE.finditer(text))]


def squeeze(text: str) -> str:
    """White space collapsed to single blanks and trimmed."""
    return " ".join(text.split())


def cut(text: str) -> str:
    """At most 80 characters, with … where some are left off."""
    return text if len(text) <= LIMIT else text[: LIMIT - 1] + "…"
