"""site/ is the old one or the new one, whole; what is not ours stays."""

from __future__ import annotations

import errno
import hashlib
import subprocess
from pathlib import Path

import pytest

from mingwen import manifest
from mingwen.errors import WriteError
from mingwen.model import Artifact, Asset
from mingwen.writing import write
from mingwen.writing.troubles import explained


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def asset(path: str, source: Path) -> Asset:
    data = source.read_bytes()
    return Asset(path, str(source), hashlib.sha256(data).hexdigest(), len(data))


def test_writes_texts_and_assets_with_a_manifest(tmp_path):
    picture = tmp_path / "a.txt"
    picture.write_text("图")
    out = tmp_path / "site"

    written = write([Artifact("index.html", "一")], [asset("img/a.txt", picture)], out)

    assert tree(out).keys() == {"index.html", "img/a.txt", "SHA256SUMS"}
    assert written.added == ("img/a.txt", "index.html")


def test_manifest_is_one_that_sha256sum_reads(tmp_path):
    """A bureau without mingwen can check what it has."""
    write([Artifact("a/索引.html", "一"), Artifact("b.html", "二")], [], tmp_path / "site")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path / "site", capture_output=True
    )

    assert done.returncode == 0, done.stderr


def test_tells_what_changed(tmp_path):
    out = tmp_path / "site"
    write([Artifact("a.html", "一"), Artifact("b.html", "二"), Artifact("c.html", "三")], [], out)

    written = write([Artifact("a.html", "一"), Artifact("b.html", "改"), Artifact("d.html", "四")], [], out)

    assert (written.added, written.changed, written.removed, written.kept) == (("d.html",), ("b.html",), ("c.html",), 1)
    assert tree(out).keys() == {"a.html", "b.html", "d.html", "SHA256SUMS"}


def test_unchanged_file_keeps_its_time_stamp(tmp_path):
    """A web server's caches and rsync go by it."""
    out = tmp_path / "site"
    write([Artifact("a.html", "一")], [], out)
    before = (out / "a.html").stat().st_mtime_ns
    write([Artifact("a.html", "一"), Artifact("b.html", "二")], [], out)

    assert (out / "a.html").stat().st_mtime_ns == before


def test_file_touched_by_hand_is_made_again(tmp_path):
    out = tmp_path / "site"
    write([Artifact("a.html", "一")], [], out)
    (out / "a.html").write_text("手改")
    write([Artifact("a.html", "一")], [], out)

    assert tree(out)["a.html"] == "一"


def test_foreign_files_are_kept_and_named(tmp_path):
    out = tmp_path / "site"
    (out / ".well-known").mkdir(parents=True)
    (out / ".well-known" / "check.txt").write_text("备案")
    (out / ".gitkeep").write_text("")

    written = write([Artifact("a.html", "一")], [], out)

    assert tree(out).keys() == {"a.html", ".well-known/check.txt", ".gitkeep", "SHA256SUMS"}
    assert written.foreign == (".well-known/check.txt",)


def test_foreign_file_in_the_way_stops_the_writing(tmp_path):
    """Nothing that we did not write is ever written over."""
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("别人的首页")

    with pytest.raises(WriteError) as caught:
        write([Artifact("index.html", "一")], [], out)

    assert "index.html" in caught.value.message("zh")
    assert tree(out) == {"index.html": "别人的首页"}


def test_failure_in_the_middle_leaves_the_old_site(tmp_path):
    """An asset that vanished while building stands for whatever may go wrong halfway."""
    out = tmp_path / "site"
    write([Artifact("a.html", "一")], [], out)
    before = tree(out)
    gone = Asset("b.pdf", str(tmp_path / "gone.pdf"), "0" * 64, 1)

    with pytest.raises(WriteError):
        write([Artifact("a.html", "改")], [gone], out)

    assert tree(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_ctrl_c_in_the_middle_leaves_the_old_site(tmp_path):
    out = tmp_path / "site"
    write([Artifact("a.html", "一")], [], out)
    before = tree(out)

    def assets():
        yield asset("x.txt", tmp_path / "site" / "a.html")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write([Artifact("a.html", "改")], assets(), out)

    assert tree(out) == before


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "磁盘满了"), (errno.EACCES, "没有权限"), (errno.EROFS, "只读"), (errno.EIO, "系统说")],
)
def test_reason_is_told_in_words(number, words):
    told = explained(OSError(number, "as the system says"), Path("site")).message("zh")

    assert words in told
    assert "原来的 site/ 没有动" in told


def test_leftover_of_a_killed_build_is_cleared(tmp_path):
    leftover = tmp_path / ".site.abc.next"
    leftover.mkdir()
    write([Artifact("a.html", "一")], [], tmp_path / "site")

    assert not leftover.exists()


def test_parse_reads_what_lines_wrote():
    files = {"甲 乙.html": "a" * 64, "b.html": "b" * 64}

    assert manifest.parse(manifest.lines(files)) == files
