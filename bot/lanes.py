"""Messages out on two lanes, files in, and everything else that the bot asks of Telegram.

`send` and `copy` try once and say what became of it: the sender of notices paces, repeats and records. `reply` and
`edit` serve the person who is waiting: they never stand behind notices, wait out a flood limit within reason, repeat
what was surely not sent, and never repeat what may have arrived.
"""

import logging
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any

from bot.calls import Call, caption_call, copy_call, edit_call, message_calls, picture_call
from bot.clock import Clock
from bot.gateway import Answer, Api
from bot.outgoing import Failure, Me, NotSent, Outcome, Outgoing, Paused, Refused, Rows, Sent, TooLarge, Uncertain
from bot.throttle import Pace, Pauses

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 30.0  # how long a reply waits for its turn before it is given up
REPEAT_SECONDS = 1.0
_REPLY_TRIES = 3
_DELETE_AT_ONCE = 100
_QUOTED = re.compile(r'".*"', re.DOTALL)
_NOT_MODIFIED = "not modified"
_NO_TEXT = "no text in the message"


class Gateway:
    """Messages out, files in, and everything else that the bot asks of Telegram."""

    __slots__ = ("_clock", "_pace", "_patience", "api", "pauses")

    def __init__(self, api: Api, clock: Clock, *, pace: Pace | None = None, patience: float = PATIENCE_SECONDS) -> None:
        self.api = api
        self.pauses = Pauses()
        self._clock = clock
        self._pace = pace or Pace()
        self._patience = patience

    def silence(self, chat: int | None = None) -> float:
        """Seconds for which Telegram wants nothing sent (to this chat): the sender of notices asks before it claims."""
        return self.pauses.wait(chat, self._clock.monotonic())

    async def send(self, chat: int, out: Outgoing) -> Outcome:
        """Say it now, once."""
        return await self._once(chat, lambda: self._deliver(chat, message_calls(chat, out)))

    async def copy(
        self, chat: int, from_chat: int, messages: Sequence[int], rows: Rows = (), *, silent: bool = False
    ) -> Outcome:
        """Repeat messages of another chat now, once."""
        call = copy_call(chat, from_chat, messages, rows, silent)
        return await self._once(chat, lambda: self._deliver(chat, (call,)))

    async def reply(self, chat: int, out: Outgoing) -> Outcome:
        """Say it to somebody who waits for it."""
        return await self._patiently(chat, lambda: self._deliver(chat, message_calls(chat, out)))

    async def edit(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Replace a message by this one; files follow as new messages. A message that says so already is fine."""
        outcome = await self._patiently(chat, lambda: self._edit(chat, message, out))
        if isinstance(outcome, Sent) and out.files:
            files = Outgoing(files=out.files, silent=out.silent)
            return await self.reply(chat, files)
        return outcome

    async def replace(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Put this in place of a message now, once; what stands there already is fine."""
        return await self._once(chat, lambda: self._edit(chat, message, out))

    async def replace_picture(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Put this picture, with its words and buttons, in place of the one of a message, once."""
        return await self._once(chat, lambda: self._edit_with(chat, message, picture_call(chat, message, out)))

    async def delete(self, chat: int, messages: Sequence[int]) -> Outcome:
        """Take messages away (Telegram allows it for 48 hours)."""
        for start in range(0, len(messages), _DELETE_AT_ONCE):
            some = list(messages[start : start + _DELETE_AT_ONCE])
            result = await self.api.call("deleteMessages", {"chat_id": chat, "message_ids": some})
            if not isinstance(result, Answer):
                return self._noted(chat, "deleteMessages", result)
        return Sent(tuple(messages))

    async def answer_press(self, press: str, text: str | None = None, *, alert: bool = False) -> None:
        """Stop the little clock on a pressed button. Too late or unreachable is no matter: the work is done anyway."""
        told = {"callback_query_id": press, "text": text and text[:200], "show_alert": alert or None}
        await self.api.call("answerCallbackQuery", told)

    async def download(self, file_id: str, limit: int) -> bytes | TooLarge | Failure:
        """The file's bytes, at most `limit` of them; larger files are not fetched at all."""
        answer = await self.api.call("getFile", {"file_id": file_id})
        if not isinstance(answer, Answer):
            too_big = isinstance(answer, Refused) and "too big" in answer.detail.lower()
            return TooLarge(None) if too_big else answer
        size = answer.value.get("file_size")
        if isinstance(size, int) and size > limit:
            return TooLarge(size)
        content = await self.api.fetch(str(answer.value.get("file_path", "")))
        return TooLarge(len(content)) if isinstance(content, bytes) and len(content) > limit else content

    async def set_commands(
        self, commands: Iterable[tuple[str, str]], *, language: str | None = None, chat: int | None = None
    ) -> Answer | Failure:
        """Show these commands in Telegram's menu, to people of a language or in one chat."""
        shown = [{"command": name, "description": words} for name, words in commands]
        scope = None if chat is None else {"type": "chat", "chat_id": chat}
        return await self.api.call("setMyCommands", {"commands": shown, "language_code": language, "scope": scope})

    async def me(self) -> Me | Failure:
        """The bot's own account."""
        answer = await self.api.call("getMe")
        if not isinstance(answer, Answer):
            return answer
        return Me(answer.value["id"], answer.value.get("username", ""), answer.value.get("first_name", ""))

    async def set_webhook(self, url: str, secret: str, kinds: Sequence[str]) -> Answer | Failure:
        """Have updates delivered to this address; nothing that waits is dropped."""
        wanted = {"url": url, "secret_token": secret, "allowed_updates": list(kinds)}
        return await self.api.call("setWebhook", wanted)

    async def _once(self, chat: int, attempt: Callable[[], Awaitable[Outcome]]) -> Outcome:
        now = self._clock.monotonic()
        if wait := self.pauses.wait(chat, now):
            return Paused(wait)
        self._pace.take(chat, now)
        return await attempt()

    async def _patiently(self, chat: int, attempt: Callable[[], Awaitable[Outcome]]) -> Outcome:
        """Try until it is said, refused, uncertain, or the patience is over."""
        given_up = self._clock.monotonic() + self._patience
        outcome: Outcome = await self._in_turn(chat, given_up) or await attempt()
        for _ in range(_REPLY_TRIES - 1):
            if isinstance(outcome, NotSent) or _broke_down(outcome):
                await self._clock.sleep(REPEAT_SECONDS)
            elif not isinstance(outcome, Paused):
                break
            outcome = await self._in_turn(chat, given_up) or await attempt()
        return outcome

    async def _in_turn(self, chat: int, given_up: float) -> Paused | None:
        """Wait for the chat's turn; `Paused` when that would last longer than the person's patience."""
        now = self._clock.monotonic()
        wait = max(self.pauses.wait(chat, now), self._pace.take(chat, now))
        if now + wait > given_up:
            return Paused(wait)
        if wait:
            await self._clock.sleep(wait)
        return None

    async def _deliver(self, chat: int, calls: Sequence[Call]) -> Outcome:
        """Make the calls in order. Once something has arrived, the rest is waited for, and its failure is uncertain."""
        messages: list[int] = []
        files: list[str] = []
        given_up = self._clock.monotonic() + self._patience
        for call in calls:
            result = await (self._further(chat, call, given_up) if messages else self._call(chat, call))
            if not isinstance(result, Answer):
                return Uncertain(f"partly sent ({type(result).__name__})", tuple(messages)) if messages else result
            arrived = result.value if isinstance(result.value, list) else [result.value]
            messages += [int(each["message_id"]) for each in arrived]
            if call.file_count:
                files += [_file_id(each) for each in arrived]
        return Sent(tuple(messages), tuple(files))

    async def _further(self, chat: int, call: Call, given_up: float) -> Answer | Failure:
        """One more part, to Telegram a message of its own: in its turn, and after what silence is asked for."""
        while True:
            late = await self._in_turn(chat, given_up)
            if late is not None:
                return late
            result = await self._call(chat, call)
            if not isinstance(result, Paused):
                return result

    async def _call(self, chat: int, call: Call) -> Answer | Failure:
        result = await self.api.make(call)
        if not isinstance(result, Answer):
            self._noted(chat, call.method, result)
        return result

    async def _edit(self, chat: int, message: int, out: Outgoing) -> Outcome:
        result = await self.api.make(edit_call(chat, message, out))
        if isinstance(result, Refused) and _NO_TEXT in result.detail.lower():
            result = await self.api.make(caption_call(chat, message, out))
        return self._edited(chat, message, "editMessageText", result)

    async def _edit_with(self, chat: int, message: int, call: Call) -> Outcome:
        return self._edited(chat, message, call.method, await self.api.make(call))

    def _edited(self, chat: int, message: int, method: str, result: Answer | Failure) -> Outcome:
        if isinstance(result, Answer) or (isinstance(result, Refused) and _NOT_MODIFIED in result.detail.lower()):
            return Sent((message,))
        return self._noted(chat, method, result)

    def _noted(self, chat: int, method: str, result: Failure) -> Failure:
        """Keep what Telegram asked for, and leave one line in the log."""
        match result:
            case Paused(seconds):
                alone = chat < 0 or method.startswith(("edit", "delete"))
                everybody = self.pauses.flood(chat, seconds, self._clock.monotonic(), alone=alone)
                told = {"method": method, "chat": chat, "seconds": seconds, "everybody": everybody}
                log.warning("telegram asks for silence", extra=told)
            case Refused(why, detail):
                # What Telegram quotes may be what the person wrote.
                told = {"method": method, "chat": chat, "why": str(why), "detail": _QUOTED.sub('"…"', detail)}
                log.info("telegram refused", extra=told)
            case NotSent(reason) | Uncertain(reason):
                told = {"method": method, "chat": chat, "reason": reason, "arrived": isinstance(result, Uncertain)}
                log.warning("telegram not reached", extra=told)
        return result


def _broke_down(outcome: Outcome) -> bool:
    """Telegram itself said that it failed (5xx), before anything of the message was out.

    It hardly ever arrived then, and who waits for an answer is better off with two than with none.
    """
    return isinstance(outcome, Uncertain) and outcome.reason.startswith("HTTP 5") and not outcome.message_ids


def _file_id(message: Mapping[str, Any]) -> str:
    """The id of the message's file; of a photo's sizes, the largest."""
    for kind in ("photo", "animation", "document", "video", "audio", "voice", "video_note", "sticker"):
        file = message.get(kind)
        if file:
            return str((file[-1] if kind == "photo" else file)["file_id"])
    return ""
