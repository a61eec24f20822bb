"""The whole chain: what a good site gives, and what each kind of mistake says and leaves alone."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from mingwen import build
from mingwen.building import previewed
from mingwen.errors import ManuscriptError
from tests.tiny import NOTICE, SETTINGS, lay, mingwen, tiny, tree

TODAY = date(2026, 11, 24)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tiny site that was built once."""
    root = tiny(tmp_path / "site")
    build(root, today=TODAY)
    return root


def test_builds_every_mode(site):
    pages = {path for path in tree(site / "site") if path.endswith("tzgg/fangjia.html")}

    assert pages == {prefix + "tzgg/fangjia.html" for prefix in ("", "wza/", "zz/", "dz/", "gdb/")}


def test_second_build_is_the_same_to_the_byte(site):
    before = tree(site / "site")
    built = build(site, today=TODAY)

    assert tree(site / "site") == before
    assert (built.written.added, built.written.changed, built.written.removed) == ((), (), ())


def test_a_preview_leaves_what_is_published_alone(site):
    before = tree(site / "site")
    verdict = (site / ".mingwen" / "build.json").read_bytes()
    draft = site / "content" / "tzgg" / "caogao.md"
    draft.write_text(NOTICE.replace("---\n", "---\n草稿: 是\n", 1), "utf-8")
    build(site, today=TODAY, preview=True, drafts=True)

    assert tree(site / "site") == before
    assert (site / ".mingwen" / "build.json").read_bytes() == verdict
    assert (previewed(site) / "tzgg" / "caogao.html").is_file()
    assert build(site, today=TODAY).written.added == ()
    assert tree(site / "site") == before


def test_a_build_after_a_preview_publishes_what_was_previewed(site):
    file = site / "content" / "tzgg" / "fangjia.md"
    file.write_text(file.read_text("utf-8") + "\n添一句话。\n", "utf-8")
    build(site, today=TODAY, preview=True)
    built = build(site, today=TODAY)

    assert "tzgg/fangjia.html" in built.written.changed
    assert tree(site / "site") == tree(previewed(site))


def test_what_a_draft_links_waits_with_it(site):
    text = NOTICE.replace("---\n", "---\n草稿: 是\n", 1) + "\n见[名单](mingdan.pdf)。\n"
    lay(site / "content" / "tzgg", {"caogao.md": text, "mingdan.pdf": "%PDF-1.7"})
    built = build(site, today=TODAY)

    assert not (site / "site" / "tzgg" / "mingdan.pdf").exists()
    assert "unmentioned-file" not in {it.rule for it in built.findings}


def test_a_file_that_no_manuscript_uses_is_asked_about(site):
    lay(site / "content" / "tzgg", {"caogao.docx": "x"})
    asked = [it for it in build(site, today=TODAY).findings if it.rule == "unmentioned-file"]

    assert [(str(it.place), it.verdict) for it in asked] == [("content/tzgg/caogao.docx", "ask")]
    assert (site / "site" / "tzgg" / "caogao.docx").is_file()


def test_fresh_build_elsewhere_is_the_same_to_the_byte(site, tmp_path):
    """No path, no time of day and no order of files gets into a page."""
    shutil.copytree(site, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("site", ".mingwen"))
    build(tmp_path / "elsewhere", today=TODAY)

    assert tree(tmp_path / "elsewhere" / "site") == tree(site / "site")


def test_processes_give_the_same_to_the_byte(site, tmp_path):
    shutil.copytree(site, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("site", ".mingwen"))
    with ProcessPoolExecutor(2) as executor:
        build(tmp_path / "elsewhere", today=TODAY, executor=executor)

    assert tree(tmp_path / "elsewhere" / "site") == tree(site / "site")


def test_verdict_tells_what_was_made(site):
    done = mingwen("build", "--today", "2026-11-24", cwd=site)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "site/ 共 " in done.stdout
    assert "0 处不合格" in done.stdout


def test_verdict_speaks_english(site):
    done = mingwen("build", "--lang", "en", "--today", "2026-11-24", cwd=site)

    assert "0 failures" in done.stdout


MISTAKES = {
    "bad date": ("content/tzgg/fangjia.md", NOTICE.replace("2024-09-20 09:00", "2024-13-40"), "fangjia.md:3:"),
    "YAML error": ("content/tzgg/fangjia.md", NOTICE.replace("标题: 放假", "标题： 放假"), "fangjia.md:2"),
    "front matter that never ends": ("content/tzgg/fangjia.md", "---\n标题: 放假通知\n\n正文\n", "fangjia.md:"),
    "missing title": ("content/tzgg/fangjia.md", NOTICE.replace("标题: 放假通知\n", ""), "标题"),
    "missing image": ("content/tzgg/fangjia.md", NOTICE + "\n![放假安排图](tu.png)\n", "fangjia.md:9:"),
    "missing attachment": ("content/tzgg/fangjia.md", NOTICE + "\n[报名表](biao.docx)\n", "fangjia.md:9:"),
    "link to nowhere": ("content/tzgg/fangjia.md", NOTICE + "\n[另一篇](lingyipian.md)\n", "fangjia.md:9:"),
    "unknown column": ("content/tzgg/fangjia.md", NOTICE.replace("标题:", "栏目: 没有的栏目\n标题:"), "没有的栏目"),
    "two documents with one address": ("content/tzgg/FangJia.md", NOTICE, "fangjia"),
    "column without a description": ("content/dt/xinwen.md", NOTICE, "_column.md"),
    "unknown key": ("content/tzgg/fangjia.md", NOTICE.replace("信息来源", "信息来原"), "信息来源"),
    "settings that are no TOML": ("pyproject.toml", "[tool.mingwen\n", "pyproject.toml:1"),
    "unknown setting": ("pyproject.toml", SETTINGS.replace("organiser", "organizer"), "organiser"),
    "no settings": ("pyproject.toml", "[project]\nname = 'x'\n", "mingwen new site"),
}


@pytest.mark.parametrize(("path", "text", "says"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_told_and_the_old_site_stays(site, path, text, says):
    before = tree(site / "site")
    lay(site, {path: text})
    if path == "content/tzgg/FangJia.md":
        lay(site, {path: NOTICE.replace("标题:", "网址名: fangjia\n标题:")})

    done = mingwen("build", cwd=site)

    assert done.returncode == 2, done.stdout + done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(site / "site") == before


def test_all_mistakes_come_at_once(site):
    lay(
        site,
        {
            "content/tzgg/fangjia.md": NOTICE.replace("2024-09-20 09:00", "明天").replace("信息来源: 样例局\n", ""),
            "content/tzgg/b.md": NOTICE + "\n![图](tu.png)\n\n[文](wen.md)\n",
        },
    )
    with pytest.raises(ManuscriptError) as caught:
        build(site)

    assert len({(finding.place.path, finding.place.line) for finding in caught.value.findings}) >= 4


def test_finding_in_the_body_points_into_the_manuscript(site):
    """A table without header cells, written as raw HTML: only the linter sees it."""
    lay(site, {"content/tzgg/fangjia.md": NOTICE + "\n第二段。\n\n详情[点击这里](fangjia.md)。\n"})
    built = build(site, today=TODAY)
    sources = {str(finding.source) for finding in built.findings if finding.rule == "link-purpose"}

    assert sources == {"content/tzgg/fangjia.md:11"}


def test_file_where_the_site_belongs_is_kept(site):
    shutil.rmtree(site / "site")
    (site / "site").write_text("要紧的东西")

    done = mingwen("build", cwd=site)

    assert done.returncode == 2
    assert "不是文件夹" in done.stderr
    assert (site / "site").read_text() == "要紧的东西"


def in_small_disk(site: Path, options: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run mingwen in a mount namespace of its own, where `site` lies on a small file system."""
    disk = site.parent / "disk"
    disk.mkdir()
    steps = (
        f"mount -t tmpfs -o size=4m none {disk}",
        f"cp -r {site}/. {disk} && cd {disk}",
        "find site -type f | sort | xargs sha256sum > before",
        f"{options} && {' '.join(words)}; code=$?",
        "sha256sum --quiet --check before || code=99",
        "exit $code",
    )
    script = "\n".join(steps)
    return subprocess.run(["unshare", "--mount", "sh", "-c", script], capture_output=True, text=True, encoding="utf-8")


COMMAND = (
    f"PYTHONPATH={Path(__file__).parent.parent}",
    sys.executable,
    "-m",
    "mingwen",
    "build",
    "--today",
    "2026-11-24",
)


@pytest.fixture(scope="module")
def namespaces() -> None:
    probe = subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True)
    if probe.returncode:
        pytest.skip("this system does not let us mount a small disk of our own")


def test_full_disk_is_told_and_the_old_site_stays(site, namespaces):
    lay(site, {f"content/tzgg/d{at}.md": NOTICE + "\n" + "字" * 2000 for at in range(60)})
    fill = "{ head -c 4000k /dev/zero > fill 2>/dev/null || true; }"
    done = in_small_disk(site, fill, *COMMAND)

    assert done.returncode == 2, done.stdout + done.stderr
    assert "磁盘满了" in done.stderr


def test_read_only_disk_is_told_and_the_old_site_stays(site, namespaces):
    done = in_small_disk(site, "mount -o remount,ro .", *COMMAND)

    assert done.returncode == 2, done.stdout + done.stderr
    assert "写不进去" in done.stderr


def test_ctrl_c_in_the_middle_leaves_the_old_site(site):
    before = tree(site / "site")
    lay(site, {f"content/tzgg/d{at}.md": NOTICE for at in range(400)})
    running = subprocess.Popen(
        [sys.executable, "-m", "mingwen", "build"],
        cwd=site,
        env={"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    time.sleep(1.5)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)

    assert running.returncode == 130, errors
    assert "已停下" in errors
    assert "Traceback" not in errors
    assert tree(site / "site") == before
    assert [path.name for path in site.iterdir() if path.name.endswith(".next")] == []


def test_build_py_does_what_mingwen_build_does(site):
    root = Path(__file__).parent.parent
    shutil.copy(root / "build.py", site)
    done = subprocess.run(
        [sys.executable, "build.py", "--today", "2026-11-24"],
        cwd=site,
        env={"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stderr
    assert "site/ 共" in done.stdout


def test_build_py_names_the_command_that_installs(site, tmp_path):
    """With no package at hand, not even ours."""
    shutil.copy(Path(__file__).parent.parent / "build.py", tmp_path)
    done = subprocess.run(
        [sys.executable, "-S", "-E", "build.py"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8"
    )

    assert done.returncode != 0
    assert "make install" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_builds_at_once_wait_for_each_other(site):
    first, second = (
        subprocess.Popen(
            [sys.executable, "-m", "mingwen", "build", "--today", "2026-11-24"],
            cwd=site,
            env={"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": "/usr/bin:/bin"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    )
    first.communicate(timeout=60)
    second.communicate(timeout=60)

    assert (first.returncode, second.returncode) == (0, 0)


def test_site_is_built_from_any_folder(tmp_path, monkeypatch):
    """Files beside manuscripts are looked up from the site's own root, not from where the command stands."""
    root = tiny(tmp_path / "site")
    lay(root, {"content/tzgg/biao.docx": "PK", "content/tzgg/fangjia.md": NOTICE + "\n[表](biao.docx)\n"})
    monkeypatch.chdir(tmp_path)
    build(root, today=TODAY)

    assert (root / "site/tzgg/biao.docx").read_text("utf-8") == "PK"


def test_the_verdict_tells_of_drafts_and_of_the_day(tmp_path: Path) -> None:
    """Publishing refuses by them."""
    root = tiny(tmp_path)
    noted = []
    for drafts in (True, False):
        build(root, today=date(2026, 11, 24), drafts=drafts, rules=())
        noted.append(json.loads((root / ".mingwen/build.json").read_text("utf-8")))

    assert [(note["drafts"], note["today"]) for note in noted] == [(True, "2026-11-24"), (False, "2026-11-24")]


def test_attachment_waits_with_its_document(site):
    """The table of a result must not be out before the notice that announces it."""
    notice = NOTICE.replace("2024-09-20 09:00", "2027-05-01 09:00").replace("标题:", "附件:\n  - jieguo.csv\n标题:")
    lay(site, {"content/tzgg/jieguo.md": notice, "content/tzgg/jieguo.csv": "1,2\n"})

    build(site, today=TODAY)
    assert "tzgg/jieguo.csv" not in tree(site / "site")

    build(site, today=date(2027, 5, 1))
    assert "tzgg/jieguo.csv" in tree(site / "site")


@pytest.mark.parametrize("drafts", [False, True])
def test_an_unfinished_draft_blocks_no_build(tmp_path: Path, drafts: bool) -> None:
    root = lay(tiny(tmp_path), {"content/tzgg/caogao.md": "---\n标题: 草稿\n草稿: 是\n---\n\n只有一句话。\n"})
    built = build(root, today=TODAY, drafts=drafts)

    assert {it.verdict for it in built.findings if it.rule == "front-matter"} == {"ask"}
    assert (root / "site" / "tzgg" / "caogao.html").exists() is drafts


def test_a_mistake_brings_no_question_about_the_files_of_its_manuscript(tmp_path: Path) -> None:
    text = NOTICE.replace("2024-09-20", "2024-13-40") + "\n见[名单](mingdan.pdf)。\n"
    root = lay(tiny(tmp_path), {"content/tzgg/fangjia.md": text, "content/tzgg/mingdan.pdf": "%PDF-1.7"})
    done = mingwen("build", cwd=root)

    assert done.returncode == 2
    assert "要人来判断" not in done.stderr
