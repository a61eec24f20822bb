"""The note that a build leaves for publishing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from mingwen.model import Built
from mingwen.reports import graded


def note_verdict(root: Path, built: Built, drafts: bool, today: date, checked: bool) -> None:
    """What publishing asks before it puts a site out: failures, drafts, and for which day it was built. As in what the
    build tells, a mistake of several modes counts once."""
    grades = graded(built.mistakes)
    note = {
        "failed": grades["fail"], "asked": grades["ask"],
        "drafts": drafts, "today": today.isoformat(), "checked": checked,
    }  # fmt: skip
    (root / ".mingwen" / "build.json").write_text(json.dumps(note) + "\n", "utf-8")
