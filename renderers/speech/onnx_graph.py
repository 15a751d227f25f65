"""Voice models in ONNX: opened by onnxruntime, with an inner value brought out where a model hides it.

ONNX files are protocol buffers, in which the same message given twice is merged: an output is added to a model by
appending a few bytes, without taking it apart (https://protobuf.dev/programming-guides/encoding/#last-one-wins).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from renderers.errors import EngineFailed

SEED = 1
"""Where the noise that models draw begins. Set before each opening, so that a line always sounds the same."""

_GRAPH, _NODE, _OUTPUT, _NODE_OUTPUT, _NODE_KIND, _NAME = 7, 1, 12, 2, 4, 1
_BYTES = 2


def open_session(model: bytes, engine: str, threads: int = 2) -> Any:  # noqa: ANN401  (onnxruntime's session)
    """An onnxruntime session of the model, its noise begun anew. Raises `EngineFailed` where it is no model."""
    try:
        import onnxruntime
    except ImportError as error:
        raise EngineFailed(engine, "the package onnxruntime is not installed here; run `make setup`.") from error
    onnxruntime.set_seed(SEED)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(model, options, providers=_providers(onnxruntime))
    # onnxruntime raises classes of its own that share no base but Exception.
    except Exception as error:
        raise EngineFailed(
            engine, f"the model can not be opened ({_first_line(error)}); is it a whole ONNX file?"
        ) from (error)


def run_session(session: Any, inputs: dict[str, Any], engine: str) -> list[Any]:  # noqa: ANN401
    """All outputs of the model for `inputs`. Raises `EngineFailed` where the model breaks off."""
    try:
        return list(session.run(None, inputs))
    except Exception as error:
        raise EngineFailed(engine, f"the model broke off while speaking ({_first_line(error)}).") from error


def bring_out(model: bytes, kind: str) -> bytes:
    """The model with the value of its only node of this `kind` as its last output; unchanged where there is not one."""
    found = {
        output
        for graph in _fields(model, _GRAPH)
        for node in _fields(graph, _NODE)
        if kind.encode() in list(_fields(node, _NODE_KIND))
        for output in map(bytes, _fields(node, _NODE_OUTPUT))
    }
    outputs = {bytes(name) for graph in _fields(model, _GRAPH) for out in _fields(graph, _OUTPUT) for name in
               _fields(out, _NAME)}  # fmt: skip
    if len(found) != 1 or found <= outputs:
        return model
    value = _message(_NAME, found.pop())
    return model + _message(_GRAPH, _message(_OUTPUT, value))


def read_model(path: Path, engine: str) -> bytes:
    """The bytes of a model file. Raises `EngineFailed` where it can not be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise EngineFailed(engine, f"the model {path} can not be read ({error.strerror or error}).") from error


def _providers(onnxruntime: Any) -> list[str]:  # noqa: ANN401
    """A graphics processor where onnxruntime was installed for one, and always the processor."""
    wanted = ("CUDAExecutionProvider", "CPUExecutionProvider")
    return [name for name in wanted if name in onnxruntime.get_available_providers()]


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:160]


def _fields(message: bytes | memoryview, wanted: int) -> Iterator[memoryview]:
    """The length-delimited fields numbered `wanted` of a message; nothing more where it is damaged."""
    view = memoryview(message)
    at = 0
    while at < len(view):
        tag, at = _varint(view, at)
        kind = tag & 7
        if kind == _BYTES:
            length, at = _varint(view, at)
            if tag >> 3 == wanted:
                yield view[at : at + length]
            at += length
        elif kind == 0:
            _, at = _varint(view, at)
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            return


def _varint(view: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(view):
        byte = view[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at
    return value, at


def _message(field: int, content: bytes) -> bytes:
    return _number(field << 3 | _BYTES) + _number(len(content)) + content


def _number(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])
