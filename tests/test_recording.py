"""录音: a recording beside the manuscript, played without any script."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingwen import build, read
from tests.tiny import NOTICE, lay, tiny


def site(root: Path, line: str, files: tuple[str, ...] = ("fangjia.mp3", "fangjia.wma")) -> Path:
    lay(tiny(root), {"content/tzgg/fangjia.md": NOTICE.replace("信息来源", f"{line}\n信息来源")})
    lay(root, {f"content/tzgg/{name}": "x" * 3000 for name in files})
    return root


def test_recording_plays_and_can_be_downloaded_in_every_mode(tmp_path: Path) -> None:
    build(site(tmp_path, "录音: fangjia.mp3"))
    for prefix, up in (("", ""), ("zz/", "../../")):
        page = (tmp_path / "site" / prefix / "tzgg/fangjia.html").read_text("utf-8")
        folder = f"{up}tzgg/" if up else ""

        assert f'<audio controls preload="none" src="{folder}fangjia.mp3"' in page
        assert f'<a href="{folder}fangjia.mp3">下载录音</a>（音频，3\u00a0KB）' in page
        assert '<a href="#recording">请听录音</a>' in page


def test_english_key_is_the_same(tmp_path: Path) -> None:
    (document,) = read(site(tmp_path, "audio: fangjia.mp3")).documents

    assert document.audio is not None
    assert document.audio.path == "tzgg/fangjia.mp3"


@pytest.mark.parametrize(
    ("line", "rule", "told"),
    [
        ("录音: fangjia.wma", "front-matter", "“fangjia.wma”不是浏览器能放的录音，请转成 mp3。"),
        ("录音: fangja.mp3", "link-target", "是不是“fangjia.mp3”？"),
    ],
)
def test_recording_that_cannot_be_played_is_told_at_its_line(tmp_path: Path, line: str, rule: str, told: str) -> None:
    (finding,) = read(site(tmp_path, line)).findings

    assert finding.rule == rule
    assert finding.message.zh.endswith(told)
    assert (finding.place.path, finding.place.line) == ("content/tzgg/fangjia.md", 4)
