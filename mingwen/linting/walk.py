"""lint: one page → Checked. One walk of the tree; rules wait under the tag that their selector ends in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mingwen.linting.dom import Node, Page
from mingwen.linting.hit import Hit
from mingwen.linting.rule import RULES, Rule
from mingwen.linting.styles import NONE, Styles
from mingwen.model import Checked, Finding, Link, Outline, Place

ANY = "*"
LINKS = (("a", "href"), ("area", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("iframe", "src"))
BLANKS = re.compile(r"[ \t\r\n\f]*")


def lint(html: str, rules: Iterable[Rule] = RULES.values(), path: str = "-", styles: Styles = NONE) -> Checked:
    """Check one page. `path` is what findings name, and what relative stylesheets are looked up from.

    Never raises for any `html`. Findings stand in the order of their places.
    """
    page = Page(html, path, styles)
    waiting = by_tag(rules)
    everywhere = waiting.pop(ANY, [])
    tally = {rule.id: 0 for rule, _ in everywhere} | {rule.id: 0 for some in waiting.values() for rule, _ in some}
    hits: list[tuple[Rule, Hit]] = []
    for node in page.nodes.values():
        seen: set[str] = set()
        for rule, selector in (*waiting.get(node.tag, ()), *everywhere):
            if rule.id in seen or not node.matches(selector) or (rule.when and not rule.when(node)):
                continue
            seen.add(rule.id)
            tally[rule.id] += 1
            if rule.check:
                hits.extend((rule, hit) for hit in rule.check(node))
    findings = sorted((finding(rule, hit) for rule, hit in hits), key=order)
    return Checked(tuple(findings), tuple(sorted(tally.items())), outline(page))


def by_tag(rules: Iterable[Rule]) -> dict[str, list[tuple[Rule, str]]]:
    """Each alternative of each rule's selector under the tag of its last compound, or under "*"."""
    waiting: dict[str, list[tuple[Rule, str]]] = {}
    for rule in rules:
        for selector in alternatives(rule.on):
            waiting.setdefault(last_tag(selector), []).append((rule, selector))
    return waiting


def alternatives(selector: str) -> Iterator[str]:
    """The parts of a selector list; commas inside brackets, parentheses or quotes do not part."""
    depth, start, quote = 0, 0, ""
    for at, char in enumerate(selector):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "," and not depth:
            yield selector[start:at].strip()
            start = at + 1
    yield selector[start:].strip()


def last_tag(selector: str) -> str:
    """`table` for `main > table:not([role])`, "*" where the last compound names no tag."""
    bare = re.sub(r"\([^()]*\)|\[[^\]]*\]|\"[^\"]*\"|'[^']*'", lambda found: "_" * len(found[0]), selector)
    while "(" in bare:
        bare, count = re.subn(r"\([^()]*\)", lambda found: "_" * len(found[0]), bare)
        if not count:
            break
    last = re.split(r"[\s>+~]+", bare.strip())[-1]
    tag = re.match(r"[A-Za-z][A-Za-z0-9-]*", last)
    return tag[0] if tag else ANY


def finding(rule: Rule, hit: Hit) -> Finding:
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
    )


def order(found: Finding) -> tuple[str, int, int, str, str, str]:
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


__all__ = ["Node", "lint"]
