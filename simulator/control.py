"""The control API: people, clock, faults and truth over HTTP. Its manual is the docstring of `simulator.server`."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from aiohttp import web

from simulator.acting import Acting, body_of
from simulator.api_settings import commands_seen_by
from simulator.engine import Engine
from simulator.errors import ApiError, CannotDo
from simulator.faults import Fault, FaultKind
from simulator.limits import Limits
from simulator.people import People
from simulator.world import Account, Message, Room, World

Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_control_routes(app: web.Application, engine: Engine) -> None:
    """Hang the control API into a web application."""
    desk = _Desk(engine)
    people, chats = "/control/people", "/control/chats"
    table: list[tuple[str, str, Handler]] = [
        ("GET", "/control/state", desk.state),
        ("POST", people, desk.add_person),
        ("GET", people + "/{who}/commands", desk.commands),
        ("POST", people + "/{who}/{verb}", desk.act),
        ("POST", "/control/groups", desk.add_group),
        ("POST", "/control/groups/{chat}/migrate", desk.migrate),
        ("POST", "/control/groups/{chat}/bot", desk.move_bot),
        ("GET", chats + "/{chat}/messages", desk.messages),
        ("GET", "/control/events", desk.events),
        ("GET", "/control/events/stream", desk.stream),
        ("GET", "/control/files/{file_id}", desk.file),
        ("GET", "/control/clock", desk.clock),
        ("POST", "/control/clock", desk.move_clock),
        ("GET", "/control/faults", desk.faults),
        ("POST", "/control/faults", desk.plant),
        ("DELETE", "/control/faults", desk.heal),
        ("POST", "/control/limits", desk.limits),
        ("GET", "/control/ledger", desk.ledger),
    ]
    for method, path, handler in table:
        app.router.add_route(method, path, _guarded(handler))


def _guarded(handler: Handler) -> Handler:
    async def guarded(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except CannotDo as reason:
            return _json({"error": str(reason)}, status=404 if "nobody here" in str(reason) else 400)
        except ApiError as error:
            return _json({"error": error.description}, status=error.status)
        except KeyError as missing:
            return _json({"error": f"{missing.args[0]} is missing or unknown"}, status=400)
        except (ValueError, TypeError) as wrong:
            return _json({"error": str(wrong)}, status=400)

    return guarded


class _Desk:
    """The handlers of the control API."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.world: World = engine.world
        self.people: People = engine.people
        self._acting = Acting(engine.people)

    # --- people and chats ---------------------------------------------------------------------------------------

    async def state(self, request: web.Request) -> web.Response:
        world = self.world
        rooms = [room for room in world.rooms.values() if not room.private]
        return _json(
            {
                "bot": world.bot.as_user(),
                "clock": self._clock(),
                "people": [_person(account) for account in world.accounts.values()],
                "groups": [_group(room) for room in rooms],
                "last": world.events.last,
                "pending_updates": len(world.updates),
                "in_flight": self.engine.in_flight,
                "polled": world.updates.polled,
            }
        )

    async def add_person(self, request: web.Request) -> web.Response:
        body = await request.json()
        options = {key: str(body[key]) for key in ("key", "username", "language", "phone") if body.get(key)}
        return _json(_person(self.people.add(str(body["name"]), **options)))  # type: ignore[arg-type]

    async def add_group(self, request: web.Request) -> web.Response:
        body = await request.json()
        members = [self.world.account(who).id for who in body["members"]]
        return _json(_group(self.people.add_group(body["title"], members, with_bot=body.get("with_bot", True))))

    async def migrate(self, request: web.Request) -> web.Response:
        return _json(_group(self.people.migrate(int(request.match_info["chat"]))))

    async def move_bot(self, request: web.Request) -> web.Response:
        body, chat = await request.json(), int(request.match_info["chat"])
        by = self.world.account(body["who"]).id
        if body["present"]:
            self.people.bot_joins(chat, by, as_admin=bool(body.get("admin")))
        else:
            self.people.bot_is_removed(chat, by)
        return _json(_group(self.world.rooms[chat]))

    async def commands(self, request: web.Request) -> web.Response:
        return _json(commands_seen_by(self.world, self._who(request)))

    async def act(self, request: web.Request) -> web.Response:
        who, verb = self._who(request), request.match_info["verb"]
        body = await body_of(request)
        result = self._acting.act(who, verb, body)
        return _json(self.world.message_event(result) if isinstance(result, Message) else result or {"ok": True})

    # --- watching -----------------------------------------------------------------------------------------------

    async def messages(self, request: web.Request) -> web.Response:
        chat = int(request.match_info["chat"])
        shown = [self.world.message_event(message) for message in self.world.history(chat)]
        keyboard = self.people.keyboard_message(chat)
        open_keyboard = self.world.message_event(keyboard) if keyboard else None
        return _json({"messages": shown, "last": self.world.events.last, "keyboard": open_keyboard})

    async def events(self, request: web.Request) -> web.Response:
        after, chat = _after(request)
        log = self.world.events
        with suppress(TimeoutError):
            async with asyncio.timeout(min(float(request.query.get("wait", 0)), 60.0)):
                while not log.after(after, chat):
                    await log.wait(log.last)
        return _json({"events": [event.as_json() for event in log.after(after, chat)], "last": log.last})

    async def stream(self, request: web.Request) -> web.StreamResponse:
        after, chat = _after(request)
        after = int(request.headers.get("Last-Event-ID", after))
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        with suppress(ConnectionResetError):
            while True:
                for event in self.world.events.after(after, chat):
                    data = json.dumps(event.as_json(), ensure_ascii=False)
                    await response.write(f"id: {event.number}\ndata: {data}\n\n".encode())
                after = self.world.events.last
                await self.world.events.wait(after)
        return response

    async def file(self, request: web.Request) -> web.Response:
        stored = self.world.files.get(request.match_info["file_id"])
        kind = "image/jpeg" if stored.kind == "photo" else stored.document()["mime_type"]
        return web.Response(body=stored.content, content_type=kind)

    # --- clock, faults, truth -----------------------------------------------------------------------------------

    async def clock(self, request: web.Request) -> web.Response:
        return _json(self._clock())

    async def move_clock(self, request: web.Request) -> web.Response:
        body, clock = await request.json(), self.world.clock
        if "speed" in body:
            clock.run_at(float(body["speed"]))
        if "paused" in body:
            clock.pause() if body["paused"] else clock.resume()
        if "advance" in body:
            clock.advance(float(body["advance"]))
        if "jump" in body:
            clock.jump(_moment(body["jump"]))
        return _json(self._clock())

    def _clock(self) -> Json:
        shown = self.world.clock_json()
        return shown | {"next_wake": self.world.clock.next_wake(), "last": self.world.events.last}

    async def faults(self, request: web.Request) -> web.Response:
        return _json([asdict(fault) | {"methods": sorted(fault.methods)} for fault in self.world.faults])

    async def plant(self, request: web.Request) -> web.Response:
        body = await request.json()
        fault = Fault(FaultKind(body["kind"]), frozenset(body.get("methods") or ()))
        given = {key: body[key] for key in ("chat_id", "times", "skip", "probability", "seconds") if key in body}
        self.world.faults.plant(replace(fault, **given), now=self.world.clock.monotonic())
        return await self.faults(request)

    async def heal(self, request: web.Request) -> web.Response:
        self.world.faults.clear()
        return await self.faults(request)

    async def limits(self, request: web.Request) -> web.Response:
        body = await request.json()
        known = {key: body[key] for key in ("overall", "chat_seconds", "chat_burst", "group") if key in body}
        self.world.flood.set(replace(self.world.flood.limits, **known))
        return _json(_limits(self.world.flood.limits))

    async def ledger(self, request: web.Request) -> web.Response:
        after, chat = _after(request)
        return _json([entry.as_json() for entry in self.world.ledger.after(after, chat)])

    # --- inner workings -----------------------------------------------------------------------------------------

    def _who(self, request: web.Request) -> int:
        return self.world.account(request.match_info["who"]).id


def _json(value: Any, status: int = 200) -> web.Response:
    return web.json_response(value, status=status, dumps=lambda v: json.dumps(v, ensure_ascii=False))


def _person(account: Account) -> Json:
    return asdict(account)


def _group(room: Room) -> Json:
    return {"id": room.id, "title": room.title, "members": sorted(room.members), "bot_status": room.bot_status}


def _limits(limits: Limits) -> Json:
    return asdict(limits)


def _after(request: web.Request) -> tuple[int, int | None]:
    chat = request.query.get("chat")
    return int(request.query.get("after", 0)), int(chat) if chat else None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("jump needs a time with its zone")
    return moment
