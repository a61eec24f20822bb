"""By keyboard alone: where the first Tab leads, and that the focus is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import MODE_PREFIXES, PAGES, SCREENS


@pytest.mark.parametrize("key", MODE_PREFIXES)
def test_first_tab_is_the_way_to_the_text(browser: Browser, address: str, key: str) -> None:
    page = browser.new_page(viewport=SCREENS["desktop"])
    page.goto(address + MODE_PREFIXES[key] + PAGES["policy"])
    page.keyboard.press("Tab")

    assert "正文" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.close()


@pytest.mark.parametrize("key", MODE_PREFIXES)
def test_focus_is_seen_on_every_stop(browser: Browser, address: str, key: str) -> None:
    """Every stop lies on the screen, in reading order, with an outline of at least 3 px; the panel is open."""
    page = browser.new_page(viewport=SCREENS["desktop"])
    page.goto(address + MODE_PREFIXES[key] + PAGES["report with a table"])
    page.evaluate("document.querySelector('.panel').open = true; window.order = [...document.querySelectorAll('*')]")
    stops = []
    while len(stops) < 200:
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
                const s = getComputedStyle(e), b = e.getBoundingClientRect();
                const y = (Math.max(b.top, 0) + Math.min(b.bottom, innerHeight)) / 2;
                const at = document.elementFromPoint(b.x + b.width / 2, y);
                return { what: e.outerHTML.slice(0, 80), at: order.indexOf(e),
                    outline: parseFloat(s.outlineWidth), style: s.outlineStyle,
                    seen: b.bottom > 0 && b.top < innerHeight && !!at && (e.contains(at) || at.contains(e)) }; }"""
        )
        if stop is None:
            break
        stops.append(stop)
    page.close()

    assert len(stops) > 20
    assert [stop["at"] for stop in stops] == sorted(stop["at"] for stop in stops)
    assert [what for stop in stops if "mw-" in (what := stop["what"])]
    assert [stop["what"] for stop in stops if stop["style"] == "none" or stop["outline"] < 3] == []
    assert [stop["what"] for stop in stops if not stop["seen"]] == []
