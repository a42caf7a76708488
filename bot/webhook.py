"""Receiving updates: a small server behind the office's own web server. An update is stored, then acknowledged.

Telegram repeats whatever is not answered with 2xx, so a failing store or a full house loses nothing.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.intake import Intake, RawUpdate
from bot.polling import Keep

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
BODY_BYTES = 1024 * 1024
ROOM_SECONDS = 5.0


class Webhook:
    """Listens for Telegram's calls at the path of `url`, and for the curious at `/healthz`."""

    def __init__(
        self,
        keep: Keep,
        intake: Intake,
        *,
        url: str,
        secret: str,
        listen: tuple[str, int],
        healthy: Callable[[], bool] = lambda: True,
        room_seconds: float = ROOM_SECONDS,
    ) -> None:
        self._keep, self._intake, self._healthy = keep, intake, healthy
        self._secret = secret.encode()
        self._listen, self._room_seconds = listen, room_seconds
        app = web.Application(client_max_size=BODY_BYTES)
        app.router.add_post(urlsplit(url).path or "/", self._receive)
        app.router.add_get("/healthz", self._health)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=10)

    async def start(self) -> None:
        """Listen; returns once calls are taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._listen).start()

    async def stop(self) -> None:
        """Take no more calls; those that have begun are finished."""
        await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._runner.addresses[0][1])

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        update = _update(await request.read())
        if update is None:
            log.warning("webhook call without an update")
            return web.Response()  # repeating it would not make it better
        try:
            await asyncio.wait_for(self._intake.room(), self._room_seconds)
            new = await self._keep([update])
        except Exception as fault:
            log.warning("update not taken", extra={"reason": type(fault).__name__})
            return web.Response(status=503)
        if update["update_id"] in new:
            self._intake.submit([update])
        return web.Response()

    async def _health(self, request: web.Request) -> web.Response:
        return web.Response(text="ok") if self._healthy() else web.Response(status=503, text="failing")


def _update(body: bytes) -> RawUpdate | None:
    """The update in the body; None when there is none."""
    try:
        update: Any = json.loads(body)
    except ValueError:
        return None
    return update if isinstance(update, dict) and type(update.get("update_id")) is int else None
