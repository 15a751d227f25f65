"""Speech by Piper voices: VITS models that a person added, run by onnxruntime (MIT), timed by their own durations.

The voices have licences of their own, which their records name. Text becomes phonemes in espeak-ng's own process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.speech import Speech, SpeechRequest
from renderers.speech.alignment import ALIGNMENT, align_utterance
from renderers.speech.delivery import DELIVERY, deliver
from renderers.speech.normalization import READING
from renderers.speech.onnx_graph import bring_out, open_session, read_model, run_session
from renderers.speech.phoneme_stream import Symbol, read_sentences, time_symbols
from renderers.speech.phonemes import nfd
from renderers.speech.piper_model import BEGIN, END, PAD, PiperConfig, read_config
from renderers.speech.utterance import RawSpeech, Segment, Utterance, prepare
from renderers.speech.voice_folder import find_record

EDITION = "1"
"""The edition of what we do around the model; a change that is heard raises it."""


class PiperSpeech:
    """Speech by Piper models in ONNX."""

    @property
    def identity(self) -> str:
        """Version of onnxruntime, and the editions of our reading, aligner and finish; voices carry their own mark."""
        return f"piper {EDITION} {runtime()} alignment {ALIGNMENT} reading {READING} delivery {DELIVERY}"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order. Raises `EngineFailed` for a line that can not be spoken."""
        utterances = [prepare(request, latin=False) for request in requests]
        models: dict[str, _Model] = {}
        for request, utterance in zip(requests, utterances, strict=True):
            model = models.get(request.voice.variant) or _load(request)
            models[request.voice.variant] = model
            yield deliver(_say(model, request, utterance), utterance, "piper", request.speed)


def runtime() -> str:
    """Name and version of what runs the models."""
    try:
        return f"onnxruntime {version('onnxruntime')}"
    except PackageNotFoundError:
        return "(onnxruntime not installed)"


@dataclass(frozen=True)
class _Model:
    config: PiperConfig
    content: bytes


def _load(request: SpeechRequest) -> _Model:
    record, folder = find_record(request.voice)
    path = folder / record.files["model"]
    return _Model(read_config(path), bring_out(read_model(path, "piper"), "Ceil"))


def _say(model: _Model, request: SpeechRequest, utterance: Utterance) -> RawSpeech:
    config = model.config
    session = open_session(model.content, "piper")
    parts: list[NDArray[np.float64]] = []
    segments: list[Segment] = []
    timed = True
    at = 0.0
    for sentence in read_sentences(utterance.tokens, config.espeak_voice):
        ids, owners = _ids(sentence, config)
        sound, frames = _infer(session, ids, config, request.speed)
        parts.append(sound)
        seconds = len(sound) / config.sample_rate
        if frames is not None and len(frames) == len(ids) and frames.sum() > 0:
            segments += _segments(sentence, owners, frames * (seconds / frames.sum()), at)
        else:
            timed = False
        at += seconds
    samples = np.concatenate(parts) if parts else np.zeros(1)
    if not timed:
        found = align_utterance(samples, config.sample_rate, utterance, request.voice.language)
        segments = list(found.segments)
    return RawSpeech(samples, config.sample_rate, tuple(segments))


def _ids(sentence: Sequence[Symbol], config: PiperConfig) -> tuple[list[int], list[int]]:
    """The model's ids of a sentence, and for each the index of its symbol (-1 at the beginning and the end)."""
    pad = config.ids.get(PAD, (0,))
    begin = (*config.ids.get(BEGIN, ()), *pad)
    ids, owners = list(begin), [-1] * len(begin)
    for number, symbol in enumerate(sentence):
        for letter in nfd(symbol.text):
            own = config.ids.get(letter)
            if own is not None:
                ids += [*own, *pad]
                owners += [number] * (len(own) + len(pad))
    end = config.ids.get(END, ())
    return [*ids, *end], [*owners, *([-2] * len(end))]


def _infer(
    session: Any,  # noqa: ANN401
    ids: Sequence[int],
    config: PiperConfig,
    speed: float,
) -> tuple[NDArray[np.float64], NDArray[np.float64] | None]:
    noise, length, noise_of_lengths = config.scales
    inputs: dict[str, Any] = {
        "input": np.array([ids], np.int64),
        "input_lengths": np.array([len(ids)], np.int64),
        "scales": np.array([noise, length / speed, noise_of_lengths], np.float32),
    }
    if config.speakers > 1:
        inputs["sid"] = np.array([config.speaker], np.int64)
    outputs = run_session(session, inputs, "piper")
    sound = np.asarray(outputs[0], np.float64).reshape(-1)
    if not sound.size or not np.isfinite(sound).all():
        raise EngineFailed("piper", "the model made no sound for this line; is it a Piper voice?")
    return sound, np.asarray(outputs[1], np.float64).reshape(-1) if len(outputs) > 1 else None


def _segments(
    sentence: Sequence[Symbol], owners: Sequence[int], seconds: NDArray[np.float64], start: float
) -> list[Segment]:
    """The segments of one sentence: what lies before the first and after the last symbol is silence."""
    lengths = np.zeros(len(sentence) + 2)
    for owner, length in zip(owners, seconds, strict=True):
        lengths[0 if owner == -1 else -1 if owner == -2 else owner + 1] += length
    stream = (Symbol("_"), *sentence, Symbol("_"))
    return time_symbols(stream, [float(length) for length in lengths], start)
