"""Questions in the delegates' own words, and what organizers do about them."""

from domain.views import Reply
from handlers.call import Call, Handler
from services import asking, calendars, faq, gathering
from services.views import agenda as agenda_views
from services.views import faq as faq_views
from services.views import questions as views


async def ask(call: Call) -> list[Reply]:
    """Whatever is typed and is neither a command nor for a form is a question."""
    return await asking.ask(call.desk, call.actor, call.text)


async def agenda(call: Call) -> list[Reply]:
    """`/lich`: the whole agenda."""
    return await call.do(asking.agenda)


async def day(call: Call) -> Reply:
    """One day of the agenda."""
    return await call.do(calendars.day, call.button.day)


async def calendar_file(call: Call) -> Reply:
    """A file for the calendar."""
    return await call.do(calendars.calendar_file, call.button.day, call.button.session)


async def choose(call: Call) -> list[Reply]:
    """One reading of an ambiguous question."""
    return await call.do(asking.choose_reading, call.button.question, call.button.choice)


async def pass_on(call: Call) -> Reply:
    """Ask the organizers."""
    return await call.do(asking.pass_on, call.button.question)


async def right(call: Call) -> Reply:
    """The answer was right."""
    return await call.do(gathering.called_right, call.button.mark)


async def wrong(call: Call) -> Reply:
    """The answer was wrong."""
    return await call.do(gathering.called_wrong, call.button.mark)


async def waiting(call: Call) -> Reply:
    """`/cauhoi`: what waits for an answer."""
    return await call.see(gathering.open_questions)


async def asked_most(call: Call) -> Reply:
    """What is asked most."""
    return await call.see(gathering.asked_most)


async def wrong_answers(call: Call) -> Reply:
    """What was called wrong."""
    return await call.see(gathering.wrong_answers)


async def answer(call: Call) -> Reply:
    """An organizer wants to answer."""
    return await call.do(gathering.ask_for_answer, call.button.question)


async def save(call: Call) -> Reply:
    """Let the bot answer this by itself."""
    return await call.do(gathering.save_as_fact, call.button.question)


async def faq_list(call: Call) -> Reply:
    """`/hoidap`: what organizers have answered once and for all."""
    return await call.see(faq.listed)


async def faq_page(call: Call) -> Reply:
    """Another page of it."""
    return await call.see(faq.listed, call.button.page, edit=True)


async def faq_show(call: Call) -> Reply:
    """One of them."""
    return await call.do(faq.show, call.button.id)


async def faq_new(call: Call) -> Reply:
    """Write another one."""
    return await call.do(faq.ask_new)


async def faq_edit(call: Call) -> Reply:
    """Give another answer."""
    return await call.do(faq.ask_other, call.button.id)


async def faq_drop(call: Call) -> Reply:
    """No longer answer this."""
    return await call.do(faq.drop, call.button.id)


COMMANDS: dict[str, Handler] = {"lich": agenda, "cauhoi": waiting, "hoidap": faq_list}
PRESSES: dict[type, Handler] = {
    agenda_views.DayOfAgenda: day,
    agenda_views.CalendarFile: calendar_file,
    views.ChooseReading: choose,
    views.PassOn: pass_on,
    views.AnswerRight: right,
    views.AnswerWrong: wrong,
    views.AnswerQuestion: answer,
    views.SaveAsFact: save,
    views.WhatWaits: waiting,
    views.WhatIsAskedMost: asked_most,
    views.WhatWasWrong: wrong_answers,
    faq_views.FaqPage: faq_page,
    faq_views.OpenFaq: faq_show,
    faq_views.NewFaq: faq_new,
    faq_views.EditFaq: faq_edit,
    faq_views.DropFaq: faq_drop,
}
