"""Two papers in one file, blocks of a programme, and other shapes that only some papers have."""

from datetime import date, datetime
from pathlib import Path

import pytest

from documents.plan.read import parse
from domain.plan import PlanDraft, value_of
from domain.plan_programme import programme

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
CONGRESS = (CORPUS / "held" / "12-cong-doan-dai-hoi.txt").read_text(encoding="utf-8")
COMPANY = (CORPUS / "03-cong-ty.txt").read_text(encoding="utf-8")


def read(text: str) -> PlanDraft:
    return parse(tuple(text.split("\n")))


def two_events(draft: PlanDraft) -> list[str]:
    return [doubt.quote for doubt in draft.doubts if doubt.code == "two_events"]


@pytest.mark.parametrize(("first", "second"), [(CONGRESS, COMPANY), (COMPANY, CONGRESS)])
def test_of_two_conferences_in_one_file_the_first_is_read_and_the_other_named(first: str, second: str) -> None:
    alone, both = read(first), read(f"{first}\n\f\n{second}")
    assert (both.sessions, both.units, both.signer) == (alone.sessions, alone.units, alone.signer)
    (named,) = two_events(both)
    assert value_of(read(second).title) == named


@pytest.mark.parametrize("kind", ["GIẤY MỜI", "THÔNG BÁO"])
def test_a_second_invitation_or_announcement_is_named_too(kind: str) -> None:
    def paper(number: int, about: str, when: str) -> str:
        head = f"UBND HUYỆN NÀ LÙNG\nSố: {number}/UBND\nNà Lùng, ngày 01 tháng 7 năm 2026\n"
        text = f"1. Thời gian: 8h00 ngày {when}.\n2. Địa điểm: Hội trường huyện.\n3. Thành phần: Lãnh đạo các trường.\n"
        return f"{head}{kind}\nVề việc tổ chức Hội nghị {about}\n{text}CHỦ TỊCH\nTriệu Văn Khoan\n\n"

    both = read(paper(12, "sơ kết công tác thư viện", "27/7/2026") + paper(13, "triển khai y tế", "29/8/2026"))
    assert two_events(both) == ["Về việc tổ chức Hội nghị triển khai y tế"]
    assert [str(t.value.start) for t in both.times] == ["2026-07-27 08:00:00"]


def test_two_plans_without_heads_are_two_conferences() -> None:
    body = (
        "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 8h00 ngày {}.\n2. Địa điểm: Hội trường.\nII. THÀNH PHẦN\n- Các trường;\n"
    )
    agenda = "III. CHƯƠNG TRÌNH\n- 8h00: Khai mạc;\n- 9h00: Báo cáo;\n"
    one = f"KẾ HOẠCH\nTổ chức Hội nghị thư viện\n{body.format('27/7/2026')}{agenda}\n"
    other = f"KẾ HOẠCH\nTổ chức Hội nghị y tế\n{body.format('29/8/2026')}{agenda}"
    assert two_events(read(one + other)) == ["Tổ chức Hội nghị y tế"]


def test_the_same_paper_twice_is_one_conference() -> None:
    twice = read(f"{CONGRESS}\n{CONGRESS}")
    assert (twice.sessions, two_events(twice)) == (read(CONGRESS).sessions, [])


def test_an_appendix_with_a_number_of_its_own_is_a_second_conference() -> None:
    inside = read(f"{CONGRESS}\nPHỤ LỤC\nSố: 12/KH-UBND\n" + COMPANY[COMPANY.index("KẾ HOẠCH") :])
    assert two_events(inside) == [value_of(read(COMPANY).title)]
    assert inside.sessions == read(CONGRESS).sessions


def test_a_plan_appended_to_a_plan_is_no_second_conference() -> None:
    appendix = "\nPHỤ LỤC\nSỞ Y TẾ\nKẾ HOẠCH\nChi tiết công tác hậu cần\n1. Sở Y tế: bố trí xe cứu thương.\n"
    assert two_events(read(CONGRESS + appendix)) == []


def test_a_named_block_is_the_parent_of_its_sessions_and_has_no_hour_of_its_own() -> None:
    sessions = programme(read(CONGRESS)).sessions
    blocks = [session for session in sessions if session.id > 16]
    assert [(block.title, block.day, block.start) for block in blocks] == [
        ("Phiên thứ nhất", date(2023, 5, 18), None),
        ("Phiên thứ hai", date(2023, 5, 19), None),
    ]
    assert [session.position for session in sessions] == list(range(1, 19))
    assert {session.parent for session in sessions if session.day == date(2023, 5, 19)} == {None, blocks[1].id}
    assert sessions.index(blocks[0]) == 0


def test_own_people_behind_guests_are_the_schools_and_strangers_are_not() -> None:
    head = "TRƯỜNG THCS BẢN SÁT\nKẾ HOẠCH\nTổ chức Lễ tổng kết\nI. THÀNH PHẦN\n- Khách mời: Lãnh đạo xã;\n"
    assert [level.value for level in read(head + "- Toàn thể giáo viên, học sinh.\n").levels] == [
        "Khách mời",
        "Nhà trường",
    ]
    assert [level.value for level in read(head + "- Đại diện doanh nghiệp.\n").levels] == ["Khách mời"]


@pytest.mark.parametrize(
    "said",
    [
        "chuyển từ 8h00 ngày 20/7/2026 sang 14h00 ngày 21/7/2026",
        "điều chỉnh từ 8h00 ngày 20/7/2026 thành 14h00 ngày 21/7/2026",
        "14h00 ngày 21/7/2026",
    ],
)
def test_of_a_time_that_is_changed_only_the_new_one_holds(said: str) -> None:
    draft = read(f"SỞ Y TẾ\nKẾ HOẠCH\nĐiều chỉnh Kế hoạch tổ chức Hội nghị sơ kết\n1. Thời gian: {said}.\n")
    assert [item.value.start for item in draft.times] == [datetime.fromisoformat("2026-07-21T14:00")]
