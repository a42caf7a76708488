"""Lines under a body of the organizers that are no work themselves: who is in it, until when its work is due."""

import re
from itertools import takewhile

from documents.plan.whens import sentences
from documents.plan.words import UNIT_HEAD, VERB, clean, split_outside
from domain.vietnamese import CAPITALS

_OF_WHAT = r"(?:ban|tiểu ban|nhóm|đoàn|bộ phận|tổ|đội|khối)"
_OFFICE = (
    rf"(?:(?:đồng\s+)?(?:phó\s+|quyền\s+)?trưởng(?:\s+{_OF_WHAT})?(?!\s+(?:phòng|khoa|công an|trạm))"
    rf"|phó\s+(?:trưởng\s+)?{_OF_WHAT}|(?:tổ|nhóm|đội)\s+(?:trưởng|phó)|(?:tổng\s+)?thư\s+ký|[uủ][ỷỷy]\s+viên"
    r"|(?:các\s+)?thành\s+viên|head|leader|members?|secretary)(?!\w)"
)
_PERSON = (
    r"(?:đ/c|đồng chí|các đ/c|các đồng chí|ông|bà|các (?:ông|bà)(?:,? bà)?|anh|chị|thầy|cô"
    r"|(?:PGS|GS|TS|ThS|CN|KS|BS(?:CK\w*)?|CNĐD|ĐD|DS|LS|Mr|Mrs|Ms|Dr)\b\.?)"
)
_NAMED = rf"(?:{_PERSON}[\s.]*)+(?-i:[{CAPITALS}])"
_LABELLED = re.compile(
    rf"(?:(?:các|đ/c|đồng chí)\s+)?(?:{_OFFICE}(?:\s+[^\s:;,.]+){{0,4}}|(?:người\s+)?phụ trách|đầu mối)\s*:\s*"
    rf"(?P<who>(?:{_NAMED}|(?-i:[{CAPITALS}])).*)?$",
    re.IGNORECASE | re.DOTALL,
)
_IN_OFFICE = re.compile(
    rf"(?:do\s+)?(?:{_NAMED}|(?-i:(?:[{CAPITALS}][^\W\d_]+ ){{2}})).*?(?:[-–,:(]|\s(?:làm|là|giữ))\s*"
    rf"{_OFFICE}[^:;\d]{{0,40}}",
    re.IGNORECASE | re.DOTALL,
)
_NAME = rf"{_NAMED}[^\W\d_]*(?:\s(?-i:[{CAPITALS}])[^\W\d_]*)*"
_MEMBERS = re.compile(
    rf"{_OFFICE}\s*(?:gồm(?:\s+có)?|là)\s*:?\s+(?:{_PERSON}\s*:?\s*)?(?-i:[{CAPITALS}]).*", re.I | re.S
)
_PERSONS = re.compile(rf"{_NAME}(?:\s*\([^()]*\))?(?:(?:,|\s[-–]|\s+và)\s+[^:;]+)?", re.IGNORECASE)
_MOST_WORDS = 14


def names_people(text: str) -> bool:
    """Whether a line only says who is in a body: "Trưởng nhóm: đ/c An", "Ông Bình - tổ trưởng; bà Cúc - thành viên"."""
    told = clean(text)
    labelled = _LABELLED.match(text.strip())
    if labelled is not None:
        return VERB.search(f" {labelled['who'] or ''}") is None
    parts = split_outside(told)
    in_office = [any(form.fullmatch(part) for form in (_IN_OFFICE, _MEMBERS)) for part in parts]
    return (
        bool(parts)
        and in_office[0]
        and all(office or _PERSONS.fullmatch(part) for office, part in zip(in_office, parts, strict=True))
    )


def names_only_persons(text: str) -> bool:
    """Whether a line is persons and nothing they do: "Đ/c An, đ/c Bình", "Ông Cường, công chức Văn phòng"."""
    told = clean(text)
    plain = _PERSONS.fullmatch(told) is not None and VERB.search(told) is None
    return plain and len(told.split()) <= _MOST_WORDS


def people_and_work(text: str) -> tuple[str, str]:
    """Who is in a body and what it does, where its own line tells both: "đ/c An làm Trưởng tiểu ban. Nhiệm vụ: …"."""
    if "," in text and names_only_persons(text):
        return clean(text), ""
    told = sentences(text)
    people = [*takewhile(names_people, told)]
    return "; ".join(map(clean, people)), without_duty_label(". ".join(told[len(people) :]) if people else text)


_WHO_DOES = re.compile(
    rf"(?P<work>(?-i:[{CAPITALS}])[^:;]{{2,80}}?)\s*:\s*"
    rf"(?P<who>{_NAME}(?:\s*\([^():]*\))?(?:(?:,|\s+và)\s+{_NAME}(?:\s*\([^():]*\))?)*)(?P<rest>(?:[\s,;.(].*)?)",
    re.IGNORECASE | re.DOTALL,
)


def work_before_who(text: str) -> tuple[str, str] | None:
    """Who has the work that stands before the colon: "In thiếp: bà Lài, ông Đàn, xong ngày 5/9"; else nothing."""
    told = _WHO_DOES.fullmatch(text.strip())
    if told is None or names_people(text) or _NAMES_BODY.match(told["work"]):
        return None
    behind, rest = told["rest"].lstrip(), told["rest"].strip(" .,;")
    between = (
        ". " if behind.startswith(".") else ", " if behind.startswith((",", ";")) else " " if rest[:1] == "(" else ": "
    )
    return clean(told["who"]), clean(f"{told['work']}{between}{rest}" if rest else told["work"])


_NAMES_BODY = re.compile(rf"(?!báo cáo\s)(?:{UNIT_HEAD.pattern})|{_NAMED}", re.IGNORECASE)
_DUTY = re.compile(
    r"(?:(?:các\s+)?nhiệm vụ|công việc|phần việc|tasks?|duties)(?:\s+(?:cụ thể|chính|được giao))?\s*:\s*", re.I
)


def without_duty_label(text: str) -> str:
    """The work behind "Nhiệm vụ:"; nothing where it only leads to a list."""
    label = _DUTY.match(text)
    return text[label.end() :] if label else text


def leads_to_duties(text: str) -> bool:
    """Whether a line begins with the label of a body's work."""
    return _DUTY.match(text) is not None


_DUE = re.compile(
    r"(?:(?:thời\s+)?hạn(?:\s+(?:hoàn thành|cuối|chót|thực hiện|xong))?|(?:thời gian\s+)?(?:hoàn thành|hoàn tất)"
    r"|(?:phải\s+)?xong|thời gian thực hiện|deadline|due)\s*:\s*(?=.*\d)",
    re.IGNORECASE,
)


def due_for_all(text: str) -> str:
    """Until when the work above has to be done, told on a line of its own: "Hoàn thành: 10/11"; else nothing."""
    label = _DUE.match(text)
    return clean(text[label.end() :]) if label else ""


BODY_AT_WORK = re.compile(
    r"(?:tiểu ban|tổ(?! chức| dân phố)|nhóm|đội|bộ phận|ban(?! (?:giám (?:hiệu|đốc)|bí thư|thường|biên)))\s+\S",
    re.IGNORECASE,
)
"""A body that organizers form for the conference."""


def belongs_to_body(text: str) -> bool:
    """Whether a line says of the body above it who is in it, what it does or until when."""
    return leads_to_duties(text) or names_people(text) or bool(due_for_all(text))
