"""Thousands of damaged files through what reads them: `python -m benchmarks.fuzzing --kind csv --count 2000`.

Every file is read in a process that may be lost. Counted are those read, those refused in a sentence, those whose
guarded child died or was stopped (its parent refuses the file then), and the finds: a fault that is not ours to tell,
a death or a hang of what the service itself would run, a file written where none belongs, and a connection.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import select
import signal
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.fuzzing_fonts import SFNT, mutate_tables
from benchmarks.fuzzing_seeds import KINDS, seeds
from benchmarks.fuzzing_targets import Target, target

PATIENCE = 25.0
"""Seconds for one file, over the longest that any reader is given."""
STARTING = 120.0
"""Seconds for the first file of a process that has still to load what it reads with."""
_INTERESTING = (b"\x00", b"\xff", b"\x7f", b"\x80", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff")
_TEXTS = (
    b"=cmd|' /C calc'!A0", b"../../../../etc/passwd", b"file:///etc/passwd", b"http://169.254.169.254/", b"%s%n",
    b"<!ENTITY a SYSTEM 'file:///etc/passwd'>", b"\xe2\x80\xae", b"1e999", b"-1", b"9" * 400, b"[" * 3000, b"NaN",
    b"\xed\xa0\x80", b"null", b"{}", b"&lol9;", b"<script>", b"\r\n\r\n", b"--", b"0x", b"concat:/etc/passwd",
)  # fmt: skip


@dataclass
class Findings:
    """What came of the files of a kind: counts, and an example of every find."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def bad(self) -> int:
        """How many finds there were."""
        return sum(count for name, count in self.counts.items() if name.startswith("FIND"))


def mutate(honest: bytes, source: random.Random) -> bytes:
    """`honest` damaged in one to eight places: bits, numbers, pieces cut, doubled, moved, and texts that attack."""
    made = bytearray(honest)
    for _ in range(source.choice((1, 1, 2, 3, 5, 8))):
        at = source.randrange(len(made) + 1)
        length = min(source.choice((1, 2, 4, 16, 200)), len(made) - at)
        change = source.randrange(8)
        if change == 0 and at < len(made):
            made[at] ^= 1 << source.randrange(8)
        elif change == 1:
            piece = source.choice(_INTERESTING)
            made[at : at + len(piece)] = piece
        elif change == 2:
            del made[at : at + length]
        elif change == 3:
            made[at:at] = made[at : at + length] * source.choice((1, 2, 20))
        elif change == 4:
            made[at:at] = source.choice(_TEXTS)
        elif change == 5:
            made[at : at + length] = source.randbytes(length)
        elif change == 6 and len(made) > 8:
            del made[source.randrange(4, len(made)) :]
        else:
            other = source.randrange(len(made) + 1)
            made[other:other] = made[at : at + length]
        if not made:
            made = bytearray(b"\x00")
    return bytes(made[: 4 << 20])


def mutate_inside(honest: bytes, source: random.Random) -> bytes:
    """An archive with one of its files damaged, a font with damaged tables, or a PNG whose checksums fit the damage;
    anything else as `mutate`.
    """
    if honest[:4] in SFNT:
        return mutate_tables(honest, source, mutate)
    if honest[:2] == b"PK":
        held = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(honest)) as before, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after:
            names = before.namelist()
            chosen = source.choice([name for name in names if name.endswith((".xml", ".svg", ".json"))] or names)
            for name in names:
                content = before.read(name)
                after.writestr(name, mutate(content, source) if name == chosen else content)
        return held.getvalue()
    if honest[:4] == b"\x89PNG":
        made, at = bytearray(honest[:8]), 8
        while at + 12 <= len(honest):
            length = int.from_bytes(honest[at : at + 4], "big")
            piece = honest[at + 4 : at + 8 + length]
            if source.random() < 0.4:
                piece = piece[:4] + mutate(piece[4:] or b"\0", source)
            made += (len(piece) - 4).to_bytes(4, "big") + piece + zlib.crc32(piece).to_bytes(4, "big")
            at += 12 + length
        return bytes(made)
    return mutate(honest, source)


def fuzz(kind: str, count: int, seed: int = 1) -> Findings:
    """What comes of `count` mutated files of `kind`; nothing where no honest one can be made here."""
    found = Findings()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="agency-fuzz-") as place:
        folder = Path(place)
        honest = seeds(kind, folder)
        if not honest:
            return found
        reading = target(kind)
        source = random.Random(f"{kind} {seed}")
        ways = (mutate, mutate_inside, mutate_inside)
        files = [source.choice(ways)(source.choice(honest), source) for _ in range(count)]
        at = 0
        while at < len(files):
            at += _forked(files[at : at + (1 if reading.guarded else 500)], reading, folder, found)
    found.seconds = time.monotonic() - begun
    return found


def _forked(files: list[bytes], reading: Target, folder: Path, found: Findings) -> int:
    """How many of `files` a fork has read before it ended or was lost."""
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(heard)
        _work(files, reading, folder, told)
    os.close(told)
    done, left = 0, bytearray()
    while True:
        # The first of a fork may wait for a server to start.
        ready, _, _ = select.select([heard], [], [], PATIENCE if done or reading.guarded else STARTING)
        piece = os.read(heard, 1 << 16) if ready else b""
        if not piece:
            break
        left += piece
        *lines, rest = bytes(left).split(b"\n")
        left = bytearray(rest)
        for line in lines:
            name, _, example = line.decode("utf-8", "replace").partition("\t")
            found.counts[name] += 1
            found.examples.setdefault(name, example)
            done += 1
    if not ready:
        os.kill(child, signal.SIGKILL)
    os.close(heard)
    _, status = os.waitpid(child, 0)
    if done < len(files):
        how = (
            "hung"
            if not ready
            else f"died ({signal.Signals(os.WTERMSIG(status)).name})"
            if os.WIFSIGNALED(status)
            else "ended"
        )
        name = f"child {how}, so the file is refused" if reading.guarded else f"FIND: the service {how}"
        found.counts[name] += 1
        found.examples.setdefault(name, repr(files[done][:200]))
        done += 1
    return done


def _work(files: list[bytes], reading: Target, folder: Path, told: int) -> None:
    """Read the files, tell what came of each, and end without going back."""
    watched: list[str] = []
    inside = (
        str(folder),
        os.environ.get("AGENCY_HOME", str(folder)),
        "/dev/null",
        "/proc/",
        "/dev/shm",
        "/dev/urandom",
    )

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and len(arguments) > 2 and isinstance(arguments[2], int):
            path = arguments[0]
            writes = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writes and isinstance(path, str) and not path.startswith(inside) and "__pycache__" not in path:
                watched.append(f"FIND: wrote {path}")
        elif event == "socket.connect":
            watched.append(f"FIND: connected to {arguments[1]!r}")
        elif event in ("os.system", "os.exec"):
            watched.append(f"FIND: {event}")

    sys.addaudithook(watch)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    path = folder / f"{os.getpid()}.{reading.ending}"
    for number, content in enumerate(files):
        path.write_bytes(content)
        watched.clear()
        try:
            reading.read(path)
            outcome = "read\t"
        except reading.refusals as refusal:
            outcome = f"refused\t{str(refusal)[:200]}"
        except MemoryError:
            outcome = "out of memory, so the file is refused\t" if reading.guarded else "FIND: memory\t"
        except BaseException as fault:
            kind = f"{type(fault).__name__}: {str(fault)[:120]}"
            outcome = f"child failed, so the file is refused\t{kind}" if reading.guarded else f"FIND: {kind}\t"
            outcome += repr(content[:160])
        for each in watched:
            outcome = f"{each}\t"
        os.write(told, (" ".join(outcome.split("\n")) + "\n").encode("utf-8", "replace"))
        if number == len(files) - 1:
            path.unlink(missing_ok=True)
    os._exit(0)


def main() -> None:
    """Print what came of the files, by kind; ends with 1 where there was a find."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", action="append", choices=KINDS, help="what to mutate (default: everything)")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    bad = 0
    for kind in asked.kind or KINDS:
        found = fuzz(kind, asked.count, asked.seed)
        if not found.counts:
            print(f"{kind:<8} left out: no honest file can be made here")
            continue
        told = ", ".join(f"{count} {name}" for name, count in found.counts.most_common())
        print(f"{kind:<8} {sum(found.counts.values())} files in {found.seconds:.0f} s: {told}", flush=True)
        for name, example in found.examples.items():
            if name.startswith(("FIND", "child")):
                print(f"         {name}: {example[:300]}")
        bad += found.bad
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
