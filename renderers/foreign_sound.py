"""Whether a sound file that somebody brings can be used: it has sound, and that is neither too short nor too long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from renderers.errors import MediaRejected
from renderers.media_facts import FOREIGN


@dataclass(frozen=True)
class WantedSound:
    """What is asked for: from and to how many seconds, and what to do about a file without it."""

    shortest: float
    longest: float
    give_sound: str
    give_longer: str

    def check(self, path: Path) -> float:
        """The seconds of sound in the file at `path`. Raises `MediaRejected` in one sentence where it is not fit."""
        from renderers.media import probe_foreign

        # The reader is told our limit, so that whatever is too long is told the same one.
        found = probe_foreign(path, replace(FOREIGN, seconds=min(self.longest, FOREIGN.seconds))).sound
        if found is None:
            raise MediaRejected(f"{path.name} has no sound. {self.give_sound}.")
        if found.duration < self.shortest:
            raise MediaRejected(f"{path.name} is only {found.duration:.1f} seconds long. {self.give_longer}.")
        return float(found.duration)
