from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

# Addresses that no machine has (RFC 5737 and RFC 3849), in case the guard should fail.
ELSEWHERE = [(socket.AF_INET, ("192.0.2.1", 80)), (socket.AF_INET6, ("2001:db8::1", 80))]


@pytest.mark.parametrize(("family", "address"), ELSEWHERE)
def test_no_test_reaches_another_machine(family: socket.AddressFamily, address: tuple[str, int]):
    with socket.socket(family, socket.SOCK_STREAM) as stream, socket.socket(family, socket.SOCK_DGRAM) as datagrams:
        for reach in (lambda: stream.connect(address), lambda: stream.connect_ex(address)):
            with pytest.raises(RuntimeError, match="without a network"):
                reach()
        with pytest.raises(RuntimeError, match="without a network"):
            datagrams.sendto(b"hello", address)


def test_no_test_looks_up_a_name():
    with pytest.raises(RuntimeError, match="without a network"):
        socket.create_connection(("lumen.example", 80))


def test_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        visitor, _ = server.accept()
        with visitor:
            client.sendall(b"hello")
            assert visitor.recv(5) == b"hello"


def test_every_test_has_a_home_of_its_own(own_home: Path):
    assert os.environ["AGENCY_HOME"] == str(own_home)
    assert not own_home.exists()
    assert [name for name in os.environ if name.startswith("AGENCY_")] == ["AGENCY_HOME"]


def test_a_warning_is_an_error():
    with pytest.raises(UserWarning, match="look out"):
        warnings.warn("look out", stacklevel=1)


@pytest.mark.logs_errors
def test_an_error_may_be_logged_where_it_is_meant(caplog: pytest.LogCaptureFixture):
    logging.getLogger("made.up").error("as intended")
    assert caplog.messages == ["as intended"]


def test_an_error_logged_unawares_fails_the_test(tmp_path: Path):
    own = (Path(__file__).parents[1] / "conftest.py").read_text()
    (tmp_path / "conftest.py").write_text(own)
    (tmp_path / "test_it.py").write_text("import logging\ndef test_it():\n    logging.getLogger('x').error('oh no')\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", "."]
    done = subprocess.run([*command, "."], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "logged at error level: x: oh no" in done.stdout
