"""Sayings: ways in which people ask for one thing, said again in plain words.

They serve a message, or a part of one, that is not understood as it stands.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context
from tools.language.notes.first_sayings import IT, table
from tools.language.notes.scene_names import named_scene

_SAID = r"[\"'“”]?"

AGAIN = table(
    (
        r"^(?:any|got any|have you any|what|which|some)(?: other| more| further| alternative| different)+ (looks|"
        r"designs|styles|voices|presenters|"
        r"backgrounds|music|moods|layouts|transitions|caption styles|presenting styles)(?: there| available| to "
        r"choose from)?$",
        r"which \1 are there?",
    ),
    (
        r"^(?:i'?d|we'?d|i would|we would) be (?:very |most |so |really )?(?:grateful|glad|happy|pleased|obliged|"
        r"thankful|delighted) if "
        r"(?:you (?:could|would|can|might) )?(.+)$",
        r"\1",
    ),
    (
        r"^(?:the )?same (?:video|thing|one|film)(?: again)?,? (?:but |just |only |with )*(?:a |an )?(?:different|"
        r"another|new|other) (?:seed|"
        r"variation|dice|throw)$",
        "another variation",
    ),
    (
        r"^(?:please )?(?:be|act|look|come across)(?: as)? (?:a bit |a little |much |way )?(?:more lively|livelier|"
        r"more energetic|more animated|"
        r"more expressive)((?: (?:in|during|for) (?:scene \w+|the \w+ scene))?)$",
        r"energetic presenting style\1",
    ),
    (
        r"^(?:the )?(?:web ?)?(?:address|url|link|website)(?: (?:shown|given))? (?:at|on|in) the (?:very )"
        r"?end\s*[:=]?\s*(?:is |should be |must be )?"
        r"((?:[\w-]+\.)+[a-z]{2,}\S*)$",
        r"put \1 on the end card",
    ),
    (
        r"^(?:everything|all(?: the)?(?: text)?|the rest|whatever|what)(?: else)? (?:that |which )?(?:isn'?t|is not|"
        r"but|except|other than|apart from)"
        r" (?:an? |the )?(?:headings?|headlines?|titles?)(?: should be| is| set)? in ([A-Z][\w ]+)$",
        r"body typeface \1",
    ),
    (
        r"^(?:the |set the |have the )?(?:small|smaller|other|normal|body|running|plain) (?:text|print|type|copy)(?: "
        r"(?:should be|must be|to be"
        r"|is|be|set|written|typed))*(?: in| =|:)+ ([A-Z][\w ]+)$",
        r"body typeface \1",
    ),
    (r"^(?:roll|throw|spin|draw)(?: me| us)?(?: it)? (?:another|again|once more|a new|one more)(?: one| time)"
     r"?$", "another variation"),
    (
        r"^(?:after )?(line \w+ (?:of|in) scene \w+|the \w+ (?:line|sentence) (?:of|in) scene \w+),? (?:and )?(?:then|"
        r"followed by) "
        r"((?:an? |one |half a )?(?:[\d.]+ )?(?:secs?|seconds?|s))(?: of)? (?:silence|pause|quiet|nothing)$",
        r"pause \2 after \1",
    ),
    (
        r"^(?:please )?(?:add |insert |put in |i need |we need )?((?:one more|another|a new|an extra|a further) scene "
        r"[^:\"“]*?),? (?:with )?(?:the )?"
        r"(?:text|line|words|script|spoken text)\s*:?\s*([\"“].+[\"”])$",
        r"add \1 saying \2",
    ),
    (
        r"^(?:what|which)(?: are| is|'s)? (?:the|your|my|all)(?: the)? (?:commands?|options?|possibilities|"
        r"instructions)(?: (?:here|i have|there are|"
        r"that i can use|you know))?$",
        "help",
    ),
    (r"^(?:rename|retitle|relabel) (scene \w+|the \w+ scene)$", r"change the heading of \1"),
    (
        r"^(?:take|leave|strip|pull|cut|get|have|keep) (?:the )?(heading|headline|title|subtitle) (?:off|out|away)(?: "
        r"of| from)? (scene \w+|the "
        r"\w+ scene)$",
        r"remove the \1 of \2",
    ),
    (r"^(?:so |and |well )?(?:everything|all(?: of it)?|it all|the (?:whole )?(?:thing|video)) (?:should |must |has "
     r"to |needs to )?(?:be |go |come )?(?:set )?in (?:our |the |brand |company |corporate )*(?:[a-z]+ )"
     r"?(#[0-9a-f]{3,6})$", r"main colour \1"),
    (r"^(?:show|give|make|do|have|let'?s see|try)(?: me| us)? (?:an? |some )?(?:alternative|other|another|different|"
     r"new|fresh)(?: version| variation| take| option| proposal| arrangement)?(?: (?:of|for|on))? (?:the )"
     r"?(?:visuals?|design|graphics|pictures|imagery|random(?: stuff| parts| choices)?)(?: version| variation)"
     r"?s?$", "another variation"),
    (r"^(?:forget|ignore|drop|leave out|skip|never mind|lose|without|not|don'?t use)(?: about)? (?:the |our )"
     r"?(?:brand|branding|corporate design)(?: (?:for|on|in|with) (?:this|that)(?: one| video| film)?| this time| "
     r"here)*$", "no brand"),
    (r"^(scene \w+)[:,]? (?:a )?pause (?:of |for )?(\d[\d.]* ?(?:s|secs?|seconds?)|a second|one second|two seconds|"
     r"half a second) between (?:the )?(?:first|1st|two)(?: (?:and|&) (?:the )?(?:second|2nd))? (?:sentence|line|"
     r"sentences|lines)$", r"pause \2 after the first line of \1"),
    (r"^we (?:don'?t|no longer|do not) (?:have|do|offer|sell|make|use|ship) (?:the |any |our )?(.+?)(?: any ?more| "
     r"now)?,? (?:so|therefore|and so) (?:that|this|the) (?:sentence|line|bit) (?:has to|must|should|can|needs to|"
     r"ought to) (?:go|be (?:cut|removed|deleted))$", r"delete the line about \1"),
    (r"^it (?:wasn'?t|was not|isn'?t|is not) [A-Z][\w. ]+? who said (?:it|that|this),? (?:but|it was|it'?s) "
     r"((?-i:[A-Z])[\w.'-]*(?: (?-i:[A-Z])[\w.'-]*)*)$", r"the quote is from \1"),
    (r"^(?:put|write|show|add|use) [\"'“](.+?)[\"'”] (?:as|for) (?:her|his|their|the) (?:role|job|title|position|"
     r"function)(?: (?:under|below|in|on|with) (?:the )?(?:quote|testimonial))$", r"role of the quote: \1"),
    (r"^(?:i |we )?(?:want|would like|'d like|like|need)(?: to)? (?:see|show|have) (?:her|his|the presenter's|maya's|"
     r"daniel's) (?:shoes|feet|legs|knees|trainers|boots|whole outfit|whole dress)(?: too| as well| also)"
     r"?$", "full body"),
    (r"^(?:scrap|drop|forget|reverse|remove|cancel|kill|lose|delete|revoke|throw away|take out|scratch) (?:the|that|"
     r"your|my|this) (?:very )?(?:last |latest |recent |previous )?(?:change|edit|modification|tweak|step)s?(?: "
     r"(?:that )?(?:you|i|we)(?:'ve| have)? (?:just |only just )?(?:made|did|done))?(?: again)?$", "undo"),
    (r"^(?:go )?forwards? (?:again|once more|one step)$", "redo"),
    (r"^(?:ok(?:ay)?,? |so |well )?(?:draft|version) (?:no\.? ?|number )?(\d+|one|two|three|four|five)(?: it is| then|"
     r" please it is| wins| is the one| is best|,? (?:i|we)(?:'ll| will) (?:take|use|go with) (?:that|it)(?: one)?)"
     r"$", r"go back to draft \1"),
    (r"^.*?\b(?:brand(?:ing)?|c\.?i\.?|corporate (?:design|identity)|style guide|our look|our colou?rs|logo and "
     r"colou?rs)\b[^.]*?(?:[:,]| at| on| from| "
     r"in| under| is)\s*((?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?)$", r"learn our brand from \1"),
    (r"^(?:so |and )?(?:did|has|have|was|were|is|are) (?:anything|something|everything)(?: go| gone| there)? (?:wrong|"
     r"right|well|ok|okay|amiss|off|fine)(?: (?:with it|in it|there|so far))?$", "did the video pass your checks?"),
    (r"^(?:scenes? )?(\w+) (?:and|&|\+) (\w+) ?(?:->|=>|→|=|to|into|as) ?(?:one|1|a single|the same) ?(?:scene)"
     r"?$", r"merge scenes \1 and \2"),
    (r"^(?:turn|make|change|convert|cut|break|divide) (scene \w+|the \w+ scene) (?:into|in|to) (?:two|2)(?: scenes| "
     r"parts| pieces| halves)?,? (?:and )?(?:break|cut|split|divide|separate)(?: it)? (after|before) (.+)"
     r"$", r"split \1 \2 \3"),
    (r"^(?:make|turn|change|convert|show|present|do) (?:the )?(?:reasons|benefits|advantages|points|bullets|bullet "
     r"points|list)(?: in)?(?:to| as| like)? (?:an? |the )?(?:numbered )?(?:steps|numbered list|step by step(?: list)"
     r"?|numbered points)$", "turn the points into steps"),
    (r"^(?:remove|drop|delete|lose|no|without|stop|forget|take out)(?: using)? (?:my|our|the|his|her) (?:own )"
     r"?(?:recording|voice recording|narration|audio)(?: again| please)*,? .*\b(?:computer|ai|generated|synthetic|"
     r"built[- ]in|normal|your)(?:'s)? voice\b.*$", "remove my recording"),
    (r"^(?:run ?time|running time|length|duration|total(?: length| time)?|target(?: length)?)\s*[:=]?\s+(\d.*)$",
     r"make it \1 long"),
    (
        r"^(?:i'?d|i would|we'?d|we would|i'?ll|i am|i'?m)(?: all| really| also)? (?:be |so )?(?:very |really "
        r")?(?:glad|happy|grateful"
        r"|thankful|delighted|obliged|pleased)(?: of| for| with| about| to (?:have|see|get))?:? (.+)$",
        r"\1 please",
    ),
    (
        rf"^(?:she|he|it|the voice|maya|daniel|they) (?:mis|wrongly |badly )?(?:pronounces?|says?|reads?) "
        rf"{_SAID}([\w-]+){_SAID}(?: "
        rf"wrong(?:ly)?| badly| incorrectly| funny)?,? (?:the )?(?:correct(?: way| form| pronunciation)?|right(?: "
        rf"way)?|proper(?: way)?|it "
        rf"should be|it'?s|should be|it is|make it)(?: is|:|'s)? {_SAID}([\w-]+(?: [\w-]+)*?){_SAID}$",
        r'pronounce "\1" as "\2"',
    ),
    (
        rf"^{_SAID}([\w-]+){_SAID}\s*[,;:–—-]+\s*(?:please )?(?:say|pronounce|speak|read)(?: (?:it|that|this))?(?: "
        rf"(?:as|like))? "
        rf"{_SAID}([\w-]+(?: [\w-]+)*?){_SAID}$",
        r'pronounce "\1" as "\2"',
    ),
    (
        rf"^(?:say|pronounce|speak|read) {_SAID}([\w-]+){_SAID} (?:the way|as|like|how) (?:the voice|she|he|it|you|"
        rf"one)(?: would| "
        rf"does)?(?: normally| usually| naturally| by (?:itself|default)| would| does| do)*$",
        r'pronounce "\1" normally',
    ),
    (
        r"^(?:try |use |take |give me |have |with |do |let'?s (?:try|have) )?(?:a |an )?(?:new|another|other|"
        r"different|fresh) (?:random "
        r")?(?:seed|dice roll|throw of the dice|randomisation|random version|random choice)$",
        "another variation",
    ),
    (
        rf"^(?:a |an |one |make a |insert a |leave a |add a |put a )?(?:brief |short |little |small |tiny )?pause "
        rf"(?:of )?(?:for )?((?:half a |a |one "
        rf"|two |\d[\d.,]* ?)(?:second|sec|s)s?) (?:right |straight |directly )?(after|behind|following) (?:the "
        rf")?(?:word|words|phrase) "
        rf"{_SAID}([\w€$' -]+?){_SAID}$",
        r'pause \1 after "\3"',
    ),
    (
        r"^(?:i|we)(?:'d| would)? (?:don'?t|do not|rather not|would not|wouldn'?t) (?:want|like|need|have|see)(?: to "
        r"(?:have|hear))? (?:the "
        r"|our |that |any )?(.+?) (?:to be )?(?:mentioned|said|in there|brought up|spoken of|talked about)(?: (?:at "
        r"all|any ?more))?$",
        r"delete the line about \1",
    ),
    (
        r"^(?:the |our )?(.+?) (?:shouldn'?t|should not|mustn'?t|must not|needn'?t|need not|doesn'?t (?:have|need) "
        r"to|does not (?:have|need)"
        r" to) be (?:mentioned|said|brought up|spoken of|talked about)(?: (?:at all|any ?more))?$",
        r"delete the line about \1",
    ),
    (
        rf"^(?:she|he|maya|daniel|the presenter|you|they|we) (?:needn'?t|need not|shouldn'?t|should not|mustn'?t|must "
        rf"not|doesn'?t (?:have|need)"
        rf" to|don'?t (?:have|need) to|does not (?:have|need) to) (?:say|mention|tell|talk about|bring up|speak "
        rf"of)(?: us| them| people)?(?: "
        rf"(?:that|about))? {_SAID}(.+?){_SAID}(?: (?:at all|any ?more))?$",
        r"delete the line about \1",
    ),
    (
        r"^(?:i|we) (?:liked|loved|preferred) (?:it|that|this) (?:better |more |best )?(?:before|the way it was|as it "
        r"was|how it was|earlier)"
        r"\b.*$",
        "undo",
    ),
    (
        r"^(?:it|that|this) was (?:better|nicer|fine|good|ok|right|more like it) (?:before|the way it was|as it was|"
        r"earlier|without (?:that|"
        r"it))(?: (?:that|you|the).*)?$",
        "undo",
    ),
    (
        r"^(?:put|change|turn|switch|bring|get|have) (?:it|that|this|everything) (?:back )?(?:to )?(?:how|as|the way|"
        r"like|what) (?:it|that) (?:was|"
        r"were|used to be|looked)(?: before| earlier| a minute ago| until now)?$",
        "undo",
    ),
    (
        r"^(?:i|we) (?:have |'ve )?(?:undid|undone|went back|gone back|took back) (?:one |a (?:step|bit) )?too "
        r"(?:much|far|many)(?: steps?)?"
        r"(?:\W.*)?$",
        "redo",
    ),
    (r"^(?:please )?(?:one|a) step (?:forward|forwards|ahead|on)(?: again| please)?$", "redo"),
    (r"^(?:one|a) step (?:back|backwards?)(?: again| please)?$", "undo"),
    (
        r"^(?:redo|reapply|reinstate|repeat|restore|bring back|put back) (?:it|that|this|the (?:last )?change|what "
        r"(?:i|we|you) (?:just )?"
        r"(?:undid|took back|removed|reverted|undone))(?: again| now)?$",
        "redo",
    ),
    (
        r"^(?:diff|difference|differences|compare|versus|vs)(?: between| of)? (?:the )?(?:drafts?|versions?|v)? "
        r"?(\d+) ?(?:/|-|vs\.?|and|with|to|"
        r"&|,|against) ?(?:draft|version|v)? ?(\d+)$",
        r"compare drafts \1 and \2",
    ),
    (
        r"^(?:hand|send|pass|give)(?: me| us)?(?: over)? (?:the |my |our )?(?:finished |final |whole |complete |ready "
        r")*(?:video|film|movie|mp4|"
        r"clip|file|result)(?: over)?(?: (?:to me|to us|now|as a file))*$",
        "export it",
    ),
    (
        r"^(?:show|open|see|give me|get|bring up|where(?:'s| is| are))(?: me| us)? (?:the |all )?(?:stills?|pictures?|"
        r"thumbnails?|frames?|board|"
        r"storyboard|boards)(?: (?:of|for) (?:all |the |every |each )*scenes?)?,? ?(?:(?:please )?show (?:it|them|"
        r"me)(?: to me)?)?$",
        "show the storyboard",
    ),
    (r"^(?:the )?(?:stills?|pictures?|thumbnails?|frames?) (?:of|for) (?:all |the |every |each )*scenes?$", "show the "
     r"storyboard"),
    (r"^(?:open|start|launch|bring up|give me|load) (?:the )?(?:player|video player|playback|preview window)$", "show "
     r"the draft"),
    (
        r"^(?:(?:please|can (?:i|we|you)|could (?:i|we|you)) )*(?:do|make|render|create|produce|build|give me|get me|"
        r"run|start)(?: us| me)? "
        r"(?:a |another |one more |the )?(?:new |next |fresh |other )?(?:draft|version|render|cut)(?: now| again| "
        r"please)*$",
        "render a new draft",
    ),
    (
        r"^(?:with|in|use|using|put on|take) (?:the )?(\w+)(?:'s)? (?:brand )?(?:colou?rs|fonts|logo|look)(?:,| and| "
        r"&|, and) (?:the )?(?:colou?rs|"
        r"fonts|logo|look|style)$",
        r"use the brand \1",
    ),
    (
        r"^(?:(?:please|can you|could you|would you|tell me|explain(?: to me)?|show me|i want to know|help me "
        r"understand|i'?d like to know) )+"
        r"(?:what|how) (?:i|we|one|you) (?:can|could|may|might|am able to|are able to) (?:change|do|edit|say|ask|use "
        r"(?:it|this)|work with this)"
        r"(?: here| now| next)?$",
        "help",
    ),
    (r"^(?:any|some|got any|give me some|have you any|do you have any) (?:tips?|hints?|advice|pointers|"
     r"instructions)(?: .*)?$", "help"),
    (
        r"^(?:scene )?(.{1,40}?) (?:should |must |could |can |needs to |has to )?(?:linger|stay|remain|stand|be "
        r"held|hold|last)(?:s)? (?:on )?(?:"
        r"(?:for|at least|another) )*(\d[\d.]* (?:secs?|seconds?|s))(?: longer)?$",
        r"hold \1 for \2",
    ),
    (
        rf"^(?:label|mark|flag|declare|tag) {IT} (?:as|to be|with) (?:artificial|synthetic|computer[- ]made|"
        rf"computer[- ]generated|machine[- ]made|"
        rf"ai|made by (?:ai|a computer|a machine)|generated|an ai video)$",
        "label it as AI-generated",
    ),
    (
        r"^(?:the )?(?:gentleman|lady|man|woman|guy|presenter|host|speaker|person)(?:'s| is) (?:called|named) "
        r"((?:[A-Z][\w.'-]*)(?: [A-Z][\w.'-]*)+)"
        r"(?:\W.*\b(?:show|put|write|display|strap|name)\b.*)?$",
        r"name strap: \1",
    ),
    (
        r"^(?:(?:no|remove|drop|kill|lose|skip|without|delete|cut|take out|leave out|get rid of|don'?t (?:want|need|"
        r"use|show)) )(?:the |our |any |a )?"
        r"(?:brand(?:'s|ed)?|company|corporate|our) (opening|intro|opener|closing|outro|closer)(?: any ?more| please| "
        r"film| clip)*$",
        r"remove the \1 film",
    ),
)
"""Said again where a part of a message is not understood."""
_RENAMED = re.compile(
    r"^(?:rename|retitle|change|call|reword|relabel) (?:the )?(?:heading |headline |title |scene "
    r")*[\"'“]?(?P<old>[^\"”]{2,60}?)[\"'”]? "
    r"(?:to|into|as|:|->)+ [\"'“]?(?P<new>[^\"”]{2,120}?)[\"'”]?$",
    re.IGNORECASE,
)
_ON_CARD = re.compile(
    r"(?<=of |on |in |at |to |by )(?:the )?(?:end ?card|closing card|last card)(?=\b(?!.*\b(?:say|read|address|call)))"
    r"(?=.*\b(?:background|backdrop|transition|aurora|studio|ribbons|horizon|facets|orbit|paper|grid|contours)\b)|"
    r"(?:(?<=backdrop of )|(?<=background of )|(?<=behind ))(?:the )?(?:end ?card|closing card|last card)",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r"^(?:it'?s |it is |say |she'?s |we'?re |we are )?not [\"'“]?(?P<old>[\w€$£%' "
    r"-]{2,40}?)[\"'”]?\s*[,;:–—-]+\s*(?:but |it'?s |it is |rather |make it |say |"
    r"it should be |instead |we say |we'?re |use )*[\"'“]?(?P<new>[\w€$£%' -]{2,40}?)[\"'”]?$",
    re.IGNORECASE,
)


def said_again(context: Context, text: str) -> str | None:
    """The part of a message in plain words; None where no saying is known."""
    plain = " ".join(text.split()).strip(" .!?")
    for pattern, again in AGAIN:
        changed = pattern.sub(again, plain, count=1)
        if changed != plain:
            return changed
    renamed = _RENAMED.match(plain)
    scene = named_scene(context, renamed["old"], topics=False) if renamed is not None else None
    if renamed is not None and scene is not None and scene.heading.lower() == renamed["old"].strip().lower():
        return f'change the heading of scene {context.number(scene.id)} to "{renamed["new"]}"'
    card = next((context.number(one.id) for one in context.scenes if one.layout == "end_card"), 0)
    if card and (behind := _ON_CARD.sub(f"scene {card}", plain)) != plain:
        return behind
    rather = _RATHER.match(plain)
    if rather is not None and is_said(context, rather["old"]) and not is_said(context, rather["new"]):
        return f'replace "{rather["old"]}" with "{rather["new"]}"'
    return None


def is_said(context: Context, words: str) -> bool:
    """Whether `words` stand in a heading or a line."""
    texts = [text for scene in context.scenes for text in (scene.heading, *(line.text for line in scene.lines))]
    return any(re.search(rf"(?<!\w){re.escape(words.lower())}(?!\w)", text.lower()) for text in texts)
