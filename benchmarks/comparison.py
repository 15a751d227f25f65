"""The side-by-side run of `render.py`: everybody renders the same programme in turn, each file is checked first."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.checking import Check, WrongPicture, check
from benchmarks.composition import Composition, prepare
from benchmarks.contenders import BARE, CONTENDERS, OURS, Contender
from benchmarks.measurement import COMPILED, CommandFailed, Cost, measure, two_cores
from benchmarks.peers.installation import install
from renderers.errors import MediaRejected


@dataclass
class Row:
    """What is known of one contender: the check of its file, the cost of each run, or why it has none."""

    contender: Contender
    check: Check | None = None
    runs: list[Cost] = field(default_factory=list)
    skipped: str = ""

    @property
    def median(self) -> Cost:
        """The medians of its runs."""
        return Cost(*(statistics.median(getattr(run, name) for run in self.runs) for name in ("wall", "cpu", "memory")))


def compare(names: list[str], seconds: int, runs: int, folder: Path) -> list[Row]:
    """A row for each contender asked for, in the order of `CONTENDERS`; ours always takes part, as the reference.

    Every contender renders once to be checked and to fill caches, which does not count, then all in turn, `runs` times.
    """
    chosen = [one for one in CONTENDERS if one.name in {OURS, *names}]
    if any(one.missing() for one in chosen):
        say("Installing what is missing …")
        for line in install():
            say(f"  {line}")
    say(f"Painting the layers of the {seconds} s programme …")
    composition = prepare(folder / "programme", seconds)
    rows = [Row(one) for one in chosen]
    cores = two_cores()
    for row in rows:
        row.skipped = row.contender.missing() or _begin(row, composition, folder, cores)
        if row.contender.name == OURS and row.skipped:
            raise SystemExit(f"Our renderer did not make the programme, so there is nothing to compare: {row.skipped}")
    for number in range(runs):
        for row in rows:
            if not row.skipped:
                _run(row, composition, folder, cores)
                last = row.runs[-1] if row.runs else None
                if last:
                    say(f"run {number + 1}: {row.contender.title}: {last.wall:.2f} s wall, {last.cpu:.2f} s CPU")
    return rows


def _begin(row: Row, composition: Composition, folder: Path, cores: set[int]) -> str:
    """Prepare the contender, run it once and check its file; why it is left out, if it is."""
    name = row.contender.name
    say(f"{row.contender.title}: preparing and checking …")
    out = folder / f"{name}.mp4"
    try:
        row.contender.prepare(composition)
        measure(
            row.contender.command(composition, out),
            cores=cores,
            log=folder / f"{name}.log",
            environment={**COMPILED, **row.contender.environment()},
        )
        if name not in BARE:
            row.check = check(out, composition, folder / f"{OURS}.mp4")
    except subprocess.CalledProcessError as error:
        return f"its layers could not be prepared: {_end(error.stderr)}"
    except (CommandFailed, WrongPicture, MediaRejected, OSError) as error:
        return str(error)
    return ""


def _run(row: Row, composition: Composition, folder: Path, cores: set[int]) -> None:
    out = folder / "runs" / f"{row.contender.name}.mp4"
    out.parent.mkdir()
    try:
        command = row.contender.command(composition, out)
        log = folder / f"{row.contender.name}.log"
        row.runs.append(measure(command, cores=cores, log=log, environment={**COMPILED, **row.contender.environment()}))
    except CommandFailed as error:
        row.skipped = str(error)
    finally:
        shutil.rmtree(out.parent)


def _end(said: bytes | None) -> str:
    return (said or b"").decode(errors="replace").strip()[-500:]


def table(rows: list[Row], seconds: int) -> str:
    """The figures for a person to read."""
    by_name, ours, bare = _references(rows)
    lines = [
        f"{seconds} s at 1080p30 on two cores, medians; a file counts only after it was checked against ours",
        f"{'':22}{'wall s':>8}{'CPU s':>8}{'MB':>7}{'× ours':>9}{'CPU':>6}{'MB':>6}{'× encoder':>11}{'CPU':>6}"
        f"{'PSNR dB':>13}{'sound ms':>10}{'file MB':>9}",
    ]
    for row in rows:
        if row.contender.name not in by_name:
            lines.append(f"{row.contender.title:22}skipped: {row.skipped or 'no run was asked for'}")
            continue
        cost = row.median
        text = f"{row.contender.title:22}{cost.wall:8.2f}{cost.cpu:8.2f}{cost.memory:7.0f}"
        for reference, width, fields in ((ours, 9, ("wall", "cpu", "memory")), (bare, 11, ("wall", "cpu"))):
            for name in fields:
                ratio = ratio_of(row, reference, name)
                text += (
                    f"{ratio:{width if name == 'wall' else 6}.2f}" if ratio else " " * (width if name == "wall" else 6)
                )
        if row.check:
            text += f"{row.check.worst:7.1f}–{row.check.mean:<5.1f}{row.check.lag:10.1f}{row.check.size:9.1f}"
        lines.append(text)
    lines += ["", *(f"{row.contender.title}: {row.contender.note}." for row in rows)]
    return "\n".join(lines)


def _references(rows: list[Row]) -> tuple[dict[str, Row], Row | None, Row | None]:
    """The rows that count by name, ours among them, and the faster of the bare encoders."""
    by_name = {row.contender.name: row for row in rows if row.runs and not row.skipped}
    bare = [by_name[name] for name in BARE if name in by_name]
    return by_name, by_name.get(OURS), min(bare, key=lambda row: row.median.wall, default=None)


def ratio_of(row: Row, reference: Row | None, name: str) -> float | None:
    """The median of run by run ratios of a cost (`wall`, `cpu`, `memory`) to that of `reference`."""
    if reference is None:
        return None
    pairs = zip(row.runs, reference.runs, strict=False)
    return float(statistics.median(getattr(one, name) / getattr(other, name) for one, other in pairs))


def document(rows: list[Row], seconds: int) -> dict[str, object]:
    """The figures as JSON."""
    by_name, ours, bare = _references(rows)
    found = []
    for row in rows:
        one: dict[str, object] = {"name": row.contender.name, "title": row.contender.title, "note": row.contender.note}
        if row.contender.name in by_name:
            one["median"] = asdict(row.median)
            one["runs"] = [asdict(run) for run in row.runs]
            one["check"] = asdict(row.check) if row.check else None
            for label, reference in (("ours", ours), ("encoder", bare)):
                one[f"to_{label}"] = {name: ratio_of(row, reference, name) for name in ("wall", "cpu", "memory")}
        else:
            one["skipped"] = row.skipped
        found.append(one)
    return {"seconds": seconds, "contenders": found}


def say(text: str) -> None:
    """A line of progress."""
    print(text, file=sys.stderr, flush=True)


def report(only: str | None, seconds: int, runs: int, folder: Path, *, as_json: bool) -> None:
    """Run the comparison of those named in `only` (with commas; None: everybody) and print it."""
    known = [one.name for one in CONTENDERS]
    names = [name.strip() for name in only.split(",") if name.strip()] if only else known
    if unknown := set(names) - set(known):
        raise SystemExit(f"There is no {', '.join(sorted(unknown))} to compare with; there are {', '.join(known)}.")
    folder.mkdir(parents=True, exist_ok=True)
    rows = compare(names, seconds, runs, folder)
    print(json.dumps(document(rows, seconds), indent=1) if as_json else table(rows, seconds))
