"""Slots: the values that stand in a clause, by what they are: scenes, lines, texts, lengths, files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tools.language.notes.context import Context, Lines, Scenes
from tools.language.notes.frame_words import Words
from tools.language.notes.patterns import Token
from tools.language.notes.topics import line_saying


@lru_cache(maxsize=2048)
def _spoken(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


class Slots:
    """The values of one clause. What is read is accounted for in its words."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.context: Context = words.context
        self.text = " ".join(self.context.text[words.start : words.end].lower().replace("’", "'").split())
        """The clause as it was typed, small."""

    def says(self, pattern: str) -> re.Match[str] | None:
        """Where the clause, as typed, has these words."""
        return _spoken(pattern).search(self.text)

    def drop(self, norms: str) -> None:
        """Account for words that belong to the kind of request."""
        self.words.take(norms.split())

    def scenes(self, kinds: Iterable[str] = ()) -> list[str]:
        """The scenes that are named, one id each, in order; `the title` and `the end card` where those words are free.

        References to several scenes at once, or to what is not there, give none at all.
        """
        found: list[tuple[int, str]] = []
        for n, token in enumerate(self.words.tokens):
            if token.norm != "@scene" or n in self.words.used:
                continue
            value = token.value
            if not isinstance(value, Scenes) or value.problem or value.every or not value.ids:
                return []
            found += [(n, id_) for id_ in value.ids]
            self.words.used.add(n)
        for n, token in enumerate(self.words.tokens):
            value = token.value
            if isinstance(value, Lines) and value.whole and n not in self.words.used:
                held = {scene.id for scene in self.context.scenes for line in scene.lines if line.id in value.ids}
                if len(held) == 1:
                    found += [(n, id_) for id_ in held]
                    self.words.used.add(n)
        for noun, layout in (("title", "title"), ("endcard", "end_card")):
            if noun in kinds:
                for n, norm in enumerate(self.words.norms):
                    id_ = next((scene.id for scene in self.context.scenes if scene.layout == layout), "")
                    if norm == noun and n not in self.words.used and id_:
                        found.append((n, id_))
                        self.words.used.add(n)
        ids = [id_ for _, id_ in sorted(found)]
        return list(dict.fromkeys(ids))

    def line(self) -> str:
        """The id of the one line that is named, by place or by its words; empty where there is none, or several."""
        places = [
            n
            for n, token in enumerate(self.words.tokens)
            if token.norm == "@line" and isinstance(token.value, Lines) and not token.value.whole
        ]
        ids = {id_ for n in places for id_ in self.words.tokens[n].value.ids}
        if len(ids) == 1:
            self.words.used.update(places)
            return str(ids.pop())
        quotes = [n for n, token in enumerate(self.words.tokens) if token.norm == "@quote" and n not in self.words.used]
        if ids or len(quotes) != 1:
            return ""
        said = str(self.words.tokens[quotes[0]].value)
        known = line_saying(self.context, said)
        if len(known.ids) != 1 or plain(said) not in plain(self.context.line_text(known.ids[0])):
            return ""
        self.words.used.add(quotes[0])
        return known.ids[0]

    def quotes(self) -> list[str]:
        """The texts that are named, in order."""
        return [str(token.value).strip() for token in self.words.take(("@quote",))]

    def seconds(self) -> float | None:
        """The one length of time that is named."""
        found = self.words.take(("@dur",))
        if len(found) == 1 and float(found[0].value) == 1.0 and self.says("half a sec(?:ond)?|half second"):
            self.drop("half")
            return 0.5
        return float(found[0].value) if len(found) == 1 else None

    def number(self, norm: str = "@num") -> float | None:
        """The one number (or level, `@db`) that is named."""
        found = self.words.take((norm,))
        return float(found[0].value) if len(found) == 1 else None

    def typed(self, token: Token) -> str:
        """A token as it was typed."""
        return self.context.text[token.start : token.end]

    def skip_pronouns(self) -> None:
        """Account for `this one`, `that one` where it is no scene that is meant."""
        for n, token in enumerate(self.words.tokens):
            if token.norm == "@scene" and self.typed(token).lower() in ("this one", "that one", "one", "this", "that"):
                self.words.used.add(n)

    def file(self, endings: tuple[str, ...]) -> str:
        """The path of the one file of such a kind that came with the message; empty where there is none, or several."""
        files = [path for name, path in self.context.situation.files.items() if name.lower().endswith(endings)]
        if len(files) == 1:
            self.words.take(("@url",))
            self.skip_pronouns()
        return files[0] if len(files) == 1 else ""


def presenter_name(slots: Slots) -> str:
    """The first name of the presenter, in small letters; empty where that is not known."""
    board = slots.context.board
    held = slots.context.situation.catalogues.get("avatar", ())
    return next((c.name.split()[0].lower() for c in held if board is not None and c.id == board.avatar), "")


def plain(text: str) -> str:
    """A text in small letters without marks, to be compared."""
    return " ".join(re.findall(r"[\w']+", text.lower().replace("’", "'")))


def whole_line(context: Context, text: str) -> str:
    """The id of the one line that says just this text; empty where none does, or several do."""
    wanted = plain(text)
    held = [line.id for scene in context.scenes for line in scene.lines if wanted and plain(line.text) == wanted]
    return held[0] if len(held) == 1 else ""
