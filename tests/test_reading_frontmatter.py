"""Front matter: text as typed, every form told apart, and no text that breaks the reader."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen.model import Column, Contact, Document, Place
from mingwen.reading.decode import decode
from mingwen.reading.parse import Source, parse
from mingwen.reading.slug import slug, words

FEW = settings(max_examples=60, deadline=None)
NEWS = Column("dt", "dt", "工作动态", kind="news")
POLICY = Column("zcwj", "zcwj", "政策文件", kind="policy")
TAIL = "---\n正文\n"


def document(lines: str, column: Column = NEWS) -> Document:
    parsed = parse(Source("content/dt/a.md", f"---\n{lines}{TAIL}".encode(), column))
    assert parsed.findings == ()
    return parsed.document


def said(lines: str, column: Column = NEWS) -> list[str]:
    parsed = parse(Source("content/dt/a.md", f"---\n{lines}{TAIL}".encode(), column))
    return [f"{it.place.line}:{it.place.column} {it.message.zh}" for it in parsed.findings]


GOOD = "标题: 甲\n发布日期: 2024-01-19\n信息来源: 本网\n"


@pytest.mark.parametrize(
    "typed", ["no", "1e3", "2024", "2024-01-19", "12:30:45", "0o17", "~", "null", ".inf", "1_000", "=", "<<"]
)
def test_titles_are_text_as_typed(typed):
    """YAML 1.1 would make booleans, numbers, dates and sexagesimal numbers of these."""
    assert document(GOOD.replace("甲", typed)).title == typed


def test_both_languages_of_keys_mean_the_same():
    chinese = document(
        "标题: 甲\n发布日期: 2024-01-19 09:00\n信息来源: 本网\n联系人: {姓名: 办公室, 电话: 0760-00000000}\n"
    )
    english = document(
        "title: 甲\ndate: 2024-01-19 09:00\nsource: 本网\ncontact: {name: 办公室, phone: 0760-00000000}\n"
    )

    assert chinese == english
    assert chinese.date == dt.datetime(2024, 1, 19, 9)  # local time by design
    assert chinese.contact == Contact("办公室", "0760-00000000")


@pytest.mark.parametrize("typed", ["甲、乙", "甲,乙", "甲，乙；丙;乙", "[甲, 乙]", "\n  - 甲\n  - 乙"])
def test_keywords_may_be_written_in_many_ways(typed):
    assert document(f"{GOOD}关键词: {typed}\n").keywords[:2] == ("甲", "乙")


def test_one_summary_is_a_list_of_one():
    assert document(f"{GOOD}要点: 一句，话。\n").summary == ("一句，话。",)


def test_modes_say_things_differently():
    (override,) = document(f"{GOOD}各版:\n  长者版:\n    要点: [甲, 乙]\n    联系人: {{姓名: 丙}}\n").overrides

    assert (override.mode, override.summary, override.contact) == ("elder", ("甲", "乙"), Contact("丙"))


def test_kind_comes_from_the_column_unless_given():
    assert document(GOOD).kind == "news"
    assert document(GOOD + "类型: 公告\n").kind == "notice"
    assert document("标题: 甲\n类型: 单页\n").kind == "page"


def test_kind_is_never_guessed():
    (message,) = said(GOOD, Column("a", "a", "甲", place=Place("content/a/_column.md", 2)))

    assert message.startswith("1:1 没写“类型”，栏目也没写。")


def test_policy_must_say_whether_it_is_in_force():
    assert said(GOOD, POLICY) == ["1:1 缺少“有效性”。请加上一行，如 有效性: 有效。"]
    assert document(GOOD + "有效性: 已废止\n", POLICY).status == "已废止"


@pytest.mark.parametrize(
    "number",
    ["粤司〔2017〕497号", "国办发〔2019〕19号", "第12号".replace("第", "样例市人民政府令第"), "公告2024年第3号"],
)
def test_document_numbers_that_are_right(number):
    assert document(f"{GOOD}文号: {number}\n").number == number


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("粤司[2017]497号", "粤司〔2017〕497号"),
        ("粤司(2017)497号", "粤司〔2017〕497号"),
        ("粤司（2017）497号", "粤司〔2017〕497号"),
        ("粤司【2017】497号", "粤司〔2017〕497号"),
        ("粤司〔2017〕第497号", "粤司〔2017〕497号"),
        ("粤司〔2017〕0497号", "粤司〔2017〕497号"),
        ("粤司〔17〕497号", "粤司〔2017〕497号"),
        ("粤司 〔2017〕 497 号", "粤司〔2017〕497号"),
        ("粤司〔2017〕497", "粤司〔2017〕497号"),
    ],
)
def test_document_number_shows_its_right_form(typed, right):
    (message,) = said(f"{GOOD}文号: {typed!r}\n")

    assert message.endswith(f"不合格式，请写成 {right}。")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("2024/1/9", "2024-01-09"),
        ("2024.01.09", "2024-01-09"),
        ("2024年1月9日", "2024-01-09"),
        ("2024-1-9 9:05", "2024-01-09 09:05"),
        ("2024-01-09 24:00", "2024-01-09"),
    ],
)
def test_date_shows_its_right_form(typed, right):
    (message,) = said(GOOD.replace("2024-01-19", typed))

    assert message == f"3:7 “发布日期”“{typed}”不是日期，请写成 {right}。"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2024-13-40", "：没有 13 月。"),
        ("2024-02-30", "：2024 年 2 月没有 30 日。"),
        ("昨天", "，"),
        ("99999999999999999999-1-1", "，"),
    ],
)
def test_date_that_cannot_be_says_why_and_gives_examples(typed, why):
    """An example is never an order: nobody shall copy its day."""
    (message,) = said(GOOD.replace("2024-01-19", typed))

    assert message == f"3:7 “发布日期”“{typed}”不是日期{why}请写成数字，如 2024-01-19 或 2024-01-19 09:00。"


@pytest.mark.parametrize("typed", ["2024-01-09", "2024年1月9日"])
def test_written_date_may_be_written_as_printed(typed):
    assert document(f"{GOOD}成文日期: {typed}\n").written == dt.date(2024, 1, 9)


@pytest.mark.parametrize(
    "phone", ["0760-88880000", "010-12345678", "12345", "13800000000", "0760-88880000、0760-88880001", "400-000-0000"]
)
def test_telephone_numbers_that_are_right(phone):
    assert document(f"{GOOD}联系人: {{电话: {phone}}}\n").contact == Contact(phone=phone)


def test_empty_value_is_as_good_as_none():
    assert said(GOOD.replace("本网", "")) == ["4:6 缺少“信息来源”。请加上一行，如 信息来源: 样例市司法局。"]
    assert document(GOOD + "文号:\n").number == ""


def test_slip_in_a_key_is_one_mistake():
    assert said(GOOD.replace("信息来源", "信息来原")) == ["4:1 没有“信息来原”这一项，是不是“信息来源”？"]


def test_all_mistakes_come_at_once():
    assert len(said("标题：甲\n发布日期: 昨天\n信息来原: 乙\n文号: 丙\n标题: 丁\n")) == 5


@pytest.mark.parametrize(
    "deep",
    ["[" * 9000 + "]" * 9000, "- " * 9000 + "a", "{a: " * 9000, "? " * 9000, "&a [*a]"],
    ids=["[", "-", "{", "?", "*"],
)
def test_front_matter_made_to_hurt_is_told(deep):
    assert said(f"{GOOD}要点: {deep}\n")
    assert said(f"要点:\n  {deep}\n")


DEPTHS = (
    lambda depth: "[" * depth + "]" * depth,
    lambda depth: "{a: " * (depth // 2) + "[" * (depth - depth // 2) + "]" * (depth - depth // 2) + "}" * (depth // 2),
    lambda depth: "- " * depth + "a",
    lambda depth: "? " * depth + "a",
    lambda depth: "\n" + "".join(f"{' ' * (level + 2)}a:\n" for level in range(depth)),
)


@pytest.mark.parametrize("nested", DEPTHS, ids=["[", "{", "-", "?", ":"])
def test_sixty_levels_are_as_deep_as_it_goes(nested):
    """The front matter itself is the first level; each way to nest counts."""
    assert not any("太深" in text for text in said(f"要点:\n  {nested(59)}\n"))
    assert any("太深" in text for text in said(f"要点:\n  {nested(60)}\n"))


KEYS = st.sampled_from(
    ["标题", "title", "发布日期", "附件", "联系人", "各版", "长者版", "要点", "modes", "contact", "x", ""]
)
VALUES = st.one_of(st.text(max_size=20), st.text("[]{}:：\"'&*!|>-#@%, \n\t甲0", max_size=20), st.just("2024-01-19"))
LINES = st.lists(
    st.tuples(st.sampled_from(["", "  ", "\t", "- "]), KEYS, st.sampled_from([": ", "：", ":", ""]), VALUES)
)


@FEW
@given(LINES.map(lambda lines: "\n".join("".join(line) for line in lines)))
def test_no_front_matter_breaks_the_reader(text):
    data = f"---\n{text}\n---\n".encode("utf-8", "replace")
    parsed = parse(Source("content/dt/a.md", data, NEWS))

    assert parsed.usable or parsed.findings
    assert all(it.place.line >= 0 and it.message.zh and it.message.en for it in parsed.findings)


@FEW
@given(st.binary(max_size=80))
def test_no_bytes_break_the_reader(data):
    text, findings = decode(data, "a.md")
    parse(Source("content/dt/a.md", data, NEWS))

    assert "\r" not in text
    assert text or findings or not data.removeprefix(b"\xef\xbb\xbf")


@FEW
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_gb18030_is_read_back_and_said(text):
    data = ("头，" + text).encode("gb18030")
    decoded, findings = decode(data, "a.md")

    assert decoded == "头，" + text
    assert [finding.verdict for finding in findings] == ["ask"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("重庆长城", "chong-qing-chang-cheng"),
        ("2023年报", "2023-nian-bao"),
        ("Annual-Report_2.1", "Annual-Report_2.1"),
        ("my file (1)", "my-file-1"),
        ("绿地", "lv-di"),
        ("浚县", "xun-xian"),
    ],
)
def test_slugs(name, expected):
    assert slug(name) == expected


def test_readings_of_the_settings_come_first():
    assert words("单县", (("单县", "Shan xian"),)) == ("shan", "xian")


@FEW
@given(st.text(min_size=1, max_size=20))
def test_every_name_gets_an_ascii_slug(name):
    assert slug(name).isascii()
    assert slug(name)
    assert "/" not in slug(name)


def test_what_a_draft_lacks_is_asked_for_and_stops_nothing():
    parsed = parse(Source("content/zcwj/a.md", f"---\n草稿: 是\n{TAIL}".encode(), POLICY))

    assert parsed.usable
    assert parsed.document.draft
    assert parsed.document.date is None
    assert {it.verdict for it in parsed.findings} == {"ask"}
    assert [it.message.zh.split("，")[0] for it in parsed.findings] == [
        f"草稿还缺“{key}”" for key in ("标题", "发布日期", "信息来源", "有效性")
    ]


def test_what_is_wrong_in_a_draft_is_still_a_mistake():
    parsed = parse(Source("content/dt/a.md", f"---\n标题: 甲\n草稿: 是\n发布日期: 明天\n{TAIL}".encode(), NEWS))

    assert [it.verdict for it in parsed.findings].count("fail") == 1
