"""docs/linting.md says what is so: its formats, its states, its examples."""

from __future__ import annotations

import datetime as dt
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mingwen import judge
from mingwen.accepting import load
from mingwen.cli.lint import command
from mingwen.linting import lint
from mingwen.linting.limits import BINARY, SAYS
from mingwen.linting.states import SIZES, WORDS
from mingwen.plugins import names
from mingwen.pytest_plugin import lint_or_fail
from tests.tiny import lay, mingwen

PAGE = Path(__file__).parents[1].joinpath("docs/linting.md").read_text("utf-8")

HOOKS = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
PIPED = "<!doctype html><html lang=zh-CN><title>公告</title><h1>公告</h1><img src=a.png>"


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
    assert all(f"`{rule}`" in PAGE for rule in (*SAYS, BINARY))


def test_every_command_works_as_shown(tmp_path):
    """In the order in which they stand, on a site with one mistake: nothing is refused, and reports are where they
    are said to be."""
    lay(tmp_path, {"site/index.html": PIPED})
    for line in "".join(shown("sh")).splitlines():
        words = shlex.split(line)
        piped = "|" in words
        told = mingwen(*words[words.index("mingwen") + 1 :], cwd=tmp_path, **({"input": PIPED} if piped else {}))
        known = "--baseline" in words

        assert words[0] == ("cat" if piped else "mingwen"), line
        assert told.returncode == (0 if known else 1), line + told.stderr
        assert "img-alt" in told.stdout or known or "报告写好了" in told.stderr, line

    assert json.loads((tmp_path / "report.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert "<failure" in (tmp_path / "junit.xml").read_text("utf-8")
    assert "img-alt" in (tmp_path / "baseline.json").read_text("utf-8")


def test_the_hook_is_the_one_we_have():
    """What .pre-commit-config.yaml names must be there, and take the arguments shown."""
    told = yaml.safe_load(next(block for block in shown("yaml") if "repos:" in block))
    (wanted,) = told["repos"][0]["hooks"]
    hooks = yaml.safe_load(HOOKS.read_text("utf-8"))

    assert [hook["entry"] for hook in hooks if hook["id"] == wanted["id"]] == ["mingwen lint"]
    assert {word for word in wanted["args"] if word.startswith("--")} <= {
        name for option in command.params for name in option.opts
    }


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


def test_the_test_of_pages_passes_on_clean_ones(tmp_path, monkeypatch):
    lay(tmp_path, {"site/index.html": PIPED.replace("<img", "<img alt=图")})
    monkeypatch.chdir(tmp_path)
    theirs: dict[str, Callable[..., None]] = {}
    exec(compile(shown("python")[1], "docs/linting.md", "exec"), theirs)
    theirs["test_pages"](lint_or_fail)
    lay(tmp_path, {"site/index.html": PIPED})

    with pytest.raises(pytest.fail.Exception, match="img-alt"):
        theirs["test_pages"](lint_or_fail)
