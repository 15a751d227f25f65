"""Pictures of contents: a picture that came along as what a scene shows, and the words below one."""

from __future__ import annotations

import re

from tools.content_patches import SetPicture, SetScreen
from tools.language.notes.contents_core import BE, DET, SET, Core, shown_as, value
from tools.language.notes.context import Reading, ask, do
from tools.language.notes.file_names import FILMS, PICTURES, spoken_of
from tools.patches import SetFilm, SetLayout
from tools.storyboard import FilmChoice, Layout, Scene

_PICTURE = (
    r"(?:photo|photograph|picture|image|pic|shot|screenshot|screen ?grab|portrait|illustration|"
    r"drawing|render|snapshot|file|jpe?g|png|one)"
)
_GIVEN = (
    rf"(?:(?:this|that|the|my|our|an?|attached|uploaded|new|enclosed|following|it)\b ?)*{_PICTURE}?(?: "
    r"(?:attached|i (?:just )?(?:sent|uploaded|attached)|here|above|below))?"
)
_NOT_HERE = re.compile(
    r"\b(?:logo|background|backdrop|behind|wallpaper|presenter|avatar|face|opening|closing|"
    r"intro|outro)\b",
    re.I,
)


def read_picture(core: Core) -> Reading | None:
    """A picture or film that came along as what a scene shows, or the words below the picture of a scene."""
    found = core.match(
        rf"{SET}?{DET}(?:caption|text|words?|line|label)(?: (?:of|for|under|below|beneath|on)) {DET}(?:product "
        rf"|framed )?(?:{_PICTURE})(?: (?:in|on|of) .+?)?{BE}(?P<v>.+)"
    ) or core.match(
        rf"(?:under|below|beneath) {DET}{_PICTURE},? (?:it should (?:say|read) |write |put |say "
        r"|add )(?P<v>.+)"
    )
    if found is not None:
        scene = core.scene or core.shown("picture", "product", "full_bleed", "picture_in_picture", has="picture")
        text = value(found["v"])
        return do(SetPicture(scene=scene.id, text=text), focus=(scene.id,)) if scene is not None and text else None
    files = spoken_of(core.context.situation.files, core.text)
    films = [path for name, path in files.items() if name.lower().endswith(FILMS)]
    if len(films) == 1 and (reading := _film(core, films[0])) is not None:
        return reading
    pictures = [path for name, path in files.items() if name.lower().endswith(PICTURES)]
    if (
        len(pictures) != 1
        or _NOT_HERE.search(core.text)
        or not re.search(rf"\b(?:{_PICTURE}|attached|this|it)\b", core.text, re.I)
    ):
        return None
    layout, device = _wanted(core)
    scene = core.scene
    if scene is None:
        if re.search(r"\bproducts?\b", core.text, re.I):
            scene = core.shown("product")
        elif re.search(r"\b(?:quote|testimonial|portrait|author)\b", core.text, re.I):
            scene = core.shown("quote")
        elif layout == "screen":
            scene = core.shown("screen")
        if scene is None:
            return ask("In which scene should the picture be shown?") if layout != "picture" else None
    if not layout or not _shows(core):
        return None
    if (
        scene.layout in ("product", "quote", "screen", "picture", "full_bleed", "picture_in_picture")
        and layout == "picture"
    ):
        layout = scene.layout
    told = re.search(
        r"\b(?:caption|text|label)[: ]+[\"“']?(?P<t>[^\"”']+)[\"”']?$|\b(?:with|and)(?: (?:the|our))?(?: (?:words?|"
        r"caption|text|"
        r"line|label))? [\"“']?(?P<u>[^\"”']{2,80}?)[\"”']? (?:below|underneath|beneath|under)(?: (?:it|that|the "
        r"(?:photo|picture|image)))?$|"
        r"\b(?:and|with) (?:write|put|say|read|saying) [\"“']?(?P<w>[^\"”']{2,80}?)[\"”']? (?:below|underneath|"
        r"beneath|under)(?: "
        r"(?:it|that))?$",
        core.text,
        re.I,
    )
    address = re.search(r"\b(?:address|url)[: ]+(?P<a>[\w./-]+\.[\w./-]+)", core.text, re.I)
    where = address["a"] if address is not None and layout == "screen" else None
    more = (SetScreen(scene=scene.id, device=device, address=where),) if device else ()  # type: ignore[arg-type]
    text = next(one.strip() for one in told.groups() if one) if told is not None else None
    return shown_as(core.context, scene, layout, SetPicture(scene=scene.id, picture=pictures[0], text=text), *more)


def _wanted(core: Core) -> tuple[Layout, str]:
    """The layout that a picture is wanted in, and the device that shows it."""
    text = core.text
    if re.search(
        r"\bpicture[- ]in[- ]picture\b|\bpip\b|\bpresenter (?:small|in (?:a|the) (?:corner|circle))", text, re.I
    ):
        return "picture_in_picture", ""
    device = re.search(
        r"\b(?:(?P<phone>phone|mobile|smartphone|iphone)|(?P<browser>browser|laptop|website "
        r"window)|(?P<code>code window|terminal))\b",
        text,
        re.I,
    )
    if device is not None:
        return "screen", next(name for name in ("phone", "browser", "code") if device[name])
    if re.search(
        r"\b(?:fill(?:s|ing)?|full|whole|entire) ?-?(?:the )?(?:whole |entire |full )?(?:screen|"
        r"frame|bleed|picture|page)\b|\bfull-?(?:screen|bleed)\b|\bfills? (?:it|everything)\b",
        text,
        re.I,
    ):
        return "full_bleed", ""
    return "picture", ""


def _shows(core: Core) -> bool:
    verb = r"(?:show|use|put|add|insert|place|display|include|take|have|feature|bring in|drop in|fill|set|make|let)"
    return (
        core.match(rf"(?:(?:should|must|can|could|will|shall|has to|needs to|to) )?(?:{verb}|shows|has|gets|features) "
                   rf".+") is not None
        or core.match(r"(?:this|that|here)(?:'s| is| goes| belongs| should)? .*") is not None
        or re.search(r"\b(?:attached|uploaded|i sent|screenshot)\b", core.text, re.I) is not None
        or core.match(rf"(?:{_GIVEN}|picture[- ]in[- ]picture|full[- ]?(?:screen|bleed))(?: .*)?") is not None
    )


def _film(core: Core, path: str) -> Reading | None:
    """`replace the clip in scene 3 with this one`."""
    scene: Scene | None = core.scene if core.scene is not None else core.shown("clip")
    if scene is None or scene.film is None or _NOT_HERE.search(core.text):
        return None
    if (
        core.match(
            r"(?:replace|swap|change|exchange|use|show|put|take|play|update) .*\b(?:clip|film|video|"
            r"footage|movie|one|this|it)\b.*"
        )
        is None
    ):
        return None
    film = FilmChoice(file=path, sound=scene.film.sound)
    return do(
        SetFilm(scene=scene.id, film=film),
        *(() if scene.layout == "clip" else (SetLayout(scene=scene.id, layout="clip"),)),
    )
