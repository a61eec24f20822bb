"""What a document sounds like: figures in words, sentences, tables, and pinyin over characters."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mingwen.model import Body, Document
from mingwen.speaking import script
from mingwen.speaking.file import speech_file
from mingwen.speaking.numbers import cardinal
from mingwen.speaking.pinyin import annotated, common, rare, read, syllables
from mingwen.speaking.polyphones import WORDS, Readings, heard
from mingwen.speaking.saying import say
from mingwen.speaking.sentences import MOST, cut


def document(html: str, title: str = "标题", lang: str = "zh-CN") -> Document:
    return Document("content/a.md", "a.html", "", "page", title, Body(html), lang=lang)


def said(html: str, lang: str = "zh-CN") -> list[str]:
    """What is heard after the title."""
    return [sentence.say for sentence in script(document(html, lang=lang))[1:]]


SPOKEN = {
    # dates and times
    "2024-01-19发布": "二零二四年一月十九日发布",
    "2024年1月19日": "二零二四年一月十九日",
    "自2024/1/1起": "自二零二四年一月一日起",
    "1月19日前": "一月十九日前",
    "2021—2025年": "二零二一至二零二五年",
    "5月1日至3日": "五月一日至三日",
    "1月15日—2月3日": "一月十五日至二月三日",
    "《蓝皮书（2023）》": "《蓝皮书（二零二三）》",
    "9:05开始": "九点零五分开始",
    "8:30—12:00，14:30—17:30": "八点三十分至十二点，十四点三十分至十七点三十分",
    "2024-01-19 09:00": "二零二四年一月十九日 九点",
    # numbers
    "办理2 046件": "办理两千零四十六件",
    "1,024.50元": "一千零二十四点五零元",
    "10010人": "一万零一十人",
    "100000户": "十万户",
    "2件，12件，第2件": "两件，十二件，第二件",
    "2亿元": "两亿元",
    "3.5万元": "三点五万元",
    "增长12.5%": "增长百分之十二点五",
    "下降-3.2％": "下降负百分之三点二",
    "占40%—60%": "占百分之四十至百分之六十",
    "1.5‰": "千分之一点五",
    "3-5个工作日": "三至五个工作日",
    "1/3以上": "三分之一以上",
    "3:1": "三比一",
    "第3条第2款": "第三条第二款",
    "①甲": "一，甲",
    # codes
    "样司〔2023〕5号": "样司，二零二三，五号",
    "（2024）粤0000民初123号": "二零二四，粤零零零零民初一百二十三号",
    "GB/T 9704-2012": "GB T 九七零四，二零一二",
    "电话0760-88881234": "电话零七六零，八八八八幺二三四",
    "手机13800138000": "手机幺三八零零幺三八零零零",
    "电话：88881234": "电话：八八八八幺二三四",
    "拨打12348热线": "拨打幺二三四八热线",
    "007号": "零零七号",
    "见 https://sfj.example.gov.cn/a/b.html": "见 sfj 点 example 点 gov 点 cn，后面的部分请看网页",
    "邮箱 sfj@example.gov.cn": "邮箱 sfj 艾特 example 点 gov 点 cn",
    # clause numbers
    "一、总则": "一，总则",
    "（一）把关": "一，把关",
    "1.学法": "一，学法",
    "（1）立卷": "一，立卷",
    "3.5万元以上": "三点五万元以上",
    # units and signs
    "12.5km²、300㎡": "十二点五平方公里、三百平方米",
    "-5℃至35℃": "零下五摄氏度至三十五摄氏度",
    "21μg/m³": "二十一微克每立方米",
    "￥3.5万元": "三点五万元",
    "120元/人次": "一百二十元每人次",
    "≥3项": "大于等于三项",
    # readings
    "银行业": "银航业",
    "出庭应诉": "出庭硬诉",
    "第三条": "第三条",
    "——": "",
}


@pytest.mark.parametrize(("written", "spoken"), SPOKEN.items(), ids=SPOKEN)
def test_figures_are_said_as_people_say_them(written: str, spoken: str) -> None:
    assert say(written) == spoken


@pytest.mark.parametrize(
    ("digits", "words"),
    {
        "0": "零", "10": "十", "19": "十九", "20": "二十", "101": "一百零一", "110": "一百一十", "200": "二百",
        "1000": "一千", "1001": "一千零一", "1010": "一千零一十", "2000": "两千", "10000": "一万", "20000": "两万",
        "100001": "十万零一", "1000000": "一百万", "10001000": "一千万一千", "100000000": "一亿",
        "200000002": "两亿零二", "1000010000": "十亿零一万",
    }.items(),
)  # fmt: skip
def test_whole_numbers(digits: str, words: str) -> None:
    assert cardinal(digits) == words


def test_readings_of_the_site_come_first() -> None:
    assert heard("朝阳区", (("朝阳", "chao2 yang2"),))[1:] == "阳区"
    assert heard("朝阳区", (("朝阳", "chao2 yang2"),)) != "朝阳区"
    assert heard("朝阳", (("朝阳", "chao2"),)) == "朝阳", "a reading that does not fit is left alone"


@pytest.mark.parametrize("word", WORDS)
def test_spelling_for_the_voice_sounds_like_the_word(word: str) -> None:
    """Each character that was put in has, first of all, the reading that is wanted; the others stay."""
    spelling, reading = WORDS[word]
    syllables_of_it = reading.split()

    assert len(spelling) == len(word) == len(syllables_of_it)
    assert spelling != word
    for character, sound, before in zip(spelling, syllables_of_it, word, strict=True):
        if character != before:
            assert read(character) == (sound,), character


# ── sentences ───────────────────────────────────────────────────────────────────────────────────


def test_sentences_end_where_people_pause() -> None:
    assert cut("他说：“可以。”然后走了；真的？真的！") == ("他说：“可以。”", "然后走了；", "真的？", "真的！")


def test_long_sentences_are_cut_at_commas() -> None:
    sentence = "甲" * 50 + "，" + "乙" * 20 + "，" + "丙" * 30 + "。"

    assert cut(sentence) == ("甲" * 50 + "，" + "乙" * 20 + "，", "丙" * 30 + "。")
    assert cut("甲" * 79 + "。") == ("甲" * 79 + "。",)


def test_long_lists_are_cut_where_nothing_else_helps() -> None:
    parts = cut("、".join(["某某办事处"] * 40) + "。")

    assert len(parts) > 1
    assert all(len(part) <= MOST for part in parts)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="甲乙，。！？；、：…”（）a. 1\n"), st.booleans())
def test_sentences_joined_are_the_text(text: str, chinese: bool) -> None:
    assert "".join(cut(text, chinese)) == text


# ── the script ──────────────────────────────────────────────────────────────────────────────────

TABLE = """<div class="table"><table><caption>表：数据<span class="unit">（单位：件）</span></caption>
<thead><tr><th scope="col">项目</th><th scope="col">数量</th></tr></thead>
<tbody><tr><th scope="row">法律援助</th><td>2 046</td></tr><tr><th scope="row">公证</th><td></td></tr></tbody>
</table></div>"""


def test_rows_of_a_table_are_heard_with_their_headers() -> None:
    assert said(TABLE) == [
        "表：数据（单位：件）",
        "",
        "项目：法律援助，数量：两千零四十六。",
        "项目：公证。",
    ]


def test_headers_that_span_columns_and_cells_that_hang_down() -> None:
    html = (
        "<table><tr><th></th><th colspan=2>2023年</th></tr><tr><th>区</th><th>件</th><th>人</th></tr>"
        "<tr><td rowspan=2>东区</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )

    assert said(html)[2:] == [
        "区：东区，二零二三年 件：一，二零二三年 人：二。",
        "区：东区，二零二三年 件：三，二零二三年 人：四。",
    ]


def test_what_is_no_text_of_the_document_is_not_heard() -> None:
    html = (
        '<p><ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>在<sup class="footnote-mark"><a>1</a></sup>此。</p>'
        '<p>注。 <a class="footnote-back" href="#a">↩</a></p>'
    )

    assert said(html) == ["字在此。", "注。"]


def test_pictures_and_numbers_of_lists_are_heard_though_they_are_no_text() -> None:
    sentences = script(document('<ol start="3"><li>学法</li><li>用法</li></ol><p><img src="a" alt="接待台"></p>'))[1:]

    assert [(each.text, each.say) for each in sentences] == [
        ("学法", "三，学法"),
        ("用法", "四，用法"),
        ("", "图片：接待台"),
    ]


def test_another_language_keeps_its_own_words() -> None:
    html = "<p>Apply by 1.5.2024. It is free, e.g. for you!</p>" + TABLE

    assert said(html, "en")[:2] == ["Apply by 1.5.2024.", "It is free, e.g."]
    assert not any("，" in sentence for sentence in said("<p>A.</p><img alt='Desk'>", "en"))


TAGS = st.sampled_from(
    ["p", "li", "ol", "ul", "table", "tr", "td", "th", "b", "ruby", "rt", "h2", "img", "br", "section", "sup"]
)
PIECES = st.one_of(
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    TAGS.map("<{} class='footnote-mark' alt='图' rowspan=3>".format),
    st.text("甲乙丙，。；2024年-1月%:3/〔〕()<&", max_size=12).map(escape),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["zh-CN", "en"]))
def test_any_html_gives_a_script(html: str, lang: str) -> None:
    sentences = script(document(html, lang=lang))

    assert [sentence.id for sentence in sentences] == list(range(len(sentences)))
    assert speech_file(document(html, lang=lang)).startswith("mingwenSpeech([")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("甲乙丙，。；!2024年 \n", min_size=1, max_size=30), max_size=6))
def test_texts_joined_are_the_text_of_the_body(paragraphs: list[str]) -> None:
    html = "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    joined = "".join(sentence.text for sentence in script(document(html))[1:])

    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", "".join(paragraphs))


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789甲年月日.,:：-—/%〔〕（）㎡号第@a ", max_size=25))
def test_no_text_is_too_odd_to_be_said(text: str) -> None:
    assert isinstance(say(text), str)


# Plain words and stops beside figures in their forms, words that are misread, rare characters.
PLAIN = st.sampled_from(
    ["甲", "办理，", "。", "；", "”", "——", "……", " ", "便民", "查处长", "行业", "朝阳", "给予", "重申"]
)
FIGURES = [
    "、",
    "~",
    "2024年",
    "3",
    "1 024",
    "（一）",
    "2.",
    "样司〔2023〕5号",
    "电话：",
    "12348",
    "0760-88881234",
    "GB/T 9704",
]
RARE = ["AB", "㎡", "-5℃", "￥", "-", "8:30", "1/3", "*", "<", "&", "\u3000", "①", "12.5%", "饕餮", "亳", "𬭎", "三重"]
TEXTS = st.lists(PLAIN | st.sampled_from(FIGURES) | st.sampled_from(RARE), min_size=1, max_size=12).map("".join)
OF_THE_SITE = (("朝阳", "chao2 yang2"), ("行业", "hang2 ye4"), ("甲亳", "jia3"))


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.sampled_from([(), OF_THE_SITE]))
@example(["甲12348", "3"], ())
@example(["——", "甲。（一）甲"], ())
def test_sentences_sound_the_same_together_and_one_by_one(paragraphs: list[str], readings: Readings) -> None:
    """A script is said at once, and what is plain takes a short way; neither may be heard."""
    html = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    alone = [
        (sentence, say(sentence, readings, begins=number == 0))
        for text in paragraphs
        for number, sentence in enumerate(cut(" ".join(text.split())))
    ]

    assert [(text, said) for _, text, said in script(document(html), readings)[1:]] == alone


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, max_size=5))
def test_lengths_are_those_that_a_browser_counts(paragraphs: list[str]) -> None:
    html = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    items, _ = packed(speech_file(document(html)))

    units = [len("".join(text.split()).encode("utf-16-le")) // 2 for _, text, _ in script(document(html))]
    assert [item if isinstance(item, int) else item[0] for item in items] == units


def test_white_space_of_every_kind_is_no_text() -> None:
    """The player counts none of what Python or JavaScript takes for white space; see test_listening.py."""
    blanks = "".join(one for one in map(chr, range(0x10000)) if one.isspace() or one == "\ufeff")
    items, places = packed(speech_file(document(f"<p>张{blanks}三。亳{blanks}州。</p>", f"题{blanks}")))

    assert [item if isinstance(item, int) else item[0] for item in items] == [1, 3, 3]
    assert places == [[4, "bó"]]


def packed(file: str) -> tuple[list[int | list[int | str]], list[list[int | str]]]:
    """The two lists of a speech file."""
    items, places = json.loads(f"[{file.removeprefix('mingwenSpeech(').rstrip().removesuffix(')')}]")
    return items, places


def test_file_holds_lengths_and_only_what_differs() -> None:
    items, rare_places = packed(speech_file(document("<p>可以网上申请。有5件。</p><p>𬭎是人名。</p>", "题")))

    assert items == [1, 7, [4, "有五件。"], 6], "𬭎 is two units in a browser"
    assert rare_places == [[12, "hóng"]]


def test_file_is_safe_in_any_page() -> None:
    assert "</script" not in speech_file(document("<p>&lt;/script&gt;2\u2028。</p>"))


# ── pinyin ──────────────────────────────────────────────────────────────────────────────────────


def test_common_characters_are_those_of_the_standard() -> None:
    assert len(common()) == 3755
    assert {"一", "法", "援"} <= common()
    assert not {"饕", "餮", "亳"} & common()


def test_rare_and_ambiguous_characters_get_pinyin() -> None:
    assert rare("饕餮之徒应诉，给予") == ((0, "tāo"), (1, "tiè"), (4, "yìng"), (7, "jǐ"))
    assert rare("法律援助") == ()
    assert rare("朝阳", (("朝阳", "chao2 yang2"),)) == ((0, "cháo"), (1, "yáng"))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from([(), OF_THE_SITE]))
def test_rare_characters_are_read_as_in_their_run(text: str, readings: Readings) -> None:
    """Only what is rare, or misread in a word of ours, or in a word of the site; read with the characters around it."""
    odd = {found.start() for found in re.finditer("[饕餮亳𬭎]", text)}
    for word, shown in [(word, spelling) for word, (spelling, _) in WORDS.items()] + [
        (word, "") for word, _ in readings
    ]:
        for found in re.finditer(f"(?={word})", text):
            odd |= {found.start() + n for n, letter in enumerate(word) if not shown or letter != shown[n]}
    runs = [
        (run.start(), read(run[0], readings)) for run in re.finditer(r"[\u4e00-\u9fff\U00020000-\U0003ffff]+", text)
    ]
    sounds = {start + n: sound for start, run in runs for n, sound in enumerate(run)}

    assert rare(text, readings) == tuple((at, sounds[at]) for at in sorted(odd) if sounds[at] != text[at])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, *"行业重长处办事同三各"]), max_size=12).map("".join))
def test_every_word_is_spelt_where_it_stands(text: str) -> None:
    spelt, at = "", 0
    while at < len(text):
        word = next((word for word in WORDS if text.startswith(word, at)), text[at])
        spelt += WORDS[word][0] if word in WORDS else word
        at += len(word)

    assert heard(text) == spelt


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(PIECES, st.sampled_from(["<", "<!-- 甲 -->", "<i title='a>乙'>", "乙"])), max_size=20).map(
        "".join
    )
)
def test_pinyin_changes_nothing_but_what_it_puts_over(html: str) -> None:
    assert re.sub(r"<ruby>(.)<rp>\(</rp><rt lang=[^>]*>[^<]*</rt><rp>\)</rp></ruby>", r"\1", annotated(html)) == html


def test_tone_that_is_not_given_is_looked_up() -> None:
    assert syllables("六安", "lu an") == ("lù", "ān")
    assert syllables("六安", "lu4 an1") == ("lù", "ān")
    assert syllables("六安", "lu") == ()


def test_page_with_pinyin_keeps_every_word_and_line() -> None:
    html = '<p title="不动">重庆的 A4 纸</p>\n<p>行长<sup class="footnote-mark"><a aria-label="脚注">一</a></sup></p>'
    ruby = annotated(html)

    assert ruby.count("\n") == html.count("\n")
    assert re.sub(r"<r[tp].*?</r[tp]>|</?ruby>", "", ruby) == html
    assert '<ruby>重<rp>(</rp><rt lang="zh-Latn-pinyin">chóng</rt><rp>)</rp></ruby>' in ruby
    assert ruby.count("<ruby>") == 6


LISTENING = (Path(__file__).parent.parent / "docs/listening.md").read_text("utf-8")
SHOWN = re.findall(r"^\| `([^`]+)` \| (.+) \|$", LISTENING, re.M)


@pytest.mark.parametrize(("written", "spoken"), SHOWN, ids=[written for written, _ in SHOWN])
def test_docs_show_what_is_said(written: str, spoken: str) -> None:
    assert len(SHOWN) > 5
    assert say(written) == spoken
