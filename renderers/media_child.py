"""Foreign media is opened here first: in a process of its own that may take little time and memory and write nothing.

Run as `python -m renderers.media_child`, it reads one JSON request from standard input and answers with the facts, or
with the sentence that says why not. The parent trusts neither: the answer is parsed against the types.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, TypeVar

from renderers.errors import MediaRejected
from renderers.media_facts import Limits, MediaFacts
from renderers.media_signature import read_signature, rejected

_ROOT = Path(__file__).resolve().parents[1]
_ENVIRONMENT = {"LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
"""All that the child is told: no keys, no paths. Each further thread of numpy's would claim address space."""
_OPEN_FILES = 64
_LONGEST_ANSWER = 16 << 20
_LONGEST_REASON = 500

Answer = TypeVar("Answer")


def ask_child(task: str, path: Path, limits: Limits, answer: type[Answer]) -> Answer:
    """What a child within `limits` finds out about the file at `path`; `task` is `facts` or `inspection`.

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
        raise rejected(path.name, "is damaged in a way that stops the reader", "Export it again") from None
    raise MediaRejected(str(said["refused"])[:_LONGEST_REASON])


def _bind(limits: Limits) -> None:
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


def _answer() -> None:
    asked = json.loads(sys.stdin.buffer.read())
    limits, path = Limits(**asked["limits"]), Path(asked["path"])
    _bind(limits)
    try:
        found = _inspection(path, limits) if asked["task"] == "inspection" else _facts(path, limits)
        said = {"found": found}
    except MediaRejected as refusal:
        said = {"refused": str(refusal)}
    except MemoryError:
        said = {"refused": str(rejected(path.name, "asks for more memory than reading may take", "Export it again"))}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    _answer()
