"""Phrasing: a patch or a command as the plainest message that means it, for what was understood and for options."""

from __future__ import annotations

from pathlib import PurePath

from tools.language.notes.catalogues import word_of
from tools.language.notes.colouring import hue_name
from tools.language.notes.context import Context
from tools.language.notes.phrasing_contents import phrased_content
from tools.notes import Command
from tools.patches import Patch

_SHAPES = {"9:16": "vertical", "16:9": "landscape", "1:1": "square", "4:5": "4:5"}


def phrased(c: Context, patch: Patch) -> str:
    """What a client would say to get `patch`, from the storyboard as it is."""
    op = patch.op
    scene = getattr(patch, "scene", "")
    number = c.number(scene) if isinstance(scene, str) and scene else 0
    place = f"scene {number}" if number else "the new scene"
    if patch.op == "set_duration":
        return "Let it take as long as it needs" if patch.seconds is None else f"Make it {patch.seconds:g} seconds long"
    if patch.op == "set_speed":
        return f"Speak at {patch.speed:g}x speed"
    if patch.op == "set_format":
        words = [_SHAPES.get(patch.aspect or "", ""), patch.resolution or "", f"{patch.fps} fps" if patch.fps else ""]
        return f"Make it {' and '.join(word for word in words if word)}"
    if patch.op == "set_avatar":
        return f"Use the presenter {_name(c, 'avatar', patch.avatar)}"
    if patch.op == "set_voice":
        return f"Use the voice {_name(c, 'voice', patch.voice)}"
    if patch.op == "set_music":
        if patch.mood == "none":
            return "No music"
        if patch.mood:
            return f"Use the {word_of(_name(c, 'music', patch.mood))} music{_music_traits(patch)}"
        if patch.file:
            return f"Use {PurePath(patch.file).name} as the music"
        if patch.energy or patch.tempo:
            first = f"Make the music's {'drive' if patch.energy else 'tempo'} {patch.energy or patch.tempo}"
            return first + _music_traits(patch, told="energy" if patch.energy else "tempo")
        return f"Set the music to {patch.gain or 0:+g} dB"
    if patch.op == "set_background":
        return f"Use the {patch.background.family or 'given'} background{f' in {place}' if patch.scene else ''}"
    if patch.op == "set_colour":
        return (
            f"Make the {'main' if patch.role == 'primary' else patch.role} colour {patch.colour} "
            f"({hue_name(patch.colour)})"
            if patch.colour
            else f"Choose the {patch.role} colour automatically"
        )
    if patch.op == "set_dark":
        return "Use a dark background" if patch.dark else "Use a light background"
    if patch.op == "set_typeface":
        return f"Use {patch.family or 'our own typeface'} for the {'headings' if patch.role == 'heading' else 'text'}"
    if patch.op == "set_logo":
        if patch.file == "":
            return "Remove the logo"
        return (
            f"Put the logo {patch.place}"
            if patch.place
            else f"Make the logo {patch.size}"
            if patch.size
            else "Use that logo"
        )
    if patch.op == "set_captions":
        if patch.burned is not None:
            return "Captions on" if patch.burned else "Captions off"
        if patch.style is not None or patch.speakers is not None:
            return f"Captions in the {patch.style} style" if patch.style else "Captions that say who speaks"
        return (
            f"Put the captions at the {patch.place}"
            if patch.place
            else f"Make the captions {patch.size}"
            if patch.size
            else "Captions as a file"
        )
    if patch.op == "set_transition":
        named = {"cut": "hard cuts", "dissolve": "dissolves", "push": "pushes", "wipe": "wipes", "whip": "whips"}
        kind = f"Use {named.get(patch.transition, patch.transition.replace('_', ' ') or 'the usual transition')}"
        return f"{kind} into {place}" if patch.scene else kind
    if patch.op == "edit_line":
        return f'Change {c.spoken_of_line(patch.line)} to "{patch.text}"'
    if patch.op == "delete_line":
        return f"Delete {c.spoken_of_line(patch.line)}"
    if patch.op == "replace_words":
        return f'Replace "{patch.old}" with "{patch.new}"' + (f" in {place}" if patch.scene else "")
    if patch.op == "add_line":
        return f'Add the line "{patch.line.text}" to {place}'
    if patch.op == "set_heading":
        if patch.heading is None:
            return (
                f'Change the subtitle of {place} to "{patch.subtitle}"'
                if patch.subtitle
                else f"Remove the subtitle of {place}"
            )
        return (
            f'Change the heading of {place} to "{patch.heading}"' if patch.heading else f"Remove the heading of {place}"
        )
    if patch.op == "insert_scene":
        where = f" after scene {c.number(patch.after)}" if patch.after else " at the start"
        return f'Add a scene{where} saying "{" ".join(line.text for line in patch.scene.lines)}"'
    if patch.op == "move_scene":
        return f"Move {place} after scene {c.number(patch.after)}" if patch.after else f"Move {place} to the start"
    if patch.op == "swap_scenes":
        return f"Swap scenes {c.number(patch.first)} and {c.number(patch.second)}"
    if patch.op == "merge_scenes":
        return f"Merge scenes {c.number(patch.first)} and {c.number(patch.second)}"
    if patch.op == "split_scene":
        return f"Split {place} after {c.spoken_of_line(patch.after).split(' of ')[0]}"
    if patch.op == "lock_scene":
        return f"{'Lock' if patch.locked else 'Unlock'} {place}"
    if patch.op == "set_hold":
        return f"Hold {place} for {patch.seconds:g} seconds"
    if patch.op == "set_layout":
        kinds = {"title": "a title scene", "presenter": "a presenter scene", "end_card": "an end card"}
        return f"Make {place} {kinds.get(patch.layout, patch.layout)}"
    if patch.op == "set_end_card":
        if patch.call_to_action:
            return f'Change the call to action to "{patch.call_to_action}"'
        if patch.qr is not None:
            return "Add a QR code to the end card" if patch.qr else "No QR code"
        if patch.address:
            return f"Put {patch.address} on the end card"
        return (
            f'Change the headline of the end card to "{patch.headline}"'
            if patch.headline
            else "Remove that from the end card"
        )
    if patch.op == "set_presenter":
        strap = ", ".join(one for one in (patch.name, patch.role) if one)
        role = f'Change the role to "{patch.role}"' if patch.role else "Take the role off the name strap"
        return f'Change the name strap to "{strap}"' if patch.name is not None else role
    if patch.op == "set_pronunciation":
        return f'Pronounce "{patch.word}" as "{patch.said}"'
    if patch.op == "set_title":
        return f'Rename the video to "{patch.title}"'
    verbs = {"delete_scene": "Delete", "duplicate_scene": "Duplicate"}
    if op in verbs:
        return f"{verbs[op]} {place}"
    if patch.op == "set_part":
        return f"Use that film as the {patch.part}" if patch.film else f"Remove the {patch.part} film"
    return "Give me another variation" if op == "set_seed" else _phrased_sound(c, patch) or op.replace("_", " ")


def _music_traits(patch: Patch, *, told: str = "") -> str:
    """What is asked of the music besides what was told of it first: `, tempo slow, -3 dB`."""
    named = [("drive", "energy"), ("tempo", "tempo")]
    parts = [f"{word} {getattr(patch, key)}" for word, key in named if key != told and getattr(patch, key, None)]
    gain = getattr(patch, "gain", None)
    return "".join(f", {part}" for part in [*parts, *([f"{gain:+g} dB"] if gain is not None else [])])


def _phrased_sound(c: Context, patch: Patch) -> str:
    """A change of how something is spoken or heard, in words; empty for any other."""
    if patch.op == "set_delivery":
        where = f" in scene {c.number(patch.scene)}" if patch.scene else ""
        where = where or (f" in {c.spoken_of_line(patch.line)}" if patch.line else "")
        if patch.emotion is not None:
            pace = f", at {patch.speed:g} times the pace" if patch.speed is not None else ""
            return f"Speak {patch.emotion or 'as usual'}{where}{pace}"
        if patch.pitch is not None:
            return f"Set the pitch to {patch.pitch:+g} half-tones{where}"
        return f"Speak at {patch.speed or 1:g} times the pace{where}"
    if patch.op == "set_pause":
        side, seconds = ("before", patch.before) if patch.before is not None else ("after", patch.after)
        return f"Pause {seconds or 0:g} seconds {side} {c.spoken_of_line(patch.line)}"
    if patch.op == "set_emphasis":
        if patch.pause is not None:
            return f'Pause {patch.pause:g} seconds after "{patch.words}"'
        return f'Do not stress "{patch.words}"' if patch.emphasis == "" else f'Stress "{patch.words}"'
    if patch.op == "set_loudness":
        return f"Mix it for {_HEARD[patch.preset]}"
    if patch.op == "set_narration":
        return f"Use {PurePath(patch.file).name} as the voice" if patch.file else "Use the built-in voice"
    if patch.op == "set_scene_sound":
        place = f"scene {c.number(patch.scene)}"
        if patch.sound is not None:
            return f"Add a {patch.sound} to {place}" if patch.sound else f"No sound at the start of {place}"
        return f"Set the music to {patch.music_gain or 0:+g} dB in {place}"
    if patch.op == "set_framing":
        return f"Show the presenter as {(patch.framing or 'usual').replace('_', ' ')}"
    return _phrased_picture(c, patch)


def _phrased_picture(c: Context, patch: Patch) -> str:
    """A change of the design or of how the presenter is shown, in words; empty for any other."""
    scene = getattr(patch, "scene", "")
    where = f" in scene {c.number(scene)}" if scene else ""
    if patch.op == "set_look":
        return f"Use the {patch.look or 'plain'} look"
    if patch.op == "set_performance_style":
        return f"Use the {patch.style or 'usual'} performance style{where}"
    if patch.op == "set_presenter_place":
        return "No presenter" + where if patch.place == "none" else f"Put the presenter {patch.place or 'back'}{where}"
    if patch.op == "set_disclosure":
        return "No AI label" if patch.disclosure == "off" else "Show the AI label"
    return phrased_content(c, patch)


_HEARD = {"web": "the web", "podcast": "a podcast", "ebu": "EBU broadcast", "atsc": "American television"}


def phrased_command(command: Command) -> str:
    """What a command does, in words."""
    drafts = " and ".join(map(str, command.drafts))
    return {
        "undo": "Undo the last change",
        "redo": "Redo it",
        "go_to_draft": f"Go back to draft {drafts}",
        "compare": f"Compare drafts {drafts}",
        "export": f"Export{f' as {command.value}' if command.value else ''}",
        "approve": "Approved",
        "produce": "Make the video",
        "stop": "Stop",
        "show_storyboard": "Show the storyboard",
        "show_draft": "Show the draft",
        "new_production": "A new video",
        "learn_brand": f"Learn {command.value}",
        "use_brand": f"Use the {command.value} brand",
        "help": "Help",
    }[command.name]


def _name(c: Context, kind: str, id_: str) -> str:
    return next((k.name.split(",")[0] for k in c.situation.catalogues.get(kind, ()) if k.id == id_), id_)
