"""Fields of contents: a statistic, a quote and a product, each told by what it is and what it is to say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from tools.content_patches import SetProduct, SetQuote, SetStatistic
from tools.language.notes.contents_core import BE, DET, REMOVE, SET, Core, content_of, field_text, shown_as, value
from tools.language.notes.context import Reading, ask
from tools.storyboard import Layout

_STAT = (
    r"(?:(?:big|large|main|key|huge) )?(?:figure|statistic|stat|number|kpi|percentage|metric)(?: "
    r"number| figure| value)?"
)
_QUOTE = r"(?:(?:customer|guest|client|user|new) )*(?:quote|quotation|testimonial|review|customer voice)"
_PRODUCT = r"product(?: card| scene| picture)?"
_CARD = rf"(?: (?:on|of|in|for|from) (?:the |our |that |this )?(?:{_PRODUCT}|card|loaf|item|offer))?"
_BADGE = r"(?:badge|sticker|label|flag|tag|ribbon|banner)"
_AS = r"(?:as|into|to be|to|like|be) (?:an? |the |one |our )?"
_DIGIT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|twice|"
    r"double|zero|all)\b",
    re.I,
)
_BELOW = r"(?:under|below|beneath|underneath|next to|beside)"
_WRITE = r"(?:(?:it )?(?:should|must|could) (?:say|read|be) |(?:write|put|say|add|print|show|have|read) )?"


_KEYED = re.compile(
    r"[,.;]? *(?:and |with )?(?:the )?(?P<key>label|source|note|name|price|badge|details?|"
    r"description|quote|author|role|unit|below|underneath)"
    r"(?: *[:=] *| should be | is (?=[\"“'A-Z€$£\d]))(?P<v>[\"“][^\"”]+[\"”]|[^,.;\n]+(?:[.,]\d[^,.;\n]*)*)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?P<figure>[$€£]?\d[\d.,]*(?: ?%| percent)?(?: (?!per|of|less|more|fewer|out|in|for)\w+)?) "
    r"(?P<label>(?:per|of|less|more|fewer|for) .+)",
    re.I,
)


def keyed(text: str) -> dict[str, str]:
    """The fields that are told one by one with their names: `name: Lumen, price: €89`."""
    names = {"details": "detail", "description": "detail", "underneath": "below"}
    found = ((one["key"].lower(), one["v"].strip(" \"'“”")) for one in _KEYED.finditer(text))
    return {names.get(key, key): told for key, told in found if told}


def read_statistic(core: Core) -> Reading | None:
    """A figure, the words below it or its source; as a new one where a scene is to show it."""
    new = core.match(
        rf"(?:{SET}|show )?(?:it )?(?:(?:as|into|to be|to|like|be) )?(?:an? |the |one |our )?(?:big "
        rf")?{_STAT}(?: scene)?\s*[:,]?\s*(?:of |with |showing )?(?P<v>(?!\s|to |is |are |should "
        r"|must |has |as |with |in |on |says? |reads? )[^:]*\d.*?)(?: big| large)?(?: on (?:the "
        r")?screen)?"
        rf"(?:,? (?:with|and) [\"“'](?P<label>.+?)[\"”'] (?:below|underneath|under it|beneath)(?: it)?)?"
    ) or core.match(
        rf"(?:show|display|put|have|feature|bring|highlight|give me|use|add) (?:the |a |an )?(?:{_STAT} "
        r")?(?:of )?(?P<v>[^,]*\d[^,]*?)"
        rf"(?: {_AS}(?:big |large |huge |giant )*{_STAT}| (?:really |very )?(?:big|large|huge)(?: "
        r"(?:on|in) (?:the )?(?:screen|picture))?)"
        r"(?:,? with (?:the )?(?:words? |label |text )?(?P<label>.+?)(?: (?:below|underneath|"
        r"under it|beneath)(?: it)?)?)?"
    )
    if (
        new is not None
        and core.scene is not None
        and core.scene.layout != "statistic"
        and (figure := value(_KEYED.sub("", new["v"]), short=True))
    ):
        told = keyed(core.text)
        label = value(new["label"]) if new["label"] else told.get("label") or told.get("below")
        unit = _UNIT.fullmatch(figure) if label is None else None
        figure, label = (unit["figure"], unit["label"]) if unit is not None else (figure, label)
        note = told.get("source") or told.get("note")
        patch = SetStatistic(scene=core.scene.id, value=figure, label=label, note=note)
        return shown_as(core.context, core.scene, "statistic", patch)
    scene = core.shown("statistic", has="value")
    if scene is None:
        return core.several("statistic") if core.match(rf"{SET}?{DET}{_STAT}{BE}.*\d.*") else None
    for field, words in (("label", "label|caption|description"), ("note", "source|footnote|note")):
        if (text := field_text(core, words, _STAT)) is not None and re.search(_STAT, core.text, re.I):
            return shown_as(
                core.context, scene, scene.layout, SetStatistic.model_validate({"scene": scene.id, field: text})
            )
    if core.match(rf"{REMOVE}{DET}(?:source|footnote|note|small print)(?: (?:of|for|under|below|from) .+)?"):
        return (
            _done(core, scene.layout, SetStatistic(scene=scene.id, note=""), "statistic")
            if content_of(scene).note
            else None
        )
    if core.match(rf"{REMOVE}{DET}(?:label|text|words?|caption|line)(?: {_BELOW} .*)"):
        return shown_as(core.context, scene, scene.layout, SetStatistic(scene=scene.id, label=""))
    found = core.match(
        rf"(?:{SET}?{DET}(?:label|text|words?|caption|line|description|sentence)(?: "
        rf"(?:of|for|{_BELOW}) {DET}(?:{_STAT}|"
        rf"it)){BE}(?P<v>.+)"
        rf"|{_BELOW} {DET}{_STAT},? {_WRITE}(?P<w>.+)"
        rf"|(?:put|write|add|say|have|show) (?P<x>.+) {_BELOW} {DET}{_STAT})"
    )
    if found is not None and (text := value(found["v"] or found["w"] or found["x"])):
        return shown_as(core.context, scene, scene.layout, SetStatistic(scene=scene.id, label=text))
    found = core.match(
        rf"{SET}?{DET}(?:source|footnote|note)(?: (?:of|for|under|below|from) {DET}{_STAT}){BE}(?P<v>.+)"
    ) or (core.match(rf"{SET}?{DET}(?:source|footnote){BE}(?P<v>.+)") if core.shown("chart") is None else None)
    if found is not None and (text := value(found["v"])):
        return shown_as(core.context, scene, scene.layout, SetStatistic(scene=scene.id, note=text))
    found = core.match(
        rf"{SET}?{DET}{_STAT}(?: (?:here|there|is wrong|is off|is outdated|has changed),? ?(?:it'?s(?: "
        r"now)?|it is(?: now)?|it should be|make it|to))?"
        rf"(?:{BE}| (?=\d))(?P<v>.+)"
    ) or core.match(
        rf"{SET}?{DET}{_STAT} (?:is wrong|is off|is not right|has changed),? (?:it'?s|it is|it "
        r"should be|make it|should be|now)(?: now| actually)? (?P<v>.+)"
    )
    if found is None:
        found = core.match(rf"(?:make|put|use|write|show|have|set|take) (?P<v>.+?) (?:as|for) {DET}{_STAT}")
    if found is not None and (figure := value(found["v"], short=True)) and (_DIGIT.search(figure)):
        return shown_as(core.context, scene, scene.layout, SetStatistic(scene=scene.id, value=figure))
    own = content_of(scene).value
    plain = core.text
    if _DIGIT.search(own):
        plain = re.sub(re.escape(own).replace(r"\ ", " ?"), "the figure", plain, flags=re.I)
    if plain != core.text and (again := read_statistic(replace(core, text=plain))) is not None:
        return again
    bare = re.sub(r"[^\d.,]", "", own)
    found = (
        core.match(
            rf"(?:it'?s|it is|they are|we(?:'re| are)(?: at)?|that'?s|it should (?:be|say|read)|make it|make that)(?: "
            rf"now| really"
            rf"| actually)* (?P<v>\S*\d\S*(?: ?%| percent| out of \w+)?)(?: now| these days| by now)*,? (?:not|"
            rf"instead of|and not|"
            rf"rather than)(?: just| only)? {re.escape(bare)}(?: ?%| percent)?(?: any ?more)?"
        )
        if bare
        else None
    )
    if found is not None and (figure := value(found["v"], short=True)):
        return shown_as(core.context, scene, scene.layout, SetStatistic(scene=scene.id, value=figure))
    found = (
        core.match(rf"(?:{SET}|show |say )?(?:it )?(?P<v>.+?) (?:instead of|rather than|not) (?:the )?{re.escape(own)}")
        if own
        else None
    )
    if found is not None and (figure := value(found["v"], short=True)) and _DIGIT.search(figure):
        return shown_as(core.context, scene, scene.layout, SetStatistic(scene=scene.id, value=figure))
    if own and core.match(rf"{SET}?(?:the )?{re.escape(own)} (?:to|into|by|with) (?P<v>.+)"):
        found = core.match(rf"{SET}?(?:the )?{re.escape(own)} (?:to|into|by|with) (?P<v>.+)")
        figure = value(found["v"], short=True) if found else None
        return (
            shown_as(core.context, scene, scene.layout, SetStatistic(scene=scene.id, value=figure)) if figure else None
        )
    return None


def _done(core: Core, layout: Layout, patch: Any, kind: str) -> Reading:  # noqa: ANN401
    scene = core.context.scene(patch.scene)
    assert scene is not None
    return shown_as(core.context, scene, layout, patch)


_PERSON = r"(?P<author>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})(?:,| \()?(?: (?P<role>[^()\"]{2,80}?)\)?)?"
_BY = r"(?:,? (?:by|from|said by|of)|\s*[-–—,:]+)"


def read_quote(core: Core) -> Reading | None:
    """Somebody's words, who said them, and what that person is."""
    quoted = rf"[\"“„«'](?P<q>[^\"”“»]+?)[\"”“»'][,.]?(?:{_BY} {_PERSON})?"
    shows = (
        rf"(?:{SET}|show |add |use |put |take |insert |include |feature )?(?:it )?(?:{_AS})?{DET}{_QUOTE}(?: "
        rf"scene)?(?: instead)?(?: should (?:be|say)| (?:is|to|saying|reads?|says))?\s*[:,]?\s*{quoted}"
    )
    found = core.match(shows)
    if found is not None:
        scene = core.scene or core.shown("quote")
        if scene is None:
            return core.several("quote") or ask("In which scene should the quote be shown?")
        author, role = _named(found["author"]), _named(found["role"])
        patch = SetQuote(scene=scene.id, quote=found["q"].strip(" ,"), author=author, role=role)
        return shown_as(core.context, scene, "quote", patch)
    scene = core.shown("quote", has="quote")
    if scene is None:
        return None
    said = field_text(core, "text|words?|wording", _QUOTE)
    if said and re.search(_QUOTE, core.text, re.I) and len(said.split()) > 2:
        return shown_as(core.context, scene, scene.layout, SetQuote(scene=scene.id, quote=said))
    who = core.match(
        rf"{DET}(?:person|guest|customer|one) (?:quoted|who said (?:it|that|this)) (?:is|was)(?: "
        r"called)? (?P<v>.+)"
    )
    if who is not None and (named := value(who["v"])):
        author, _, role = named.partition(",")
        return _author(core, scene.id, author, re.sub(r"^\s*an? ", "", role))
    found = core.match(
        rf"(?:{SET}?{DET}(?:{_QUOTE}(?:'s)? )?(?:author|speaker|name|person|source)(?: (?:of|for|under|below|behind|"
        rf"on) {DET}{_QUOTE})(?: name)?{BE}(?:by )?{_PERSON}"
        rf"|{DET}{_QUOTE}(?: (?:is|was|comes|should be|must be))?(?: actually| really)?(?: said|"
        rf" given| written)? (?:by|from) {_PERSON}".replace("(?P<author>", "(?P<a1>", 1).replace(
            "(?P<role>", "(?P<r1>", 1
        )
        + rf"|(?:attribute|credit|assign) {DET}{_QUOTE} to (?P<a2>.+)"
        rf"|(?:it|that|this) was(?: actually)? (?:said|written) by (?P<a3>.+)"
        rf"|{_BELOW} {DET}{_QUOTE},? {_WRITE}(?P<a4>.+)"
        rf"|(?:put|write|add|show|have) (?P<a5>.+) {_BELOW} {DET}{_QUOTE}"
        rf"|(?:sign|signed) {DET}(?:{_QUOTE} )?(?:by|with|as) (?P<a6>.+))"
    )
    if found is not None:
        groups = found.groupdict()
        text = next((groups[name] for name in ("a2", "a3", "a4", "a5", "a6") if groups.get(name)), None)
        if text is not None:
            plain = value(text) or ""
            author, _, role = plain.partition(",")
            return _author(core, scene.id, author, role)
        first = groups.get("a1") or groups.get("author")
        if first:
            return _author(core, scene.id, _named(first) or "", _named(groups.get("r1") or groups.get("role")) or "")
    own = content_of(scene).author
    first_name = re.escape(own.split()[0]) if own else r"\b\B"
    named_by = rf"(?:author|speaker|person)(?: of {DET}{_QUOTE})?|{re.escape(own) or 'x^'}|{first_name}"
    found = core.match(
        rf"{SET}?{DET}(?:role|title|job|position|function|job title)(?: (?:of|for|"
        rf"under|below) {DET}(?:{named_by}|{_QUOTE})){BE}(?P<v>.+)"
    ) or core.match(rf"{SET}?{DET}(?:{named_by})'?s (?:role|title|job|position|function|job title){BE}(?P<v>.+)")
    if found is not None and (text := value(found["v"])):
        return shown_as(core.context, scene, scene.layout, SetQuote(scene=scene.id, role=text))
    found = core.match(rf"{SET}?{DET}(?:words? of |text of )?(?:the )?{_QUOTE}{BE}(?P<v>.+)")
    by = _BY_NAME.fullmatch(found["v"]) if found is not None else None
    if by is not None and (text := value(by["q"])) and len(text.split()) > 2 and not _ORDERS.match(text):
        role = (by["role"] or "").strip() or None
        patch = SetQuote(scene=scene.id, quote=text, author=by["author"].strip(), role=role)
        return shown_as(core.context, scene, scene.layout, patch)
    if found is not None and (text := value(found["v"])) and len(text.split()) > 2 and not _ORDERS.match(text):
        return shown_as(core.context, scene, scene.layout, SetQuote(scene=scene.id, quote=text))
    found = core.match(
        rf"{DET}(?:{named_by})(?: is| was|:)(?: really| actually)? (?:an? |our |the )?(?P<v>[^,.:]{{3,60}}?),? (?:and "
        rf"|so |please )*(?:put|"
        r"write|show|add|say) (?:that|it|this)(?: (?:under|below|beneath|there|with|next to|behind).*)?"
    )
    if found is not None and (text := value(found["v"])):
        return shown_as(core.context, scene, scene.layout, SetQuote(scene=scene.id, role=text))
    found = core.match(
        rf"{DET}{_QUOTE} (?:without|with no|minus)(?: the| an?| any)? (?P<what>author|name|role|title|job)(?: please)?"
    )
    if found is not None:
        field = "author" if found["what"].lower() in ("author", "name") else "role"
        return shown_as(core.context, scene, scene.layout, SetQuote.model_validate({"scene": scene.id, field: ""}))
    found = core.match(rf"{REMOVE}{DET}(?:author|name|role|title|job)(?: (?:of|under|below|from) .+)")
    if found is not None:
        field = "author" if re.search(r"author|name", found[0], re.I) else "role"
        return shown_as(core.context, scene, scene.layout, SetQuote.model_validate({"scene": scene.id, field: ""}))
    return None


_BY_NAME = re.compile(
    r"(?P<q>.+?)(?:, (?:said |written )?by| (?:said|written) by|, from|\s+[–—-])\s+(?P<author>(?-i:[A-Z])[\w.'’-]*(?: "
    r"(?-i:[A-Z])[\w.'’-]*){0,3})(?:, (?P<role>[^,.]{2,60}))?",
    re.IGNORECASE,
)
"""`I would cross the city for it, from Ben Ortiz`: the words, and who said them."""
_ORDERS = re.compile(r"(?:scene|slide|the (?:start|end|beginning)|be |show|a (?:close|full)|italics?)\b", re.I)


def _named(text: str | None) -> str | None:
    return (value(text) or "").strip(" ,.()-") or None if text else None


def _author(core: Core, scene: str, author: str, role: str) -> Reading | None:
    shown = core.context.scene(scene)
    if shown is None or not author.strip() or len(author.split()) > 5:
        return None
    patch = SetQuote(scene=scene, author=author.strip(), role=role.strip() or None)
    return shown_as(core.context, shown, shown.layout, patch)


_PRICE = r"(?:[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£]|euros?|dollars?|pounds?|bucks|usd|eur|chf|francs?)?)"


def read_product(core: Core) -> Reading | None:
    """A product's name, price, badge or detail."""
    new = core.match(
        rf"(?:show|present|feature|display|introduce|put) (?P<name>.+?) {_AS}(?:{_PRODUCT}|product "
        r"card)(?:,? (?:with|at|for|and) (?:the |a )?(?:price )?(?:of )?(?P<price>.*\d.*))?"
    ) or core.match(
        rf"(?:{SET}|show )?(?:it )?{_AS}{_PRODUCT}\s*[:,]\s*(?P<name>[^,]+?)(?:,? (?:for|at|with "
        rf"the price|price|costs)? ?(?P<price>{_PRICE}))?"
    )
    told = keyed(core.text)
    begun = core.match(rf"(?:{SET}|show )?(?:it )?(?:(?:as|into) )?(?:an? |the )?{_PRODUCT}\b.*")
    if core.scene is not None and begun is not None and told.get("name"):
        fields = {key: told[key] for key in ("name", "price", "badge", "detail") if key in told}
        return shown_as(
            core.context, core.scene, "product", SetProduct.model_validate({"scene": core.scene.id, **fields})
        )
    if new is not None and core.scene is not None and value(new["name"]) is not None:
        return shown_as(
            core.context,
            core.scene,
            "product",
            SetProduct(scene=core.scene.id, name=new["name"].strip(), price=new["price"]),
        )
    scene = core.shown("product", has="name")
    if scene is None:
        return None
    fields = {
        "price": rf"(?:new |product |old )?price(?: tag)?{_CARD}",
        "badge": rf"{_BADGE}(?: text)?{_CARD}",
        "name": rf"(?:product(?:'s)? name|name of {DET}product|product title){_CARD}",
        "detail": r"(?:product )?(?:details?|description|info|small text|text)(?: (?:of|"
        rf"on|for|in|under) {DET}product(?: "
        r"card)?)|product (?:details?|description|info|text)",
    }
    plain = {
        "price": "(?:new )?price(?: tag)?",
        "badge": _BADGE,
        "name": "name|title",
        "detail": "details?|description|small text|info",
    }
    for field, words in plain.items():
        said = field_text(core, words, rf"{_PRODUCT}|card")
        spoken = field in ("price", "badge") or re.search(_PRODUCT, core.text, re.I) is not None
        spoken = spoken or (core.scene is not None and not re.search(r"\btitle\b", core.text, re.I))
        if said is not None and spoken and (field != "price" or not said or re.search(r"\d|free|request", said)):
            said = re.sub(r"^(?:now|only|just) (?=[€$£\d])", "", said)
            return shown_as(
                core.context, scene, scene.layout, SetProduct.model_validate({"scene": scene.id, field: said})
            )
    for field, words in fields.items():
        if core.match(rf"{REMOVE}{DET}(?:[\"“']?\w+[\"”']? )?(?:{words})"):
            return shown_as(
                core.context, scene, scene.layout, SetProduct.model_validate({"scene": scene.id, field: ""})
            )
        found = core.match(
            rf"{SET}?{DET}(?:{words})(?: (?:is wrong|has changed|changed|went up|went down),?(?: "
            rf"it'?s| it is| to)?(?: now)?)?(?:{BE}| (?=[€$£\d]))(?P<v>.+)"
        )
        text = value(found["v"]) if found is not None else None
        if text and (field != "price" or re.search(r"\d|free|request", text)):
            text = re.sub(r"^(?:now|only|just) (?=[€$£\d])", "", text)
            return shown_as(
                core.context, scene, scene.layout, SetProduct.model_validate({"scene": scene.id, field: text})
            )
    found = core.match(
        rf"(?:put|add|stick|show|give|place|use|have) {DET}(?:{_BADGE} )?(?:saying |that says "
        rf"|with |reading |called )?(?P<v>[\"“'].+[\"”']|[A-Z][\w!% ]+?)(?: {_BADGE})?(?: (?:on|"
        rf"to|onto|for|as) {DET}(?:{_PRODUCT}|card|badge|sticker|{_BADGE}))?"
    )
    if found is not None and re.search(_BADGE, core.text, re.I) and (text := value(found["v"])) and len(text) <= 30:
        return shown_as(core.context, scene, scene.layout, SetProduct(scene=scene.id, badge=text))
    found = core.match(
        rf"(?:call|name|rename) {DET}product(?: to| as)? (?P<v>.+)|{DET}product (?:is|should "
        r"be|must be|gets) (?:called|named) (?P<w>.+)"
    )
    if found is not None and (text := value(found["v"] or found["w"])):
        return shown_as(core.context, scene, scene.layout, SetProduct(scene=scene.id, name=text))
    found = core.match(
        rf"(?:it|{DET}(?:product|loaf|item|[\w -]{{2,30}}))(?: now)? (?:costs?|is|sells for)(?: "
        rf"now| only| actually)* (?P<v>{_PRICE})(?: now)?(?:,? (?:please )?(?:change|update|fix|"
        r"correct|put|show)(?: it| that)?(?: (?:on|in) .+)?)?"
    )
    mine = content_of(scene).name.lower().split() + scene.heading.lower().split()
    ours = any(word in mine for word in re.findall(r"\w{3,}", core.text.lower()))
    if found is not None and (ours or re.search(r"[€$£]|euro|dollar|pound|bucks|costs?", found[0], re.I)):
        return shown_as(core.context, scene, scene.layout, SetProduct(scene=scene.id, price=found["v"].strip()))
    own = content_of(scene).price
    found = core.match(rf"{SET}?(?:the )?{re.escape(own)} (?:to|into|by|with) (?P<v>{_PRICE})") if own else None
    if found is not None:
        return shown_as(core.context, scene, scene.layout, SetProduct(scene=scene.id, price=found["v"].strip()))
    return None
