"""Errors that stop the work. Whatever lets it go on is no error but a Finding.

MingwenError            where, what, how to mend it; exit code 2 (the reader's mistake)
├── SettingsError       pyproject.toml cannot be used
├── ManuscriptError     manuscripts with mistakes: carries all of them as findings
├── WriteError          the output cannot be written (full disk, read-only folder)
└── UsageError          a command's words do not fit
"""

from __future__ import annotations

from mingwen.model import Finding, Lang, Place, Text


class MingwenError(Exception):
    """Where, what and how to mend it, in both languages."""

    exit_code = 2

    def __init__(self, where: Place | None, what: Text, fix: Text) -> None:
        super().__init__(what.en)
        self.where = where
        self.what = what
        self.fix = fix

    def __reduce__(self) -> tuple[object, ...]:
        """Workers send their mistakes home."""
        return _restored, (type(self), self.args, self.__dict__)

    def message(self, lang: Lang) -> str:
        """One line: `path:line:column: what. fix.` with the punctuation of the language."""
        stop, gap = ("。", "") if lang == "zh" else (".", " ")
        where = f"{self.where}: " if self.where else ""
        sentences = (text.of(lang).rstrip("。.") + stop for text in (self.what, self.fix) if text.of(lang))
        return where + gap.join(sentences)


def _restored(kind: type[MingwenError], args: tuple[object, ...], told: dict[str, object]) -> MingwenError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(told)
    return error


class SettingsError(MingwenError):
    """pyproject.toml or its [tool.mingwen] cannot be used; `findings` lists every mistake in it."""

    def __init__(self, where: Place | None, what: Text, fix: Text, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(where, what, fix)
        self.findings = findings


class ManuscriptError(MingwenError):
    """Manuscripts with mistakes; nothing was written. `findings` holds all of them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        count = sum(finding.verdict == "fail" for finding in findings)
        super().__init__(
            None,
            Text(
                f"稿件里有 {count} 处要改，site/ 没有动", f"{count} mistakes in the manuscripts; site/ was left alone"
            ),
            Text("请按上面每行所指改好再来", "Mend each line named above and run again"),
        )
        self.findings = findings


class WriteError(MingwenError):
    """The output could not be written; what stood there before still stands."""


class UsageError(MingwenError):
    """The command's words do not fit together."""
