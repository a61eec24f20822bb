"""A baseline: findings that are known and do not count, so that an old site can be held where it stands.

They are known by what they say, not by where they stand: page, rule, message, offending words, and the element
without its place among its brothers. Where a page is gone, the same finding on another page is known as well: it moved.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from mingwen.errors import UsageError
from mingwen.htmlfiles import ENDINGS
from mingwen.judging import RULE as ACCEPTED
from mingwen.model import Finding, Place, Text
from mingwen.reasons import reason
from mingwen.reports import Mended, Report, shape

VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """What a finding is known by. `path` is below the baseline's folder: the manuscript where it is known, else the
    page. `says` is the key of the message, so that a better wording leaves a baseline valid."""

    path: str
    rule: str
    says: str
    quote: str
    element: str

    @property
    def anywhere(self) -> Known:
        """The same on whatever page."""
        return replace(self, path="")


def known(finding: Finding, folder: Path) -> Known:
    """`folder` is the baseline's."""
    path = (finding.source or finding.place).path
    return Known(inside(path, folder), finding.rule, finding.says, finding.quote, shape(finding.selector))


def inside(path: str, folder: Path) -> str:
    """A path as seen from the folder of the baseline, with "/"; standard input stays "-"."""
    return path if path == "-" else os.path.relpath(path, folder).replace(os.sep, "/")


def compare(report: Report, baseline: Counter[Known], folder: Path) -> Report:
    """The report with known findings set aside, and what was mended since."""
    left = +baseline
    new = {finding: known(finding, folder) for finding in report.findings if finding.rule != ACCEPTED}
    aside = dict.fromkeys(finding for finding, key in new.items() if take(left, key))
    moved: dict[Known, list[Known]] = {}
    for key in (key for key in sorted(left.elements()) if not (folder / key.path).exists()):
        moved.setdefault(key.anywhere, []).append(key)
    for finding, key in new.items():
        if (gone := moved.get(key.anywhere)) and finding not in aside:
            take(left, gone.pop())
            aside[finding] = None
    seen = Seen(report, folder)
    mended = tuple(
        Mended(key.rule, key.quote, key.path, count) for key, count in sorted((+left).items()) if seen.covers(key)
    )
    return replace(report.set_aside(aside), mended=mended)


def take(counts: Counter[Known], key: Known) -> bool:
    """Count one off, if there is one."""
    if counts[key] <= 0:
        return False
    counts[key] -= 1
    return True


def update(report: Report, baseline: Counter[Known], folder: Path) -> Counter[Known]:
    """The baseline that makes all findings of a report known. What this run did not look at stays in it."""
    seen = Seen(report, folder)
    found = Counter(known(finding, folder) for finding in report.findings if finding.rule != ACCEPTED)
    return found + Counter({key: count for key, count in baseline.items() if not seen.covers(key)})


class Seen:
    """What a run looked at: without a finding there, a known one is mended."""

    def __init__(self, report: Report, folder: Path) -> None:
        self._whole = report.whole
        self._rules = frozenset(report.rules)
        self._pages = frozenset(inside(path, folder) for path, _ in report.files)
        self._folder = folder

    def covers(self, key: Known) -> bool:
        if key.rule not in self._rules:
            return False
        if key.path in self._pages or not (self._folder / key.path).exists():
            return True
        return self._whole and not key.path.lower().endswith(ENDINGS)


def read(file: Path, *, missing_ok: bool = False) -> Counter[Known]:
    """Raises UsageError where it is none of ours, or where there is no such file, unless that is `missing_ok`."""
    if missing_ok and not file.exists():
        return Counter()
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["version"] != VERSION:
            raise ValueError(data["version"])
        return Counter(
            {Known(**{k: v for k, v in each.items() if k != "count"}): each["count"] for each in data["findings"]}
        )
    except FileNotFoundError:
        raise UsageError(
            Place(str(file)),
            Text("没有这个基线文件", "No such baseline"),
            Text("请先加 --update-baseline 运行一次", "Run once with --update-baseline"),
        ) from None
    except OSError as error:
        why = reason(error)
        raise UsageError(
            Place(str(file)),
            Text(f"读不了基线文件（{why.zh}）", f"The baseline cannot be read ({why.en})"),
            Text("请检查文件名和权限", "Check its name and permissions"),
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(
            Place(str(file)),
            Text("读不懂这个基线文件", "This is no baseline"),
            Text("请删去它，再加 --update-baseline 运行一次", "Remove it and run once with --update-baseline"),
        ) from None


def as_text(baseline: Counter[Known]) -> str:
    """JSON, one finding a line, sorted, so that a change shows as such in version control."""
    lines = [json.dumps({**asdict(key), "count": count}, ensure_ascii=False) for key, count in sorted(baseline.items())]
    inner = "\n  " + ",\n  ".join(lines) + "\n" if lines else ""
    return f'{{"version": {VERSION}, "findings": [{inner}]}}\n'
