"""Every way to write a day heads its items in every layout: what is one table in one office is a list in another."""

from datetime import date, time

import pytest

from domain.plan_programme import programme
from tests.drafts import read

DAYS = (date(2026, 6, 9), date(2026, 6, 10))
ITEMS = (
    (
        ("07:00", "Đón tiếp đại biểu", "Tổ Lễ tân"),
        ("07:30", "Phát biểu khai mạc", "Chủ tịch UBND huyện"),
        ("11:00", "Ăn trưa", ""),
    ),
    (
        ("07:00", "Điểm danh", "Tổ Lễ tân"),
        ("08:30", "Thảo luận", ""),
        ("10:30", "Bế mạc", "Chủ tịch UBND huyện"),
    ),
)

HEADS = {
    "day": ("Ngày 09/6/2026", "Ngày 10/6/2026"),
    "weekday first": ("Thứ Ba, ngày 09/6/2026", "Thứ Tư, ngày 10/6/2026"),
    "weekday and date": ("Thứ Ba (09/6/2026)", "Thứ Tư (10/6/2026)"),
    "date first": ("09/6/2026 (thứ Ba)", "10/6/2026 (thứ Tư)"),
    "in words": ("Ngày 09 tháng 6 năm 2026", "Ngày 10 tháng 6 năm 2026"),
    "capitals": ("THỨ BA, NGÀY 09/6/2026", "THỨ TƯ, NGÀY 10/6/2026"),
    "number of the day": ("NGÀY THỨ NHẤT", "NGÀY THỨ HAI"),
    "half": ("Sáng ngày 09/6/2026", "Sáng ngày 10/6/2026"),
    "dash": ("- Ngày 09/6/2026:", "- Ngày 10/6/2026:"),
    "star": ("* Ngày 09/6/2026 (thứ Ba):", "* Ngày 10/6/2026 (thứ Tư):"),
    "roman": ("I. NGÀY 09/6/2026", "II. NGÀY 10/6/2026"),
    "letter": ("a) Ngày 09/6/2026", "b) Ngày 10/6/2026"),
    "number": ("1. Ngày 09/6/2026:", "2. Ngày 10/6/2026:"),
    "markdown": ("### Ngày 09/6/2026 (thứ Ba)", "### Ngày 10/6/2026 (thứ Tư)"),
    "english": ("Day 1: Tuesday, 9 June 2026", "Day 2: Wednesday, 10 June 2026"),
}


def _clock(start: str) -> str:
    hour, minute = start.split(":")
    return f"{int(hour)}h{minute}"


def _listed(number: int, start: str, title: str, by: str) -> str:
    return f"{_clock(start)}: {title}{f' ({by})' if by else ''}"


def _numbered(number: int, start: str, title: str, by: str) -> str:
    return f"{number}. {_listed(number, start, title, by)}."


def _dashed(number: int, start: str, title: str, by: str) -> str:
    return f"- {_listed(number, start, title, by)};"


def _bracketed(number: int, start: str, title: str, by: str) -> str:
    return f"- {title} ({_clock(start)});"


def _columns(number: int, start: str, title: str, by: str) -> str:
    return f"{_clock(start):12}{title:34}{by}".rstrip()


def _piped(number: int, start: str, title: str, by: str) -> str:
    return f"| {_clock(start)} | {title} | {by} |"


LAYOUTS = {
    "list": (_listed, ""),
    "numbers": (_numbered, ""),
    "dashes": (_dashed, ""),
    "brackets": (_bracketed, ""),
    "columns": (_columns, f"{'Thời gian':12}{'Nội dung':34}Thực hiện"),
    "pipes": (_piped, "| Thời gian | Nội dung | Thực hiện |"),
}

PLAN = """ỦY BAN NHÂN DÂN HUYỆN TRÀ MÂY
Số: 31/KH-UBND
KẾ HOẠCH
Tổ chức Hội nghị nghề trồng chè năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, 09 và 10/6/2026.
2. Địa điểm: Hội trường UBND huyện.
{programme}
"""
WORK = """III. TỔ CHỨC THỰC HIỆN
1. Phòng Nông nghiệp: chuẩn bị báo cáo, gửi trước ngày 01/6/2026.
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Lò Văn Chè
"""
IN_PAPER = "II. CHƯƠNG TRÌNH\n{items}\n" + WORK
BEHIND_IT = (
    WORK
    + "\nPHỤ LỤC\nCHƯƠNG TRÌNH HỘI NGHỊ\n(Kèm theo Kế hoạch số 31/KH-UBND ngày 02/5/2026 của UBND huyện)\n\n{items}"
)


@pytest.mark.parametrize("place", [IN_PAPER, BEHIND_IT], ids=["section", "appendix"])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", HEADS)
def test_a_day_heads_its_items_however_it_is_written(head: str, layout: str, place: str) -> None:
    told, title_row = LAYOUTS[layout]
    lines = [title_row] if title_row else []
    for name, items in zip(HEADS[head], ITEMS, strict=True):
        lines.append(name)
        lines += [told(len(lines) + number, *item) for number, item in enumerate(items)]
    draft = read(PLAN.format(programme=place.format(items="\n".join(lines))))
    taken = [(s.day, s.start, s.title) for s in programme(draft).sessions if s.start]
    wanted = [
        (day, time.fromisoformat(start), title)
        for day, items in zip(DAYS, ITEMS, strict=True)
        for start, title, _ in items
    ]
    assert taken == wanted


ITEM = "- Báo cáo tổng kết công tác trồng rừng và chăm sóc cây phân tán năm\n2026 (8h20 - 8h40);"
HOURS_BELOW = "- Báo cáo tổng kết công tác trồng rừng và chăm sóc cây phân tán năm 2026\n(8h20 - 8h40);"


@pytest.mark.parametrize("long", [ITEM, HOURS_BELOW], ids=["year below", "hours below"])
@pytest.mark.parametrize(
    "remark",
    ["", "* Ghi chú: giờ có thể đổi.", "(Chương trình chi tiết do Văn phòng gửi sau)", "- Lưu ý: đi giày thấp."],
)
def test_what_is_wrapped_and_what_is_remarked_leave_the_items_whole(long: str, remark: str) -> None:
    items = f"- Phát biểu khai mạc (8h00 - 8h20);\n{long}\n- Giải lao (8h40 - 9h00);\n- Bế mạc (9h00 - 9h15);\n{remark}"
    draft = read(PLAN.format(programme=IN_PAPER.format(items=items)))
    assert [(s.title, s.start) for s in programme(draft).sessions] == [
        ("Phát biểu khai mạc", time(8)),
        ("Báo cáo tổng kết công tác trồng rừng và chăm sóc cây phân tán năm 2026", time(8, 20)),
        ("Giải lao", time(8, 40)),
        ("Bế mạc", time(9)),
    ]


@pytest.mark.parametrize("who", ["Chủ trì Hội nghị", "Thư ký", "Đoàn Chủ tịch", "HTX Chè Xanh", "Hợp tác xã Hoa Mai"])
@pytest.mark.parametrize("told", ["{} ({})", "{} – {}"])
def test_whoever_has_an_item_in_hand_is_told_apart_from_it(who: str, told: str) -> None:
    items = f"8h00: {told.format('Thảo luận', who)}\n9h00: Bế mạc"
    draft = read(PLAN.format(programme=IN_PAPER.format(items=items)))
    assert [(s.title, s.responsible) for s in programme(draft).sessions] == [("Thảo luận", who), ("Bế mạc", None)]


def test_a_column_without_a_word_takes_no_name_from_the_one_before() -> None:
    head = f"{'Thời gian':14}{'Nội dung':26}{'Chủ trì':24}Ghi chú"
    rows = [
        f"{hour:14}{title:26}{who}"
        for hour, title, who in [
            ("8h00 - 8h20", "Phát biểu khai mạc", "Chủ tịch UBND huyện"),
            ("8h20 - 9h00", "Thảo luận", "Phòng Nội vụ"),
            ("9h00 - 9h15", "Bế mạc", "Chủ tịch UBND huyện"),
        ]
    ]
    draft = read(PLAN.format(programme=IN_PAPER.format(items="\n".join([head, *rows]))))
    taken = [s.responsible for s in programme(draft).sessions]
    assert taken == ["Chủ tịch UBND huyện", "Phòng Nội vụ", "Chủ tịch UBND huyện"]


@pytest.mark.parametrize(
    "rows",
    [
        "Giờ  Nội dung             Thực hiện\n07h30Đón tiếp             Đoàn xã\n"
        "08h00Khai mạc             Thư ký\n09h15Thi kể chuyện        Tổ Văn",
        "Giờ      Nội dung             Thực hiện\n07h30Đón tiếp                 Đoàn xã\n"
        "08h00    Khai mạc             Thư ký\n09h15Thi kể chuyện            Tổ Văn",
        "Thời gian        Nội dung             Thực hiện\n07h30            Đón tiếp             Đoàn xã\n"
        "08h00Khai mạc                         Thư ký\n09h15            Thi kể chuyện        Tổ Văn",
        "| Giờ | Nội dung | Thực hiện |\n| 07h30Đón tiếp | | Đoàn xã |\n"
        "| 08h00 | Khai mạc | Thư ký |\n| 09h15 Thi kể chuyện | | Tổ Văn |",
    ],
)
def test_an_hour_glued_to_its_item_is_read_apart_from_it(rows: str) -> None:
    draft = read(PLAN.format(programme=IN_PAPER.format(items=rows)))
    assert [(s.start, s.title, s.responsible) for s in programme(draft).sessions] == [
        (time(7, 30), "Đón tiếp", "Đoàn xã"),
        (time(8), "Khai mạc", "Thư ký"),
        (time(9, 15), "Thi kể chuyện", "Tổ Văn"),
    ]


def test_a_paragraph_under_the_last_item_leaves_it_an_item() -> None:
    items = (
        "1. Phát biểu khai mạc (8 giờ 00 phút).\n2. Đối thoại (8 giờ 30 phút - 9 giờ 30 phút).\n"
        "3. Chủ tịch xã kết luận (9 giờ 30 phút).\nMỗi ý kiến không quá 5 phút. Ý kiến khác được trả lời bằng văn bản."
    )
    draft = read(PLAN.format(programme=IN_PAPER.format(items=items)))
    assert [s.start for s in programme(draft).sessions] == [time(8), time(8, 30), time(9, 30)]
