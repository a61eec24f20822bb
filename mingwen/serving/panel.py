"""What a preview page shows when the last build failed: the mistakes, above the last good page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from mingwen.model import Lang, Text

TITLE = Text("稿件有误，下面是上一次成功的页面", "A mistake in the manuscripts; below is the last good page")
NOTHING = Text("稿件有误，还没有可看的页面", "A mistake in the manuscripts; there is no page to show yet")
AFTER = Text("改好并保存后，本页会自动更新。", "Mend and save; this page reloads by itself.")

_BOX = (
    "all:revert;display:block;margin:0;padding:1rem 1.5rem;border:0;border-bottom:4px solid #a31515;"
    "background:#fff5f5;color:#1b1f24;font:16px/1.7 sans-serif;text-align:start"
)


def panel(lines: Iterable[str], lang: Lang, *, title: Text = TITLE) -> str:
    """A box of the mistakes as HTML, to be put first in the body. `lines` are plain text, one mistake each."""
    items = "".join(f"<li><code>{escape(line)}</code></li>" for line in lines)
    return (
        f'<div role="alert" id="mingwen-preview" style="{_BOX}"><strong>{title.of(lang)}</strong>'
        f"<ul>{items}</ul><p>{AFTER.of(lang)}</p></div>"
    )


def whole_page(lines: Iterable[str], lang: Lang, script: str) -> str:
    """A page of its own, for when there is no site yet."""
    return (
        f'<!doctype html><html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
        f"<title>{NOTHING.of(lang)}</title>{script}</head><body>{panel(lines, lang, title=NOTHING)}</body></html>"
    )
