"""What every invitation and confirmation repeats about the conference."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The conference in a few lines. What is not known yet is None, and the template says so.

    `start` is the hour of the first session on the first day; `until` (local time) is when answers close,
    `begun` whether that has passed.
    """

    title: str
    code: str = ""
    issuer: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    start: time | None = None
    dates_text: str | None = None
    venue: str | None = None
    contact: str | None = None
    until: datetime | None = None
    begun: bool = False


SAMPLE_OCCASION = Occasion(
    title="Hội nghị sơ kết <công tác> 6 tháng",
    code="HN2026",
    issuer="UBND huyện A",
    starts_on=date(2026, 7, 30),
    ends_on=date(2026, 7, 30),
    start=time(8),
    venue="Hội trường huyện A",
    contact="Văn phòng, 0203 000 000",
    until=datetime(2026, 7, 30, 8),  # noqa: DTZ001 - local time of the conference
)
BEGUN_OCCASION = replace(SAMPLE_OCCASION, begun=True)
UNDATED_OCCASION = Occasion(title="Hội nghị tổng kết", dates_text="dự kiến trong tháng 7/2026")

SAMPLES: tuple[object, ...] = ()
