"""Field sayings: fields of a card, a strap or a scene that are told around what they are to say, told plainly.

What only says where a text stands (`at the end:`, `under it`), how a name is spelled (`with a t`) or for how long
something holds (`wherever it appears`, `now` behind an address) is no part of the text itself.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context
from tools.language.notes.first_sayings import table
from tools.language.notes.sayings import is_said
from tools.language.notes.scene_names import named_scene

_WORD = r"[^\W\d_a-z](?:[\w'’-]|\.(?=\w))*"
NAME = (
    rf"(?-i:(?:(?:Dr|Prof|Mr|Mrs|Ms|St)\. )*{_WORD}(?: (?:(?:de|da|van|von|der|di|la|le) )*{_WORD}){{0,3}})"
)
_ROLE = r"(?:the )?(?:job title|job|role|title|position|function)"
_STRAP = r"(?:the )?(?:name ?strap|strap|lower third|name ?tag|name ?plate)"
_HOST = r"(?:her|his|the presenter'?s?|the host'?s?|the speaker'?s?|maya'?s?|daniel'?s?)"
_DOMAIN = r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w./?=&%-]*)?"
_PHONE = r"\+?\d[\d ()/-]{5,}\d"
_LAST = (
    r"(?:on|at|to|in|onto) (?:the )?(?:(?:very )?end|end ?card|end screen|last (?:screen|scene|slide|card|page|"
    r"picture)|closing (?:card|screen|scene|slide)|final (?:card|screen|scene|slide))"
)
_ENTRY = r"(?-i:[A-Z])[^.,:;\"“”]{1,40}"

_TOLD = table(
    (
        rf"({NAME}),? (?:spel(?:t|led) )?with (?:an? |one |two |double )(?-i:[a-z]|[A-Z])(?:'?s)?"
        r"(?: (?:at the end|in it|and not .|not .))?(?=\s*[.,;]|\s*$| and )",
        r"\1",
    ),
    (
        rf"^\W*(?:{_HOST}|the) name(?:'s| is| was)(?: \w+)?? (?:misspel(?:t|led)|mis-spel(?:t|led)|wrong(?:ly)?|"
        rf"not right|incorrect|spel(?:t|led) wrong(?:ly)?|written wrong)(?: spel(?:t|led))?[,;.:–-]* (?:it|that|she|he)"
        rf"(?:'s| is| should be| must be)(?: called| spelled| written)? ({NAME})",
        r"name strap: \1",
    ),
    (
        rf"^\W*(?:the )?name (?:on|for|in|of) {_STRAP}\s*(?::| is| should be| should read)\s*({NAME})",
        r"name strap: \1",
    ),
    (
        rf"^\W*(name strap: {NAME})(?:\.|,|;)? (?:(?:and |also )*(?:she|he)(?:'s| is)(?: our| the| an?)? |(?:and )?"
        rf"{_ROLE}\s*(?::| is| should be)\s*)([^\W\d_][^.,;:]{{2,50}}?)\W*$",
        r"\1, \2",
    ),
    (
        rf"^\W*{_STRAP}\s*[:,–-]+\s*(?:please )?(?:(?:take|leave|drop|cut) (?:(?:off|out) )?{_ROLE}(?: off| out| away)?"
        rf"|(?:no|without|remove|delete|lose|hide|skip) {_ROLE})(?: please)?\W*$",
        "remove the role from the name strap",
    ),
    (
        rf"^\W*(?:please )?(?:take|leave|drop|cut) {_ROLE} (?:off|out of|from) {_STRAP}(?: please)?\W*$",
        "remove the role from the name strap",
    ),
    (
        r"^(\W*(?:is|are|can|may|do|does|am)\b[^.?!]{5,80}?),? (?:or|and) (?:will|could|can|would|might) (?:we|i) "
        r"(?:get|be|end up|run) (?:sued|in(?:to)? trouble|fined|a fine|in court)\W*$",
        r"\1",
    ),
    (
        r"^(\W*why(?:'s| is| was) (?:it|this|the (?:video|film|draft)) (?:only |just |now |about )*\d+ ?(?:seconds?|"
        r"secs?|s|minutes?))\W*$",
        r"\1 long?",
    ),
    (
        r"^(\W*(?:in|to|for) (?:the )?[\w ]{3,30}?),? (?:please )?add (?:at|to) (?:the )?(?:very )?(?:end|bottom)"
        r"\s*:\s*",
        r"\1 add: ",
    ),
    (
        r"^\W*(?:in|to|for) ((?:the )?[\w ]{3,30}?),? (?:please )?add (?:at|to) (?:the )?(?:very )?(?:start|beginning|"
        r"top|front)\s*:\s*[\"“']?([^\"“”]+?)[\"”']?$",
        r'add to the start of \1: "\2"',
    ),
    (
        r"^(.*\b(?:show|use|put|insert|add)\b.*\b(?:caption|text|label|words?) )(?:under|below|beneath|underneath) "
        r"(?:it|that)"
        r"\s*[:,]?\s+(?=[\"“']|(?-i:[A-Z]))",
        r"\1",
    ),
    (
        rf"^(.*\b(?:turn|make|show|change)\b[^.:\"“]* (?:into|as) (?:steps|(?:bullet )?points|bullets|an? (?:check)?"
        rf"list))\. ((?:{_ENTRY}, )+(?:and )?{_ENTRY}\.?)$",
        r"\1: \2",
    ),
    (
        rf"^\W*(?:please |can you |could you |and )*(?:put|add|show|write|have|include|place) (?:our|the|my) "
        rf"(?:(?:phone|telephone|mobile|tel|hotline|whatsapp)\.?(?: (?:number|no\.?))?|number)[:,]? ({_PHONE}) "
        rf"{_LAST}(?: please)?\W*$",
        r"address on the end card: \1",
    ),
    (
        rf"^\W*(?:please |can you |could you |and )*(?:put|add|show|write|have|include|place) (?:our|the|my) "
        rf"(?:web ?site|web ?page|homepage|web address|web shop|shop|site|url|link|address)[:,]? ({_DOMAIN}) {_LAST}"
        r"(?: please)?\W*$",
        r"put \1 on the end card",
    ),
    (
        r"^\W*(?:please )?(?:insert|add|put) (after|before) (scene \w+|the \w+ scene) (?:a new|another|one more) "
        r"(?:one|"
        r"scene)\s*:?\s*(?P<q>['\"])([^\"“”]+?)(?P=q),? (?:with )?(?:the |its )?head(?:ing|line):? ([^\"“”,:]{2,60})$",
        r'add a scene \1 \2 headed "\5" saying "\4"',
    ),
    (
        r"^\W*(?:after|behind) (?P<q>['\"])([^\"“”]+?)(?P=q),? (?:she|he|maya|daniel|the presenter) (?:should |must |"
        r"could |can |has to )?(?:also |then )*says? (?P=q)([^\"“”]+?)(?P=q)\W*$",
        r'add the line "\3" after "\2"',
    ),
    (
        r"^\W*(?:please )?(?:revert|return|reset|set|put|change|switch) (?:the )?((?:heading|body)(?: text)? "
        r"(?:typeface|"
        r"font)) (?:back )?to (?:yours|your (?:own|choice|default)|the (?:usual|standard|original)(?: one)?)\W*$",
        r"\1 back to default",
    ),
    (
        r"^\W*(?:please )?put (the (?:chart|quote|comparison|product|statistic|list|screen|steps|points)(?: scene)?) "
        r"(?:right |directly |straight |just )?(before|after|behind) (the end ?card|the title|scene \w+|the \w+ "
        r"scene|the "
        r"(?:chart|quote|comparison|product|statistic|list|screen|steps|points))\W*$",
        r"move \1 \2 \3",
    ),
    (r"^(\W*(?:an? |the )?quote (?:in|for) (?:scene \w+|the \w+ scene))(?: please)?[.,;] (?=[\"“])", r"\1: "),
    (r"^\W*all ?right[.,!]+ (?=\w+ \w)", ""),
    (
        r"^(\W*(?:another|a new|one more|a|add|insert|an extra|i need|we need|new)\b[^\"“:]*\bscene\b[^\"“:]*?)\s*:?\s*"
        r"(?P<q>['\"])([^'\"“”]+[.!?])(?P=q)\s*(?:,|and|then)*\s*(?P=q)([^'\"“”]+)(?P=q)\W*$",
        r'\1 saying "\3 \4"',
    ),
)
_OTHER = re.compile(
    r"^(?P<lead>\W*(?:the )?(?P<what>heading|headline|title) (?:for|of|in|on) )(?P<one>[^:,]{3,40})\s*:\s*"
    r"(?P<first>[^:\"“]{2,70}?),? and (?:for|in|of|on) (?P<two>the (?:other|next|second)(?: one| scene)?|scene \w+|"
    r"the [a-z]+ (?:scene|one))\s*:?\s+(?P<second>(?-i:[A-Z0-9€$£]).{1,70})$",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(
    r"^\W*(?:and |please |so )*(?:(?P<old>[\w'-]+(?: [\w'-]+){0,2}) (?:becomes|should be|must be|turns into|is to "
    r"be|->|"
    r"=>) (?P<new>[\w'-]+(?: [\w'-]+){0,3}?)|(?:put|use|say|write) (?P<put>[\w'-]+(?: [\w'-]+){0,3}?) (?:in place of|"
    r"instead of) (?P<off>[\w'-]+(?: [\w'-]+){0,3}?)),? (?:wherever|everywhere|every time|each time|whenever|all over|"
    r"throughout)(?: (?:that )?(?:it|this|that) (?:appears|occurs|comes up|stands|is said|is used|comes|turns up|is))?"
    r"\W*$",
    re.IGNORECASE,
)
_BAR = re.compile(
    r"^\W*(?:the )?(?P<label>[\w .&-]{1,30}?) (?:figure|value|bar|number|column)(?: in the (?:chart|graph))? (?:is|"
    r"was) "
    r"(?:wrong|off|not right|incorrect),? (?:it|that) (?:was|is|should be|must be|has to be)(?: really| actually)? "
    r"(?P<value>\d[\d.,]*)\W*$",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"^\W*(?P<scene>.{3,40}?)(?: (?:needs|gets|should (?:have|get|show|be)|wants|has|shows|as|is|becomes))? an? "
    r"(?:big )?"
    r"(?:figure|statistic|stat|number)\s*[:,.]\s*(?P<v>[^,:]*\d[^,:]*?)(?:, (?P<label>[^:,]+?))?(?:, (?:the "
    r")?source:? (?P<note>[^,:]+?))?"
    r"\W*$",
    re.IGNORECASE,
)


def fields_told(context: Context, text: str) -> str:
    """The text with each field and what it is to say in the plainest order."""
    if len(text) > 400 or "\n" in text:
        return text
    for pattern, again in _TOLD:
        text = pattern.sub(again, text, count=1)
    return _figure(context, _headings(context, _everywhere(context, text)))


def _everywhere(context: Context, text: str) -> str:
    """`trainer becomes coach wherever it appears`, where the words are said; the value of a bar, where there is one."""
    if (found := _EVERYWHERE.match(text)) is not None:
        old, new = found["old"] or found["off"], found["new"] or found["put"]
        return f'replace "{old}" with "{new}" everywhere' if is_said(context, old) else text
    found = _BAR.match(text)
    charts = [scene for scene in context.scenes if scene.content.data] if found is not None else []
    if found is None or len(charts) != 1:
        return text
    labels = {one.label.lower(): one.label for one in charts[0].content.data}
    label = labels.get(found["label"].lower().strip())
    return f"set the value for {label} to {found['value']} in the chart" if label else text


def _headings(context: Context, text: str) -> str:
    """`heading for the shop scene: A, and for the other: B`: each in a request of its own."""
    found = _OTHER.match(text)
    if found is None:
        return text
    spoken = [scene for scene in context.scenes if scene.layout not in ("title", "end_card")]
    one = named_scene(context, found["one"])
    if re.match(r"the (?:other|second|next)", found["two"], re.IGNORECASE):
        rest = [scene for scene in spoken if one is not None and scene.id != one.id]
        other = rest[0] if len(rest) == 1 else None
    else:
        other = named_scene(context, found["two"])
    if one is None or other is None or one.id == other.id:
        return text
    what = found["what"]
    return (
        f"{what} of scene {context.number(one.id)}: {found['first'].strip()}. "
        f"{what.capitalize()} of scene {context.number(other.id)}: {found['second'].strip()}"
    )


def _figure(context: Context, text: str) -> str:
    """`the price scene needs a figure: 3 in 4, would buy again, source: our poll`: each field with its name."""
    found = _FIGURE.match(text)
    scene = named_scene(context, found["scene"]) if found is not None else None
    if found is None or scene is None:
        return text
    told = f'show the figure "{found["v"].strip()}" in scene {context.number(scene.id)}'
    told += f", label: {found['label'].strip()}" if found["label"] else ""
    return told + (f", source: {found['note'].strip()}" if found["note"] else "")
