"""The report of a draft: what was measured, how bad it is, where, and what would mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from textwrap import wrap
from typing import Literal

from pydantic import Field

from tools.documents import Document

Severity = Literal["ok", "notice", "warning", "fault"]
"""`ok` is as it should be, `notice` is worth knowing, `warning` may be seen or heard, `fault` has to be mended."""

_WORST_FIRST: tuple[Severity, ...] = ("fault", "warning", "notice", "ok")
_WIDTH = 100
_INDENT = " " * 10


class Finding(Document):
    """One check. `timecode` is `HH:MM:SS:FF`; `patch` is the remedy in plain words."""

    check: str
    severity: Severity
    sentence: str
    measured: float | int | str | None = None
    expected: float | int | str | None = None
    scene: str | None = None
    timecode: str | None = None
    patch: str | None = None


class Report(Document):
    """All findings on one file, in the order of the checks, and what they come to in a sentence."""

    schema_: Literal["report/1"] = Field("report/1", alias="schema")
    video: str
    duration_seconds: float
    summary: str
    findings: tuple[Finding, ...]

    @property
    def worst(self) -> Severity:
        """The worst severity found."""
        return worst(self.findings)

    def of(self, check: str) -> tuple[Finding, ...]:
        """The findings of one check."""
        return tuple(finding for finding in self.findings if finding.check == check)


def worst(findings: Sequence[Finding]) -> Severity:
    """The worst severity among `findings`; `ok` for none."""
    return next((level for level in _WORST_FIRST if any(finding.severity == level for finding in findings)), "ok")


def summarise(findings: Sequence[Finding]) -> str:
    """One sentence on all `findings`: ready or not, how many of what, and the first of the worst."""
    level = worst(findings)
    checks = len({finding.check for finding in findings})
    tally = Counter(finding.severity for finding in findings)
    told = _joined([counted(tally[each], each) for each in _WORST_FIRST[:3] if tally[each]])
    if level == "ok":
        return f"Ready: all {checks} checks are fine."
    if level == "notice":
        return f"Ready: nothing to mend in {checks} checks, {told}."
    first = next(finding for finding in findings if finding.severity == level)
    verdict = "Not ready" if level == "fault" else "Usable, but have a look"
    return f"{verdict}: {told} in {checks} checks. First: {first.sentence}"


def render_report(report: Report) -> str:
    """`report` as plain text for a terminal: the summary, then what is not fine, worst first, then what is."""
    lines = [f"{report.video}, {report.duration_seconds:.2f} s", *wrap(report.summary, _WIDTH), ""]
    for finding in sorted(report.findings, key=lambda finding: _WORST_FIRST.index(finding.severity)):
        lines += _told(finding)
    return "\n".join(lines)


def _told(finding: Finding) -> list[str]:
    where = " ".join(part for part in (finding.timecode, f"[{finding.scene}]" if finding.scene else "") if part)
    text = f"{where} {finding.sentence}" if where else finding.sentence
    first, *rest = wrap(text, _WIDTH - len(_INDENT)) or [""]
    lines = [f"{finding.severity:<{len(_INDENT)}}{first}", *(_INDENT + line for line in rest)]
    if finding.patch and finding.severity != "ok":
        lines += [_INDENT + line for line in wrap(f"To mend it: {finding.patch}.", _WIDTH - len(_INDENT))]
    return lines


def counted(count: int, word: str) -> str:
    """`count` and `word`, in the plural where it belongs."""
    return f"{count} {word}{'s' if count != 1 else ''}"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
