"""Storyboards that nobody would write: each is made, or refused in one sentence that names the scene and the field."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renderers.looks import LOOKS
from tools.errors import BadInput
from tools.json_documents import read_document
from tools.layouts import LAYOUT_KINDS

MEMORY = 1_000_000
"""Kilobytes that a whole process may take which makes nothing but these storyboards."""

PATIENCE = 120.0
"""Seconds after which a storyboard of a few lines counts as hung."""

WORDS = st.sampled_from(
    [
        "Hello.",
        "Why?",
        "42",
        "€3.50",
        "a" * 60,
        "…",
        "—",
        "\u202e",
        "שלום",
        "你好",
        "🎉",
        "\x00",
        "<b>",
        "{}",
        "\n",
        " ",
    ]
)
TEXT = st.lists(WORDS, max_size=6).map(" ".join)
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.just([]),
    st.just({}),
    st.just("x" * 5000),
)
ENTRIES = st.lists(st.fixed_dictionaries({"text": TEXT}, optional={"detail": WORDS}), max_size=12)
CONTENT = st.fixed_dictionaries(
    {},
    optional={
        "entries": ENTRIES,
        "sides": st.lists(st.fixed_dictionaries({"title": WORDS, "entries": ENTRIES.map(lambda e: e[:8])}), max_size=2),
        "value": WORDS.map(lambda text: text[:40]),
        "label": WORDS,
        "quote": TEXT.map(lambda text: text[:400]),
        "author": WORDS,
        "name": WORDS,
        "price": WORDS.map(lambda text: text[:40]),
        "chart": st.sampled_from(["bars", "line", "donut"]),
        "data": st.lists(st.fixed_dictionaries({"label": WORDS, "value": st.floats(-1e12, 1e12)}), max_size=24),
        "unit": st.sampled_from(["", "%", "€"]),
        "text": TEXT,
        "device": st.sampled_from(["browser", "phone", "code"]),
        "note": WORDS,
    },
)
SCENE = st.fixed_dictionaries(
    {"layout": st.sampled_from([*(name for name in LAYOUT_KINDS if name != "clip"), "presenter", "end_card"])},
    optional={
        "content": CONTENT,
        "presenter_place": st.sampled_from(["", "left", "right", "centre", "circle", "none"]),
        "heading": TEXT,
        "subtitle": TEXT,
        "lines": st.lists(TEXT, max_size=2),
        "transition": st.sampled_from(["", "cut", "dissolve", "push", "wipe", "match_scale", "whip"]),
        "hold_seconds": st.floats(0, 3),
        "background": st.fixed_dictionaries({"family": st.sampled_from(["", "aurora", "dark waves", "nonsense"])}),
    },
)
STORYBOARD = st.fixed_dictionaries(
    {
        "scenes": st.lists(SCENE, min_size=1, max_size=4),
        "resolution": st.just("540p"),
        "voice": st.just("english-male-4"),
    },
    optional={
        "aspect": st.sampled_from(["16:9", "9:16", "1:1", "4:5"]),
        "fps": st.sampled_from([24, 25, 30, 50, 60]),
        "music": st.sampled_from(["", "calm", "sad bagpipes"]),
        "captions": st.lists(st.sampled_from(["burned", "sidecar"]), max_size=2),
        "duration_seconds": st.floats(1, 40),
        "end_card": st.fixed_dictionaries({"call_to_action": WORDS, "address": WORDS}),
        "look": st.fixed_dictionaries(
            {"primary": st.sampled_from(["#000000", "#ffffff", "#ff0000", "#808080"])},
            optional={"direction": st.sampled_from(["", *LOOKS])},
        ),
        "seed": st.integers(0, 2**31 - 1),
    },
)


class Workshop:
    """A process of its own: the memory it takes is the storyboards', not that of tests run before."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "benchmarks.made_or_refused"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def make(self, document: Any, folder: Path) -> tuple[str, int]:
        """What refused the document, and the kilobytes taken so far. What hangs is killed, which ends its output."""
        assert self.process.stdin is not None and self.process.stdout is not None
        patience = threading.Timer(PATIENCE, self.process.kill)
        patience.start()
        try:
            print(json.dumps({"document": document, "folder": str(folder)}), file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        finally:
            patience.cancel()
        assert answer, f"it hung or died: {document}"
        told = json.loads(answer)
        return told["said"], told["memory"]


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    made = Workshop()
    with made.process:
        yield made
        assert made.process.stdin is not None
        made.process.stdin.close()


def places(value: Any, path: str = "") -> list[tuple[Any, Any, str]]:
    """Every place in a document, as what holds it, the key there, and the path as a person would write it."""
    found: list[tuple[Any, Any, str]] = []
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            own = f"{path}[{key}]" if isinstance(value, list) else f"{path}.{key}".lstrip(".")
            found += [(value, key, own), *places(value[key], own)]
    return found


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(document=STORYBOARD)
def test_every_storyboard_of_the_right_shape_is_made_or_refused(
    document: Any, workshop: Workshop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    said, memory = workshop.make(document, tmp_path_factory.mktemp("fuzz"))
    assert said.count("\n") == 0 and (not said or 20 < len(said) < 400), said
    assert memory < MEMORY


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(document=STORYBOARD, junk=JUNK, data=st.data())
def test_junk_in_any_field_is_refused_by_its_path_or_does_no_harm(
    document: Any, junk: Any, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    holder, key, path = data.draw(st.sampled_from(places(document)))
    holder[key] = junk
    try:
        read_document(json.dumps(document), "storyboard.json")
    except BadInput as refusal:
        said = str(refusal)
        assert said.startswith("storyboard.json: `") and said.count("\n") == 0, said
        named = said.split("`")[1]
        assert named.startswith(path) or path.startswith(named), (path, said)
