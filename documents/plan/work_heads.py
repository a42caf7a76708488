"""The words on a line of work that name its unit, and the work that stands behind them."""

import re

from documents.plan.jobs import Unit
from documents.plan.words import ORG_HEAD, UNIT_HEAD, VERB, clean, is_caps
from domain.conference import Source
from domain.vietnamese import CAPITALS

GIVES = re.compile(
    r"(?P<verb>Giao(?-i:(?! ban ))(?: cho| nhiệm vụ cho)?|Đề nghị|Kính đề nghị|Yêu cầu|Phân công|Đối với"
    r"|Trân trọng đề nghị)\s+(?=\S)",
    re.IGNORECASE,
)
_ENGLISH_VERB = re.compile(
    r"\s(?:(?:is|are) (?:kindly )?(?:requested |asked |invited |expected )?to|shall|will|must)\s"
    r"|\s(?=(?:is|are) (?:responsible|in charge)\s)"
)
_TELLS = re.compile(
    r"^(?:\S+\s){1,14}?(?:gửi|cử|lập|đăng ký|nộp|thông báo)\s(?:\S+\s){3}"
)  # a sentence with a colon in it
_ROLE_BRACKET = re.compile(r"\s*\(([^()]{4,})\)\s*$")
_ROLE_TAIL = re.compile(
    r"\s[-–]\s((?:Cụm|Khối|Tổ|Trưởng|Phó|Chủ trì|Thường trực|Đơn vị|Cơ quan)\s?[^-–]*)$", re.IGNORECASE
)
_PERSON_TAIL = re.compile(
    r"\s[-–]\s((?:đ/c|đồng chí|ông|bà|thầy|cô|anh|chị|em|ThS|TS|PGS|BS|KS|CN)\.?\s*"
    rf"(?-i:[{CAPITALS}])[^-–:;]{{1,60}})$",
    re.IGNORECASE,
)
"""The person behind the name of a body: "Phòng Hành chính - thầy Định"."""
_PERSON = re.compile(r"(?:đ/c|đồng chí|ông|bà|thầy|cô|anh|chị)\s", re.IGNORECASE)
_POST = re.compile(
    r"(?:,|\s[-–])\s+(?P<role>(?:phó\s+|quyền\s+)?(?:bí thư|chủ tịch|giám đốc|hiệu trưởng|trưởng|tổng|chánh"
    r"|ủy viên|cục trưởng|vụ trưởng|viện trưởng|chủ nhiệm|thư ký)\b[^:;]*)$",
    re.IGNORECASE,
)
_IS_ROLE = re.compile(
    r"\s+là\s+(?P<role>(?:đơn vị|cơ quan|bộ phận)?\s*(?:đầu mối|chủ trì|thường trực|chịu trách nhiệm)[^:]*)",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\s+do\s+(?P<role>[^:;]{3,80}\s(?:làm|là)\s+(?:trưởng|phó|tổ trưởng)[^:;]{0,40})$", re.IGNORECASE
)
_WITH = re.compile(r"\s+(?P<role>(?:chủ trì,?\s*)?phối hợp(?:\s+với)?\s+.+)$")
COLON = re.compile(r"((?:[^:()]|\([^()]*\))*):(.*)", re.DOTALL)  # the first one outside brackets
_CALLED_AT = re.compile(  # a number or a day follows
    r"(?:\bĐT|\bSĐT|điện thoại|hotline|\btel|e-?mail|(?<!đổi )(?<!thuật )\bsố)\.?\s*$"
    r"|[,;.(–-]\s*(?:thời )?(?:hạn|gian)(?: (?:hoàn thành|chót|cuối|nộp|gửi|thực hiện))?\s*$",
    re.IGNORECASE,
)
_BODIES = re.compile(r"(?:\S+\s){0,2}[Cc]ác\s+\S+(?:\s\S+){0,3}")  # "UBND các xã: A, B", the names behind the colon


_NAMED_BODIES = re.compile(r"(?:\S+\s){0,2}[Cc]ác\s+\S+(?:\s\S+){0,7}")
_NAMES_THEN_WORK = re.compile(  # "các Sở Nội vụ: Hà An, Sơn Tây chuẩn bị tham luận"
    rf"(?P<names>[{CAPITALS}][^,;:.]{{1,40}}(?:(?:,|\s+và)\s+[{CAPITALS}][^,;:.]{{1,40}}?)+)(?={VERB.pattern})"
)


def head_and_work(text: str, has_list: bool) -> tuple[str | None, str]:
    """The words that name the unit and the work on the same line."""
    text = _one_sentence(text)
    given = GIVES.match(text)
    bare = text[given.end() :] if given else text
    head, colon, rest = _colon(bare)
    if has_list and colon and _BODIES.fullmatch(head) and not VERB.search(f" {rest} "):
        return _with_verb(given, bare), ""  # "Các khoa: Cơ khí; Điện" with its work below
    if colon and _NAMED_BODIES.fullmatch(head) and (listed := _NAMES_THEN_WORK.match(rest)):
        return _with_verb(given, f"{head}: {listed['names']}"), rest[listed.end() :].strip()
    if (
        colon
        and len(head.split()) <= 40
        and (has_list or not _TELLS.search(head))
        and (
            UNIT_HEAD.match(head)
            or ORG_HEAD.match(head)
            or has_list
            or (given and head[:1].isupper())
            or is_caps(head[:2])
            or rest[:1].islower()
        )
    ):
        return _with_verb(given, head), rest
    if has_list and len(bare.split()) <= 30:
        return _with_verb(given, bare), ""
    if UNIT_HEAD.match(bare) and (dash := work_behind_dash(bare)):
        return _with_verb(given, dash[0]), dash[1]
    subject = VERB.search(bare)
    if subject and UNIT_HEAD.match(bare) and len(bare[: subject.start()].split()) <= 25:
        return _with_verb(given, bare[: subject.start()].rstrip(" ,:")), bare[subject.end() :]
    subject = _ENGLISH_VERB.search(bare)
    if subject and bare[:1].isupper() and len(bare[: subject.start()].split()) <= 10:
        return bare[: subject.start()], bare[subject.end() :]
    if UNIT_HEAD.match(bare) and len(bare.split()) <= 20 and not bare.endswith("."):
        return _with_verb(given, bare), ""
    return None, ""


def work_behind_dash(text: str) -> tuple[str, str] | None:
    """ "Phòng Tài vụ - Tham mưu kinh phí"; the dash in "Phòng Kế hoạch - Tài chính" parts no work from it."""
    for dash in _DASH.finditer(text[:_LONGEST_HEAD]):
        behind = text[dash.end() :]
        if VERB.match(f" {behind[:1].lower()}{behind[1:]}") and VERB.search(text[: dash.start()]) is None:
            return text[: dash.start()], behind
    return None


_DASH = re.compile(r"\s+[-–]\s+")
_LONGEST_HEAD = 90
_NEXT_SENTENCE = re.compile(rf"(?<=[^\W\d_A-Z]{{3}})\.\s+(?=[{CAPITALS}])")


def _one_sentence(text: str) -> str:
    """What stands before a full stop, where the colon belongs to the sentence behind it: "… hằng tuần. Đầu mối: …"."""
    ends = _NEXT_SENTENCE.search(text)
    if ends and _CALLED_AT.search(text.partition(":")[0]):
        return text  # "… tại hội trường. Thời gian: xong trước ngày 05/8" is still about this work
    return text[: ends.start()] if ends and ":" in text[ends.end() :] and ":" not in text[: ends.start()] else text


def _colon(text: str) -> tuple[str, bool, str]:
    """Split at the colon before the work; "Các sở: A, B: việc" has its own first."""
    split = COLON.match(text)
    if split and _CALLED_AT.search(split[1]):
        return text, False, ""
    head, colon, rest = (split[1], ":", split[2]) if split else (text, "", "")
    if colon and _BODIES.fullmatch(head.strip()) and ":" in rest:
        more, _, work = rest.partition(":")
        named = more.strip()  # of places, "Tân Lập" among them: only the first word may be a verb with a capital
        if not VERB.search(f" {named[:1].lower()}{named[1:]} "):
            head, rest = f"{head}:{more}", work
    return head.strip(), bool(colon), rest.strip()


def _with_verb(given: re.Match[str] | None, head: str) -> str:
    """ "Đề nghị" stays in front, to be read as the role."""
    return f"@{given['verb']} {head}" if given and "nghị" in given["verb"].lower() else head


def named(head: str, source: Source) -> Unit:
    role = None
    if head.startswith("@"):
        verb, _, head = head[1:].partition(" nghị ")
        role = f"{verb} nghị".lower()
    head = clean(head)
    for pattern in (*((_POST,) if _PERSON.match(head) else ()), _IS_ROLE, _DONE_BY, _WITH, _ROLE_BRACKET):
        found = pattern.search(head)
        if found and found.start() > 3:
            role, head = clean(found.groupdict().get("role") or found[1]), clean(head[: found.start()])
            break
    else:
        tail = _ROLE_TAIL.search(head) or (_PERSON_TAIL.search(head) if UNIT_HEAD.match(head) else None)
        if tail and tail.re is _PERSON_TAIL:
            head = clean(head[: tail.start()])
        role = clean(tail[1]) if tail else role
    return Unit(head, role, source)
