"""The presenters there are, by id; reading this loads nothing that paints."""

from __future__ import annotations

from renderers.avatar import Avatar
from renderers.avatar.presenter import Presenter
from renderers.avatar.stock import STOCK


def avatar_of(presenter: Presenter, variant: str = "") -> Avatar:
    """The catalogue's entry of a presenter; one of one's own carries its whole document as the variant."""
    return Avatar(
        id=presenter.id,
        name=presenter.name,
        gender=presenter.gender,
        engine="illustrated",
        variant=variant or presenter.document(),
        style=presenter.style,
        licence=presenter.licence,
        age=presenter.age,
    )


AVATARS: tuple[Avatar, ...] = tuple(avatar_of(presenter, presenter.id) for presenter in STOCK)
"""Every presenter of the base install, the default first."""


def find_avatar(id: str) -> Avatar | None:
    """The presenter with this id, or None where there is none."""
    return next((avatar for avatar in AVATARS if avatar.id == id), None)
