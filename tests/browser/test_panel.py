"""阅读设置: what is chosen counts at once, is kept, is told once, and harms nothing where it cannot be kept."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.measures import remembering
from tests.browser.pages import MODE_PREFIXES, PAGES, SCREENS

POLICY = PAGES["policy"]
SIZES = {
    "standard": (18, 22, 27, 36),
    "wza": (20, 24, 30, 40),
    "elder": (24, 28, 34, 40),
    "large": (24, 28, 34, 40),
    "contrast": (18, 22, 27, 36),
}
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })"
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SCREENS["desktop"])
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SCREENS["phone"], java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    page.locator(".panel > summary").click()
    return page


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"label:has([name=mw-{name}][value='{value}'])").click()


def body_size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.body')).fontSize)"))


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def stored(page: Page) -> object:
    return json.loads(page.evaluate("localStorage.getItem('mw.prefs')") or "null")


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_seven_native_controls_no_more(page: Page, address: str, mode: str) -> None:
    """拼音 is left out where the page has none."""
    opened(page, address + MODE_PREFIXES[mode] + POLICY)
    legends = [text.strip() for text in page.locator(".panel legend").all_inner_texts()]

    assert [legend for legend in legends if legend != "拼音"] == ["字号", "配色", "行距", "阅读尺", "大指针", "快捷键"]
    assert page.locator(".panel-form").locator("input:not([type=radio]), select, textarea").count() == 0
    expect(page.get_by_role("button", name="恢复默认")).to_be_visible()


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_sizes_are_the_steps_of_the_design(page: Page, address: str, mode: str) -> None:
    """Nothing on the page is smaller than before, and no heading smaller than the text."""
    opened(page, address + MODE_PREFIXES[mode] + POLICY)
    sizes = []
    for step in range(1, 5):
        choose(page, "size", str(step))
        sizes.append(body_size(page))
        heading = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.body h2')).fontSize)")
        assert heading >= sizes[-1]

    assert sizes == list(SIZES[mode])
    expect(page.locator(".panel-status")).to_have_text(f"字号 {SIZES[mode][3]}，已保存")


def test_choice_is_told_once_and_kept_on_the_next_page(page: Page, address: str) -> None:
    opened(page, address + POLICY)
    choose(page, "size", "2")
    expect(page.locator(".panel-status")).to_have_text("字号 22，已保存")
    choose(page, "colours", "black-yellow")
    expect(page.locator(".panel-status")).to_have_text("配色 黑底黄字，已保存")

    assert stored(page) == {"v": 1, "size": 2, "colours": "black-yellow"}
    page.goto(address + "zz/" + POLICY)
    assert (body_size(page), ground(page)) == (28, "rgb(0, 0, 0)")
    assert page.locator("[name=mw-colours][value='black-yellow']").is_checked()
    assert page.locator(".panel-status").inner_text() == ""


def test_reset_forgets_everything(page: Page, address: str) -> None:
    opened(page, address + "zz/" + POLICY)
    for name, value in (("size", "4"), ("colours", "green"), ("line", "wide"), ("pointer", "off"), ("ruler", "on")):
        choose(page, name, value)
    assert len(stored(page)) == 6
    page.get_by_role("button", name="恢复默认").click()

    expect(page.locator(".panel-status")).to_have_text("已恢复默认")
    assert stored(page) is None
    assert (
        page.evaluate("[...document.documentElement.attributes].map(a => a.name).join(' ')") == "lang data-mw-scripts"
    )
    assert page.locator("[name=mw-pointer][value='on']").is_checked()
    assert page.locator(".ruler").count() == 0


@pytest.mark.parametrize(
    "broken", ["{", "[]", "null", '{"v":2,"size":4}', '{"v":1,"size":9,"colours":"pink","line":{}}']
)
def test_broken_preferences_are_defaults_in_silence(browser: Browser, address: str, broken: str) -> None:
    context = remembering(browser, broken)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, address + POLICY)

    assert (body_size(page), ground(page)) == (18, "rgb(255, 255, 255)")
    choose(page, "size", "3")
    assert body_size(page) == 27
    assert errors == []
    context.close()


def test_blocked_storage_is_said_in_words_and_the_page_works(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(NO_STORAGE)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, address + "zz/" + POLICY)
    choose(page, "size", "3")

    expect(page.locator(".panel-status")).to_have_text("字号 34。本机不允许保存，关闭网页后恢复默认")
    assert body_size(page) == 34
    page.get_by_role("button", name="恢复默认").click()
    assert body_size(page) == 24
    page.goto(address + "zz/" + POLICY + "#text")
    assert errors == []
    context.close()


def test_choice_is_there_before_the_first_paint(browser: Browser, address: str) -> None:
    """prefs.js runs in head, before the stylesheet: no flash of other colours."""
    context = remembering(browser, '{"v":1,"colours":"dark","size":3}')
    page = context.new_page()
    page.goto(address + POLICY)
    order = page.evaluate("[...document.head.children].map(e => e.src || e.rel || '').filter(Boolean)")

    blocking = next(at for at, what in enumerate(order) if "/js/prefs.js" in what)
    assert blocking < order.index("stylesheet")
    assert page.evaluate("!document.querySelector('script[src*=prefs]').defer")
    assert page.evaluate("document.documentElement.dataset.mwColours") == "dark"
    context.close()


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_scripts_off_the_radios_work_for_the_page_and_a_line_says_so(plain: Page, address: str, mode: str) -> None:
    opened(plain, address + MODE_PREFIXES[mode] + POLICY + "#text")
    expect(plain.get_by_text("设置只对本页有效")).to_be_visible()
    assert plain.locator(".panel fieldset:visible legend").all_inner_texts() == ["字号", "配色", "行距", "大指针"]
    choose(plain, "size", "4")
    choose(plain, "colours", "blue-yellow")
    choose(plain, "line", "wide")

    text = plain.locator(".body p").first
    assert text.evaluate("e => getComputedStyle(e).fontSize") == f"{SIZES[mode][3]}px"
    assert text.evaluate("e => getComputedStyle(e).lineHeight") == f"{SIZES[mode][3] * 2}px"
    assert text.evaluate("e => getComputedStyle(e).color") == "rgb(255, 230, 0)"
    plain.get_by_role("button", name="恢复默认").click()
    assert text.evaluate("e => getComputedStyle(e).fontSize") == f"{SIZES[mode][0]}px"


def test_keyboard_opens_and_closes_the_panel_and_focus_comes_back(page: Page, address: str) -> None:
    page.goto(address + POLICY)
    page.locator(".skip a[href='#settings']").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "settings"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name + document.activeElement.value") == "mw-size1"
    page.keyboard.press("ArrowRight")
    assert body_size(page) == 22
    assert page.url == address + POLICY + "#settings"
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.id") == "settings"
    assert not page.locator(".panel").evaluate("e => e.open")
    assert page.url == address + POLICY + "#settings"


def test_shortcuts_are_off_until_switched_on(page: Page, address: str) -> None:
    """WCAG 2.1.4; and the digits alone never do anything."""
    opened(page, address + POLICY)
    page.keyboard.press("Control+Alt+Digit5")
    assert body_size(page) == 18
    choose(page, "keys", "on")
    expect(page.locator(".panel-keys")).to_contain_text("字大一号")
    page.keyboard.press("Digit5")
    assert body_size(page) == 18
    page.keyboard.press("Control+Alt+Digit5")
    expect(page.locator(".panel-status")).to_have_text("字号 22，已保存")
    page.keyboard.press("Control+Alt+Digit4")
    page.keyboard.press("Control+Alt+Digit4")
    assert body_size(page) == 18
    page.keyboard.press("Control+Alt+Digit6")
    assert page.locator("[name=mw-colours][value='white']").is_checked()
    heard = "new Promise(done => document.addEventListener('mw:key', e => done(e.detail), { once: true }))"
    page.evaluate(f"() => {{ window.heard = {heard}; }}")
    page.keyboard.press("Control+Alt+Digit8")
    assert page.evaluate("window.heard") == "previous"
    page.keyboard.press("Control+Alt+Digit3")
    page.wait_for_url(address + "zz/" + POLICY)
    page.keyboard.press("Control+Alt+Digit0")

    assert stored(page) is None
    page.keyboard.press("Control+Alt+Digit1")
    assert page.url == address + "zz/" + POLICY


def test_ruler_follows_pointer_and_focus_and_lets_presses_through(page: Page, address: str) -> None:
    opened(page, address + POLICY)
    choose(page, "ruler", "on")
    page.mouse.move(300, 600)
    band = page.locator(".ruler")
    box = band.bounding_box()
    assert box
    assert box["y"] < 600 < box["y"] + box["height"]
    assert box["width"] >= 1260
    assert band.get_attribute("aria-hidden") == "true"
    page.locator(".footer a").first.focus()
    page.keyboard.press("Tab")
    # Both in one look: what has the focus scrolls into view when the browser finds the time.
    page.wait_for_function(
        "() => { const [focus, band] = [document.activeElement, document.querySelector('.ruler')]"
        ".map(each => each.getBoundingClientRect()); const middle = focus.top + focus.height / 2;"
        " return band.top < middle && middle < band.bottom }"
    )
    page.evaluate("document.dispatchEvent(new CustomEvent('mw:look', { detail: document.querySelector('h1') }))")
    box = band.bounding_box()
    title = page.locator("h1").bounding_box()
    assert box
    assert title
    assert box["y"] < title["y"] + title["height"] / 2 < box["y"] + box["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("mode", "own", "other"), [("standard", "off", "on"), ("elder", "on", "off")])
def test_large_pointer_is_a_choice(page: Page, address: str, mode: str, own: str, other: str) -> None:
    """On from the start in 长者版 only."""
    cursors = "['html', 'main a'].map(s => getComputedStyle(document.querySelector(s)).cursor.includes('pointer.svg'))"
    opened(page, address + MODE_PREFIXES[mode] + POLICY)
    assert page.evaluate(cursors) == [own == "on"] * 2
    choose(page, "pointer", other)
    assert page.evaluate(cursors) == [other == "on"] * 2
