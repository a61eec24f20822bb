"""Colours as they are painted: every palette in every mode keeps its floors, and the system is heard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.measures import contrast
from tests.browser.pages import MODE_PREFIXES, PAGES, SCREENS

PALETTES = ("auto", "white", "warm", "green", "dark", "black-white", "black-yellow", "yellow-black", "blue-yellow")
POLICY = PAGES["policy"]


def floors(mode: str) -> tuple[float, float, float]:
    """Least contrast of the document's own text, of other text, of edges (reading-modes 2)."""
    return (7, 4.5, 3) if mode in ("standard", "large") else (7, 7, 4.5)


def too_faint(page: Page, mode: str) -> list[object]:
    body, other, edge = floors(mode)
    found = contrast(page)
    assert len(found["texts"]) > 40
    assert len(found["edges"]) > 3
    faint: list[object] = [it for it in found["texts"] if it["ratio"] < (body if it["body"] else other)]
    return faint + [it for it in found["edges"] if it["ratio"] < edge]


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_floors_hold_in_every_palette_with_the_panel_open(browser: Browser, address: str, mode: str) -> None:
    """And axe finds nothing with the panel open, as it is opened first and in the last palette."""
    page = browser.new_page(viewport=SCREENS["desktop"])
    page.goto(address + MODE_PREFIXES[mode] + POLICY + "#text")
    page.locator(".panel > summary").click()
    found = {}
    axe = Axe()
    violations = axe.run(page).response["violations"]
    for palette in PALETTES:
        page.locator(f"[name=mw-colours][value={palette}]").check()
        if faint := too_faint(page, mode):
            found[palette] = faint[:3]
    page.locator("[name=mw-keys][value='on']").check()
    page.locator("[name=mw-size][value='4']").check()
    violations += axe.run(page).response["violations"]
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert found == {}
    assert [(it["id"], it["nodes"][0]["target"]) for it in violations] == []
    assert width <= 1280


@pytest.mark.parametrize(
    ("mode", "media", "ground"),
    [
        ("standard", {"color_scheme": "dark"}, "rgb(20, 24, 29)"),
        ("standard", {"contrast": "more"}, "rgb(255, 255, 255)"),
        ("standard", {"contrast": "more", "color_scheme": "dark"}, "rgb(0, 0, 0)"),
        ("wza", {"color_scheme": "dark"}, "rgb(0, 0, 0)"),
        ("elder", {"color_scheme": "dark"}, "rgb(30, 26, 21)"),
        ("elder", {"contrast": "more"}, "rgb(255, 255, 255)"),
        ("large", {"color_scheme": "dark"}, "rgb(20, 24, 29)"),
        ("contrast", {"color_scheme": "light"}, "rgb(0, 0, 0)"),
    ],
    ids=str,
)
def test_the_system_comes_first_until_the_reader_chooses(
    browser: Browser, address: str, mode: str, media: dict[str, str], ground: str
) -> None:
    page = browser.new_page(viewport=SCREENS["phone"])
    page.emulate_media(**media)  # type: ignore[arg-type]  # names and values are those of Playwright
    page.goto(address + MODE_PREFIXES[mode] + POLICY + "#text")
    shown = "getComputedStyle(document.documentElement).backgroundColor"
    system, faint = page.evaluate(shown), too_faint(page, mode)
    page.locator(".panel > summary").click()
    page.locator("[name=mw-colours][value='yellow-black']").check()
    chosen = page.evaluate(shown)
    page.close()

    assert system == ground
    assert faint == []
    assert chosen == "rgb(255, 243, 163)"


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_forced_colours_leave_every_control_to_be_seen(browser: Browser, address: str, mode: str) -> None:
    """The system's colours win over a chosen palette; what is only colour elsewhere keeps an edge."""
    page = browser.new_page(viewport=SCREENS["desktop"])
    page.emulate_media(forced_colors="active")
    page.goto(address + MODE_PREFIXES[mode] + POLICY)
    page.locator(".panel > summary").click()
    page.locator("[name=mw-colours][value='blue-yellow']").check()
    ground = page.evaluate("getComputedStyle(document.body.querySelector('main p')).color")
    canvas = page.evaluate(
        """() => { const e = document.createElement('p'); e.style.color = 'CanvasText'; document.body.append(e);
            return getComputedStyle(e).color; }"""
    )
    page.locator(".panel > summary").focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    violations = Axe().run(page).response["violations"]
    page.close()

    assert ground == canvas
    assert outline == "solid"
    assert [it["id"] for it in violations] == []
