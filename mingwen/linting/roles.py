"""The ARIA role of an element: explicit, or implicit by HTML-AAM, with conflicts about role="none" resolved."""

from __future__ import annotations

from collections.abc import Callable

from mingwen.linting.aria import ABSTRACT, GLOBAL, ROLES
from mingwen.linting.dom import Node
from mingwen.linting.visibility import is_focusable

NONE = frozenset({"none", "presentation"})
SECTIONING = (
    "article, aside, main, nav, section, [role=article], [role=complementary], [role=main], [role=navigation], "
    "[role=region]"
)

SIMPLE = {
    "address": "group", "article": "article", "aside": "complementary", "blockquote": "blockquote",
    "button": "button", "caption": "caption", "code": "code", "datalist": "listbox", "dd": "definition",
    "del": "deletion", "details": "group", "dfn": "term", "dialog": "dialog", "dt": "term", "em": "emphasis",
    "fieldset": "group", "figure": "figure", "h1": "heading", "h2": "heading", "h3": "heading",
    "h4": "heading", "h5": "heading", "h6": "heading", "hgroup": "group", "hr": "separator", "html": "document",
    "ins": "insertion", "li": "listitem", "main": "main", "math": "math", "menu": "list", "meter": "meter",
    "nav": "navigation", "ol": "list", "optgroup": "group", "option": "option", "output": "status", "p": "paragraph",
    "progress": "progressbar", "search": "search", "strong": "strong", "sub": "subscript", "sup": "superscript",
    "table": "table", "tbody": "rowgroup", "textarea": "textbox", "tfoot": "rowgroup", "thead": "rowgroup",
    "time": "time", "tr": "row", "ul": "list",
}  # fmt: skip
INPUTS = {
    "button": "button", "checkbox": "checkbox", "image": "button", "number": "spinbutton", "radio": "radio",
    "range": "slider", "reset": "button", "submit": "button", "search": "searchbox", "email": "textbox",
    "tel": "textbox", "text": "textbox", "url": "textbox",
}  # fmt: skip
ROLELESS_INPUTS = frozenset({"color", "date", "datetime-local", "file", "hidden", "month", "password", "time", "week"})


def role(node: Node) -> str:
    """The role that assistive technology is told, or "" where ARIA has no word for it."""
    known: dict[int, str] = node.page.memory.setdefault("role", {})
    if node.index not in known:
        known[node.index] = decide(node)
    return known[node.index]


def decide(node: Node) -> str:
    """The author's role where it counts, else the element's own."""
    written = explicit(node)
    if written in NONE:
        return implicit(node) if is_kept(node) else "none"
    return written or implicit(node)


def explicit(node: Node) -> str:
    """The first role in the attribute that ARIA knows and authors may use; "" where there is none."""
    for word in node.get("role").lower().split():
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


def link(node: Node) -> str:
    """a and area are links only with href."""
    return "link" if "href" in node.attributes else "generic"


def field(node: Node) -> str:
    """By the type of an input; a list of proposals makes a text field a combobox."""
    kind = node.get("type").strip().lower()
    if kind in ROLELESS_INPUTS:
        return ""
    found = INPUTS.get(kind, "textbox")
    if "list" in node.attributes and found in {"textbox", "searchbox"}:
        return "combobox"
    return found


def choice(node: Node) -> str:
    """A select that shows several options is a listbox."""
    size = node.get("size").strip()
    return "listbox" if "multiple" in node.attributes or (size.isdecimal() and int(size[:6]) > 1) else "combobox"


def page_part(name: str) -> Callable[[Node], str]:
    """header and footer are landmarks of the page only outside of articles, sections and the like."""

    def of(node: Node) -> str:
        inside = node.parent is not None and node.parent.closest(SECTIONING)
        return "generic" if inside else name

    return of


def if_named(name: str) -> Callable[[Node], str]:
    """form and section are landmarks only with a name."""

    def of(node: Node) -> str:
        return name if any(node.get(each).strip() for each in ("aria-label", "aria-labelledby", "title")) else "generic"

    return of


def cell(node: Node) -> str:
    """td by the role of its table; none where the table is for layout."""
    table = table_role(node)
    return "cell" if table == "table" else "gridcell" if table in {"grid", "treegrid"} else ""


def header_cell(node: Node) -> str:
    """th by scope, else by its place in the row."""
    table = table_role(node)
    if table not in {"table", "grid", "treegrid"}:
        return ""
    scope = node.get("scope").strip().lower()
    if scope in {"row", "rowgroup"}:
        return "rowheader"
    if scope in {"col", "colgroup"}:
        return "columnheader"
    row = node.parent
    first = next((child for child in row.children if child.tag in {"td", "th"}), None) if row else None
    others = [child for child in row.children if child.tag == "td"] if row else []
    return "rowheader" if first is node and others else "columnheader"


def table_role(node: Node) -> str:
    """The role of the table around a cell; "" where there is none."""
    table = next((above for above in node.ancestors if above.tag == "table"), None)
    return role(table) if table else ""


SPECIAL: dict[str, Callable[[Node], str]] = {
    "a": link,
    "area": link,
    "footer": page_part("contentinfo"),
    "form": if_named("form"),
    "header": page_part("banner"),
    "img": image,
    "input": field,
    "section": if_named("region"),
    "select": choice,
    "td": cell,
    "th": header_cell,
}
