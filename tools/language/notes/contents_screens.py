"""Screens of contents: on what a picture or text is shown, the address above it, and the text."""

from __future__ import annotations

import re

from tools.content_patches import SetScreen
from tools.language.notes.contents_core import BE, DET, REMOVE, SET, Core, field_text, shown_as, value
from tools.language.notes.context import Reading

_SCREEN = r"(?:browser(?: window)?|screen|window|phone|mock-?up|address bar|url bar)"


def read_screen(core: Core) -> Reading | None:
    """On what a picture or text is shown, the address above it, and the text."""
    scene = core.shown("screen", has="address")
    if scene is None:
        return None
    for field, words in (("address", "address|url|link|web address"), ("text", "text|words?|code")):
        said = field_text(core, words, _SCREEN)
        if said is not None and re.search(_SCREEN, core.text, re.I) and (field != "address" or not said or "." in said):
            return shown_as(
                core.context, scene, scene.layout, SetScreen.model_validate({"scene": scene.id, field: said})
            )
    found = core.match(
        rf"{DET}{_SCREEN} (?:should |must |could |can )?(?:shows?|has|have|say|says|reads?|display|displays) (?:the )"
        rf"?(?:address )?"
        r"(?P<v>[\w-]+(?:\.[\w-]+)+(?:/\S*)?)(?: (?:in|on|as) (?:the|its) (?:address|url)(?: (?:bar|line|field))?)?"
    )
    if found is not None:
        return shown_as(core.context, scene, scene.layout, SetScreen(scene=scene.id, address=found["v"]))
    device = (
        r"(?P<phone>(?:a |the |an |some )?(?:phone|mobile(?: phone)?|smartphone|iphone|cell ?phone|handset))|"
        r"(?P<browser>(?:a |the )?(?:browser(?: window)?|web ?page|website window|laptop|desktop|computer))|"
        r"(?P<code>(?:a |the )?(?:code (?:window|editor|block)|terminal|editor))"
    )
    found = core.match(
        r"(?:(?:show|put|display|present|place|move|have|use|make|turn|switch|change|set|want) "
        rf")?(?:it |this |that |{DET}(?:{_SCREEN}|device|picture|text|mock-?up|frame|page|shop|"
        r"site|app) )*"
        rf"(?:(?:on|in|inside|to|into|as|as if on|for|be|should be|is|with)+ )*(?:{device})(?: "
        r"(?:there|here))?(?: (?:instead|rather)(?: of .+| than .+)?)?(?:,? (?:not|rather than|"
        r"instead of) .+)?"
    )
    if found is not None:
        chosen = next(name for name in ("phone", "browser", "code") if found[name])
        return shown_as(
            core.context, scene, scene.layout, SetScreen.model_validate({"scene": scene.id, "device": chosen})
        )
    on_it = rf"(?: (?:on|in|of|for|above) {DET}{_SCREEN})"
    found = core.match(rf"{SET}?{DET}(?:address bar|url bar|(?:address|url|link|web address){on_it}){BE}(?P<v>\S+)")
    if found is not None:
        return shown_as(core.context, scene, scene.layout, SetScreen(scene=scene.id, address=found["v"].strip("\"'“”")))
    if core.match(rf"{REMOVE}{DET}(?:address bar|url bar|(?:address|url|link){on_it})"):
        return shown_as(core.context, scene, scene.layout, SetScreen(scene=scene.id, address=""))
    found = core.match(
        rf"(?:{SET}?{DET}(?:text|words?|line|code|content){on_it}{BE}(?P<v>.+)|(?:on|in) {DET}{_SCREEN},? "
        r"(?:it should (?:say|read) |write |put |show |say )(?P<w>.+)|(?:write|put|show) (?P<x>[\"“'].+[\"”']) "
        rf"(?:on|in) {DET}{_SCREEN})"
    )
    if found is not None and (text := value(found["v"] or found["w"] or found["x"])):
        return shown_as(core.context, scene, scene.layout, SetScreen(scene=scene.id, text=text))
    return None
