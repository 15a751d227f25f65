"""Dressing: a storyboard takes on a brand, and records of each choice which fact it came from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from brand_memory.kit import BrandKit
from tools.banned_words import find_banned
from tools.branding.briefing import card_of
from tools.branding.films import film_scenes
from tools.branding.looks import logo_of, look_of
from tools.branding.material import Material, Note, source, usable
from tools.branding.pictures import picture_scenes
from tools.branding.products import product_scenes
from tools.branding.statements import Statement
from tools.layouts import texts_of_layout
from tools.looks import resolved_look
from tools.scene_contents import SceneContent
from tools.storyboard import BackgroundChoice, BrandSource, BrandUse, EndCard, LookChoice, Scene, Storyboard

SUBTITLE_WORDS, CARD_WORDS = 10, 7


@dataclass(frozen=True)
class Dressed:
    """A storyboard of a brand, and what the client should know of how it was dressed."""

    storyboard: Storyboard
    notes: tuple[Note, ...]

    def told(self, storyboard: Storyboard) -> tuple[str, ...]:
        """The notes that still hold once `storyboard` is what became of it: scenes may have been left out."""
        scenes = {scene.id for scene in storyboard.scenes}
        return tuple(note.text for note in self.notes if not note.scene or note.scene in scenes)


def dress_storyboard(
    storyboard: Storyboard,
    material: Material,
    *,
    statements: Sequence[Statement] = (),
    sources: Sequence[BrandSource] = (),
    carded: bool = True,
) -> Dressed:
    """`storyboard` with everything it leaves open taken from the brand: look, logo, pictures, clips, names' sounds.

    `statements` are the brand's sentences that its script was offered, and `sources` what is recorded already. With
    `carded`, it gets an end card where it has none. What the storyboard says for itself stays.
    """
    kit = material.kit
    made, notes = storyboard, list[Note]()
    found = list(sources)
    look, more, said = look_of(material, made.look)
    found += more
    notes += map(Note, said)
    fields: dict[str, object] = {"look": look}
    if not made.logo:
        dark = resolved_look(look).palette.dark
        fields["logo"], more, said = logo_of(material, dark)
        found += more
        notes += map(Note, said)
    said_as = {word: way for word, way in kit.lexicon.said.items() if word and way}
    if said_as:
        fields["pronunciations"] = {**said_as, **made.pronunciations}
        found += [
            source(f"pronunciations.{word}", "pronounce", way)
            for word, way in said_as.items()
            if word not in made.pronunciations
        ]
    made = made.changed(**fields)
    made, more = _carded(made, kit, carded)
    found += more
    made, more = _headlined(made, material, found)
    found = [one for one in found if not (more and one.field == "end_card.headline")] + more
    made, more = _subtitled(made, kit)
    found += more
    scenes, more, named = product_scenes(made.scenes, material, verbatim=made.verbatim)
    found += more
    notes += named
    scenes, more, pictured = picture_scenes(scenes, material, made.aspect, made.title)
    made = made.changed(scenes=scenes)
    found += more
    notes += pictured
    found += _spoken(made, statements)
    made, more, said = film_scenes(made, material)
    found += more
    notes += [*map(Note, said), *_banned(made, kit.lexicon.never)]
    use = BrandUse(id=kit.id, name=kit.name.value, version=kit.version, sources=tuple(found))
    return Dressed(pruned(made.changed(brand=use)), tuple(notes))


def pruned(storyboard: Storyboard) -> Storyboard:
    """`storyboard` without records of where something came from that is not on it (any more)."""
    if storyboard.brand is None:
        return storyboard
    shown = tuple(one for one in storyboard.brand.sources if _is_there(storyboard, one))
    return storyboard.changed(brand=storyboard.brand.changed(sources=shown))


def undressed(storyboard: Storyboard) -> Storyboard:
    """`storyboard` without what it took from its brand but for words, so that it can take on another."""
    if storyboard.brand is None:
        return storyboard
    fields = {one.field for one in storyboard.brand.sources}
    look = {name: value for name, value in storyboard.look.model_dump().items() if f"look.{name}" not in fields}
    scenes = [_bare(scene, fields) for scene in storyboard.scenes if f"scenes.{scene.id}.film" not in fields]
    card = {name: value for name, value in storyboard.end_card.model_dump().items() if f"end_card.{name}" not in fields}
    said = {word: way for word, way in storyboard.pronunciations.items() if f"pronunciations.{word}" not in fields}
    return storyboard.changed(
        look=LookChoice(**look),
        logo="" if "logo" in fields else storyboard.logo,
        scenes=tuple(scenes) or storyboard.scenes,
        end_card=EndCard(**card),
        pronunciations=said,
        brand=None,
    )


def _bare(scene: Scene, fields: Collection[str]) -> Scene:
    """`scene` without the picture behind it and the content that `fields` of the storyboard have from the brand."""
    if f"scenes.{scene.id}.background.picture" in fields:
        scene = scene.changed(background=BackgroundChoice())
    taken = [name for name in SceneContent.model_fields if f"scenes.{scene.id}.content.{name}" in fields]
    return scene.changed(content=scene.content.changed(**dict.fromkeys(taken, ""))) if taken else scene


def _carded(storyboard: Storyboard, kit: BrandKit, carded: bool) -> tuple[Storyboard, list[BrandSource]]:
    """What the end card leaves open, and the card itself where there is none and there may be one."""
    has_card = any(scene.layout == "end_card" for scene in storyboard.scenes)
    if not has_card and not carded:
        return storyboard, []
    told, known = card_of(kit)
    card = storyboard.end_card
    fill = {name: text for name, text in told.items() if text and not getattr(card, name)}
    if card.call_to_action:
        # An address may stand on the button already; only one that is nowhere is put below it.
        fill.pop("address", None) if "." in card.call_to_action else None
    sources = [one for one in known if one.field.removeprefix("end_card.") in fill]
    made = storyboard.changed(end_card=card.changed(**fill)) if fill else storyboard
    shown = made.end_card
    if not has_card and (shown.call_to_action or shown.address):
        closing = Scene(id=_free_id(made, "end"), layout="end_card", background=made.scenes[-1].background)
        made = made.changed(scenes=(*made.scenes, closing))
    return made, sources


def _headlined(
    storyboard: Storyboard, material: Material, found: Sequence[BrandSource]
) -> tuple[Storyboard, list[BrandSource]]:
    """The brand's headline on the end card in place of its name, where its logo shows that right above."""
    kit, card = material.kit, storyboard.end_card
    logo = next((fact.value for fact in kit.logos if material.place(fact.value.file) == storyboard.logo), None)
    if logo is None or logo.kind == "mark" or _key(card.headline) != _key(kit.name.value):
        return storyboard, []
    headline = usable(kit.messages.headline)
    text = headline.value.strip().rstrip(".") if headline else ""
    if len(text.split()) > CARD_WORDS or find_banned(kit.lexicon.never, text):
        text = ""
    sources = [source("end_card.headline", "headline", text, headline)] if text else []
    return storyboard.changed(end_card=card.changed(headline=text)), sources


def _subtitled(storyboard: Storyboard, kit: BrandKit) -> tuple[Storyboard, list[BrandSource]]:
    """The brand's headline under a title that has no line below it, or only the name that its logo shows already."""
    headline = usable(kit.messages.headline)
    first = storyboard.scenes[0]
    named = storyboard.logo and _key(first.subtitle) == _key(kit.name.value)
    if storyboard.verbatim or headline is None or first.layout != "title" or (first.subtitle and not named):
        return storyboard, []
    text = headline.value.strip().rstrip(".")
    same = text.casefold() in first.heading.casefold() or first.heading.casefold() in text.casefold()
    if same or len(text.split()) > SUBTITLE_WORDS or find_banned(kit.lexicon.never, text):
        return storyboard, []
    scenes = (first.changed(subtitle=text), *storyboard.scenes[1:])
    return storyboard.changed(scenes=scenes), [source(f"scenes.{first.id}.subtitle", "headline", text, headline)]


def _spoken(storyboard: Storyboard, statements: Sequence[Statement]) -> list[BrandSource]:
    """For each line that is a sentence of the brand's, where that stood."""
    known = {_key(statement.text): statement for statement in statements}
    found: list[BrandSource] = []
    for scene in storyboard.scenes:
        for line in scene.lines:
            statement = known.get(_key(line.text))
            if statement is not None:
                field = f"scenes.{scene.id}.lines.{line.id}"
                found.append(source(field, statement.fact, statement.text, page=statement.page))
    return found


def _banned(storyboard: Storyboard, never: Sequence[str]) -> list[Note]:
    """A note for each scene that says what the brand never says: it was asked for, so it stays, and is told."""
    card = storyboard.end_card
    spoken = [
        (scene.id, f"Scene {scene.id}", " ".join((scene.heading, scene.subtitle, *_content(scene), *_said(scene))))
        for scene in storyboard.scenes
    ]
    shown = ("", "The end card", f"{card.headline} {card.call_to_action} {card.address}")
    return [
        Note(f"{place} says “{word}”, which the brand never says; it was asked for, so it stays.", scene)
        for scene, place, text in (*spoken, shown)
        for word in dict.fromkeys(word for word, _ in find_banned(never, text))
    ]


def _content(scene: Scene) -> tuple[str, ...]:
    return texts_of_layout(scene, logo=True)


def _said(scene: Scene) -> tuple[str, ...]:
    return tuple(line.text for line in scene.lines)


def _is_there(storyboard: Storyboard, one: BrandSource) -> bool:
    """Whether what a source speaks of is still on the storyboard: a line may have been left out for its length."""
    parts = one.field.split(".")
    if parts[0] == "scenes":
        scene = next((scene for scene in storyboard.scenes if scene.id == parts[1]), None)
        return scene is not None and (parts[2] != "lines" or any(line.id == parts[3] for line in scene.lines))
    if parts[0] == "end_card":
        shown: str = getattr(storyboard.end_card, parts[1])
        whole = " ".join(text for text in storyboard.end_card.model_dump().values() if isinstance(text, str)).casefold()
        return bool(shown) and (one.value.casefold() in whole or shown.casefold() in one.value.casefold())
    return True


def _free_id(storyboard: Storyboard, wanted: str) -> str:
    taken = {scene.id for scene in storyboard.scenes}
    return next(name for name in (wanted, *(f"{wanted}{n}" for n in range(2, 500))) if name not in taken)


def _key(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
