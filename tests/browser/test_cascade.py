"""Computed values as mingwen works them out, beside those of real Chromium, on pages that each stress one thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mingwen.linting.cascade import computed
from mingwen.linting.css.colours import parse
from mingwen.linting.css.media import Media
from mingwen.linting.dom import Page
from mingwen.linting.styles import Styles

SIDES = ("top", "right", "bottom", "left")
# Those whose resolved value in a browser is the computed one, whatever the layout.
NAMES = (
    *("color", "background-color", "background-image", "font-size", "font-weight", "font-style", "line-height"),
    *("letter-spacing", "word-spacing", "text-align", "text-transform", "text-indent", "white-space", "visibility"),
    *("display", "position", "float", "opacity", "overflow-x", "overflow-y", "list-style-type", "list-style-position"),
    *("text-decoration-line", "text-decoration-style", "text-decoration-color", "z-index", "order", "flex-direction"),
    *("flex-wrap", "flex-grow", "flex-shrink", "flex-basis", "outline-style", "outline-color", "outline-width"),
    *("vertical-align", "text-overflow", "word-break", "overflow-wrap", "direction", "border-collapse", "box-sizing"),
    *("mix-blend-mode", "text-shadow", "filter", "clip-path", "cursor"),
    *(f"border-{side}-{part}" for side in SIDES for part in ("width", "style", "color")),
    *(f"padding-{side}" for side in SIDES),
)
FOLDER = Path(__file__).parent / "cascade"
STATES = {"dark-scheme": Media(scheme="dark")}


@pytest.fixture(scope="module")
def chromium(browser: Browser):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("title", sorted(path.stem for path in FOLDER.glob("*.html")))
def test_computed_values_are_those_of_chromium(chromium, title):
    html = (FOLDER / f"{title}.html").read_text("utf-8")
    media = STATES.get(title, Media())
    chromium.emulate_media(color_scheme=media.scheme)
    chromium.goto("about:blank")
    chromium.set_content(html)
    expected = chromium.evaluate(READ, list(NAMES))
    page = Page(html, "-", Styles(media=media))
    nodes = [node for node in page.nodes.values() if node.tag not in {"template"}]
    differences = []

    assert [node.tag for node in nodes] == [tag for tag, _ in expected]
    for node, (_, values) in zip(nodes, expected, strict=True):
        for name, value in zip(NAMES, values, strict=True):
            ours = plain(node, name)
            if not same(ours, value):
                differences.append((str(node), name, ours, value))

    assert differences == []


READ = """names => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const pixel = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return `rgba(${r}, ${g}, ${b}, ${Math.round(a / 255 * 1000) / 1000})`;
  };
  const modern = /^(?:color|lab|lch|oklab|oklch|color-mix)\\(/;
  return [...document.querySelectorAll("*")].filter(e => e.tagName != "TEMPLATE").map(e => {
    const style = getComputedStyle(e);
    return [e.localName, names.map(name => {
      const value = style.getPropertyValue(name);
      return modern.test(value) ? pixel(value) : value;
    })];
  });
}"""


def plain(node, name: str) -> str:
    """Our value as a browser resolves it: line-height in px, addresses left aside."""
    value = computed(node, name)
    if name == "line-height" and re.fullmatch(r"[\d.]+", value):
        return f"{float(value) * float(computed(node, 'font-size')[:-2]):g}px"
    return value


def same(ours: str, theirs: str) -> bool:
    if ours == theirs or ("url(" in ours and "url(" in theirs):
        return True
    one, other = parse(ours), parse(theirs)
    if one and other:
        return all(abs(a - b) < 3 for a, b in zip(one[:3], other[:3], strict=True)) and abs(one[3] - other[3]) < 0.01
    numbers = r"-?\d+(?:\.\d+)?"
    if "gradient" in ours and "gradient" in theirs:
        return True
    return re.sub(numbers, "#", ours) == re.sub(numbers, "#", theirs) and all(
        abs(float(a) - float(b)) < 0.02 + abs(float(b)) / 1000
        for a, b in zip(re.findall(numbers, ours), re.findall(numbers, theirs), strict=True)
    )
