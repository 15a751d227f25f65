"""Together: several readings as one."""

from __future__ import annotations

from collections.abc import Sequence

from tools.language.notes.context import Reading


def together(readings: Sequence[Reading]) -> Reading:
    """Several readings as one, in order; the first question is asked."""
    asking = next((one for one in readings if one.question), None)
    return Reading(
        patches=tuple(patch for one in readings for patch in one.patches),
        commands=tuple(command for one in readings for command in one.commands),
        enquiries=tuple(enquiry for one in readings for enquiry in one.enquiries),
        question=asking.question if asking else "",
        options=asking.options if asking else (),
        said=next((one.said for one in readings if one.said), ""),
        chat=next((one.chat for one in readings if one.chat), ""),
        kept=any(one.kept for one in readings),
        focus=tuple(id_ for one in readings for id_ in one.focus),
        unknown=tuple(quote for one in readings for quote in one.unknown),
    )
