"""The ARIA role of an element: explicit, or implicit by HTML-AAM, with conflicts about role="none" resolved."""

from __future__ import annotations

from collections.abc import Callable

from mingwen.linting.ancestry import inside
from mingwen.linting.aria import ABSTRACT, GLOBAL, ROLES
from mingwen.linting.dom import Node, Page
from mingwen.linting.visibility import is_focusable

NONE = frozenset({"none", "presentation"})
LANDMARKS = (
    "article, aside, main, nav, section, [role=article], [role=complementary], [role=main], [role=navigation], "
    "[role=region]"
)
SECTIONS = "article, aside, nav, section"
LISTS = frozenset({"ul", "ol", "menu"})
GRIDS = frozenset({"grid", "treegrid"})
TABLES = GRIDS | {"table"}

SIMPLE = {
    "address": "group", "article": "article", "b": "generic", "bdi": "generic", "bdo": "generic",
    "blockquote": "blockquote", "body": "generic", "button": "button", "code": "code", "data": "generic",
    "datalist": "listbox", "dd": "definition", "del": "deletion", "details": "group", "dfn": "term",
    "dialog": "dialog", "div": "generic", "dt": "term", "em": "emphasis", "fieldset": "group", "figure": "figure",
    "form": "form", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "hgroup": "group", "hr": "separator", "html": "document", "i": "generic", "ins": "insertion",
    "main": "main", "mark": "mark", "math": "math", "menu": "list", "meter": "meter", "nav": "navigation",
    "ol": "list", "optgroup": "group", "option": "option", "output": "status", "p": "paragraph", "pre": "generic",
    "progress": "progressbar", "q": "generic", "s": "deletion", "samp": "generic", "search": "search",
    "small": "generic", "span": "generic", "strong": "strong", "sub": "subscript", "sup": "superscript",
    "table": "table", "textarea": "textbox", "time": "time", "u": "generic", "ul": "list",
}  # fmt: skip
INPUTS = {
    "button": "button", "checkbox": "checkbox", "image": "button", "number": "spinbutton", "radio": "radio",
    "range": "slider", "reset": "button", "submit": "button", "search": "searchbox", "email": "textbox",
    "tel": "textbox", "text": "textbox", "url": "textbox",
}  # fmt: skip
ROLELESS_INPUTS = frozenset({"color", "date", "datetime-local", "file", "hidden", "month", "password", "time", "week"})


def role(node: Node) -> str:
    """The role that assistive technology is told, or "" where ARIA has no word for it."""
    known: list[str] | None = node.page.memory.get("roles")
    return (all_roles(node.page) if known is None else known)[node.index]


def all_roles(page: Page) -> list[str]:
    """Roles by index of element, decided in order of the document: no role depends on one that comes later."""
    known: list[str] | None = page.memory.get("roles")
    if known is not None:
        return known
    known = page.memory["roles"] = []
    keep = known.append
    before = page.root
    for node in page.order:
        tag = node.tag
        if "role" in node.attributes or node.namespace not in {"html", "xml"}:
            keep(decide(node))
        elif (plain := PLAIN.get(tag)) is not None:
            keep(plain)
        elif tag == before.tag and node.parent is before.parent and tag in ALIKE and "role" not in before.attributes:
            keep(known[before.index])
        else:
            special = SPECIAL.get(tag)
            keep(special(node) if special else "")
            before = node
    return known


def decide(node: Node) -> str:
    """The author's role where it counts, else the element's own."""
    written = explicit(node)
    if written in NONE:
        return implicit(node) if is_kept(node) else "none"
    return written or implicit(node)


def explicit(node: Node) -> str:
    """The first role in the attribute that ARIA knows and authors may use; "" where there is none."""
    written = node.get("role")
    if written:
        for word in written.lower().split():
            if word in ROLES and word not in ABSTRACT:
                return "img" if word == "image" else word
    return ""


def is_kept(node: Node) -> bool:
    """Whether role="none" is ignored: the element can be focused or has a global ARIA attribute."""
    return is_focusable(node) or any(name in GLOBAL and name != "aria-hidden" for name in node.attributes)


def implicit(node: Node) -> str:
    """The role of the bare element by HTML-AAM 1.0."""
    if node.namespace == "svg":
        return implicit_svg(node)
    if node.namespace not in {"html", "xml"}:
        return SIMPLE.get(node.tag, "")
    special = SPECIAL.get(node.tag)
    return special(node) if special else SIMPLE.get(node.tag, "")


def implicit_svg(node: Node) -> str:
    """The role by SVG-AAM of the elements that rules ask for; "" for the rest."""
    if node.tag == "svg":
        return "graphics-document"
    if node.tag == "a":
        return "link" if "href" in node.attributes or "xlink:href" in node.attributes else "group"
    return "img" if node.tag == "image" else ""


def image(node: Node) -> str:
    """An empty alt says what role="none" says, and is ignored for the same reasons."""
    named = any(node.get(name).strip() for name in ("aria-label", "aria-labelledby"))
    if node.get("alt", "?") == "" and not named and not is_kept(node):
        return "none"
    return "img"


def is_in_picture(node: Node) -> bool:
    """Whether it stands in a picture made by role, all of which counts as one piece."""
    return inside(node, '[role="img" i], [role="image" i], [role="graphics-symbol" i]')


def link(node: Node) -> str:
    """a and area are links only with href."""
    return "link" if "href" in node.attributes else "generic"


def field(node: Node) -> str:
    """By the type of an input; a list of proposals makes a text field a combobox."""
    kind = node.get("type").strip().lower()
    if kind in ROLELESS_INPUTS:
        return ""
    if kind == "checkbox" and "aria-pressed" in node.attributes:
        return "button"
    found = INPUTS.get(kind, "textbox")
    if "list" in node.attributes and found in {"textbox", "searchbox"}:
        return "combobox"
    return found


def choice(node: Node) -> str:
    """A select that shows several options is a listbox."""
    size = node.get("size").strip()
    return "listbox" if "multiple" in node.attributes or (size.isdecimal() and int(size[:6]) > 1) else "combobox"


def is_named(node: Node) -> bool:
    """Whether an attribute names the element; a reference counts where it leads to something."""
    return bool(node.get("aria-label").strip() or node.get("title").strip()) or any(
        node.page.find(id_) for id_ in node.get("aria-labelledby").split()
    )


def page_part(name: str, within: str) -> Callable[[Node], str]:
    """header and footer are landmarks of the page only outside of articles, sections and the like."""

    def of(node: Node) -> str:
        return within if inside(node, LANDMARKS) else name

    return of


def if_named(name: str) -> Callable[[Node], str]:
    """A section is a landmark only with a name."""
    return lambda node: name if is_named(node) else "generic"


def aside(node: Node) -> str:
    """A landmark; inside a section only where it has a name of its own."""
    return "generic" if inside(node, SECTIONS) and not is_named(node) else "complementary"


def item(node: Node) -> str:
    """An item of a list, unless the list is presentational, or there is none."""
    above = node.parent
    if above is None or above.tag not in LISTS:
        return "generic"
    around = role(above)
    return "listitem" if around in {"list", "directory"} else "none" if around == "none" else "generic"


def table_part(name: str) -> Callable[[Node], str]:
    """Rows and captions are what they are only in a table; one that is presentational makes them so too."""

    def of(node: Node) -> str:
        table = table_role(node)
        return name if table in TABLES else "none" if table == "none" else "generic"

    return of


def cell(node: Node) -> str:
    """td by the role of its table; a table for layout makes it mean nothing."""
    table = table_role(node)
    if table in TABLES:
        return "gridcell" if table in GRIDS else "cell"
    return "none" if table == "none" else "generic"


def header_cell(node: Node) -> str:
    """th by scope, else by its place in the row."""
    table = table_role(node)
    if table not in TABLES:
        return "none" if table == "none" else "generic"
    scope = node.get("scope").strip().lower()
    if scope in {"row", "rowgroup"}:
        return "rowheader"
    if scope in {"col", "colgroup"}:
        return "columnheader"
    row = node.parent
    first = next((child for child in row.children if child.tag in {"td", "th"}), None) if row else None
    data = first is node and row is not None and any(child.tag == "td" for child in row.children)
    return "rowheader" if data else "columnheader"


def table_role(node: Node) -> str:
    """The role of the table around; "" where there is none. Cells of one row ask together."""
    known: dict[int, str] = node.page.memory.setdefault("table role", {})
    path: list[Node] = []
    at = node.parent
    while at and at.tag != "table" and at.index not in known:
        path.append(at)
        at = at.parent
    found = "" if at is None else role(at) if at.tag == "table" else known[at.index]
    for each in path:
        known[each.index] = found
    return found


SPECIAL: dict[str, Callable[[Node], str]] = {
    "a": link,
    "area": link,
    "aside": aside,
    "caption": table_part("caption"),
    "footer": page_part("contentinfo", "sectionfooter"),
    "header": page_part("banner", "sectionheader"),
    "img": image,
    "input": field,
    "li": item,
    "section": if_named("region"),
    "select": choice,
    "tbody": table_part("rowgroup"),
    "td": cell,
    "tfoot": table_part("rowgroup"),
    "th": header_cell,
    "thead": table_part("rowgroup"),
    "tr": table_part("row"),
}
# The role of these is told by the tag alone.
PLAIN = {tag: name for tag, name in SIMPLE.items() if tag not in SPECIAL}
# Of these all beside each other have the same.
ALIKE = frozenset({"li", "td", "tr"})
