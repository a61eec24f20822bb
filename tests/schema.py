"""The part of JSON Schema, draft 4, that the SARIF schema uses; every other word in a schema is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float),
}  # fmt: skip
SAID = {"$schema", "id", "title", "description", "default", "definitions", "format"}
USED = {
    "$ref", "additionalProperties", "anyOf", "enum", "items", "maximum", "minItems", "minimum", "oneOf", "pattern",
    "properties", "required", "type", "uniqueItems",
}  # fmt: skip


def errors(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> Iterator[str]:
    """Where and how a value departs from a schema."""
    assert not schema.keys() - SAID - USED, schema.keys()
    if "$ref" in schema:
        target: Any = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        yield from errors(value, target, root, at)
        return
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(
            isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool)) for kind in kinds
        ):
            yield f"{at}: {value!r} is no {schema['type']}"
            return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    for word, many in (("anyOf", False), ("oneOf", True)):
        fitting = [1 for each in schema.get(word, []) if not list(errors(value, each, root, at))]
        if word in schema and (not fitting or (many and len(fitting) > 1)):
            yield f"{at}: {len(fitting)} of {word} fit"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value} is out of range"
    if isinstance(value, list):
        yield from in_list(value, schema, root, at)
    if isinstance(value, dict):
        yield from in_object(value, schema, root, at)


def in_list(value: list[Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0):
        yield f"{at}: fewer than {schema['minItems']}"
    if schema.get("uniqueItems") and any(one == other for n, one in enumerate(value) for other in value[:n]):
        yield f"{at}: not unique"
    for number, item in enumerate(value):
        yield from errors(item, schema.get("items", {}), root, f"{at}[{number}]")


def in_object(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{at}: no {name}" for name in schema.get("required", []) if name not in value)
    more = schema.get("additionalProperties", True)
    for name, item in value.items():
        if name in known:
            yield from errors(item, known[name], root, f"{at}.{name}")
        elif more is False:
            yield f"{at}: {name} has no place here"
        elif isinstance(more, dict):
            yield from errors(item, more, root, f"{at}.{name}")
