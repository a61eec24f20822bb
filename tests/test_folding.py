"""What is folded away when a template is compiled shows on the page as if it were looked up each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import DictLoader, StrictUndefined

from mingwen.errors import MingwenError
from mingwen.model import Text
from mingwen.rendering import render
from mingwen.rendering.folding import FoldingEnvironment, gives
from mingwen.rendering.theme import Source, load
from mingwen.rendering.words import UnknownWordError, speaker
from tests.rendering_pages import FRAME
from tests.rendering_pages import SITEMAP_PAGE as PAGE

ROOT = Path(__file__).parent.parent
SAY = speaker({"a.b": Text("甲 & 乙", "A & B"), "a.n": Text("第{n}页", "page {n}"), "w.x": Text("小", "x")}, "zh")


def made(template: str, folded: bool, **others: str) -> str:
    environment = FoldingEnvironment(
        loader=DictLoader({"a.html": template, **others}), autoescape=True, undefined=StrictUndefined
    )
    environment.say = SAY if folded else None
    return environment.get_template("a.html").render(t=SAY, words=("x",), name="w.x", loop="外")


@pytest.mark.parametrize(
    "template",
    [
        '{{ t("a.b") }}',
        '<a title="{{ t("a.b") }}">{{ t("a.n", n=3) }}{{ t("a.n", n="<") }}</a>',
        "{{ t(name) }}",
        '{{ t("w." ~ "x") }}',
        '{{ t("a.b") | upper }}{{ "1" if t("a.b") else "2" }}',
        '{% for x in ("x", "y") %}{{ x }}{{ loop.index }}{{ loop.index0 }}{% if loop.first %}首{% endif %}{% endfor %}',
        '{% for x in ("x",) %}{{ t("w." ~ x) }}{% if loop.last %}尾{% endif %}{% endfor %}',
        "{% for x in words %}{{ t('w.' ~ x) }}{% endfor %}",
        "{% for x in (1, 2) %}{% for y in (x, 3) %}{{ x }}{{ y }}{{ loop.index }}{% endfor %}{% endfor %}",
        "{% for x in (1, 2) %}{{ loop.length }}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% for x in (1, 2) %}{% set y = x %}{{ y }}{% endfor %}{{ loop }}",
        "{% for x, y in ((1, 2), (3, 4)) %}{{ x }}{{ y }}{% endfor %}",
        "{% for x in () %}甲{% else %}空{% endfor %}",
        "{% for x in (3, 4) if x > 3 %}{{ x }}{% endfor %}",
        "{% for x in ('<', '&') %}<b class={{ x }}>{{ x }}</b>{% endfor %}",
        '{% macro m(n) %}{{ t("a.n", n=n) }}{% for x in (1, 2) %}{{ n }}{{ x }}{% endfor %}{% endmacro %}{{ m("<") }}',
        '{% set word = t("a.b") %}{{ word }}{% macro m(w) %}<i>{{ w }}</i>{% endmacro %}{{ m(t("a.b")) }}',
    ],
)
def test_a_template_says_the_same_folded_and_unfolded(template: str) -> None:
    assert made(template, folded=True) == made(template, folded=False)


def test_a_word_that_is_not_there_is_told_when_the_page_is_made_and_not_before() -> None:
    assert made('{% if 0 %}{{ t("no.word") }}{% endif %}甲', folded=True) == "甲"
    with pytest.raises(UnknownWordError):
        made('{{ t("no.word") }}', folded=True)
    with pytest.raises(UnknownWordError):
        made('{{ t("a.n") }}', folded=True)


@pytest.mark.parametrize(
    "template",
    [
        "{% set t = 1 %}", "{% for t in x %}", "{% macro m(a, t) %}", "{% macro t() %}", '{% import "x" as t %}',
        '{% from "x" import y as t with context %}', "{% with t = 1 %}", '{%- set\n  t = "}" %}',
    ],
)  # fmt: skip
def test_a_template_that_means_something_else_by_t_is_known(template: str) -> None:
    assert gives(["甲", template])


def test_the_theme_means_nothing_else_by_t_so_its_words_are_folded() -> None:
    assert not gives(source.text for source in load(ROOT).templates)


def test_a_site_may_mean_something_else_by_t() -> None:
    own = Source("404.html", "{% set t = 7 %}{{ t }}", "templates/404.html")
    theme = load(ROOT)
    kept = tuple(source for source in theme.templates if source.name != "404.html")
    theme = replace(theme, templates=(*kept, own), digest="own t")
    assert render(replace(PAGE, template="404.html"), FRAME, theme) == "7"


def test_changed_words_are_not_taken_from_templates_compiled_before(tmp_path: Path) -> None:
    own = Source("404.html", '{{ t("a.b") }}', "templates/404.html")
    page = replace(PAGE, template="404.html")
    for word in ("甲", "乙"):
        theme = replace(
            load(ROOT), templates=(own,), words=(("a.b", Text(word, word)),), digest=word, cache=str(tmp_path)
        )
        assert render(page, FRAME, theme) == word
    assert render(replace(page, lang="en"), FRAME, theme) == "乙"
    with pytest.raises(MingwenError):
        render(page, FRAME, replace(theme, words=(), digest="none"))
