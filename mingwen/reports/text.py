"""text: for people at a terminal. Grouped by cause, ends with a verdict and what was counted."""

from __future__ import annotations

from collections.abc import Iterable

from mingwen.model import Finding, Lang, Text
from mingwen.reports import Cause, Report, causes

SHOWN = 3
HEADINGS = {
    "fail": Text("不合格", "Failures"),
    "ask": Text("要人来判断", "For a person to judge"),
    "advice": Text("建议", "Advice"),
}
PARTIAL = Text(
    "自动检查只看得到一部分问题，其余要由人来看。",
    "Automatic checks see only a part of what can be wrong; the rest needs people.",
)


def report(result: Report, lang: Lang = "zh") -> str:
    """The findings by cause, then the verdict. Never says that a page is accessible."""
    return told(result.findings, lang) + verdict(result).of(lang) + "\n" + PARTIAL.of(lang) + "\n"


def told(findings: Iterable[Finding], lang: Lang) -> str:
    """Findings by cause under their headings."""
    parts: list[str] = []
    heading = ""
    for cause in causes(findings):
        title = HEADINGS[cause.first.grade].of(lang)
        if title != heading:
            parts.append(f"── {title} ──\n")
            heading = title
        parts.append(entry(cause, lang) + "\n")
    return "".join(parts)


def entry(cause: Cause, lang: Lang) -> str:
    """One cause: place, rule and sentence; the words that offend; where else."""
    first = cause.first
    wcag = f" (WCAG {', '.join(first.wcag)})" if first.wcag else ""
    lines = [f"{spot(first)} [{first.rule}]{wcag} {first.message.of(lang)}"]
    if first.quote:
        lines.append(f"    {first.quote}")
    rest = cause.findings[1:]
    if rest:
        more = Text(f"    同样的还有 {len(rest)} 处，共 {cause.pages} 页：",
                    f"    and {len(rest)} more like it, on {counted(cause.pages, 'page')}: ")  # fmt: skip
        tail = " …" if len(rest) > SHOWN else ""
        lines.append(more.of(lang) + "  ".join(spot(finding) for finding in rest[:SHOWN]) + tail)
    return "\n".join(lines) + "\n"


def spot(finding: Finding) -> str:
    """The author's own line where it is known, else the place on the page."""
    return str(finding.source or finding.place)


def verdict(result: Report) -> Text:
    """The last line: what was found, and what was checked."""
    pages, rules = len(result.files), len(result.rules)
    if not result.findings:
        return Text(
            f"没有查出问题：查了 {pages} 页，{rules} 条规则，用时 {result.seconds:.1f} 秒。",
            f"Nothing found: {counted(pages, 'page')}, {counted(rules, 'rule')}, {result.seconds:.1f} seconds.",
        )
    kinds = len(causes(result.findings))
    advised = (f"，建议 {result.advised} 处", f", {result.advised} of advice") if result.advised else ("", "")
    return Text(
        f"不合格 {result.failed} 处，要人来判断 {result.asked} 处{advised[0]}，共 {kinds} 类；"
        f"查了 {pages} 页，{rules} 条规则，用时 {result.seconds:.1f} 秒。",
        f"{counted(result.failed, 'failure')}, {result.asked} to judge{advised[1]}, {counted(kinds, 'kind')}; "
        f"{counted(pages, 'page')}, {counted(rules, 'rule')}, {result.seconds:.1f} seconds.",
    )


def counted(number: int, noun: str) -> str:
    """A number with its English noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
