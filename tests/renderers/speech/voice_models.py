"""Tiny voices in the formats of Piper and Kokoro: every symbol sounds as a tone for its own time, marks are silent."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from renderers.speech.kokoro_model import SYMBOLS

RATE = 16000
HOP = 256
VOWELS = "aeiouɐɑɒɔəɚɛɜɪʊʌæᵻø"
LETTERS = VOWELS + "bcdfhijklmnpqrstvwxyzðŋɡɹɾʃʒθʔɲʁçɣβɫ"
PIPER_IDS = {
    symbol: [number] for number, symbol in enumerate(dict.fromkeys("_^$ .,;?!:ˈˌː" + "\u0303\u0329" + LETTERS))
}


def write_piper(folder: Path, name: str = "en_US-tiny-low", *, timed: bool = True, ceils: int = 1) -> Path:
    """A Piper voice in `folder`. `timed` also gives the durations as a second output; else they only stand inside."""
    folder.mkdir(parents=True, exist_ok=True)
    frames, levels = _tables(PIPER_IDS)
    nodes = [
        helper.make_node("Squeeze", ["input", "first"], ["ids"]),
        helper.make_node("Gather", ["frames", "ids"], ["bare"]),
        helper.make_node("Gather", ["scales", "one"], ["length"]),
        helper.make_node("Mul", ["bare", "length"], ["longer"]),
        *(helper.make_node("Ceil", ["longer"], [f"durations{n or ''}"]) for n in range(ceils)),
        *_tone("durations"),
        helper.make_node("Reshape", ["sound", "shape4"], ["output"]),
    ]
    constants = [*_constants(frames, levels), _constant("shape4", [1, 1, 1, -1]), _constant("one", 1)]
    outputs = [_value("output", TensorProto.FLOAT, 4)] + ([_value("durations", TensorProto.FLOAT, 1)] if timed else [])
    inputs = [
        _value("input", TensorProto.INT64, 2), _value("input_lengths", TensorProto.INT64, 1),
        _value("scales", TensorProto.FLOAT, 1),
    ]  # fmt: skip
    model = folder / f"{name}.onnx"
    _save(nodes, inputs, outputs, constants, model)
    told = {
        "audio": {"sample_rate": RATE, "quality": "low"},
        "espeak": {"voice": "en-us"},
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "num_symbols": len(PIPER_IDS),
        "num_speakers": 1,
        "phoneme_id_map": PIPER_IDS,
        "hop_length": HOP,
    }
    (folder / f"{name}.onnx.json").write_text(json.dumps(told), "utf-8")
    return model


def write_kokoro(folder: Path, *, timed: bool = True) -> tuple[Path, Path]:
    """A Kokoro model and its file of voices in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    frames, levels = _tables({symbol: [number] for symbol, number in SYMBOLS.items()})
    nodes = [
        helper.make_node("Squeeze", ["tokens", "first"], ["ids"]),
        helper.make_node("Gather", ["frames", "ids"], ["bare"]),
        helper.make_node("Div", ["bare", "speed"], ["longer"]),
        helper.make_node("Ceil", ["longer"], ["durations"]),
        *_tone("durations"),
        helper.make_node("ReduceMean", ["style"], ["colour"], keepdims=0),
        helper.make_node("Mul", ["sound", "colour"], ["audio"]),
        helper.make_node("Cast", ["durations"], ["duration"], to=TensorProto.INT64),
    ]
    inputs = [
        _value("tokens", TensorProto.INT64, 2), _value("style", TensorProto.FLOAT, 2),
        _value("speed", TensorProto.FLOAT, 1),
    ]  # fmt: skip
    outputs = [_value("audio", TensorProto.FLOAT, 1)] + ([_value("duration", TensorProto.INT64, 1)] if timed else [])
    model = folder / "kokoro-tiny.onnx"
    _save(nodes, inputs, outputs, _constants(frames, levels), model)
    voices = folder / "voices-tiny.bin"
    styles = {name: np.full((510, 1, 256), level, np.float32) for name, level in (("af_test", 0.9), ("bm_test", 0.5))}
    with voices.open("wb") as file:
        np.savez(file, **styles)  # type: ignore[arg-type]
    return model, voices


def _tables(ids: dict[str, list[int]]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How many frames each id lasts (not a whole number, as a network gives it), and how loud it is."""
    frames, levels = np.zeros((2, 1 + max(id_ for (id_,) in ids.values())), np.float32)
    for symbol, (id_,) in ids.items():
        vowel, sound = symbol in VOWELS, symbol in LETTERS
        frames[id_] = 4.5 if vowel else 2.7 if sound else 10.8 if symbol in ".?!" else 7.2 if symbol in ",;" else 0
        levels[id_] = 0.5 if vowel else 0.12 if sound else 0.0
    return frames, levels


def _tone(durations: str) -> list[onnx.NodeProto]:
    """Every id as a tone of its own loudness for its frames, and a little noise that a generator draws."""
    make = helper.make_node
    return [
        make("CumSum", [durations, "zero"], ["ends"]),
        make("ReduceSum", [durations], ["frames_all"], keepdims=0),
        make("Mul", ["frames_all", "hop"], ["samples_all"]),
        make("Range", ["zero_f", "samples_all", "one_f"], ["clock"]),
        make("Div", ["clock", "hop"], ["frame"]),
        make("Unsqueeze", ["frame", "last"], ["frame_column"]),
        make("GreaterOrEqual", ["frame_column", "ends"], ["passed"]),
        make("Cast", ["passed"], ["passed_f"], to=TensorProto.FLOAT),
        make("ReduceSum", ["passed_f", "last"], ["place"], keepdims=0),
        make("Cast", ["place"], ["place_i"], to=TensorProto.INT64),
        make("Gather", ["ids", "place_i"], ["sounding"]),
        make("Gather", ["levels", "sounding"], ["level"]),
        make("Mul", ["clock", "step"], ["phase"]),
        make("Sin", ["phase"], ["sine"]),
        make("RandomNormalLike", ["sine"], ["hiss"], scale=0.05),
        make("Add", ["sine", "hiss"], ["noisy"]),
        make("Mul", ["noisy", "level"], ["sound"]),
    ]


def _constants(frames: NDArray[np.float32], levels: NDArray[np.float32]) -> list[onnx.TensorProto]:
    return [
        numpy_helper.from_array(frames, "frames"),
        numpy_helper.from_array(levels, "levels"),
        _constant("first", [0]),
        _constant("last", [1]),
        _constant("zero", 0),
        numpy_helper.from_array(np.float32(HOP), "hop"),
        numpy_helper.from_array(np.float32(0), "zero_f"),
        numpy_helper.from_array(np.float32(1), "one_f"),
        numpy_helper.from_array(np.float32(2 * np.pi * 220 / RATE), "step"),
    ]


def _constant(name: str, value: int | list[int]) -> onnx.TensorProto:
    return numpy_helper.from_array(np.array(value, np.int64), name)


def _value(name: str, kind: int, dimensions: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, [None] * dimensions)


def _save(
    nodes: list[onnx.NodeProto],
    inputs: list[onnx.ValueInfoProto],
    outputs: list[onnx.ValueInfoProto],
    constants: list[onnx.TensorProto],
    path: Path,
) -> None:
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
