"""The lines of a paper that no field holds outlive the way into the database and back."""

from datetime import UTC, datetime

from domain.conference import REST, Conference, Fact, Programme, Source
from domain.ids import AccountId
from storage import plans, programmes
from storage.database import Database

NOW = datetime(2026, 7, 30, 1, tzinfo=UTC)
LINE = Fact(topic=REST, text="Nhóm Hai: Màu khăn: đỏ", source=Source("- Màu khăn: đỏ", 14, 14))


async def test_a_line_kept_as_it_stands_is_stored_published_and_loaded(database: Database) -> None:
    async with database.begin() as connection:
        read = Programme(conference=Conference(code="CHE", title="Hội nghị"), facts=(LINE,))
        made = await plans.create(connection, read, NOW)
        await programmes.publish(connection, made, NOW, AccountId(1))
    async with database.begin() as connection:
        assert (await programmes.working(connection, made.conference.id)).facts == (LINE,)
        stored = await programmes.published(connection, made.conference.id, made.conference.revision)
    assert stored.facts == (LINE,)
