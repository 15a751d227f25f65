"""What was said in the chat, kept in the home: Chainlit's record on SQLite, and the files that lie beside it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from chainlit.data.sql_alchemy import SQLAlchemyDataLayer
from chainlit.data.storage_clients.base import BaseStorageClient
from chainlit.data.utils import queue_until_user_message
from chainlit.element import CustomElement, Element

from agency.database import opened
from agency.home import Home

_JSON = frozenset(
    "props playerConfig modes tags metadata generation step_modes step_tags step_metadata step_generation thread_tags "
    "thread_metadata".split()
)
"""Columns that hold JSON: SQLite knows neither lists nor objects."""


class ChatFiles(BaseStorageClient):
    """Files of the chat in one folder; a key is a path in it, and nothing outside can be named."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def path(self, key: str) -> Path:
        """Where the file of this key lies. Raises ValueError for a key that points elsewhere."""
        path = (self.folder / key).resolve()
        if not path.is_relative_to(self.folder) or path == self.folder:
            raise ValueError(f"{key!r} is no file of the chat.")
        return path

    async def upload_file(
        self,
        object_key: str,
        data: bytes | str,
        mime: str = "application/octet-stream",
        overwrite: bool = True,
        content_disposition: str | None = None,
    ) -> dict[str, Any]:
        """Keep the file and say under which address it is read."""
        path = self.path(object_key)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return {"object_key": object_key, "url": await self.get_read_url(object_key)}

    async def delete_file(self, object_key: str) -> bool:
        """Remove the file; whether it was there."""
        path = self.path(object_key)
        there = path.is_file()
        path.unlink(missing_ok=True)
        return there

    async def get_read_url(self, object_key: str) -> str:
        """The address on our own server."""
        return f"/media/chat/{object_key}"

    async def close(self) -> None:
        """Nothing is held open."""


class ChatHistory(SQLAlchemyDataLayer):
    """Threads, messages and elements in the home's database. What is deleted here, `forget` is told of."""

    def __init__(self, place: Home, forget: Callable[[str], None] = lambda thread: None) -> None:
        self._forget = forget
        with opened(place.database):
            pass
        self.files = ChatFiles(place.root / "chat" / "files")
        super().__init__(f"sqlite+aiosqlite:///{place.database}", {"timeout": 20}, storage_provider=self.files)

    async def execute_sql(self, query: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401  (rows, a count or None)
        """The rows, or how many were changed. Lists and objects go in and come out as JSON text."""
        given = {key: json.dumps(v) if isinstance(v, list | dict) else v for key, v in parameters.items()}
        rows = await super().execute_sql(query, given)
        if isinstance(rows, list):
            for row in rows:
                for column in set(row) & {
                    *_JSON,
                    *(f"step_{name}" for name in _JSON),
                    "thread_tags",
                    "thread_metadata",
                }:
                    row[column] = _parsed(row[column])
        return rows

    async def update_thread(
        self,
        thread_id: str,
        name: str | None = None,
        user_id: str | None = None,
        metadata: dict[str, Any] | None = None,
        tags: list[str] | None = None,
    ) -> None:
        """Keep what is new of the thread. An empty name is none: a message of files alone brings one."""
        await super().update_thread(thread_id, name or None, user_id, metadata, tags)

    async def delete_thread(self, thread_id: str) -> None:
        """Remove what was said; videos that were made stay."""
        await super().delete_thread(thread_id)
        await asyncio.to_thread(self._forget, thread_id)

    async def elements(self, thread: str, names: Sequence[str]) -> list[dict[str, Any]]:
        """The drawn elements of a thread by these names, oldest first: `id`, `forId`, `name` and `props`."""
        wanted = {f"name{n}": name for n, name in enumerate(names)}
        rows = await self.execute_sql(
            'SELECT id, "forId", name, props FROM elements WHERE "threadId" = :thread '
            f"AND name IN ({', '.join(f':{key}' for key in wanted)}) ORDER BY rowid",
            {"thread": thread, **wanted},
        )
        return rows if isinstance(rows, list) else []

    @queue_until_user_message()  # type: ignore[no-untyped-call, untyped-decorator]
    async def create_element(self, element: Element) -> None:
        """Keep the element; one that we draw, or that our own server shows, is kept without a copy of a file."""
        ours = isinstance(element, CustomElement) or (element.url or "").startswith("/media/")
        if not ours:
            await super().create_element(element)
            return
        if not element.for_id:
            return
        row = {key: value for key, value in element.to_dict().items() if value is not None}
        row.pop("path", None)
        names = ", ".join(f'"{name}"' for name in row)
        values = ", ".join(f":{name}" for name in row)
        updates = ", ".join(f'"{name}" = :{name}' for name in row if name != "id")
        await self.execute_sql(
            f"INSERT INTO elements ({names}) VALUES ({values}) ON CONFLICT (id) DO UPDATE SET {updates}", row
        )


def _parsed(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    if not isinstance(value, str) or value[:1] not in "[{":
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
