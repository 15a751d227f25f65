"""From a request to a storyboard to approve: the brief, the brand, the script, and a picture of every scene."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from langgraph.runtime import Runtime

from agency.brand_desk import brand_records
from agency.branding import known_brand, pin_brand
from agency.brief_telling import tell_brief
from agency.conversation import Conversation, Room
from agency.errors import NeedsReview
from agency.progress import StageTimes
from agency.revisions import begin_production
from agency.steps.holding import hold
from agency.uploads import read_uploads
from agency.wishes import SHORTEST_SECONDS
from agency.writing import Written, plan_source
from tools.boarding import USUAL_SECONDS
from tools.brief import Brief
from tools.edit import DoesNotFit
from tools.errors import BadInput
from tools.language import BriefRequest
from tools.manuscript import read_manuscript

LONGEST_NOTE = 500
"""Characters."""
LONGEST_WORD = 200
"""Letters; what is longer is a cat on the keyboard, and would be spoken for minutes."""
NEARER = 3
"""How often another length is tried before the words have the time that they need."""
QUESTION = "What is the video about?"


def brief(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """The brief of what was asked; where it can not be told what the video is about, one question."""
    request = " ".join(word for word in state.get("request", "").split() if len(word) <= LONGEST_WORD)
    uploads = read_uploads(state["message"].get("files", {}))
    chosen = {**state.get("settings", {}), **uploads.settings}
    for sentence in uploads.notes:
        runtime.stream_writer({"kind": "say", "text": sentence})
    if uploads.script is not None:
        return {"settings": chosen, "todo": ["recall_brand"], "brief": {}, "request": uploads.script}
    fields = {name: value for name, value in chosen.items() if name in Brief.model_fields and value}
    if known_brand(str(fields.get("brand", "")), runtime.context.settings):
        # It is pinned beside the brief; its id is nothing to read in a picture.
        del fields["brand"]
    try:
        made: Brief = runtime.context.desk.engine("language").complete(BriefRequest(request, fields), Brief)
    except BadInput as unclear:
        runtime.stream_writer({"kind": "ask", "text": str(unclear) if request else QUESTION, "options": []})
        return {"stage": "brief", "settings": chosen, "pending": {"question": QUESTION, "options": []}, "todo": []}
    return {
        "settings": chosen,
        "brief": made.model_dump(mode="json", by_alias=True),
        "todo": ["recall_brand", *state["todo"][1:]],
    }


def recall_brand(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """The brand that the brief names or that was chosen before, where we know it; what is known is said."""
    settings = runtime.context.settings
    named = [state.get("settings", {}).get("brand", ""), state.get("brief", {}).get("brand", "")]
    named += [state.get("brief", {}).get("address", ""), state.get("brand", "")]
    for name in filter(None, named):
        if pinned := known_brand(name, settings):
            if pinned.id != state.get("brand"):
                runtime.stream_writer({"kind": "brand", "brand": pinned.id, "version": pinned.version})
            return _understood(pinned.id, state, runtime)
    return _understood("", state, runtime)


def _understood(brand: str, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """Say what was understood before it is planned, which takes a moment."""
    if state.get("brief"):
        name = brand_records(runtime.context.settings).kit(brand).name.value if brand else ""
        text = tell_brief(Brief.model_validate(state["brief"]), state.get("settings", {}), name)
        runtime.stream_writer({"kind": "say", "text": text})
    return {"brand": brand, "todo": ["write", *state["todo"][1:]]}


def write(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """The script and the storyboard, spoken once so that its length is true; a production begins with them."""
    room = runtime.context
    source: Any = read_manuscript(state["request"], markdown=True)
    if state.get("brief"):
        source = Brief.model_validate(state["brief"])
    said = {name: value for name, value in state.get("settings", {}).items() if value and name != "brand"}
    if state.get("brand"):
        said["brand"] = state["brand"]
    runtime.stream_writer({"kind": "progress", "text": "Writing the script and reading it aloud …"})
    try:
        written = _planned(source, pin_brand(said, source, room.settings), runtime)
    except NeedsReview as reason:
        return hold(reason, "write", state, runtime)
    note = " ".join(state.get("request", "")[:LONGEST_NOTE].split())
    # Its own for each message: who asks for the same in another conversation gets another production.
    work = begin_production(room.home, written, note, owner=state["message"]["id"])
    for sentence in dict.fromkeys(written.notes):
        runtime.stream_writer({"kind": "say", "text": sentence})
    return {"production": work.id, "stage": "board", "focus": [], "held": {}, "todo": ["board", *state["todo"][1:]]}


def _planned(source: Any, said: dict[str, Any], runtime: Runtime[Room]) -> Written:  # noqa: ANN401  (a source)
    """The plan, at the length that was asked for, or at the nearest whole second that its words can be said in."""
    room = runtime.context
    for _ in range(NEARER):
        try:
            return plan_source(source, said, room.desk, StageTimes())
        except DoesNotFit as misfit:
            asked = said.get("duration_seconds") or getattr(source, "duration_seconds", None) or USUAL_SECONDS
            nearest = asked + misfit.too_long_seconds - misfit.too_short_seconds
            nearest = float(ceil(nearest) if misfit.too_long_seconds else max(SHORTEST_SECONDS, floor(nearest)))
            runtime.stream_writer({"kind": "say", "text": f"{misfit} I have planned {nearest:g} s for now."})
            said = {**said, "duration_seconds": nearest}
    return plan_source(source, {**said, "duration_seconds": None}, room.desk, StageTimes())


def board(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """The storyboard to look at, with a still of every scene, and the question whether to go ahead."""
    runtime.stream_writer({"kind": "board", "production": state["production"], "changed": []})
    text = "This is the plan. Change what you like, in words or on the board; then say `go ahead`."
    runtime.stream_writer({"kind": "ask", "text": text, "options": ["Go ahead"]})
    return {"pending": {"question": "approve", "options": ["Go ahead"]}, "todo": state["todo"][1:]}
