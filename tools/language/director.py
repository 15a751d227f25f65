"""The director: the embedded language engine. Rules, a lexicon and good copy; no model, the same answer always."""

from __future__ import annotations

from tools.documents import Document
from tools.language import BriefRequest, DocumentT, LanguageRequest
from tools.language.copywriting import write_script
from tools.language.outline import PLAIN
from tools.language.understanding import understand
from tools.notes import NoteRequest

VERSION = "5"


class Director:
    """Understands briefs and notes in plain English and writes scripts from briefs."""

    @property
    def identity(self) -> str:
        """Name and version; the version changes whenever the same request may get another answer."""
        return f"director/{VERSION}"

    def complete(self, request: LanguageRequest, schema: type[DocumentT]) -> DocumentT:
        """A `Brief` for a `BriefRequest`, a `Script` for a `ScriptRequest`, an `Understanding` for a `NoteRequest`.

        Raises `tools.errors.BadInput` where the request can not be understood or filled, TypeError for another schema.
        """
        answer: Document
        if isinstance(request, BriefRequest):
            answer = understand(request.text, request.defaults)
        elif isinstance(request, NoteRequest):
            # What reads notes takes a second to import, which a brief need not wait for.
            from tools.language.notes.reading import understand_note

            answer = understand_note(request)
        else:
            answer = write_script(request.brief, request.seconds, request.words_per_minute, request.wording or PLAIN)
        if not isinstance(answer, schema):
            raise TypeError(f"The director answers a {type(request).__name__} with a {type(answer).__name__}, not "
                            f"with a {schema.__name__}.")
        return answer


