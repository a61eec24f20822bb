"""What the cells of a table are marked with, so that people who hear it know what each number means.

The first column heads the rows; where it only counts (序号), the second one does. Each cell carries the words of its
column's head as data-label, for modes that show a row as a list on a phone. A stylesheet that does so takes the table's
meaning from it in some browsers; the roles, written out, keep it. A column of a few characters (序号, 天数) is marked
`short`, so that it takes no more room than it needs.
"""

from __future__ import annotations

from collections.abc import Sequence

COUNTING = {"序号", "编号", "No.", "No", "#"}
# Characters; a column of which no cell has more is short.
SHORT = 4
ROLES = {"col": "columnheader", "row": "rowheader", "": "cell"}


class Columns:
    """The columns of a table. `rows` are the words of its cells, the head's first, each row as long as the head;
    `aligns` is "right", "center" or something else for each column; `row_heads` is False where no cell heads its row.
    """

    def __init__(self, rows: Sequence[Sequence[str]], aligns: Sequence[str], *, row_heads: bool) -> None:
        self._labels = rows[0]
        self._aligns = [align if align in ("right", "center") else "" for align in aligns]
        self._short = [max(map(len, column)) <= SHORT for column in zip(*rows, strict=True)]
        self._heading = (1 if rows[0][0] in COUNTING else 0) if row_heads else -1

    def cell(self, column: int, words: str, *, in_head: bool) -> tuple[str, dict[str, str]]:
        """Tag and attributes of a cell. A cell without words heads nothing."""
        heads = words and (in_head or column == self._heading)
        scope = ("col" if in_head else "row") if heads else ""
        attributes = {"scope": scope} if scope else {}
        attributes["role"] = ROLES[scope]
        align = self._aligns[column]
        if align:
            attributes["class"] = align
        if not in_head and self._labels[column]:
            attributes["data-label"] = self._labels[column]
        if self._short[column]:
            attributes["class"] = f"{align} short" if align else "short"
        return "th" if scope else "td", attributes
