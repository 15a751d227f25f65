"""Plainer: a part of a message said again in plain words, for parts that are not understood as they were said.

Notes of arrows and numbers, requests put as questions, and what is spoken of before what is wanted of it. Every way of
saying it again means the same to a reader; a part that is understood as it stands is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.language.notes.contents_core import without_lead
from tools.language.notes.context import Context
from tools.language.notes.first_sayings import first_said
from tools.language.notes.part_sayings import parts_told
from tools.language.notes.sayings import is_said, said_again
from tools.language.notes.scene_sayings import scenes_told
from tools.language.notes.single_sayings import singly_told

_GERUNDS = {
    "cutting": "cut", "putting": "put", "setting": "set", "getting": "get", "dropping": "drop", "swapping": "swap",
    "letting": "let", "stopping": "stop", "trimming": "trim", "splitting": "split", "making": "make", "taking": "take",
    "moving": "move", "using": "use", "removing": "remove", "changing": "change", "deleting": "delete",
    "losing": "lose",
    "giving": "give", "having": "have", "replacing": "replace", "raising": "raise", "reducing": "reduce",
    "merging": "merge",
    "increasing": "increase", "exchanging": "exchange", "writing": "write", "placing": "place", "exporting": "export",
    "adding": "add", "turning": "turn", "locking": "lock", "showing": "show", "starting": "start", "keeping": "keep",
    "shortening": "shorten", "renaming": "rename", "duplicating": "duplicate", "saying": "say", "switching": "switch",
    "unlocking": "unlock", "lowering": "lower", "holding": "hold", "skipping": "skip", "muting": "mute",
    "tightening": "tighten", "speeding": "speed", "slowing": "slow", "bringing": "bring", "going": "go",
    "trying": "try",
}  # fmt: skip
_COUNTED = r"(?:scenes?|sc\.?|s|no\.?|number|#)?\s*#?(\d+|one|two|three|four|five|six|seven|eight|nine)"
_THAT = r"(?:that|this|it|them|those|these|there|that (?:one|line|bit|part|scene|sentence)|this one)"
_TOLD: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), again)
    for pattern, again in (
        # what only leads up to a request
        (r"^\W*(?:(?:and|then|so|ok|okay|well) )*(?:the |my |our )?(?:first|second|third|last|other|next|only|main|"
         r"one) (?:thing|point|issue|"
         r"change|request|wish|remark)(?: i have| left)? (?:is|was|would be)(?: that)?[,:]? ", ""),
        (r"^(?:\W*(?:i (?:do )?apologi[sz]e|sorry|excuse me|forgive me|pardon)\b[^,.!]*[,.!]\s*(?:but )?)", ""),
        (r"^\W*(?:but |and |so )*(?:might|may|could|would) (?:it|there) be (?:at all |perhaps |somehow )*possible "
         r"(?:for|that)"
         r" (.+?) to (?:be |remain )", r"\1 should be "),
        (r"^\W*(?:i was|we were|i'm|i am|we are|we're) (?:just |only )?(?:thinking|wondering|hoping)[\s,]+"
         r"(?:right |that |if |whether |about |maybe |like |because )*", ""),
        (r"^\W*(?:and |but |so )*(?:we|i) (?:would |do |hereby |kindly |respectfully )*(?:request|ask|require|suggest|"
         r"propose|recommend|insist|demand|prefer) that ", ""),
        (r"^\W*(?:and |but |so )?(?:i don'?t know|i dunno|dunno|i guess|i suppose|i'd say|i would say|let'?s say|"
         r"if you ask me|to be honest|if i'm honest|in my opinion|for me|from my side|as i said|like i said|how "
         r"shall i say)"
         r"[\s,]+(?:but |that )?", ""),
        (r"^(?!.*\b(?:she|he|presenter|text|video|script|narrator|voice|it)\b[^,.;:!?]{0,12}\b(?:said|"
         r"says))[^,.;:!?\"]{3,60}?\b(?:said|says|thinks?|thought|reckons?|feels?|felt|wants?|asked|asks|insists?|"
         r"suggested|suggests|"
         r"prefers?|would like|noticed|found|told me|complained|agreed)\b(?: that| if| whether| us| me| for)?[:,]? "
         r"(?=(?:the|that|it|"
         r"she|he|we|you|a|an|to|her|his|our|scene|please|no|make|put|cut|remove|drop|change|use)\b)", ""),
        # requests put as questions
        (r"^\W*(?:so |and |but )?(?:shouldn'?t|couldn'?t|oughtn'?t|mustn'?t|can'?t) (the [\w ]+?|our [\w ]+?|her [\w "
         r"]+?|"
         r"his [\w ]+?|scene \w+|it|she|he|they) (be|go|come|stand|sit|say|read|have|look|sound|move)\b",
         r"\1 should \2"),
        (r"^\W*(?:might|may|would|will) (the [\w ]+?|our [\w ]+?|scene \w+|it|she|he|they) (be|go|come|stand|say|"
         r"read|sound)\b",
         r"\1 should \2"),
        (r"\b(?:is|would be|will be) (?:plenty|enough|better|ideal|perfect|sufficient)$", r"please"),
        (r"^(?:and |so )*what (?:we|i) (?:want|need|would like) (?:is|are) ", ""),
        (r"^\W*(?:it|this|that|the video|we|you|scene \w+) (?:doesn'?t|don'?t|does not|do not|no longer) (?:really |"
         r"even |actually )?"
         r"needs? (?:any |the |a |an |our |to have )?(music|captions|subtitles|logo|presenter|subtitle|qr code|end "
         r"card|title)"
         r"(?: any ?more| at all)?$", r"remove the \1"),
        (r"^\W*(?:can|could|may|might|should) (?:we|you|i) (?:maybe |perhaps |please |also )*not have (the|a|any)\b",
         r"remove \1"),
        (r"^\W*not so (loud|quiet|fast|slow|long|short|big|small|dark),? (?:please,? )?(the \w+|my \w+|her \w+)$",
         r"\2 is too \1"),
        (r"^\W*what (?:i|we) (?:don'?t|do not|dont) (?:really )?like is (?:the|that) (?:word|term|phrase) "
         r"[\"']?([\w€$£%-]+)[\"']?,? (?:so |and )?"
         r"(?:it|that|this)? ?(?:should be|should say|must be|has to be|better|make it|say) "
         r"[\"']?([\w€$£%-]+)[\"']?$", r'replace "\1" '
             r'with '
             r'"\2"'),
        (r"^(\W*(?:please )?(?:delete|remove|cut|drop|lose|skip)) (?:what|the thing|the part where|the bit where) "
         r"(?:she|he) (?:says|said|mentions|tells) "
         r"(?:about |of )?(?=\w)", r"\1 the line about "),
        (r"^\W*(?:i|we) (?:really )?(?:don'?t|do not|dont|didn'?t) (?:really |much |particularly )?(?:like|love|want|"
         r"enjoy) (?:the|that|this) (?:word|term|phrase) "
         r"[\"']?([\w€$£%-]+)[\"']?,? (?:so |and |please |then |better |maybe )*(?:change|swap|replace|turn|make)(?: "
         r"that| it| this)? (?:to|with|by|for|into)? ?"
         r"[\"']?([\w€$£%-]+(?: \w+)?)[\"']?$", r'replace "\1" with "\2"'),
        (r"^(?:freeze|stop|pause|stay|linger|rest|end) (?:on|at) the (?:last|final) (?:picture|image|frame|screen|"
         r"shot|slide|page) for "
         r"(.+)$", r"hold the last scene for \1"),
        (rf"^{_COUNTED} (up|down)(?: one| a place| by one)?$", r"move scene \1 \2 one"),
        (rf"^{_COUNTED} (?:out|away|gone|off|goes|go|deleted|removed)$", r"delete scene \1"),
        (rf"^(?:start|begin|open|kick off)(?: the video| it)? (?:with|on|from) {_COUNTED}$", r"move scene \1 to the "
            r"start"),
        (r"^(?:everything|all(?: scenes)?|the scenes?|what comes?) (?:after|behind) scene (\w+) (?:except|but|apart "
         r"from|bar) the end card (?:can |should )?"
         r"(?:go|out|be deleted|be removed)$", r"delete everything after scene \1 except the end card"),
        (r"^\W*(?:maya|daniel|the presenter|the host)'s (?:job )?title (?:should be|is|must be|reads?|=|:)\s*(.+)$",
         r"her role is \1"),
        (r"^\W*(?:i'?m|i am|we'?re|we are) not (?:so |too |very |really )?(?:sure|convinced|happy|certain) (?:about|"
         r"of|by|with) [\w ]{3,30}?[,;.]? "
         r"(?:so |but |maybe |perhaps )+(try|use|make|take|put|change)\b", r"\1"),
        (r"^\W*(?:an? |the |with (?:an? )?)?q\.?r\.?(?:[- ]?codes?)?(?: too| as well)?$", "add a QR code"),
        (r"^\W*(?:an? |the |with (?:an? )?)?q\.?r\.?(?:[- ]?codes?)? (?:please|pls|plz)$", "add a QR code"),
        # of something, and then what is wanted of it
        (rf"^((?:the|this|that) (?:bit|part|line|sentence|scene|passage|section|"
         rf"one)\b[^,;:]{{3,80}}?)[,;:]+\s*((?:can|could|"
         rf"should|would|please|may|lets?|let'?s|we|you|i|just|maybe|delete|remove|cut|drop|lose|hold|lock|move|make|"
         rf"put|say)\b.*?)"
         rf"\b{_THAT}\b(?! (?:should|is|needs|says|reads))(?=\W|$)", r"\2\1"),
        (rf"^{_THAT}[,:]? (?:can|could|should|might|may) (?:we|you) (\w+)$", r"\1 that"),
        # a text that goes, and one that comes
        (r"^(?:please )?(?:stop|quit|avoid|no more|don'?t|never|nobody|no one|we never|we don'?t|we do not|i don'?t) "
         r"(?:us(?:e|es|ing)|say(?:s|ing)?|writ(?:e|es|ing)|like)? ?(?:the (?:word|term|expression|phrase)s? )?"
         r"[\"']?([\w€$£%-]+(?: [\w-]+)?)[\"']?[,;.]? (?:(?:so|and|but|please|just|always|rather|it'?s|instead|we|i) )*"
         r"(?:say |use |write |always |prefer |make it |call it )[\"']?([\w€$£%-]+(?: [\w-]+)?)[\"']?(?: instead| "
         r"please)?$",
         r'replace "\1" with "\2"'),
        (r"^(?:the |that )?(?:word|term|expression|phrase) [\"']?([\w€$£%-]+(?: [\w-]+)?)[\"']? (?:sounds?|is|feels?|"
         r"seems?|looks?|"
         r"should be|has to be|must be|becomes?|needs to be)\b(?: (?:so |too |very |really |a bit |kind of )*"
         r"(?:bad|wrong|odd|cheap|weird|harsh|poor|off|negative|awful|strange|ugly|tacky|horrible|terrible|silly|old|"
         r"boring))?"
         r"[,;.]? ?(?:(?:so|and|please|then|just|better|rather|maybe|let'?s|we|you|should|can) )*(?:say |use |make "
         r"it |put |take |write |"
         r"have )?[\"']?([\w€$£%-]+)[\"']?(?: instead| please)?$", r'replace "\1" with "\2"'),
        (r"^(?:say|use|write|put) [\"']?([\w€$£%-]+(?: [\w-]+){0,3}?)[\"']? where(?:ver)? (?:it|she|he|we|you) "
         r"(?:says?|reads?|"
         r"have|has|mentions?) [\"']?([\w€$£%-]+(?: [\w-]+){0,3}?)[\"']?$", r'replace "\2" with "\1"'),
        (r"^(?:where|wherever|whenever|when) (?:it|she|he|we|you) (?:says?|reads?|have|has|mentions?) [\"']?([\w€$£%-]+"
         r"(?: [\w-]+){0,3}?)[\"']?,? (?:(?:please|it|she|he|should|must|to|i|we|want) )*(?:say|use|write|put|read) "
         r"[\"']?"
         r"([\w€$£%-]+(?: [\w-]+){0,3}?)[\"']?(?: instead)?$", r'replace "\1" with "\2"'),
        (r"^[\"']?([\w€$£%-]+(?: [\w-]+){0,2}?)[\"']? (?:needs to be|has to be|must be|should be|becomes|must become|"
         r"should become)"
         r" [\"']?([\w€$£%-]+(?: [\w-]+){0,2}?)[\"']? (?:everywhere|throughout|in all scenes|all over|each time|"
         r"every time)$",
         r'replace "\1" with "\2"'),
        # notes of numbers and signs
        (r"^(?:(?:please|then|new|scene|the|ok|okay|right)\b[: ]*)*(?:scene )?order[:\s]+(?:is |should be |of scenes )?"
         r"((?:\d+[\s,>-]+){2,}(?:and )?\d+)$", r"scenes in the order \1"),
        (rf"^{_COUNTED} (?:goes |comes |should (?:go|come|be) )?(before|after|in front of|behind|ahead of) {_COUNTED}$",
         r"move scene \1 \2 scene \3"),
        (rf"^{_COUNTED}\s*(?:<-+>|<=+>|<>|⇄|↔|⇆)\s*{_COUNTED}$", r"swap scenes \1 and \2"),
        (r"^(?:s|sc|scene)\.?\s*(\d+)\s*(?:\+|&|and|with)\s*(?:s|sc|scene)?\.?\s*(\d+)\s*:?\s*(merge|swap|split|"
         r"delete|lock)d?$",
         r"\3 scenes \1 and \2"),
        (r"^(?:scenes? )?(\w+) (?:and|&|\+) (\w+) (?:should|can|could|must|may|will|to) (?:be|become|form) "
         r"(?:one|a single|the same)(?: scene)?$", r"merge scenes \1 and \2"),
        (r"^(.+?) (?:and|&) (.+?)(?: (?:should|could|can|please|to) (?:be|go))? (?:the other way (?:a)?round|in "
         r"reverse(?: order)?|"
         r"reversed|vice versa|switched|swapped|trade places|change places)(?: please)?$", r"swap \1 and \2"),
        (rf"^(?:minus|less|sans|w/o|kill|bin|axe|scrap|ditch|chuck)\s+{_COUNTED}$", r"delete scene \1"),
        (r"^\+\s*(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?)$", r"make the video \1 seconds longer"),
        (r"^[-–−]\s*(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?)$", r"make the video \1 seconds shorter"),
        (r"\b(logo|captions?|subtitles?)\s*[:=]?\s*(BR|TR|BL|TL)\b", r"\1 @\2"),
        (r"^([A-Za-z][\w ]*?)\s*(?:-+>|=+>|→|➔|>)\s*(?=\w)", r"\1 to "),
    )
)  # fmt: skip
_CORNER = re.compile(r"@(?:br|tr|bl|tl)\b", re.IGNORECASE)
_CORNERS = {"@br": "bottom right", "@tr": "top right", "@bl": "bottom left", "@tl": "top left"}
_THINGS = re.compile(r"\b(?:scene|logo|music|captions|heading|voice)\b", re.IGNORECASE)
_NOT = re.compile(
    r"^(?P<lead>.*?\b(?:say|says|use|put|write|read|call it|it'?s|it is|make it|have|want|want(?:s)? to say|should "
    r"be|should say|"
    r"must be|that'?s|they'?re|they are)\s+|)[\"']?(?P<new>[\w€$£%-]+(?: [\w€$£%-]+){0,3}?)[\"']?,?\s+(?:and "
    r")?(?:not|instead of|rather than|"
    r"in place of)\s+(?:just |only |the |a |an )?[\"']?(?P<old>[\w€$£%-]+(?: [\w€$£%-]+){0,3}?)[\"']?(?P<rest>[,.]? "
    r"(?:where|when|because|in) .*)?"
    r"[.!\s]*$",
    re.IGNORECASE,
)  # fmt: skip


_SHORT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), again)
    for pattern, again in (
        (r"\b(captions?|captons|subtitles|music|logo|sound) of\W*$", r"\1 off"),
        (r"(^\W*(?:keep|leave)|\b(?:but|and) (?:keep|leave)) (the|my|our) (new|old|current|present|bigger|smaller) "
         r"(logo|caption|music|voice|heading|title)s? "
         r"(size|place|position|colou?r|volume|style)\b", r"\1 the \4 as it is"),
        (r"\b(?:um |uh |so |and |now |ok |okay )*(?:what else|let me (?:see|think)|let's see|where was i)(?:[,.?]+ "
         r"(?:(?:oh|ah) )?(?:yes|yeah|"
         r"right|also|and)?|[,.?]* (?:oh|ah) (?:yes|yeah|right)),? *", ""),
        (r"\bthe music (?:a bit |a little |much )?(slower|faster)\b(?! in)", r"the \1 music tempo"),
        (r"\b(but|and|only|just)? ?(?:very |really |quite |nice and )quietly\b", r"\1 much quieter"),
        (r"^\W*may i (?:suggest|propose|recommend|ask for)\b,?", ""),
        (r"^\W*(?:wait |but |hang on |hold on )+(?:before (?:you|we) (?:do|start|render|make|go|continue|"
         r"proceed)\w*(?: (?:that|it|this|on|with that))?),? ", ""),
        (r"\b(?:don'?t|do not|not) (cut|delete|remove|lock|swap|move|drop|change) (scene \w+|the \w+ scene|the \w+) "
         r"but (scene \w+|the \w+(?: scene)?)\W*$",
         r"\1 \3"),
        (r"\b(\d+) (?:and |but )?not \d+ (seconds?|secs?|s|minutes?)\b", r"\1 \2"),
        (r"\bno (?:transitions?|dissolves?|fades?)(?: at all)?,? (?:just|only|but) (?:hard |straight |plain )?cuts\b",
         "hard cuts "
            "everywhere"),
        (r",? but (?:very |really |quite |nice and |still )(quiet|soft)(?:ly)?\b(?! (?:music|track|voice))",
         r", make the music much quieter"),
        (r",? but (quiet|soft)(?:ly)?\b(?! (?:music|track|voice))", r", make the music quieter"),
        (r",? but (?:very |really |quite )?loud(?:ly)?\b(?! (?:music|track|voice))", r", make the music louder"),
        (r"\bor rather (?:very |really |quite )quiet\b", "or rather much quieter music"),
        (r"\b(the \w+ scene|scene \w+) with the (?:next|following)(?: one| scene)?\b", r"\1 and the scene after \1"),
        (r"^\W*(?:and |oh )?(?:one|a) more thing,? (?=\w)", ""),
        (r"\ba(?:p+ro+ve?|prov|prooves?|pprov)(d?)\b(?!\w)", r"approve\1"),
        (r"^\W*\+\s*(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?)\W*$", r"make the video \1 seconds longer"),
        (r"^\W*[-–−]\s*(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?)\W*$", r"make the video \1 seconds shorter"),
        (r"(?<=[\w,.]),? (?:hmm+|um+|uh+|erm?|oh|ah),? (?=(?:no|wait|actually|sorry)\b)", ", "),
        (r"(?<=\w) oh and\b", ", and"),
        (r"(?<!not )(?<!should )(?<!to )(?<!must )(?<!n't )\b(feels|sounds|seems)((?: (?:a bit|a little|rather|quite|"
         r"really|very|kinda|"
         r"pretty|so|just|still|kind of))*) (slow|fast|loud|quiet|long|short|small|tiny|dark)\b(?! and steady)",
         r"\1\2 too \3"),
        (r"\b(song|track|music|tune|soundtrack)\b(.*?)\b(slower|faster|quicker|slow|fast) (?:tempo|beat|pace)\b",
         r"\1\2\3 music tempo"),
        (r"\b(the [\w ]{3,20}?|captions|subtitles|music|scene \w+) (?:shouldn'?t|should not|needn'?t|must ?n'?t|"
         r"mustn't|doesn'?t have to|"
         r"don'?t have to|need not|must not) (?:go|be (?:removed|deleted|cut|dropped)|disappear|vanish)\b",
         r"leave \1 as it is"),
        (r"\b(is|are|becomes) now (?=\S+\.\w)", r"\1 "),
        (r"\b(?:an )?accents? (?:colou?r )?(?:of|in) (?:pure |bright |deep |plain )*", "accent colour "),
        (r"\b(scene \w+|the \w+ scene) (?:goes|should go|moves|should move|belongs|has to go|must go|can go) (?:to|"
         r"in|at|into) (?:the )?"
         r"(?:position|place|spot|slot|number) (\d|\w+)\b", r"move \1 to position \2"),
        (r"\b(?:zoom|go|move|come|get|lean|push|crop|cut) (?:right |way |much |a bit )*(?:in |up |closer |close "
         r")+(?:on|to|into) (?:his|her|their|"
         r"the presenter'?s|maya'?s|daniel'?s) (?:face|head|eyes)\b", "close-up"),
        (r"\bi (?:want|need|would like|'d like) to see (?:more of )?(?:his|her|their) face\b", "close-up"),
        (r"(?<=\w) (?=(?:no,? wait|wait,? no|scratch that|no,? sorry|no,? actually|on second thoughts?|"
         r"sorry,? (?:i mean|i meant|make that|no))\b)", ", "),
        (r"\b(while|when|as|where) (she|he)(?:'s| is) (?:going )?on about\b", r"\1 \2 talks about"),
        (r"\bwhile (?:she|he) (?:talks|speaks|is talking|is speaking) about (?:the )?([a-z]+)\W*$", r"in the \1 scene"),
        (r"\b((?:all|every)(?: of)?(?: the)? scenes?),? (?:apart from|other than|bar|excluding|save|but not|"
         r"minus)(?: for)?\b",
         r"\1 except"),
        (r"^\W*(?:and |so |ok |okay )?(?:what|the thing|the one|the bit) (?:we(?:'re| are)|i(?:'m| am)) (?:looking "
         r"at|seeing|watching|on)"
         r"(?: right| just)?(?: now| here)?(?=\s*[,:–—-])", "this scene"),
        (r"\b((?:all|every)(?: of)?(?: the)? scenes?,? (?:except|apart from|but|bar|other than|besides|excluding|"
         r"save)(?: for)?"
         r" the (?:very )?(?:first|second|third|fourth|fifth|sixth|last))(?! (?:scenes?|ones?|two|three|part)\b)",
         r"\1 scene"),
        (r"\b(the \w+ scene|scene \w+) and the (?:one|scene) (?:right |directly |just )?(after|before|following|behind)"
         r"(?: it| that| this)?\b(?! the| scene)", r"\1 and the scene \2 \1"),
        (r"\b(the \w+ scene|scene \w+) and the (?:next|following)(?: one| scene)?\b", r"\1 and the scene after \1"),
        (r"\b(the \w+ scene|scene \w+) and the (?:previous|preceding)(?: one| scene)?\b", r"\1 and the scene before "
            r"\1"),
    )
)  # fmt: skip
_SHORTENED = {
    "mus": "music", "capts": "captions", "subs": "subtitles", "bg": "background", "bgd": "background", "spd": "speed",
    "res": "resolution", "hdg": "heading", "h/line": "heading", "hl": "heading", "vo": "voice", "v/o": "voice",
    "pres": "presenter",
    "trans": "transitions", "cta": "call to action", "vol": "volume", "dur": "duration", "hdr": "heading",
    "lgo": "logo",
}  # fmt: skip
_SHORTENINGS = re.compile(
    r"(?<![\w/.@-])(?:" + "|".join(map(re.escape, _SHORTENED)) + r")(?![\w/@.-]\w)(?!\w)", re.IGNORECASE
)
_TELEGRAM = 9
"""Of so many words at most are messages in which words are shortened."""
_SECOND = re.compile(r"\b(?:around|about|at|near|by) (?:the )?second (\d{1,3})\b(?! (?:of|scene|line))", re.IGNORECASE)


def notated(text: str) -> str:
    """The text with notes of numbers and signs in words, and with a mark before what is taken back."""
    if len(text) > 400 or re.search(r"[\"“\n]", text):
        return text
    if len(text.split()) <= _TELEGRAM:
        text = _SHORTENINGS.sub(lambda found: _SHORTENED[found[0].lower()], text)
    text = _SECOND.sub(lambda found: f"at {int(found[1]) // 60}:{int(found[1]) % 60:02}", text)
    for pattern, again in _SHORT:
        text = pattern.sub(again, text, count=1)
    return first_said(text)


def plainer(context: Context, text: str) -> Iterator[str]:
    """Ways of saying a text again, the nearest first; none where it is plain enough."""
    held = text.strip().rstrip("?.! ")
    told = {text}
    for again in _said_again(context, held):
        if again and again not in told and re.search(r"\w", again):
            told.add(again)
            yield again


def _said_again(context: Context, text: str) -> Iterator[str]:
    core = without_lead(text)
    for told in (said_again(context, core), scenes_told(context, core), *singly_told(core)):
        if told is not None:
            yield told
    yield from parts_told(without_lead(text))
    gerund = re.match(
        r"^\W*(?:(?:would|do|could) you mind|how about|what about|is there (?:any|a) (?:chance|way) of|any chance of|"
        r"i(?:'d| would) "
        r"(?:suggest|recommend|propose|prefer|vote for)|i'?m for|we(?:'re| are) for|consider|try|let'?s try|fancy|"
        r"worth)\s+"
        r"(?P<verb>\w+ing)\b(?P<rest>.*)$",
        text,
        re.IGNORECASE,
    )
    if gerund is not None and gerund["verb"].lower() in _GERUNDS:
        yield _GERUNDS[gerund["verb"].lower()] + gerund["rest"]
    if (replaced := _replaced(context, text)) is not None:
        yield replaced
    done = text
    for pattern, again in _TOLD:
        changed = pattern.sub(again, done, count=1)
        if changed != done:
            changed = _CORNER.sub(lambda found: _CORNERS[found[0].lower()], changed)
            yield changed
            done = changed
    if done != text and (replaced := _replaced(context, done)) is not None:
        yield replaced


def _replaced(context: Context, text: str) -> str | None:
    """`Porto, not Lisbon`: words that are said somewhere, and those that are to be said instead."""
    found = _NOT.match(text)
    if found is None or not is_said(context, found["old"]) or is_said(context, found["new"]):
        return None
    if len(found["lead"].split()) > 8 or _THINGS.search(text):
        return None
    return f'replace "{found["old"]}" with "{found["new"]}"'
