"""How pages arrive: light, without a jump, under a strict policy, from any folder, in old browsers."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import ROOT
from tests.browser.measures import contrast, remembering
from tests.browser.pages import MODE_PREFIXES, PAGES, SCREENS

REPORT = PAGES["report with a table"]
SPEECH = Path(__file__).parent / "fake_speech.js"
KINDS = ("home", "column", "report with a table", "picture", "site map")
HEADER = "Content-Security-Policy"
POLICY = re.search(rf"^{HEADER}: (.+)$", (ROOT / "docs/reading-modes.md").read_text("utf-8"), re.M)
CHOSEN = '{"v":1,"size":3,"colours":"dark","line":"wide","ruler":"on","keys":"on"}'
# Layout shift of everything that happened without the reader, as web.dev defines CLS; late scripts count.
SHIFT = """() => new Promise(done => { let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) sum += e.value; }))
        .observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(sum), 100)); })"""


class _Strict(SimpleHTTPRequestHandler):
    """Serves with the policy that docs/reading-modes.md gives."""

    def end_headers(self) -> None:
        assert POLICY
        self.send_header(HEADER, POLICY[1])
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Requests are no news in a test."""


@pytest.fixture(scope="module")
def below(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site below /sfj/, under the policy."""
    root = tmp_path_factory.mktemp("below")
    shutil.copytree(site, root / "sfj")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(root))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/sfj/"
        server.shutdown()
        thread.join()


def watched(page: Page) -> list[str]:
    """What the browser complains about: scripts, policy, files that are not there."""
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("response", lambda answer: noise.append(answer.url) if answer.status >= 400 else None)
    return noise


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_works_below_a_path_under_the_policy_without_a_jump(browser: Browser, below: str, mode: str) -> None:
    """With choices that were kept, so that a late script would show as a shift."""
    context = remembering(browser, CHOSEN, viewport=SCREENS["phone"])
    page = context.new_page()
    noise = watched(page)
    shifts = {}
    for name in KINDS:
        page.goto(below + MODE_PREFIXES[mode] + PAGES[name])
        shifts[name] = page.evaluate(SHIFT)
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != "rgb(255, 255, 255)"
    page.locator(".panel > summary").click()
    page.locator("[name=mw-size][value='4']").check()
    context.close()

    assert noise == []
    assert {name: shift for name, shift in shifts.items() if shift > 0.001} == {}


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_works_from_a_folder_on_disk(browser: Browser, site: Path, mode: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    noise = watched(page)
    page.goto((site / MODE_PREFIXES[mode] / REPORT).as_uri())
    page.locator(".panel > summary").click()
    page.locator("[name=mw-colours][value='warm']").check()
    page.reload()
    kept = page.locator("[name=mw-colours][value='warm']").is_checked()
    page.locator(".footer a").first.click()
    title = page.title()
    context.close()

    assert noise == []
    assert kept
    assert "网站地图" in title


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_a_report_weighs_little(browser: Browser, address: str, mode: str) -> None:
    """At most 90 KB in all for a report of about 20 KB, its speech script too, scripts 20 KB, one stylesheet."""
    page = browser.new_page()
    page.add_init_script(path=SPEECH)
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
    page.goto(address + MODE_PREFIXES[mode] + REPORT, wait_until="networkidle")
    page.locator(".listen-play").click()
    page.wait_for_load_state("networkidle")
    page.wait_for_function("fake.spoken.length > 0")
    page.close()

    assert sum(sizes.values()) <= 90 * 1024, sizes
    assert [url for url in sizes if ".say.js" in url]
    assert sum(size for url, size in sizes.items() if ".js" in url and ".say.js" not in url) <= 20 * 1024
    assert len([url for url in sizes if ".css" in url]) == 1


def plainer(css: str) -> str:
    """The stylesheet as a browser of five years ago reads it: what it does not know is dropped, rule by rule."""
    css = re.sub(r"@(?:supports|container)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)
    css = re.sub(r":is\(([^()]*),:has\([^()]*(?:\([^()]*\))?[^()]*\)\)", r":is(\1)", css)
    css = re.sub(r"[^{};]*:has\([^{}]*\{[^{}]*\}", "", css)
    dropped = r"(?:text-autospace|text-spacing-trim|text-wrap|container-type|accent-color|text-size-adjust)"
    css = re.sub(rf"(?<=[{{;]){dropped}:[^;}}]*;?", "", css)
    return re.sub(r"(?<=[{;])content:[^;}]*/\s*\"\";?", "", css)


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_old_browsers_get_a_page_to_read(browser: Browser, address: str, mode: str) -> None:
    """Without :has, @supports, container queries and the newest text properties: all words, no sideways scrolling."""

    def old(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=plainer(answer.text()))

    context = browser.new_context(viewport=SCREENS["phone"])
    page = context.new_page()
    page.route("**/*.css*", old)
    page.goto(address + MODE_PREFIXES[mode] + REPORT)
    assert ":has(" not in page.evaluate(
        "[...document.styleSheets].flatMap(s => [...s.cssRules]).map(r => r.cssText).join()"
    )
    width = page.evaluate("document.documentElement.scrollWidth")
    faint = [it for it in contrast(page)["texts"] if it["ratio"] < 4.5]
    words = page.locator("#text.body, #text .body").all_inner_texts()
    page.locator(".panel > summary").click()
    page.locator("[name=mw-size][value='4']").check()
    size = page.evaluate("getComputedStyle(document.querySelector('.body p')).fontSize")
    context.close()

    assert width <= 360
    assert faint == []
    assert len("".join(words)) > 3000
    assert size in ("36px", "40px")


def test_old_browsers_without_scripts_are_offered_nothing_dead(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.css*", lambda route: route.fulfill(
        body=plainer(route.fetch().text()), content_type="text/css"))  # fmt: skip
    page.goto(address + REPORT)

    assert page.locator(".panel").is_hidden()
    context.close()
