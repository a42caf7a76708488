"""Questions in the chat: answered at once, followed up, passed on, answered by people for all who asked."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update

from domain.answers.values import Changes, NoInformation, OwnMatter, Private, SavedAnswer, SessionTimes, WhereIs
from domain.buttons import unpack
from domain.conference import REST, Conference, Fact, Programme, Session, Source
from domain.ids import SessionId
from domain.logistics import Field
from domain.refusal import Refusal
from services import asking, calendars, faq, flows, gathering, programmes
from services.talks import Talks
from services.views.faq import Faq
from services.views.menu import RunCommand
from services.views.questions import AnswerSent, AnswerWrong, AskedOften, OnTheDesk, QuestionPassed, WrongAnswers
from storage import answered, logistics, privacy, questions
from storage.schema import accounts, facts
from storage.schema import questions as table
from tests.services.conftest import Office

DAY = date(2026, 7, 1)
MEETING = Programme(
    conference=Conference(title="Hội nghị nuôi cá lồng", venue="Nhà văn hóa thị trấn", starts_on=DAY),
    sessions=(
        Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), end=time(8, 30), place="Hội trường A"),
        Session(id=SessionId(2), title="Tham luận về thức ăn", day=DAY, start=time(8, 30), end=time(10)),
        Session(id=SessionId(3), title="Bế mạc", day=date(2026, 7, 2), start=time(16)),
    ),
)


async def asks(office: Office, who: Any, text: str) -> list[Any]:
    return [reply.it for reply in await asking.ask(office.desk, who, text)]


async def types(office: Office, who: Any, *texts: str) -> Any:
    """What is said last when somebody types into the open form."""
    for text in texts:
        reply = await office.do(who, flows.take, text)
    return reply.it


async def stored(office: Office) -> None:
    """The updates that asked are marked as handled."""
    async with office.desk.database.begin() as connection:
        await office.desk.talks.store(connection)


async def waiting_after(office: Office, *texts: str) -> list[int]:
    """Different people ask and want a person's answer; the questions' ids."""
    for number, text in enumerate(texts, 10):
        await asks(office, await office.person(number), text)
    async with office.desk.database.begin() as connection:
        keys = [row.id for row in await questions.unanswered(connection, office.conference)]
    for number, key in enumerate(keys, 10):
        assert (await office.do(await office.person(number), asking.pass_on, key)).it == QuestionPassed()
    return keys


async def test_a_question_that_leaves_out_what_was_just_asked_about_borrows_it(office: Office) -> None:
    await office.opens(MEETING)
    who = await office.person(5)
    [first] = await asks(office, who, "mấy giờ khai mạc?")
    [second] = await asks(office, who, "ở đâu?")
    [stranger] = await asks(office, await office.person(6), "ở đâu?")
    assert isinstance(first, SessionTimes) and isinstance(second, WhereIs) and isinstance(stranger, WhereIs)
    assert [line.place for line in second.lines] == ["Hội trường A"]
    assert stranger == WhereIs(place="Nhà văn hóa thị trấn")


async def test_after_a_while_a_short_question_is_a_new_one(office: Office) -> None:
    await office.opens(MEETING)
    who = await office.person(5)
    await asks(office, who, "mấy giờ khai mạc?")
    office.clock.forward(minutes=30)
    assert await asks(office, who, "ở đâu?") == [WhereIs(place="Nhà văn hóa thị trấn")]


async def test_an_answered_question_writes_nothing(office: Office) -> None:
    await office.opens(MEETING)
    await asks(office, await office.person(5), "mấy giờ khai mạc? Bế mạc lúc nào?")
    async with office.desk.database.begin() as connection:
        assert (await connection.execute(select(func.count()).select_from(table))).scalar_one() == 0


async def test_somebody_is_told_their_own_seat_and_nobody_elses(office: Office) -> None:
    await office.opens(MEETING)
    key, token = await office.invited()
    await office.joins(7, token)
    async with office.desk.database.begin() as connection:
        await logistics.arrange(connection, office.conference, [(key, Field.SEAT, "Hàng C, ghế 12")], office.clock())
    assert await asks(office, await office.again(7), "tôi ngồi ở đâu?") == [
        OwnMatter(matter="seat", value="Hàng C, ghế 12")
    ]
    [other] = await asks(office, await office.person(8), "tôi ngồi ở đâu?")
    assert not other.answered


async def test_without_a_second_publication_nothing_has_changed(office: Office) -> None:
    await office.opens(MEETING)
    assert await asks(office, await office.person(5), "có gì thay đổi không?") == [Changes(changes=())]


async def test_an_answer_reaches_everybody_who_asked_alike_and_nobody_else(office: Office) -> None:
    await office.opens(MEETING)
    organizer = await office.organizer()
    keys = await waiting_after(office, "mật khẩu wifi là gì", "Mat khau wifi la gi vậy ạ?", "có chỗ để xe không")
    listed = (await office.do(organizer, gathering.open_questions)).it
    assert [(line.id, line.alike) for line in listed.lines] == [(keys[0], 1), (keys[2], 0)]
    await office.do(organizer, gathering.ask_for_answer, keys[0])
    assert await types(office, organizer, "Mật khẩu: calong2026") == AnswerSent(question=keys[0], alike=1)
    assert [len(await office.outbox(chat)) for chat in (10, 11, 12)] == [1, 1, 0]
    assert [line.id for line in (await office.do(organizer, gathering.open_questions)).it.lines] == [keys[2]]


async def test_what_organizers_write_is_answered_before_anything_else_until_they_delete_it(office: Office) -> None:
    await office.opens(MEETING)
    organizer = await office.organizer()
    await office.do(organizer, faq.ask_new)
    saved = await types(office, organizer, "Có chỗ để xe không?", "Có, trong sân.")
    who = await office.person(5)
    assert await asks(office, who, "co cho de xe khong a") == [
        SavedAnswer(question="Có chỗ để xe không?", text="Có, trong sân.")
    ]
    await office.do(organizer, faq.ask_other, saved.id)
    await types(office, organizer, "Có, ngoài cổng.")
    assert [each.text for each in await asks(office, who, "có chỗ để xe không")] == ["Có, ngoài cổng."]
    await office.do(organizer, faq.drop, saved.id)
    [gone] = await asks(office, who, "có chỗ để xe không")
    assert not gone.answered
    assert (await office.do(organizer, faq.listed)).it == Faq(lines=(), count=0)


async def test_the_same_question_is_kept_once_among_the_prepared_answers(office: Office) -> None:
    await office.opens(MEETING)
    organizer = await office.organizer()
    for answer in ("Có.", "Có, ở sân sau."):
        await office.do(organizer, faq.ask_new)
        await types(office, organizer, "Có chỗ để xe không?", answer)
    assert (await office.do(organizer, faq.listed)).it.count == 1


async def test_only_organizers_prepare_answers(office: Office) -> None:
    await office.opens(MEETING)
    for service in (faq.listed, faq.ask_new, gathering.open_questions, gathering.asked_most, gathering.wrong_answers):
        with pytest.raises(Refusal, match="not_allowed"):
            await office.do(await office.person(5), service)


async def test_what_is_asked_most_stands_first(office: Office) -> None:
    await office.opens(MEETING)
    await waiting_after(office, "có chỗ để xe không", "mật khẩu wifi là gì", "mat khau wifi la gi")
    most = (await office.do(await office.organizer(), gathering.asked_most)).it
    assert most.total == 3
    assert most.lines[0] == AskedOften(text="mật khẩu wifi là gì", count=2, answered=0, waiting=2)


async def test_what_the_bot_answered_counts_among_what_is_asked_most(office: Office) -> None:
    await office.opens(MEETING)
    await waiting_after(office, "mật khẩu wifi là gì")
    who = await office.person(5)
    for text in ("mấy giờ khai mạc?", "may gio khai mac", "xin chào"):
        await asks(office, who, text)
    await stored(office)
    most = (await office.do(await office.organizer(), gathering.asked_most)).it
    assert (most.total, most.lines[0].count, most.lines[0].answered) == (3, 2, 2)


async def test_an_answered_question_is_kept_short_and_once(office: Office) -> None:
    await office.opens(MEETING)
    await asks(office, await office.person(5), "mấy giờ khai mạc " + "ạ " * 500)
    await stored(office)
    await stored(office)
    async with office.desk.database.begin() as connection:
        assert [len(text) for text in await answered.latest(connection, office.conference)] == [300]


async def test_nothing_is_kept_of_who_was_erased_before_it_could_be(office: Office) -> None:
    await office.opens(MEETING)
    who = await office.person(5)
    await asks(office, who, "mấy giờ khai mạc?")
    async with office.desk.database.begin() as connection:
        await connection.execute(delete(accounts).where(accounts.c.account_id == who.account))
    await stored(office)
    async with office.desk.database.begin() as connection:
        assert await answered.latest(connection, office.conference) == []


async def test_what_the_bot_answered_goes_with_the_person(office: Office) -> None:
    await office.opens(MEETING)
    who, other = await office.person(5), await office.person(6)
    await asks(office, who, "mấy giờ khai mạc?")
    await asks(office, other, "bế mạc lúc nào?")
    await stored(office)
    async with office.desk.database.begin() as connection:
        assert [row.text for row in await privacy.asked(connection, who.account)] == ["mấy giờ khai mạc?"]
        await privacy.erase(connection, who.account, office.desk.now(), None)
        assert await answered.latest(connection, office.conference) == ["bế mạc lúc nào?"]


async def test_an_answer_called_wrong_is_listed_for_organizers(office: Office) -> None:
    office.desk.settings = replace(office.desk.settings, ask_if_right=True)
    quoted = replace(MEETING.sessions[0], source=Source("8h00: Khai mạc", 7, 7))
    await office.opens(replace(MEETING, sessions=(quoted,)))
    who = await office.person(5)
    [reply] = await asking.ask(office.desk, who, "mấy giờ khai mạc?")
    pressed = [unpack(button.data) for row in reply.buttons or () for button in row]
    mark = next(each.mark for each in pressed if isinstance(each, AnswerWrong))
    await stored(office)
    office.desk.talks = Talks()  # as after a restart
    await office.do(who, gathering.called_wrong, mark)
    listed = (await office.do(await office.organizer(), gathering.wrong_answers)).it
    assert isinstance(listed, WrongAnswers)
    assert [(line.text, line.said) for line in listed.lines] == [("mấy giờ khai mạc?", "when")]
    with pytest.raises(Refusal, match="answer_forgotten"):
        await office.do(who, gathering.called_wrong, mark + 1)


@pytest.mark.parametrize(
    ("day", "session", "titles"),
    [
        (0, 0, ["Khai mạc", "Tham luận về thức ăn", "Bế mạc"]),
        (DAY.toordinal(), 0, ["Khai mạc", "Tham luận về thức ăn"]),
    ],
)
async def test_the_calendar_file_holds_what_was_asked_for(
    office: Office, day: int, session: int, titles: list[str]
) -> None:
    from icalendar import Calendar

    await office.opens(MEETING)
    reply = await office.do(await office.person(5), calendars.calendar_file, day, session)
    events = Calendar.from_ical(reply.files[0].content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == titles
    assert events[0]["dtstart"].dt.isoformat() == "2026-07-01T01:00:00+00:00"


async def test_the_calendar_file_of_one_session_holds_only_it(office: Office) -> None:
    made = await office.opens(MEETING)
    reply = await office.do(await office.person(5), calendars.calendar_file, 0, made.sessions[2].id)
    assert reply.it.count == 1
    with pytest.raises(Refusal, match="stale_button"):
        await office.do(await office.person(5), calendars.calendar_file, 0, 999)


async def test_the_agenda_of_several_days_offers_each(office: Office) -> None:
    await office.opens(MEETING)
    who = await office.person(5)
    [whole] = await office.do(who, asking.agenda)
    assert whole.buttons is not None
    assert [[button.label for button in row] for row in whole.buttons] == [
        ["day_of_agenda", "day_of_agenda"],
        ["calendar_file"],
    ]
    shown = (await office.do(who, calendars.day, DAY.toordinal())).it
    assert [line.title for line in shown.lines] == ["Khai mạc", "Tham luận về thức ăn"]


async def test_who_has_not_answered_is_shown_to_organizers_by_their_list_and_to_nobody_else(office: Office) -> None:
    await office.opens(MEETING)
    [reply] = await asking.ask(office.desk, await office.organizer(), "ai chưa trả lời?")
    assert reply.it == OnTheDesk(matter="answers")
    assert [unpack(each.data) for row in reply.it.keyboard() for each in row] == [RunCommand("daibieu")]
    person = await office.person(5)
    assert isinstance((await asks(office, person, "ai chưa trả lời?"))[0], Private)
    assert isinstance((await asks(office, person, "còn bao nhiêu người chưa xác nhận"))[0], NoInformation)


async def test_lines_that_no_field_holds_are_told_as_they_were_published(office: Office) -> None:
    await office.opens(replace(MEETING, facts=(Fact(topic=REST, text="Cá mẫu đặt ở bến Vàng"),)))
    who = await office.person(5)
    async with office.desk.database.begin() as connection:
        await connection.execute(update(facts).values(text="Cá mẫu đặt ở bến Bạc"))  # another paper, not yet published
    found = await office.do(who, programmes.current)
    assert [fact.text for fact in found.facts] == ["Cá mẫu đặt ở bến Vàng"]
