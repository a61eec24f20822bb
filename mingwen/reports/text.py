"""text: for people. Grouped by cause, ends with a verdict and what was counted."""

from __future__ import annotations

from collections.abc import Iterator

from mingwen.columns import table, wrap
from mingwen.model import Finding, Lang, Text
from mingwen.reports import GRADES, Report, graded
from mingwen.reports._telling import HEADINGS, SHOWN, WIDTH, counted, told

# From so many kinds on, a table at the end says how many there are of each rule.
LONG = 12
COUNTED = (Text("规则", "Rule"), *(HEADINGS[grade] for grade in GRADES), Text("页", "Pages"))
PARTIAL = Text(
    "自动检查只看得到一部分问题，其余要由人来看。",
    "Automatic checks see only a part of what can be wrong; the rest needs people.",
)


def report(result: Report, lang: Lang = "zh", *, brief: bool = False) -> str:
    """The findings by cause, all unless it is `brief`, then the verdict. Never says that a page is accessible."""
    ends = (*besides(result), verdict(result), PARTIAL)
    summary = counts(result, lang) if len(result.causes) >= LONG else ""
    return (
        told(result.causes, lang, brief=brief) + summary + "".join(wrap(text.of(lang), WIDTH) + "\n" for text in ends)
    )


def counts(result: Report, lang: Lang) -> str:
    """A table: how many findings of each rule there are."""
    rows = [(rule, *map(str, numbers)) for rule, numbers in by_rule(result)]
    return table([tuple(text.of(lang) for text in COUNTED), *rows]) + "\n\n"


def by_rule(result: Report) -> list[tuple[str, tuple[int, ...]]]:
    """Each rule that found something, the most frequent first: failures, to judge, advice, pages."""
    found: dict[str, list[Finding]] = {}
    for each in result.mistakes:
        found.setdefault(each.finding.rule, []).append(each.finding)
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
    kinds, grades = len(result.causes), graded(result.mistakes)
    failed, asked, advice = (grades[grade] for grade in GRADES)
    advised = (f"，建议 {advice} 处", f", {advice} of advice") if advice else ("", "")
    return Text(
        f"不合格 {failed} 处，要人来判断 {asked} 处{advised[0]}，共 {kinds} 类；"
        f"查了 {pages} 页，{rules} 条规则，用时 {result.seconds:.1f} 秒。",
        f"{counted(failed, 'failure')}, {asked} to judge{advised[1]}, {counted(kinds, 'kind')}; "
        f"{counted(pages, 'page')}, {counted(rules, 'rule')}, {result.seconds:.1f} seconds.",
    )
