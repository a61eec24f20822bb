"""A pytest fixture that checks pages: `mingwen_lint`. It is there as soon as mingwen is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mingwen.model import Checked


def lint_or_fail(
    page: str | bytes | Path,
    *,
    preset: str = "推荐",
    rule: Iterable[str] = (),
    skip: Iterable[str] = (),
    root: str = "",
) -> Checked:
    """Check a page, and fail the test with the report in Chinese where something is wrong with it.

    `page` is HTML as text or bytes, or the Path of a file; text that is the name of a file raises ValueError.
    `preset`, `rule` and `skip` mean what they mean to `mingwen lint`. `root` is
    the folder that "/" stands for: stylesheets are read from below it. What a person must judge, and advice, fails
    nothing and is in what is returned.
    """
    import datetime as dt

    from mingwen.htmlfiles import Sheets, posix
    from mingwen.judging import settle
    from mingwen.linting import RULES, Styles, choose, lint
    from mingwen.reports import Report
    from mingwen.reports.text import report

    if isinstance(page, str) and is_path(page):
        raise ValueError(
            f"mingwen_lint({page!r})：这是文件名，不是网页。文件请写 mingwen_lint(Path({page!r}))。"
            f"This names a file and is no HTML: write mingwen_lint(Path({page!r}))"
        )
    rules, _ = choose(preset, tuple(rule), tuple(skip))
    path, html = (str(page), page.read_bytes()) if isinstance(page, Path) else ("-", page)
    checked = lint(html, rules, path, Styles(Sheets(), posix(root) if root else None))
    found = settle(Report(((path, checked),), tuple(it.id for it in rules)), (), dt.date.today(), RULES)
    if found.failed:
        pytest.fail(report(found), pytrace=False)
    return found.files[0][1]


def is_path(text: str) -> bool:
    """Whether a text is meant as the name of a file: it ends as pages do, or such a file is there."""
    if "<" in text or "\n" in text or not text.strip():
        return False
    try:
        return text.strip().lower().endswith((".html", ".htm", ".xhtml")) or Path(text).is_file()
    except (OSError, ValueError):
        return False


@pytest.fixture
def mingwen_lint() -> Callable[..., Checked]:
    """mingwen_lint(html): fails the test where the page has failures; see lint_or_fail() for what it takes."""
    return lint_or_fail
