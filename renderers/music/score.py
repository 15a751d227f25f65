"""What is written down before anything sounds: notes in beats, the styles they follow, and the piece they make."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Note:
    """A note of a part: `start` and `length` in beats from the beginning, `pitch` in MIDI, `force` in 0..1."""

    start: float
    length: float
    pitch: int
    force: float


@dataclass(frozen=True)
class Pattern:
    """How a part plays its bars.

    `kind` names the player (see `playing.PLAYERS`). `steps` are variants of one bar or more in sixteenths, one
    character each: `.` rests, `-` holds, anything else plays, and means what the player says it means. `fills` are
    bars that end a section, `start` what marks the beginning of one. `gate` is how much of its time a note sounds.
    """

    kind: str
    steps: tuple[str, ...] = ("9" + "-" * 15,)
    fills: tuple[str, ...] = ()
    start: str = ""
    gate: float = 0.9


@dataclass(frozen=True)
class Part:
    """One instrument: programs of the bank to choose from, when and where it plays, and how loud it is.

    `level` is its loudness in LUFS when it plays alone, before the piece as a whole is levelled; `enters` and `leaves`
    the intensities between which it is heard; `low` and `high` its range in MIDI pitches; `voices` how many notes its
    chords have; `pan` in -1..1; `bus` the group it is rendered in; `late` milliseconds by which it sits behind the
    beat; `ends` whether it plays the last chord. `drums`: the programs are kits. `solo`: it sings, and is silent where
    somebody speaks; by default that is what plays a melody. `swell`: seconds that its sound takes to swell, by which it
    begins before the end of its notes.
    """

    name: str
    programs: tuple[int, ...]
    pattern: Pattern
    level: float
    enters: float = 0.0
    leaves: float = 1.0
    low: int = 52
    high: int = 74
    voices: int = 3
    pan: float = 0.0
    bus: str = "room"
    late: float = 0.0
    ends: bool = True
    drums: bool = False
    solo: bool | None = None
    swell: float = 0.0

    def is_heard(self, intensity: float, spoken: bool) -> bool:
        """Whether it plays in a section of this intensity, over which somebody speaks or not."""
        sings = self.pattern.kind == "melody" if self.solo is None else self.solo
        return self.enters <= intensity <= self.leaves and not (sings and spoken)


@dataclass(frozen=True)
class Bus:
    """How a group of parts sounds together.

    `wet` in dB is the reverb's level, `decay` its length in seconds, `low_cut` and `high_cut` in Hz (0 for none),
    `air` in dB lifts what lies over 2 kHz, `dip` in dB takes a little out around 320 Hz where many instruments pile up,
    and `echo` in dB is the level of an echo three sixteenths later, from side to side (-100 for none).
    """

    wet: float = -12.0
    decay: float = 1.2
    low_cut: float = 0.0
    high_cut: float = 0.0
    air: float = 0.0
    dip: float = 0.0
    echo: float = -100.0


@dataclass(frozen=True)
class Style:
    """Everything that makes a mood sound as it does.

    `keys` are tonics as pitch classes to choose from. `verses` and `bridges` are progressions, one string a bar, two
    chords in a bar separated by a blank. `cadence` are the bars before the last chord, `final` that chord. `swing` is
    how late every second sixteenth (`swing_unit` 0.25) or eighth (0.5) comes, as a share of it; `looseness` the spread
    of the timing in milliseconds; `slowing` the beats by which the last bar is stretched.
    """

    tempo: float
    keys: tuple[int, ...]
    minor: bool
    verses: tuple[tuple[str, ...], ...]
    bridges: tuple[tuple[str, ...], ...]
    cadence: tuple[str, ...]
    final: str
    parts: tuple[Part, ...]
    buses: dict[str, Bus] = field(hash=False)
    swing: float = 0.0
    swing_unit: float = 0.25
    looseness: float = 5.0
    slowing: float = 0.0
    body: tuple[float, ...] = (0.45, 0.6, 0.5, 0.65)
    intro: float = 0.3
    lift: float = 0.95
