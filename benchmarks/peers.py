"""mingwen beside other generators, on the same pages, in one run: `make bench`.

One mode and no checks, for that is all the others do. A generator that is not installed is left out; install with

    apt-get install hugo
    python -m venv .bench && .bench/bin/pip install pelican markdown mkdocs
    npm install --prefix .bench @11ty/eleventy

`--bench DIR` says where the latter are (default .bench). Files go where TMPDIR says: on a disk that has just forgotten
many files, making new ones can take ten times as long, for whoever comes next; in memory (TMPDIR=/dev/shm) nobody has
that luck.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.corpus import articles, mingwen, write
from benchmarks.measure import Run, run

ROOT = Path(__file__).parent.parent
Lay = Callable[[Path, int], Path]
PAGE = "<!doctype html><html lang=zh-CN><title>{title}</title><h1>{title}</h1><main>{body}</main></html>"


def lay_mingwen(root: Path, count: int) -> Path:
    mingwen(root, count, ())
    return root / "content/c000/d000007.md"


def lay_hugo(root: Path, count: int) -> Path:
    write(
        root / "config.toml",
        'baseURL = "https://www.example.gov.cn/"\ntitle = "样例局"\ndisableKinds = ["taxonomy", "term"]\n',
    )
    body = PAGE.format(title="{{ .Title }}", body="{{ .Content }}")
    listed = "{{ range .Pages }}<p><a href='{{ .RelPermalink }}'>{{ .Title }}</a></p>{{ end }}"
    write(root / "layouts/_default/single.html", body)
    write(root / "layouts/_default/list.html", PAGE.format(title="{{ .Title }}", body=listed))
    for each in articles(count):
        head = f'---\ntitle: "{each.title}"\ndate: {each.date.isoformat()}+08:00\n---\n'
        write(root / f"content/c{each.column:03}/{each.name}.md", head + each.markdown)
    return root / "content/c000/d000007.md"


def lay_pelican(root: Path, count: int) -> Path:
    settings = "SITENAME='样例局'\nSITEURL=''\nPATH='content'\nTIMEZONE='UTC'\nDEFAULT_LANG='zh'\nCACHE_CONTENT=True\n"
    write(root / "pelicanconf.py", settings + "LOAD_CONTENT_CACHE=True\nCONTENT_CACHING_LAYER='generator'\n")
    for each in articles(count):
        head = f"Title: {each.title}\nDate: {each.date:%Y-%m-%d %H:%M}\nSlug: {each.name}\n\n"
        write(root / f"content/c{each.column:03}/{each.name}.md", head + each.markdown)
    return root / "content/c000/d000007.md"


def lay_mkdocs(root: Path, count: int) -> Path:
    write(root / "mkdocs.yml", "site_name: 样例局\nplugins: []\n")
    for each in articles(count):
        write(root / f"docs/c{each.column:03}/{each.name}.md", f"# {each.title}\n\n{each.markdown}")
    return root / "docs/c000/d000007.md"


def lay_eleventy(root: Path, count: int) -> Path:
    write(root / "_includes/page.njk", PAGE.format(title="{{ title }}", body="{{ content | safe }}"))
    for each in articles(count):
        head = f'---\ntitle: "{each.title}"\nlayout: page.njk\n---\n'
        write(root / f"c{each.column:03}/{each.name}.md", head + each.markdown)
    return root / "c000/d000007.md"


def generators(bench: Path) -> dict[str, tuple[Lay, list[str]]]:
    """Name → how to lay out its site, and its command."""
    ours = [sys.executable, "-m", "mingwen", "build", "--no-lint", "--today", "2026-11-24"]
    return {
        "mingwen": (lay_mingwen, ours),
        "hugo": (lay_hugo, [shutil.which("hugo") or "", "--quiet"]),
        "eleventy": (lay_eleventy, [str(bench / "node_modules/.bin/eleventy"), "--quiet"]),
        "mkdocs": (lay_mkdocs, [str(bench / "bin/mkdocs"), "build", "--quiet", "--dirty"]),
        "pelican": (lay_pelican, [str(bench / "bin/pelican"), "-q"]),
    }


def middle(runs: Iterable[Run]) -> Run:
    """The median by wall time."""
    ordered = sorted(runs, key=lambda each: each.seconds)
    return ordered[len(ordered) // 2]


def measured(lay: Lay, words: list[str], count: int, times: int, environment: dict[str, str]) -> tuple[Run, Run, float]:
    """Medians of cold builds and of builds after one change, and the peak memory in MB of a cold one more."""
    colds, changes = [], []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(times):
            site = Path(folder) / f"cold-{turn}"
            lay(site, count)
            colds.append(run(words, site, environment))
            shutil.rmtree(site)
        site = Path(folder) / "site"
        changed = lay(site, count)
        memory = run(words, site, environment, watched=True).memory
        # The first change settles what only a second build makes.
        for turn in range(times + 1):
            with changed.open("a", encoding="utf-8") as file:
                file.write(f"\n又添一段，第{turn}次。\n")
            changes.append(run(words, site, environment))
    return middle(colds), middle(changes[1:]), memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--times", type=int, default=5, help="runs, of which the median counts")
    parser.add_argument("--bench", type=Path, default=ROOT / ".bench")
    parser.add_argument("--only", nargs="*")
    asked = parser.parse_args()
    print(
        f"{asked.documents} documents, {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}; "
        f"medians of {asked.times}"
    )
    print("generator | cold s (CPU) | one change s (CPU) | times mingwen: cold, change | peak MB")
    first: tuple[Run, Run] | None = None
    for name, (lay, words) in generators(asked.bench.resolve()).items():
        if not Path(words[0]).is_file() or (asked.only and name not in asked.only):
            print(f"{name:9} | not installed" if not asked.only else f"{name:9} | left out")
            continue
        environment = {"PYTHONPATH": str(ROOT)} if name == "mingwen" else {}
        cold, change, memory = measured(lay, words, asked.documents, asked.times, environment)
        first = first or (cold, change)
        ratios = f"{cold.seconds / first[0].seconds:5.1f}, {change.seconds / first[1].seconds:5.1f}"
        print(
            f"{name:9} | {cold.seconds:6.2f} ({cold.cpu:6.2f}) | {change.seconds:6.2f} ({change.cpu:6.2f}) "
            f"| {ratios} | {memory:.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
