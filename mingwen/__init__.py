"""mingwen (明文): official documents in Markdown become a static website that everybody can read.

    build(root)                    the whole chain: manuscripts → site/          mingwen.building
    read(root) → Site              1 files → values                              mingwen.reading
    plan(site, today) → Plan       2 values → pages                              mingwen.planning
    render(page, frame, theme)     3 page → HTML                                 mingwen.rendering
    lint(html) → Checked           4 HTML → findings, on anybody's HTML          mingwen.linting
    audit(outlines) → findings       the same across pages                       mingwen.linting
    judge(findings, accepted, today) what is left when somebody answers for some mingwen.judging
    write(artifacts, assets, out)  5 files → site/, whole or not at all          mingwen.writing

Everything that passes between them is a frozen value of mingwen.model. Names are loaded when first used, so
`import mingwen` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mingwen.building import build
    from mingwen.judging import judge
    from mingwen.linting import audit, lint
    from mingwen.planning import plan
    from mingwen.reading import read
    from mingwen.rendering import render
    from mingwen.writing import write

__version__ = "0.1.0"
__all__ = ["audit", "build", "judge", "lint", "plan", "read", "render", "write"]

_HOMES = {
    "audit": "mingwen.linting",
    "build": "mingwen.building",
    "judge": "mingwen.judging",
    "lint": "mingwen.linting",
    "plan": "mingwen.planning",
    "read": "mingwen.reading",
    "render": "mingwen.rendering",
    "write": "mingwen.writing",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'mingwen' has no attribute {name!r}")
