"""What each kind of question is answered by: a rule for every kind, and the kinds whose "no" ends the search."""

import re
from collections.abc import Callable

from domain.answers import (
    agenda,
    clocks,
    contacts,
    counting,
    deadlines,
    doers,
    duties,
    existing,
    handing_over,
    invited,
    offices,
    paper,
    people,
    places,
    practical,
    rooms,
    sequence,
    subjects,
    times,
    whole,
)
from domain.answers.affirming import affirmed
from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.language import is_foreign
from domain.answers.query import Kind
from domain.answers.sending import HANDED
from domain.answers.values import (
    Abilities,
    Answer,
    Changes,
    Existence,
    Greeting,
    NoInformation,
    OutOfScope,
    OwnMatter,
    Practical,
    Private,
    Quoted,
)
from domain.answers.whereabouts import place_of_title
from domain.conference import CHANGED, Session

Rule = Callable[[Asked], Answer | None]


def bare(asked: Asked) -> Answer | None:
    """ "khai mạc?", "Phòng Nội vụ?": what there is to say about the thing."""
    if asked.u.words & {"nao", "ai", "which", "who"} or asked.u.score(Kind.HOW):
        return None
    sessions = asked.sessions(asked.u.content, 0.75)
    if sessions:
        return times.when(asked)
    bodies = asked.body_of(asked.u.content, 0.75)
    if _HEAD_OF.match(asked.u.key) and (head := offices.leader(asked)) is not None:
        return head
    if len(bodies) == 1:
        return duties.unit_tasks(asked, bodies[0])
    return None


_HEAD_OF = re.compile(r"(?:pho )?truong (?:tieu ban|ban|doan|nhom|to)\b")


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
    noted = tuple(fact.text for fact in asked.index.programme.facts if fact.topic == CHANGED)
    since = asked.context.changes if asked.context is not None else None
    if not noted and since is None:
        return asked.no_information("changes")
    return Changes(changes=(*(since or ()), *noted))


def _where(asked: Asked) -> Answer | None:
    if asked.u.score(Kind.WHEN) >= CLEAR and (not _placeless(asked) or _placed_itself(asked)):
        found = _both(asked)
        if found is not None:
            return found
    if asked.u.score(Kind.DEADLINE) >= 3 and (due := deadlines.deadline(asked)) is not None:
        return due
    found = places.where(asked)
    if isinstance(found, NoInformation) and asked.u.score(Kind.WHO) >= 3:
        return doers.who(asked) or found
    return found or _sent_where(asked)


def _placed_itself(asked: Asked) -> bool:
    """Whether the item that is named tells its own place: "Ăn trưa tại căng tin"."""
    found = asked.sessions(asked.u.content, 0.75)
    return bool(found) and all(each.room or each.place or place_of_title(each.title) for each in found)


def _placeless(asked: Asked) -> bool:
    return any(topic in practical.PRACTICAL_ONLY for topic in practical.topics(asked))


def _both(asked: Asked) -> Answer | None:
    """Where and when in one question."""
    if "main" in asked.u.words:
        main: Session | None = whole.main_session(asked)
        if main is not None:
            return session_times(asked, [main], "start")
    return times.when(asked)


def _sent_where(asked: Asked) -> Answer | None:
    """ "báo cáo về đâu": the task itself names the place."""
    return handing_over.sent(asked) if asked.specific() and asked.u.words & HANDED else None


def _when(asked: Asked) -> Answer | None:
    if "main" in asked.u.words:
        return _both(asked)
    only = [topic for topic in practical.topics(asked) if topic in practical.PRACTICAL_ONLY]
    found = times.when(asked)
    if found is None and only:
        return practical.practical(asked)
    return found


def _end(asked: Asked) -> Answer | None:
    """When an item is over; until when work is to be done ("vận động đến khi nào")."""
    found = deadlines.of_work(asked) or times.when(asked)
    return found or (deadlines.deadline(asked) if asked.specific() else None)


def _exists(asked: Asked) -> Answer | None:
    if (form := practical.form_of_attending(asked)) is not None:
        return form
    found = existing.exists(asked)
    if isinstance(found, Existence) and found.present:
        facts = practical.practical(asked) if practical.topics(asked) else None
        if isinstance(facts, Practical) and not found.lines and not found.tasks:
            return affirmed(asked, facts)
    if found is None and practical.topics(asked):
        facts = practical.practical(asked)
        if isinstance(facts, NoInformation):
            return existing.arranged(asked, facts.topic) or facts
        return affirmed(asked, facts) if isinstance(facts, Practical) else facts
    return found


def _topic(asked: Asked) -> Answer | None:
    if (form := practical.form_of_attending(asked)) is not None:
        return form
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
    if {"chu", "de"} <= asked.u.words and not asked.u.when.day:
        themes = tuple(fact.text for fact in asked.index.facts if _THEME.match(fact.text))
        if themes:
            return Quoted(texts=themes[:1])
    if asked.specific() and not asked.only_conference():
        return offices.signing_office(asked) or duties.items_of(asked) or bare(asked)
    return paper.plan_field(asked, Kind.TITLE)


_THEME = re.compile(r"chủ đề\s*:", re.IGNORECASE)


def _day(asked: Asked) -> Answer | None:
    timed = asked.u.score(Kind.WHEN) >= CLEAR
    if not asked.specific():
        return _both(asked) if timed and asked.u.score(Kind.WHERE) >= CLEAR else agenda.day_plan(asked)
    if asked.u.asks(Kind.WHO):
        return doers.who(asked)
    if any(asked.u.score(kind) >= CLEAR for kind in _PARTICULAR):
        return None
    if timed and asked.u.when.day is None and len(asked.index.days) > 1:
        return None  # "what does it cost in the afternoon" asks for no list of the afternoon
    return agenda.day_plan(asked)


_PARTICULAR = (Kind.COUNT, Kind.DEADLINE, Kind.DURATION, Kind.CHAIR, Kind.ROOM)

RULES: dict[Kind, Rule] = {
    Kind.WHEN: _when,
    Kind.END: _end,
    Kind.DURATION: times.when,
    Kind.TIME_LEFT: clocks.time_left,
    Kind.WHERE: _where,
    Kind.ROOM: rooms.room,
    Kind.FLOOR: rooms.floor,
    Kind.ROUTE: places.route,
    Kind.HOW: paper.how,
    Kind.WHO: doers.who,
    Kind.CHAIR: contacts.chair,
    Kind.HOST: lambda asked: offices.signing_office(asked) or duties.organizer_of(asked) or contacts.host(asked),
    Kind.SIGNER: lambda asked: paper.plan_field(asked, Kind.SIGNER),
    Kind.TASKS: lambda asked: duties.tasks_of(asked) or agenda.of_moment(asked),
    Kind.DEADLINE: deadlines.deadline,
    Kind.ATTENDEES: lambda asked: invited.guests(asked) or people.attendees(asked),
    Kind.MAY_ATTEND: people.may_attend,
    Kind.COUNT: counting.count,
    Kind.EXISTS: _exists,
    Kind.AGENDA: lambda asked: (
        agenda.of_one_noun(asked)
        or subjects.lines_of_noun(asked)
        or agenda.parts_of(asked)
        or agenda.of_moment(asked)
        or agenda.whole_agenda(asked)
    ),
    Kind.DAY: _day,
    Kind.AT: clocks.at_clock,
    Kind.NOW: lambda asked: _held_now(asked) or sequence.now_next(asked, "now"),
    Kind.NEXT: lambda asked: sequence.now_next(asked, "next"),
    Kind.AFTER: lambda asked: sequence.beside(asked, "after"),
    Kind.BEFORE: lambda asked: sequence.beside(asked, "before"),
    Kind.FIRST: lambda asked: sequence.edge(asked, "first"),
    Kind.LAST: lambda asked: sequence.edge(asked, "last"),
    Kind.NTH: clocks.nth,
    Kind.TOPIC: _topic,
    Kind.DOC_NUMBER: lambda asked: paper.plan_field(asked, Kind.DOC_NUMBER),
    Kind.DOC_DATE: lambda asked: paper.plan_field(asked, Kind.DOC_DATE),
    Kind.ISSUER: lambda asked: paper.plan_field(asked, Kind.ISSUER),
    Kind.TITLE: _title,
    Kind.PURPOSE: lambda asked: paper.plan_field(asked, Kind.PURPOSE),
    Kind.RECIPIENTS: lambda asked: paper.plan_field(asked, Kind.RECIPIENTS),
    Kind.FORM: lambda asked: paper.plan_field(asked, Kind.FORM),
    Kind.MY_TASKS: duties.own_tasks,
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
