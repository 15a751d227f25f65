"""New contents: a scene that is to show a figure, a quote, a product, a list, a comparison, a chart or a screen.

What kind it is to be is told by one word anywhere in front; the rest is fields with their names, quotes, prices and
names, in any order: `make scene 4 a product scene with the name Lumen Mini and the price $59`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tools.content_patches import SetChart, SetEntries, SetProduct, SetQuote, SetScreen, SetSides, SetStatistic
from tools.language.notes.contents_charts import pairs
from tools.language.notes.contents_core import Core, listed, shown_as, value
from tools.language.notes.context import Reading
from tools.language.notes.expressions import expression
from tools.scene_contents import ChartForm, Entry, Side
from tools.storyboard import Layout, Scene

_FIELD = re.compile(
    r"(?:^|[,;.]|\bwith|\band|\()\s*(?:and |with )?(?:the |an? |its |her |his )?"
    r"(?P<key>labels?|value|figure|source|note|name|called|price|priced at|for|badge|details?|"
    r"description|author|role|unit|caption|address|url|text|said by|by)"
    r"(?:\s*[:=]\s*|\s+(?:is |of |at |saying |should (?:be|say) )?)(?P<v>[\"“'][^\"”]+?[\"”'](?=\W|$)|.+?)"
    r"(?=(?:\s*[,;.]\s+|\s+(?:and|with)\s+(?:the |an? |its )?)(?:labels?|value|figure|source|"
    r"note|name|called|price|badge|details?|description|author|role|unit|caption|address|"
    r"url|text)\b|[,;.]?\s*$|[,;]\s)",
    re.IGNORECASE,
)
_NAMES = {
    "labels": "label",
    "details": "detail",
    "description": "detail",
    "called": "name",
    "priced at": "price",
    "said by": "author",
    "by": "author",
    "url": "address",
    "figure": "value",
}
_QUOTED = re.compile(r"[\"“„«]([^\"”“»]+)[\"”»]|(?<!\w)'((?:[^']|(?<=\w)'(?=\w))+)'(?!\w)")
_PRICE = re.compile(
    r"(?:from )?(?:[$€£]\s?\d[\d.,]*\d|[$€£]\s?\d|\d[\d.,]*\s?(?:[$€£]|(?:euros?|dollars?|"
    r"pounds?|eur|usd|chf|francs?)\b))",
    re.I,
)
_FIGURE = re.compile(
    r"(?P<f>[$€£]?\d[\d.,]*(?: ?%| ?[€$£]| ?percent\b| ?x\b)?(?: (?:out of|in) \d+)?(?: "
    r"(?:years?|hours?|days?|seconds?|secs?|minutes?|million|billion|thousand|weeks?|months?|"
    r"times)\b)?)",
    re.I,
)
_CUES: tuple[tuple[Layout, str], ...] = (
    ("quote", r"\b(?:quotes?|quotation|testimonial)\b"),
    ("product", r"\bproducts?(?: card| scene| layout| page)?\b"),
    ("chart", r"\b(?:charts?|graphs?|diagram|donut|doughnut|plot)\b"),
    ("comparison", r"\b(?:compar\w+|versus|two columns|side[- ]by[- ]side|before[- ]and[- ]after)\b"),
    (
        "statistic",
        r"\b(?:statistics?|stats?|kpi|(?:big|large|huge) (?:figure|number)|(?:figure|number)\b(?=.*\b(?:big|"
        r"large|huge|counted)))",
    ),
    ("steps", r"\b(?:steps|timeline)\b"),
    ("points", r"\b(?:bullet ?points|bullets|points|list)\b"),
    (
        "screen",
        r"\b(?:(?:code|terminal) (?:window|screen|editor|block)|(?:browser|phone|smartphone|"
        r"mobile)(?: window| screen| mock-?up)?)\b",
    ),
)


def read_new(core: Core) -> Reading | None:
    """A scene with the content that is told for it, where it shows something else so far."""
    scene = core.scene
    if scene is None or len(core.text) > 400:
        return None
    head = re.split(r"[:\"“]|\s'|\s(?:-|–|—|->)\s", core.text, maxsplit=1)[0]
    told = {
        _NAMES.get(one["key"].lower(), one["key"].lower()): one["v"].strip(" \"'“”.")
        for one in _FIELD.finditer(core.text)
    }
    for layout, cue in _CUES:
        everywhere = layout in ("comparison", "product", "quote", "statistic")
        cued = expression(cue, re.I)
        found = cued.search(head) or (cued.search(core.text) if everywhere else None)
        if found is None or scene.layout == layout:
            continue
        behind = core.text[found.end() :]
        return _MAKERS[layout](core, scene, behind, told)
    return None


def _quotes(text: str) -> list[str]:
    return [(one[0] or one[1]).strip() for one in _QUOTED.findall(text)]


def _quote(core: Core, scene: Scene, behind: str, told: dict[str, str]) -> Reading | None:
    named = _quotes(core.text)
    if len(named) != 1 or len(named[0].split()) < 2:
        return None
    quoted = _QUOTED.search(core.text)
    assert quoted is not None
    after = core.text[quoted.end() :]
    person = re.match(
        r"[\s,.–—-]*(?:\(?(?:said |written |spoken )?(?:by|from|of|author:?)\s+|author\s+is\s+)?(?P<a>[^\W\d_][\w.'’ "
        r"-]*?)\)?(?:,\s*(?P<r>[^,]+?))?[.)]*$",
        after,
        re.I,
    )
    before = re.search(
        r"\b(?:quote|testimonial|review|quotation) (?:by |from |of )?(?P<a>(?-i:[A-Z])[\w.'’-]*(?: "
        r"(?-i:[A-Z])[\w.'’-]*){0,3})(?:, (?P<r>[^:\"“]+?))?\s*[:,]?\s*$",
        core.text[: quoted.start()],
        re.I,
    )
    author = told.get("author") or (person["a"] if person is not None else before["a"] if before is not None else None)
    author = re.sub(r"^(?:by|from|of) ", "", author) if author else None
    if before is not None and before["a"] and "author" not in told:
        author = before["a"]
    role = (
        told.get("role")
        or (before["r"] if before is not None else None)
        or (person["r"] if person is not None and "author" not in told else None)
    )
    if author and re.match(r"(?:as|in|on|for|instead|please|with|and|there)\b", author, re.I):
        author = None
    return shown_as(
        core.context,
        scene,
        "quote",
        SetQuote(scene=scene.id, quote=named[0].strip(" ,."), author=author or None, role=role or None),
    )


def _product(core: Core, scene: Scene, behind: str, told: dict[str, str]) -> Reading | None:
    price = _PRICE.search(told.get("price", "")) or _PRICE.search(core.text)
    named = _quotes(behind)
    lead = re.sub(
        r"^[\s,:.–-]*(?:card|scene|layout|page)?[\s,:.–-]*(?:with |for |of |about |called |named "
        r"|showing )?(?:the |our )?",
        "",
        behind,
        flags=re.I,
    )
    first = re.split(r"[,;:(]|\s(?:with|for|at|costing|price[ds]?)\s|\.\s", lead)[0].strip(" .\"'")
    shown = re.match(
        r"(?:show|present|feature|display|introduce|put|make)\s+(?:the |our )?(?P<n>.+?) (?:as|"
        r"like) (?:an? |the )?product",
        core.text,
        re.I,
    )
    name = told.get("name") or (shown["n"] if shown is not None else "") or first or (named[0] if named else "")
    if (
        not name
        or len(name) > 60
        or _PRICE.fullmatch(name)
        or name.lower() in ("instead", "please", "layout", "card", "scene")
        or re.match(r"(?:instead|please|should|to|is|in|on|earlier|later|first|last|sooner|next|again|before|after)"
                    r"\b", name, re.I)
    ):
        return None
    patch = SetProduct(
        scene=scene.id,
        name=name,
        price=price[0].strip() if price else None,
        badge=told.get("badge"),
        detail=told.get("detail"),
    )
    return shown_as(core.context, scene, "product", patch)


def _statistic(core: Core, scene: Scene, behind: str, told: dict[str, str]) -> Reading | None:
    named = _quotes(core.text)
    figure = (
        _FIGURE.search(told.get("value", ""))
        or next((found for one in named if (found := _FIGURE.match(one))), None)
        or _FIGURE.search(core.text)
    )
    if figure is None:
        return None
    label = told.get("label") or next(
        (one for one in named if _FIGURE.match(one) is None and one != told.get("note") and one != told.get("source")),
        None,
    )
    if label is None and figure.string == core.text:
        tail = re.match(r"\s*(?P<l>(?:per|of|less|more|fewer|for|from) [^,;]+)$", core.text[figure.end() :], re.I)
        label = tail["l"] if tail is not None else None
    note = told.get("source") or told.get("note")
    return shown_as(
        core.context,
        scene,
        "statistic",
        SetStatistic(scene=scene.id, value=figure["f"].strip(), label=label, note=note),
    )


def _chart(core: Core, scene: Scene, behind: str, told: dict[str, str]) -> Reading | None:
    tail = (
        core.text.rpartition(":")[2]
        if ":" in core.text
        else re.sub(
            r"^[\s,]*(?:chart|graph)?[\s,]*(?:with |of |showing )?(?:the )?(?:values? )?", "", behind, flags=re.I
        )
    )
    data, unit = pairs(tail.strip(" ,"))
    if len(data) < 2:
        return None
    form = re.search(
        r"\b(?:(?P<line>line|curve)|(?P<donut>donut|doughnut|pie|ring))\b",
        core.text[: len(core.text) - len(tail)],
        re.I,
    )
    chosen: ChartForm | None = None if form is None else "line" if form["line"] else "donut"
    return shown_as(core.context, scene, "chart", SetChart(scene=scene.id, data=data, unit=unit or None, chart=chosen))


def _listing(layout: Layout) -> Callable[[Core, Scene, str, dict[str, str]], Reading | None]:
    def made(core: Core, scene: Scene, behind: str, told: dict[str, str]) -> Reading | None:
        tail = re.split(r":|->|→|\s[-–—]\s|=|^ to ", behind, maxsplit=1)
        texts = listed(value(tail[1]) or "") if len(tail) == 2 else []
        if len(texts) < 2 or any(len(one) > 90 for one in texts):
            return None
        patch = SetEntries(scene=scene.id, entries=tuple(Entry(text=one) for one in texts[:12]))
        return shown_as(core.context, scene, layout, patch)

    return made


def _comparison(core: Core, scene: Scene, behind: str, told: dict[str, str]) -> Reading | None:
    text = core.text
    sides = re.search(
        r"(?P<a>[^,:;]+?) (?:on|to) the left(?: side)?(?:,| and|;)+ (?P<b>[^,:;]+?) (?:on|to) "
        r"the right",
        text,
        re.I,
    )
    if sides is None:
        found = re.search(r"\b(?P<a>before)\s*:\s*(?P<x>[^.;]+)[.;,]\s*(?P<b>after)\s*:\s*(?P<y>[^.;]+)", text, re.I)
        if found is not None:
            both = tuple(
                Side(title=found[t].capitalize(), entries=tuple(Entry(text=one) for one in listed(found[e].strip())))
                for t, e in (("a", "x"), ("b", "y"))
            )
            return shown_as(core.context, scene, "comparison", SetSides(scene=scene.id, sides=both))
        named = _quotes(text)
        if len(named) == 2:
            return shown_as(
                core.context,
                scene,
                "comparison",
                SetSides(scene=scene.id, sides=tuple(Side(title=one) for one in named)),
            )
        of = re.search(
            r"(?:compar\w+|columns|versus|side[- ]by[- ]side|weigh|:),?\s*(?:of |between |with |"
            r"should )?(?:weigh )?(?P<a>[^,:]+?)\s+(?:vs\.?|versus|against|and|with|to|or)\s+(?P<b>[^,:]+?)(?: "
            r"as (?:an? )?compar\w+)?$",
            text,
            re.I,
        )
        weighed = re.search(r"\bweigh (?P<a>[^,:]+?) against (?P<b>[^,:]+?)(?: as (?:an? )?compar\w+)?$", text, re.I)
        sides = weighed or of
    if sides is None:
        return None
    titles = [
        re.sub(r"^(?:compare|show|with|of|:|and)\s+|^[:\s]+", "", sides[n].strip(), flags=re.I).strip(" \"'")
        for n in ("a", "b")
    ]
    if not all(titles) or any(len(one) > 60 for one in titles):
        return None
    return shown_as(
        core.context, scene, "comparison", SetSides(scene=scene.id, sides=tuple(Side(title=one) for one in titles))
    )


def _screen(core: Core, scene: Scene, behind: str, told: dict[str, str]) -> Reading | None:
    if core.context.situation.files:
        return None
    device = re.search(
        r"\b(?:(?P<code>code|terminal)|(?P<phone>phone|smartphone|mobile)|(?P<browser>browser))\b", core.text, re.I
    )
    found = re.search(
        r"(?:\bshowing|\bwith (?:the )?(?:text|words|code)|\bw/ (?:the )?text|\bthat (?:says|"
        r"shows|reads)|\bsaying|\btext)\s*:?\s*(?P<t>.+)$|:\s*(?P<u>.+)$",
        behind,
        re.I,
    )
    address = told.get("address")
    if device is None or (found is None and not address):
        return None
    text = value((found["t"] or found["u"]).strip()) if found is not None else None
    chosen = next(name for name in ("code", "phone", "browser") if device[name])
    patch = SetScreen(scene=scene.id, device=chosen, text=text, address=address)  # type: ignore[arg-type]
    return shown_as(core.context, scene, "screen", patch) if text or address else None


_Maker = Callable[[Core, Scene, str, dict[str, str]], Reading | None]
_MAKERS: dict[Layout, _Maker] = {
    "quote": _quote,
    "product": _product,
    "statistic": _statistic,
    "chart": _chart,
    "steps": _listing("steps"),
    "points": _listing("points"),
    "comparison": _comparison,
    "screen": _screen,
}
