"""mingwen build: manuscripts → site/."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingwen import plugins
from mingwen.cli import options
from mingwen.cli.options import all_option, lang, option, root_option, say
from mingwen.cli.progress import bar
from mingwen.cli.reasons import profile_text, why_text
from mingwen.each import Each, workers
from mingwen.model import HANT, MODES, Built, Text
from mingwen.reports import by_cause
from mingwen.reports._brief import counted

if TYPE_CHECKING:
    from mingwen.reports import Report

# What workers need to make pages, and to check them, in the order in which they are needed.
MAKING = ("mingwen.reading.parse", "mingwen.rendering.page", "mingwen.finishing", "mingwen.speaking.file")
CHECKING = ("mingwen.linting", "coloraide")


@options.command(
    "build",
    zh="生成网站：content/ 里的稿件 → site/\n\n"
    "五种阅读方式一次生成，逐页检查。稿件有误时列出全部错处，site/ 保持原样。\n"
    "退出码：0 没有问题，1 检查出不合格之处（网站照样生成，便于查看），2 稿件或设置有误。\n\n"
    "  mingwen build                       生成本文件夹里的网站\n"
    "  mingwen build --today 2027-01-01    看那一天会发布什么\n"
    "  mingwen build --why                 说明哪些页面为什么重新生成\n"
    "  mingwen build --all                 检查出的全部列出，每条规则不只列前十类\n"
    "  mingwen build --jobs 4              用四个进程\n"
    "  mingwen build --format sarif --output report.sarif",
    en="make the site: manuscripts in content/ → site/\n\n"
    "All five reading modes at once, each page checked. With mistakes in manuscripts, all of them are\n"
    "listed and site/ stays as it was.\n"
    "Exit code: 0 clean, 1 findings (the site is made all the same, to be looked at), 2 mistakes.\n\n"
    "  mingwen build                       the site in this folder\n"
    "  mingwen build --today 2027-01-01    what that day will publish\n"
    "  mingwen build --why                 tell which pages were made anew, and why\n"
    "  mingwen build --all                 list all that was found, not ten kinds of each rule\n"
    "  mingwen build --jobs 4              in four processes\n"
    "  mingwen build --format sarif --output report.sarif",
)
@root_option
@option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", zh="当作今天的日期", en="the day to build for"
)
@option("--drafts", is_flag=True, zh="连草稿一起生成", en="publish drafts as well")
@option(
    "--jobs",
    type=click.IntRange(1),
    default=None,
    metavar="N",
    zh="用几个进程（默认有几个核用几个）",
    en="processes (default: one a core)",
)
@option("--executor", metavar="dask://HOST:PORT", zh="交给 Dask 集群", en="work on a Dask cluster")
@option("--lint/--no-lint", default=True, zh="生成时逐页检查（默认检查）", en="check each page (the default)")
@option(
    "--format",
    "format_",
    default="text",
    show_default=True,
    metavar="NAME",
    zh="检查报告的格式：text、json、sarif、junit、earl、github、html",
    en="report on the checks: text, json, sarif, junit, earl, github, html",
)
@option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", zh="检查报告写进文件", en="write the report to a file"
)
@all_option
@option("--fresh", is_flag=True, zh="不用以前的结果，全部重新生成", en="make everything anew")
@option("--why", is_flag=True, zh="说明哪些页面为什么重新生成", en="tell which pages were made anew, and why")
@option("--profile", is_flag=True, zh="说明时间花在哪里", en="tell where the time went")
def command(
    root: Path,
    today: dt.datetime | None,
    drafts: bool,
    jobs: int | None,
    executor: str | None,
    lint: bool,
    format_: str,
    output: Path | None,
    every: bool,
    fresh: bool,
    why: bool,
    profile: bool,
) -> int:
    report = plugins.find("reports", format_)
    if output:
        from mingwen.cli.saving import check

        check(output)
    with (
        bar(Text("读稿件", "Reading")) as reading,
        bar(Text("生成", "Building")) as progress,
        _workers(jobs, executor, lint, _built_before(root, fresh)) as each,
    ):
        # Only now, so that the process that stands by has begun.
        from mingwen.building import build

        built = build(
            root,
            today=today.date() if today else None,
            each=each,
            drafts=drafts,
            rules=None if lint else (),
            fresh=fresh,
            report=format_ != "text" or output is not None,
            reading=reading,
            progress=progress,
            waiting=lambda: say(
                Text("另一次生成正在进行，等它结束……", "Another build is running; waiting …"), err=True
            ),
            tell=lambda text: say(text, err=True),
        )
    # A report for programs has standard output to itself.
    aside = format_ != "text" and not output
    if output:
        from mingwen.cli.saving import save

        save(output, report(_report(built), lang()))
        say(Text(f"报告写好了：{output}", f"Report written: {output}"), err=True)
    elif format_ != "text":
        click.echo(report(_report(built), lang()), nl=False)
    elif built.mistakes:
        from mingwen.reports._telling import told

        click.echo(told(by_cause(built.mistakes, built.modes), lang(), brief=not every), nl=False)
    if why:
        click.echo(why_text(built, lang()), err=aside)
    if profile:
        click.echo(profile_text(built, lang()), err=aside)
    say(_verdict(built, linted=lint), err=aside)
    return 1 if built.failed else 0


def _report(built: Built) -> Report:
    """What the checks found, in the form that reports take; pages are named from site/."""
    from mingwen.linting import RULES
    from mingwen.reports import Report

    act = sorted({id_ for rule in built.rules if rule in RULES for id_ in RULES[rule].act})
    return Report(built.checked, built.rules, tuple(act), built.findings, built.seconds, built.aside, whole=True,
                  modes=built.modes)  # fmt: skip


def _built_before(root: Path, fresh: bool) -> bool:
    """Whether there will be little to do, in all likelihood."""
    return not fresh and (root / ".mingwen" / "store.db").is_file()


def _workers(jobs: int | None, executor: str | None, lint: bool, little: bool) -> AbstractContextManager[Each]:
    """Where the work is done, by the words of the command line."""

    def lost(error: Exception) -> None:
        zh, en = "有工作进程中断了，其余的在本进程里继续", "A worker was lost; the rest goes on in this process"
        say(Text(f"{zh}（{type(error).__name__}）", f"{en} ({type(error).__name__})"), err=True)

    if executor is None:
        return workers(jobs or 0, lost, modules=MAKING + CHECKING if lint else MAKING, ahead=little)
    from mingwen.cluster import cluster

    def cut_off(error: Exception) -> None:
        zh, en = "集群断开了，其余的在本机继续", "The cluster is gone; the rest goes on here"
        say(Text(f"{zh}（{type(error).__name__}）", f"{en} ({type(error).__name__})"), err=True)

    def connecting() -> None:
        say(Text(f"正在连接 {executor} ……", f"Connecting to {executor} …"), err=True)

    return cluster(executor, cut_off, connecting)


def _verdict(built: Built, *, linted: bool) -> Text:
    """What was made, what was kept out, what was found, where to look."""
    told = [_pages(built), _files(built), *_left_out(built), *_explained(built)]
    if linted:
        told.append(counted(built))
    else:
        told.append(Text("没有检查（--no-lint）", "not checked (--no-lint)"))
    last = Text(
        f"用时 {built.seconds:.1f} 秒。打开 site/index.html 查看，或运行 mingwen serve 预览。",
        f"{built.seconds:.1f} seconds. Open site/index.html, or run mingwen serve.",
    )
    zh, en = "；\n".join(text.zh for text in told), ";\n".join(text.en for text in told)
    return Text(f"{zh}。\n{last.zh}", f"{en}.\n{last.en}")


def _pages(built: Built) -> Text:
    names = {mode.key: mode.name for mode in (*MODES, HANT)}
    total = sum(count for _, count in built.pages)
    zh = "，".join(f"{names[key].zh} {count}" for key, count in built.pages)
    en = ", ".join(f"{names[key].en} {count}" for key, count in built.pages)
    return Text(f"site/ 共 {total} 页（{zh}）", f"site/ holds {total} pages ({en})")


def _files(built: Built) -> Text:
    written = built.written
    added, changed, removed = len(written.added), len(written.changed), len(written.removed)
    return Text(
        f"文件：新增 {added}，改动 {changed}，删去 {removed}，未变 {written.kept}",
        f"files: {added} added, {changed} changed, {removed} removed, {written.kept} unchanged",
    )


def _explained(built: Built) -> Iterator[Text]:
    """How many words of the glossary were marked: no change of a page is silent."""
    if built.terms:
        zh, en = f"词语解释：标出 {built.terms} 处", f"glossary: {built.terms} words marked"
        yield Text(zh, en)


def _left_out(built: Built) -> Iterator[Text]:
    skipped, foreign = built.skipped, built.written.foreign
    if skipped.drafts or skipped.early or skipped.expired:
        yield Text(
            f"没有生成：草稿 {skipped.drafts} 篇，未到发布日 {skipped.early} 篇，已下线 {skipped.expired} 篇",
            f"left out: {skipped.drafts} drafts, {skipped.early} not yet due, {skipped.expired} expired",
        )
    if foreign:
        some = ", ".join(foreign[:3]) + (" ……" if len(foreign) > 3 else "")
        yield Text(
            f"site/ 里有 {len(foreign)} 个文件不是明文写的，原样保留：{some}",
            f"{len(foreign)} files in site/ are not ours and were kept: {some}",
        )
