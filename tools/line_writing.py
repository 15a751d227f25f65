"""A line as marked text again: what `tools.line_markup` reads, for people to see how it is spoken."""

from __future__ import annotations

import re
from html import escape

from tools.line_spans import Span
from tools.script import Line

_STARS = {"moderate": "*", "strong": "**"}
_MOST_STARRED = 5
"""Words; more of them between stars would be taken for bold."""


def write_line(line: Line) -> str:
    """`line` with its marks: stars and `[pause 0.5]` where they say it, else SSML.

    Reading it gives the same spans; of two that cross, the later one is left out.
    """
    kept: list[Span] = []
    for span in line.spans:
        if not any(_crosses(span, other) for other in kept):
            kept.append(span)
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    # The longer comes first: what is opened later is closed earlier.
    for span in sorted(kept, key=lambda span: (span.start, -span.end)):
        for before, after in _marks(span, line.text[span.start : span.end]):
            opening[span.start] = opening.get(span.start, "") + before
            closing[span.end] = after + closing.get(span.end, "")
    for span in kept:
        if span.pause is not None:
            rest = re.match(r"\S*", line.text[span.end :])
            place = span.end + (rest.end() if rest else 0)
            closing[place] = closing.get(place, "") + f" [pause {span.pause:g}]"
    pieces, at = [f"[pause {line.pause_before:g}] " if line.pause_before else ""], 0
    for place in sorted({*opening, *closing}):
        pieces += [line.text[at:place], closing.get(place, ""), opening.get(place, "")]
        at = place
    pieces += [line.text[at:], f" [pause {line.pause_after:g}]" if line.pause_after else ""]
    return "".join(pieces)


def _crosses(one: Span, other: Span) -> bool:
    first, second = sorted((one, other), key=lambda span: (span.start, -span.end))
    return first.start < second.start < first.end < second.end


def _marks(span: Span, words: str) -> list[tuple[str, str]]:
    """What stands before and after the words of a span, the outermost first."""
    found: list[tuple[str, str]] = []
    asked = [
        f'rate="{span.speed * 100:g}%"' if span.speed != 1 else "",
        f'pitch="{span.pitch:+g}st"' if span.pitch else "",
        f'volume="{span.volume:+g}dB"' if span.volume else "",
    ]
    if any(asked):
        found.append((f"<prosody {' '.join(filter(None, asked))}>", "</prosody>"))
    stars = _STARS.get(span.emphasis, "")
    if stars and len(words.split()) <= _MOST_STARRED and words[-1:] != "*" and not span.said:
        found.append((stars, stars))
    elif span.emphasis:
        found.append((f'<emphasis level="{span.emphasis}">', "</emphasis>"))
    if span.said.startswith("/"):
        found.append((f'<phoneme alphabet="ipa" ph="{escape(span.said.strip("/"))}">', "</phoneme>"))
    elif span.said:
        found.append((f'<sub alias="{escape(span.said)}">', "</sub>"))
    return found
