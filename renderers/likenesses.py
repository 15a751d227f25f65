"""Likenesses of people: before anything is shown or heard of one, a gate is asked whether that person agreed.

The gate is opened by whoever keeps the consents. Where none was opened nothing of a person is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from renderers.errors import ConsentMissing

LikenessKind = Literal["photo", "voice", "footage"]


@dataclass(frozen=True)
class Likeness:
    """A person's face or voice: `id` is how it is asked for, `digest` the content key (`renderers.takes.file_digest`)
    of the photo, recording or film that it is made from, or of what a consent says was made of that.
    """

    kind: LikenessKind
    id: str
    digest: str


Gate = Callable[[Likeness], object]
"""Returns where the person agreed; raises `ConsentMissing` otherwise."""

_gate: Gate | None = None


def open_gate(gate: Gate) -> None:
    """From now on `gate` is asked for every likeness."""
    global _gate
    _gate = gate


def permit(likeness: Likeness) -> None:
    """Return where the person agreed to this use. Raises `ConsentMissing`, also where there is nobody to ask."""
    if _gate is None:
        raise ConsentMissing(
            f"Whether the person behind {likeness.id!r} agreed can not be known here, so nothing is made of it: go "
            "through the agency, which keeps the consents."
        )
    _gate(likeness)
