"""Unmet words: values, names and places of a message that nothing was made of, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from tools.language.notes.context import Context
from tools.language.notes.patterns import Token, find
from tools.notes import Understanding

TAKEN = frozenset(
    "rather sorry wait actually not no dont never without than instead keep leave same from nor neither already isnt "
    "nothing if unless except stop "
    "hate although though because since".split()
)
"""Words shortly before another by which that one is not wanted."""


def unwanted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is not wanted, by one shortly before it."""
    return any(token.norm in TAKEN for token in tokens[max(0, at - 4) : at])


def strings_of(value: Any) -> Iterable[str]:  # noqa: ANN401 - any JSON value
    """All the texts in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from strings_of(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings_of(inner)


_FINE = (
    ". ( itself )? ( ( is/are/looks/sounds/seems/feels/look/sound/feel ( just/really/so/very/quite/all/already )* "
    "( fine/good/great/ok/okay/perfect/lovely/nice/right/love ) ) | ( stays/stay/remains/remain/can stay/has to stay "
    ") | "
    "( fine/good/perfect/ok/okay ) )"
)
"""What is only praised, or stays as it is: `the logo is fine`."""


def approved(tokens: Sequence[Token], at: int) -> bool:
    """Whether a thing that is named is only praised, or is to stay as it is."""
    praised = find(
        "love/like/likes/loves/fine/happy ( with )? ( the/our/my/your/this/that )* ~", tokens[max(0, at - 4) : at + 1]
    )
    return find(_FINE, tokens[at : at + 8], at=0) is not None or praised is not None


_ELSEWHERE = frozenset(
    """set_part insert_scene move_scene swap_scenes merge_scenes split_scene duplicate_scene replace_words set_narration
    set_end_card set_disclosure set_pronunciation go_to_draft compare set_seed set_title set_presenter set_heading undo
    set_typeface restore_scenes show_storyboard show_draft""".split()
)
"""Operations that a scene may be named for without being changed itself."""
_BESIDE = frozenset("before after behind between until to from like as than except but of".split())


_IN_SCENES = frozenset("set_transition set_framing set_performance_style set_delivery".split())


def _goes_beyond(scenes: Any, found: Understanding) -> bool:  # noqa: ANN401 - the value of a token
    """Whether scenes are named and all that was made is of the whole programme, though it can be had in a scene."""
    named = getattr(scenes, "ids", ()) and not scenes.every and getattr(scenes, "kind", "") not in ("this", "that")
    whole = all(
        patch.op in _IN_SCENES and not getattr(patch, "scene", "") and not getattr(patch, "line", "")
        for patch in found.patches
    )
    return bool(named and found.patches and whole)


def untouched(context: Context, tokens: Sequence[Token], at: int, found: Understanding, done: Set[str]) -> bool:
    """Whether a scene that is named by its number was left as it is, and nothing stands beside it."""
    scenes = tokens[at].value
    if _goes_beyond(scenes, found) and not unwanted(tokens, at) and not approved(tokens, at):
        return True
    said = context.text[tokens[at].start : tokens[at].end].lower()
    ops = {patch.op for patch in found.patches}
    named = ops <= PER_SCENE and getattr(scenes, "kind", "") not in ("this", "that")
    if (
        not getattr(scenes, "ids", ())
        or scenes.every
        or not named
        and not re.search(r"\d|^scene|^where |^the (?:bit|part|scene) ", said)
    ):
        return False
    within = at and tokens[at - 1].norm == "in" or at + 1 < len(tokens) and tokens[at + 1].norm == ":"
    if (
        done & (_ELSEWHERE - {"replace_words"} if within else _ELSEWHERE)
        or unwanted(tokens, at)
        or approved(tokens, at)
        or not found.patches
    ):
        return False
    if at and tokens[at - 1].norm in _BESIDE - {"of", "to"}:
        return False
    touched = {text for patch in found.patches for text in strings_of(patch.model_dump())}
    held = [line.text.lower() for scene in context.scenes if scene.id in scenes.ids for line in scene.lines]
    held += [scene.heading.lower() for scene in context.scenes if scene.id in scenes.ids]
    if any(patch.op == "replace_words" and any(patch.old.lower() in text for text in held) for patch in found.patches):
        return False
    own = {*scenes.ids, *(line.id for scene in context.scenes if scene.id in scenes.ids for line in scene.lines)}
    return not own & touched


_CHOOSES: Mapping[str, frozenset[str]] = {
    "voice": frozenset("set_voice set_presenter set_captions".split()),
    "background": frozenset("set_background set_look set_music set_picture".split()),
}


def unchosen(context: Context, tokens: Sequence[Token], at: int, texts: Sequence[str], done: Set[str]) -> bool:
    """Whether something of a catalogue, or a typeface, is named that was not chosen."""
    norm = tokens[at].norm
    if norm.startswith("@") or len(norm) < 3 or unwanted(tokens[max(0, at - 2) :], min(at, 2)) or approved(tokens, at):
        return False
    if any(norm in text and re.search(rf"(?<!\w){re.escape(norm)}(?!\w)", text) for text in texts):
        return False
    for family in context.situation.families:
        names = family.lower().split()
        if norm == names[0] and [token.norm for token in tokens[at : at + len(names)]] == names:
            return not any(family.lower() in text for text in texts)
    voices = {one.name.lower().split(",")[0] for one in context.situation.catalogues.get("voice", ())}
    near = {token.norm for token in tokens[max(0, at - 2) : at + 2]}
    if norm in {name.lower() for name in context.situation.brands} and "brand" in near:
        return not done & {"use_brand", "set_brand", "learn_brand", "set_part", "set_logo", "set_colour"}
    named = norm.removesuffix("'s")
    named = named[:-1] if named[:-1] in voices else named
    board = context.board
    own = {board.voice, board.avatar} if board is not None else set()
    if named in {name for name in voices if " " not in name and len(name) > 2} - {"german", "french"}:
        spoken = [one.id for one in context.situation.catalogues.get("voice", ()) if one.name.lower().startswith(named)]
        present = [one.id for one in context.situation.catalogues.get("avatar", ()) if one.name.lower() == named]
        free = own & {*spoken, *present} or done & {"set_narration", "export"}
        return not done & _CHOOSES["voice"] and not free
    backgrounds = {one.id for one in context.situation.catalogues.get("background", ())} - {"paper", "studio", "grid"}
    return norm in backgrounds and not done & _CHOOSES["background"]


PER_SCENE = frozenset("set_music set_speed set_voice set_avatar set_logo set_captions".split())


def elsewhere(before: Token, found: Understanding) -> bool:
    """Whether what was asked for `there`, in a scene, was made of the programme: `mute the music there`."""
    bound = before.norm in (
        "is",
        "are",
        "be",
        "in",
        "out",
        "up",
        "over",
        "from",
        "off",
        "of",
        "on",
        "right",
        "barely",
        "nearly",
        "hardly",
        "almost",
        "already",
        "down",
    )
    return not bound and any(patch.op in PER_SCENE for patch in found.patches)


_PRICE = re.compile(r"[€$£]\s?\d[\d.,]*\d|[€$£]\s?\d|\d[\d.,]* ?(?:€|euros?|%)")


def new_words(context: Context, token: Token) -> bool:
    """Whether words in quotation marks are neither said nor shown, and so asked for rather than asked about."""
    said = token.norm == "@quote" and context.text[token.start : token.start + 1] in "\"'“‘«"
    return said and len(str(token.value).split()) > 1 and unsaid(context, str(token.value), (), frozenset())


def unseen(context: Context, said: str, found: Understanding) -> bool:
    """Whether a request for what scenes show names one by its number in which nothing is changed."""
    if any(patch.op in ("move_scene", "swap_scenes", "insert_scene", "duplicate_scene") for patch in found.patches):
        return False
    touched = {text for patch in found.patches for text in strings_of(patch.model_dump())}
    numbers = [int(one) for one in re.findall(r"\bscenes? (\d{1,2})\b", said.lower())]
    named = [context.scenes[n - 1] for n in numbers if 0 < n <= len(context.scenes)]
    return any(not touched & {scene.id, *(line.id for line in scene.lines)} for scene in named)


def unshown(context: Context, said: str, texts: Sequence[str], numbers: Sequence[float]) -> bool:
    """Whether a price or a share that a scene is to show stands in none of the texts, neither the new nor the old."""
    texts = [*texts, *(text for scene in context.scenes for text in strings_of(scene.content.model_dump()))]
    for found in _PRICE.finditer(said):
        digits = re.search(r"\d[\d.,]*\d|\d", found[0])
        if digits is None or any(digits[0] in text for text in texts):
            continue
        value = float(digits[0].replace(",", "")) if digits[0].count(".") < 2 else 0.0
        if not any(abs(number - value) < 0.01 for number in numbers):
            return True
    return False


_MORE_BEHIND = re.compile(
    r"\W*(?:and|then|also|plus|but|,)\W+(?:also |then |please )?(?:stress|make|put|turn|delete|remove|set|add|change|"
    r"hold|lock|move|"
    r"export|swap|use|no|the)\b"
)


def unsaid(context: Context, quoted: str, texts: Sequence[str], done: Set[str]) -> bool:
    """Whether words in quotation marks went nowhere: neither written, nor told of something that is there."""
    plain = quoted.lower().strip(" .,!")
    for text in texts if sum(not re.search(r"[.=]", one) for one in done) == 1 else ():
        if (
            len(text) > 2
            and plain.startswith(text.strip(" .,!"))
            and _MORE_BEHIND.match(plain[len(text.strip(" .,!")) :])
        ):
            return True
    if not plain or done & {"set_pronunciation", "set_disclosure", "set_end_card.qr", "go_to_draft"}:
        return False
    there = [text for scene in context.scenes for text in (scene.heading, *(line.text for line in scene.lines))]
    there += [context.board.end_card.call_to_action, context.board.end_card.headline] if context.board else []
    if any(plain in text for text in texts) or any(plain in text.lower() for text in there):
        return False
    return not any(len(text) > 2 and text.strip(" .,!") in plain for text in texts)
