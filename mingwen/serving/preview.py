"""The preview server: livereload's handlers, our watching, the last good site."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mingwen.errors import MingwenError
from mingwen.model import Lang
from mingwen.serving.panel import panel, whole_page
from mingwen.serving.watch import Look, changed, glance, look

POLL_SECONDS = 0.05
# The file that was saved last, which will be saved next, is looked at this often.
AGAIN_SECONDS = 0.02
MOST_AGAIN = 8
# Of the time, looking takes at most one part in so many.
SELDOM = 20
PORTS_TO_TRY = 20
# Files that no page shows but as itself.
PAGES = (".html", ".xml", ".txt")


@dataclass
class Preview:
    """One preview. `rebuild` builds and returns the lines of mistakes that stopped it (none when it went well) and
    the output paths that are not as they were;
    `tell` is called after each build with the changed paths and those lines. `watched` are files and folders;
    `seen` is how they looked before the first build, so that a save during it is not missed. `chores` are steps to
    take while nothing happens, which make the next build quicker."""

    site: Path
    watched: tuple[Path, ...]
    rebuild: Callable[[], tuple[tuple[str, ...], frozenset[str]]]
    tell: Callable[[tuple[str, ...], tuple[str, ...]], None]
    lang: Lang = "zh"
    root_path: str = "/"
    seen: Look = field(default_factory=dict)
    mistakes: tuple[str, ...] = ()
    chores: Iterator[object] = field(default_factory=lambda: iter(()))
    stop: asyncio.Event = field(default_factory=asyncio.Event)


def start(preview: Preview) -> None:
    """The first build, before anything is served."""
    preview.seen = look(preview.watched)
    preview.mistakes, _ = preview.rebuild()
    preview.tell((), preview.mistakes)


def listening(wanted: int, host: str = "127.0.0.1") -> socket.socket:
    """A socket that listens on `wanted`, or on the next free port of twenty, or on any.

    It is taken before the first build, so that two previews started together never meet on one port.
    """
    for port in (*range(wanted, wanted + PORTS_TO_TRY), 0):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(128)
        except OSError:
            listener.close()
            continue
        listener.setblocking(False)
        return listener
    raise OSError(f"no free port on {host}")


async def serve(preview: Preview, listener: socket.socket) -> None:
    """Serve and watch until `preview.stop` is set or the task is cancelled."""
    from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
    from livereload.watcher import Watcher
    from tornado.httpserver import HTTPServer
    from tornado.web import Application, RedirectHandler

    browsers = _browsers(preview)
    port = listener.getsockname()[1]
    for name in ("tornado.access", "tornado.general", "livereload"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    LiveReloadHandler.watcher = Watcher()
    LiveReloadHandler.live_css = True
    base = preview.root_path
    handlers: list[Any] = [
        ("/livereload", browsers),
        ("/livereload.js", LiveReloadJSHandler),
        (rf"{re.escape(base)}(.*)", _pages(), {"path": str(preview.site), "preview": preview, "port": port}),
    ]
    if base != "/":
        handlers.append(("/.*", RedirectHandler, {"url": base, "permanent": False}))
    server = HTTPServer(Application(handlers))
    server.add_socket(listener)
    try:
        await _watch(preview, browsers.reload)
    finally:
        server.stop()
        await server.close_all_connections()


async def _watch(preview: Preview, reload: Callable[[str, frozenset[str] | None], None]) -> None:
    """Rebuild when a watched file changes. The build runs in a thread, so pages are served meanwhile."""
    loop = asyncio.get_running_loop()
    took = 0.0
    paths: tuple[str, ...] = ()
    while not preview.stop.is_set():
        await _pause(preview.seen, paths, max(POLL_SECONDS, SELDOM * took))
        began = loop.time()
        now = look(preview.watched)
        took = loop.time() - began
        found = changed(preview.seen, now)
        if not found:
            await loop.run_in_executor(None, _take, preview.chores)
            continue
        paths = found
        preview.seen = now
        before = preview.mistakes
        preview.mistakes, stale = await loop.run_in_executor(None, preview.rebuild)
        # Mistakes are shown on every page, and a picture or a style may be on any.
        everywhere = before or preview.mistakes or any(not path.endswith(PAGES) for path in stale)
        reload(_what(paths), None if everywhere else stale)
        preview.tell(paths, preview.mistakes)


async def _pause(seen: Look, last: tuple[str, ...], seconds: float) -> None:
    """Wait, but no longer than one of the files that were saved last is as it was `seen`."""
    for _ in range(round(seconds / AGAIN_SECONDS)):
        await asyncio.sleep(AGAIN_SECONDS)
        if any(glance(path) != seen.get(path) for path in last[:MOST_AGAIN]):
            return


def _take(chores: Iterator[object]) -> None:
    """Take steps for as long as nobody minds."""
    end = time.monotonic() + POLL_SECONDS
    # A mistake is told by the build that meets it.
    with suppress(MingwenError):
        while time.monotonic() < end:
            if next(chores, chores) is chores:
                return


def _what(paths: Iterable[str]) -> str:
    """What livereload's script is told: a stylesheet alone is exchanged without loading the page again."""
    listed = list(paths)
    return listed[0] if len(listed) == 1 else "*"


def _browsers(preview: Preview) -> Any:
    """The handler of browsers that wait for news; each says which page it shows."""
    from livereload.handlers import LiveReloadHandler

    class Browsers(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
        page = ""

        def on_message(self, message: str) -> None:
            told = json.loads(message)
            if told.get("command") == "info":
                path = unquote(urlsplit(told.get("url", "")).path).removeprefix(preview.root_path)
                self.page = path + "index.html" if path.endswith("/") or not path else path
            super().on_message(message)

        @classmethod
        def reload(cls, what: str, stale: frozenset[str] | None) -> None:
            """Have pages loaded again: those of the output paths `stale`, or all."""
            known = set(LiveReloadHandler.waiters)
            others = {each for each in known if stale is not None and each.page not in stale}
            LiveReloadHandler.waiters.difference_update(others)
            cls.reload_waiters(what)
            LiveReloadHandler.waiters.update(others)

    return Browsers


def _pages() -> type:
    """The handler of pages; made here so that importing this module does not load tornado."""
    from tornado.web import HTTPError, StaticFileHandler

    class Pages(StaticFileHandler):
        """Files of the site; HTML gets livereload's script and, after a failed build, the panel of mistakes."""

        def initialize(self, path: str, preview: Preview, port: int) -> None:  # type: ignore[override]
            super().initialize(path, default_filename="index.html")
            self.preview = preview
            self.script = f'<script src="/livereload.js?port={port}"></script>'

        async def get(self, path: str, include_body: bool = True) -> None:
            name = path + "index.html" if path.endswith("/") or not path else path
            file = (self.preview.site / name).resolve()
            inside = file.is_relative_to(self.preview.site.resolve())
            if inside and file.is_file() and file.suffix != ".html":
                await super().get(path, include_body)
                return
            if inside and (self.preview.site / path).is_dir() and path and not path.endswith("/"):
                self.redirect(self.request.path + "/")
                return
            if not inside or not file.is_file():
                self.set_status(404)
                file = self.preview.site / "404.html"
            if not file.is_file():
                self._nothing()
                return
            self._html(file.read_text("utf-8"))

        def should_return_304(self) -> bool:
            return False

        def compute_etag(self) -> None:
            """None: a preview is never to be taken from a cache."""

        def set_extra_headers(self, path: str) -> None:
            self.set_header("Cache-Control", "no-store")

        def _html(self, text: str) -> None:
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.set_header("Cache-Control", "no-store")
            text = text.replace("</head>", self.script + "</head>", 1)
            if self.preview.mistakes:
                box = panel(self.preview.mistakes, self.preview.lang)
                text = re.sub(r"<body[^>]*>", lambda found: found[0] + box, text, count=1)
            self.finish(text)

        def _nothing(self) -> None:
            if not self.preview.mistakes:
                raise HTTPError(404)
            self.set_status(503)
            self.finish(whole_page(self.preview.mistakes, self.preview.lang, self.script))

    return Pages
