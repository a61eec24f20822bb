"""`mingwen build --why` speaks of what changed in words, whatever it was."""

from __future__ import annotations

from dataclasses import fields

import pytest

from mingwen.cli.reasons import PARTS
from mingwen.model import Frame, Page
from tests.test_stale import FILES, edit
from tests.tiny import lay, mingwen


@pytest.mark.parametrize(
    "name", [*(f"page.{each.name}" for each in fields(Page)), *(f"frame.{each.name}" for each in fields(Frame))]
)
def test_every_part_of_a_page_has_a_name_in_both_languages(name):
    assert PARTS[name].zh != name
    assert PARTS[name].en.isascii() or "标准版" in PARTS[name].en


def test_the_command_names_no_field(tmp_path):
    lay(tmp_path, FILES)
    mingwen("build", "--today", "2026-11-24", "--no-lint", cwd=tmp_path)
    edit("content/tz/a.md", "甲的正文", "改过的正文")(tmp_path)
    told = mingwen("build", "--today", "2026-11-24", "--no-lint", "--why", cwd=tmp_path).stdout

    assert "page." not in told
    assert "稿件 2 页：正文、朗读稿的版本 变了（如 tz/a.html）" in told
    assert "朗读稿 1 页：正文 变了（如 tz/a.say.js）" in told
