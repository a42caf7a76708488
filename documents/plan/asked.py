"""Who has to send, to register or to report something by a day, told outside the division of work."""

import re
from collections.abc import Iterator

from documents.plan.deadlines import has_deadline
from documents.plan.jobs import Job, Unit
from documents.plan.outline import Node
from documents.plan.sections import inside, region
from documents.plan.whens import sentences
from documents.plan.words import AGENDA, MILESTONES, PEOPLE, PURPOSE, REPORT, SIGN_UP, TIME, UNIT_HEAD, WORK, clean
from domain.vietnamese import CAPITALS

_ASKED = re.compile(  # "Yêu cầu: các tổ trưởng gửi báo cáo trước ngày 23/9", "Các hội gửi danh sách trước ngày 01/11"
    r"(?:(?:yêu cầu|đề nghị|kính đề nghị|lưu ý):?\s+)?(?P<who>(?:các|mỗi|thủ trưởng các|trưởng các)\s[^.;:,]{2,60}?)\s+"
    r"(?P<work>(?:gửi|đăng ký|nộp|lập|cử|báo cáo|họp rút)\s.+)",
    re.IGNORECASE | re.DOTALL,
)
_TOLD_ELSEWHERE = frozenset({WORK, AGENDA, PURPOSE, PEOPLE, REPORT, TIME, MILESTONES, SIGN_UP})


def asked_by_a_day(root: Node) -> Iterator[Unit]:
    """Whoever has to send or to register something by a day, in a sentence outside the division of work."""
    for node in root.walk():
        elsewhere = region(node) & _TOLD_ELSEWHERE and not is_behind_unit(node)
        if node.kind in ("row", "close", "block") or elsewhere or not node.text[:1].isupper():
            continue
        if asked := who_is_asked(node):
            yield Unit(clean(asked["who"]), None, node.source, [Job(asked["work"], node.source)])


def who_is_asked(node: Node) -> re.Match[str] | None:
    asked = _ASKED.fullmatch(next(iter(sentences(node.text)), ""))
    return asked if asked and has_deadline(asked["work"]) else None


def is_behind_unit(node: Node) -> bool:
    """Whether a paragraph without a mark stands behind the last numbered unit, and asks others."""
    unit = node.parent
    return (
        node.kind == "text" and unit is not None and unit.kind in ("arabic", "arabic2", "letter") and inside(node, WORK)
    )


_REPORTS = re.compile(  # "Các sở, ban, ngành; UBND các huyện báo cáo …"
    rf"^(?P<who>[{CAPITALS}](?:[^.;:]|;\s(?=(?i:{UNIT_HEAD.pattern}))){{2,90}}?)\s+"
    r"(?=(?:triển khai|báo cáo|gửi|thực hiện|tổng hợp|hoàn thiện|định kỳ|có trách nhiệm)\b)"
)


def reporting(node: Node) -> Iterator[Unit]:
    """Under "Chế độ báo cáo": whoever has to report by a stated time."""
    lines = [(node.value, node.source)] if node.value else []
    lines += [(child.text, child.source) for child in node.walk()]
    for told, source in lines:
        text = _FIRST.sub(lambda found: found[1].upper(), told, count=1)
        who = _REPORTS.match(text)
        if who and has_deadline(text):
            work = text[who.end() :] if ";" in who["who"] else told
            yield Unit(clean(who["who"]), clean(node.label).lower(), source, [Job(work, source)])


_FIRST = re.compile(r"^(?:Sau [^,;:]{3,60},\s+)(\w)")
"""When it is done, before who does it: "Sau hội nghị, nhà trường hoàn thiện hồ sơ"."""
