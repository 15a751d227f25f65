"""The painters of a command that will make a video: they import what they need while it does other things."""

from __future__ import annotations

from agency.home import Home, set_kernels
from agency.settings import Settings


def begin_painters(place: Home, settings: Settings) -> None:
    """Begin what painting needs, if that has not begun: it takes most of a second of one core.

    Call it as soon as it is sure that a video is wanted, before what making it needs is imported here.
    """
    from renderers.standing_workers import begin_standing_workers

    set_kernels(place)
    begin_standing_workers(settings.workers)
