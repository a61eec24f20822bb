"""Golden files: `pytest --accept` writes what came out; read it in the diff before it is committed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """golden(file, text): the text is what the file holds; with --accept the file is written."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            file.write_text(text, "utf-8", newline="\n")
        expected = file.read_text("utf-8") if file.exists() else ""
        assert text == expected

    return compare
