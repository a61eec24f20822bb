"""WAI-ARIA as data: roles with what they are, attributes with the values they take.

The table is data/aria.json, made from npm html-aria by tools/aria.mjs (MIT; notice in data/LICENSE-html-aria.txt). It
follows WAI-ARIA 1.3, DPUB-ARIA 1.1 and Graphics-ARIA 1.0. Where 1.2, on which W3C's ACT rules rest, is more generous,
the sets below say so, and nothing that either version allows is called wrong. tests/browser/test_aria.py compares the
table with axe-core's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mingwen.linting.words import words

TABLE: dict[str, Any] = json.loads(Path(__file__).with_name("data").joinpath("aria.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Role:
    """What ARIA says of a role.

    `content`: named by what stands inside. `leaf`: children are presentational. `parents` must own it, `children` are
    what it may own. `required` attributes must be given unless they are among `defaults`. `attributes` are those that
    it takes besides the global ones, `prohibited` those that it must not have.
    """

    content: bool
    leaf: bool
    required: frozenset[str]
    defaults: frozenset[str]
    parents: frozenset[str]
    children: frozenset[str]
    attributes: frozenset[str]
    prohibited: frozenset[str]


def read(row: dict[str, Any]) -> Role:
    """A line of the table as a role; what it leaves out is empty."""
    lists = (frozenset(row.get(field, ())) for field in ("required", "defaults", "parents", "children"))
    required, defaults, parents, children = lists
    return Role(
        bool(row.get("content")),
        bool(row.get("leaf")),
        required,
        defaults,
        parents,
        children,
        frozenset(row.get("attributes", ())) | required,
        frozenset(row.get("prohibited", ())),
    )


ABSTRACT = words("command composite input landmark range roletype section sectionhead select structure widget window")
ROLES: dict[str, Role] = {name: read(row) for name, row in TABLE["roles"].items()}
NAMED_BY_CONTENT = frozenset(name for name, role in ROLES.items() if role.content)
# Version 1.3 no longer counts math among them; 1.2 does.
PRESENTATIONAL_CHILDREN = frozenset(name for name, role in ROLES.items() if role.leaf) | {"math"}
# The roles of which 1.2 too says that they cannot be named.
UNNAMED = words("caption code deletion emphasis generic insertion none paragraph strong subscript superscript")

# Global in 1.2, though deprecated there on roles that make no use of them.
GLOBAL = frozenset(TABLE["global"]) | words("aria-disabled aria-errormessage aria-haspopup aria-invalid")
# How values are read: a set of tokens, "tokens:…" a list of them, or one of the words id, ids, integer, number, string.
ATTRIBUTES: dict[str, frozenset[str] | str] = {
    name: kind if isinstance(kind, str) else frozenset(kind) for name, kind in TABLE["attributes"].items()
}
# What WAI-ARIA 1.2 and DPUB-ARIA 1.0 let these roles take besides.
MORE = {
    "doc-biblioentry": words("aria-level"),
    "doc-endnote": words("aria-level"),
    "listitem": words("aria-level"),
    "menuitemcheckbox": words("aria-readonly"),
    "menuitemradio": words("aria-readonly"),
}


def supported(role: str) -> frozenset[str]:
    """All aria-* attributes that a role takes; the global ones for a role that ARIA does not know."""
    known = ROLES.get(role)
    return GLOBAL | known.attributes | MORE.get(role, frozenset()) if known else GLOBAL
