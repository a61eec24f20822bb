"""What a reader meets on every kind of page, in every mode, on a phone and on a desktop."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.browser.pages import LONG_PAGES, MODE_PREFIXES, PAGES, REDIRECT, SCREENS

pytestmark = pytest.mark.parametrize("mode", MODE_PREFIXES)


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_no_violation(browser: Browser, address: str, long_address: str, mode: str, screen: str) -> None:
    """axe-core with all its rules that are not experimental; the console stays silent too."""
    axe = Axe()
    page = browser.new_page(viewport=SCREENS[screen])
    page.route("**/" + REDIRECT, _staying)
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: noise.append(str(error)))
    found = []
    urls = [address + url for url in _urls(mode)] + [
        long_address + MODE_PREFIXES[mode] + url for url in LONG_PAGES.values()
    ]
    for url in urls:
        page.goto(url)
        for violation in axe.run(page).response["violations"]:
            places = [node["target"] for node in violation["nodes"]][:3]
            found.append((url, violation["id"], places))
    page.close()

    assert found == []
    assert noise == []


def _staying(route: Route) -> None:
    """A redirect page without its refresh, so that it can be looked at."""
    answer = route.fetch()
    assert 'http-equiv="refresh"' in answer.text()
    route.fulfill(response=answer, body=re.sub(r"<meta http-equiv=.refresh.[^>]*>", "", answer.text()))


def test_no_sideways_scrolling_at_320_px(browser: Browser, address: str, mode: str) -> None:
    """WCAG 1.4.10: 320 CSS px, which is also 1280 px at 400 % zoom."""
    page = browser.new_page(viewport={"width": 320, "height": 256})
    page.route("**/" + REDIRECT, _staying)
    too_wide = []
    for url in _urls(mode):
        page.goto(address + url)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            too_wide.append((url, width, _widest(page)))
    page.close()

    assert too_wide == []


def test_text_spacing_of_the_reader_clips_nothing(browser: Browser, address: str, mode: str) -> None:
    """WCAG 1.4.12: the reader's own spacing must fit; no box may hide what grows."""
    page = browser.new_page(viewport=SCREENS["phone"])
    page.route("**/" + REDIRECT, _staying)
    clipped = []
    for url in _urls(mode):
        page.goto(address + url)
        page.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
            "p{margin-bottom:2em!important}"
        )
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('body *')].filter(e => {
                const s = getComputedStyle(e);
                const hides = ['hidden', 'clip'].includes(s.overflowY) || ['hidden', 'clip'].includes(s.overflowX);
                const seen = e.getClientRects().length && e.clientHeight > 1;
                return hides && seen && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
            }).map(e => e.outerHTML.slice(0, 80))"""
        )
        clipped += [(url, box) for box in boxes]
    page.close()

    assert clipped == []


def test_links_and_buttons_are_large_enough(browser: Browser, address: str, mode: str) -> None:
    """reading-modes: at least 44 px (48 in 无障碍版 and 长者版); links inside running text are exempt.

    A radio is pressed anywhere on its label.
    """
    floor = {"wza": 48, "elder": 48}.get(mode, 44)
    page = browser.new_page(viewport=SCREENS["phone"])
    page.route("**/" + REDIRECT, _staying)
    small = []
    for url in _urls(mode):
        page.goto(address + url)
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('a[href], button, summary, label, input, select')].filter(e => {
                if (e.matches('label input')) return false;
                if (!e.getClientRects().length || e.closest('[hidden]')) return false;
                const inText = getComputedStyle(e).display === 'inline' && e.closest('p, dd, li, td, th, figcaption')
                    && e.closest('p, dd, li, td, th, figcaption').textContent.trim() !== e.textContent.trim();
                return !inText;
            }).map(e => { const b = e.getBoundingClientRect();
                return [e.outerHTML.slice(0, 90), Math.round(b.width * 10) / 10, Math.round(b.height * 10) / 10]; })"""
        )
        # A skip link that waits off screen until it has the focus has no box of its own yet.
        small += [(url, *box) for box in boxes if box[2] < floor - 0.5 and box[2] > 1]
    page.close()

    assert small == []


def _urls(mode: str) -> list[str]:
    urls = [MODE_PREFIXES[mode] + url for url in PAGES.values()]
    return [*urls, "404.html", REDIRECT] if mode == "standard" else urls


def _widest(page: Page) -> str:
    """The first element that sticks out, for the message."""
    return str(
        page.evaluate(
            """() => { const e = [...document.querySelectorAll('body *')].find(
                e => e.getBoundingClientRect().right > 321 && !e.closest('.table'));
                return e ? e.outerHTML.slice(0, 120) : ''; }"""
        )
    )
