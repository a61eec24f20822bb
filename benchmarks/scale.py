"""How time and memory grow with the number of documents.

    python -m benchmarks.scale 1000 10000          five modes, each page checked
    python -m benchmarks.scale 1000 --plain        one mode, no checks, as other generators do

Prints for each size: a cold build, one in which nothing changed, and the median of five in which one text changed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus import mingwen
from benchmarks.measure import Run, run

TIMES = 5
ROOT = Path(__file__).parent.parent
ARTICLE = "content/c000/d000007.md"


def build(site: Path, plain: bool, watched: bool = False) -> Run:
    words = [sys.executable, "-m", "mingwen", "build", "--today", "2026-11-24", *(["--no-lint"] if plain else [])]
    return run(words, site, {"PYTHONPATH": str(ROOT)}, watched)


def measured(count: int, plain: bool, folder: Path) -> tuple[Run, Run, Run]:
    """Cold, unchanged, one text changed."""
    site = folder / f"mingwen-{count}"
    mingwen(site, count, () if plain else None)
    cold = build(site, plain, watched=True)
    build(site, plain)
    same = build(site, plain)
    changes = []
    for number in range(TIMES + 2):
        with (site / ARTICLE).open("a", encoding="utf-8") as file:
            file.write(f"\n又添一段，第{number}次。\n")
        # The first change links the spare tree, the last one has its memory watched.
        changes.append(build(site, plain, watched=number > TIMES))
    middle = sorted(changes[1:-1], key=lambda each: each.seconds)[TIMES // 2]
    return cold, same, replace(middle, memory=changes[-1].memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--plain", action="store_true")
    asked = parser.parse_args()
    load = statistics.mean(os.getloadavg()[:2])
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load before {load:.1f}")
    print("documents | cold s (CPU s, ms a document) | unchanged s (CPU) | one change s (CPU) | peak MB cold, change")
    with tempfile.TemporaryDirectory() as folder:
        for count in asked.counts:
            cold, same, change = measured(count, asked.plain, Path(folder))
            print(
                f"{count:9} | {cold.seconds:7.1f} ({cold.cpu:7.1f}, {1000 * cold.cpu / count:5.2f}) "
                f"| {same.seconds:6.2f} ({same.cpu:5.2f}) | {change.seconds:6.2f} ({change.cpu:5.2f}) "
                f"| {cold.memory:5.0f}, {change.memory:5.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
