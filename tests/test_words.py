"""What people read is in both languages, and what developers read is there at all. Taken from the source itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mingwen"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "scaffold" not in path.parts)
Pair = tuple[ast.expr, ast.expr]

HAN = re.compile(r"[\u3400-\u9fff]")
BESIDE_HAN = "\u3400-\u9fff“”‘’《》〔〕（）【】、，。；：！？"
HALF_WIDTH = re.compile(rf"[{BESIDE_HAN}][,;?!()][{BESIDE_HAN}]")
FULL_WIDTH = re.compile(r"[，。；！？]")
ENGLISH_RUN = re.compile(r"[A-Za-z']+(?: [A-Za-z']+){2,}")
ENGLISH_WORDS = {
    "a",
    "an",
    "and",
    "are",
    "be",
    "for",
    "in",
    "is",
    "must",
    "not",
    "of",
    "or",
    "the",
    "this",
    "to",
    "with",
}
# Where the two languages stand in calls that are not Text(zh, en), by the name of the function.
POSITIONS = {
    "Text": (0,), "misfit": (0,), "both": (0,), "word": (0,), "matching": (1,), "no": (1, 3), "fail": (2,), "ask": (2,),
}  # fmt: skip


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def pairs(tree: ast.AST) -> Iterator[Pair]:
    """Every (Chinese, English) in a module: Text(zh, en), misfit(zh, en), fail(rule, place, zh, en), zh=… en=…,
    `zh, en = …, …`, and two words side by side of which the first is Chinese."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for at in POSITIONS.get(name, ()):
                if len(node.args) >= at + 2:
                    yield node.args[at], node.args[at + 1]
            keywords = {keyword.arg: keyword.value for keyword in node.keywords}
            if {"zh", "en"} <= keywords.keys():
                yield keywords["zh"], keywords["en"]
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple) and _is_zh_en(node.targets[0]):
            zh, en = node.value.elts
            yield zh, en
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and HAN.search(template(node.elts[0]) or ""):
            yield node.elts[0], node.elts[1]


def _is_zh_en(target: ast.expr) -> bool:
    return isinstance(target, ast.Tuple) and [getattr(each, "id", "") for each in target.elts] == ["zh", "en"]


def template(node: ast.expr) -> str | None:
    """The words of a literal, with {} where a value goes in; None where it is no literal at all."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = template(node.left), template(node.right)
        return None if left is None and right is None else (left or "{}") + (right or "{}")
    return None


def literals(path: Path) -> list[tuple[int, str, str]]:
    """(line, Chinese, English) of every pair of literals in a module; pairs of two empty words say nothing."""
    read = ((zh.lineno, template(zh), template(en)) for zh, en in pairs(ast.parse(path.read_text("utf-8"))))
    return [(line, zh, en) for line, zh, en in read if zh is not None and en is not None and (zh or en)]


SPEAKING = [path for path in MODULES if literals(path)]


def test_the_words_are_found():
    """A collector that finds nothing would let everything pass."""
    assert len(SPEAKING) > 20
    assert sum(len(literals(path)) for path in SPEAKING) > 150


@pytest.mark.parametrize("path", SPEAKING, ids=named)
def test_both_languages_say_something(path):
    one_sided = [(line, zh, en) for line, zh, en in literals(path) if not zh.strip() or not en.strip()]

    assert not one_sided


@pytest.mark.parametrize("path", SPEAKING, ids=named)
def test_chinese_is_chinese(path):
    """A half without letters, such as `{}：{}`, has nothing to translate."""
    wordy = [(line, zh) for line, zh, _ in literals(path) if re.search(r"[^\W\d_]", zh)]
    foreign = [(line, zh) for line, zh in wordy if not HAN.search(zh)]

    assert not foreign


@pytest.mark.parametrize("path", SPEAKING, ids=named)
def test_no_english_sentence_stands_in_chinese(path):
    runs = [(line, found) for line, zh, _ in literals(path) for found in ENGLISH_RUN.findall(zh)]

    assert not [(line, run) for line, run in runs if ENGLISH_WORDS & set(run.lower().split())]


@pytest.mark.parametrize("path", SPEAKING, ids=named)
def test_punctuation_follows_the_language(path):
    """Full-width between Chinese words, half-width in English ones."""
    chinese = [(line, zh) for line, zh, _ in literals(path) if HALF_WIDTH.search(zh)]
    english = [(line, en) for line, _, en in literals(path) if FULL_WIDTH.search(en)]

    assert not chinese
    assert not english


def public(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    found = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef))
    return [node for node in found if not node.name.startswith("_")]


def said_elsewhere(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, path: Path, alone: bool) -> bool:
    """A name alone in its module, or a Markdown extension's `extend`, is told by the module's docstring; a command or
    a rule by the words in its decorator."""
    decorated = (call for call in node.decorator_list if isinstance(call, ast.Call))
    words = {keyword.arg for call in decorated for keyword in call.keywords}
    return (
        alone or (path.parent.name == "extensions" and node.name == "extend") or {"zh", "en"} <= words or "why" in words
    )


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_and_public_names_are_documented(path):
    tree = ast.parse(path.read_text("utf-8"))
    names = public(tree)
    silent = [
        f"{node.name}:{node.lineno}"
        for node in names
        if not ast.get_docstring(node) and not said_elsewhere(node, path, len(names) == 1)
    ]

    assert not tree.body or ast.get_docstring(tree)
    assert not silent
