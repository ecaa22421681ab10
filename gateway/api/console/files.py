"""Files that borrowers sent, for agents: handed out as downloads, never as pages of ours."""

from __future__ import annotations

import uuid

from fastapi import APIRouter, Response

from gateway.api.console.login import CurrentAgent
from gateway.api.dependencies import ServicesDep
from storage import attachments

router = APIRouter(prefix="/desk/files", include_in_schema=False)

# What may be shown in the browser by itself; everything else is saved. No type here can hold a script.
_SHOWN = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/heic": "heic",
    "application/pdf": "pdf",
    "audio/ogg": "ogg",
    "audio/amr": "amr",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "text/vcard": "vcf",
}


@router.get("/{attachment_id}")
async def download(
    services: ServicesDep, agent: CurrentAgent, attachment_id: uuid.UUID, show: bool = False
) -> Response:
    """The bytes of one file, with a name and a type of ours; who opened it stays in the audit."""
    async with services.database.begin() as work:
        row = await attachments.load(work, attachment_id)
        body = await attachments.body_of(work, row, agent.id)
    known = row.content_type if row.content_type in _ENDINGS else None
    name = f"kept-{str(row.id)[:8]}.{_ENDINGS.get(known or '', 'bin')}"
    way = "inline" if show and known in _SHOWN else "attachment"
    return Response(
        body,
        media_type=known if known and not known.startswith("text/") else "application/octet-stream",
        headers={
            "content-disposition": f'{way}; filename="{name}"',
            "content-security-policy": "default-src 'none'; sandbox",
            "x-content-type-options": "nosniff",
            "cross-origin-resource-policy": "same-origin",
            "cache-control": "no-store",
        },
    )
