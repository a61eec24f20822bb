"""mingwen publish DIR: site/ → the folder that a web server serves."""

from __future__ import annotations

import re
import sys
from datetime import date, datetime
from pathlib import Path

import click

from mingwen import plugins
from mingwen.cli import options
from mingwen.cli.differences import counted, shown
from mingwen.cli.options import lang, option, say
from mingwen.errors import UsageError
from mingwen.lock import locked
from mingwen.model import Place, Text
from mingwen.publishing.difference import Difference, Receipt
from mingwen.publishing.last_build import check_build, reminders


@options.command(
    "publish",
    zh="发布：把 site/ 放进网站服务器读取的文件夹\n\n"
    "先列出要新增、改动、删去的文件，答“y”才动手；一次整体换上，中途出错或按 Ctrl-C 都保持原样。\n"
    "那里不是明文发布的文件（如 .well-known/）一律保留。同时写下 SHA256SUMS，供 verify 核对。\n\n"
    "  mingwen publish /srv/www --dry-run    只看会改什么\n"
    "  mingwen publish /srv/www              问过再发布\n"
    "  mingwen publish /srv/www --yes        不问，用在脚本里\n"
    "  mingwen publish /srv/www --keep-old   把换下的一版留在 /srv/www.old-日期",
    en="put site/ into the folder that a web server serves\n\n"
    "Lists what it would add, change and remove, and asks first; then one swap of the whole folder, which an\n"
    "error or Ctrl-C leaves as it was. Files there that mingwen did not publish (such as .well-known/) stay.\n"
    "A SHA256SUMS is written for `mingwen verify`.\n\n"
    "  mingwen publish /srv/www --dry-run    only show what would change\n"
    "  mingwen publish /srv/www              ask, then publish\n"
    "  mingwen publish /srv/www --yes        do not ask, for scripts\n"
    "  mingwen publish /srv/www --keep-old   keep what stood there as /srv/www.old-DATE",
)
@click.argument("target", metavar="DIR")
@option(
    "--root", type=click.Path(path_type=Path), default=".", zh="网站项目的文件夹", en="folder of the site's project"
)
@option(
    "--all", "every", is_flag=True, zh="列出全部文件（默认每种只列前十个）", en="list all files, not ten of each kind"
)
@option("--dry-run", is_flag=True, zh="只看会改什么，不动手", en="show what would change, and stop")
@option("--yes", is_flag=True, zh="不问，直接发布", en="do not ask")
@option("--adopt", is_flag=True, zh="接管一个已有别的文件的文件夹", en="take over a folder that holds other files")
@option("--keep-old", is_flag=True, zh="留下换下来的一版", en="keep the old folder beside the new one")
@option(
    "--remove-most", is_flag=True, zh="那里发布过的删去一大半也发布", en="publish although most of what is there goes"
)
@option("--with-failures", is_flag=True, zh="检查不合格也发布", en="publish although checks failed")
def command(target: str, root: Path, every: bool, dry_run: bool, yes: bool, adopt: bool, keep_old: bool,
            remove_most: bool, with_failures: bool) -> int:  # fmt: skip
    publish = plugins.find("publishers", _kind(target))
    check_build(root, date.today(), with_failures)
    answered = True

    def agree(difference: Difference) -> bool:
        nonlocal answered
        click.echo(shown(difference, target, lang(), every))
        _remind(root)
        if difference.sweeping and not remove_most:
            _sweeping(difference, target, dry_run)
        answered = not dry_run and (yes or _asked())
        return answered

    with locked(root, lambda: say(Text("正在生成网站，等它结束……", "A build is running; waiting …"), err=True)):
        receipt = publish(
            root / "site",
            target,
            agree=agree,
            adopt=adopt,
            keep_old=datetime.now() if keep_old else None,
            root=root,
        )
    if receipt.difference.empty:
        _remind(root)
    say(_verdict(receipt, target, dry_run))
    return 0 if answered or dry_run else 1


def _kind(target: str) -> str:
    """sftp://host/path → sftp; anything else is a folder."""
    scheme = re.match(r"([a-z][a-z0-9+]+)://", target)
    return scheme[1] if scheme else "folder"


def _remind(root: Path) -> None:
    told = reminders(root)
    for text in told:
        say(Text(f"请注意：{text.zh}", f"Note: {text.en}"))
    if told:
        click.echo()


def _sweeping(difference: Difference, target: str, dry_run: bool) -> None:
    """Most of what was published there would go: told in a dry run, refused in earnest."""
    removed = len(difference.removed)
    total = removed + len(difference.changed) + len(difference.kept)
    what = Text(
        f"那里发布过 {total} 个文件，要删去其中 {removed} 个，像是另一个网站的文件夹",
        f"of {total} files published there, {removed} would go: it may be the folder of another site",
    )
    fix = Text(
        "请核对文件夹；没有弄错，请加 --remove-most", "Check the folder; if it is the right one, add --remove-most"
    )
    if not dry_run:
        raise UsageError(Place(target), what, fix)
    say(Text(f"请注意：{what.zh}。{fix.zh}。", f"Note: {what.en}. {fix.en}."))


def _asked() -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            None,
            Text("没有终端可问，什么都没有改", "No terminal to ask on; nothing was changed"),
            Text("在脚本里发布请加 --yes", "In scripts, add --yes"),
        )
    return click.confirm(Text("发布吗？", "Publish?").of(lang()), default=False)


def _verdict(receipt: Receipt, target: str, dry_run: bool) -> Text:
    counts = counted(receipt.difference)
    if receipt.published:
        old = Text(f"换下的一版在 {receipt.old}。", f"The old one is {receipt.old}. ") if receipt.old else Text("", "")
        rest = receipt.leftover
        left = Text(f"换下的一版没能删净：{rest}。", f"The old one could not be removed: {rest}. ")
        left = left if rest else Text("", "")
        return Text(
            f"{old.zh}{left.zh}已发布到 {target}：{counts.zh}。",
            f"{old.en}{left.en}Published to {target}: {counts.en}.",
        )
    if receipt.difference.empty:
        return Text(
            f"{target} 和 site/ 一样，没有动：{counts.zh}。",
            f"{target} is the same as site/ and was left alone: {counts.en}.",
        )
    if dry_run:
        return Text(f"只是预演，{target} 没有动：{counts.zh}。", f"Dry run; {target} was left alone: {counts.en}.")
    return Text(f"没有发布，{target} 没有动。", f"Not published; {target} was left alone.")
