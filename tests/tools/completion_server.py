"""A local server that answers chat completions as a test tells it to, and misbehaves where it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["_Handler"], None]


class _Handler(BaseHTTPRequestHandler):
    answers: list[Answer]
    asked: list[dict[str, Any]]

    def do_POST(self) -> None:
        self.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        turn = min(len(self.asked), len(self.answers)) - 1
        self.answers[turn](self)

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def stream(self, text: str, finish: str | None = "stop") -> None:
        half = len(text) // 2
        self.send_deltas([{"content": piece} for piece in (text[:half], text[half:]) if piece], finish)

    def send_deltas(self, deltas: list[dict[str, Any]], finish: str | None) -> None:
        """Stream the pieces of an answer; without `finish`, it breaks off."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for delta, end in [*((delta, None) for delta in deltas), *([({}, finish)] if finish else [])]:
            choice = {"index": 0, "delta": delta, "finish_reason": end}
            body = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
            self.wfile.write(f"data: {json.dumps(body)}\n\n".encode())
        if finish:
            self.wfile.write(b"data: [DONE]\n\n")

    def fail(self, status: int, message: str = "no", **headers: str) -> None:
        body = json.dumps({"error": {"message": message}}).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class CompletionServer:
    """The server: one answer a request, the last one again and again. `asked` are the bodies of the requests."""

    def __init__(self, *answers: Answer) -> None:
        self.asked: list[dict[str, Any]] = []
        handler = type("Handler", (_Handler,), {"answers": list(answers), "asked": self.asked})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        # Looked at often, so that closing does not wait.
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}/v1"

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


def says(document: object, around: str = "{}") -> Answer:
    """An answer in words, or a document as JSON."""
    text = document if isinstance(document, str) else json.dumps(document)
    return lambda handler: handler.stream(around.replace("{}", text))


def fails(status: int, message: str = "no", **headers: str) -> Answer:
    """An answer with an error."""
    return lambda handler: handler.fail(status, message, **headers)


def calls(*wanted: tuple[str, object], finish: str | None = "tool_calls") -> Answer:
    """An answer that calls tools, each with its arguments as a document or as text, in pieces as servers send them."""
    deltas: list[dict[str, Any]] = []
    for number, (name, given) in enumerate(wanted):
        text = given if isinstance(given, str) else json.dumps(given)
        half = len(text) // 2
        first = {"name": name, "arguments": text[:half]}
        deltas.append({"tool_calls": [{"index": number, "id": f"c{number}", "type": "function", "function": first}]})
        deltas.append({"tool_calls": [{"index": number, "function": {"arguments": text[half:]}}]})
    return lambda handler: handler.send_deltas(deltas, finish)
