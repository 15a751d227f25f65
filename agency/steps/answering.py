"""Answering: what is said back where nothing changes: answers to questions, our own questions, small talk."""

from __future__ import annotations

from langgraph.runtime import Runtime

from agency.answers import answer_enquiry
from agency.conversation import OURS, Conversation, Room
from agency.steps.understanding import understanding

_CHAT = {
    "greeting": "Hello! Tell me what your video is about, for whom, and how long it may be, and I will make a plan.",
    "thanks": "You are welcome.",
    "praise": "Good to hear. Say `export` when you want the files, or tell me what should be different.",
    "complaint": "I am sorry. Tell me what bothers you most, and I change that first; `undo` takes back the last one.",
    "farewell": "Goodbye. Everything is kept; open this conversation again whenever you like.",
    "nonsense": "I could not make sense of that.",
}
_CAPABLE = {
    "start": "Tell me what the video is about, e.g. “30 seconds for Instagram about our new necklace”.",
    "brief": "Tell me what the video is about, e.g. “30 seconds for Instagram about our new necklace”.",
    "board": "You can change any line, the order, the voice, the music or the look, or say `go ahead`.",
    "producing": "The draft is being made; you can go on telling me what should be different.",
    "draft": "You can say e.g. “calmer music”, “swap scenes two and three”, “make the second line shorter”, or `undo`.",
}


def answer(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """Answers to every question of the message, from what really is."""
    for enquiry in understanding(state).enquiries:
        try:
            for event in answer_enquiry(enquiry, state, runtime.context):
                runtime.stream_writer(event)
        except OURS as error:
            runtime.stream_writer({"kind": "say", "text": str(error)})
    return {"todo": state["todo"][1:]}


def ask(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """One short question back; what is answered is read against it in the next turn."""
    understood = understanding(state)
    question, options = understood.question, list(understood.options)
    text = question
    if question and understood.unknown:
        text = f"{question} And I could make nothing of “{understood.unknown[0]}”."
    if not question and understood.unknown and (understood.patches or understood.commands or understood.enquiries):
        text = question = f'What should change: "{understood.unknown[0][:80]}"?'
    if not question:
        unclear = f" “{understood.unknown[0]}”" if understood.unknown else " that"
        question = f"I am not sure what to make of{unclear}. {_CAPABLE[state.get('stage', 'start')]}"
    runtime.stream_writer({"kind": "ask", "text": text or question, "options": options})
    return {"pending": {"question": question, "options": options}, "todo": state["todo"][1:]}


def chat(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """What is said where nothing changes; or a word of small talk, and what can be done next."""
    understood = understanding(state)
    if understood.said and not understood.chat:  # nothing changes, and it is said why
        runtime.stream_writer({"kind": "say", "text": understood.said})
        return {"todo": state["todo"][1:]}
    kind = understood.chat
    stage = state.get("stage", "start")
    guided = kind == "nonsense" or (kind == "greeting" and stage != "start")
    more = f" {_CAPABLE[stage]}" if guided else ""
    first = "Hello!" if kind == "greeting" and more else _CHAT.get(kind, _CHAT["nonsense"])
    runtime.stream_writer({"kind": "say", "text": first + more})
    return {"todo": state["todo"][1:]}
