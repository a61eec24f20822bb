"""A site of one column and one document, to break in one place at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SETTINGS = """\
[tool.mingwen]
name = "样例局"
base_url = "https://www.example.gov.cn/"
organiser = "样例局"
site_id = "0000000000"

[tool.mingwen.contact]
phone = "0760-00000000"
"""
COLUMN = "---\n名称: 通知公告\n说明: 本局发布的通知和公告\n关键词: 通知、公告\n类型: 公告\n栏目类型: 政策文件\n---\n"
NOTICE = "---\n标题: 放假通知\n发布日期: 2024-09-20 09:00\n信息来源: 样例局\n---\n\n国庆节放假七天。\n"
FILES = {"pyproject.toml": SETTINGS, "content/tzgg/_column.md": COLUMN, "content/tzgg/fangjia.md": NOTICE}


def lay(root: Path, files: dict[str, str]) -> Path:
    """Write files (path → text) below `root`."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def tiny(root: Path) -> Path:
    """The tiny site at `root`."""
    return lay(root, FILES)


def tree(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mingwen(*words: str, cwd: Path, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    environment = {**os.environ, "MINGWEN_LANG": "zh", "PYTHONPATH": str(Path(__file__).parent.parent)}
    return subprocess.run(
        [sys.executable, "-m", "mingwen", *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        **settings,  # type: ignore[call-overload]  # whatever subprocess.run takes
    )
