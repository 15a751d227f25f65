"""The presenters there are, by id; reading this loads nothing heavy."""

from __future__ import annotations

from renderers.avatar import Avatar

AVATARS: tuple[Avatar, ...] = (
    Avatar(
        id="maya",
        name="Maya",
        gender="female",
        engine="illustrated",
        variant="maya",
        style="warm, friendly, approachable; dark wavy hair, blazer over a light top",
        licence="Apache-2.0",
    ),
    Avatar(
        id="daniel",
        name="Daniel",
        gender="male",
        engine="illustrated",
        variant="daniel",
        style="calm, confident, business casual; short brown hair, light beard, blazer over an open shirt",
        licence="Apache-2.0",
    ),
)
"""Every presenter of the base install, the default first."""


def find_avatar(id: str) -> Avatar | None:
    """The presenter with this id, or None where there is none."""
    return next((avatar for avatar in AVATARS if avatar.id == id), None)
