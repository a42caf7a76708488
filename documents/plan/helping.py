"""Units that help with a task: named in a table's cell, or behind "phối hợp" in the words of the work."""

import re
from collections.abc import Mapping

from documents.plan.words import UNIT_HEAD, VERB, clean
from domain.units import helpers_in, unit_key

_NEXT = re.compile(rf"[;,\n]|(?<!HĐND)\s+và\s+(?={UNIT_HEAD.pattern})", re.IGNORECASE)  # "Văn phòng và Công an xã"
_TOGETHER = re.compile(
    r"(?:phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?|(?:^|[,;:.]\s*|trách nhiệm\s)cùng(?:\s+với)?)\s+(?=\S)",
    re.IGNORECASE,
)
_NO_BODY = (  # rooms, events, guests, offices of a person and things: they help with nothing
    r"(?!Hội (?:nghị|thảo|trường|thi|trại|chợ|diễn|đàm)|Phòng (?:họp|hội|máy|khách|nghỉ|ăn|học|số|trực tuyến|\d)"
    r"|Đoàn (?:đại biểu|công tác|khách|kiểm tra|giám sát)|Trường (?:quay|hợp)|Báo cáo|Văn phòng phẩm|Khoa học"
    r"|Đài (?:hoa|tưởng niệm)|Viện trợ|Bộ trưởng)"
)
_NAMED = (
    r"(?:Sở|Công an|Trạm [Yy] tế|Trung tâm|VNPT|Viettel|Viễn thông|Điện lực|Văn phòng|Phòng|Ban|Bộ|Hội|Đoàn"
    r"|Ủy ban|Uỷ ban|UBND|HĐND|Chi cục|Cục|Báo|Đài|Trường|Bệnh viện|Công ty|Ngân hàng|Liên đoàn|Công đoàn|Kho bạc"
    r"|Bảo hiểm|Viện|Khoa|Mặt trận|Tỉnh đoàn|Huyện đoàn|Thành đoàn|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy)\s+\w"
)
_BODY = re.compile(_NO_BODY + _NAMED)
_OTHER_BODY = re.compile(rf"(?:,\s*|(?<!HĐND)\s+và\s+)(?={_NAMED})")
_MORE_ENDS = re.compile(
    r"\s(?=(?:phân luồng|giữ gìn|giữ|chạy thử|thẩm tra|soạn|dự thảo|rà soát|phục vụ|khảo sát|hoàn thiện|hoàn thành"
    r"|kết nối|lắp đặt|dàn dựng|khám|đón|phát|in|để|nhằm|trong|tại|trước|theo|về|có|đồng|cùng"
    r"|và (?:các|lực lượng|một số|những|đơn vị|cơ quan|cá nhân|tổ dân phố|thôn|nhân dân|người dân))\s)"
)
_LONGEST = 80


def helpers_in_cell(cell: str) -> tuple[str, ...]:
    """The units of a cell; "UBND các huyện, thị xã" is one, because a unit's name begins with a capital letter."""
    found: list[str] = []
    for part in map(clean, _NEXT.split(cell)):
        if found and part[:1].islower():
            found[-1] = f"{found[-1]}, {part}"
        elif len(part) > 2:
            found.append(part)
    return tuple(found)


def helpers_in_words(text: str, own: str, names: dict[str, str]) -> tuple[str, ...]:
    """Units behind "phối hợp": those of this plan (`names` by their keys), and others that are plainly bodies."""
    known = [name for name in helpers_in(text, names) if name != own]
    bodies = _bodies(text)
    keys = [*names, unit_key(own)] if bodies else []
    others = [body for body in bodies if not any(_is_same(unit_key(body), key) for key in keys)]
    return tuple(dict.fromkeys((*known, *others)))


_OFFICE = re.compile(
    r"(?P<body>cụm|khối|nhóm)\s+(?P<rank>trưởng|phó)|(?P<rank_>trưởng|phó)\s+(?P<body_>cụm|khối)", re.I
)


def with_offices(names: dict[str, str], roles: Mapping[str, str | None]) -> dict[str, str]:
    """The units by the office that one of them alone holds, too: "Cụm phó" is "UBND tỉnh Lâm Đồng - Cụm phó"."""
    holders: dict[tuple[str, str], set[str]] = {}
    for name in names.values():
        for found in _OFFICE.finditer(f"{name} {roles.get(name) or ''}"):
            body, rank = found["body"] or found["body_"], found["rank"] or found["rank_"]
            holders.setdefault((body.lower(), rank.lower()), set()).add(name)
    alone = {office: name for office, (name, *others) in holders.items() if not others}
    offices = {
        f"{one} {other}": name for (body, rank), name in alone.items() for one, other in ((body, rank), (rank, body))
    }
    return {**{unit_key(office): name for office, name in offices.items()}, **names}


def _is_same(one: str, other: str) -> bool:
    """ "Công an xã" is "Công an xã Tây Hồ" where a plan speaks of one commune; in doubt no second unit is made."""
    return f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def _bodies(text: str) -> list[str]:
    found: list[str] = []
    for lead in _TOGETHER.finditer(text):
        named = _up_to_the_work(text[lead.end() : lead.end() + 3 * _LONGEST])
        parts = [clean(part) for part in _OTHER_BODY.split(named)]
        found += [part for part in parts if _BODY.match(part) and len(part) <= _LONGEST and not part.endswith(" và")]
    return found


def _up_to_the_work(text: str) -> str:
    """What stands before the work itself, or before the sentence ends."""
    stop = re.search(r"[;.:()]|,\s+(?=[^A-ZĐ\s])", text)
    clause = f"{text[: stop.start()] if stop else text} "
    ends = [each.start() for pattern in (VERB, _MORE_ENDS) if (each := pattern.search(clause))]
    return clause[: min(ends, default=len(clause))].strip()
