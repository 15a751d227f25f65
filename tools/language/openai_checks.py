"""What an answer must hold against before it is believed: what was decided, what was said, and what really is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from tools.brief import Brief
from tools.documents import Document
from tools.errors import BadInput
from tools.language import BriefRequest, DocumentT, LanguageRequest, ScriptRequest
from tools.notes import NoteRequest, Understanding
from tools.patch_application import apply_all
from tools.patches import SetAvatar, SetMusic, SetVoice
from tools.scene_contents import SceneContent
from tools.script import Script

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SMALL = 10
"""Numbers up to this one are counted things, not claims."""


def check_answer(answer: DocumentT, request: LanguageRequest) -> DocumentT:
    """`answer` where it holds. Raises ValueError or `BadInput`, in words that a model can act on, where it does not."""
    checked: Document = answer
    if isinstance(request, BriefRequest) and isinstance(answer, Brief):
        checked = _brief(answer, request)
    elif isinstance(request, ScriptRequest) and isinstance(answer, Script):
        checked = _script(answer, request)
    elif isinstance(request, NoteRequest) and isinstance(answer, Understanding):
        checked = _note(answer, request)
    return cast(DocumentT, checked)


def _brief(brief: Brief, request: BriefRequest) -> Brief:
    """What was decided elsewhere wins, and the request is kept as it was typed."""
    made = brief.changed(**{**dict(request.defaults), "request": request.text[:20_000]})
    if made.address and made.address.lower() not in f"{request.text} {request.defaults}".lower():
        raise ValueError(f"The address {made.address!r} is not in the request; leave it empty.")
    return made


def _script(script: Script, request: ScriptRequest) -> Script:
    ids = [line.id for section in script.sections for line in section.lines]
    if not ids:
        raise ValueError("The script says nothing.")
    if len(set(ids)) != len(ids) or len({section.id for section in script.sections}) != len(script.sections):
        raise ValueError("Ids of sections and lines must each be there once.")
    spoken = " ".join(line.text for section in script.sections for line in section.lines)
    known = request.brief.model_dump_json() + " ".join(request.wording.statements if request.wording else ())
    for number in _NUMBER.findall(spoken):
        if number not in known and not (number.isdecimal() and int(number) <= _SMALL):
            raise ValueError(f"The number {number} is in no fact that was given; leave it out.")
    if request.wording is not None and request.wording.forbids(spoken):
        raise ValueError("The script has a word that the brand never uses; say it otherwise.")
    words, wanted = len(spoken.split()), request.seconds / 60 * request.words_per_minute
    if not 0.6 * wanted <= words <= 1.5 * wanted + 8:
        raise ValueError(f"The script has {words} words, and about {wanted:.0f} are wanted.")
    # What scenes show is read out of what is said: nothing is claimed on screen that was not checked above.
    sections = [section.changed(layout="", content=SceneContent()) for section in script.sections]
    return script.changed(sections=sections, verbatim=False, language=request.brief.language)


def _note(understood: Understanding, request: NoteRequest) -> Understanding:
    situation = request.situation
    for patch in understood.patches:
        for kind, chosen in _chosen(patch):
            if chosen not in {one.id for one in situation.catalogues.get(kind, ())}:
                raise ValueError(f"There is no {kind} with the id {chosen!r}.")
    for command in understood.commands:
        if command.name == "learn_brand" and command.value.lower() not in request.text.lower():
            raise ValueError(f"The address {command.value!r} is not in the message; leave it out.")
    if understood.patches:
        if situation.storyboard is None:
            raise BadInput("There is no storyboard yet, so there can be no patches.")
        known = f"{request.text} {situation.storyboard.model_dump_json()}"
        for patch in understood.patches:
            for file in _shown_files(patch.model_dump()):
                if file not in known:
                    raise ValueError(
                        f"The file {file!r} is neither in the message nor in the storyboard; leave it out."
                    )
        apply_all(situation.storyboard, understood.patches)
    return understood


def _shown_files(value: object) -> Iterator[str]:
    """The files that a patch has a scene show, wherever they stand in it."""
    if isinstance(value, dict):
        yield from (text for name in ("picture", "data_file") if isinstance(text := value.get(name), str) and text)
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from _shown_files(each)


def _chosen(patch: object) -> list[tuple[str, str]]:
    if isinstance(patch, SetAvatar):
        return [("avatar", patch.avatar)]
    if isinstance(patch, SetVoice):
        return [("voice", patch.voice)]
    if isinstance(patch, SetMusic) and patch.mood not in (None, "", "none"):
        return [("music", str(patch.mood))]
    return []
