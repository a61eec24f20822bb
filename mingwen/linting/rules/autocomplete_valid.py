"""autocomplete-valid: what a field asks of the person is said in the words that browsers know."""

from __future__ import annotations

from mingwen.linting.ancestry import is_aria_disabled
from mingwen.linting.dom import Node
from mingwen.linting.roles import explicit
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_disabled, is_exposed, is_visible, tabindex
from mingwen.linting.words import words
from mingwen.model import Text

# HTML Standard 4.10.18.7.1: autofill detail tokens.
FIELDS = words(
    "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password "
    "current-password one-time-code organization-title organization street-address address-line1 address-line2 "
    "address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code "
    "cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc "
    "cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo"
)
CONTACTS = words(
    "tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension "
    "email impp"
)
KINDS = frozenset({"home", "work", "mobile", "fax", "pager"})
WIDGETS = words("checkbox combobox listbox radio searchbox slider spinbutton switch textbox")
SKIPPED = frozenset({"hidden", "button", "submit", "reset", "image"})


@Rule(
    id="autocomplete-valid",
    name=Text("autocomplete 要写得有效", "autocomplete has a valid value"),
    why=Text(
        "写对了，浏览器能代为填写姓名、电话，记性不好、打字吃力的人省事许多。",
        "Written right, it lets browsers fill in names and numbers for people who find that hard.",
    ),
    basis=("WCAG 2.2 1.3.5",),
    wcag=("1.3.5",),
    act=("73f2c2",),
    on="input[autocomplete], select[autocomplete], textarea[autocomplete]",
    says={
        "unknown": Text(
            "autocomplete 的值“{value}”浏览器不认识。请用规范里的词，如 name、tel、email、street-address。",
            "Browsers do not know the autocomplete value {value!r}. Use a term such as name, tel or email.",
        ),
    },
    bad=(
        Example("<label>姓名<input autocomplete=xingming></label>", says="unknown"),
        Example("<label>邮箱<input autocomplete='work shipping email'></label>", says="unknown"),
    ),
    good=(
        Example("<label>姓名<input autocomplete=name></label>"),
        Example("<label>邮箱<input autocomplete='section-a shipping work email'></label>"),
        Example("<label>口令<input autocomplete=off></label>"),
        Example("<div aria-disabled=true><label>姓名<input autocomplete=xingming></label></div>"),
    ),
    when=lambda field: is_asked(field),
)
def autocomplete_valid(field: Node) -> Hits:
    if not is_valid(field.get("autocomplete").lower().split()):
        yield field.fail("unknown", value=field.get("autocomplete"))


def is_asked(field: Node) -> bool:
    """Applicable by ACT 73f2c2: a field that people reach and fill in, with a value that is no mere on or off."""
    if field.get("autocomplete").strip().lower() in {"", "on", "off"} or field.get("type").strip().lower() in SKIPPED:
        return False
    if is_disabled(field) or is_aria_disabled(field):
        return False
    out_of_order = (tabindex(field) or 0) < 0 and bool(explicit(field)) and explicit(field) not in WIDGETS
    return not out_of_order and (is_exposed(field) or is_visible(field))


def is_valid(tokens: list[str]) -> bool:
    """[section-…] [shipping | billing] then a field, or [home | work | …] and a way of contact; then [webauthn]."""
    rest = tokens[1:] if tokens[0].startswith("section-") else tokens[:]
    if rest and rest[0] in {"shipping", "billing"}:
        rest = rest[1:]
    if rest and rest[-1] == "webauthn":
        rest = rest[:-1]
    if rest and rest[0] in KINDS:
        return len(rest) == 2 and rest[1] in CONTACTS
    return len(rest) == 1 and rest[0] in FIELDS | CONTACTS
