"""Many processes, many machines: the same site to the byte, and a lost worker loses nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mingwen import build
from mingwen.each import each_on, processes, workers
from mingwen.errors import MingwenError, UsageError
from mingwen.model import Text
from tests.test_stale import FILES, RULES, TODAY, notice
from tests.tiny import lay, tree

MANY = {f"content/tz/m{at:03}.md": notice(f"第{at}号", "2024-02-01 09:00", f"正文{at}。") for at in range(130)}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = lay(tmp_path_factory.mktemp("serial"), {**FILES, **MANY})
    build(root, today=TODAY, rules=RULES)
    return tree(root / "site")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", {**FILES, **MANY})


def test_workers_make_the_same_site(site, expected):
    with workers(2) as each:
        build(site, today=TODAY, rules=RULES, each=each)

    assert tree(site / "site") == expected


class Dies:
    """A step that kills the worker it is done in, but not the process that started it all."""

    def __init__(self) -> None:
        self.main = os.getpid()

    def __call__(self, number: int) -> int:
        if os.getpid() != self.main and number == 70:
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * number


def test_a_dying_worker_loses_nothing():
    lost: list[Exception] = []
    with processes(2) as pool:
        done = list(each_on(pool, lost=lost.append)(Dies(), range(200)))

    assert done == [2 * number for number in range(200)]
    assert len(lost) == 1


def refuse(number: int) -> int:
    raise MingwenError(None, Text(f"{number} 不行", f"not {number}"), Text("", ""))


def test_a_mistake_of_the_site_is_told_as_it_is():
    with processes(1) as pool, pytest.raises(MingwenError):
        list(each_on(pool)(refuse, range(3)))


def test_little_work_starts_no_processes():
    with workers(2) as each:
        assert list(each(lambda number: number + 1, [1, 2], 2)) == [2, 3]


def test_an_unknown_executor_is_told():
    from mingwen.cluster import cluster

    with pytest.raises(UsageError), cluster("spark://x:1", print):
        pass


def free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers of docs/scale.md, on this machine; the workers have no part in the site's folder."""
    pytest.importorskip("distributed")
    port = free()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    address = f"127.0.0.1:{port}"
    words = [
        ["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"],
        *(
            ["worker", f"tcp://{address}", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
            for _ in range(2)
        ),
    ]
    (tmp_path / "away").mkdir()
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *each], cwd=tmp_path / "away", env=environment, stderr=subprocess.DEVNULL
        )
        for each in words
    ]
    yield f"dask://{address}", running
    for process in running:
        process.kill()
        process.wait()


def test_a_cluster_makes_the_same_site(site, expected, scheduler):
    from mingwen.cluster import cluster

    address, _ = scheduler
    end = time.monotonic() + 30
    while True:
        try:
            with cluster(address, print) as each:
                build(site, today=TODAY, rules=RULES, each=each)
            break
        except UsageError:
            assert time.monotonic() < end

    assert tree(site / "site") == expected


def test_a_lost_scheduler_loses_nothing(site, expected, scheduler):
    from mingwen.cluster import cluster

    address, running = scheduler
    lost: list[Exception] = []
    time.sleep(3)
    with cluster(address, lost.append) as each:

        def progress(done: int, total: int) -> None:
            for process in running:
                process.kill()

        build(site, today=TODAY, rules=RULES, each=each, progress=progress)

    assert tree(site / "site") == expected


def test_nobody_at_the_address_is_told():
    pytest.importorskip("distributed")
    from mingwen.cluster import cluster

    with pytest.raises(UsageError), cluster(f"dask://127.0.0.1:{free()}", print):
        pass


def test_a_cluster_without_its_extra_names_what_to_install(site):
    """An environment without dask: Python then says of dask what it says of any module that is not there."""
    code = "import sys; sys.modules['dask'] = None; from mingwen.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--executor", "dask://127.0.0.1:1"],
        cwd=site,
        env={**os.environ, "MINGWEN_LANG": "zh"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert done.returncode == 2
    assert done.stderr.strip() == "缺少依赖 dask。请运行 pip install 'mingwen[cluster]'"
