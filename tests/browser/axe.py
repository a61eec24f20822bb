"""axe-core in the page: put in once a page, then asked as often as there are states to see."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

SOURCE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
_ASK = """async ([within, rules]) => {
    const options = { resultTypes: ['violations'] };
    if (rules.length) options.runOnly = { type: 'rule', values: rules };
    const found = await axe.run(within || document, options);
    return found.violations.map(it => [it.id, it.nodes.slice(0, 3).map(node => node.target.join(' '))]);
}"""


def violations(page: Page, within: str = "", rules: tuple[str, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    """Rule and first places of each violation: in the whole page or `within` a selector, by all rules that are not
    experimental or by `rules`."""
    if not page.evaluate("!!window.axe"):
        page.evaluate(SOURCE)
    return [(rule, tuple(places)) for rule, places in page.evaluate(_ASK, [within, list(rules)])]
