"""Which rules to run: presets by name, and single rules by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mingwen.errors import UsageError
from mingwen.linting.audits import Audit
from mingwen.linting.audits import load as load_audits
from mingwen.linting.limits import SIZE, TIME
from mingwen.linting.rule import RULES, Rule
from mingwen.linting.words import nearest
from mingwen.model import Text

# Level AAA, one h1 a page, which no norm asks for, and guesses that ask too often.
STRICT = frozenset(
    {
        "contrast-enhanced",
        "heading-topic",
        "image-words",
        "img-descriptive",
        "link-alone",
        "links-same-name",
        "meta-refresh-none",
        "one-h1",
    }
)
# What only people can answer would flood the first run over an old site; it waits until the failures are mended.
LATER = STRICT | {"duplicate-title", "heading-order", "link-purpose", "links-same-context", "th-name", "th-scope"}

# What findings say that no rule finds, by their id.
OWN = {
    TIME: Text("一页没有查完，请拆小那一页", "a page was not checked to its end; split that page"),
    SIZE: Text("一页太大，没有查完，请拆小那一页", "a page is too large to be checked; split that page"),
    "accepted": Text(
        "一处认可不算数或没有用到，请改好那处认可", "an acceptance does not count or is not used; mend it"
    ),
}

RULE, PRESET = Text("规则", "rule"), Text("规则组", "preset")
ALL_RULES = Text("全部见 mingwen rules", "mingwen rules lists all")

Check = Rule | Audit
PRESETS: dict[str, Callable[[Check], bool]] = {
    "推荐": lambda check: check.id not in STRICT,
    "严格": lambda check: True,
    "旧站": lambda check: check.level == "failure" and check.id not in LATER,
    "act": lambda check: isinstance(check, Rule) and bool(check.act),
}
ENGLISH = {"recommended": "推荐", "strict": "严格", "legacy": "旧站"}
DEFAULT = "推荐"


def choose(
    preset: str = DEFAULT, only: Iterable[str] = (), skip: Iterable[str] = ()
) -> tuple[tuple[Rule, ...], tuple[Audit, ...]]:
    """The rules and audits of a preset, or `only` those named; `skip` is taken away from either.

    Raises UsageError for a preset and for all ids that are not there, and says which are probably meant.
    """
    every: dict[str, Check] = {**RULES, **load_audits()}
    only, skip = tuple(only), frozenset(skip)
    wrong = [id_ for id_ in dict.fromkeys((*only, *skip)) if id_ not in every]
    if wrong:
        raise together([own(id_) if id_ in OWN else unknown(RULE, id_, every, ALL_RULES) for id_ in wrong])
    name = ENGLISH.get(preset, preset)
    if name not in PRESETS:
        listed = Text(f"可用的有：{'、'.join(PRESETS)}", f"There are {', '.join((*ENGLISH, 'act'))}")
        raise unknown(PRESET, preset, (*PRESETS, *ENGLISH), listed)
    chosen = [every[id_] for id_ in dict.fromkeys(only)] if only else [it for it in every.values() if PRESETS[name](it)]
    kept = [it for it in chosen if it.id not in skip]
    return tuple(it for it in kept if isinstance(it, Rule)), tuple(it for it in kept if isinstance(it, Audit))


def unknown(kind: Text, word: str, known: Iterable[str], listed: Text) -> UsageError:
    """The error for a preset or rule that is not there, with the one that is probably meant, and where all are."""
    near = nearest(word, known)
    meant = Text(f"是不是 {near}？", f"Is {near} meant? ") if near else Text("", "")
    return UsageError(
        None,
        Text(f"没有叫“{word}”的{kind.zh}", f"There is no {kind.en} {word!r}"),
        Text(f"{meant.zh}{listed.zh}", f"{meant.en}{listed.en}"),
    )


def own(id_: str) -> UsageError:
    """The error for what the linter says of itself, which nobody can choose or leave out."""
    said = OWN[id_]
    return UsageError(
        None,
        Text(f"{id_} 不是规则，不能单独查，也不能略过", f"{id_} is no rule, and cannot be chosen or left out"),
        Text(f"它说明{said.zh}", f"It says that {said.en}"),
    )


def together(errors: Sequence[UsageError]) -> UsageError:
    """Several mistakes in one message."""
    if len(errors) == 1:
        return errors[0]
    parts = [(error.what, error.fix) for error in errors]
    return UsageError(
        None,
        Text("；".join(what.zh for what, _ in parts), "; ".join(what.en for what, _ in parts)),
        Text(
            "；".join(dict.fromkeys(fix.zh for _, fix in parts)), "; ".join(dict.fromkeys(fix.en for _, fix in parts))
        ),
    )
