"""Colours as they are painted: every palette in every mode keeps its floors, and the system is heard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.measures import SCALE, contrast, drawn
from tests.browser.pages import MODE_PREFIXES, PAGES, SCREENS, SHAPES

PALETTES = ("auto", "white", "warm", "green", "dark", "black-white", "black-yellow", "yellow-black", "blue-yellow")
POLICY = PAGES["policy"]


def floors(mode: str) -> tuple[float, float, float]:
    """Least contrast of the document's own text, of other text, of edges (reading-modes 2)."""
    return (7, 4.5, 3) if mode in ("standard", "large") else (7, 7, 4.5)


def too_faint(page: Page, mode: str) -> list[object]:
    body, other, edge = floors(mode)
    found = contrast(page)
    assert len(found["texts"]) > 30
    assert len(found["edges"]) > 0
    faint: list[object] = [it for it in found["texts"] if it["ratio"] < (body if it["body"] else other)]
    return faint + [it for it in found["edges"] if it["ratio"] < edge]


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_floors_hold_in_every_palette_on_every_shape_of_page(browser: Browser, address: str, mode: str) -> None:
    """With 阅读设置 open and closed, and axe asked about colours once a palette, each time on another page."""
    page = browser.new_page(viewport=SCREENS["desktop"])
    found: dict[tuple[str, str], object] = {}
    for turn, shape in enumerate(SHAPES):
        page.goto(address + MODE_PREFIXES[mode] + PAGES[shape] + ("#text" if "report" in shape else ""))
        page.evaluate("document.querySelector('.panel').open = true")
        for place, palette in enumerate(PALETTES):
            page.locator(f"[name=mw-colours][value={palette}]").check()
            if faint := too_faint(page, mode):
                found[shape, palette] = faint[:3]
            if place % len(SHAPES) == turn and (
                bad := violations(page, rules=("color-contrast", "link-in-text-block"))
            ):
                found[shape, palette] = bad
            page.evaluate("document.querySelector('.panel').open = false")
            if faint := too_faint(page, mode):
                found[shape, palette + " closed"] = faint[:3]
            page.evaluate("document.querySelector('.panel').open = true")
    page.close()

    assert found == {}


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_the_panel_at_its_fullest(browser: Browser, address: str, mode: str) -> None:
    """The largest type, every switch on, the last palette: axe finds nothing, nothing sticks out."""
    page = browser.new_page(viewport=SCREENS["desktop"])
    page.goto(address + MODE_PREFIXES[mode] + POLICY + "#text")
    page.locator(".panel > summary").click()
    for name, value in (("keys", "on"), ("ruler", "on"), ("line", "wide"), ("size", "4"), ("colours", "blue-yellow")):
        page.locator(f"[name=mw-{name}][value='{value}']").check()
    bad = violations(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert bad == []
    assert width <= 1280


@pytest.mark.parametrize("mode", ["standard", "elder", "contrast"])
def test_radios_are_seen_in_every_palette(browser: Browser, address: str, mode: str) -> None:
    """WCAG 1.4.11: the ring that the browser paints, chosen or not, has 3 : 1 to what lies around it; measured on the
    picture, since no style tells its colour."""
    page = browser.new_page(viewport=SCREENS["desktop"], device_scale_factor=SCALE)
    page.goto(address + MODE_PREFIXES[mode] + PAGES["column"])
    page.evaluate("document.querySelector('.panel').open = true")
    faint = {}
    for palette in PALETTES:
        page.locator(f"[name=mw-colours][value={palette}]").check()
        page.evaluate("document.activeElement.blur()")
        page.mouse.move(0, 0)
        radios = drawn(page, ".panel input")
        assert len(radios) > 15
        if pale := [it for it in radios if it["ratio"] < 3]:
            faint[palette] = pale
    page.close()

    assert faint == {}


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
    bad = violations(page)
    page.close()

    assert ground == canvas
    assert outline == "solid"
    assert bad == []
