"""Where the states of conversations are kept: SQLite in the home or a Postgres, and no more of them than are needed."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from agency.database import BUSY_SECONDS
from agency.errors import BadSetting, EngineMissing

if TYPE_CHECKING:
    from langgraph.checkpoint.base import BaseCheckpointSaver

    from agency.settings import Settings

KEPT = 2
"""States of a conversation that are kept: the one it waits in, and the one before it."""

_LATEST = "SELECT checkpoint_id FROM checkpoints WHERE thread_id = ? ORDER BY checkpoint_id DESC LIMIT ?"


def open_checkpoints(settings: Settings, database: Path) -> BaseCheckpointSaver[Any]:
    """Where the states are kept: the SQLite file of the home, or the Postgres of the settings.

    Raises `EngineMissing` and `BadSetting` for a Postgres that can not be used.
    """
    if settings.checkpoints:
        return _postgres(settings.checkpoints)
    from langgraph.checkpoint.sqlite import SqliteSaver

    connection = sqlite3.connect(database, timeout=BUSY_SECONDS, check_same_thread=False)
    return SqliteSaver(connection)


def prune_checkpoints(saver: BaseCheckpointSaver[Any], thread: str) -> None:
    """Remove all but the last `KEPT` states of a conversation that waits, all at once or nothing.

    Going on needs the last one only, and undoing none: a production's history is its own. A Postgres is left as it is;
    who runs one prunes it as they see fit.
    """
    from langgraph.checkpoint.sqlite import SqliteSaver

    if not isinstance(saver, SqliteSaver):
        return
    with saver.cursor() as cursor:
        for table in ("writes", "checkpoints"):
            # The table is one of ours, never a word from outside.
            cursor.execute(
                f"DELETE FROM {table} WHERE thread_id = ? AND checkpoint_id NOT IN ({_LATEST})",
                (thread, thread, KEPT),
            )


def _postgres(address: str) -> BaseCheckpointSaver[Any]:
    try:
        from langgraph.checkpoint.postgres import PostgresSaver
        from psycopg import Connection, OperationalError
        from psycopg.rows import dict_row
    except ModuleNotFoundError as error:
        raise EngineMissing(
            "The setting `checkpoints` names a Postgres, which needs more packages. Install them with: "
            ".venv/bin/python -m pip install -e '.[postgres]'"
        ) from error
    try:
        connection = Connection.connect(address, autocommit=True, prepare_threshold=0, row_factory=dict_row)
    except OperationalError as error:
        raise BadSetting(
            f"The Postgres that the setting `checkpoints` names does not answer ({' '.join(str(error).split())}); "
            "check the address, or leave the setting out."
        ) from error
    saver: Any = PostgresSaver(connection)
    saver.setup()
    return cast("BaseCheckpointSaver[Any]", saver)
