"""focus-seen: what has the focus can be told by looking."""

from __future__ import annotations

from mingwen.linting.cascade import focused_style, lacks_sheets, speaks_of, style, styled
from mingwen.linting.css.order import Entry
from mingwen.linting.css.properties import PROPERTIES
from mingwen.linting.css.selectors import before_focus
from mingwen.linting.css.sheet import Value
from mingwen.linting.dom import Node, Page
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_tabbable, is_visible
from mingwen.model import Text

# In these the caret shows where the focus is, or the content has a focus of its own.
CARETS = frozenset({"textarea", "select", "iframe", "audio", "video", "object", "embed"})
WITHOUT_CARET = frozenset({"button", "submit", "reset", "image", "checkbox", "radio", "range", "color", "file"})
RING = ("outline-style", "outline-width", "outline-color", "outline-offset")


@Rule(
    id="focus-seen",
    name=Text("焦点要看得见", "The focus can be seen"),
    why=Text(
        "用键盘的人靠焦点框知道自己在哪里；去掉了框又没有别的样子，就像鼠标指针不见了。",
        "People who use a keyboard find their place by the focus ring; without it, or anything instead, it is as if "
        "the pointer were gone.",
    ),
    basis=("WCAG 2.2 2.4.7",),
    wcag=("2.4.7",),
    act=("oj04fd",),
    on="body",
    says={
        "gone": Text(
            "样式去掉了 {tag} 的焦点框，得到焦点时也没有别的变化。请删去 outline: none，或写上 :focus-visible 的样式。",
            "The style takes the focus ring from this {tag} and nothing else changes when it has the focus. Drop "
            "outline: none, or style :focus-visible.",
        ),
        "script": Text(
            "样式去掉了 {tag} 的焦点框，页面上还有脚本或读不到的样式表。请人工确认：按 Tab 键走到这里，看得出来吗？",
            "The style takes the focus ring from this {tag}, and the page has scripts or sheets that are not at hand. "
            "Can you see it when the Tab key comes here?",
        ),
    },
    bad=(
        Example("<style>a:focus { outline: none }</style><body><a href=a>公告</a>", says="gone"),
        Example("<style>a:focus { outline: 0; box-shadow: none }</style><body><a href=a>公告</a>", says="gone"),
        Example("<style>* { outline: 0 }</style><body><button>搜索</button><script>go()</script>", says="script"),
    ),
    good=(
        Example("<body><a href=a>公告</a>"),
        Example("<style>a:focus { outline: none; background: #ff0 }</style><body><a href=a>公告</a>"),
        Example("<style>* { outline: 0 } li:focus-within { background: #ff0 }</style><body><li><a href=a>公告</a>"),
        Example("<style>* { outline: 0 }</style><body><input aria-label=姓名>"),
    ),
    when=lambda body: any(is_tabbable(node) for node in reached(body.page)),
)
def focus_seen(body: Node) -> Hits:
    page = body.page
    if not speaks_of(page, "outline") and not speaks_of(page, "all:"):
        return
    suspects = [node for node in reached(page) if not has_ring(node) and is_tabbable(node) and is_visible(node)]
    if not suspects:
        return
    scripted = bool(page.select("script:not([type]), script[type*=javascript i], script[type=module i], [onfocus]"))
    scripted = scripted or lacks_sheets(page)
    for node in suspects:
        if not changes(node) and not changes_others(node):
            yield (node.ask if scripted else node.fail)("script" if scripted else "gone", tag=node.tag)


def reached(page: Page) -> list[Node]:
    """HTML elements that may be in the tab order and have no caret."""
    found = page.select("a[href], button, input, summary, [tabindex], area[href]")
    return [node for node in found if node.namespace == "html" and not has_caret(node)]


def has_caret(node: Node) -> bool:
    """Whether a caret or an inner focus shows where the focus is."""
    if node.tag == "input":
        return node.get("type").strip().lower() not in WITHOUT_CARET
    return node.tag in CARETS or "contenteditable" in node.attributes


def has_ring(node: Node) -> bool:
    """Whether an outline that can be seen is drawn around it in focus."""
    own = focused_style(node)
    if own.get("outline-style") == "none" or own.get("outline-width") == "0px":
        return False
    colour = own.colour("outline-color")
    return colour is None or colour.alpha > 0


def changes(node: Node) -> bool:
    """Whether anything but the ring looks different on the element itself while it has the focus."""
    with_, without = focused_style(node), style(node)
    if with_.declared is without.declared:
        return False
    names = {*with_.declared.values, *without.declared.values}
    return any(
        with_.get(name) != without.get(name)
        if name in PROPERTIES
        else with_.declared.values.get(name) != without.declared.values.get(name)
        for name in names
        if name not in RING and not name.startswith("--")
    )


def changes_others(node: Node) -> bool:
    """Whether a rule for the focus draws something else: inside, beside or around the element, or a pseudo-element."""
    for scope, ordered in enumerate(styled(node.page).orders):
        for entry in (*ordered.entries, *ordered.elements):
            if entry.is_author and entry.selector.on_focus and draws(entry) and touches(node, scope, entry):
                return True
    return False


def draws(entry: Entry) -> bool:
    """Whether a rule does more than take the outline away."""
    said: dict[str, Value] = {**entry.normal, **entry.important}
    return any(name not in RING or value not in NOTHING for name, value in said.items())


NOTHING = frozenset({"none", "0", "0px", "transparent", "auto", "medium", "currentcolor"})


def touches(node: Node, scope: int, entry: Entry) -> bool:
    """Whether this element's focus lets the rule match somewhere; a rule for the element itself is asked elsewhere."""
    left, is_subject, within = before_focus(entry.selector.text)
    if is_subject and not entry.selector.element and not within:
        return False
    return bool(node.closest(left)) if within else node.matches(left)
