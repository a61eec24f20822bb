"""The pictures of README and docs: python -m tests.browser.screenshots [FOLDER]

Builds the sample site, then takes every kind of page in every mode on a phone and on a desktop. With no FOLDER only the
picture of the README is made anew (docs/img/modes.png).
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from base64 import b64encode
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from mingwen import build
from mingwen.model import MODES
from tests.browser.conftest import CHROMIUM, ROOT, serving
from tests.browser.pages import PAGES, SCREENS, urls

PICTURE = ROOT / "docs" / "img" / "modes.png"


def main(folder: Path | None) -> None:
    with tempfile.TemporaryDirectory() as temp, sync_playwright() as playwright:
        root = Path(temp)
        shutil.copy(ROOT / "pyproject.toml", root)
        shutil.copytree(ROOT / "content", root / "content")
        build(root, today=date(2026, 11, 24), rules=())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        if folder:
            everything(browser, root / "site", folder)
        else:
            five_modes(browser, root / "site")
        browser.close()


def everything(browser: Browser, site: Path, folder: Path) -> None:
    """FOLDER/<screen>-<mode>-<page>.png, the whole page each; of a section what the window shows."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(site) as address:
        for screen, size in SCREENS.items():
            page = browser.new_page(viewport=size)
            for mode in MODES:
                for url in urls(mode.key):
                    page.goto("about:blank")
                    page.goto(address + url)
                    name = re.sub(r"[^\w.-]+", "-", url.removeprefix(mode.prefix).replace(".html", ""))
                    page.screenshot(path=folder / f"{screen}-{mode.key}-{name}.png", full_page="#" not in url)
            page.close()


def five_modes(browser: Browser, site: Path) -> None:
    """One document in the five modes on a phone, side by side."""
    shots = []
    page = browser.new_page(viewport=SCREENS["phone"], device_scale_factor=1.5)
    for mode in MODES:
        page.goto((site / mode.prefix / PAGES["policy"]).as_uri())
        shots.append((mode.name.zh, b64encode(page.screenshot()).decode()))
    figures = "".join(
        f'<figure style="margin:0"><img src="data:image/png;base64,{data}" width="280" style="border:1px solid #777">'
        f'<figcaption style="text-align:center;font:600 20px sans-serif;padding:8px">{name}</figcaption></figure>'
        for name, data in shots
    )
    sheet = browser.new_page(viewport={"width": 1520, "height": 680})
    sheet.set_content(f'<body style="margin:20px;display:flex;gap:20px;background:#fff">{figures}</body>')
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    sheet.screenshot(path=PICTURE)


if __name__ == "__main__":
    if {"-h", "--help"} & set(sys.argv):
        sys.exit(__doc__)
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
