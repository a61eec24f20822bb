"""Header cells are assigned as HTML's algorithm says, in whichever way the linter comes to it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen.linting.dom import Page
from mingwen.linting.styles import NONE
from mingwen.linting.table_headers import assign
from mingwen.linting.tables import cells

SCOPES = ("", " scope=col", " scope=row", " scope=colgroup", " scope=nonsense")
CELL = st.builds(
    "<{}{}{}{}>".format,
    st.sampled_from(("td", "th", "th")),
    st.sampled_from(SCOPES),
    st.sampled_from(("", "", " colspan=2")),
    st.sampled_from(("", "", " rowspan=2", " rowspan=0")),
)
# No element has this index, so that nothing names its headers and yet the sweep over all lines is taken.
NOBODY = frozenset({-1})


@given(st.lists(st.lists(CELL, max_size=5).map("".join), max_size=5))
@settings(max_examples=200, deadline=None)
def test_the_short_way_finds_the_headers_that_the_sweep_finds(rows):
    """Where no cell names its headers, a look at what comes last in each line is enough."""
    page = Page("<table>" + "".join(f"<tr>{row}" for row in rows) + "</table>", "-", NONE)
    grid = cells(page.select("table")[0])

    assert assign(grid, frozenset()) == assign(grid, NOBODY)
