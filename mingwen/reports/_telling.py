"""Causes as text for people: all of them, or in brief, for a terminal.

In brief all failures are told, and of everything else the first few of each rule, with how many are left. Of the places
of one cause the first few are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from mingwen.columns import fit, wrap
from mingwen.model import Finding, Lang, Text
from mingwen.reports import Cause

WIDTH = 98
INDENT = "    "
# In brief: places of one cause besides the first, and causes of one rule, which fill about one screen.
SHOWN = 3
MOST = 10
HEADINGS = {
    "fail": Text("不合格", "Failures"),
    "ask": Text("要人来判断", "For a person to judge"),
    "advice": Text("建议", "Advice"),
}
CUT = Text(
    "以上没有全部列出。看全部请加 --all；写进文件（--output FILE）的总是全部。",
    "Not all is listed above: --all lists all of it, and a file (--output FILE) always has all of it.",
)


def told(causes: Iterable[Cause], lang: Lang, *, brief: bool = False) -> str:
    """Causes, in the order of by_cause(), under the headings of their grades; "" for none."""
    parts: list[str] = []
    cut = False
    for grade, some in groupby(causes, lambda cause: cause.first.grade):
        parts.append(f"── {HEADINGS[grade].of(lang)} ──\n")
        listed = list(some)
        before: Counter[str] = Counter()
        for cause in listed:
            rule = cause.first.rule
            before[rule] += 1
            if not brief or grade == "fail" or before[rule] <= MOST:
                parts.append(f"{entry(cause, lang, brief)}\n")
                cut = cut or (brief and len(elsewhere(cause)) > SHOWN)
            elif before[rule] == MOST + 1:
                left = [each for each in listed if each.first.rule == rule][MOST:]
                parts.append(f"{remainder(left, lang)}\n")
                cut = True
    return "".join([*parts, f"{wrap(CUT.of(lang), WIDTH)}\n\n" if cut else ""])


def entry(cause: Cause, lang: Lang, brief: bool) -> str:
    """One cause: place, rule and sentence; the words that offend; where else."""
    first = cause.first
    wcag = f" (WCAG {', '.join(first.wcag)})" if first.wcag else ""
    lines = [wrap(f"{spot(first)} [{first.rule}]{wcag} {first.message.of(lang)}", WIDTH, INDENT)]
    if first.quote:
        lines.append(INDENT + fit(first.quote, WIDTH - len(INDENT)))
    if cause.modes:
        lines.append(INDENT + cause.modes.of(lang))
    if rest := len(cause.findings) - 1:
        more = Text(f"同样的还有 {rest} 处，共 {cause.pages} 页：",
                    f"and {rest} more like it, on {counted(cause.pages, 'page')}: ")  # fmt: skip
        spots = elsewhere(cause)
        tail = " …" if brief and len(spots) > SHOWN else ""
        named = "  ".join(spots[:SHOWN] if brief else spots)
        lines.append(wrap(INDENT + more.of(lang) + named + tail, WIDTH, INDENT * 2))
    return "\n".join(lines) + "\n"


def remainder(causes: Sequence[Cause], lang: Lang) -> str:
    """How much there is of a rule besides what was listed, and in how many manuscripts or on how many pages."""
    rule, found = causes[0].first.rule, [finding for cause in causes for finding in cause.findings]
    manuscripts = {it.source.path for it in found if it.source}
    pages = {it.place.path for it in found if not it.source}
    zh = [f"{len(manuscripts)} 篇稿件"] * bool(manuscripts) + [f"{len(pages)} 页"] * bool(pages)
    en = [counted(len(manuscripts), "manuscript")] * bool(manuscripts) + [counted(len(pages), "page")] * bool(pages)
    return Text(
        f"[{rule}] 这条规则还有 {len(found)} 处，在 {'、'.join(zh)}里，没有列出。\n",
        f"[{rule}] {len(found)} more of this rule, in {' and '.join(en)}, not listed.\n",
    ).of(lang)


def elsewhere(cause: Cause) -> list[str]:
    """The places of a cause besides the first, each once."""
    return list(dict.fromkeys(map(spot, cause.findings[1:])))


def spot(finding: Finding) -> str:
    """The author's own line where it is known, else the place on the page."""
    return str(finding.source or finding.place)


def counted(number: int, noun: str) -> str:
    """A number with its English noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
