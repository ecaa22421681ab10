"""The gateway: one application for providers, borrowers' pages, agents' pages and the assistant's callbacks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from core.errors import KeptError
from gateway import logs
from gateway.api import internal, webhooks
from gateway.services import Services, build


def create_app(services: Services | None = None) -> FastAPI:
    """The application; `services` are built from the environment unless given (tests, `kept play`)."""
    logs.set_up()
    own = services is None
    wired = services or build()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if own:
            await wired.aclose()

    app = FastAPI(title="Kept", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.services = wired
    app.state.executor = internal.executor(wired)
    app.include_router(webhooks.router)
    app.include_router(internal.router)
    app.add_api_route("/healthz", _health, methods=["GET"], include_in_schema=False)
    app.add_exception_handler(KeptError, _explain)
    return app


async def _health(request: Request) -> JSONResponse:
    """Ready when the database answers; says when live updates are away."""
    services: Services = request.app.state.services
    async with services.database.begin():
        pass
    return JSONResponse({"ready": True, "live_updates": services.live.up})


async def _explain(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, KeptError)
    return JSONResponse({"error": error.what, "remedy": error.remedy}, status_code=error.status)
