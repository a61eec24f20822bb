"""Commands as people meet them: each tests/commands/*.md is a session, run in a folder of its own.

A block ```file NAME writes a file. In a block ```console a line that begins with "$ " is a command, and what follows is
exactly what the user sees on both streams; `[exit 1]` stands last where the exit code is not 0. Times are shown as 0.0
seconds. `pytest --accept` writes what was seen into the transcript.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

SESSIONS = sorted(Path(__file__).parent.joinpath("commands").glob("*.md"))
BLOCK = re.compile(r"^```(file|console)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROJECT = Path(__file__).parents[1]


def run(line: str, folder: Path) -> str:
    """What a terminal shows for one command; `mingwen` is ours, `a | b` pipes."""
    python = f"{shlex.quote(sys.executable)} -m mingwen"
    env = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1", "COLUMNS": "100"}
    env.pop("MINGWEN_LANG", None)
    done = subprocess.run(
        ["bash", "-c", re.sub(r"(^|[|;&] *)mingwen\b", rf"\g<1>{python}", line)],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    code = f"[exit {done.returncode}]\n" if done.returncode else ""
    return re.sub(r"\d+\.\d (秒|seconds)", r"0.0 \1", done.stdout) + code


def replay(session: str, folder: Path) -> str:
    """The session with what was really seen put in."""

    def block(found: re.Match[str]) -> str:
        kind, name, body = found.groups()
        if kind == "file":
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body, "utf-8")
            return found[0]
        seen = [f"$ {line[2:]}\n{run(line[2:], folder)}" for line in body.splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(seen) + "```"

    return BLOCK.sub(block, session)


@pytest.mark.parametrize("session", SESSIONS, ids=lambda path: path.stem)
def test_session_is_what_people_see(session, tmp_path, golden):
    golden(session, replay(session.read_text("utf-8"), tmp_path))


def test_there_are_sessions():
    assert SESSIONS
