"""Plain text → manuscript: what is found, what is left out, and that no word is lost."""

from __future__ import annotations

import datetime as dt
import html
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from mingwen import plugins
from mingwen.cli import main
from mingwen.drafting import escaping
from mingwen.drafting.frontmatter import frontmatter
from mingwen.drafting.lines import split
from mingwen.drafting.manuscript import fixed, manuscript
from mingwen.drafting.metadata import breadcrumb, labelled, moment
from mingwen.drafting.numbering import formal, headed, repaired
from mingwen.drafting.scaffolding import new_site
from mingwen.drafting.signoff import sign_off
from mingwen.errors import UsageError
from mingwen.importers.text import read
from mingwen.model import Draft
from mingwen.reading import read as read_site

SEED = Path(__file__).parents[1].parent / "shared" / "seed" / "report-2023.txt"

# Every extension that a manuscript may use is on, so that whatever could be taken for Markdown is.
MARKDOWN = (
    MarkdownIt("commonmark", {"html": True})
    .enable(["table", "strikethrough"])
    .use(footnote_plugin)
    .use(deflist_plugin)
    .use(attrs_plugin, spans=True)
    .use(attrs_block_plugin)
    .use(container_plugin, "落款")
)

PAGE = """\
样例市司法局门户网站
无障碍版 长者助手
您的位置： 首页 >政务公开 > 通知公告

样例市司法局2025年普法工作报告

信息来源:本局办公室 发布日期:2026-01-08 分享:

　　2025年,我局开展普法活动120场。

　　一、主要做法

　　(一)走进社区,把法律送到家门口

　　组织讲座30场。发放手册2000本。

　　(二建好队伍,让普法有人管

　　新增普法志愿者50人。

　　二、下一步打算

　　(一)办好法律讲堂。每季度不少于两场。

　　样例市司法局
　　2026年1月5日

打印本页 关闭窗口
上一篇：关于调整接待时间的公告
版权所有：样例市司法局
地址：样例市样例路1号
"""


def draft(tmp_path: Path, text: str | bytes, name: str = "page.txt") -> Draft:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def rules(result: Draft, rule: str) -> list[tuple[int, str]]:
    return [(guess.line, guess.before) for guess in result.guesses if guess.rule == rule]


def shown(markdown: str) -> str:
    """The words that a reader sees, without white space."""
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", MARKDOWN.render(markdown))))


def squeezed(text: str) -> str:
    return "".join(text.split())


def values(block: str) -> object:
    """What a YAML reader finds in front matter."""
    return yaml.safe_load(block.removeprefix("---\n").removesuffix("---\n"))


def test_a_page_from_a_browser_gives_its_fields(tmp_path):
    """Title, breadcrumb, source and date stand where a content system puts them."""
    result = draft(tmp_path, PAGE)

    assert result.fields == (
        ("标题", "样例市司法局2025年普法工作报告"),
        ("类型", "报告"),
        ("发布日期", dt.date(2026, 1, 8)),
        ("信息来源", "本局办公室"),
        ("栏目", "通知公告"),
        ("成文日期", dt.date(2026, 1, 5)),
    )


def test_furniture_is_left_out_and_each_line_is_told(tmp_path):
    """Nothing of the page disappears without a word."""
    result = draft(tmp_path, PAGE)

    assert rules(result, "left-out") == [
        (1, "样例市司法局门户网站"),
        (2, "无障碍版 长者助手"),
        (7, "分享:"),
        (28, "打印本页 关闭窗口"),
        (29, "上一篇：关于调整接待时间的公告"),
        (30, "版权所有：样例市司法局"),
        (31, "地址：样例市样例路1号"),
    ]


def test_numbers_become_headings_and_a_missing_bracket_only_a_proposal(tmp_path):
    """Without --fix the line with the missing bracket stays a paragraph, as typed."""
    result = draft(tmp_path, PAGE)

    assert [line for line in result.body.split("\n") if line.startswith(("#", "("))] == [
        "## 一、主要做法",
        "### (一)走进社区,把法律送到家门口",
        "(二建好队伍,让普法有人管",
        "## 二、下一步打算",
        "### (一)办好法律讲堂。",
    ]
    assert rules(result, "missing-bracket") == [(17, "(二建好队伍,让普法有人管")]
    assert rules(result, "run-in") == [(23, "(一)办好法律讲堂。每季度不少于两场。")]


def test_fix_applies_every_proposal(tmp_path):
    """Headings get full-width marks; the paragraphs stay as typed."""
    result = fixed(draft(tmp_path, PAGE))

    assert [line for line in result.body.split("\n") if line.startswith("#")] == [
        "## 一、主要做法",
        "### （一）走进社区，把法律送到家门口",
        "### （二）建好队伍，让普法有人管",
        "## 二、下一步打算",
        "### （一）办好法律讲堂。",
    ]
    assert "2025年,我局开展普法活动120场。" in result.body
    assert all(guess.applied for guess in result.guesses)


def test_sign_off_is_a_container(tmp_path):
    """The body that signs and its date stand together."""
    assert "::: 落款\n样例市司法局\n\n2026年1月5日\n:::\n" in draft(tmp_path, PAGE).body


def test_text_without_furniture_says_what_is_missing(tmp_path):
    """An empty 发布日期 would be one more mistake; a comment shows the form."""
    result = draft(tmp_path, "关于调整接待时间的公告\n\n自5月1日起，接待时间改为9时。\n")

    assert result.fields == (
        ("标题", "关于调整接待时间的公告"),
        ("类型", "公告"),
        ("发布日期", None),
        ("信息来源", None),
    )
    assert "# 发布日期: 2024-01-19 09:00\n" in manuscript(result)
    assert result.body == "自5月1日起，接待时间改为9时。\n"


def test_an_index_block_above_the_title(tmp_path):
    """Labels in a block, several on a line; the second date adds the time of day."""
    result = draft(
        tmp_path,
        "索引号：SL01/2026-0012\t主题分类：司法\n发布机构：样例市司法局\t成文日期：2026年3月1日\n"
        "名称：关于开展法律服务进社区的通知\n文号：样司〔2026〕12号\t发布日期：2026-03-05\n"
        "关于开展法律服务进社区的通知\n发布时间：2026-03-05 09:30:00　来源：样例市司法局　【字体：大 中 小】\n"
        "各司法所：\n请报名。\n",
    )

    assert dict(result.fields) == {
        "标题": "关于开展法律服务进社区的通知",
        "发布日期": dt.datetime(2026, 3, 5, 9, 30),
        "信息来源": "样例市司法局",
        "文号": "样司〔2026〕12号",
        "发布机构": "样例市司法局",
        "索引号": "SL01/2026-0012",
        "主题分类": "司法",
        "成文日期": dt.date(2026, 3, 1),
    }
    assert result.body == "各司法所：\n\n请报名。\n"


def test_a_page_with_a_status_is_a_policy(tmp_path):
    """有效性 in anything else would stop the build."""
    result = draft(tmp_path, "有效性：有效\n发布日期：2026-03-05\n样例办法实施情况报告\n第一条 内容。\n")

    assert dict(result.fields)["类型"] == "政策文件"
    assert dict(result.fields)["有效性"] == "有效"


def test_items_of_a_list_of_attachments_are_no_headings(tmp_path):
    """“附件：1. 报名表” goes on in the next line, which begins with a number too."""
    result = draft(tmp_path, "关于报名的通知\n请各所报名。\n附件：1. 报名表\n　　　2. 名单\n")

    assert result.body == "请各所报名。\n\n附件：1. 报名表\\\n2\\. 名单\n"
    assert rules(result, "attachment") == [(3, "附件：1. 报名表")]


def test_files_below_the_words_for_attachments_belong_to_them(tmp_path):
    """A name of a file is an item, with a number or without; the buttons below are left out all the same."""
    files = "1.活动方案.docx\n2.活动信息报送表.docx\n名单.xlsx\n"
    result = draft(
        tmp_path,
        f"关于活动的通知\n请各所报名。\n样例市司法局\n2026年1月5日\n相关附件：\n{files}扫一扫在手机打开当前页\n",
    )

    assert result.body.endswith("\n:::\n\n相关附件：\\\n1.活动方案.docx\\\n2.活动信息报送表.docx\\\n名单.xlsx\n")
    assert rules(result, "left-out") == [(9, "扫一扫在手机打开当前页")]


def test_words_for_attachments_that_are_not_there_are_left_out(tmp_path):
    result = draft(tmp_path, "关于活动的通知\n请各所报名。\n扫一扫在手机打开当前页\n相关附件：\n")

    assert result.body == "请各所报名。\n"
    assert rules(result, "left-out") == [(3, "扫一扫在手机打开当前页"), (4, "相关附件：")]


def test_a_code_to_scan_above_the_text_is_left_out(tmp_path):
    result = draft(tmp_path, "样例报告\n来源：本网 发布日期：2026-01-08\n扫一扫在手机打开当前页\n各所请扫一扫报名。\n")

    assert result.body == "各所请扫一扫报名。\n"
    assert rules(result, "left-out") == [(3, "扫一扫在手机打开当前页")]


def test_what_is_left_out_is_told_as_it_stands(tmp_path):
    """Brackets and colons included, so that it can be found again."""
    result = draft(
        tmp_path, "样例报告\n来源：本网 发布日期：2026-01-08 字体：【大 中 小】\n【打印：是】（浏览次数：12）\n正文。\n"
    )

    assert rules(result, "left-out") == [(2, "字体：【大 中 小】"), (3, "【打印：是】"), (3, "（浏览次数：12）")]


def test_the_report_says_what_the_file_says(tmp_path):
    """A manuscript knows no seconds."""
    result = draft(tmp_path, "样例报告\n来源：本网 发布日期：2026-01-08 10:21:00\n正文。\n")
    told = next(guess for guess in result.guesses if guess.after.startswith("发布日期"))

    assert (told.after, told.before, told.message.zh) == (
        "发布日期: 2026-01-08 10:21",
        "发布日期：2026-01-08 10:21:00",
        "秒没有写入",
    )
    assert f"{told.after}\n" in manuscript(result)


def test_the_date_of_the_sign_off_has_its_line(tmp_path):
    told = [guess.line for guess in draft(tmp_path, PAGE).guesses if guess.after.startswith("成文日期")]

    assert told == [26]


def test_a_paragraph_that_breaks_off_behind_a_comma_is_proposed_whole(tmp_path):
    """As lines copied from a PDF do; a line that ends otherwise, or a numbered one, stays alone."""
    text = "样例报告\n各单位：\n今年以来，\n我局共办理*案件，\n全部办结。\n二是，\n一、成效\n有，\n"
    result = draft(tmp_path, text)

    assert [(guess.line, guess.before, guess.after) for guess in result.guesses if not guess.applied] == [
        (3, "今年以来，\n\n我局共办理\\*案件，\n\n全部办结。", "今年以来，我局共办理\\*案件，全部办结。")
    ]
    assert "今年以来，\n\n我局共办理" in result.body
    assert (
        fixed(result).body == "各单位：\n\n今年以来，我局共办理\\*案件，全部办结。\n\n二是，\n\n## 一、成效\n\n有，\n"
    )


def test_proposals_before_and_behind_a_joined_paragraph_stay_in_place(tmp_path):
    result = fixed(draft(tmp_path, "样例报告\n各单位：\n(一)学,习\n甲，\n乙。\n(二)办,事\n丙。\n"))

    assert result.body == "各单位：\n\n### （一）学，习\n\n甲，乙。\n\n### （二）办，事\n\n丙。\n"


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [("2.开展宪法宣誓。", "#### 2.开展宪法宣誓。"), ("(1)新任职人员宣誓。", "##### （1）新任职人员宣誓。")],
)
def test_a_numbered_sentence_is_a_heading_only_when_accepted(tmp_path, sentence, heading):
    result = draft(tmp_path, f"样例报告\n各单位：\n{sentence}\n全年三次。\n")

    assert f"\n{sentence}\n" in result.body
    assert [(guess.rule, guess.after) for guess in result.guesses if not guess.applied] == [("sentence", heading)]
    assert f"\n{heading}\n" in fixed(result).body


def test_an_imported_manuscript_is_a_draft(tmp_path):
    """Nobody has read the guesses yet."""
    assert values(manuscript(draft(tmp_path, PAGE)).partition("---\n\n")[0])["草稿"] == "是"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"], ids=["utf-8", "bom", "utf-16", "gbk", "gb18030"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_encodings_and_line_ends_give_the_same_manuscript(tmp_path, encoding, newline):
    """A file from Windows reads as one from anywhere else."""
    result = draft(tmp_path, PAGE.replace("\n", newline).encode(encoding))

    assert manuscript(result) == manuscript(draft(tmp_path, PAGE))
    assert len(rules(result, "encoding")) == (encoding in ("gbk", "gb18030"))


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b"\xff\xfe\x00", bytes(range(128, 256))])
def test_what_is_no_text_is_refused_with_advice(tmp_path, data):
    with pytest.raises(UsageError) as caught:
        draft(tmp_path, data)

    assert "另存为" in caught.value.message("zh")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("您当前的位置: 首页 >政务公开 > 规划计划", ("政务公开", "规划计划")),
        ("当前位置：首页 › 政务公开 › 通知公告 › 正文", ("政务公开", "通知公告")),
        ("首页 » 政务公开 » 规划计划", ("政务公开", "规划计划")),
        ("首页/政务公开/规划计划", ("政务公开", "规划计划")),
        ("您所在的位置：网站首页 -> 政策文件", ("政策文件",)),
        ("首页 政务公开 政务服务", ()),
        ("增幅>5%的有3项", ()),
    ],
)
def test_breadcrumbs(text, steps):
    assert breadcrumb(text) == steps


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-01-19", dt.date(2024, 1, 19)),
        ("2024年1月19日", dt.date(2024, 1, 19)),
        ("2024/1/9 08:05", dt.datetime(2024, 1, 9, 8, 5)),
        ("2024-01-19 08:05:59", dt.datetime(2024, 1, 19, 8, 5)),
        ("（2024.1.19）", dt.date(2024, 1, 19)),
        ("二〇二四年十一月二十日", dt.date(2024, 11, 20)),
        ("2024年2月30日", None),
        ("2024-01-19 25:00", None),
        ("2024年1月19日起施行", None),
        ("二〇二四年十十月日", None),
    ],
)
def test_dates(text, value):
    assert moment(text) == value


def test_a_label_in_a_sentence_is_no_metadata():
    """Only a line that begins with a label is one; “日期：” alone begins a line of many a notice."""
    assert labelled("本次活动的信息来源：群众来信。") == ()
    assert labelled("日期：1月5日") == ()
    assert [said.value for said in labelled("【来源：本网】【编辑：张三（代）】")] == ["本网", "张三（代）"]


@pytest.mark.parametrize(
    ("text", "following", "level"),
    [
        ("一、总体情况", "", 2),
        ("（十一）加强监督", "正文", 3),
        ("1.加强学习", "正文", 4),
        ("1.加强学习。", "正文", None),
        ("1.加强学习。每月一次。", "正文", 4),
        ("1.申请表", "2.身份证", None),
        ("（1）身份证", "（2）户口本", None),
        ("一、二、三年级学生", "正文", None),
        ("1.5万人参加", "正文", None),
        ("一、请于3月1日前报送名单，逾期不再受理。", "二、联系人", None),
        ("一、时间：3月1日", "二、地点：三楼", None),
        ("第一章 总则", "第一条", 2),
        ("（一）他说“办好事。办实事", "正文", None),
    ],
)
def test_which_numbered_lines_are_headings(text, following, level):
    found = headed(text, following)

    assert (found.level if found else None) == level


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("(四推进依法行政", "（四）推进依法行政"),
        ("（十一推进（试行）工作", "（十一）推进（试行）工作"),
        ("五)推进工作", "（五）推进工作"),
        ("(四)推进依法行政", None),
        ("(三方协议)签订后", None),
        ("(5月1日起", None),
        ("四季度工作", None),
    ],
)
def test_missing_brackets(text, mended):
    assert repaired(text) == mended


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("(一)走进社区,送法上门", "（一）走进社区，送法上门"),
        ("2、登记(备案)", "2.登记（备案）"),
        ("（一）、培训", "（一）培训"),
        ("一、2023,2024 两年 (2023-2024)", "一、2023,2024 两年 (2023-2024)"),
    ],
)
def test_formal_headings(text, form):
    assert formal(text) == form


def test_a_date_alone_is_no_sign_off():
    """Without the body that signs, a date may be anything."""
    assert sign_off(["活动安排如下", "2024年1月19日"]) is None
    assert sign_off(["正文。", "样例市司法局 2024年1月19日"]) is not None


# Marks that Markdown or its extensions would take, and enough else around them.
RISKY = (
    st.text(alphabet="\\`*_{}[]()#+-.!<>&|~:^$=\"'1a汉字，。 /@%;", min_size=1, max_size=24).map(str.strip).filter(bool)
)


@settings(max_examples=400, deadline=None)
@given(RISKY)
def test_escaped_words_are_shown_as_they_were(text):
    """A page shows the characters of the text, whatever Markdown would make of them."""
    rendered = MARKDOWN.render(escaping.escape(text))

    assert re.fullmatch(r"<p>[^<]*</p>\n", rendered), rendered
    assert html.unescape(rendered[3:-5]) == text


@settings(max_examples=200, deadline=None)
@given(RISKY)
def test_escaped_headings_are_shown_as_they_were(text):
    rendered = MARKDOWN.render(escaping.heading(3, text))

    assert re.fullmatch(r"<h3>[^<]*</h3>\n", rendered), rendered
    assert html.unescape(rendered[4:-6]) == text


PARAGRAPH = st.one_of(
    RISKY,
    st.sampled_from(
        [
            "一、总则",
            "(二落实责任,抓好",
            "（三）健全体系。深入实施。",
            "1.登记",
            "（1）证件",
            "附件：1. 表",
            "样例市司法局",
            "2024年1月19日",
        ]
    ),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PARAGRAPH, max_size=8))
def test_every_word_of_the_body_stays_in_its_order(tmp_path_factory, paragraphs):
    """The characters of all paragraphs, spaces aside, are those of the text; only indents go."""
    top = "样例报告\n信息来源：本网 发布日期：2024-01-19\n"
    # A last line that no footer could be, so that the whole list is body.
    body = [*paragraphs, "全文完。"]
    first = "各单位："
    result = draft(tmp_path_factory.mktemp("words"), top + "\n".join(f"　　{it}" for it in (first, *body)))

    assert shown(result.body) == squeezed(first + "".join(body))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(RISKY, st.sampled_from(["首页 > 公开", "来源：本网", "无障碍版", "版权所有"])), max_size=10))
def test_no_line_is_lost(tmp_path_factory, texts):
    """Every line is in the body, or in a guess that quotes it."""
    text = "\n".join(texts)
    assume(split(text))
    result = draft(tmp_path_factory.mktemp("lines"), text)
    told = {guess.line for guess in result.guesses}
    body = shown(result.body)

    assert [line for line in split(text) if line.number not in told and squeezed(line.text) not in body] == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30))
def test_values_survive_the_front_matter(value):
    """What YAML would take for a number, a date, a comment or nothing at all is quoted."""
    text = value.encode("utf-8", "ignore").decode()

    assert values(frontmatter([("标题", text), ("要点", [text])])) == {"标题": text, "要点": [text]}


@pytest.mark.parametrize(
    "text", ["2024-01-19", "是", "yes", "1024", "a: b", "# 号", "- 项", "", " 前后 ", "“引号”", "{}", "x #y"]
)
def test_awkward_values_survive_the_front_matter(text):
    assert values(frontmatter([("标题", text)])) == {"标题": text}


def test_times_are_written_to_the_minute():
    """The form that the norm asks of PubDate."""
    assert frontmatter([("发布日期", dt.datetime(2024, 1, 19, 9, 5))]) == "---\n发布日期: 2024-01-19 09:05\n---\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site with two columns, as the working folder, and a page to import."""
    for folder, name in (("zwgk", "政务公开"), ("zwgk/tzgg", "通知公告")):
        (tmp_path / "content" / folder).mkdir(parents=True)
        (tmp_path / "content" / folder / "_column.md").write_text(f"---\n名称: {name}\n---\n", "utf-8")
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str):
    return CliRunner().invoke(main, ["import", *words])


def test_the_breadcrumb_chooses_the_folder(site):
    """In a site, a page goes where it came from; the last line counts what was made of it."""
    result = run("page.txt")

    assert result.exit_code == 0
    assert (site / "content/zwgk/tzgg/page.md").read_text("utf-8") == manuscript(read(site / "page.txt"))
    assert result.output.splitlines()[-1] == "7 段、4 个标题、18 处猜测、3 处建议待确认（--fix）。"


def test_another_column_drops_the_field_and_says_so(site):
    """A 栏目 that is not the folder's would stop the build."""
    result = run("page.txt", "-o", "content/zwgk/page.md")

    assert "栏目" not in (site / "content/zwgk/page.md").read_text("utf-8")
    assert "面包屑说“通知公告”，稿件却在栏目“政务公开”里" in result.output


def test_an_existing_file_is_never_overwritten_unasked(site):
    (site / "mine.md").write_text("我的", "utf-8")
    result = run("page.txt", "-o", "mine.md")

    assert (result.exit_code, result.output) == (
        2,
        "mine.md: 文件已经有了，没有动它。请换个名字，或加 --force 覆盖。\n",
    )
    assert (site / "mine.md").read_text("utf-8") == "我的"
    assert run("page.txt", "-o", "mine.md", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("content/nosuch", "content/nosuch: 没有这个文件夹。请先新建它"),
        ("content/nosuch/a.md", "content/nosuch: 没有这个文件夹。请先新建它"),
        ("content/zwgk/tzgg/2026/a.md", "content/zwgk/tzgg/2026: 没有这个文件夹"),
        ("contnet/zwgk/a.md", "contnet/zwgk: 没有这个文件夹"),
        ("content/a.md", "content: 不是栏目：里面没有 _column.md"),
        ("content", "content: 不是栏目：里面没有 _column.md"),
        ("content/zwgk/a.txt", "content/zwgk/a.txt: 不是稿件的文件名"),
        ("content/zwgk/_column.md", "content/zwgk/_column.md: 这个名字留给栏目自己"),
        ("稿件", "稿件: 不是稿件的文件名，也不是已有的文件夹。请写以 .md 结尾的文件名"),
    ],
)
def test_a_place_where_no_manuscript_can_lie_is_refused(site, out, says):
    """Whatever else lies in content/ would be published as it is; a typing mistake makes no folder."""
    before = sorted(site.rglob("*"))
    result = run("page.txt", "-o", out, "--force")

    assert result.exit_code == 2
    assert result.output.startswith(says)
    assert sorted(site.rglob("*")) == before


def test_a_column_that_is_missing_is_told_with_the_commands_that_mend_it(site):
    """The file is written all the same, without a 栏目 that would stop the build wherever it comes to lie."""
    (site / "page.txt").write_text(PAGE.replace("> 通知公告", "> 规划计划"), "utf-8")
    result = run("page.txt")

    assert result.exit_code == 1
    assert "  mingwen new column 规划计划 --parent 政务公开\n  mingwen import page.txt\n" in result.output
    assert "栏目" not in (site / "page.md").read_text("utf-8")
    assert "略去“栏目”一项（规划计划）" in result.output


def test_the_commands_that_are_told_mend_it(site):
    (site / "page.txt").write_text(PAGE.replace("> 通知公告", "> 规划计划"), "utf-8")
    told = [line.split()[1:] for line in run("page.txt").output.splitlines() if line.startswith("  mingwen ")]

    assert [CliRunner().invoke(main, words).exit_code for words in told] == [0, 0]
    assert (site / "content/zwgk/ghjh/page.md").is_file()


def test_a_manuscript_outside_the_site_names_no_column(site):
    """In which column it will lie, nobody knows yet."""
    assert "略去“栏目”一项（通知公告）" in run("page.txt", "-o", "a.md").output
    assert "栏目" not in (site / "a.md").read_text("utf-8")


def test_what_was_changed_by_hand_is_kept_beside(site):
    """Hidden, so that no build publishes it; each time under a new name."""
    path = site / "content/zwgk/tzgg/page.md"
    run("page.txt")
    assert "另存为" not in run("page.txt", "--fix", "--force").output
    for number, name in enumerate((".page.md.bak", ".page.md.bak-2")):
        path.write_text(f"手改 {number}", "utf-8")
        result = run("page.txt", "--fix", "--force")

        assert f"原来的稿件改过，另存为 content/zwgk/tzgg/{name}\n" in result.output
        assert path.with_name(name).read_text("utf-8") == f"手改 {number}"
        assert path.read_text("utf-8") == manuscript(fixed(read(site / "page.txt")))


@pytest.mark.parametrize("words", [(), ("-o", "a.md")])
def test_standard_input_is_named_by_its_title(site, words):
    """In a site it goes where its breadcrumb says, as a file does."""
    result = CliRunner().invoke(main, ["import", "-", *words], input=PAGE.encode())
    path = Path("a.md" if words else "content/zwgk/tzgg/yang-li-shi-si-fa-ju-2025-nian-pu-fa-gong-zuo-bao-gao.md")

    assert result.output.startswith(f"- → {path}\n")
    assert path.is_file()


def test_a_draft_in_the_site_says_how_to_see_it(site):
    assert "预览：mingwen serve --drafts" in run("page.txt").output.splitlines()[-2]
    assert "放进 content/ 的栏目" in run("page.txt", "-o", "a.md").output.splitlines()[-2]


def test_a_kind_that_neither_page_nor_column_gives_is_missing(site):
    (site / "short.txt").write_text("样例工作\n来源：本网 发布日期：2026-01-08\n正文。\n", "utf-8")
    result = run("short.txt", "-o", "content/zwgk/short.md")

    assert result.exit_code == 1
    assert "# 类型: 公告\n" in (site / "content/zwgk/short.md").read_text("utf-8")


def test_what_is_missing_is_named_and_the_file_is_written(site):
    (site / "short.txt").write_text("关于调整接待时间的公告\n自5月1日起改为9时。\n", "utf-8")
    result = run("short.txt")

    assert result.exit_code == 1
    assert result.output.splitlines()[-4:] == [
        "要补：没有找到“发布日期”，请填在 short.md 开头",
        "要补：没有找到“信息来源”，请填在 short.md 开头",
        "写成草稿：放进 content/ 的栏目、删去“草稿”一行才会发布。",
        "1 段、0 个标题、2 处猜测、0 处建议待确认（--fix）；还要补 2 项。",
    ]
    assert (site / "short.md").exists()


def test_fix_can_be_undone_as_it_says(site):
    """The command that the report prints brings the manuscript back."""
    run("page.txt", "-o", "a.md")
    before = (site / "a.md").read_bytes()
    result = run("page.txt", "-o", "a.md", "--fix", "--force")
    undo = next(line for line in result.output.splitlines() if line.startswith("  mingwen import "))

    assert (site / "a.md").read_bytes() != before
    assert run(*undo.split()[2:]).exit_code == 0
    assert (site / "a.md").read_bytes() == before


def test_the_report_fits_eighty_columns(site):
    from mingwen.columns import width

    assert max(map(width, run("page.txt").output.splitlines())) <= 80


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none.txt", "没有这个文件"),
        ("scan.xyz", "还不会读 .xyz 文件，现在只读纯文本 .txt。请打开它，全选、复制，粘贴到记事本里，存为 .txt 再导入"),
        ("content", "这是一个文件夹"),
    ],
)
def test_files_that_cannot_be_read(site, name, says):
    result = run(name)

    assert result.exit_code == 2
    assert says in result.output


def test_helpers_are_no_importers():
    """Modules that begin with _ are not offered to users."""
    assert plugins.names("importers")[-1] == "text"
    assert not any(name.startswith("_") for name in plugins.names("importers"))


@pytest.mark.skipif(not SEED.exists(), reason="../shared/seed/report-2023.txt is not at hand")
def test_the_real_report(tmp_path):
    """A page copied from a browser in 2024, as it was."""
    result = read(SEED)
    lines = split(SEED.read_text("utf-8"))

    assert [value for _, value in result.fields] == [
        lines[3 - 1].text,
        "报告",
        dt.date(2024, 1, 19),
        "本网",
        "规划计划",
    ]
    assert rules(result, "left-out") == [(1, "无障碍版 长者助手"), (6, "分享:")]
    assert [len(re.findall(rf"^{mark} ", result.body, re.M)) for mark in ("##", "###")] == [3, 8]
    assert [line for line, _ in rules(result, "missing-bracket")] == [38]
    assert [line for line, _ in rules(result, "run-in")] == [66, 68, 70]
    assert shown(result.body) == squeezed("".join(line.text for line in lines[4:]))
    assert len(re.findall(r"^### ", fixed(result).body, re.M)) == 9


AWKWARD = (
    "*星号* _下划线_ __两条__ `反引号` ~~波浪~~ **粗**的",
    "# 井号开头",
    "1. 数字加空格",
    "- 短横",
    "> 大于号",
    "::: 提示",
    ": 冒号",
    "[方括号](https://example.org/) [^1] ![图](a.png) [字]{.类}",
    "<附表> <b>标签</b> &lt; &copy; <!-- 注 -->",
    "| 竖线 | 两条 |",
    "表：样例数据（单位：件）",
    "{.decorative}",
    "反斜杠 \\ 与 \\* 行尾 \\",
    "---",
    "***",
    "===",
    "粤司[2017]497号 a_b_c 20~40 ==重点== ++加++ $x$ H~2~O x^2^",
)


def test_the_built_page_shows_the_same_characters(tmp_path):
    """Through our own reading chapter, with all its extensions."""
    new_site(tmp_path / "site", "样例市司法局", dt.date(2026, 1, 8))
    head = "样例情况通报\n信息来源：本网 发布日期：2026-01-08\n各单位：\n"
    result = draft(tmp_path, head + "\n".join(AWKWARD) + "\n全文完。\n")
    (tmp_path / "site/content/tzgg/page.md").write_text(manuscript(result), "utf-8")
    read_back = read_site(tmp_path / "site")
    body = next(one for one in read_back.documents if one.path.endswith("page.md")).body.html

    assert [found.message.zh for found in read_back.findings if found.verdict == "fail"] == []
    assert squeezed(html.unescape(re.sub(r"<[^>]*>", "", body))) == squeezed("各单位：" + "".join(AWKWARD) + "全文完。")


def test_rows_parted_by_tabs_are_proposed_as_a_table(tmp_path):
    result = draft(tmp_path, "样例通知\n各单位：\n日期\t姓名\t电话\n1 日\t\t1|2\n2 日\t乙\t3\n请照办。\n")

    assert "日期 姓名 电话\n\n1 日 1|2\n\n2 日 乙 3\n" in result.body
    assert fixed(result).body == (
        "各单位：\n\n| 日期 | 姓名 | 电话 |\n| --- | --- | --- |\n| 1 日 |  | 1\\|2 |\n| 2 日 | 乙 | 3 |\n\n请照办。\n"
    )


def test_one_line_with_a_tab_is_no_table(tmp_path):
    assert rules(draft(tmp_path, "样例通知\n各单位：\n甲\t乙\n请照办。\n"), "table") == []


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_file_is_refused(tmp_path, text):
    with pytest.raises(UsageError, match="is empty"):
        draft(tmp_path, text)
