"""Speech by any OpenAI-compatible address, timed by the aligner; what it sends is checked before it is believed.

`AGENCY_SPEECH_BASE_URL`, `AGENCY_SPEECH_API_KEY` and `AGENCY_SPEECH_MODEL` say where it is. The provider's terms hold
for the sound; OpenAI asks that listeners are told that the voice is made by a machine.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.remote_answers import AnswerFailed, failures_told, short
from renderers.resampling import resample
from renderers.speech import Speech, SpeechRequest, Voice
from renderers.speech.alignment import ALIGNMENT, align_utterance
from renderers.speech.delivery import DELIVERY, deliver
from renderers.speech.languages import base
from renderers.speech.normalization import READING
from renderers.speech.spoken_text import text_to_say
from renderers.speech.utterance import RawSpeech, Utterance, prepare
from renderers.speech.wave_bytes import read_wave

if TYPE_CHECKING:
    from openai import OpenAI

ATTEMPTS = 4
SECONDS = 120.0
"""The most that one line may take, waiting included."""
QUIET_SECONDS = 30.0
"""The longest silence while a line is sent."""
LARGEST = 64 << 20
"""Bytes that a line may have at most."""
FIRST_WAIT = 0.5
SAMPLE_RATE = 24000
MODEL = "gpt-4o-mini-tts"
NAMES = {
    "alloy": "", "ash": "male", "ballad": "male", "cedar": "male", "coral": "female", "echo": "male", "fable": "",
    "marin": "female", "nova": "female", "onyx": "male", "sage": "female", "shimmer": "female", "verse": "male",
}  # fmt: skip
"""The voices of the provider, and whether a woman or a man is heard where it is clear."""

_LEAST_PER_WORD = 0.07
"""Seconds that a spoken word takes at least; what is shorter was cut off."""

_LEAST_CONFIDENCE = 0.6
"""The mean confidence of the aligner under which what was said is not the line (English only); read lines reach 0.9."""


def remote_voices() -> tuple[Voice, ...]:
    """The voices at the address of the environment; none where there is no address and no key."""
    if not os.environ.get("AGENCY_SPEECH_BASE_URL") and not os.environ.get("AGENCY_SPEECH_API_KEY"):
        return ()
    return tuple(
        Voice(
            id=f"openai-{name}",
            name=f"{name.title()}, OpenAI",
            language="en-us",
            gender=gender,
            engine="openai",
            variant=name,
            style="cloud",
            sample_rate=SAMPLE_RATE,
            licence="the provider's terms; say that the voice is made by a machine",
        )
        for name, gender in NAMES.items()
    )


class OpenAISpeech:
    """Speech by an OpenAI-compatible endpoint at 24 kHz."""

    def __init__(self, variant: str = "", *, wait: Callable[[float], None] = time.sleep) -> None:
        self.model = variant or os.environ.get("AGENCY_SPEECH_MODEL", "") or MODEL
        self._wait = wait

    @property
    def identity(self) -> str:
        """The model, and the editions of our reading, aligner and finish; it may sound otherwise every time."""
        return f"openai {self.model} alignment {ALIGNMENT} reading {READING} delivery {DELIVERY}"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order.

        Raises `EngineFailed` for a line that can not be spoken; `retryable` where the server stood against it.
        """
        utterances = [prepare(request, latin=False) for request in requests]
        if not requests:
            return
        client = _client()
        for request, utterance in zip(requests, utterances, strict=True):
            yield deliver(self._say(client, request, utterance), utterance, "openai", request.speed)

    def _say(self, client: OpenAI, request: SpeechRequest, utterance: Utterance) -> RawSpeech:
        deadline = time.monotonic() + SECONDS
        reason, again = "it did not answer.", True
        for attempt in range(ATTEMPTS):
            pause = FIRST_WAIT * 2 ** (attempt - 1) if attempt else 0.0
            if time.monotonic() + pause >= deadline:
                break
            self._wait(pause)
            try:
                return _checked(_ask(client, self.model, request, utterance, deadline), request, utterance)
            except AnswerFailed as failure:
                reason, again = failure.reason, failure.again
                if not again:
                    break
                self._wait(min(failure.seconds, max(0.0, deadline - time.monotonic())))
        raise EngineFailed("openai", reason, retryable=again)


def _client() -> OpenAI:
    address, key = os.environ.get("AGENCY_SPEECH_BASE_URL", ""), os.environ.get("AGENCY_SPEECH_API_KEY", "")
    if not address and not key:
        raise EngineFailed(
            "openai",
            "no address is set; set AGENCY_SPEECH_API_KEY (and AGENCY_SPEECH_BASE_URL), or take another voice.",
        )
    from openai import OpenAI

    # Its own retries are off: ours count against one budget.
    return OpenAI(base_url=address or None, api_key=key or "none", max_retries=0, timeout=QUIET_SECONDS)


def _ask(client: OpenAI, model: str, request: SpeechRequest, utterance: Utterance, deadline: float) -> bytes:
    """The bytes of one answer, taken as they come. Raises `AnswerFailed`."""
    import openai

    text = text_to_say(utterance)
    found = bytearray()
    try:
        with (
            failures_told(),
            client.audio.speech.with_streaming_response.create(
                model=model, voice=request.voice.variant, input=text, response_format="wav", speed=request.speed
            ) as answer,
        ):
            for piece in answer.iter_bytes(1 << 16):
                found += piece
                if len(found) > LARGEST:
                    raise AnswerFailed("its answer did not end.", again=False)
                if time.monotonic() > deadline:
                    raise AnswerFailed("it took too long.", again=False)
    except openai.BadRequestError as error:
        raise AnswerFailed(f"it refused the line ({short(error)}).", again=False) from error
    return bytes(found)


def _checked(sound: bytes, request: SpeechRequest, utterance: Utterance) -> RawSpeech:
    """The sound with its times. Raises `AnswerFailed` where it is no sound, cut short, or says something else."""
    try:
        samples, rate = read_wave(sound)
    except ValueError as error:
        raise AnswerFailed(f"what it sent is no WAV sound ({error}).", again=True) from error
    mono: NDArray[np.float32] = resample(samples, rate, SAMPLE_RATE)
    if len(mono) / SAMPLE_RATE < _LEAST_PER_WORD * len(utterance.tokens) / request.speed:
        raise AnswerFailed("its answer was cut off.", again=True)
    try:
        times = align_utterance(mono, SAMPLE_RATE, utterance, request.voice.language)
    except EngineFailed as error:
        raise AnswerFailed(f"its sound is empty ({error.reason})", again=True) from error
    if base(request.voice.language) == "en" and float(np.mean(times.confidences)) < _LEAST_CONFIDENCE:
        raise AnswerFailed("what it said is not the line.", again=True)
    return RawSpeech(mono.astype(np.float64), SAMPLE_RATE, times.segments)
