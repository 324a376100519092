"""Fetching: only http(s), only public addresses, pinned, within limits. The server is one of our own, on loopback."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import samples

from selon import ingest
from selon.ingest import Options, web
from selon.ingest.errors import BadUrl, IngestError

PAGE = (samples.ROOT / "examples" / "cereales.html").read_bytes()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers["Host"], self.headers["User-Agent"]))  # type: ignore[attr-defined]
        getattr(self, "_" + self.path.strip("/").split("?")[0].replace("-", "_"))()

    def _send(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._send(body=PAGE, Content_Type="text/html; charset=utf-8")

    def _zipped(self) -> None:
        self._send(body=gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")

    def _latin(self) -> None:
        text = PAGE.decode().replace('<meta charset="utf-8">', "").replace("’", "'")
        self._send(body=text.encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")

    def _bomb(self) -> None:
        self._send(body=gzip.compress(b"a" * 50_000_000), Content_Type="text/html", Content_Encoding="gzip")

    def _once(self) -> None:
        self._send(302, Location="/page")

    def _loop(self) -> None:
        self._send(302, Location="/loop")

    def _inside(self) -> None:
        self._send(302, Location="http://inside.example/page")

    def _file(self) -> None:
        self._send(302, Location="file:///etc/passwd")

    def _gone(self) -> None:
        self._send(404)

    def _pdf(self) -> None:
        self._send(body=b"%PDF", Content_Type="application/pdf")

    def _slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b" ")
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.seen = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def fetch(server: ThreadingHTTPServer, path: str, private: bool = True) -> web.Fetched:
    return web.fetch(f"http://127.0.0.1:{server.server_port}/{path}", private=private)


def test_a_page_becomes_an_article(server: ThreadingHTTPServer) -> None:
    url = f"http://localhost:{server.server_port}/page"
    (article,) = ingest.articles(url, Options(allow_private=True))
    assert not isinstance(article, IngestError)
    assert article.url == url
    assert article.published == "2023-07-17"
    path, host, agent = server.seen[0]  # type: ignore[attr-defined]
    assert (path, host) == ("/page", f"localhost:{server.server_port}")
    assert agent.startswith("selon/")


@pytest.mark.parametrize("path", ["page", "zipped", "once"])
def test_what_arrives(server: ThreadingHTTPServer, path: str) -> None:
    assert fetch(server, path).data == PAGE


def test_the_servers_encoding_counts(server: ThreadingHTTPServer) -> None:
    url = f"http://127.0.0.1:{server.server_port}/latin"
    (article,) = ingest.articles(url, Options(allow_private=True))
    assert not isinstance(article, IngestError)
    assert "António Guterres" in article.text


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("gone", "answers 404"),
        ("loop", "redirects"),
        ("bomb", "larger than"),
        ("pdf", "application/pdf"),
        ("file", "no http"),
    ],
)
def test_refusals(server: ThreadingHTTPServer, path: str, says: str) -> None:
    with pytest.raises(BadUrl, match=says):
        fetch(server, path)


def test_private_addresses_need_the_flag(server: ThreadingHTTPServer) -> None:
    with pytest.raises(BadUrl, match="--allow-private"):
        fetch(server, "page", private=False)
    assert not server.seen  # type: ignore[attr-defined]


def test_a_redirect_into_the_network_is_refused(server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    hosts = {"public.example": "127.0.0.1", "inside.example": "10.0.0.7"}
    _resolve(monkeypatch, lambda host: [hosts[host]])
    monkeypatch.setattr(web, "check_address", lambda address, private: address == "127.0.0.1")
    with pytest.raises(BadUrl, match=r"10\.0\.0\.7"):
        web.fetch(f"http://public.example:{server.server_port}/inside")


def test_the_name_is_looked_up_once(server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])  # the second look-up would lead elsewhere
    _resolve(monkeypatch, lambda host: next(answers) if host == "rebind.example" else [host])
    monkeypatch.setattr(web, "check_address", lambda address, private: address == "127.0.0.1")
    assert web.fetch(f"http://rebind.example:{server.server_port}/page").data == PAGE
    assert server.seen[0][1].startswith("rebind.example")  # type: ignore[attr-defined]


def test_one_private_address_among_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    _resolve(monkeypatch, lambda host: ["93.184.216.34", "192.168.1.1"])
    with pytest.raises(BadUrl, match=r"192\.168\.1\.1"):
        web.fetch("http://mixed.example/")


def test_a_dripping_server_is_left(server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "TOTAL_SECONDS", 0.5)
    start = time.monotonic()
    with pytest.raises(BadUrl, match=r"longer than|too long"):
        fetch(server, "slow")
    assert time.monotonic() - start < 3


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "240.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1",
     "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not web.check_address(address, private=False)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_addresses_that_are(address: str) -> None:
    assert web.check_address(address, private=False)


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "http://a:99999/", "https://" + "a" * 300 + ".com/", "http://a..b/"]
)
def test_odd_addresses_are_refused(url: str) -> None:
    (found,) = ingest.articles(url)
    assert isinstance(found, BadUrl)


def _resolve(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    real = socket.getaddrinfo

    def fake(host: str, port: int, *args: object, **kwargs: object) -> object:
        try:
            socket.inet_aton(host)
        except OSError:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in answer(host)]  # type: ignore[operator]
        return real(host, port, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", fake)
