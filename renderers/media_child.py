"""Foreign media is opened here first: in a process of its own that may take little time and memory and write nothing.

Run as `python -m renderers.media_child`, it reads one JSON request from standard input and answers with the facts, or
with the sentence that says why not; or it plays the file in records of samples. The parent trusts neither: the answer
is parsed against the types, and samples are of the number that was asked for.
"""

from __future__ import annotations

import json
import select
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

from renderers.errors import MediaRejected
from renderers.media_facts import FOREIGN, Limits, MediaFacts
from renderers.media_signature import read_signature, rejected

_ROOT = Path(__file__).resolve().parents[1]
_ENVIRONMENT = {"LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
"""All that the child is told: no keys, no paths. Each further thread of numpy's would claim address space."""
_END, _REFUSED = b".", b"!"
"""Letters of the last record: all was said, or why it could not be."""
_LARGEST_RECORD = 3 * 2 * 8 << 20
"""A picture of 4K in 16-bit RGB, the largest that is ever sent."""
_OPEN_FILES = 64
_LONGEST_ANSWER = 16 << 20
_LONGEST_REASON = 500

Answer = TypeVar("Answer")


def ask_child(task: str, path: Path, limits: Limits, answer: type[Answer]) -> Answer:
    """What a child within `limits` finds out about the file at `path`; `task` is `facts`, `inspection` or `mark`.

    Raises `MediaRejected` with the child's own reason, or where it fails or takes longer than `limits.patience`.
    """
    from pydantic import TypeAdapter, ValidationError

    read_signature(path, limits)
    request = json.dumps({"task": task, "path": str(path.absolute()), "limits": vars(limits)})
    try:
        # The root as working folder puts our modules before anything that may lie beside the file.
        child = subprocess.run(
            [sys.executable, "-B", "-m", "renderers.media_child"],
            input=request.encode(),
            cwd=_ROOT,
            capture_output=True,
            env=_ENVIRONMENT,
            timeout=limits.patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        why = f"takes longer than {limits.patience:.0f} s to read, which a healthy file never does"
        raise rejected(path.name, why, "Export it again") from None
    try:
        if child.returncode or len(child.stdout) > _LONGEST_ANSWER:
            raise ValueError("no answer")
        said = json.loads(child.stdout)
        if "refused" not in said:
            return TypeAdapter(answer).validate_python(said["found"])
    except (ValueError, KeyError, TypeError, ValidationError):
        raise _broken(path.name) from None
    raise MediaRejected(str(said["refused"])[:_LONGEST_REASON])


def ask_stream(
    task: str, path: Path, limits: Limits, asked: dict[str, Any], head: struct.Struct
) -> Iterator[tuple[bytes, bytearray]]:
    """The records that a child within `limits` sends about the file at `path`; `head` packs a letter and a length.

    `task` is `pictures` or `sound`. The child ends when no more records are taken. Raises `MediaRejected` with the
    child's own reason, or where it fails or is silent for longer than a healthy file ever makes it.
    """
    read_signature(path, limits)
    request = json.dumps({"task": task, "path": str(path.absolute()), "limits": vars(limits), "asked": asked})
    with subprocess.Popen(
        [sys.executable, "-B", "-m", "renderers.media_child"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT,
        bufsize=0,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            child.stdin.write(request.encode())
            child.stdin.close()
            while True:
                letter, length = head.unpack(_read(child.stdout, head.size, path.name))
                if length > _LARGEST_RECORD:
                    raise _broken(path.name)
                content = _read(child.stdout, length, path.name)
                if letter == _END:
                    return
                if letter == _REFUSED:
                    raise MediaRejected(content.decode(errors="replace")[:_LONGEST_REASON])
                yield letter, content
        except BrokenPipeError:
            raise _broken(path.name) from None
        finally:
            child.kill()


def _read(pipe: IO[bytes], length: int, name: str) -> bytearray:
    """Exactly `length` bytes, each of which comes before the patience for foreign files is over."""
    made = bytearray(length)
    view, at = memoryview(made), 0
    while at < length:
        ready, _, _ = select.select([pipe], [], [], FOREIGN.patience)
        if not ready:
            why = f"takes longer than {FOREIGN.patience:.0f} s to read, which a healthy file never does"
            raise rejected(name, why, "Export it again")
        count = pipe.readinto(view[at:])  # type: ignore[attr-defined]  # an unbuffered pipe has it
        if not count:
            raise _broken(name)
        at += count
    return made


def _broken(name: str) -> MediaRejected:
    return rejected(name, "is damaged in a way that stops the reader", "Export it again")


def _too_hungry(name: str) -> MediaRejected:
    return rejected(name, "asks for more memory than reading may take", "Export it again")


def bind(limits: Limits) -> None:
    """Give up everything that reading does not need: memory, processor time, writing, and traces of a crash."""
    import resource

    seconds = int(limits.patience * max(1, limits.threads)) + 1
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))


def _inspection(path: Path, limits: Limits) -> Any:  # noqa: ANN401  (plain JSON values)
    from pydantic import TypeAdapter

    from renderers.inspection import Inspection, inspect

    return TypeAdapter(Inspection).dump_python(inspect(path, limits), mode="json")


def _facts(path: Path, limits: Limits) -> Any:  # noqa: ANN401  (plain JSON values)
    """The facts, once the first picture and the first sound have been decoded."""
    from pydantic import TypeAdapter

    from renderers.media import LumaPicture, play, probe

    facts = probe(path, limits)
    missing = {name for name, there in (("picture", facts.videos), ("sound", facts.sounds)) if there}
    for piece in play(path, limits):
        missing.discard("picture" if isinstance(piece, LumaPicture) else "sound")
        if not missing:
            return TypeAdapter(MediaFacts).dump_python(facts, mode="json")
    raise rejected(path.name, f"has {min(missing)} that can not be decoded: it is damaged")


def _mark(path: Path, limits: Limits) -> Any:  # noqa: ANN401  (plain JSON values)
    from renderers.media import packets_mark

    return packets_mark(path, limits)


_TASKS = {"inspection": _inspection, "facts": _facts, "mark": _mark}


def _stream(path: Path, limits: Limits, asked: dict[str, Any]) -> None:
    from renderers.media_film import HEAD, play_pictures_to, play_sound_to

    play = play_pictures_to if asked["task"] == "pictures" else play_sound_to
    said, reason = _END, ""
    try:
        play(sys.stdout.buffer, path, limits, asked["asked"])
    except MediaRejected as refusal:
        said, reason = _REFUSED, str(refusal)
    except MemoryError:
        said, reason = _REFUSED, str(_too_hungry(path.name))
    sys.stdout.buffer.write(HEAD.pack(said, len(reason.encode())) + reason.encode())
    sys.stdout.buffer.flush()


def _answer() -> None:
    asked = json.loads(sys.stdin.buffer.read())
    limits, path = Limits(**asked["limits"]), Path(asked["path"])
    bind(limits)
    if asked["task"] in ("pictures", "sound"):
        _stream(path, limits, asked)
        return
    try:
        said = {"found": _TASKS[asked["task"]](path, limits)}
    except MediaRejected as refusal:
        said = {"refused": str(refusal)}
    except MemoryError:
        said = {"refused": str(_too_hungry(path.name))}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    _answer()
