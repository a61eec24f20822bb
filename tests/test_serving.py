"""The preview: the last good site stays on screen, a save is seen, mistakes are shown on the page."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mingwen.errors import MingwenError
from mingwen.model import MODES
from mingwen.reading.settings import load
from mingwen.serving import listening
from mingwen.serving.components import lay_out
from mingwen.serving.watch import changed, look
from tests.tiny import COLUMN, NOTICE, SETTINGS, lay, tiny

PAGE = "content/tzgg/fangjia.md"


def free_port(wanted: int) -> int:
    """A port that nobody listens on just now."""
    with listening(wanted) as listener:
        return int(listener.getsockname()[1])


class Preview:
    """`mingwen serve` in a process of its own; `output` grows as it speaks."""

    def __init__(self, root: Path, port: int) -> None:
        self.log = root / "serve.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mingwen", "serve", "--port", str(port)],
                cwd=root,
                env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.address = ""
        self.wait(lambda: "预览：" in self.output)
        self.address = re.findall(r"http://\S+?/", self.output)[0]

    @property
    def output(self) -> str:
        return self.log.read_text("utf-8")

    def wait(self, done: Callable[[], bool]) -> None:
        """Until `done`, at most 20 seconds: a noisy machine is slow, a broken preview never gets there."""
        end = time.monotonic() + 20
        while not done():
            assert time.monotonic() < end, self.output
            assert self.process.poll() is None, self.output
            time.sleep(0.05)

    def get(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return str(error.read().decode())
        except OSError:
            return ""

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tiny(tmp_path)


@pytest.fixture
def preview(site: Path) -> Iterator[Preview]:
    running = Preview(site, free_port(8700))
    yield running
    if running.process.poll() is None:
        running.stop()


def test_save_is_seen(site, preview):
    preview.wait(lambda: "放假七天" in preview.get("tzgg/fangjia.html"))
    lay(site, {PAGE: NOTICE.replace("七天", "八天")})

    preview.wait(lambda: "放假八天" in preview.get("tzgg/fangjia.html"))
    assert re.search(r"已更新 \d\d:\d\d:\d\d", preview.output)


def test_what_the_checks_found_is_told_after_each_build(site, preview):
    """Of the page that was just saved first, though another has more."""
    assert "检查：0 处不合格，0 处要人来判断" in preview.output
    more = "\n\n详见[更多](fangjia.md)，[更多](fangjia.md)。\n"
    lay(site, {"content/tzgg/zhiban.md": NOTICE.replace("放假", "值班").rstrip() + more})
    preview.wait(lambda: "content/tzgg/zhiban.md:9 [link-purpose]" in preview.output)
    lay(site, {PAGE: NOTICE.rstrip() + "见[点击这里](zhiban.md)。\n"})
    preview.wait(lambda: "“更多”" in preview.output.partition("“点击这里”")[2])
    last = preview.output.rpartition("已更新")[2].splitlines()

    assert last[1] == "检查：0 处不合格，3 处要人来判断（几版共有的只算一处）"
    assert last[2].startswith(f"  {PAGE}:7 [link-purpose]")
    assert "“更多”" in last[3]


def test_mistake_is_on_the_page_above_the_last_good_one(site, preview):
    preview.wait(lambda: "放假七天" in preview.get("tzgg/fangjia.html"))
    lay(site, {PAGE: NOTICE.replace("2024-09-20 09:00", "2024-13-40")})

    preview.wait(lambda: 'role="alert"' in preview.get("tzgg/fangjia.html"))
    page = preview.get("tzgg/fangjia.html")
    assert "content/tzgg/fangjia.md:3:" in page
    assert "放假七天" in page
    assert "content/tzgg/fangjia.md:3:" in preview.output

    lay(site, {PAGE: NOTICE})
    preview.wait(lambda: 'role="alert"' not in preview.get("tzgg/fangjia.html"))


def test_settings_styles_and_templates_are_watched(site, preview):
    lay(site, {"static/css/components/own.css": ".own { color: rgb(1 2 3) }\n"})
    preview.wait(lambda: "rgb(1 2 3)" in preview.get("css/standard.css"))
    lay(site, {"templates/404.html": "<!doctype html><title>自己的</title><p>自己的 404"})
    preview.wait(lambda: "自己的 404" in preview.get("404.html"))
    settings = (site / "pyproject.toml").read_text("utf-8")
    lay(site, {"pyproject.toml": settings.replace("样例局", "改名局")})
    preview.wait(lambda: "改名局" in preview.get("index.html"))


def test_many_pages_are_made_in_processes_beside_the_one_that_serves(tmp_path):
    """Enough of them that workers are worth it, at the start and after a change of all pages."""
    notices = {f"content/tzgg/n{number:03}.md": NOTICE for number in range(260)}
    site = lay(tiny(tmp_path), {"pyproject.toml": SETTINGS.replace("site_id", "modes = []\nsite_id"), **notices})
    running = Preview(site, free_port(8750))
    try:
        lay(site, {"pyproject.toml": (site / "pyproject.toml").read_text("utf-8").replace("样例局", "改名局")})
        running.wait(lambda: "改名局" in running.get("tzgg/n259.html"))
        running.wait(lambda: running.output.count("检查：0 处不合格") == 2)
    finally:
        assert running.stop() == 0
    assert "Traceback" not in running.output


def test_missing_page_shows_the_sites_own_404(preview):
    preview.wait(lambda: "没有找到" in preview.get("nowhere.html"))


def test_nothing_outside_the_site_is_served(preview):
    assert "tool.mingwen" not in preview.get("../pyproject.toml")
    assert "tool.mingwen" not in preview.get("%2e%2e/pyproject.toml")


def test_taken_port_is_told_and_the_next_one_used(site):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port(8800)))
        taken.listen()
        port = taken.getsockname()[1]
        running = Preview(site, port)
        assert f"端口 {port} 已被占用" in running.output
        assert f":{port}/" not in running.address
        assert running.stop() == 0


def test_two_previews_started_together_take_two_ports(site):
    port = free_port(8950)
    log = (site / "both.log").open("w")
    words = [sys.executable, "-m", "mingwen", "serve", "--port", str(port)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUNBUFFERED": "1"}
    both = [subprocess.Popen(words, cwd=site, env=env, stdout=log, stderr=subprocess.STDOUT) for _ in range(2)]
    end = time.monotonic() + 30
    while (site / "both.log").read_text("utf-8").count("预览：") < 2 and time.monotonic() < end:
        time.sleep(0.1)
    log.close()
    codes = [process.poll() for process in both]
    for process in both:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)

    told = (site / "both.log").read_text("utf-8")
    assert codes == [None, None], told
    assert len(set(re.findall(r"预览：(http://\S+?/)", told))) == 2


def test_ctrl_c_ends_it_with_a_word(preview):
    assert preview.stop() == 0
    assert "预览已结束" in preview.output


def test_broken_from_the_start_still_serves_the_mistake(tmp_path):
    site = tiny(tmp_path)
    lay(site, {PAGE: NOTICE.replace("2024-09-20 09:00", "2024-13-40")})
    running = Preview(site, free_port(8900))
    running.wait(lambda: "content/tzgg/fangjia.md:3:" in running.get("index.html"))
    lay(site, {PAGE: NOTICE})

    running.wait(lambda: "放假七天" in running.get("tzgg/fangjia.html"))
    running.stop()


def test_look_sees_what_was_added_altered_and_removed(tmp_path):
    lay(tmp_path, {"a.md": "一", "b.md": "二", ".hidden": "x", "c.md~": "x"})
    before = look([tmp_path])
    (tmp_path / "a.md").unlink()
    lay(tmp_path, {"b.md": "二改", "d.md": "四", ".hidden": "xx", "c.md~": "xx"})

    assert [Path(path).name for path in changed(before, look([tmp_path]))] == ["a.md", "b.md", "d.md"]


def test_look_takes_files_and_folders_that_are_not_there(tmp_path):
    lay(tmp_path, {"pyproject.toml": "x"})

    assert [Path(path).name for path in look([tmp_path / "pyproject.toml", tmp_path / "no"])] == ["pyproject.toml"]


def test_components_are_shown_in_all_modes(tmp_path: Path) -> None:
    """The theme's, and those that the site lays over them."""
    macro = '{% macro points(sentences) %}<p class="own">本站的要点</p>{% endmacro %}'
    lay(tiny(tmp_path), {"templates/components/points/points.html": macro})
    lay_out(tmp_path, load(tmp_path), tmp_path / "out")
    pages = {mode.key: (tmp_path / "out" / mode.prefix / "index.html").read_text("utf-8") for mode in MODES}

    for key, text in pages.items():
        assert text.count("<h2>") > 30, key
        assert "本站的要点" in text
        assert 'class="panel"' in text
        assert f"css/{key}.css" in text
    assert (tmp_path / "out" / "js" / "prefs.js").is_file()


def test_components_that_did_not_change_are_left_alone(tmp_path: Path) -> None:
    """What a save changed is told by the paths of the output, so that the preview loads these pages again."""
    lay(tiny(tmp_path), {"static/js/own.js": "1", "static/css/components/own.css": ".own { color: red }"})
    settings, out = load(tmp_path), tmp_path / "out"

    assert {"index.html", "css/elder.css", "js/own.js", "js/prefs.js"} <= lay_out(tmp_path, settings, out)
    assert lay_out(tmp_path, settings, out) == frozenset()
    lay(tmp_path, {"static/css/components/own.css": ".own { color: blue }"})
    assert lay_out(tmp_path, settings, out) == {f"css/{mode.key}.css" for mode in MODES}
    (tmp_path / "static/js/own.js").unlink()
    assert lay_out(tmp_path, settings, out) == {"js/own.js"}
    lay(
        tmp_path,
        {"templates/components/actions/actions.html": "{% macro actions(characters, contact) %}新{% endmacro %}"},
    )
    assert lay_out(tmp_path, settings, out) == {f"{mode.prefix}index.html" for mode in MODES}


def test_a_view_that_wears_the_styles_of_another_mode_has_no_components_of_its_own(tmp_path):
    lay(tmp_path, {"pyproject.toml": SETTINGS.replace("site_id", "hant = true\nsite_id")})

    assert "hant/index.html" not in lay_out(tmp_path, load(tmp_path), tmp_path / "out")


def test_a_mistake_in_an_example_is_told_where_it_is(tmp_path: Path) -> None:
    lay(tiny(tmp_path), {"templates/components/points/examples.toml": '[[example]]\nname = "错"\nsentence = ["甲"]\n'})

    with pytest.raises(MingwenError) as caught:
        lay_out(tmp_path, load(tmp_path), tmp_path / "out")
    assert str(caught.value.where) == "templates/components/points/examples.toml"


def test_only_pages_that_changed_are_loaded_again(preview):
    """Two browsers, one page each: the one whose page is as before hears nothing until it changes."""
    import asyncio

    from tornado.websocket import websocket_connect

    async def heard() -> tuple[list[str], bool]:
        socket_address = preview.address.replace("http", "ws") + "livereload"
        browsers = [await websocket_connect(socket_address) for _ in range(2)]
        for browser, page in zip(browsers, ("tzgg/fangjia.html", "sitemap.html"), strict=True):
            await browser.write_message(json.dumps({"command": "info", "url": preview.address + page}))
        await asyncio.sleep(0.3)
        lay(preview.log.parent, {PAGE: NOTICE.replace("七天", "八天")})
        told = await asyncio.wait_for(browsers[0].read_message(), 20)
        lay(preview.log.parent, {PAGE: NOTICE.replace("放假通知", "放假安排")})
        both = await asyncio.wait_for(browsers[0].read_message(), 20)
        # The third news is for the second browser only; nothing came to it before.
        lay(preview.log.parent, {"content/tzgg/_column.md": COLUMN.replace("名称: 通知公告", "名称: 通告")})
        other = await asyncio.wait_for(browsers[1].read_message(), 20)
        waiting = asyncio.ensure_future(browsers[1].read_message())
        await asyncio.sleep(0.2)
        more = waiting.done()
        for browser in browsers:
            browser.close()
        await asyncio.sleep(0.2)
        return [str(told), str(both), str(other)], more

    preview.wait(lambda: "放假通知" in preview.get("tzgg/fangjia.html"))
    # In a thread of its own: where browser tests ran before, Playwright's loop is running in this one.
    with ThreadPoolExecutor(1) as pool:
        told, more = pool.submit(lambda: asyncio.run(heard())).result()

    assert [json.loads(each)["command"] for each in told] == ["reload"] * 3
    assert not more
