"""How fast the linter is, beside html-validate and axe-core: python -m benchmarks.lint [--npm FOLDER] [--quick]

The peers are installed once, outside the checkout, by the command that stands in PEERS; without npm or Chromium their
lines say so. Every figure is of one run on one machine, which is named. Nothing is fetched while times are taken.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.article import page, sheet
from mingwen import __version__
from mingwen.linting import RULES, Styles, choose, lint

ROOT = Path(__file__).parent.parent
PEERS = ("html-validate@10.17.0", "axe-core@4.14.1")
NPM = Path(tempfile.gettempdir()) / "mingwen-benchmark"
INSTALL = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(NPM), *PEERS]
HTML_VALIDATE = """
const { HtmlValidate, StaticConfigLoader } = require("html-validate");
const { readFileSync } = require("fs");
const loader = new StaticConfigLoader({ extends: ["html-validate:recommended", "html-validate:a11y"] });
const tool = new HtmlValidate(loader);
const pages = process.argv[1].split("|").map((name) => readFileSync(name, "utf-8"));
const times = [];
for (let turn = 0; turn < 6; turn++)
  for (const text of pages) {
    const begun = process.hrtime.bigint();
    tool.validateStringSync(text);
    if (turn) times.push(Number(process.hrtime.bigint() - begun) / 1e6);
  }
console.log(JSON.stringify(times));
"""


def main() -> None:
    """Print all figures."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--npm", type=Path, default=NPM, help="folder for the peers, outside the checkout")
    reader.add_argument(
        "--quick", action="store_true", help="leave out the peers, and look at 100 pages instead of 1,000"
    )
    told = reader.parse_args()
    print(f"mingwen {__version__}, {len(RULES)} rules, Python {platform.python_version()}; {machine()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = lay(folder, 10)
        ours = of_mingwen(files)
        line("mingwen, all rules", ours)
        if not told.quick:
            for peer, run in (
                ("html-validate, recommended + a11y", of_html_validate),
                ("axe-core in Chromium", of_axe),
            ):
                beside(peer, run, files, told.npm, ours)
        startup(files[0])
        memory(folder, 100 if told.quick else 1000)
    growth()
    print("again: python -m benchmarks.lint   (peers: " + " ".join(INSTALL) + ")")


def lay(folder: Path, count: int) -> list[Path]:
    """Pages with the stylesheet beside them."""
    (folder / "article.css").write_text(sheet(), "utf-8")
    files = [folder / f"p{number:04}.html" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(page(number), "utf-8")
    size, css = files[0].stat().st_size / 1000, (folder / "article.css").stat().st_size / 1000
    if count == 10:
        print(f"pages of {size:.0f} KB with a stylesheet of {css:.0f} KB")
    return files


def of_mingwen(files: list[Path]) -> list[float]:
    """ms for each page, the sheet compiled before: five rounds after one that does not count."""
    styles = Styles({"article.css": sheet()})
    rules, _ = choose("严格")
    texts = [file.read_text("utf-8") for file in files]
    lint(texts[0], rules, "p.html", styles)
    return [timed(lambda text=text: lint(text, rules, "p.html", styles)) for _ in range(5) for text in texts]


def timed(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1e3


def beside(
    peer: str, run: Callable[[list[Path], Path], list[float]], files: list[Path], npm: Path, ours: list[float]
) -> None:
    """A peer's line, or why there is none."""
    try:
        install(npm)
        times = run(files, npm)
    except (OSError, ImportError, subprocess.CalledProcessError) as error:
        print(f"{peer}: not measured ({str(error).splitlines()[0]})")
        return
    line(peer, times)
    middle, best = statistics.median(times) / statistics.median(ours), min(times) / min(ours)
    print(f"  mingwen does {middle:.1f} times as many pages per second (best against best: {best:.1f})")


def install(npm: Path) -> None:
    if not (npm / "node_modules" / "axe-core").is_dir():
        npm.mkdir(parents=True, exist_ok=True)
        command = [str(npm) if word == str(NPM) else word for word in INSTALL]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def of_html_validate(files: list[Path], npm: Path) -> list[float]:
    """In one Node process, its own start left out."""
    done = subprocess.run(
        ["node", "-e", HTML_VALIDATE, "|".join(map(str, files))], cwd=npm, check=True, capture_output=True, text=True
    )
    times: list[float] = json.loads(done.stdout)
    return times


def of_axe(files: list[Path], npm: Path) -> list[float]:
    """axe.run() alone, the loading of the page left out, in Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import CHROMIUM

    chromium = shutil.which("chromium")
    if not chromium:
        raise FileNotFoundError("no Chromium")
    script = (npm / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        tab = browser.new_page()
        for turn in range(2):
            for file in files:
                tab.goto(file.as_uri())
                tab.evaluate(script)
                took = tab.evaluate(
                    "async () => { const t = performance.now(); await axe.run(); return performance.now() - t }"
                )
                if turn:
                    times.append(took)
        browser.close()
    return times


def line(name: str, times: list[float]) -> None:
    middle = statistics.median(times)
    spread = f"best {min(times):.1f}, worst {max(times):.1f}"
    print(f"{name}: {middle:.1f} ms a page ({spread}), {1000 / middle:.0f} pages a second")


def startup(file: Path) -> None:
    """`mingwen lint one.html` from a cold process to its end, the best of seven.

    The first of them leaves its bytecode to the others, as installing the package does, whatever the environment says.
    """
    command = [sys.executable, "-m", "mingwen", "lint", str(file)]
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(file.parent / "bytecode")}
    env = {**os.environ, "PYTHONPATH": str(ROOT), **kept}
    best = min(
        timed(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, env=env, check=False)) for _ in range(7)
    )
    print(f"mingwen lint one.html: {best:.0f} ms, start to end")


def memory(folder: Path, count: int) -> None:
    """The most that a process holds for a run over many pages."""
    lay(folder, count)
    code = (
        "import resource, sys\nfrom mingwen.checking import check\nfrom mingwen.linting import choose\n"
        "from mingwen.reports.text import report\nrules, audits = choose()\n"
        "report(check([sys.argv[1]], rules, audits, sys.argv[1]))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    took = time.perf_counter() - begun
    print(f"{count:,} pages in one run: at most {int(done.stdout) / 1024:.0f} MB, {took:.0f} s")


def growth() -> None:
    """Time an element as pages grow wide, and as they grow deep: level means linear."""
    rules, _ = choose("严格")
    pattern = '<div class=a><p>文字<a href="b.html">说明</a></p><img src=c alt="图"></div>'
    for name, make in (
        ("elements", lambda count: "<title>甲</title>" + pattern * (count // 4)),
        ("deep", lambda count: "<title>甲</title>" + "<div>" * count + "文字"),
    ):
        told = []
        for count in (2500, 5000, 10_000, 20_000):
            html = make(count)
            took = min(timed(lambda html=html: lint(html, rules)) for _ in range(3))
            told.append(f"{count:,}: {took:.0f} ms ({took / count * 1000:.1f} µs each)")
        print(f"{name}: " + ", ".join(told))


def machine() -> str:
    try:
        model = next(
            text for text in Path("/proc/cpuinfo").read_text("utf-8").splitlines() if text.startswith("model name")
        )
        name = model.partition(":")[2].strip()
    except (OSError, StopIteration):
        name = platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main()
