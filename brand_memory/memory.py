"""The memory: what was read, said and made for a brand, found again by words. SQL is the truth, Chroma its index.

The index belongs to one process at a time, holds vectors and no words, and is made anew from SQL wherever it is missing
or damaged. Without it the same is found more slowly. Colours and typefaces are never looked up by likeness: they are
read from the kit by their key.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from brand_memory.corrections import A_PERSON, now
from brand_memory.embedding import Embedder, identity_hash
from brand_memory.errors import BrandError
from brand_memory.forgetting import finish_forgetting
from brand_memory.fragments import KINDS, Fragment, FragmentKind, fragment_id, insert, passages
from brand_memory.index_store import IndexStore, blank_memory
from brand_memory.kit import Evidence
from brand_memory.naming import LOCAL, check_tenant
from brand_memory.recollections import Recollection, Rows
from brand_memory.records import DATABASE
from brand_memory.tables import opened, transaction

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

LEAST = 0.1
"""The score below which nothing is recalled: unrelated texts of the hashed embedder stay under it."""
_WIDER = 4
"""How many times as many as asked for are taken from the index, which is approximate, and then scored exactly."""
_SAMPLE = 5
_BATCH = 2000
_SAME = 1e-3


class _Damaged(Exception):
    """The index does not hold what it should."""


class Memory:
    """The memories of one tenant under `root`. `notes` says what a person should know of how they are searched.

    A second process waits `patience` seconds for the index and then searches without it.
    """

    def __init__(self, root: Path, embedder: Embedder, tenant: str = LOCAL, patience: float = 3.0) -> None:
        self.root = root
        self.tenant = check_tenant(tenant)
        self.embedder = embedder
        self.notes: tuple[str, ...] = ()
        self._patience = patience
        self._guard = threading.RLock()
        self._closing = contextlib.ExitStack()
        db = self._closing.enter_context(opened(root / DATABASE))
        self._db = db
        self._rows = Rows(db, self.tenant, embedder)
        self._store = IndexStore(root)
        self._client: ClientAPI | None = None
        self._collections: dict[FragmentKind, Collection] = {}
        # What Chroma writes may hold bytes of this process's memory that it never set, so also words that were read
        # before they were forgotten: an index is made anew only by a process that never knew them.
        self._retired = False
        self._held: dict[FragmentKind, Counter[str]] = {}
        self._seen: int | None = None

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let other processes have the index."""
        with self._guard:
            self._close_index()
            self._store.disown()
            self._closing.close()

    def remember(self, brand: str, kind: FragmentKind, text: str, source: Evidence | None = None) -> tuple[str, ...]:
        """The ids of what is now remembered: long texts in passages, the same words once.

        Kept for good when this returns. Raises `BrandError` where there are no words or the brand is not known.
        """
        where = source or Evidence(page=A_PERSON, seen_at=now())
        kept = [Fragment(kind=kind, text=passage, source=where) for passage in passages(text)]
        if not kept:
            raise BrandError("There is nothing to remember in an empty text.")
        ids = [fragment_id(self.tenant, brand, kind, fragment.text) for fragment in kept]
        with self._guard:
            with transaction(self._db):
                known = self._db.execute("SELECT 1 FROM brands WHERE tenant = ? AND id = ?", (self.tenant, brand))
                if known.fetchone() is None:
                    raise BrandError(f"No brand is called {brand!r}, so that nothing can be remembered of it.")
                for id_, fragment in zip(ids, kept, strict=True):
                    insert(self._db, self.tenant, brand, id_, fragment, now(), learned=False)
            # The index may lie behind; it is looked at again with the next question.
            self._seen = None
        return tuple(ids)

    def recall(
        self, brand: str, query: str, kinds: Sequence[FragmentKind] = KINDS, k: int = 5, least: float = LEAST
    ) -> tuple[Recollection, ...]:
        """At most `k` memories of a brand that are like `query`, the most alike first; each says why it came up."""
        if not query.strip() or k < 1:
            return ()
        with self._guard:
            self._prepare()
            vector = self.embedder.embed([query])[0]
            ids: list[str] = []
            if self._client is not None:
                try:
                    with blank_memory():
                        ids = self._nearest(vector, brand, kinds, k * _WIDER)
                except BaseException as error:
                    self._give_up(error)
            if self._client is None:
                ids = self._rows.nearest(vector, brand, kinds, k)
            return self._rows.told(ids, brand, kinds, query, vector, k, least)

    def rebuild(self) -> int:
        """How many memories the index holds, made anew from SQL. Raises `BrandError` where another process owns it."""
        with self._guard:
            if not self._store.own(self._patience):
                raise BrandError(f"{self._owned_elsewhere()} Close it and rebuild then.")
            self._close_index()
            self._store.remove()
            self.notes = ()
            self._seen = None
            self._prepare()
            if self._client is None:
                raise BrandError(f"The index could not be made anew: {' '.join(self.notes)}")
            return sum(collection.count() for collection in self._collections.values())

    def _prepare(self) -> None:
        """Open the index where that is possible, and bring it to what SQL says."""
        if self._seen is not None and self._seen == self._rows.state():
            return
        self._rows.embed_missing()
        seen = self._rows.state()
        if self._pending():
            self._close_index()
            if self._store.own(self._patience):
                finish_forgetting(self.root, self._store)
            self._retired = True
            seen = self._rows.state()
        # Once in working order, else once more from nothing.
        for attempt in range(2):
            try:
                with blank_memory():
                    if self._open():
                        self._synchronise()
                        self._store.end_opening()
                    if attempt and self._client is not None:
                        self.notes = ("The index was damaged, and was made anew from the records.",)
                self._seen = seen
                return
            except BaseException as error:
                self._give_up(error)
                if attempt == 0:
                    self._store.remove()
        self._seen = seen

    def _open(self) -> bool:
        if self._client is not None:
            return True
        if self._retired:
            self.notes = ("A brand was forgotten; the records themselves are searched until this program ends.",)
            return False
        if not self._store.own(self._patience):
            self._patience = 0.0
            self.notes = (f"{self._owned_elsewhere()} The records themselves were searched.",)
            return False
        self.notes = ()
        if not self._store.begin_opening():
            self._store.remove()
        import chromadb
        from chromadb.config import Settings

        folder = self._store.folder
        folder.mkdir(parents=True, exist_ok=True)
        self._client = chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
        self._collections = {kind: self._collection(kind) for kind in KINDS}
        return True

    def _collection(self, kind: FragmentKind) -> Collection:
        """The one collection of this tenant, kind and embedder: the only place where one is opened."""
        assert self._client is not None
        mark = identity_hash(self.embedder)
        told = {"tenant": self.tenant, "kind": kind, "embedder": mark, "dimension": self.embedder.dimension}
        collection = self._client.get_or_create_collection(
            f"{self.tenant}.{kind}.{mark}",
            embedding_function=None,
            metadata=told,
            configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
        )
        if {key: (collection.metadata or {}).get(key) for key in told} != told:
            raise _Damaged("a collection belongs to somebody else")
        return collection

    def _synchronise(self) -> None:
        """Make every collection hold exactly what SQL says, and see that it can be found there."""
        for kind, collection in self._collections.items():
            wanted = self._rows.brands_of(kind)
            held = set(collection.get(include=[])["ids"])
            for ids in _batches([id_ for id_ in held if id_ not in wanted]):
                collection.delete(ids=ids)
            for ids in _batches([id_ for id_ in wanted if id_ not in held]):
                vectors = self._rows.vectors(ids)
                here = [id_ for id_ in ids if id_ in vectors]
                collection.upsert(
                    ids=here,
                    embeddings=np.stack([vectors[id_] for id_ in here]),
                    metadatas=[self._marks(wanted[id_]) for id_ in here],
                )
            if collection.count() != len(wanted):
                raise _Damaged(f"{collection.count()} of {len(wanted)} are there")
            self._sample(collection, list(wanted))
            self._held[kind] = Counter(wanted.values())

    def _sample(self, collection: Collection, ids: Sequence[str]) -> None:
        chosen = ids[:: max(1, len(ids) // _SAMPLE)][:_SAMPLE]
        for vector in self._rows.vectors(chosen).values():
            found = collection.query(query_embeddings=vector[None, :], n_results=1, include=["distances"])
            distances = found["distances"] or [[]]
            if not distances[0] or distances[0][0] > _SAME:
                raise _Damaged("what is there is not found")

    def _nearest(self, vector: NDArray[np.float32], brand: str, kinds: Sequence[FragmentKind], k: int) -> list[str]:
        # The mark is of tenant and brand together: one condition takes half the time of two.
        mark: Any = {"brand": self._marks(brand)["brand"]}
        ids: list[str] = []
        for kind in kinds:
            held = self._held[kind]
            own, all_ = held[brand], held.total()
            if not own:
                continue
            # Among a brand's own, asking without the condition is three times as fast; what is not its own goes later.
            widened = min(all_, -(-k * all_ // own))
            where, wanted = (None, widened) if 2 * own >= all_ else (mark, min(k, own))
            found = self._collections[kind].query(
                query_embeddings=vector[None, :], n_results=wanted, where=where, include=[]
            )
            ids += found["ids"][0]
        return ids

    def _marks(self, brand: str) -> dict[str, str]:
        """What an entry of the index says of whose it is; brands by a hash, so that no name stands there."""
        return {"tenant": self.tenant, "brand": hashlib.sha256(f"{self.tenant}/{brand}".encode()).hexdigest()[:24]}

    def _pending(self) -> bool:
        return self._db.execute("SELECT 1 FROM forgetting").fetchone() is not None

    def _give_up(self, error: BaseException) -> None:
        """Go on without the index. Its native part raises what is no `Exception` when its files are damaged."""
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise error
        self._close_index()
        self.notes = (f"The index can not be used ({error}); the records themselves were searched.",)

    def _close_index(self) -> None:
        close: Callable[[], None] | None = getattr(self._client, "close", None)
        self._client = None
        self._collections = {}
        self._seen = None
        if close is not None:
            with contextlib.suppress(Exception), blank_memory():
                close()

    def _owned_elsewhere(self) -> str:
        return f"The index of the brand memory is open in another program (process {self._store.owner})."


def _batches(ids: Sequence[str]) -> list[list[str]]:
    return [list(ids[begun : begun + _BATCH]) for begun in range(0, len(ids), _BATCH)]
