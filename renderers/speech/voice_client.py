"""The near end of a `voice_process`: starts it, asks it line by line, and gives up on one that hangs."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed

_PROCESS = Path(__file__).with_name("voice_process.py")


class VoiceClient:
    """A running voice process for one batch of lines; a context manager."""

    def __init__(self, engine: str, module: str, *arguments: str) -> None:
        self._engine = engine
        command = [sys.executable, "-I", "-S", str(_PROCESS), str(Path(__file__).parent / module), *arguments]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()

    def ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], NDArray[np.float64]]:
        """The header and the samples (-1..1) for one request.

        Raises `EngineFailed` where the engine refuses, breaks, or needs more than a minute and a second per three
        characters.
        """
        assert self._process.stdin and self._process.stdout
        patience = threading.Timer(60 + len(str(request.get("text", ""))) / 3, self._process.kill)
        patience.daemon = True
        patience.start()
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            header = json.loads(self._process.stdout.readline())
            sound = self._process.stdout.read(int(header["bytes"]))
        except (OSError, ValueError) as error:
            raise EngineFailed(self._engine, "it stopped without an answer; try once more.", retryable=True) from error
        finally:
            patience.cancel()
        if "error" in header:
            raise EngineFailed(self._engine, f"{header['error']}.", retryable="broke off" in header["error"])
        return header, np.frombuffer(sound, "<i2").astype(np.float64) / 32768
