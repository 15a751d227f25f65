"""What people say, folded into few words: each concept with the words and phrases that mean it in a note.

A phrase stands in the forms that people type; `tools.language.notes.tokens` puts the concept in its place. Concepts
are single words, so that the patterns of the rules stay short.
"""

from __future__ import annotations

CONCEPTS: dict[str, str] = {
    # what is done
    "remove": "remove|chop|delete|get rid of|take out|take away|take off|ditch|scrap|kill|lose|axe|bin|chuck|chuck out|"
    "erase|omit|leave out|throw out|throw away|do away with|strip|strip out|eliminate|skip|dump|nix|toss|toss out|"
    "cut out|wipe|hide|leave off|drop|rip out|pull out|bin off|scratch out|clear|get shot of|leave away|exclude|"
    "edit out|trash|discard|kick out|strike|strike out|cross out|pull|yank|yank out|lop off|zap|dispose of|rid of|"
    "scrub|turf out|bench",
    "add": "add|insert|include|put in|stick in|throw in|pop in|slip in|squeeze in|bring in|add in|append|introduce|"
    "attach|tack on|create|write in|drop in|build in|work in|fit in|slot in",
    "put": "put|place|slap|stick|pop|position|stick on|plop|park|bung|shove|stamp|plonk|anchor|tuck|pin",
    "change": "change|alter|modify|adjust|update|edit|tweak|rework|amend|revise|fiddle "
    "with|play with|touch|mess with|fix",
    "use": "use|try|go with|go for|pick|choose|select|take|opt for|work with|try out|cast|employ|utilise|utilize|"
    "apply|settle on|give it|switch over to|bring back|test out|put on",
    "otherway": "the other way round|the other way around|other way round|other way around|vice versa|"
    "another way round|"
    "another way around",
    "swap": "swap|swop|exchange|flip|reverse|trade|switch around|swap around|flip around|switch round|swap round|"
    "interchange|switch places of|trade places of",
    "switch": "switch",
    "turn": "turn|dial|crank|bring|pull back|nudge|ramp|bump|push|knock|wind|notch|tone|whack",
    "replace": "replace|substitute|sub out|swap out|trade in",
    "make": "make|turn it into|render",
    "let": "let",
    "move": "move|shift|relocate|bring forward",
    "duplicate": "duplicate|copy|clone|repeat|double up",
    "twice": "twice|a second time|once more|one more time|two times|another time|a 2nd time|for a second time",
    "split": "split|divide|break up|separate|break|cut in two|split up|chop in two",
    "merge": "merge|combine|join|fuse|unite|glue|stitch|join up|put together|roll into one|fold together|blend",
    "lock": "lock|freeze|protect|lock down|lock in|pin down|don't let anyone touch",
    "unlock": "unlock|unfreeze|release|open up|unprotect",
    "rename": "rename|retitle|entitle",
    "call": "call|title it",
    "say": "say|says|said|saying|tell|tells|telling",
    "read": "read|reads|reading",
    "mention": "mention|mentions|mentioning|mentioned|talk about|talks about|talking about|speak about|speaks about|"
    "talked about|speaking about|bring up|brings up|discuss|discusses|discussing|explain|explains|explaining|"
    "describe|describes|describing|touch on|touches on|refer to|refers to|cover|covers|covering|goes on about|"
    "goes over|go over|go into|goes into|deal with|deals with|gets to|is about|are about",
    "pronounce": "pronounce|pronounced|pronounces|pronouncing|pronunciation|enunciate|sound out",
    "rewrite": "rewrite|reword|rephrase|paraphrase|reformulate|rewrites|rework the wording of",
    "shorten": "shorten|cap|trim|condense|tighten|tighten up|cut down|trim down|compress|cut back|pare down|cut short|"
    "shave down|streamline|abbreviate|slim down|boil down|simplify|punch up",
    "lengthen": "lengthen|extend|stretch|stretch out|expand|prolong|elaborate|elaborate on|draw out|flesh out|"
    "expand on|pad out|beef up",
    "speedup": "speed up|hurry up|pick up the pace|step on it|accelerate|quicken|up the pace|up the tempo|"
    "pick up the tempo",
    "slowdown": "slow down|slow|decelerate|ease off|take it slower|drop the pace",
    "mute": "mute|silence|unplug",
    "start": "start|begin|open|kick off",
    "show": "show|display|see|show up",
    "export": "export|download|save|deliver|output|convert|save out|send me|ship me|mail me|pass me|shoot me|hand "
    "over|hand me|grab",
    "compare": "compare|contrast",
    "approve": "approve|approved|accept|sign off|finalise|finalize|greenlight|green light|sign it off",
    "undo": "undo|revert|roll back|rollback|take back|take that back|take it back|undo that|reverse that|ctrl z|"
    "ctrl+z|undo it|reverse it|revert that|revert it|backtrack|rewind that",
    "redo": "redo|redo that|redo it|redo my last|put it back the way i had it|bring that back|reapply|reinstate",
    "stop": "stop|cancel|abort|halt|stop it|stop that|interrupt",
    "learn": "learn|study|crawl|scan|analyse|analyze|read up on|look at|check out|take a look at|have a look at|browse",
    "leave": "leave|keep|retain|preserve|maintain",
    "want": "want|need|prefer|fancy|like to have|love to have",
    "look": "look|looks|looking",
    "sound": "sound|sounds|sounding",
    "feel": "feel|feels|feeling|seem|seems|come across as|comes across as|come across|comes across",
    "drag": "drags|dragging|dragged|drags on|drag on|goes on|go on|going on|takes forever|takes ages|is a drag",
    "hate": "hate|dislike|can't stand|don't like|do not like|don't love|not a fan of|not keen on|not happy with|"
    "not a big fan of|not fond of|detest|don't care for|not loving|not mad about|not crazy about|loathe|cannot stand|"
    "am not sold on|don't really like|not into|hates|not liking|doesn't work for me",
    "unsure": "not sure|unsure|not certain|not convinced|in two minds|undecided|on the fence|having second thoughts|"
    "have doubts|not so sure|don't know|dunno|not a hundred percent sure|hesitant|unsure if",
    "love": "love|like|adore|enjoy",
    # what it is done to
    "video": "video|film|movie|piece|programme|program|vid|clip|ad|advert|spot|whole thing|entire thing|"
    "whole video|entire video|whole film|promo|commercial|vidoe|production|presentation|videos",
    "scene": "scene|scenes|slide|slides|shot|shots|section|sections|segment|segments|chapter|chapters|panel|panels",
    "part": "part|parts|bit|bits|passage|piece of it|moment|portion|stretch of it",
    "music": "music|soundtrack|background music|backing track|tune|tunes|song|score|bgm|audio track|music track|"
    "backing music|sound track|track|background track|musical bed|music bed|background tune|underscore|jingle|songs|"
    "background song|melody|musical score|backing|beats|beat",
    "captions": "captions|subtitles|subs|closed captions|cc|caption|captioning|caption text|closed captioning|"
    "burned in captions|subtitling|burnt in captions|captions on the screen|on screen captions|captions track",
    "voice": "voice|narrator|narration|voiceover|voice over|vo|voices|speaker's voice|"
    "reader|speaking voice|voice actor|"
    "voice artist|voice talent",
    "avatar": "avatar|presenter|host|person on screen|spokesperson|actor|actress|model|talking head|avatars|"
    "presenters|hostess|speaker|person on camera|on screen person|face|moderator|news anchor|host person|"
    "on camera person|spokeswoman|spokesman",
    "background": "background|backdrop|bg|backgrounds|backdrops|behind her|behind him|behind the presenter|wallpaper|"
    "back ground|scenery|setting behind her|what's behind her",
    "logo": "logo|logotype|brand mark|emblem|company logo|watermark|brandmark|logos|logo mark",
    "heading": "heading|titles|headline|header|headings|headlines|on screen text|on screen title|headers|big text|"
    "screen text|text on screen|text on the screen|title text|onscreen text|slide title|scene title",
    "subtitle": "subtitle|subheading|sub heading|subhead|subheadline|sub title|tagline|second heading|sub headline|"
    "subline|sub line|smaller line under|strapline|line under the title|text under the title|small text under the "
    "title|small line under the title|line below the title|"
    "tagline under the title|subtitle under the title|words under the title|text below the title|smaller text",
    "endcard": "end card|end screen|closing card|logo card at the end|card at the end|final card|outro card|closing "
               "screen|end slate|last card|endcard|"
    "closing slide|end slide|final slide|final screen|call to action card|cta card|endscreen|end frame|end page",
    "cta": "call to action|cta|button|call to action text|cta text|button text|action button|calls to action",
    "address": "address|the web address|the web link|web address|url|website address|link|"
    "site address|webaddress|contact address|web link|domain",
    "line": "line|lines|sentence|sentences|phrase",
    "words": "words|wording|word|text|phrasing|expression",
    "script": "script|voiceover text|spoken text|dialogue|transcript|narration text|voiceover script",
    "body": "body copy|body text|running text|body type|copy text",
    "typeface": "font|typeface|fonts|typefaces|font family|lettering|typography|type face",
    "colour": "colour|color|colours|colors|colour scheme|color scheme|palette|tint|hue|shade|brand colour|brand color|"
    "main shade|colouring|coloring",
    "transition": "transition|transitions|scene change|scene changes|scene transition|scene transitions",
    "dissolve": "dissolve|dissolves|crossfade|cross fade|crossfades|fade|fades|fade in|soft transition|cross fades|"
    "soft transitions|fading|smooth transition|smooth transitions|crossfading|gentle transition|gentle transitions|"
    "cross dissolve|cross dissolves|smooth fades|fading in|blending|soft fades|blends|animation between scenes|"
    "animations between scenes|animated transitions",
    "hardcut": "hard cut|hard cuts|harder cuts|harder cut|snappier cuts|snappy cuts|straight cut|straight cuts|"
    "jump cut|jump cuts|clean cut|clean cuts|cuts|sharp cuts|"
    "sharp cut|simple cuts|plain cuts|hard cutting|simple cut|plain cut|abrupt cuts|quick cuts",
    "strap": "name strap|name tag|lower third|lower thirds|name plate|name badge|nametag|name banner|name caption|"
    "namestrap|name bar",
    "aspect": "aspect ratio|aspect|format|shape|orientation|ratio|picture format|screen format",
    "resolution": "resolution|quality|definition|picture quality|video quality",
    "framerate": "frame rate|framerate|fps|frames per second|frames a second",
    "brand": "brand|brands|brand kit|branding|company|brand colours and logo",
    "website": "website|web site|site|homepage|home page|webpage|web page|web shop|webshop|online shop|online store",
    "storyboard": "storyboard|board|story board|scene list|outline|plan|overview|rundown|shot list|scenario",
    "draft": "draft|drafts|version|versions|cut number|revision|revisions|iteration|take number",
    "variation": "variation|a different take|another take|a different version|a new version|"
    "a new take|a fresh take|a different variation|a new variation|a fresh "
    "version|variant|different version|different take|another take of it|variations|"
    "another go|"
    "another spin|different variation|another version|another variation|another variant|another alternative|"
    "different variant|new version|fresh take|new variation|fresh version|new take|one more version",
    "speed": "speed|pace|tempo|pacing|speaking speed|speaking pace|speech rate|speaking rate|speed of the voice|"
    "speech|rate of speech|talking speed|talking pace|delivery speed|delivery",
    "duration": "duration|length|running time|runtime|run time|total time|video length|total length|run length",
    "volume": "volume|loudness|sound level|level|volume level|audio level",
    "talk": "talk|talks|talking|speak|speaks|speaking|read out|reads out|narrates|narrate",
    # how
    "faster": "faster|quicker|speedier|brisker|more quickly|more briskly|more speed|quickly|more fast|fastly|snappily|"
    "more rapidly|at a faster pace",
    "slower": "slower|slowlier|more slowly|less fast|less quickly|less rushed|more slow|slowly|at a slower pace",
    "shorter": "shorter|briefer|tighter|more concise|snappier|more succinct|less long|more compact|punchier|crisper|"
    "less wordy|less verbose|more to the point|shorter and sweeter|short and sweet|more brief|brief|concise|succinct",
    "longer": "longer|more detailed|less short|wordier|more elaborate|more extensive|in more detail|lengthier|"
    "more long",
    "louder": "louder|more loud|more audible|stronger music|more prominent|more present",
    "quieter": "quieter|softer in volume|less loud|more quiet|lower in volume|less prominent|more in the background|"
    "less intrusive|less dominant|more subtle|subtler|more subdued|less overpowering|fainter|less overwhelming",
    "bigger": "bigger|larger|huge|more visible|more legible|more readable|greater|big|large|enormous|massive|"
    "easier to read|larger sized",
    "smaller": "smaller|tinier|small|tiny|less big|less large|littler|more discreet|less visible|more modest|mini",
    "medium": "medium|normal size|medium sized|regular size|mid size|middle size|standard size|medium size|"
    "default size|average size|normal sized",
    "darker": "darker|deeper in colour|more dark",
    "lighter": "lighter|paler|more light",
    "brighter": "brighter|more vivid|more vibrant|vivider|more saturated|more colourful|more colorful|more intense|"
    "bolder in colour|less dull|less muted|punchier in colour",
    "duller": "duller|more muted|less bright|less vivid|less saturated|less intense|less garish|less vibrant|"
    "toned down|more toned down|desaturated|less loud in colour|less flashy|less colourful",
    "warmer": "warmer|more warm",
    "cooler": "cooler|colder|more cool",
    "abit": "a bit|a little|a little bit|slightly|a touch|a tad|a notch|somewhat|a hair|a smidge|just a bit|"
    "just a little|a tiny bit|a small bit|one notch|ever so slightly|a wee bit|marginally|a shade|a fraction|a smidgen|"
    "just slightly|just a touch|just a tad|a teeny bit|two notches|a couple of notches|a couple notches|a few notches|"
    "kind of|sort of|a tiny little bit|a bit bit",
    "much": "much|a lot|way|far|considerably|significantly|heaps|tons|lots|a great deal|drastically|a whole lot|"
    "substantially|loads|massively|radically|dramatically|a good deal|lots and lots|really a lot|so much|very much|"
    "a ton|by a lot|a good bit",
    "all": "all|every|each|everywhere|throughout|all of|all the|every single|each of the|each and every|"
    "across the board|all over|all of the|every one of the|entire",
    "off": "off|gone|disabled|away|switched off|turned off|out of there|muted|deactivated|removed|no more",
    "on": "on|enabled|activated|switched on|turned on|back on|visible",
    "no": "no|without|without any|zero|not any|w/o|free of",
    "dont": "don't|do not|dont|never|please don't|should not|shouldn't|must not|mustn't|no need to|you needn't|"
    "needn't|better not|do n't|need not|not to|avoid|there's no need to|doesn't need to|doesn't have to|don't ever|"
    "don't you dare|rather not|refrain from|stop yourself from",
    "another": "another|a different|a new|some other|some different|a fresh|different|an alternative|other|alternative",
    "vertical": "vertical|portrait|upright|tall|vertically|portrait mode|for mobile|for phones|for phone|for the phone|"
    "phone format|mobile format|for mobiles|stories|for stories|instagram stories|instagram story|story format|"
    "tiktok|reels|reel|shorts|youtube shorts|instagram reels|instagram reel|"
    "tik tok|for tik tok|phone screen|phone screens|"
    "youtube short|snapchat|phone shape|mobile screens|mobile phones|facebook stories|whatsapp status|ig reels",
    "square": "square|squared|quadratic|instagram post|square post|insta post|instagram posts|square format|"
    "instagram square|square shape|facebook post",
    "landscape": "landscape|horizontal|widescreen|wide screen|youtube|wide|horizontally|tv|linkedin|television|vimeo|"
    "landscape mode|desktop|youtube video|a wide format|the tv|for desktop|the web|widescreen format|regular youtube",
    "fourfive": "instagram feed|insta feed|ig feed|feed post|feed format|feed video|instagram feed post|the feed",
}
"""Concept to the phrases that mean it, with `|` between."""

VERBS = frozenset(
    """remove add put change use swap switch turn replace make move duplicate split merge lock unlock rename call
    rewrite shorten lengthen speedup slowdown mute start show export compare approve undo stop learn
    leave lose""".split()
)
"""Concepts whose phrases begin with a verb, which may stand in any of its forms."""

FILLERS = frozenset(
    """please just really actually kindly simply basically perhaps maybe possibly pls plz thanks ok okay well um uh hmm
    hm erm er oh ah so hey guys also then now again next honestly literally totally quickly definitely certainly
    absolutely quite rather pretty though anyway somehow again sure mate dear folks lol haha sorry alright
    obviously personally ideally immediately finally lastly firstly secondly thirdly btw yet for-me overall
    hopefully oops whoops ooh yo sir madam gosh cheers ta thanx thx asap yeah yep yes ya overall altogether
    generally afterwards bro dude darling hun tbh imo imho fyi ngl honest""".split()
)
"""Words that change nothing in what is asked."""

NUMBERS: dict[str, float] = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety hundred".split(), start=2)
}
ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
} | {"1st": 1, "2nd": 2, "3rd": 3, "last": -1, "final": -1, "penultimate": -2}

PATTERN_WORDS: set[str] = set()
"""Words that the rules look for; they are right as they stand."""

MOOD_WORDS: dict[str, str] = {
    **dict.fromkeys(
        "calm calmer calming relaxing relaxed relaxing soft softer gentle gentler "
        "peaceful quiet soothing mellow "
        "mellower chill chilled chilling serene relaxing laid-back "
        "laidback tranquil restful sober subtle "
        "slow slower zen mellowed unobtrusive easygoing".split(),
        "calm",
    ),
    **dict.fromkeys(
        "upbeat happy happier energetic cheerful cheerier livelier lively positive corporate pop dynamic energising "
        "energizing peppy joyful joyous exciting punchy fast faster poppy vibrant energy optimistic jolly fresh "
        "driving pumping bouncy sunny merry brighter perky bright uptempo up-beat".split(),
        "upbeat_corporate",
    ),
    **dict.fromkeys(
        "playful fun funny funnier quirky whimsical cute cheekier quirkier "
        "sillier cuter goofier jauntier light-hearted lighthearted cheeky goofy silly childlike kids "
        "jaunty humorous comedic".split(),
        "playful",
    ),
    **dict.fromkeys(
        "cinematic dramatic orchestral grand grander movie-like filmic serious "
        "hollywood moody emotional "
        "classical sweeping".split(),
        "cinematic",
    ),
    **dict.fromkeys(
        "tech techy electronic digital synth synthy futuristic modern techno edm sleek technological electro "
        "synthwave high-tech hightech".split(),
        "tech",
    ),
    **dict.fromkeys(
        "acoustic folk folky guitar guitars unplugged "
        "strummed campfire country indie ukulele folksy".split(),
        "acoustic",
    ),
    **dict.fromkeys(
        "ambient atmospheric spacious dreamy ethereal floating "
        "airy floaty spacey soundscape meditative meditation drone".split(),
        "ambient",
    ),
    **dict.fromkeys(
        "epic heroic majestic trailer triumphant "
        "bombastic blockbuster monumental grandiose powerful".split(),
        "epic",
    ),
    **dict.fromkeys(
        "funky funk funkier groovy groovier disco "
        "soul soulful groove motown bassy funkiest".split(),
        "funky",
    ),
    **dict.fromkeys("lofi lo-fi chillhop chill-hop hiphop hip-hop".split(), "lofi"),
    **dict.fromkeys(
        "tense tenser suspenseful suspense ominous thriller dark darker "
        "gloomy eerie creepy spooky sinister mysterious nervous nerve-racking nail-biting".split(),
        "tense",
    ),
    **dict.fromkeys(
        "inspiring inspirational motivational uplifting hopeful motivating inspired moving touching heartwarming "
        "motivated".split(),
        "inspiring",
    ),
}
"""Words for music, and the mood of the catalogue each means."""

PLAIN_WORDS = frozenset(
    """a an the this that these those it its they them their there here he she him her his hers we us our you your i me
    my mine and or but if of in on at to from by for with about into over under after before between behind
    above below near is are was were be been being am do does did done has have had having can could will would
    shall should may might must not no nor as than then when where what who which why how much many more most
    less least very few some any each other one two only same such own both neither either else ever always
    often sometimes once twice again thing things way ways lot lots kind sort time times day days year years
    people person man woman men women lady guy boy girl gentleman someone somebody anyone everyone everybody
    nobody something anything everything nothing good better best bad worse worst nice great fine cool awesome
    amazing perfect lovely beautiful ugly boring weird strange wrong right left top bottom corner side middle
    centre center upper lower big small large little long short new old young older younger high low higher
    lower fast slow quick loud quiet early late soon first last next back forward up down out in off away around
    through along across again together apart think know mean guess believe hope wish try help give take come go
    went gone keep kept let see seen saw hear heard wear wears wearing jacket shirt dress hat glasses scarf hair
    beard smile smiles wave waves sit sits stand stands walk dance hand hands arm arms eyes mouth camera zoom
    angle light lighting animation animations effect effects picture pictures photo photos image images file
    files product products price prices customer customers client clients company order buy sell shop store
    money cost costs free cheap expensive offer sale discount delivery shipping contact phone email love hate
    like dislike need wants needs works working work broken done finish finished ready wait sorry thank thanks
    hello hi bye goodbye morning afternoon evening welcome great super okay fine cheers congrats wow ugh meh
    english german french spanish italian dutch portuguese polish russian chinese japanese arabic swedish
    turkish hindi british american scottish irish australian accent male female masculine feminine deep deeper
    warm bright soft seconds second minute minutes hour hours percent half double triple third quarter number
    point points list table chart graph data statistic statistics figure figures bullet bullets today tomorrow
    yesterday week month weekend monday tuesday wednesday thursday friday saturday sunday lane lame lime mane
    mice mute muse fond fort fone lego loge coat cart card care sane seen scent noise node loud cloud voids vice
    news nine fine mind mine mild wild kind word world work worth wide wise wish with without within house home
    office garden kitchen water fire earth wind tree flower cat dog car bike train plane city country world life
    heart soul dream idea plan story book page letter note notes message question answer reason example lovely
    happy sad angry funny crazy silly stupid smart clever simple easy hard difficult possible impossible true
    false real fake open close closed start stop begin end ended ending enter exit leave stay live lives living
    make made makes making doing did gives given told tell asked ask called call named name names cheap cheaper
    affordable budget luxury premium quality value best-selling bestseller brand-new latest handmade team teams
    staff colleague colleagues boss manager director friend friends family child children kid kids baby lamp
    lamps necklace shoes shoe boots bakery coffee bread app website software course class classes service sure
    maybe perhaps probably certainly likely unlikely really quite just still already yet even also too mood
    moods tone style styles vibe theme themes option options choice choices sample samples example version tired
    bored confused worried excited interested surprised clear unclear visible readable legible translate
    translated language languages speak spoken talk voice song lyrics sing singing dance privacy secure safe
    safety store stored data upload uploaded uploading internet offline online cloud server local minutes cost
    render rendering long takes taking wait waiting progress status percent remaining left wrap wraps wrapping
    spell spelled spelling typo typos grammar comma dash exclamation mark punctuation lines lose loses loser
    noses nose hose rose those whose close clothes cloth clothing outfit suit tie scary spooky dull drab bland
    plain vivid pale stronger weaker heavy heavier thin thinner bold bolder italic remind reminds reminder
    reminded send sends sent show shows shown showing watch watched watching look looks market markets marketing
    sales growth revenue profit report reports quarter annual budget goal goals target cut cuts cutting chop
    ride rides road side ship ships shop chip sharp sheep sleep slip clap flap flat float boat hundred thousand
    ideal space ideas idea spaces places grandma grandpa granny grandmother grandfather mum mom mums dad daddy
    auntie uncle nan million weird random whatever whichever whoever however therefore because since
    until while during sound
    sounds hold holds held hole whole while white black blue green yellow orange purple pink brown grey gray
    wether weather whether either father mother brother sister sooner later earlier ago hence thus fond font
    fonts recruiting recruitment recruit size sizes bigger smaller pointer setting settings preference preferences
    default""".split()
)
"""Ordinary words that are never mended into others."""
