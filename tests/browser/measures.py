"""What is measured on a page: colours as they are painted, boxes as they lie."""

from __future__ import annotations

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


def remembering(browser: Browser, prefs: str | None = None, **options: Any) -> BrowserContext:
    """A context in which mw.prefs holds `prefs` before any page runs."""
    context = browser.new_context(**options)
    if prefs is not None:
        context.add_init_script(f"if (!localStorage.getItem('mw.prefs')) localStorage.setItem('mw.prefs', {prefs!r})")
    return context
