"""What `pip install .` gives: the command with the default theme inside, and sites that build outside a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, unpacked where a site-packages folder would be."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_theme_travels_in_the_wheel(installed):
    theme = installed / "mingwen" / "_theme"
    for folder in ("templates", "static"):
        ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {path.relative_to(theme).as_posix() for path in (theme / folder).rglob("*") if path.is_file()} == ours


def test_new_site_builds_outside_the_checkout(installed, tmp_path):
    env = {**os.environ, "PYTHONPATH": str(installed), "MINGWEN_LANG": "zh"}

    def mingwen(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-c", "from mingwen.cli import main; main()", *words],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    made = mingwen("new", "site", "zhan", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    built = mingwen("build", cwd=tmp_path / "zhan")

    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "zhan" / "site" / "css" / "elder.css").is_file()


def test_version_is_told_in_one_voice():
    """pyproject.toml and the package must not drift apart."""
    import tomllib

    import mingwen

    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == mingwen.__version__
