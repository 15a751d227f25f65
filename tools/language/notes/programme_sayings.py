"""Programme sayings: what holds for all of a video, told by its reason, by what is wrong, or by who is to do it."""

from __future__ import annotations

from tools.language.notes.first_sayings import IT, table
from tools.language.notes.saying_words import HER, LENGTH, LINE, NTH, SCENE, SHE, Q

FIRST_PROGRAMME = table(
    (r"\b(?:the |our )?list of (?:reasons|points|benefits|advantages|bullets)\b", "the list"),
    (r"\b(?:put|set) the price((?: of (?:the |our )?[\w ]{2,20}?)?) (?:at|on) (?=[€$£\d])", r"change the price\1 to "),
    (
        r"^(\W*(?:where|when|while|whenever) (?:she|he|maya|daniel) [^,.;]{5,40},) (?:please )?(?:zoom in|go in "
        r"close|come in close|move in)(?: on (?:her|him|the face))?\W*$",
        r"\1 close-up",
    ),
    (
        r"\b(?:i (?:want|need|would like|'d like) to )?(?:hear|feel|have|put|get)(?: some| more| a bit of| real)* "
        r"(pride|warmth|confidence|joy|excitement|urgency|calm|empathy|cheer|seriousness) in(?:to)? "
        rf"({Q}[^\"“”]+?{Q}|{LINE})",
        r"make \2 sound @\1",
    ),
    (
        r"\b([\w-]+\.(?:mp3|wav|m4a|ogg|flac)) is (?:our|the|my) (?:track|song|music|tune|soundtrack|anthem)\b",
        r"use \1 as the music",
    ),
    (r"\bmain (?:text|copy)(?= (?:in|should|set|=)|:)", "body text"),
    (
        rf"^.*?\b({LENGTH})\b.*?[,.;:–-]+ ?(?:so |please |and |then |can you |could you )*(?:shorten|cut|trim|get|"
        rf"bring|squeeze|stretch|extend|make|fit|reduce|take) {IT} (?:down |up |out |in )*(?:to |in |into )(?:that|"
        r"this|it|there|that (?:length|time|slot))(?: please| then)*\W*$",
        r"make it \1 long",
    ),
    (
        r"\b(points|bullets|bullet points|steps|reasons) (?:should |must |can |could |to )?(?:be |are )?(?:only |"
        r"just |now )*(?:two|three|four|five|six|\d)?(?: of them)?\s*:(?= )",
        r"\1:",
    ),
    (
        r"^\W*(?:please )?(?:don'?t|do not) (?:change|touch|alter) (?:anything|a thing|any of it)(?: else)?,? "
        r"(?:except|but|apart from|other than|besides)(?: for)? (?=the |scene |our )",
        "change ",
    ),
    (rf"\b(scene \w+)'s ({NTH}) (line|sentence)\b", r"the \2 \3 of \1"),
    (r"\bat the end of (the \w+ (?:line|sentence) of)\b", r"after \1"),
    (
        r"\bcaptions off (?:in|on) the (?:picture|video|screen)\b(?:,? (?:but|and) (?:keep|leave|still have) (?:the |"
        r"a )?(?:caption |subtitle |srt )?file)?",
        "captions off",
    ),
    (
        rf"\b((?:line \w+|(?:the )?{NTH} (?:line|sentence)) (?:of|in) {SCENE}) (?:becomes|is now|turns into|"
        rf"changes to|now reads|now says):? (?={Q})",
        r"\1: ",
    ),
    (r"\b(?:twice|two times|double) as loud (?=(?:in|during|for|on) )", "10 dB louder "),
    (r"\bhalf as loud (?=(?:in|during|for|on) )", "10 dB quieter "),
    (
        r"\b(call to action|cta|headline|heading|subtitle|tagline)((?: (?:of|in|on|for) (?:scene \w+|the end card))?)"
        r"\s*: ((?:[A-Z][\w']*(?: [\w']+)?[.!] ){1,3}[A-Z][\w']*(?: [\w']+)?)[.!]?$",
        r'\1\2: "\3"',
    ),
    (rf"\b(?:bring|get|come|land) (?:{IT} )?in (?:at|under|on) ({LENGTH})\b", r"make it \1 long"),
    (r"\b(?:(?:vertical|upright|portrait|tall),? (?:at |in )?)?(?:nine|9) ?(?:by|x|to) ?(?:sixteen|16)\b", "9:16"),
    (
        r"\b(?:(?:horizontal|wide|landscape|widescreen),? (?:at |in )?)?(?:sixteen|16) ?(?:by|x|to) ?(?:nine|9)\b",
        "16:9",
    ),
    (r"\b(?:four|4) ?(?:by|x|to) ?(?:five|5)\b(?! ?(?:seconds|s\b))", "4:5"),
    (rf"(?<=\bmusic)((?: [\w' ]{{0,30}}?)?) (?:under|below|beneath|underneath|behind) (?={SCENE})", r"\1 in "),
    (r"^(\W*(?:please )?)([\w-]+\.svg) (?=(?:in|at|on|top|bottom|small|big|large)\b)", r"\1use \2 as the logo "),
    (
        r"((?:sentence|line|heading|headline|subtitle|call to action)(?: of scene \w+)?)\s*[:,] (?:please )?(?:make "
        rf"it|change it to|it should (?:be|say|read)|let it (?:be|say|read)) (?={Q})",
        r"\1: ",
    ),
    (
        r"^\W*what (?:do|can|should|must|shall) (?:i|we) (?:type|say|write|enter|put in)\b(?! (?:at|on|in|about|for) "
        r"(?:the|scene))[^\"']*$",
        "help",
    ),
    (
        r"^\W*shouldn'?t there be (?:some |any |a |an )?(music|captions|subtitles|logo|background music|title|end "
        r"card)\W*$",
        r"add \1",
    ),
    (
        r"\b(?:cut|trim|take|shave|knock|drop|lose|shorten)(?: off| away)?(?: about| roughly)? (?:a |one )"
        r"?(?:quarter|fourth) (?:of|off|from) (?:the |its )?(?:running time|run ?time|length|duration|whole|total|"
        r"video|film|time)(?: of (?:the )?(?:video|film))?\b",
        "make it 25 % shorter",
    ),
    (
        r"\b(?:cut|trim|take|shave|knock|drop|lose|shorten)(?: off| away)?(?: about| roughly)? (?:a |one )?third "
        r"(?:of|off|from) (?:the |its )?(?:running time|run ?time|length|duration|whole|total|video|film|time)(?: of "
        r"(?:the )?(?:video|film))?\b",
        "make it 33 % shorter",
    ),
    (r"\b(?:smaller|small|body|running|normal|other) text (?:font|typeface)\b", "body typeface"),
    (
        r"^\W*(?:our|the|my|this)(?: [a-z]+){0,3} ([\w-]+\.(?:png|jpe?g|svg|webp)) (?:is|as|will be|should be) "
        r"(?:the|our|my|your) logo\b",
        r"use \1 as the logo",
    ),
    (
        r"^\W*(?:only |just )?(?:a |the )?(?:separate )?(?:caption|subtitle|captions|subtitles) file,? (?:please,? )"
        r"?(?:and |but )?"
        r"(?:nothing|none|not) burn(?:ed|t) in\W*$",
        "captions off",
    ),
    (
        r"\bno (?:fancy|fussy|silly|flashy|special|stupid|crazy|wild) (?:transitions|effects between (?:the )?scenes)"
        r"\b",
        "hard cuts everywhere",
    ),
    (
        r"\b(?:tone|calm|turn|tune) (?:her|his|the) (?:gestures|gesturing|hand movements|movements|arm waving) "
        r"down\b|\b(?:tone|calm|turn|tune) down (?:her|his|the) (?:gestures|gesturing|hand movements|movements|arm "
        r"waving)\b|\b(?:less|fewer) (?:gestures|gesturing|gesticulating|hand waving|arm waving|waving)\b",
        "calm presenting style",
    ),
    (r"\b(?:more|bigger|livelier) (?:gestures|gesturing|hand movements|body language)\b", "energetic presenting style"),
    (r"\b(?:that|it|this)(?:'s| is)? (?:absolutely |just |bang |totally )?spot[- ]on\b", "it is perfect"),
    (
        r"^\W*(?:i'?m afraid |i am afraid |i fear |sorry,? (?:but )?|hm+,? )?((?:the )?(?:heading|headline|title|"
        rf"subtitle|last line|first line|line \w+|second line)(?: (?:of|in|on) {SCENE})?) (?:isn'?t|is not|is|has|"
        r"contains|was|wasn'?t)(?: quite| really| just| a bit| a)* (?:right|wrong|correct|incorrect|off|mistake|a "
        r"mistake|an error|good|there yet|typo|misspel(?:t|led))[.,;:–-]+ (?:it|that)(?:'s| is| ought to| should| "
        rf"must| has to| needs to| was meant to| has got to) ?(?:be|read|say|be called|become)?:? ({Q}.+{Q})\W*$",
        r"\1 should be \2",
    ),
    (
        r"^(\W*(?:please )?)make (the (?:figure|number|statistic|price|badge|heading|headline|subtitle|percentage|"
        r"address|call to action)(?: (?:of|in|on) scene \w+)?) to (?=\S)",
        r"\1change \2 to ",
    ),
    (r"\b(turn(?:ed)?|switch(?:ed)?) of (?=(?:the|all|those|our|captions?|music|logo|subtitles?|subs)\b)", r"\1 off "),
    (r"\b(?:capshuns?|capshons?|captshuns|captians|capions|subtitels|subtittles|subttiles|subtiles)\b", "captions"),
    (
        r"\bfrom (?:the )?(?:very )?(?:begin|beginning|start|first (?:second|scene))(?:ning)? (?:to|till|until) "
        r"(?:the )?(?:very )?(?:end|finish|last(?: second| scene)?)\b(?! card)",
        "throughout",
    ),
    (r"\bspeak up\b", "speak louder"),
    (
        r"\b(?:the |that |a )?(?:gentleman|man|guy|bloke|chap|fellow|lad) from (?:scotland|glasgow|edinburgh)\b(?: "
        r"(?:to )?(?:read|say|speak|voice|do|narrate)(?:s|ing)? (?:it|this|that))?",
        "the scottish man's voice",
    ),
    (
        r"\b(?:i |we )?(?:want|need|would like|'d like|have|make|let) (?:maya|her|his|daniel|the presenter)(?:'s)? "
        r"voice (?:to be|be|should be|from) ",
        "use the voice ",
    ),
    (
        r"(?<!camera )(?<!show )\b(?:is |be )?(?:only |just |showing |shown |visible |seen )*(?:until|till|up to|"
        r"down to|from) (?:the|her|his) shoulders(?: up| upwards)?(?: only)?\b",
        "head and shoulders",
    ),
    (
        r"\b(?:is |be )?(?:only |just |showing |shown |visible |seen )*(?:until|till|down to|up to|from) (?:the|her|"
        r"his) (?:waist|hips?|belt|tummy|belly)(?: up| upwards)?(?: only)?\b",
        "half body",
    ),
    (r"\bwith (?:too much|too high a|such a) (?:velocity|speed|haste|pace)\b", "too fast"),
    (
        rf"\b(?:read|say|speak|deliver|do|voice) ({Q}[^\"“”]+?{Q}|{LINE}) with (?:more |some |a bit (?:more )?of |"
        r"a little |real |a lot of |great )*(pride|warmth|confidence|joy|excitement|urgency|calm|empathy|cheer|"
        r"seriousness)\b",
        r"make \1 sound @\2",
    ),
    (r"\b(?:the |of )?word(s?) (?=[\"'“‘])", r"the word\1 "),
    (
        r"\bfollow (?:directly |right |straight |immediately )*(?:on |after |upon |behind )?(?=scene \w|the \w+ "
        r"scene)",
        "come right after ",
    ),
    (
        r"(?<![\d.,€$£x×:#-])\b(720|1080|1440|2160)\b(?! ?(?:p\b|i\b|x|×|[\d.,:%€$£]|px|pixels|secs?|seconds|euros?|"
        r"users|people|db|hz))(?=[^.]*$)(?<!by 1080)",
        r"\1p",
    ),
    (
        r"\b(a |the )(man|woman|guy|lady|gentleman|bloke|chap|girl|male|female) in front of (?:the )?camera\b",
        r"\1\2 as the presenter",
    ),
    (
        rf"^\W*({LINE}) (?:should|must|has to|needs to|ought to|could) (?:be )?(?:spoken|said|read|delivered|voiced|"
        r"sound|come across)(?: out)? "
        r"(?:more |very |really |a bit |a little )*(warm|calm|serious|cheerful|excited|confident|proud|sad|urgent)"
        r"(?:ly|edly)?\W*$",
        r"make \1 sound \2",
    ),
    (
        r"^\W*(?:the |our |that |my )?(logo|captions?|subtitles?|text|heading|headline|writing|font)(?:'s| is| are|"
        r"'re| looks?)? (?:so |far |way |much |too |really |very |a bit |just )*(?:tiny|small|little|teeny|titchy|"
        r"minuscule|wee)\b[,;. ]+(?:and |that |so )?(?:i|you|we|one|people|nobody|customers|no one)(?: \w+)? (?:can )"
        r"?(?:can'?t|cannot|can|could|cant|have to|need) (?:barely |hardly |even |scarcely |not |squint |glasses |a "
        r"magnifying glass |to |really )*(?:see|read|make out|spot|find|notice|squint|recogni[sz]e)?(?: (?:it|them|"
        r"that))?\W*$",
        r"the \1 bigger",
    ),
    (
        r"^\W*(?:what(?:'s| is|s)?|why) (?:up |wrong |the matter )?with (?:the|that|this) (?:[a-z]+ )?(music|voice|"
        r"background|logo|captions|font|typeface|colou?r|look)(?: here| please| about)?[,;.?!–-]+ (?:(?:can|could) "
        r"(?:you|we) |please |pls |let'?s )*(swap|change|switch|replace|use|make|try|turn|lose|remove|drop) ",
        r"\2 the \1, \2 ",
    ),
    (
        rf"\bsteps\s*[:,–-]\s*(drop|remove|delete|lose|cut|take out|leave out) (?:the )?({NTH})(?: one| entry| item)"
        r"?(?=\W|$)",
        r"\1 the \2 step",
    ),
    (
        r"\b(logo|music|voice|video|text|heading|font|film|background|pace|track)(?:['’]s|(?<=music)s|(?<=voice)s) "
        r"(?=(?:a bit |a little |so |very |really |quite |rather |too |pretty |just |still |way |far |much )*(?:tiny|"
        r"small|little|huge|big|large|loud|quiet|slow|fast|long|short|dark|bright|teeny|massive|enormous)\b)",
        r"\1 is ",
    ),
    (
        r"^(\W*(?:she|he|the voice|maya|daniel)(?:'s| is| talks| speaks| sounds| reads)) (slow|fast|quick|loud|quiet)"
        r"(?:ly)?(?=\W*$)",
        r"\1 too \2",
    ),
    (
        r"\b(calm|warm|soft|bright|clear)er,? (?=(?:and )?(?:more )?(?:female|male|woman's|man's|american|british|"
        r"scottish) )",
        r"\1, ",
    ),
)
"""Said again before anything is read."""

PROGRAMME_AGAIN = table(
    (
        rf"^{SHE} (?:could|should|must|can|may|needs to|has to) (?:be|sound|speak|seem|talk) (a (?:little|bit|touch)"
        r" )?(?:less (?:hurried|rushed|hectic|fast|quick|breathless|rushing)|more (?:unhurried|leisurely|measured))$",
        r"speak a bit slower",
    ),
    (
        r"^(?:please )?(?:let|have|make|get) the (lady|woman|girl|man|gentleman|guy|bloke|chap|female|male) (?:do|"
        r"present|say|read|present it|host|tell|front) ?(?:it|this|the video|the talking)?(?: (?:instead|rather)(?: "
        r"(?:of|than) .*)?| please)?$",
        r"use the \1 as presenter",
    ),
    (
        r"^(?:make|let|have|get) (?:him|her|maya|daniel|the presenter) (?:to )?(?:come alive|come to life|wake up|"
        r"liven up|light up|be lively|be more alive|show some life)(?: on (?:the )?screen| a bit| more)*$",
        "energetic presenting style",
    ),
    (r"^voice\s*[:=]\s*((?:a bit |a little |slightly |much )?(?:higher|lower|deeper))$", r"her voice \1"),
    (
        rf"^.*?\b({LENGTH})\b[^.;]*?[,;.] ?(?:so |and |please )*(?:can|could|should|must|may|let|make|have) {IT} "
        r"(?:be |to be |last |run )?(?:exactly |just )?(?:that|the same|as long|so long|that long)(?: long| length)"
        r"?$",
        r"make it \1 long",
    ),
    (
        rf"^{SHE} (?:needs? to|should|must|could|ought to|has to|can|may) (?:take (?:a (?:bit|little) )?(?:more|her|"
        r"his|their) time|not (?:rush|hurry)|stop (?:rushing|hurrying)|rush less)(?: (?:over|with|through|about|for)"
        r" .{2,30})?$",
        "speak a bit slower",
    ),
    (
        r"^(?:i|we)(?:'d| would) (?:rather|prefer to|sooner|like to) (?:see|have|look at|watch) (the (?:bearded|"
        r"blond\w*|long[- ]haired|dark[- ]haired|older|younger) (?:man|woman|guy|lady|chap))(?: (?:instead|please|"
        r"there))*$",
        r"use \1",
    ),
    (
        r"^([€$£]?\d[\d.,]*)( ?[%€$£])? (?:is|was) (?:old|wrong|outdated|out of date|not (?:right|true|correct)|no "
        r"longer (?:right|true|correct))(?: any ?more| now)?[,;.–-]+ (?:it'?s|it is|now it'?s|now|it should be|make "
        r"it|we(?:'re| are) at)(?: now)? ([€$£]?\d[\d.,]*)( ?[%€$£])?(?: now| these days)?$",
        r"change \1\4 to \3\4",
    ),
    (
        rf"^.*?\b({LENGTH})\b[^.;]*?[,;.]? (?:so|and|which is|therefore)? ?(?:that'?s|that is|thats|this is) "
        rf"(?:exactly |also |precisely )*(?:how long|the length|what) {IT} (?:has to|must|should|needs to|can|may) "
        r"(?:be|have|last|run|fill)$",
        r"make it \1 long",
    ),
    (
        rf"^({LENGTH}) (?:is|are|was) (?:all |what |the slot |the time |how much |as much as )*(?:we|i|they) "
        r"(?:have|'ve got|get|got|booked|bought|paid for)[^.;]*[,;.]? (?:so |and |please )*(?:make|let|have|get) "
        rf"{IT} (?:to )?(?:fill|fit|match|hit)(?: into| in)? (?:that|it|this)$",
        r"make it \1 long",
    ),
    (
        rf"^{SHE}(?:'s| is|s)? (?:absolutely |really |just |always |going |talking |speaking |reading )*(?:gabbling|"
        r"rattling|babbling|racing|rushing|galloping|gabbles|rattles|rushes|races|like (?:a )?(?:machine gun|"
        r"waterfall|train)|nineteen to the dozen|(?:far |way |much )?too (?:quick|fast|quickly))(?: (?:through|"
        r"along|on|it|this|everything|off|away|the text|her lines))*(?:[,;.–-].*)?$",
        "speak slower",
    ),
    (
        r"^(?:i|we|you|one|nobody|people|my (?:mum|mother|dad|gran|boss|wife|husband)) (?:can'?t|cannot|couldn'?t|"
        r"can barely|can hardly|could barely|could hardly) (?:follow|keep up with|keep pace with|understand) "
        rf"(?:{HER}|what (?:she|he) says|a word)(?: at all|,? (?:she|he)(?:'s| is) too (?:fast|quick))?$",
        "speak slower",
    ),
    (
        rf"^{SHE}(?:'s| is|s)? (?:absolutely |really |just |always |going |talking |speaking )*(?:crawling|dragging|"
        r"plodding|sleepwalking|half asleep|falling asleep|(?:far |way |much )?too slow(?:ly)?)(?: (?:through|along|"
        r"on|it|this|everything))*(?:[,;.–-].*)?$",
        "speak faster",
    ),
    (
        r"^.*\b(?:only|just) (?:takes?|accepts?|supports?|plays?|handles?|does|allows?|shows?) (?:up to )?(720p|"
        r"1080p|1440p|4k|540p)(?:[,;. ].*)?$",
        r"resolution \1",
    ),
    (
        r"^(?:is it possible |would it be possible |any chance )?(?:to )?(?:hear|have|let|get|can i hear|could i "
        r"hear|can we hear|could we hear|i'?d (?:like|love|prefer) to hear|i want to hear)(?: what)? ((?-i:[A-Z])"
        r"[a-z]+) (?:reading|read|speaking|speak|saying|say|to read|to speak|narrate|narrating|do|doing)(?: (?:it|"
        r"this|that|the (?:text|script|words)|the voice))?(?: (?:rather than|instead of|in place of|not) .*| instead)"
        r"?$",
        r"use \1 as the voice",
    ),
    (
        r"^(?:the|this|that) (voice|music|font|typeface|background|look|tune|track)(?:'s| is| sounds?| feels?| "
        r"seems?| gets?| looks?)\b[^.;:!?,]{2,40}[.;:!?,–-]+ (?:(?:so|please|maybe|can we (?:have|try|get|use)|could "
        r"we (?:have|try|get)|could i have|give me|try|use|i'?d like|how about|let'?s (?:have|try)|we need|i need|"
        r"have you got) )*(?:something|one that(?:'s| is)|someone|somebody|anything) (?:a bit |a little |much |way |"
        r"rather |more of a )*([a-z]+(?:,? (?:and )?[a-z]+){0,2}?)(?: please| instead)*$",
        r"use a \2 \1",
    ),
    (
        r"^(?:drop|no|less|without|remove|lose|skip|forget|take out)(?: the| any| all)? (?:emotions?|feelings?|"
        rf"drama|acting)(?: (?:in|from|of|for|during) ({SCENE}))?(?:[,;.–-]+ (?:please )?(?:neutral|plain|flat|"
        r"normal|matter of fact|deadpan)(?: is| will| would| please)*(?: fine| do| ok| okay| enough)?)?$",
        r"say \1 neutrally",
    ),
    (
        r"^(?:do|make|play|have|let|shoot|present|film)? ?(?:it|this|that|her|him|the whole (?:thing|video)|"
        rf"everything)?,? ?(?:like|as if|as though|as) {SHE}(?:'s| is|s| was| were)? (?:being |getting |giving |in |"
        rf"doing )*(?:interviewed|an interview)(?: {SCENE})?$",
        "interview presenting style",
    ),
    (
        r"^(?:please )?(?:give|show|make|do|try|let'?s see|create)(?: me| us)? (?:another|a different|one more|a new|"
        r"a second|a fresh) (?:variation|version|variant|take|spin|go|shuffle|arrangement) (?:of|on|at) (?:the "
        r"same(?: thing| video| film)?|it|this|that)$",
        "another variation",
    ),
    (
        r"^no (?:fancy|special|particular|designer|wild) (?:look|style|design),? (?:just |back to |only )*(?:the |a )"
        r"?(?:plain|normal|standard|simple|usual|clean)(?: one| look| style)?$",
        "plain look",
    ),
)
"""Said again where a part of a message is not understood."""
