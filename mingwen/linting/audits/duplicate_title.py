"""duplicate-title: different pages with one title cannot be told apart in tabs, histories and result lists."""

from __future__ import annotations

from collections.abc import Iterator

from mingwen.linting.audits import Audit, Pages
from mingwen.model import HANT, MODES, Finding, Place, Text


def check(pages: Pages) -> Iterator[Finding]:
    """The reading modes of one document share its title and are not compared with each other."""
    first: dict[tuple[str, str], str] = {}
    for outline in pages.outlines:
        if not outline.title:
            continue
        other = first.setdefault((mode_of(outline.path), outline.title), outline.path)
        if other != outline.path:
            message = DUPLICATE_TITLE.says["same"].fill(title=outline.title, other=other)
            yield Finding(DUPLICATE_TITLE.id, "same", "ask", Place(outline.path, 1, 1), message, quote=outline.title)


def mode_of(path: str) -> str:
    """Prefix of the reading mode that a path belongs to; "" for 标准版."""
    return next((mode.prefix for mode in (*MODES, HANT) if mode.prefix and path.startswith(mode.prefix)), "")


DUPLICATE_TITLE = Audit(
    id="duplicate-title",
    name=Text("不同网页的标题要分得开", "Different pages have different titles"),
    why=Text(
        "标签页、历史记录和搜索结果里只看得到标题；标题一样，就不知道要找的是哪一份。",
        "Tabs, histories and search results show only titles; where they are equal, nobody knows which is which.",
    ),
    basis=("WCAG 2.2 2.4.2",),
    says={
        "same": Text(
            "这一页的标题“{title}”与“{other}”相同。请人工确认是不是两份内容；若是，请让标题分得开。",
            "The title {title!r} is that of {other!r} too. If these are two documents, tell them apart.",
        ),
    },
    check=check,
)
