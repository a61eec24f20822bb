"""A stylesheet, compiled once per text: its style rules in order, with the conditions and layers around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from mingwen.linting.css import properties, shorthands
from mingwen.linting.css.properties import ALIASES, PROPERTIES, WIDE
from mingwen.linting.css.scan import DEEPEST, depth, split
from mingwen.linting.css.selectors import Selector, nested, read
from mingwen.linting.css.supports import supported
from mingwen.linting.css.variables import uses_variables

# A rule set larger than this is no stylesheet of a page but an attack on memory.
MOST_RULES = 200_000
BARE = re.compile(r"(?<![\w#(.%+-])[+-]?(?:\d*\.)?\d+(?![\w.%)])")
Layer = tuple[str, ...]


class Pending(NamedTuple):
    """A value with variables in it, of a property or of the shorthand that sets it."""

    name: str
    text: str


Value = str | Pending
Values = dict[str, Value]


class Rule(NamedTuple):
    """`doubtful` rules stand under a condition that only layout can decide (@container, @scope)."""

    selectors: tuple[Selector, ...]
    normal: Values
    important: Values
    media: tuple[str, ...]
    layer: Layer
    doubtful: bool


class Opened(NamedTuple):
    """A layer's name appears: its place in the order of layers is the first such."""

    layer: Layer
    media: tuple[str, ...]


class Import(NamedTuple):
    """Another sheet that is taken in, with its conditions."""

    href: str
    media: tuple[str, ...]
    layer: Layer | None


class Sheet(NamedTuple):
    """A compiled stylesheet."""

    steps: tuple[Rule | Opened | Import, ...]

    @property
    def imports(self) -> tuple[Import, ...]:
        return tuple(step for step in self.steps if isinstance(step, Import))


class Around(NamedTuple):
    """What stands around a rule."""

    outer: str = ""
    media: tuple[str, ...] = ()
    layer: Layer = ()
    doubtful: bool = False
    level: int = 0


@lru_cache(maxsize=128)
def compile_sheet(css: str, quirks: bool = False) -> Sheet:
    """Never raises; what browsers do not understand is left out."""
    import tinycss2

    steps: list[Rule | Opened | Import] = []
    try:
        tree = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    except RecursionError:
        return Sheet(())
    stack: list[tuple[Any, Around]] = [(node, Around()) for node in reversed(tree)]
    names = 0
    while stack and len(steps) < MOST_RULES:
        node, around = stack.pop()
        if isinstance(node, tuple):
            steps.append(Rule(node[0], *declared(node[1], quirks), around.media, around.layer, around.doubtful))
        elif node.type == "qualified-rule":
            style_rule(node, around, stack)
        elif node.type == "at-rule" and around.level < DEEPEST:
            names += 1
            at_rule(node, around, stack, steps, names)
    return Sheet(tuple(step for step in steps if not isinstance(step, Rule) or step.normal or step.important))


def style_rule(node: Any, around: Around, stack: list[tuple[Any, Around]]) -> None:
    """Puts a style rule on the stack, its selectors read."""
    prelude = written(node.prelude)
    selector = nested(prelude, around.outer) if around.outer else prelude.replace("&", ":root")
    selectors = read(selector)
    if selectors is not None and around.level < DEEPEST:
        block(node.content, selectors, around._replace(outer=selector, level=around.level + 1), stack)


def block(
    content: Sequence[Any], selectors: tuple[Selector, ...], around: Around, stack: list[tuple[Any, Around]]
) -> None:
    """Puts the declarations of a style rule, and what is nested in it, on the stack in order."""
    import tinycss2

    items: list[tuple[Any, Around]] = []
    run: list[Any] = []
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if item.type == "declaration":
            run.append(item)
        elif item.type in {"qualified-rule", "at-rule"}:
            if run:
                items.append(((selectors, run), around))
                run = []
            items.append((item, around))
    if run:
        items.append(((selectors, run), around))
    stack.extend(reversed(items))


def at_rule(
    node: Any, around: Around, stack: list[tuple[Any, Around]], steps: list[Rule | Opened | Import], number: int
) -> None:
    """Looks into an at-rule, or notes the layer or import that it is."""
    import tinycss2

    name, prelude = node.lower_at_keyword, written(node.prelude)
    if name == "import" and not around.level:
        if node.content is None and (found := imported(node.prelude)):
            steps.append(found)
        return
    if name == "layer":
        named = [tuple(each.split(".")) for each in split(prelude) if each]
        if node.content is None:
            steps.extend(Opened(around.layer + each, around.media) for each in named)
            return
        layer = around.layer + (named[0] if named else (f"\0{number}",))
        steps.append(Opened(layer, around.media))
        inner = around._replace(layer=layer)
    elif name == "media":
        inner = around._replace(media=(*around.media, prelude))
    elif name == "supports":
        if not supported(prelude):
            return
        inner = around
    elif name in {"container", "scope", "starting-style"}:
        inner = around._replace(doubtful=name != "starting-style" or around.doubtful)
        if name == "starting-style":
            return
    else:
        return
    if node.content is None:
        return
    inner = inner._replace(level=around.level + 1)
    if around.outer:
        selectors = read(around.outer)
        if selectors:
            block(node.content, selectors, inner, stack)
        return
    rules = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    stack.extend((rule, inner) for rule in reversed(rules))


def imported(prelude: Sequence[Any]) -> Import | None:
    """@import "a.css" layer(b) supports(c) screen"""
    rest = [token for token in prelude if token.type not in {"whitespace", "comment"}]
    if not rest or rest[0].type not in {"string", "url", "function"}:
        return None
    first = rest.pop(0)
    if first.type == "function":
        inner = [token for token in first.arguments if token.type == "string"]
        if first.lower_name != "url" or not inner:
            return None
        first = inner[0]
    layer: Layer | None = None
    if rest and rest[0].type == "ident" and rest[0].lower_value == "layer":
        layer = ("\0",)
        rest.pop(0)
    elif rest and rest[0].type == "function" and rest[0].lower_name == "layer":
        layer = tuple(written(rest.pop(0).arguments).split("."))
    if rest and rest[0].type == "function" and rest[0].lower_name == "supports":
        inside = written(rest.pop(0).arguments)
        if not supported(inside if inside.startswith("(") else f"({inside})"):
            return None
    text = written(list(prelude))
    media = text[text.find(written(rest[:1])) :] if rest else ""
    return Import(first.value, (media,) if media else (), layer)


def written(tokens: Sequence[Any]) -> str:
    """Tokens as text without comments; "" where brackets nest too deep to be written."""
    import tinycss2

    try:
        text = tinycss2.serialize([token for token in tokens if token.type != "comment"])
    except (RecursionError, TypeError):
        return ""
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).strip()


def declared(declarations: Sequence[Any], quirks: bool = False) -> tuple[Values, Values]:
    """Longhands of normal and of important declarations, the later before the earlier."""
    normal: Values = {}
    important: Values = {}
    for item in declarations:
        if item.type != "declaration":
            continue
        name = item.name if item.name.startswith("--") else ALIASES.get(item.lower_name, item.lower_name)
        if not (name.startswith("--") or name in PROPERTIES or name in shorthands.COVERED):
            continue
        text = written(item.value)
        found = meant(name, text, quirks)
        if found:
            (important if item.important else normal).update(found)
    return normal, important


def meant(name: str, text: str, quirks: bool = False) -> Values | None:
    """What a declaration sets, or None where browsers drop it."""
    if name.startswith("--"):
        if depth(text) > DEEPEST:
            return None
        word = text.lower()
        return {name: word if word in WIDE else Pending(name, text) if uses_variables(text) else text}
    if not text or depth(text) > DEEPEST or "!" in text:
        return None
    covered = shorthands.longhands(name)
    word = text.lower()
    if word in WIDE:
        return dict.fromkeys(covered or (name,), word)
    if uses_variables(text):
        return dict.fromkeys(covered or (name,), Pending(name, text))
    if covered:
        found = shorthands.expand(name, text)
        if found is None and quirks and (name in {"margin", "padding"} or name.startswith("border")):
            found = shorthands.expand(name, BARE.sub(r"\g<0>px", text))
        return dict(found or {}) or None
    kept = properties.parse(name, text)
    if kept is None and quirks:
        kept = properties.parse(name, quirk(name, word))
    return None if kept is None else {name: kept}


def quirk(name: str, text: str) -> str:
    """What pages without a doctype may write: colours without #, lengths without px."""
    if name in {"color", "background-color"} or name.endswith("-color"):
        return f"#{text}" if re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", text) else ""
    if re.fullmatch(r"[+-]?(\d*\.)?\d+", text) and name not in {"line-height", "opacity", "z-index", "order"}:
        return f"{text}px"
    return ""


@lru_cache(maxsize=8192)
def compile_inline(style: str, quirks: bool = False) -> tuple[Values, Values]:
    """Normal and important declarations of a style attribute."""
    import tinycss2

    try:
        found = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    except RecursionError:
        return {}, {}
    return declared(found, quirks)
