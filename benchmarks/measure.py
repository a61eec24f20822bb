"""Run a command and measure it: wall time, CPU time, and the memory of all its processes added."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """`seconds` wall time, `cpu` user and system time of all processes, `memory` the highest sum in MB, if it was
    watched.

    Memory is what belongs to the processes (PSS: pages that several share are counted once).
    """

    seconds: float
    cpu: float
    memory: float


def run(words: Sequence[str], cwd: Path, env: dict[str, str] | None = None, watched: bool = False) -> Run:
    """Run to the end. To watch memory takes time from a short run, so it is done in a run of its own.

    Raises CalledProcessError with the output for a failure (exit code above 1).
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        words, cwd=cwd, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    if watched:
        watcher.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - started
    if watched:
        watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, words, output)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, peak[0])


def _watch(process: subprocess.Popen[str], peak: list[float]) -> None:
    while process.poll() is None:
        began = time.perf_counter()
        peak[0] = max(peak[0], sum(map(_pss, family(process.pid))))
        # A look takes time from what is looked at, the longer the more memory it has: at most a twentieth.
        time.sleep(max(0.05, 20 * (time.perf_counter() - began)))


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    found = [pid]
    for each in found:
        try:
            tasks = Path(f"/proc/{each}/task")
            found += [int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _pss(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0
