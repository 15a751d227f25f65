"""Text sayings: what scenes say and show, told around the words that they are to say and show."""

from __future__ import annotations

from tools.language.notes.first_sayings import table
from tools.language.notes.saying_words import LENGTH, NTH, SCENE, Q

FIRST_TEXTS = table(
    (
        r"^\W*(?:please )?(?:make|turn|change|convert|show|present) (?:the )?(?:reasons|benefits|points|bullets|list)"
        r" (?:as|into|like) steps (?:instead of|rather than|not) (?:points|bullets|bullet points|a list)\W*$",
        "turn the points into steps",
    ),
    (
        r"^\W*(?:please )?(?:update|change|fix|correct|adjust) the (?:chart|graph|diagram|chart data|figures in the "
        r"chart)\s*[:,–-]\s*(?=\w+ (?:should|is|must|was|to|=|needs))",
        "in the chart, ",
    ),
    (
        r"^\W*(?:please )?(?:start|begin|open|go)(?: right away| straight away| straight| directly| immediately)* "
        r"(?:with|on|at|into) .{3,30}?,? (?:and )?(?:no|without (?:a |the )?|skip the) ?title(?: card| scene)?\W*$",
        "delete the title scene",
    ),
    (
        rf"^\W*(?:the )?title (?:screen|card|page|scene)\s*:\s*{Q}?([^\"“”,:]{{2,60}}?){Q}?,? (?:and )?(?:the )"
        rf"?subtitle:? {Q}?([^\"“”,:]{{2,80}}?){Q}?\W*$",
        r'heading of the title scene: "\1". Subtitle of the title scene: "\2"',
    ),
    (
        rf"^\W*when (?:she|he|maya|daniel) says {Q}?([\w-]+(?: [\w-]+){{0,2}}?){Q}?,? (?:please )?(?:make it|let "
        r"it|have it|it should|it must|that should) (?:count|pop|stand out|land|hit home|hit|shine|ring|punch)\W*$",
        r'stress "\1"',
    ),
    (
        r"\b(split .{3,40}?) between (?:its|the|his|her) (?:two|2|both) (?:sentences|lines)\b",
        r"\1 after the first line",
    ),
    (
        r"\b(?:put|show|add|write) (?:our|the|my) (?:phone|telephone|mobile|whatsapp|hotline)?(?: ?number| no\.?)? "
        r"(?:on|at) the (?:end card|end|last card|closing card)\s*:\s*(\+?\d[\d ()/-]{5,}\d)",
        r'address on the end card: "\1"',
    ),
    (
        r"^\W*(?:maya|daniel|she|he|the presenter) is (?:our|the) ((?:[a-z]+ ){0,2}[a-z]+),? (?:please |so )*(?:show|"
        r"write|put|say|display|mention) (?:that|it|this)(?: on (?:the )?screen| under (?:her|his) name| on the "
        r"strap| below)?\W*$",
        r"role: \1",
    ),
    (
        r"^(\W*(?:statistic|figure|stat|big number|number)\s*:\s*)(\d[\d.,]*(?: ?%| percent)?) (of [a-z][^:\"]+)$",
        r'the figure should be \2. Label under the figure: "\3"',
    ),
    (
        r"\b((?:sting|whoosh|riser|chime|impact)\b[^,.;]{0,20}?) (?:when|as) (the [a-z]+)(?: scene)? (?:comes|"
        r"appears|starts|shows|begins|pops|is shown|arrives|enters|opens)(?: up| in| on)?\b",
        r"\1 in \2 scene",
    ),
    (
        r"\b(?:q\.?r\.?[- ]?)code (?:leading|that leads|linking|that links|pointing|which leads|going) to "
        r"((?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w./?=&%-]*)?)(?: (?:on|at) (?:the )?(?:end card|last card|"
        r"end|last scene))?",
        r"QR code and put \1 on the end card",
    ),
    (r"^(\W*(?:please )?)strike (?:out )?(?=the |scene |['‘])", r"\1delete "),
    (r"\bthis (heading|headline|subtitle)\b", r"the \1 of this scene"),
    (
        rf"\bgive (?:people|them|us|viewers|everyone|everybody|the audience|it) ({LENGTH}|a moment|a second) (?:to "
        r"(?:think|breathe|read|digest|let it sink in|take it in)) (after|before) ",
        r"pause \1 \2 ",
    ),
    (
        r"\b(after|behind) (line \w+ of scene \w+),? (?:she|he|maya|daniel|the presenter) (?:also |then |should |"
        rf"must )*says?:? ({Q}.+{Q})\W*$",
        r"add \3 after \2",
    ),
    (r"\bneither on (?:the )?screen nor as an? (?:separate )?file\b", "neither in the picture nor as a file"),
    (r"^(\W*(?:please )?)(?:scratch|scrap|axe) (?=the |our |scene )", r"\1remove "),
    (
        rf"^\W*we (?:don'?t|do not|no longer|never) (?:say|use|write|call it) {Q}([^\"'“”‘’]+?){Q}(?: any ?more| "
        r"now| these days)?[,;.:–-]+ (?:but |please |rather |we |just )*(?:say|use|write|call it|put) "
        rf"{Q}([^\"'“”‘’]+?){Q}(?: instead)?((?: in (?:scene \w+|the [\w ]{{3,20}}? scene))?)\W*$",
        r'replace "\1" with "\2"\3',
    ),
    (
        r"^\W*(?:please )?(?:end|finish|close)(?: it| the video)? (?:on|with) ((?:https?://)?(?:[a-z0-9-]+\.)"
        r"+[a-z]{2,}(?:/[\w./?=&%-]*)?)(?<!\.mp4)(?<!\.mov)(?<!\.webm)(?: instead| please)*\W*$",
        r"put \1 on the end card",
    ),
    (
        r"^\W*(?:the )?browser(?:'s)?(?: window)? address(?: should be| is| must be|:)? ((?:https?://)"
        r"?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w./?=&%-]*)?)\W*$",
        r"address in the browser: \1",
    ),
    (
        r"\bwould it be (?:all right|alright|ok|okay|possible|fine|feasible|too much(?: trouble)?|an option|a "
        r"problem|terribly difficult|at all possible) (?:to|if (?:we|you|i)) (?:could )?have (the [\w ]{3,25}?) "
        r"(before|after|behind) (the [\w ]{3,25}?)(?=\W*$)",
        r"move \1 \2 \3",
    ),
    (
        r"^\W*(?:you know what,? |honestly,? |right,? |so,? )*(the|that|this) (music|logo|subtitles?|captions?|"
        r"heading|background|badge|transition|voice|song|track) [\w' ]{3,40}?[,; ]+(?:so |please |just |let'?s |can "
        r"we |could you )*(?:get rid of|drop|lose|remove|kill|ditch|bin|take out|turn off|delete|scrap|nix) (?:it|"
        r"them|that)(?: please| altogether| completely| entirely)*\W*$",
        r"remove \1 \2",
    ),
    (r"^(\W*)nix (?=the|that|our|scene|my|it)", r"\1remove "),
    (r"\bbe (?:quiet|silent|still) (?:there )?and (?:only |just )*listen(?:ing)?\b", "only listen"),
    (r"^\W*(scene \w+),? line (\w+)(?: new| now|,? new version)?\s*:\s*(?=\S)", r"line \2 of \1: "),
    (
        rf"^\W*the (sentence|line) (?:with|about|on|of) (?:the )?([\w-]+)\s*:\s*({Q}.+{Q})\W*$",
        r"change the line about \2 to \3",
    ),
    (
        rf"\b(put|add|insert|say|place) ({Q}[^\"“”]+?{Q}) behind the ({NTH}|last) (sentence|line)\b",
        r"add \2 after the \3 \4",
    ),
    (
        r"^\W*(?:i (?:want|need|would like|'d like)|show|put|we need|give me)?(?: to see)? ?(?:a |an |the )?(?:big |"
        r"huge |large |giant |massive )(?:number )?([€$£]?\d[\d.,]*(?: ?[%€$£])?)(?: on (?:the )?screen)?,? (?:in|"
        rf"on|into) ({SCENE})(?:,? (?:and |with )?{Q}([^\"“”]+?){Q} (?:underneath|below|under it|beneath|below it)"
        r")?\W*$",
        r'show the figure "\1" in \2, label: "\3"',
    ),
    (
        r"\b(scene \w+|the [\w ]{3,20}? scene) as (?:a |the )?picture with (?:the (?:file|photo) )?([\w-]+\.(?:png|"
        r"jpe?g|webp|svg))\b",
        r"show \2 as the picture in \1",
    ),
    (r"\bscene (\w+)\s*:\s*hold(?: for| it)? (?=\d)", r"hold scene \1 for "),
    (r"\b(in|for|during|on|under|into) the one (about|with|where|on) ", r"\1 the scene \2 "),
    (
        r"^\W*(?:don'?t|do not|never|stop|please don'?t) (?:say|saying|write|writing|use|using|call it) "
        rf"{Q}([^\"'“”‘’]+?){Q}[,;.:–-]*(?: (?:it|that|this|because|as|since)\b[^\"'“”‘’]{{2,40}}?[,;.:–-]+)? "
        rf"(?:but |please |rather |better |just )*(?:say|write|use|call it|make it|put) {Q}([^\"'“”‘’]+?){Q}(?: "
        r"instead| please)*\W*$",
        r'replace "\1" with "\2"',
    ),
    (
        rf"^\W*instead of {Q}([^\"'“”‘’]+?){Q},? (?:we|she|he|it|they|you|one)(?: should| must| always| just)* "
        rf"(?:says?|uses?|calls? it|writes?) {Q}([^\"'“”‘’]+?){Q}(?: here| in our house| at our place| these days)"
        r"*\W*$",
        r'replace "\1" with "\2"',
    ),
    (
        r"\b((?:after|before|behind) [\w ]{3,30}?),? (?:i|we)(?:'d| would)? (?:need|want|like|require|miss) (?:one "
        r"more|another|a new|an extra|a further) scene (?:that says|which says|saying|where (?:she|he) says|with)[: "
        r"]+(?=\S)",
        r"add a scene \1 saying ",
    ),
    (
        r"\b(?:points|bullets|bullet points|list|reasons)\s*[:,–-]\s*(drop|remove|delete|lose|cut|take out|leave "
        rf"out) (?:the )?({NTH})(?: one| entry| item)?(?=\W|$)",
        r"\1 the \2 point",
    ),
)
"""Said again before anything is read."""
