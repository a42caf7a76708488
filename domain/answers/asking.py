"""The way in: a question, a programme and the clock make an answer."""

from dataclasses import replace
from datetime import date, datetime
from itertools import islice

from domain.answers.alike import saved
from domain.answers.asked import Asked
from domain.answers.clauses import narrowed
from domain.answers.courtesy import without_courtesies
from domain.answers.coverage import explained, unexplained
from domain.answers.following import borrowing, context_after, in_context
from domain.answers.framing import behind_its_story, lends
from domain.answers.framing import told as story_and_question
from domain.answers.index import Index
from domain.answers.parting import MOST_QUESTIONS, joined, pieces, sentences
from domain.answers.passages import in_its_line
from domain.answers.query import Asker, Context, Kind, Understanding
from domain.answers.reading import understand
from domain.answers.remembering import remembered
from domain.answers.resolve import resolve, stands
from domain.answers.shown import reachable, shows
from domain.answers.unanswered_values import Ambiguous, NotUnderstood
from domain.answers.values import Answer, AskAgain, Responsible, SavedAnswer
from domain.conference import Programme

_REMEMBERED = 1000


def answer(
    question: str,
    programme: Programme | Index,
    now: datetime | None,
    *,
    asker: Asker | None = None,
    context: Context | None = None,
    language: str | None = None,
) -> Answer:
    """The answer to one question; never raises for any text.

    `now` is local to the conference (None: words that hang on the present cannot be resolved) and counts by the
    minute, so that who asks the same in the same minute gets the same, at once. Give an `Index` instead
    of the programme to ask more than once. `language` is the person's own and decides nothing here: the answer is a
    value, to be rendered in `language_of(question)` or in theirs.
    """
    index = programme if isinstance(programme, Index) else Index.of(programme)
    minute = _minute(now)
    question = without_courtesies(question)
    asked = (question, minute, asker, context)
    return remembered(index.answered, asked, _REMEMBERED, lambda: _answer(question, index, minute, asker, context))


def _minute(now: datetime | None) -> datetime | None:
    return None if now is None else now.replace(second=0, microsecond=0)


def _answer(question: str, index: Index, now: datetime | None, asker: Asker | None, context: Context | None) -> Answer:
    if (fact := saved(question, index)) is not None:
        return SavedAnswer(question=fact.question or "", text=fact.text)
    asked = Asked(in_context(_understood(question, index), index, context), index, now, asker, context)
    found = in_its_line(asked, narrowed(asked, resolve(asked)))
    return _only_choice(asked, found) or found


def _only_choice(asked: Asked, found: Answer) -> Answer | None:
    """The answer to the one reading there is, where it speaks of enough that asking back would be pedantry."""
    if not isinstance(found, Ambiguous) or len(found.choices) != 1 or asked.u.kind not in _PLAIN:
        return None
    if asked.u.asks(Kind.COUNT) or not asked.specific():
        return None  # a number is asked for besides, or nothing that a reading could speak of
    again = Asked(_understood(found.choices[0].question, asked.index), asked.index, asked.now, asked.asker)
    answered = resolve(again)
    fit = answered.answered and stands(asked, answered)
    return answered if fit and explained(asked, _without_units(answered)) >= _ENOUGH else None


def _without_units(found: Answer) -> Answer:
    """An answer without the names of those who do it: what they do must be what was asked."""
    if not isinstance(found, Responsible):
        return found
    return replace(found, tasks=tuple(replace(task, unit="", coordinating=()) for task in found.tasks))


_PLAIN = frozenset({Kind.WHEN, Kind.WHERE, Kind.ROOM, Kind.DEADLINE, Kind.WHO, Kind.END, Kind.AFTER, Kind.BEFORE})
_ENOUGH = 0.45
"""Share of a question that its one near reading must speak of to be answered at once."""


def whole_agenda(index: Index, now: datetime | None) -> Answer:
    """Everything on the agenda, as somebody gets it who presses a button instead of asking."""
    return answer("toàn bộ chương trình", index, now)


def agenda_of(index: Index, day: date, now: datetime | None) -> Answer:
    """One day of the agenda, as somebody gets it who presses a button instead of asking."""
    return answer(f"ngày {day:%d/%m/%Y} có gì", index, now)


def answer_each(
    text: str,
    programme: Programme | Index,
    now: datetime | None,
    *,
    asker: Asker | None = None,
    context: Context | None = None,
) -> tuple[Answer, ...]:
    """The answers to a message: one for each question in it, at most three, in order; what is left is named.

    As with `answer`, who sends the same in the same minute gets the same, at once.
    """
    index = programme if isinstance(programme, Index) else Index.of(programme)
    minute = _minute(now)
    sent = (text, minute, asker, context)
    return remembered(index.replies, sent, _REMEMBERED, lambda: _answer_each(text, index, minute, asker, context))


def _answer_each(
    text: str, index: Index, now: datetime | None, asker: Asker | None, context: Context | None
) -> tuple[Answer, ...]:
    parts = questions_in(text, index)
    if len(parts) == 1:
        text = behind_its_story(parts[0], lambda part: _understood(part, index), index)
    else:
        found = tuple(answer(part, index, now, asker=asker, context=context) for part in parts[:MOST_QUESTIONS])
        rest = parts[MOST_QUESTIONS:]
        return (*found, AskAgain(texts=rest)) if rest else found
    other = _understood(text, index).kind is Kind.OTHER_EVENT
    plain = _standing_alone(text, index) if context is None and not other else None
    found = _of_one(plain, index, now, asker, None) if plain is not None else ()
    return found if any(each.answered for each in found) else _of_one(text, index, now, asker, context)


def _of_one(
    text: str, index: Index, now: datetime | None, asker: Asker | None, context: Context | None
) -> tuple[Answer, ...]:
    """The answers to a message of one question, which may be joined of several."""
    whole = answer(text, index, now, asker=asker, context=context)
    asked = Asked(_understood(text, index), index, None)
    if asked.u.kind is Kind.OTHER_EVENT:
        return (whole,)  # no part of it is about this conference
    if whole.answered and asked.specific() and not unexplained(asked, whole):
        return (whole, *_rest(text, whole, index, now, asker))
    return _apart(text, whole, index, now, asker)


def _apart(text: str, whole: Answer, index: Index, now: datetime | None, asker: Asker | None) -> tuple[Answer, ...]:
    """The answers to the parts of a sentence, where the whole of it got none or but a part of one."""
    found = _joined(text, index, now, asker)
    if found and all(each.answered for each in found):
        return found
    if whole.answered:
        return (whole, *_rest(text, whole, index, now, asker))
    halves = _halves(text, index, now, asker)
    if any(each.answered for each in halves):
        return halves
    plain = _without_story(text, index, now, asker)
    return (plain,) if plain is not None else (whole,)


def _halves(text: str, index: Index, now: datetime | None, asker: Asker | None) -> tuple[Answer, ...]:
    """The answers to the questions joined in one sentence; a later one that names nothing asks about the same."""
    parts = [part for part, _ in joined(text, lambda part: _understood(part, index))]
    if not parts:
        return ()
    about = _understood(parts[0], index)
    return (
        answer(parts[0], index, now, asker=asker),
        *(
            answer(part, index, now, asker=asker)
            if _says_of_what(_understood(part, index))
            else resolve(Asked(_of_the_same(_understood(part, index), about), index, now, asker))
            for part in parts[1:]
        ),
    )


def _of_the_same(later: Understanding, about: Understanding) -> Understanding:
    """A later question of a sentence, asked about what the first one names."""
    both = borrowing(later, about, about.content)
    named = about.about_conference or later.about_conference
    return replace(both, concepts=about.concepts | later.concepts, when=about.when, about_conference=named)


def _without_story(text: str, index: Index, now: datetime | None, asker: Asker | None) -> Answer | None:
    """The answer to what a message asks, without what its sender tells of themselves; None where there is none."""
    parted = story_and_question(text, lambda part: _understood(part, index))
    if parted is None:
        return None
    question, story = (_understood(part, index) for part in parted)
    own = {unit.code for unit in question.content}
    lent = tuple(u for u in story.content if lends(u, index, text) and u.code not in own)
    when = question.when if not question.when.empty else replace(story.when, clock=None)
    readings = [replace(borrowing(question, story, lent), when=when)] if lent else []
    if _says_of_what(question) or not question.content:
        readings.append(replace(question, when=when))
    found = (resolve(Asked(reading, index, now, asker)) for reading in readings)
    return next((each for each in found if each.answered), None)


def _standing_alone(text: str, index: Index) -> str | None:
    """The question of a message whose story has nothing of the programme, where it says itself what it is about."""
    parted = story_and_question(text, lambda part: _understood(part, index))
    if parted is None or any(lends(unit, index, text) for unit in _understood(parted[1], index).content):
        return None
    return parted[0] if _says_of_what(_understood(parted[0], index)) else None


def _says_of_what(question: Understanding) -> bool:
    """Whether a question names what it asks about."""
    return question.about_conference or any(not unit.generic for unit in question.content)


def _rest(sentence: str, whole: Answer, index: Index, now: datetime | None, asker: Asker | None) -> tuple[Answer, ...]:
    """What a sentence asks for besides and the answer to it does not show: found of the same thing, or not known."""
    parts = joined(sentence, lambda part: _understood(part, index))
    lacking = [part for part, kinds in parts if not any(shows(whole, kind) for kind in kinds)]
    if not lacking:
        return ()
    about = _understood(parts[0][0], index)
    found = (_besides(_understood(part, index), about, whole, index, now, asker) for part in lacking)
    return tuple(islice((each for each in found if each != whole), 1))


def _besides(
    read: Understanding, about: Understanding, whole: Answer, index: Index, now: datetime | None, asker: Asker | None
) -> Answer:
    """The answer to the second question of a sentence: of what the first one names, else as it stands."""
    found = resolve(Asked(_of_the_same(read, about), index, now, asker))
    if read.content and (isinstance(found, NotUnderstood) or found == whole):
        return resolve(Asked(read, index, now, asker))  # "để xe ở đâu và ăn trưa ở đâu"
    return found


def _joined(sentence: str, index: Index, now: datetime | None, asker: Asker | None) -> tuple[Answer, ...]:
    """The answers to the questions joined in one sentence, each different one once; none where it asks but one."""
    found: list[Answer] = []
    first: Understanding | None = None
    for piece in pieces(sentence, lambda part: _understood(part, index)):
        read = _understood(piece, index)
        if first is not None and not read.content and not read.about_conference:
            read = _of_the_same(read, first)
        first = first or read
        if read.concepts == {"contact"} and any(reachable(each) for each in found):
            continue  # "ai phụ trách, số máy bao nhiêu": the number stands behind the name
        found.append(resolve(Asked(read, index, now, asker)))
    return tuple(each for at, each in enumerate(found) if each not in found[:at])


def _understood(question: str, index: Index) -> Understanding:
    """`understand`, remembered: at a conference many people ask the same thing in the same words."""
    return remembered(index.understood, question, _REMEMBERED, lambda: understand(question, index))


def questions_in(text: str, index: Index) -> tuple[str, ...]:
    """The questions of a message: parts that ask something on their own; the whole text when fewer than two do."""
    return sentences(without_courtesies(text), lambda part: _understood(part, index))


def about_asker(text: str, index: Index) -> bool:
    """Whether the answer hangs on what was arranged for the person who asks, or on what they have been told."""
    return any(_personal(_understood(part, index)) for part in questions_in(text, index))


def concepts_in(text: str, index: Index) -> frozenset[str]:
    """The practical matters that a message speaks of, by topic code."""
    return frozenset().union(*(_understood(part, index).concepts for part in questions_in(text, index)))


_ABOUT_ASKER = frozenset({Kind.MY_SEAT, Kind.MY_REGISTRATION, Kind.CHANGES})


def _personal(read: Understanding) -> bool:
    bed_or_seat = bool({"lodging", "seat"} & read.concepts) or read.kind in (Kind.ROOM, Kind.WHERE)
    return read.kind in _ABOUT_ASKER or (read.own and bed_or_seat)


def context_of(text: str, index: Index, given: Answer) -> Context:
    """What the next question may borrow from a message and the answer to its last question."""
    return context_after(_understood(questions_in(text, index)[:MOST_QUESTIONS][-1], index), given)
