"""Rows of a table as they are heard: each cell after the header of its column. 项目：法律援助，2023 年：2 046 件。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Cell:
    """A cell as it is read. `heads` is True for the header of a column; `pictures` are the words of its images."""

    heads: bool
    attributes: Mapping[str, str]
    text: str = ""
    pictures: str = ""

    @property
    def words(self) -> str:
        return " ".join((self.text + self.pictures).split())

    def span(self, name: str) -> int:
        """colspan or rowspan, within what browsers allow."""
        written = self.attributes.get(name)
        if not written:
            return 1
        return min(int(written), 1000) if written.isdecimal() and len(written) < 6 and int(written) else 1


@dataclass(frozen=True, slots=True)
class Row:
    """`text` as it stands on the page, `say` as it is heard; "" for a row that is only headers of columns."""

    text: str
    say: str


@dataclass
class Table:
    """A table on its way through: headers so far, and what hangs down from rows above."""

    headers: dict[int, str] = field(default_factory=dict)
    hanging: dict[int, tuple[int, str]] = field(default_factory=dict)
    row: list[Cell] | None = None
    cell: Cell | None = None

    def begin_row(self) -> None:
        self.row, self.cell = [], None

    def begin_cell(self, cell: Cell) -> None:
        if self.row is None:
            self.row = []
        self.row.append(cell)
        self.cell = cell

    def end_row(self) -> Row | None:
        """The row as text and speech; None where no row is open."""
        row, self.row, self.cell = self.row, None, None
        if row is None:
            return None
        placed = list(self._placed(row))
        if row and all(cell.heads for cell in row):
            for column, words in placed:
                self.headers[column] = " ".join(filter(None, (self.headers.get(column, ""), words)))
            return Row("".join(cell.text for cell in row), "")
        parts = [self._cell(column, words) for column, words in placed if words]
        return Row("".join(cell.text for cell in row), "，".join(parts) + "。" if parts else "")

    def _cell(self, column: int, words: str) -> str:
        header = self.headers.get(column, "")
        return f"{header}：{words}" if header else words

    def _placed(self, row: list[Cell]) -> Iterator[tuple[int, str]]:
        """(column, words) of every cell of the row, with those that hang down into it."""
        column, hanging = 0, dict(self.hanging)
        self.hanging = {at: (rows - 1, words) for at, (rows, words) in hanging.items() if rows > 1}
        for cell in row:
            while column in hanging:
                yield column, hanging.pop(column)[1]
                column += 1
            yield column, cell.words
            width = cell.span("colspan")
            if cell.heads and width > 1:
                yield from ((column + more, cell.words) for more in range(1, width))
            if cell.span("rowspan") > 1:
                for more in range(width):
                    self.hanging[column + more] = (cell.span("rowspan") - 1, cell.words)
            column += width
        yield from ((at, words) for at, (_, words) in sorted(hanging.items()))
