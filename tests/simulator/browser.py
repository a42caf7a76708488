"""A headless Chromium spoken to over the DevTools protocol: open a page, look, click, type, take a picture."""

import asyncio
import base64
import json
import shutil
import subprocess
import tempfile
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import IO, Any

import aiohttp

Json = dict[str, Any]

BINARY = shutil.which("chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
]
KEYS = {"Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, ""), "ArrowDown": (40, ""), " ": (32, " ")}
DEADLINE = 60.0  # seconds: a page that has not come to a state by then never will


class Page:
    """One open page and everything it complained about or asked for."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._answers: dict[int, asyncio.Future[Json]] = {}
        self._loaded = asyncio.Event()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._reader = asyncio.create_task(self._read())

    async def open(self, address: str, *, width: int = 1440, height: int = 900, dark: bool = False) -> None:
        """Load an address in a window of the size and wait until its script says that it is ready."""
        for domain in ("Page", "Runtime", "Log", "Network"):
            await self.command(f"{domain}.enable")
        await self.resize(width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        await self.command("Emulation.setEmulatedMedia", features=[scheme, calm])
        await self.command("Page.navigate", url=address)
        await self.until("document.body?.dataset.ready === 'true'")

    async def resize(self, width: int, height: int) -> None:
        phone = width < 600
        await self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone
        )

    async def value(self, script: str) -> Any:
        """What a script evaluates to."""
        options = {"expression": script, "returnByValue": True, "awaitPromise": True, "userGesture": True}
        answer = await self.command("Runtime.evaluate", **options)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    async def until(self, condition: str) -> None:
        """Wait until a condition holds, looked at in every frame of the page."""
        script = (
            f"new Promise(done => {{ const look = () => ({condition}) ? done(true) : setTimeout(look, 20); look() }})"
        )
        try:
            async with asyncio.timeout(DEADLINE):
                await self.value(script)
        except TimeoutError:
            raise AssertionError(f"never true: {condition}; complaints: {self.complaints}") from None

    async def click(self, selector: str) -> None:
        """Click with the mouse in the middle of an element."""
        script = (
            f"(() => {{ const node = document.querySelector({json.dumps(selector)}); node.scrollIntoView("
            "{block: 'nearest', behavior: 'instant'}); const box = node.getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2] })()"
        )
        x, y = await self.value(script)
        for kind in ("mousePressed", "mouseReleased"):
            await self.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    async def type(self, text: str) -> None:
        """Type a text where the focus is."""
        await self.command("Input.insertText", text=text)

    async def key(self, name: str, *, shift: bool = False) -> None:
        code, text = KEYS[name]
        pressed: Json = {"key": name, "code": name, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        await self.command("Input.dispatchKeyEvent", type="keyDown", **pressed, **({"text": text} if text else {}))
        await self.command("Input.dispatchKeyEvent", type="keyUp", **pressed)

    async def picture(self) -> bytes:
        """The window as a PNG."""
        return base64.b64decode((await self.command("Page.captureScreenshot", format="png"))["data"])

    async def command(self, method: str, **parameters: Any) -> Json:
        number = len(self._answers) + 1
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await self._answers[number]

    async def close(self) -> None:
        await self._socket.close()
        await self._reader

    async def _read(self) -> None:
        async for frame in self._socket:
            told = json.loads(frame.data)
            if "id" in told:
                self._answer(told)
            else:
                self._note(told["method"], told["params"])

    def _answer(self, told: Json) -> None:
        waiting = self._answers[told["id"]]
        if waiting.done():
            return
        if "error" in told:
            waiting.set_exception(AssertionError(str(told["error"])))
        else:
            waiting.set_result(told["result"])

    def _note(self, method: str, told: Json) -> None:
        match method:
            case "Runtime.exceptionThrown":
                self.complaints.append(str(told["exceptionDetails"]))
            case "Runtime.consoleAPICalled" if told["type"] in ("error", "warning", "assert"):
                self.complaints.append(str(told["args"]))
            case "Log.entryAdded" if told["entry"]["level"] in ("error", "warning"):
                self.complaints.append(str(told["entry"]))
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])


@contextmanager
def chromium() -> Iterator[str]:
    """A browser with an empty profile, gone at the end; gives the address of its DevTools."""
    assert BINARY is not None, "chromium is not installed"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [BINARY, *ARGUMENTS, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        draining = None
        try:
            address = _address(process.stderr)
            draining = threading.Thread(target=process.stderr.read)
            draining.start()
            yield address
        finally:
            process.terminate()
            process.wait()
            if draining is not None:
                draining.join()
            process.stderr.close()


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Page]:
    """A page of its own in the browser, without what others left in its storage."""
    async with aiohttp.ClientSession() as session:
        async with session.put(f"http://{address}/json/new?about:blank") as answer:
            target = await answer.json()
        page = Page(await session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=64 * 1024 * 1024))
        try:
            yield page
        finally:
            await page.command("Page.close")
            await page.close()


def _address(stderr: IO[str]) -> str:
    for line in stderr:
        if "DevTools listening on ws://" in line:
            return line.split("ws://")[1].split("/")[0]
    raise AssertionError("chromium ended before it listened")
