"""Start, consent, the typed way in, languages, conferences, groups."""

from domain.ids import ConferenceId, DelegateId
from domain.refusal import Refusal
from domain.views import Reply
from handlers import checkin
from handlers.call import Call, Handler
from services import joining, knocking, settling
from services.views.joining_buttons import (
    Agree,
    AskToJoin,
    Disagree,
    GiveMyName,
    GoToConference,
    JoinByCode,
    LetIn,
    LetInAs,
    Speak,
    TurnAway,
)


async def start(call: Call) -> Reply | None:
    """`/start`, with a personal link's token or alone."""
    if not call.private:
        return await link_group(call)
    if checkin.is_code(call.text):
        return await checkin.scanned(call)
    if call.text.strip():
        return await call.do(joining.open_link, call.text)
    return await call.do(joining.greet)


async def link_group(call: Call) -> Reply | None:
    """`/lienket <token>`, or the bot was added to a group by a group link."""
    if call.private:
        raise Refusal("group_only_here")
    return await call.do(settling.link_group, call.chat, call.text) if call.text.strip() else None


async def agree(call: Call) -> Reply:
    return await call.do(joining.agree)


async def disagree(call: Call) -> Reply:
    return await call.do(joining.disagree)


async def by_code(call: Call) -> Reply:
    return await call.do(knocking.by_code)


async def ask(call: Call) -> Reply:
    return await call.do(knocking.ask)


async def let_in(call: Call) -> Reply:
    return await call.do(knocking.let_in, DelegateId(call.button.delegate))


async def let_in_as(call: Call) -> Reply:
    return await call.do(knocking.let_in, DelegateId(call.button.delegate), DelegateId(call.button.listed))


async def turn_away(call: Call) -> Reply:
    return await call.do(knocking.turn_away, DelegateId(call.button.delegate))


async def choose_language(call: Call) -> Reply:
    return await call.see(settling.choose_language)


async def speak(call: Call) -> Reply:
    return await call.do(settling.speak, call.button.language)


async def my_conferences(call: Call) -> Reply:
    return await call.see(settling.my_conferences)


async def go_to(call: Call) -> Reply:
    return await call.do(settling.go_to, ConferenceId(call.button.conference))


async def give_name(call: Call) -> Reply:
    return await call.do(settling.give_name)


COMMANDS: dict[str, Handler] = {
    "start": start,
    "lienket": link_group,
    "thamgia": by_code,
    "ngonngu": choose_language,
    "hoinghi": my_conferences,
}
PRESSES: dict[type, Handler] = {
    Agree: agree,
    Disagree: disagree,
    JoinByCode: by_code,
    AskToJoin: ask,
    LetIn: let_in,
    LetInAs: let_in_as,
    TurnAway: turn_away,
    Speak: speak,
    GoToConference: go_to,
    GiveMyName: give_name,
}
