"""Who holds an office: the head of a body, the one who signed, those whom the plan names with it."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.entries import Sort
from domain.answers.phrases import words_in
from domain.answers.texts import codes_of
from domain.answers.values import Answer, PlanField, Quoted
from domain.conference import Unit as Body
from domain.vietnamese import CAPITALS, search_key

PERSON = re.compile(
    r"\b(?:TS|ThS|PGS|GS|BS|KS|LS|KTS|CN|Dr|Mr|Ms|Mrs|Prof)\b|\b(?:ông|bà|đồng chí|đ/c|anh|chị|thầy|cô)\b"
    rf"|(?:[{CAPITALS}][^\W\d_]* ){{2}}[{CAPITALS}]"
)
"""A person rather than a body."""


_NAME = rf"[{CAPITALS}][^\W\d_]*"
TITLED = re.compile(
    r"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|[Cc]ô|[Tt]hầy|[Aa]nh|[Cc]hị|BS|TS|ThS|PGS|GS|KS|CN|Dr|Mr|Ms|Mrs|Prof)\b"
    rf"\.? ?(?:[A-Z][\w.]*\. ?)*{_NAME} {_NAME}"
)
"""A person's own name behind a title, not the office alone: "ông Hà Minh Đức"."""

SOMEBODYS_NAME = re.compile(rf"{TITLED.pattern}|(?:{_NAME} ){{2}}{_NAME}")
"""The same, or three words in a row that begin with capitals."""


def leader(asked: Asked) -> Answer | None:
    """ "Tiểu ban Văn nghệ do ai phụ trách", "tiểu ban … là đơn vị nào": whom or what the paper puts behind a body."""
    if not _LEADING & asked.u.words and not _MADE_OF.search(asked.u.key):
        return None
    named = {unit.code for unit in asked.specific()} - _LEADING
    led = [
        hit.entry.ref
        for hit in asked.index.search(asked.u.content, Sort.BODY)
        if isinstance(hit.entry.ref, Body) and named <= hit.entry.units.keys()
    ]
    led = [body for body in led if search_key(body.name) in asked.u.key] or led
    body = led[0] if named and len(led) == 1 else None
    if body is not None and not body.role and _HEAD_OF.search(asked.u.key):
        return asked.no_information("who")  # what the body has to do tells not who leads it
    if body is None or not body.role or not (PERSON.search(body.role) or _BODY.match(body.role)):
        return None
    return Quoted(texts=(f"{body.name}: {body.role}",), sources=sources(body.source))


_MADE_OF = re.compile(
    r"^(?:tieu ban|ban|to|doi|nhom) .*\b(?:la|do|gom|thuoc) (?:ai|(?:don vi|co quan|ben|phong) nao)\b"
)
_HEAD_OF = re.compile(
    r"\btruong (?:tieu ban|ban|nhom|doan)\b|\b(?:to|nhom) truong\b|\b(?:dung dau|chu tri|phu trach) tieu ban\b"
    r"|\btieu ban .*\bdo (?:ai|dong chi nao)\b"
)
_BODY = re.compile(
    r"(?:Văn phòng|Sở|Phòng|Ban|Trung tâm|Bệnh viện|Công đoàn|Trường|Hội|Đoàn|UBND|HĐND|Ủy ban|Công an|Chi cục|Cục|Khoa"
    r"|Viện|Liên |Công ty|Hiệp hội|Trạm|Tổ|Hợp tác xã|HTX|Bộ)\b.*\w"
)
"""A body that makes up another or leads it: "Tiểu ban Hậu cần (Văn phòng huyện)"."""

_LEADING = words_in("lam truong phu trach dung dau chu tri lanh dao lead leads head heads chair charge")
"""What is asked of the person at the head of a body."""


def signing_office(asked: Asked) -> Answer | None:
    """ "ai là hiệu trưởng": the person who signed the plan in that office."""
    conference = asked.conference
    if not ({"la", "lam", "is", "ten"} & asked.u.words) or not conference.signer or not conference.signer_title:
        return None
    own = codes_of(f"{conference.signer_title} {conference.issuer or ''}")
    office = codes_of(conference.signer_title)
    codes = {unit.code for unit in asked.specific()}
    if _OF_WHAT.search(asked.u.key) or not codes & office - LEVELS or not codes <= own | asked.index.title_units:
        return None
    title = search_key(conference.signer_title)
    if _signed_for(asked.u.key, title) or any(found not in title for found in _OF_GROUP.findall(asked.u.key)):
        return None
    return PlanField(field="signer", value=conference.signer, detail=conference.signer_title)


_OFFICES = (
    r"(?:chu tich|bi thu|tong giam doc|giam doc|hieu truong|(?:chi )?cuc truong|vien truong|bo truong|chanh van phong"
    r"|truong (?:ban|phong|doan|tieu ban|khoa|bo mon))"
)
_HEADS = re.compile(rf"(?P<deputy>\bpho )?\b(?P<office>{_OFFICES})\b")


def _signed_for(asked_of: str, title: str) -> bool:
    """Whether the deputy signed: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" is not the chairman, nor a chairman the deputy."""
    offices = [(found["office"], bool(found["deputy"])) for found in _HEADS.finditer(asked_of)]
    holds = {(found["office"], bool(found["deputy"])) for found in _HEADS.finditer(_ON_BEHALF.sub(" ", title))}
    named = {office for office, _ in holds}
    return any(office in named and (office, deputy) not in holds for office, deputy in offices)


_ON_BEHALF = re.compile(r"\b(?:kt|tl|tuq|k t) (?:truong \w+|chu tich|bi thu|giam doc|hieu truong)\b")
"""For whom the deputy signs: "KT. GIÁM ĐỐC"."""

_OF_WHAT = re.compile(r"\bai (?:lam|la) (?:pho )?truong$|^(?:pho )?truong la ai\b")
"""The head of nothing that is named: "ai làm trưởng" asks for no head of the faculty."""

_OF_GROUP = re.compile(
    r"\b(?:to|nhom|khoi|doi|lop|xe|doan|cum) truong\b|\btruong (?:to|nhom|khoi|doi|lop|xe|doan|cum)\b"
)
"""The head of one of many, who has not signed unless it says so: "CỤM TRƯỞNG"."""

LEVELS = words_in("@province @district @commune @central @city tinh huyen xa phuong")
"""Where an office is, which alone is no office: "which province"."""
