"""Telegram's flood limits: 30 messages a second over all, about one a second in a chat, 20 a minute in a group."""

from collections import deque
from dataclasses import dataclass
from math import ceil

from simulator.errors import too_many_requests


@dataclass(frozen=True, slots=True)
class Limits:
    """How much Telegram lets through; None switches one limit off.

    `overall` is messages in any second; a private chat takes `chat_burst` at once and then one each
    `chat_seconds`; a group takes `group` messages in any minute (core.telegram.org/bots/faq).
    """

    overall: int | None = 30
    chat_seconds: float | None = 1.0
    chat_burst: int = 5
    group: int | None = 20

    @classmethod
    def none(cls) -> "Limits":
        """No limit at all, for benchmarks."""
        return cls(overall=None, chat_seconds=None, group=None)


class _Window:
    """At most `size` events in any `seconds`."""

    def __init__(self, size: int, seconds: float) -> None:
        self.size = size
        self.seconds = seconds
        self.times: deque[float] = deque()

    def wait(self, now: float, cost: int) -> float:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        free_after = len(self.times) + cost - self.size
        if free_after <= 0 or not self.times:
            return 0.0
        return self.times[min(free_after, len(self.times)) - 1] + self.seconds - now

    def take(self, now: float, cost: int) -> None:
        self.times.extend([now] * cost)


class _Bucket:
    """`burst` at once, then one each `seconds`."""

    def __init__(self, seconds: float, burst: int) -> None:
        self.seconds = seconds
        self.burst = burst
        self.free_at = float("-inf")

    def wait(self, now: float, cost: int) -> float:
        return max(0.0, self.free_at - now - self.seconds * (self.burst - 1))

    def take(self, now: float, cost: int) -> None:
        self.free_at = max(self.free_at, now) + self.seconds * cost


class FloodControl:
    """Counts what was let through and refuses the rest with the seconds to wait."""

    def __init__(self, limits: Limits) -> None:
        self._chats: dict[int, _Window | _Bucket] = {}
        self.set(limits)

    def set(self, limits: Limits) -> None:
        """Put other limits in force, with a clean slate."""
        self.limits = limits
        self._chats.clear()
        self._overall = _Window(limits.overall, 1.0) if limits.overall else None

    def pass_through(self, chat_id: int, *, group: bool, now: float, cost: int = 1) -> None:
        """Let `cost` messages to a chat through, or raise 429 with whole seconds to wait."""
        gates = [gate for gate in (self._overall, self._gate(chat_id, group)) if gate is not None]
        wait = max((gate.wait(now, cost) for gate in gates), default=0.0)
        if wait > 0:
            raise too_many_requests(max(1, ceil(wait)))
        for gate in gates:
            gate.take(now, cost)

    def _gate(self, chat_id: int, group: bool) -> _Window | _Bucket | None:
        if chat_id not in self._chats:
            gate = self._new_gate(group)
            if gate is None:
                return None
            self._chats[chat_id] = gate
        return self._chats[chat_id]

    def _new_gate(self, group: bool) -> _Window | _Bucket | None:
        if group:
            return _Window(self.limits.group, 60.0) if self.limits.group else None
        seconds = self.limits.chat_seconds
        return _Bucket(seconds, self.limits.chat_burst) if seconds else None
