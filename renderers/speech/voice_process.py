"""A process that speaks with a native library: one JSON request a line in, one JSON header and 16-bit samples out.

Run by path, with nothing but the standard library, so that it starts in a few hundredths of a second. Every line is
made in a fork of the untouched process: the libraries keep state from one line to the next, and a crash takes no other
line with it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Callable
from typing import Any

Request = dict[str, Any]
Speak = Callable[[Request], tuple[dict[str, Any], bytes]]


def serve(speak: Speak) -> None:
    """Answer the requests on stdin until it closes. A failed line is answered with an `error`."""
    for line in sys.stdin.buffer:
        answer = _speak_apart(speak, json.loads(line))
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()


def _speak_apart(speak: Speak, request: Request) -> bytes:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = 1
        try:
            with os.fdopen(writing, "wb") as out:
                out.write(_answer(speak, request))
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as back:
        answer = back.read()
    _, status = os.waitpid(child, 0)
    return answer if status == 0 and answer else _frame({"error": "it broke off while speaking"}, b"")


def _answer(speak: Speak, request: Request) -> bytes:
    try:
        header, samples = speak(request)
    except (RuntimeError, OSError, ValueError, KeyError) as error:
        return _frame({"error": str(error)}, b"")
    return _frame(header, samples)


def _frame(header: dict[str, Any], samples: bytes) -> bytes:
    return json.dumps({**header, "bytes": len(samples)}).encode() + b"\n" + samples


def main(arguments: list[str]) -> None:
    """Serve the library module at `arguments[0]`, opened with the other arguments."""
    spec = importlib.util.spec_from_file_location("library", arguments[0])
    if spec is None or spec.loader is None:
        raise SystemExit(f"{arguments[0]} is not a Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    serve(module.open_library(*arguments[1:]))


if __name__ == "__main__":
    main(sys.argv[1:])
