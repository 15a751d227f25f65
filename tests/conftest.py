"""What holds for every test: no network, a home of its own, no error logged, the same examples every time."""

from __future__ import annotations

import ipaddress
import itertools
import logging
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("house", deadline=None, derandomize=True, max_examples=60)
hypothesis.settings.load_profile("house")

_numbers = itertools.count(1)
_HOMES = tempfile.TemporaryDirectory(prefix="video-agency-tests-")


class NetworkBlocked(RuntimeError):
    """A test tried to leave this machine."""


def _is_here(address: object) -> bool:
    """Whether `address` is on this machine: a Unix socket's path, or a loopback host."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0]).partition("%")[0]
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in ("", "localhost")


def _block_network(patch: pytest.MonkeyPatch) -> None:
    """Let sockets reach this machine only."""

    def guard(name: str) -> None:
        allowed = getattr(socket.socket, name)

        def guarded(self: socket.socket, *arguments: object) -> object:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(arguments[-1]):
                raise NetworkBlocked(f"A test may not reach {arguments[-1]!r}: tests run without a network.")
            return allowed(self, *arguments)

        patch.setattr(socket.socket, name, guarded)

    for name in ("connect", "connect_ex", "sendto"):
        guard(name)
    look_up = socket.getaddrinfo

    def guarded_look_up(host: object, *arguments: object, **options: object) -> object:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not _is_here((name,)):
            raise NetworkBlocked(f"A test may not look up {name!r}: tests run without a network.")
        return look_up(host, *arguments, **options)  # type: ignore[arg-type]

    patch.setattr(socket, "getaddrinfo", guarded_look_up)


def pytest_configure(config: pytest.Config) -> None:
    patch = pytest.MonkeyPatch()
    config.add_cleanup(patch.undo)
    config.add_cleanup(_HOMES.cleanup)
    _block_network(patch)
    for name in [name for name in os.environ if name.startswith("AGENCY_")]:
        patch.delenv(name)
    patch.setenv("AGENCY_HOME", str(Path(_HOMES.name) / "session"))


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh `AGENCY_HOME` for each test; the folder is not made until something is kept in it."""
    home = Path(_HOMES.name) / f"test-{next(_numbers)}"
    monkeypatch.setenv("AGENCY_HOME", str(home))
    yield home
    shutil.rmtree(home, ignore_errors=True)


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_error_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs at error level, unless it is marked `logs_errors`."""
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(errors)
    if errors.said and request.node.get_closest_marker("logs_errors") is None:
        pytest.fail("logged at error level: " + "; ".join(errors.said))
