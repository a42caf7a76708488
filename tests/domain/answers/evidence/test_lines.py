"""The lines of a paper that the second reading looks at."""

from dataclasses import replace
from datetime import time

import pytest

from domain.answers import Index
from domain.answers.entries import Sort
from domain.answers.evidence.lines import PaperLines, item_text
from domain.conference import BASIS, REST, Fact, Group, SessionState, Source
from tests.questions import index_from

PAPER = """ỦY BAN NHÂN DÂN XÃ SƠN TRÀ
KẾ HOẠCH
Tổ chức Hội nghị tổng kết phong trào trồng rừng năm 2026

Căn cứ Chương trình số 12/CTr-UBND ngày 05/01/2026 của Ủy ban nhân dân xã.

I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: ngày 14/10/2026.
- Địa điểm: Nhà văn hóa xã Sơn Trà.

II. CHƯƠNG TRÌNH
- 7h30: Đón tiếp đại biểu
- 8h00 - 8h20: Khai mạc
- 8h20: Trao cây giống cho các hộ

III. TỔ CHỨC THỰC HIỆN
1. Ban Lâm nghiệp
- Chuẩn bị 300 cây giống trước ngày 10/10/2026.
2. Hội Nông dân
- Mời các hộ trồng rừng.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PAPER)


def _texts(index: Index) -> list[str]:
    return [line.shown for line in PaperLines.of(index).lines]


def test_items_tasks_and_fields_are_lines_with_what_they_stand_under(index: Index) -> None:
    shown = _texts(index)
    assert "08:00 – 08:20, 14/10/2026: Khai mạc" in shown
    assert "Ban Lâm nghiệp: Chuẩn bị 300 cây giống trước ngày 10/10/2026." in shown
    assert any("Nhà văn hóa xã Sơn Trà" in text for text in shown)
    assert len(shown) == len(set(shown))


def test_an_item_is_told_as_it_now_stands(index: Index) -> None:
    opening = next(each for each in index.programme.sessions if each.title == "Khai mạc")
    moved = replace(opening, start=time(9, 15), end=None)
    others = tuple(moved if each is opening else each for each in index.programme.sessions)
    shown = _texts(Index.of(replace(index.programme, sessions=others)))
    assert item_text(moved) in shown
    assert not any("8h00" in text or "08:00" in text for text in shown if "Khai mạc" in text)


def test_a_cancelled_item_is_no_line_nor_is_what_else_its_line_says(index: Index) -> None:
    giving = next(each for each in index.programme.sessions if "cây giống" in each.title)
    said = Fact(topic=REST, text="8h20 là giờ trao", source=giving.source)
    gone = replace(giving, state=SessionState.CANCELLED)
    others = tuple(gone if each is giving else each for each in index.programme.sessions)
    planned = replace(index.programme, facts=(said,))
    told = Index.of(planned), Index.of(replace(planned, sessions=others))
    assert [any("Trao cây giống" in text for text in _texts(each)) for each in told] == [True, False]


def test_what_the_line_of_a_moved_item_says_is_no_line(index: Index) -> None:
    giving = next(each for each in index.programme.sessions if "cây giống" in each.title)
    moved = replace(giving, start=time(10, 45))
    others = tuple(moved if each is giving else each for each in index.programme.sessions)
    facts = (Fact(topic=REST, text="8h20 là giờ trao", source=giving.source),)
    shown = _texts(Index.of(replace(index.programme, sessions=others, facts=facts)))
    assert item_text(moved) in shown
    assert not any("8h20" in text for text in shown)


def test_work_that_organizers_put_otherwise_is_told_in_their_words(index: Index) -> None:
    [seedlings] = [each for each in index.programme.tasks if "300" in each.text]
    reworded = replace(seedlings, text="Chuẩn bị 500 cây giống")
    dated = replace(seedlings, deadline_text="chậm nhất 12/10/2026")
    more, later = (_texts(Index.of(replace(index.programme, tasks=(task,)))) for task in (reworded, dated))
    assert "Ban Lâm nghiệp: Chuẩn bị 500 cây giống" in more
    assert not any("300 cây" in text for text in (*more, *later))  # a new deadline is not in the paper's line


def test_a_group_with_another_number_is_not_told_by_its_line() -> None:
    line = Source("- Trưởng thôn: 12 người", 9, 9)
    group = Group(level="Ở xã", description="Trưởng thôn", quota=15, source=line)
    programme = replace(index_from(PAPER).programme, groups=(group,))
    assert "Ở xã: Trưởng thôn" in _texts(Index.of(programme))
    as_read = replace(programme, groups=(replace(group, quota=12),))
    assert "Ở xã: Trưởng thôn: 12 người" in _texts(Index.of(as_read))


def test_when_somebody_was_born_is_no_line() -> None:
    texts = ("Lê Văn Tám, sinh năm 1961, thôn Đông", "Lê Thị Lụa, CCCD 036061001234", "Lê Văn Đá, thôn Đoài")
    facts = tuple(Fact(topic=REST, text=text) for text in texts)
    shown = _texts(Index.of(replace(index_from(PAPER).programme, facts=facts)))
    assert [text in shown for text in texts] == [False, False, True]


def test_what_the_paper_rests_on_is_no_line_and_what_no_field_holds_is_one(index: Index) -> None:
    facts = (Fact(topic=BASIS, text="Căn cứ Nghị quyết số 9"), Fact(topic=REST, text="Vòi nước ở góc sân"))
    shown = _texts(Index.of(replace(index.programme, facts=facts)))
    assert "Vòi nước ở góc sân" in shown
    assert not any("Nghị quyết số 9" in text for text in shown)


def test_a_line_that_announces_others_holds_them() -> None:
    facts = (Fact(topic=REST, text="Mỗi đoàn mang theo:"), Fact(topic=REST, text="cờ của xã"))
    lines = PaperLines.of(Index.of(replace(index_from(PAPER).programme, facts=facts))).lines
    announcing = [line for line in lines if line.text.startswith("Mỗi đoàn mang theo:")]
    assert [(line.sort, "cờ của xã" in line.text) for line in announcing] == [(Sort.FACT, True)]
