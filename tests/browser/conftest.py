"""Real Chromium on the sample site, built once and served on 127.0.0.1."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from mingwen.building import build
from tests.tiny import COLUMN, NOTICE, lay, tiny

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 24)

# Without a sandbox because CI runs as root; the rest keeps Chromium from calling anybody.
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium: Playwright's own build cannot be downloaded everywhere."""
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing: apt-get install chromium, or make test BROWSER=0"
    return {**browser_type_launch_args, "executable_path": chromium, "args": CHROMIUM}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built outside the checkout for a fixed day."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copytree(ROOT / "content", root / "content")
    build(root, today=TODAY)
    return root / "site"


@pytest.fixture(scope="session")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with what the sample lacks: a column of two list pages, and an empty one."""
    root = tiny(tmp_path_factory.mktemp("long"))
    lay(root, {f"content/tzgg/d{at:02}.md": NOTICE.replace("放假通知", f"第 {at} 号通知") for at in range(25)})
    lay(root, {"content/kong/_column.md": COLUMN.replace("通知公告", "空的栏目")})
    build(root, today=TODAY)
    return root / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Requests are no news in a test."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the sample site is served, with "/" at the end."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def long_address(long_site: Path) -> Iterator[str]:
    with serving(long_site) as address:
        yield address


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of the folder while it is served on 127.0.0.1, with "/" at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()
