"""What is said in short stretches of an English recording, as far as a small recogniser can make it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from renderers.speech.alignment_acoustic import RATE, is_filler, to_16_bits
from renderers.speech.noise_reduction import RATE as RECORDED
from renderers.speech.recording import Recording

MARGIN = 0.06
"""Seconds around a stretch that are listened to as well."""

_VARIANT = re.compile(r"\(\d+\)$")


def dictate(recording: Recording, stretches: Sequence[tuple[float, float]]) -> list[str]:
    """The words heard in each stretch (start and end in seconds); empty where none are made out.

    It mishears about one word in seven of clear speech, so it tells a person what may have been said, no more.
    """
    found = []
    for start, end in stretches:
        first, last = max(0, round((start - MARGIN) * RECORDED)), round((end + MARGIN) * RECORDED)
        decoder = _decoder()
        decoder.reinit_feat()
        decoder.start_utt()
        decoder.process_raw(to_16_bits(recording.samples[first:last], RECORDED), full_utt=True)
        decoder.end_utt()
        words = [_VARIANT.sub("", one.word) for one in decoder.seg() or ()] if decoder.hyp() else []
        found.append(" ".join(word for word in words if not is_filler(word)))
    return found


@lru_cache(maxsize=1)
def _decoder() -> Any:  # noqa: ANN401  (pocketsphinx has no types)
    from pocketsphinx import Decoder

    return Decoder(samprate=RATE, cmn="batch", loglevel="FATAL")
