"""繁體版: the same page in traditional characters, with its addresses and places untouched."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from mingwen import build
from mingwen.errors import MingwenError, SettingsError
from mingwen.model import Settings
from mingwen.reading.settings import load
from mingwen.traditional import traditional
from tests.tiny import NOTICE, SETTINGS, lay, tiny

ON = SETTINGS.replace('site_id = "0000000000"', 'site_id = "0000000000"\nhant = true')
TAIWAN = Settings("样例局", "https://www.example.gov.cn/")
needs_opencc = pytest.mark.usefixtures("opencc")


@pytest.fixture
def opencc() -> None:
    pytest.importorskip("opencc", reason="the extra hant is not installed")


@needs_opencc
def test_phrases_decide_between_characters() -> None:
    assert traditional("<p>头发发展，皇后以后，干部干净。</p>", TAIWAN) == "<p>頭髮發展，皇后以後，幹部乾淨。</p>"


@needs_opencc
def test_region_and_own_words() -> None:
    hong_kong = Settings("", "", hant_region="hk", hant_words=(("样例", "樣版"),))

    assert traditional("<p>里面，样例为准</p>", TAIWAN) == "<p>裡面，樣例為準</p>"
    assert traditional("<p>里面，样例为准</p>", hong_kong) == "<p>裏面，樣版為準</p>"


@needs_opencc
def test_what_people_read_is_converted_and_addresses_are_not() -> None:
    html = (
        '<html lang="zh-CN"><p data-stop="听\n页"><img alt="办事" src="办事.png">'
        '<a id="办" href="#办" title="办">办</a><b lang="en">x</b>'
    )

    assert traditional(html, TAIWAN) == (
        '<html lang="zh-Hant"><p data-stop="聽\n頁"><img alt="辦事" src="办事.png">'
        '<a id="办" href="#办" title="辦">辦</a><b lang="en">x</b>'
    )


@needs_opencc
def test_site_has_one_more_view(tmp_path: Path) -> None:
    """Linked from every page, in the look of 标准版, with the standard page as its canonical address."""
    lay(tiny(tmp_path), {"pyproject.toml": ON, "content/tzgg/en.md": NOTICE.replace("---\n\n", "语言: en\n---\n\n")})
    built = build(tmp_path)
    page = (tmp_path / "site/hant/tzgg/fangjia.html").read_text("utf-8")
    plain = (tmp_path / "site/tzgg/fangjia.html").read_text("utf-8")

    assert not [finding for finding in built.findings if finding.verdict == "fail"]
    assert '<html lang="zh-Hant">' in page
    assert '<button type="button" class="listen-play" data-act="play">聽本頁</button>' in page
    assert 'data-again="接著聽"' in page
    assert "國慶節放假七天。" in page
    assert 'href="https://www.example.gov.cn/tzgg/fangjia.html"' in page
    assert re.search(r'href="\.\./\.\./css/standard\.css\?v=\w{8}"', page)
    assert re.search(r'href="\.\./hant/tzgg/fangjia\.html"[^>]*>繁體版</a>', plain)
    assert re.search(r'data-speech="\.\./\.\./tzgg/fangjia\.say\.js', page)
    assert '<html lang="en">' in (tmp_path / "site/hant/tzgg/en.html").read_text("utf-8")
    assert dict(built.pages)["hant"] == dict(built.pages)["standard"] - 1, "all but 404.html"


def test_without_opencc_the_command_that_helps_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    lay(tiny(tmp_path), {"pyproject.toml": ON})

    with pytest.raises(MingwenError) as error:
        build(tmp_path)
    assert error.value.message("zh").endswith("请运行：pip install 'mingwen[hant]'。")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('hant_region = "cn"', "“hant_region”写的是“cn”，只能是 tw（台湾）或 hk（香港）。"),
        ('hant_words."里" = "裡面"', "“hant_words”的“里”和“裡面”字数要一样。"),
    ],
)
def test_settings_that_do_not_fit_are_told(tmp_path: Path, line: str, told: str) -> None:
    lay(tmp_path, {"pyproject.toml": SETTINGS.replace("[tool.mingwen.contact]", f"{line}\n[tool.mingwen.contact]")})

    with pytest.raises(SettingsError) as error:
        load(tmp_path)
    assert [finding.message.zh for finding in error.value.findings] == [told]
