"""Small calls over the connections of aiohttp's pool, without its client.

For each call the client makes anew what is the same for all calls of a method: address, headers, cookies, a task that
writes the body, an object for the answer. That was half of what a message cost. Here it is made once; connections
(TLS, proxies, keeping alive) and the reading of answers are aiohttp's, as they are for files.
"""

import asyncio

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from yarl import URL

MAX_BODY = 50 * 1024 * 1024

_LENGTH = "Content-Length"


class AnswerTooLarge(aiohttp.ClientError):
    """Larger than any answer or file of Telegram's; it is not read."""


class Wire:
    """Posts JSON through the connector, and through the proxy, that the client has too."""

    __slots__ = ("_connector", "_headers", "_heads", "_proxy", "_requests", "_timeout")

    def __init__(
        self, connector: aiohttp.BaseConnector, headers: dict[str, str], proxy: str | None, connect_seconds: float
    ) -> None:
        self._connector = connector
        self._headers = headers | {"Content-Type": "application/json"}
        self._proxy = None if proxy is None else URL(proxy)
        self._timeout = aiohttp.ClientTimeout(connect=connect_seconds)
        self._requests: dict[str, aiohttp.ClientRequest] = {}  # as many as methods are called
        self._heads: dict[str, bytes] = {}

    async def post(self, url: str, body: bytes) -> tuple[int, bytes]:
        """Status and body of the answer."""
        connection = await self._connect(url)
        try:
            answer = await self._exchange(connection.protocol, b"%b%d\r\n\r\n%b" % (self._head(url), len(body), body))
        except BaseException:
            connection.close()  # what comes on it now would be taken for the next answer
            raise
        connection.release()
        return answer

    async def _connect(self, url: str) -> Connection:
        request = self._requests.get(url)
        if request is None:
            loop, address = asyncio.get_running_loop(), URL(url, encoded=True)
            request = aiohttp.ClientRequest("POST", address, headers=self._headers, proxy=self._proxy, loop=loop)
            self._requests[url] = request
        try:
            return await self._connector.connect(request, [], self._timeout)
        except TimeoutError as fault:
            raise aiohttp.ConnectionTimeoutError from fault

    def _head(self, url: str) -> bytes:
        """What goes before the body's length; connecting has added what a proxy wants to the headers."""
        head = self._heads.get(url)
        if head is None:
            request = self._requests[url]
            target = str(request.url) if request.proxy and not request.is_ssl() else request.url.raw_path_qs
            headers = (f"{name}: {value}" for name, value in request.headers.items() if name != _LENGTH)
            head = "\r\n".join((f"POST {target} HTTP/1.1", *headers, f"{_LENGTH}: ")).encode()
            self._heads[url] = head
        return head

    async def _exchange(self, protocol: ResponseHandler | None, written: bytes) -> tuple[int, bytes]:
        if protocol is None or protocol.transport is None:
            raise aiohttp.ClientConnectionResetError
        protocol.set_response_params(read_until_eof=True)
        protocol.transport.write(written)
        message, payload = await protocol.read()
        while 100 <= message.code < 200:  # the answer itself is still to come
            message, payload = await protocol.read()
        length = message.headers.get(_LENGTH)
        return message.code, await body_of(payload, None if length is None else int(length))


async def body_of(payload: aiohttp.StreamReader, length: int | None) -> bytes:
    """The whole body of an answer; raises `AnswerTooLarge`."""
    if length is not None and length <= MAX_BODY:
        return await payload.read()
    if length is None:
        chunks: list[bytes] = []
        size = 0
        async for chunk in payload.iter_any():
            chunks.append(chunk)
            size += len(chunk)
            if size > MAX_BODY:
                break
        else:
            return b"".join(chunks)
    raise AnswerTooLarge
