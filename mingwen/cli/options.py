"""What all commands share: the language, both-language help, and printing."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from mingwen.model import Lang, Text

F = TypeVar("F", bound=Callable[..., Any])

# A help string carries both languages, parted by the ASCII unit separator, until click shows it.
_SEPARATOR = "\x1f"

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


def both(zh: str, en: str) -> str:
    """One help string for click that holds Chinese and English."""
    return f"{zh}{_SEPARATOR}{en}"


def _pick(words: str, lang: Lang) -> str:
    zh, found, en = words.partition(_SEPARATOR)
    return en if found and lang == "en" else zh


def wanted_lang(args: Sequence[str]) -> Lang:
    """The language asked for by --lang, else by MINGWEN_LANG, else Chinese. Looked up before parsing, so that
    mistakes in the command line itself are told in the right language."""
    value = os.environ.get("MINGWEN_LANG", "zh")
    for at, word in enumerate(args):
        if word == "--":
            break
        if word == "--lang" and at + 1 < len(args):
            value = args[at + 1]
        elif word.startswith("--lang="):
            value = word.removeprefix("--lang=")
    return "en" if value == "en" else "zh"


def lang() -> Lang:
    """The language of the running command."""
    context = click.get_current_context(silent=True)
    return "en" if context is not None and context.find_root().obj == "en" else "zh"


def say(text: Text, *, err: bool = False) -> None:
    """Print a sentence in the language of the running command."""
    click.echo(text.of(lang()), err=err)


class _Formatter(click.HelpFormatter):
    """Help whose own words (Usage, Options) follow the language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix if lang() == "en" else "用法：")

    def write_heading(self, heading: str) -> None:
        super().write_heading(heading if lang() == "en" else _HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Option(click.Option):
    """An option whose help is told in one language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None:
            return None
        words = _pick(self.help or "", lang())
        default = self.get_help_extra(ctx).get("default")
        if default:
            words += Text(f"（默认 {default}）", f" (default: {default})").of(lang())
        return record[0], words


class Command(click.Command):
    """A command whose help is told in one language."""

    context_class = _Context

    def get_short_help_str(self, limit: int = 45) -> str:
        return _pick(self.short_help or self.help or "", lang()).strip().split("\n")[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = Text("显示这段说明", "show this and stop").of(lang())
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = _pick(self.help or "", lang()).strip()
        with formatter.indentation():
            formatter.write_paragraph()
            for line in words.split("\n"):
                formatter.write(" " * formatter.current_indent + line.strip("\n") + "\n" if line.strip() else "\n")


def option(*names: str, zh: str, en: str, **settings: Any) -> Callable[[F], F]:
    """click.option with help in both languages."""
    return click.option(*names, cls=Option, help=both(zh, en), **settings)


lang_option = option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    expose_value=False,
    zh="说中文（zh）还是英文（en），也可设环境变量 MINGWEN_LANG",
    en="speak Chinese (zh) or English (en); or set MINGWEN_LANG",
)


root_option = option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    metavar="DIR",
    zh="网站所在的文件夹",
    en="folder of the site",
)


all_option = option(
    "--all",
    "every",
    is_flag=True,
    zh="文字报告列出全部（默认每条规则只列前十类，不合格的总是都列）",
    en="list all in the text report (by default the first ten kinds of each rule, and every failure)",
)


def command(name: str, *, zh: str, en: str, **settings: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """A command with help in both languages and --lang. The function returns its exit code (None is 0).

    The first line of the help is what the list of commands shows; further lines are kept as written.
    """

    def make(function: Callable[..., Any]) -> click.Command:
        return click.command(name, cls=Command, help=both(zh, en), **settings)(lang_option(function))

    return make
