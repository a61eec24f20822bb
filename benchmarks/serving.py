"""How long a save takes to be on the screen of a browser that shows the page, with `mingwen serve`.

    python -m benchmarks.serving 1000

Wants Playwright and Chromium, as the tests do. Five modes, each page checked.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import mingwen
from benchmarks.scale import ARTICLE, ROOT

TIMES = 9
PAGE = "c000/d000007.html"


def started(site: Path) -> tuple[subprocess.Popen[str], str]:
    """A preview in a process of its own, and its address."""
    words = [sys.executable, "-u", "-m", "mingwen", "serve", "--port", "8600"]
    running = subprocess.Popen(
        words, cwd=site, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout
    for line in running.stdout:
        if found := re.search(r"预览：(http://\S+?/)", line):
            return running, found[1]
    raise SystemExit("mingwen serve did not start")


def saved(site: Path, address: str) -> list[float]:
    """Seconds from each save until the browser shows it."""
    from playwright.sync_api import sync_playwright

    took = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto(address + PAGE, wait_until="networkidle")
        for turn in range(TIMES):
            time.sleep(1)
            words = f"又添一段，第{turn}次。"
            with (site / ARTICLE).open("a", encoding="utf-8") as file:
                file.write(f"\n{words}\n")
            began = time.perf_counter()
            page.get_by_text(words, exact=True).wait_for()
            took.append(time.perf_counter() - began)
        browser.close()
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("documents", type=int)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        mingwen(site, asked.documents)
        running, address = started(site)
        try:
            took = saved(site, address)
        finally:
            running.send_signal(signal.SIGINT)
            running.communicate()
    middle, most = statistics.median(took), max(took)
    print(f"{asked.documents} documents: {middle:.2f} s from save to screen (median of {TIMES}, at most {most:.2f})")


if __name__ == "__main__":
    main()
