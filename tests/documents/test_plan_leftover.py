"""Nothing that a paper says is lost: what no field takes is kept as it stands, and shown nowhere."""

import re
from collections.abc import Iterator
from dataclasses import fields
from time import process_time

import pytest

from domain.answers.index import facts_of
from domain.conference import REST, Fact, Source
from domain.nested import texts_in
from domain.plan import PlanDraft, Sourced, value_of
from domain.plan_json import as_json
from domain.plan_programme import programme
from domain.vietnamese import words
from tests.drafts import read

HEAD = """HỘI CHÈ SAN TUYẾT                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 08/KH-HC                          Độc lập - Tự do - Hạnh phúc
                                   Suối Giàng, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Tổ chức Hội nghị người trồng chè năm 2026
"""
FOOT = """
Nơi nhận:                               TM. BAN CHẤP HÀNH
- Các chi hội;                              CHỦ TỊCH
- Lưu: VP.                                 Sùng A Vừ
"""
POINTS = """I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 20/3/2026.
2. Địa điểm: Nhà văn hóa thôn Pang Cáng.
II. CHƯƠNG TRÌNH
- 8h00: Khai mạc
- 9h00: Thi sao chè bằng chảo gang
III. VÀI ĐIỀU NÓI THÊM
- Lệ phí: hộ có gian hàng 800.000 đồng; hộ chỉ dự 200.000 đồng.
- Trong giờ giải lao có trà.
- Chó dữ.
"""
ROWS = """I. THỜI GIAN: 8h00 ngày 20/3/2026 tại Nhà văn hóa thôn Pang Cáng.
II. CHƯƠNG TRÌNH
| Thời gian | Nội dung | Người thực hiện | Cần có |
|---|---|---|---|
| 8h00 | Khai mạc | Ông Sùng A Vừ | |
| 8h30 | Thi hái chè | Bà Giàng Thị Súa | mỗi đội hai gùi tre cỡ lớn |
| 10h00 | Trao giải | Ông Sùng A Vừ | |
"""
GROUPS = """I. THỜI GIAN: 8h00 ngày 20/3/2026 tại Nhà văn hóa thôn Pang Cáng.
II. CHƯƠNG TRÌNH
- 8h00: Khai mạc
III. CHIA NHÓM
1. Nhóm Một
- Trưởng nhóm: ông Lý A Sì
- Màu khăn: chàm
2. Nhóm Hai
- Trưởng nhóm: bà Mùa Thị Dở
- Màu khăn: đỏ
"""
LENGTHS = """Theo lời bàn của các cụ trong thôn, Hội xây dựng kế hoạch như sau:
I. THỜI GIAN: ngày 20/3/2026 tại Nhà văn hóa thôn Pang Cáng.
II. CHƯƠNG TRÌNH
| TT | Nội dung | Thời lượng | Thực hiện |
|---|---|---|---|
| 1 | Đón khách, mời trà | 30 phút | Chi hội Pang Cáng |
| 2 | Phát biểu khai mạc | 10 phút | Chủ tịch Hội |
| 3 | Múa khèn | 15 phút | |
III. TRÒ CHƠI (trò nào cũng diễn ra ở hai bãi)
- Ném còn
- Đẩy gậy
Trên đây là Kế hoạch tổ chức Hội nghị, thắc mắc xin hỏi tại phiên chợ.
"""
LAYOUTS = {"points": POINTS, "rows": ROWS, "groups": GROUPS, "lengths": LENGTHS}
_HEADS = ("|---", "| Thời gian", "| TT", "I. ", "II. CH", "III. V", "III. CH", "1. Nhóm", "2. Nhóm")
_HELD_AS_SUCH = frozenset(words("thời gian địa điểm tại thành phần ông bà chủ trì"))


def rest(draft: PlanDraft) -> list[tuple[str, int]]:
    return [(fact.text, fact.source.first) for fact in draft.facts if fact.topic == REST and fact.source]


def told(value: object, line: int) -> Iterator[str]:
    """All that is read from a line, however deep; the quotes count for nothing."""
    if isinstance(value, tuple):
        yield from (text for each in value for text in told(each, line))
    elif isinstance(value, Sourced | Fact):
        if value.source is not None and value.source.first <= line <= value.source.last:
            yield from texts_in(value, without=Source)
        yield from told(getattr(getattr(value, "value", None), "tasks", ()), line)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_of_a_paper_is_held_by_something(layout: str) -> None:
    draft = read(HEAD + LAYOUTS[layout] + FOOT)
    values = tuple(getattr(draft, field.name) for field in fields(draft))
    whole = " | ".join(texts_in(draft, without=Source))
    lost = {}
    for number, line in enumerate(LAYOUTS[layout].splitlines(), HEAD.count("\n") + 1):
        if not line.startswith(_HEADS) and line.strip("- .") not in whole:
            said = words(re.sub(r"\d+h\d+|\d+/\d+/\d+|^(?:\| )?(?:\d|[IVX]+)\b(?=[.\s])", "", line))
            held = {word for text in told(values, number) for word in words(text)}
            if missing := {*said} - held - _HELD_AS_SUCH:
                lost[line] = missing
    assert lost == {}


def test_a_line_under_an_unusual_heading_is_kept_word_for_word() -> None:
    draft = read(HEAD + POINTS + FOOT)
    kept = [fact for fact in draft.facts if fact.topic == REST]
    assert [(fact.text, fact.source and fact.source.quote) for fact in kept] == [
        ("VÀI ĐIỀU NÓI THÊM: Chó dữ", "- Chó dữ."),
    ]


def test_a_row_that_was_read_in_part_is_kept_as_a_whole() -> None:
    kept = [text for text, _ in rest(read(HEAD + LENGTHS + FOOT))]
    assert "CHƯƠNG TRÌNH" not in str(kept)
    assert "TT: 2 · Nội dung: Phát biểu khai mạc · Thời lượng: 10 phút · Thực hiện: Chủ tịch Hội" in kept


def test_a_heading_is_kept_where_it_tells_something_in_brackets() -> None:
    assert [text for text, _ in rest(read(HEAD + LENGTHS + FOOT)) if "hai bãi" in text] == [
        "TRÒ CHƠI (trò nào cũng diễn ra ở hai bãi)"
    ]


def test_headings_frame_and_what_was_read_are_not_kept_again() -> None:
    bare = POINTS.partition("III.")[0]
    assert rest(read(HEAD + bare + FOOT)) == []


def test_what_stands_below_the_signature_is_kept() -> None:
    note = "Đường dây nóng của ban tổ chức trực cả đêm: gọi cô Say"
    draft = read(HEAD + POINTS + FOOT + note + "\n")
    assert (note, (HEAD + POINTS + FOOT).count("\n") + 1) in rest(draft)


def test_what_is_kept_as_it_stands_is_shown_to_no_organizer_and_answers_nothing() -> None:
    draft = read(HEAD + POINTS + FOOT)
    assert rest(draft)
    assert REST not in as_json(draft)["logistics"] and "Chó dữ" not in str(as_json(draft)["logistics"])
    assert [fact for fact in facts_of(programme(draft)) if fact.topic == REST] == []
    assert [fact for fact in programme(draft).facts if fact.topic == REST] != []


AMENDING = """HỘI CHÈ SAN TUYẾT                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 11/KH-HC                          Độc lập - Tự do - Hạnh phúc
                                   Suối Giàng, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Điều chỉnh Kế hoạch tổ chức Hội nghị người trồng chè năm 2026
1. Thời gian: chuyển từ 8h00 ngày 20/3/2026 sang 13h30 ngày 22/3/2026.
2. Địa điểm: không thay đổi.
"""


def test_what_an_amending_paper_says_of_the_earlier_one_is_kept_too() -> None:
    draft = read(AMENDING + FOOT)
    kept = [fact.source.quote for fact in draft.facts if fact.topic == REST and fact.source]
    assert any("8h00 ngày 20/3/2026" in quote for quote in kept)
    assert "20/3" not in str(value_of(draft.starts_on))


def test_a_long_line_of_capitals_that_is_no_name_is_weighed_at_once() -> None:
    line = "TRUONGTIEUHOCVATRUNGHOCCOSOSUOIGIANG Hàng chè 2 quầy"
    begun = process_time()
    draft = read(f"{line}\n{HEAD}{POINTS}{FOOT}")
    assert process_time() - begun < 5
    assert line in [fact.text for fact in draft.facts if fact.topic == REST]
