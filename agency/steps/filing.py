"""Filing: uploads that came without words are put where such files belong; where that is not clear, it is asked."""

from __future__ import annotations

import re

from langgraph.runtime import Runtime

from agency.conversation import Conversation, Room
from agency.revisions import current
from agency.uploads import has_script, read_uploads
from tools.notes import Understanding
from tools.patches import InsertScene, Patch, SetBackground, SetLogo, SetMusic
from tools.scene_contents import SceneContent
from tools.sound_patches import SetNarration
from tools.storyboard import BackgroundChoice, Scene, Storyboard


def take_files(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """What the files of this message are for: a script begins a video, a logo is set, a picture stands behind all."""
    files = state["message"].get("files", {})
    stage = state.get("stage", "start")
    if stage in ("start", "brief"):
        if has_script(files) or state.get("request", "").strip():
            return {"todo": ["brief"]}
        found = read_uploads(files)
        for sentence in found.notes:
            runtime.stream_writer({"kind": "say", "text": sentence})
        if found.charts:
            text = "Give me the table again once the storyboard is there: it then becomes a scene of its own."
            runtime.stream_writer({"kind": "say", "text": text})
        runtime.stream_writer({"kind": "ask", "text": "What is the video about?", "options": []})
        kept = {**state.get("settings", {}), **found.settings}
        taken = found.settings.values()
        waiting = {
            name: path for name, path in files.items() if path not in taken and not path.lower().endswith(".csv")
        }
        return {
            "settings": kept,
            "files": {**state.get("files", {}), **waiting},
            "pending": {"question": "What is the video about?", "options": []},
            "todo": [],
        }
    if has_script(files):
        runtime.stream_writer(
            {
                "kind": "say",
                "text": "That is another script, so it becomes another video: begin a new conversation with it, or "
                "paste the lines here that should be different.",
            }
        )
        return {"todo": []}
    found = read_uploads(files)
    patches: list[Patch] = []
    if logo := found.settings.get("logo"):
        patches.append(SetLogo(file=logo))
    if picture := found.settings.get("background"):
        patches.append(SetBackground(background=BackgroundChoice(picture=picture)))
    if spoken := found.settings.get("narration"):
        patches.append(SetNarration(file=spoken))
    if track := found.settings.get("music_file"):
        patches.append(SetMusic(file=track))
    if found.charts:
        board = current(runtime.context.home, state["production"]).storyboard
        patches += [_chart_scene(board, name, content) for name, content in found.charts.items()]
    if not patches:
        for sentence in found.notes:
            runtime.stream_writer({"kind": "say", "text": sentence})
        # A message to come may say what they are for.
        return {"files": {**state.get("files", {}), **files}, "todo": []}
    understood = Understanding(patches=tuple(patches))
    return {"understanding": understood.model_dump(mode="json", by_alias=True), "todo": ["patch"]}


def _chart_scene(board: Storyboard, name: str, content: SceneContent) -> InsertScene:
    """A scene that shows the values of the file `name`, before whatever closes the video."""
    spoken = [scene for scene in board.scenes if scene.layout != "end_card" and scene.part != "closing"]
    after = spoken[-1] if spoken else board.scenes[-1]
    heading = " ".join(re.sub(r"[_-]+", " ", name).split())
    made = Scene(
        id="chart",
        layout="chart",
        heading=f"{heading[:1].upper()}{heading[1:]}"[:300],
        content=content,
        background=after.background if not after.background.picture else BackgroundChoice(),
    )
    return InsertScene(after=after.id, scene=made)
