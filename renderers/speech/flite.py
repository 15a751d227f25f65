"""Speech by flite (BSD-style licence): small, quick English voices, each line in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from renderers.errors import EngineFailed
from renderers.speech import Speech, SpeechRequest
from renderers.speech.delivery import DELIVERY, deliver
from renderers.speech.installation import HOW_TO_INSTALL, fingerprint, flite_libraries
from renderers.speech.intonation import intone
from renderers.speech.ipa import made_name, to_arpabet
from renderers.speech.normalization import READING
from renderers.speech.phones import SILENCES, arpabet_viseme, is_vowel
from renderers.speech.utterance import RawSpeech, Segment, Utterance, prepare
from renderers.speech.voice_client import VoiceClient

VOICES = ("rms", "awb", "slt")
"""The voices that are bound, by their name in flite."""

_MARKS = {"": "", ",": ",", ";": ",", ".": ".", "?": "?", "!": "."}


class FliteSpeech:
    """English speech by flite's statistical voices at 16 kHz."""

    @property
    def identity(self) -> str:
        """Version and content of flite's libraries, and the editions of our reading and finish."""
        libraries = tuple(dict.fromkeys(path for voice in VOICES for path in flite_libraries(voice)))
        version = libraries[0].name.rpartition(".so.")[2] if libraries else "(not installed)"
        return f"flite {version} {fingerprint(libraries)} reading {READING} delivery {DELIVERY}"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order. Raises `EngineFailed` for a line that can not be spoken."""
        # Not every voice of flite follows its settings of pitch: it is changed in the finish, alike for all.
        utterances = [intone(prepare(request, latin=True)) for request in requests]
        needed = sorted({request.voice.variant for request in requests})
        for voice in needed:
            if not flite_libraries(voice):
                raise EngineFailed("flite", f"its voice {voice} is not installed here; {HOW_TO_INSTALL}.")
        if not requests:
            return
        shared = flite_libraries(needed[0])[:3]
        own = [flite_libraries(voice)[3] for voice in needed]
        with VoiceClient("flite", "flite_library.py", *map(str, [*shared, *own])) as client:
            for request, utterance in zip(requests, utterances, strict=True):
                yield deliver(_ask(client, request, utterance), utterance, "flite", request.speed, request.voice.finish)


def _ask(client: VoiceClient, request: SpeechRequest, utterance: Utterance) -> RawSpeech:
    features = dict(request.voice.options)
    features["duration_stretch"] = features.get("duration_stretch", 1.0) / request.speed
    given = list(dict.fromkeys(token.sounds for token in utterance.tokens if token.sounds))
    names = {sounds: made_name(number) for number, sounds in enumerate(given)}
    text = " ".join(f"{names.get(token.sounds) or token.text}{_MARKS[token.mark]}" for token in utterance.tokens)
    lexicon = [f"{name} : {_sounds(sounds)}" for sounds, name in names.items()]
    header, samples = client.ask(
        {"voice": request.voice.variant, "text": text, "features": features, "lexicon": lexicon}
    )
    if header["tokens"] != len(utterance.tokens):
        raise EngineFailed(
            "flite", "it split the words of this line in its own way; reword the line or choose another voice."
        )
    start, segments = 0.0, []
    for symbol, end, stress, token in header["segments"]:
        viseme = arpabet_viseme(symbol)
        own = -1 if symbol in SILENCES else token
        segments.append(Segment(symbol, start, end, viseme, stress if is_vowel(symbol, viseme) else 0, own))
        start = end
    return RawSpeech(samples, int(header["rate"]), tuple(segments))


def _sounds(ipa: str) -> str:
    """Sounds in IPA as flite's lexicon writes them: the digit of its stress behind each vowel."""
    return " ".join(
        f"{sound}{syllable.stress}" if is_vowel(sound, arpabet_viseme(sound)) else sound
        for syllable in to_arpabet(ipa, "flite")
        for sound in syllable.sounds
    )
