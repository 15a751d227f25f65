"""A server on this machine that answers like OpenAI's speech endpoint, well or badly as it is told."""

from __future__ import annotations

import io
import json
import threading
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np

from renderers.speech import SpeechRequest
from renderers.speech.catalogue import default_voice
from renderers.speech.espeak import EspeakSpeech
from renderers.speech.flite import FliteSpeech

Answer = Callable[["Handler", dict[str, Any]], None]


@dataclass
class SpeechServer:
    """Where the server listens, what it was asked, and how it answers: each of `faults` once, then well."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Answer] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    told: SpeechServer

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.told.asked.append(told)
        fault = self.told.faults.pop(0) if self.told.faults else None
        (fault or _speak)(self, told)

    def send(self, body: bytes, kind: str = "audio/wav", length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def speech_server() -> Iterator[SpeechServer]:
    told = SpeechServer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"told": told}))
    server.daemon_threads = True
    told.url = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()


def spoken_wave(text: str, speed: float = 1.0) -> bytes:
    """`text` as 16-bit WAV, by a built-in voice."""
    voice = default_voice("en", "male", ("flite", "espeak"))
    engine = FliteSpeech() if voice.engine == "flite" else EspeakSpeech()
    speech = next(engine.speak([SpeechRequest(text, voice, speed)]))
    return as_wave(speech.samples, speech.sample_rate)


def as_wave(samples: np.ndarray, rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return file.getvalue()


def status(code: int, **headers: str) -> Answer:
    def answer(handler: Handler, _: dict[str, Any]) -> None:
        body = b'{"error": {"message": "no"}}'
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def says(body: bytes, kind: str = "audio/wav") -> Answer:
    return lambda handler, _: handler.send(body, kind)


def cut(share: float) -> Answer:
    """The connection ends after a share of the sound."""

    def answer(handler: Handler, told: dict[str, Any]) -> None:
        body = spoken_wave(told["input"])
        handler.send(body[: int(len(body) * share)], length=len(body))
        handler.close_connection = True

    return answer


def silent(seconds: float) -> Answer:
    """Nothing comes for so long."""

    def answer(handler: Handler, told: dict[str, Any]) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return answer


def _speak(handler: Handler, told: dict[str, Any]) -> None:
    body = bytearray(spoken_wave(told["input"], float(told.get("speed", 1.0))))
    # Streams do not know their length when they begin.
    body[4:8] = body[40:44] = b"\xff\xff\xff\xff"
    handler.send(bytes(body))
