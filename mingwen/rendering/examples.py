"""Examples of components: each components/<name>/examples.toml shows its macro with named parameters.

types = { items = "Entry" }        # which noun of mingwen.model a parameter holds, where it is no plain value

[[example]]
name = "标题里有尖括号"
macro = "trail"                     # default: the component's own name
on = { mode = "elder" }             # what differs on the page around it: mode, lang, template, url
items = [{ title = "<解读>", url = "jiedu/index.html" }]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

from mingwen import model
from mingwen.model import Frame, Page
from mingwen.rendering.page import compiled, context
from mingwen.rendering.theme import Theme
from mingwen.rendering.words import lang_of

ITS_OWN = ("name", "macro", "on")


@dataclass(frozen=True)
class Example:
    """One use of a component. `values` are the macro's parameters, `on` what differs on the page around it."""

    component: str
    name: str
    macro: str
    values: Mapping[str, Any]
    on: Mapping[str, Any]


def examples(templates: Path) -> Iterator[Example]:
    """All examples below a `templates/` folder, by component, in the order written."""
    for path in sorted((templates / "components").glob("*/examples.toml")):
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        types = {name: getattr(model, noun) for name, noun in written.get("types", {}).items()}
        for example in written["example"]:
            yield Example(
                path.parent.name,
                example["name"],
                example.get("macro", path.parent.name),
                {key: made(value, types.get(key)) for key, value in example.items() if key not in ITS_OWN},
                example.get("on", {}),
            )


def show(example: Example, page: Page, frame: Frame, theme: Theme) -> str:
    """The HTML of an example on a page; a parameter that the macro does not have is a TypeError."""
    around: dict[str, Any] = dict(example.on)
    key = around.pop("mode", page.mode.key)
    mode = next(mode for mode in frame.settings.modes if mode.key == key)
    page = replace(page, mode=mode, path=mode.prefix + around.get("url", page.url), **around)
    path = f"components/{example.component}/{example.component}.html"
    macro = getattr(
        compiled(theme, lang_of(page.lang)).get_template(path).make_module(context(page, frame, theme)), example.macro
    )
    return str(macro(**example.values)).strip() + "\n"


def made(value: Any, noun: Any) -> Any:
    """A TOML value as the frozen value it stands for: tables become `noun`, lists become tuples of it."""
    if isinstance(value, list):
        return tuple(made(item, noun) for item in value)
    if not isinstance(value, dict) or not is_dataclass(noun):
        return value
    hints = get_type_hints(noun)
    known = {field.name for field in fields(noun)}
    empty = {name: "" for name in known if hints[name] is str} if noun is model.Document else {}
    given = {key: made(item, _within(hints.get(key))) for key, item in value.items()}
    extra = {"body": model.Body("")} if noun is model.Document else {}
    return noun(**{**empty, **extra, **given})  # type: ignore[operator]  # is_dataclass narrows to an instance


def _within(hint: Any) -> Any:
    """The noun inside tuple[Noun, ...] or Noun | None."""
    return next((it for it in (hint, *get_args(hint)) if is_dataclass(it)), None)
