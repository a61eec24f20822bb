"""The command `mingwen`. One module a command; each is loaded only when it is asked for.

Exit codes: 0 clean · 1 findings · 2 the reader's mistake · 3 ours · 130 Ctrl-C.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from mingwen import __version__
from mingwen.cli.guard import guarded
from mingwen.cli.options import Command, both, lang_option, option, wanted_lang

# Command → module. "import" and "lint" would shadow a keyword or a function, hence the trailing underscore.
COMMANDS = {
    "new": "new",
    "import": "import_",
    "build": "build",
    "serve": "serve",
    "lint": "lint",
    "rules": "rules",
    "publish": "publish",
    "verify": "verify",
}


class Commands(Command, click.Group):
    """Loads a command's module when the command is named, and turns every exception into a message."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"mingwen.cli.{COMMANDS[cmd_name]}").command
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        return super().make_context(info_name, args, parent, **{"obj": wanted_lang(args), **extra})

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        words = list(sys.argv[1:] if args is None else args)
        extra["standalone_mode"] = False
        sys.exit(guarded(lambda: super(Commands, self).main(words, *rest, **extra), wanted_lang(words)))


def _show_version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"mingwen {__version__}")
        context.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    help=both(
        "明文：把公文稿件做成人人能读的静态网站，并逐页检查。\n\n"
        "常用的顺序：new site 建站 → 写稿或 import → serve 预览 → build 生成 → publish 发布。\n"
        "lint 也可单独检查任何 HTML。",
        "mingwen: official documents become a static website that everybody can read, checked page by page.\n\n"
        "The usual order: new site → write, or import → serve → build → publish.\n"
        "lint also checks any HTML on its own.",
    ),
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    zh="显示版本",
    en="show the version",
)
@lang_option
@click.pass_context
def main(context: click.Context) -> None:
    """The group; its help stands above in both languages."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
