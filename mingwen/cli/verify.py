"""mingwen verify DIR: does a published folder still hold what was published?"""

from __future__ import annotations

from pathlib import Path

import click

from mingwen.cli import options
from mingwen.cli.options import option, say
from mingwen.model import Text
from mingwen.publishing.verifying import verify


@options.command(
    "verify",
    zh="核对：发布出去的文件有没有被改过\n\n"
    "按 SHA256SUMS 逐个核对，列出被改动、缺少和多出的文件。\n"
    "退出码：0 一致，1 不一致，2 没有清单。没有明文的机器上可用 sha256sum -c SHA256SUMS。\n\n"
    "  mingwen verify /srv/www               全部核对\n"
    "  mingwen verify /srv/www --extra-ok    多出的文件只列出，不算不一致",
    en="check whether published files were changed\n\n"
    "Compares each file with SHA256SUMS and names those changed, missing and extra.\n"
    "Exit code: 0 intact, 1 not, 2 no manifest. Without mingwen, use sha256sum -c SHA256SUMS.\n\n"
    "  mingwen verify /srv/www               everything\n"
    "  mingwen verify /srv/www --extra-ok    extra files are named, but are no failure",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--extra-ok", is_flag=True, zh="多出的文件不算不一致", en="extra files are no failure")
def command(folder: Path, extra_ok: bool) -> int:
    found = verify(folder)
    for paths, name in (
        (found.changed, Text("被改动", "changed")),
        (found.missing, Text("缺少", "missing")),
        (found.extra, Text("多出", "extra")),
    ):
        for path in paths:
            shown = "".join(char if char.isprintable() else "?" for char in path)
            say(Text(f"{name.zh}  {shown}", f"{name.en}  {shown}"))
    bad = bool(found.changed or found.missing or (found.extra and not extra_ok))
    counts = Text(
        f"{found.intact} 个文件相符，被改动 {len(found.changed)}，缺少 {len(found.missing)}，多出 {len(found.extra)}",
        f"{found.intact} files intact, {len(found.changed)} changed, {len(found.missing)} missing, "
        f"{len(found.extra)} extra",
    )
    state = Text("与清单不一致", "Not as published") if bad else Text("与清单一致", "As published")
    say(Text(f"{state.zh}：{counts.zh}。", f"{state.en}: {counts.en}."))
    if bad and not found.changed and not found.missing:
        say(Text("多出的文件若是有意留在那里的，请加 --extra-ok。", "If the extra files belong there, add --extra-ok."))
    return int(bad)
