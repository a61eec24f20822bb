"""mingwen serve: preview at 127.0.0.1, rebuilt on every save."""

from __future__ import annotations

import asyncio
import datetime as dt
import tempfile
import webbrowser
from functools import partial
from pathlib import Path

import click

from mingwen.cli import options
from mingwen.cli.build import CHECKING, MAKING
from mingwen.cli.options import lang, option, root_option, say
from mingwen.cli.progress import bar
from mingwen.each import workers
from mingwen.errors import ManuscriptError, MingwenError, SettingsError
from mingwen.model import Text
from mingwen.standby import Companion, companion


@options.command(
    "serve",
    zh="在本机预览，保存即更新\n\n"
    "稿件、模板、样式和设置一有改动就重新生成，浏览器里的页面自动刷新。\n"
    "稿件有误时，照旧显示上一次成功的页面，并把错处写在页面顶上和这里。按 Ctrl-C 结束。\n"
    "每次生成后，这里说检查出多少处，先列刚改的页面。预览不动 site/；要发布的由 mingwen build 生成。\n\n"
    "  mingwen serve             在 http://127.0.0.1:8000/ 预览\n"
    "  mingwen serve --drafts    连草稿一起看\n"
    "  mingwen serve --components  看主题的全部组件样例",
    en="preview on this machine, updated on every save\n\n"
    "Rebuilds when content, templates, static files or settings change, and reloads the page.\n"
    "While a manuscript is broken the last good site stays, with the mistake shown on top. Ctrl-C ends it.\n"
    "After each build it says how much the checks found, first on the pages that changed. A preview leaves site/\n"
    "alone; mingwen build makes what is published.\n\n"
    "  mingwen serve             at http://127.0.0.1:8000/\n"
    "  mingwen serve --drafts    with drafts\n"
    "  mingwen serve --components  all examples of the theme's components",
)
@root_option
@option("--port", type=click.IntRange(1, 65535), default=8000, metavar="N", show_default=True, zh="端口", en="port")
@option("--open", "open_", is_flag=True, zh="顺便打开浏览器", en="open the browser too")
@option("--drafts", is_flag=True, zh="连草稿一起生成", en="show drafts as well")
@option(
    "--components", is_flag=True, zh="不看网站，看各组件在各版里的样例", en="show components in all modes, not the site"
)
def command(root: Path, port: int, open_: bool, drafts: bool, components: bool) -> None:
    from mingwen.building import build, previewed
    from mingwen.reading.settings import load
    from mingwen.reports._brief import brief
    from mingwen.serving import Preview, listening, serve, start
    from mingwen.serving.components import lay_out
    from mingwen.theme_root import theme_root
    from mingwen.warming import ready

    chosen = lang()
    settings = load(root)
    shelf = tempfile.TemporaryDirectory(prefix="mingwen-") if components else None
    site = Path(shelf.name) if shelf else previewed(root)

    found: tuple[str, ...] = ()
    beside: Companion | None = None

    def wait() -> None:
        say(Text("另一次生成正在进行，等它结束……", "Another build is running; waiting …"), err=True)

    def rebuild() -> tuple[tuple[str, ...], frozenset[str]]:
        nonlocal found
        found = ()
        try:
            if components:
                return (), lay_out(root, settings, site)
            with (
                bar(Text("读稿件", "Reading")) as reading,
                bar(Text("生成", "Building")) as progress,
                workers(modules=MAKING + CHECKING, standby=beside) as each,
            ):
                built = build(
                    root, each=each, drafts=drafts, preview=True, reading=reading, progress=progress, waiting=wait
                )
            written, found = built.written, tuple(brief(built, chosen))
        except MingwenError as error:
            return _lines(error), frozenset()
        return (), frozenset((*written.added, *written.changed, *written.removed))

    def tell(paths: tuple[str, ...], mistakes: tuple[str, ...]) -> None:
        now = f"{dt.datetime.now():%H:%M:%S}"
        for line in mistakes:
            click.echo(line, err=True)
        if mistakes:
            say(Text(f"有误，仍显示上一次成功的页面 {now}", f"Mistakes; still showing the last good site {now}"))
        else:
            say(Text(f"已更新 {now}", f"Updated {now}"))
            for line in found:
                click.echo(line)

    def _lines(error: MingwenError) -> tuple[str, ...]:
        found = error.findings if isinstance(error, ManuscriptError | SettingsError) else ()
        return tuple(f"{it.place} {it.message.of(chosen)}" for it in found if it.verdict == "fail") or (
            error.message(chosen),
        )

    listener = listening(port)
    free = listener.getsockname()[1]
    if free != port:
        say(Text(f"端口 {port} 已被占用，改用 {free}", f"Port {port} is taken; using {free}"))
    watched = tuple(root / name for name in ("content", "templates", "static", "pyproject.toml"))
    watched += tuple(theme_root() / name for name in ("templates", "static"))
    preview = Preview(site, tuple(dict.fromkeys(watched)), rebuild, tell, chosen, settings.root_path)
    if not components:
        preview.chores = ready(root, settings)
    address = f"http://127.0.0.1:{free}{settings.root_path}"
    say(Text(f"正在生成，好了才能打开 {address}……", f"Building; {address} opens when that is done …"))
    start(preview)
    # Before there are threads: later builds run in one, beside that which serves pages.
    if not components and (beside := companion(MAKING + CHECKING)):
        beside.prepare(partial(ready, root, settings))
    say(Text(f"预览：{address}（按 Ctrl-C 结束）", f"Preview: {address} (Ctrl-C ends it)"))
    if open_:
        webbrowser.open(address)
    try:
        asyncio.run(serve(preview, listener))
    except KeyboardInterrupt:
        say(Text("预览已结束", "Preview ended"))
    finally:
        if beside:
            beside.leave()
        if shelf:
            shelf.cleanup()
