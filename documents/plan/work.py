"""Which unit does what: headings, "Giao X phối hợp Y:", "X: việc", sentences with a subject, and tables of tasks."""

import re
from collections.abc import Iterator

from documents.plan.deadlines import Days, has_deadline
from documents.plan.jobs import Job, Unit, built
from documents.plan.outline import Node
from documents.plan.sections import about, inside
from documents.plan.words import BUDGET, CONTACT, ORG_HEAD, REHEARSAL, REPORT, UNIT_HEAD, WORK, clean, is_caps
from domain.conference import Source
from domain.dates import find_clocks
from domain.plan import PlanUnit, Sourced
from domain.vietnamese import CAPITALS, search_key

_GIVES = re.compile(
    r"(?P<verb>Giao(?-i:(?! ban ))(?: cho| nhiệm vụ cho)?|Đề nghị|Kính đề nghị|Yêu cầu|Phân công|Đối với"
    r"|Trân trọng đề nghị)\s+(?=\S)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<!thường)(?<!Thường)(?<!THƯỜNG)\s(?=(?:chủ trì|đồng chủ trì|chịu trách nhiệm"
    r"|có trách nhiệm|phối hợp|tham mưu|bố trí|chuẩn bị"
    r"|bảo đảm|đảm bảo|ban hành|phát hành"
    r"|gửi|xây dựng|tổng hợp|đôn đốc|thẩm định|cử|mời|đón tiếp|trang trí|in ấn|báo cáo|triển khai|tổ chức"
    r"|phụ trách|thực hiện|hướng dẫn"
    r"|theo dõi|lập|là đầu mối|vận động|tuyên truyền|căn cứ|trực(?! thuộc| tuyến| tiếp)|đăng ký|hỗ trợ"
    r"|quản lý|chỉ đạo|chủ động"
    r"|liên hệ|tiếp nhận|dự trù|làm|đưa tin|nộp|triệu tập|thông báo|kiểm tra|cung cấp|giới thiệu|đặt"
    r"|sắp xếp|đề xuất|đảm nhận|tiến hành)(?:\s|,))"
)
NOBODY = ""
"""Stands for the unit of marked lines of work that no unit is named for."""
_OPENS_WORK = re.compile(
    r"(?:chuẩn bị|bố trí|in ấn|trang trí|thuê|mua|mượn|đón tiếp|phát hành|xây dựng|soạn thảo|tổng hợp|lập danh sách"
    r"|lắp đặt|dọn dẹp|treo|phục vụ|tuyên truyền|đưa tin|làm (?:băng|phông|ma))\s",
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
_LED_BY = re.compile(  # "Tiểu ban Nội dung: đ/c Mơ làm Trưởng tiểu ban"
    r"(?:do\s+)?(?:đ/c|đồng chí|ông|bà|thầy|cô|anh|chị|PGS|TS|ThS|GS)[^:;]{2,80}?\s+(?:làm|là|giữ chức|[-–])\s+"
    r"(?:trưởng|phó|tổ trưởng|chủ trì|phụ trách)[^:;]{0,40}",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\s+do\s+(?P<role>[^:;]{3,80}\s(?:làm|là)\s+(?:trưởng|phó|tổ trưởng)[^:;]{0,40})$", re.IGNORECASE
)
_WITH = re.compile(r"\s+(?P<role>(?:chủ trì,?\s*)?phối hợp(?:\s+với)?\s+.+)$")
_NEXT_HELPER = re.compile(rf"[;,\n]|\s+và\s+(?={UNIT_HEAD.pattern})", re.IGNORECASE)  # "Văn phòng và Công an xã"
_GOES_ON = re.compile(
    r"(?:trình|hoàn thành|hoàn tất|hoàn thiện|xong|finish|complete)\s"
)  # speaks of what the part before made
_COLON = re.compile(r"((?:[^:()]|\([^()]*\))*):(.*)", re.DOTALL)  # the first one outside brackets
_BODIES = re.compile(r"(?:\S+\s){0,2}[Cc]ác\s+\S+(?:\s\S+){0,3}")  # "UBND các xã: A, B", the names behind the colon
_MOST_HELPERS = 300  # more units than any plan names; keeps the search for helpers short
_CLOSING = re.compile(
    r"(?:Rất (?:mong|hân hạnh)|Kính mong|Mong (?:các|quý)|Xin vui lòng|Trân trọng (?:kính mời|cảm ơn)"
    r"|Trong quá trình|Trên đây|Kế hoạch này|Quá trình|Nếu có|Mọi (?:vướng mắc|thông tin)"
    r"|(?:Yêu cầu|Đề nghị|Kính đề nghị) [^:;]{3,160}(?:nghiêm túc|khẩn trương|tích cực)"
    r"[^:;]{0,30}(?:triển khai|thực hiện)"
    r"|Yêu cầu các (?:cơ quan|đơn vị)[^:]*thực hiện|[^:]{0,160}\.\s[Tt]hông tin chi tiết[^:]{0,20}liên hệ"
    r"|Căn cứ (?:nội dung )?[Kk]ế hoạch|Vướng mắc|Nhận được|Văn phòng .{0,40}theo dõi, đôn đốc việc)"
)


_FOR_DELEGATES = re.compile(
    r"(?:Các |Quý )?[Đđ]ại biểu\s(?:tham dự |dự |về dự |ở xa )?"
    r"(?:mặc|mang|nhận phòng|tự túc|có mặt|được|vui lòng|xin)\b"
    r"|(?:Trang phục|Lệ phí|Phí tham dự|Lưu ý|Ghi chú|Mọi chi tiết|Thông tin chi tiết|Chi tiết (?:xin )?liên hệ)\b"
    r"|(?:Họp|Giao ban)\s[^:;]{0,40}:\s+(?:lúc|vào|\d)"
    r"|(?:Dress code|Registration fee|Working languages?|Notes?|Enquiries|For (?:further|more) information)\b"
)
"""How a line without a mark speaks to those who come, behind the units and nobody's task."""

_ASIDE = frozenset({REPORT, BUDGET, REHEARSAL, CONTACT})


def units_of(root: Node, year: int | None, held: Days | None = None) -> tuple[Sourced[PlanUnit], ...]:
    """Every unit with its tasks, in the plan's order; a unit named twice keeps one entry, `NOBODY` what none is given.

    `held` are the conference's first and last day, where they are known.
    """
    found: list[Unit] = []
    for node in about(root, WORK):
        if any(WORK in child.about for child in node.walk()):
            continue
        found.extend(_units_under(node))
    for node in about(root, REPORT):
        found.extend(_reporting(node))
    for node in root.walk():
        if node.kind == "row" and {"content", "deadline"} <= set(node.para.roles) and not inside(node, WORK):
            found.extend(_from_row(node))  # a table of tasks says so by its columns, whatever its heading
    merged = _merge(found)
    names = {f" {search_key(unit.name)} ": unit.name for unit in merged[:_MOST_HELPERS] if unit.name != NOBODY}
    return tuple(built(unit, names, year, held) for unit in merged if unit.tasks or unit.role)


def _merge(units: list[Unit]) -> list[Unit]:
    merged: dict[str, Unit] = {}
    for unit in units:
        known = merged.setdefault(search_key(unit.name), unit)
        if known is not unit:
            known.tasks.extend(unit.tasks)
            known.role = known.role or unit.role
    return list(merged.values())


# --- units ---------------------------------------------------------------------------------------------------------


def _units_under(node: Node) -> Iterator[Unit]:
    if node.value:
        yield from _one(node.value, node)
    for child in node.children:
        if child.kind in ("close", "block") or (child.about & _ASIDE and not _asks_unit(child)):
            continue
        if child.kind == "row":
            yield from _from_row(child)
        elif _is_grouping(child):
            yield from _units_under(child)
        elif not _closes(child):
            yield from _one(child.text, child)


def _closes(node: Node) -> bool:
    """Whether a line without a mark ends the list of units rather than belonging to the last of them."""
    return node.kind == "text" and bool(_CLOSING.match(node.text) or _FOR_DELEGATES.match(node.text))


def _is_grouping(node: Node) -> bool:
    """A heading over units rather than a unit: "1. Trước Hội nghị" with units below."""
    if not node.children or node.value:
        return False
    if any(child.kind == "row" for child in node.children) or all(_gives_work(child) for child in node.children):
        return True
    named = (
        UNIT_HEAD.match(_GIVES.sub("", node.text, count=1)) is not None and "tổ chức thực hiện" not in node.text.lower()
    )
    below = sum(_names_unit(child) for child in node.children)
    return not named and below >= max(1, len(node.children) // 2)


def _gives_work(node: Node) -> bool:
    """A line under the name of a house that gives work to a body of it: "Bộ phận Văn phòng: …", "Giao Văn phòng:"."""
    given = _GIVES.match(node.text)
    if given and node.kind in ("arabic2", "arabic3", "letter"):
        return UNIT_HEAD.match(node.text, given.end()) is not None
    split = _COLON.match(node.text[:120])
    return node.kind == "text" and split is not None and bool(split[2]) and UNIT_HEAD.match(split[1]) is not None


def _asks_unit(node: Node) -> bool:
    """ "Đề nghị UBND xã hỗ trợ kinh phí", "Phòng Tài chính tham mưu kinh phí": a unit's work, whatever it is about."""
    text = _GIVES.sub("", node.text, count=1)
    subject = _VERB.search(text[:140])
    return UNIT_HEAD.match(text) is not None and subject is not None and ":" not in text[: subject.start()]


def _names_unit(node: Node) -> bool:
    text = _GIVES.sub("", node.text, count=1)
    return UNIT_HEAD.match(text) is not None and (
        ":" in text[:120] or bool(node.children) or _VERB.search(text[:140]) is not None
    )


_IN_CASE = re.compile(
    r"(?:thời tiết xấu|(?:nếu |khi )?(?:trời )?mưa|phương án (?:mưa|dự phòng)|in case of|if it rains|rain plan)\b"
    r"[^:]{0,40}:",
    re.IGNORECASE,
)


def _one(text: str, node: Node) -> Iterator[Unit]:
    """The unit that one heading or line names, with the tasks under it; "Thời tiết xấu: …" names none."""
    if _IN_CASE.match(text):
        return
    head, inline = _head_and_work(text, _has_list(text, node))
    if head is None:
        if node.kind != "text" and _OPENS_WORK.match(text):
            yield Unit(NOBODY, None, node.source, [Job(text, node.source), *_lines(node)])
        return
    unit = _named(head, node.source)
    if node.children and unit.role is None and _LED_BY.fullmatch(inline):
        unit.role, inline = clean(inline), ""
    if inline:
        unit.tasks.append(Job(inline, node.source))
    unit.tasks.extend(_lines(node))
    yield unit


def _has_list(text: str, node: Node) -> bool:
    """Whether work is listed under the line; a sentence with nothing marked behind it is work itself."""
    return any(child.kind != "text" for child in node.children) or (bool(node.children) and not text.endswith("."))


def _head_and_work(text: str, has_list: bool) -> tuple[str | None, str]:
    """The words that name the unit and the work on the same line."""
    given = _GIVES.match(text)
    bare = text[given.end() :] if given else text
    head, colon, rest = _colon(bare)
    if has_list and colon and _BODIES.fullmatch(head) and not _VERB.search(f" {rest} "):
        return _with_verb(given, bare), ""  # "Các khoa: Cơ khí; Điện" with its work below
    if (
        colon
        and len(head.split()) <= 40
        and (has_list or not _TELLS.search(head))
        and (
            UNIT_HEAD.match(head)
            or ORG_HEAD.match(head)
            or has_list
            or given
            or is_caps(head[:2])
            or rest[:1].islower()
        )
    ):
        return _with_verb(given, head), rest
    if has_list and len(bare.split()) <= 30:
        return _with_verb(given, bare), ""
    subject = _VERB.search(bare)
    if subject and UNIT_HEAD.match(bare) and len(bare[: subject.start()].split()) <= 25:
        return _with_verb(given, bare[: subject.start()].rstrip(" ,:")), bare[subject.end() :]
    subject = _ENGLISH_VERB.search(bare)
    if subject and bare[:1].isupper() and len(bare[: subject.start()].split()) <= 10:
        return bare[: subject.start()], bare[subject.end() :]
    if UNIT_HEAD.match(bare) and len(bare.split()) <= 20 and not bare.endswith("."):
        return _with_verb(given, bare), ""
    return None, ""


def _colon(text: str) -> tuple[str, bool, str]:
    """Split at the colon before the work; "Các sở: A, B: việc" has its own first."""
    split = _COLON.match(text)
    head, colon, rest = (split[1], ":", split[2]) if split else (text, "", "")
    if colon and _BODIES.fullmatch(head.strip()) and ":" in rest:
        more, _, work = rest.partition(":")
        if not _VERB.search(f" {more.lower()} "):
            head, rest = f"{head}:{more}", work
    return head.strip(), bool(colon), rest.strip()


def _with_verb(given: re.Match[str] | None, head: str) -> str:
    """ "Đề nghị" stays in front, to be read as the role."""
    return f"@{given['verb']} {head}" if given and "nghị" in given["verb"].lower() else head


def _named(head: str, source: Source) -> Unit:
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
        tail = _ROLE_TAIL.search(head)
        role = clean(tail[1]) if tail else role
    return Unit(head, role, source)


def _is_aside(child: Node) -> bool:
    """A labelled line or a heading about money, whom to ask and the like; "- Lập dự toán kinh phí" is a task."""
    return bool(child.about & _ASIDE) and bool(child.value or child.children)


def _lines(node: Node) -> Iterator[Job]:
    """One task a line; a line that ends with a colon only introduces those under it."""
    ended = _remarks_behind(node)
    for child in node.children:
        if child.kind in ("close", "row", "block") or _is_aside(child) or child in ended:
            continue
        if _CLOSING.match(child.text) or _closes(child):
            continue
        if not (child.children and child.text.rstrip().endswith(":")):
            yield Job(child.text, child.source)
        yield from _lines(child)


def _remarks_behind(unit: Node) -> list[Node]:
    """Paragraphs without a mark behind the marked tasks of the last unit: they speak of the whole paper."""
    siblings = unit.parent.children if unit.parent else []
    numbered = [child for child in siblings if child.kind == unit.kind]
    if unit.kind not in ("arabic", "arabic2", "letter") or not numbered or numbered[-1] is not unit:
        return []
    marked = [child.kind != "text" for child in unit.children]
    last = len(marked) - marked[::-1].index(True) if any(marked) else len(marked)
    return unit.children[last:]


def _from_row(row: Node) -> Iterator[Unit]:
    """A row of a table of tasks: the lead unit, the work, who helps, until when."""
    cells = dict(zip(row.para.roles, row.para.cells, strict=False))
    lead = clean((cells.get("lead") or cells.get("who") or "").replace("\n", ", "))
    content = clean((cells.get("content") or "").replace("\n", " "))
    if not lead or not content or find_clocks(cells.get("time", "")):
        return
    support, due = cells.get("support", "").strip(), clean(cells.get("deadline") or cells.get("time") or "")
    helpers = tuple(clean(part) for part in _NEXT_HELPER.split(support) if len(clean(part)) > 2)
    yield Unit(lead, "chủ trì" if "lead" in cells else None, row.source, [Job(content, row.source, due, helpers)])


_REPORTS = re.compile(
    rf"^(?P<who>[{CAPITALS}][^.;:]{{2,90}}?)\s+"
    r"(?=(?:triển khai|báo cáo|gửi|thực hiện|tổng hợp|định kỳ|có trách nhiệm)\b)"
)


def _reporting(node: Node) -> Iterator[Unit]:
    """Under "Chế độ báo cáo": whoever has to report by a stated time."""
    lines = [(node.value, node.source)] if node.value else []
    lines += [(child.text, child.source) for child in node.walk()]
    for text, source in lines:
        who = _REPORTS.match(text)
        if who and has_deadline(text):
            yield Unit(clean(who["who"]), clean(node.label).lower(), source, [Job(text, source)])
