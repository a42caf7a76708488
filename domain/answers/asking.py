"""The way in: a question, a programme and the clock make an answer."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain, islice

from domain.answers.alike import saved
from domain.answers.asked import Asked
from domain.answers.clauses import narrowed
from domain.answers.courtesy import without_courtesies
from domain.answers.coverage import explained, unexplained
from domain.answers.evidence.second_reading import read_again
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
from domain.answers.roles import asked_for
from domain.answers.shown import reachable, shows
from domain.answers.unanswered_values import Ambiguous, NotUnderstood
from domain.answers.values import Answer, AskAgain, NowNext, Responsible, SavedAnswer
from domain.answers.within_division import alone
from domain.conference import Programme

_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a message is answered: over which programme, in which minute, and to whom."""

    index: Index
    minute: datetime | None
    asker: Asker | None

    @classmethod
    def of(cls, programme: Programme | Index, now: datetime | None, asker: Asker | None) -> "_Desk":
        index = programme if isinstance(programme, Index) else Index.of(programme)
        return cls(index, None if now is None else now.replace(second=0, microsecond=0), asker)

    def read(self, question: str) -> Understanding:
        return _understood(question, self.index)

    def answer(self, question: str, context: Context | None = None) -> Answer:
        """The answer to a question, remembered: at a conference many people ask the same in the same minute."""
        question = without_courtesies(question)
        asked = (question, self.minute, self.asker, context)
        return remembered(self.index.answered, asked, _REMEMBERED, lambda: self._answer(question, context))

    def _answer(self, question: str, context: Context | None) -> Answer:
        if (fact := saved(question, self.index)) is not None:
            return SavedAnswer(question=fact.question or "", text=fact.text)
        read = in_context(self.read(question), self.index, context)
        asked = Asked(read, self.index, self.minute, self.asker, context)
        found = _shown(asked)
        return _only_choice(asked, found) or found

    def read_again(self, question: str, found: tuple[Answer, ...], context: Context | None) -> tuple[Answer, ...]:
        """Answers with what the lines of the paper say to the question besides; not to one that borrows."""
        read = self.read(question)
        borrows = in_context(read, self.index, context) is not read
        return found if borrows else read_again(Asked(read, self.index, self.minute, self.asker), found)

    def told(self, read: Understanding) -> Answer:
        """The answer to a part of a message, read with what it leaves out."""
        return _shown(Asked(read, self.index, self.minute, self.asker))


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
    return _Desk.of(programme, now, asker).answer(question, context)


def _shown(asked: Asked) -> Answer:
    """The answer, with as much of a statement as belongs to the question; of one division, what is its own."""
    if (own := alone(asked)) is not None and (told := resolve(own)).answered and not _is_over(told):
        return told
    found = resolve(asked)
    return found if asked_for(asked) is not None else in_its_line(asked, narrowed(asked, found))


def _is_over(found: Answer) -> bool:
    """Whether all that can be said is that nothing is on."""
    return isinstance(found, NowNext) and found.phase != "during"


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
    desk = _Desk.of(programme, now, asker)
    sent = (text, desk.minute, asker, context)
    return remembered(desk.index.replies, sent, _REMEMBERED, lambda: _answer_each(text, desk, context))


def _answer_each(text: str, desk: _Desk, context: Context | None) -> tuple[Answer, ...]:
    parts = questions_in(text, desk.index)
    if len(parts) > 1:
        each = (desk.read_again(part, (desk.answer(part, context),), context) for part in parts[:MOST_QUESTIONS])
        found = tuple(chain.from_iterable(each))
        rest = parts[MOST_QUESTIONS:]
        return (*found, AskAgain(texts=rest)) if rest else found
    text = behind_its_story(parts[0], desk.read, desk.index)
    other = desk.read(text).kind is Kind.OTHER_EVENT
    plain = _standing_alone(text, desk) if context is None and not other else None
    found = _of_one(plain, desk, None) if plain is not None else ()
    found = found if any(each.answered for each in found) else _of_one(text, desk, context)
    return desk.read_again(text, found, context)


def _of_one(text: str, desk: _Desk, context: Context | None) -> tuple[Answer, ...]:
    """The answers to a message of one question, which may be joined of several."""
    whole = desk.answer(text, context)
    asked = Asked(desk.read(text), desk.index, None)
    if asked.u.kind is Kind.OTHER_EVENT or asked_for(asked) is not None:
        return (whole,)  # no part of it is about this conference, or it is plain
    if whole.answered and asked.specific() and not unexplained(asked, whole):
        return (whole, *_rest(text, whole, desk))
    return _apart(text, whole, desk)


def _apart(text: str, whole: Answer, desk: _Desk) -> tuple[Answer, ...]:
    """The answers to the parts of a sentence, where the whole of it got none or but a part of one."""
    found = _of_each(pieces(text, desk.read), desk)
    if found and all(each.answered for each in found):
        return found
    if whole.answered:
        return (whole, *_rest(text, whole, desk))
    found = _of_each(tuple(part for part, _ in joined(text, desk.read)), desk)
    if any(each.answered for each in found):
        return found
    plain = _without_story(text, desk)
    return (plain,) if plain is not None else (whole,)


def _of_each(parts: tuple[str, ...], desk: _Desk) -> tuple[Answer, ...]:
    """The different answers to questions joined in one sentence; a later one that names nothing is about the same."""
    found: list[Answer] = []
    for part in parts:
        read = desk.read(part)
        if read.concepts == {"contact"} and any(reachable(each) for each in found):
            continue  # "ai phụ trách, số máy bao nhiêu": the number stands behind the name
        alone = part is parts[0] or _says_of_what(read)
        found.append(desk.answer(part) if alone else desk.told(_of_the_same(read, desk.read(parts[0]))))
    return tuple(each for at, each in enumerate(found) if each not in found[:at])


def _of_the_same(later: Understanding, about: Understanding) -> Understanding:
    """A later question of a sentence, asked about what the first one names."""
    both = borrowing(later, about, about.content)
    named = about.about_conference or later.about_conference
    return replace(both, concepts=about.concepts | later.concepts, when=about.when, about_conference=named)


def _without_story(text: str, desk: _Desk) -> Answer | None:
    """The answer to what a message asks, without what its sender tells of themselves; None where there is none."""
    parted = story_and_question(text, desk.read)
    if parted is None:
        return None
    question, story = map(desk.read, parted)
    own = {unit.code for unit in question.content}
    lent = tuple(u for u in story.content if lends(u, desk.index, text) and u.code not in own)
    when = question.when if not question.when.empty else replace(story.when, clock=None)
    readings = [replace(borrowing(question, story, lent), when=when)] if lent else []
    if _says_of_what(question) or not question.content:
        readings.append(replace(question, when=when))
    return next((found for found in map(desk.told, readings) if found.answered), None)


def _standing_alone(text: str, desk: _Desk) -> str | None:
    """The question of a message whose story has nothing of the programme, where it says itself what it is about."""
    parted = story_and_question(text, desk.read)
    if parted is None or any(lends(unit, desk.index, text) for unit in desk.read(parted[1]).content):
        return None
    return parted[0] if _says_of_what(desk.read(parted[0])) else None


def _says_of_what(question: Understanding) -> bool:
    """Whether a question names what it asks about."""
    return question.about_conference or any(not unit.generic for unit in question.content)


def _rest(sentence: str, whole: Answer, desk: _Desk) -> tuple[Answer, ...]:
    """What a sentence asks for besides and the answer to it does not show: found of the same thing, or not known."""
    parts = joined(sentence, desk.read)
    lacking = [part for part, kinds in parts if not any(shows(whole, kind) for kind in kinds)]
    found = (_besides(desk.read(part), desk.read(parts[0][0]), whole, desk) for part in lacking)
    return tuple(islice((each for each in found if each != whole), 1))


def _besides(read: Understanding, about: Understanding, whole: Answer, desk: _Desk) -> Answer:
    """The answer to the second question of a sentence: of what the first one names, else as it stands."""
    found = desk.told(_of_the_same(read, about))
    if read.content and (isinstance(found, NotUnderstood) or found == whole):
        return desk.told(read)  # "để xe ở đâu và ăn trưa ở đâu"
    return found


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
