"""Stories: conversations as people would hold them, written by hand; what is not said is put in by the helpers."""

from __future__ import annotations

from itertools import cycle, islice

from benchmarks.conversations.turns import Story, Turn, control, jobs, say, upload

RESTART = Turn("restart")
DONE, FAILED, STOPPED, DIED, LOST, BEGUN = (jobs(o) for o in ("finish", "fail", "stop", "die", "lose", "begin"))
LOGO, VECTOR = upload(("our logo.png", "logo.png")), upload(("brand.svg", "logo.svg"))


def _killed(text: str, *, after: float = 0.0, at: int = 0) -> Turn:
    return Turn("kill", message={"text": text}, delay=after, call=at)


def _at_once(one: str, other: str) -> Turn:
    return Turn("together", message={"text": one}, other={"text": other})


_WRITTEN: dict[str, tuple[str | Turn, ...]] = {
    "a jeweller in a hurry": ("6 seconds for Instagram about our new gold necklace", "calmer music", "go ahead",
                              DONE, "thanks!"),
    "says gold for silver": ("10 second video: our silver ring, made in Lisbon", "say gold instead of silver",
                             "undo", "redo",
                             "go ahead", STOPPED),
    "wants it all different": ("8 seconds about our bakery", "make it vertical", "no music", "bigger captions",
                               "another voice",
                               "make the background blue", "swap scenes 1 and 2", "go ahead", STOPPED, "undo",
                               STOPPED),
    "does not know what": ("hi", "what can you do?", "hm", "ok a video about my dog grooming salon", "yes", FAILED,
                           "Try again", STOPPED),
    "asks first": ("which voices do you have?", "what does it cost?", "is my data safe?", "which formats can I get?",
                   "8 seconds about our lamp Lumen", "why this colour?"),
    "undoes at the board": ("6 seconds about our lamp Lumen", "undo", "calm music", "undo", "undo", "redo", "redo"),
    "approves twice": ("6 seconds about our lamp Lumen", "go ahead", "go ahead", "yes", "go ahead", DONE),
    "exports too soon": ("export", "6 seconds about our lamp", "export as gif", "go ahead", "export srt", DONE,
                         "export", "export mp4"),
    "stops and goes on": ("6 seconds about our bikes", "go ahead", "stop", "go ahead", "stop", "stop", "go ahead",
                          DONE),
    "stops nothing": ("stop", "6 seconds about our bikes", "stop", "undo", "stop", "go ahead", "stop"),
    "changes while it renders": ("6 seconds about our lamp Lumen", "go ahead", BEGUN, "calmer music",
                                 "bigger captions", "undo", DONE),
    "asks while it renders": ("6 seconds about our lamp", "go ahead", BEGUN, "how far are you?", "how long is it?",
                              DONE),
    "loses power at the brief": (_killed("8 seconds about our lamp Lumen", after=0.03), "calmer music", RESTART,
                                 "go ahead", STOPPED),
    "loses power at every step": (_killed("8 seconds about our lamp", at=9), _killed("swap scenes 1 and 2", at=4),
                                  _killed("undo", at=5), _killed("go ahead", at=8), STOPPED),
    "loses power in an edit": ("8 seconds about our lamp, ten years of light", _killed("duplicate scene 1", at=5),
                               _killed("delete scene 2", at=6), _killed("undo", at=6), "what did you change?"),
    "loses power as it is approved": ("6 seconds about our lamp", _killed("go ahead", at=9), RESTART, DIED,
                                      "go ahead", STOPPED),
    "restarts all the time": (RESTART, "6 seconds about our lamp", RESTART, "calm music", RESTART, "undo", RESTART,
                              "go ahead",
                              RESTART, STOPPED),
    "is two people": (Turn("same_brief", message={"text": "6 seconds about our lamp Lumen"}), "calm music",
                      _at_once("make it vertical", "undo"), _at_once("go ahead", "stop")),
    "clicks and talks at once": ("6 seconds about our lamp", _at_once("go ahead", "calm music"), _at_once("undo",
                                 "undo"), STOPPED),
    "brings a script": (upload(("talk.docx", "script.docx")), "make it square", "say dawn instead of day",
                        "go ahead", STOPPED),
    "brings a script as text": (upload(("talk.txt", "script.txt"), text="this is our script"),
                                "make it 12 seconds", "undo"),
    "brings a pdf": (upload(("talk.pdf", "script.pdf")), "read me the script", "calmer music", "go ahead", STOPPED),
    "brings garbage": (upload(("talk.pdf", "garbage.pdf")), upload(("x.docx", "garbage.docx")), upload(("l.png",
                       "garbage.png")),
                       "6 seconds about our lamp", upload(("logo.png", "garbage.png")), upload(("m.mp4",
                       "garbage.mp4"))),
    "brings a logo first": (LOGO, "6 seconds about our lamp Lumen", "put the logo bottom right", "no logo", "undo"),
    "brings a logo late": ("6 seconds about our lamp", "go ahead", DONE, VECTOR, DONE, "make the logo smaller",
                           STOPPED),
    "brings a photo": ("6 seconds about our bakery", upload(("shop.jpg", "photo.jpg")), upload(("shop.jpg",
                       "photo.jpg"),
                       text="put this behind scene 1"), "undo"),
    "brings nothing": (upload(("gone.png", "missing.png")), upload(("empty.txt", "empty.txt")), upload(("e.png",
                       "empty.png")), "hello"),
    "brings a broken logo and goes on": (upload(("logo.png", "garbage.png")), "6 seconds about our lamp",
                                         "go ahead", DONE),
    "wants it longer": ("8 seconds about our lamp Lumen. It follows daylight and costs 49 euros.",
                        "make it 25 seconds",
                        "make it 45 seconds", "undo", "make it 10 seconds", "go ahead", STOPPED),
    "wants it shorter": ("20 seconds about our lamp Lumen, made in Lisbon, for designers", "make it 10 seconds",
                         "make it 6 seconds",
                         "make it 2 seconds", "undo", "undo"),
    "wants two hours": ("6 seconds about our lamp", "make it two hours long", "make it 0 seconds",
                        "make it -5 seconds", "undo"),
    "edits, then wants it longer": ("10 seconds about our lamp", control({"op": "edit_line", "line": "s1-l1",
                                    "text": "My own words."}),
                                    "make it 20 seconds", "read me the script", "make it 8 seconds"),
    "contradicts herself": ("6 seconds about tea", "make it longer and shorter", "vertical and 16:9",
                            "no music and louder music",
                            "undo and go ahead", STOPPED),
    "deletes everything": ("10 seconds about tea", "delete scene 1", "delete scene 1", "delete scene 1",
                           "delete all scenes", "undo", "undo"),
    "counts wrong": ("6 seconds about tea", "delete scene 9", "swap scenes 1 and 7", "move scene 0 to the front",
                     "how long is scene 12?"),
    "types badly": ("6 secnds abuot our lampp", "clamer musik", "mkae it vertcal", "swpa scene 1 adn 2", "udno",
                    "go ahaed"),
    "shouts": ("6 SECONDS ABOUT OUR LAMP!!!", "LOUDER MUSIC!!!", "WHY IS IT STUCK", "UNDO!!!", "THIS IS TERRIBLE",
               "OK GO"),
    "talks nonsense": ("🤪", "asdf", "", "\x00\x07", "6 seconds about tea", "🤪🤪", "scene scene scene",
                       "x" * 20_000, "undo"),
    "sends novels": ("word " * 6_000, "6 seconds about tea",
                     "and then I said " * 2_000, "calmer music " * 500, "go ahead", STOPPED),
    "writes a long brief": ("Our tea house in Porto has been open since 1921. We roast and blend by hand. " * 60,
                            "make it vertical"),
    "speaks other languages": ("Ein Video über Brot, 6 Sekunden", "我想要一个视频", "A 6 second video about bread",
                               "plus calme, la musique", "undo"),
    "tries to break in": ("<script>alert(1)</script>", "'; DROP TABLE jobs; --",
                          "6 seconds about ../../etc/passwd", "call it ../../x",
                          "export ../../x", "set the title to {{7*7}}", "go ahead", STOPPED),
    "clicks an old page": ("6 seconds about tea", control({"op": "edit_line", "line": "gone", "text": "x"}),
                           control({"op": "delete_scene", "scene": "gone"}), control({"op": "fly"}),
                           control(name="dance"),
                           control(name="go_to_draft", drafts=[3]), control(name="approve"), STOPPED),
    "works on the board": ("12 seconds about tea from Porto", control({"op": "move_scene", "scene": "s2",
                           "after": ""}),
                           control({"op": "lock_scene", "scene": "s1"}), control({"op": "delete_scene",
                           "scene": "s1"}),
                           "make all backgrounds blue", control(name="undo"), control(name="undo"),
                           control(name="approve"), STOPPED),
    "sends impossible settings": (Turn(message={"settings": {"aspect": "17:3", "voice": "nobody",
                                  "duration_seconds": "soon"}}),
                                  Turn(message={"settings": {"music": "calm", "aspect": "1:1"}}),
                                  "6 seconds about tea", "go ahead", STOPPED),
    "sends settings too short": (Turn(message={"settings": {"duration_seconds": 3.0}}),
                                 "A video about our tea house in Porto", "go ahead", STOPPED),
    "sees it fail": ("6 seconds about tea", "go ahead", FAILED, "Try again", FAILED, "undo", "calm music",
                     "go ahead", DONE),
    "sees it vanish": ("6 seconds about tea", "go ahead", LOST, "go ahead", LOST, "how far are you?", "export"),
    "sees the studio die": ("6 seconds about tea", "go ahead", DIED, "how far are you?", "stop", "go ahead", DONE),
    "compares drafts": ("6 seconds about tea", "go ahead", DONE, "calm music", DONE, "compare the drafts",
                        "back to draft 1", "show draft 1"),
    "goes back and forth": ("6 seconds about tea", "go ahead", DONE, "bigger captions", DONE, "back to draft 1",
                            DONE, "redo", "undo", STOPPED),
    "wants a brand": ("6 seconds about tea", "use the Acme brand", "acme", "no brand please",
                      "learn no-such-site.invalid", "go ahead", STOPPED),
    "names a site in the brief": ("6 seconds about our lamp, see lumen.example", "undo",
                                  "our address is lamp.example", "go ahead", STOPPED),
    "begins anew in the middle": ("6 seconds about tea", "go ahead", "a new video about coffee, 8 seconds",
                                  STOPPED, "go ahead", STOPPED, "undo"),
    "answers our questions": ("video", "tea from Porto", "make it different", "the music", "calm",
                              "delete that scene", "the last one"),
    "never answers": ("video", "", "video", "…", "video about", "no", "neither", "6 seconds about tea"),
    "is polite": ("Good morning! Could you perhaps make a short video about our tea, say 8 seconds?",
                  "Lovely, thank you",
                  "might we have calmer music, if it isn't too much trouble?", "That's perfect, please go ahead",
                  STOPPED, "goodbye"),
    "is impatient": ("6 seconds about tea", "now", "go", "faster", "hello?", "are you stuck?", STOPPED, "stop"),
    "gives many orders at once": ("10 seconds about tea",
                                  "calmer music, make it vertical, bigger captions and delete the last scene",
                                  "undo", "swap scenes 1 and 2, then go ahead", STOPPED),
    "comes back next week": ("8 seconds about tea", "go ahead", DONE, RESTART, "bye", RESTART, "hello",
                             "what did you change?",
                             "make the music calm", DONE, RESTART, "export"),
}  # fmt: skip

STORIES = tuple(
    Story(name, tuple(turn if isinstance(turn, Turn) else say(turn) for turn in turns))
    for name, turns in _WRITTEN.items()
)
"""Sixty of them."""

_FULL = (
    ("6 seconds about our lamp Lumen", "go ahead", DONE, "calmer music", DONE, "undo", DONE, "export"),
    ("6 seconds about tea, vertical", "go ahead", BEGUN, "bigger captions", DONE, "back to draft 1", DONE),
    ("8 seconds about our bakery", "swap scenes 1 and 2", "go ahead", DIED, DONE, "say bread instead of bakery", DONE),
    (upload(("talk.txt", "script.txt")), "go ahead", DONE, LOGO, DONE, "compare the drafts"),
    (
        "6 seconds about bikes, square",
        _killed("go ahead", at=7),
        DONE,
        RESTART,
        "export as gif",
        "make it 9 seconds",
        DONE,
    ),
)


def full_stories(count: int) -> list[Story]:
    """Conversations whose drafts are all made in full."""
    return [
        Story(f"full {number}", tuple(turn if isinstance(turn, Turn) else say(turn) for turn in turns), full=True)
        for number, turns in enumerate(islice(cycle(_FULL), count), 1)
    ]
