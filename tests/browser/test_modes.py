"""Switching between modes, with scripts off: the same page, the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from mingwen.model import MODES
from tests.browser.pages import DOCUMENTS, MODE_PREFIXES, PAGES, SCREENS

REPORT = PAGES["report with a table"]


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page with scripts switched off."""
    context = browser.new_context(java_script_enabled=False, viewport=SCREENS["phone"])
    yield context.new_page()
    context.close()


def body_text(page: Page) -> str:
    """The words of the document's body as they are shown, white space taken out. 长者版 has it in pieces."""
    return re.sub(r"\s", "", "".join(page.locator("#text.body, #text .body").all_inner_texts()))


@pytest.mark.parametrize("target", [mode for mode in MODES if mode.key != "standard"], ids=lambda mode: mode.key)
def test_mode_is_reached_and_left_by_plain_links(plain: Page, address: str, target) -> None:
    """From 标准版 into the mode at the same document, and back."""
    name = {"elder": "长者助手"}.get(target.key, target.name.zh)
    plain.goto(address + REPORT)
    plain.get_by_role("navigation").get_by_role("link", name=name).first.click()

    assert plain.url == address + target.prefix + REPORT
    assert plain.locator("[aria-current=page]").filter(has_text=name).count() > 0

    plain.get_by_role("navigation").get_by_role("link", name="标准版").first.click()
    assert plain.url == address + REPORT


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_mode_loses_a_word(plain: Page, address: str, name: str) -> None:
    texts = {}
    for key, prefix in MODE_PREFIXES.items():
        plain.goto(address + prefix + PAGES[name] + "#text")
        texts[key] = body_text(plain)

    assert len(texts["standard"]) > 100
    assert set(texts.values()) == {texts["standard"]}


@pytest.mark.parametrize("key", MODE_PREFIXES)
def test_canonical_is_the_standard_page(plain: Page, address: str, key: str) -> None:
    plain.goto(address + MODE_PREFIXES[key] + REPORT)

    assert plain.locator("link[rel=canonical]").get_attribute("href") == f"https://sfj.example.gov.cn/{REPORT}"


@pytest.mark.parametrize("key", MODE_PREFIXES)
def test_table_of_contents_leads_to_the_sections(plain: Page, address: str, key: str) -> None:
    plain.goto(address + MODE_PREFIXES[key] + REPORT)
    links = plain.locator("nav a[href^='#h-']")

    assert links.count() >= 3
    for href in links.evaluate_all("links => links.map(link => link.getAttribute('href'))"):
        assert plain.locator(f"[id='{href[1:]}']").count() == 1, href


def test_elder_page_puts_first_things_first(plain: Page, address: str) -> None:
    """reading-modes 1: title, source and date, 要点, then the rest; a person to ring."""
    plain.goto(address + "zz/" + REPORT)
    text = plain.locator("main").inner_text()
    order = [text.index("中山市司法局2023年"), text.index("本网"), text.index("要点"), text.index("一、2023年")]

    assert order == sorted(order)
    assert plain.locator("main a[href^='tel:']").count() > 0


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    """Crawled over the files, so that every page of every mode is in it."""
    ids: dict[str, set[str]] = {}
    links: list[tuple[str, str]] = []
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        name = path.relative_to(site).as_posix()
        ids[name] = set(re.findall(r'\bid="([^"]+)"', html))
        links += [(name, href) for href in re.findall(r'(?:href|src)="([^"]+)"', html)]
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    dead = []
    for name, href in links:
        target = urlsplit(urljoin(f"http://site/{name}", href))
        if target.netloc != "site" or target.scheme != "http":
            continue
        path = target.path.lstrip("/") or "index.html"
        if path not in files or (target.fragment and path in ids and target.fragment not in ids[path]):
            dead.append((name, href))

    assert len(links) > 1000
    assert dead == []
