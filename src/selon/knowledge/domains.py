"""Web addresses of media."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(text: str) -> str | None:
    """The host of a URL or bare domain (``https://www.rfi.fr/fr/…`` gives ``www.rfi.fr``), or None for other text."""
    text = text.strip()
    if " " in text or "." not in text:
        return None
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname
    except ValueError:
        return None
    return host.strip(".") if host and "." in host.strip(".") else None


def suffixes(host: str) -> list[str]:
    """The host and its parents, longest first: ``afrique.lemonde.fr``, ``lemonde.fr``."""
    parts = host.split(".")
    return [".".join(parts[i:]) for i in range(len(parts) - 1)]
