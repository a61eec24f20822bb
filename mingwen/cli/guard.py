"""Turns whatever a command raises into one message and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from mingwen.cli.usage import usage
from mingwen.errors import ManuscriptError, MingwenError, SettingsError
from mingwen.model import Lang, Text

# Dependencies that only an extra brings, by the name they are imported by.
EXTRAS = {"dask": "cluster", "distributed": "cluster"}


def guarded(run: Callable[[], object], lang: Lang) -> int:
    """Run, and turn whatever goes wrong into one message and an exit code."""
    try:
        code = run()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.ClickException as error:
        click.echo(usage(error, lang), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(Text("已停下，什么都没有改。", "Stopped; nothing was changed.").of(lang), err=True)
        return 130
    except MingwenError as error:
        _tell(error, lang)
        return error.exit_code
    except BrokenPipeError:
        # `mingwen lint … | head`: the reader has seen enough. Keep Python from complaining while it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ModuleNotFoundError as error:
        if extra := EXTRAS.get((error.name or "").partition(".")[0]):
            need = f"pip install 'mingwen[{extra}]'"
            click.echo(
                Text(f"缺少依赖 {error.name}。请运行 {need}", f"Missing dependency {error.name}. Run {need}").of(lang),
                err=True,
            )
            return 2
        click.echo(
            Text(
                f"缺少依赖 {error.name}。请在项目里运行 make install，再用 .venv/bin/ 里的 python 和 mingwen",
                f"Missing dependency {error.name}. Run make install in the project, and use what is in .venv/bin/",
            ).of(lang),
            err=True,
        )
        return 2
    except Exception as error:
        # The last net: a traceback is never the reader's to read.
        if os.environ.get("MINGWEN_DEBUG"):
            raise
        click.echo(
            Text(
                f"明文自己出了错（{type(error).__name__}: {error}）。"
                "这是我们的缺陷，请设 MINGWEN_DEBUG=1 再运行一次，把输出报给我们",
                f"mingwen itself failed ({type(error).__name__}: {error}). "
                "The defect is ours: run again with MINGWEN_DEBUG=1 and report what it prints",
            ).of(lang),
            err=True,
        )
        return 3


def _tell(error: MingwenError, lang: Lang) -> None:
    """Every mistake that has to be mended, then how many things are left for a person to judge afterwards."""
    findings = error.findings if isinstance(error, ManuscriptError | SettingsError) else ()
    for finding in findings:
        if finding.verdict == "fail":
            click.echo(f"{finding.place} [{finding.rule}] {finding.message.of(lang)}", err=True)
    asked = sum(finding.verdict == "ask" for finding in findings)
    if asked:
        later = Text(
            f"另有 {asked} 处要人来判断，改好上面这些后会列出。",
            f"{asked} more to judge are listed once these are mended.",
        )
        click.echo(later.of(lang), err=True)
    click.echo(error.message(lang), err=True)
