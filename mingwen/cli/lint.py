"""mingwen lint: check any HTML, with or without a site around it."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from mingwen import plugins
from mingwen.cli import options
from mingwen.cli.options import all_option, lang, option, say
from mingwen.cli.progress import bar
from mingwen.cli.saving import check as writable
from mingwen.cli.saving import save
from mingwen.errors import UsageError
from mingwen.model import Text

# Fewer pages than these are checked before other processes would have started.
MANY = 60


@options.command(
    "lint",
    zh="检查网页：文件、文件夹，或 - 表示标准输入\n\n"
    "只读本机文件，不上网。报告按原因归并，同一处模板的错误只说一次；每条规则列前十类，不合格的都列。\n"
    "建议不影响退出码；旧站这一组不含建议。\n"
    "退出码：0 没有不合格之处，1 有不合格之处，2 命令写得不对。\n\n"
    "  mingwen lint site                      检查一个文件夹里的全部网页\n"
    "  mingwen lint --root site site/a.html   查一页，“/”指 site，样式表从那里读\n"
    "  curl -s 网址 | mingwen lint -          查网上的一页\n"
    "  mingwen lint --rule img-alt a.htm      只查一条规则；规则见 mingwen rules\n"
    "  mingwen lint --format sarif --output report.sarif --jobs 4 site\n"
    "                                         四个进程，报告写进文件\n"
    "  mingwen lint --baseline b.json --update-baseline site\n"
    "                                         把现有的问题记进基线\n"
    "  mingwen lint --baseline b.json site    只报基线里没有的",
    en="check HTML: files, folders, or - for standard input\n\n"
    "Reads local files only, never the network. Findings are grouped by cause: ten kinds of each rule are listed,\n"
    "and every failure.\n"
    "Advice never changes the exit code; the preset legacy leaves it out.\n"
    "Exit code: 0 no failure, 1 failures, 2 a mistake in the command.\n\n"
    "  mingwen lint site                      every page in a folder\n"
    "  mingwen lint --root site site/a.html   one page; “/” is site, and stylesheets are read from there\n"
    "  curl -s URL | mingwen lint -           a page of the web\n"
    "  mingwen lint --rule img-alt a.htm      one rule only; mingwen rules lists them\n"
    "  mingwen lint --format sarif --output report.sarif --jobs 4 site\n"
    "                                         in four processes, the report in a file\n"
    "  mingwen lint --baseline b.json --update-baseline site\n"
    "                                         note what is wrong today\n"
    "  mingwen lint --baseline b.json site    only what the baseline does not hold",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@option("--root", metavar="DIR", zh="网址里的“/”是哪个文件夹", en="folder that “/” stands for")
@option(
    "--preset",
    default="推荐",
    show_default=True,
    metavar="NAME",
    zh="规则组：推荐、严格、旧站、act",
    en="set of rules: 推荐 (recommended), 严格 (strict), 旧站 (legacy), act",
)
@option("--rule", "wanted", multiple=True, metavar="ID", zh="只查这条规则（可多次）", en="only this rule (repeatable)")
@option("--skip", multiple=True, metavar="ID", zh="不查这条规则（可多次）", en="not this rule (repeatable)")
@option(
    "--format",
    "format_",
    default="text",
    show_default=True,
    metavar="NAME",
    zh="报告格式：text、json、sarif、junit、earl、github、html",
    en="report: text, json, sarif, junit, earl, github, html",
)
@option("--output", type=click.Path(path_type=Path), metavar="FILE", zh="报告写进文件", en="write the report to a file")
@all_option
@option(
    "--base-url",
    metavar="URL",
    default="",
    zh="网站发布在哪个网址；以它开头的链接也核对",
    en="where the site is published; links that begin with it are followed too",
)
@option(
    "--media",
    multiple=True,
    metavar="STATE",
    zh="在什么状态下看（可多次）：print、dark、more-contrast、forced-colors、width=360，可用逗号合写",
    en="state to look in (repeatable): print, dark, more-contrast, forced-colors, width=360, joined by commas",
)
@option(
    "--jobs",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    zh="用几个进程；不写时，页面多就用上所有的核",
    en="processes; by default all cores where there are many pages",
)
@option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    zh="基线：里面已有的问题不计，只报新的",
    en="a baseline: what it holds does not count, only what is new",
)
@option("--update-baseline", is_flag=True, zh="把查出的问题都记进基线", en="put all that is found into the baseline")
@option(
    "--max-warnings",
    type=click.IntRange(0),
    metavar="N",
    zh="要人来判断的和建议超过 N 处，退出码也为 1",
    en="exit 1 if more than N are to be judged or advice",
)
def command(paths: tuple[str, ...], root: str | None, preset: str, wanted: tuple[str, ...], skip: tuple[str, ...],
            format_: str, output: Path | None, every: bool, base_url: str, media: tuple[str, ...], jobs: int,
            baseline: Path | None, update_baseline: bool, max_warnings: int | None) -> int:  # fmt: skip
    from mingwen import accepting
    from mingwen import baseline as baselines
    from mingwen.checking import check
    from mingwen.each import workers
    from mingwen.linting.presets import choose

    if update_baseline and not baseline:
        raise UsageError(
            None,
            Text("--update-baseline 不知道写到哪里", "--update-baseline does not know where to write"),
            Text("请加 --baseline FILE", "Add --baseline FILE"),
        )
    report = plugins.find("reports", format_)
    if output:
        writable(output)
    rules, audits = choose(preset, wanted, skip)
    accepted = accepting.load(accepting.project())
    known = baselines.read(baseline, missing_ok=update_baseline) if baseline else None
    # Trees of pages are let go of at once; looking for the little garbage that is left takes a tenth of the time.
    gc.set_threshold(100_000, 20, 50)
    with bar(Text("检查", "Checking")) as progress, workers(jobs, worth_it=MANY) as each:
        result = check(
            paths,
            rules,
            audits,
            root or "",
            progress,
            media=media,
            base_url=base_url,
            accepted=accepted,
            each=each,
        )
    if baseline and known is not None:
        if update_baseline:
            known = baselines.update(result, known, baseline.parent)
            save(baseline, baselines.as_text(known))
            total = sum(known.values())
            say(Text(f"基线写好了：{baseline}，{total} 处", f"Baseline written: {baseline}, {total}"), err=True)
        result = baselines.compare(result, known, baseline.parent)
    if output:
        from mingwen.reports.text import verdict

        save(output, report(result, lang()))
        say(Text(f"报告写好了：{output}", f"Report written: {output}"), err=True)
        say(verdict(result), err=True)
    elif format_ == "text" and not every:
        click.echo(report(result, lang(), brief=True), nl=False)
    else:
        click.echo(report(result, lang()), nl=False)
    warnings = result.asked + result.advised
    if max_warnings is None or warnings <= max_warnings:
        return 1 if result.failed else 0
    over = Text(
        f"要人来判断的和建议共 {warnings} 处，超过 --max-warnings {max_warnings}",
        f"To judge and of advice: {warnings}, which is more than --max-warnings {max_warnings}",
    )
    say(over, err=True)
    return 1
