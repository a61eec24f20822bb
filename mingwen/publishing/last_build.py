"""What the last build left in site/: whether it may be published, and what to remember before."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from mingwen.errors import UsageError
from mingwen.model import Place, Text

# What a build reads. Folders count too: a manuscript that was taken away is in no file's time.
_SOURCES = ("content", "templates", "static", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class LastBuild:
    """Pages that failed, whether drafts were built, the day that was taken for today (None: not said), and whether
    pages were checked at all."""

    failed: int = 0
    drafts: bool = False
    today: date | None = None
    checked: bool = True


def last_build(root: Path) -> LastBuild:
    """The verdict in .mingwen/build.json; nothing against publishing where no build left one. Raises UsageError."""
    path = root / ".mingwen" / "build.json"
    try:
        said = json.loads(path.read_text("utf-8"))
        today = date.fromisoformat(said["today"]) if said.get("today") else None
        checked = said.get("checked") is not False
        return LastBuild(int(said.get("failed", 0)), said.get("drafts") is True, today, checked)
    except FileNotFoundError:
        return LastBuild()
    except (OSError, ValueError, TypeError, AttributeError):
        raise UsageError(
            Place(str(path)),
            Text("读不出上次生成的结论", "the verdict of the last build cannot be read"),
            Text("请重新 mingwen build", "Build again"),
        ) from None


def check_build(root: Path, today: date, with_failures: bool) -> None:
    """Raises UsageError where site/ is missing, failed its checks, or holds what the public must not see yet."""
    if not (root / "site").is_dir():
        raise UsageError(
            Place(str(root / "site")),
            Text("还没有生成网站", "there is no site yet"),
            Text("请先运行 mingwen build", "Run mingwen build first"),
        )
    built = last_build(root)
    if built.drafts:
        raise UsageError(
            None,
            Text("上次生成带着草稿（--drafts），没有发布", "The last build holds drafts (--drafts); not published"),
            Text("请重新运行 mingwen build，不加 --drafts", "Run mingwen build again, without --drafts"),
        )
    if built.today and built.today > today:
        raise UsageError(
            None,
            Text(
                f"上次是按 {built.today} 生成的（--today），里面可能有还没到发布日期的稿件，没有发布",
                f"The last build was for {built.today} (--today) and may hold what is not yet due; not published",
            ),
            Text("请重新运行 mingwen build，不加 --today", "Run mingwen build again, without --today"),
        )
    if not built.checked and not with_failures:
        raise UsageError(
            None,
            Text(
                "上次生成没有检查（--no-lint），没有发布", "The last build was not checked (--no-lint); not published"
            ),
            Text(
                "请重新运行 mingwen build，不加 --no-lint；一定要发布，请加 --with-failures",
                "Run mingwen build again, without --no-lint, or publish all the same with --with-failures",
            ),
        )
    if built.failed and not with_failures:
        raise UsageError(
            None,
            Text(
                f"上次生成有 {built.failed} 处检查不合格，没有发布",
                f"The last build has {built.failed} failures; not published",
            ),
            Text(
                "请改好再 build；一定要发布，请加 --with-failures",
                "Mend them and build again, or publish all the same with --with-failures",
            ),
        )


def reminders(root: Path) -> tuple[Text, ...]:
    """What does not stop a publishing, but is most likely not meant."""
    return (*_changed(root), *_samples(root))


def _changed(root: Path) -> Iterator[Text]:
    with suppress(FileNotFoundError):
        built = (root / ".mingwen" / "build.json").stat().st_mtime_ns
        if path := next((path for path in _sources(root) if path.stat().st_mtime_ns > built), None):
            where = path.relative_to(root).as_posix()
            yield Text(
                f"稿件在上次生成之后改过（如 {where}），请先运行 mingwen build。",
                f"Changed since the last build (such as {where}): run mingwen build first.",
            )


def _sources(root: Path) -> Iterator[Path]:
    for name in _SOURCES:
        if (root / name).exists():
            yield root / name
        for parent, folders, files in os.walk(root / name):
            yield from (Path(parent, each) for each in sorted([*folders, *files]) if each[0] != ".")


def _samples(root: Path) -> Iterator[Text]:
    """Settings that `mingwen new site` wrote and nobody changed."""
    settings: dict[str, object] = {}
    with suppress(OSError, ValueError, KeyError, TypeError):
        settings = dict(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["mingwen"])
    address, notice = str(settings.get("base_url", "")), str(settings.get("notice", ""))
    with suppress(ValueError):
        if "example" in (urlsplit(address).hostname or ""):
            yield Text(
                f"网址还是样例 {address}，正式上线前请在 pyproject.toml 里改 base_url。",
                f"The address is still the sample {address}: set base_url in pyproject.toml before going live.",
            )
    if "样例网站" in notice:
        yield Text(
            f"每页页首还写着“{notice}”，正式上线前请在 pyproject.toml 里改掉或删去 notice。",
            f"Every page still says “{notice}”: change or delete notice in pyproject.toml before going live.",
        )
