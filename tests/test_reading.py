"""read(): tiny sites, good and broken, each with what is expected of it beside it."""

from __future__ import annotations

import os
import pickle
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from mingwen import read
from mingwen.each import each_on
from mingwen.errors import SettingsError
from mingwen.model import Site
from tests.tiny import NOTICE, lay, tiny

SITES = Path(__file__).parent / "sites"
BROKEN = sorted(path for path in SITES.glob("broken-*"))


def said(site: Site, lang: str = "zh") -> str:
    """One line a finding, as reports show it."""
    return "".join(
        f"{it.place} [{it.rule}]{'' if it.verdict == 'fail' else '?'} {getattr(it.message, lang)}\n"
        for it in site.findings
    )


@pytest.mark.parametrize("root", BROKEN, ids=lambda root: root.name)
def test_broken_site_says_all_its_mistakes(root, golden):
    """Read the golden file as its author would: where, what, how to mend it."""
    golden(root / "expected.txt", said(read(root)))


@pytest.mark.parametrize("root", BROKEN, ids=lambda root: root.name)
def test_every_message_has_both_languages(root):
    for finding in read(root).findings:
        for text in (finding.message.zh, finding.message.en):
            assert text.strip()
            assert "{" not in text.replace("{.decorative}", "").replace("{姓名", "").replace("{长者版", "").replace(
                "{要点", ""
            )
        assert finding.message.zh != finding.message.en


def test_good_site_has_no_findings():
    assert said(read(SITES / "good")) == ""


def test_good_site_reads_as_expected(golden):
    site = read(SITES / "good")
    rows = [f"{column.key} {column.name} {column.kind} ^{column.parent}" for column in site.columns]
    rows += [f"{document.url} {document.kind} {document.title}" for document in site.documents]
    rows += [f"{asset.path} {asset.size}" for asset in site.assets if asset.source.startswith(("content", "static"))]
    for document in site.documents:
        rows += [f"== {document.path} {document.characters}", document.body.html]

    golden(SITES / "good" / "expected.txt", "\n".join(rows) + "\n")


def test_reading_twice_gives_equal_values():
    assert read(SITES / "good") == read(SITES / "good")


def test_reading_in_processes_gives_equal_values():
    with ProcessPoolExecutor(1) as executor:
        apart = read(SITES / "good", each_on(executor, size=1))

    assert apart == read(SITES / "good")


def test_a_site_can_be_pickled():
    site = read(SITES / "good")

    assert pickle.loads(pickle.dumps(site)) == site


def test_place_of_the_site_does_not_matter(tmp_path):
    shutil.copytree(SITES / "good", tmp_path / "elsewhere")
    here, there = read(SITES / "good"), read(tmp_path / "elsewhere")

    assert here.documents == there.documents
    assert here.columns == there.columns


def test_home_page_is_no_document_of_a_column():
    site = read(SITES / "good")

    assert site.home is not None
    assert site.home.url == "index.html"
    assert site.home not in site.documents


def test_one_side_of_an_interpretation_is_enough():
    """国办发〔2017〕47号 wants policy and interpretation linked both ways; one statement makes both links."""
    documents = {document.path: document for document in read(SITES / "good").documents}
    policy, words = documents["content/政策/办法.md"], documents["content/政策/解读.md"]

    assert policy.interpreted_by == (words.path,)
    assert words.interprets == (policy.path,)


def test_adding_headings_elsewhere_keeps_ids(tmp_path):
    root = tiny(tmp_path)
    text = NOTICE + "\n## 一、情况\n\n### （一）甲\n\n## 二、打算\n\n## 附则\n"
    lay(root, {"content/tzgg/fangjia.md": text})
    before = {heading.text: heading.id for heading in read(root).documents[0].headings}
    lay(
        root,
        {
            "content/tzgg/fangjia.md": text.replace("### （一）甲", "### （一）甲\n\n### （二）乙").replace(
                "## 附则", "## 三、后话\n\n## 附则"
            )
        },
    )
    after = {heading.text: heading.id for heading in read(root).documents[0].headings}

    assert {text: after[text] for text in before} == before


def test_file_names_become_addresses(tmp_path):
    names = {
        "图 1.PNG": "tu-1.png",
        "a.tar.gz": "a.tar.gz",
        "说明.新版": "shuo-ming-xin-ban",
        "附件/表.docx": "fu-jian/biao.docx",
    }
    root = lay(tiny(tmp_path), {f"content/tzgg/{name}": "x" for name in names})
    found = {
        asset.source.removeprefix("content/tzgg/"): asset.path.removeprefix("tzgg/") for asset in read(root).assets
    }

    assert {name: found[name] for name in names} == names


def test_file_name_that_is_no_utf_8_is_told(tmp_path):
    """Such names come out of archives that were packed on Windows."""
    root = tiny(tmp_path)
    name = os.fsdecode("表.docx".encode("gb18030"))
    (root / "content" / "tzgg" / name).write_text("x")

    assert said(read(root)) == "content/tzgg/表.docx [encoding] 文件名不是 UTF-8 编码，请给它改名。\n"


def test_site_without_content_is_told(tmp_path):
    lay(tmp_path, {"pyproject.toml": SETTINGS})

    assert said(read(tmp_path)) == "content [file] 没有 content/ 文件夹，稿件要放在里面。\n"


def test_names_in_decomposed_unicode_are_found(tmp_path):
    """As macOS writes them, while people type the composed form."""
    root = lay(tiny(tmp_path), {"content/tzgg/fangjia.md": NOTICE + "\n[表](\u00e9.docx)\n"})
    lay(root, {"content/tzgg/e\u0301.docx": "x"})

    assert said(read(root)) == ""


def test_list_pages_keep_their_addresses(tmp_path):
    root = lay(tiny(tmp_path), {"content/tzgg/index_2.md": NOTICE})

    assert "index_2.html 留给栏目的列表页" in said(read(root))


def test_own_static_file_comes_before_the_theme(tmp_path):
    root = lay(tiny(tmp_path), {"static/img/own.svg": "<svg/>", "static/css/base.css": "a{}"})
    paths = {asset.path: asset.source for asset in read(root).assets}

    assert paths["img/own.svg"] == "static/img/own.svg"
    assert not any(path.startswith("css/") for path in paths)


@pytest.mark.parametrize("name", ["~$fangjia.docx", ".hidden", "Thumbs.db", "a.tmp", "fangjia.md~"])
def test_what_programs_leave_behind_is_not_copied(tmp_path, name):
    root = lay(tiny(tmp_path), {f"content/tzgg/{name}": "x"})

    assert not [asset for asset in read(root).assets if asset.source.startswith("content/")]


@pytest.mark.parametrize(
    ("encode", "verdicts"),
    [
        pytest.param(lambda text: text.encode("utf-8"), [], id="UTF-8"),
        pytest.param(lambda text: text.encode("utf-8-sig"), [], id="BOM"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), [], id="CRLF"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), [], id="CR"),
        pytest.param(lambda text: text.encode("gb18030"), ["ask"], id="GB18030"),
    ],
)
def test_encodings_of_windows_and_others_are_read(tmp_path, encode, verdicts):
    root = tiny(tmp_path)
    plain = read(root).documents
    (root / "content/tzgg/fangjia.md").write_bytes(encode(NOTICE))
    site = read(root)

    assert site.documents == plain
    assert [finding.verdict for finding in site.findings] == verdicts


@pytest.mark.parametrize(
    "data",
    [NOTICE.encode("utf-16"), b"PK\0\0\0", b"\xff\xff\xff", b""],
    ids=["UTF-16", "zip", "no text", "empty"],
)
def test_bytes_that_are_no_manuscript_are_refused(tmp_path, data):
    root = tiny(tmp_path)
    (root / "content/tzgg/fangjia.md").write_bytes(data)
    site = read(root)

    assert [finding.verdict for finding in site.findings] == ["fail"]
    assert site.documents == ()


def test_lines_are_right_after_crlf(tmp_path):
    root = tiny(tmp_path)
    (root / "content/tzgg/fangjia.md").write_bytes((NOTICE + "\n![图](tu.png)\n").replace("\n", "\r\n").encode())

    assert str(read(root).findings[0].place) == "content/tzgg/fangjia.md:9:1"


SETTINGS = '[tool.mingwen]\nname = "甲"\nbase_url = "https://a.example.gov.cn/b/"\n'


def refused(root: Path, text: str) -> list[str]:
    lay(root, {"pyproject.toml": text})
    with pytest.raises(SettingsError) as caught:
        read(root)
    return [f"{finding.place} {finding.message.zh}" for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('nmae = "x"', "pyproject.toml:4:1 没有“nmae”这一项，是不是“name”？"),
        ('site_id = "12"', "pyproject.toml:4:1 “site_id”写的是“12”，网站标识码是 10 位数字，或 bm 加 8 位数字。"),
        ("page_size = 0", "pyproject.toml:4:1 “page_size”至少是 1。"),
        ('page_size = "3"', "pyproject.toml:4:1 “page_size”要写成整数。"),
        ("ipv6 = 1", "pyproject.toml:4:1 “ipv6”要写成 true 或 false。"),
        ("organiser = 3", "pyproject.toml:4:1 “organiser”要写成带引号的一句话。"),
        ('icp = "ICP 1"', "pyproject.toml:4:1 “icp”写的是“ICP 1”，要写成 粤ICP备00000000号 的样子。"),
        ('[tool.mingwen.pinyin]\n"重庆" = "重"', "pyproject.toml:5:1 “重庆”写的是“重”，要用字母写"),
        ('modes = ["eldr"]', "没有叫“eldr”的版，是不是“elder”？可用的有 standard、"),
        ('modes = ["zz"]', "没有叫“zz”的版。可用的有 standard、"),
        ('contact = { phone = "12 34" }', "pyproject.toml:4:13 “phone”“12 34”不是电话号码"),
        ('[tool.mingwen.contact]\nphon = "1"', "pyproject.toml:5:1 没有“phon”这一项，是不是“phone”？"),
    ],
)
def test_setting_that_does_not_fit_is_told_at_its_key(tmp_path, line, says):
    (message,) = refused(tmp_path, SETTINGS + line + "\n")

    assert says in message


def test_all_mistakes_in_settings_come_at_once(tmp_path):
    messages = refused(tmp_path, '[tool.mingwen]\nnmae = "甲"\nbase_url = "sfj"\npage_size = 0\n')

    assert len(messages) == 4


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'\n", "tool = 3\n", "[tool]\nmingwen = 1\n"])
def test_folder_that_is_no_site_names_the_command_that_makes_one(tmp_path, text):
    if text:
        lay(tmp_path, {"pyproject.toml": text})
    with pytest.raises(SettingsError) as caught:
        read(tmp_path)

    assert "mingwen new site DIR" in caught.value.message("zh")


def test_modes_may_be_left_out_but_not_the_standard_one(tmp_path):
    lay(tmp_path, {"pyproject.toml": SETTINGS + 'modes = ["elder"]\nelder_name = "敬老版"\n'})
    standard, elder = read(tmp_path).settings.modes

    assert standard.key == "standard"
    assert (elder.key, elder.label.zh) == ("elder", "敬老版")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('\n[tool.mingwen.contact]\nname = "办公室"\n', "[tool.mingwen.contact] 一节写了两次，请并成一节"),
        ('phone = "0760-11111111"\n', "这一项写了两次，请只留一处"),
    ],
)
def test_what_stands_twice_in_the_settings_is_said_to(tmp_path, more, says):
    root = tiny(tmp_path)
    lay(root, {"pyproject.toml": (root / "pyproject.toml").read_text("utf-8") + more})

    with pytest.raises(SettingsError) as raised:
        read(root)
    assert raised.value.what.zh == says
    assert raised.value.where.line in (9, 10, 11)


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("https://www.example.gov.cn/tzgg/meiyou.html", "本站没有“tzgg/meiyou.html”这个网页"),
        ("https://www.example.gov.cn/zz/tzgg/meiyou.html", "本站没有“tzgg/meiyou.html”这个网页"),
        ("www.baidu.com", "请写成 https://www.baidu.com。"),
        ("tzgg/fangjia.html", "请链接到稿件：fangjia.md，或从头写网址：/tzgg/fangjia.html。"),
    ],
)
def test_an_address_that_leads_nowhere_shows_the_right_form(tmp_path, target, says):
    root = lay(tiny(tmp_path), {"content/tzgg/fangjia.md": f"{NOTICE}\n见[这里]({target})。\n"})
    (finding,) = read(root).findings

    assert says in finding.message.zh
    assert str(finding.place) == "content/tzgg/fangjia.md:9:2"


OWN = ["", "tzgg/", "tzgg/fangjia.html#a", "zz/tzgg/fangjia.html", "tzgg/index_2.html", "help.html"]


@pytest.mark.parametrize("path", OWN)
def test_whole_addresses_of_own_pages_are_fine(tmp_path, path):
    root = lay(
        tiny(tmp_path), {"content/tzgg/fangjia.md": f"{NOTICE}\n见[这里](https://www.example.gov.cn/{path})。\n"}
    )

    assert said(read(root)) == ""
