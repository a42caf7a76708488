"""Questions in the delegates' own words."""

from domain.views import Reply
from handlers.call import Call, Handler
from services import asking
from services.views import questions as views


async def ask(call: Call) -> list[Reply]:
    """Whatever is typed and is neither a command nor for a form is a question."""
    return await asking.ask(call.desk, call.actor, call.text)


async def agenda(call: Call) -> list[Reply]:
    """`/lich`: the whole agenda."""
    return await call.do(asking.agenda)


async def choose(call: Call) -> list[Reply]:
    """One reading of an ambiguous question."""
    return await call.do(asking.choose_reading, call.button.question, call.button.choice)


async def pass_on(call: Call) -> Reply:
    """Ask the organizers."""
    return await call.do(asking.pass_on, call.button.question)


async def waiting(call: Call) -> Reply:
    """`/cauhoi`: what waits for an answer."""
    return await call.see(asking.open_questions)


async def answer(call: Call) -> Reply:
    """An organizer wants to answer."""
    return await call.do(asking.ask_for_answer, call.button.question)


async def save(call: Call) -> Reply:
    """Let the bot answer this by itself."""
    return await call.do(asking.save_as_fact, call.button.question)


COMMANDS: dict[str, Handler] = {"lich": agenda, "cauhoi": waiting}
PRESSES: dict[type, Handler] = {
    views.ChooseReading: choose,
    views.PassOn: pass_on,
    views.AnswerQuestion: answer,
    views.SaveAsFact: save,
}
