"""The order: a script with the names of who speaks it, as other services' request objects have them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field, field_validator, model_validator

from tools.brief import Aspect, Resolution
from tools.documents import Document
from tools.script import Emotion
from tools.storyboard import known_look


class Order(Document):
    """`{"avatar_id", "script", "voice_id", "background_music"}` and what else may be said beside. Empty: we choose."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, populate_by_name=True)

    script: str = Field(min_length=1)
    avatar_id: str = ""
    voice_id: str = ""
    background_music: str = ""
    background: str = ""
    title: str = ""
    aspect: Aspect = Field("16:9", alias="aspect_ratio")
    resolution: Resolution = "1080p"
    captions: bool = Field(True, alias="caption")
    speed: float = Field(1.0, ge=0.5, le=2.0)
    language: str = ""
    call_to_action: str = Field("", max_length=120)
    address: str = Field("", max_length=120)
    logo: str = ""
    presenter_name: str = ""
    presenter_role: str = ""
    brand: str = ""
    type: Literal["avatar", "avatar_video", ""] = ""
    seed: int | None = Field(None, ge=0, le=2**31 - 1)
    emotion: Emotion = ""
    pitch: float = Field(0.0, ge=-12, le=12)
    look: str = ""

    @model_validator(mode="before")
    @classmethod
    def _both_spellings(cls, given: Any) -> Any:  # noqa: ANN401  (whatever stood in the file)
        """Keys may be spelt as here or as elsewhere; `voice_settings.speed` is our `speed`."""
        if not isinstance(given, dict):
            return given
        own = dict(given)
        for ours, theirs in (
            ("aspect_ratio", "aspect"),
            ("caption", "captions"),
            ("background_music", "music"),
            ("avatar_id", "avatar"),
            ("voice_id", "voice"),
            ("speed", "voice_speed"),
        ):
            if theirs in own and ours not in own:
                own[ours] = own.pop(theirs)
        settings = own.get("voice_settings")
        if isinstance(settings, dict) and set(settings) <= {"speed"}:
            own.setdefault("speed", settings.get("speed", 1.0))
            own.pop("voice_settings")
        if isinstance(own.get("resolution"), str):
            own["resolution"] = own["resolution"].lower()
        return own

    @field_validator("look")
    @classmethod
    def _look_there_is(cls, name: str) -> str:
        return known_look(name.strip().lower())

    @field_validator("background_music", "avatar_id", "voice_id", "background", "look", mode="before")
    @classmethod
    def _null_is_empty(cls, value: object) -> object:
        """`null` means the same as leaving the key out."""
        return "" if value is None else value
