"""A listener on a private port that nothing may ever reach, and all the ways in which its address can be spelled."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Trap:
    """A listener on this machine that must never be reached."""

    port: int = 0
    visits: list[str] = field(default_factory=list)

    def lures(self) -> list[str]:
        """Spellings of the trap's address that a careless reader would follow."""
        hosts = (
            f"127.0.0.1:{self.port}",
            f"localhost:{self.port}",
            f"inner.example:{self.port}",
            f"[::1]:{self.port}",
            f"2130706433:{self.port}",
            f"0x7f000001:{self.port}",
            f"127.1:{self.port}",
            f"[::ffff:127.0.0.1]:{self.port}",
            f"rebinding.example:{self.port}",
            f"0.0.0.0:{self.port}",
            f"017700000001:{self.port}",
        )
        return [f"http://{host}/latest/meta-data/" for host in hosts]


@contextlib.contextmanager
def trap() -> Iterator[Trap]:
    """The trap, set on all loopback addresses until the block ends."""
    found = Trap()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)
    found.port = listener.getsockname()[1]
    done = threading.Event()

    def listen() -> None:
        while not done.is_set():
            with contextlib.suppress(TimeoutError):
                visitor, _ = listener.accept()
                with visitor:
                    visitor.settimeout(0.5)
                    with contextlib.suppress(OSError):
                        found.visits.append(visitor.recv(200).decode("latin-1"))

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        done.set()
        thread.join()
        listener.close()
