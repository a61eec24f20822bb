"""Accessible names and roles, by accname 1.2 and HTML-AAM 1.0."""

from __future__ import annotations

import pytest

from mingwen.linting.dom import Page
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.styles import NONE


def target(html: str):
    return Page(html, "-", NONE).root.all("[data-t]")[0]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<button data-t aria-label=甲>乙</button>", "甲"),
        ("<button data-t aria-label=' '>乙</button>", "乙"),
        ("<button data-t aria-labelledby='b a'>丙</button><i id=a>甲</i><i id=b>乙</i>", "乙 甲"),
        ("<button data-t aria-labelledby=gone>丙</button>", "丙"),
        ("<button data-t aria-labelledby=a>丙</button><i id=a hidden>藏<b>名</b></i>", "藏名"),
        ("<button data-t>甲<i hidden>乙</i><i aria-hidden=true>丙</i></button>", "甲"),
        ("<button data-t>甲<img alt=乙 src=b></button>", "甲 乙"),
        ("<a data-t href=a><div>甲</div><div>乙</div></a>", "甲 乙"),
        ("<a data-t href=a><b>甲</b><b>乙</b></a>", "甲乙"),
        ("<a data-t href=a title=甲></a>", "甲"),
        ("<a data-t href=a><i title=甲></i></a>", "甲"),
        ("<a data-t href=a><svg><title>甲</title></svg></a>", "甲"),
        ("<label for=a>甲</label><label for=a>乙</label><input data-t id=a>", "甲 乙"),
        ("<label>甲<input data-t value=乙></label>", "甲"),
        ("<label>每<input value=3 aria-label=天数>天<input data-t type=checkbox></label>", ""),
        ("<input data-t placeholder=甲>", "甲"),
        ("<input data-t type=submit>", "提交"),
        ("<input data-t type=button value=甲>", "甲"),
        ("<input data-t type=image alt=甲>", "甲"),
        ("<table data-t><caption>甲</caption></table>", "甲"),
        ("<fieldset data-t><legend>甲</legend></fieldset>", "甲"),
        ("<figure data-t><figcaption>甲</figcaption></figure>", "甲"),
        ("<div data-t>甲</div>", ""),
        ("<img data-t src=a.png>", ""),
        ("<iframe data-t title=甲>", "甲"),
    ],
)
def test_name(html, words):
    assert name(target(html)) == words


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a data-t href=a>", "link"),
        ("<a data-t>", "generic"),
        ("<div data-t role='nothing button'>", "button"),
        ("<div data-t role=widget>", "generic"),
        ("<ul data-t role=none>", "none"),
        ("<button data-t role=none>甲</button>", "button"),
        ("<h1 data-t role=none aria-label=''>", "heading"),
        ("<img data-t alt=''>", "none"),
        ("<img data-t alt='' aria-label=甲>", "img"),
        ("<header data-t>", "banner"),
        ("<article><header data-t></article>", "sectionheader"),
        ("<section data-t>", "generic"),
        ("<section data-t aria-label=甲>", "region"),
        ("<input data-t>", "textbox"),
        ("<input data-t type=range>", "slider"),
        ("<input data-t list=a>", "combobox"),
        ("<select data-t>", "combobox"),
        ("<select data-t multiple>", "listbox"),
        ("<table><tr><th data-t>甲<th>乙</table>", "columnheader"),
        ("<table><tr><th data-t>甲<td>乙</table>", "rowheader"),
        ("<table role=none><tr><td data-t>甲</table>", "none"),
    ],
)
def test_role(html, expected):
    assert role(target(html)) == expected
