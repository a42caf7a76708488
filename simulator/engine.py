"""The pretend Telegram: takes a call of the Bot API, gives the answer that Telegram would give.

One engine serves both transports (`simulator.transport` in-process, `simulator.server` over HTTP). It answers with
an HTTP status and bytes, or raises `ConnectionBroken` or `NoAnswer`, which the transport turns into a broken
connection or a silence.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simulator import api_editing, api_sending, api_settings
from simulator.arguments import Arguments
from simulator.errors import (
    ApiError,
    ConnectionBroken,
    NoAnswer,
    conflict,
    too_many_requests,
    unauthorized,
    unknown_method,
)
from simulator.faults import Fault, FaultKind
from simulator.people import People
from simulator.world import World

Json = dict[str, Any]

METHODS = api_sending.METHODS | api_editing.METHODS | api_settings.METHODS
HTML_502 = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
HTML_SIGN_IN = b"<!doctype html><title>Wi-Fi</title><form action=/login></form>"
_REFUSALS = {
    FaultKind.SERVER_ERROR: ApiError(500, "Internal Server Error"),
    FaultKind.UNAUTHORIZED: unauthorized(),
    FaultKind.NOT_FOUND: ApiError(404, "Not Found"),
    FaultKind.CONFLICT: conflict(
        "terminated by other getUpdates request; make sure that only one bot instance is running"
    ),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire."""

    status: int
    body: bytes
    content_type: str = "application/json"


class Engine:
    """One pretend Telegram with one bot; `world` is what exists in it, `people` is what people can do in it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people = People(world)
        self.calls = 0
        self.in_flight = 0

    async def call(self, token: str, method: str, args: Arguments) -> Answer:
        """Answer one call of the Bot API, under the faults planted for it."""
        name = method.lower()
        polling = name == "getupdates"
        self.calls += not polling
        self.in_flight += not polling
        try:
            struck = self.world.faults.strike(name, args.chat(), self.world.clock.monotonic())
            under = self._answer_under(struck, token, name, args) if struck else self._answer(token, name, args)
            answer = await under
        except (ConnectionBroken, NoAnswer):
            self._note("broken", {"method": method}, polling)
            raise
        finally:
            self.in_flight -= not polling
        if answer.status != 200:
            self._note("refused", {"method": method, "status": answer.status, "description": _why(answer)}, polling)
        return answer

    def _note(self, kind: str, body: Json, polling: bool) -> None:
        # A bot that polls through an outage would fill the log with one line a second.
        if not polling:
            self.world.events.add(self.world.clock.now(), kind, 0, body)

    def download(self, token: str, path: str) -> Answer:
        """Answer a file download."""
        stored = self.world.files.at_path(path)
        if token != self.world.bot.token:
            return refusal(unauthorized())
        if stored is None:
            return refusal(ApiError(404, "Not Found"))
        return Answer(200, stored.content, "application/octet-stream")

    async def _answer_under(self, struck: Sequence[Fault], token: str, name: str, args: Arguments) -> Answer:
        for fault in struck:
            refused = await self._before(fault)
            if refused is not None:
                return refused
        delivered = len(self.world.ledger)
        answer = await self._answer(token, name, args)
        for fault in struck:
            answer = await self._after(fault, answer, delivered)
        return answer

    async def _before(self, fault: Fault) -> Answer | None:
        match fault.kind:
            case FaultKind.LATENCY:
                await self.world.clock.sleep(fault.seconds)
            case FaultKind.RESET | FaultKind.OUTAGE:
                raise ConnectionBroken(delivered=False)
            case FaultKind.HANG:
                raise NoAnswer(fault.seconds)
            case FaultKind.BAD_GATEWAY:
                return Answer(502, HTML_502, "text/html")
            case FaultKind.FLOOD:
                return refusal(too_many_requests(max(1, round(fault.seconds))))
            case FaultKind.STRANGE_PAGE:
                return Answer(200, HTML_SIGN_IN, "text/html")
            case FaultKind.LOST_ANSWER | FaultKind.SLOW_ANSWER | FaultKind.HALF_ANSWER:
                return None
            case kind:
                return refusal(_REFUSALS[kind])
        return None

    async def _after(self, fault: Fault, answer: Answer, delivered: int) -> Answer:
        match fault.kind:
            case FaultKind.LOST_ANSWER:
                self.world.ledger.mark_unanswered(delivered)
                raise ConnectionBroken(delivered=True)
            case FaultKind.HALF_ANSWER:
                self.world.ledger.mark_unanswered(delivered)
                return Answer(answer.status, answer.body[: len(answer.body) // 2])
            case FaultKind.SLOW_ANSWER:
                await self._keep_waiting(fault.seconds, delivered)
        return answer

    async def _keep_waiting(self, seconds: float, delivered: int) -> None:
        try:
            await self.world.clock.sleep(seconds)
        except asyncio.CancelledError:  # the caller ran out of patience and will never know
            self.world.ledger.mark_unanswered(delivered)
            raise

    async def _answer(self, token: str, name: str, args: Arguments) -> Answer:
        try:
            if token != self.world.bot.token:
                raise unauthorized()
            result = await self._get_updates(args) if name == "getupdates" else self._perform(name, args)
        except ApiError as error:
            return refusal(error)
        return Answer(200, json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode())

    def _perform(self, name: str, args: Arguments) -> Any:
        method = METHODS.get(name)
        if method is None:
            raise unknown_method()
        return method(self.world, args)

    async def _get_updates(self, args: Arguments) -> Sequence[Json]:
        api_settings.set_allowed_updates(self.world, args)
        offset, limit = args.integer("offset"), args.integer("limit", 100)
        return await self.world.updates.poll(offset, limit, args.integer("timeout"))


def refusal(error: ApiError) -> Answer:
    """A refusal as bytes on the wire."""
    body: Json = {"ok": False, "error_code": error.status, "description": error.description}
    if error.parameters:
        body["parameters"] = dict(error.parameters)
    return Answer(error.status, json.dumps(body).encode())


def _why(answer: Answer) -> str:
    if answer.content_type != "application/json":
        return answer.content_type
    return str(json.loads(answer.body).get("description", ""))
