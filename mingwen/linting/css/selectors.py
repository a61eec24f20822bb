"""Selectors as text: cut into complex ones, weighed (Selectors level 4), and told apart by pseudo-element and focus.

Matching is left to the parser's engine; states that no page is in when it opens (hover, autofill …) match nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mingwen.linting.css.scan import DEEPEST, depth, split

Weight = tuple[int, int, int]
ESCAPE = r"\\(?:[0-9A-Fa-f]{1,6}\s?|[^\n])"
IDENT = rf"-?(?:[A-Za-z_\u0080-\U0010ffff]|{ESCAPE})(?:[\w\u0080-\U0010ffff-]|{ESCAPE})*|--[\w-]*"
TOKEN = re.compile(
    rf"(?P<string>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|(?P<id>\#(?:[\w\u0080-\U0010ffff-]|{ESCAPE})+)"
    rf"|(?P<class>\.(?:{IDENT}))|(?P<element>::(?:{IDENT})\(?)|(?P<state>:(?:{IDENT})\(?)"
    rf"|(?P<attribute>\[(?:\"[^\"]*\"|'[^']*'|[^\]])*\])|(?P<space>(?:{IDENT}|\*)?\|(?!\|))|(?P<tag>{IDENT})"
    rf"|(?P<join>\s*[>+~]\s*|\s+)|(?P<other>.)",
    re.DOTALL,
)
NAME = re.compile(r"\[\s*([A-Za-z][\w-]*)\s*[]=~|^$*]")
ELEMENTS = re.compile(
    r"before|after|first-line|first-letter|selection|marker|placeholder|backdrop|cue|part|slotted|file-selector-button"
    r"|grammar-error|spelling-error|highlight|target-text|details-content|view-transition[\w-]*|scroll-[\w-]+|checkmark"
    r"|picker|picker-icon|column|search-text|-webkit-[\w-]+"
)
OLD_ELEMENTS = frozenset({"before", "after", "first-line", "first-letter"})
HEAVIEST = frozenset({"is", "not", "has", "-webkit-any", "matches", "host", "host-context"})
# States that no page is in before anybody acts, which the parser's engine does not know.
NEVER = (
    "-webkit-autofill|autofill|-webkit-full-screen|fullscreen|modal|popover-open|user-valid|user-invalid|playing|paused"
    "|picture-in-picture|current|past|future|-webkit-drag|open|active-view-transition|target-within|local-link|buffering"
    "|seeking|stalled|muted|volume-locked|host|host-context|state|xr-overlay|closed"
)
NEVER_STATE = re.compile(rf":(?:{NEVER})(?![\w-])(?:\([^()]*\))?", re.IGNORECASE)
PLACEHOLDER = re.compile(r":placeholder-shown(?![\w-])", re.IGNORECASE)
SHOWN = ':is([placeholder]:not([value]),[placeholder][value=""])'
FOCUS = re.compile(r":focus(?:-visible|-within)?(?![\w-])", re.IGNORECASE)
LONGEST = 2_000


class Selector(NamedTuple):
    """One complex selector. `text` is for the engine; `element` the pseudo-element it speaks of, "" for none.

    `keys` are the classes (".a"), ids ("#a"), attributes ("[a]") and tags, in lower case, without which a page has no
    match.
    """

    text: str
    weight: Weight
    element: str
    keys: frozenset[str]

    @property
    def on_focus(self) -> bool:
        return FOCUS.search(self.text) is not None


@lru_cache(maxsize=16384)
def read(prelude: str) -> tuple[Selector, ...] | None:
    """The complex selectors of a rule, or None where browsers drop the rule."""
    from mingwen.linting.dom import is_selector

    if len(prelude) > 10 * LONGEST or depth(prelude) > DEEPEST:
        return None
    found = []
    for text in split(prelude):
        if not text or len(text) > LONGEST or text.lower().count(":has(") > 1:
            return None
        weight, element, bare, keys = weigh(text)
        for_engine = settled(bare)
        if not is_selector(for_engine) or (element and not ELEMENTS.fullmatch(element)):
            return None
        found.append(Selector(for_engine, weight, element, keys))
    return tuple(found)


@lru_cache(maxsize=4096)
def alternatives(selector: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each complex selector in a list of them, with its keys."""
    return tuple((each, weigh(each)[3]) for each in split(selector))


def settled(text: str) -> str:
    """With the states that are known beforehand put in their place."""
    if ":" not in text:
        return text
    text = NEVER_STATE.sub(":not(*)", text)
    text = PLACEHOLDER.sub(SHOWN, text)
    return text.replace(":-webkit-any-link", ":any-link").replace(":-webkit-any(", ":is(")


def focused(text: str) -> str:
    """The selector as it matches while every element has the focus."""
    return FOCUS.sub(":is(*)", text)


def weigh(text: str) -> tuple[Weight, str, str, frozenset[str]]:
    """Specificity, pseudo-element, the selector without it, and the keys of all its compounds."""
    a = b = c = 0
    element = ""
    keys: set[str] = set()
    bare: list[str] = []
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            break
        kind, word = str(found.lastgroup), found[0]
        at = found.end()
        inside = ""
        if word.endswith("(") and kind in {"element", "state"}:
            end = closing(text, at)
            inside, at = text[at : end - 1] if end else text[at:], end or len(text)
        name = word.strip(":(").lower()
        if kind == "element" or (kind == "state" and name in OLD_ELEMENTS and not inside):
            c += 1
            element = name
            continue
        bare.append(text[found.start() : at])
        if kind in {"id", "class", "tag"} and "\\" not in word:
            keys.add(word.lower())
        elif kind == "attribute" and (plain := NAME.match(word)):
            keys.add(f"[{plain[1].lower()}]")
        if kind == "id":
            a += 1
        elif kind in {"class", "attribute"}:
            b += 1
        elif kind == "tag":
            c += 1
        elif kind == "state":
            more = of_state(name, inside)
            a, b, c = a + more[0], b + more[1], c + more[2]
    return (a, b, c), element, "".join(bare).strip() or "*", frozenset(keys)


def closing(text: str, at: int) -> int:
    """Just behind the bracket that closes the one before `at`; 0 where none does."""
    open_ = 1
    for found in TOKEN.finditer(text, at):
        open_ += found[0].count("(") if found.lastgroup in {"element", "state"} else 0
        if found.lastgroup == "other":
            open_ += {"(": 1, ")": -1}.get(found[0], 0)
            if open_ == 0:
                return found.end()
    return 0


def of_state(name: str, inside: str) -> Weight:
    """Specificity of a pseudo-class with its arguments."""
    if name == "where" or (name in {"is", "not", "has"} and not inside.strip()):
        return 0, 0, 0
    if name in HEAVIEST and inside:
        heaviest = max(weigh(each)[0] for each in split(inside))
        return (heaviest[0], heaviest[1] + 1, heaviest[2]) if name.startswith("host") else heaviest
    if name in {"nth-child", "nth-last-child"} and " of " in inside:
        heaviest = max(weigh(each)[0] for each in split(inside.partition(" of ")[2]))
        return heaviest[0], heaviest[1] + 1, heaviest[2]
    return 0, 1, 0


def nested(inner: str, outer: str) -> str:
    """A selector inside a style rule, written out: & is the rule around it."""
    around = f":is({outer})" if "," in outer or " " in outer.strip() or ">" in outer else outer
    found = []
    for each in split(inner):
        if "&" in each:
            found.append(each.replace("&", around if around.startswith((":", ".", "#", "[")) else f":is({outer})"))
        else:
            found.append(f"{around} {each}")
    return ", ".join(found)


def before_focus(text: str) -> tuple[str, bool, bool]:
    """A selector as far as the compound that asks for the focus, that left out; whether it ends there; whether
    :focus-within is asked, which an element inside can give.
    """
    found = FOCUS.search(text)
    if not found:
        return text, True, False
    end = found.end()
    rest = re.search(r"[\s>+~]", text[end:])
    left = text[: end + rest.start()] if rest else text
    inside_function = left.count("(") > left.count(")")
    if inside_function or ":has(" in left:
        return "*", False, True
    return FOCUS.sub("", left).strip() or "*", rest is None, "within" in found[0].lower()
