"""What people have just talked about with the bot: soft state, bounded.

A follow-up ("ở đâu?") borrows from it; that is lost at a restart. What the bot answered and showed waits here until it
is stored together with the mark that its updates are handled, so that an answer costs no transaction of its own.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.answers import Context
from domain.ids import AccountId, ConferenceId
from storage import agendas
from storage import answered as by_bot
from storage.agendas import AgendaMessage
from storage.answered import Answered

REMEMBERED = 5000
"""People and answered questions that are remembered at most; the oldest go first."""

LASTS = timedelta(minutes=20)
"""After this a question is a new one, not a follow-up."""

Speaker = tuple[AccountId, ConferenceId]


@dataclass(slots=True)
class Talks:
    """The last question of each person in each conference, and what was answered and shown but is not stored yet."""

    contexts: OrderedDict[Speaker, tuple[datetime, Context]] = field(default_factory=OrderedDict)
    answered: list[Answered] = field(default_factory=list)
    agendas: list[AgendaMessage] = field(default_factory=list)

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

    def note(self, answered: Answered) -> None:
        """The bot has answered; of those that cannot be stored the oldest are given up."""
        self.answered.append(answered)
        del self.answered[:-REMEMBERED]

    def show(self, message: AgendaMessage) -> None:
        """A message shows an agenda from now on; the oldest are given up likewise."""
        self.agendas.append(message)
        del self.agendas[:-REMEMBERED]

    async def store(self, connection: AsyncConnection) -> None:
        """Store what was answered and shown since; what fails is tried again with the next."""
        answered, self.answered = self.answered, []
        shown, self.agendas = self.agendas, []
        try:
            await by_bot.keep(connection, answered)
            await agendas.keep(connection, shown)
        except BaseException:
            self.answered, self.agendas = answered + self.answered, shown + self.agendas
            raise
