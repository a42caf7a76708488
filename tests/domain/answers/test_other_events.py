"""Conferences of others, and other ones of one's own, are not taken for this one."""

from datetime import datetime

import pytest

from domain.answers import Index, answer_each
from domain.conference import Conference, Programme, Session
from domain.ids import SessionId

NOW = datetime(2026, 7, 1, 9)  # noqa: DTZ001 - local time
SESSIONS = (
    Session(id=SessionId(1), title="Khai mạc", day=NOW.date(), start=NOW.time(), position=1),
    Session(id=SessionId(2), title="Phát biểu của lãnh đạo Sở Y tế", day=NOW.date(), position=2),
    Session(id=SessionId(3), title="Hội nghị của các khoa tại Trung tâm Y tế Lũng Vài", day=NOW.date(), position=3),
)
INDEX = Index.of(
    Programme(
        conference=Conference(
            code="HN",
            title="Hội nghị toàn huyện lần thứ III học tập Nghị quyết Đại hội Đảng bộ tỉnh",
            issuer="Huyện ủy Lũng Vài",
            venue="Nhà văn hóa huyện",
            starts_on=NOW.date(),
        ),
        sessions=SESSIONS,
    )
)


@pytest.mark.parametrize(
    "question",
    [
        "Hội nghị của Sở Y tế họp ngày nào?",
        "dai hoi dang bo tinh to chuc o dau",
        "Tỉnh đoàn tổng kết hôm nào?",
        "Hội nghị tổng kết của UBND xã diễn ra lúc nào ạ?",
        "hoi nghi lan thu IV to chuc nam nao",
        "Hội nghị lần thứ hai họp ở đâu?",
        "hội nghị huyện lần thứ 23 họp khi nào",
        "Hội nghị lần thứ XIII tổ chức ở đâu?",
        "hội nghị lần thứ mười ba họp ngày nào",
        "hoi nghi lan thu II hop ngay nao",
        "Hoi nghi so ket lan sau to chuc khi nao",
        "Đại hội Phụ nữ toàn quốc tổ chức khi nào?",
        "hội nghị cấp tỉnh học nghị quyết này hôm nào v",
    ],
)
def test_another_conference_is_not_known(question: str) -> None:
    assert [getattr(each, "topic", None) for each in answer_each(question, INDEX, NOW)] == ["other_event"]


@pytest.mark.parametrize(
    "question",
    [
        "Hội nghị của Huyện ủy họp ngày nào?",
        "hoi nghi lan thu ba to chuc o dau",
        "hội nghị lần thứ 3 tổ chức ở đâu",
        "Hội nghị toàn huyện lần 3 họp ngày nào vậy?",
        "Hội nghị lần thứ III khai mạc khi nào?",
        "Huyện ủy tổng kết ở đâu?",
        "Hội nghị số bao nhiêu, ban hành ngày nào?",
        "hội nghị bỏ phiếu lúc nào",
        "Hội nghị của Trung tâm Y tế Lũng Vài họp ngày nào?",
    ],
)
def test_this_conference_by_its_holder_or_number_is_known(question: str) -> None:
    assert all(getattr(each, "topic", None) != "other_event" for each in answer_each(question, INDEX, NOW))


@pytest.mark.parametrize("question", ["Huyện ủy tổng kết ngày nào?", "Huyện ủy tổng kết phong trào ở đâu ạ"])
def test_who_holds_this_one_is_asked_by_what_the_title_calls_it(question: str) -> None:
    own = Conference(title="Hội nghị tổng kết phong trào", issuer="Huyện ủy Lũng Vài", starts_on=NOW.date())
    found = answer_each(question, Index.of(Programme(conference=own, sessions=SESSIONS)), NOW)
    assert all(getattr(each, "topic", None) != "other_event" for each in found)


def test_the_level_above_in_the_head_of_the_paper_holds_another_one() -> None:
    own = Conference(
        title="Hội nghị tổng kết", issuer="BCH Đoàn tỉnh Nam Hải BTV Huyện đoàn Tam Sơn", starts_on=NOW.date()
    )
    index = Index.of(Programme(conference=own, sessions=SESSIONS))
    topics = [
        getattr(answer_each(f"{who} tổng kết ngày nào?", index, NOW)[0], "topic", None)
        for who in ("Tỉnh đoàn", "Huyện đoàn")
    ]
    assert topics == ["other_event", None]


HALF_YEAR = Index.of(
    Programme(
        conference=Conference(code="SK", title="Hội nghị sơ kết 6 tháng đầu năm", starts_on=NOW.date()),
        sessions=SESSIONS,
    )
)


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("hội nghị tổng kết cuối năm ngày mấy z", False),
        ("Lễ tổng kết tổ chức khi nào ạ?", False),
        ("hội nghị sơ kết ngày mấy", True),
    ],
)
def test_the_review_of_the_year_is_not_the_one_half_way(question: str, known: bool) -> None:
    assert [each.answered for each in answer_each(question, HALF_YEAR, NOW)] == [known]


def test_an_election_to_a_congress_tells_nothing_of_its_day() -> None:
    items = (Session(id=SessionId(1), title="Bầu đại biểu dự Đại hội cấp trên", day=NOW.date(), start=NOW.time()),)
    conference = Conference(code="DH", title="Đại hội thi đua Trung đoàn 3", starts_on=NOW.date())
    index = Index.of(Programme(conference=conference, sessions=items))
    assert not any(each.answered for each in answer_each("Đại hội cấp trên tổ chức ngày nào?", index, NOW))
    assert all(each.answered for each in answer_each("mấy giờ bầu đại biểu dự Đại hội cấp trên", index, NOW))
