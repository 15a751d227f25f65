"""Filling of what is written and said: headings, names, cards, lines, words; and of commands with a value."""

from __future__ import annotations

import re

from tools.disclosing import SetDisclosure
from tools.language.notes.context import Reading, do
from tools.language.notes.expressions import expression
from tools.language.notes.file_names import FILMS, SILENT
from tools.language.notes.filling_slots import Slots, plain, whole_line
from tools.language.notes.rules_replacing import holders
from tools.notes import Command
from tools.patches import EditLine, ReplaceWords, SetBrand, SetEndCard, SetHeading, SetPart, SetTitle
from tools.storyboard import FilmChoice

_FORMATS = ("webm", "gif", "png", "srt", "vtt", "ass", "otio", "mov", "prores", "webp", "mp4")
_CARD = "endcard cta button address heading headline scene the last"
_UNQUOTED = (
    r"^(?:please |pls |no,? |it(?:'s| is) |say )*not (?P<old>[\w' -]{2,40}?),? but (?P<new>[\w' -]{2,40})$",
    r"^(?:please |pls )*(?:wherever|everywhere|anywhere|every time) (?:it|she|he|we|you) (?:says?|reads?|writes?|say) "
    r"(?P<old>[\w' -]{2,40}?),? (?:write|say|put|use|make it) (?P<new>[\w' -]{2,40})$",
    r"^(?:please |pls )*(?:ch?[ahn]{2,3}ge?|replace|swap) (?P<old>[\w'-]{2,30}) (?:too|to|for|with|into|by) "
    r"(?P<new>[\w'-]{2,30})$",
)


def _title(slots: Slots) -> Reading | None:
    quotes = slots.quotes()
    slots.skip_pronouns()
    if len(quotes) != 1 or len(quotes[0]) > 200 or slots.scenes():
        return None
    slots.drop("video title name call called rename production draft heading film")
    return do(SetTitle(title=quotes[0]))


def _heading(slots: Slots) -> Reading | None:
    return _headed(slots, "heading")


def _subtitle(slots: Slots) -> Reading | None:
    return _headed(slots, "subtitle")


def _headed(slots: Slots, field: str) -> Reading | None:
    quotes, scenes = slots.quotes(), slots.scenes(("title",))
    if len(quotes) != 1 or len(scenes) != 1:
        return None
    slots.drop("heading subtitle title scene words line under")
    return do(SetHeading(**{"scene": scenes[0], field: quotes[0][:300]}), focus=tuple(scenes))  # type: ignore[arg-type]


def _action(slots: Slots) -> Reading | None:
    quotes = slots.quotes()
    old = slots.says(r"instead of|rather than|not")
    if len(quotes) != 1 or slots.scenes() and not slots.says("end|closing|last|close|card|finish"):
        return None
    slots.drop(f"{_CARD} say read call words line shop now instead" if old else f"{_CARD} say read call words line")
    return do(SetEndCard(call_to_action=quotes[0][:120]))


def _address(slots: Slots) -> Reading | None:
    found = slots.words.take(("@url",))
    slots.scenes()
    if len(found) != 1:
        return None
    slots.drop(f"{_CARD} website url say read line words shop")
    return do(SetEndCard(address=slots.typed(found[0]).strip(" .,!?\"'")[:120]))


def _headline(slots: Slots) -> Reading | None:
    quotes = slots.quotes()
    slots.scenes()
    if len(quotes) != 1:
        return None
    slots.drop(f"{_CARD} say read line words")
    return do(SetEndCard(headline=quotes[0][:120]))


def _edit(slots: Slots) -> Reading | None:
    """Two texts: one that is said or shown, and one that comes in its place."""
    quotes = slots.quotes()
    if len(quotes) != 2:
        return _replaced(slots) if not quotes else None
    turned = re.search(r"(?:instead of|rather than|in place of|replac\w+)\W*$", _between(slots))
    old, new = reversed(quotes) if turned else quotes
    slots.drop("line words say read heading instead change replace rewrite the avatar")
    if line := whole_line(slots.context, old):
        return do(EditLine(line=line, text=new))
    if not holders(slots.context, old):
        return None
    scenes = slots.scenes()
    if len(scenes) > 1:
        return None
    return do(ReplaceWords(old=old.strip(" .,"), new=new.strip(" ,"), scene=scenes[0] if scenes else ""))


def _between(slots: Slots) -> str:
    """What stands between the two quoted texts, as typed."""
    one, other = (token for token in slots.words.tokens if token.norm == "@quote")
    return slots.context.text[one.end : other.start].lower().strip(" \"'”’“‘")


def _replaced(slots: Slots) -> Reading | None:
    for pattern in _UNQUOTED:
        found = expression(pattern).search(slots.text.strip(" .!"))
        if found is None:
            continue
        start = slots.context.text.lower().find(found["new"], slots.words.start)
        new = slots.context.text[start : start + len(found["new"])] if start >= 0 else found["new"]
        held = holders(slots.context, found["old"])
        if not held or plain(found["new"]) in ("that", "this", "it"):
            return None
        at = held[0].lower().find(found["old"])
        slots.words.used.update(range(len(slots.words.tokens)))
        return do(ReplaceWords(old=held[0][at : at + len(found["old"])], new=new))
    return None


def _part(slots: Slots) -> Reading | None:
    file = slots.file(FILMS)
    opening = slots.says(r"opening|opener|opens?|intro|beginning|very start|start|first")
    closing = slots.says(r"closing|closer|outro|ending|very end|end|last")
    if not file or bool(opening) == bool(closing) or slots.says("between|after scene|before scene"):
        return None
    film = FilmChoice(file=file, sound=SILENT.search(slots.context.text.lower()) is None)
    slots.drop("@scene @first @last video film scene add title endcard mute")
    return do(SetPart(part="opening" if opening else "closing", film=film))


def _draft(slots: Slots) -> Reading | None:
    drafts = slots.context.situation.drafts
    number = slots.number()
    if number is None:
        ordinals = {"first": 1, "original": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
        number = next((n for word, n in ordinals.items() if slots.says(word)), 0)
    if int(number) not in drafts:
        return None
    slots.drop("draft first second third original again undo")
    return Reading(commands=(Command(name="go_to_draft", drafts=(int(number),)),))


def _brand(slots: Slots) -> Reading | None:
    text = re.sub(r"\b(?:instead of|rather than|not)\b.*$", "", slots.text)
    named = [name for name in slots.context.situation.brands if re.search(rf"\b{re.escape(name.lower())}\b", text)]
    if slots.says("instead of|rather than"):
        slots.drop(" ".join(name.lower() for name in slots.context.situation.brands))
    slots.skip_pronouns()
    if len(named) != 1:
        return None
    slots.drop("instead brand use " + named[0].lower())
    return Reading(commands=(Command(name="use_brand", value=named[0]),))


def _export(slots: Slots) -> Reading | None:
    formats = [name for name in _FORMATS if slots.says(name)]
    if slots.scenes() or slots.quotes():
        return None
    slots.drop("export avatar video captions file draft last final alone only @url")
    return Reading(commands=(Command(name="export", value=",".join(formats)),))


_AI = r"a\.?i\.?|artificial intelligence|synthetic|generated|disclos\w*|disclaimer"


def _disclosure(slots: Slots) -> Reading | None:
    if not slots.says(_AI) or slots.scenes() or any(not re.search(_AI, one.lower()) for one in slots.quotes()):
        return None
    off = slots.says(
        r"no|not|don'?t|dont|without|remove|hide|off|drop|take .* (?:out|off|away)|skip|delete|lose|"
        r"leave out|omit|ditch|scrap|get rid|kill"
    )
    if slots.says("why|how|what|is it|does it|was it"):
        return None
    slots.drop("video avatar no not dont without remove hide off out away call say show captions title add heading")
    slots.drop("strap words script endcard brand legal made rename label notice instead must talk mention")
    return do(SetDisclosure(disclosure="off" if off else "on"))


def _produce(slots: Slots) -> Reading | None:
    if slots.scenes() or slots.quotes() or slots.says("storyboard|script|brand|new|another|about|not|don'?t|stop|wait"):
        return None
    quality = "draft" if slots.says("draft") else "master" if slots.says("master|best|top|highest|full") else ""
    slots.drop("video draft resolution export render final master start produce scene make show lossless")
    return Reading(commands=(Command(name="produce", value=quality),))


def _no_brand(slots: Slots) -> Reading | None:
    if not slots.says(r"brand\w*|unbrand\w*") or slots.scenes() or slots.quotes():
        return None
    if not slots.says(r"no|not|don'?t|without|remove|detach|unlink|drop|off|strip|forget|un\w+|away|out|lose|rid"):
        return None
    if slots.says("colou?rs?|captions?|logo|fonts?|film|clip|intro|outro|music|opening|closing"):
        return None
    slots.drop("brand no not dont without remove off out away video strap use instead undo unlock split only ours")
    return do(SetBrand(brand=None))


FILLERS = {
    "title": _title,
    "disclosure": _disclosure,
    "produce": _produce,
    "brand.none": _no_brand,
    "heading": _heading,
    "subtitle": _subtitle,
    "end_card.cta": _action,
    "end_card.address": _address,
    "end_card.headline": _headline,
    "edit_line": _edit,
    "replace_words": _edit,
    "part": _part,
    "go_to_draft": _draft,
    "use_brand": _brand,
    "export": _export,
}
