"""Why a value does not fit, said for people: pydantic's codes in Chinese and English.

Our own validators raise `misfit(...)`, which carries both sentences; pydantic's built-in codes are put into words here.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from mingwen.model import Finding, Place
from mingwen.reading.outcome import fail

Loc = tuple[str | int, ...]

BUILT_IN = {
    "missing": ("缺少“{name}”。请加上一行，如 {example}", "“{name}” is missing. Add a line such as {example}"),
    "string_type": ("“{name}”要写成带引号的一句话", "“{name}” must be text in quotes"),
    "int_type": ("“{name}”要写成整数", "“{name}” must be a whole number"),
    "bool_type": ("“{name}”要写成 true 或 false", "“{name}” must be true or false"),
    "list_type": ("“{name}”要写成列表，如 {example}", "“{name}” must be a list, such as {example}"),
    "tuple_type": ("“{name}”要写成列表，如 {example}", "“{name}” must be a list, such as {example}"),
    "dict_type": ("“{name}”要写成一张表，如 {example}", "“{name}” must be a table, such as {example}"),
    "model_type": ("“{name}”下面要分几行写，如 {example}", "“{name}” must hold keys of its own, such as {example}"),
    "greater_than_equal": ("“{name}”至少是 {ge}", "“{name}” must be at least {ge}"),
    "less_than_equal": ("“{name}”至多是 {le}", "“{name}” must be at most {le}"),
}
OTHER = ("“{name}”的值用不了", "The value of “{name}” cannot be used")


def misfit(zh: str, en: str) -> PydanticCustomError:
    """What a validator raises: both sentences, without the final stop; `{name}` is the key as the author wrote it."""
    return PydanticCustomError("misfit", "misfit", {"zh": zh, "en": en})


def findings(
    error: ValidationError,
    rule: str,
    places: Mapping[Loc, Place],
    written: Mapping[Loc, str],
    titles: Mapping[str, str],
    examples: Mapping[str, str],
) -> tuple[Finding, ...]:
    """One finding for each misfit, at the nearest place known.

    `written` holds keys as the author wrote them, `titles` the Chinese names of keys that are missing.
    """
    found = []
    for each in error.errors(include_url=False):
        loc: Loc = each["loc"]
        key = next((part for part in reversed(loc) if isinstance(part, str)), "")
        context = dict(each.get("ctx", {}))
        zh, en = (context["zh"], context["en"]) if each["type"] == "misfit" else BUILT_IN.get(each["type"], OTHER)
        context |= {"example": examples.get(key, f"{key}: …")}
        name = written.get(loc) or titles.get(key, key)
        zh, en = _fill(zh, context | {"name": name}), _fill(en, context | {"name": written.get(loc) or key})
        found.append(fail(rule, _place(loc, places), zh + "。", en + "."))
    return tuple(found)


def _place(loc: Loc, places: Mapping[Loc, Place]) -> Place:
    while loc not in places:
        loc = loc[:-1]
    return places[loc]


def _fill(sentence: str, values: Mapping[str, object]) -> str:
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", str(value))
    return sentence
