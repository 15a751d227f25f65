"""What a presenter's face says of what is told: an expression for each line, from how it is to be said or its words.

A line that is to be said in a certain manner has that expression from its start to the next line's. Any other has what
its words bring, each from a little before it is heard to the line's end. Faces take 0.3 s to change, and never all of
an expression: a presenter speaks, and does not act.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.avatar.channels import EMOTIONS
from renderers.avatar.head import minimum_jerk
from renderers.avatar.prosody import EARLIER, dice

Curve = NDArray[np.float64]

_EASE, _LEAD = 0.3, 0.25
_STRONGEST = 0.6
_BROWS, _LIDS = 0.34, 0.20

MANNERS: dict[str, Mapping[str, float]] = {
    "neutral": {},
    "warm": {"warm": 0.55},
    "cheerful": {"warm": 0.25, "excited": 0.3},
    "excited": {"excited": 0.55},
    "confident": {"proud": 0.5},
    "serious": {"serious": 0.5},
    "empathetic": {"empathetic": 0.55},
    "calm": {"warm": 0.3},
    "urgent": {"serious": 0.3, "surprised": 0.12},
}
"""The expressions of each manner of speaking, by weight."""

_BROUGHT: dict[str, tuple[float, str]] = {
    "warm": (
        0.45,
        "welcome hello thank thanks love loved loves happy glad friend friends family together home kind enjoy smile "
        "care danke willkommen liebe freude gracias bienvenidos amor merci bienvenue grazie benvenuti obrigado",
    ),
    "excited": (
        0.4,
        "new amazing exciting excited incredible fantastic wow awesome brilliant best great launch free today's neu "
        "toll großartig nuevo increíble nouveau incroyable nuovo incredibile novo incrível",
    ),
    "empathetic": (
        0.5,
        "sorry lost lose sad unfortunately pain hard difficult struggle alone hurt miss grief leider traurig verloren "
        "triste perdido désolé perdu dispiace purtroppo infelizmente",
    ),
    "serious": (
        0.45,
        "problem problems danger dangerous risk risks warning never must serious important careful urgent error wrong "
        "gefahr problema problème pericolo wichtig importante",
    ),
    "proud": (
        0.45,
        "proud award winning won achieved succeeded success leading record stolz orgulloso fier orgoglioso",
    ),
    "surprised": (0.35, "suddenly surprise surprising surprisingly unexpected unbelievable plötzlich sorpresa soudain"),
}
_WORDS = {word: (mood, weight) for mood, (weight, words) in _BROUGHT.items() for word in words.split()}


def move_moods(request: AvatarRequest, times: Curve) -> dict[str, Curve]:
    """The weights of the expressions at `times`, each 0 to 0.6, and what a question adds to brows and lids
    (`brow_left`, `brow_right`, `eyes_wide`).
    """
    lines = [0.0, *(float(mark / request.rate) for mark in request.marks)]
    ends = [*lines[1:], float(request.frames / request.rate)]
    curves = {name: np.zeros(len(times)) for name in (*EMOTIONS, "brow_left", "brow_right", "eyes_wide")}
    given = [request.moods[line] if line < len(request.moods) else "" for line in range(len(lines))]
    for line, (start, end, manner) in enumerate(zip(lines, ends, given, strict=True)):
        strength = float(dice(request.seed, "mood", line).uniform(0.85, 1.1))
        for mood, weight in MANNERS.get(manner, {}).items():
            _show(curves[mood], weight * strength, start, end, times)
    for word in request.words:
        line = max(0, bisect_right(lines, word.start + EARLIER) - 1)
        text = word.text.casefold().rstrip("\"'”»)")
        start, end = max(word.start - _LEAD, lines[line]), ends[line]
        if text.endswith("?"):
            for name, size in (("brow_left", _BROWS), ("brow_right", 1.15 * _BROWS), ("eyes_wide", _LIDS)):
                _show(curves[name], size, start, end, times)
        if given[line]:
            continue
        if text.endswith("!"):
            _show(curves["excited"], 0.4, start, end, times)
        mood, weight = _WORDS.get(text.strip(".,;:!?…\"'()“”„«»¡¿-–—"), ("", 0.0))
        if mood:
            _show(curves[mood], weight, start, end, times)
    _share_out(curves)
    return curves


def _show(curve: Curve, weight: float, start: float, end: float, times: Curve) -> None:
    """Raise `curve` to `weight` from `start`, and let it fall from `end` on."""
    np.maximum(
        curve, weight * minimum_jerk((times - start) / _EASE) * (1 - minimum_jerk((times - end) / _EASE)), out=curve
    )


def _share_out(curves: dict[str, Curve]) -> None:
    """Keep all expressions together below the strongest one may be."""
    total = np.sum([curves[name] for name in EMOTIONS], axis=0)
    factor = _STRONGEST / np.maximum(total, _STRONGEST)
    for name in EMOTIONS:
        curves[name] = curves[name] * factor
