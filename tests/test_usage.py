"""Mistakes in the command line are told in Chinese, with the right form and where the help is."""

from __future__ import annotations

import pytest

from tests.tiny import mingwen

MISTAKES = {
    ("buidl",): "没有这个命令：buidl",
    ("build", "--drafst"): "没有选项 --drafst，是不是 --drafts？",
    ("build", "--today", "明天"): "选项 --today YYYY-MM-DD 的值不对，要写成 2026-01-31 的样子",
    ("build", "--jobs", "0"): "要写不小于 1 的整数",
    ("serve", "--port", "99999"): "要写 1 到 65535 的整数",
    ("build", "--lang", "fr"): "可写 zh、en",
    ("build", "content"): "多出了：content",
    ("build", "--root", "nowhere"): "没有这个文件或文件夹",
    ("build", "--today"): "选项 --today 后面缺少值",
    ("publish",): "缺少参数 DIR",
}


@pytest.mark.parametrize(("words", "told"), MISTAKES.items(), ids=" ".join)
def test_mistake_is_told_in_chinese(words, told, tmp_path):
    done = mingwen(*words, cwd=tmp_path)

    assert done.returncode == 2
    assert told in done.stderr
    assert "--help" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_english_is_spoken_when_asked_for(tmp_path):
    done = mingwen("build", "--lang", "en", "--jobs", "0", cwd=tmp_path)

    assert "Invalid value for '--jobs'" in done.stderr
    assert "See mingwen build --help" in done.stderr or "See python -m mingwen build --help" in done.stderr


def test_help_of_a_group_is_in_one_language(tmp_path):
    assert "Show this message" not in mingwen("new", "--help", cwd=tmp_path).stdout
    assert mingwen("--help", cwd=tmp_path).stdout == mingwen(cwd=tmp_path).stdout
