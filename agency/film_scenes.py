"""The films of a storyboard: measured before anything is planned, and prepared before anything is painted."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from renderers.errors import MediaRejected, TakeDamaged
from renderers.media_child import ask_child
from renderers.media_facts import FOREIGN, MediaFacts
from renderers.picture_format import PictureFormat
from renderers.takes import Take, TakeStore, digest, file_digest
from renderers.timebase import samples
from renderers.timeline import BackdropClip
from tools.edit import film_frames
from tools.errors import BadInput
from tools.storyboard import Scene, Storyboard

_SLACK = 0.05
"""Seconds by which an end may lie behind that of the film: lengths are told in rounded numbers."""
_FACTS = "facts.json"


def measure_films(storyboard: Storyboard, takes: TakeStore) -> Storyboard:
    """`storyboard` with the end of every clip's film filled in, and no sound asked of films that have none.

    Raises `BadInput`, naming the scene and the field, for a clip without a film, a film that can not be read, and a
    span that lies outside it.
    """
    if not any(scene.layout == "clip" for scene in storyboard.scenes):
        return storyboard
    return storyboard.changed(scenes=[_measured(scene, takes) for scene in storyboard.scenes])


def _measured(scene: Scene, takes: TakeStore) -> Scene:
    film = scene.film
    if scene.layout != "clip":
        return scene
    if film is None:
        raise BadInput(f'The scene "{scene.id}" is a clip, but has no `film`; name its file, or choose another layout.')
    try:
        facts = _facts(Path(film.file).expanduser().absolute(), takes)
    except MediaRejected as error:
        raise BadInput(f'The `film` of the scene "{scene.id}" can not be shown: {error}') from error
    if facts.video is None:
        raise BadInput(f'The `film` of the scene "{scene.id}", {Path(film.file).name}, has no picture; give a video.')
    length = facts.video.start + facts.video.duration
    end = length if film.end is None else film.end
    if film.start >= min(end, length) or end > length + _SLACK:
        asked = f"from {film.start:g} to {end:g} s" if film.end is not None else f"from {film.start:g} s on"
        raise BadInput(
            f'The `film` of the scene "{scene.id}" is asked for {asked}, but {Path(film.file).name} runs from 0 to '
            f"{length:.2f} s; choose a span inside it."
        )
    end = round(min(end, length), 6)
    return scene.changed(film=film.changed(end=end, sound=film.sound and facts.sound is not None))


def _facts(path: Path, takes: TakeStore) -> MediaFacts:
    """The facts of the film at `path`, measured in a child that limits bind, or kept from before."""
    if not path.is_file():
        raise MediaRejected(f"there is no file {path}. Check the name.")
    if path.stat().st_size > FOREIGN.bytes:
        return ask_child("facts", path, FOREIGN, MediaFacts)
    plain = TypeAdapter(MediaFacts)

    def write(folder: Path) -> None:
        (folder / _FACTS).write_bytes(plain.dump_json(ask_child("facts", path, FOREIGN, MediaFacts)))

    take = takes.keep("films", digest("film facts", film_digest(path)), write)
    try:
        return plain.validate_json((take.folder / _FACTS).read_bytes())
    except (OSError, ValidationError) as error:
        raise TakeDamaged(f"What is known of a film can not be read back ({error}).", take.folder) from error


def film_digest(path: Path) -> str:
    """The content key of a film, which is read once as long as it does not change."""
    found = path.stat()
    return _digest(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=64)
def _digest(path: Path, changed: int, size: int) -> str:
    return file_digest(path)


def prepare_films(
    storyboard: Storyboard,
    picture: PictureFormat,
    takes: TakeStore,
    report: Callable[[float, float], None],
) -> tuple[dict[str, BackdropClip], dict[str, Take]]:
    """By scene id, the films that fill the frame and the sound of those that are heard, for all clips.

    `report(done, all)` tells how many pictures are there. Raises `BadInput` naming the scene for a film that can not be
    read to the end of its span, `NoSpace`.
    """
    from renderers.film.editing import FilmEdit
    from renderers.film.footage import FilmSpan, prepare_film
    from renderers.film.sound import prepare_sound

    rate = Fraction(storyboard.fps)
    lengths = {scene.id: film_frames(scene, rate) for scene in storyboard.scenes if scene.layout == "clip"}
    whole, before = sum(lengths.values()), 0
    shown: dict[str, BackdropClip] = {}
    heard: dict[str, Take] = {}
    for scene in storyboard.scenes:
        if scene.id not in lengths or scene.film is None:
            continue
        path = Path(scene.film.file).expanduser().absolute()
        length = lengths[scene.id]
        try:
            content = film_digest(path)
            edit = FilmEdit(scene.film.speed, scene.film.turn)
            span = FilmSpan(path, content, scene.film.start, length, edit)
            film = prepare_film(span, picture, takes, lambda done, before=before: report(before + done, whole))  # type: ignore[misc]
            if scene.film.sound:
                heard[scene.id] = prepare_sound(
                    path, content, scene.film.start, samples(length, rate), takes, float(edit.pace)
                )
        except (MediaRejected, FileNotFoundError) as error:
            raise BadInput(f'The `film` of the scene "{scene.id}" can not be shown: {error}') from error
        shown[scene.id] = BackdropClip("", storyboard.seed, film=film)
        before += length
    return shown, heard
