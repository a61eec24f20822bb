"""What pages a site has on a day, and what each of them shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from mingwen.model import Body, Column, Contact, Document, Override, Page, Plan, Settings, Site
from mingwen.planning import all_pages, plan

TODAY = date(2026, 11, 24)
SETTINGS = Settings("样例市司法局", "https://sfj.example.gov.cn/")
OPEN = Column("zwgk", "zwgk", "政务公开", "公开政务信息", order=1)
PLANS = Column("zwgk/ghjh", "zwgk/ghjh", "规划计划", "规划与计划", order=2, parent="zwgk")
NEWS = Column("zwgk/dt", "zwgk/dt", "动态", "工作动态", order=1, parent="zwgk")


def document(name: str, day: int, **other: object) -> Document:
    """A report in 规划计划, published on a day of January 2024."""
    made = Document(
        f"content/zwgk/ghjh/{name}.md",
        f"zwgk/ghjh/{name}.html",
        "zwgk/ghjh",
        "report",
        f"报告 {name}",
        Body("<p>正文</p>\n"),
        datetime(2024, 1, day, 9, 0),
    )
    return replace(made, **other)  # type: ignore[arg-type]  # the fields are named by each test


def planned(*documents: Document, settings: Settings = SETTINGS, today: date = TODAY) -> Plan:
    return plan(Site(settings, (OPEN, PLANS, NEWS), documents), today)


def page(made: Plan, path: str) -> Page:
    return next(page for page in all_pages(made) if page.path == path)


def paths(made: Plan) -> set[str]:
    return {page.path for page in all_pages(made)}


def test_every_page_comes_in_every_mode():
    """A reader who changes the mode stays on the same page."""
    made = planned(document("a", 1))
    standard = {page.path for page in all_pages(made) if page.mode.key == "standard" and page.path.endswith(".html")}

    for prefix in ("wza/", "zz/", "dz/", "gdb/"):
        found = {path for path in paths(made) if path.startswith(prefix) and not path.endswith(".print-l.html")}
        assert found == {prefix + path for path in standard - {"404.html"}}


def test_documents_in_elder_mode_have_a_page_to_print():
    """大字打印 is a page, so that it needs no script; its address in 标准版 is the document's own."""
    made = planned(document("a", 1))
    prints = [page for page in all_pages(made) if page.template == "print.html"]

    assert [(page.path, page.url) for page in prints] == [("zz/zwgk/ghjh/a.print-l.html", "zwgk/ghjh/a.html")]
    assert [page.path for page in all_pages(made) if page.print_url] == ["zz/zwgk/ghjh/a.html"]


def test_a_manuscript_stands_in_for_a_page_of_the_theme():
    own = document("a", 1, url="help.html", column="")
    pages = [page for page in all_pages(planned(own)) if page.url == "help.html" and page.mode.key == "standard"]

    assert [page.template for page in pages] == ["document.html"]
    assert "accessibility.html" in paths(planned(own))


def test_new_body_keeps_the_column_page():
    """A list page depends on titles and dates, not on the text behind them."""
    before = planned(document("a", 1))
    after = planned(document("a", 1, body=Body("<p>改过的正文</p>\n")))

    assert page(before, "zwgk/ghjh/index.html") == page(after, "zwgk/ghjh/index.html")
    assert page(before, "zwgk/ghjh/a.html") != page(after, "zwgk/ghjh/a.html")


def test_new_title_changes_the_column_page():
    before = planned(document("a", 1))
    after = planned(document("a", 1, title="另一个题目"))

    assert page(before, "zwgk/ghjh/index.html") != page(after, "zwgk/ghjh/index.html")


def test_column_lists_newest_first_twenty_a_page():
    made = planned(*(document(f"d{day:02}", day) for day in range(1, 22)))
    first, second = page(made, "zwgk/ghjh/index.html"), page(made, "zwgk/ghjh/index_2.html")

    assert [entry.title for entry in first.entries] == [f"报告 d{day:02}" for day in range(21, 1, -1)]
    assert [entry.title for entry in second.entries] == ["报告 d01"]
    assert first.pager is not None
    assert first.pager.urls == ("zwgk/ghjh/index.html", "zwgk/ghjh/index_2.html")


def test_documents_of_one_minute_have_a_fixed_order():
    """Two machines must agree, whatever order the files were read in."""
    a, b = document("a", 1), document("b", 1)

    assert planned(a, b) == planned(b, a)


def test_empty_column_still_has_a_page():
    """The menu links to it."""
    made = planned()

    assert page(made, "zwgk/dt/index.html").entries == ()


def test_today_decides_what_is_published():
    made = planned(
        document("draft", 1, draft=True),
        document("early", 2, date=datetime(2026, 11, 25, 0, 0)),
        document("today", 3, date=datetime(2026, 11, 24, 23, 59)),
        document("last-day", 4, expires=date(2026, 11, 25)),
        document("expired", 5, expires=date(2026, 11, 24)),
    )
    published = {path.removeprefix("zwgk/ghjh/") for path in paths(made) if path.startswith("zwgk/ghjh/")}

    assert published == {"index.html", "today.html", "today.say.js", "last-day.html", "last-day.say.js"}
    assert (made.skipped.drafts, made.skipped.early, made.skipped.expired) == (1, 1, 1)


def test_neighbours_are_the_earlier_and_the_later_document():
    made = planned(document("a", 1), document("b", 2), document("c", 3))
    middle = page(made, "zwgk/ghjh/b.html")

    assert middle.earlier is not None
    assert middle.earlier.title == "报告 a"
    assert middle.later is not None
    assert middle.later.title == "报告 c"
    assert page(made, "zwgk/ghjh/a.html").earlier is None


def test_breadcrumb_leads_from_home_to_the_parent():
    made = planned(document("a", 1))

    assert [entry.title for entry in page(made, "zwgk/ghjh/a.html").trail] == ["首页", "政务公开", "规划计划"]
    assert [entry.title for entry in page(made, "zwgk/ghjh/index.html").trail] == ["首页", "政务公开"]


def test_interpretation_of_a_draft_is_left_out_until_its_day():
    policy = document("policy", 1, interpreted_by=("content/zwgk/ghjh/says.md",))
    draft = document("says", 2, draft=True)

    assert page(planned(policy, draft), "zwgk/ghjh/policy.html").interpreted_by == ()
    assert [
        entry.title
        for entry in page(planned(policy, replace(draft, draft=False)), "zwgk/ghjh/policy.html").interpreted_by
    ] == ["报告 says"]


def test_old_address_leads_to_the_new_one():
    made = planned(document("a", 1, aliases=("old/post_1.html",)))

    assert page(made, "old/post_1.html").target == "zwgk/ghjh/a.html"


def test_mode_override_changes_that_mode_only():
    ring = Contact("张老师", "0760-00000000")
    made = planned(document("a", 1, summary=("要点",), overrides=(Override("elder", ("给长者的要点",), ring),)))
    elder, standard = page(made, "zz/zwgk/ghjh/a.html").document, page(made, "zwgk/ghjh/a.html").document

    assert elder is not None
    assert (elder.summary, elder.contact) == (("给长者的要点",), ring)
    assert standard is not None
    assert (standard.summary, standard.contact) == (("要点",), None)


def test_two_things_with_one_address_are_named():
    made = planned(document("a", 1, aliases=("sitemap.html",)))

    assert [finding.rule for finding in made.findings] == ["duplicate-url"]
    assert "sitemap.html" in made.findings[0].message.zh


def test_menu_follows_the_order_of_columns():
    (top,) = planned().frame.menu

    assert (top.title, [item.title for item in top.items]) == ("政务公开", ["动态", "规划计划"])


def test_all_modes_share_one_speech_script():
    """Its address changes when the text does, so that no browser reads yesterday's script to today's page."""
    made = planned(document("a", 1))
    again = planned(document("a", 1, body=Body("<p>正文</p>\n", "another digest", words="other words")))
    moved = planned(document("a", 1, body=Body("<p>正文</p>\n", "another digest")))
    foreign = planned(document("a", 1, lang="en"))
    scripts = {page.speech for page in all_pages(made) if page.template == "document.html"}

    assert [page.path for page in all_pages(made) if page.template == "speech"] == ["zwgk/ghjh/a.say.js"]
    assert len(scripts) == 1
    assert next(iter(scripts)).startswith("zwgk/ghjh/a.say.js?v=")
    assert page(again, "zwgk/ghjh/a.html").speech not in scripts
    assert page(foreign, "zwgk/ghjh/a.html").speech not in scripts
    # Where only lines have moved, it is the script that browsers have.
    assert page(moved, "zwgk/ghjh/a.html").speech in scripts


def test_pages_with_pinyin_are_made_where_the_settings_ask():
    """In every mode, for documents in Chinese; each is linked from its plain page and leads to the same address."""
    asked = replace(SETTINGS, pinyin_pages=True)
    made = planned(document("a", 1), document("b", 2, lang="en"), settings=asked)

    assert {page.path for page in all_pages(made) if page.variant == "pinyin"} == {
        f"{prefix}zwgk/ghjh/a.py.html" for prefix in ("", "wza/", "zz/", "dz/", "gdb/")
    }
    assert page(made, "zz/zwgk/ghjh/a.html").pinyin == "zwgk/ghjh/a.py.html"
    assert page(made, "zz/zwgk/ghjh/a.py.html").url == "zwgk/ghjh/a.html"
    assert page(made, "zwgk/ghjh/b.html").pinyin == ""
    assert not any(page.variant for page in all_pages(planned(document("a", 1))))
