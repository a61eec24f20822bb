"""Mistakes in the command line itself, told in the reader's language with how to get help."""

from __future__ import annotations

import click

from mingwen.model import Lang, Text


def usage(error: click.ClickException, lang: Lang) -> str:
    """What is wrong with the words of a command, then where its help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "mingwen"
    told = error.format_message() if lang == "en" else _chinese(error, context)
    return f"{told}\n{Text(f'用法见 {path} --help', f'See {path} --help').of(lang)}"


def _chinese(error: click.ClickException, context: click.Context | None) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        return f"缺少{_named(error.param, context)}"
    if isinstance(error, click.BadParameter):
        return f"{_named(error.param, context)} 的值不对，{_form(error)}"
    message = error.format_message()
    word = message.split("'")[1] if message.count("'") > 1 else message
    if message.startswith("No such command"):
        return f"没有这个命令：{word}"
    if message.startswith("Got unexpected extra argument"):
        return f"多出了：{message.partition('(')[2].rstrip(')')}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面缺少值"
    if message == "Missing command.":
        return "缺少命令"
    return f"命令写得不对：{message}"


def _named(param: click.Parameter | None, context: click.Context | None) -> str:
    """“参数 DIR” or “选项 --column 栏目”."""
    if param is None or context is None:
        return "参数"
    meant = param.make_metavar(context)
    return f"参数 {meant}" if isinstance(param, click.Argument) else f"选项 {param.opts[0]} {meant}".rstrip()


def _form(error: click.BadParameter) -> str:
    """The right form of a value."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"可写 {'、'.join(str(choice) for choice in kind.choices)}"
    if isinstance(kind, click.IntRange):
        ends = (kind.min, kind.max)
        if None not in ends:
            return f"要写 {kind.min} 到 {kind.max} 的整数"
        return f"要写不小于 {kind.min} 的整数" if kind.min is not None else f"要写不大于 {kind.max} 的整数"
    if isinstance(kind, click.DateTime):
        return "要写成 2026-01-31 的样子"
    if isinstance(kind, click.Path):
        if "does not exist" in error.message:
            return "没有这个文件或文件夹"
        if "is a file" in error.message:
            return "这是一个文件，要的是文件夹"
        if "is a directory" in error.message:
            return "这是一个文件夹，要的是文件"
    return error.message
