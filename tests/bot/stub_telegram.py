"""A tiny Telegram and tiny proxies on ports of the system's choice, to plant failures in."""

import asyncio
import contextlib
import json
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

TOKEN = "123456789:AAE-not-a-real-token_but-shaped-like-1"
Answer = web.StreamResponse | Callable[[web.Request], Awaitable[web.StreamResponse]]


def ok(result: Any = True) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def refused(status: int, description: str, **parameters: Any) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=status)


def page(status: int) -> web.Response:
    return web.Response(status=status, text=f"<html>{TOKEN} is not here</html>", content_type="text/html")


async def reset(request: web.Request) -> web.StreamResponse:
    """Cut the line after the request has been read."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def hang(request: web.Request) -> web.StreamResponse:
    """Never answer."""
    await asyncio.Event().wait()
    return web.Response()


async def half(request: web.Request) -> web.StreamResponse:
    """Half a body, then the line is cut."""
    answer = web.StreamResponse(headers={"Content-Length": "1000"})
    await answer.prepare(request)
    await answer.write(b'{"ok": true, "resu')
    assert request.transport is not None
    request.transport.abort()
    return answer


@dataclass
class StubTelegram:
    """Answers each method with what was planned for it, in order; unplanned calls with a message that was sent."""

    root: str = ""
    plan: dict[str, list[Answer]] = field(default_factory=dict)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    message_id: int = 0

    def will(self, method: str, *answers: Answer) -> None:
        self.plan.setdefault(method, []).extend(answers)

    def called(self, method: str) -> list[dict[str, Any]]:
        return [parameters for name, parameters in self.calls if name == method]

    async def on_call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        values = await _json(request) if request.content_type == "application/json" else await _form(request)
        self.calls.append((method, values))
        planned = self.plan.get(method)
        if planned:
            answer = planned.pop(0)
            return answer if isinstance(answer, web.StreamResponse) else await answer(request)
        self.message_id += 1
        return ok({"message_id": self.message_id, "chat": {"id": 1, "type": "private"}, "date": 0})

    async def on_file(self, request: web.Request) -> web.StreamResponse:
        return web.Response(body=self.files[request.match_info["path"]])


async def _json(request: web.Request) -> dict[str, Any]:
    """The parameters as a form would have them: everything that is no text as JSON."""
    body = await request.json()
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in body.items()}


async def _form(request: web.Request) -> dict[str, Any]:
    return {
        name: (value.filename, value.content_type, value.file.read()) if isinstance(value, web.FileField) else value
        for name, value in (await request.post()).items()
    }


@contextlib.asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    port = site._server.sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


@pytest.fixture
async def stub() -> AsyncIterator[StubTelegram]:
    telegram = StubTelegram()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", f"/bot{TOKEN}/{{method}}", telegram.on_call)
    app.router.add_get(f"/file/bot{TOKEN}/{{path:.+}}", telegram.on_file)
    async with serving(app) as telegram.root:
        yield telegram


@dataclass
class TinyProxy:
    """Carries bytes to where it is asked to, and remembers where that was."""

    url: str = ""
    targets: list[tuple[str, int]] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, first: bytes) -> None:
        host, port = self.targets[-1]
        there_reader, there_writer = await asyncio.open_connection(host, port)
        there_writer.write(first)

        async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
            with contextlib.suppress(ConnectionError):
                while data := await source.read(65536):
                    sink.write(data)
                    await sink.drain()
            sink.close()

        await asyncio.gather(pump(reader, there_writer), pump(there_reader, writer))

    async def http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        verb, address, rest = head.split(b" ", 2)
        where, _, path = address.decode().removeprefix("http://").partition("/")
        host, _, port = where.partition(":")
        self.targets.append((host, int(port)))
        await self.carry(reader, writer, verb + b" /" + path.encode() + b" " + rest)

    async def socks5(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, count = await reader.readexactly(2)
        await reader.readexactly(count)
        writer.write(b"\x05\x00")
        _, _, _, kind = await reader.readexactly(4)
        if kind == 1:
            host = socket.inet_ntoa(await reader.readexactly(4))
        else:
            host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
        (port,) = struct.unpack("!H", await reader.readexactly(2))
        self.targets.append((host, port))
        writer.write(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        await self.carry(reader, writer, b"")


@pytest.fixture(params=["http", "socks5"])
async def proxy(request: pytest.FixtureRequest) -> AsyncIterator[TinyProxy]:
    tiny = TinyProxy()
    tasks = tiny.tasks

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def talk() -> None:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                await getattr(tiny, request.param)(reader, writer)
            writer.close()

        task = asyncio.get_running_loop().create_task(talk())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    tiny.url = f"{request.param}://127.0.0.1:{port}"
    try:
        yield tiny
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture
def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class SteppedClock:
    """A clock that stands still, and jumps ahead when somebody sleeps on it."""

    at: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return datetime(2026, 11, 20, 8, tzinfo=UTC) + timedelta(seconds=self.at)

    def monotonic(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += max(0.0, seconds)
        await asyncio.sleep(0)
