"""kill -9 in the middle of a build: site/ is the old one or the new one, whole, and the next build is right.

`python -m tests.test_killed 50` tries fifty moments; the suite tries a few.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mingwen import build
from tests.test_stale import FILES, RULES, TODAY, notice
from tests.tiny import lay, tree

CODE = (
    "from datetime import date; from mingwen import build; from mingwen.each import workers\n"
    f"with workers(2) as each: build(today=date({TODAY.year}, {TODAY.month}, {TODAY.day}), rules={RULES}, each=each)"
)


def state(number: int) -> dict[str, str]:
    """One of two sites: in each, documents that the other has not, and some with other texts."""
    texts = {
        f"content/tz/s{at:02}.md": notice(f"第{at}号", "2024-03-01 09:00", f"正文{number}。" * 50) for at in range(20)
    }
    texts |= {f"content/tz/n{number}-{at}.md": notice(f"第{at}件", "2024-03-02 09:00", "正文。") for at in range(130)}
    return texts


def lay_state(root: Path, number: int) -> None:
    for old in (root / "content/tz").glob("n*.md"):
        old.unlink()
    lay(root, state(number))


def killed(folder: Path, moments: int, seed: int) -> tuple[int, int]:
    """Kill a build at so many moments; returns how often the old site stood, and how often the new one."""
    root = lay(folder / "site", FILES)
    expected = []
    for number in (0, 1):
        lay_state(root, number)
        started = time.perf_counter()
        build(root, today=TODAY, rules=RULES)
        takes = time.perf_counter() - started + 0.3
        expected.append(tree(root / "site"))
    draw, stood = random.Random(seed), [0, 0]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    for turn in range(moments):
        lay_state(root, turn % 2)
        running = subprocess.Popen([sys.executable, "-c", CODE], cwd=root, env=environment)
        time.sleep(draw.uniform(0.1, takes))
        running.send_signal(signal.SIGKILL)
        running.wait()
        stands = tree(root / "site")
        assert stands in expected, f"turn {turn}: site/ is neither the old one nor the new one"
        stood[stands == expected[turn % 2]] += 1
        build(root, today=TODAY, rules=RULES)
        assert tree(root / "site") == expected[turn % 2], f"turn {turn}: the next build is not right"
    return stood[0], stood[1]


def test_site_is_whole_whenever_a_build_is_killed(tmp_path):
    assert sum(killed(tmp_path, 4, seed=7)) == 4


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        old, new = killed(Path(folder), int(sys.argv[1]), seed=1)
        print(f"{old + new} builds killed: the old site stood {old} times, the new one {new} times")
