from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brand_memory.errors import BrandError
from brand_memory.fragments import KINDS, fragments_of
from brand_memory.hashed_ngrams import HashedNgrams
from brand_memory.index_store import IndexStore
from brand_memory.memory import Memory
from brand_memory.records import BrandRecords
from tests.brand_memory.made_kits import kit

ROOT = Path(__file__).parents[2]
NOTES = ("Never say cheap", "The founder hates stock photos of handshakes", "Prices always with VAT")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The brands' folder, with one brand learned and some notes to it."""
    records = BrandRecords(tmp_path / "brands")
    with records.learning("lumen") as files:
        made = kit(files)
        records.learn(made, fragments_of(made))
    return records.root


def _memory(root: Path, tenant: str = "local", patience: float = 0.0) -> Memory:
    return Memory(root, HashedNgrams(), tenant, patience)


def _remember(root: Path) -> None:
    with _memory(root) as memory:
        for note in NOTES:
            memory.remember("lumen", "note", note)


def test_what_was_said_and_read_is_found_by_other_words(root: Path):
    _remember(root)
    with _memory(root) as memory:
        note = memory.recall("lumen", "is it cheap?", ["note"])[0]
        picture = memory.recall("lumen", "lamps in the morning", ["imagery"])[0]
        text = memory.recall("lumen", "repairs", ["text"])[0]
        assert memory.recall("lumen", "zebra crossing") == ()
        assert memory.notes == ()
    assert (note.text, note.kind) == ("Never say cheap", "note")
    assert note.why.startswith("shares “cheap”; a note of the client's of 20")
    assert picture.text == "A desk lamp in morning light"
    assert text.source.page == "https://lumen.example/"
    assert "visible text on https://lumen.example/" in text.why


def test_the_index_finds_what_looking_at_each_one_finds(root: Path):
    _remember(root)
    query = "calm light for prices and repairs"
    with _memory(root) as memory:
        indexed = memory.recall("lumen", query, k=8)
        assert memory._client is not None
    with IndexStoreHeld(root), _memory(root) as memory:
        direct = memory.recall("lumen", query, k=8)
        assert "open in another program" in memory.notes[0]
    assert indexed == direct
    assert len(indexed) > 3


class IndexStoreHeld:
    """The index, owned by somebody else during the block."""

    def __init__(self, root: Path) -> None:
        self.store = IndexStore(root)

    def __enter__(self) -> None:
        assert self.store.own(0)

    def __exit__(self, *raised: object) -> None:
        self.store.disown()


def test_a_second_process_adds_and_the_owner_finds_it(root: Path):
    with _memory(root) as owner:
        assert owner.recall("lumen", "handshakes") == ()
        with _memory(root) as other:
            other.remember("lumen", "note", NOTES[1])
            assert other.recall("lumen", "handshakes")[0].text == NOTES[1]
            with pytest.raises(BrandError, match="open in another program"):
                other.rebuild()
        assert owner.recall("lumen", "handshakes")[0].text == NOTES[1]
        assert owner.notes == ()


@pytest.mark.parametrize("damage", ["garbage", "gone", "emptied", "died", "vectors lost"])
def test_a_damaged_index_is_made_anew(root: Path, damage: str):
    _remember(root)
    with _memory(root) as memory:
        memory.recall("lumen", "cheap")
    store = IndexStore(root)
    if damage == "garbage":
        (store.folder / "chroma.sqlite3").write_bytes(b"not a database " * 999)
    elif damage == "gone":
        shutil.rmtree(store.folder)
    elif damage == "emptied":
        (store.folder / "chroma.sqlite3").unlink()
    elif damage == "died":
        (store.root / "opening").touch()
    else:
        db = sqlite3.connect(store.folder / "chroma.sqlite3")
        db.execute("DELETE FROM embeddings")
        db.commit()
        db.close()
    with _memory(root) as memory:
        assert memory.recall("lumen", "cheap")[0].text == NOTES[0]
        assert memory._client is not None
        assert memory.rebuild() == len(fragments_of(BrandRecords(root).kit("lumen"))) + len(NOTES)
        assert memory.recall("lumen", "cheap")[0].text == NOTES[0]


def test_without_the_library_it_is_found_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch):
    _remember(root)
    monkeypatch.setitem(sys.modules, "chromadb", None)
    with _memory(root) as memory:
        assert memory.recall("lumen", "cheap")[0].text == NOTES[0]
        assert "index can not be used" in memory.notes[0]


def test_long_texts_are_remembered_in_passages_and_the_same_once(root: Path):
    with _memory(root) as memory:
        script = "\n\n".join(" ".join(f"Sentence {n} of part {part}." for n in range(60)) for part in range(3))
        ids = memory.remember("lumen", "script", script)
        assert len(ids) > 3
        assert memory.remember("lumen", "script", script) == ids
        assert len(memory.recall("lumen", "sentence of part 2", ["script"], k=50)) == len(ids)
        with pytest.raises(BrandError, match="nothing to remember"):
            memory.remember("lumen", "note", " \u200b ")
        with pytest.raises(BrandError, match="No brand"):
            memory.remember("nobody", "note", "x")


def test_learning_again_replaces_what_was_read_and_keeps_what_was_said(root: Path):
    _remember(root)
    records = BrandRecords(root)
    with records.learning("lumen") as files:
        made = kit(files, products=())
        records.learn(made, fragments_of(made))
    with _memory(root) as memory:
        assert all("Lumen One" not in one.text for one in memory.recall("lumen", "lamp that follows daylight", k=20))
        assert len(memory.recall("lumen", " ".join(NOTES), ["note"], k=20)) == 3


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    owned=st.lists(
        st.tuples(
            st.sampled_from(["local", "studio", "local-2"]),
            st.sampled_from(["lumen", "orbit"]),
            st.sampled_from(KINDS),
            st.sampled_from(["warm light", "light and warm", "never say cheap", "cheap lights"]),
        ),
        max_size=12,
    )
)
def test_nobody_recalls_what_belongs_to_another(tmp_path_factory: pytest.TempPathFactory, owned):
    root = tmp_path_factory.mktemp("tenants")
    tenants, brands = ("local", "studio", "local-2"), ("lumen", "orbit")
    for tenant in tenants:
        records = BrandRecords(root, tenant)
        for brand in brands:
            with records.learning(brand) as files:
                records.learn(kit(files, brand))
    for tenant, brand, kind, text in owned:
        with _memory(root, tenant) as memory:
            memory.remember(brand, kind, text)
    for tenant in tenants:
        with _memory(root, tenant) as memory:
            for brand in brands:
                found = {(one.kind, one.text) for one in memory.recall(brand, "warm cheap light", k=99, least=-1)}
                assert memory._client is not None
                assert found == {(kind, text) for t, b, kind, text in owned if (t, b) == (tenant, brand)}


def test_a_kill_while_remembering_loses_nothing_that_was_acknowledged(root: Path):
    program = textwrap.dedent("""
        import sys
        from pathlib import Path
        from brand_memory.hashed_ngrams import HashedNgrams
        from brand_memory.memory import Memory
        memory = Memory(Path(sys.argv[1]), HashedNgrams())
        for number in range(100_000):
            memory.remember("lumen", "note", f"Note number {number} of the client")
            print(number, flush=True)
            if number % 5 == 0:
                memory.recall("lumen", f"note number {number}")
    """)
    with subprocess.Popen(
        [sys.executable, "-c", program, str(root)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as child:
        assert child.stdout is not None
        acknowledged = [int(child.stdout.readline()) for _ in range(23)]
        child.send_signal(signal.SIGKILL)
        acknowledged += [int(line) for line in child.stdout if line.endswith("\n")]
    with _memory(root) as memory:
        for number in (0, acknowledged[-1] // 2, acknowledged[-1]):
            assert memory.recall("lumen", f"Note number {number} of the client")[0].score > 0.999
        held = memory.recall("lumen", "note of the client", ["note"], k=10_000, least=-1)
    assert len(held) >= len(acknowledged)
