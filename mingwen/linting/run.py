"""lint: one page → Checked.

The parser's own selector engine finds each rule's targets. That takes less time for all rules together than one walk in
Python over the tree.
"""

from __future__ import annotations

from collections.abc import Iterable

from mingwen.linting.dom import Page
from mingwen.linting.hit import Hit
from mingwen.linting.rule import RULES, Rule
from mingwen.linting.styles import NONE, Styles
from mingwen.model import Checked, Finding, Link, Outline, Place

LINKS = (("a", "href"), ("area", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("iframe", "src"))


def lint(html: str, rules: Iterable[Rule] = RULES.values(), path: str = "-", styles: Styles = NONE) -> Checked:
    """Check one page. `path` is what findings name, and what relative stylesheets are looked up from.

    Never raises for any `html`. Findings stand in the order of their places.
    """
    page = Page(html, path, styles)
    tally: dict[str, int] = {}
    hits: list[tuple[Rule, Hit]] = []
    for rule in rules:
        targets = [node for node in page.select(rule.on) if rule.when is None or rule.when(node)]
        tally[rule.id] = len(targets)
        if rule.check:
            hits.extend((rule, hit) for node in targets for hit in rule.check(node))
    findings = sorted((finding(rule, hit) for rule, hit in hits), key=order)
    return Checked(tuple(findings), tuple(sorted(tally.items())), outline(page))


def finding(rule: Rule, hit: Hit) -> Finding:
    """A hit of a rule as a finding, with the rule's words filled in."""
    return Finding(
        rule.id,
        hit.says,
        hit.verdict,
        Place(hit.path, hit.line, hit.column),
        rule.says[hit.says].fill(**hit.values),
        hit.quote,
        hit.selector,
        act=rule.act,
        wcag=rule.wcag,
        level=rule.level,
    )


def order(found: Finding) -> tuple[str, int, int, str, str, str]:
    """Sort key: place, then rule and words, so that equal pages give equal reports."""
    return found.place.path, found.place.line, found.place.column, found.rule, found.says, found.message.en


def outline(page: Page) -> Outline:
    """The page as audits across pages see it: title, language, ids, and what it links to or loads."""
    from urllib.parse import urljoin

    title = next((node.text for node in page.nodes.values() if node.tag == "title" and node.namespace != "svg"), "")
    base = next((node.get("href").strip() for node in page.nodes.values() if node.tag == "base"), "")
    links = [
        Link(urljoin(base, href) if base else href, Place(page.path, node.line, node.column))
        for node in page.nodes.values()
        for tag, attribute in LINKS
        if node.tag == tag and (href := node.get(attribute).strip())
    ]
    return Outline(page.path, title, page.root.get("lang"), tuple(page.ids), tuple(links))
