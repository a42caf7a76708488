"""A stub of Telegram's API in a process of its own, so that only the bot is measured.

    python benchmarks/stub.py --updates N --chats C --delay SECONDS [--questions FILE]

Prints its port, then one JSON line when it has seen the first getUpdates, and one when the last answer has come:
`{"first_poll": t}`, `{"seconds": s, "answers": n, "sending": s}` (monotonic seconds, shared by all processes of a
machine; `sending` is from the first answer to the last). With `--answers N` it is the last after so many answers.
"""

import argparse
import asyncio
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

try:
    import uvloop
except ImportError:  # the stub is then slower, for both sides alike
    uvloop = None

HEAD_END = b"\r\n\r\n"
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
ME = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
BATCH = 100


class Desk:
    """Hands out the updates and counts the answers."""

    def __init__(self, updates: int, chats: int, delay: float, questions: list[str]) -> None:
        self.updates, self.chats, self.delay, self.questions = updates, chats, delay, questions
        self.given = 0
        self.answers = 0
        self.asked_at: float | None = None
        self.begun_at: float | None = None
        self.expected = updates
        self.texts: Counter[str] = Counter()
        self.done = asyncio.Event()

    def batch(self) -> list[dict[str, Any]]:
        """The next updates, at most a hundred."""
        if self.asked_at is None:
            self.asked_at = time.monotonic()
            print(json.dumps({"first_poll": self.asked_at}), flush=True)
        last = min(self.given + BATCH, self.updates)
        made = [self._update(number) for number in range(self.given, last)]
        self.given = last
        return made

    def _update(self, number: int) -> dict[str, Any]:
        chat = 1000 + number % self.chats
        person = {"id": chat, "is_bot": False, "first_name": "An", "language_code": "vi"}
        message = {
            "message_id": number + 1,
            "date": 1785000000,
            "chat": {"id": chat, "type": "private", "first_name": "An"},
            "from": person,
            "text": self.questions[number % len(self.questions)],
        }
        return {"update_id": number + 1, "message": message}

    def count(self, body: bytes) -> None:
        """One answer has come."""
        self.answers += 1
        if self.begun_at is None:
            self.begun_at = time.monotonic()
        if self.answers == self.expected:
            now = time.monotonic()
            asked = self.begun_at if self.asked_at is None else self.asked_at
            told = {"seconds": now - asked, "answers": self.answers, "sending": now - self.begun_at}
            print(json.dumps(told), flush=True)
            self.done.set()


class Wire(asyncio.Protocol):
    """Just enough HTTP/1.1: one request after another on a kept connection."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: Any = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(HEAD_END)) >= 0:
            head = self.buffer[:end]
            found = LENGTH.search(head)
            size = end + 4 + (int(found.group(1)) if found else 0)
            if len(self.buffer) < size:
                return
            body, self.buffer = self.buffer[end + 4 : size], self.buffer[size:]
            method = head.split(b" ", 2)[1].rsplit(b"/", 1)[-1].split(b"?")[0].decode()
            self.answer(method, body)

    def answer(self, method: str, body: bytes) -> None:
        loop = asyncio.get_running_loop()
        match method:
            case "getMe":
                self.say(ME)
            case "getUpdates":
                batch = self.desk.batch()
                loop.call_later(0 if batch else 0.5, self.say, batch)
            case "sendMessage":
                reply = {"message_id": 1, "date": 1785000000, "chat": {"id": 1, "type": "private"}, "text": "x"}
                if self.desk.delay:
                    loop.call_later(self.desk.delay, self.told, reply, body)
                else:
                    self.told(reply, body)
            case _:
                self.say(True)

    def told(self, reply: dict[str, Any], body: bytes) -> None:
        self.say(reply)
        self.desk.count(body)

    def say(self, result: Any) -> None:
        body = json.dumps({"ok": True, "result": result}).encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        if not self.transport.is_closing():
            self.transport.write(head + body)


async def serve(args: argparse.Namespace) -> None:
    desk = Desk(args.updates, args.chats, args.delay, args.questions)
    desk.expected = args.answers or args.updates
    server = await asyncio.get_running_loop().create_server(lambda: Wire(desk), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)  # until whoever started us lets go


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--updates", type=int, default=0)
    parser.add_argument("--answers", type=int, default=0)
    parser.add_argument("--chats", type=int, default=1000)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--questions", default="")
    args = parser.parse_args()
    args.questions = json.loads(Path(args.questions).read_text("utf-8")) if args.questions else ["/start"]
    (uvloop.run if uvloop else asyncio.run)(serve(args))


if __name__ == "__main__":
    main()
