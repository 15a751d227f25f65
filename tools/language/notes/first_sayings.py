"""First sayings: ways in which people ask for one thing that are unmistakable wherever they stand.

They are said again in plain words before anything is read.
"""

from __future__ import annotations

import re

IT = r"(?:it|this|that|the (?:whole )?(?:video|film|thing|clip|piece|spot|movie|ad))"
_THIS = r"(?:this one|this (?:video|film|project|production|clip|piece|thing))"
_HER = r"(?:her|him|the (?:presenter|host|woman|man|lady|guy|speaker|avatar)|maya|daniel)"
_DEGREE = r"(?:far |way |much |a bit |a little |so |very |really |quite |rather |too |pretty |just |still |kinda )*"
_THING = (
    r"(?:logo|captions?|subtitles?|subs|music|voice|video|film|soundtrack|narration|track|whole thing|it|she|he|font|"
    r"heading|"
    r"headline|text|pace|ending)"
)
_STATE = (
    r"(?:tiny|small|little|huge|big|large|loud|quiet|slow|fast|long|short|dark|bright|teeny|massive|enormous|silent|"
    r"faint|"
    r"deafening|boring|hectic|rushed)"
)
_STEP = (
    r"(?:bigger|larger|smaller|louder|quieter|softer|faster|slower|quicker|shorter|longer|lighter|darker|brighter|"
    r"turn it up|turn"
    r" it down)"
)


def table(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns, in any case, and what each is said again as."""
    return tuple((re.compile(pattern, re.IGNORECASE), again) for pattern, again in pairs)


FIRST = table(
    (r"^\W*what (?:we(?:'ve| have)|i(?:'ve| have)) (?:got )?(?:now )?is [^,.;]{3,25}?,? (?:and|but) ", ""),
    (r"^\W*(?:just )?hd is (?:enough|fine|plenty|ok|okay|good enough)\b[,.;]? (?=\d)", ""),
    (
        r"^(.*\b(?:variation|variant)\b[^,;.]{0,20}?)[,;.] (?:because )?(?:this|that|it)(?: one)?(?:'s| is) (?:a bit |"
        r"too |so |very |rather )?[a-z]+"
        r"\W*$",
        r"\1",
    ),
    (r"(?<=\w) (?:on|in|for) this (?:version|edition|cut|draft)(?=\W*$)", ""),
    (r"\b(?:a )?quarter of a minute\b(?<!three quarter of a minute)", "15 seconds"),
    (r"\bthree quarters of a minute\b", "45 seconds"),
    (
        r"^\W*(the .{3,40}? (?:line|sentence)),? (?:please )?(?:have|let|make) (?:him|her|maya|daniel) (?:say|read|"
        r"speak) it (.+)$",
        r"say \1 \2",
    ),
    (
        r"^\W*instead of (the .{3,40}? (?:line|sentence)),? (?:please )?(?:(?:she|he) )?(?:says?|put|use|write) '(.+)"
        r"'\W*$",
        r"change \1 to '\2'",
    ),
    (
        r"^\W*after (the .{3,40}? (?:line|sentence)),? (?:she|he|maya|daniel) (?:also |then |should |must )*says?:? "
        r"'(.+)'\W*$",
        r"add '\2' after \1",
    ),
    (
        r"\b(?:begin|start|open) (scene \w+|the [\w ]{3,25}? scene) with (?:the )?(?:sentence|line|words) (?=')",
        r"start \1 with ",
    ),
    (
        r"^\W*(?:insert|add|put) '(.+?)' between the first and (?:the )?second (?:sentence|line) of (scene \w+|the "
        r"[\w ]{3,25}? scene)\W*$",
        r"add '\1' after the first line of \2",
    ),
    (
        r"\b(?:cut|chop|split|divide|break) (scene \w+|the [\w ]{3,25}? scene) in (?:half|two)\b(?:\W+(?!after|before)"
        r"\w+[^.;]*)?$",
        r"split \1 in two",
    ),
    (
        r"^\W*(scene \w+) in two(?: please)?,? (?:and )?(?:cut|split|divide|break) (?:it )?(after|before) ",
        r"split \1 \2 ",
    ),
    (
        r"\bthe (scene|line|sentence) (?:in which|where) (?:the )?([\w-]+) (?:is|are|gets|get) (?:mentioned|named|"
        r"spoken of|talked about|"
        r"explained)\b",
        r"the \1 about \2",
    ),
    (
        r"\b(?:put|show|have|set|place) (?:her|him|maya|daniel|the presenter) in (?:a|the) (?:little |small |tiny |"
        r"round )*(?:circle|bubble)\b",
        "presenter in a circle",
    ),
    (
        r"^\W*for [\"'“]?([\w-]+)[\"'”]?,? (?:please )?(?:say|speak|pronounce|read)(?: it)? (?:as|like) "
        r"[\"'“]?([\w-]+(?: [\w-]+)?)[\"'”]?\W*$",
        r'pronounce "\1" as "\2"',
    ),
    (
        r"^\W*[\"'“]([\w-]+)[\"'”] (?:sounds|is|comes out) (?:\w+ ){0,2}?\w+[.,;] (?:please )?(?:have|let|make) "
        r"(?:him|her) (?:say|pronounce) it "
        r"(?:as |like )?[\"'“]?([\w-]+)[\"'”]?\W*$",
        r'pronounce "\1" as "\2"',
    ),
    (
        r"^\W*(?:under|below|beneath) (?:maya|daniel|her|his|the presenter)(?:'s)? name,? (?:it )?(?:should |must )"
        r"?(?:say|read|be)s? "
        r"[\"'“]?([^,\"”]+?)[\"'”]?(?:, (?:that|it|which).*)?$",
        r"role: \1",
    ),
    (r"\b(srt|vtt|mp4|gif|webm|png)\b[^,.]*, export(?: (?:it|that))?(?: please| now)*\W*$", r"\1 export"),
    (
        r"\b(accent|main colou?r|primary colou?r|secondary colou?r)s?\b(?: of| in| should be| is|:)* (?:pure |bright |"
        r"deep |our )?[a-z]+,? (#[0-9a-f]{6})\b",
        r"\1 \2",
    ),
    (r"(?<=\w),? (?:and |so )?(?:take|use) their (?:brand|branding|colou?rs|look)\b", ""),
    (
        r"^\W*(?:keep|leave) (the \w+) where (?:it is|they are),? (?:only|just|but)(?: make (?:it|them))? (smaller|"
        r"bigger|larger)\b",
        r"\1 \2",
    ),
    (r"\bwoosh\b", "whoosh"),
    (r"^(\W*)lok (?=scene|the|this)", r"\1lock "),
    (r"\bsplt\b", "split"),
    (r"\bfrist\b", "first"),
    (r"\bsentan[cs]e\b", "sentence"),
    (r"\baff?ter\b", "after"),
    (r"\bstrat of\b", "start of"),
    (r"\bend crad\b", "end card"),
    (r"\bqr cod\b", "qr code"),
    (r"\bad a (?=qr|scene|line|logo)", "add a "),
    (
        r"(\bmusic\b[^,.;]*?)[,;.]+ (?:because |as |since |so )?(?:i|we|you|people|one|nobody|customers) (?:can'?t|"
        r"can not|cannot|can hardly|can "
        r"barely|can|hardly|barely) (?:follow|hear|understand|make out) (?:her|him|it|a word|what .{2,30}|the "
        r"(?:voice|words|text))\W*$",
        r"\1",
    ),
    (
        r"^\W*(?:how|the way) (?:she|he|it|maya|daniel) (?:says|pronounces|reads|speaks) [\"'“]?([\w-]+)[\"'”]? is "
        r"(?:wrong|bad|off|not right|"
        r"incorrect|funny|odd),? (?:so |please )*(?:make it|it'?s|it is|it should be|should be|say|use) "
        r"[\"'“]?([\w-]+(?: [\w-]+)*?)[\"'”]?\W*$",
        r'pronounce "\1" as "\2"',
    ),
    (
        r"\b(?:a |an )?(?:little |short |brief |small |tiny )?(?:silence|pause|break|quiet|gap),? (?:of )?((?:half a |"
        r"a |one |two |\d[\d.]* ?)"
        r"(?:seconds?|secs?|s)),? (right |just |straight )?(before|after|behind) ",
        r"pause \1 \3 ",
    ),
    (
        r"^\W*(?:please )?(?:add|put|insert)(?: in)? (?:one |a |another |this |the )*(?:sentence|line) (?:at|to|in) "
        r"the (?:very )?(?:start|"
        r"beginning|top) of (scene \w+|the \w+ scene)\s*:\s*(.+)$",
        r"start \1 with '\2'",
    ),
    (r"\bbring (.+?) forward,? (?:to )?(?:directly |right |straight |just )?(behind|after|before) ", r"move \1 \2 "),
    (
        r"^\W*(?:drafts?|versions?) (\d+) ?(?:and|&|,|vs\.?|with) ?(?:draft |version )?(\d+)[,:]? (?:please )"
        r"?(?:compare|compared|side by side|in "
        r"comparison|next to each other)\b.*$",
        r"compare drafts \1 and \2",
    ),
    (r"\b(heading|headline|title|subtitle|line \w+|call to action)((?: (?:of|in|for) scene \w+)?) (?:in future|from "
     r"now on|henceforth)\s*:", r"\1\2:"),
    (r"\bsit through\b", "watch"),
    (r"\b(?:don'?t|do not|never|not to|don't you|pls don'?t) (?:forget|fail|omit|neglect)(?: (?:to|that (?:we|you)(?: "
     r"should| must)?))? ", "please "),
    (
        r"^(.{3,40}?)(?: pls| please)?,? (?:and )?not (?:upright|vertical|portrait|square|landscape|wide\w*|"
        r"horizontal)\W*$",
        r"\1",
    ),
    (
        r"^\W*(?:instead of|rather than|in place of) [\"'“](.+?)[\"'”],? (?:the )?(?:heading|headline|title)(?: "
        r"should| must| could| has to)?"
        r"(?: be| say| read)+ [\"'“](.+?)[\"'”]\W*$",
        r'rename "\1" to "\2"',
    ),
    (
        r"\bwhat(?:'s| is| was) (?:this|the|our|my) (?:project|video|production|film|piece) (?:called|named)(?: again|"
        r" now)?",
        "what is the title of this video at the moment",
    ),
    (
        r"\b\d+ ?(fps|s|secs?|seconds?|%|percent|db)\b[^.…;]*(?:[.…,;:–-]|\s)+(?:well |oh |hmm |uh )*(?:no|sorry|wait|"
        r"actually)\b,? "
        r"(?:no,? )?(?:make (?:that|it) |rather |let'?s say |say |i mean |i meant |better )+(\d+)(?! ?(?:fps|s|secs?|"
        r"seconds?|%|percent|db))\W*$",
        r"\2 \1",
    ),
    (
        r"^\W*(?:this|it|the (?:video|film|episode|thing))(?:'s| is| will be|'ll be)? (?:going|meant|made|intended|"
        r"supposed|to be|shown|"
        r"played|out|broadcast|aired|heard| )*(?:on|for|to|via) ((?:[\w-]+ ){0,2}?(?:spotify|podcasts?|tv|television|"
        r"youtube|broadcast|radio))"
        r",? (?:so |and |please )*(?:set|mind|adjust|mix|match|fit|choose|get) (?:the )?(?:sound |audio )?(?:level|"
        r"levels|loudness|volume|sound|"
        r"audio)\b.*$",
        r"set the loudness for \1",
    ),
    (
        r"^\W*(?:please )?(?:the )?(?:project|video|film|production)(?:'s)? (?:title|name)\s*(?:->|=>|→|:|=)"
        r"\s*[\"'“]?([^\"”,]{2,100}?)[\"'”]?$",
        r'rename the video to "\1"',
    ),
    (r"\bbrandless\b", "unbranded"),
    (
        r"\bthe (sentence|line) with (?!the words?\b|the phrase\b)(.+?) (?=(?:can|could|should|must|has to|needs to|"
        r"may) (?:go|be (?:cut|removed|"
        r"deleted|dropped|left out))\b)",
        r"the \1 about \2 ",
    ),
    (r"^\W*(scene \w+|the \w+ scene) with (?=(?:more|less|a|an) (?!new|other|different))", r"in \1, "),
    (
        r"^\W*(?:please )?(?:make|turn|change|convert|show|present) (?:the )?(?:reasons|benefits|advantages|points|"
        r"bullets|bullet points|list)"
        r"(?: in)?(?:to| as| like) (?:an? |the )?(?:numbered )?(?:steps|numbered list|step by step(?: list)?|numbered "
        r"points)\W*$",
        "turn the points into steps",
    ),
    (
        r"^\W*(?:please )?(?:put|write|show|add|use) [\"'“](.+?)[\"'”] (?:as|for) (?:her|his|their|the) (?:role|job|"
        r"title|position|function)"
        r"(?: (?:under|below|in|on|with) (?:the )?(?:quote|testimonial))\W*$",
        r"role of the quote: \1",
    ),
    (r"\b(?:that|this|the) (\w+) (?:thing|stuff)(?= (?:behind|in the background))", r"the \1 background"),
    (r"\b(?:start|begin|open)(?: it| the video)? (?:with|on|by)(?: (?:our|the|my|own|standard|usual|clip|film|video))"
     r"* ([\w-]+\.(?:mp4|mov|webm|mkv|m4v|avi))\b", r"use \1 as the opening film"),
    (r"\b(?:finish|end|close)(?: it| the video)? (?:with|on|by)(?: (?:our|the|my|own|standard|usual|clip|film|video))"
     r"* ([\w-]+\.(?:mp4|mov|webm|mkv|m4v|avi))\b", r"use \1 as the closing film"),
    (
        r"\b(?:knock|shave|chop|trim|cut|take|lop|slice) off (\d+|[a-z]+) (?:secs?|seconds?|s)\b",
        r"make it \1 seconds shorter",
    ),
    (r"\b(is |are |looks? |it'?s |its |'s |too |logo |music |voice |video |text |captions )?2 (big|small|long|short|"
     r"loud|quiet|fast|slow|dark|bright)\b", r"\1too \2"),
    (r"^(\W*(?:he|she|it|presenter|the presenter|maya|daniel|(?:her|his) name)(?:'s| is)? (?:called|named) [^,.;]+?) "
     r"(?:in|for) (?:our|the|this|that) (?:video|film|clip|spot)(?=\W*$)", r"\1"),
    (r"\b(?:make|change|set|turn) (?:her|his|maya's|daniel's|the presenter's) (?:job )?(?:title|role|position)(?: on "
     r"(?:the )?(?:strap|screen))? (?:to |into |as |: ?)?(?=(?-i:[A-Z\"']))", "her role is "),
    (r"^(\W*(?:please |pls )?)save (?:this|it|the (?:video|project|film|production))(?: under the name| under| as)+ "
     r"(?!an? |mp4|gif|webm|mov|png|srt|vtt|pdf|draft)(?:the name )?[\"'“]?((?-i:[A-Z])[^\"”,]{2,80}?)"
     r"[\"'”]?$", r'\1rename the video to "\2"'),
    (r"\bopen (scene \w+|the \w+ scene) up\b|\bopen up (scene \w+|the \w+ scene)(?= (?:again |for |to )"
     r")", r"unlock \1\2"),
    (r"\b(line \w+ (?:of|in) scene \w+|scene \w+|the \w+ (?:line|sentence|scene)(?: (?:of|in) scene \w+)?) (?:should|"
     r"must|has to|needs to|ought to) be (?:spoken|said|read|delivered|voiced)(?: out)? (?:more |very |really )?(\w+?)"
     r"ly\b", r"make \1 sound \2"),
    (r"\b(livel\w+|energetic\w*|animated|calm\w*|relaxed|natural|dynamic)((?: \w+){0,2}?) (?:in front of|before|on) "
     r"(?:the )?camera\b", r"\1\2 when presenting"),
    (r"\b(opening|intro|opener|closing|outro|closer|end)(?: film| clip| video)?\s*[:=]\s*([\w-]+\.(?:mp4|mov|webm|mkv|"
     r"m4v|avi))\b", r"use \2 as the \1 film"),
    (r"\b(before|after|on) the card\b", r"\1 the end card"),
    (r"^\W*(show|make|do|use|turn|present|have) (\d) (as|into|in) (?=(?:a|an|the|plain|normal|one) |presenter|points|"
     r"steps|bullets)", r"\1 scene \2 \3 "),
    (r"\b(?:a|one) second and a half\b", "1.5 seconds"),
    (r"\b(?:a|one) minute and a half\b", "90 seconds"),
    (r"\b(?:a|one) couple(?: of)? (?=secs?\b|seconds?\b)", "two "),
    (
        rf"\b(?:get|bring|cut|take|trim|knock|pull) {IT} (?:back |down )+(?:by|with) (\d+|[a-z]+) (secs?|seconds?|"
        rf"s)\b",
        r"make it \1 seconds shorter",
    ),
    (
        rf"\b(?:get|bring|cut|take|trim|knock|pull) {IT} (?:back |down )+(?:to|under) (\d+|[a-z]+) (secs?|seconds?|"
        rf"s)\b",
        r"make it \1 seconds long",
    ),
    (
        rf"\b(?:knock|shave|chop|take|cut|trim) (?:off )?(\d+|[a-z]+) (?:secs?|seconds?|s) (?:off|from)(?: {IT}| the "
        rf"(?:length|"
        r"end|total))?(?=\W|$)",
        r"make it \1 seconds shorter",
    ),
    (
        r"\b(?:everything|(?:the )?whole (?:thing|video|film)|it all|all of it) (?:on|in|against) (?:a )?black(?: "
        r"background)?\b",
        "dark mode",
    ),
    (
        r"\b(?:everything|(?:the )?whole (?:thing|video|film)|it all|all of it) (?:on|in|against) (?:a )?white(?: "
        r"background)?\b",
        "light mode",
    ),
    (
        rf"^(\W*(?:(?:the|our|my|your|her|his|that) )?(?:[a-z]+ )?{_THING})(?: is|'s| are| looks?| seems?| sounds?| "
        rf"feels?|'re)? "
        rf"{_DEGREE}{_STATE}\s*[,;.:–-]+\s*(?:(?:so|please|pls|can we|could you|just|maybe|then|and|let's have it|"
        rf"make it|make "
        rf"them|have it|i want it|should be|needs to be|we need it) )*((?:a bit |a little |a touch |slightly |much |a "
        rf"lot |way )?"
        rf"{_STEP})\b(?=\W*(?:please|pls|plz|thanks|thank you|ta|thx)?\W*$)",
        r"\1 \2",
    ),
    (
        r"^\W*(?:in (?:the )?place of|instead of|rather than) [\"'“]?([^\"”,]+?)[\"'”]?,? (?:it should |please |let "
        r"it |have it )?"
        r"(?:say|write|put|use|show|read|have) [\"'“]?([^\"”]+?)[\"'”]? (?:on|at) the (?:very )?(?:end ?card|closing "
        r"card|last "
        r"card|final card|end screen|end|last slide|closing slide|closing screen)\W*$",
        r'the end card should say "\2"',
    ),
    (
        r"(?<!\w)((?:name )?strap|name ?tag|lower third|name ?plate)\W+((?-i:[A-Z])\S+(?: (?-i:[A-Z])\S+)+)"
        r" ?[/|–-] ?(\w[^,.]*)$",
        r"\1: \2, \3",
    ),
    (
        rf"^\W*(?:(?:please|pls|ok|so|and|now|can you|could you|let'?s) )*(?:name|call|title|label) {_THIS} (?![:=])"
        r"[\"'“]?(?!(?:a |an |the )?(?:bit|little|lot)\b)(?!.*(?:,|\band (?-i:[a-z])))([^\"”]{2,100}?)[\"'”]?$",
        r'rename the video to "\1"',
    ),
    (
        r"\b(?:show|see|have|want|get) (?:the |her |his )?(?:whole|entire|full|complete|all of)(?: of)? (?:person|"
        r"figure|body|her|"
        r"him|maya|daniel|presenter|woman|man|lady)\b(?! (?:name|title|story))(?!.*full body)",
        "full body",
    ),
    (
        rf"\b(?:move |bring |get |put |take )?(?:the )?camera (?:should be |much |a bit |way |right |must be |to be |"
        rf"a little )*"
        rf"(?:closer|nearer|close up)(?: (?:to|on) (?:his |her |the )?(?:face|{_HER}))?",
        "close-up",
    ),
    (
        r"\b(while|when|where|as|in which) (she|he|it|maya|daniel|they) (?:tells?|explains?|gives?|names?|quotes?|"
        r"presents?|shows?|"
        r"describes?|introduces?|covers?) (?:us |them |you |people |viewers )?(?:about |of |how to )?(?:the |our |its "
        r")?([a-z]+)\b"
        r"(?=\W*$|,| (?:please|pls))",
        r"in the \3 scene",
    ),
    (r"\bre-(apply|do|instate)\b", r"re\1"),
    (
        r"\b(insert|add|create|make|put in|i need|we need|give me)((?: a| an| another| one more| new| extra)+ "
        r"(?:scene|slide|page)\b"
        r"[^\"“]*?) (?:headed|titled|with (?:the )?(?:heading|headline|title)) ([A-Z][^\"“,]{1,60}?),? (?:with|and|"
        r"saying|where she "
        r"says|where he says|that says)(?: the| a)?(?: (?:line|sentence|words?|text|spoken text))?:? ([A-Z][^\"“]+)$",
        r'\1\2 headed "\3" saying "\4"',
    ),
)
"""Said again before anything is read."""

def first_said(text: str) -> str:
    """The text with what is unmistakable in plain words."""
    for pattern, again in FIRST:
        text = pattern.sub(again, text, count=1)
    return text
