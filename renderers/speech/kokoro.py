"""Speech by Kokoro: a small StyleTTS 2 model that a person added, run by onnxruntime, with many voices in one file.

The public model is Apache-2.0. Text becomes phonemes in espeak-ng's own process. A model that also gives durations is
timed by them, any other by the aligner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.speech import Speech, SpeechRequest
from renderers.speech.alignment import ALIGNMENT, align_utterance
from renderers.speech.delivery import DELIVERY, deliver
from renderers.speech.kokoro_model import LONGEST, SAMPLE_RATE, read_styles, symbols_of
from renderers.speech.normalization import READING
from renderers.speech.onnx_graph import open_session, read_model, run_session
from renderers.speech.phoneme_stream import Symbol, read_sentences, time_symbols
from renderers.speech.phonemes import espeak_voice
from renderers.speech.piper import runtime
from renderers.speech.utterance import RawSpeech, Segment, Utterance, prepare
from renderers.speech.voice_folder import find_record

EDITION = "1"
"""The edition of what we do around the model; a change that is heard raises it."""

_KINDS = {"tensor(int32)": np.int32, "tensor(int64)": np.int64, "tensor(double)": np.float64}


class KokoroSpeech:
    """Speech by a Kokoro model in ONNX at 24 kHz."""

    @property
    def identity(self) -> str:
        """Version of onnxruntime, and the editions of our reading, aligner and finish; voices carry their own mark."""
        return f"kokoro {EDITION} {runtime()} alignment {ALIGNMENT} reading {READING} delivery {DELIVERY}"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order. Raises `EngineFailed` for a line that can not be spoken."""
        utterances = [prepare(request, latin=False) for request in requests]
        opened: dict[str, tuple[bytes, NDArray[np.float32]]] = {}
        for request, utterance in zip(requests, utterances, strict=True):
            if request.voice.variant not in opened:
                record, folder = find_record(request.voice)
                styles = read_styles(folder / record.files["voices"])
                if record.speaker not in styles:
                    raise EngineFailed("kokoro", f"its file of voices has none called {record.speaker}.")
                opened[request.voice.variant] = (
                    read_model(Path(folder, record.files["model"]), "kokoro"),
                    styles[record.speaker],
                )
            model, style = opened[request.voice.variant]
            yield deliver(_say(model, style, request, utterance), utterance, "kokoro", request.speed)


def _say(model: bytes, style: NDArray[np.float32], request: SpeechRequest, utterance: Utterance) -> RawSpeech:
    session = open_session(model, "kokoro")
    table = symbols_of(session)
    inputs = {one.name: _KINDS.get(one.type, np.float32) for one in session.get_inputs()}
    names = [one.name for one in session.get_outputs()]
    parts: list[NDArray[np.float64]] = []
    segments: list[Segment] = []
    at, timed = 0.0, "duration" in names
    for sentence in read_sentences(utterance.tokens, espeak_voice(request.voice.language)):
        letters = [(table[letter], number) for number, s in enumerate(sentence) for letter in s.text if letter in table]
        letters = letters[:LONGEST]
        made = _infer(session, [id_ for id_, _ in letters], style, request.speed, inputs)
        sound = np.asarray(made[0], np.float64).reshape(-1)
        if not sound.size or not np.isfinite(sound).all():
            raise EngineFailed("kokoro", "the model made no sound for this line; is it a Kokoro model?")
        seconds = len(sound) / SAMPLE_RATE
        frames = np.asarray(made[names.index("duration")], float).reshape(-1) if timed else np.zeros(0)
        if timed and len(frames) == len(letters) + 2 and frames.sum() > 0:
            segments += _segments(sentence, [number for _, number in letters], frames * seconds / frames.sum(), at)
        else:
            timed = False
        parts.append(sound)
        at += seconds
    samples = np.concatenate(parts) if parts else np.zeros(1)
    if not timed:
        segments = list(align_utterance(samples, SAMPLE_RATE, utterance, request.voice.language).segments)
    return RawSpeech(samples, SAMPLE_RATE, tuple(segments))


def _infer(
    session: Any,  # noqa: ANN401
    ids: Sequence[int],
    style: NDArray[np.float32],
    speed: float,
    kinds: dict[str, Any],
) -> list[Any]:
    tokens = "input_ids" if "input_ids" in kinds else "tokens"
    pace = speed if np.issubdtype(kinds.get("speed", np.float32), np.floating) else max(1, round(speed))
    inputs = {
        tokens: np.array([[0, *ids, 0]], kinds.get(tokens, np.int64)),
        "style": style[min(len(ids), len(style)) - 1][None],
        "speed": np.array([pace], kinds.get("speed", np.float32)),
    }
    return run_session(session, inputs, "kokoro")


def _segments(
    sentence: Sequence[Symbol], owners: Sequence[int], seconds: NDArray[np.float64], start: float
) -> list[Segment]:
    lengths = [0.0] * (len(sentence) + 2)
    lengths[0], lengths[-1] = float(seconds[0]), float(seconds[-1])
    for owner, length in zip(owners, seconds[1:-1], strict=True):
        lengths[owner + 1] += float(length)
    return time_symbols((Symbol("_"), *sentence, Symbol("_")), lengths, start)
