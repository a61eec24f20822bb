"""write(): all files at once, for those who have them all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mingwen.model import Artifact, Asset, Written
from mingwen.writing.stage import Stage


def write(artifacts: Iterable[Artifact], assets: Iterable[Asset], out: Path) -> Written:
    """Make `out` hold exactly these files, a SHA256SUMS of them, and the files that were never ours.

    The source of an asset is absolute, or counted from the folder that holds `out`, which is the site's own.
    An unchanged file is linked from the old tree, so it keeps its time stamp and costs no writing. Foreign files (in
    `out`, but in no manifest of ours) are carried over and named. Raises WriteError where the folder cannot be
    written, the disk is full, or a foreign file stands where one of ours belongs.
    """
    with Stage(out, out.resolve().parent) as stage:
        for artifact in artifacts:
            stage.put(artifact.path, artifact.text.encode())
        for asset in assets:
            stage.place(asset)
        return stage.finish()
