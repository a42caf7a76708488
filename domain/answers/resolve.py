"""From an understood question to an answer value: the strongest kind that the programme can answer."""

from collections.abc import Callable
from dataclasses import replace

from domain.answers import (
    amended,
    awarded,
    bearing,
    beds,
    bringing,
    cared_for,
    companions,
    deadlines,
    discussing,
    driven,
    dues,
    duties,
    eating,
    faults,
    fees,
    funds,
    gifts,
    hand_ins,
    handing_over,
    leaders_speech,
    leading,
    listed,
    listed_counts,
    listed_days,
    meal_items,
    measured,
    membership,
    named,
    of_division,
    opened,
    outcomes,
    own_places,
    paper,
    parked,
    people,
    persons,
    practical,
    printing,
    readings,
    recipients,
    remarked,
    repeated,
    roles,
    rooms,
    ruled,
    seen_to,
    spans,
    speakers,
    staffed,
    subjects,
    succeeding,
    today,
    together,
    tracks,
    trips,
    verbatim,
    whose,
    works,
)
from domain.answers.asked import Asked
from domain.answers.conditions import conditional
from domain.answers.fitting import fits
from domain.answers.holding import CLEAR
from domain.answers.language import is_foreign
from domain.answers.nearest import nearest
from domain.answers.ordering import between, order
from domain.answers.query import Kind, Unit
from domain.answers.rules import FINAL, RULES, bare
from domain.answers.scope import asks_what_is_left, is_secret
from domain.answers.sending import HANDING_IN
from domain.answers.standing import asks_who_did
from domain.answers.succession import follows
from domain.answers.sufficing import covers
from domain.answers.thing_itself import gives
from domain.answers.told import told
from domain.answers.values import (
    Abilities,
    Answer,
    NotUnderstood,
    Private,
    Responsible,
    SessionTimes,
    Unanswered,
)

NEARLY_AS_STRONG = 0.3
"""How much weaker another reading may be to be tried once a stronger one found that the programme does not say."""

WEAKEST = 1.8
"""Evidence below this is no question of that kind."""


def resolve(asked: Asked) -> Answer:
    """The answer. Kinds are tried from the strongest down; what none can answer is said honestly."""
    for rule in (_refused, _told_outright):
        if (found := rule(asked)) is not None:
            return found
    found, first_no = _by_kind(asked)
    return found or _last_resort(asked, first_no)


def _refused(asked: Asked) -> Answer | None:
    """What is no question, asks for what is secret or has happened since, or is about another conference."""
    if not asked.u.tokens and asked.u.when.empty:
        if is_foreign(asked.u.text):
            return Abilities(title=asked.conference.title, foreign=True)
        return NotUnderstood(empty=True)
    if asked.u.kind is Kind.PERSONAL and is_secret(asked.u.tokens):
        return Private(contact=asked.conference.contact)
    if asks_what_is_left(asked.u.key):
        return asked.no_information("other")
    if (did := asks_who_did(asked.u.key)) is not None and not asked.u.asks(Kind.DEADLINE):
        return Private(contact=asked.conference.contact) if did == "person" else asked.no_information("other")
    other = asked.u.kind is Kind.OTHER_EVENT and succeeding.succeeding(asked) is None
    return asked.no_information("other_event") if other else None


def _told_outright(asked: Asked) -> Answer | None:
    """The answer to what the words ask for outright, or to what holds in the case that they name."""
    for rule in _OUTRIGHT:
        if (found := rule(asked)) is not None and gives(asked, found):
            return found
    held = conditional(asked)
    return held if held is not None and covers(asked, held) else None


def _by_kind(asked: Asked) -> tuple[Answer | None, Answer | None]:
    """What the strongest kind has that the programme can answer, and else the first that says it is not known."""
    first_no: Answer | None = None
    floor = WEAKEST
    for kind, score in asked.u.kinds:
        if score < floor:
            break
        found = RULES[kind](asked)
        if found is None or not stands(asked, found):
            continue
        if not isinstance(found, Unanswered) or kind in FINAL:
            return found, first_no
        if first_no is None:
            first_no = found
            floor = max(WEAKEST, score - NEARLY_AS_STRONG)
    return None, first_no


def _last_resort(asked: Asked, first_no: Answer | None) -> Answer:
    """A limit that is likely meant, what is asked beside the conference's own name, or the nearest statement."""
    if (due := deadlines.likely(asked)) is not None and stands(asked, due):
        return due
    rest = _beyond_the_title(asked)
    if first_no is None and rest is not None:
        beyond = resolve(Asked(replace(asked.u, content=rest), asked.index, asked.now, asked.asker, asked.context))
        return beyond if not isinstance(beyond, Responsible) or covers(asked, beyond) else _leftover(asked)
    for last_resort in (told, nearest, ruled.ruled_anyhow):
        statement = last_resort(asked, first_no)
        if statement is not None and stands(asked, statement):
            return statement
    return first_no or _leftover(asked)


_DIRECT = (
    seen_to.seen_to,
    duties.all_shared_out,
    duties.nobody_of,
    spans.of_span,
    today.where_now,
    of_division.of_division,
    succeeding.succeeding,
    staffed.of_body,
    persons.of_person,
    own_places.of_group,
    listed.of_row,
    listed_counts.all_rows,
    listed_days.each_day,
    listed_days.led_that_day,
    roles.of_role,
    leaders_speech.leaders_speech,
    trips.trip,
    leading.of_part,
    speakers.which_perform,
    amended.now_held,
    amended.added,
    outcomes.outcome,
    companions.brought_along,
    cared_for.cared_for,
    driven.driven,
    parked.parked,
    meal_items.eaten_then,
    eating.eaten,
    hand_ins.handed_in,
    dues.all_due,
    dues.checked,
    printing.printed,
    handing_over.sent_to_whom,
    beds.own_bed,
    beds.slept,
    rooms.house_of,
    rooms.held_in,
    handing_over.sent_to,
    gifts.given,
    bringing.to_bring,
    practical.collected,
    fees.beyond_number,
    fees.paid_by,
    bearing.borne,
    measured.measured,
    recipients.granted,
    people.invited,
    paper.grounds,
    whose.whose,
    paper.period,
    membership.members,
    funds.money_from,
    funds.provided_by_each,
    verbatim.by_role,
    verbatim.timed,
    verbatim.whoever_does,
    works.by_verb,
    works.of_the_place,
    works.sent_by,
    faults.looked_after,
    deadlines.of_meeting,
    deadlines.of_agent,
    opened.opened_until,
    rooms.of_somebody,
    awarded.awarded,
    people.press_invited,
    discussing.discussed_in_groups,
    ruled.ruled,
)
"""What a question asks for in so many words."""

_TOLD_APART = (
    speakers.of_speaker,
    remarked.of_remarked,
    together.held_together,
    order,
    between,
    today.so_far,
    repeated.of_several,
    follows,
    today.till_then,
    today.from_then,
    today.is_it_today,
    tracks.of_topic,
    subjects.of_noun,
    subjects.done,
    subjects.which_ones,
)
"""What stands in a relation that the words tell outright: before or behind, until then, on that day, all of a noun."""

_OUTRIGHT: tuple[Callable[[Asked], Answer | None], ...] = (*_DIRECT, *_TOLD_APART)


def stands(asked: Asked, found: Answer) -> bool:
    """Whether an answer could be one to what was asked, and leaves out nothing of it."""
    if isinstance(found, SessionTimes) and any(named.leads_to(asked, line.title) for line in found.lines):
        return False  # "bầu đoàn đại biểu dự Đại hội tỉnh" is not that congress
    return fits(asked, found) and covers(asked, found) and not hand_ins.of_another_thing(asked, found)


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
        alone = bare(asked)
        if alone is not None and gives(asked, alone):
            return alone
    quote = paper.quoted(asked)
    if quote is not None and stands(asked, quote) and asked.u.kind is not Kind.COUNT:
        return quote
    if (owed := _owed(asked)) is not None:
        return owed
    if (choices := readings.perhaps(asked)) is not None:
        return choices
    if topics := practical.topics(asked):
        return asked.no_information(topics[0])
    named = specific or asked.u.about_conference or asked.u.words & HANDING_IN or asked.u.score(Kind.WHERE) >= CLEAR
    if asked.u.kinds and asked.u.kinds[0][1] >= 2.4 and named:
        return asked.no_information("other")
    return NotUnderstood()


def _owed(asked: Asked) -> Answer | None:
    """ "Phòng … phải nộp gì, khi nào": what a unit has to do, where nothing nearer to the question was found."""
    body = asked.named_body() if asked.u.words & _OWING else None
    return duties.unit_tasks(asked, body) if body is not None else None


_OWING = frozenset({"phai", "must"})
