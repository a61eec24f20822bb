"""The reading modes of one page share its text and most of its mistakes: what they share is told once.

Two findings are one where the same rule says the same of the same words, on the same line of a manuscript, or where
the manuscript is not known, of the same kind of place on the same page but for the mode. How many such there are on a
page counts: two bad links in one paragraph are two.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from mingwen.model import HANT, MODES, STANDARD, Finding, Mistake, Text

PREFIXES = {mode.prefix: mode.key for mode in (*MODES, HANT) if mode.prefix}
FOLDERS = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, PREFIXES))})")
SHEET = re.compile(r"css/(\w+)\.css")
# A page beside a page: with pinyin, in large print on paper.
BESIDE = re.compile(r"\.[\w-]+(?=\.html$)")
NAMES = {mode.key: mode.name for mode in (*MODES, HANT)}
NUMBERS = {2: Text("两", "both"), 3: Text("三", "all three"), 4: Text("四", "all four"), 5: Text("五", "all five"),
           6: Text("六", "all six")}  # fmt: skip


def shared(findings: Sequence[Finding], modes: Sequence[str]) -> tuple[Mistake, ...]:
    """Findings, none of them twice, in their order, each mistake once. `modes` are the keys of the site's modes; with
    none of them nothing is known of modes, and every finding stands for itself."""
    if not modes:
        return tuple(map(Mistake, findings))
    order = {key: number for number, key in enumerate(modes)}
    # Traditional characters make other words of the same mistake, so that they only find it by its place.
    hant = HANT.key in order
    if hant:
        findings = sorted(findings, key=lambda it: mode_of(it.place.path) == HANT.key)
    groups: dict[object, list[tuple[str, Finding]]] = {}
    plain: dict[object, object] = {}
    nth: Counter[object] = Counter()
    for finding in findings:
        page = finding.place.path
        mode = mode_of(page)
        place = where(finding)
        exact = (place, bare(finding.message.zh), bare(finding.quote))
        nth[page, exact] += 1
        key: object = (exact, nth[page, exact])
        if hant:
            nth[page, place] += 1
            loose = place, nth[page, place]
            if mode == HANT.key:
                key = plain.get(loose, key)
            elif mode == STANDARD.key:
                plain.setdefault(loose, key)
        groups.setdefault(key, []).append((mode, finding))
    found = []
    for some in groups.values():
        if len(some) > 1:
            some.sort(key=lambda each: order.get(each[0], len(order)))
        found.append(Mistake(some[0][1], tuple(dict.fromkeys(mode for mode, _ in some if mode in order))))
    return tuple(found)


def where(finding: Finding) -> tuple[object, ...]:
    """What is said of which place, whatever the mode."""
    source = finding.source
    if source:
        place: tuple[object, ...] = source.path, source.line, source.column
    else:
        place = page_of(finding.place.path), shape(finding.selector)
    return finding.rule, finding.says, finding.verdict, finding.level, place


def bare(words: str) -> str:
    """The words of a finding without the folders of modes."""
    return FOLDERS.sub("", words) if "/" in words else words


def mode_of(path: str) -> str:
    """The key of the mode that a page or stylesheet of site/ belongs to; "" for a manuscript, which belongs to all."""
    if path.endswith(".html"):
        return PREFIXES.get(path[: path.find("/") + 1], STANDARD.key)
    return sheet_of(path)


def sheet_of(path: str) -> str:
    """The key of the mode whose stylesheet a path of site/ is, or ""."""
    sheet = SHEET.fullmatch(path)
    return sheet[1] if sheet and sheet[1] in NAMES else ""


def page_of(path: str) -> str:
    """A path of site/ without the folder of its mode, and without what tells a page beside it from it."""
    if sheet_of(path):
        return "css/*.css"
    folder = path[: path.find("/") + 1]
    return BESIDE.sub("", path.removeprefix(folder) if folder in PREFIXES else path)


def shape(selector: str) -> str:
    """A selector without numbers and ids: what places from one template have in common."""
    return re.sub(r":nth-of-type\(\d+\)|#[\w-]+", "", selector).rpartition(" > ")[2]


def told(has: Sequence[str], modes: Sequence[str]) -> Text | None:
    """Which modes have a mistake; None where the site has but one mode, or nothing is known of them."""
    if len(modes) < 2 or not has:
        return None
    if len(has) == len(modes):
        number = NUMBERS.get(len(modes), Text(str(len(modes)), f"all {len(modes)}"))
        return Text(f"{number.zh}版都有", f"in {number.en} modes")
    others = [NAMES[key] for key in has if key != STANDARD.key]
    zh, en = "、".join(name.zh for name in others), ", ".join(name.en for name in others)
    if STANDARD.key not in has:
        return Text(f"只在{zh}里", f"only in {en}")
    if not others:
        return Text(f"只在{STANDARD.name.zh}里", f"only in {STANDARD.name.en}")
    return Text(f"{zh}也有", f"also in {en}")


def cause_id(finding: Finding) -> str:
    """What a mistake is known by in all modes, and when lines move."""
    path = finding.source.path if finding.source else page_of(finding.place.path)
    parts = (path, finding.rule, finding.says, bare(finding.quote), "" if finding.source else shape(finding.selector))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
