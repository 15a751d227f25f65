"""Frames of brands: a website to be learned, a brand to be used or left off, told from a few words in any order."""

from __future__ import annotations

import re

from tools.language.notes.clause_parts import NEGATION, Part
from tools.language.notes.context import Context, Reading, do
from tools.language.notes.rules_commands import command
from tools.patches import SetBrand


def learned(c: Context, part: Part) -> Reading | None:
    """The website that the brand is to be learned from."""
    addresses = [str(token.value) for token in part.tokens if token.norm == "@url" and "@" not in str(token.value)]
    if len(addresses) != 1 or NEGATION.search(part.text):
        return None
    about = (
        r"(?:learn|site|website|web site|homepage|home page|page|brand(?:ing)?|find us|shop|store|check|colou?rs?|logo|"
        r"style|look|visit|identity|company|read|find|comes|we're at|we are at|our)"
    )
    own = " ".join(re.findall(r"[\w'.-]*\w", addresses[0].lower()))
    if part.has(about) and part.only(
        f"{own} learn learning corporate design there them know getting lives live sits sit lies hosted running "
        f"runs served about site website web homepage home page brand branding find shop store check out colours "
        "colors colour color logo fonts font style look visit identity company read take pull grab fetch import use "
        "off copy see everything online address url url's link under based our all scan stuff have where new you'll "
        "find "
        "comes come"
    ):
        return command("learn_brand", value=addresses[0])
    return None


def branded(c: Context, part: Part) -> Reading | None:
    """The brand that is to be used, or that none is."""
    names = {brand.lower(): brand for brand in c.situation.brands}
    wanted = re.split(r"\b(?:instead of|rather than|not)\b", part.text)[0]
    named = [brand for low, brand in names.items() if re.search(rf"(?<!\w){re.escape(low)}(?!\w)", wanted)]
    said = part.has(r"(?:brand\w*|unbranded)")
    own = " ".join(f"{name} {name}'s" for name in names)
    off = (
        r"(?:no|not|without|remove|drop|take off|leave|lose|strip|off|out|don't|dont|neutral|unbranded|none|delete|"
        r"ditch|clear|get rid|skip|kill)"
    )
    if said and part.has(off):
        known = (
            f"{own} brand branding branded unbranded no not without remove drop take off leave lose strip out don't "
            f"dont "
            "neutral none delete ditch clear rid skip kill video film make use using at all everything keep any"
        )
        if part.only(known) and c.board is not None:
            return do(SetBrand(brand=None))
        return None
    if len(named) == 1 and not NEGATION.search(wanted):
        use = part.has(r"(?:brand\w*|design|ci|for|switch|use|apply|change|make|style|look)")
        if use and part.only(
            f"{own} brand branding branded kit use using apply switch change make video film set choose pick identity "
            "logo logos fonts font colors and this is not of rather than style colours look take with instead : "
            "put corporate design house ci identity guidelines load onto wear"
        ):
            return command("use_brand", value=named[0])
    return None
