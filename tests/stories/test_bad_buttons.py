"""Buttons pressed twice, too late, with forged data, or by somebody without the right."""

import dataclasses
import json
from typing import Any

import pytest

from domain.buttons import by_code, code_of
from handlers.routes import merged
from services.views.menu import RunCommand
from simulator.dialogue import words_of

Town = Any


def forgeries() -> list[str]:
    """Data of every button there is, with small numbers and words as a forger would try them."""
    found = []
    for kind in merged("PRESSES"):
        parts = ["1" if each.type in (int, "int") else "all" for each in dataclasses.fields(kind)]
        found.append(":".join([code_of[kind], *parts]))
    return found


@pytest.mark.long
@pytest.mark.parametrize("who", ["an", "stranger", "hoa"])
async def test_no_button_gives_anybody_a_right_they_have_not(town: Town, who: str) -> None:
    person = town.stranger() if who == "stranger" else getattr(town, who)
    await person.says("/menu")
    await town.stage.settled()
    before = _what_only_organizers_change(town)
    mark = town.stage.world.events.last
    for data in forgeries():
        await person.forges(data)
    await town.stage.settled()
    told = [words_of(event) for event in town.stage.world.events.after(mark, person.id)]
    assert [text for text in told if "do lỗi của bot" in text or "Phạm Thị Bình" in text] == []
    assert _what_only_organizers_change(town) == before
    assert _incidents(town) == []


def _incidents(town: Town) -> list[str]:
    """What the bot stumbled over, as it was pressed."""
    stumbled = town.rows("select raw from inbox where incident is not null")
    return [json.loads(row["raw"])["callback_query"]["data"] for row in stumbled]


def _what_only_organizers_change(town: Town) -> tuple[int, ...]:
    return (
        town.count("publications"),
        town.count("broadcasts"),
        town.count("conferences", "state = 'published'"),
        town.count("delegates", "state = 'invited' and name = 'Phạm Thị Bình'"),
        town.count("invitations"),
        town.count("notices", "kind in ('broadcast', 'chase', 'change')"),
        town.count("tasks", "state in ('done', 'returned', 'withdrawn')"),
        town.count("organizers"),
    )


@pytest.mark.parametrize("data", ["", "x", "dc", "dc:", "dc:abc", "dc:1:2:3", ":::", "dc:9999999999999999999999", "💥"])
@pytest.mark.parametrize("who", ["owner", "emily"])
async def test_mangled_data_gets_a_fresh_menu(town: Town, data: str, who: str) -> None:
    person = getattr(town, who)
    await person.says("/menu")
    await town.stage.settled()
    await person.forges(data)
    await person.sees("/menu")


@pytest.mark.long
async def test_numbers_that_no_row_has_are_answered_with_the_next_step(town: Town) -> None:
    await town.owner.says("/menu")
    await town.stage.settled()
    for n, kind in enumerate(merged("PRESSES")):
        for number in ("0", "9223372036854775807"):
            parts = [number if each.type in (int, "int") else "all" for each in dataclasses.fields(kind)]
            await town.owner.forges(":".join([code_of[kind], *parts]))
        if n % 20 == 0:  # so many presses take longer than the stage is patient
            await town.stage.settled()
    await town.stage.settled()
    assert _incidents(town) == []


async def test_publishing_twice_at_once_publishes_once(town: Town) -> None:
    owner = town.owner
    await _moves_opening(owner)
    await owner.says("/congbo")
    await owner.sees("Công bố sửa đổi")
    await owner.presses("Công bố ngay")
    await owner.presses("Công bố ngay")
    await owner.sees("/congbo")
    await town.stage.settled()
    assert town.count("publications") == 2
    assert (
        town.count("deliveries d join notices n on n.id = d.notice_id", "n.kind = 'change' and d.state = 'sent'") == 3
    )


async def test_a_preview_from_before_another_edit_publishes_nothing(town: Town) -> None:
    owner = town.owner
    await _moves_opening(owner)
    await owner.says("/congbo")
    await owner.sees("Công bố sửa đổi")
    stale = owner.last_message()
    data = next(b["callback_data"] for row in stale.markup["inline_keyboard"] for b in row if "Công bố" in b["text"])
    await _moves_opening(owner, "8h25")
    await owner.forges(data, message=stale)
    await owner.sees("đã có người sửa hoặc công bố", "/congbo")
    await town.stage.settled()
    assert town.count("publications") == 1


async def _moves_opening(owner: Any, clock: str = "8h20") -> None:
    await owner.says("/kehoach")
    await owner.presses("Chương trình (")
    await owner.sees("Bấm số của mục")
    await owner.presses("3")
    await owner.sees("Phụ trách", "3. ")
    await owner.presses("Giờ")
    await owner.sees("Gửi câu trả lời")
    await owner.says(clock)
    await owner.sees("Phụ trách", "3. ")


async def test_every_button_is_known_by_its_code() -> None:
    assert set(merged("PRESSES")) == set(by_code.values()) - {RunCommand}
