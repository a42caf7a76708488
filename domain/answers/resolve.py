"""From an understood question to an answer value: the strongest kind that the programme can answer."""

import re
from collections.abc import Callable
from dataclasses import replace

from domain.answers import (
    agenda,
    clocks,
    contacts,
    counting,
    deadlines,
    doers,
    existing,
    paper,
    people,
    places,
    practical,
    readings,
    times,
)
from domain.answers.asked import Asked
from domain.answers.conditions import conditional
from domain.answers.coverage import covers
from domain.answers.fitting import CLEAR, fits
from domain.answers.language import is_foreign
from domain.answers.ordering import order
from domain.answers.query import Kind, Unit
from domain.answers.sending import HANDED
from domain.answers.told import told
from domain.answers.values import (
    Abilities,
    Answer,
    Changes,
    Existence,
    Greeting,
    NoInformation,
    NotUnderstood,
    OutOfScope,
    OwnMatter,
    Practical,
    Private,
    Responsible,
)
from domain.conference import Session

NEARLY_AS_STRONG = 0.3
"""How much weaker another reading may be to be tried once a stronger one found that the programme does not say."""

Rule = Callable[[Asked], Answer | None]

WEAKEST = 1.8
"""Evidence below this is no question of that kind."""


def resolve(asked: Asked) -> Answer:
    """The answer. Kinds are tried from the strongest down; what none can answer is said honestly."""
    if not asked.u.tokens and asked.u.when.empty:
        if is_foreign(asked.u.text):
            return Abilities(title=asked.conference.title, foreign=True)
        return NotUnderstood(empty=True)
    if (direct := places.held_in(asked) or practical.to_bring(asked)) is not None:
        return direct
    if (placed := order(asked)) is not None:
        return placed
    if (held := conditional(asked)) is not None and covers(asked, held):
        return held
    first_no: Answer | None = None
    floor = WEAKEST
    for kind, score in asked.u.kinds:
        if score < floor:
            break
        found = RULES[kind](asked)
        if found is not None and not _stands(asked, found):
            found = None
        if found is not None and found.answered:
            return found
        if found is not None and first_no is None:
            first_no = found
            floor = max(WEAKEST, score - NEARLY_AS_STRONG)
        if found is not None and kind in FINAL:
            return found
    rest = _beyond_the_title(asked)
    if first_no is None and rest is not None:
        beyond = resolve(Asked(replace(asked.u, content=rest), asked.index, asked.now, asked.asker, asked.context))
        return beyond if not isinstance(beyond, Responsible) or covers(asked, beyond) else _leftover(asked)
    statement = told(asked, first_no)
    if statement is not None and _stands(asked, statement):
        return statement
    return first_no or _leftover(asked)


def _stands(asked: Asked, found: Answer) -> bool:
    """Whether an answer could be one to what was asked, and leaves out nothing of it."""
    return fits(asked, found) and covers(asked, found)


def _beyond_the_title(asked: Asked) -> tuple[Unit, ...] | None:
    """The content without what the conference is called, where something that the paper speaks of remains.

    Who counts leaves nothing out that is a thing, or a part of a word of two syllables ("quân nhân").
    """
    beyond = tuple(unit for unit in asked.u.content if unit.code not in asked.index.title_units)
    left_out = [unit for unit in asked.u.content if unit not in beyond]
    if not left_out or not any(not unit.generic and unit.code in asked.index.postings for unit in beyond):
        return None
    if asked.u.score(Kind.COUNT) >= CLEAR:
        beside = {(one.code, two.code) for one in left_out for two in beyond if two.at == one.at + 1}
        if any(unit.code.startswith("@") for unit in left_out) or beside & asked.index.pairs:
            return None
    return beyond


def _leftover(asked: Asked) -> Answer:
    """Nothing answered: a named session or unit alone is told about; else a quote; else what is missing."""
    specific = asked.specific()
    if specific and (not asked.u.kinds or asked.u.kinds[0][1] < 2.4):
        bare = _bare(asked)
        if bare is not None:
            return bare
    quote = paper.quoted(asked)
    if quote is not None and _stands(asked, quote) and asked.u.kind is not Kind.COUNT:
        return quote
    if (duties := _duties(asked)) is not None:
        return duties
    named = practical.topics(asked)
    if (choices := readings.perhaps(asked)) is not None:
        return choices
    if named:
        return asked.no_information(named[0])
    if asked.u.kinds and asked.u.kinds[0][1] >= 2.4 and (specific or asked.u.about_conference):
        return asked.no_information("other")
    return NotUnderstood()


def _duties(asked: Asked) -> Answer | None:
    """ "Phòng … phải nộp gì, khi nào": what a unit has to do, where nothing nearer to the question was found."""
    body = asked.named_body() if asked.u.words & _OWING else None
    return doers.unit_tasks(asked, body) if body is not None else None


_OWING = frozenset({"phai", "must"})


def _bare(asked: Asked) -> Answer | None:
    """ "khai mạc?", "Phòng Nội vụ?": what there is to say about the thing."""
    if asked.u.words & {"nao", "ai", "which", "who"} or asked.u.score(Kind.HOW):
        return None
    sessions = asked.sessions(asked.u.content, 0.75)
    if sessions:
        return times.when(asked)
    bodies = asked.body_of(asked.u.content, 0.75)
    if len(bodies) == 1:
        return doers.unit_tasks(asked, bodies[0])
    return None


# --- rules that are one line each ----------------------------------------------------------------------------------


def _private(asked: Asked) -> Answer:
    return Private(contact=asked.conference.contact)


def _foreign(asked: Asked) -> Answer:
    if is_foreign(asked.u.text):
        return Abilities(title=asked.conference.title, foreign=True)
    return OutOfScope()


def _seat(asked: Asked) -> Answer:
    if asked.asker is not None and asked.asker.seat:
        return OwnMatter(matter="seat", value=asked.asker.seat)
    return practical.practical(asked) or asked.no_information("seat")


def _registration(asked: Asked) -> Answer:
    if asked.asker is not None and asked.asker.registered is not None:
        return OwnMatter(matter="registered", value="yes" if asked.asker.registered else "no")
    return asked.no_information("registration")


def _held_now(asked: Asked) -> Answer | None:
    """ "Bây giờ họp ở đâu", asked without a clock at hand or before the day: where the conference is."""
    far = asked.now is None or asked.now.date() not in asked.index.days
    return places.where(asked) if far and asked.u.score(Kind.WHERE) >= CLEAR else None


def _changes(asked: Asked) -> Answer:
    if asked.context is None or asked.context.changes is None:
        return asked.no_information("changes")
    return Changes(changes=asked.context.changes)


def _where(asked: Asked) -> Answer | None:
    if asked.u.score(Kind.WHEN) >= 2.8 and not _placeless(asked):
        found = _both(asked)
        if found is not None:
            return found
    if asked.u.score(Kind.DEADLINE) >= 3 and (due := deadlines.deadline(asked)) is not None:
        return due
    found = places.where(asked)
    if isinstance(found, NoInformation) and asked.u.score(Kind.WHO) >= 3:
        return doers.who(asked) or found
    return found or _sent_where(asked)


def _placeless(asked: Asked) -> bool:
    return any(topic in practical.PRACTICAL_ONLY for topic in practical.topics(asked))


def _both(asked: Asked) -> Answer | None:
    """Where and when in one question."""
    if "main" in asked.u.words:
        main: Session | None = times.main_session(asked)
        if main is not None:
            return times.session_times(asked, [main], "start")
    return times.when(asked)


def _sent_where(asked: Asked) -> Answer | None:
    """ "báo cáo về đâu": the task itself names the place."""
    return places.sent(asked) if asked.specific() and asked.u.words & HANDED else None


def _when(asked: Asked) -> Answer | None:
    if "main" in asked.u.words:
        return _both(asked)
    only = [topic for topic in practical.topics(asked) if topic in practical.PRACTICAL_ONLY]
    found = times.when(asked)
    if found is None and only:
        return practical.practical(asked)
    return found


def _exists(asked: Asked) -> Answer | None:
    found = existing.exists(asked)
    if isinstance(found, Existence) and found.present:
        facts = practical.practical(asked) if practical.topics(asked) else None
        if isinstance(facts, Practical) and not found.lines and not found.tasks:
            return _affirmed(facts)
    if found is None and practical.topics(asked):
        facts = practical.practical(asked)
        return _affirmed(facts) if isinstance(facts, Practical) else facts
    return found


def _affirmed(facts: Practical) -> Practical:
    """ "Có." goes before what is told, unless that denies something or says who pays himself."""
    return replace(facts, yes=not any(_DENIES.search(text.lower()) for text in facts.texts))


_DENIES = re.compile(r"\b(?:không|chưa|miễn|tự túc|tự lo|not|no|free|own expense)\b")


def _topic(asked: Asked) -> Answer | None:
    found = practical.practical(asked)
    if isinstance(found, NoInformation):
        sessions = asked.sessions(asked.u.content, 0.75)
        if sessions and not set(practical.topics(asked)) & {"seat", "list", "parking", "wifi"} and not asked.u.own:
            asks_what = asked.u.words & {"gi", "mon", "nao", "what"}
            if not asks_what:
                return times.when(asked) or found
        if asked.u.asks(Kind.EXISTS) or asked.u.language == "en" or len(asked.u.tokens) <= 2:
            return existing.exists(asked) or found
    return found


def _title(asked: Asked) -> Answer | None:
    """What the conference is about, or what one item of it is."""
    if asked.specific() and not asked.only_conference():
        return doers.signing_office(asked) or doers.items_of(asked) or _bare(asked)
    return paper.plan_field(asked, Kind.TITLE)


def _day(asked: Asked) -> Answer | None:
    if asked.specific() and asked.u.asks(Kind.WHO):
        return doers.who(asked)
    if asked.specific() and any(asked.u.score(kind) >= 2.8 for kind in _PARTICULAR):
        return None
    if asked.specific() and asked.u.score(Kind.WHEN) >= 2.8 and asked.u.when.day is None and len(asked.index.days) > 1:
        return None  # "what does it cost in the afternoon" asks for no list of the afternoon
    if not asked.specific() and asked.u.score(Kind.WHEN) >= 2.8 and asked.u.score(Kind.WHERE) >= 2.8:
        return _both(asked)
    return agenda.day_plan(asked)


_PARTICULAR = (Kind.COUNT, Kind.DEADLINE, Kind.DURATION, Kind.CHAIR, Kind.ROOM)

RULES: dict[Kind, Rule] = {
    Kind.WHEN: _when,
    Kind.END: times.when,
    Kind.DURATION: times.when,
    Kind.TIME_LEFT: clocks.time_left,
    Kind.WHERE: _where,
    Kind.ROOM: places.room,
    Kind.FLOOR: places.floor,
    Kind.ROUTE: places.route,
    Kind.HOW: paper.how,
    Kind.WHO: doers.who,
    Kind.CHAIR: contacts.chair,
    Kind.HOST: lambda asked: doers.signing_office(asked) or doers.organizer_of(asked) or contacts.host(asked),
    Kind.SIGNER: lambda asked: paper.plan_field(asked, Kind.SIGNER),
    Kind.TASKS: lambda asked: doers.tasks_of(asked) or agenda.of_moment(asked),
    Kind.DEADLINE: deadlines.deadline,
    Kind.ATTENDEES: people.attendees,
    Kind.MAY_ATTEND: people.may_attend,
    Kind.COUNT: counting.count,
    Kind.EXISTS: _exists,
    Kind.AGENDA: lambda asked: agenda.parts_of(asked) or agenda.of_moment(asked) or agenda.whole_agenda(asked),
    Kind.DAY: _day,
    Kind.AT: clocks.at_clock,
    Kind.NOW: lambda asked: _held_now(asked) or agenda.now_next(asked, "now"),
    Kind.NEXT: lambda asked: agenda.now_next(asked, "next"),
    Kind.AFTER: lambda asked: agenda.beside(asked, "after"),
    Kind.BEFORE: lambda asked: agenda.beside(asked, "before"),
    Kind.FIRST: lambda asked: agenda.edge(asked, "first"),
    Kind.LAST: lambda asked: agenda.edge(asked, "last"),
    Kind.NTH: clocks.nth,
    Kind.TOPIC: _topic,
    Kind.DOC_NUMBER: lambda asked: paper.plan_field(asked, Kind.DOC_NUMBER),
    Kind.DOC_DATE: lambda asked: paper.plan_field(asked, Kind.DOC_DATE),
    Kind.ISSUER: lambda asked: paper.plan_field(asked, Kind.ISSUER),
    Kind.TITLE: _title,
    Kind.PURPOSE: lambda asked: paper.plan_field(asked, Kind.PURPOSE),
    Kind.RECIPIENTS: lambda asked: paper.plan_field(asked, Kind.RECIPIENTS),
    Kind.FORM: lambda asked: paper.plan_field(asked, Kind.FORM),
    Kind.MY_TASKS: doers.own_tasks,
    Kind.MY_REGISTRATION: _registration,
    Kind.MY_SEAT: _seat,
    Kind.CHANGES: _changes,
    Kind.PERSONAL: _private,
    Kind.FOREIGN: _foreign,
    Kind.OTHER_EVENT: lambda asked: asked.no_information("other_event"),
    Kind.GREETING: lambda asked: Greeting(title=asked.conference.title),
    Kind.THANKS: lambda asked: Greeting(title=asked.conference.title, thanks=True),
    Kind.HELP: lambda asked: Abilities(title=asked.conference.title),
    Kind.UNKNOWN: lambda asked: None,
}

FINAL = frozenset(
    {
        Kind.PERSONAL,
        Kind.FOREIGN,
        Kind.OTHER_EVENT,
        Kind.MY_SEAT,
        Kind.FLOOR,
        Kind.MY_REGISTRATION,
        Kind.MAY_ATTEND,
        Kind.CHANGES,
    }
)
"""Kinds whose "no" ends the search: another reading would answer a question that was not asked."""
