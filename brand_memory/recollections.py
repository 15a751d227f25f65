"""What is remembered, as rows and vectors of SQL: what the index is made of, and what is searched without it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brand_memory.embedding import Embedder, identity_hash
from brand_memory.fragments import FragmentKind
from brand_memory.hashed_ngrams import is_common, stem, words_of
from brand_memory.kit import Evidence
from brand_memory.tables import transaction

_BATCH = 400
_WORDS_TOLD = 4


@dataclass(frozen=True)
class Recollection:
    """Something remembered, how like the query it is (cosine, -1 to 1), where it is from, and why it came up."""

    id: str
    kind: FragmentKind
    text: str
    score: float
    source: Evidence
    why: str


class Rows:
    """The fragments of one tenant and their vectors of one embedder."""

    def __init__(self, db: sqlite3.Connection, tenant: str, embedder: Embedder) -> None:
        self._db = db
        self.tenant = tenant
        self.embedder = embedder
        self._mark = identity_hash(embedder)
        self._cached: tuple[int, str, tuple[str, ...], list[str], NDArray[np.float32]] | None = None

    def state(self) -> int:
        """A number that changes when another connection has written."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def brands_of(self, kind: FragmentKind) -> dict[str, str]:
        """Every fragment of a kind and its brand."""
        rows = self._db.execute(
            "SELECT id, brand FROM fragments WHERE tenant = ? AND kind = ?", (self.tenant, kind)
        ).fetchall()
        return {row["id"]: row["brand"] for row in rows}

    def embed_missing(self) -> int:
        """Give every fragment of the tenant its vector; how many had none."""
        rows = self._db.execute(
            "SELECT seq, text FROM fragments WHERE tenant = ? AND NOT EXISTS "
            "(SELECT 1 FROM vectors WHERE fragment = seq AND embedder = ?)",
            (self.tenant, self._mark),
        ).fetchall()
        for begun in range(0, len(rows), _BATCH):
            part = rows[begun : begun + _BATCH]
            vectors = self.embedder.embed([row["text"] for row in part])
            with transaction(self._db):
                # One that was forgotten meanwhile gets no vector.
                self._db.executemany(
                    "INSERT OR REPLACE INTO vectors (fragment, embedder, vector) SELECT seq, ?, ? FROM fragments "
                    "WHERE seq = ?",
                    [
                        (self._mark, vector.astype("<f4").tobytes(), row["seq"])
                        for row, vector in zip(part, vectors, strict=True)
                    ],
                )
        self._cached = None
        return len(rows)

    def vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors of the tenant's fragments `ids`, as far as they have them."""
        found: dict[str, NDArray[np.float32]] = {}
        for begun in range(0, len(ids), _BATCH):
            part = ids[begun : begun + _BATCH]
            rows = self._db.execute(
                "SELECT f.id, v.vector FROM fragments f JOIN vectors v ON v.fragment = f.seq AND v.embedder = ? "
                f"WHERE +f.tenant = ? AND f.id IN ({','.join('?' * len(part))})",
                (self._mark, self.tenant, *part),
            ).fetchall()
            found |= {row["id"]: np.frombuffer(row["vector"], "<f4").astype(np.float32) for row in rows}
        return found

    def nearest(self, query: NDArray[np.float32], brand: str, kinds: Sequence[FragmentKind], k: int) -> list[str]:
        """The `k` fragments of a brand that are nearest to `query`, looked at one by one."""
        ids, matrix = self._matrix(brand, tuple(kinds))
        if not ids:
            return []
        scores = matrix @ query
        return [ids[n] for n in np.argsort(-scores, kind="stable")[:k]]

    def told(
        self,
        ids: Sequence[str],
        brand: str,
        kinds: Sequence[FragmentKind],
        query: str,
        vector: NDArray[np.float32],
        k: int,
        least: float,
    ) -> tuple[Recollection, ...]:
        """Those `k` of the fragments `ids` that do belong to the brand and kinds and are most alike, scored exactly."""
        scores = {id_: float(one @ vector) for id_, one in self.vectors(ids).items()}
        asked = {stem(word) for word in words_of(query) if not is_common(word)}
        found: list[Recollection] = []
        for id_, score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
            if len(found) == k or score < least:
                break
            row = self._db.execute(
                "SELECT kind, text, source FROM fragments WHERE id = ? AND tenant = ? AND brand = ?",
                (id_, self.tenant, brand),
            ).fetchone()
            if row is None or row["kind"] not in kinds:
                continue
            source = Evidence.model_validate_json(row["source"])
            why = _why(asked, row["text"], row["kind"], source)
            found.append(Recollection(id_, row["kind"], row["text"], score, source, why))
        return tuple(found)

    def _matrix(self, brand: str, kinds: tuple[FragmentKind, ...]) -> tuple[list[str], NDArray[np.float32]]:
        state = self.state()
        if self._cached is not None and self._cached[:3] == (state, brand, kinds):
            return self._cached[3], self._cached[4]
        rows = self._db.execute(
            "SELECT f.id, v.vector FROM fragments f JOIN vectors v ON v.fragment = f.seq AND v.embedder = ? "
            f"WHERE f.tenant = ? AND f.brand = ? AND f.kind IN ({','.join('?' * len(kinds))}) ORDER BY f.seq",
            (self._mark, self.tenant, brand, *kinds),
        ).fetchall()
        ids = [row["id"] for row in rows]
        packed = b"".join(row["vector"] for row in rows)
        matrix = np.frombuffer(packed, "<f4").reshape(len(ids), self.embedder.dimension).astype(np.float32)
        self._cached = (state, brand, kinds, ids, matrix)
        return ids, matrix


def _why(asked: set[str], text: str, kind: str, source: Evidence) -> str:
    """Why a fragment came up, in words: what it shares with the query, and what it is."""
    shared = list(dict.fromkeys(word for word in words_of(text) if stem(word) in asked))
    reason = f"shares “{'”, “'.join(shared[:_WORDS_TOLD])}”" if shared else "is worded or meant alike"
    where = f" on {source.page}" if source.page and source.page != "you" else ""
    day = f" of {source.seen_at[:10]}" if source.seen_at else ""
    what = {
        "text": f"visible text{where}",
        "imagery": f"what stands by a picture{where}",
        "script": f"an earlier script{day}",
        "note": f"a note of the client's{day}",
    }[kind]
    return f"{reason}; {what}"
