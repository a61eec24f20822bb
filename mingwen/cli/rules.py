"""mingwen rules: what the linter checks, one line each, or a rule's page."""

from __future__ import annotations

import click

from mingwen.cli import options
from mingwen.cli.options import lang, option
from mingwen.columns import table
from mingwen.model import Text


@options.command(
    "rules",
    zh="列出全部规则，或解释一条\n\n"
    "  mingwen rules              全部规则，一行一条\n"
    "  mingwen rules img-alt      这条规则：为什么、依据、怎么改、例子\n"
    "  mingwen rules --markdown   docs/rules.md 的内容",
    en="list all rules, or explain one\n\n"
    "  mingwen rules              all rules, one line each\n"
    "  mingwen rules img-alt      that rule: why, basis, how to mend it, examples\n"
    "  mingwen rules --markdown   what docs/rules.md holds",
)
@click.argument("ids", nargs=-1, metavar="[ID]…")
@option(
    "--markdown", is_flag=True, zh="以 Markdown 写出全部规则，中英对照", en="all rules as Markdown, in both languages"
)
def command(ids: tuple[str, ...], markdown: bool) -> None:
    from mingwen.linting.audits import Audit
    from mingwen.linting.manual import as_markdown, as_text
    from mingwen.linting.presets import choose
    from mingwen.linting.rule import Rule

    rules, audits = choose("严格", ids)
    every: list[Rule | Audit] = [*rules, *audits]
    if markdown:
        click.echo(as_markdown(every), nl=False)
    elif ids:
        click.echo("\n".join(as_text(each, lang()) for each in every), nl=False)
    else:
        click.echo(table((each.id, each.name.of(lang())) for each in every))
        count = Text(f"共 {len(rules)} 条规则，另有 {len(audits)} 项整站核对。",
                     f"{len(rules)} rules, and {len(audits)} checks across pages.")  # fmt: skip
        click.echo(count.of(lang()))
