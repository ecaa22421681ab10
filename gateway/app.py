"""The gateway: one application for providers, borrowers' pages, agents' pages and the assistant's callbacks."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from console.pages import POLICY, STATIC
from core.errors import KeptError
from gateway import logs
from gateway.api import demo, imports, internal, links, webchat, webhooks
from gateway.api.console import contacts, desk, files, letters, login, work
from gateway.services import Services, build


def create_app(services: Services | None = None) -> FastAPI:
    """The application; `services` are built from the environment unless given (tests, `kept play`)."""
    logs.set_up()
    own = services is None
    wired = services or build()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if own:
            # What is loaded by now lives as long as the process: a full collection that walks it would hold up
            # every webhook that waits then (a tenth of a second; the longest of `make load`).
            gc.collect()
            gc.freeze()
        yield
        if own:
            await wired.aclose()

    app = FastAPI(title="Kept", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.services = wired
    app.state.executor = internal.executor(wired)
    app.include_router(webhooks.router)
    app.include_router(internal.router)
    app.include_router(webchat.router)
    app.include_router(links.router)
    app.include_router(demo.router)
    app.include_router(imports.router)
    app.include_router(login.router)
    app.include_router(desk.router)
    app.include_router(files.router)
    app.include_router(contacts.router)
    app.include_router(letters.router)
    app.include_router(work.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(_Strict)
    app.add_api_route("/", _front, methods=["GET"], include_in_schema=False)
    app.add_exception_handler(login.NotLoggedIn, _to_login)
    app.add_api_route("/healthz", _health, methods=["GET"], include_in_schema=False)
    app.add_exception_handler(KeptError, _explain)
    return app


async def _health(request: Request) -> JSONResponse:
    """Ready when the database answers; says when live updates are away, and which policy tables are broken."""
    services: Services = request.app.state.services
    async with services.database.begin():
        pass
    return JSONResponse(
        {
            "ready": True,
            "live_updates": services.live.up,
            "policies": dict(services.policies.versions()),
            "policies_broken": sorted(services.policies.problems()),
        }
    )


async def _front(request: Request) -> Response:
    """The front door leads to the desk; in a demonstration to the borrowers' phones."""
    shown = request.app.state.services.settings.environment.get("KEPT_DEMO")
    return RedirectResponse("/demo" if shown else "/desk", status_code=303)


async def _to_login(request: Request, error: Exception) -> Response:
    assert isinstance(error, KeptError)
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        path = "/desk/password" if error.remedy == "/desk/password" else "/desk/login"
        return RedirectResponse(path, status_code=303)
    return JSONResponse({"error": error.what, "remedy": error.remedy}, status_code=error.status)


class _Strict:
    """Nothing from other origins, nothing kept by caches, nothing embedded elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        may_be_kept = scope["path"].startswith("/static")

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("content-security-policy", POLICY)
                headers.setdefault("x-content-type-options", "nosniff")
                headers.setdefault("referrer-policy", "no-referrer")
                if not may_be_kept:
                    headers.setdefault("cache-control", "no-store")
            await send(message)

        await self._app(scope, receive, guarded)


async def _explain(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, KeptError)
    return JSONResponse({"error": error.what, "remedy": error.remedy}, status_code=error.status)
