"""长者版: few choices first, one section a screen, nothing out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.measures import remembering
from tests.browser.pages import MODE_PREFIXES, PAGES, SCREENS

REPORT = "zz/" + PAGES["report with a table"]
CHOICES = """() => [...document.querySelectorAll('a[href], button, summary, input')].filter(e => {
    const b = e.getBoundingClientRect();
    return e.checkVisibility() && b.height > 1 && b.top < innerHeight && b.bottom > 0 && !e.closest('.skip')
        && !e.closest('details:not([open]) > :not(summary)');
}).map(e => e.textContent.trim())"""


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """Scripts off: sections are told by the address alone."""
    context = browser.new_context(java_script_enabled=False, viewport=SCREENS["desktop"])
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    """Headings of the text that can be seen."""
    return page.locator("#text :is(h2, h3):visible").all_inner_texts()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", ["home", "report with a table", "policy", "questions", "English", "column"])
def test_at_most_six_choices_on_the_first_screen(browser: Browser, address: str, name: str, screen: str) -> None:
    """Lists of documents are what a column is for, and are not counted."""
    page = browser.new_page(viewport=SCREENS[screen])
    page.goto(address + "zz/" + PAGES[name])
    entries = page.locator(".entries a").all_inner_texts()
    choices = [choice for choice in page.evaluate(CHOICES) if choice not in entries]
    page.close()

    assert choices
    assert len(choices) <= 6, choices


def test_sections_are_read_one_after_the_other(plain: Page, address: str) -> None:
    plain.goto(address + REPORT)
    seen = shown(plain)
    words = plain.locator("#text .body:visible").inner_text()
    while plain.locator(".part-ways:visible").get_by_text("下一节：").count():
        link = plain.locator(".part-ways:visible").get_by_text("下一节：")
        name = link.inner_text().removeprefix("下一节：")
        link.click()
        now = shown(plain)
        assert now[0] == name
        seen += now
        words += plain.locator("#text .body:visible").inner_text()
    plain.goto(address + REPORT + "#text")

    assert len(seen) > 8
    assert seen == shown(plain)
    whole = "".join(plain.locator("#text .body").all_inner_texts())
    assert re.sub(r"\s", "", words) == re.sub(r"\s", "", whole)


def test_whole_text_is_one_press_away_and_back_again(plain: Page, address: str) -> None:
    plain.goto(address + REPORT)
    few = shown(plain)
    plain.get_by_role("link", name="看全文").first.click()
    assert len(shown(plain)) > len(few)
    plain.go_back()
    assert shown(plain) == few


def test_deep_links_show_what_they_name(plain: Page, address: str) -> None:
    """A heading, a heading inside a section, a footnote and the way back from it."""
    plain.goto(address + REPORT + "#text")
    for id_ in plain.locator("#text [id]").evaluate_all("all => all.map(e => e.id)"):
        plain.goto(address + REPORT + "#" + id_)
        assert plain.locator(f"[id='{id_}']").is_visible(), id_
        assert plain.locator(".part:visible").count() == 1, id_


def test_old_browsers_show_the_whole_text(browser: Browser, address: str) -> None:
    """The rules that hide hang on :has; without it they are dropped."""
    page = browser.new_page()
    page.route("**/*.css*", lambda route: route.fulfill(
        body=re.sub(r"[^{}]*:has[^{}]*\{[^{}]*\}", "", route.fetch().text()), content_type="text/css"))  # fmt: skip
    page.goto(address + REPORT)
    visible = page.locator(".part:visible").count()
    parts = page.locator(".part").count()
    page.close()

    assert visible == parts > 5


def test_where_one_stopped_is_offered_again(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + REPORT)
    expect(page.locator(".resume")).to_be_hidden()
    page.locator(".part-ways:visible").get_by_text("下一节：").click()
    heading = shown(page)[0]
    page.goto(address + REPORT)
    line = page.locator(".resume a")
    expect(line).to_have_text(f"上次读到“{heading}”，接着读")
    line.click()
    assert shown(page)[0] == heading
    page.goto(address + "zz/" + PAGES["policy"])
    expect(page.locator(".resume")).to_be_hidden()
    page.locator(".panel > summary").click()
    page.get_by_role("button", name="恢复默认").click()
    page.goto(address + REPORT)
    expect(page.locator(".resume")).to_be_hidden()
    context.close()


def test_large_print_is_a_page_for_paper(plain: Page, address: str) -> None:
    plain.goto(address + REPORT)
    plain.get_by_role("link", name="大字打印").click()
    plain.emulate_media(media="print")
    sizes = plain.locator(".body > p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")

    assert plain.url.endswith(".print-l.html")
    assert sizes == pytest.approx(22 * 96 / 72, abs=0.1)
    furniture = plain.locator("header, footer, .print-how, .panel, .panel-status, .part-ways")
    assert furniture.evaluate_all("all => all.every(e => !e.checkVisibility())")
    expect(plain.locator(".qr")).to_be_visible()
    expect(plain.locator("h1")).to_be_visible()


@pytest.mark.parametrize("mode", [*MODE_PREFIXES, "large print"])
def test_paper_numbers_the_links_and_leads_back(browser: Browser, address: str, mode: str) -> None:
    """As many numbers in the text as whole addresses at its end, and the QR code; nothing of it on the screen."""
    prefix = MODE_PREFIXES.get(mode, "zz/")
    page = browser.new_page()
    numbered = 0
    for name in ("interpretation", "picture", "questions", "English", "notice with files", "report with a table"):
        page.emulate_media(media="screen")
        page.goto(
            address + prefix + PAGES[name].replace(".html", ".print-l.html" if mode == "large print" else ".html")
        )
        if mode != "large print":
            expect(page.locator(".paper")).to_be_hidden()
        page.emulate_media(media="print")
        marks = page.evaluate(
            """() => [...document.querySelectorAll('.body a')].filter(
                e => getComputedStyle(e, '::after').content.includes('counter')).map(e => e.href)"""
        )
        told = page.locator(".paper li").all_inner_texts()
        assert len(marks) == len(told), name
        assert all(url.startswith("http") for url in told)
        # A link inside the site is told by its address in 标准版, wherever the page lies.
        assert [url.rsplit("/", 1)[-1] for url in told] == [url.rsplit("/", 1)[-1] for url in marks]
        numbered += len(told)
        expect(page.locator(".paper-page .qr")).to_be_visible()
        expect(page.locator(".paper-page")).to_contain_text("https://sfj.example.gov.cn/" + PAGES[name])
    page.close()

    assert numbered >= 3


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_paper_holds_the_document_and_no_furniture(browser: Browser, address: str, mode: str) -> None:
    """All sections, black on white in any palette and size that was chosen for the screen."""
    context = remembering(browser, '{"v":1,"colours":"blue-yellow","size":4}')
    page = context.new_page()
    page.goto(address + MODE_PREFIXES[mode] + PAGES["report with a table"])
    page.emulate_media(media="print")
    words = "".join(page.locator("#text.body:visible, #text .body:visible").all_inner_texts())
    furniture = page.locator("header, footer, .skip, .panel, .actions, .part-ways, .passing, .modes, .menu")
    left = furniture.evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.className)")
    styles = page.evaluate(
        """() => { const of = e => getComputedStyle(e), text = document.querySelector('.body > p');
            return [of(text).fontSize, of(text).color, of(document.documentElement).backgroundColor]; }"""
    )
    context.close()

    assert len(words) > 3000
    assert left == []
    points = 22 if mode in ("elder", "large") else 16
    assert styles == [f"{points * 96 / 72:.4f}".rstrip("0").rstrip(".") + "px", "rgb(0, 0, 0)", "rgb(255, 255, 255)"]
