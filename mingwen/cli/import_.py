"""mingwen import FILE: a page or text → a manuscript, with every guess told."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from mingwen import plugins
from mingwen.cli import options
from mingwen.cli.guesses import told
from mingwen.cli.options import lang, option, say
from mingwen.drafting.manuscript import fixed, manuscript, missing
from mingwen.drafting.placing import in_content, lacking, place
from mingwen.drafting.saving import save, set_aside
from mingwen.drafting.shell import word
from mingwen.errors import UsageError
from mingwen.model import Draft, Place, Text
from mingwen.reasons import reason

# Endings whose importer has another name; for all others the ending is the name.
IMPORTERS = {"": "text", ".txt": "text", ".text": "text", ".htm": "html"}
STDIN = Path("-")


@options.command(
    "import",
    zh="把文件导入为稿件，逐条说明猜了什么\n\n"
    "读从网页复制或另存的纯文本（UTF-8、GBK 均可），找出标题、栏目、来源、日期，\n"
    "去掉网页工具栏，把 一、（一）1.（1）作成标题。正文一字不改。\n"
    "要改字的地方只提建议，加 --fix 才改。\n\n"
    "例：\n"
    "  mingwen import 报告.txt                   按面包屑放进 content/ 下的栏目\n"
    "  mingwen import 报告.txt -o 稿件.md        写到指定的文件\n"
    "  mingwen import 报告.txt --fix --force     采用全部建议，覆盖上次的结果\n"
    "  mingwen import -                          读标准输入\n\n"
    "写成的是草稿：用 mingwen serve --drafts 看，看过猜测、删去“草稿”一行才会发布。\n"
    "覆盖时，你手改过的稿件另存为旁边的 .稿件.md.bak，不会丢。\n"
    "标题、日期、来源没找到，或站里没有那个栏目时，文件照写，退出码为 1。",
    en="Turn a file into a manuscript and tell every guess\n\n"
    "Reads plain text saved or copied from a web page (UTF-8 or GBK), finds title,\n"
    "column, source and date, leaves toolbars out, and makes 一、（一）1.（1）headings.\n"
    "The words of the text stay; what would change them is proposed and waits for --fix.\n\n"
    "Examples:\n"
    "  mingwen import report.txt                 into the column its breadcrumb names\n"
    "  mingwen import report.txt -o draft.md     to a file of your choice\n"
    "  mingwen import report.txt --fix --force   with all proposals, over the last result\n"
    "  mingwen import -                          from standard input\n\n"
    "The manuscript is a draft: see it with mingwen serve --drafts, read the guesses, then remove its line 草稿.\n"
    "Where --force replaces what you changed by hand, that is kept beside it as .NAME.md.bak.\n"
    "Where title, date, source or the column is not found, the file is written and the exit code is 1.",
)
@click.argument("file", type=click.Path(path_type=Path))
@option("-o", "out", type=click.Path(path_type=Path), zh="写到哪里（.md 文件或文件夹）", en="where to write (.md)")
@option("--fix", is_flag=True, zh="采用全部建议", en="apply all proposals")
@option("--force", is_flag=True, zh="覆盖已有的文件", en="overwrite an existing file")
@option("--root", type=click.Path(path_type=Path), default=".", zh="站点的文件夹", en="folder of the site")
def command(file: Path, out: Path | None, fix: bool, force: bool, root: Path) -> int:
    found = _read(file)
    path, before = place(found, None if file == STDIN else file, out, root)
    draft = fixed(before) if fix else before
    kept = set_aside(path) if force and _by_hand(path, before) else None
    save(path, manuscript(draft), force=force)
    proposals = tuple(guess for guess in before.guesses if not guess.applied)
    click.echo(f"{file} → {path}\n")
    if words := told(draft, proposals, fix, lang()):
        click.echo(f"{words}\n")
    if fix and proposals:
        say(_undo(file, path, root))
    if kept:
        say(Text(f"原来的稿件改过，另存为 {kept}", f"What stood there was changed by hand; kept as {kept}"))
    to_do = [*_to_fill_in(draft, path), *_to_make(found, file, out, root)]
    for text in (*to_do, _state(path, root), _verdict(draft, len(proposals), fix)):
        say(text)
    return 1 if to_do else 0


def _read(file: Path) -> Draft:
    if file == STDIN:
        from mingwen.importers.text import understood

        return understood(sys.stdin.buffer.read(), "-")
    if file.is_dir():
        raise UsageError(
            Place(str(file)),
            Text("这是一个文件夹", "this is a folder"),
            Text("请写里面的一个 .txt 文件", "Name a .txt file in it"),
        )
    name = IMPORTERS.get(file.suffix.lower(), file.suffix.lower().lstrip("."))
    known = plugins.names("importers")
    if name not in known:
        more = [each for each in known if each != "text"]
        also = Text(f"和 {'、'.join(more)}", f" and {', '.join(more)}") if more else Text("", "")
        raise UsageError(
            Place(str(file)),
            Text(
                f"还不会读 {file.suffix} 文件，现在只读纯文本 .txt{also.zh}",
                f"{file.suffix} cannot be read yet, only plain text .txt{also.en}",
            ),
            Text(
                "请打开它，全选、复制，粘贴到记事本里，存为 .txt 再导入",
                "Open it, copy its whole text into a plain text editor, save that as .txt and import it",
            ),
        )
    try:
        draft: Draft = plugins.find("importers", name)(file)
    except OSError as error:
        absent = isinstance(error, FileNotFoundError)
        why = reason(error)
        raise UsageError(
            Place(str(file)),
            Text("没有这个文件", "no such file") if absent else Text(f"读不了：{why.zh}", f"cannot be read: {why.en}"),
            Text("请检查文件名和权限", "Check its name and permissions"),
        ) from error
    return draft


def _by_hand(path: Path, draft: Draft) -> bool:
    """Whether a file is there that no import of this draft, with or without --fix, would have written."""
    if not path.is_file():
        return False
    try:
        return path.read_bytes() not in (manuscript(draft).encode(), manuscript(fixed(draft)).encode())
    except OSError:
        return True


def _undo(file: Path, path: Path, root: Path) -> Text:
    back = Text("要撤消：把“改为”那行换回“原文”", 'To undo: put the line "before" back in the place of "after"')
    if file == STDIN:
        return Text(f"{back.zh}。\n", f"{back.en}.\n")
    where = "" if root == Path() else f" --root {word(str(root))}"
    again = f"mingwen import {word(str(file))} -o {word(str(path))}{where} --force"
    return Text(f"{back.zh}；或不加 --fix 重来：\n  {again}\n", f"{back.en}; or import without --fix:\n  {again}\n")


def _to_fill_in(draft: Draft, path: Path) -> Iterator[Text]:
    for key in missing(draft):
        yield Text(
            f"要补：没有找到“{key}”，请填在 {path} 开头", f"To fill in at the top of {path}: {key} was not found"
        )


def _to_make(found: Draft, file: Path, out: Path | None, root: Path) -> Iterator[Text]:
    """A page whose column the site has not goes nowhere by itself."""
    making = lacking(found, root) if out is None else ""
    if making:
        name = dict(found.fields)["栏目"]
        again = "" if file == STDIN else f"\n  mingwen import {word(str(file))}"
        again += f" --root {word(str(root))}" if again and root != Path() else ""
        yield Text(
            f"要做：content/ 下没有栏目“{name}”，稿件先写在当前文件夹。新建栏目再导入（或加 -o 放进别的栏目）：\n"
            f"  {making}{again}",
            f"To do: content/ has no column {name!r}, so the file was written to the current folder. Make the\n"
            f"column and import again (or choose another with -o):\n  {making}{again}",
        )


def _state(path: Path, root: Path) -> Text:
    if in_content(path, root):
        return Text(
            "写成草稿：看过猜测、删去“草稿”一行才会发布。预览：mingwen serve --drafts",
            "A draft until its line 草稿 is removed. To see it: mingwen serve --drafts",
        )
    return Text(
        "写成草稿：放进 content/ 的栏目、删去“草稿”一行才会发布。",
        "A draft until it lies in a column of content/ and its line 草稿 is removed.",
    )


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
