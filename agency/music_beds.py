"""The music of a programme: composed, or the client's own track, under the whole of it and as long to the sample.

It begins after an opening that is heard and ends before such a closing, with silence in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agency.desk import Desk
from agency.orchestrator import Plan
from renderers.music import MusicEngine, MusicRequest
from renderers.sound_files import save_blocks
from renderers.takes import Take, TakeStore, digest, file_digest
from renderers.timebase import samples
from renderers.timeline import SoundClip, Timeline
from tools.edit import EditedScene
from tools.looks import small_sound_of
from tools.storyboard import Scene

KIND = "music"
SHORTEST_PIECE = 2
"""Seconds; music needs that long to begin and end."""
LONGEST_PIECE = 15 * 60 * 48_000
"""Samples of one piece of music; a longer programme gets several, one after another."""
ENERGIES = {"low": -1.0, "medium": 0.0, "high": 1.0}
TEMPOS = {"slow": 0.88, "medium": 1.0, "fast": 1.12}
"""What the words of a storyboard mean to an engine."""
_SAMPLES_AT_ONCE = 4 * 48_000


def add_music(made: Timeline, plan: Plan, desk: Desk) -> Timeline:
    """`made` with the music of `plan` under it, composed or cut where there is no take yet."""
    if not plan.cast.has_music or plan.edit.duration < SHORTEST_PIECE * plan.format.rate:
        return made
    bed = _own_track(plan, desk) if plan.cast.track else _composed(plan, desk)
    board = plan.storyboard
    gains = tuple(
        (samples(edited.start, plan.format.rate), scene.music_gain)
        for scene, edited in zip(board.scenes, plan.edit.scenes, strict=True)
    )
    clip = SoundClip(KIND, bed.folder, bed.key, 0, board.music_gain, gains if any(gain for _, gain in gains) else ())
    return replace(made, sound=(*made.sound, clip))


def add_small_sounds(made: Timeline, plan: Plan, desk: Desk) -> Timeline:
    """`made` with the small sounds of the scenes of `plan`, each with its moment on the scene's first frame."""
    heard = [(*small_sound_of(plan.storyboard, scene), edited.start) for scene, edited in _scenes(plan)]
    wanted = [(name, gain, start) for name, gain, start in heard if name]
    if not wanted:
        return made
    from renderers.music.composed import ComposedMusic, key_of
    from renderers.music.stings import prepare_small_sound

    player = ComposedMusic()
    tonic = key_of(plan.cast.music, plan.storyboard.seed) if plan.cast.music else 0
    clips = []
    for name, gain, start in wanted:
        take, moment = prepare_small_sound(name, tonic, player.bank, player.identity, desk.takes)
        clips.append(SoundClip("small", take.folder, take.key, samples(start, plan.format.rate) - moment, gain))
    return replace(made, sound=(*made.sound, *clips))


def _composed(plan: Plan, desk: Desk) -> Take:
    """The bed that an engine composes."""
    engine = desk.engine("music")
    begin, end, after = _span(plan)
    requests = music_requests(plan, begin, end)
    about = {"engine": engine.identity, "mood": plan.cast.music}

    def write(folder: Path) -> None:
        _save(_play(engine, requests, desk.takes), begin, end - begin, after, folder)

    place = (begin, after) if begin or after else ()
    return desk.takes.keep(KIND, digest("music", engine.identity, requests, *place), write, about)


def music_requests(plan: Plan, begin: int, end: int) -> list[MusicRequest]:
    """What an engine is asked for from sample `begin` to `end`: one piece, or several for a long programme."""
    board, rate = plan.storyboard, plan.format.rate
    marks = [(samples(edited.start, rate), _kind(scene)) for scene, edited in _scenes(plan)]
    pieces = -(-(end - begin) // LONGEST_PIECE)
    edges = [begin + round((end - begin) * number / pieces) for number in range(pieces + 1)]
    found = []
    for number, (first, last) in enumerate(pairwise(edges)):
        inside = [(mark, kind) for mark, kind in marks if first < mark < last]
        opening = [kind for mark, kind in marks if mark <= first][-1:]
        found.append(
            MusicRequest(
                plan.cast.music,
                last - first,
                board.seed + number,
                tuple(mark - first for mark, _ in inside),
                (*opening, *(kind for _, kind in inside)),
                ENERGIES[board.music_energy],
                TEMPOS[board.music_tempo],
            )
        )
    return found


def _kind(scene: Scene) -> str:
    """What a scene is to the music under it; see `MusicRequest`."""
    if scene.layout == "end_card":
        return "action"
    if scene.layout == "title" or scene.layout in ("chapter", "logo") and not scene.lines:
        return "title"
    return "speech" if any(line.text.strip() for line in scene.lines) else "open"


def _own_track(plan: Plan, desk: Desk) -> Take:
    """The bed that the client's own track is cut to."""
    from renderers.music.track_beds import TRACK_VERSION, cut_track
    from renderers.music.tracks import READ_VERSION, prepare_track

    begin, end, after = _span(plan)
    path = Path(plan.cast.track)
    content = file_digest(path)
    key = digest("track bed", TRACK_VERSION, READ_VERSION, content, begin, end, after)

    def write(folder: Path) -> None:
        track = prepare_track(path, content, desk.takes)
        _save(cut_track(track, end - begin), begin, end - begin, after, folder)

    return desk.takes.keep(KIND, key, write, {"track": path.name, "licence": plan.storyboard.music_licence})


def _save(music: Iterable[NDArray[np.float32]], before: int, length: int, after: int, folder: Path) -> None:
    save_blocks(chain(_silence(before), music, _silence(after)), before + length + after, folder)


def _play(engine: MusicEngine, requests: Sequence[MusicRequest], takes: TakeStore) -> Iterator[NDArray[np.float32]]:
    """The beds of `requests`, one after another and a few seconds at a time; none is kept when the next is made."""
    for request in requests:
        bed = engine.compose(request, takes).samples
        for start in range(0, len(bed), _SAMPLES_AT_ONCE):
            yield np.array(bed[start : start + _SAMPLES_AT_ONCE])
        del bed


def _silence(length: int) -> Iterator[NDArray[np.float32]]:
    """So many samples of silence, a few seconds at a time."""
    for start in range(0, length, _SAMPLES_AT_ONCE):
        yield np.zeros((min(_SAMPLES_AT_ONCE, length - start), 2), np.float32)


def _span(plan: Plan) -> tuple[int, int, int]:
    """From and to which sample music plays, and how many follow: not over an opening or closing that is heard."""
    rate = plan.format.rate
    scenes = _scenes(plan)
    begin, end = 0, plan.edit.duration
    (first, opening), (last, closing) = scenes[0], scenes[-1]
    if first.layout == "clip" and first.film and first.film.sound:
        begin = opening.duration
    if last.layout == "clip" and last.film and last.film.sound:
        end = closing.start
    if end - begin < SHORTEST_PIECE * rate:
        begin, end = 0, plan.edit.duration
    return samples(begin, rate), samples(end, rate), samples(plan.edit.duration, rate) - samples(end, rate)


def _scenes(plan: Plan) -> list[tuple[Scene, EditedScene]]:
    return list(zip(plan.storyboard.scenes, plan.edit.scenes, strict=True))
