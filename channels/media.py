"""Fetching what people send us: from the provider's own hosts only, bounded, and typed by what it is.

What a provider or a person says a file is counts for nothing: its first bytes do. The room that keeps files
keeps them apart from everything that is served.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import httpx

from core.errors import KeptError, NotFound, Unavailable
from core.messages import Media

LARGEST = 16 * 1024 * 1024
_MOST_HOPS = 3

# What borrowers send as proof or say aloud: offset, first bytes, type. Everything else is refused: archives,
# scripts, office files with macros.
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"OggS", "audio/ogg"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftyphei", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftyp", "video/mp4"),
    (0, b"BEGIN:VCARD", "text/vcard"),
)


class Unwanted(KeptError):
    """A file that is not kept: too large, of a kind that is not taken, or from elsewhere."""

    status = 415


@dataclass(frozen=True)
class Fetched:
    """A file and what it is by its own first bytes."""

    content_type: str
    body: bytes


class MediaSource(Protocol):
    """An adapter whose messages bring files."""

    async def fetch(self, media: Media) -> Fetched:
        """The file; raises `Unwanted`, `NotFound` once the provider has dropped it, `Unavailable` for now."""
        ...


def recognise(body: bytes) -> Fetched:
    """`body` with its type by its first bytes; raises `Unwanted` for a type that is not taken."""
    for offset, magic, content_type in _MAGIC:
        if body[offset : offset + len(magic)] == magic:
            return Fetched(content_type, body)
    raise Unwanted("The file is of a kind that is not taken.")


async def download(
    client: httpx.AsyncClient, url: str, *, is_own: Callable[[httpx.URL], bool], **credentials: Any
) -> bytes:
    """The bytes at `url`, which like every address it redirects to must satisfy `is_own`.

    `credentials` (auth, params) go to the first address only; at most `LARGEST` bytes are read.
    """
    for _ in range(_MOST_HOPS + 1):
        target = _checked(url, is_own)
        try:
            async with client.stream("GET", target, follow_redirects=False, **credentials) as response:
                if not response.is_redirect:
                    return await _body(response)
                url = str(target.join(response.headers["location"]))
        except httpx.HTTPError:
            raise Unavailable("The provider did not hand over the file.") from None
        credentials = {}
    raise Unwanted("The file is redirected without end.")


def _checked(url: str, is_own: Callable[[httpx.URL], bool]) -> httpx.URL:
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        raise Unwanted("The file's address cannot be read.") from None
    if target.userinfo or not is_own(target):
        raise Unwanted("The file is not on the provider's own hosts.")
    return target


async def _body(response: httpx.Response) -> bytes:
    if response.status_code in (404, 410):
        raise NotFound("The provider has dropped the file.")
    if response.status_code != 200:
        raise Unavailable("The provider did not hand over the file.")
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST:
            raise Unwanted("The file is larger than any that is taken.")
    return bytes(body)
