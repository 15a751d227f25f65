"""flite's C library, for `voice_process`: text and settings in, samples and segments out."""

from __future__ import annotations

import ctypes as c
import tempfile
from collections.abc import Callable
from typing import Any

_Pointer = c.c_void_p
_PLACE = b"R:SylStructure.parent.parent.R:Token.parent"
_STRESS = b"R:SylStructure.parent.stress"


class _Wave(c.Structure):
    _fields_ = [
        ("type", c.c_char_p),
        ("sample_rate", c.c_int),
        ("num_samples", c.c_int),
        ("num_channels", c.c_int),
        ("samples", c.POINTER(c.c_short)),
    ]


class _Voice(c.Structure):
    _fields_ = [("name", c.c_char_p), ("features", _Pointer)]


def open_library(*paths: str) -> Callable[[dict[str, Any]], tuple[dict[str, Any], bytes]]:
    """A function that speaks. `paths`: flite's libraries in the order of loading, its voices last."""
    libraries = [c.CDLL(path, mode=c.RTLD_GLOBAL) for path in paths]
    flite = libraries[0]

    def function(name: str, result: Any, *arguments: Any) -> Any:  # noqa: ANN401  (C types)
        found = getattr(flite, name)
        found.restype, found.argtypes = result, arguments
        return found

    function("flite_init", c.c_int)()
    synthesise = function("flite_synth_text", _Pointer, c.c_char_p, _Pointer)
    relation = function("utt_relation", _Pointer, _Pointer, c.c_char_p)
    head = function("relation_head", _Pointer, _Pointer)
    following = function("item_next", _Pointer, _Pointer)
    number = function("item_feat_float", c.c_float, _Pointer, c.c_char_p)
    string = function("ffeature_string", c.c_char_p, _Pointer, c.c_char_p)
    at_path = function("path_to_item", _Pointer, _Pointer, c.c_char_p)
    wave_of = function("utt_wave", _Pointer, _Pointer)
    set_number = function("feat_set_float", None, _Pointer, c.c_char_p, c.c_float)
    add_words = function("flite_voice_add_lex_addenda", c.c_int, _Pointer, c.c_char_p)
    delete = function("delete_utterance", None, _Pointer)

    def register(voice: str) -> int:
        for library in libraries[3:]:
            if hasattr(library, f"register_cmu_us_{voice}"):
                found = getattr(library, f"register_cmu_us_{voice}")
                found.restype, found.argtypes = _Pointer, [c.c_char_p]
                return int(found(None) or 0)
        raise RuntimeError(f"its library has no voice called {voice}")

    def speak(request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        voice = register(str(request["voice"]))
        features = c.cast(voice, c.POINTER(_Voice)).contents.features
        # flite keeps the pointer to a name, not a copy: the names have to live as long as the line takes.
        names = [name.encode() for name in request["features"]]
        for name, value in zip(names, request["features"].values(), strict=True):
            set_number(features, name, float(value))
        if request.get("lexicon"):
            with tempfile.NamedTemporaryFile("w", suffix=".lex") as file:
                file.write("\n".join(request["lexicon"]) + "\n")
                file.flush()
                if add_words(voice, file.name.encode()) != 0:
                    raise RuntimeError("it could not take the pronunciations of this line")
        utterance = synthesise(request["text"].encode("ascii"), voice)
        if not utterance:
            raise RuntimeError("it could not take this text apart")
        places: dict[int, int] = {}
        item = head(relation(utterance, b"Token"))
        while item:
            places[item] = len(places)
            item = following(item)
        segments = []
        item = head(relation(utterance, b"Segment"))
        while item:
            stress = string(item, _STRESS).decode()
            segments.append(
                [
                    string(item, b"name").decode(),
                    number(item, b"end"),
                    int(stress == "1"),
                    places.get(at_path(item, _PLACE), -1),
                ]
            )
            item = following(item)
        wave = c.cast(wave_of(utterance), c.POINTER(_Wave)).contents
        samples = c.string_at(wave.samples, 2 * wave.num_samples)
        header = {"rate": wave.sample_rate, "segments": segments, "tokens": len(places)}
        delete(utterance)
        return header, samples

    return speak
