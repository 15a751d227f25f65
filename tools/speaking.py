"""Speaking: what a speech engine is asked for a line, from its text, its spans, its scene and the programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from renderers.speech import Direction, SpeechRequest, Voice
from tools.emotions import EMOTIONS
from tools.line_spans import Span
from tools.pronunciation import Respelling, respell
from tools.script import Line
from tools.storyboard import Scene, Storyboard

SLOWEST, FASTEST = 0.5, 2.0
_HIGHEST = 12.0
_EMPHASES = {"": 0.0, "reduced": -0.7, "moderate": 1.0, "strong": 1.6}


def requests(storyboard: Storyboard, voice: Voice) -> Iterator[tuple[Line, SpeechRequest, Respelling]]:
    """Every line that is spoken, what is asked for it, and how its times come back to the words that are written."""
    for scene in storyboard.scenes:
        for line in scene.lines:
            if line.text.strip():
                yield line, *line_request(storyboard, scene, line, voice)


def heard_text(line: Line) -> str:
    """What is heard of a line: its text, with what its spans put in the place of words; sounds in IPA as they stand."""
    pieces, at = [], 0
    for span in sorted((span for span in line.spans if span.said), key=lambda span: span.start):
        if span.start >= at:
            pieces += [line.text[at : span.start], span.said]
            at = span.end
    return "".join([*pieces, line.text[at:]])


def line_request(storyboard: Storyboard, scene: Scene, line: Line, voice: Voice) -> tuple[SpeechRequest, Respelling]:
    """What is asked for one line. Its emotion is its own, else its scene's, else the programme's."""
    spoken = respell(
        line.text,
        storyboard.pronunciations,
        tuple((span.start, span.end, span.said) for span in line.spans if span.said),
    )
    manner = EMOTIONS[line.delivery.emotion or scene.delivery.emotion or storyboard.emotion]
    speed = storyboard.speed * scene.delivery.speed * line.delivery.speed * manner.speed
    pitch = storyboard.pitch + scene.delivery.pitch + line.delivery.pitch + manner.pitch
    directions = [_direction(span, spoken) for span in line.spans]
    directions += [Direction(start, end, sounds=sounds) for start, end, sounds in spoken.sounds]
    request = SpeechRequest(
        spoken.spoken,
        voice,
        min(max(round(speed, 4), SLOWEST), FASTEST),
        pitch=min(max(round(pitch, 4), -_HIGHEST), _HIGHEST),
        liveliness=manner.liveliness,
        pauses=manner.pauses,
        directions=tuple(each for each in directions if each != Direction(each.start, each.end)),
    )
    return request, spoken


def line_emotions(storyboard: Storyboard, scene: Scene, ids: Sequence[str]) -> tuple[str, ...]:
    """The emotion in which each of the scene's lines `ids` is said: its own, else its scene's, else the programme's."""
    own = {line.id: line.delivery.emotion for line in scene.lines}
    return tuple(own.get(id_, "") or scene.delivery.emotion or storyboard.emotion for id_ in ids)


def _direction(span: Span, spoken: Respelling) -> Direction:
    start, end = spoken.spoken_offset(span.start), spoken.spoken_offset(span.end, ending=True)
    plain = Direction(start, end)
    return replace(
        plain,
        emphasis=_EMPHASES[span.emphasis],
        speed=span.speed,
        pitch=span.pitch,
        volume=span.volume,
        pause=span.pause,
    )
