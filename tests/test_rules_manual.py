"""docs/rules.md says what the rules say."""

from __future__ import annotations

from pathlib import Path

from mingwen.linting.manual import as_markdown
from mingwen.linting.presets import choose


def test_the_manual_is_current():
    """Where it is not: mingwen rules --markdown > docs/rules.md."""
    rules, audits = choose("严格")

    assert Path(__file__).parents[1].joinpath("docs/rules.md").read_text("utf-8") == as_markdown((*rules, *audits))
