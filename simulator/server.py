"""The pretend Telegram over HTTP: the Bot API, file downloads, and a control API for pages and scripts.

The bot's side: set `base_url` to the server's root. `/bot<token>/<method>` takes GET, JSON, form and multipart;
`/file/bot<token>/<path>` gives files.

The control API speaks JSON under `/control/` (`simulator.control`). A refusal is `{"error": "<sentence>"}` with
status 400 (404 for somebody or something unknown). `who` is a person's number or key ("an"); times are ISO 8601.
The page at `/` belongs to `simulator.website`.

People and chats
    GET  /control/state                    {"bot": {id, username, first_name}, "clock": {…}, "people": [person…],
                                           "groups": [{id, title, members: [number…], bot_status}…], "last": N,
                                           "pending_updates": N, "in_flight": N, "polled": bool}
                                           person = {id, key, first_name, last_name, username, language, phone,
                                           started, blocked, deactivated}
    POST /control/people                   {"name", "key"?, "username"?, "language"?, "phone"?} → person
    POST /control/groups                   {"title", "members": [who…], "with_bot"? = true} → group
    POST /control/groups/<id>/migrate      → the new group
    POST /control/groups/<id>/bot          {"who", "present": bool, "admin"?}: somebody adds or removes the bot
    GET  /control/people/<who>/commands    [{"command", "description"}…] as the person's menu shows them
    POST /control/people/<who>/start       {"payload"?}
    POST /control/people/<who>/open        {"link"}: a t.me link to the bot
    POST /control/people/<who>/block | unblock | deactivate | contact
    POST /control/people/<who>/language    {"language"}: the language of the person's app

Speaking. `chat` is left out for the private chat with the bot; the answer is the message.
    POST /control/people/<who>/say         {"text", "chat"?, "reply_to"?}
    POST /control/people/<who>/edit        {"message_id", "text", "chat"?}
    POST /control/people/<who>/file        {"name", "base64", "caption"?, "chat"?}, or multipart: file, caption?, chat?
    POST /control/people/<who>/photo       the same
    POST /control/people/<who>/location    {"latitude", "longitude"}
    POST /control/people/<who>/press       {"message_id", "row", "column", "chat"?}  → {"kind": "callback", "id"} |
                                           {"kind": "link", "url"} | {"kind": "copy", "text"} |
                                           {"kind": "said" | "contact", "message_id"}
                                           or {"message_id", "data"}: any callback data, forged ones too

Watching. An event is {"number", "at", "kind", "chat_id", "body"}; numbers count from 1 without gaps.
    GET  /control/chats/<id>/messages      the messages that stand in the chat, oldest first, {"messages", "last",
                                           "keyboard": the message whose reply keyboard is open, or null}
    GET  /control/events?after=N&chat=ID&wait=S   {"events": […], "last": N}; waits up to S real seconds for one
    GET  /control/events/stream?after=N&chat=ID   the same as server-sent events: id: number, data: the event
    kinds: message, edit (body = the Bot API's message + "outgoing": sent by the bot, + "keyboard": its markup),
           delete {message_id}, press {person_id, data, label}, answer {person_id, message_id, text, alert, url}
           (the toast after a press), action {action} ("typing"…), reaction {message_id, emoji: […]}, pin {message_id},
           bot_status {status} (blocked = "kicked"), left, person, commands, clock {now, speed, paused},
           time {text}, refused {method, status, description}, broken {method} (what the bot got; not for getUpdates)
    GET  /control/files/<file_id>          the bytes (a picture or document of a message)

The clock, faults, truth
    GET  /control/clock                    {"now", "speed", "paused", "next_wake": seconds or null, "last": N}
    POST /control/clock                    one or more of {"speed": 60} {"paused": true} {"advance": seconds}
                                           {"jump": "2026-07-27T08:00:00+07:00"} → the clock
    GET | POST | DELETE /control/faults    POST {"kind", "methods"?: […], "chat_id"?, "times"?: 1 (null = for ever),
                                           "skip"?, "probability"?, "seconds"?}; kinds in `simulator.faults.FaultKind`
    POST /control/limits                   {"overall"?, "chat_seconds"?, "chat_burst"?, "group"?} (null = no limit)
    GET  /control/ledger?after=N&chat=ID   [{number, at, chat_id, method, message_id, text, answered}…]
"""

import asyncio
from typing import Any

from aiohttp import hdrs, web

from simulator.arguments import Arguments
from simulator.control import add_control_routes
from simulator.engine import Answer, Engine, refusal
from simulator.errors import ConnectionBroken, NoAnswer, bad_request, entity_too_large
from simulator.files import UPLOAD_LIMIT, Upload
from simulator.webhook import WebhookPusher
from simulator.website import add_page

ENGINE = web.AppKey("engine", Engine)


def build_app(engine: Engine) -> web.Application:
    """The web application around one engine; a page may add its own routes to it."""
    app = web.Application(client_max_size=UPLOAD_LIMIT + 10 * 1024 * 1024)
    app[ENGINE] = engine
    app.router.add_route(hdrs.METH_ANY, "/bot{token:[^/]+}/{method}", _call)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", _download)
    add_control_routes(app, engine)
    add_page(app, engine)
    return app


class Server:
    """A running server: `async with Server(engine) as server: server.url`."""

    def __init__(self, engine: Engine, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.engine = engine
        self.app = build_app(engine)
        self._host = host
        self._port = port
        self._runner: web.AppRunner | None = None
        self._pusher = WebhookPusher(engine.world)

    @property
    def url(self) -> str:
        """The root to set as the bot's `base_url`."""
        return f"http://{self._host}:{self._port}"

    async def start(self) -> None:
        """Listen; OSError when the port is taken. Port 0 lets the system choose."""
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self._port = self._runner.addresses[0][1]
        self._pusher.start()

    async def stop(self) -> None:
        await self._pusher.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> "Server":
        await self.start()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stop()


async def _call(request: web.Request) -> web.StreamResponse:
    try:
        args = await _arguments(request)
    except web.HTTPRequestEntityTooLarge:
        return _response(refusal(entity_too_large()))
    except ValueError:
        return _response(refusal(bad_request("can't parse JSON object")))
    return await _answer(request, args)


async def _answer(request: web.Request, args: Arguments) -> web.StreamResponse:
    engine = request.app[ENGINE]
    try:
        return _response(await engine.call(request.match_info["token"], request.match_info["method"], args))
    except ConnectionBroken:
        return _break(request)
    except NoAnswer as silence:
        await engine.world.clock.sleep(silence.seconds)
        return _break(request)


async def _download(request: web.Request) -> web.StreamResponse:
    return _response(request.app[ENGINE].download(request.match_info["token"], request.match_info["path"]))


def _response(answer: Answer) -> web.Response:
    return web.Response(status=answer.status, body=answer.body, content_type=answer.content_type)


def _break(request: web.Request) -> web.Response:
    # Aborting the transport sends a reset: the client sees a broken connection and not one byte of an answer.
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _arguments(request: web.Request) -> Arguments:
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        body = await request.json() if request.can_read_body else {}
        return Arguments(values | (body if isinstance(body, dict) else {}))
    files: dict[str, Upload] = {}
    for name, part in (await request.post()).items():
        if isinstance(part, web.FileField):
            with part.file:
                content = await asyncio.to_thread(part.file.read)
            files[name] = Upload(part.filename, content)
        else:
            values[name] = part
    return Arguments(values, files)
