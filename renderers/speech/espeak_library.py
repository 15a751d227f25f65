"""espeak-ng's C library, for `voice_process`: text and settings in, samples and events out.

espeak-ng is licensed GPL-3.0-or-later; it is loaded only in that process of its own.
"""

from __future__ import annotations

import ctypes as c
from collections.abc import Callable
from typing import Any

_SYNCHRONOUS = 2
_PHONEME_EVENTS, _IPA_NAMES, _DO_NOT_EXIT = 0x0001, 0x0002, 0x8000
_UTF8, _PHONEMES_IN_BRACKETS = 1, 0x100
_CHARACTER = 1
_WORD, _PHONEME = 1, 7
_SEED = 1
_RATE, _PITCH, _RANGE = 1, 3, 4


class _Id(c.Union):
    _fields_ = [("number", c.c_int), ("name", c.c_char_p), ("string", c.c_char * 8)]


class _Event(c.Structure):
    _fields_ = [
        ("type", c.c_int),
        ("unique_identifier", c.c_uint),
        ("text_position", c.c_int),
        ("length", c.c_int),
        ("audio_position", c.c_int),
        ("sample", c.c_int),
        ("user_data", c.c_void_p),
        ("id", _Id),
    ]


_Callback = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int, c.POINTER(_Event))


def open_library(library: str, data: str) -> Callable[[dict[str, Any]], tuple[dict[str, Any], bytes]]:
    """A function that speaks, for the library and the data folder at these paths."""
    espeak = c.CDLL(library)
    espeak.espeak_Initialize.argtypes = [c.c_int, c.c_int, c.c_char_p, c.c_int]
    espeak.espeak_SetVoiceByName.argtypes = [c.c_char_p]
    espeak.espeak_SetParameter.argtypes = [c.c_int, c.c_int, c.c_int]
    espeak.espeak_SetSynthCallback.argtypes = [_Callback]
    espeak.espeak_SetSynthCallback.restype = None
    espeak.espeak_Synth.argtypes = [
        c.c_char_p,
        c.c_size_t,
        c.c_uint,
        c.c_int,
        c.c_uint,
        c.c_uint,
        c.c_void_p,
        c.c_void_p,
    ]
    espeak.espeak_ng_SetRandSeed.argtypes = [c.c_long]
    espeak.espeak_ng_SetRandSeed.restype = None
    rate = espeak.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), _PHONEME_EVENTS | _IPA_NAMES | _DO_NOT_EXIT)
    if rate <= 0:
        raise SystemExit("espeak-ng could not open its data")

    def speak(request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        sound: list[bytes] = []
        events: list[list[Any]] = []

        def receive(samples: int | None, count: int, batch: Any) -> int:  # noqa: ANN401  (a C array)
            if samples and count > 0:
                sound.append(c.string_at(samples, 2 * count))
            index = 0
            while batch[index].type:
                event = batch[index]
                if event.type in (_WORD, _PHONEME):
                    events.append([event.type == _WORD, event.sample, event.text_position, _name(event)])
                index += 1
            return 0

        # An unknown name is refused and the voice before stays: unchecked, a line would be read in a wrong language.
        if espeak.espeak_SetVoiceByName(str(request["voice"]).encode()) != 0:
            raise RuntimeError(f"it has no voice called {request['voice']}")
        # Breathy voices take their noise from a generator that starts at the time of day.
        espeak.espeak_ng_SetRandSeed(_SEED)
        callback = _Callback(receive)
        espeak.espeak_SetSynthCallback(callback)
        for parameter, name in ((_RATE, "rate"), (_PITCH, "pitch"), (_RANGE, "range")):
            if name in request:
                espeak.espeak_SetParameter(parameter, int(request[name]), 0)
        text = str(request["text"]).encode() + b"\0"
        if espeak.espeak_Synth(text, len(text), 0, _CHARACTER, 0, _UTF8 | _PHONEMES_IN_BRACKETS, None, None) != 0:
            raise RuntimeError("it could not take this text")
        espeak.espeak_Synchronize()
        return {"rate": rate, "events": events}, b"".join(sound)

    return speak


def _name(event: _Event) -> str:
    """The name of a phoneme; its eight bytes end with a zero only where it is shorter, and may cut a letter in two."""
    eight = c.string_at(c.addressof(event) + _Event.id.offset, 8)
    return eight.split(b"\0", 1)[0].decode("utf-8", "ignore")
