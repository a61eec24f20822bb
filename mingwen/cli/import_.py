"""mingwen import FILE: a page or text → a manuscript, with every guess told."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from mingwen import plugins
from mingwen.cli import options
from mingwen.cli.guesses import told
from mingwen.cli.options import lang, option, say
from mingwen.drafting.manuscript import fixed, manuscript, missing
from mingwen.drafting.placing import make_room, place
from mingwen.drafting.saving import save
from mingwen.errors import UsageError
from mingwen.model import Draft, Place, Text

# Endings whose importer has another name; for all others the ending is the name.
IMPORTERS = {"": "text", ".txt": "text", ".text": "text", ".htm": "html"}


@options.command(
    "import",
    zh="把文件导入为稿件，逐条说明猜了什么\n\n"
    "读从网页复制或另存的纯文本（UTF-8、GBK 均可），找出标题、栏目、来源、日期，\n"
    "去掉网页工具栏，把 一、（一）1.（1）作成标题。正文一字不改。\n"
    "要改字的地方只提建议，加 --fix 才改。\n\n"
    "例：\n"
    "  mingwen import 报告.txt                   按面包屑放进 content/ 下的栏目\n"
    "  mingwen import 报告.txt -o 稿件.md        写到指定的文件\n"
    "  mingwen import 报告.txt --fix --force     采用全部建议，覆盖上次的结果\n\n"
    "标题、日期或来源没找到时，文件照写，退出码为 1，请补上再 build。",
    en="Turn a file into a manuscript and tell every guess\n\n"
    "Reads plain text saved or copied from a web page (UTF-8 or GBK), finds title,\n"
    "column, source and date, leaves toolbars out, and makes 一、（一）1.（1）headings.\n"
    "The words of the text stay; what would change them is proposed and waits for --fix.\n\n"
    "Examples:\n"
    "  mingwen import report.txt                 into the column its breadcrumb names\n"
    "  mingwen import report.txt -o draft.md     to a file of your choice\n"
    "  mingwen import report.txt --fix --force   with all proposals, over the last result\n\n"
    "Where title, date or source is not found, the file is written and the exit code is 1.",
)
@click.argument("file", type=click.Path(path_type=Path))
@option("-o", "out", type=click.Path(path_type=Path), zh="写到哪里（.md 文件或文件夹）", en="where to write (.md)")
@option("--fix", is_flag=True, zh="采用全部建议", en="apply all proposals")
@option("--force", is_flag=True, zh="覆盖已有的文件", en="overwrite an existing file")
@option("--root", type=click.Path(path_type=Path), default=".", zh="站点的文件夹", en="folder of the site")
def command(file: Path, out: Path | None, fix: bool, force: bool, root: Path) -> int:
    before, draft = _read(file), Draft((), "")
    path, before = place(before, file, out, root)
    draft = fixed(before) if fix else before
    make_room(path, root)
    save(path, manuscript(draft), force=force)
    proposals = tuple(guess for guess in before.guesses if not guess.applied)
    click.echo(f"{file} → {path}\n")
    if words := told(draft, proposals, fix, lang()):
        click.echo(f"{words}\n")
    if fix and proposals:
        where = "" if root == Path() else f" --root {quote(str(root))}"
        again = f"mingwen import {quote(str(file))} -o {quote(str(path))}{where} --force"
        say(
            Text(
                f"要撤消：把“改为”那行换回“原文”；或不加 --fix 重来（你在稿件里手改的字会被覆盖）：\n  {again}\n",
                'To undo: put the line "before" back in the place of "after"; or import again without --fix\n'
                f"(which overwrites what you changed there by hand):\n  {again}\n",
            )
        )
    for key in missing(draft):
        say(Text(f"要补：没有找到“{key}”，请填在 {path} 开头", f"To fill in at the top of {path}: {key} was not found"))
    say(_verdict(draft, len(proposals), fix))
    return 1 if missing(draft) else 0


def _read(file: Path) -> Draft:
    name = IMPORTERS.get(file.suffix.lower(), file.suffix.lower().lstrip("."))
    if name not in plugins.names("importers"):
        listed = "、".join(plugins.names("importers"))
        raise UsageError(
            Place(str(file)),
            Text(
                f"还不会读 {file.suffix} 文件（会读的：{listed}）", f"{file.suffix} cannot be read yet ({listed} can)"
            ),
            Text("请另存为纯文本 .txt 再导入", "Save it as plain text .txt and import that"),
        )
    try:
        draft: Draft = plugins.find("importers", name)(file)
    except OSError as error:
        reason = Text("没有这个文件", "no such file") if isinstance(error, FileNotFoundError) else None
        raise UsageError(
            Place(str(file)),
            reason or Text(f"读不了：{error.strerror}", f"cannot be read: {error.strerror}"),
            Text("请检查文件名和权限", "Check its name and permissions"),
        ) from error
    return draft


def _verdict(draft: Draft, proposals: int, fix: bool) -> Text:
    blocks = [block for block in draft.body.split("\n\n") if block.strip(":\n ")]
    headings = sum(block.startswith("#") for block in blocks)
    guesses = sum(not guess.at for guess in draft.guesses)
    state = Text("已采用", "applied") if fix else Text("待确认", "waiting")
    lacking = len(missing(draft))
    return Text(
        f"{len(blocks) - headings} 段、{headings} 个标题、{guesses} 处猜测、{proposals} 处建议{state.zh}（--fix）"
        + (f"；还要补 {lacking} 项。" if lacking else "。"),
        f"{len(blocks) - headings} paragraphs, {headings} headings, {guesses} guesses, "
        f"{proposals} proposals {state.en} (--fix)" + (f"; {lacking} fields to fill in." if lacking else "."),
    )
