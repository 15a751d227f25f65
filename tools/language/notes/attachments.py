"""Attachments: what is to become of the files that came with a message, and the brand's opening and closing film."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from tools.language.notes.clause_parts import LIGHT
from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.expressions import expression
from tools.language.notes.file_names import FILMS, PICTURES, SILENT, spoken_of, without_names
from tools.language.notes.rules_scenes import fresh_id
from tools.language.notes.splitting import Clause
from tools.patches import InsertScene, SetBackground, SetLogo, SetPart
from tools.storyboard import BackgroundChoice, FilmChoice, Scene

_PICTURE = r"(?:photos?|pictures?|images?|pics?|photograph|snapshot|jpe?g|png|file|attachment|attached|upload(?:ed)?)"
_FILM = (
    r"(?:films?|clips?|videos?|footage|movie|mp4|file|attachment|attached|sequence|animation|bumper|sting|"
    r"trailer|opener)"
)
_OPENING = r"(?:opening|opener|open|intro(?:duction)?|start(?:s|ing)?|begin(?:s|ning)?|beginning|first|in front|before)"
_CLOSING = r"(?:closing|closer|close|outro|end(?:s|ing)?|finish(?:es|ing)?|last|sign-?off|after everything)"
_OFF = (
    r"(?:no|remove|drop|delete|without|lose|skip|cut|take out|take away|leave out|get rid of|don't|dont|kill|"
    r"scrap|ditch|off)"
)
_OWN = frozenset(
    """photo photos picture pictures image images pic pics file files film films clip clips video videos footage movie
    attached attachment upload uploaded here's logo logos background backdrop bg behind scene scenes slide opening
    opener open intro introduction start starts begin begins beginning first front before closing closer close outro
    end ends ending finish finishes last use using put place set make play show add take apply swap replace change
    switch new own everywhere whole throughout every each always brand company presenter person instead : - number
    heres small smaller big bigger large larger medium tiny huge size else everything between after behind and
    sequence animation bumper sting trailer remove drop delete without lose skip cut out off leave rid no don't dont
    kill scrap ditch jingle ident thing
    proper current old existing mp4 png jpg jpeg as one two three four five six seven eight nine
    ten corner top bottom left right upper lower hand my our sits second third insert include run let with come
    comes goes very belongs everything""".split()
)
_NAMED = re.compile(
    r"\b(?:background|backdrop|logo|opening|closing|intro|outro)\b.*\b(?:by|with|to|is|be|into)\b.*\bthis file\b|"
    r"\bbehind\b.*\bthis file\b|\bthis file\b.*\b(?:as|for|behind) |\b(?:as|for) (?:the |our )?[a-z]+[ :,]+this file\b"
)
"""A file that is called by its name, and what it is for: beside that, a strange word tells what it shows."""
_OTHER = frozenset(
    """music song track captions subtitles voice narration recording heading headline colour color font typeface
    transition louder quieter faster slower square upright vertical presenter scene sound audio""".split()
)
_SIZED = r"(?:small|smaller|tiny|big|bigger|large|larger|huge|medium)"
_CORNER = re.compile(r"\b(top|bottom|upper|lower)[ -](?:hand )?(left|right)\b")


def read_attachment(context: Context, clause: Clause) -> Reading | None:
    """What the files of the message are for, or what film opens and closes; None where the clause is not about that."""
    if context.board is None:
        return None
    low = context.text[clause.start : clause.end].lower()
    named = [token for token in clause.raw if token.norm in ("@scene", "@line")]
    rest = low
    for token in reversed(named):
        rest = f"{rest[: token.start - clause.start]} scene {rest[token.end - clause.start :]}"
    files = spoken_of(context.situation.files, low)
    low, rest = without_names(files, low), without_names(files, rest)
    words = [word.removesuffix("'s") for word in re.findall(r"[\w'-]*\w", rest)]
    strange = [word for word in words if not (word in LIGHT or word in _OWN or word.isdigit())]
    if strange and not (len(strange) <= 2 and _NAMED.search(low) and not _OTHER & set(strange)):
        return None
    if (reading := _part_off(low)) is not None:
        return reading
    pictures = [path for name, path in files.items() if name.lower().endswith(PICTURES)]
    films = [path for name, path in files.items() if name.lower().endswith(FILMS)]
    pointing = r"(?:this|that|these|attached|attachment|uploaded|it|here|here's|my|our|i sent|file|new)"
    logo, behind = _has(low, "logos?"), _has(low, r"(?:background|backdrop|bg|behind)")
    if logo and not behind and (_has(low, pointing) or len(pictures) == 1) and not _has(low, _OFF):
        return _logo(context, low, pictures, files=bool(files))
    if (
        behind
        and (_has(low, _PICTURE) or (len(pictures) == 1 and _has(low, r"(?:it|this|that)")))
        and not _has(low, _OFF)
    ):
        return _backdrop(context, clause, pictures)
    if (shown := _between_scenes(context, clause, low, films)) is not None:
        return shown
    film = _has(low, _FILM) or (len(films) == 1 and _has(low, r"(?:this|that|it|attached|here's|here)"))
    if film and not _has(low, _OFF) and not logo:
        other = context.text.lower().replace(low, "", 1)
        if not _has(low, rf"(?:{_OPENING}|{_CLOSING})") and _has(
            other,
            r"(?:opening|intro|closing|outro|opener|"
            r"ending|start|end)",
        ):
            return Reading(kept=True)
        return _film(low, films, clause, context.text.lower())
    if files and re.fullmatch(r"\W*(?:please )?use (?:it|this|that|this one)(?: please)?\W*", low):
        other = context.text.lower().replace(low, "")
        if _has(other, r"(?:logo|background|backdrop|opening|intro|closing|outro)"):
            return Reading(kept=True)
    if files and len(words) < 6 and not logo and not behind and not film and not _has(low, _SIZED):
        other = context.text.lower().replace(low, "", 1)
        if _has(other, r"(?:logo|background|backdrop|opening|intro|closing|outro|behind|opener|ending)"):
            return Reading(kept=True)
    if (
        files
        and len(words) < 8
        and not logo
        and _has(low, r"(?:this|here|here's|attached|use|photo|picture|image|file)")
    ):
        return _what_for(files)
    return None


def _has(low: str, pattern: str) -> bool:
    return expression(rf"(?<![\w'-]){pattern}(?![\w-])").search(low) is not None


def _part_off(low: str) -> Reading | None:
    named = re.search(
        r"\b(?:(opening|intro|opener|start)|(closing|outro|ending|end|closer))(?:'s)? "
        r"(?:films?|clips?|videos?|footage|bumper|sting|sequence|animation|movie)\b",
        low,
    ) or re.search(r"\b(?:(opener)|(closer))\b", low)
    if named and _has(low, _OFF) and not _has(low, r"(?:replace|swap|change|use|put)"):
        return do(SetPart(part="opening" if named[1] else "closing", film=None))
    return None


def _logo(c: Context, low: str, pictures: list[str], *, files: bool) -> Reading | None:
    corner = _CORNER.search(low)
    if len(pictures) == 1:
        place = None
        if corner:
            vertical = {"upper": "top", "lower": "bottom"}.get(corner[1], corner[1])
            place = f"{vertical} {corner[2]}"
        sized = re.search(r"\b(?:(small|smaller|tiny)|(big|bigger|large|larger|huge)|(medium))\b", low)
        size = ("small" if sized[1] else "large" if sized[2] else "medium") if sized else None
        return do(SetLogo(file=pictures[0], place=place, size=size))  # type: ignore[arg-type]
    if pictures:
        return ask(
            "Which of the files is the logo?", *(f"Use {PurePosixPath(p).name} as the logo" for p in pictures[:4])
        )
    here = _has(low, r"(?:attached|attachment|uploaded|here is|here's|this is|this file|file|i sent)")
    return ask("Which logo? Send its file with your message.") if here and not files and not corner else None


def _backdrop(c: Context, clause: Clause, pictures: list[str]) -> Reading | None:
    if len(pictures) != 1:
        return ask(
            "Which of the pictures is the background?" if pictures else "Which picture? Send it with your message."
        )
    value = next((t.value for t in clause.raw if t.norm == "@scene" and isinstance(t.value, Scenes)), None)
    if value is not None and value.problem:
        return ask(value.problem)
    choice = BackgroundChoice(picture=pictures[0])
    if value is None or value.every or not value.ids:
        return do(SetBackground(background=choice))
    return do(*(SetBackground(scene=id_, background=choice) for id_ in value.ids), focus=value.ids)


def _film(low: str, films: list[str], clause: Clause, message: str) -> Reading | None:
    opening, closing = _has(low, _OPENING), _has(low, _CLOSING)
    if _has(low, r"(?:scenes?|slide) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)") or opening == closing:
        return _what_for({path: path for path in films}) if films and not opening and not closing else None
    if _has(low, r"(?:first|last|before)") and not _has(low, r"(?:play|put|opening|opener|intro|closing|outro)"):
        return None
    if len(films) == 1:
        film = FilmChoice(file=films[0], sound=SILENT.search(message) is None)
        return do(SetPart(part="opening" if opening else "closing", film=film))
    if films:
        return ask(f"Which of the films is the {'opening' if opening else 'closing'}?")
    pointing = _has(low, r"(?:this|that|attached|uploaded|my|our|here's)")
    shown = _has(low, r"(?:as|is|for) (?:the |our |my |an? )?(?:opening|opener|intro|closing|closer|outro|ending)")
    return ask("Which film? Send it with your message.") if pointing and (shown or _has(low, "attached")) else None


def _between_scenes(c: Context, clause: Clause, low: str, films: list[str]) -> Reading | None:
    """`put this film in after scene 2`: a scene of its own that shows the film."""
    value = next((t.value for t in clause.raw if t.norm == "@scene" and isinstance(t.value, Scenes)), None)
    side = re.search(r"\b(after|before|behind|between)\b", low)
    if len(films) != 1 or value is None or side is None or not _has(low, _FILM) or _has(low, _OFF):
        return None
    if value.problem:
        return ask(value.problem, *value.options)
    order = [scene.id for scene in c.scenes]
    if side[1] == "before":
        at = order.index(value.ids[0])
        after = order[at - 1] if at else ""
    else:
        after = min(value.ids, key=c.number) if side[1] == "between" else value.ids[-1]
    id_ = fresh_id(c, "film")
    scene = Scene(id=id_, layout="clip", film=FilmChoice(file=films[0]))
    return do(InsertScene(after=after, scene=scene), focus=(id_,))


def _what_for(files: object) -> Reading | None:
    names = [str(name).lower() for name in files] if isinstance(files, dict) else []
    if any(name.endswith(FILMS) for name in names):
        return ask("What is the film for?", "Use this film as the opening", "Use this film as the closing")
    if any(name.endswith(PICTURES) for name in names):
        return ask("What is the picture for?", "Use this picture as the logo", "Use this picture as the background")
    return None
