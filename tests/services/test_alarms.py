"""One alarm to the organizers, however many people a fault hits."""

from domain.actor import Actor
from domain.conference import Conference, Programme, Session
from domain.ids import AccountId
from services import alarms
from tests.services.conftest import Office

PROGRAMME = Programme(conference=Conference(title="Hội nghị", code="AAAAA"), sessions=(Session(title="Khai mạc"),))


async def test_organizers_hear_of_the_first_incident_of_an_hour(office: Office) -> None:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    delegate = await office.person(2)
    assert await office.do(delegate, alarms.incident, "AAA111") is True
    assert await office.do(delegate, alarms.incident, "BBB222") is True
    assert await office.outbox() == ["alarms/incident_alarm"]
    assert await office.last_notice(1) == {"code": "AAA111"}
    office.clock.forward(hours=2)
    await office.do(delegate, alarms.incident, "CCC333")
    assert await office.last_notice(1) == {"code": "CCC333"}


async def test_nobody_is_told_where_there_is_no_conference(office: Office) -> None:
    await office.opens(PROGRAMME)
    stranger = Actor(account=AccountId(2))
    assert await office.do(stranger, alarms.incident, "AAA111") is False
