"""What is measured on a page: colours as they are painted, boxes as they lie."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

#: Text with the ratio to what is painted behind it, in groups: the document's own text, and everything else.
_TEXTS = """() => {
    const parse = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
    const lum = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ratio = (a, b) => (Math.max(lum(a), lum(b)) + 0.05) / (Math.min(lum(a), lum(b)) + 0.05);
    const behind = e => { for (; e; e = e.parentElement) {
        const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; }
        return [255, 255, 255]; };
    const own = e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const seen = e => e.checkVisibility() && e.getClientRects().length && !e.closest('svg, .skip');
    const texts = [...document.querySelectorAll('body *')].filter(e => own(e) && seen(e)).map(e => ({
        what: e.outerHTML.slice(0, 90), body: !!e.closest('.body p, .body li, .body td') && !e.closest('a, .table'),
        ratio: ratio(parse(getComputedStyle(e).color), behind(e)) }));
    const edges = [...document.querySelectorAll('.panel-form, .panel summary, .button, .body td, .tip')].filter(seen)
        .map(e => ({ what: e.outerHTML.slice(0, 90),
            ratio: ratio(parse(getComputedStyle(e).borderBottomColor), behind(e.parentElement)) }));
    return { texts, edges };
}"""


def contrast(page: Page) -> dict[str, list[dict[str, Any]]]:
    """`texts` and `edges` of what can be seen now, each with its contrast ratio."""
    found: dict[str, list[dict[str, Any]]] = page.evaluate(_TEXTS)
    return found


#: The pixels of a picture around each box: the ground (most frequent) and what differs from it most, as a ratio.
_DRAWN = """async ([data, boxes, scale]) => {
    const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const lum = c => [0, 1, 2].map(i => c[i] / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    return boxes.map(({ what, x, y, width, height }) => {
        const { data } = canvas.getImageData(...[x - 2, y - 2, width + 4, height + 4].map(v => Math.round(v * scale)));
        const colours = {};
        for (let at = 0; at < data.length; at += 4) {
            const colour = [...data.slice(at, at + 3)].join();
            colours[colour] = (colours[colour] || 0) + 1;
        }
        const ground = lum([...data.slice(0, 3)]);
        // Edges are smoothed: a colour counts where it fills some pixels, not in one.
        const ratios = Object.entries(colours).filter(([, count]) => count > 8).map(([colour]) => {
            const one = lum(colour.split(',').map(Number));
            return (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05);
        });
        return { what, ratio: Math.max(...ratios) };
    });
}"""
SCALE = 2


def drawn(page: Page, selector: str) -> list[dict[str, Any]]:
    """Controls as the browser paints them, each with the ratio of its strongest colour to the ground around it. The
    page must have device_scale_factor SCALE."""
    boxes = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => {
            const b = e.getBoundingClientRect();
            return { what: e.outerHTML, x: b.x + scrollX, y: b.y + scrollY, width: b.width, height: b.height }; })""",
        selector,
    )
    picture = b64encode(page.screenshot(full_page=True)).decode()
    found: list[dict[str, Any]] = page.evaluate(_DRAWN, [picture, boxes, SCALE])
    return found


def remembering(browser: Browser, prefs: str | None = None, **options: Any) -> BrowserContext:
    """A context in which mw.prefs holds `prefs` before any page runs."""
    context = browser.new_context(**options)
    if prefs is not None:
        context.add_init_script(f"if (!localStorage.getItem('mw.prefs')) localStorage.setItem('mw.prefs', {prefs!r})")
    return context
