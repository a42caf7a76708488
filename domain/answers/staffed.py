"""Who heads a body of the conference and who else is in it, where the paper names them under its heading.

"Tiểu ban Nhân sự: bà … - Trưởng tiểu ban; ông …, bà … - thành viên", "Trưởng tiểu ban: ông …" and "Thành viên: …" on
lines of their own, "Tổ Hậu cần (ông … làm tổ trưởng; các ông: …)".
"""

import re
from collections.abc import Iterator
from typing import cast

from domain.answers.asked import Asked, sources
from domain.answers.index import Index, facts_of
from domain.answers.phrases import words_in
from domain.answers.preparing import prepared
from domain.answers.texts import meanings
from domain.answers.values import Answer, Attendance, GroupLines
from domain.conference import Source
from domain.vietnamese import CAPITALS, search_key

_BODY = r"(?:tieu ban|ban|to|nhom|doi|doan|sub ?committee|committee|group|team)"
_DEPUTY = re.compile(rf"\b(?:pho(?: truong)? {_BODY}|(?:to|nhom|doi) pho|deputy|vice)\b")
_HEAD = re.compile(
    rf"\btruong {_BODY}\b|\b(?:to|nhom|doi) truong\b"
    rf"|\b(?:phu trach|dung dau|lanh dao|cam dau|chu tri|quan ly|dieu hanh|lam truong) {_BODY}\b"
    rf"|\b{_BODY} .*\b(?:ai|(?:dong chi|ong|ba|nguoi) nao) (?:phu trach|dung dau|lanh dao|lam truong|quan ly)\b"
    rf"|\b(?:leads?|heads?|chairs?|in charge of|(?:head|leader|chair) of)\b.*\b{_BODY}s?\b"
)
_WHO = re.compile(r"\b(?:ai|(?:nguoi|dong chi|ong|ba|anh|chi|thay|co) nao|ten(?: la)? gi|who)\b")
_MEMBERS = re.compile(
    rf"\b{_BODY} .*\b(?:gom|co|la|bao gom) (?:co )?(?:nhung )?(?:ai|(?:nguoi|dong chi|thanh vien) nao)\b"
    rf"|\b(?:thanh vien|nhan su|danh sach) (?:cua |trong )?{_BODY}\b"
    rf"|\bai (?:\w+ )?(?:trong|thuoc|o|tham gia|vao) {_BODY}\b"
    rf"|\bwho (?:is|are|sits?)(?: \w+){{0,2}} (?:on|in) .*\b{_BODY}\b|\bmembers? of .*\b{_BODY}\b"
)
_PLACED = words_in(
    "truong pho tieu ban to nhom doi doan lam phu trach dung dau lanh dao chu tri quan ly dieu hanh thanh vien nhan"
    " danh sach gom bao trong thuoc tham gia lead leads head heads chair chairs charge leader deputy vice member"
    " members subcommittee committee group team nguoi dong chi ong ba anh chi sit sits cam @leader @member @list"
)
"""What asks for a place in a body, and tells no body from another."""

_HEADED = re.compile(
    r"\b(?:trưởng (?:tiểu ban|ban|nhóm|đoàn|tổ|đội)|(?:tổ|nhóm|đội) trưởng|head|chair|leader)\b", re.IGNORECASE
)
_DEPUTED = re.compile(
    r"\b(?:phó (?:trưởng )?(?:tiểu ban|ban|nhóm|đoàn|tổ|đội)|(?:tổ|nhóm|đội) phó|deputy|vice)\b", re.IGNORECASE
)
_MEMBER = re.compile(r"\b(?:thành viên|ủy viên|uỷ viên|members?)\b", re.IGNORECASE)
_NAME = re.compile(rf"(?:[{CAPITALS}][^\W\d_]* ){{1,3}}[{CAPITALS}][^\W\d_]*")
_LONGEST = 400


def of_body(asked: Asked) -> Answer | None:
    """Whom the paper names as head, deputy or members of the one body that is asked about."""
    key = asked.u.key
    if _IN_WHICH.search(key):
        in_them = [row for rows in staff(asked.index).values() for row in rows if _is_named(row[1], key)]
        return _listed(in_them) if in_them else None
    deputy, head = _DEPUTY.search(key), _HEAD.search(key)
    if not (_MEMBERS.search(key) or ((deputy or head) and _WHO.search(key))):
        return None
    rows = _rows(asked)
    if not rows:
        return asked.no_information("who") if _is_unstaffed(asked, by_office=bool(deputy or head)) else None
    if not (deputy or head):
        return _listed(rows)
    office, other = (_DEPUTED, None) if deputy else (_HEADED, _DEPUTED)
    held = [
        (body, clause, source) for body, line, source in rows for clause in _clauses(line) if _is(clause, office, other)
    ]
    return _listed(held[:1]) if held else asked.no_information("who")


def _is_unstaffed(asked: Asked, *, by_office: bool) -> bool:
    """Whether a body is asked about of which no statement names anybody; those of another body are not its own."""
    found = (_OFFICE_OF if by_office else _ORGAN).search(asked.u.key)
    if found is None or (by_office and not staff(asked.index)):
        return False
    called = found["body"]
    return not any(called in search_key(entry.text) and _tells_somebody(entry.text) for entry in asked.index.entries)


def _tells_somebody(text: str) -> bool:
    return _NAME.search(text) is not None or _MADE_UP.search(text) is not None


_OFFICE_OF = re.compile(
    r"\b(?:truong|pho) (?P<body>(?:tieu ban|ban|to|nhom|doi) (?!nao\b)\w+(?: \w+){0,4}?)"
    r" (?:la ai|la (?:ong|ba|dong chi) nao)$"
)
_ORGAN = re.compile(
    r"\b(?P<body>tieu ban (?!nao\b)\w+(?: \w+){0,3}?|doan (?:chu tich|thu ky)|to (?:thu ky|giup viec|bau cu|kiem phieu)"
    r"|ban (?:to chuc|tham tra(?: tu cach dai bieu)?|bau cu|kiem phieu|chap hanh|giam khao))"
    r" (?:gom|co) (?:co )?(?:nhung )?ai\b"
)
_MADE_UP = re.compile(r"\b(?:gồm|thành phần|thành viên)\b", re.IGNORECASE)
_IN_WHICH = re.compile(
    rf"\b(?:o|thuoc|trong|tham gia|vao|cua) {_BODY} (?:nao|gi)\b|\bwhich (?:sub ?committee|committee|group|team)\b"
)
_ENOUGH = 2
"""The last words of a name that tell somebody."""


def _is_named(line: str, key: str) -> bool:
    """Whether a line names somebody whom the question calls so."""
    names = (search_key(name).split() for name in _NAME.findall(line))
    return any(f" {' '.join(name[-_ENOUGH:])} " in f" {key} " for name in names)


Row = tuple[str, str, Source | None]
"""A body, what the paper says of those in it, and where."""


def _is(clause: str, office: re.Pattern[str], other: re.Pattern[str] | None) -> bool:
    """Whether a clause names somebody in an office, and not in another that is called like it."""
    return office.search(clause) is not None and (other is None or office.search(other.sub(" ", clause)) is not None)


def _clauses(line: str) -> list[str]:
    """What a line says of each: up to a semicolon, or to the comma before the next office."""
    return [clause.strip(" .") for clause in _NEXT.split(line) if clause.strip(" .")]


_NEXT = re.compile(
    r";\s*|\.\s+|,\s+(?=phó (?:trưởng )?(?:tiểu ban|ban|nhóm|tổ|đội)\b|(?:các )?(?:thành viên|ủy viên)\s*(?::|là|gồm))",
    re.IGNORECASE,
)


def _listed(rows: list[Row]) -> Answer:
    """The lines under the name of each body."""
    bodies = dict.fromkeys(body for body, _, _ in rows)
    groups = tuple(GroupLines(each, tuple(line for body, line, _ in rows if body == each)) for each in bodies)
    return Attendance(groups=groups, sources=sources(*(source for _, _, source in rows)))


def _rows(asked: Asked) -> list[Row]:
    """The lines about those in the body that the question names."""
    named = [unit for unit in asked.u.content if not {unit.code, unit.typed} & _PLACED]
    wanted = {unit.code for unit in named if not unit.generic} or {unit.code for unit in named}
    exact = [body for body in staff(asked.index) if search_key(body) in asked.u.key]
    found = {
        body: rows
        for body, rows in staff(asked.index).items()
        if body in exact or (wanted and wanted <= meanings(body))
    }
    chosen = exact or list(found)
    return found[chosen[0]] if len(chosen) == 1 else []


@prepared
def staff(index: Index) -> dict[str, list[Row]]:
    """Every body under which the paper names persons with their places in it, read once."""
    if "staff" not in index.cache:
        found: dict[str, list[Row]] = {}
        for row in _staffed(index):
            found.setdefault(row[0], []).append(row)
        index.cache["staff"] = found
    return cast(dict[str, list[Row]], index.cache["staff"])


def _staffed(index: Index) -> Iterator[Row]:
    programme = index.programme
    for body in programme.units:
        told = [(body.role or "", body.source)]
        told += [(task.text, task.source) for task in programme.tasks if task.unit == body.id]
        yield from ((body.name, text, source) for text, source in told if names_staff(text))
    heads = {body.name for body in programme.units}
    for fact in facts_of(programme):
        label, colon, text = fact.text.partition(":")
        if colon and label not in heads and _A_BODY.match(label) and not _HEADED.search(label) and names_staff(text):
            yield label, text.strip(), fact.source


_A_BODY = re.compile(r"(?:Tiểu ban|Ban|Tổ|Nhóm|Đội|Đoàn|Hội đồng)\s[^,;:.]{2,60}$")


def names_staff(text: str) -> bool:
    """Whether a line names persons as head or members, and is no work: "Trưởng tiểu ban: ông …"."""
    if len(text) > _LONGEST or _NAME.search(text) is None:
        return False
    placed = _LABELLED.match(text) is not None or _BEHIND_NAME.search(text) is not None
    return placed and (_HEADED.search(text) is not None or _MEMBER.search(text) is not None)


_LABELLED = re.compile(
    r"(?:(?:phó )?trưởng (?:tiểu ban|ban|nhóm|đoàn|tổ|đội)|(?:tổ|nhóm|đội) (?:trưởng|phó)|phó (?:tiểu ban|ban)"
    r"|(?:các )?thành viên|(?:các )?ủy viên)[^:;]{0,30}:",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(
    rf"[{CAPITALS}][^\W\d_]+ [{CAPITALS}][^\W\d_]+[^:;]{{0,80}}?(?:[-–,(]\s*|\blàm )"
    r"(?:(?:[Pp]hó )?[Tt]rưởng (?:[Tt]iểu ban|[Bb]an|[Nn]hóm|[Đđ]oàn|[Tt]ổ|[Đđ]ội)|(?:[Tt]ổ|[Nn]hóm|[Đđ]ội) trưởng"
    r"|[Tt]hành viên|[Ủủ]y viên)"
)
