"""The HTTP transport: what it sends, how long it waits, and what each failure is taken for."""

import asyncio
import itertools
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import aiohttp
import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.transport import AiohttpRequest, Unsent, network_error
from tests.bot.stub_telegram import TOKEN, StubTelegram, TinyProxy, half, hang, ok, page, refused, reset


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(call_seconds=1.0) as request:
        yield request


def data(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


async def failure(request: AiohttpRequest, url: str, **options: float) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await request.post(url, data(chat_id=1), **options)
    printed = "".join(traceback.format_exception(caught.value))
    for secret in (TOKEN, "127.0.0.1", f"/bot{TOKEN[:3]}", "relay", "secret"):
        assert secret not in printed
        assert secret not in repr(caught.value)
    return caught.value


async def test_parameters_arrive_as_one_json_object(request_: AiohttpRequest, stub: StubTelegram) -> None:
    stub.will("sendMessage", ok({"message_id": 7}))
    keyboard = {"inline_keyboard": [[{"text": "Có", "callback_data": "a:1"}]]}
    result = await request_.post(
        f"{stub.root}/bot{TOKEN}/sendMessage", data(chat_id=5, text="Chào & mừng", reply_markup=keyboard, protect=True)
    )
    assert result == {"message_id": 7}
    assert stub.calls == [
        (
            "sendMessage",
            {
                "chat_id": "5",
                "text": "Chào & mừng",
                "reply_markup": '{"inline_keyboard": [[{"text": "C\\u00f3", "callback_data": "a:1"}]]}',
                "protect": "true",
            },
        )
    ]


async def test_files_arrive_as_multipart_with_name_and_type(request_: AiohttpRequest, stub: StubTelegram) -> None:
    content = b"%PDF" + bytes(2_000_000)
    await request_.post(
        f"{stub.root}/bot{TOKEN}/sendDocument", data(chat_id=5, document=InputFile(content, filename="giấy mời.pdf"))
    )
    assert stub.called("sendDocument") == [{"chat_id": "5", "document": ("giấy mời.pdf", "application/pdf", content)}]


async def test_a_file_is_fetched_as_it_is(request_: AiohttpRequest, stub: StubTelegram) -> None:
    stub.files["documents/file_1.txt"] = b"\x00\xff" * 50_000
    assert await request_.retrieve(f"{stub.root}/file/bot{TOKEN}/documents/file_1.txt") == b"\x00\xff" * 50_000


@pytest.mark.parametrize(
    ("planned", "expected", "text"),
    [
        (refused(400, "Bad Request: chat not found"), BadRequest, "Chat not found"),
        (refused(403, "Forbidden: bot was blocked by the user"), Forbidden, "Forbidden: bot was blocked by the user"),
        (refused(401, "Unauthorized"), InvalidToken, "Unauthorized"),
        (refused(404, "Not Found"), InvalidToken, "Not Found"),
        (refused(409, "Conflict: terminated"), Conflict, "Conflict: terminated"),
        (refused(500, "Internal"), NetworkError, "HTTP 500"),
        (page(404), InvalidToken, "HTTP 404"),
        (page(403), Unsent, "HTTP 403"),
        (page(400), Unsent, "HTTP 400"),
        (page(407), Unsent, "HTTP 407"),
        (page(413), BadRequest, "HTTP 413"),
        (page(502), NetworkError, "HTTP 502"),
        (page(302), NetworkError, "HTTP 302"),
        (page(200), NetworkError, "not Telegram's answer"),
        (refused(200, "?"), NetworkError, "not Telegram's answer"),
        (reset, NetworkError, "ServerDisconnectedError"),
        (half, NetworkError, "ClientPayloadError"),
        (hang, TimedOut, "TimeoutError"),
    ],
)
async def test_every_answer_is_mapped(
    request_: AiohttpRequest, stub: StubTelegram, planned: object, expected: type, text: str
) -> None:
    stub.will("sendMessage", planned)
    error = await failure(request_, f"{stub.root}/bot{TOKEN}/sendMessage")
    assert (type(error), error.message) == (expected, text)


@pytest.mark.parametrize(
    ("planned", "seconds"),
    [
        (refused(429, "Too Many Requests", retry_after=17), 17),
        (refused(429, "Too Many Requests", retry_after=0), 5),
        (page(429), 5),
    ],
)
async def test_a_flood_answer_says_how_long_to_wait(
    request_: AiohttpRequest, stub: StubTelegram, planned: object, seconds: int
) -> None:
    stub.will("sendMessage", planned)
    error = await failure(request_, f"{stub.root}/bot{TOKEN}/sendMessage")
    assert isinstance(error, RetryAfter)
    assert error._retry_after.total_seconds() == seconds


async def test_a_redirection_is_not_followed_for_the_address_holds_the_token(
    request_: AiohttpRequest, stub: StubTelegram
) -> None:
    stub.will("sendMessage", web.Response(status=307, headers={"Location": f"{stub.root}/bot{TOKEN}/elsewhere"}))
    error = await failure(request_, f"{stub.root}/bot{TOKEN}/sendMessage")
    assert (error.message, [method for method, _ in stub.calls]) == ("HTTP 307", ["sendMessage"])


async def test_a_group_that_became_a_supergroup_gives_its_new_number(
    request_: AiohttpRequest, stub: StubTelegram
) -> None:
    stub.will("sendMessage", refused(400, "Bad Request: upgraded", migrate_to_chat_id=-100200))
    error = await failure(request_, f"{stub.root}/bot{TOKEN}/sendMessage")
    assert isinstance(error, ChatMigrated)
    assert error.new_chat_id == -100200


async def test_a_refused_connection_was_surely_not_sent(request_: AiohttpRequest, free_port: int) -> None:
    error = await failure(request_, f"http://127.0.0.1:{free_port}/bot{TOKEN}/sendMessage")
    assert type(error) is Unsent


async def test_a_name_that_does_not_exist_was_surely_not_sent(request_: AiohttpRequest) -> None:
    error = await failure(request_, f"http://telegram.invalid/bot{TOKEN}/sendMessage")
    assert type(error) is Unsent


@pytest.mark.parametrize("scheme", ["http", "socks5", "socks4"])
async def test_a_dead_proxy_means_surely_not_sent(stub: StubTelegram, free_port: int, scheme: str) -> None:
    async with AiohttpRequest(f"{scheme}://user:secret@127.0.0.1:{free_port}") as request:
        error = await failure(request, f"{stub.root}/bot{TOKEN}/sendMessage")
    assert type(error) is Unsent
    assert stub.calls == []


async def test_a_proxy_that_wants_a_password_means_surely_not_sent() -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with AiohttpRequest(f"http://127.0.0.1:{port}") as request:
            error = await failure(request, f"https://telegram.invalid/bot{TOKEN}/sendMessage")
    assert (type(error), error.message) == (Unsent, "ClientHttpProxyError")


def test_a_connection_that_took_too_long_was_surely_not_sent() -> None:
    assert type(network_error(aiohttp.ConnectionTimeoutError())) is Unsent


async def test_a_closed_transport_sends_nothing(stub: StubTelegram) -> None:
    request = AiohttpRequest()
    error = await failure(request, f"{stub.root}/bot{TOKEN}/sendMessage")
    assert (type(error), error.message) == (Unsent, "closed")


async def test_a_long_poll_may_outlast_the_time_of_a_call(stub: StubTelegram) -> None:
    async def late(_: object) -> object:
        answered = asyncio.Event()
        asyncio.get_running_loop().call_later(0.15, answered.set)
        await answered.wait()
        return ok([])

    stub.will("getUpdates", late)
    async with AiohttpRequest(call_seconds=0.05) as request:
        assert await request.post(f"{stub.root}/bot{TOKEN}/getUpdates", data(timeout=30), read_timeout=40) == []


async def test_many_at_once_wait_for_a_place_instead_of_timing_out(stub: StubTelegram) -> None:
    here = asyncio.Barrier(4)
    running, most = 0, 0

    async def four_at_a_time(_: object) -> object:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await here.wait()
        running -= 1
        return ok()

    stub.will("sendMessage", *[four_at_a_time] * 40)
    async with AiohttpRequest(call_seconds=5, in_flight=4) as request:
        url = f"{stub.root}/bot{TOKEN}/sendMessage"
        results = await asyncio.gather(*(request.post(url, data(chat_id=n)) for n in range(40)))
    assert (results, most) == ([True] * 40, 4)


async def test_calls_uploads_polls_and_downloads_go_through_the_proxy(stub: StubTelegram, proxy: TinyProxy) -> None:
    stub.files["a.txt"] = b"A"
    port = int(stub.root.rpartition(":")[2])
    async with AiohttpRequest(proxy.url) as request:
        call = f"{stub.root}/bot{TOKEN}"
        await request.post(f"{call}/sendMessage", data(chat_id=1))
        await request.post(f"{call}/sendDocument", data(chat_id=1, document=InputFile(b"x", filename="x.txt")))
        await request.post(f"{call}/getUpdates", data(timeout=1), read_timeout=5)
        assert await request.retrieve(f"{stub.root}/file/bot{TOKEN}/a.txt") == b"A"
    assert [method for method, _ in stub.calls] == ["sendMessage", "sendDocument", "getUpdates"]
    assert set(proxy.targets) == {("127.0.0.1", port)}


@asynccontextmanager
async def answering(*answers: bytes) -> AsyncIterator[tuple[str, list[int], asyncio.Event]]:
    """A server that gives these answers, in order; its address, the connection of each request, and the first one."""
    left, connections, arrived = list(answers), list[int](), asyncio.Event()
    numbers = itertools.count(1)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number = next(numbers)
        with suppress(asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                await reader.readexactly(int(head.lower().partition(b"content-length:")[2].split()[0]))
                connections.append(number)
                arrived.set()
                writer.write(left.pop(0))
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot{TOKEN}/sendMessage", connections, arrived


def whole(result: int) -> bytes:
    body = b'{"ok": true, "result": %d}' % result
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


async def test_calls_share_a_connection_but_none_after_one_that_was_given_up(request_: AiohttpRequest) -> None:
    async with answering(whole(1), b"", whole(3), whole(4)) as (url, connections, arrived):
        assert await request_.post(url, data(chat_id=1)) == 1
        arrived.clear()
        given_up = asyncio.create_task(request_.post(url, data(chat_id=2)))
        await arrived.wait()
        given_up.cancel()
        assert [await request_.post(url, data(chat_id=number)) for number in (3, 4)] == [3, 4]
    assert connections == [1, 1, 2, 2]


async def test_an_answer_in_pieces_behind_a_hint_is_read_whole(request_: AiohttpRequest) -> None:
    pieces = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{"resu\r\n7\r\nlt": 7}\r\n0\r\n\r\n'
    async with answering(b"HTTP/1.1 103 Early Hints\r\n\r\n" + pieces) as (url, _, _):
        assert await request_.post(url, data(chat_id=1)) == 7


async def test_an_answer_larger_than_any_of_telegrams_is_not_read(request_: AiohttpRequest) -> None:
    async with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 60000000\r\n\r\n") as (url, _, _):
        assert (await failure(request_, url)).message == "AnswerTooLarge"


def test_its_repr_tells_nothing() -> None:
    assert repr(AiohttpRequest("http://user:secret@relay.example:1")) == "AiohttpRequest()"
