"""The way out: what is public passes, whatever is private does not, on every hop, and all of it is bounded."""

from __future__ import annotations

import http.server
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from brand_memory.addresses import is_public
from brand_memory.egress import Bounds, Egress


class Site(http.server.BaseHTTPRequestHandler):
    """Answers with what its path asks for, and counts who came."""

    seen: list[str] = []

    def do_GET(self) -> None:
        self.seen.append(self.path)
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", "http://" + self.path[4:])
            self.end_headers()
            return
        body = b"x" * int(self.path.rsplit("/", 1)[1] or 0) if self.path.startswith("/size/") else b"hello"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[int]:
    """The port of a site on this machine."""
    Site.seen = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def read(egress: Egress, url: str) -> tuple[int, bytes]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": egress.address}))
    try:
        with opener.open(url, timeout=5) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, b""


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::1", "168.63.129.16", "100.100.100.200", "255.255.255.255",
        "192.0.2.1", "198.18.0.1", "nonsense", "", "fe80::1%eth0",
    ],
)  # fmt: skip
def test_no_private_address_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


def test_a_private_address_is_refused_and_nobody_came(site: int) -> None:
    def spelled(host: str, port: int) -> tuple[str, ...]:
        return (host,) if ":" in host else (socket.inet_ntoa(socket.inet_aton(host.replace("localhost", "127.0.0.1"))),)

    with Egress(Bounds(ports=frozenset({80, site})), resolver=spelled) as egress:
        for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "[::1]"):
            assert read(egress, f"http://{host}:{site}/")[0] in (403, 502), host
    assert Site.seen == []
    assert any("private address" in refusal.reason for refusal in egress.refusals)


def test_a_name_whose_answers_are_partly_private_is_refused(site: int) -> None:
    with Egress(Bounds(ports=frozenset({site})), resolver=lambda host, port: ("1.1.1.1", "127.0.0.1")) as egress:
        assert read(egress, f"http://two-faced.example:{site}/")[0] == 403
    assert Site.seen == []


def test_a_name_is_resolved_once_and_the_checked_address_is_used(site: int) -> None:
    asked: list[str] = []

    def changing(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",) if len(asked) == 1 else ("10.0.0.1",)

    own = Bounds(private=frozenset({f"shop.example:{site}"}))
    with Egress(own, resolver=changing) as egress:
        assert read(egress, f"http://shop.example:{site}/") == (200, b"hello")
    assert asked == ["shop.example"]


def test_every_hop_is_checked(site: int) -> None:
    own = Bounds(private=frozenset({f"shop.example:{site}"}), ports=frozenset({80, site}))
    with Egress(own, resolver=lambda host, port: ("127.0.0.1",)) as egress:
        code, _ = read(egress, f"http://shop.example:{site}/to/169.254.169.254/latest")
        assert code == 403
        assert read(egress, f"http://shop.example:{site}/to/inner.example:{site}/")[0] == 403
    assert [path for path in Site.seen if not path.startswith("/to/")] == []


def test_tunnels_are_checked_too(site: int) -> None:
    with Egress(Bounds(ports=frozenset({443, site}))) as egress:
        host, port = egress.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), 5) as client:
            client.sendall(f"CONNECT 127.0.0.1:{site} HTTP/1.1\r\n\r\n".encode())
            assert b"403" in client.recv(200)
    assert Site.seen == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://shop.example:22/", "port 22"),
        ("ftp://shop.example/", "only http"),
        ("http://a:b@shop.example/", "name"),
    ],
)
def test_what_is_no_web_page_is_refused(url: str, reason: str) -> None:
    with Egress() as egress:
        host, port = egress.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), 5) as client:
            client.sendall(f"GET {url} HTTP/1.1\r\n\r\n".encode())
            assert b"403" in client.recv(300)
    assert reason in egress.refusals[0].reason


def test_an_answer_that_is_too_large_is_cut(site: int) -> None:
    own = Bounds(private=frozenset({f"127.0.0.1:{site}"}), answer_bytes=200_000, total_bytes=300_000)
    with Egress(own) as egress:
        assert len(read(egress, f"http://127.0.0.1:{site}/size/100000")[1]) == 100_000
        with pytest.raises(Exception, match=r"IncompleteRead|Remote end"):
            read(egress, f"http://127.0.0.1:{site}/size/50000000")
    assert egress.passed_bytes < 500_000
    assert "0.2 MB" in egress.refusals[-1].reason


def test_connections_and_time_are_bounded(site: int) -> None:
    own = Bounds(private=frozenset({f"127.0.0.1:{site}"}), connections=3)
    with Egress(own) as egress:
        assert [read(egress, f"http://127.0.0.1:{site}/")[0] for _ in range(5)] == [200, 200, 200, 403, 403]
    with Egress(Bounds(private=frozenset({f"127.0.0.1:{site}"}), seconds=0)) as egress:
        assert read(egress, f"http://127.0.0.1:{site}/")[0] in (403, 502)


def test_a_client_that_says_nothing_is_let_go() -> None:
    with Egress(Bounds(idle_seconds=0.2)) as egress:
        host, port = egress.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), 5) as client:
            client.sendall(b"GET http://slow")
            assert b"502" in client.recv(200)
