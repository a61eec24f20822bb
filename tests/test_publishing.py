"""site/ → the folder that is served: the old tree or the new one, whole, and nothing of others lost."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen import manifest
from mingwen.cli import main
from mingwen.errors import MingwenError, UsageError
from mingwen.publishers.folder import publish
from mingwen.publishing.difference import clashes, compare
from mingwen.publishing.verifying import verify


def fill(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def held(folder: Path) -> dict[str, str]:
    """Everything in a folder but the manifest."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != manifest.NAME]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a built site, as the working folder, and room beside it."""
    fill(tmp_path / "project" / "site", {"index.html": "首页", "zwgk/a.html": "甲", ".gitkeep": ""})
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def www(tmp_path):
    return tmp_path / "www"


def rebuilt(project: Path, files: dict[str, str]) -> None:
    shutil.rmtree(project / "site")
    fill(project / "site", files)


def run(*words: str):
    return CliRunner().invoke(main, list(words))


def test_first_publishing_copies_the_site_with_a_manifest(project, www):
    receipt = publish(project / "site", str(www))

    assert held(www) == {"index.html": "首页", "zwgk/a.html": "甲"}
    assert receipt.difference.added == ("index.html", "zwgk/a.html")
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=www, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_second_publishing_changes_only_what_differs(project, www):
    """An unchanged file keeps its time stamp, so that browsers keep their copies."""
    publish(project / "site", str(www))
    os.utime(www / "zwgk/a.html", (1_000_000_000, 1_000_000_000))
    rebuilt(project, {"index.html": "新首页", "zwgk/a.html": "甲", "b.html": "乙"})

    difference = publish(project / "site", str(www)).difference

    assert (difference.added, difference.changed, difference.kept) == (("b.html",), ("index.html",), ("zwgk/a.html",))
    assert (www / "zwgk/a.html").stat().st_mtime == 1_000_000_000
    assert difference.size == len("新首页乙".encode())


def test_removed_pages_go_and_their_folders_too(project, www):
    publish(project / "site", str(www))
    rebuilt(project, {"index.html": "首页"})

    assert publish(project / "site", str(www)).difference.removed == ("zwgk/a.html",)
    assert not (www / "zwgk").exists()


def test_nothing_to_do_touches_nothing(project, www):
    publish(project / "site", str(www))
    before = www.stat().st_ino

    receipt = publish(project / "site", str(www), agree=lambda difference: pytest.fail("asked"))

    assert not receipt.published
    assert www.stat().st_ino == before


def test_files_of_others_stay(project, www):
    """A certificate's challenge, a favicon, a link, an empty folder: none is ours to remove."""
    publish(project / "site", str(www))
    fill(www, {".well-known/acme": "钥匙", "zwgk/favicon.ico": "图"})
    (www / "uploads").symlink_to(project)
    (www / "empty").mkdir()
    rebuilt(project, {"index.html": "新"})

    receipt = publish(project / "site", str(www))

    assert receipt.difference.foreign == (".well-known/acme", "uploads", "zwgk/favicon.ico")
    assert held(www) == {"index.html": "新", ".well-known/acme": "钥匙", "zwgk/favicon.ico": "图"}
    assert (www / "uploads").readlink() == project
    assert (www / "empty").is_dir()
    assert (project / "site/index.html").exists()


def test_pages_changed_by_hand_are_named(project, www):
    """They are replaced, and whoever changed them should know."""
    publish(project / "site", str(www))
    (www / "zwgk/a.html").write_text("有人改过", "utf-8")

    receipt = publish(project / "site", str(www))

    assert receipt.difference.altered == ("zwgk/a.html",)
    assert held(www)["zwgk/a.html"] == "甲"


def test_a_folder_with_files_of_others_needs_adopt(project, www):
    fill(www, {"index.html": "旧站", "old.html": "旧页"})

    with pytest.raises(UsageError, match="holds 2 files"):
        publish(project / "site", str(www))
    assert held(www) == {"index.html": "旧站", "old.html": "旧页"}

    receipt = publish(project / "site", str(www), adopt=True)
    assert receipt.difference.adopted == ("index.html",)
    assert held(www) == {"index.html": "首页", "zwgk/a.html": "甲", "old.html": "旧页"}


def test_a_list_of_sums_that_is_not_ours_is_no_manifest(project, www):
    """A mirror of disk images has a SHA256SUMS too; its images are not ours to remove."""
    fill(www, {"disk.iso": "映像"})
    (www / manifest.NAME).write_text(manifest.lines({"disk.iso": manifest.digest(www / "disk.iso")}), "utf-8")

    with pytest.raises(UsageError):
        publish(project / "site", str(www))
    publish(project / "site", str(www), adopt=True)
    assert held(www)["disk.iso"] == "映像"


def test_a_new_page_never_replaces_a_file_of_others_unasked(project, www):
    publish(project / "site", str(www))
    fill(www, {"b.html": "别人的"})
    rebuilt(project, {"index.html": "首页", "b.html": "新页"})

    with pytest.raises(UsageError, match="not published by mingwen"):
        publish(project / "site", str(www))
    assert held(www)["b.html"] == "别人的"


def test_a_file_where_the_site_needs_a_folder_is_refused_even_with_adopt(project, www):
    fill(www, {"zwgk": "一个文件"})

    with pytest.raises(UsageError):
        publish(project / "site", str(www), adopt=True)
    assert held(www) == {"zwgk": "一个文件"}


def test_the_old_tree_can_be_kept(project, www):
    publish(project / "site", str(www))
    rebuilt(project, {"index.html": "新"})

    receipt = publish(project / "site", str(www), keep_old=datetime(2026, 1, 8, 9, 30))

    assert receipt.old == str(www.with_name("www.old-20260108-093000"))
    assert held(Path(receipt.old)) == {"index.html": "首页", "zwgk/a.html": "甲"}


def test_a_link_is_followed_and_stays(project, www, tmp_path):
    """/srv/current → /srv/releases/3: the folder behind it is swapped."""
    (tmp_path / "real").mkdir()
    www.symlink_to(tmp_path / "real")
    publish(project / "site", str(www))

    assert www.is_symlink()
    assert held(tmp_path / "real")["index.html"] == "首页"


def test_the_published_folder_keeps_its_permissions(project, www):
    www.mkdir()
    www.chmod(0o750)
    publish(project / "site", str(www))

    assert [(www / path).stat().st_mode & 0o777 for path in ("", "zwgk", "index.html")] == [0o750, 0o750, 0o640]


@pytest.mark.parametrize("target", [".", "..", "site", "site/www", "content", "content/www", ".git", "/", "~", "/proc"])
def test_places_that_are_never_published_to(project, target):
    (project / "content").mkdir()
    before = held(project)
    place = str(Path.home()) if target == "~" else target

    with pytest.raises(UsageError):
        publish(project / "site", place)
    assert held(project) == before


def test_a_missing_parent_is_no_reason_to_make_folders(project, tmp_path):
    with pytest.raises(UsageError, match="no such folder"):
        publish(project / "site", str(tmp_path / "srvv" / "www"))
    assert not (tmp_path / "srvv").exists()


def test_a_site_edited_by_hand_is_refused(project, www):
    """What the build listed in site/SHA256SUMS must be what is there."""
    (project / "site" / manifest.NAME).write_text(f"{'0' * 64}  index.html\n", "utf-8")

    with pytest.raises(UsageError, match="not what the build wrote"):
        publish(project / "site", str(www))
    assert not www.exists()


# Ctrl-C as the second file is copied; a disk that takes no file of more than 64 bytes.
CTRL_C = """
seen = []
def hook(event, args):
    if event == "shutil.copyfile":
        seen.append(args)
        if len(seen) == 2:
            signal.raise_signal(signal.SIGINT)
sys.addaudithook(hook)
"""
FULL_DISK = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
"""


@pytest.mark.parametrize(("trouble", "code"), [(CTRL_C, 130), (FULL_DISK, 2)], ids=["ctrl-c", "full-disk"])
def test_trouble_in_the_middle_leaves_everything_as_it_was(project, www, tmp_path, trouble, code):
    """Some files are copied already: the old site stands all the same, and nothing lies about."""
    publish(project / "site", str(www))
    rebuilt(project, {"b.html": "乙", "c.html": "丙" * 100, "index.html": "新"})
    program = f"import signal, sys{trouble}\nfrom mingwen.cli import main\nmain(['publish', {str(www)!r}, '--yes'])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.returncode == code, done.stderr
    assert held(www) == {"index.html": "首页", "zwgk/a.html": "甲"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "www"]


def test_leftovers_of_a_killed_run_are_cleared(project, www, tmp_path):
    publish(project / "site", str(www))
    fill(tmp_path / "www.new-0a1b2c3d", {"index.html": "半个"})
    fill(tmp_path / "www.new-mine", {"index.html": "别人的"})
    rebuilt(project, {"index.html": "新"})
    publish(project / "site", str(www))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "www", "www.new-mine"]


def test_a_run_killed_between_two_renames_is_put_right(project, www, tmp_path):
    """Where the system cannot exchange two folders at once, the old one stands aside for a moment."""
    publish(project / "site", str(www))
    fill(www, {"kept.txt": "别人的"})
    www.rename(tmp_path / "www.new-0a1b2c3d.old")
    fill(tmp_path / "www.new-0a1b2c3d", {"index.html": "新"})
    rebuilt(project, {"index.html": "更新"})
    publish(project / "site", str(www))

    assert held(www) == {"index.html": "更新", "kept.txt": "别人的"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "www"]


def test_two_at_once_do_not_meet(project, www, tmp_path):
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(UsageError, match="somebody else"):
            publish(project / "site", str(www))
    finally:
        os.close(handle)


def test_plan_is_shown_and_dry_run_stops_there(project, www):
    result = run("publish", str(www), "--dry-run")

    assert result.exit_code == 0
    assert result.output == (
        f"site/ → {www}\n  + index.html\n  + zwgk/a.html\n\n"
        f"只是预演，{www} 没有动：新增 2，改动 0（共 9 B），删去 0，未变 0，保留其他文件 0 个。\n"
    )
    assert not www.exists()


def test_long_lists_are_cut_with_their_count(project, www):
    rebuilt(project, {"index.html": "首页", **{f"p{n:03}.html": "页" for n in range(40)}})
    lines = run("publish", str(www), "--dry-run").output.splitlines()

    assert lines[11] == "  + ……另有 31 个（--all 全部列出）"
    assert "新增 41" in lines[-1]
    every = run("publish", str(www), "--dry-run", "--all").output.splitlines()
    assert every[1:42] == [f"  + {path}" for path in sorted(["index.html", *(f"p{n:03}.html" for n in range(40))])]


def test_the_folder_of_another_site_is_not_emptied_by_mistake(project, www):
    rebuilt(project, {"index.html": "首页", **{f"p{n:03}.html": "页" for n in range(40)}})
    assert run("publish", str(www), "--yes").exit_code == 0
    rebuilt(project, {"index.html": "另一个网站", "x.html": "页"})

    dry = run("publish", str(www), "--dry-run")
    assert dry.exit_code == 0
    assert "那里发布过 41 个文件，要删去其中 40 个，像是另一个网站的文件夹" in dry.output
    refused = run("publish", str(www), "--yes")
    assert refused.exit_code == 2
    assert "请加 --remove-most" in refused.output
    assert (www / "p039.html").is_file()
    assert run("publish", str(www), "--yes", "--remove-most").exit_code == 0
    assert not (www / "p039.html").exists()


def test_pages_that_go_are_listed_documents_first(project, www):
    gone = {f"{prefix}a{n:02}.html": "页" for n in range(15) for prefix in ("", "zz/", "dz/", "wza/")}
    stays = {f"b{n:02}.html": "页" for n in range(80)}
    rebuilt(project, {"index.html": "首页", **stays, **gone})
    assert run("publish", str(www), "--yes").exit_code == 0
    rebuilt(project, {"index.html": "首页", **stays})

    lines = run("publish", str(www), "--dry-run").output.splitlines()
    assert lines[1:16] == [f"  - a{n:02}.html" for n in range(15)]
    assert lines[51] == "  - ……另有 10 个（--all 全部列出）"


def test_without_a_terminal_it_wants_yes(project, www):
    result = run("publish", str(www))

    assert result.exit_code == 2
    assert "请加 --yes" in result.output
    assert not www.exists()
    assert run("publish", str(www), "--yes").exit_code == 0
    assert held(www)["index.html"] == "首页"


@pytest.mark.parametrize(
    ("note", "words", "code"),
    [
        ('{"failed": 2}', (), 2),
        ('{"failed": 2}', ("--with-failures",), 0),
        ('{"failed": 0, "checked": false}', (), 2),
        ('{"failed": 0, "checked": false}', ("--with-failures",), 0),
        ('{"failed": 0}', (), 0),
        ("{broken", (), 2),
    ],
)
def test_a_site_that_failed_its_checks_is_not_published(project, www, note, words, code):
    fill(project, {".mingwen/build.json": note})

    assert run("publish", str(www), "--yes", *words).exit_code == code
    assert www.exists() == (code == 0)


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ('{"failed": 0, "drafts": true}', "带着草稿"),
        ('{"failed": 0, "today": "2999-01-01"}', "按 2999-01-01 生成"),
        ('{"failed": 0, "today": "明天"}', "读不出上次生成的结论"),
    ],
)
def test_what_the_public_must_not_see_yet_is_not_published(project, www, note, says):
    """A preview with drafts, or of a day to come, is mended by one more build."""
    fill(project, {".mingwen/build.json": note})
    result = run("publish", str(www), "--yes", "--with-failures")

    assert result.exit_code == 2
    assert says in result.output
    assert "mingwen build" in result.output
    assert not www.exists()


def test_a_build_of_today_without_drafts_is_published(project, www):
    fill(project, {".mingwen/build.json": '{"failed": 0, "drafts": false, "today": "2020-01-01"}'})

    assert run("publish", str(www), "--yes").exit_code == 0


CHANGED = "请注意：稿件在上次生成之后改过（如 content/tzgg/a.md），请先运行 mingwen build。"


@pytest.mark.parametrize("words", [("--dry-run",), ("--yes",)])
def test_manuscripts_changed_since_the_build_are_told(project, www, words):
    """In the plan, and where the target seems up to date."""
    fill(project, {".mingwen/build.json": "{}", "content/tzgg/a.md": "改过"})
    later = (project / ".mingwen/build.json").stat().st_mtime + 60
    for folder in ("content", "content/tzgg"):
        os.utime(project / folder, (0, 0))

    os.utime(project / "content/tzgg/a.md", (0, 0))
    assert "请注意" not in run("publish", str(www), "--dry-run").output
    os.utime(project / "content/tzgg/a.md", (later, later))
    assert CHANGED in run("publish", str(www), *words).output.splitlines()
    run("publish", str(www), "--yes")
    up_to_date = run("publish", str(www), *words).output

    assert "和 site/ 一样" in up_to_date.splitlines()[-1]
    assert CHANGED in up_to_date.splitlines()


def test_a_manuscript_taken_away_since_the_build_is_told(project, www):
    fill(project, {"content/a.md": "要撤的", ".mingwen/build.json": "{}"})
    (project / "content/a.md").unlink()
    os.utime(project / ".mingwen/build.json", (0, 0))

    assert "在上次生成之后改过（如 content）" in run("publish", str(www), "--dry-run").output


def test_settings_that_are_still_the_sample_are_remembered(project, www):
    """They do not stop a publishing."""
    text = '[tool.mingwen]\nbase_url = "{}"\nnotice = "{}"\n'
    fill(project, {"pyproject.toml": text.format("https://www.example.gov.cn/", "样例网站：内容为样例。")})
    first = run("publish", str(www), "--dry-run").output
    fill(project, {"pyproject.toml": text.format("https://sfj.zs.gov.cn/", "本站试运行。")})

    assert "网址还是样例 https://www.example.gov.cn/" in first
    assert "每页页首还写着“样例网站：内容为样例。”" in first
    assert "请注意" not in run("publish", str(www), "--dry-run").output


UNREADABLE = """
def hook(event, args):
    if event == "open" and str(args[0]).endswith("www/zwgk/a.html"):
        raise PermissionError(13, "Permission denied", args[0])
sys.addaudithook(hook)
"""


@pytest.mark.parametrize("words", [["publish", "--dry-run"], ["verify"]])
def test_a_file_that_cannot_be_read_is_named(project, www, words):
    """Nothing was to be written, so nobody says that it could not be."""
    publish(project / "site", str(www))
    program = f"import sys{UNREADABLE}\nfrom mingwen.cli import main\nmain([*{words!r}, {str(www)!r}])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (2, f"{www / 'zwgk/a.html'}: 读不了：没有权限。请检查它的权限。\n")


@pytest.mark.parametrize(
    ("path", "says"), [("none", "没有这个文件夹"), ("site/index.html", "这是一个文件，不是文件夹")]
)
def test_verify_wants_a_folder(project, path, says):
    result = run("verify", path)

    assert (result.exit_code, result.output) == (2, f"{path}: {says}。请写发布到的文件夹。\n")


@pytest.mark.parametrize(
    "make", [lambda site: shutil.rmtree(site), lambda site: [f.unlink() for f in site.rglob("*.html")]]
)
def test_without_a_site_it_says_build(project, www, make):
    make(project / "site")
    result = run("publish", str(www), "--yes")

    assert result.exit_code == 2
    assert "mingwen build" in result.output


def test_an_unknown_kind_of_target_lists_what_there_is(project):
    result = run("publish", "gopher://host/www", "--yes")

    assert result.exit_code == 2
    assert "folder" in result.output


def test_verify_names_changed_missing_and_extra_files(project, www):
    publish(project / "site", str(www))
    assert run("verify", str(www)).exit_code == 0
    (www / "index.html").write_text("换了", "utf-8")
    (www / "zwgk/a.html").unlink()
    (www / "shell.php").write_text("不该有", "utf-8")
    (www / "etc").symlink_to("/etc")
    result = run("verify", str(www))

    assert result.exit_code == 1
    assert result.output == (
        "被改动  index.html\n缺少  zwgk/a.html\n多出  etc\n多出  shell.php\n"
        "与清单不一致：0 个文件相符，被改动 1，缺少 1，多出 2。\n"
    )


def test_verify_can_allow_extra_files(project, www):
    publish(project / "site", str(www))
    fill(www, {".well-known/acme": "钥匙"})

    assert (run("verify", str(www)).exit_code, run("verify", str(www), "--extra-ok").exit_code) == (1, 0)


@pytest.mark.parametrize("words", [("nowhere",), ("site",)])
def test_verify_without_a_manifest_is_a_mistake(project, words):
    assert run("verify", *words).exit_code == 2


def test_a_manifest_that_points_outside_reads_nothing_there(project, tmp_path):
    """A file above the folder counts as missing, whatever it holds."""
    (tmp_path / "secret").write_text("密", "utf-8")
    (project / "site" / manifest.NAME).write_text(
        manifest.lines({"../../secret": manifest.digest(tmp_path / "secret")}), "utf-8"
    )

    assert verify(project / "site").missing == ("../../secret",)


TREE = st.dictionaries(st.sampled_from(["a", "b", "c/d", "c/e", "f"]), st.sampled_from("123"))


@settings(max_examples=150, deadline=None)
@given(new=TREE, old=TREE, there=TREE)
def test_every_path_is_in_one_place_of_a_difference(new, old, there):
    """What is there is kept, changed, removed or foreign; what is new is added, changed or kept."""
    plan = compare(new, old, there, dict.fromkeys(new, 1))

    assert sorted([*plan.kept, *plan.changed, *plan.removed, *plan.foreign]) == sorted(there)
    assert sorted([*plan.kept, *plan.changed, *plan.added]) == sorted(new)
    assert not set(plan.removed) - set(old)


def test_clashes_are_files_where_folders_must_be():
    assert clashes({"a/b": ""}, ("a", "c")) == ("a",)
    assert clashes({"a": ""}, ("a/b", "ab")) == ("a/b",)


def test_errors_say_how_to_mend_them(project, tmp_path):
    with pytest.raises(MingwenError) as caught:
        publish(project / "site", str(tmp_path / "none" / "www"))

    assert caught.value.message("zh") == f"{tmp_path / 'none'}: 没有这个文件夹。请先建好它。"
