"""Text sayings again: what scenes say and show, in more words, where a part of a message is not understood."""

from __future__ import annotations

from tools.language.notes.first_sayings import table
from tools.language.notes.saying_words import NAMED, SCENE, SECONDS, SHE, Q

TEXTS_AGAIN = table(
    (rf"^({NAMED}) (?:like|as in|as|rhymes with|said like) {Q}([\w -]+?){Q}$", r'pronounce "\1" as "\2"'),
    (
        r"^(?:i think |honestly,? )?(?:we|i) (?:don'?t|do not|no longer) (?:really )?(?:need|want|like) (?:that|the|"
        r"this) (?:bit|part|sentence|line|passage) (?:about|on|with|where (?:she|he) (?:talks about|says|mentions)) "
        r"(.+)$",
        r"delete the line about \1",
    ),
    (
        r"^(?:i want |we need |give me |a bit of |some )*(?:more )?(?:breathing (?:room|space)|space|gap|air|room)"
        rf"(?: to breathe)? between (?:the )?(?:two|first and second|both) (?:lines|sentences) (?:of|in) ({SCENE})"
        rf",? (?:about |of |say |maybe |like )*((?:a|one|two|half a|\d[\d.]*) ?{SECONDS})$",
        r"pause \2 after the first line of \1",
    ),
    (
        rf"^(?:reset|forget|restore|undo) (?:how|the way|the pronunciation of) {Q}?([\w-]+){Q}?(?: (?:is|gets|was) "
        r"(?:said|pronounced|spoken|read))?$",
        r'pronounce "\1" normally',
    ),
    (
        r"^(?:under|below|beneath|underneath) the (?:big )?(?:\d[\d.,]* ?%?|figure|number|percentage|statistic),? "
        rf"(?:it |there )?(?:should |must |could |please )*(?:say|says|read|write|put|stand)s?:? {Q}?([^\"“”]+?)"
        rf"{Q}?$",
        r'label under the figure: "\1"',
    ),
    (
        r"^(?:the )?(?:bullets|points|bullet points|reasons|list|steps) (?:in|into) (?:this|the following) "
        r"order\s*:\s*(.+)$",
        r"points: \1",
    ),
    (
        r"^(?:on |in )?(?:the )?([\w ]+?)(?:'s)? (?:side|column|half)(?: of (?:it|the comparison))? (?:should|must|"
        r"could|needs to|has to) (?:also |too )?(?:say|have|list|mention|read|show)(?: too| also)?:? (.+)$",
        r"add \2 to the \1 side",
    ),
    (
        r"^(?:please )?(?:remove|delete|drop|lose|cut|take out|leave out) (?:the )?(\w+) (?:bar|column|value|data "
        r"point|slice)(?: (?:from|in|of) the (?:chart|graph))?$",
        r"remove \1 from the chart",
    ),
    (
        r"^(?:the )?(?:detail|small print|description|fine print)(?: line| text)? (?:on|of|under|for|below|with) the "
        r"[\w ]{3,20}?\s*(?::|should (?:be|say)|is)\s*(.+)$",
        r"detail of the product: \1",
    ),
    (
        r"^(?:which|what) scenes? (?:are|is|have been|did (?:i|we)) (?:locked|frozen|unlocked|hidden|lock|changed)"
        r"(?: (?:now|at the moment|so far))?$",
        "list the scenes",
    ),
    (r"^(?:the )?title(?: card| scene| page)? (?:out|away|gone|off|deleted|removed)$", "delete the title scene"),
    (
        r"^(?:can|could|should|must|please|let|have|make)? ?(?:it|we|you|the video|the end)? ?(?:please )?(?:say|"
        r"show|write|read|have) (?:at|on|in) (?:the )?(?:very )?(?:end|end card|last card)[:,]? (?!a |the |our |an )"
        r"[\"'“‘]?([^\"“”]{3,60}?)[\"'”’]?$",
        r'call to action: "\1"',
    ),
    (
        r"^(?:the )?(?:guest|customer|client|author|person (?:quoted|who said (?:it|that)))(?:'?s)? (?:full |real |"
        rf"right |correct )?(?:name )?(?:is|was|should be|is called)(?: really| actually)? ({NAMED})$",
        r"the quote is from \1",
    ),
    (
        r"^(?:we|they|i) (?:sold|made|baked|had|reached|did|got|counted|shipped) (?:about |over )?(\d[\d.,]*)(?: "
        r"[a-z]+)? (?:in|during|for) (\d{4})[,;.]* (?:please |so |and |can you |could you )*(?:add|put|include|write|"
        r"show) (?:that|it|this)(?: one)? (?:in|to|into|on) the (?:chart|graph|diagram)$",
        r"add \2 with \1 to the chart",
    ),
    (
        r"^(?!.*\b(?:stop|unit|heading|scene)\b)[^,.;]{0,40}\b(?:chart|graph|diagram)\b.{0,40}\b(?:ring|donut|"
        r"doughnut|round thing|circle)\b.{0,12}$",
        "make the chart a donut chart",
    ),
    (
        r"^(?!.*\b(?:stop|unit|heading|scene)\b)[^,.;]{0,40}\b(?:ring|donut|doughnut)\b.{0,20}\b(?:chart|graph|diagram)"
        r"\b.{0,12}$",
        "make the chart a donut chart",
    ),
    (
        r"^(?:we (?:have |'ve )?(?:put|raised|lowered|dropped|changed|increased|cut|reduced|upped) (?:up |down )"
        r"?(?:the|our) prices?(?: up| down)?[,;.]+ (?:so |and )?)?(?:the |our )?([a-z ]+?) (?:now )?(?:costs?|sells "
        r"for|is) (?:now )?([€$£]? ?\d[\d.,]*(?: ?(?:€|euros?|dollars|pounds|[$£]))?)(?: now| these days| from now "
        r"on| today)?$",
        r"price of the product: \2",
    ),
    (r"^(?:please )?repeat the scene ([\w ]{3,30})$", r"duplicate the \1 scene"),
    (
        rf"^(?:the )?word {Q}?([\w-]+){Q}? (?:should|must|has to|needs to|could|ought to)(?: (?:really|just|"
        r"properly|absolutely))* (?:punch|pop|stand out|hit|land|ring|jump out|come out|be heard|be louder|be "
        r"punchy|stick out|shine|have (?:more )?(?:weight|emphasis|punch|stress))(?: (?:more|hard|home|strongly|"
        r"clearly))*$",
        r'stress the word "\1"',
    ),
    (
        r"^(?:lean on|hit|hammer|punch|push|underline|dwell on|make more of|put (?:some |more )?(?:weight|stress|"
        rf"emphasis|force) (?:on|into|behind)) (?:the )?word {Q}?([\w-]+){Q}?(?: (?:when|as) (?:she|he) (?:says|"
        r"reads) (?:it|that))?(?: (?:harder|more|a bit|please))*$",
        r'stress the word "\1"',
    ),
    (
        rf"^after {Q}?([\w€$£%' -]{{3,40}}?){Q}?,? (?:please )?(?:wait|stop|pause|hold|rest|be quiet|be silent|"
        rf"nothing)(?: for)? (\d[\d.]* ?{SECONDS}|(?:a|one|two|three|half a) seconds?)$",
        r'pause \2 after "\1"',
    ),
    (
        r"^(?:her|his|the presenter's|maya's|daniel's) (?:sur|last |first |full )?name(?:'s| is)(?: actually| "
        rf"really)? (?:spelt|spelled|written)(?: like this| as| thus)?:? ({NAMED})$",
        r"name strap: \1",
    ),
    (
        r"^(?:the )?(?:job title|title|role|position|function|job) (?:under(?:neath)?|below|beneath|with|after|next "
        r"to|on) (?:her|his|the|maya's|daniel's) (?:name|strap|name strap)\s*(?::|is|should be|should say|should "
        rf"read)\s*{Q}?([^\"“”]+?){Q}?$",
        r"role: \1",
    ),
    (
        r"^(?:the )?(?:text on the )?(?:button|call to action|cta)(?: text| words| label)? (?:at|on|in) (?:the )"
        r"?(?:very )?(?:end|end card|last card|closing card)\s*(?::|is|=|should be|should say|should read|reads)"
        rf"\s*{Q}?([^\"“”]+?){Q}?$",
        r'call to action: "\1"',
    ),
    (
        r"^(?:take|get|leave|strip|pull|cut|have|keep|wipe) (?:the )?(heading|headline|subtitle|tagline) (?:off|out|"
        r"away)(?: of| from)? (the (?:title|opening|end)(?: card| scene)?|the opening)$",
        r"remove the \1 of \2",
    ),
    (
        r"^(?:do|show|make|put|draw|present|have) (?:the )?(?:growth|sales|numbers?|figures?|data|loaves|increase|"
        r"development|trend)(?: thing| stuff| part| bit| scene)? (?:as|like|in) an? (line|bar|donut|pie|ring)(?: "
        r"chart| graph| diagram)?$",
        r"make the chart a \1 chart",
    ),
    (
        r"^(?:the |in the |on the |to the )?([\w ]{2,30}?) (?:column|side|half|list)\s*[:,–-]\s*(?:please )?add:? "
        r"(.+)$",
        r"add \2 to the \1 side",
    ),
    (
        rf"^(?:in (?P<s>{SCENE}),? )?{SHE} (?:should|must|has to|is to|needs to|ought to) (?:be |just |only )"
        r"*listen(?:ing)?(?:,| and| but)* (?:rather than|instead of|not) (?:talk|speak|say)(?:ing)?(?: anything)?$",
        r"the presenter listens in \g<s>",
    ),
    (
        rf"^(?:let|allow) (?:me|us) (?:edit|change|touch|work on|alter|get at) ({SCENE})(?: again| now| please| "
        r"once more)*$",
        r"unlock \1",
    ),
    (
        r"^(?:can|could|might|may|would|will|should|please let|let) (?:scenes? )?(\w+) (?:and|&|\+) (?:scene )?(\w+) "
        r"(?:become|form|make|be|go into|turn into) (?:one|a single)(?: scene)?$",
        r"merge scenes \1 and \2",
    ),
    (
        r"^(?:please )?(?:cut|drop|lose|remove|delete|skip|leave out|take out) the ([a-z]+(?: [a-z]+)?),? (?:because "
        r"|as |since )?we (?:don'?t|do not|no longer|never|stopped) (?:do|have|sell|make|use|offer|give|ship)(?:ing)"
        r"? (?:those|them|that|it|these)(?: any ?more| now| these days)?$",
        r"delete the line about \1",
    ),
    (
        r"^(?:nobody|no one|don'?t let anyone) (?:touches|touch|changes|change|edits|edit|may touch|is to touch) "
        r"(.{3,30}?) (?:any ?more|again|from now on|now)(?:[,:;.] (?:please )?lock it)?$",
        r"lock \1",
    ),
    (
        r"^(?:while|when|as) (?:the )?[\w ]{2,25}? (?:speaks?|talks?|is speaking|are speaking|is talking|are "
        rf"talking) in ({SCENE}),? {SHE} (?:should |must |could )?(?:just |only )*listens?$",
        r"the presenter listens in \1",
    ),
    (r"^(?:the )?([\w ]{3,25}?) (sentence|line) (?:out|away|gone|off|can go)$", r"delete the \1 line"),
    (
        r"^(?:two|three|four|five|six|\d) (?:reasons|points|bullets|bullet points)(?: please)?[^:]{0,30}:\s*(.+,.+)$",
        r"points: \1",
    ),
    (r"^(?:two|three|four|five|six|\d) steps(?: please)?[^:]{0,30}:\s*(.+,.+)$", r"steps: \1"),
    (
        r"^(?:skip|drop|lose|forget|cut) the title(?: card| scene| page)?(?:,? (?:and )?(?:start|begin|open|go|get|"
        r"jump)\b.*)?$",
        "delete the title scene",
    ),
)
"""Said again where a part of a message is not understood."""
