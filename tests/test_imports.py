"""Who may know whom: read from the imports themselves."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mingwen"
CHAPTERS = {"reading", "planning", "rendering", "speaking", "linting", "writing"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "scaffold" not in path.parts)


def imports(path: Path) -> set[str]:
    """Full names of the modules that a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def chapter(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


IN_CHAPTERS = [path for path in MODULES if chapter(path) in CHAPTERS]


def test_model_imports_nothing_of_ours():
    assert not {name for name in imports(PACKAGE / "model.py") if name.startswith("mingwen")}


@pytest.mark.parametrize("path", IN_CHAPTERS, ids=named)
def test_chapters_do_not_know_each_other(path):
    """What passes between them is values of the model."""
    own = chapter(path)
    others = {name.split(".")[1] for name in imports(path) if name.startswith("mingwen.")} & CHAPTERS

    assert others <= {own}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_only_commands_print(path):
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert "print" not in calls
    assert chapter(path) == "cli" or "click" not in imports(path)


def test_linting_never_loads_templates_or_markdown():
    """The linter is useful alone, and starts fast."""
    known = {name.split(".")[0] for path in (PACKAGE / "linting").rglob("*.py") for name in imports(path)}

    assert not known & {"jinja2", "markdown_it", "mdit_py_plugins", "pydantic", "yaml"}
