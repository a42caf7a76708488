"""The in-process wire: python-telegram-bot talks to an engine without a socket.

`SimulatedRequest` is a `BaseRequest`, so the status codes and bytes of the engine run through the same error
mapping of the library as those of the real network.
"""

import asyncio
from typing import Any
from urllib.parse import unquote

from telegram._utils.types import ODVInput
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.transport import AiohttpRequest, Unsent, network_error, refusal
from simulator.arguments import Arguments
from simulator.engine import Answer, Engine
from simulator.errors import ConnectionBroken, NoAnswer
from simulator.files import Upload

ROOT = "https://simulated.invalid"
BASE_URL = f"{ROOT}/bot"
BASE_FILE_URL = f"{ROOT}/file/bot"


def wire_error(error: Exception) -> TelegramError:
    """A fault of the wire as the bot's own transport reports it: surely unsent, or nobody knows."""
    return Unsent("refused") if isinstance(error, ConnectionRefusedError) else network_error(error)


class SimulatedRequest(BaseRequest):
    """One of these replaces each network client of the bot.

    A connection that breaks before delivery is `Unsent`, one that breaks after it a `NetworkError`; a silence is
    `TimedOut` after the read timeout, in simulated seconds. Answers other than 2xx are read by the library.
    """

    def __init__(self, engine: Engine, *, read_timeout: float = 15.0) -> None:
        self._engine = engine
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        patience = read_timeout if isinstance(read_timeout, int | float) else self._read_timeout
        try:
            answer = await self._carry(url, request_data, patience)
        except (OSError, TimeoutError) as error:
            raise wire_error(error) from error
        return answer.status, answer.body

    async def _carry(self, url: str, request_data: RequestData | None, patience: float) -> Answer:
        try:
            return await self._patiently(url, request_data, patience)
        except ConnectionBroken as broken:
            if broken.delivered:
                raise ConnectionResetError("the connection was reset by the peer") from None
            raise ConnectionRefusedError("the connection was refused") from None
        except NoAnswer as silence:
            await self._engine.world.clock.sleep(min(patience, silence.seconds))
            raise TimeoutError("no answer came") from None

    async def _patiently(self, url: str, request_data: RequestData | None, patience: float) -> Answer:
        # Only a planted fault can make the engine slow, so the race is run only then.
        if not self._engine.world.faults:
            return await self._to_engine(url, request_data)
        call = asyncio.ensure_future(self._to_engine(url, request_data))
        limit = asyncio.ensure_future(self._engine.world.clock.sleep(patience))
        try:
            await asyncio.wait([call, limit], return_when=asyncio.FIRST_COMPLETED)
            if not call.done():
                raise TimeoutError("no answer in time")
            return call.result()
        finally:
            call.cancel()
            limit.cancel()

    async def _to_engine(self, url: str, request_data: RequestData | None) -> Answer:
        if url.startswith(BASE_FILE_URL):
            token, _, path = unquote(url.removeprefix(BASE_FILE_URL)).partition("/")
            return self._engine.download(token, path)
        token, _, method = url.removeprefix(BASE_URL).partition("/")
        return await self._engine.call(token, method, arguments_of(request_data))


class HouseRequest(SimulatedRequest):
    """The same wire, its answers read as the bot's own transport reads them."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        status, body = await super().do_request(*args, **kwargs)
        if not 200 <= status <= 299:
            raise refusal(status, body)
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        return AiohttpRequest.parse_json_payload(payload)


def arguments_of(request_data: RequestData | None) -> Arguments:
    """What would stand in the body of the request."""
    if request_data is None:
        return Arguments({})
    parts = request_data.multipart_data if request_data.contains_files else {}
    return Arguments(request_data.json_parameters, {name: _upload(part) for name, part in parts.items()})


def _upload(part: Any) -> Upload:
    name, content, _ = part
    return Upload(name, content if isinstance(content, bytes) else content.read())
