"""听本页 in real Chromium, with a speech engine that the test drives: what is said, shown and told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mingwen.building import build
from tests.browser.conftest import TODAY
from tests.tiny import SETTINGS, lay, tiny

FAKE = (Path(__file__).parent / "fake_speech.js").read_text("utf-8")
MANUSCRIPT = """\
---
标题: 法律援助怎样申请
发布日期: 2024-01-19 09:00
信息来源: 样例局
{more}---

2024年1月19日起，可以在网上申请[^1]。材料不齐的，一次告知！

## 一、带什么材料

| 材料 | 份数 |
| --- | --- |
| 身份证 | 1 |
| 申请表 | 2 |

## 二、到哪里办

到**服务大厅**办，饕餮路1号；也可以上网。

[^1]: 网址见页脚。
"""
ENGLISH = (
    "---\n标题: How to apply\n发布日期: 2024-01-19\n信息来源: Office\n语言: en\n---\n\nApply online. Bring two forms.\n"
)
SPACED = """\
---
标题: 名单
发布日期: 2024-01-19
信息来源: 样例局
---

张　三，共 12&nbsp;件。

饕&emsp;&#x2028;&#x202f;餮&#xfeff;。到此。
"""
START, PLAYER = "听本页", ".listen"


@pytest.fixture(scope="session")
def spoken_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One document with a table and a footnote, one with a recording, one in English, one with wide spaces."""
    root = tiny(tmp_path_factory.mktemp("spoken"))
    lay(
        root,
        {
            "pyproject.toml": SETTINGS.replace(
                "[tool.mingwen.contact]", "pinyin_pages = true\n\n[tool.mingwen.contact]"
            ),
            "content/tzgg/yuanzhu.md": MANUSCRIPT.format(more=""),
            "content/tzgg/luyin.md": MANUSCRIPT.format(more="录音: luyin.mp3\n"),
            "content/tzgg/luyin.mp3": "no sound, only a file",
            "content/tzgg/english.md": ENGLISH,
            "content/tzgg/spaced.md": SPACED,
        },
    )
    build(root, today=TODAY)
    return root / "site"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


@pytest.fixture
def visit(phone: BrowserContext, spoken_site: Path) -> Iterator[Callable[..., Page]]:
    """visit(name="yuanzhu", before="", prefix=""): a document from the disk, its clock held, with the fake engine."""

    def go(name: str = "yuanzhu", before: str = "", prefix: str = "") -> Page:
        page = phone.new_page()
        page.clock.install()
        page.add_init_script(FAKE)
        if before:
            page.add_init_script(before)
        page.goto((spoken_site / prefix / f"tzgg/{name}.html").as_uri())
        return page

    yield go
    for page in phone.pages:
        # What one test chose is not to be heard in the next.
        page.evaluate("window.localStorage.clear()")
        page.close()


def press(page: Page, name: str) -> None:
    page.locator(PLAYER).get_by_role("button", name=name, exact=True).click()


def listen(page: Page) -> None:
    """Press 听本页 and wait for the first sentence."""
    press(page, START)
    page.wait_for_function("fake.spoken.length > 0")


def end(page: Page, times: int = 1) -> None:
    """The engine reports that the sentence is over."""
    for _ in range(times):
        page.evaluate("fake.end()")


def spoken(page: Page) -> list[str]:
    return [each["text"] for each in page.evaluate("fake.spoken")]


def last(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("fake.spoken[fake.spoken.length - 1]")
    return found


def marked(page: Page) -> str:
    return "".join(page.locator("mark.saying").all_text_contents())


def told(page: Page) -> str:
    """What role=status says once it has spoken."""
    page.clock.run_for(100)
    return page.locator(PLAYER).get_by_role("status").inner_text()


def test_nothing_is_said_until_it_is_asked_for(visit: Callable[..., Page]) -> None:
    page = visit()
    page.clock.run_for(60_000)

    assert spoken(page) == []


def test_each_sentence_is_one_utterance_in_the_order_of_the_page(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    while page.evaluate("!!fake.current"):
        end(page)

    assert spoken(page) == [
        "法律援助怎样申请",
        "二零二四年一月十九日起，可以在网上申请。",
        "材料不齐的，一次告知！",
        "一，带什么材料",
        "材料：身份证，份数：一。",
        "材料：申请表，份数：二。",
        "二，到哪里办",
        "到服务大厅办，饕餮路一号；",
        "也可以上网。",
        "脚注",
        "一，网址见页脚。",
    ]
    assert told(page) == "读完了。"
    expect(page.locator("mark")).to_have_count(0)


def test_the_sentence_is_marked_and_in_the_middle_third(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    end(page, 7)

    assert marked(page) == "到服务大厅办，饕餮路1号；"
    box = page.locator("mark.saying").first.bounding_box()
    assert box is not None
    assert 740 / 3 - 5 <= box["y"] <= 2 * 740 / 3
    style = page.locator("mark.saying").first.evaluate(
        "it => [getComputedStyle(it).textDecorationLine, getComputedStyle(it).textDecorationThickness,"
        " getComputedStyle(it).backgroundColor]"
    )
    assert style == ["underline", "3px", "rgb(255, 229, 138)"]


@pytest.mark.parametrize("prefix", ["", "zz"])
def test_the_button_that_was_pressed_stays_in_sight(visit: Callable[..., Page], prefix: str) -> None:
    """While the title is read, far above it in 长者版; later on, and when it was stopped, at the top of the window."""
    page = visit(prefix=prefix)
    page.locator(".listen-play").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("fake.spoken.length > 0")
    button = page.locator(".listen-play")
    seen = "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }"
    assert button.evaluate(seen)
    end(page, 7)
    assert button.evaluate(seen)
    press(page, "停")
    assert button.evaluate(seen)
    expect(button).to_be_focused()
    page.locator(PLAYER).get_by_text("换声音").click()
    assert page.locator(".listen-voices").evaluate("e => e.getBoundingClientRect().bottom <= innerHeight")


@pytest.mark.parametrize("prefix", ["", "zz"])
def test_the_keyboard_stays_in_the_player_and_the_page_where_it_is(visit: Callable[..., Page], prefix: str) -> None:
    """Through sections that 长者版 shows one after another, and from button to button: what is read stays in sight."""
    page = visit(prefix=prefix)
    button = page.locator(".listen-play")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("fake.spoken.length > 0")
    end(page, 7)

    expect(button).to_be_focused()
    place = "document.querySelector('mark.saying').getBoundingClientRect().top"
    before = page.evaluate(place)
    for name in ("上一句", "下一句", "慢", "快"):
        page.keyboard.press("Tab")
        expect(page.locator(PLAYER).get_by_role("button", name=name, exact=True)).to_be_focused()
        assert page.evaluate(place) == before
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(button).to_have_text("接着听")
    expect(button).to_be_focused()
    # The player has become lower: the browser scrolls by whole pixels to hold the text where it was.
    page.wait_for_function(f"Math.abs({place} - {before}) < 1")


def test_forced_colours_leave_words_on_the_button_and_in_the_mark(visit: Callable[..., Page]) -> None:
    """The browser puts a plate behind text; on a ground of the text's own colour it would be all there is to see."""
    page = visit(prefix="zz")
    page.emulate_media(forced_colors="active")
    listen(page)
    system = page.evaluate(
        """() => { const e = document.createElement('i'); document.body.append(e);
            const of = name => { e.style.color = name; return getComputedStyle(e).color; };
            return ['ButtonFace', 'ButtonText', 'Mark', 'MarkText'].map(of); }"""
    )
    shown = "e => { const s = getComputedStyle(e); return [s.backgroundColor, s.color, s.forcedColorAdjust]; }"

    assert page.locator(".listen-play").evaluate(shown) == [*system[:2], "auto"]
    assert page.locator("mark.saying").first.evaluate(shown) == [*system[2:], "none"]


def test_marks_leave_the_text_as_it_was(visit: Callable[..., Page]) -> None:
    page = visit()
    before = page.locator("#text").inner_html()
    listen(page)
    while page.evaluate("!!fake.current"):
        end(page)
    page.evaluate("document.querySelectorAll('.listen-here').forEach((button) => button.remove())")

    assert page.locator("#text").inner_html() == before


def test_stop_keeps_the_place_and_goes_on_from_it(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    end(page)
    press(page, "停")

    assert page.evaluate("fake.current") is None
    assert told(page) == "停在第 2 句，共 12 句"

    press(page, "接着听")
    assert spoken(page)[1:] == ["二零二四年一月十九日起，可以在网上申请。"] * 2


def test_back_forward_and_from_a_heading(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    press(page, "下一句")
    press(page, "下一句")
    press(page, "上一句")
    assert last(page)["text"] == "二零二四年一月十九日起，可以在网上申请。"

    page.get_by_role("button", name="从这里听 二、到哪里办").click()
    assert last(page)["text"] == "二，到哪里办"
    press(page, "上一句")
    press(page, "上一句")
    press(page, "上一句")
    assert last(page)["text"] == "一，带什么材料", "a row of headers has nothing to say"


def test_slow_and_fast_have_ends(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    for _ in range(4):
        press(page, "快")
    assert last(page)["rate"] == 1.6
    assert told(page) == "已经最快"

    for _ in range(6):
        press(page, "慢")
    assert last(page)["rate"] == 0.6
    assert told(page) == "已经最慢"


def test_elder_reads_slower(visit: Callable[..., Page]) -> None:
    page = visit(prefix="zz")
    listen(page)

    assert last(page)["rate"] == 0.8


def test_best_voice_first_and_another_on_request(visit: Callable[..., Page]) -> None:
    """Local before network, then zh-CN however it is spelt; the default flag counts nothing."""
    page = visit()
    listen(page)
    assert last(page)["voice"] == "婷婷"

    press(page, "停")
    page.locator(PLAYER).get_by_text("换声音").click()
    names = page.locator(".listen-voices label").all_inner_texts()
    assert names == ["婷婷", "美佳", "Online Xiaoxiao（要联网）", "Han（要联网）"]

    page.get_by_role("button", name="试听 美佳").click()
    assert last(page) == {"text": "您好，我来给您读这一页。", "voice": "美佳", "lang": "zh-TW", "rate": 1}
    end(page)
    page.get_by_label("Online Xiaoxiao（要联网）", exact=True).check()
    assert told(page) == "声音换成Online Xiaoxiao（要联网）"
    press(page, "听本页")
    page.wait_for_function("fake.current")
    assert last(page)["voice"] == "Online Xiaoxiao"
    assert told(page) == "这个声音要联网。"


def test_chosen_voice_and_focus_stay_when_the_browser_tells_its_voices_again(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    press(page, "停")
    page.locator(PLAYER).get_by_text("换声音").click()
    page.get_by_label("美佳", exact=True).check()
    page.evaluate("fake.arrive(fake.voices.map((voice) => ({ ...voice })))")

    expect(page.get_by_label("美佳", exact=True)).to_be_focused()
    press(page, START)
    page.wait_for_function("fake.current")
    assert last(page)["voice"] == "美佳"


def test_voice_and_rate_are_kept_for_other_pages_and_forgotten_by_reset(visit: Callable[..., Page]) -> None:
    """Under mw.prefs, beside what 阅读设置 keeps; a name that no voice has any more is passed over."""
    page = visit()
    listen(page)
    press(page, "慢")
    press(page, "停")
    page.locator(PLAYER).get_by_text("换声音").click()
    page.get_by_label("美佳", exact=True).check()
    assert json.loads(page.evaluate("localStorage.getItem('mw.prefs')")) == {"v": 1, "voice": "美佳", "rate": 0.8}

    other = visit("luyin", prefix="dz")
    listen(other)
    assert (last(other)["voice"], last(other)["rate"]) == ("美佳", 0.8)
    other.locator(".panel > summary").click()
    other.get_by_role("button", name="恢复默认").click()
    assert other.evaluate("localStorage.getItem('mw.prefs')") is None
    press(other, "快")
    assert last(other)["rate"] == 1.2, "one step from the mode's own"

    gone = visit(before='localStorage.setItem(\'mw.prefs\', \'{"v":1,"voice":"没有了","rate":9}\')')
    listen(gone)
    assert (last(gone)["voice"], last(gone)["rate"]) == ("婷婷", 1)


def test_every_character_with_pinyin_is_offered_in_the_settings(visit: Callable[..., Page]) -> None:
    """A link, since it leads to another page; the way back stands there too, without opening anything."""
    page = visit()
    page.locator(".panel > summary").click()
    choices = page.get_by_role("group", name="拼音")
    assert choices.get_by_role("radio").count() == 2
    choices.get_by_role("link", name="全部").click()
    assert page.url.endswith("tzgg/yuanzhu.py.html")
    assert page.locator("#text rt").count() > 20
    page.locator(".spelling").get_by_role("link", name="回到不注拼音的网页").click()
    assert page.url.endswith("tzgg/yuanzhu.html")


def test_at_most_six_voices_are_listed(visit: Callable[..., Page]) -> None:
    many = [{"name": f"声音{n}", "lang": "zh-CN", "localService": True} for n in range(9)]
    page = visit(before=f"fake.voices = {json.dumps(many)}")

    expect(page.locator(".listen-voices li")).to_have_count(6)


def test_voices_that_come_late_are_waited_for(visit: Callable[..., Page]) -> None:
    page = visit(before="fake.late = fake.voices; fake.voices = []")
    press(page, START)
    assert told(page) == "正在找声音，请稍等"

    page.clock.run_for(1000)
    page.evaluate("fake.arrive(fake.late)")
    page.wait_for_function("fake.spoken.length > 0")
    assert spoken(page) == ["法律援助怎样申请"]


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("fake.voices = []", "这台设备没有中文声音，不能朗读本页。"),
        ("fake.voices = fake.voices.slice(-1)", "这台设备没有中文声音，不能朗读本页。"),
        ("Object.defineProperty(window, 'speechSynthesis', { value: undefined })", "这个浏览器不会朗读。"),
    ],
    ids=["no voices", "no Chinese voice", "no engine"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("name", "link"), [("yuanzhu", "怎样才能听"), ("luyin", "请听录音")], ids=["help", "recording"]
)
def test_where_nothing_can_be_heard_it_says_so_and_has_no_button(
    visit: Callable[..., Page], before: str, why: str, name: str, link: str
) -> None:
    page = visit(name, before)
    page.clock.run_for(4000)

    expect(page.locator(PLAYER)).to_contain_text(why)
    expect(page.locator(PLAYER).get_by_role("link", name=link)).to_be_visible()
    expect(page.locator(PLAYER).get_by_role("button")).to_have_count(0)


def test_pressed_before_it_is_known_that_there_is_no_voice(visit: Callable[..., Page]) -> None:
    page = visit(before="fake.voices = []")
    press(page, START)
    page.clock.run_for(4000)

    assert told(page) == "这台设备没有中文声音，不能朗读本页。"


def test_an_utterance_that_never_ends_is_tried_once_more_and_then_told(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    page.clock.run_for(11_000)
    assert spoken(page) == ["法律援助怎样申请"] * 2

    page.clock.run_for(11_000)
    assert spoken(page) == ["法律援助怎样申请"] * 2
    assert told(page) == "朗读中断了。请按“接着听”再试；还不行，请换一个声音。"


def test_an_engine_that_dies_midway_is_told_and_the_place_is_kept(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    end(page, 2)
    page.evaluate("fake.fail('synthesis-failed')")
    page.evaluate("fake.fail('synthesis-failed')")
    assert told(page) == "朗读中断了。请按“接着听”再试；还不行，请换一个声音。"

    press(page, "接着听")
    assert last(page)["text"] == "材料不齐的，一次告知！"
    end(page)
    assert last(page)["text"] == "一，带什么材料"


def test_late_news_of_a_sentence_that_was_left_is_no_news(visit: Callable[..., Page]) -> None:
    """Some browsers report the end of what was cancelled after the next sentence has begun."""
    page = visit()
    listen(page)
    page.evaluate("fake.old = fake.current")
    press(page, "下一句")
    page.evaluate("fake.old.onend(new Event('end'))")

    assert len(spoken(page)) == 2


def test_leaving_the_page_ends_it(visit: Callable[..., Page]) -> None:
    page = visit()
    listen(page)
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")

    assert page.evaluate("fake.current") is None
    expect(page.locator(PLAYER).get_by_role("button", name="停", exact=True)).to_have_count(0)


def test_a_translated_page_is_not_read_wrong(visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate("document.querySelector('#text p').textContent = 'You can apply online.'")
    press(page, START)
    assert any(told(page).startswith("朗读稿没有读到，或者网页的文字被改动、翻译过。") for _ in range(20))
    assert spoken(page) == []


def test_wide_spaces_are_white_space_too(visit: Callable[..., Page]) -> None:
    """Names of two characters are written 张　三; the page must count what the build counts, or nothing is read."""
    page = visit("spaced")
    listen(page)
    end(page, 3)

    assert spoken(page) == ["名单", "张 三，共 十二 件。", "饕 餮。", "到此。"]
    assert marked(page) == "到此。"


def test_english_document_is_read_by_an_english_voice(visit: Callable[..., Page]) -> None:
    page = visit("english")
    page.locator(PLAYER).get_by_role("button", name="Listen", exact=True).click()
    page.wait_for_function("fake.spoken.length > 0")
    end(page, 2)

    assert spoken(page) == ["How to apply", "Apply online.", "Bring two forms."]
    assert last(page)["voice"] == "Alex"


def test_shortcut_keys_drive_it(visit: Callable[..., Page]) -> None:
    page = visit()
    for act in ("play", "next"):
        page.evaluate("act => document.dispatchEvent(new CustomEvent('mw:key', { detail: act }))", act)
        page.wait_for_function("fake.current")
    page.wait_for_function("fake.spoken.length > 1")

    assert len(spoken(page)) == 2


@pytest.mark.parametrize("prefix", ["", "wza", "zz", "dz", "gdb"])
@pytest.mark.parametrize("name", ["yuanzhu", "yuanzhu.py"], ids=["plain", "pinyin"])
def test_every_mode_reads_the_same(visit: Callable[..., Page], prefix: str, name: str) -> None:
    """The script is one file for all modes, so its places must fit each; in 长者版 the section that is read opens."""
    page = visit(name, prefix=prefix)
    listen(page)
    end(page, 7)

    assert last(page)["text"] == "到服务大厅办，饕餮路一号；"
    assert marked(page) == "到服务大厅办，饕餮路1号；"
    assert page.locator("mark.saying").first.is_visible()


def test_without_scripts_there_is_no_button_and_the_recording_plays(browser: Browser, spoken_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((spoken_site / "tzgg/luyin.html").as_uri())

    expect(page.locator(PLAYER)).to_be_hidden()
    expect(page.locator("audio[controls]")).to_have_attribute("src", "luyin.mp3")
    context.close()


def test_hard_characters_get_pinyin_and_lose_it_again(visit: Callable[..., Page]) -> None:
    choose = (
        "document.documentElement.setAttribute('data-mw-pinyin', {}); document.dispatchEvent(new Event('mw:prefs'))"
    )
    page = visit()
    plain = page.locator("#text").inner_html()
    page.evaluate(choose.format("'hard'"))
    expect(page.locator("#text ruby")).to_have_count(2)

    assert page.locator("#text rt").all_inner_texts() == ["tāo", "tiè"]
    assert page.locator("#text rp").all_text_contents() == ["(", ")", "(", ")"]
    listen(page)
    end(page, 7)
    assert marked(page) == "到服务大厅办，饕餮路1号；"
    press(page, "停")
    page.evaluate("mwSpeech && document.querySelectorAll('mark').forEach((it) => mwSpeech.unwrap(it))")
    page.evaluate("document.querySelectorAll('.listen-here').forEach((button) => button.remove())")
    page.evaluate(choose.format("''"))
    assert page.locator("#text").inner_html() == plain


@pytest.mark.parametrize("prefix", ["", "zz", "gdb"])
def test_axe_finds_no_violation_in_any_state(visit: Callable[..., Page], prefix: str) -> None:
    axe = Axe()
    found = {}
    page = visit(prefix=prefix)
    found["before"] = axe.run(page).response["violations"]
    listen(page)
    end(page, 4)
    found["reading"] = axe.run(page).response["violations"]
    press(page, "停")
    page.locator(PLAYER).get_by_text("换声音").click()
    told(page)
    found["stopped, voices open"] = axe.run(page).response["violations"]
    silent = visit(before="fake.voices = []", prefix=prefix)
    silent.clock.run_for(4000)
    found["no voice"] = axe.run(silent).response["violations"]

    assert {state: [each["id"] for each in some] for state, some in found.items() if some} == {}


@pytest.mark.parametrize("prefix", ["", "zz"])
def test_the_bar_fits_a_phone_and_covers_no_focus(visit: Callable[..., Page], prefix: str) -> None:
    """While it reads it stays in sight in at most two rows of buttons, and what gets the focus comes below it."""
    page = visit(prefix=prefix)
    listen(page)
    end(page, 7)
    bar = page.locator(PLAYER).bounding_box()
    middles = page.locator(f"{PLAYER} button:visible").evaluate_all(
        "all => all.map(it => it.getBoundingClientRect()).map(box => Math.round((box.top + box.bottom) / 20))"
    )
    assert bar is not None
    assert bar["y"] == 0
    assert bar["x"] >= 0
    assert bar["x"] + bar["width"] <= 360
    assert len(set(middles)) <= 2

    page.locator("#text button:visible").first.focus()
    focused = page.locator("#text button:visible").first.bounding_box()
    assert focused is not None
    assert focused["y"] >= bar["height"]


def test_nothing_moves_when_the_player_comes(visit: Callable[..., Page]) -> None:
    """It keeps its room from the first paint on, and the page does not wait for its scripts."""
    page = visit(before="new PerformanceObserver((list) => (window.moved = list.getEntries())).observe("
                        "{ type: 'layout-shift', buffered: true })")  # fmt: skip
    expect(page.locator(PLAYER).get_by_role("button", name=START)).to_be_visible()

    assert page.evaluate("(window.moved || []).filter((shift) => !shift.hadRecentInput).length") == 0
    assert page.locator("body script").count() == page.locator("body script[src*='resume']").count()
