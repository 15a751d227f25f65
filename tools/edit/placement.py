"""Placement: every scene's length and every line's first frame, from the speech and the pauses around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tools.edit.lengths import UNIT_SECONDS, SceneRoom, natural_length, share_out
from tools.edit.pauses import Pause, pace, set_pauses
from tools.edit.rests import SceneRests, scene_rests, wanted_rest
from tools.edit.times import DoesNotFit, Edit, EditedScene, PlacedLine, Reach, SpokenLine, frames, frames_over
from tools.errors import BadInput
from tools.layouts import texts_of_layout
from tools.looks import TRANSITION_SECONDS, transition_of
from tools.script import Line
from tools.storyboard import EndCard, Scene, Storyboard

LEAD_IN = (0.25, 0.30, 0.70)
"""Seconds from the start of a scene to its first word: least, natural, most. The least outlasts half a dissolve."""

GAP = (0.16, 0.24, 1.0)
"""Seconds between the last word of a line and the first of the next; rounding up to the grid adds to the natural."""

LINE_UNIT_SECONDS = 0.5
"""Lines of a scene begin on this grid: most exchanges of a word stay inside a unit, and the pauses, half a second long
on average, are those of somebody who lets a sentence sink in."""

HOLD_ROOM = (0.0, 0.0, 1.30)
"""Seconds that a scene may stay beyond its own `hold_seconds`; rounding scenes up to the grid adds to the natural."""

CARD_ROOM = (0.0, 0.6, 3.5)
"""Seconds that a title or an end card may stay beyond its reading time."""

READING_SECONDS_A_WORD, READING_SECONDS_BASE, SHORTEST_CARD = 0.33, 0.6, 1.6
LONGEST_READING = 12.0
"""Seconds that a graphic is waited for at most: code and long lists are looked at, not read through."""


def reading_seconds(*texts: str) -> float:
    """How long it takes to read the texts of a card."""
    words = sum(len(text.split()) for text in texts)
    return max(SHORTEST_CARD, READING_SECONDS_BASE + READING_SECONDS_A_WORD * words)


def _reading_seconds(scene: Scene, *texts: str) -> float:
    """How long it takes to read what a scene shows, with these texts; 0 where there is neither."""
    content = texts_of_layout(scene, logo=True)
    least = reading_seconds(*texts) if texts else 0.0
    return max(least, min(reading_seconds(*texts, *content), LONGEST_READING)) if content else least


def edit(storyboard: Storyboard, spoken: Mapping[str, SpokenLine]) -> Edit:
    """Every scene's place and length in frames, and where each line begins.

    With `duration_seconds` and a script that is ours to pace, the programme is exactly that long; a verbatim script
    keeps its natural length and `note` says so. Raises `DoesNotFit` where pauses alone can not meet the duration.
    """
    rate = Fraction(storyboard.fps)
    unit = frames(UNIT_SECONDS, rate)
    plans = _plans(storyboard, spoken, rate)
    rooms = [plan.room for plan in plans]
    lengths: Sequence[int] = [natural_length(room, unit) for room in rooms]
    note = ""
    if storyboard.duration_seconds is not None:
        wanted = frames(storyboard.duration_seconds, rate)
        if not (storyboard.verbatim or storyboard.narration):
            films = sum(film_frames(scene, rate) for scene in storyboard.scenes)
            lengths = share_out(rooms, wanted, unit) or _refuse(rooms, wanted, films, rate)
        elif abs(sum(lengths) - wanted) > 1:
            note = (
                f"{_kept(storyboard)}, so the programme is {_say(sum(lengths), rate)} long "
                f"instead of the {_say(wanted, rate)} asked for."
            )
    return _lay(storyboard, plans, lengths, rate, note)


def reach(storyboard: Storyboard, spoken: Mapping[str, SpokenLine]) -> Reach:
    """The shortest, natural and longest programme that these lines allow; natural is what no asked duration gives."""
    rate = Fraction(storyboard.fps)
    rooms = [plan.room for plan in _plans(storyboard, spoken, rate)]
    natural = sum(natural_length(room, frames(UNIT_SECONDS, rate)) for room in rooms)
    least, most = sum(room.least for room in rooms), sum(room.most for room in rooms)
    return Reach(float(least / rate), float(natural / rate), float(most / rate))


@dataclass(frozen=True)
class _Plan:
    """A scene before its pauses are set: `pauses` has one more entry than `speech` (frames of each line's sound)."""

    ids: tuple[str, ...]
    speech: tuple[int, ...]
    pauses: tuple[Pause, ...]
    unit: int

    @property
    def room(self) -> SceneRoom:
        """The lengths the scene can have."""
        speech = sum(self.speech)
        least, most = (sum(getattr(pause, name) for pause in self.pauses) for name in ("least", "most"))
        return SceneRoom(speech + least, speech + sum(pace(self.pauses, self.speech, self.unit)), speech + most)

    def paced(self, length: int) -> tuple[int, ...]:
        """The pauses that make the scene `length` frames long, which must be in its room."""
        pauses = set_pauses(self.pauses, self.speech, self.unit, length - sum(self.speech))
        assert pauses is not None, "a scene is given no length outside its room"
        return pauses


def _plans(storyboard: Storyboard, spoken: Mapping[str, SpokenLine], rate: Fraction) -> list[_Plan]:
    found = []
    for scene, rests in zip(storyboard.scenes, scene_rests(storyboard, spoken), strict=True):
        # A line that a recording leaves out is not spoken.
        lines = [line for line in scene.lines if line.text.strip() and (line.id in spoken or not storyboard.narration)]
        found.append(_plan(scene, lines, spoken, storyboard.end_card, rate, rests))
    return found


def film_frames(scene: Scene, rate: Fraction) -> int:
    """The frames of a scene's film; 0 for a scene without one. Raises `BadInput` where its end was not measured."""
    if scene.layout != "clip":
        return 0
    if scene.film is None or scene.film.end is None:
        raise BadInput(f'The scene "{scene.id}" is a clip, but `film` names no file that was measured; give one.')
    return max(1, frames((scene.film.end - scene.film.start) / scene.film.speed, rate))


def _plan(
    scene: Scene,
    written: Sequence[Line],
    spoken: Mapping[str, SpokenLine],
    end_card: EndCard,
    rate: Fraction,
    rests: SceneRests,
) -> _Plan:
    lines = [spoken[line.id] for line in written]
    reading, unit = 0.0, frames(LINE_UNIT_SECONDS, rate)
    film = film_frames(scene, rate)
    if film and not lines:
        return _Plan((), (), (Pause(film, film, film),), unit)
    if scene.layout == "end_card":
        reading = reading_seconds(scene.heading or end_card.headline, end_card.call_to_action, end_card.address)
    elif not film and (scene.layout == "title" or not lines):
        reading = _reading_seconds(scene, scene.heading, scene.subtitle)
    if not lines:
        return _Plan(
            (), (), (_pause([max(reading, scene.hold_seconds) + room for room in CARD_ROOM], 0.0, rate),), unit
        )
    speech = tuple(frames_over(line.seconds, rate) for line in lines)
    lead = wanted_rest(rests.lead, LEAD_IN)
    pauses = [_pause(_longer(lead, written[0].pause_before), _silence(lines[0])[0], rate)]
    pauses += [
        _pause(
            _longer(wanted_rest(before.rest, GAP), said.rest_after + next_.pause_before),
            _silence(before)[1] + _silence(after)[0],
            rate,
        )
        for (said, next_), (before, after) in zip(pairwise(written), pairwise(lines), strict=True)
    ]
    tail = _silence(lines[-1])[1]
    paced = pace((*pauses, Pause(0, 0, 0)), speech, unit)
    taken = sum(speech) + sum(paced)
    held = scene.hold_seconds if rests.tail is None else rests.tail
    rest = max(held, max(reading, _reading_seconds(scene)) - float(taken / rate) + tail) + written[-1].rest_after
    room = CARD_ROOM if reading else HOLD_ROOM
    own = rests.tail is not None and rest == rests.tail + written[-1].pause_after
    pauses.append(_pause([rest] * 3 if own else [rest + more for more in room], tail, rate))
    if film:
        pauses = _beside_film(pauses, paced[:-1], film - sum(speech))
    return _Plan(tuple(line.id for line in lines), speech, tuple(pauses), unit)


def _beside_film(pauses: Sequence[Pause], paced: Sequence[int], left: int) -> list[Pause]:
    """`pauses` where a film leaves `left` frames for them: it is never cut short, and where it lasts longer than what
    is said over it, the scene is as long as the film, to the frame. `paced` are all but the last, as is natural.
    """
    *others, last = pauses
    rest = left - sum(paced)
    if rest >= last.natural:
        return [Pause(length, length, length) for length in (*paced, rest)]
    least = max(last.least, left - sum(pause.least for pause in others))
    return [*others, Pause(least, max(least, last.natural), max(least, last.most))]


def _longer(wanted: Sequence[float], seconds: float) -> tuple[float, ...]:
    """A pause of `wanted` seconds with what its lines ask for on top."""
    return tuple(each + seconds for each in wanted)


def _silence(line: SpokenLine) -> tuple[float, float]:
    """Seconds of silence before the first and after the last word of the sound."""
    if not line.words:
        return 0.0, 0.0
    return max(0.0, line.words[0].start), max(0.0, line.seconds - line.words[-1].end)


def _pause(wanted: Sequence[float], heard: float, rate: Fraction) -> Pause:
    """A pause of `wanted` seconds between words, of which `heard` seconds are already silence inside the sound."""
    least, natural, most = (frames_over(max(0.0, seconds - heard), rate) for seconds in wanted)
    return Pause(least, natural, most)


def _refuse(rooms: Sequence[SceneRoom], wanted: int, films: int, rate: Fraction) -> Sequence[int]:
    """Raise the sentence that says why the scenes can not be `wanted` frames long; of theirs, `films` are clips."""
    least, most = sum(room.least for room in rooms), sum(room.most for room in rooms)
    clips = f", {_say(films, rate)} of them for clips" if films else ""
    if wanted < least:
        raise DoesNotFit(
            f"{_say(wanted, rate)} were asked for, but the script needs at least {_say(least, rate)}{clips}; shorten "
            f"the script{' or the clips' if films else ''}, or ask for more time.",
            too_long_seconds=float((least - wanted) / rate),
        )
    raise DoesNotFit(
        f"{_say(wanted, rate)} were asked for, but the script fills at most {_say(most, rate)}{clips}; add to the "
        "script, or ask for less time.",
        too_short_seconds=float((wanted - most) / rate),
    )


def _kept(storyboard: Storyboard) -> str:
    return "The recording is kept as it is" if storyboard.narration else "The script is spoken word for word"


def _say(count: int, rate: Fraction) -> str:
    return f"{float(count / rate):.1f} s".replace(".0 s", " s")


def _lay(storyboard: Storyboard, plans: Sequence[_Plan], lengths: Sequence[int], rate: Fraction, note: str) -> Edit:
    scenes: list[EditedScene] = []
    start = 0
    for scene, plan, wanted in zip(storyboard.scenes, plans, lengths, strict=True):
        own = plan.paced(wanted)
        at, placed = own[0], []
        for id_, length, pause in zip(plan.ids, plan.speech, own[1:], strict=True):
            placed.append(PlacedLine(id_, at))
            at += length + pause
        before = scenes[-1].duration if scenes else 0
        dissolve = _dissolve(TRANSITION_SECONDS[transition_of(storyboard, scene)], before, at, rate)
        scenes.append(EditedScene(scene.id, start, at, tuple(placed), dissolve))
        start += at
    return Edit(rate, tuple(scenes), note)


def _dissolve(seconds: float, before: int, after: int, rate: Fraction) -> int:
    """Even, and short enough that its half fits well inside both scenes."""
    wanted = 2 * round(Fraction(seconds) * rate / 2)
    return min(wanted, before // 2 * 2, after // 2 * 2)
