"""The page of the simulator: its files under `/`, and what a show adds to the control API.

GET  /                        the page: phones, clock, what is happening
GET  /page/<name>             its parts
GET  /control/show            {"phones": [person's number…], "roles": {number: role},
                              "next_reminder": ISO 8601 or null}; roles are delegate, organizer, unit, person
POST /control/show/jump       moves the clock to the next reminder → the clock; 404 when none is waiting
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from aiohttp import web

from simulator.engine import Engine

PAGE = Path(__file__).resolve().parent / "page"
# The page asks nobody but its own server, and no text of a message can become a script.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


async def _no_reminder() -> datetime | None:
    return None


@dataclass(frozen=True, slots=True)
class Show:
    """What a show tells the page: whose phones lie side by side, who plays what, when the next reminder is due."""

    phones: Sequence[int] = ()
    roles: Mapping[int, str] = field(default_factory=dict)
    next_reminder: Callable[[], Awaitable[datetime | None]] = _no_reminder


SHOW = web.AppKey("show", Show)


def add_page(app: web.Application, engine: Engine) -> None:
    """Hang the page into the application of a server; `app[SHOW] = Show(…)` then says what it shows."""

    async def jump(request: web.Request) -> web.StreamResponse:
        return await _jump(request, engine)

    app[SHOW] = Show()
    app.router.add_get("/", _index)
    app.router.add_get("/page/{name}", _part)
    app.router.add_get("/control/show", _show)
    app.router.add_post("/control/show/jump", jump)


async def _index(request: web.Request) -> web.StreamResponse:
    return _file(PAGE / "index.html")


async def _part(request: web.Request) -> web.StreamResponse:
    path = PAGE / request.match_info["name"]
    if path.parent != PAGE or path.suffix not in _KINDS or not path.is_file():
        raise web.HTTPNotFound()
    return _file(path)


def _file(path: Path) -> web.Response:
    return web.Response(body=path.read_bytes(), content_type=_KINDS[path.suffix], charset="utf-8", headers=_HEADERS)


async def _show(request: web.Request) -> web.Response:
    show = request.app[SHOW]
    due = await show.next_reminder()
    roles = {str(number): role for number, role in show.roles.items()}
    when = due.isoformat() if due else None
    return web.json_response({"phones": list(show.phones), "roles": roles, "next_reminder": when})


async def _jump(request: web.Request, engine: Engine) -> web.Response:
    clock = engine.world.clock
    due = await request.app[SHOW].next_reminder()
    if due is None:
        return web.json_response({"error": "no reminder is waiting"}, status=404)
    clock.jump(max(due, clock.now()))
    told = {"now": clock.now().isoformat(), "speed": clock.speed, "paused": clock.paused}
    engine.world.events.add(clock.now(), "clock", 0, told)
    return web.json_response(told)
