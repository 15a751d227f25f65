"""What a change made of a brand kit: each fact that came, changed, went, or stayed because a person decided it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from brand_memory.kit import Record

What = Literal["added", "changed", "gone", "kept"]
_SHOWN_OF_A_KIND = 6


class Change(Record):
    """One fact, before and after in words. `kept`: `after` was found, but `before` stays for what `why` says."""

    key: str
    what: What
    before: str = ""
    after: str = ""
    why: str = ""


class Difference(Record):
    """All changes from one version of a kit to the next; `before_version` is 0 for a new brand."""

    brand: str
    name: str
    before_version: int
    version: int
    changes: tuple[Change, ...] = ()

    def of(self, what: What) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.what == what)

    def sentences(self) -> tuple[str, ...]:
        """The difference for a person to read, one line each; long lists are cut and their rest is counted."""
        if not self.changes and self.before_version == self.version:
            return (f"Nothing changed: {self.name} is as it was (version {self.version}).",)
        first = "New brand" if not self.before_version else f"Version {self.before_version} → {self.version}"
        return (f"{first}: {self.name}.", *_lines(self.changes))


def _lines(changes: Iterable[Change]) -> Iterable[str]:
    grouped: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        grouped.setdefault((change.what, change.key), []).append(change)
    for group in grouped.values():
        yield from (_line(change) for change in group[:_SHOWN_OF_A_KIND])
        if len(group) > _SHOWN_OF_A_KIND:
            yield f"  … and {len(group) - _SHOWN_OF_A_KIND} more of {group[0].key!r} {group[0].what}"


def _line(change: Change) -> str:
    why = f" ({change.why})" if change.why else ""
    match change.what:
        case "added":
            return f"+ {change.key}: {change.after}{why}"
        case "gone":
            return f"− {change.key}: {change.before}{why}"
        case "changed":
            return f"~ {change.key}: {change.before} → {change.after}{why}"
    found = f"; {change.after} was found" if change.after else ""
    return f"= {change.key}: {change.before} stays{why}{found}"
