"""What a reader meets on every kind of page, in every mode, on a phone and on a desktop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from mingwen.checking import check
from mingwen.linting.presets import choose
from mingwen.linting.rule import RULES
from tests.browser.axe import violations
from tests.browser.pages import LONG_PAGES, MODE_PREFIXES, PAGES, REDIRECT, SCREENS, urls

pytestmark = pytest.mark.parametrize("mode", MODE_PREFIXES)
#: What the stylesheets ask of the reader's system, besides the ordinary screen that every build is checked for.
STATES = ("dark", "more-contrast", "more-contrast,dark", "less-contrast", "forced-colors", "width=320", "print")
# Boxes that hide what does not fit into them, and do not scroll.
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
    const s = getComputedStyle(e);
    const hides = ['hidden', 'clip'].includes(s.overflowY) || ['hidden', 'clip'].includes(s.overflowX);
    const seen = e.getClientRects().length && e.clientHeight > 1;
    return hides && seen && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
}).map(e => e.outerHTML.slice(0, 80))"""
# What sticks out of the window to the side, but for what scrolls by itself.
WIDE = """() => [...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table')).map(e => e.outerHTML.slice(0, 99))"""
# The lines of paragraphs as they are painted, character by character; and spans of time that lie in more than one.
LINES = """() => [...document.querySelectorAll('.body > p, .body li, .points li')].flatMap(block => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), range = document.createRange();
    const lines = [];
    let bottom = null;
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest('sup, rt')) continue;
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getClientRects()[0];
            if (!box || !node.data[at].trim()) continue;
            if (bottom === null || box.top >= bottom - 2) lines.push('');
            bottom = box.bottom;
            lines[lines.length - 1] += node.data[at];
        }
    }
    return lines;
})"""
TORN = (
    "() => [...document.querySelectorAll('.whole')].filter(e => e.getClientRects().length > 1).map(e => e.textContent)"
)
# What could lie on the text.
FLOATING = """() => [...document.querySelectorAll('body *')].filter(
    e => ['fixed', 'sticky'].includes(getComputedStyle(e).position)).map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[str, Page]]:
    """One page a screen for all tests here; a redirect stays, so that it can be looked at."""
    made = {}
    for screen, size in {**SCREENS, "zoomed": {"width": 320, "height": 256}}.items():
        page = made[screen] = browser.new_page(viewport=size)
        page.route("**/" + REDIRECT, _staying)
    yield made
    for page in made.values():
        page.close()


def _staying(route: Route) -> None:
    answer = route.fetch()
    assert 'http-equiv="refresh"' in answer.text()
    route.fulfill(response=answer, body=re.sub(r"<meta http-equiv=.refresh.[^>]*>", "", answer.text()))


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_no_violation(
    pages: dict[str, Page], address: str, long_address: str, mode: str, screen: str
) -> None:
    """With 阅读设置 closed, and on the phone then in the opened panel; the console stays silent too."""
    page = pages[screen]
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: noise.append(str(error)))
    found = []
    long = [long_address + MODE_PREFIXES[mode] + url for url in LONG_PAGES.values()]
    for url in [address + url for url in urls(mode)] + long:
        page.goto("about:blank")
        page.goto(url)
        found += [(url, *violation) for violation in violations(page)]
        if screen == "phone" and page.locator(".panel").count():
            page.locator(".panel > summary").click()
            found += [(url, "open", *violation) for violation in violations(page, ".panel")]

    assert found == []
    assert noise == []


def test_our_own_linter_finds_nothing_in_any_state(site: Path, mode: str) -> None:
    """In the dark, with more or less contrast, forced colours, at 320 px and on paper. Advice is left to judgement: it
    guesses from other pages where the text begins."""
    rules, _ = choose()
    sure = [rule for rule in rules if RULES[rule.id].level != "advice"]
    files = dict.fromkeys(str(site / url.split("#")[0]) for url in urls(mode))
    report = check(list(files), sure, root=str(site), media=STATES)
    failed = [
        (path, it.rule, it.message.zh)
        for path, checked in report.files
        for it in checked.findings
        if it.verdict == "fail"
    ]

    assert len(report.files) >= len(PAGES)
    assert failed == []


def test_400_percent_zoom_neither_scrolls_sideways_nor_clips(pages: dict[str, Page], address: str, mode: str) -> None:
    """WCAG 1.4.10: 1280 × 1024 at 400 % is 320 × 256 CSS px. Nothing may stick out, be cut off, or lie on the text."""
    page = pages["zoomed"]
    wrong = []
    for url in urls(mode):
        page.goto(address + url)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wrong.append((url, "wide", page.evaluate(WIDE)[:2]))
        wrong += [(url, "clipped", box) for box in page.evaluate(CLIPPED)]
        wrong += [(url, "floating", box) for box in page.evaluate(FLOATING)]

    assert wrong == []


@pytest.mark.parametrize("screen", SCREENS)
def test_text_at_200_percent_neither_scrolls_sideways_nor_clips(
    pages: dict[str, Page], address: str, mode: str, screen: str
) -> None:
    """WCAG 1.4.4, by the browser's own setting of the size of type: all sizes are in rem, so all grow."""
    page = pages[screen]
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    wrong = []
    body = 0.0
    for url in urls(mode):
        page.goto(address + url)
        wrong += [(url, "wide", box) for box in page.evaluate(WIDE)[:2]]
        wrong += [(url, "clipped", box) for box in page.evaluate(CLIPPED)]
        body = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        assert body >= 36, url
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    session.detach()

    assert wrong == []


def test_lines_end_and_begin_as_they_may(pages: dict[str, Page], address: str, mode: str) -> None:
    """No line ends with an opening mark or begins with a closing one (clreq), and no span of time is torn."""
    page = pages["phone"]
    wrong = []
    for name in ("report with a table", "policy", "questions", "picture"):
        page.goto(address + MODE_PREFIXES[mode] + PAGES[name] + "#text")
        wrong += [
            (name, line)
            for line in page.evaluate(LINES)
            if re.search(r"^[，。、；：？！）》〉”’】〕]|[（《〈“‘【〔]$", line)
        ]
        wrong += [(name, span) for span in page.evaluate(TORN)]

    assert wrong == []


def test_text_spacing_of_the_reader_clips_nothing(pages: dict[str, Page], address: str, mode: str) -> None:
    """WCAG 1.4.12: the reader's own spacing must fit; no box may hide what grows, none may stick out."""
    page = pages["phone"]
    wrong = []
    for url in urls(mode):
        page.goto(address + url)
        page.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
            "p{margin-bottom:2em!important}"
        )
        wrong += [(url, "clipped", box) for box in page.evaluate(CLIPPED)]
        wrong += [(url, "wide", box) for box in page.evaluate(WIDE)[:2]]

    assert wrong == []


def test_links_and_buttons_are_large_enough(pages: dict[str, Page], address: str, mode: str) -> None:
    """reading-modes: at least 44 px (48 in 无障碍版 and 长者版); links inside running text are exempt.

    A radio is pressed anywhere on its label.
    """
    floor = {"wza": 48, "elder": 48}.get(mode, 44)
    page = pages["phone"]
    small = []
    for url in urls(mode):
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

    assert small == []
