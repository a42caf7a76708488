"""Kinds of work, the deadlines that are usual for them, and the numbers of papers."""

from datetime import date, datetime

import pytest

from domain.deadlines import from_conference
from domain.papernumbers import paper_number
from domain.taskkinds import Kind, is_collected, kind_of, proposed, sounds_urgent


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lập dự trù kinh phí tổ chức", Kind.BUDGET),
        ("Phát hành giấy mời gửi đại biểu", Kind.INVITATION),
        ("Chuẩn bị hội trường, âm thanh, máy chiếu", Kind.HALL),
        ("Tổng hợp kết quả, báo cáo cấp trên", Kind.SUMMARY),
        ("Bố trí lễ tân, nước uống", Kind.RECEPTION),
        ("Làm việc khác", Kind.OTHER),
    ],
)
def test_a_task_is_of_a_kind(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


def test_a_proposed_deadline_counts_from_the_conference() -> None:
    days = date(2026, 7, 27), date(2026, 7, 28)
    assert from_conference(proposed("Phát hành giấy mời"), *days) == datetime.fromisoformat("2026-07-20T23:59")
    assert from_conference(proposed("Tổng hợp kết quả hội nghị"), *days) == datetime.fromisoformat("2026-08-02T23:59")


def test_every_kind_has_a_proposal() -> None:
    assert all(from_conference(proposed(kind.value), date(2026, 7, 27), None) for kind in Kind)


def test_reports_to_be_collected_are_recognised() -> None:
    assert is_collected("Gửi báo cáo sơ kết về cơ quan thường trực và chuẩn bị thảo luận")
    assert not is_collected("Chuẩn bị hội trường, nhận giấy mời")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Đã gửi báo cáo số 12/BC-UBND ngày 3/7", "12/BC-UBND"),
        ("Số: 345 / BC - SNV", "345/BC-SNV"),
        ("Đã phát hành, số 87/GM-UBND.", "87/GM-UBND"),
        ("công văn 7/2026/QĐ-TTg", "7/2026/QĐ-TTg"),
        ("xong ngày 3/7", None),
        (None, None),
    ],
)
def test_the_number_of_a_paper_is_found(text: str | None, number: str | None) -> None:
    assert paper_number(text) == number


@pytest.mark.parametrize("text", ["Gửi danh sách (KHẨN)", "Hỏa tốc: báo cáo số liệu", "Việc gấp, in lại", "hoa toc"])
def test_words_of_urgency_mark_a_task(text: str) -> None:
    assert sounds_urgent(text)


@pytest.mark.parametrize("text", ["Khẩn trương triển khai", "Gặp mặt đại biểu", "Số ghế gấp đôi", "In tài liệu"])
def test_what_only_looks_like_urgency_does_not(text: str) -> None:
    assert not sounds_urgent(text)
