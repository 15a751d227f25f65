"""The far end of `renderers.workers`: a server that imports everything once, and the painters that it forks.

The server has one thread and no state but what it imported, so that forking it is safe, whatever runs in the program
that asked for it. All of them end when that program does: they hold the far end of a pipe that nobody writes to.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from fractions import Fraction
from multiprocessing.connection import Connection
from pathlib import Path

from renderers.errors import RenderError
from renderers.segments import Segment, make_segment
from renderers.takes import TakeStore

Task = tuple[Segment, str, Path]
"""A segment, the key of its take, and the root of the store."""
Answer = tuple[str, object]
"""`hello` and a process id; `frames` and how many of the task are done; `made` and whether that was necessary; or
`failed` and the exception."""

_EVERY = 0.2
"""Seconds between two answers about the frames that are done."""


def main(control: int, life: int) -> None:
    """Import, then fork a painter for each file descriptor that comes through the socket `control`, until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is wrong here is wrong again when a scene is painted, and is then told with the scene's name.
    with contextlib.suppress(Exception), _without("scipy", "cffi"):
        warm_up()
    # Nearly all that is there stays: looking for what could be freed takes a fifth of the time, and we begin without.
    gc.freeze()
    gc.enable()
    asking = socket.socket(fileno=control)
    painters: set[int] = set()
    while True:
        said, handles, _, _ = socket.recv_fds(asking, 1, 1)
        painters = {pid for pid in painters if os.waitpid(pid, os.WNOHANG) == (0, 0)}
        if not said:
            break
        if pid := os.fork():
            painters.add(pid)
            os.close(handles[0])
            continue
        asking.close()
        _serve(Connection(handles[0]), life)
        os._exit(0)
    for pid in painters:
        os.waitpid(pid, 0)
    os._exit(0)


@contextlib.contextmanager
def _without(*packages: str) -> Iterator[None]:
    """Have `packages`, where they are not imported yet, not be found for a while.

    numba imports them to serve kernels that call C or LAPACK, of which we have none: a fifth of all that is imported.
    """
    hidden = [name for name in packages if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None says that there is none
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def warm_up() -> None:
    """Import what painting needs, load (or compile) its kernels, load its fonts, and paint and encode small frames."""
    from renderers.avatar import Performance
    from renderers.avatar.catalogue import AVATARS
    from renderers.avatar.channels import CHANNELS
    from renderers.avatar.performance import Curve, save
    from renderers.background.catalogue import default_family
    from renderers.colour import resolve_look
    from renderers.leftovers import temporary_folder
    from renderers.picture_format import PictureFormat, Rect
    from renderers.timeline import BackdropClip, CaptionCue, CaptionsClip, CueWord, PresenterClip, Scene, TitleClip

    rate, look, area = Fraction(30), resolve_look(), Rect(0, 0, 960, 540)
    with temporary_folder() as folder:
        import numpy as np

        curves: dict[str, Curve] = {name: np.full(2, channel.rest, np.float32) for name, channel in CHANNELS.items()}
        save(Performance(2, rate, curves), folder)
        clips = (
            PresenterClip(AVATARS[0].id, "illustrated", folder, "", look.palette.primary, area),
            TitleClip("Ready", area, 0, 2, "Kicker", "Line"),
            CaptionsClip((CaptionCue(((CueWord("ready", 0, 2),),), 0, 2),), area),
        )
        scene = Scene("warm", 2, BackdropClip(default_family(), 1), clips)
        small = PictureFormat(320, 180, rate)
        for incoming in (None, scene):
            make_segment(Segment(look, small, scene, 0, 1, incoming), folder / "segment.mp4")


def _serve(parent: Connection, life: int) -> None:
    """Make what `parent` asks for, one take after another, until it asks for nothing more."""
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        parent.send(("hello", os.getpid()))
        while task := parent.recv():
            try:
                answer: Answer = "made", _make(task, parent.send)
            except Exception as error:
                answer = "failed", _sendable(error)
            parent.send(answer)


def _end_with(life: int) -> None:
    """End this process, whatever it does, when the program it works for has ended."""
    os.read(life, 1)
    os._exit(1)


def _make(task: Task, tell: Callable[[Answer], object]) -> bool:
    """Make one segment's take; returns whether it had to be made."""
    segment, key, root = task
    takes, told = TakeStore(root), time.monotonic()

    def advance(frames: int) -> None:
        nonlocal told
        if (now := time.monotonic()) - told >= _EVERY:
            told = now
            tell(("frames", frames))

    takes.keep(
        "segments",
        key,
        lambda folder: make_segment(segment, folder / "segment.mp4", advance),
        {"frames": segment.duration},
    )
    return bool(takes.made)


def _sendable(error: Exception) -> Exception:
    """`error` as it arrives at the other end; where it does not survive the way, one that says the same."""
    if not isinstance(error, RenderError):
        error.add_note("".join(traceback.format_exception(error)))
    try:
        return error if str(pickle.loads(pickle.dumps(error))) == str(error) else RenderError(str(error))
    except Exception:
        return RenderError(str(error))
