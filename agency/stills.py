"""Stills: one small picture of every scene of a storyboard, painted before anything is spoken.

Times are told from the words, so that no speech is needed; the painters are those that make the film.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from agency.cast import Cast, cast_storyboard
from agency.consent_use import permit_cast
from agency.desk import Desk
from agency.orchestrator import disclosure_of
from agency.scene_pictures import content_pictures
from renderers.avatar import AvatarRequest
from renderers.background import BackgroundRequest
from renderers.graphics.clips import GraphicClip, PictureSource
from renderers.look import Look
from renderers.picture_format import ASPECTS, PictureFormat
from renderers.quality import Encoding
from renderers.segments import Segment
from renderers.takes import TakeStore, digest, file_digest
from renderers.timeline import BackdropClip, Timeline
from renderers.timeline import Scene as TimelineScene
from tools.edit import Edit, PresenterTake, SpokenLine, edit, timeline
from tools.language.timing import estimate_seconds
from tools.layouts import ground_picture, presenter_place
from tools.looks import resolved_look
from tools.storyboard import Scene, Storyboard

if TYPE_CHECKING:
    from agency.home import Home

FOLDER = "stills"
"""Where they lie in a production."""

LONG_SIDE = 640
"""Pixels."""

_FINEST = 1600
"""Pixels on the long side of what a scene shows: two and a half times the still's, for pictures that are cut."""
_ENCODING = Encoding("ultrafast", 10.0)
"""A single picture on its way to a JPEG: nothing is lost that can be seen."""
_PAINTING = threading.Lock()
"""One after another in a process: two at once would start painters of their own, and compile the same things twice."""
_AT = Fraction(3, 5)
"""Where in a scene the still is taken: all texts are there, and none has begun to leave."""
_SETTLED, _LEAVING = Fraction(2), Fraction(1, 2)
"""Seconds in which the last part of a graphic has come in, and in which all of it leaves, at the most."""


def scene_stills(home: Home, production_id: str) -> dict[str, Path]:
    """The stills of a production's current storyboard by scene id, in its folder. Raises as `paint_stills` does."""
    from agency.revisions import current, find_work
    from agency.settings import load_settings

    board = current(home, production_id).storyboard
    return paint_stills(board, find_work(home, production_id).folder / FOLDER, Desk(load_settings(), home))


def paint_stills(storyboard: Storyboard, folder: Path, desk: Desk) -> dict[str, Path]:
    """A JPEG of every scene in `folder`, by scene id in the order of the scenes. Raises as `each_still` does."""
    made = dict(each_still(storyboard, folder, desk))
    return {scene.id: made[scene.id] for scene in storyboard.scenes}


def each_still(storyboard: Storyboard, folder: Path, desk: Desk) -> Iterator[tuple[str, Path]]:
    """The id and the JPEG in `folder` of every scene as soon as it is there: at once where it was painted before.

    The long side has 640 pixels, captions are left out. Whoever stops asking stops the painting, after the pictures
    that are at work. Raises `UnknownName` for a name that is in no catalogue, `BadInput` for a file that can not be
    used, and `RenderError` where one can not be painted or written.
    """
    from agency.home import set_kernels
    from renderers.standing_workers import standing_workers

    set_kernels(desk.home)
    pieces = scene_segments(storyboard, desk)
    keys = {id_: piece.key for id_, piece in pieces.items()}
    files = {id_: folder / f"{key[:24]}.jpg" for id_, key in keys.items()}
    missing = [id_ for id_, path in files.items() if not path.is_file()]
    yield from ((id_, path) for id_, path in files.items() if id_ not in missing)
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
    while missing:
        # The workers are nobody's while the caller looks at a picture: who stops asking must not end them.
        with _PAINTING, standing_workers(desk.settings.workers) as workers:
            now, missing = missing[: workers.count], missing[workers.count :]
            row = {keys[id_]: pieces[id_] for id_ in now}
            workers.paint(list(row.items()), desk.takes.root, lambda frames: None)
        for id_ in now:
            keep_still(desk.takes, keys[id_], files[id_])
            yield id_, files[id_]


def scene_segments(storyboard: Storyboard, desk: Desk) -> dict[str, Segment]:
    """By scene id, the segment of one picture that a still is made of. Raises as `each_still` does."""
    made = _timeline(storyboard, desk)
    return {
        scene.id: Segment(made.look, made.format, scene, _frame(scene, made.format.rate), 1, encoding=_ENCODING)
        for scene in made.scenes
    }


def keep_still(takes: TakeStore, key: str, path: Path) -> None:
    """Write the picture of a take as a JPEG."""
    from renderers.errors import RenderError
    from renderers.media import picture_at
    from renderers.preview_files import save_jpeg

    take = takes.find("segments", key)
    picture = picture_at(take.folder / "segment.mp4", 0.0) if take else None
    if picture is None:
        raise RenderError("A still that was just painted has gone from the cache. Ask for it again.")
    save_jpeg(picture.pixels, path)


def _frame(scene: TimelineScene, rate: Fraction) -> int:
    """The frame of a scene that is shown: all of its graphic is there; of a film there is only one."""
    from renderers.graphics.timing import moments

    if scene.backdrop.film is not None:
        return 0
    graphics = [clip for clip in scene.clips if isinstance(clip, GraphicClip)]
    there = max((moments(clip)[-1] + round(_SETTLED * rate) for clip in graphics), default=0)
    leaving = min((clip.start + clip.duration - round(_LEAVING * rate) for clip in graphics), default=scene.duration)
    return max(int(scene.duration * _AT), min(there, leaving, scene.duration - 1))


def _timeline(storyboard: Storyboard, desk: Desk) -> Timeline:
    """The timeline of stills: every length told from the words, presenters at rest, films of a single picture."""
    from agency.film_scenes import measure_films

    board = measure_films(storyboard.changed(captions=(), duration_seconds=None), desk.takes)
    cast = cast_storyboard(board)
    permit_cast(board.changed(narration=""), cast)
    spoken = {
        line.id: SpokenLine(line.id, estimate_seconds(line.text) / board.speed)
        for scene in board.scenes
        for line in scene.lines
        if line.text.strip()
    }
    edited = edit(board, spoken)
    look = resolved_look(board.look)
    picture = _format(board, edited)
    performance = _at_rest(cast, edited, desk)
    return timeline(
        board,
        edited,
        look=look,
        format=picture,
        presenters={scene.id: performance for scene in board.scenes if _is_seen(scene, board)},
        backdrops={scene.id: _backdrop(scene, board, cast, look, picture, desk) for scene in board.scenes},
        voices={id_: (Path(), "") for id_ in spoken},
        logo=(path := Path(board.logo), file_digest(path)) if board.logo else None,
        spoken=spoken,
        pictures=_pictures(board, desk),
        disclosure=disclosure_of(board, cast, desk.settings),
    )


def _pictures(board: Storyboard, desk: Desk) -> dict[str, PictureSource]:
    """The pictures of the scenes, no larger than stills show them."""
    found = content_pictures(board, desk.takes)
    if not found:
        return {}
    from renderers.graphics.sources import small_copy

    return {path: small_copy(source, _FINEST, desk.takes) for path, source in found.items()}


def _is_seen(scene: Scene, board: Storyboard) -> bool:
    return presenter_place(scene, logo=bool(board.logo)) != "none"


def _format(board: Storyboard, edited: Edit) -> PictureFormat:
    across, down = ASPECTS[board.aspect]
    width, height = (round(LONG_SIDE * side / max(across, down) / 2) * 2 for side in (across, down))
    return PictureFormat(width, height, edited.rate)


def _at_rest(cast: Cast, edited: Edit, desk: Desk) -> PresenterTake:
    """The presenter, silent for a second; a film's later frames show the last of it."""
    from renderers.avatar.performance import save

    engine = desk.engine("avatar", cast.avatar.engine)
    request = AvatarRequest(cast.avatar, (), (), (), round(edited.rate), edited.rate, 0)
    key = digest("avatar", engine.identity, request)

    def write(folder: Path) -> None:
        take = engine.animate(request)
        assert take.performance is not None
        save(take.performance, folder, take.portrait)

    take = desk.takes.keep("avatar", key, write, {"engine": engine.identity, "avatar": cast.avatar.id})
    return PresenterTake(cast.avatar.variant, cast.avatar.engine, take.folder, take.key)


def _backdrop(
    scene: Scene, board: Storyboard, cast: Cast, look: Look, picture: PictureFormat, desk: Desk
) -> BackdropClip:
    """What stands behind a scene: of a film, one picture from its middle."""
    if scene.layout == "clip" and scene.film is not None:
        from agency.film_scenes import prepare_films

        film = scene.film
        middle = film.start + ((film.end or film.start) - film.start) / 2
        single = film.changed(start=middle, end=middle + 1.0 / float(picture.rate), sound=False)
        one = board.changed(scenes=(scene.changed(film=single),))
        return prepare_films(one, picture, desk.takes, lambda done, of: None)[0][scene.id]
    ground = ground_picture(scene, logo=bool(board.logo))
    path, content = None, ""
    if ground:
        from renderers.graphics.sources import picture_source, small_copy

        found = small_copy(picture_source(Path(ground)), _FINEST, desk.takes)
        path, content = found.path, found.digest
    made = desk.engine("background").paint(
        BackgroundRequest(look, picture, board.seed, cast.backgrounds[scene.background.family], path, content)
    )
    return BackdropClip(made.family, board.seed, made.picture, content)
