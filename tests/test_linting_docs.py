"""docs/linting.md says what is so: its formats, its states, its examples."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from mingwen import judge
from mingwen.accepting import load
from mingwen.linting import lint
from mingwen.linting.limits import SAYS
from mingwen.linting.states import SIZES, WORDS
from mingwen.plugins import names
from tests.tiny import lay

PAGE = Path(__file__).parents[1].joinpath("docs/linting.md").read_text("utf-8")


def shown(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_every_format_is_told():
    rows = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)

    assert set(names("reports")) <= set(rows)


def test_every_media_state_is_told():
    table = PAGE[PAGE.index("| 词 Word") :]
    words = re.findall(r"`([\w-]+)(?:=\d+)?`", table[: table.index("\n\n")])

    assert words == [*WORDS, *SIZES]


def test_limits_are_told():
    assert all(f"`{rule}`" in PAGE for rule in SAYS)


def test_the_acceptance_in_a_page_is_taken():
    (html,) = shown("html")
    checked = lint(html)

    assert [it.rule for it in checked.findings if it.rule == "img-alt"]
    left = judge(checked.findings, checked.accepted, dt.date(2027, 1, 31))
    assert not {"img-alt", "accepted"} & {it.rule for it in left}


def test_the_acceptance_in_the_settings_is_taken(tmp_path):
    lay(tmp_path, {"pyproject.toml": shown("toml")[0]})

    assert [each.rule for each in load(tmp_path)] == ["img-alt"]


def test_the_program_runs(capsys):
    exec(compile(shown("python")[0], "docs/linting.md", "exec"), {})

    assert "img-alt" in capsys.readouterr().out
