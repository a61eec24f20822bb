"""The rules of a page in the order of the cascade, and what they declare for an element (CSS Cascade levels 4 and 5).

From weak to strong: the browser's sheet, attributes that stand for style, author rules by layer, specificity and place,
the style attribute; then important ones, with layers and origins the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from mingwen.linting.css.declared import Declared
from mingwen.linting.css.media import Media, holds
from mingwen.linting.css.selectors import Selector
from mingwen.linting.css.sheet import Layer, Opened, Rule, Sheet, Value, Values, compile_inline, compile_sheet
from mingwen.linting.css.style import Style

# Behind every named layer stand the rules that are in none.
LAST = 1 << 30
Rank = tuple[int, ...]
Key = tuple[tuple[int, ...], str, tuple[tuple[str, str], ...]]
MOST_KEPT = 20_000
MOST_PRESENT = 200
PLAIN_TAG = re.compile("[a-z][a-z0-9]*")


class Source(NamedTuple):
    """A stylesheet's text, the conditions under which it is linked or imported, and the layer it is imported into."""

    text: str
    media: tuple[str, ...] = ()
    layer: Layer = ()


class Entry(NamedTuple):
    """One selector of a rule in its place. `text` is what the engine matches."""

    text: str
    selector: Selector
    normal: Values
    important: Values
    layer: Rank
    is_author: bool
    doubtful: bool


class Order:
    """Entries from weak to strong; `elements` are those of pseudo-elements, apart.

    `of_tag` are the ranks of those whose selector is no more than a tag, by that tag: they need no engine
    to find what they match.
    """

    def __init__(self, sheets: Sequence[tuple[Sheet, Source]], media: Media, quirks: bool) -> None:
        self.quirks = quirks
        found: list[tuple[tuple[bool, Rank, tuple[int, int, int], int], Entry]] = []
        for number, (is_author, rule, layer) in enumerate(self.rules(sheets, media)):
            for selector in rule.selectors:
                entry = Entry(selector.text, selector, rule.normal, rule.important, layer, is_author, rule.doubtful)
                found.append(((is_author, layer, selector.weight, number), entry))
        found.sort(key=lambda each: each[0])
        self.entries = [entry for _, entry in found if not entry.selector.element]
        self.elements = [entry for _, entry in found if entry.selector.element]
        self.media = media
        self.keys = frozenset(key for entry in self.entries for key in entry.selector.keys)
        self.of_tag: dict[str, tuple[int, ...]] = {}
        self._others: list[tuple[int, Entry]] = []
        for at, entry in enumerate(self.entries):
            if PLAIN_TAG.fullmatch(entry.text):
                self.of_tag[entry.text] = (*self.of_tag.get(entry.text, ()), at)
            else:
                self._others.append((at, entry))
        self._present: dict[frozenset[str], list[tuple[int, Entry]]] = {}
        self.of_bare: dict[tuple[str, Style | None], Style] = {}
        self._chosen: dict[Callable[[Entry], bool], list[tuple[int, Entry]]] = {}
        self._chosen_elements: dict[Callable[[Entry], bool], list[Entry]] = {}
        self._known: dict[Key, Declared] = {}
        self._styles: dict[tuple[Key, Style | None], Style] = {}

    def rules(self, sheets: Sequence[tuple[Sheet, Source]], media: Media) -> list[tuple[bool, Rule, Rank]]:
        found = [(False, step, (LAST,)) for sheet in browser(self.quirks) for step in sheet.steps]
        author: list[tuple[Rule, Layer]] = []
        names: dict[Layer, dict[str, int]] = {}
        for place, (sheet, source) in enumerate(sheets):
            if not all(holds(each, media) for each in source.media):
                continue
            open_layer(source.layer, names)
            for step in sheet.steps:
                if isinstance(step, Rule | Opened) and all(holds(each, media) for each in step.media):
                    layer = source.layer + tuple(f"{it}{place}" if it[0:1] == "\0" else it for it in step.layer)
                    open_layer(layer, names)
                    if isinstance(step, Rule):
                        author.append((step, layer))
        ranked = {layer: rank(layer, names) for layer in {layer for _, layer in author}}
        both = [(False, step, place) for _, step, place in found if isinstance(step, Rule)]
        return both + [(True, rule, ranked[layer]) for rule, layer in author]

    def chosen(self, test: Callable[[Entry], bool]) -> list[tuple[int, Entry]]:
        """Rank and entry of all that pass a test, which must be a function of a module: asked once for all pages."""
        found = self._chosen.get(test)
        if found is None:
            found = self._chosen[test] = [(rank, entry) for rank, entry in enumerate(self.entries) if test(entry)]
        return found

    def chosen_elements(self, test: Callable[[Entry], bool]) -> list[Entry]:
        """The same of the entries of pseudo-elements, without ranks."""
        found = self._chosen_elements.get(test)
        if found is None:
            found = self._chosen_elements[test] = [entry for entry in self.elements if test(entry)]
        return found

    def present(self, keys: frozenset[str]) -> list[tuple[int, Entry]]:
        """Rank and entry of all that may match where only these keys occur, those in `of_tag` left out. Remembered,
        for the pages of a site have much the same."""
        some = self.keys & keys
        found = self._present.get(some)
        if found is None:
            if len(self._present) > MOST_PRESENT:
                self._present.clear()
            found = self._present[some] = [each for each in self._others if each[1].selector.keys <= some]
        return found

    def bare(self, tag: str, parent: Style | None) -> Style:
        """The style of an element that only entries in `of_tag` match, as of most; remembered in `of_bare`."""
        if len(self.of_bare) > MOST_KEPT:
            self.of_bare.clear()
        found = self.of_bare[tag, parent] = self.style(self.of_tag.get(tag, ()), "", (), parent)
        return found

    def style(
        self, ranks: tuple[int, ...], style: str, hints: tuple[tuple[str, str], ...], parent: Style | None
    ) -> Style:
        """The style of such an element below a parent: one for all that are alike, on every page."""
        key = ((ranks, style, hints), parent)
        found = self._styles.get(key)
        if found is None:
            if len(self._styles) > MOST_KEPT:
                self._styles.clear()
            found = self._styles[key] = Style(self.declared(ranks, style, hints), parent, self.media)
        return found

    def declared(self, ranks: tuple[int, ...], style: str, hints: tuple[tuple[str, str], ...]) -> Declared:
        """What wins for an element that the entries `ranks` match, with this style attribute and these hints."""
        key = (ranks, style, hints)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > MOST_KEPT:
                self._known.clear()
            found = self._known[key] = self._decide(ranks, style, hints)
        return found

    def _decide(self, ranks: tuple[int, ...], style: str, hints: tuple[tuple[str, str], ...]) -> Declared:
        entries = [self.entries[at] for at in ranks]
        own, strong = compile_inline(style, self.quirks) if style else ({}, {})
        steps: list[tuple[tuple[str, ...], str, Values]]
        steps = [(("ua",), "ua", each.normal) for each in entries if not each.is_author]
        steps += [(("hint",), "hint", {name: value}) for name, value in hints]
        steps += [(("author", *map(str, each.layer)), "author", each.normal) for each in entries if sure(each)]
        steps.append((("inline",), "inline", own))
        upside_down = sorted((each for each in entries if sure(each)), key=lambda each: [-part for part in each.layer])
        steps += [(("author!", *map(str, each.layer)), "author!", each.important) for each in upside_down]
        steps.append((("inline!",), "inline!", strong))
        steps += [(("ua!",), "ua!", each.important) for each in entries if not each.is_author]
        return settle(steps, {name for each in entries if each.doubtful for name in each.normal | each.important})


def sure(entry: Entry) -> bool:
    """An author's rule that surely applies."""
    return entry.is_author and not entry.doubtful


def settle(steps: Sequence[tuple[tuple[str, ...], str, Values]], doubts: set[str]) -> Declared:
    """Goes from weak to strong; revert takes back what its origin said, revert-layer what its layer said."""
    answer = Declared()
    answer.doubts = doubts
    values, sources = answer.values, answer.sources
    browsers: Values = {}
    before: Values = {}
    level: tuple[str, ...] = ()
    for place, source, said in steps:
        if not said:
            continue
        if place != level:
            if level in {(), ("ua",)}:
                browsers = dict(values)
            before, level = dict(values), place
        if "revert" not in said.values() and "revert-layer" not in said.values():
            values.update(said)
        else:
            for name, value in said.items():
                put(values, name, value, browsers, before)
        for name, value in said.items():
            sources[name] = "ua" if value == "revert" else source
    return answer


def put(values: Values, name: str, value: Value, browsers: Values, before: Values) -> None:
    """One value, with revert and revert-layer resolved."""
    if value in {"revert", "revert-layer"}:
        lower = browsers if value == "revert" else before
        if name in lower:
            values[name] = lower[name]
        else:
            values.pop(name, None)
    else:
        values[name] = value


def open_layer(layer: Layer, names: dict[Layer, dict[str, int]]) -> None:
    """Notes a layer and those around it, in order of first appearance."""
    for at, name in enumerate(layer):
        inside = names.setdefault(layer[:at], {})
        inside.setdefault(name, len(inside))


def rank(layer: Layer, names: dict[Layer, dict[str, int]]) -> Rank:
    """Its place among its sisters on each level; what stands in a layer directly comes behind the layers in it."""
    return (*(names[layer[:at]][name] for at, name in enumerate(layer)), LAST)


@lru_cache(maxsize=2)
def browser(quirks: bool) -> tuple[Sheet, ...]:
    """The browser's own sheets."""
    folder = files("mingwen.linting.css")
    names = ("user_agent.css", "quirks.css") if quirks else ("user_agent.css",)
    return tuple(compile_sheet((folder / name).read_text("utf-8")) for name in names)


@lru_cache(maxsize=32)
def order(sources: tuple[Source, ...], media: Media, quirks: bool = False) -> Order:
    """Remembered, because the pages of a site share their sheets."""
    return Order([(compile_sheet(each.text, quirks), each) for each in sources], media, quirks)
