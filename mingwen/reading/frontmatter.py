"""Front matter → plain data with the place of every key and value.

YAML is composed, never constructed: each scalar stays the text that was typed, so 2024-01-19, no, 1e3 and 12:30 mean
what they say. All mistakes come back at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import yaml

from mingwen.model import Finding, Place
from mingwen.reading.nearest import hint, nearest
from mingwen.reading.outcome import fail
from mingwen.reading.schema import NESTED, Form, PageForm
from mingwen.reading.yaml_advice import advise, mended

Loc = tuple[str | int, ...]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 60
# Each collection has one of these of its own.
OPENS = "[{-:?"
# So like a known key that its value is read as that key's: then the key is not missing too. 信息来原 is 0.75.
SURELY = 0.7


@dataclass
class FrontMatter:
    """`data` holds English keys; `places` and `written` say where each stands and how its key was typed."""

    data: dict[str, object] = field(default_factory=dict)
    places: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    written: dict[Loc, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def place(self, *loc: str | int) -> Place:
        """The place of a value, or of what holds it where it has none of its own."""
        while loc not in self.places:
            loc = loc[:-1]
        return self.places[loc]


def compose(text: str, path: str, form: type[Form]) -> FrontMatter:
    """Read front matter as `form` names its keys. `text` keeps the manuscript's line numbers."""
    matter = FrontMatter(places={(): Place(path, max(1, len(text) - len(text.lstrip("\n"))), 1)})
    mended_text, notes = mended(text, path, _names(form))
    matter.findings += notes
    try:
        if sum(map(mended_text.count, OPENS)) > DEEPEST and _depth(mended_text) > DEEPEST:
            return _too_deep(matter)
        root = yaml.compose(mended_text, Loader=Loader)
    except yaml.YAMLError:
        matter.findings.append(advise(mended_text, path))
        return matter
    if root is None:
        return matter
    if not isinstance(root, yaml.MappingNode):
        zh, en = "开头各项要一行一项，写成 标题: 内容", "Write one key a line, as title: words"
        matter.findings.append(fail("yaml", _place(root, path), zh + "。", en + "."))
        return matter
    matter.data = _mapping(root, form, (), matter, path, set())
    return matter


def _depth(text: str) -> int:
    """How deep collections are nested. Composing recurses in C and would crash on thousands of brackets."""
    depth = deepest = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        deepest = max(deepest, depth)
    return deepest


def _mapping(
    node: yaml.MappingNode, form: type[Form] | None, at: Loc, matter: FrontMatter, path: str, seen: set[int]
) -> dict[str, object]:
    data: dict[str, object] = {}
    for key_node, value_node in node.value:
        written, place = _key(key_node), _place(key_node, path)
        key = _names(form).get(written, "") if form else written
        if not key:
            matter.findings.append(_unknown(written, place, _names(form)))
            key = _names(form).get(nearest(written, _names(form), SURELY), "")
            if not key or (*at, key) in matter.keys:
                continue
        loc = (*at, key)
        if loc in matter.keys:
            first = matter.keys[loc]
            zh, en = f"“{written}”在第 {first.line} 行写过了", f"“{written}” is already given on line {first.line}"
            matter.findings.append(fail("front-matter", place, f"{zh}，请只留一处。", f"{en}; keep one."))
            continue
        matter.keys[loc], matter.written[loc] = place, written
        value = _value(value_node, _nested(form, key), loc, matter, path, seen)
        if value not in ("", None, [], {}):
            data[key] = value
    return data


def _value(
    node: yaml.Node, form: type[Form] | None, loc: Loc, matter: FrontMatter, path: str, seen: set[int]
) -> object:
    matter.places[loc] = _place(node, path)
    matter.written.setdefault(loc, matter.written.get(loc[:-1], ""))
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if id(node) in seen:
        zh, en = "这里用了 YAML 的 & 和 *，请直接写出内容", "Write the value out instead of YAML's & and *"
        matter.findings.append(fail("yaml", matter.places[loc], zh + "。", en + "."))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, form, loc, matter, path, seen)
    return [_value(item, form, (*loc, number), matter, path, seen) for number, item in enumerate(node.value)]


def _key(node: yaml.Node) -> str:
    return str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""


@cache
def _names(form: type[Form] | None) -> dict[str, str]:
    if form is None:
        return {}
    fields = form.model_fields
    return {name: name for name in fields} | {str(field.title): name for name, field in fields.items()}


def _nested(form: type[Form] | None, key: str) -> type[Form] | None:
    if form is None:
        return None
    return NESTED.get((PageForm if issubclass(form, PageForm) else form, key))


def _place(node: yaml.Node, path: str) -> Place:
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)


def _unknown(written: str, place: Place, names: dict[str, str]) -> Finding:
    close = hint(written, names) if nearest(written, names) else None
    listed = "、".join(name for name in names if not name.isascii())
    zh = f"没有“{written}”这一项" + (close.zh if close else f"，可用的有：{listed}。")
    en = f"There is no key “{written}”" + (
        close.en if close else f"; known: {', '.join(n for n in names if n.isascii())}."
    )
    return fail("front-matter", place, zh, en)


def _too_deep(matter: FrontMatter) -> FrontMatter:
    matter.data = {}
    matter.findings.append(
        fail("yaml", matter.places[()], "开头各项套得太深了。", "The front matter is nested too deeply.")
    )
    return matter
