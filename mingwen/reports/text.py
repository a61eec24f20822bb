"""text: for people at a terminal. Grouped by cause, ends with a verdict and what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mingwen.columns import fit, table, wrap
from mingwen.model import Finding, Lang, Text
from mingwen.reports import GRADES, Cause, Report, causes

WIDTH = 98
INDENT = "    "
SHOWN = 3
# From so many kinds on, a table at the end says how many there are of each rule.
LONG = 12
HEADINGS = {
    "fail": Text("不合格", "Failures"),
    "ask": Text("要人来判断", "For a person to judge"),
    "advice": Text("建议", "Advice"),
}
COUNTED = (Text("规则", "Rule"), *(HEADINGS[grade] for grade in GRADES), Text("页", "Pages"))
PARTIAL = Text(
    "自动检查只看得到一部分问题，其余要由人来看。",
    "Automatic checks see only a part of what can be wrong; the rest needs people.",
)


def report(result: Report, lang: Lang = "zh") -> str:
    """The findings by cause, then the verdict. Never says that a page is accessible."""
    ends = (*besides(result), verdict(result), PARTIAL)
    summary = counts(result, lang) if len(causes(result.findings, result.modes)) >= LONG else ""
    return (
        told(result.findings, lang, result.modes)
        + summary
        + "".join(wrap(text.of(lang), WIDTH) + "\n" for text in ends)
    )


def told(findings: Iterable[Finding], lang: Lang, modes: Sequence[str] = ()) -> str:
    """Findings by cause under their headings; `modes` as causes() has them."""
    parts: list[str] = []
    heading = ""
    for cause in causes(findings, modes):
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
    lines = [wrap(f"{spot(first)} [{first.rule}]{wcag} {first.message.of(lang)}", WIDTH, INDENT)]
    if first.quote:
        lines.append(INDENT + fit(first.quote, WIDTH - len(INDENT)))
    if cause.modes:
        lines.append(INDENT + cause.modes.of(lang))
    rest = cause.findings[1:]
    if rest:
        more = Text(f"同样的还有 {len(rest)} 处，共 {cause.pages} 页：",
                    f"and {len(rest)} more like it, on {counted(cause.pages, 'page')}: ")  # fmt: skip
        spots = list(dict.fromkeys(map(spot, rest)))
        tail = " …" if len(spots) > SHOWN else ""
        lines.append(wrap(INDENT + more.of(lang) + "  ".join(spots[:SHOWN]) + tail, WIDTH, INDENT * 2))
    return "\n".join(lines) + "\n"


def spot(finding: Finding) -> str:
    """The author's own line where it is known, else the place on the page."""
    return str(finding.source or finding.place)


def counts(result: Report, lang: Lang) -> str:
    """A table: how many findings of each rule there are."""
    rows = [(rule, *map(str, numbers)) for rule, numbers in by_rule(result)]
    return table([tuple(text.of(lang) for text in COUNTED), *rows]) + "\n\n"


def by_rule(result: Report) -> list[tuple[str, tuple[int, ...]]]:
    """Each rule that found something, the most frequent first: failures, to judge, advice, pages."""
    found: dict[str, list[Finding]] = {}
    for finding in result.mistakes:
        found.setdefault(finding.rule, []).append(finding)
    return [
        (
            rule,
            (*(sum(it.grade == grade for it in some) for grade in GRADES), len({it.place.path for it in some})),
        )
        for rule, some in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]


def besides(result: Report) -> Iterator[Text]:
    """What does not count, and what was mended since the baseline."""
    accepted = sum(acceptance is not None for _, acceptance in result.aside)
    known = len(result.aside) - accepted
    if accepted:
        yield Text(f"另有 {accepted} 处有人认可，到期再算。", f"Accepted by somebody until a set day: {accepted}.")
    if known:
        yield Text(f"另有 {known} 处在基线里，不计。", f"In the baseline, not counted: {known}.")
    if result.mended:
        total = sum(each.count for each in result.mended)
        some = [f"{each.path} [{each.rule}]" for each in result.mended[:SHOWN]]
        more = " …" if result.mended[SHOWN:] else ""
        yield Text(
            f"基线里有 {total} 处已经改好：{'，'.join(some)}{more}。"
            "请加 --update-baseline 运行一次，把它们从基线里去掉。",
            f"Mended since the baseline: {total}, {', '.join(some)}{more}. "
            "Run with --update-baseline to take them off it.",
        )


def verdict(result: Report) -> Text:
    """The sentence that a run ends with: what was found, and what was looked at."""
    pages, rules = len(result.files), len(result.rules)
    if not result.findings:
        nothing = Text("没有新的问题", "Nothing new") if result.aside else Text("没有查出问题", "Nothing found")
        return Text(
            f"{nothing.zh}：查了 {pages} 页，{rules} 条规则，用时 {result.seconds:.1f} 秒。",
            f"{nothing.en}: {counted(pages, 'page')}, {counted(rules, 'rule')}, {result.seconds:.1f} seconds.",
        )
    kinds = len(causes(result.findings, result.modes))
    failed, asked, advice = graded(result.mistakes)
    advised = (f"，建议 {advice} 处", f", {advice} of advice") if advice else ("", "")
    return Text(
        f"不合格 {failed} 处，要人来判断 {asked} 处{advised[0]}，共 {kinds} 类；"
        f"查了 {pages} 页，{rules} 条规则，用时 {result.seconds:.1f} 秒。",
        f"{counted(failed, 'failure')}, {asked} to judge{advised[1]}, {counted(kinds, 'kind')}; "
        f"{counted(pages, 'page')}, {counted(rules, 'rule')}, {result.seconds:.1f} seconds.",
    )


def graded(findings: Iterable[Finding]) -> tuple[int, ...]:
    """How many are failures, to be judged, advice."""
    grades = Counter(finding.grade for finding in findings)
    return tuple(grades[grade] for grade in GRADES)


def counted(number: int, noun: str) -> str:
    """A number with its English noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
