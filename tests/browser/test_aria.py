"""Our ARIA table beside axe-core's, each difference with its reason."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Browser

from mingwen.linting.aria import GLOBAL, NAMED_BY_CONTENT, ROLES, supported

LATER = {"doc-pagefooter", "doc-pageheader", "sectionfooter", "sectionheader"}
# Known by other names: axe-core has no page use for generic, and takes image for img.
OTHERWISE = {"generic", "image"}
ASK = """
names => {
  const {aria, standards} = axe.commons;
  const byContent = standards.getAriaRolesSupportingNameFromContent();
  return {
    global: standards.getGlobalAriaAttrs(),
    roles: Object.fromEntries(names.filter(name => aria.isValidRole(name)).map(name => [name, {
      required: aria.requiredAttr(name), allowed: aria.allowedAttr(name),
      parents: aria.requiredContext(name) ?? [], children: aria.requiredOwned(name) ?? [],
      content: byContent.includes(name),
    }])),
  };
}
"""


@pytest.fixture(scope="module")
def axe(browser: Browser):
    page = browser.new_page()
    page.add_script_tag(content=files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    yield page.evaluate(ASK, sorted(ROLES))
    page.close()


def differing(axe, field, ours):
    """Role → what only axe has, what only we have, where the two differ."""
    pairs = {name: (set(row[field]), set(ours(name))) for name, row in axe["roles"].items()}
    return {name: (theirs - mine, mine - theirs) for name, (theirs, mine) in pairs.items() if theirs != mine}


def test_roles_are_the_same_but_for_new_ones(axe):
    assert set(ROLES) - set(axe["roles"]) == LATER | OTHERWISE


def test_global_attributes_are_the_same(axe):
    assert set(axe["global"]) == GLOBAL


def test_required_attributes(axe):
    """ARIA 1.2 asks aria-controls of a scrollbar, and aria-valuenow of a separator only where it can be focused."""
    assert differing(axe, "required", lambda name: ROLES[name].required) == {
        "scrollbar": (set(), {"aria-controls"}),
        "separator": ({"aria-valuenow"}, set()),
    }


def test_allowed_attributes(axe):
    """axe-core keeps what ARIA 1.1 still allowed; the rest is new in 1.3 or Graphics-ARIA."""
    found = differing(axe, "allowed", supported)
    older = {"aria-expanded", "aria-level", "aria-orientation", "aria-required"}
    newer = {"aria-activedescendant", "aria-colindextext", "aria-expanded", "aria-rowindextext"}
    page_break = {"aria-valuemax", "aria-valuemin", "aria-valuenow", "aria-valuetext"}

    assert set().union(*(theirs for theirs, _ in found.values())) <= older
    assert set().union(*(mine for name, (_, mine) in found.items() if name != "doc-pagebreak")) <= newer
    assert found["doc-pagebreak"][1] == page_break
    assert {name for name, (_, mine) in found.items() if mine} == {
        *("cell", "columnheader", "gridcell", "row", "rowheader"),
        *("doc-pagebreak", "graphics-document", "graphics-object", "graphics-symbol"),
    }


def test_required_parents(axe):
    """1.3 lets more roles have a caption; the directory of 1.1 holds items."""
    assert differing(axe, "parents", lambda name: ROLES[name].parents) == {
        "caption": (set(), {"group", "radiogroup"}),
        "listitem": (set(), {"directory"}),
    }


def test_children(axe):
    """1.3 names the caption among what a table holds; axe-core knows menus in menus from practice."""
    assert differing(axe, "children", lambda name: ROLES[name].children) == {
        **dict.fromkeys(("grid", "table", "treegrid"), (set(), {"caption"})),
        **dict.fromkeys(("menu", "menubar"), ({"menu"}, set())),
    }


def test_roles_named_by_their_contents(axe):
    """axe-core adds what browsers do; ARIA 1.3, DPUB-ARIA 1.1 and Graphics-ARIA have the others."""
    theirs = {name for name, row in axe["roles"].items() if row["content"]}

    assert theirs - NAMED_BY_CONTENT == {"directory", "figure", "listitem", "rowgroup", "table", "term"}
    assert NAMED_BY_CONTENT - theirs == {"comment", "doc-pagebreak", "doc-subtitle"}
