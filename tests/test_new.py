"""mingwen new: a site that reads without a mistake, and manuscripts that do too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mingwen.cli import main
from mingwen.drafting.scaffolding import new_manuscript, new_site
from mingwen.errors import UsageError
from mingwen.model import KINDS
from mingwen.reading import read

TODAY = date(2026, 1, 8)


def run(*words: str):
    return CliRunner().invoke(main, ["new", *words])


def fields(path: Path) -> dict[str, object]:
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


@pytest.fixture
def site(tmp_path, monkeypatch):
    new_site(tmp_path / "site", "样例市司法局", TODAY)
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def test_a_new_site_has_all_its_files(tmp_path):
    """Settings, two columns with a sample each, a home page, advice for the clerk; no build.py."""
    written = new_site(tmp_path / "sfj", "样例市司法局", TODAY)

    assert sorted(written) == [
        ".gitignore",
        "README.md",
        "content/gzdt/_column.md",
        "content/gzdt/yangli-dongtai.md",
        "content/index.md",
        "content/tzgg/_column.md",
        "content/tzgg/yangli-tongzhi.md",
        "pyproject.toml",
    ]
    assert all((tmp_path / "sfj" / path).is_file() for path in written)


@pytest.mark.parametrize("name", ["样例市司法局", '某市"司法"局', "A: #1 局", "<b>局</b>", "{{today}}", "反\\斜"])
def test_a_name_of_any_kind_is_quoted_where_it_stands(tmp_path, name):
    new_site(tmp_path / "sfj", name, TODAY)

    assert tomllib.loads((tmp_path / "sfj/pyproject.toml").read_text("utf-8"))["tool"]["mingwen"]["name"] == name
    assert fields(tmp_path / "sfj/content/index.md")["标题"] == f"欢迎访问{name}网站"
    assert fields(tmp_path / "sfj/content/tzgg/yangli-tongzhi.md")["信息来源"] == name


def test_samples_say_that_they_are_samples(site):
    titles = [fields(path)["标题"] for path in site.rglob("yangli-*.md")]

    assert len(titles) == 2
    assert all(title.endswith("（样例）") and "：" not in title for title in titles)


def test_a_new_site_reads_without_a_mistake(site):
    result = read(site)

    assert result.findings == ()
    assert [column.name for column in result.columns] == ["工作动态", "通知公告"]
    assert len(result.documents) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_manuscript_of_each_kind_reads_without_a_mistake(site, kind):
    path = new_manuscript(site, "样例: 新稿", kind, "通知公告", TODAY)
    result = read(site)

    assert result.findings == ()
    new = next(document for document in result.documents if document.path.endswith(path.name))
    assert (new.title, new.kind, new.draft) == ("样例: 新稿", kind, True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_manuscript_has_the_fields_of_its_kind(site, kind):
    """All but a page have a date and a source; a policy also says whether it is in force."""
    said = fields(new_manuscript(site, "新稿", kind, "通知公告", TODAY))
    dated = {"发布日期": "2026-01-08 09:00", "信息来源": "样例市司法局"} if kind != "page" else {}
    policy = {"有效性": "有效", "发布机构": "样例市司法局", "成文日期": TODAY} if kind == "policy" else {}

    assert said == {"标题": "新稿", "类型": KINDS[kind], "草稿": "是", **dated, **policy}


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("我的", "utf-8")
    result = run("site", str(tmp_path))

    assert result.exit_code == 2
    assert "已经有东西了，没有动它" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_or_a_fresh_repository_will_do(tmp_path):
    (tmp_path / ".git").mkdir()

    assert run("site", str(tmp_path)).exit_code == 0
    assert (tmp_path / "pyproject.toml").is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    tmp_path.chmod(0o500)
    result = run("site", str(tmp_path / "sfj"))
    tmp_path.chmod(0o700)

    assert result.exit_code == 2


def test_a_site_half_written_is_taken_away_again(tmp_path):
    """On a disk that takes no file of more than 64 bytes, only .gitignore gets written."""
    program = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)); "
        f"from mingwen.cli import main; main(['new', 'site', {str(tmp_path / 'a' / 'sfj')!r}])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.returncode == 2, done.stderr
    assert "写不进去" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_no_folder_can_have_says_so(tmp_path):
    result = run("site", str(tmp_path / ("长" * 200)))

    assert result.exit_code == 2
    assert "写不进去" in result.output


def test_new_site_ends_with_the_next_two_commands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run("site", "我的 网站").output.splitlines()[-2:] == ["  cd '我的 网站'", "  mingwen serve"]


def test_document_takes_the_kind_of_its_column(site):
    result = run("document", "关于放假的通知", "--column", "通知公告")
    path = Path("content/tzgg/guan-yu-fang-jia-de-tong-zhi.md")

    assert result.output == f"已新建草稿 {path}。写好后删去“草稿”一行，再运行 mingwen build。\n"
    assert fields(path)["类型"] == "公告"


def test_document_takes_a_kind_in_either_language_and_a_column_by_folder(site):
    for title, kind in (("甲", "policy"), ("乙", "政策文件")):
        assert run("document", title, "--column", "tzgg", "--kind", kind).exit_code == 0
    assert [fields(site / f"content/tzgg/{name}.md")["类型"] for name in ("jia", "yi")] == ["政策文件"] * 2


def test_an_existing_manuscript_is_never_replaced(site):
    path = new_manuscript(site, "甲", "", "通知公告", TODAY)
    path.write_text("写了一半", "utf-8")
    result = run("document", "甲", "--column", "通知公告")

    assert result.exit_code == 2
    assert path.read_text("utf-8") == "写了一半"


def test_an_unknown_column_lists_those_there_are(site):
    result = run("document", "甲", "--column", "公告")

    assert (result.exit_code, result.output) == (
        2,
        "没有叫“公告”的栏目。现有的栏目：工作动态（gzdt）、通知公告（tzgg）。\n",
    )


def test_two_columns_of_one_name_must_be_told_by_folder(site):
    (site / "content/gg").mkdir()
    (site / "content/gg/_column.md").write_text("---\n名称: 通知公告\n---\n", "utf-8")

    assert run("document", "甲", "--column", "通知公告").exit_code == 2
    assert run("document", "甲", "--column", "gg").exit_code == 0


def test_outside_a_site_it_says_where_to_go(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("page", "甲", "--column", "乙")

    assert result.exit_code == 2
    assert "请到站点的文件夹里运行" in result.output


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_the_template_are_asked_about_once_it_is_no_draft(site, kind):
    """While it is one, everybody knows that it is not done."""
    path = new_manuscript(site, "新稿", kind, "通知公告", TODAY)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert "草稿: 是  # 写好后删去这一行，才会发布\n" in lines
    path.write_text("".join(line for line in lines if not line.startswith("草稿: ")), "utf-8")
    asked = read(site).findings

    assert asked
    assert {(finding.rule, finding.verdict) for finding in asked} == {("placeholder", "ask")}
    path.write_text("".join(line for line in lines if "草稿: " not in line and "【待写】" not in line), "utf-8")
    assert read(site).findings == ()


def test_without_a_column_it_takes_the_only_one_or_lists_them(site):
    result = run("document", "甲")
    assert (result.exit_code, result.output) == (
        2,
        "没有写放在哪个栏目。请加 --column 名称：工作动态（gzdt）、通知公告（tzgg）。\n",
    )
    shutil.rmtree(site / "content/gzdt")

    assert run("document", "甲").exit_code == 0
    assert (site / "content/tzgg/jia.md").is_file()


@pytest.mark.parametrize("command", ["document", "page"])
def test_help_says_that_the_column_is_required(command):
    assert "必写，除非只有一个栏目" in run(command, "--help").output


@pytest.mark.parametrize(
    ("words", "folder", "kind"),
    [
        (("规划计划",), "ghjh", "report"),
        (("规划计划", "--parent", "通知公告"), "tzgg/ghjh", "report"),
        (("政策文件", "--parent", "tzgg", "--folder", "zc-2026"), "tzgg/zc-2026", "policy"),
        (("机构: 职能",), "jgzn", "page"),
        (("2026年专题", "--kind", "解读"), "2026nzt", "interpretation"),
        (("RSS",), "rss", "news"),
    ],
)
def test_a_new_column_reads_without_a_mistake(site, words, folder, kind):
    """Behind its neighbours, in a folder called by its first letters."""
    result = run("column", *words)
    made = next(column for column in read(site).columns if column.folder == folder)

    assert result.exit_code == 0, result.output
    assert read(site).findings == ()
    assert (made.name, made.kind, made.order) == (words[0], kind, 1 if "--parent" in words else 3)


def test_a_column_that_is_there_is_left_alone(site):
    before = (site / "content/tzgg/_column.md").read_text("utf-8")

    assert "已经是栏目“通知公告”了" in run("column", "通知公告", "--folder", "b").output
    assert run("column", "通告", "--folder", "tzgg").exit_code == 2
    assert run("column", "甲", "--parent", "乙").exit_code == 2
    assert "不能作栏目的文件夹名" in run("column", "甲", "--folder", "../甲").output
    assert (site / "content/tzgg/_column.md").read_text("utf-8") == before
    assert not (site / "content/b").exists()


@pytest.mark.parametrize("title", ["", " ", "两\n行"])
def test_titles_are_one_line(site, title):
    with pytest.raises(UsageError):
        new_manuscript(site, title, "news", "通知公告", TODAY)
