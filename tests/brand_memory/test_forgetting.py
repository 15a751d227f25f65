from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from brand_memory.errors import BrandBusy, UnknownBrand
from brand_memory.forgetting import finish_forgetting, forget
from brand_memory.fragments import fragments_of
from brand_memory.hashed_ngrams import HashedNgrams
from brand_memory.index_store import IndexStore
from brand_memory.memory import Memory
from brand_memory.records import BrandRecords, digests
from tests.brand_memory.made_kits import fact, kit

ROOT = Path(__file__).parents[2]
PLANTED = ("zyxomorph", "Quuxbert", "plughlight")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The brands' folder with two brands, one of which holds words that stand nowhere else, in every place."""
    records = BrandRecords(tmp_path / "home" / "brands")
    for id_, name in (("zyxomorph", "Quuxbert"), ("lumen", "Lumen")):
        with records.learning(id_) as files:
            made = kit(files, id_, name=fact(name), address=f"https://{id_}.example/")
            records.learn(made, fragments_of(made))
    records.correct("zyxomorph", "headline", "Only plughlight will do")
    records.correct("zyxomorph", "headline", "Nothing but plughlight will do")
    records.correct("zyxomorph", "never say", "plughlight")
    with Memory(records.root, HashedNgrams()) as memory:
        memory.remember("zyxomorph", "note", "Quuxbert never says plughlight twice")
        memory.remember("lumen", "note", "Never say cheap")
        assert memory.recall("zyxomorph", "plughlight")
    return records.root


def _traces(home: Path, words: tuple[str, ...]) -> list[str]:
    """Where in the home any of the words stands: in names of files and in their bytes."""
    found = []
    for path in home.rglob("*"):
        held = path.read_bytes() if path.is_file() else b""
        found += [f"{path}: {word}" for word in words if word in str(path) or word.encode() in held]
    return found


def test_nothing_of_a_forgotten_brand_is_left_on_disk(root: Path):
    records = BrandRecords(root)
    words = (*PLANTED, *digests(records.kit("zyxomorph").model_dump(mode="json")))
    shared = digests(records.kit("lumen").model_dump(mode="json"))
    assert len(_traces(root.parent, words)) > 5
    gone = forget(records, "zyxomorph")
    assert gone.complete
    assert (gone.versions, gone.files > 3, gone.memories > 5) == (4, True, True)
    assert _traces(root.parent, tuple(word for word in words if word not in shared)) == []
    assert [brand.id for brand in records.brands()] == ["lumen"]
    with Memory(root, HashedNgrams()) as memory:
        assert memory.recall("lumen", "cheap")[0].text == "Never say cheap"
        assert memory.recall("zyxomorph", "plughlight", least=-1) == ()
    with pytest.raises(UnknownBrand, match="lumen"):
        forget(records, "zyxomorph")


def test_the_vectors_of_a_forgotten_brand_go_too(root: Path):
    packed = HashedNgrams().embed(["Quuxbert never says plughlight twice"])[0].tobytes()
    pieces = [packed[at : at + 64] for at in range(0, len(packed), 64) if packed[at : at + 64].strip(b"\0")]

    def held() -> set[str]:
        files = {path.name: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        return {name for name, content in files.items() if any(piece in content for piece in pieces)}

    assert len(held()) > 1
    forget(BrandRecords(root), "zyxomorph")
    assert held() == set()


def test_a_brand_that_is_being_learned_is_not_forgotten(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("brand_memory.forgetting._PATIENCE", 0.1)
    records = BrandRecords(root)
    with records.learning("lumen"), pytest.raises(BrandBusy):
        forget(records, "lumen")
    assert records.kit("lumen")


def test_who_has_the_index_open_finishes_the_forgetting(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("brand_memory.forgetting._PATIENCE", 0.1)
    with Memory(root, HashedNgrams()) as memory:
        memory.recall("lumen", "cheap")
        assert not forget(BrandRecords(root), "zyxomorph").complete
        assert memory.recall("lumen", "cheap")[0].text == "Never say cheap"
        assert "forgotten" in memory.notes[0]
    assert _traces(root.parent, PLANTED) == []


def test_forgetting_that_was_killed_is_finished_by_the_next(root: Path):
    program = textwrap.dedent("""
        import os, signal, sys
        from pathlib import Path
        import brand_memory.forgetting as forgetting
        from brand_memory.records import BrandRecords
        forgetting.remove_folder = lambda folder: os.kill(os.getpid(), signal.SIGKILL)
        forgetting.forget(BrandRecords(Path(sys.argv[1])), "zyxomorph")
    """)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", program, str(root)], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL
    assert [brand.id for brand in BrandRecords(root).brands()] == ["lumen"]
    assert finish_forgetting(root)
    assert _traces(root.parent, PLANTED) == []


def test_an_index_that_is_owned_elsewhere_is_left_alone(root: Path):
    store = IndexStore(root)
    assert store.own(0)
    assert not IndexStore(root).remove()
    assert store.remove()
    store.disown()


def test_a_kill_while_learning_loses_nothing_that_was_confirmed(root: Path):
    records = BrandRecords(root)
    records.correct("lumen", "primary", "#123456")
    before = records.kit("lumen")
    program = textwrap.dedent("""
        import sys
        from pathlib import Path
        from brand_memory.fragments import fragments_of
        from brand_memory.kit import Palette
        from brand_memory.records import BrandRecords
        from tests.brand_memory.made_kits import colour, fact, kit, picture
        records = BrandRecords(Path(sys.argv[1]))
        for number in range(100_000):
            with records.learning("lumen") as files:
                files.keep(picture(40, 30, "red", str(number)), "stray.png", "image/png")
                shade = colour(f"#{number % 4096:03x}")
                made = kit(files, palette=Palette(primary=fact(shade), secondary=fact(shade)))
                records.learn(made, fragments_of(made))
            print(number, flush=True)
    """)
    for wanted in (1, 3, 8):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(root)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as child:
            assert child.stdout is not None
            for _ in range(wanted):
                child.stdout.readline()
            child.send_signal(signal.SIGKILL)
        now = records.kit("lumen")
        assert now.palette.primary == before.palette.primary
        assert [entry.version for entry in records.history("lumen")] == list(range(1, now.version + 1))
        files = records.files("lumen")
        for entry in records.history("lumen"):
            named = digests(records.kit("lumen", entry.version).model_dump(mode="json"))
            assert named <= files.digests()
    with records.learning("lumen") as files:
        assert files.digests() == records_needed(records)


def records_needed(records: BrandRecords) -> frozenset[str]:
    versions = [entry.version for entry in records.history("lumen")]
    return frozenset().union(*(digests(records.kit("lumen", n).model_dump(mode="json")) for n in versions))


def test_the_index_holds_no_words_of_the_process_that_writes_it(root: Path):
    with Memory(root, HashedNgrams()) as memory:
        for number in range(40):
            memory.remember("zyxomorph", "note", f"plughlight number {number} for Quuxbert")
            memory.recall("zyxomorph", f"plughlight {number}")
    assert _traces(root / "index", PLANTED) == []
