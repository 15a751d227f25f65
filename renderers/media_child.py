"""Foreign media is opened here first: in a process of its own that may take little time and memory and write nothing.

Run as `python -m renderers.media_child`, it reads one JSON request from standard input and answers with the facts, or
with the sentence that says why not. The parent trusts neither: the answer is parsed against the types.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from renderers.errors import MediaRejected
from renderers.media_facts import Limits, MediaFacts
from renderers.media_signature import read_signature, rejected

_ROOT = Path(__file__).resolve().parents[1]
_ENVIRONMENT = {"LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
"""All that the child is told: no keys, no paths. Each further thread of numpy's would claim address space."""
_OPEN_FILES = 64
_LONGEST_ANSWER = 1 << 20


def probe_in_child(path: Path, limits: Limits) -> MediaFacts:
    """The facts of the file at `path`, found by a child within `limits`. Raises `MediaRejected` where it can not."""
    from pydantic import TypeAdapter, ValidationError

    read_signature(path, limits)
    request = json.dumps({"path": str(path.absolute()), "limits": vars(limits)})
    try:
        # The root as working folder puts our modules before anything that may lie beside the file.
        answer = subprocess.run([sys.executable, "-m", "renderers.media_child"], input=request.encode(), cwd=_ROOT,
                                capture_output=True, env=_ENVIRONMENT, timeout=limits.patience, check=False)
    except subprocess.TimeoutExpired:
        why = f"takes longer than {limits.patience:.0f} s to open, which a healthy file never does"
        raise rejected(path.name, why, "Export it again") from None
    try:
        if answer.returncode or len(answer.stdout) > _LONGEST_ANSWER:
            raise ValueError
        said = json.loads(answer.stdout)
        if "refused" in said:
            raise MediaRejected(str(said["refused"])[:500])
        return TypeAdapter(MediaFacts).validate_python(said["facts"])
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        if isinstance(error, MediaRejected):
            raise
        raise rejected(path.name, "is damaged in a way that stops the reader", "Export it again") from None


def _bind(limits: Limits) -> None:
    """Give up everything that reading does not need: memory, processor time, writing, and traces of a crash."""
    import resource

    seconds = int(limits.patience) + 1
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))


def _answer() -> None:
    asked = json.loads(sys.stdin.buffer.read())
    limits = Limits(**asked["limits"])
    _bind(limits)
    from pydantic import TypeAdapter

    from renderers.media import play, probe

    path = Path(asked["path"])
    try:
        facts = probe(path, limits)
        wanted = {kind for kind, there in (("LumaPicture", facts.videos), ("SoundPiece", facts.sounds)) if there}
        for piece in play(path, limits):
            wanted.discard(type(piece).__name__)
            if not wanted:
                break
        if wanted:
            what = "picture" if "LumaPicture" in wanted else "sound"
            raise rejected(path.name, f"has {what} that can not be decoded: it is damaged")
        said = {"facts": TypeAdapter(MediaFacts).dump_python(facts, mode="json")}
    except MediaRejected as refusal:
        said = {"refused": str(refusal)}
    except MemoryError:
        said = {"refused": str(rejected(path.name, "asks for more memory than reading may take", "Export it again"))}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    _answer()
