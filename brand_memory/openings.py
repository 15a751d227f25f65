"""The opening and the closing that a brand's films have in common: found twice, by picture and by sound, or not at all.

Three films that agree on one channel are believed, or two on both. Anything less, or sound that agrees while the
pictures beside it do not, is no opening: rather none than a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Literal

from brand_memory.alignment import LONGEST, Run, common_pictures, common_sound
from brand_memory.clip_edges import Stretch, agreed_edges
from brand_memory.clip_groups import Found, Link, joined
from brand_memory.fingerprints import SoundTrace
from brand_memory.hashes import PICTURE_RATE, PictureTrace, agreement

Part = Literal["opening", "closing"]
WINDOW = 30.0
"""Seconds at either end of a film that are searched, and of a short one at most `WINDOW_SHARE` of it."""
WINDOW_SHARE = 0.75
LATEST = 20.0
"""Seconds from a film's start (its end) by which an opening has begun (a closing has ended): cold opens are short."""
_SHORTEST = 1.0
_SHORTEST_SOUND = 2.8
"""Seconds that a clip lasts at least; shorter ones than the second are believed only if pictures agree as well."""
_FILMS_ON_ONE, _FILMS_ON_BOTH = 3, 2
_AGREEING = 0.7
"""What part of a clip that was found by sound has to look the same in films of one shape."""
_COPY = 0.85
"""What part of the searched seconds two films have in common at both ends if they are one film."""
_AT_END = 0.35
_CHANGED = 0.3
_MOSTLY = 0.6
"""An edge is one where the film begins or ends, within so many seconds, or so much of the picture changes, in so many
of the films."""


@dataclass(frozen=True)
class Traces:
    """What of one film is compared with others: `head` and `tail` are what is seen and heard at both ends.

    `cuts` are the seconds of its cuts and the edges of black, `jumps` of all sudden changes, `silences` of silence.
    """

    path: Path
    seconds: float
    width: int
    height: int
    bit_rate: float
    cuts: tuple[float, ...]
    jumps: tuple[float, ...]
    silences: tuple[float, ...]
    head: tuple[PictureTrace, SoundTrace]
    tail: tuple[PictureTrace, SoundTrace]


@dataclass(frozen=True)
class Place:
    """Where a film has the clip, in seconds, and by which channels it was found in it."""

    path: Path
    start: float
    end: float
    seen: bool
    heard: bool


@dataclass(frozen=True)
class Version:
    """One version of an opening or closing: one shape, one cut of it. `places` begin with its best copy."""

    part: Part
    shape: str
    places: tuple[Place, ...]
    confidence: float
    films: int
    """How many films agreed, those in other shapes included."""

    @property
    def best(self) -> Place:
        """The copy with the most pixels and bits that has nothing spoken over it."""
        return self.places[0]

    @property
    def evidence(self) -> str:
        """In words, why this is believed."""
        seen, heard = sum(place.seen for place in self.places), sum(place.heard for place in self.places)
        told = f"the same pictures in {seen} and the same sound in {heard} of {len(self.places)} films in {self.shape}"
        elsewhere = self.films - len(self.places)
        return f"{told}, and in {elsewhere} of other shapes" if elsewhere > 0 else told


@dataclass(frozen=True)
class Common:
    """What films have in common at both ends, the version of most films first; `notes` say where it was abstained."""

    openings: tuple[Version, ...]
    closings: tuple[Version, ...]
    notes: tuple[str, ...]


def find_common(films: Sequence[Traces]) -> Common:
    """The versions of the opening and of the closing that `films`, two at least, have in common."""
    notes: list[str] = []
    films = without_copies(films, notes)
    openings = _versions("opening", films, notes)
    closings = _versions("closing", films, notes)
    return Common(tuple(openings), tuple(closings), tuple(dict.fromkeys(notes)))


def without_copies(films: Sequence[Traces], notes: list[str]) -> list[Traces]:
    """`films` without those that are copies of a better one, which `notes` are told."""
    kept: list[Traces] = []
    for film in sorted(films, key=lambda film: (-film.width * film.height, -film.bit_rate)):
        twin = next((other for other in kept if _is_copy(other, film)), None)
        if twin is None:
            kept.append(film)
        else:
            notes.append(f"{film.path.name} shows the same as {twin.path.name}: they count as one film.")
    return [film for film in films if film in kept]


def _is_copy(one: Traces, other: Traces) -> bool:
    """Whether two films show the same at both ends, for longer than any clip or nearly all that is looked at."""
    for (first, _), (second, _) in ((one.head, other.head), (one.tail, other.tail)):
        shared = min(len(first), len(second)) / PICTURE_RATE
        if not any(run.seconds >= min(LONGEST, _COPY * shared) for run in common_pictures(first, second)):
            return False
    return True


def _versions(part: Part, films: Sequence[Traces], notes: list[str]) -> list[Version]:
    links = [link for pair in combinations(range(len(films)), 2) for link in _links(part, films, pair)]
    made: list[Version] = []
    for group in joined(links):
        if _believed(part, group, films, notes):
            placed = _placed(group, films)
            if _is_clip(part, placed):
                made += _by_shape(part, placed)
    made.sort(key=lambda version: (-version.films, -len(version.places), -version.confidence))
    return _apart(part, made)


def _links(part: Part, films: Sequence[Traces], pair: tuple[int, int]) -> list[Link]:
    """What two films have in common at one end, by either channel."""
    one, other = (films[number] for number in pair)
    (first_seen, first_heard), (second_seen, second_heard) = (
        (film.head if part == "opening" else film.tail) for film in (one, other)
    )
    links = [_link(pair, run, seen=True) for run in common_pictures(first_seen, second_seen) if _has_room(run)]
    links += [_link(pair, run, seen=False) for run in common_sound(first_heard, second_heard) if _has_room(run)]
    return [
        link for link in links if all(_in_reach(part, films[n], span) for n, span in zip(pair, link.spans, strict=True))
    ]


def _has_room(run: Run) -> bool:
    return _SHORTEST - 0.4 <= run.seconds <= LONGEST


def _link(pair: tuple[int, int], run: Run, *, seen: bool) -> Link:
    ends = ((run.start, run.start + run.seconds), (run.other_start, run.other_start + run.seconds))
    return Link(pair, ends, seen)


def _in_reach(part: Part, film: Traces, span: tuple[float, float]) -> bool:
    middle = (span[0] + span[1]) / 2
    if part == "opening":
        return span[0] <= LATEST and middle <= film.seconds / 2
    return span[1] >= film.seconds - LATEST and middle >= film.seconds / 2


def _believed(part: Part, group: list[Found], films: Sequence[Traces], notes: list[str]) -> bool:
    """Whether enough films agree, and nothing stands against it."""
    seen = {stretch.film for stretch in group if stretch.seen}
    heard = {stretch.film for stretch in group if stretch.heard}
    length = median(end - start for start, end in (stretch.span() for stretch in group))
    if length < _SHORTEST:
        return False
    if not seen and (length < _SHORTEST_SOUND or _pictures_differ(part, group, films)):
        if len(heard) >= _FILMS_ON_ONE:
            notes.append(f"{len(heard)} films share the sound of a possible {part}, but not its pictures: left out.")
        return False
    enough = len(seen) >= _FILMS_ON_ONE or len(heard) >= _FILMS_ON_ONE
    if not enough and min(len(seen), len(heard)) < _FILMS_ON_BOTH:
        notes.append(f"Two films alone share a possible {part}: a third that has it would settle it.")
        return False
    return True


def _pictures_differ(part: Part, group: list[Found], films: Sequence[Traces]) -> bool:
    """Whether films of one shape that sound the same here show something else. A card that stands still does not."""
    for one, other in combinations(group, 2):
        first, second = (films[n].head[0] if part == "opening" else films[n].tail[0] for n in (one.film, other.film))
        if first.shape == second.shape:
            start, end = one.span()
            if agreement(first, second, start, start + other.shift - one.shift, end - start) < _AGREEING:
                return True
    return False


def _placed(group: list[Found], films: Sequence[Traces]) -> list[tuple[Place, Traces]]:
    """Where each film of a group has the clip."""
    edges = agreed_edges([_stretch(found, films) for found in group])
    return [
        (Place(films[found.film].path, start, end, bool(found.seen), bool(found.heard)), films[found.film])
        for found, (start, end) in zip(group, edges, strict=True)
    ]


def _is_clip(part: Part, placed: list[tuple[Place, Traces]]) -> bool:
    """Whether, in most films, the whole picture changes at both edges, or the film begins or ends there.

    Films made before the same wall, or from the same template, look alike for a while and then a little less so.
    """
    for at_start in (True, False):
        bounded = 0
        for place, film in placed:
            edge = place.start if at_start else place.end
            trace = film.head[0] if part == "opening" else film.tail[0]
            outer = edge if at_start else film.seconds - edge
            bounded += outer <= _AT_END or trace.change(edge) >= _CHANGED
        if bounded < _MOSTLY * len(placed):
            return False
    return True


def _by_shape(part: Part, placed: list[tuple[Place, Traces]]) -> list[Version]:
    """One version for each shape of picture, with its films, the best copy first."""
    shapes: dict[str, list[tuple[Place, Traces]]] = {}
    for place, film in placed:
        shapes.setdefault(film.head[0].shape, []).append((place, film))
    count = len({film.path for _, film in placed})
    both = any(place.seen for place, _ in placed) and any(place.heard for place, _ in placed)
    confidence = min(0.98, 0.72 + 0.06 * min(count, 5) - (0.0 if both else 0.12))
    made = []
    for shape, places in shapes.items():
        clean = any(place.heard for place, _ in places)
        places.sort(key=lambda pair: (clean and not pair[0].heard, -pair[1].width * pair[1].height, -pair[1].bit_rate))
        made.append(Version(part, shape, tuple(place for place, _ in places), round(confidence, 2), count))
    return made


def _stretch(found: Found, films: Sequence[Traces]) -> Stretch:
    """What was found in a film, with the marks that an edge may go to.

    What was seen is exact to a picture or two, and speech is full of silences: those only help what was heard alone.
    """
    film, (start, end) = films[found.film], found.span()
    marks = film.jumps if found.seen else (*film.jumps, *film.silences)
    return Stretch(start, end, found.shift, film.cuts, marks, film.seconds)


def _apart(part: Part, versions: list[Version]) -> list[Version]:
    """Versions that are not another stretch of films that already have one: of those the outer one is kept."""
    kept: list[Version] = []
    for version in versions:
        rivals = [other for other in kept if {p.path for p in other.places} & {p.path for p in version.places}]
        if not rivals:
            kept.append(version)
        elif all(_outside(part, version, other) and version.films >= other.films for other in rivals):
            kept = [other for other in kept if other not in rivals] + [version]
    return kept


def _outside(part: Part, one: Version, other: Version) -> bool:
    """Whether `one` lies nearer to the film's beginning (for a closing: its end) than `other`."""
    places = {place.path: place for place in other.places}
    pairs = [(place, places[place.path]) for place in one.places if place.path in places]
    return all((a.start < b.start) if part == "opening" else (a.end > b.end) for a, b in pairs)
