"""Frames of meaning: hurting oneself as a way out or a goal, and hurting others as a plan, an order or a good deed."""

from __future__ import annotations

from tools.moderation.rules import _rules, _together
from tools.moderation.vocabulary import PEOPLE, PERSON

_PILLS = (
    r"(?:pills?|tablets?|painkillers?|paracetamol|sleeping pills|rope|noose|blades?|razors?|bleach|bridge|overdose)"
)
_CARE = (
    r"helpline|hotline|help is|talk to|call us|call for help|doctor|reach out|safe(?:ly|ty)?|do not|don't|never|"
    r"prevent\w*|"
    r"bungee|harness|instructor|parachute|warning|friend in need|support|recipes?|counsel\w*"
)

SELF_HARM = (
    *_rules(
        "self_harm",
        r"(?:purg(?:e|ing)|vomit(?:ing)?|throw(?:ing)? up)\b.{0,25}(?:dinner|meals?|lunch|eating|figure|thin|"
        r"slim|calories)",
        r"(?:end(?:ing)?|take|taking) your (?:own )?life\b(?! (?:to|in|by|into|back|online|on))|(?:tie|make|buy|"
        r"hang|tying) (?:a|your|the) noose|suicide pact|help you "
        r"(?:die|end it)|jump (?:off|from|out|in front of)(?: of)? (?:a|the|your) (?:building|roof|balcony|train|"
        r"window|tower|car|tenth floor)",
        r"(?:don't|do not|never|stop|no) (?:eat(?:ing)?|food)(?: \w+){0,5}? (?:weeks?|days?|month|until|and you|"
        r"to (?:be|get|look|stay))\b.{0,40}(?:skinny|thin|slim|"
        r"beautiful|pretty|weigh\w*|kilos|pounds|bones|model|perfect)",
        r"(?:it|this|everything|all|the pain|your pain) (?:will|would|'ll) (?:\w+ )?(?:be over|end|stop|go away|"
        r"finally end)\b.{0,20}(?:when you (?:die|are dead|jump)|forever)|"
        r"(?:pills|bleach|rope|blade|gun|bridge|tracks)\b.{0,40}(?:be over|solves? everything|no more (?:pain|"
        r"worries)|set you free)",
        r"(?:kill|hang|cut|slit|shoot|drown|burn|starv|poison|strangl|chok|stab|hurt|harm|suffocat)(?:t?ing|e) "
        r"(?:yourself|your (?:own )?"
        r"(?:wrists?|throat|veins?))\b(?! (?:slack|a slice|some|short|off|out))",
        r"(?:hanging|drowning|overdosing|jumping|bleeding out|suicide|poison|gas|pills|carbon monoxide)(?: \w+)? "
        r"(?:is|are) (?:\w+ )?(?:the )?"
        r"(?:fastest|quickest|easiest|best|most painless|painless|surest|safest|simplest|least painful)\b",
        r"(?:nobody|no one) (?:will |would )?(?:ever )?(?:notices?|miss(?:es)?|cares?|cr(?:y|ies)|mind)(?: you)? "
        r"(?:if|when|that|once) you(?:'re| "
        r"are| were)? ?(?:gone|dead|die|disappear|not here|leave this)|you (?:have|'ve got) (?:nothing|no "
        r"reason) (?:left )?to live",
        r"(?:eat|eating|live on|survive on) (?:only|just|nothing but|no more than|nothing)\b.{0,40}(?:thin|"
        r"skinny|slim|bones?|size zero|weight|"
        r"perfect|model|a day)|(?:thin|skinny|bones) (?:is|feels|are) (?:\w+ )?(?:better|everything|the goal|"
        r"beautiful)|hunger is (?:your|a) "
        r"(?:friend|beauty|victory)|laxatives? (?:to|after|every|and|for)",
        r"(?:suicide|killing (?:yourself|myself)|self[- ]harm|anorexia|ending it|death) is (?:\w+ "
        r"){0,3}?(?:brave|decision|choice|choices|strength|"
        r"art|way|cool|healthy|lifestyle|okay|normal|good|honou?r\w*|solution|solutions|romantic|best)\b",
        r"you (?:should|ought to|could|might as well|can) (?:\w+ )?(?:not (?:be alive|exist|wake up)|stop "
        r"(?:living|breathing|existing)|never have been "
        r"born)|(?:do|did) (?:us|the world|everyone) (?:all )?a favou?r and (?:die|jump|disappear|end|kill|"
        r"leave)|go (?:and )?die\b",
        r"(?:nobody|no one) (?:would |will )?(?:loves?|miss(?:es)?|cares?|needs?)(?: about)?(?: "
        r"you)?\b.{0,40}(?:end it|"
        r"kill|die\b|dead|still alive|be gone|were gone|jump)",
        r"why are you still (?:alive|here|living|breathing)|(?:better off|happier|relieved|glad) (?:if you "
        r"(?:were|are) "
        r")?(?:dead|gone forever)|you(?:'d| would| are|'re)(?: all)? (?:be )?better off dead|if you (?:were|was) "
        r"dead",
        r"(?:easiest|quick(?:est)?|painless(?:ly)?|best|gentle|only|fastest|peaceful|cleanest) (?:\w+ )?(?:ways?|"
        r"methods?) "
        r"(?:out is|to (?:die|go for good|leave (?:this|the) world|end (?:it|your|my)|kill (?:yourself|myself)|"
        r"commit))",
        r"(?:commit(?:ting)?|attempt) suicide\b.{0,30}(?:without|quick|easy|pain|home)|(?:without|no) "
        r"pain\b.{0,20}suicide",
        r"how (?:many|much)\b.{0,40}(?:to die|to kill (?:yourself|me|myself)|to overdose|never wake|lethal)|"
        r"(?:sleep|rest) "
        r"forever|never wake up again",
        r"(?:death|dying|suicide) (?:is|means|brings|will be|can be|sets) (?:\w+ ){0,3}?(?:easy|friend|"
        r"peace(?:ful)?|free|"
        r"freedom|answer|beautiful|solution|release|relief|way out|romantic)|(?:dying|die) together|leave this "
        r"world|choose "
        r"(?:death|to die)|(?:easy|only) way out\b",
        r"cut(?:ting)? (?:\w+ )?(?:your|my) (?:wrists?|arms?|thighs?|skin|legs)\b|(?:burn|scratch|bruise|cut) "
        r"your (?:arms?|"
        r"skin|hand|wrists?|legs?)\b.{0,30}(?:with|until|and|to feel|picture)|hurt yourself\b",
        r"(?:blades?|razors?|cutting|burning|bleeding|scars)\b.{0,30}(?:calms?(?: you)?(?: down)?|relie(?:f|ves)|"
        r"feel free|"
        r"takes? (?:the|your) pain|makes? (?:the|your) pain|are beautiful, show)",
        r"(?:chok(?:e|ing)|blackout|pass[- ]?(?:ing )?out|faint(?:ing)?|asphyxia\w*|suffocation|bleach|skull "
        r"?breaker) "
        r"(?:game|challenge)|hold your breath until you (?:faint|pass|black)|choke (?:each other|yourself|your "
        r"friend)",
        r"(?:throw|throwing) up (?:after|your|every)|vomit(?:ing)? after (?:every|each|meals)|(?:hide|hiding) "
        r"(?:your |an? )?"
        r"(?:\w+ )?(?:eating disorder|anorexia|bulimia|cuts|scars|self[- ]harm|vomiting)\b.{0,40}(?:from|parents|"
        r"family)",
        r"(?:\d+|one|two|three|four|five|six|seven) ?(?:hundred)? calories (?:a|per) (?:day|week)\b.{0,60}(?:all|"
        r"enough|girl|"
        r"thin|skinny|need|beautiful|only)",
    ),
    *_together(
        "self_harm",
        r"take|swallow|drink|eat|down|jump(?:ing)?|hang|tie",
        _PILLS,
        r"forever|at once|never wake|only hurts|"
        r"quick(?:ly)?|the end|way out|over soon|be over|end it|no more pain|die",
        unless=_CARE,
    ),
    *_together(
        "self_harm",
        r"stop(?:ped|ping)? eating|starv(?:e|ing)|skip(?:ping)? (?:every|all|your) meals?|eat nothing|throw up|"
        r"purg(?:e|ing)|not eating|instead of eating|stop (?:all )?food",
        r"beautiful|slim|thin|skinny|loved|pretty|model|"
        r"body|perfect|weigh\w*|bikini|bones|lighter|popular",
        unless=_CARE + r"|at your desk|sweets|sugar|too much",
    ),
)

_PLACE = (
    r"(?:school|church|mosque|synagogue|temple|embassy|parliament|police station|city hall|town hall|court "
    r"?house|station|"
    r"subway|metro|airport|market|shops?|houses?|homes?|crowd|concert|stadium|hospital|office of|power plant|"
    r"capitol|villages?)"
)
_WHOM = (
    rf"(?:{PERSON}|every (?:\w+ )?(?:collaborator|traitor|immigrant|infidel|one of them)|collaborators?|"
    rf"protesters|infidels|"
    rf"referee|(?:his|her|their|that) (?:\w+ )?(?:family|kids|son|daughter)|scabs?|workers|{PEOPLE})"
)
_WEAPON = (
    r"(?:(?<!bath )(?<!seed )(?<!photo )(?<!cherry )(?<!the )bombs?(?! cyclone| disposal| shelter| squad)|"
    r"explosives?|"
    r"untraceable (?:gun|weapon)s?|ghost guns?|silencers?|napalm|nerve (?:gas|agent)|poison gas|pipe bombs?|"
    r"molotovs?|grenades?|"
    r"ricin|detonators?|weapons?|car bombs?|letter bombs?)"
)
_STORY = (
    r"museum|film|novel|game|players?|police (?:say|said|caught|found|arrest\w*)|history|was sentenced|hero of|"
    r"drill|training|"
    r"movie|chapter|detective|soldiers? in (?:19|18)\d\d|never|do not|don't|stop|prevent\w*|ban|against|amnesty|"
    r"play|theatre"
)

VIOLENCE = (
    *_rules(
        "violence",
        r"(?:rape|murder|torture|killing|terror|massacres?|domestic violence|beating women) (?:is|are) (?:\w+ "
        r"){0,4}?(?:fun|funny|okay|ok|great|good|normal|natural|art|a joke)\b",
        r"(?:stab|behead|strangle|lynch|murder|assassinate|rape|torture|butcher|gun down|disembowel|decapitate|"
        r"maim) (?:him|her|them|every (?:\w+ )?\w+|all (?:the )?\w+|"
        r"those \w+|these \w+|the (?:cops|police|mayor|president|judge|traitors?|jews|muslims|boss|"
        r"teacher))\b(?! (?:potato|eggplant|onion))",
        r"(?:stab|shoot|hit|knife|attack|jump|ambush) (?:him|her|them|someone|people) (?:\w+ )?(?:in the (?:back|"
        r"head|neck|heart|dark|face|chest|stomach|street)|when (?:he|she|"
        r"they) (?:is|are|comes?|walks?|sleeps?))(?! of the net)",
        r"(?:wipe|burn|bomb|blow) (?:\w+ )?(?:the |this |that |their |your )?(?:whole |entire )?(?:\w+ )?(?:out|"
        r"off the (?:map|earth|face)|to (?:the ground|ashes|pieces))\b(?=.{0,15}"
        r"(?:with|if|tonight|and|[.!]|$))",
        r"(?:terrorists?|attackers?|shooters?|killers?|bombers?|gunm[ae]n|murderers?|rioters|hijackers|"
        r"assassins?)\b(?: \w+){0,3}? (?:did (?:the right|a "
        r"good|well|nothing wrong|what)|had (?:the right|good reason|a point)|deserves? (?:our |a )?(?:respect|"
        r"medal|praise|thanks)|was a (?:good|great)|"
        r"should be (?:celebrated|praised|honou?red|copied))",
        r"(?:beating|hitting|slapping|punching|kicking|choking|raping) (?:your|a|his|my|the) (?:wife|girlfriend|"
        r"woman|husband|partner|women|kids?|dog|"
        r"animals?)\b(?! (?:is (?:a crime|wrong|never|illegal)|at))|(?:women|wives|she|wife) (?:\w+ )?(?:need|"
        r"deserve|want|like)s? (?:\w+ )?(?:a )?(?:beating|to "
        r"be (?:beaten|hit|raped|slapped)|slap|discipline)",
        r"(?:put|bury|send)(?: \w+){1,4} (?:in the ground|six feet under|in (?:a|his|her|their) (?:grave|coffin|"
        r"body bag)|to (?:the morgue|hell))\b|end "
        r"(?:his|her|their) life\b|(?:he|she|they|you)(?:'ll| will) (?:not|never) (?:live|survive|see "
        r"(?:tomorrow|another))",
        r"(?:i|we)(?:'ll| will| am going to|'m going to| are going to|'re going to| want to)? (?:\w+ )?(?:cut|"
        r"slit|break|smash|crush|shoot|stab|burn|blow) "
        r"(?:up |off )?(?:your|his|her|their) (?:\w+ )?(?:throat|neck|head|legs?|face|house|car|family|kids|"
        r"brains?|fingers?|skull|knees?|door|windows?)",
        r"(?:grab|take|get|pick up|use|bring) (?:a|your|an) (?:bat|baseball bat|hammer|club|brick|stick|crowbar|"
        r"axe|knife|machete)\b.{0,30}(?:smash|hit|beat|"
        r"break|teach|kill|hurt|attack|stab|make (?:him|her|them))(?!.{0,15}(?:balls?|nails?|wood))",
        r"(?:rape|raping|gang rape)(?:d|s)? (?:is (?:fun|ok\w*|funny|good|deserved)|her|him|them|you|that|this|"
        r"every|those)|she (?:was )?ask(?:s|ed|ing) for it",
        rf"(?:time|ready|right|duty|brave enough|free|want|going|plan|order|dare)(?: \w+)? to (?:\w+ )?(?:kill|"
        rf"murder|execute|behead|slaughter|shoot|lynch|stab|"
        rf"massacre|assassinate) (?:\w+ )?{PERSON}",
        r"(?:massacre|genocide|bombing|lynching|murder|execution|civil war|attack)s? (?:of \w+ )?(?:is|was|were|"
        r"are) (?:\w+ )?(?:the (?:only|best|right)|justified|"
        r"deserved|necessary|a good|beautiful|needed|glorious|our only)",
        r"(?:deserves?|should|must|ought to|needs? to)(?: all)?(?: to)?(?: be| get)? (?:\w+ )?(?:a bullet|"
        r"hang(?:ed)? from|be "
        r"hanged|shot in the|the (?:firing squad|rope|gallows|guillotine)|be (?:lynched|beheaded|stoned|"
        r"executed))",
        rf"{_WHOM}(?: \w+){{0,3}}? (?:should|must|deserves?|ought|needs?)(?: all)?(?: to)? (?:be |get )?(?:\w+ "
        rf")?(?:shot|hanged|"
        rf"killed|beaten|stoned|whipped|executed|lynched|raped|burn(?:ed|t)|die|hang|bleed|stabbed|tortured)\b",
        r"(?:answer|cure|solution|punishment|remedy) (?:to|for) (?:\w+ )?(?:traitors?|\w+) is (?:the |a "
        r")?(?:firing squad|"
        r"bullet|rope|noose|gun|death)|firing squad for|bullet (?:in|into|through|for) (?:\w+ )?(?:\w+'?s? "
        r")?(?:head|heart|"
        r"brain|back|skull|judge|politician)|throw acid",
        r"(?:break|smash|crush|cut off|chop off|shatter|slit|slash|bash in|crack|gouge out) (?:his|her|their|"
        r"your|the "
        r"\w+'s|the) (?:\w+ )?(?:legs?|bones?|neck|fingers?|jaw|arms?|face|kneecaps?|skulls?|heads?|throats?|"
        r"hands?|teeth|eyes)\b"
        r"(?! (?:of (?:the|a)|cream|lettuce))",
        r"smash (?:the )?(?:\w+ ){0,2}?(?:skulls?|heads?|faces?|teeth)|slash (?:the|his|her|their) (?:tyres?|"
        r"tires?|face|throat)|"
        r"never walks? again|wait for (?:him|her|them) in the dark|(?:leave|leaves|get out|escape) alive",
        r"(?:hunt|gun|track|run|mow|cut|strike) (?:him|her|them|those \w+|the \w+|these \w+) down\b|run over "
        r"(?:the |those |these |"
        r"all )?(?:\w+ )?(?:protest\w*|cyclists?|demonstrators|pedestrians|people|crowd|him|her|them)|house by "
        r"house",
        r"(?:burn|set fire to|torch|loot|smash up|blow up|firebomb|bomb|shoot up|storm) (?:down )?(?:the |their |"
        r"his |her |that |"
        rf"every |this |your )?(?:\w+ )?{_PLACE}\b",
        r"(?:we|i|let's|they|help us|join us|you should|tomorrow|tonight)\b.{0,30}(?:attack|raid|assault|ambush) "
        r"(?:the |their |"
        rf"his |this |that |every )?(?:\w+ )?{_PLACE}\b",
        r"there will be (?:blood|bodies|dead|a massacre)|(?:dead|few dead|killed) (?:policemen|cops|police "
        r"officers|politicians|"
        r"judges|soldiers|migrants|jews|muslims|journalists) (?:would|will|is|are)",
        r"(?:i have|i've got|i own|i bought|we have|take|bring|carry|grab|get) (?:a|my|your|the|our) (?:gun|"
        r"knife|rifle|axe|"
        r"pistol|shotgun|machete|weapon)s?\b.{0,60}(?:i know|school|class|your shift|waiting for you|respect you|"
        r"make them|make "
        r"him|make her|if (?:he|she|you)|rally|teach them)",
        r"(?:teach|show) (?:your|his|the) (?:wife|girlfriend|woman|husband|partner)\b.{0,30}(?:fists?|belt|"
        r"lesson|who is boss|hand)|"
        r"with your (?:bare )?fists|keep your (?:wife|woman|girlfriend) in line",
        r"(?:poison|drown|kick|burn|skin|torture|strangle|shoot|beat|stab) (?:\w+ )?(?:the |your |a |his |her |"
        r"those |that |stray )"
        r"(?:neighbou?r'?s )?(?:dogs?|cats?|kittens?|pupp(?:y|ies)|horse|bird)s?\b(?! (?:\w+ )?(?:photo|portrait|"
        r"video|toy|food))",
        r"drown the (?:kittens|puppies|cat|dog)|(?:died|fell|die) as (?:a )?(?:heroes|hero|"
        r"martyrs?)\b.{0,40}(?:bomb\w*|attack\w*|"
        r"kill\w*|struck|jihad)|martyrs?, (?:strike|rise|kill|attack)|(?:strike|kill|slay|fight|hit|behead) "
        r"(?:the |all )?"
        r"(?:infidels|unbelievers|crusaders|zionists|kuffar)",
        r"(?:militia|brigade|cell|resistance|army)\b.{0,40}(?:shoot|kill|execute|hunt|slaughter|bomb) (?:the |"
        r"all |every )",
        r"(?:how to|ways to|guide to|tips to|learn to|easy to|best way to) (?:\w+ )?(?:poison|kill|strangle|stab|"
        r"murder|torture|"
        r"choke|hurt|drown|kidnap|suffocate|shoot|knock out|drug) (?:someone|somebody|a (?:man|woman|person|"
        r"human)|people|your "
        r"(?:\w+)|him|her|them)\b(?! (?:photo|weeds|darlings|process|costs|time))",
        r"(?:i am|i'm|we are|we're) (?:going to|gonna|about to) (?:kill|stab|shoot|murder|strangle|beat|poison|"
        r"hurt|burn) (?:my|his|"
        r"her|your|the|that|this|every) (?!(?:darlings|time|process|lights|record|competition|price\w*|engine|"
        r"film|video|scene|"
        r"weeds|eggs|clock|heat|score|drum)\b)\w+",
        rf"(?:beat|rough|shoot|cut|string|smash|bash) up (?:\w+ ){{0,2}}?{PEOPLE}|(?:beat|punish|hit|kick|hurt) "
        rf"(?:him|her|them) (?:so|"
        r"until|bloody|unconscious|to death|to a pulp|badly|senseless)",
        rf"(?:punch|kick|hit|slap|stab|hurt|attack|shoot|beat|kill) (?:every|any|all|each) (?:\w+ )?(?:{PEOPLE}|"
        rf"{PERSON})",
        r"(?:him|her|them|that \w+) a (?:beating|thrashing) (?:he|she|they)(?:'ll| will)",
    ),
    *_together(
        "violence",
        r"how to|instructions?|recipe|guide|make|build|mix|homemade|print|3d[- ]print|assemble|turns?|construct|"
        r"tutorial",
        _WEAPON,
        r"bombs?|explosives?|guns?|weapons?|silencers?|napalm|gas|agent|molotovs?|grenades?|ricin|detonators?",
        unless=_STORY
        + r"|secret weapon|best weapon|nail gun|glue gun|spray gun|foam|toy|water guns?|bath|of choice|into a "
        r"strength|photo",
    ),
    *_together(
        "violence",
        r"chemicals?|gas|poison|bombs?|explosives?|bleach",
        r"mix|put|place|plant|release|pour|throw|leave",
        r"in the (?:\w+ )?(?:subway|metro|school|station|crowd|water supply|stadium|market|reservoir|vents?)",
        unless=_STORY,
    ),
)
