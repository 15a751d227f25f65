"""The script: what is said, line by line, and how."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from tools.documents import Document
from tools.line_spans import Span, carried, occurrence
from tools.scene_contents import SceneContent

Emotion = Literal["", "neutral", "warm", "cheerful", "excited", "confident", "serious", "empathetic", "calm", "urgent"]


class Delivery(Document):
    """How a scene or a line is spoken.

    An empty `emotion` is that of what it belongs to: a line's scene, a scene's programme. `speed` is a factor on the
    programme's and `pitch` is in half-tones; those of a scene and its line add up.
    """

    emotion: Emotion = ""
    speed: float = Field(1.0, ge=0.5, le=2.0)
    pitch: float = Field(0.0, ge=-12, le=12)


class Line(Document):
    """One spoken sentence. `optional` lines may be left out when the script has to be shorter.

    `text` is what is shown; how its words are said stands in `spans`, which follow their words when the text is
    changed. `pause_before` and `pause_after` are seconds on top of the usual ones.
    """

    id: str
    text: str
    optional: bool = False
    spans: tuple[Span, ...] = ()
    delivery: Delivery = Delivery()
    pause_before: float = Field(0.0, ge=0, le=30)
    pause_after: float = Field(0.0, ge=0, le=30)

    @model_validator(mode="before")
    @classmethod
    def _found(cls, given: Any) -> Any:  # noqa: ANN401  (whatever was given)
        """A span may name its `words` instead of where they begin and end."""
        spans, text = (given.get("spans"), given.get("text")) if isinstance(given, dict) else (None, None)
        if not isinstance(spans, list | tuple) or not isinstance(text, str):
            return given
        return {**given, "spans": [_placed(span, text) for span in spans]}

    @model_validator(mode="after")
    def _inside(self) -> Self:
        for span in self.spans:
            if not span.start < span.end <= len(self.text):
                raise ValueError(
                    f"a span reaches from character {span.start} to {span.end}, and the line has {len(self.text)}"
                )
        return self

    @property
    def rest_after(self) -> float:
        """Seconds of silence after the line, on top of the usual: its own, or what is asked after its last word."""
        last = max((at for at, sign in enumerate(self.text) if sign.isalnum()), default=0)
        asked = [span.pause for span in self.spans if span.pause is not None and span.end > last]
        return max([self.pause_after, *asked])

    def changed(self, **fields: object) -> Self:
        """A copy with these fields replaced; where only the text is, its spans stay with the words that do."""
        text = fields.get("text")
        if isinstance(text, str) and "spans" not in fields:
            fields["spans"] = carried(self.spans, self.text, text)
        return super().changed(**fields)


class Section(Document):
    """One idea: an on-screen heading and the lines spoken under it. It becomes one scene.

    `layout` and `content` are what the scene shows beside its words; empty: chosen by what is said.
    """

    id: str
    heading: str = ""
    lines: tuple[Line, ...] = ()
    layout: Literal["", "points", "steps", "quote", "picture"] = ""
    content: SceneContent = SceneContent()


class Script(Document):
    """All that is said. A `verbatim` script was given by the client and is never changed."""

    schema_: Literal["script/1"] = Field("script/1", alias="schema")
    title: str = ""
    sections: tuple[Section, ...]
    verbatim: bool = False
    language: str = "en"


def _placed(span: Any, text: str) -> Any:  # noqa: ANN401  (whatever was given)
    if not isinstance(span, dict) or not isinstance(words := span.get("words"), str):
        return span
    place = occurrence(text, words)
    if place is None:
        raise ValueError(f"the words “{words[:60]}” of a span do not stand in the line")
    return {**{key: value for key, value in span.items() if key != "words"}, "start": place[0], "end": place[1]}
