"""content/_glossary.md: words explained where they first stand, without a change of the text."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen import build, read
from mingwen.model import Term
from mingwen.reading.glossary import glossary, mark
from tests.tiny import NOTICE, lay, tiny

TERMS = (
    Term("行政复议", "请上级再审查一次。"),
    Term("复议", "再议一次。"),
    Term("A & B", "两家。"),
    Term("ICP", "备案。"),
)


def messages(text: str) -> list[str]:
    _, findings = glossary(text.encode(), "content/_glossary.md")
    return [f"{finding.place} {finding.message.zh}" for finding in findings]


def test_a_definition_list_is_read() -> None:
    terms, findings = glossary(
        "# 词语\n\n行政复议\n: 再审查一次。\n\n公证\n：证明真实。\n: 要收费。\n".encode(), "content/_glossary.md"
    )

    assert terms == (Term("行政复议", "再审查一次。"), Term("公证", "证明真实。 要收费。"))
    assert findings == ()


def test_every_mistake_is_told_at_its_line() -> None:
    assert messages(": 无\n甲\n乙\n: 有\n: 多\n乙\n: 又\n丙\n:\n丁\n") == [
        "content/_glossary.md:1:1 这条解释上面一行没有词条。",
        "content/_glossary.md:2:1 “甲”没有解释。请在下一行写 “: 一句话说明白”。",
        "content/_glossary.md:6:1 “乙”写了两次。",
        "content/_glossary.md:8:1 “丙”没有解释。请在下一行写 “: 一句话说明白”。",
        "content/_glossary.md:10:1 “丁”没有解释。请在下一行写 “: 一句话说明白”。",
    ]


def test_first_mention_is_linked_and_the_longer_word_wins() -> None:
    html, found = mark("<p>申请行政复议。复议不收费，行政复议快。</p>", TERMS)

    assert html == (
        '<p>申请<a class="term" href="#term-1" id="term-1-ref">行政复议</a>。'
        '<a class="term" href="#term-2" id="term-2-ref">复议</a>不收费，行政复议快。</p>'
    )
    assert [term.word for term in found] == ["行政复议", "复议"]


def test_links_headings_and_table_heads_are_left_alone() -> None:
    html = (
        '<h2>行政复议</h2><p><a href="b">行政<b>复议</b></a></p><table><tr><th>复议</th></tr></table><code>ICP</code>'
    )

    assert mark(html, TERMS) == (html, ())


def test_latin_words_are_found_whole_and_signs_as_they_are_written() -> None:
    html, found = mark("<p>PICPS，ICP备，A &amp; B。</p>", TERMS)

    assert [term.word for term in found] == ["ICP", "A & B"]
    assert ">A &amp; B</a>" in html


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("行政复议ICPAB& <甲\n", max_size=12), max_size=5))
def test_words_and_lines_stay(paragraphs: list[str]) -> None:
    html = "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    marked, found = mark(html, TERMS)

    assert re.sub(r'<a class="term"[^>]*>|</a>', "", marked) == html
    assert marked.count("\n") == html.count("\n")
    assert marked.count('class="term"') == len(found) == len(set(found))


def test_page_explains_its_words_at_the_end(tmp_path: Path) -> None:
    """In every mode, by plain links; pages without such words have no list."""
    root = tiny(tmp_path)
    lay(
        root,
        {
            "content/_glossary.md": "国庆节\n: 10月1日。\n",
            "content/tzgg/b.md": NOTICE.replace("国庆节", "春节").replace("放假通知", "另一份"),
        },
    )
    built = build(root)
    page = (root / "site/zz/tzgg/fangjia.html").read_text("utf-8")

    assert built.terms == 1
    assert '<a class="term" href="#term-1" id="term-1-ref">国庆节</a>放假七天。' in page
    assert '<dt id="term-1">国庆节</dt>' in page
    assert '10月1日。 <a href="#term-1-ref">回到正文里的“国庆节”</a>' in page
    assert "glossary-label" not in (root / "site/tzgg/b.html").read_text("utf-8")


def test_mistakes_of_the_glossary_stop_the_build(tmp_path: Path) -> None:
    lay(tiny(tmp_path), {"content/_glossary.md": "国庆节\n"})

    assert [finding.rule for finding in read(tmp_path).findings] == ["glossary"]
