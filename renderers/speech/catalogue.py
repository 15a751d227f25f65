"""The voices there are, which of them are installed, and which one speaks when nobody chose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from renderers.errors import EngineFailed
from renderers.speech import Finish, Voice
from renderers.speech.added_voices import ENGINES_OF_ADDED, added_voices, is_ready
from renderers.speech.installation import espeak_paths, flite_libraries, has_festival
from renderers.speech.languages import LANGUAGES, base, canonical

_CMU = "BSD-style, Carnegie Mellon University"
_FESTIVAL = f"{_CMU}; HTS engine: BSD-3-Clause"
_GPL = "GPL-3.0-or-later (espeak-ng, as a separate program)"
BUILT_IN, ROBOTIC = "built-in", "robotic"
_BEFORE_BUILT_IN = ("neural", "cloud")
"""The styles that are better than the built-in voices; they speak unasked where the settings name their engine."""

_HTS, _HTS_RATE = "cmu_us_slt_arctic_hts", 32000


def _festival(id_: str, name: str, gender: str, age: str, finish: Finish, **options: float) -> Voice:
    made = tuple(options.items())
    return Voice(id_, name, "en-us", gender, "festival", _HTS, BUILT_IN, _HTS_RATE, _FESTIVAL, made, age, finish)


def _flite(id_: str, name: str, gender: str, language: str, variant: str, finish: Finish, **options: float) -> Voice:
    made = tuple(options.items())
    return Voice(id_, name, language, gender, "flite", variant, BUILT_IN, 16000, _CMU, made, finish=finish)


def _espeak(id_: str, name: str, gender: str, language: str, variant: str) -> Voice:
    return Voice(id_, name, language, gender, "espeak", variant, ROBOTIC, 22050, _GPL)


# Gains are three fifths of what parts a voice's spectrum from that of speech, no more than 5 dB.
_SLT = Finish((-2.5, -1.0, 1.0, -0.5, 1.0, 2.0, -0.5), 2.0)
_SLT_LOW = Finish((-2.5, -1.0, -0.5, 0.0, 1.5, 0.5, -1.5), 2.0)
_FLITE_RMS = Finish((-4.0, -2.5, 0.0, 2.0, 0.5, -4.5, -5.0), 2.0)
_FLITE_AWB = Finish((-2.0, -1.5, 0.0, 1.5, 0.0, -1.0, 3.0), 2.0)
_FLITE_SLT = Finish((-5.0, -3.5, 1.0, 1.0, 1.5, 1.0, -1.5), 2.0)


# The voice's own all-pass constant is 0.45; more of it lengthens the vocal tract, less shortens it. The postfilter
# (`b`) sharpens a little and takes four times as long, so no voice uses it.
_ENGLISH = (
    _festival("english-female-1", "Clara, warm", "female", "adult", _SLT, jf=1.3, r=0.95),
    _festival("english-female-2", "Ivy, bright", "female", "young", _SLT, fm=2.5, a=0.44, jf=1.5),
    _festival("english-female-3", "Helen, calm", "female", "adult", _SLT, fm=-2.0, a=0.49, jf=1.1, r=0.93),
    _flite("english-male-1", "Owen, clear", "male", "en-us", "rms", _FLITE_RMS),
    _flite("english-male-2", "Angus, Scottish", "male", "en-gb", "awb", _FLITE_AWB),
    _festival("english-male-3", "Miles, soft", "male", "adult", _SLT_LOW, fm=-7.5, a=0.545, jf=1.4, r=0.95),
    _flite("english-female-4", "Nora, plain", "female", "en-us", "slt", _FLITE_SLT, f0_shift=0.83),
    _festival("english-female-7", "Lily, light", "female", "young", _SLT, fm=5.0, a=0.435, jf=1.6, r=1.04),
    _festival("english-female-8", "Grace, mature", "female", "older", _SLT, fm=-5.0, a=0.525, jf=1.2, r=0.9),
    _festival("english-male-7", "Victor, deep", "male", "older", _SLT_LOW, fm=-12.0, a=0.57, jf=1.5, r=0.9),
    _espeak("english-female-5", "Ada, robotic American", "female", "en-us", "en-us+f2"),
    _espeak("english-male-4", "Bit, robotic American", "male", "en-us", "en-us"),
    _espeak("english-female-6", "Edith, robotic British", "female", "en-gb", "en+f2"),
    _espeak("english-male-5", "Alan, robotic British", "male", "en-gb", "en"),
    _espeak("english-male-6", "Robbie, robotic Scottish", "male", "en-gb-scotland", "en-gb-scotland"),
)


def _others() -> tuple[Voice, ...]:
    found = []
    for code, name in LANGUAGES.items():
        slug = name.lower().replace(" ", "-")
        found.append(_espeak(f"{slug}-female-1", f"{name}, woman", "female", code, f"{code}+f2"))
        found.append(_espeak(f"{slug}-male-1", f"{name}, man", "male", code, code))
    return tuple(found)


VOICES: tuple[Voice, ...] = (*_ENGLISH, *_others())
"""Every voice, English first, the natural before the robotic ones."""

_BY_ID = {voice.id: voice for voice in VOICES}


def voices(language: str | None = None) -> tuple[Voice, ...]:
    """The voices of a language ("en", "pt-BR", "zh"), or all of them for None.

    A tag with a region has the voices of exactly that tag where there are any, else those of the language.
    """
    every = (*VOICES, *added_voices())
    if not language:
        return every
    tag = canonical(language)
    if tag != base(tag) and (exact := tuple(voice for voice in every if voice.language == tag)):
        return exact
    return tuple(voice for voice in every if base(voice.language) == base(tag))


def find_voice(id: str) -> Voice | None:
    """The voice with this id, or None."""
    return _BY_ID.get(id) or next((voice for voice in added_voices() if voice.id == id), None)


def available(voice: Voice) -> bool:
    """Whether the engine and the data of a voice are installed here."""
    if voice.engine in ENGINES_OF_ADDED:
        return is_ready(voice)
    return _installed(voice.engine, voice.variant if voice.engine == "flite" else "")


@lru_cache(maxsize=16)
def _installed(engine: str, variant: str) -> bool:
    if engine == "festival":
        return has_festival()
    if engine == "flite":
        return bool(flite_libraries(variant))
    return engine == "espeak" and espeak_paths() is not None


def default_voice(language: str, gender: str = "", engines: Sequence[str] = ()) -> Voice:
    """The best installed voice for a language, of one of `engines` where some are named.

    The asked gender comes first, then a natural voice before a robotic one, then the exact accent before others.

    Raises `EngineFailed` where no installed voice speaks the language.
    """
    tag = canonical(language or "en")
    named = [voice for voice in added_voices() if voice.engine in engines]
    speaking = [voice for voice in (*named, *VOICES) if base(voice.language) == base(tag)]
    allowed = [voice for voice in speaking if not engines or voice.engine in engines]
    fitting = [voice for voice in allowed if available(voice)]
    if not fitting and speaking and not allowed:
        raise EngineFailed(
            "speech",
            f"a voice of {' or '.join(engines)} was asked for the language “{language}” and there is none here; see "
            "`agency voices` for the languages that it speaks and `agency doctor` for what it needs.",
        )
    if not fitting:
        known = bool(allowed)
        raise EngineFailed(
            "speech",
            f"a voice for the language “{language}” was asked and no engine "
            f"{'that speaks it is installed' if known else 'here speaks it'}; "
            f"{'run `make setup`' if known else 'see `agency voices` for the languages there are'}.",
        )
    wanted = gender.lower()
    return min(
        fitting,
        key=lambda voice: (
            bool(wanted) and voice.gender != wanted,
            [*_BEFORE_BUILT_IN, BUILT_IN, voice.style].index(voice.style),
            voice.language != tag,
        ),
    )
