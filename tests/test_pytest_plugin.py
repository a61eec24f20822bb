"""The fixture mingwen_lint in other people's tests."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.tiny import lay

ROOT = Path(__file__).parent.parent
TESTS = """
from pathlib import Path

def test_string(mingwen_lint):
    mingwen_lint("<html lang=zh><title>甲</title><img src=a>")

def test_file(mingwen_lint):
    mingwen_lint(Path("site/a.html"), root="site")

def test_rules(mingwen_lint):
    checked = mingwen_lint("<p>公告<a href=b>更多</a>", rule=["img-alt", "link-purpose"])
    assert [it.rule for it in checked.findings] == ["link-purpose"]

def test_name(mingwen_lint):
    mingwen_lint("site/a.html")

def test_other_name(mingwen_lint):
    mingwen_lint("site/gone.html")

def test_words(mingwen_lint):
    mingwen_lint("没有标签的一句话", rule=["img-alt"])

def test_bytes(mingwen_lint):
    mingwen_lint("<title>公告</title>".encode("gbk"), rule=["page-title"])

def test_accepted(mingwen_lint):
    comment = '<!-- mingwen-lint: skip img-alt reason="在补" who="甲" until="9999-12-31" -->'
    mingwen_lint(comment + "<img src=a>", rule=["img-alt"])
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory) -> subprocess.CompletedProcess[str]:
    folder = tmp_path_factory.mktemp("theirs")
    page = "<html lang=zh><title>甲</title><link rel=stylesheet href=/a.css><h1>甲</h1><a class=gone href=b></a>"
    lay(folder, {"test_theirs.py": TESTS, "site/a.html": page, "site/a.css": ".gone { display: none }"})
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "mingwen.pytest_plugin", "-W", "error", "-p", "no:cacheprovider"],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_a_page_with_failures_fails_the_test_with_the_report(session):
    assert "FAILED test_theirs.py::test_string" in session.stdout
    assert "-:1:31 [img-alt] (WCAG 1.1.1) 图片没有 alt。" in session.stdout
    assert "Traceback" not in session.stdout


def test_other_pages_pass(session):
    assert "3 failed, 5 passed" in session.stdout


def test_the_name_of_a_file_is_not_taken_for_html(session):
    for name in ("site/a.html", "site/gone.html"):
        assert f"请写 mingwen_lint(Path('{name}'))" in session.stdout


def test_the_fixture_is_there_once_mingwen_is_installed():
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]

    assert points["pytest11"] == {"mingwen": "mingwen.pytest_plugin"}
