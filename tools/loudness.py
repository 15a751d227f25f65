"""How loud a finished programme is: targets by where it will be heard."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LoudnessTarget:
    """Integrated loudness in LUFS and the highest true peak in dBTP, after encoding; `name` as people say it."""

    name: str
    loudness: float
    true_peak: float


TARGETS: dict[str, LoudnessTarget] = {
    "web": LoudnessTarget("the web", -14.0, -1.0),
    "podcast": LoudnessTarget("podcasts", -16.0, -1.0),
    "ebu": LoudnessTarget("European broadcast (EBU R 128)", -23.0, -1.0),
    "atsc": LoudnessTarget("American broadcast (ATSC A/85)", -24.0, -2.0),
}
"""By the name of the preset. Large platforms play at -14; Apple asks podcasts for -16; EBU R 128 (2020) and ATSC
A/85:2013 say the rest.
"""
