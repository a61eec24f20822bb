"""Every rule keeps its word: its examples are its tests, and it speaks both languages."""

from __future__ import annotations

import re

import pytest

from mingwen.linting import RULES, Styles, lint
from mingwen.linting.audits import load
from mingwen.linting.rule import Example, Rule

AUDITS = load()
CHECKS = {**RULES, **AUDITS}
NORMS = re.compile(
    r"WCAG 2\.2 \d\.\d\.\d+|WCAG Techniques [A-Z]+\d+|GB/T 37668-2019 3\.\d\.\d\.\d|ACT [a-z0-9]{6}|WAI-ARIA 1\.2"
    r"|HTML Standard [\d.]+ \w+|RFC \d+ [\d.]+|Progressive enhancement|clreq|国办发〔2017〕47号"
    r"|工信厅信管函〔2021〕67号 附件1 \d(\.\d){1,2}"
)
# The clauses of GB/T 37668-2019 whose number and level somebody has read.
READ = {"3.2.1.3", "3.2.1.4", "3.2.4.2", "3.3.2.2", "3.3.3.6", "3.3.4.2", "3.5.1.2"}
HAN = re.compile(r"[\u4e00-\u9fff]")


def said(rule: Rule, example: Example) -> list[str]:
    return [found.says for found in lint(example.html, [rule], styles=Styles(dict(example.sheets))).findings]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_bad_examples_are_caught(rule):
    """Each bad example triggers exactly the message that it names."""
    for example in rule.bad:
        assert said(rule, example) == example.says.split() != [], example.html


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_good_examples_pass(rule):
    for example in rule.good:
        assert said(rule, example) == [], example.html


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_message_has_a_bad_example(rule):
    assert {key for example in rule.bad for key in example.says.split()} == set(rule.says)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_some_example_is_a_target(rule):
    """A rule whose selector matches nothing would pass everything."""
    for example in rule.bad:
        assert dict(lint(example.html, [rule], styles=Styles(dict(example.sheets))).tally)[rule.id] > 0, example.html


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_both_languages_are_there(check):
    for text in (check.name, check.why, *check.says.values()):
        assert HAN.search(text.zh)
        assert not HAN.search(text.en)
        assert set(re.findall(r"{(\w+)", text.zh)) == set(re.findall(r"{(\w+)", text.en))


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_messages_are_sentences(check):
    for text in check.says.values():
        assert text.zh.endswith(("。", "？", "}"))
        assert text.en.endswith((".", "?", "}"))


def test_messages_tell_rules_apart():
    """Nobody has to look at the id to know which rule speaks."""
    sentences = [text.zh for check in CHECKS.values() for text in check.says.values()]

    assert len(sentences) == len(set(sentences))


def test_id_file_and_function_are_one_name():
    for rule in RULES.values():
        module = rule.check.__module__.rpartition(".")[2]

        assert rule.check.__name__ == module == rule.id.replace("-", "_")


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_basis_cites_what_has_been_read(check):
    for clause in check.basis:
        assert NORMS.fullmatch(clause), clause
        if clause.startswith("GB/T 37668"):
            assert clause.rpartition(" ")[2] in READ
