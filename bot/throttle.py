"""How fast one may talk: Telegram's requests for silence, and a measure for each chat.

Times are a monotonic clock's seconds, handed in.
"""

from dataclasses import dataclass, field

_MANY_CHATS = 4096
_CHATS_THAT_MEAN_ALL = 3


@dataclass(slots=True)
class Pauses:
    """Until when Telegram wants silence, from everybody or from single chats.

    A later request never shortens an earlier one. What a group or an edit was refused concerns that chat alone
    (those have limits of their own, and one busy group must not silence the bot); three such chats at a time are
    taken for a limit of the whole bot.
    """

    everybody: float = 0.0
    chats: dict[int, float] = field(default_factory=dict)

    def flood(self, chat: int | None, seconds: float, now: float, *, alone: bool) -> bool:
        """Telegram said 429 with `retry_after`. Whether everybody has to wait."""
        until = now + seconds
        if alone and chat is not None:
            self.chats = {each: end for each, end in self.chats.items() if end > now}
            self.chats[chat] = max(self.chats.get(chat, 0.0), until)
            if len(self.chats) < _CHATS_THAT_MEAN_ALL:
                return False
        self.everybody = max(self.everybody, until)
        return True

    def wait(self, chat: int | None, now: float) -> float:
        """Seconds until one may speak to the chat."""
        until = self.everybody
        if chat is not None and self.chats:
            until = max(until, self.chats.get(chat, 0.0))
        return max(0.0, until - now)


@dataclass(slots=True)
class Pace:
    """One message a second to a person and twenty a minute to a group, after a short burst.

    Each chat has the moment at which all it was given so far would be due (a leaky bucket in one number).
    """

    person_seconds: float = 1.0
    person_burst: int = 5
    group_seconds: float = 4.0  # with the burst at most 20 in any minute: 5 + 60 / 4
    group_burst: int = 5
    due: dict[int, float] = field(default_factory=dict)

    def take(self, chat: int, now: float) -> float:
        """Count one message to the chat; the seconds to wait before it may go."""
        seconds, burst = (
            (self.person_seconds, self.person_burst) if chat > 0 else (self.group_seconds, self.group_burst)
        )
        due = max(self.due.get(chat, 0.0), now)
        if len(self.due) >= _MANY_CHATS and chat not in self.due:
            self.due = {each: end for each, end in self.due.items() if end > now}
        self.due[chat] = due + seconds
        return max(0.0, due - now - (burst - 1) * seconds)
