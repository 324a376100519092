"""Fetch one page: http(s) only, a checked address, a pinned connection, limits on time and size.

The host's name is looked up once, each address it has is checked, and the connection goes to the address that was
checked, so that a name that answers otherwise a moment later (DNS rebinding) gains nothing. Redirects are followed by
hand through the same checks. Proxies of the environment are not used: they would look the name up again.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from selon._version import __version__
from selon.ingest.errors import BadUrl

CONNECT_SECONDS = 10.0
TOTAL_SECONDS = 30.0
MAX_BYTES = 10_000_000
MAX_REDIRECTS = 5
USER_AGENT = f"selon/{__version__} (reads one page at its user's request)"
TEXT_TYPES = ("text/", "application/xhtml", "application/json", "application/x-ndjson", "application/xml")


@dataclass(frozen=True)
class Fetched:
    """A page's bytes, the address it came from in the end, and the encoding that its server names."""

    url: str
    data: bytes
    encoding: str | None


def fetch(url: str, private: bool = False) -> Fetched:
    """Fetch `url`; `private` allows addresses of the own machine and network. Raises BadUrl.

    The work is done in a thread of its own, because only so is the limit on time kept against a server that sends a
    byte now and then, or a name server that never answers.
    """
    out: list[Fetched | Exception] = []

    def work() -> None:
        try:
            out.append(_follow(url, private))
        except Exception as error:
            out.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(TOTAL_SECONDS)
    if not out:
        raise BadUrl(url, f"the page took longer than {TOTAL_SECONDS:.0f} seconds", "Try again later")
    if isinstance(out[0], Exception):
        raise out[0]
    return out[0]


def _follow(url: str, private: bool) -> Fetched:
    """The page at the end of the redirects."""
    here = url
    for _ in range(MAX_REDIRECTS + 1):
        response = _open(here, url, private)
        try:
            target = response.headers.get("Location")
            if response.status in (301, 302, 303, 307, 308) and target:
                here = urljoin(here, target)
                continue
            if response.status != 200:
                raise BadUrl(
                    url, f"the server answers {response.status}", "Open it in a browser, save the page, read that"
                )
            return Fetched(here, _body(response, url), _encoding(response, url))
        finally:
            response.close()
    raise BadUrl(url, f"more than {MAX_REDIRECTS} redirects", "Open it in a browser, save the page, read that")


def check_address(address: str, private: bool) -> bool:
    """Whether an IP address may be fetched from: a public one, or any with `private`."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in ipaddress.ip_network("64:ff9b::/96"):  # NAT64 carries an IPv4 address in its last four bytes
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not check_address(str(inner), private):
            return False
    return private or (ip.is_global and not ip.is_multicast)


def _open(here: str, url: str, private: bool) -> Any:
    """The response of one address on the way, its body unread."""
    import certifi
    import urllib3

    try:
        parts = urlsplit(here)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host:
        raise BadUrl(url, f"{here!r} is no http(s) address", "Pass an address that starts with https://")
    secure = parts.scheme == "https"
    timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=TOTAL_SECONDS)
    address = _look_up(host, port or (443 if secure else 80), url, private)
    where: dict[str, Any] = {"host": address, "port": port, "timeout": timeout, "retries": False, "maxsize": 1}
    pool: Any
    if secure:
        pool = urllib3.HTTPSConnectionPool(
            **where, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED", ca_certs=certifi.where()
        )
    else:
        pool = urllib3.HTTPConnectionPool(**where)
    headers = {
        "Host": (f"[{host}]" if ":" in host else host) + (f":{port}" if port else ""),
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, application/json;q=0.8",
        "Accept-Encoding": "gzip",
    }
    path = urllib3.util.parse_url(here).request_uri
    try:
        return pool.urlopen("GET", path, headers=headers, redirect=False, preload_content=False)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise _failed(url, error) from None


def _look_up(host: str, port: int, url: str, private: bool) -> str:
    """The first address of a host; every one it has must be allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise BadUrl(url, f"the host {host!r} is not known", "Check the address and your connection") from None
    addresses = [str(item[4][0]) for item in found]
    for address in addresses:
        if not check_address(address, private):
            problem = f"{host!r} is {address}, an address of a private or reserved network"
            raise BadUrl(url, problem, "Pass --allow-private if you mean to read from it")
    if not addresses:
        raise BadUrl(url, f"the host {host!r} has no address", "Check the address and your connection")
    return addresses[0]


def _body(response: Any, url: str) -> bytes:
    """The page's bytes, unpacked, within the limit of size."""
    import urllib3

    out = bytearray()
    try:
        while chunk := response.read(65_536, decode_content=True):
            out += chunk
            if len(out) > MAX_BYTES:
                problem = f"the page is larger than {MAX_BYTES // 1_000_000} MB"
                raise BadUrl(url, problem, "Save the article's text and read that")
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise _failed(url, error) from None
    return bytes(out)


def _encoding(response: Any, url: str) -> str | None:
    """The encoding that the Content-Type header names; raises where it names something other than text."""
    kind, _, rest = response.headers.get("Content-Type", "").lower().partition(";")
    if kind.strip() and not kind.strip().startswith(TEXT_TYPES):
        raise BadUrl(url, f"the server sends {kind.strip()}, not a page", "Save its text as a .txt file and read that")
    for part in rest.split(";"):
        key, _, value = part.partition("=")
        if key.strip() == "charset":
            return value.strip(" \"'") or None
    return None


def _failed(url: str, error: Exception) -> BadUrl:
    reason = (
        "it took too long" if "imed out" in str(error) or "imeout" in type(error).__name__ else type(error).__name__
    )
    return BadUrl(url, f"the page cannot be fetched ({reason})", "Check the address and your connection")
