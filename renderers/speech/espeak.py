"""Speech by espeak-ng from the `espeakng-loader` wheel: more than a hundred languages, in a robotic voice.

espeak-ng is licensed GPL-3.0-or-later. It runs as a process of its own (`voice_process`), never inside ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from renderers.errors import EngineFailed
from renderers.speech import Speech, SpeechRequest, Viseme
from renderers.speech.borders import BORDERS, settle_borders
from renderers.speech.delivery import DELIVERY, deliver
from renderers.speech.installation import espeak_paths, fingerprint
from renderers.speech.ipa import to_espeak
from renderers.speech.normalization import READING
from renderers.speech.phones import SOUNDS, ipa_stress, ipa_viseme
from renderers.speech.reading.chunks import is_dense
from renderers.speech.utterance import RawSpeech, Segment, Token, Utterance, prepare
from renderers.speech.voice_client import VoiceClient

WORDS_A_MINUTE = 162
"""Our pace at speed 1: a little under espeak's own 175, which is hard to follow for narration."""

PITCH_STEPS = 6.3
"""Of espeak's scale of pitch to a half-tone: 20, 50 and 80 are 83, 108 and 144 Hz of its own voice."""

_SLOWEST, _FASTEST = 80, 450
_USUAL = 50
_BRACKETS = re.compile(r"\[\[|\]\]")


class EspeakSpeech:
    """Speech by espeak-ng at 22050 Hz."""

    @property
    def identity(self) -> str:
        """Version of the wheel, content of its library and sounds, and editions of our shapes, borders and so on."""
        paths = espeak_paths()
        if paths is None:
            return f"espeak-ng (not installed) reading {READING} delivery {DELIVERY}"
        try:
            wheel = version("espeakng-loader")
        except PackageNotFoundError:
            wheel = "unpacked"
        state = fingerprint((paths[0], paths[1] / "phondata", paths[1] / "phontab"))
        ours = f"sounds {SOUNDS} borders {BORDERS} reading {READING} delivery {DELIVERY}"
        return f"espeak-ng (espeakng-loader {wheel}) {state} {ours}"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order. Raises `EngineFailed` for a line that can not be spoken."""
        utterances = [prepare(request, latin=False, pitched=True) for request in requests]
        if not requests:
            return
        paths = espeak_paths()
        if paths is None:
            raise EngineFailed("espeak", "the package espeakng-loader is not installed here; run `make setup`.")
        with VoiceClient("espeak", "espeak_library.py", str(paths[0]), str(paths[1])) as client:
            for request, utterance in zip(requests, utterances, strict=True):
                yield deliver(
                    _ask(client, request, utterance), utterance, "espeak", request.speed, request.voice.finish
                )


def render_utterance(request: SpeechRequest, utterance: Utterance) -> RawSpeech:
    """What espeak makes of an utterance, before its finish: a guide with known times, for any language of it."""
    paths = espeak_paths()
    if paths is None:
        raise EngineFailed("espeak", "the package espeakng-loader is not installed here; run `make setup`.")
    with VoiceClient("espeak", "espeak_library.py", str(paths[0]), str(paths[1])) as client:
        return _ask(client, request, utterance)


def _ask(client: VoiceClient, request: SpeechRequest, utterance: Utterance) -> RawSpeech:
    options = dict(request.voice.options)
    pace = WORDS_A_MINUTE * request.speed * options.pop("rate", 1.0)
    text, starts = _compose(utterance.tokens, english=request.voice.language.startswith("en"))
    if request.pitch:
        options["pitch"] = options.get("pitch", _USUAL) + PITCH_STEPS * request.pitch
    if request.liveliness != 1:
        options["range"] = options.get("range", _USUAL) * request.liveliness
    settings: dict[str, Any] = {name: min(max(round(value), 0), 99) for name, value in options.items()}
    header, samples = client.ask(
        {"voice": request.voice.variant, "text": text, "rate": round(min(max(pace, _SLOWEST), _FASTEST)), **settings}
    )
    rate = int(header["rate"])
    segments = _segments(header["events"], starts, len(samples), rate)
    return RawSpeech(samples, rate, settle_borders(segments, samples, rate))


def _compose(tokens: Sequence[Token], *, english: bool) -> tuple[str, list[int]]:
    """The text for espeak and where in it each token begins, counted in characters."""
    text, starts = "", []
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        if before and (before.mark or not (token.joined and is_dense(before.text[-1]) and is_dense(token.text[0]))):
            text += " "
        starts.append(len(text))
        shown = _english_letter(token.text) if english else _BRACKETS.sub("", token.text)
        shown = f"[[{to_espeak(token.sounds, 'espeak')}]]" if token.sounds else shown
        # A stop before a small letter is taken for an abbreviation's and passed over.
        capital = shown[:1].upper()
        text += capital + shown[1:] if before and before.mark in (".", "?", "!") and len(capital) == 1 else shown
        text += "," if token.mark == ";" else token.mark
    return text, starts


def _english_letter(text: str) -> str:
    """The letter A as its name: alone it would be read as the article."""
    return {"A": "[[eI]]", "A's": "[[eIz]]"}.get(text, _BRACKETS.sub("", text))


def _segments(events: Sequence[Sequence[Any]], starts: Sequence[int], count: int, rate: int) -> tuple[Segment, ...]:
    """The sounds of one line from espeak's events (is it a word, sample, position in the text from 1, name)."""
    found: list[Segment] = []
    token, position = 0, 0
    for is_word, sample, place, name in events:
        if is_word:
            while token + 1 < len(starts) and starts[token + 1] <= place - 1:
                token += 1
            position = place
            continue
        start = sample / rate
        # "(en)" tells of a change of language inside a line; it is no sound.
        if name.startswith("("):
            continue
        bare = name.strip("ˈˌ")
        # A sound without a name is a pause where it lies beyond its word, and else a part of the sound before it.
        silent = not bare and (place != position or not found or found[-1].token < 0)
        if not silent and (not bare or ipa_viseme(bare) is Viseme.SIL) and found and found[-1].token >= 0:
            continue
        if found:
            last = found[-1]
            found[-1] = Segment(last.symbol, last.start, start, last.viseme, last.stress, last.token)
        elif start > 0:
            found.append(Segment("_", 0.0, start, Viseme.SIL, 0, -1))
        found.append(
            Segment("_", start, start, Viseme.SIL, 0, -1)
            if silent
            else Segment(bare, start, start, ipa_viseme(bare), ipa_stress(name), token)
        )
    if found:
        last = found[-1]
        found[-1] = Segment(last.symbol, last.start, count / rate, last.viseme, last.stress, last.token)
    return tuple(found)
