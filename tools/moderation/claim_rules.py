"""The last rules of moderation: false claims that do harm, campaigning, and advice for professionals alone to give."""

from __future__ import annotations

from tools.moderation.rules import _rules

_ILL = (
    r"(?:cancers?|tumou?rs?|covid(?:-19)?|corona(?:virus)?|diabetes|autism|aids|hiv|alzheimer'?s?|dementia|"
    r"depression|arthritis|"
    r"asthma|adhd|heart disease|high blood pressure|hypertension|infertility|malaria|ebola|measles|flu|hepatitis|"
    r"epilepsy|"
    r"parkinson'?s|multiple sclerosis|obesity|addiction|any (?:disease|illness)|every (?:disease|illness)|all "
    r"(?:diseases|illnesses)|"
    r"the virus|kidney disease|blindness|migraines?|eczema|psoriasis)"
)
_CURE = (
    r"(?:cures?|heals?|reverses?|eliminates?|kills?|treats?|prevents?|beats?|destroys?|wipes? out|gets? rid of|"
    r"stops?|"
    r"removes?)"
)
_HOAX = (
    r"(?:a |an |one |just |all |only |nothing but |the )*(?:big |giant |complete |total |government |media |"
    r"chinese |"
    r"man-made |great |"
    r"global )*(?:hoax|lies?|fake|scam|fraud|myth|invention|staged|inside job|conspiracy|psyop|cover-?up|bioweapon|"
    r"planned|plandemic|"
    r"made up|not real|propaganda|never happened)\b"
)

MISINFORMATION = (
    *_rules(
        "misinformation",
        r"(?:vaccines?|vaccination|the (?:jab|shot|covid vaccine|vaccine)|mrna(?: vaccines?| shots?)?|shots) "
        r"(?:\w+ "
        r")?(?:causes?|contains?|"
        r"gives?|leads? to|changes?|alters?|kills?|killed|poison(?:s|ed)?|implants?|makes?|magneti[sz]es?|"
        r"sterili[sz]es?|spreads?|rewrites?|"
        r"is|are|was|were|will|destroys?|damages?|injects?)\b[^.!?]{0,60}(?:autism|microchips?|chips?|5g|dna|"
        r"poison(?:ous|ed)?|infertil\w+|"
        r"sterile|kill|killed|death|deadly|hoax|useless|magnet\w*|tracking|depopulat\w+|experiment|bioweapon|more "
        r"(?:people|children)|"
        r"mutat\w+|cancer|fetus|aborted|mercury|the immune system|genocide|toxic|dangerous|track)",
        rf"(?:covid(?:-19)?|corona(?:virus)?|the pandemic|pandemic|climate change|global warming|the climate "
        rf"crisis|"
        rf"the moon landings?|moon "
        rf"landings?|9/11|september 11(?:th)?|the (?:virus|holocaust|school shooting|war in ukraine|attack)|sandy "
        rf"hook|evolution|"
        rf"gravity|the (?:london|paris|boston) (?:attack|bombing)s?|hiv|dinosaurs) (?:is|was|are|were|has been|"
        rf"have "
        rf"been) {_HOAX}",
        r"(?:the )?(?:earth|world) is (?:really |actually |in fact )?flat|nasa (?:faked|lies|lied|is lying|hides)|"
        r"chem ?trails?\b|lizard people|"
        r"reptilian|illuminati (?:control|rule|run)|new world order|deep state (?:controls?|is|runs?|wants?)|flat "
        r"earth (?:is|truth|proof)|"
        r"birds aren't real|the moon landing never",
        r"5g (?:\w+ )?(?:causes?|spreads?|kills?|created|gives?|masts? (?:cause|spread)|towers? (?:cause|spread|"
        r"kill|"
        r"emit|are)|radiation (?:"
        r"causes?|kills?)|is (?:killing|a weapon|making|designed))",
        rf"(?:bleach|disinfectant|lemon(?: juice)?|lemons|baking soda|garlic|ivermectin|hydroxychloroquine|urine|"
        rf"essential oils?|turmeric|"
        rf"apple cider vinegar|vinegar|hydrogen peroxide|colloidal silver|silver water|raw milk|apricot (?:kernels|"
        rf"seeds)|cannabis oil|cbd oil|"
        rf"alkaline water|crystals?|magnets|homeopath\w+|honey|ginger|mushrooms?|vitamin [a-z]\d?|vitamins|fasting|"
        rf"prayer|sunlight|the sun|"
        rf"coffee enemas?|salt water|hot water|alcohol|celery juice|frankincense|reiki|detox (?:tea|juice)|"
        rf"chlorine "
        rf"dioxide|mms|this (?:tea|"
        rf"juice|herb|plant|drink|root|spice|oil|smoothie|powder)) (?:\w+ ){{0,3}}?{_CURE} (?:\w+ ){{0,3}}?{_ILL}",
        rf"(?:drink|inject|eat|take|use|swallow|gargle)(?:ing)? (?:\w+ ){{0,4}}?(?:to|and|it|which|that|will)? "
        rf"?(?:will )?(?:cure|heal|kill|treat|"
        rf"reverse|prevent|beat)s? (?:\w+ ){{0,3}}?{_ILL}",
        r"(?:doctors|big pharma|the government|scientists|they|the media|hospitals|the elite|the elites) (?:don'?t|"
        r"do not|doesn'?t|never) want you "
        r"to (?:know|see|hear)|what (?:doctors|they|the government|big pharma) (?:are|is) hiding|(?:big pharma|"
        r"doctors|the government|they|"
        r"hospitals|scientists) (?:is|are|have been) hiding (?:the |a )?(?:cure|truth|real)|suppress(?:ed|ing) "
        r"(?:the )?cure",
        r"(?:the |last |2020 |2024 |this |our )*election(?:s)? (?:was|is|were|has been|will be|are) (?:\w+ "
        r")?(?:stolen|rigged|fake|fraudulent|"
        r"hacked|a fraud|a sham|decided in advance|fixed)|voting machines (?:switched|changed|flip\w*|stole|"
        r"delete\w*|are)|dead people voted|"
        r"(?:millions|thousands) of (?:fake|illegal|dead) (?:votes|voters|ballots)",
        r"(?:you can|just|please|remember to|now you can) (?:vote|cast your (?:vote|ballot)) (?:by (?:text|sms|"
        r"tweet|"
        r"phone|whatsapp|email)|online at|"
        r"on (?:wednesday|thursday|the day after)|via (?:text|facebook|whatsapp|this link))|(?:democrats|"
        r"republicans|"
        r"labour|tory|conservative|"
        r"young|black|immigrant)\w* (?:voters? )?(?:vote|must vote|should vote) on (?:wednesday|thursday|the \d)|"
        r"(?:election|voting|polling) (?:day "
        r")?(?:has been|is|was|stations? (?:have been|are|will be)) (?:moved|postponed|cancelled|closed|changed) "
        r"(?:to|in|for|early|until|due)",
        r"(?:microchips?|mind control|depopulation|fluoride|toxins|nanobots) (?:\w+ ){0,3}?(?:in|through|by|via|"
        r"from) (?:the |your )?(?:vaccines?|water|"
        r"food|sky|air|shots?|5g)|fluoride (?:\w+ )?(?:is|controls?|makes?|lowers?|poisons?|causes?)|(?:planet x|"
        r"nibiru|the world) (?:will|is going "
        r"to) (?:end|hit|collide) (?:on|in|this)|(?:soros|gates|bill gates|rothschilds?|the jews|freemasons|the "
        r"elites?) (?:created|funds?|controls?|"
        r"planned|invented|caused|owns?|is behind|are behind|wants? to)",
        r"(?:masks|ventilators|pcr tests|chemotherapy|insulin|antidepressants|x-rays|sunscreen|pasteuri[sz]ation|"
        r"wi-?fi|smart meters|microwaves|"
        r"birth control|the pill|mammograms?|antibiotics|tampons|gmos?) (?:\w+ )?(?:causes?|kills?|are a scam|is a "
        r"scam|are poison|is poison|give "
        r"you|are (?:deadly|useless|designed)|is (?:deadly|useless|designed)|gives? you|never|do not|don't) "
        r"?(?:cancer|autism|more|brain|people|"
        r"you|work|to|help|worked|infertil\w+)?",
        r"(?:there is no|no such thing as (?:a )?) ?(?:climate change|global warming|climate crisis|virus|covid|"
        r"pandemic|holocaust|man-made warming)",
        r"(?:covid|the virus|aids|ebola|the pandemic) (?:was|is) (?:created|made|invented|planned|released|"
        r"engineered|designed) (?:by|in|to|on)",
        r"(?:smoking|cigarettes|asbestos|lead paint|mercury|radiation|alcohol in pregnancy) (?:is|are) (?:\w+ "
        r")?(?:healthy|harmless|good for you|safe "
        r"for)|smoking (?:does not|doesn't|never) (?:cause|harm)",
    ),
    *_rules(
        "misinformation",
        r"(?:wake up,? (?:people|sheeple)|do your own research|the mainstream media (?:won'?t|hides|lies)|sheeple|"
        r"crisis actors?|false flag|"
        r"the truth (?:they|about vaccines|about covid)|miracle cure|secret (?:remedy|cure)|plandemic|scamdemic)\b",
        certain=False,
    ),
)

_OFFICE = (
    r"(?:mayor|president|senate|senator|congress(?:man|woman)?|parliament|governor|prime minister|chancellor|"
    r"council(?:lor|man|woman)?|"
    r"city council|state (?:house|senate)|mp\b|mep\b|assembly|office|sheriff|district attorney|bundestag|house of "
    r"(?:representatives|"
    r"commons)|member of parliament|vice president|school board)"
)
_PARTY = (
    r"(?:democrat(?:s|ic)?|republicans?|gop|labour|tor(?:y|ies)|conservatives?|conservative party|lib(?:eral)? "
    r"dems?|"
    r"liberal democrats|liberals|"
    r"the greens|green party|snp|ukip|reform uk|afd|cdu|csu|spd|fdp|die linke|national rally|front national|vox|"
    r"podemos|bjp|congress party|"
    r"likud|fidesz|pis|socialists?|communists?|socialist party|communist party|libertarians?|maga|five star "
    r"movement|"
    r"plaid cymru|sinn fein|"
    r"la france insoumise|en marche|the (?:\w+ )?party of (?:the )?\w+)"
)
_POLITICIAN = (
    r"(?:trump|biden|harris|obama|clinton|desantis|newsom|putin|zelensk\w+|macron|le pen|scholz|merz|weidel|habeck|"
    r"starmer|sunak|farage|badenoch|"
    r"modi|rahul gandhi|xi|erdogan|orban|meloni|salvini|netanyahu|bolsonaro|lula|milei|trudeau|poilievre|carney|"
    r"albanese|dutton|sanders|"
    r"ocasio-cortez|senator \w+|governor \w+|congress(?:man|woman) \w+|president \w+|chancellor \w+|councillor \w+|"
    r"mayor \w+)"
)

POLITICAL = (
    *_rules(
        "political",
        rf"(?:vote|voting|votes|voted|cast your vote|ballot) (?:for|against|out|in|to elect|with) (?:\w+ "
        rf"){{0,3}}?(?:{_PARTY}|{_POLITICIAN}|me\b|us on|"
        rf"our candidates?|your candidate|change on|the opposition|the government|\w+ (?:\w+ )?(?:for|as) "
        rf"{_OFFICE})",
        r"vote (?:yes|no|leave|remain|blue|red|left|right|green|them out|him out|her out|him in)\b|vote (?:on|"
        r"this) "
        r"(?:november|tuesday|may|june|"
        r"election|sunday|thursday)|(?:yes|no) (?:on|to) (?:prop(?:osition)?|measure|issue|amendment|the "
        r"referendum|"
        r"question|brexit|independence)",
        rf"(?:elect|re-?elect|support|back|endorse|join|donate to|volunteer for|campaign for|stand with|rally for|"
        rf"defeat|oust|impeach|stop|fire|remove|"
        rf"phone ?bank for|canvass for) (?:\w+ ){{0,3}}?(?:{_PARTY}|{_POLITICIAN}|as (?:your )?{_OFFICE}|for "
        rf"{_OFFICE}|\w+ \w+ (?:as|for) (?:your |our )?"
        rf"{_OFFICE}|(?:our|the|my) (?:\w+ )?campaign for|our candidate)",
        rf"(?:running|run|stand|standing|candidate|candidacy|bid|campaign(?:ing)?) (?:for|to be(?:come)?) (?:\w+ "
        rf"){{0,3}}?{_OFFICE}\b|(?:my|your) "
        rf"(?:next|new) {_OFFICE}|(?:i'?m|i am) (?:your )?candidate|\w+ \w+ for {_OFFICE} (?:20\d\d|this|in|!|\.)",
        r"(?:our|the|your) (?:political )?(?:party|movement) (?:will|stands for|fights for|promises|is the only|"
        r"needs your vote|can beat|wins)\b[^.!?]{0,60}"
        r"(?:tax|taxes|immigra\w+|border|government|country|nation|jobs|election|power|parliament|vote|corrupt\w*|"
        r"working people|elite)",
        rf"{_PARTY} (?:is|are|has|have|will|want|wants|ruined|destroyed|failed|lied|lies|stole|deserve|must|need|"
        rf"needs|can|would|raise[sd]?|cut[s]?|"
        rf"broke|offers?|policies|government)\b",
        rf"{_POLITICIAN} (?:is|was|has|will|ruined|destroyed|failed|lied|lies|stole|deserves|must|needs|can|would|"
        rf"did|fights|delivers?|betrayed|broke|"
        rf"works|cares|wants|belongs) (?:\w+ ){{0,6}}(?:us|you|our|country|people|families|jobs|tax|taxes|"
        rf"president|"
        rf"crook|liar|leader|vote|office|prison|"
        rf"corrupt|traitor|weak|strong|right|hero|worst|best|greatest|fired|go|resign|nation|america|britain|"
        rf"border|"
        rf"again|promise[sd]?|working)\b",
        r"make (?:america|britain|germany|france|europe|our country|\w+) great again|take (?:back|our) (?:our "
        r")?(?:country|control|borders)|build "
        r"(?:the|that) wall|lock (?:her|him|them) up|defund the police|drain the swamp|stop the steal|get "
        r"(?:brexit|"
        r"it) done|close the borders|"
        r"abolish (?:ice|the police|the monarchy|the eu|the senate)|leave the (?:eu|european union)|independence "
        r"(?:for|now|referendum)|(?:ban|legali[sz]e|"
        r"outlaw) (?:all )?(?:abortions?|guns|assault weapons|marijuana) (?:now|in|across|nationwide|everywhere|"
        r"for)|"
        r"pro-?(?:life|choice) candidate|"
        r"repeal (?:the )?\w+",
        r"(?:call|write to|contact|tell|lobby|email|urge) (?:your |the )?(?:senators?|congress(?:man|woman)?|"
        r"representatives?|mp\b|mps\b|member of parliament|"
        r"councillors?|lawmakers|governor|president|minister|government|parliament)\b[^.!?]{0,60}(?:vote|oppose|"
        r"support|reject|pass|stop|bill|law|act|"
        r"ban|resign|tax|fund|cut)",
        r"(?:my|our|the) opponent\b[^.!?]{0,80}(?:tax|vote[sd]?|voting|raise[sd]?|cut|corrupt|record|immigra\w+|"
        r"crime|jobs|policy|policies|office|council|"
        r"senate|lied|elect\w*|border|schools|wants|promised)",
        r"(?:overthrow|topple|bring down|resist) (?:the|this) (?:government|regime|president|parliament)|regime "
        r"change (?:now|in)|impeach (?:him|her|the)",
        r"(?:paid for by|approved this message|political (?:ad|advert|campaign|action committee)|campaign (?:rally|"
        r"donation|trail|headquarters|manager for)|"
        r"super ?pac|get out the vote for|election campaign|party (?:manifesto|conference|leader|membership|"
        r"programme)|canvass(?:ing|ers?)|door[- ]knock(?:ing)? "
        r"for)\b",
    ),
    *_rules(
        "political",
        r"(?:vote|voters?|elections?|ballots?|referendum|candidates? for|politicians?|left[- ]wing|right[- ]wing|"
        r"immigration (?:policy|law)|abortion|gun "
        r"control|gaza|israel|palestin\w+|ukraine war|taxation|socialism|capitalism|communism|fascis[tm])\b(?! "
        r"(?:for (?:your|our) (?:favou?rite|next)|of the "
        r"month|on the flavou?r))",
        certain=False,
    ),
)

REGULATED = (
    *_rules(
        "regulated_advice",
        r"(?:stop|quit|skip|throw away|come off|give up|don'?t take|ditch|halve|double|ignore|reduce|change|"
        r"increase) (?:taking )?(?:your |all |the |any |all your "
        r")*(?:medications?|meds|medicine|insulin|antidepressants?|pills|tablets|blood thinners?|chemo(?:therapy)?|"
        r"statins?|antibiotics|inhalers?|prescriptions?|"
        r"dose|dosage|treatment|blood pressure (?:pills|medication)|thyroid (?:pills|medication)|doctor'?s "
        r"(?:advice|"
        r"orders))",
        r"(?:instead of|replaces?|better than|no need for|without|never need|forget|not need|don'?t need|rather "
        r"than) (?:a |your |any |the |seeing |visiting |going to "
        r"|see )*(?:chemo(?:therapy)?|doctors?|insulin|surgery|hospitals?|antibiotics|medications?|prescriptions?|"
        r"therap(?:y|ist)s?|lawyers?|attorneys?|"
        r"financial advis[eo]rs?|accountants?|dialysis|radiation|psychiatrists?|antidepressants?)\b",
        r"(?:take|inject|swallow|use|drink|give your (?:child|baby|kids?)|give (?:him|her|them)|start with|need) "
        r"(?:\w+ )?(?:\d+|one|two|three|four|five|half a|"
        r"a high dose)(?: ?(?:mg|milligrams?|ml|tablets?|pills|capsules?|drops|units|iu|grams?|doses?|spoonfuls?)| "
        r"\w+ (?:tablets?|pills|capsules?)) ?(?:of|every|a day|"
        r"daily|twice|before|after|per|each|when|if|to|until)",
        r"(?:our|this|the|these|my) (?:\w+ ){0,4}?(?:cream|supplements?|tea|pills?|oil|drops|serum|powder|"
        r"capsules?|"
        r"gumm(?:y|ies)|patch(?:es)?|bracelets?|diet|juice|"
        r"program(?:me)?|device|therapy|treatment|tablets?|spray|injections?|drink|course|method|extract) (?:\w+ "
        r"){0,2}?(?:cures?|heals?|reverses?|eliminates?|is "
        r"(?:clinically )?(?:proven|guaranteed) to (?:cure|heal|reverse|treat|prevent|eliminate)|will (?:cure|heal|"
        r"reverse|eliminate|treat)|treats|prevents) "
        r"(?:\w+ ){0,3}?(?:"
        + _ILL[3:-1]
        + r"|pain|wrinkles forever|baldness|hair loss|anxiety|insomnia|infections?|ulcers|acne|stress|strokes?)",
        r"(?:cures?|reverses?|heals?|get rid of|beat|lose) (?:your |my )?(?:"
        + _ILL[3:-1]
        + r"|anxiety|\d+ (?:kg|kilos|pounds|lbs)) (?:in|within|for good|forever|"
        r"naturally|overnight|without)",
        r"guarantee[sd]? (?:\w+ ){0,2}?(?:returns?|profits?|income|gains|yields?|\d+ ?(?:%|percent|per cent)|"
        r"weight "
        r"loss|cure|results? in|to (?:cure|win|double|make))|"
        r"(?:\d+ ?(?:%|percent|per cent)) (?:\w+ )?(?:guaranteed|risk[- ]free|returns? (?:guaranteed|every|a|per|"
        r"each))",
        r"(?:risk[- ]free|no[- ]risk|zero[- ]risk|safe) (?:investment|returns?|profits?|trading|gains|way to "
        r"(?:invest|earn))|(?:can'?t|cannot|never|impossible to|will "
        r"not|won'?t) (?:lose|go down|fall|fail)\b[^.!?]{0,40}(?:invest\w*|money|stocks?|shares|crypto|bitcoin|"
        r"coin|"
        r"property|gold|fund|market|savings)|(?:invest\w*|"
        r"money|stocks?|shares|crypto|bitcoin|coin|property|gold|fund|market)[^.!?]{0,40}(?:can'?t|cannot|never|"
        r"impossible to|will not|won'?t) (?:lose|go down|"
        r"fall|fail|crash)",
        r"(?:invest|put|move|pour|stake|bet|borrow) (?:all (?:of )?)?(?:your |everything|as much|the |a loan|"
        r"against|"
        r"money)*(?:\w+ )?(?:savings|pension|retirement|"
        r"money|house|mortgage|life savings|401k|inheritance|salary|paycheck|student loan)? ?(?:into|in|on|to buy|"
        r"and buy) (?:\w+ )?(?:bitcoin|crypto|stocks?|"
        r"shares|forex|gold|this (?:coin|stock|fund|token|company)|our (?:fund|coin|token|shares)|property|real "
        r"estate|tesla|dogecoin|ethereum|options|red|etfs?)",
        r"(?:buy|sell|short|dump|hold|load up on|get into) (?:\w+ )?(?:shares|stocks?|bitcoin|ethereum|crypto|"
        r"tesla|"
        r"nvidia|apple stock|dogecoin|gold|bonds|options|"
        r"this (?:coin|stock|token)|these (?:shares|stocks))\b[^.!?]{0,60}(?:now|before|today|will|going to|double|"
        r"triple|moon|profit|guarantee|soar|crash|rise|"
        r"rich|all in)",
        r"(?:stocks?|shares|bitcoin|crypto|coin|token|tesla|nvidia|gold|housing prices|property prices|the market) "
        r"(?:will|is going to|are going to|is guaranteed to|"
        r"are about to) (?:\w+ )?(?:double|triple|10x|skyrocket|explode|soar|crash|moon|rise \d|go up|increase|"
        r"rocket|fall)",
        r"(?:plead (?:guilty|not guilty|the fifth)|sign (?:nothing|this contract|it) without|don'?t (?:sign|pay|"
        r"tell) (?:the|your) (?:police|landlord|spouse|tax|bank|ex)|"
        r"(?:avoid|evade|escape|get out of|stop) paying (?:any |your )?(?:taxes|tax|child support|alimony|debts?|"
        r"rent|fines?|creditors)|hide (?:your )?(?:assets|income|"
        r"money) (?:from|in|offshore)|you (?:can|should|will) (?:sue|win (?:your|the) (?:case|lawsuit)|file for "
        r"(?:bankruptcy|divorce|custody)|deduct|declare "
        r"bankruptcy)|(?:your|the) (?:landlord|employer|boss|ex|bank) (?:can'?t|cannot|may not|has to|must|owes) "
        r"(?:legally )?(?:evict|fire|sue|pay|give|keep|deduct)|"
        r"you (?:are|'re) (?:legally )?(?:entitled to|not liable|immune|not required to pay)|as (?:your|a) "
        r"(?:lawyer|"
        r"attorney|doctor|physician|financial advis[eo]r|"
        r"pharmacist|therapist|psychiatrist|surgeon),? i (?:\w+ )?(?:advise|recommend|prescribe|suggest|tell|say|"
        r"diagnose))",
        r"(?:you|your (?:child|symptoms?|rash|headaches?)) (?:probably |clearly |definitely |certainly |likely |"
        r"surely )*(?:have|has|mean|means|suffer from|suffers from|"
        r"show|indicate|is|are) (?:\w+ ){0,2}?(?:cancer|diabetes|depress(?:ion|ed)|adhd|autis(?:m|tic)|bipolar|a "
        r"(?:tumou?r|stroke|infection|heart attack)|an "
        r"(?:infection|allergy)|allergic|pregnant|strep|anxiety disorder|a thyroid|hypothyroid\w*)",
        r"(?:safe|fine|okay|ok|no problem) (?:\w+ )?(?:to|for) (?:\w+ )?(?:take|drink|mix|combine|use|smoke|"
        r"pregnan\w+)\b[^.!?]{0,50}(?:pregnan\w+|alcohol|medication|pills|"
        r"antibiotics|ibuprofen|breastfeeding|driving|children|babies|together)",
    ),
    *_rules(
        "regulated_advice",
        r"(?:clinically proven|miracle|detox(?:es|ify)?|boosts? (?:your )?immun\w+|balances? (?:your )?hormones|"
        r"burns? fat|anti-?aging|heals?|medical advice|legal advice|tax "
        r"advice|investment advice|financial advice|high returns?|wealth secrets?|side[- ]effect[- ]free|no side "
        r"effects|lose weight (?:fast|quickly|without))\b",
        certain=False,
    ),
)
