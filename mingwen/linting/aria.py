"""WAI-ARIA as data: roles with what they are, attributes with the values they take.

Written from WAI-ARIA 1.2 with the braille and description attributes of 1.3, DPUB-ARIA 1.1 and Graphics-ARIA 1.0.
"""

from __future__ import annotations

from mingwen.linting.words import words

ABSTRACT = words("command composite input landmark range roletype section sectionhead select structure widget window")
NAMED_BY_CONTENT = words(
    "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio "
    "row rowheader switch tab tooltip treeitem"
)
PRESENTATIONAL_CHILDREN = words(
    "button checkbox img image math menuitemcheckbox menuitemradio meter option progressbar radio scrollbar "
    "separator slider switch tab doc-pagebreak graphics-symbol"
)
WIDGETS = words(
    "button checkbox gridcell link menuitem menuitemcheckbox menuitemradio option progressbar radio scrollbar "
    "searchbox separator slider spinbutton switch tab tabpanel textbox treeitem combobox grid listbox menu "
    "menubar radiogroup tablist tree treegrid"
)
ROLES = (
    WIDGETS
    | NAMED_BY_CONTENT
    | PRESENTATIONAL_CHILDREN
    | words(
        "alert alertdialog application article banner blockquote caption cell code complementary contentinfo "
        "definition deletion dialog directory document emphasis feed figure form generic group heading img insertion "
        "list listitem log main mark marquee math meter navigation none note paragraph presentation region rowgroup "
        "search status strong subscript suggestion superscript table term time timer toolbar comment image "
        "graphics-document graphics-object graphics-symbol doc-abstract doc-acknowledgments doc-afterword "
        "doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc-chapter doc-colophon "
        "doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph "
        "doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index "
        "doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part "
        "doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc"
    )
)

GLOBAL = words(
    "aria-atomic aria-braillelabel aria-brailleroledescription aria-busy aria-controls aria-current "
    "aria-describedby aria-description aria-details aria-disabled aria-dropeffect aria-errormessage aria-flowto "
    "aria-grabbed aria-haspopup aria-hidden aria-invalid aria-keyshortcuts aria-label aria-labelledby aria-live "
    "aria-owns aria-relevant aria-roledescription"
)

TRUE_FALSE = frozenset({"true", "false"})
OR_UNDEFINED = TRUE_FALSE | {"undefined"}
TRISTATE = OR_UNDEFINED | {"mixed"}
# How values are read: a set of tokens, "tokens:…" a list of them, or one of the words id, ids, integer, number, string.
ATTRIBUTES: dict[str, frozenset[str] | str] = {
    "aria-activedescendant": "id",
    "aria-atomic": TRUE_FALSE,
    "aria-autocomplete": frozenset({"inline", "list", "both", "none"}),
    "aria-braillelabel": "string",
    "aria-brailleroledescription": "string",
    "aria-busy": TRUE_FALSE,
    "aria-checked": TRISTATE,
    "aria-colcount": "integer",
    "aria-colindex": "integer",
    "aria-colindextext": "string",
    "aria-colspan": "integer",
    "aria-controls": "ids",
    "aria-current": frozenset({"page", "step", "location", "date", "time", "true", "false"}),
    "aria-describedby": "ids",
    "aria-description": "string",
    "aria-details": "ids",
    "aria-disabled": TRUE_FALSE,
    "aria-dropeffect": "tokens:copy execute link move none popup",
    "aria-errormessage": "ids",
    "aria-expanded": OR_UNDEFINED,
    "aria-flowto": "ids",
    "aria-grabbed": OR_UNDEFINED,
    "aria-haspopup": frozenset({"false", "true", "menu", "listbox", "tree", "grid", "dialog"}),
    "aria-hidden": OR_UNDEFINED,
    "aria-invalid": frozenset({"grammar", "false", "spelling", "true"}),
    "aria-keyshortcuts": "string",
    "aria-label": "string",
    "aria-labelledby": "ids",
    "aria-level": "integer",
    "aria-live": frozenset({"assertive", "off", "polite"}),
    "aria-modal": TRUE_FALSE,
    "aria-multiline": TRUE_FALSE,
    "aria-multiselectable": TRUE_FALSE,
    "aria-orientation": frozenset({"horizontal", "undefined", "vertical"}),
    "aria-owns": "ids",
    "aria-placeholder": "string",
    "aria-posinset": "integer",
    "aria-pressed": TRISTATE,
    "aria-readonly": TRUE_FALSE,
    "aria-relevant": "tokens:additions all removals text",
    "aria-required": TRUE_FALSE,
    "aria-roledescription": "string",
    "aria-rowcount": "integer",
    "aria-rowindex": "integer",
    "aria-rowindextext": "string",
    "aria-rowspan": "integer",
    "aria-selected": OR_UNDEFINED,
    "aria-setsize": "integer",
    "aria-sort": frozenset({"ascending", "descending", "none", "other"}),
    "aria-valuemax": "number",
    "aria-valuemin": "number",
    "aria-valuenow": "number",
    "aria-valuetext": "string",
}
