"""Frames of talk: commands told from a few telling words, in any order, where no pattern covers the whole clause.

A frame takes a part of a clause only where every other word of the part is light or belongs to the frame, and puts
aside the rest (a reason, a feeling, who asked for it) only where that names nothing that could be changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tools.language.notes.brand_frames import branded, learned
from tools.language.notes.clause_parts import NEGATION, Part, part_of, parts_of
from tools.language.notes.context import Context, Reading
from tools.language.notes.draft_frames import DRAFT_WORD, DRAFTS, NUMBER_WORDS, compared, numbers_in, returned
from tools.language.notes.rules_commands import FORMATS, command, missing_draft
from tools.language.notes.splitting import Clause

_ASKING = re.compile(r"(?:is|are|was|were|does|did|do (?:you|i|we)|how|why|when|where|what|who|which)\b")
Frame = Callable[[Context, Part], Reading | None]


def _shown(c: Context, part: Part) -> Reading | None:
    watch = r"(?:show|see|watch|play|view|open|look|preview|watching|bring up|pull up)"
    if part.has(r"(?:is|are|am|was|were|i'm|we're|'s|'re) (?:still |just |now |currently )*(?:watching|looking|"
    r"viewing)"):
        return None
    if c.board is None and "@url" in {token.norm for token in part.tokens}:
        return None
    if not part.has(watch) or NEGATION.search(part.text) or part.has("(?:does|do|did|is it|how|who|what can)"):
        return None
    showing = "show see watch play view open look preview watching bring pull at have another "
    if part.has(
        r"(?:storyboard|board|overview|outline|shot list|scene list|(?:the|our|my|all|all the|all of the) scenes)"
    ) and part.only(showing + "storyboard board overview outline shot list scene scenes all full whole complete"):
        return command("show_storyboard")
    if part.has(rf"(?:{DRAFT_WORD}|video|film|clip|it|result|what (?:you|we)(?:'ve| have| got)[^.]*)") and part.only(
        showing + DRAFTS + NUMBER_WORDS + "previous earlier video film clip result what you've far finished "
        "whole full final"
    ):
        numbers = [n for n in numbers_in(part) if part.has(DRAFT_WORD)]
        if not numbers and part.has("previous|earlier|before") and len(c.situation.drafts) > 1:
            numbers = [c.situation.drafts[-2]]
        if c.board is None or not c.situation.drafts:
            return command("show_storyboard") if c.board is not None and not numbers else missing_draft(c, [1])
        return missing_draft(c, numbers) or command("show_draft", *numbers[:1])
    return None


def _board(c: Context, part: Part) -> Reading | None:
    known = "storyboard board overview outline back bring up pull take return shot list scene where"
    if part.has(r"(?:storyboard|board|scene list)") and part.only(known) and not NEGATION.search(part.text):
        return command("show_storyboard")
    return None


_EXPORTING = (
    r"(?:ship|export\w*|download\w*|save|send|deliver|output|convert|get|give|need|want|like|have|make|"
    r"render|grab)"
)


def _exported(c: Context, part: Part) -> Reading | None:
    if NEGATION.search(part.text) or c.board is None:
        return None
    formats = [FORMATS[word] for word in part.words if word in FORMATS and word not in ("captions", "script")]
    firm = part.has(r"(?:export\w*|download\w*|save|deliver|output)")
    if part.has(r"(?:captions?|subtitles?|subs|subtitle)") and not formats and (firm or part.has("file")):
        formats = ["srt"]
    firm = firm or (part.has("file") and not c.situation.files and part.has("(?:need|want|send|give|get)"))
    if not (firm or (formats and (part.has(_EXPORTING) or len(part.words) < 5))):
        return None
    if not part.only(
        " ".join(FORMATS) + " export exporting exported download downloaded downloading save saved send deliver output "
        "convert ship grab video film clip file files format version draft final finished latest whole everything only "
        "separate captions caption subtitle subtitles subs make render image picture still copy plus youtube mail "
        "computer "
        "laptop phone desktop disk machine audio track sound how both animated out"
    ):
        return None
    return command("export", value=",".join(dict.fromkeys(formats)))


def _produced(c: Context, part: Part) -> Reading | None:
    if _ASKING.match(part.text):
        return None
    making = (
        r"(?:render\w*|re-?render\w*|regenerate|redo|kick off|produc(?:e|ing|tion)|make|making|do|run|create|generate|"
        r"build|rebuild|want|preview)"
    )
    thing = r"(?:render\w*|re-?render\w*|regenerate|produc(?:e|ing)|draft|preview|final|finished)"
    anew = part.has("(?:again|once more|one more time)") and part.has("(?:make|build|create|generate)")
    anew = anew and part.has("(?:video|film|draft)") and c.situation.stage == "draft"
    if not (part.has(making) and part.has(thing) or anew) or NEGATION.search(part.text) or c.board is None:
        return None
    if part.has("(?:stop|cancel|abort|halt|hold|pause|export|show|see|play|how|when|where|compare|what)"):
        return None
    if not part.only(
        "kick off render rendering rendered rerender re-render regenerate redo produce producing make making do run "
        "create "
        "generate build rebuild "
        "preview draft drafts video film final finished full high best top quality version another new next fresh "
        "start rough these those changes with low cut everything it whole begin proper thing resolution scratch first"
    ):
        return None
    if c.situation.stage in ("brief", "board") and not part.has("(?:final|preview|rough|full|quality)"):
        return command("approve")
    if part.has("(?:final|finished|full|best|high|top|proper)"):
        return command("produce", value="master")
    if part.has("(?:preview|rough|low|quick)"):
        return command("produce", value="draft")
    return command("produce")


def _stopped(c: Context, part: Part) -> Reading | None:
    if _ASKING.match(part.text):
        return None
    if c.situation.stage == "producing" and re.match(
        r"(?:no,? |wait,? |please )*(?:stop|abort|halt|cancel)\b(?:[ ,!]*(?:it|that|this|now|please|everything|"
        r"stop|all|the "
        r"(?:production|render\w*|video)))*(?!.*\b(?:music|captions|make|change|add|use|remove|put)\b)",
        part.text,
    ):
        return command("stop")
    if not part.has(
        r"(?:stop|quit|cancel|abort|halt|pause|kill|interrupt|hold off|hold it|(?:don't|dont|do not) (?:continue|go on|"
        r"carry on|proceed))"
    ):
        return None
    if part.only(
        "stop quit cancel abort halt pause continue carry proceed don't dont not error text kill interrupt hold "
        r"off wait "
        "hang render rendering making make production "
        "producing process job video immediately everything wrong mistake no not straight away minute second noticed "
        "found draft whole working doing what you're forgot forgotten something missed mistyped changed mind thing "
        "important"
    ):
        if c.situation.stage == "producing" or part.has(r"(?:stop|quit|cancel|abort|halt|kill|continue)"):
            return command("stop")
        return Reading(kept=True, said="I wait.")
    return None


_BACK = (
    r"(?:(?:put|bring|change|turn|switch|take|set) (?:it|that|this|everything|things) back|back (?:to )?(?:the "
    r"way|how|as|what|like))"
)


def _undone(c: Context, part: Part) -> Reading | None:
    if _ASKING.match(part.text):
        return None
    regret = (
        r"(?:(?:should ?n.?t|should not|did ?n.?t (?:mean|want) to|wish i (?:had ?n.?t|hadn.?t)) (?:have "
        r")?und(?:o|one|id))"
    )
    whole = c.text.lower()
    if re.search(r"\bredo\b|(?:bring|put|want|get) (?:the|that|my) change back|back what i (?:just )?undid", whole):
        if part.has(
            r"(?:redo|(?:bring|put|want|get) (?:the|that|my) change back|back what i (?:just "
            r")?undid)"
        ) and part.only("redo change changes back bring put undid get last my edit undo mistake no wait"):
            return command("redo")
        if part.has(r"(?:undo\w*|back)") and part.only("undo undone mistake was take back bring change no wait"):
            return Reading(kept=True)
        return None
    if re.search(regret, whole) and part.has(r"(?:und(?:o|one|id)|back|redo|again)"):
        return command("redo")
    if part.has(r"(?:redo|re-do|reapply|reinstate)") or part.has(r"undo (?:the|my|that) undo"):
        if part.only(
            "redo re-do undo undid undone took taken back what reapply reinstate change changes edit last step mistake"
        ):
            return command("redo")
        return None
    undoing = part.has(
        r"(?:undo|revert|reverse|rollback|roll (?:it |that |this |everything )?back|(?:previous|old|earlier) state|"
        r"take (?:that|it|this)? ?back)"
    ) or (
        part.has(r"(?:last|previous|latest) (?:change|edit|one|thing|step)")
        and part.has(r"(?:remove|cancel|drop|scrap|lose|back|scratch|forget|ignore|kill)")
    )
    earlier = part.has(_BACK) or (
        part.has(r"(?:liked?|loved?|preferr?e?d?|better|nicer|rather)")
        and part.has(r"(?:before|earlier|previously|the way it was|how it was|as it was|the old way|used to be)")
        and not part.has(DRAFT_WORD)
    )
    if (undoing or earlier) and part.only(
        "state undo revert reverse scratch forget ignore kill roll rollback take remove cancel drop scrap lose put "
        "bring change turn switch "
        "set last "
        "previous latest edit changes step mistake wrong no nope wait oops how liked loved prefer prefered preferred "
        "better nicer rather before earlier previously used old everything things looked looks sounded much not you "
        "just made two"
    ):
        return None if part.has("two") else command("undo")
    return None


_GO = (
    r"(?:go ahead|proceed|approved?|approval|crack on|fire away|go on|carry on|do (?:that|it|this)|good to go|"
    r"(?:that|it|this) works|works for (?:me|us)|make it|let's (?:go|do|make)|lets (?:go|do|make)|start|begin|"
    r"go for it|(?:let's |lets )?roll(?: it)?|(?:it's|that's|its) a yes|render away|(?:it's|its|it is|that's) a go|"
    r"happy with|(?:says?|said|gave) "
    r"(?:a )?(?:yes|ok|okay)|no objections|fine by (?:me|us)|that's fine|thats fine|produce|ship it|sign(?:ed)? "
    r"(?:it )?off|green light|get (?:going|"
    r"started)|kick (?:it )?off)"
)


def _approved(c: Context, part: Part) -> Reading | None:
    if _ASKING.match(part.text):
        return None
    if c.situation.stage == "start" or part.has(
        "(?:don't|dont|never|not|nothing|but|over|again|more|less|bit|like|about|little|if)"
    ):
        return None
    if not part.has(_GO) or (part.has(r"(?:start|begin)") and c.situation.stage not in ("brief", "board")):
        return None
    if part.only(
        "says say said objections roll rolling away go ahead proceed approve approved approval crack on fire away "
        "carry works start begin produce producing "
        "production rendering render making make video film ship sign signed off green light getting started kick it's "
        "storyboard board plan happy everything looks look sounds sound all no changes change from side with excellent "
        "brilliant wonderful awesome super amazing agreed yes lovely"
    ):
        return command("approve")
    return None


def _helped(c: Context, part: Part) -> Reading | None:
    asking = r"what (?:can|could|do|should|to) (?:i )?(?:say|do|type|ask|write)"
    if part.has(r"(?:what (?:do|would|will) you (?:need|want)|what is (?:it|there) (?:you|i) need|what (?:info\w*|"
                r"details)|"
                r"what should i (?:send|tell|give))") and part.only(
        "what info information details need needed send tell give from start begin how much first know"
    ):  # fmt: skip
        return command("help")
    if (
        "http" not in part.text
        and "learn" not in part.words
        and not any(token.norm == "@url" for token in part.tokens)
        and part.has(
            rf"(?:help|stuck|lost|confused|options|instructions|examples?|samples?|demo|{asking}|how (?:do|can) i "
            rf"(?:start|"
            rf"begin|use))"
        )
    ):
        known = (
            "help stuck lost confused options instructions what how say do type ask know don't dont understand write"
        )
        if part.only(
            known + " work works should work use does next start begin examples example sample samples "
            "demo show have see tips not"
        ):
            return command("help")
    return None


_LATE: tuple[Frame, ...] = (
    _undone,
    compared,
    returned,
    learned,
    branded,
    _produced,
    _exported,
    _board,
    _shown,
    _stopped,
    _approved,
    _helped,
)
"""In the order in which they are asked, after the rules."""


def read_early(context: Context, clause: Clause) -> Reading | None:
    """What is told so plainly that no other rule may take it for something else: rendering again, a regret, a brand."""
    part = part_of(context, clause.raw)
    if (reading := _helped(context, part)) is not None:
        return reading
    if context.board is None:
        return None
    given = (_exported, _produced) if part.has(r"(?:can|could|may) (?:i|we) (?:have|get)") else ()
    for frame in given:
        if (reading := frame(context, part)) is not None:
            return reading
    again = part.has(r"(?:again|once more|one more time|fresh|re-?render\w*)") or context.situation.stage == "draft"
    if (
        part.has(
            r"(?:re-?render\w*|render\w*|again|once "
            r"more)"
        )
        and again
    ) and (reading := _produced(context, part)) is not None:
        return reading
    site = part.has(r"(?:site|website|homepage|page|brand\w*)") and not part.has(
        r"(?:address|link|url|end|card|screen)"
    )
    if site and (reading := learned(context, part)) is not None:
        return reading
    if part.has(DRAFT_WORD) and (reading := compared(context, part)) is not None:
        return reading
    if context.situation.stage == "producing" and (reading := _stopped(context, part)) is not None:
        return reading
    if (reading := _shown(context, part)) is not None:
        return reading
    redone = re.search(
        r"\bredo\b|should ?n.?t have undone|(?:bring|put|want|get) (?:the|that|my) change back|back what i (?:just "
        r")?undid",
        context.text.lower(),
    )
    if part.has(r"und(?:o|one|id)") or (redone and part.has("(?:back|redo)")):
        return _undone(context, part)
    if part.has(r"(?:brand\w*|unbranded)") or any(part.has(re.escape(b.lower())) for b in context.situation.brands):
        return branded(context, part)
    return None


def read_late(context: Context, clause: Clause) -> Reading | None:
    """What the frames make of a clause that no pattern covers."""
    if "@quote" in {token.norm for token in clause.raw}:
        return None
    for part in parts_of(context, clause):
        for frame in _LATE:
            if (reading := frame(context, part)) is not None:
                return reading
    return None
