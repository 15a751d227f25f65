"""Reason sayings: courtesies, reasons, signatures and slips around a request, left out or put right."""

from __future__ import annotations

from tools.language.notes.first_sayings import table
from tools.language.notes.saying_words import LENGTH, Q

FIRST_REASONS = table(
    (
        r"\b(make (?:the (?:whole |entire )?(?:video|film|clip)|it|this)) (?:about|around|roughly|approximately|"
        rf"circa) (?={LENGTH}(?: long)?\W*$)",
        r"\1 ",
    ),
    (rf"{Q}[^\"'“”‘’]+?{Q}[ ,.;–—-]+(?:sorry|no|wait|oh)?,? ?(?:i (?:mean|meant)|make that|rather) (?={Q})", ""),
    (
        r"\b(as|into|to) (steps|points|bullets|a list) (?:instead of|rather than|not) (?:points|bullets|steps|bullet "
        r"points|a list)\b",
        r"\1 \2",
    ),
    (r"\b(?:when|while|as) (?:she|he|maya|daniel) says (?:yes|no|ok|okay|hello|hi)\b", ""),
    (r"^\W*(?:do|change) nothing (?:to|with|about|in|on) (?:the|our|my) [\w ]{3,20}?,? but (?=[a-z]+ )", ""),
    (r"\b(left|right)[ -]hand (?=corner|side|bottom|top)", r"\1 "),
    (
        r"\b(?:our|the|my|a|this) (?:(?:own|brand|bright|deep|dark|light|corporate) )*(?:pink|red|orange|yellow|"
        r"green|blue|purple|violet|teal|turquoise|brown|grey|gray|navy|gold|beige|cyan|magenta),? \(?(#[0-9a-f]{6})"
        r"\)?,? (?=(?:as|for|in) )",
        r"\1 ",
    ),
    (
        r"[\s,.;–-]+(?:yours(?: sincerely| truly| faithfully)?|(?:kind |best |warm )?(?:regards|wishes)|greetings|"
        r"love|cheers|thanks|thank you|many thanks|sincerely),? (?-i:[A-Z])[a-z]+(?: (?-i:[A-Z])[a-z]+)?\W*$",
        "",
    ),
    (
        r"^\W*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)) (?:sirs?(?: or madam)?|madam|all|team|"
        r"friends?|colleagues|everybody|everyone|folks|ladies and gentlemen|mister|sir/madam)\s*[,.!:–-]+ ",
        "",
    ),
    (
        r",? (?:if|when|as long as|provided) (?:she|he|they|that|it|this|everything|you)(?:'s| is| are|'re)(?: still|"
        r" all)? (?:available|free|possible|around|about|in stock|ok|okay|alright|all right|fine|not too busy)(?: "
        r"with you| for you)?(?=\W*$|,)",
        "",
    ),
    (
        r"^\W*(?:(?:awfully|so|very|terribly|really|dreadfully|i'?m|i am) )*sorry (?:to (?:be|bother|trouble|ask|"
        r"come|keep|go|nag|interrupt|say)\b[^,.;!?]{0,30}?|for (?:the|being|asking|another|all)\b[^,.;!?]{0,30}?)"
        r"(?:[,.;!–-]+ (?:but |and )?| but )",
        "",
    ),
    (
        r"^\W*(?:wrong|bad|terrible|awful|ugly|boring|ugh|yuck|nope|hmm+|not good|no good|not great|not nice|yikes|"
        r"oh dear|bleh)(?: (?:guy|person|one|choice|idea|colou?r|font|voice|song|music|move))?\s*[.!]+ (?=\w+ \w)",
        "",
    ),
    (
        r"^\W*(?:(?:bro|dude|mate|hey|yo|man|so|but|and|ok),? )*why(?:'s| is| are) [\w' ]{2,30}? (?:so|that|too) "
        r"[a-z ]{3,15}?(?: away)?(?: lol| lmao| haha)?[,.!?]* (?=(?:zoom in|make (?:it|her|him|them)|turn|bring "
        r"(?:it|her|him)|speed|slow|swap|get|fix|come)\b)",
        "",
    ),
    (
        r"^(\W*)(?:(?:that|this|it|the) (?:font|song|music|track|voice|look|colou?r|background|thing) (?:sucks|is "
        r"(?:awful|terrible|ugly|horrible|hideous|crap|rubbish|boring|dreadful)|is doing my head in|drives me (?:mad|"
        r"crazy|nuts|up the wall)))[.!,]+ (?=\w+ \w)",
        r"\1",
    ),
    (r"^(\W*)(make|put|change|set|do|use|show|give|take|move|add|remove|delete) please (?=\w)", r"\1please \2 "),
    (r"\bcn (?=(?:u|you|we|i)\b)", "can "),
    (r"\bmak (?=(?:it|the|this|that|her|him|a)\b)", "make "),
    (
        r"\b(slower|faster|louder|quieter|calmer|warmer) than (?:the|all|in)(?: the| all)? (?:rest|others?|other "
        r"scenes|remaining ones|rest of (?:it|the video))\b",
        r"\1",
    ),
)
"""Said again before anything is read."""

REASONS_AGAIN = table(
    (
        r"^(?:it|he|she|that|this) (?:was|were|sounded|looked) (?:much |far |a lot )?(?:better|nicer) (?:at|with|in|"
        r"on) (.+)$",
        r"\1 please",
    ),
    (
        r"^(.{6,}?\b(?:look|sound|seem|appear|speak|be|present|feel)\b.{0,20}? [a-z]+) (?:rather than|instead of|and "
        r"not|not) (?:so |too )?[a-z]+$",
        r"\1",
    ),
    (
        r"^(.{8,}?)\s*[,.;–-]+ (?:because |as |since )?(?:we(?:'re|'ve)?|they(?:'re)?|it(?:'s)?|that(?:'s)?|this|"
        r"people|nobody|everyone|our [a-z]+|flour|prices|customers|trainees|suits|looks|sounds) "
        r"(?!.*\b(?:should|must|can|could|please|make|put|use|want|need|add|delete|remove|be|move|say|says|set|hold|"
        r"lock|have to|has to|shall|would|like|undid|undone|instead|just|no|not)\b)[^,.;:\"'?]{2,45}$",
        r"\1",
    ),
    (r"^(.{8,}?) (?:we|they) (?:close|closed|open|stopped|start|moved|changed|took|don'?t)\b[^,.;:\"'?]{2,30}$", r"\1"),
)
"""Said again where a part of a message is not understood."""
