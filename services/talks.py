"""What people have just talked about with the bot: soft state, lost at a restart, bounded, never stored.

A follow-up ("ở đâu?") borrows from it, and the buttons *đúng/sai?* under an answer find out what had been asked.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zlib import crc32

from domain.answers import Context
from domain.ids import AccountId, ConferenceId

REMEMBERED = 5000
"""People and questions that are remembered at most; the oldest go first."""

LASTS = timedelta(minutes=20)
"""After this a question is a new one, not a follow-up."""

Speaker = tuple[AccountId, ConferenceId]


@dataclass(slots=True)
class Talks:
    """The last question of each person in each conference, and questions by their mark."""

    contexts: OrderedDict[Speaker, tuple[datetime, Context]] = field(default_factory=OrderedDict)
    asked: OrderedDict[int, tuple[str, str]] = field(default_factory=OrderedDict)

    def context(self, who: Speaker, now: datetime) -> Context | None:
        """What somebody talked about a moment ago."""
        known = self.contexts.get(who)
        return known[1] if known is not None and now - known[0] <= LASTS else None

    def keep(self, who: Speaker, now: datetime, context: Context) -> None:
        """Somebody has just been answered."""
        self.contexts[who] = (now, context)
        self.contexts.move_to_end(who)
        if len(self.contexts) > REMEMBERED:
            self.contexts.popitem(last=False)

    def mark(self, text: str, said: str) -> int:
        """A number for a question and the kind of answer it got, small enough for a button."""
        number = crc32(f"{text}\n{said}".encode())
        self.asked[number] = (text, said)
        if len(self.asked) > REMEMBERED:
            self.asked.popitem(last=False)
        return number
