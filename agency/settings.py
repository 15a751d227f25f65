"""The settings: the environment first (`AGENCY_…`), then `agency.toml` here, then `agency.toml` in the home.

A table in the file is a double underscore in the environment: `[engines] speech = ["festival", "espeak"]` is
`AGENCY_ENGINES__SPEECH=festival,espeak`.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from agency.errors import BadSetting
from tools.brief import Aspect, Resolution

DEFAULT_HOME = "~/.video-agency"
FILE_NAME = "agency.toml"
_PREFIX = "AGENCY_"
_REASONS = {
    "too_short": "at least one name",
    "tuple_type": "a name or a list of names",
    "string_type": "a name in quotes",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "model_type": "a table with one engine name a kind",
}
"""What a setting should be, in plain words, by Pydantic's type of error; its own words serve for the others."""


def _names(value: object) -> object:
    """A name, or names with commas between, as a list."""
    if isinstance(value, str):
        return [name.strip() for name in value.split(",") if name.strip()]
    return value


def folder(value: object) -> Path:
    """An absolute path from a path with or without `~`. Raises ValueError, whose words say what it should be."""
    if not isinstance(value, str | Path) or not str(value).strip() or "\0" in str(value):
        raise ValueError("the path of a folder")
    try:
        return Path(value).expanduser().absolute()
    except RuntimeError as error:
        raise ValueError("the path of a folder (nobody of that name is known here)") from error


_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}


def byte_count(value: object) -> int:
    """Bytes from `20GB`, `500 MB`, `1.5T` or a number. Raises ValueError, whose words say what it should be."""
    spelt = _SIZE.fullmatch(str(value).strip())
    if spelt is None or isinstance(value, bool):
        raise ValueError("a size, e.g. 20GB or 500MB")
    return int(float(spelt[1]) * _UNITS[spelt[2].lower()])


Names = Annotated[tuple[str, ...], BeforeValidator(_names), Field(min_length=1)]
"""Engines as `name` or `name:variant`, in the order in which they are tried."""


class EngineChoice(BaseModel):
    """Which engine works for each kind. Several names are a fallback in that order, said aloud when it is used."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Names = ("director",)
    speech: Names = ("festival", "flite", "espeak")
    avatar: Names = ("illustrated",)
    background: Names = ("designed",)
    music: Names = ("composed",)
    embedding: Names = ("minilm", "hashed")


class Settings(BaseSettings):
    """What holds for every production unless it says otherwise.

    `checkpoints` is the address of a Postgres that keeps the states of conversations; empty: the home's SQLite file.
    `chat_password` guards the chat; without one, only this machine can open it.
    `workers` is the number of painting processes, 0 for one a core. `takes_limit` is the most that the takes may fill,
    in bytes; None: 20 GB, or a quarter of what the disk has room for, whichever is less. `allow_private_urls` lets
    websites be read that lie on this machine or in its network, which are refused otherwise. `sign_certificate` and
    `sign_key` are PEM files to sign finished films with; without them the home has a key of its own.
    A consent holds for `consent_days`; its recording is kept while somebody has to look at it, `consent_review_days` at
    most. `moderation_policy` is a JSON file like `tools/moderation/policy.json`, in whose place it stands.
    `moderation_engine` says whether OpenAI moderation looks too: `auto` where its key is set. `reviewers` are those
    who decide in the chat on what is held, each with a password of their own; without a `chat_password` whoever sits at
    this machine decides. `disclosure` says which videos show that they are AI-generated: `auto` are those with the
    likeness of a real person. `commercial`: somebody earns by the videos, so that parts under a licence that forbids it
    are refused.
    """

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_nested_delimiter="__", frozen=True, extra="forbid", enable_decoding=False
    )

    home: Annotated[Path, BeforeValidator(folder)] = Path(DEFAULT_HOME).expanduser()
    engines: EngineChoice = EngineChoice()
    aspect: Aspect = "16:9"
    resolution: Resolution = "1080p"
    fps: Annotated[Literal[24, 25, 30, 50, 60], BeforeValidator(lambda v: int(v) if str(v).isdecimal() else v)] = 30
    workers: int = Field(0, ge=0, le=256)
    checkpoints: str = ""
    chat_password: str = ""
    takes_limit: Annotated[int | None, BeforeValidator(lambda v: v if v is None else byte_count(v))] = None
    allow_private_urls: bool = False
    sign_certificate: str = ""
    sign_key: str = ""
    moderation_policy: str = ""
    moderation_engine: Literal["auto", "embedded", "openai"] = "auto"
    reviewers: dict[str, str] = {}
    disclosure: Literal["auto", "on", "off"] = "auto"
    commercial: bool = True
    consent_days: int = Field(365, ge=1, le=3650)
    consent_review_days: int = Field(14, ge=1, le=90)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given in code, then the environment, then the files, nearest first."""
        files = (InitSettingsSource(settings_cls, init_kwargs=table) for _, table in _files())
        return (init_settings, env_settings, *files)


def load_settings() -> Settings:
    """The settings as they stand now. Raises `BadSetting` with one sentence that names setting and source."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSetting(_sentence(error)) from error


def _files() -> list[tuple[Path, dict[str, Any]]]:
    """The settings files there are, nearest first, each with what it holds."""
    here = Path.cwd() / FILE_NAME
    tables = [(here, _read(here))] if here.is_file() else []
    named = os.environ.get(f"{_PREFIX}HOME") or next((str(t["home"]) for _, t in tables if "home" in t), DEFAULT_HOME)
    with contextlib.suppress(ValueError):
        there = folder(named) / FILE_NAME
        if there != here and there.is_file():
            tables.append((there, _read(there)))
    return tables


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSetting(f"The settings file {str(path)!r} is not valid TOML: {error}.") from error
    except OSError as error:
        raise BadSetting(f"The settings file {str(path)!r} can not be read: {error.strerror or error}.") from error


def _sentence(error: ValidationError) -> str:
    """The first thing wrong, as one sentence."""
    first = error.errors()[0]
    path = [part for part in first["loc"] if isinstance(part, str)]
    source = _source(path)
    name = ".".join(path)
    if first["type"] == "extra_forbidden":
        known = EngineChoice.model_fields if len(path) > 1 else Settings.model_fields
        near = difflib.get_close_matches(path[-1], known, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(known)}."
        return f"There is no setting {name!r} (from {source}). {hint}"
    reason = _REASONS.get(first["type"]) or first["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    return f"The setting {name!r} from {source} can not be {first['input']!r}: it should be {reason}."


def _source(path: list[str]) -> str:
    """Where the value at `path` came from."""
    for length in range(len(path), 0, -1):
        variable = _PREFIX + "__".join(path[:length]).upper()
        if variable in {key.upper() for key in os.environ}:
            return f"the environment variable {variable}"
    for file, table in _files():
        if path and path[0] in table:
            return repr(str(file))
    return "the program"
