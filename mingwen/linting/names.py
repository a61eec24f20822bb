"""The accessible name and description of an element, by accname 1.2 and what HTML-AAM 1.0 adds for native elements.

Letters in comments are the steps of accname. The walk over contents keeps its own stack, so that depth is no danger;
what it follows by reference (aria-labelledby, label) goes one step only. tests/browser/test_names.py holds it to what
Chromium says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mingwen.linting.aria import NAMED_BY_CONTENT
from mingwen.linting.cascade import author
from mingwen.linting.dom import BLOCKS, Node, Page, squeeze
from mingwen.linting.generated import after, before
from mingwen.linting.memory import once_a_page
from mingwen.linting.roles import NONE, role
from mingwen.linting.visibility import is_aria_hidden, is_hidden

BUTTONS = {"submit": "提交", "reset": "重置"}
CAPTIONS = {"table": "caption", "fieldset": "legend", "figure": "figcaption"}
CONTENT_TAGS = frozenset({"summary"})
# Inline boxes of their own, whose words stand apart from those beside them.
BOXES = frozenset({"button", "canvas", "iframe", "img", "input", "meter", "object", "progress", "select", "textarea"})
INLINE = frozenset({"inline", "contents", "ruby", "math"})
# Longer names are of no use to anybody.
LONGEST = 2_000
BLANKS = re.compile(r"\s+")
LABELABLE = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})
# What HTML names by more than its contents.
NAMED_TAGS = LABELABLE | frozenset(CAPTIONS) | {"area", "img", "optgroup", "option"}
TEXT_FIELDS = frozenset({"textbox", "searchbox"})


def name(node: Node) -> str:
    """The accessible name, white space collapsed; "" where there is none."""
    known: dict[int, str] = node.page.memory.setdefault("name", {})
    found = known.get(node.index)
    if found is None:
        found = known[node.index] = decide(node)
    return found


def decide(node: Node) -> str:
    """The name by the first step that gives one: references, aria-label, the element's own, content, tooltip."""
    return (
        (referenced(node, "aria-labelledby") or squeeze(node.get("aria-label")) if node.attributes else "")
        or (native(node) if node.tag in NAMED_TAGS or node.namespace == "svg" else "")
        or (content(node) if takes_content(node) else "")
        or tooltip(node)
    )


def description(node: Node) -> str:
    """The accessible description, white space collapsed; "" where there is none or it only repeats the name."""
    known: dict[int, str] = node.page.memory.setdefault("description", {})
    if node.index not in known:
        said = referenced(node, "aria-describedby") or squeeze(node.get("aria-description")) or described(node)
        known[node.index] = "" if said == name(node) else said
    return known[node.index]


def described(node: Node) -> str:
    """What HTML and SVG describe an element by, unless that already names it."""
    if node.namespace == "svg":
        return next((child.text for child in node.children if child.tag == "desc"), "")
    if node.tag == "table" and (said := caption(node)) and said != name(node):
        return said
    if node.tag == "table" and (said := squeeze(node.get("summary"))) and said != name(node):
        return said
    return squeeze(node.get("title"))


def takes_content(node: Node) -> bool:
    """2F: whether the role is named by what stands inside."""
    return role(node) in NAMED_BY_CONTENT or node.tag in CONTENT_TAGS


def referenced(node: Node, attribute: str) -> str:
    """2B: the texts of the elements that an attribute of ids names, in its order."""
    written = node.get(attribute)
    if not written:
        return ""
    targets = [node.page.find(id_) for id_ in written.split()]
    return squeeze(" ".join(alternative(target) for target in targets if target))


def alternative(target: Node) -> str:
    """What a referenced element says. A hidden one is read with all inside it; references in it are not followed."""
    hidden = is_hidden(target) or is_aria_hidden(target)
    return (
        squeeze(target.get("aria-label"))
        or own(target)
        or caption(target)
        or value(target)
        or content(target, hidden=hidden, follow=False)
        or tooltip(target)
    )


def native(node: Node) -> str:
    """2E: the name that HTML or SVG gives an element by labels, attributes or a caption."""
    return (labels(node) if node.tag in LABELABLE else "") or own(node) or caption(node)


def own(node: Node) -> str:
    """2E as far as the element itself goes: alt, value, label, or the title inside an SVG."""
    if node.get("role").strip().lower() in NONE and role(node) == "none":
        return ""
    tag = node.tag
    if node.namespace == "svg":
        title = next((child for child in node.children if child.tag == "title"), None)
        return title.text if title else squeeze(node.get("xlink:title"))
    if tag == "input":
        kind = node.get("type").strip().lower()
        if kind == "image":
            return squeeze(node.get("alt"))
        if kind in {"button", "submit", "reset"}:
            return squeeze(node.get("value")) if "value" in node.attributes else BUTTONS.get(kind, "")
    if tag in {"img", "area"}:
        return squeeze(node.get("alt"))
    return squeeze(node.get("label")) if tag in {"optgroup", "option"} else ""


def caption(node: Node) -> str:
    """2E: the caption of a table or figure, the legend of a fieldset."""
    inner = CAPTIONS.get(node.tag)
    if inner is None:
        return ""
    child = next((child for child in node.children if child.tag == inner), None)
    if child:
        return content(child, follow=False)
    return squeeze(node.get("summary")) if node.tag == "table" else ""


def labels(node: Node) -> str:
    """The words of the label elements of a form control, in order of the document."""
    said = [
        referenced(label, "aria-labelledby") or squeeze(label.get("aria-label")) or content(label, within=node)
        for label in owned_labels(node).get(node.index, ())
        if not is_hidden(label)
    ]
    return squeeze(" ".join(said))


@once_a_page
def owned_labels(page: Page) -> dict[int, list[Node]]:
    """Labels by the index of the control that they belong to; found once a page."""
    owned: dict[int, list[Node]] = {}
    for label in page.select("label"):
        if label.namespace != "html":
            continue
        if "for" in label.attributes:
            control = label.page.find(label.get("for"))
        else:
            control = next((each for each in label.descendants if is_labelable(each)), None)
        if control and is_labelable(control):
            owned.setdefault(control.index, []).append(label)
    return owned


def is_labelable(node: Node) -> bool:
    """Whether a label element can name it; hidden inputs are not labelable."""
    return node.tag in LABELABLE and not (node.tag == "input" and node.get("type").strip().lower() == "hidden")


def value(node: Node) -> str:
    """2C: what an embedded control holds, where its value stands for it in the words of a label."""
    kind = role(node)
    if kind in TEXT_FIELDS or (kind == "combobox" and node.tag == "input"):
        return squeeze(node.get("value")) if node.tag == "input" else node.text
    if kind in {"combobox", "listbox"}:
        options = node.all("option, [role=option]")
        chosen = [one for one in options if "selected" in one.attributes or one.get("aria-selected") == "true"]
        if not chosen and kind == "combobox" and node.tag == "select":
            chosen = options[:1]
        return squeeze(" ".join(one.text for one in chosen))
    if kind in {"slider", "spinbutton", "progressbar", "scrollbar", "meter"}:
        return squeeze(node.get("aria-valuetext") or node.get("aria-valuenow") or node.get("value"))
    return ""


def tooltip(node: Node) -> str:
    """2I: title, and for text fields the placeholder."""
    if "title" in node.attributes and (title := squeeze(node.get("title"))):
        return title
    if node.tag in {"input", "textarea"} and (said := squeeze(node.get("placeholder"))):
        return said
    return squeeze(node.get("aria-placeholder")) if role(node) in TEXT_FIELDS else ""


@dataclass(frozen=True, slots=True)
class End:
    """The end of an element in the walk: where its words began, and what to say if there are none."""

    node: Node
    start: int
    otherwise: str


def content(node: Node, *, within: Node | None = None, hidden: bool = False, follow: bool = True) -> str:
    """2F–2H: the words inside, in order; elements that break the line part words. At most 2,000 characters.

    `within` is the control that a label belongs to: it is left out. `hidden` reads what is hidden too; `follow`
    is off inside a reference, where aria-labelledby leads no further. What elements inside say is remembered, so
    that names of nested elements take no longer than one.
    """
    if not node.children:
        return squeeze(before(node) + node.leaf_text + after(node))[:LONGEST]
    known: dict[int, str] = node.page.memory.setdefault("content", {})
    plain = not hidden and follow
    around = enclosing(within, node)
    words: list[str] = []
    stack: list[Node | str | End] = inside(node)
    if plain and within is None and node.index in known:
        words, stack = [known[node.index]], []
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            words.append(item)
        elif isinstance(item, End):
            said = BLANKS.sub(" ", "".join(words[item.start :]))[:LONGEST]
            if plain and item.node.index not in around:
                known[item.node.index] = said
            words[item.start :] = [
                spaced(item.node, said if said.strip() else f" {item.otherwise} " if item.otherwise else said)
            ]
        elif item is not within and not is_left_out(item, hidden):
            if said := short(item, follow):
                words.append(spaced(item, said))
            elif plain and item.index not in around and known.get(item.index, "").strip():
                words.append(spaced(item, known[item.index]))
            else:
                stack.append(End(item, len(words), tooltip(item)))
                stack.extend(inside(item))
    return squeeze("".join(words))[:LONGEST]


def inside(node: Node) -> list[Node | str | End]:
    """What stands in an element with what CSS puts before and after, last first."""
    return [after(node), *reversed(node.contents), before(node)]


def enclosing(inner: Node | None, outer: Node) -> frozenset[int]:
    """Indexes of the elements from `inner` up to `outer`; none if it is not inside."""
    if inner is None:
        return frozenset()
    found = {inner.index}
    for above in inner.ancestors:
        found.add(above.index)
        if above is outer:
            return frozenset(found)
    return frozenset()


def spaced(node: Node, words: str) -> str:
    """Words parted from those around where the element is a box of its own."""
    display = author(node, "display")
    apart = display not in INLINE if display else node.tag in BLOCKS or node.tag in BOXES
    return f" {words} " if apart else words


def is_left_out(node: Node, hidden: bool) -> bool:
    """2A: hidden elements say nothing, unless a reference to a hidden root reads them; scripts never do."""
    if node.tag in {"script", "style", "template"} or (node.namespace == "svg" and node.tag in {"desc", "metadata"}):
        return True
    if hidden:
        return False
    return node.get("aria-hidden").strip().lower() == "true" or is_hidden(node)


def short(node: Node, follow: bool) -> str:
    """What an element inside says without being walked: reference, label, own value or native alternative."""
    if follow and "aria-labelledby" in node.attributes and (said := referenced(node, "aria-labelledby")):
        return said
    return value(node) or squeeze(node.get("aria-label")) or own(node)
