"""What a build found, in a few lines: the preview after each save, and the last words of a build."""

from __future__ import annotations

from collections.abc import Container, Iterator

from mingwen.columns import fit
from mingwen.model import Built, Lang, Text
from mingwen.reports import Cause, by_cause, graded
from mingwen.reports._modes import page_of
from mingwen.reports._telling import WIDTH, spot

SHOWN = 3


def counted(built: Built) -> Text:
    """How many mistakes there are; what several modes share counts once."""
    grades = graded(built.mistakes)
    zh = f"检查：{grades['fail']} 处不合格，{grades['ask']} 处要人来判断"
    en = f"{grades['fail']} failures, {grades['ask']} to judge"
    if grades["advice"]:
        zh, en = f"{zh}，{grades['advice']} 处建议", f"{en}, {grades['advice']} of advice"
    if built.findings and len(built.modes) > 1:
        zh, en = f"{zh}（几版共有的只算一处）", f"{en} (what modes share counts once)"
    return Text(zh, en)


def brief(built: Built, lang: Lang) -> Iterator[str]:
    """The count, then the first few causes, one line each: those on pages that this build made before all others."""
    yield counted(built).of(lang)
    made = {page_of(path) for path in built.made}
    found = sorted(by_cause(built.mistakes, built.modes), key=lambda cause: not is_on(cause, made))
    for cause in found[:SHOWN]:
        yield fit(f"  {spot(cause.first)} [{cause.first.rule}] {cause.first.message.of(lang)}", WIDTH)
    left = len(found) - SHOWN
    if left > 0:
        yield Text(
            f"  另有 {left} 类，运行 mingwen build --all 看全部", f"  {left} more kinds; mingwen build --all lists all"
        ).of(lang)


def is_on(cause: Cause, pages: Container[str]) -> bool:
    """Whether any of its findings stands on one of the pages."""
    return any(page_of(finding.place.path) in pages for finding in cause.findings)
