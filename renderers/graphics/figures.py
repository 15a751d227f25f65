"""Figures as they are written, taken apart so that they can count: `48 %`, `$1.2m`, `12 → 48 %`, `١٢٪`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u066b\u066c ]\d+)*")
_FROM = re.compile(r"^\s*(?P<first>.*?\d.*?)\s*(?P<arrow>→|->|➝|⇒|⟶)\s*(?P<last>.*\d.*)$")
_ARROWS = {"->": "→"}
_YEARS = (1900, 2100)


@dataclass(frozen=True)
class Figure:
    """A figure that counts: `before` and `after` stay, the number goes from `start` to `end`.

    `decimals` digits follow `point`; `group` parts thousands; `zero` is the digit that counts begin with. `lead` is
    what was written before an arrow.
    """

    before: str
    end: float
    after: str
    decimals: int = 0
    point: str = "."
    group: str = ""
    zero: str = "0"
    start: float = 0.0
    lead: str = ""
    padded: int = 1

    def written(self, t: float) -> str:
        """The number, without what stands around it, `t` (0..1) of the way from its start to its end."""
        value = self.start + (self.end - self.start) * t
        whole, _, part = f"{value:.{self.decimals}f}".partition(".")
        whole = whole.zfill(self.padded)
        if self.group:
            whole = self.group.join(_thousands(whole))
        text = whole + (self.point + part if part else "")
        if self.zero == "0":
            return text
        return "".join(chr(ord(self.zero) + int(c)) if c.isascii() and c.isdigit() else c for c in text)

    @property
    def share(self) -> float | None:
        """The part of a whole that it tells, 0..1; None where it is no percentage of at most a hundred."""
        percent = self.after.strip()[:1] in {"%", "٪", "％"} or self.before.strip()[-1:] in {"%", "٪", "％"}
        signed = self.before.strip()[-1:] in {"+", "-", "−", "–", "±"}
        return self.end / 100.0 if percent and not signed and 0.0 < self.end <= 100.0 else None


def figure(value: str) -> Figure | None:
    """What of `value` counts; None for what can only be shown as it is: `1 in 4`, `24/7`, a year, words."""
    value = " ".join(value.split())
    given = _FROM.match(value)
    if given:
        first, last = figure(given["first"]), figure(given["last"])
        if first is None or last is None:
            return None
        arrow = _ARROWS.get(given["arrow"], given["arrow"])
        fine = first.decimals > last.decimals
        return None if fine else _starting(last, first.end, f"{given['first'].strip()} {arrow} ")
    found = list(_NUMBER.finditer(value))
    if len(found) != 1:
        return None
    match = found[0]
    read = _read(match.group())
    if read is None or re.search(r"\d", value[: match.start()] + value[match.end() :]):
        return None
    number, decimals, point, group, zero, padded = read
    before, after = value[: match.start()], value[match.end() :]
    bare_year = not before.strip() and not after.strip() and not group and not decimals
    if bare_year and _YEARS[0] <= number <= _YEARS[1] or re.search(r"(?:#|№|\bno\.?|nr\.?)\s*$", before, re.IGNORECASE):
        return None
    if re.match(r"\s*(?:st|nd|rd|th|\.)(?:\W|$)|\s*[:/x×]\s*\D*$", after) and not re.match(r"\s*[x×]", after):
        return None
    return Figure(before, number, after, decimals, point, group, zero, padded=padded)


def _starting(last: Figure, start: float, lead: str) -> Figure:
    from dataclasses import replace

    return replace(last, start=start, lead=lead)


def _read(text: str) -> tuple[float, int, str, str, str, int] | None:
    """The value of a written number, its decimals, decimal point and grouping mark, its zero, and its least digits."""
    digits = [c for c in text if c.isdigit()]
    zero = chr(ord(digits[0]) - unicodedata.decimal(digits[0]))
    if any(unicodedata.decimal(c, None) is None or ord(c) - unicodedata.decimal(c) != ord(zero) for c in digits):
        return None
    parts = re.split(r"([^\d])", text)
    numbers, marks = parts[::2], parts[1::2]
    plain = ["".join(str(unicodedata.decimal(c)) for c in part) for part in numbers]
    point = group = ""
    whole, part = plain, ""
    if marks:
        last_is_point = (
            (len(set(marks)) == 2 and marks[-1] != marks[0])
            or marks[-1] == "\u066b"
            or (len(marks) == 1 and marks[0] in ".," and len(plain[-1]) != 3)
            or (len(marks) == 1 and marks[0] == "." and plain[0] == "0")
        )
        if last_is_point:
            point, part, whole = marks[-1], plain[-1], plain[:-1]
            marks = marks[:-1]
        if len(set(marks)) > 1 or any(len(group_) != 3 for group_ in whole[1:]):
            return None
        group = marks[0] if marks else ""
    joined = "".join(whole)
    if len(joined) + len(part) > 15:
        return None
    padded = len(joined) if joined.startswith("0") and len(joined) > 1 else 1
    return float(f"{joined}.{part or 0}"), len(part), point or ".", group, zero, padded


def _thousands(digits: str) -> list[str]:
    sign = "-" if digits.startswith("-") else ""
    digits = digits.removeprefix("-")
    head = len(digits) % 3 or 3
    return [sign + digits[:head], *(digits[i : i + 3] for i in range(head, len(digits), 3))]
