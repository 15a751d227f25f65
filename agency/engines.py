"""From a name to an engine: the only place where engines are looked up and loaded.

Names are `name` or `name:variant`. Known are the tables `ENGINES` of the folders and the entry points
`video_agency.<kind>` of installed packages. Nothing is imported until it is asked for.
"""

from __future__ import annotations

import difflib
import importlib
import inspect
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Any, Literal, overload

from agency.errors import EngineClash, EngineMissing, UnknownEngine
from brand_memory.errors import EmbedderFailed
from renderers.errors import EngineFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brand_memory.embedding import Embedder
    from renderers.avatar import AvatarEngine
    from renderers.background import BackgroundEngine
    from renderers.music import MusicEngine
    from renderers.speech import SpeechEngine

KINDS: dict[str, str] = {
    "language": "tools.language",
    "speech": "renderers.speech",
    "avatar": "renderers.avatar",
    "background": "renderers.background",
    "music": "renderers.music",
    "embedding": "brand_memory.embedding",
}
"""Each kind of engine and the package that holds its protocol and its table `ENGINES`."""

OURS = ("agency", "tools", "brand_memory", "renderers")
"""Our own packages: what is missing there is a fault, not something to install."""
_DISTRIBUTION = "video-agency"


@dataclass(frozen=True)
class Selection:
    """The engine that was found under `name`, and a sentence for each one before it that could not be had."""

    name: str
    engine: Any
    passed_over: tuple[str, ...]


def known_engines(kind: str) -> dict[str, str]:
    """Every engine of `kind`, name to `module:Class`, ours first. Raises `UnknownEngine` and `EngineClash`."""
    if kind not in KINDS:
        raise UnknownEngine(f"There is no kind of engine named {kind!r}. {_suggestion(kind, KINDS)}")
    engines: dict[str, str] = dict(getattr(importlib.import_module(KINDS[kind]), "ENGINES", {}))
    owners = dict.fromkeys(engines, "the agency itself")
    for point in metadata.entry_points(group=f"video_agency.{kind}"):
        owner = repr(point.dist.name) if point.dist else "an installed package"
        if point.name in engines:
            raise EngineClash(
                f"Both {owners[point.name]} and {owner} bring a {kind} engine named {point.name!r}: uninstall one."
            )
        engines[point.name] = point.value
        owners[point.name] = owner
    return engines


@overload
def engine(kind: Literal["speech"], name: str) -> SpeechEngine: ...
@overload
def engine(kind: Literal["avatar"], name: str) -> AvatarEngine: ...
@overload
def engine(kind: Literal["background"], name: str) -> BackgroundEngine: ...
@overload
def engine(kind: Literal["music"], name: str) -> MusicEngine: ...
@overload
def engine(kind: Literal["embedding"], name: str) -> Embedder: ...
@overload
def engine(kind: str, name: str) -> Any: ...  # noqa: ANN401  (a kind known only at run time)


def engine(kind: str, name: str) -> Any:
    """The engine of `kind` asked for as `name` or `name:variant`.

    Raises `UnknownEngine`, `EngineMissing`, `EngineClash`, or what the engine raises when it can not start
    (`renderers.errors.EngineFailed`, `brand_memory.errors.EmbedderFailed`).
    """
    plain, _, variant = name.partition(":")
    known = known_engines(kind)
    if plain not in known:
        raise UnknownEngine(f"No {kind} engine named {plain!r}. {_suggestion(plain, known)}")
    maker = _load(kind, plain, known[plain])
    if not variant:
        return maker()
    if not inspect.signature(maker).parameters:
        raise UnknownEngine(f"The {kind} engine {plain!r} has no variants, so {variant!r} is none: ask for {plain!r}.")
    return maker(variant)


def first_engine(kind: str, names: Sequence[str]) -> Selection:
    """The first of `names` that can be had here, and why those before it can not.

    Raises what the last of them raised where none can. A name that does not exist is never passed over.
    """
    if not names:
        raise UnknownEngine(f"No {kind} engine was asked for. {_suggestion('', known_engines(kind))}")
    passed: list[str] = []
    for name in names[:-1]:
        try:
            return Selection(name, engine(kind, name), tuple(passed))
        except (EngineMissing, EngineFailed, EmbedderFailed) as error:
            passed.append(str(error))
    return Selection(names[-1], engine(kind, names[-1]), tuple(passed))


def _load(kind: str, name: str, target: str) -> Any:  # noqa: ANN401  (a class of any kind)
    """The class that `target` names."""
    module, _, attribute = target.partition(":")
    try:
        return getattr(importlib.import_module(module), attribute)
    except ModuleNotFoundError as error:
        missing = (error.name or module).partition(".")[0]
        if missing in OURS:
            raise
        raise EngineMissing(f"The {kind} engine {name!r} needs the package {missing!r}. {_cure(name)}") from error


def _cure(name: str) -> str:
    """What to install for the engine `name`: its own extra where there is one."""
    try:
        extras = metadata.metadata(_DISTRIBUTION).get_all("Provides-Extra") or []
    except metadata.PackageNotFoundError:
        extras = []
    if name in extras:
        return f"Install it with: .venv/bin/python -m pip install -e '.[{name}]'"
    return "Run `make setup` again, or reinstall the package that brought the engine."


def _suggestion(asked: str, known: dict[str, str]) -> str:
    near = difflib.get_close_matches(asked, known, 1)
    return f"Known: {', '.join(sorted(known)) or 'none'}." + (f" Did you mean {near[0]!r}?" if near else "")
