"""lint: one page → Checked.

The parser's own selector engine finds each rule's targets. That takes less time for all rules together than one walk in
Python over the tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from mingwen.linting import limits
from mingwen.linting.addresses import joined
from mingwen.linting.comments import comments
from mingwen.linting.css.selectors import alternatives
from mingwen.linting.decoding import decode
from mingwen.linting.dom import Node, Page
from mingwen.linting.embedded import embedded
from mingwen.linting.hit import Hit
from mingwen.linting.paper import SCREEN_ONLY
from mingwen.linting.rule import RULES, Rule
from mingwen.linting.scripts import may_be_host
from mingwen.linting.styles import NONE, Styles
from mingwen.model import Checked, Finding, Link, Outline, Place

# The clock is looked at after so many elements: asking it takes longer than most of them.
OFTEN = 32
LINKS = {"a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "iframe": "src"}
LINKING = ", ".join(f"{tag}[{attribute}]" for tag, attribute in LINKS.items())


def lint(html: str | bytes, rules: Iterable[Rule] = RULES.values(), path: str = "-", styles: Styles = NONE) -> Checked:
    """Check one page, and those in its iframes' srcdoc. `path` is what findings name, and what relative stylesheets
    are looked up from.

    Bytes are decoded as browsers do. Never raises for any of them: a page that would take more than limits.SECONDS, or
    that is too large, has a finding that says so. Findings stand in the order of their places; comments in
    the page that accept some are in `accepted`, and judge() takes these away.

    Raises TypeError where `html` is neither text nor bytes.
    """
    if isinstance(html, bytes | bytearray | memoryview):
        html = decode(bytes(html))
    elif not isinstance(html, str):
        raise TypeError(
            f"lint() 的 html 要是 str 或 bytes，不是 {type(html).__name__}；文件请写 Path(…).read_bytes()。"
            f"html must be str or bytes, not {type(html).__name__}; for a file pass Path(…).read_bytes()"
        )
    if len(html) > limits.LARGEST:
        return Checked((limits.too_large(path),), (), Outline(path, "", ""))
    chosen = tuple(rules)
    try:
        html.encode()
    except UnicodeEncodeError:
        # Halves of characters, which a str can hold and no text can.
        html = html.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    try:
        with limits.alarm(limits.SECONDS):
            return run(Page(html, path, styles), chosen, limits.Clock(limits.SECONDS))
    except limits.Overtime:
        told = limits.out_of_time(path, 0, len(chosen), limits.SECONDS)
    except (MemoryError, RecursionError):
        told = limits.too_deep(path, tuple(rule.id for rule in chosen))
    return Checked((told,), (), Outline(path, "", ""))


def run(page: Page, rules: tuple[Rule, ...], clock: limits.Clock) -> Checked:
    """All rules on a page and on those inside it, or as many as time allows."""
    tally: dict[str, int] = {}
    if page.styles.media.kind == "print":
        rules = tuple(rule for rule in rules if rule.id not in SCREEN_ONLY)
    selectors = tuple(rule.on for rule in rules)
    hits: list[tuple[Rule, Hit]] = []
    unfinished: list[str] = []
    told: list[Finding] = []
    outlined = outline(page)
    pages = [page]
    try:
        for each in pages:
            for rule, may_match in zip(rules, possible(selectors, each.keys & asked(selectors)), strict=True):
                try:
                    tally[rule.id] = tally.get(rule.id, 0) + (look(each, rule, hits, clock) if may_match else 0)
                except (MemoryError, RecursionError):
                    unfinished.append(rule.id)
            pages.extend(embedded(each))
    except limits.Overtime:
        told.append(limits.out_of_time(page.path, len(tally), len(rules) - len(tally), limits.SECONDS))
    if unfinished:
        told.append(limits.too_deep(page.path, tuple(dict.fromkeys(unfinished))))
    findings = sorted([*(finding(rule, hit) for rule, hit in hits), *told], key=order)
    checked = Checked(tuple(findings), tuple(sorted(tally.items())), outlined, comments(page))
    for each in pages:
        each.release()
    return checked


@lru_cache(maxsize=16)
def asked(selectors: tuple[str, ...]) -> frozenset[str]:
    """All classes, attributes, tags … that any of these selectors asks for."""
    return frozenset(key for selector in selectors for _, keys in alternatives(selector) for key in keys)


@lru_cache(maxsize=256)
def possible(selectors: tuple[str, ...], keys: frozenset[str]) -> tuple[bool, ...]:
    """Of each selector whether it may match where `keys` are all of asked() that there are. Most pages of a site share
    them, so that half of the rules cost them nothing."""
    return tuple(any(one <= keys for _, one in alternatives(selector)) for selector in selectors)


def look(page: Page, rule: Rule, hits: list[tuple[Rule, Hit]], clock: limits.Clock) -> int:
    """Run one rule; gives how many targets it saw."""
    targets = find(page, rule)
    if targets and rule.check:
        clock.check()
        check, wait = rule.check, OFTEN
        for node in targets:
            for hit in check(node):
                hits.append((rule, settled(node, hit)))  # noqa: PERF401 - a comprehension takes longer for few hits
            wait -= 1
            if not wait:
                clock.check()
                wait = OFTEN
    return len(targets)


def find(page: Page, rule: Rule) -> list[Node]:
    """The elements that a rule looks at. What it asks of a whole page it does not ask of one inside another."""
    found = page.select(rule.on)
    if page.frame:
        found = [node for node in found if node.tag not in {"html", "body"}]
    return [node for node in found if rule.when(node)] if rule.when else found


def settled(node: Node, hit: Hit) -> Hit:
    """A failure of what a script may yet fill with something else is a question."""
    return replace(hit, verdict="ask") if hit.verdict == "fail" and may_be_host(node) else hit


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
    title = next((node.text for node in page.select("title") if node.namespace != "svg"), "")
    base = next((node.get("href").strip() for node in page.select("base")), "")
    links = [
        Link(joined(base, href) if base else href, Place(page.path, *node.place))
        for node in page.select(LINKING)
        if (href := node.get(LINKS[node.tag]).strip())
    ]
    return Outline(page.path, title, page.root.get("lang"), tuple(page.ids), tuple(links))
