"""Whether a sound file that somebody brings can be used: it has sound, and that is neither too short nor too long."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from renderers.errors import MediaRejected


@dataclass(frozen=True)
class WantedSound:
    """What is asked for: from and to how many seconds, its name, and what to do about a file without it."""

    shortest: float
    longest: float
    name: str
    give_sound: str
    give_longer: str

    def check(self, path: Path) -> float:
        """The seconds of sound in the file at `path`. Raises `MediaRejected` in one sentence where it is not fit."""
        from renderers.media import probe_foreign

        found = probe_foreign(path).sound
        if found is None:
            raise MediaRejected(f"{path.name} has no sound. {self.give_sound}.")
        if found.duration < self.shortest:
            raise MediaRejected(f"{path.name} is only {found.duration:.1f} seconds long. {self.give_longer}.")
        if found.duration > self.longest:
            raise MediaRejected(
                f"{path.name} is {found.duration / 60:.0f} minutes long; {self.name} can be {self.longest / 60:.0f}. "
                "Cut it."
            )
        return float(found.duration)
