"""A plan that is pasted into the chat in parts."""

from dataclasses import replace
from typing import Any

import pytest

from documents.pasted import has_head, is_plan, may_be_plan
from documents.reading import read_plan_text
from domain.actor import Actor
from domain.conference import Conference, Programme
from domain.plan import PlanDraft
from domain.refusal import Refusal
from services import flows, pasting
from services.views.forms import FormPrompt
from services.views.importing import PlanArrived, PlanPasted
from services.views.plan import PlanSummary

HEAD = """KẾ HOẠCH
Tổ chức Hội nghị sơ kết công tác thư viện
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 27/7/2026.
2. Địa điểm: Hội trường huyện.
II. THÀNH PHẦN"""
TAIL = """- Lãnh đạo các trường học;
III. CHƯƠNG TRÌNH
- 8h00: Khai mạc;
- 8h30: Báo cáo."""


@pytest.fixture
async def organizer(office: Any) -> Actor:
    await office.opens(Programme(conference=Conference(code="SK", title="Hội nghị khác")))
    found: Actor = await office.organizer()
    return found


async def read(office: Any, who: Actor) -> Any:
    """What the button does, the reading in this process."""
    content = await office.do(who, pasting.content)
    draft = read_plan_text(content.decode())
    if not isinstance(draft, PlanDraft):
        return (await office.do(who, pasting.not_read, draft.code)).it
    return (await office.do(who, pasting.take, content, draft)).it


async def test_parts_are_joined_in_the_order_they_came_and_read_as_one_plan(office: Any, organizer: Actor) -> None:
    assert (await office.do(organizer, pasting.begin, HEAD)).it == PlanPasted(parts=1, lines=6)
    assert (await office.do(organizer, flows.take, TAIL)).it == PlanPasted(parts=2, lines=10)
    assert await office.do(organizer, pasting.content) == f"{HEAD}\n{TAIL}".encode()
    arrived = await read(office, organizer)
    assert isinstance(arrived, PlanArrived) and "sơ kết công tác thư viện" in arrived.title
    with pytest.raises(Refusal, match="paste_gone"):
        await office.do(organizer, pasting.content)


async def test_without_a_conference_it_becomes_the_first_draft_and_nothing_waits(office: Any, organizer: Actor) -> None:
    alone = replace(organizer, conference=None)
    await office.do(alone, pasting.begin, f"{HEAD}\n{TAIL}")
    assert isinstance(await read(office, alone), PlanSummary)
    assert not (await office.again(int(organizer.account))).form_open


async def test_a_part_cut_at_the_longest_message_goes_on_without_a_new_line(office: Any, organizer: Actor) -> None:
    full = HEAD + "\n" + "x" * (4096 - len(HEAD) - 9) + " ngày 27"
    assert len(full) == 4096
    await office.do(organizer, pasting.begin, full)
    await office.do(organizer, flows.take, "/7/2026.")
    await office.do(organizer, flows.take, "Hết.")
    assert (await office.do(organizer, pasting.content)).decode().endswith(" ngày 27/7/2026.\nHết.")


async def test_what_is_no_plan_yet_is_kept_and_more_may_be_sent(office: Any, organizer: Actor) -> None:
    await office.do(organizer, pasting.begin, "THÔNG BÁO\nvề một việc")
    assert await read(office, organizer) == PlanPasted(parts=1, lines=2, complaint="paste_not_a_plan")
    await office.do(organizer, flows.take, f"{HEAD}\n{TAIL}")
    assert isinstance(await read(office, organizer), PlanArrived)


async def test_too_much_is_not_taken_and_what_was_there_stays(office: Any, organizer: Actor) -> None:
    await office.do(organizer, pasting.begin, HEAD)
    too_long = (await office.do(organizer, flows.take, "x" * pasting.MOST)).it
    assert too_long == PlanPasted(parts=1, lines=6, complaint="paste_too_long")
    assert await office.do(organizer, pasting.content) == HEAD.encode()


async def test_another_reason_of_the_reader_is_told_too(office: Any, organizer: Actor) -> None:
    await office.do(organizer, pasting.begin, HEAD)
    told = (await office.do(organizer, pasting.not_read, "too_slow")).it
    assert told == PlanPasted(parts=1, lines=6, complaint="paste_unreadable")


async def test_left_it_is_gone_and_a_file_meanwhile_is_told_what_waits(office: Any, organizer: Actor) -> None:
    await office.do(organizer, pasting.begin, HEAD)
    view = (await office.do(organizer, flows.take_file, flows.Upload("a.docx", b"PK"))).it
    assert isinstance(view, FormPrompt) and view.code == "paste_plan.part"
    await office.do(organizer, flows.leave)
    with pytest.raises(Refusal, match="paste_gone"):
        await office.do(organizer, pasting.content)


async def test_who_may_not_take_in_plans_may_not_paste_one(office: Any, organizer: Actor) -> None:
    nobody = await office.person(99)
    with pytest.raises(Refusal, match="not_allowed"):
        await office.do(nobody, pasting.begin, HEAD)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (HEAD, True),
        ("UBND HUYỆN\n" + HEAD, True),
        (HEAD.replace("KẾ HOẠCH", "GIẤY MỜI"), True),
        (HEAD.replace("KẾ HOẠCH", "[27/06/2026 08:00] Lan: KẾ HOẠCH"), True),
        (HEAD.replace("KẾ HOẠCH", "Kính gửi: Các trường"), True),
        ("KẾ HOẠCH\nở đâu?", False),
        (HEAD.replace("KẾ HOẠCH", "Em xin hỏi về kế hoạch"), False),
    ],
)
def test_a_plan_is_known_by_its_head_and_length(text: str, head: bool) -> None:
    assert has_head(text) is head


def test_a_text_that_asks_or_is_short_is_not_read_as_a_plan() -> None:
    assert may_be_plan(TAIL + "\n" + TAIL)
    assert not may_be_plan(TAIL)
    assert not may_be_plan(TAIL + "\n" + TAIL + "\nMấy giờ khai mạc?")


async def test_a_text_without_a_head_is_a_plan_when_it_reads_as_one() -> None:
    headless = HEAD.removeprefix("KẾ HOẠCH\n") + "\n" + TAIL
    assert not has_head(headless) and await is_plan(headless)
    assert not await is_plan("\n".join(f"Hôm nay nhà em có {number} người khách" for number in range(9)))
