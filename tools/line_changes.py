"""How two deliveries of a line differ, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tools.line_spans import Span
from tools.patch_targets import clip
from tools.script import Delivery, Line


def said_anew(before: Line, after: Line) -> Iterator[tuple[str, str, str, str]]:
    """For everything but the words: operation, what it concerns, and how it reads before and after."""
    readings: tuple[tuple[str, Callable[[Delivery], str]], ...] = (
        ("emotion", lambda told: told.emotion or "as the scene"),
        ("pace", lambda told: pace(told.speed)),
        ("pitch", lambda told: half_tones(told.pitch)),
    )
    for what, read in readings:
        was, now = read(before.delivery), read(after.delivery)
        if was != now:
            yield "set_delivery", what, was, now
    for what in ("before", "after"):
        was, now = (_seconds(getattr(line, f"pause_{what}")) for line in (before, after))
        if was != now:
            yield "set_pause", f"pause {what} it", was, now
    old, new = _manners(before), _manners(after)
    for words in dict.fromkeys([*old, *new]):
        # Where the words themselves were exchanged, the change of the text tells it.
        gone = words not in after.text if words in old else False
        if old.get(words) != new.get(words) and not gone:
            usual = "as usual"
            yield "set_emphasis", f"“{clip(words)}”", old.get(words, usual), new.get(words, usual)
    if before.optional != after.optional:
        names = ("always said", "said where there is time")
        yield "restore_scenes", "whether it is said", names[before.optional], names[after.optional]


def half_tones(pitch: float) -> str:
    """A pitch as people say it."""
    if pitch == 0:
        return "as usual"
    return f"{abs(pitch):g} half-tone{'s' if abs(pitch) != 1 else ''} {'higher' if pitch > 0 else 'lower'}"


def pace(speed: float) -> str:
    """A factor on the pace."""
    return "as usual" if speed == 1 else f"{speed:g}×"


def _seconds(pause: float) -> str:
    return f"{pause:g} s longer" if pause else "as usual"


def _manners(line: Line) -> dict[str, str]:
    """By words, how they are said."""
    found: dict[str, list[str]] = {}
    for span in line.spans:
        found.setdefault(line.text[span.start : span.end], []).append(_told(span))
    return {words: "; ".join(told) for words, told in found.items()}


def _told(span: Span) -> str:
    parts = [
        {"reduced": "played down", "moderate": "stressed", "strong": "strongly stressed"}.get(span.emphasis, ""),
        f"at {span.speed:g}×" if span.speed != 1 else "",
        half_tones(span.pitch) if span.pitch else "",
        f"{abs(span.volume):g} dB {'louder' if span.volume > 0 else 'softer'}" if span.volume else "",
        f"then {span.pause:g} s of silence" if span.pause is not None else "",
        f"as “{clip(span.said)}”" if span.said else "",
    ]
    return ", ".join(filter(None, parts)) or "as usual"
