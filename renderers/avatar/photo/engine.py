"""The engine of photographed presenters: it performs as the illustrated one does, and brings the portrait along."""

from __future__ import annotations

from renderers.avatar import AvatarRequest, AvatarTake
from renderers.avatar.illustrated import PERFORMANCE_VERSION
from renderers.avatar.performance import perform
from renderers.errors import EngineFailed, TakeDamaged
from renderers.likenesses import Likeness, permit


class PhotoAvatar:
    """Performs portraits; whoever is shown in one has to have agreed, each time."""

    @property
    def identity(self) -> str:
        """Name and version of the engine; how the photo is moved is not part of it."""
        return f"photo/{PERFORMANCE_VERSION}"

    def animate(self, request: AvatarRequest) -> AvatarTake:
        """The performance of one scene, exactly `request.frames` long, with the portrait that it is drawn from.

        Raises `EngineFailed` for a portrait that is not there, and `ConsentMissing` where a person did not agree.
        """
        from renderers.avatar.photo.portrait import read_portrait

        avatar, path = request.avatar, request.avatar.file
        if path is None or not path.is_file():
            raise EngineFailed(
                "photo", f'there is no portrait of "{avatar.id}"; add one with `agency avatar add PHOTO --name NAME`.'
            )
        try:
            portrait = read_portrait(path)
        except TakeDamaged as error:
            raise EngineFailed("photo", f'the portrait of "{avatar.id}" is damaged; add the photo again.') from error
        if portrait.likeness:
            permit(Likeness("photo", avatar.id, portrait.source))
        return AvatarTake(performance=perform(request), portrait=path)
