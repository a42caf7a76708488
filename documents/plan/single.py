"""Single fields in the text: form, chair, purpose; title and issuer where no frame states them."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from documents.plan.agenda_items import clock_first
from documents.plan.agenda_sessions import is_session
from documents.plan.level_names import NAMES_NO_ACTIVITY
from documents.plan.outline import Node
from documents.plan.sections import about, inside, opening, region
from documents.plan.whens import first_sentence
from documents.plan.words import (
    AGENDA,
    CHAIR,
    FORM,
    HOST,
    MILESTONES,
    ORG_HEAD,
    PEOPLE,
    PURPOSE,
    TIME,
    TITLE,
    WORK,
    clean,
    is_caps,
    split_outside,
)
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.plan import Sourced
from domain.vietnamese import CAPITALS, fold, search_key, words

_CHAIRS = re.compile(
    r"(?P<who>[^:;()]{4,120}?)(?:,|\s*[-–:]|\s*\()\s*(?:đồng\s+)?chủ trì"
    r"(?:\s+(?:hội nghị|hội thảo|cuộc họp|đại hội))?\)?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«].{5,150}[\"”»]")  # the event's subject on the line below its kind
_FORM = re.compile(r"trực tiếp (?:kết hợp|và) trực tuyến|trực tuyến", re.IGNORECASE)
_EVENT = (
    r"(?:Hội nghị|Hội thảo|Đại hội|Tọa đàm|Toạ đàm|Diễn đàn|Lễ|Hội thi|Hội diễn|Ngày hội|Lớp|Cuộc họp"
    r"|Tập huấn|Chương trình|Lễ hội|Ra mắt|Giao lưu|Triển lãm|Cuộc thi|Talkshow|Webinar|Festival"
    r"|Conference|Workshop|Seminar|Symposium|Summit|Forum|Congress|Hackathon)"
)
_ISSUES = re.compile(
    r"(?P<who>[^.;:]{3,160}?)\s*(?:\((?:sau đây|gọi tắt)[^)]*\)\s*)?"
    r"(?:,\s*)?(?:ban hành|xây dựng|lập|thông báo|triển khai)\s+(?:Kế hoạch|kế hoạch|Chương trình|KẾ HOẠCH|Thể lệ)"
)
_BODIES = (
    r"(?:Ủy ban|Uỷ ban|UBND|Sở|Bộ|Cục|Vụ|Ban|Trường|Viện|Hội đồng|Liên đoàn|Công ty|Tập đoàn|Trung tâm|Đoàn|Hiệp hội"
    r"|Khoa|Học viện|Phòng(?! họp| số)|Văn phòng|Bệnh viện|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Chi bộ|Tỉnh đoàn"
    r"|Huyện đoàn|Thành đoàn|Ngân hàng|Công đoàn|Câu lạc bộ|Hợp tác xã|Chi cục|Chi nhánh|Tổng công ty"
    r"|Hội(?! nghị| thảo| thi| trại))"
)
_BEHIND_A_REASON = re.compile(  # "Thực hiện Kế hoạch số 5 của UBND huyện, Phòng Nội vụ …"
    rf"(?:Thực hiện|Căn cứ|Theo|Thi hành|Triển khai|Tiếp tục|Nhằm|Để|Được sự|Hưởng ứng|Chào mừng|Trên cơ sở|Xét)\s"
    rf".*[,;]\s+(?=(?:BCH|BTV|BCĐ|BTC|{_BODIES})\s)",
    re.DOTALL,
)
_INVITES = re.compile(  # "Hội Tim mạch trân trọng kính mời …"
    rf"(?:^|[,;.]\s*)(?P<who>{_BODIES}[^.;:]{{2,120}}?),?\s+(?:trân trọng|kính|xin)\s+(?:trân trọng\s+)?"
    r"(?:(?:kính )?mời|thông báo|kính gửi)"
    rf"|^(?P<tells>{_BODIES}[^.;:]{{2,120}}?),?\s+thông báo(?:\s+(?:đến|tới|về|việc|như)\b|\s*:)"
)
_HOLDS_ENGLISH = re.compile(  # "The Asia Coastal Network will hold a regional workshop"
    r"(?:^|[.,]\s+)(?:The\s+)?(?P<who>(?!The\b|We\b|You\b)[A-Z][\w&'’-]*(?:\s+(?:of|and|for|the|in|on|[A-Z&][\w&'’-]*)){1,9}?)\s+"
    r"(?:will (?:hold|host|organi[sz]e|convene)|(?:is|are) (?:organi[sz]ing|hosting|holding|convening)"
    r"|(?:cordially |warmly )?invites?\b|(?:has|have) the (?:honou?r|pleasure)|(?:is|are) pleased to)"
)
_BY = re.compile(
    rf"\(?Do (?P<who>{_BODIES}[^.;:()]{{2,120}}?)(?: phối hợp [^.;:()]+)? (?:đăng cai )?tổ chức\)?\.?"
    r"|(?i:(?:jointly )?(?:hosted|organi[sz]ed|convened) by)\s+(?:the\s+)?(?P<host>[A-Z][^.;:()|]{3,90}?)"
    r"(?:\s+(?:in (?:partnership|cooperation|collaboration)|together|jointly|with|and the)\s.*)?\.?"
)
_HOLDS = re.compile(
    rf"(?:^|[,;.]\s*)(?P<who>{_BODIES}[^.;:]{{2,140}}?)"
    rf"(?:\s+phối hợp(?:\s+với)?\s+[^.;:]{{3,120}}?)?\s+(?:đã\s+)?tổ chức\s+(?P<event>(?i:{_EVENT})[^.;]*)"
)
_HELD_BY = re.compile(  # "Hội thảo … do Viện X phối hợp với Trường Y tổ chức"
    rf"(?P<event>{_EVENT}[^;:]{{0,160}}?)\s+do\s+"
    rf"(?P<who>{_BODIES}[^.;:]{{2,140}}?)"
    r"(?:,?\s+(?:đồng )?phối hợp(?:\s+(?:với|cùng))?\s+[^.;:]{3,120}?)?\s+(?:đăng cai\s+)?tổ chức\b"
)
_HOST_OFFICE = re.compile(rf"^(?:Cụm trưởng|Giám đốc|Hiệu trưởng|Chủ tịch|Trưởng ban|Thủ trưởng)\s+(?=[{CAPITALS}])")


def stated(root: Node, matter: str) -> Sourced[str] | None:
    """The words behind a label such as "Hình thức:" or "Chủ trì:"; for a heading, its first line."""
    for node in about(root, matter):
        if inside(node, WORK) or inside(node, AGENDA) or (len(node.about) > 1 and not node.value):
            continue
        if (
            _of_activity(node)
            or _of_item(node)
            or (not node.value and any(matter in child.about for child in node.children))
        ):
            continue
        text = node.value or next((child.text for child in node.children if not child.about), "")
        if text and clean(text):
            return Sourced(clean(first_sentence(text)), node.source, 0.9)
    return None


def _of_activity(node: Node) -> bool:
    """Whether it speaks of one numbered activity with a time of its own, not of the whole."""
    parent = node.parent
    if parent is None or parent.about or parent.kind in ("root", "roman", "part", "caps"):
        return False
    if NAMES_NO_ACTIVITY.match(parent.text):
        return False
    return any(TIME in child.about and child.value for child in parent.children)


def _of_item(node: Node) -> bool:
    """Whether it stands under a session of the programme or behind one of its timed lines, and speaks of that."""
    parent = node.parent
    if parent is None:
        return False
    at = next(index for index, child in enumerate(parent.children) if child is node)
    above = [*parent.children[max(0, at - 2) : at], parent]
    return any(clock_first(line.text) or is_session(line) for line in above)


def form_of(root: Node, title: Sourced[str] | None) -> Sourced[str] | None:
    """How it is held: by a heading of its own, else in a word of the title ("Hội nghị trực tuyến …")."""
    named = _FORM.search(title.value) if title else None
    return stated(root, FORM) or (Sourced(named.group(), title.source, 0.7) if named and title else None)


def chair_of(root: Node) -> Sourced[str] | None:
    """Who is in the chair: by a heading of its own, else by a line of the participants that says so."""
    return stated(root, CHAIR) or next(_chairing(root), None)


def _chairing(root: Node) -> Iterator[Sourced[str]]:
    for node in about(root, PEOPLE):
        for line in node.walk():
            found = _CHAIRS.fullmatch(clean(line.text))
            labelled = _CHAIR_LABEL.fullmatch(line.label.strip())
            who = line.value if labelled else found["who"] if found else ""
            if who and not inside(line, WORK):
                yield Sourced(clean(re.sub(r"^(?:đồng chí|đ/c)\s+", "", who, flags=re.IGNORECASE)), line.source, 0.8)


_CHAIR_LABEL = re.compile(
    r"(?:đồng )?chủ (?:trì|tọa|toạ)(?: (?:hội nghị|hội thảo|đại hội|buổi lễ|lễ|cuộc họp|phiên họp|tọa đàm))?",
    re.IGNORECASE,
)


def purpose_of(root: Node) -> tuple[Sourced[str], ...]:
    """What it is for, item by item; a reference to another plan is none."""
    found: list[Sourced[str]] = []
    for node in about(root, PURPOSE):
        if any(PURPOSE in child.about for child in node.children):
            continue
        lines = [line for line in node.walk() if line is not node and not (line.about or line.text.startswith("(như"))]
        found.extend(Sourced(clean(line.text), line.source, 0.9) for line in lines)
        if node.value:
            found.append(Sourced(clean(node.value), node.source, 0.9))
    return tuple(found)


# --- title and issuer without a frame ------------------------------------------------------------------------------


def issuer_in_text(root: Node) -> Sourced[str] | None:
    """Who "ban hành kế hoạch" or "tổ chức Hội nghị …" by the preamble."""
    for node in opening(root):
        found = _ISSUES.search(node.text)
        if found:
            return Sourced(_body(found["who"]), node.source, 0.75)
    named = _holding(root)
    if named is not None:
        return Sourced(named[0], named[2], 0.7)
    host = stated(root, HOST)
    if host is not None:
        return Sourced(_body(split_outside(host.value)[0]), host.source, 0.7)
    nodes = (*opening(root), *about(root, PEOPLE))
    ways = (_INVITES.search, _HOLDS_ENGLISH.search, _BY.fullmatch)
    inviting = ((found, node) for node in nodes for way in ways if (found := way(node.text)))
    who = ((next(filter(None, found.groups())), node) for found, node in inviting)
    return next((Sourced(_body(body), node.source, 0.7) for body, node in who), None)


def issuer_on_top(root: Node) -> Sourced[str] | None:
    """The body alone in capitals on top of a page that invites: "UBND TỈNH BÌNH LÂM" above "HỘI NGHỊ"."""
    top = [*islice(root.walk(), 2)]
    if (
        len(top) < 2
        or not ((is_caps(top[0].text) and ORG_HEAD.match(top[0].text)) or _ENGLISH_BODY.fullmatch(top[0].text))
        or len(top[0].text.split()) > _LONGEST_BODY
    ):
        return None
    english = _ENGLISH_BODY.fullmatch(top[0].text) and re.search(_EVENT, top[1].text)
    event = english or (is_caps(top[1].text) and re.match(_EVENT, top[1].text, re.IGNORECASE))
    invites = re.search(r"kính mời$", top[1].text, re.IGNORECASE)
    return Sourced(clean(top[0].text), top[0].source, 0.7) if event or invites else None


_ENGLISH_BODY = re.compile(
    r"(?:[A-Z][\w&'’-]*\s+(?:(?:of|and|for|the)\s+)*){1,8}(?:Association|Centre|Center|Institute|University|Ministry"
    r"|Department|Committee|Council|Union|Society|Federation|Agency|Academy|Company|Corporation|Network|Foundation|Group)"
)
_LONGEST_BODY = 14  # words


def _body(who: str) -> str:
    """The issuing body without the clause before it and without the office that signs for it."""
    who = re.split(r"\s+(?:(?:đồng )?phối hợp|trân trọng|thông báo việc)\s", who)[0]
    who = _BEHIND_A_REASON.sub("", who.strip(), count=1)
    last = re.split(rf"[,]\s+(?=[{CAPITALS}])", who.strip())[-1] if len(who) > 90 else who.strip()
    return clean(_HOST_OFFICE.sub("", last))


_FOLLOWS = re.compile(
    r",?\s*(?:(?:với |có )?(?:các )?nội dung\s+)?(?:cụ thể\s+)?như sau\s*:?.*$|,\s*cụ thể\s*:?$", re.DOTALL
)


def _holding(root: Node) -> tuple[str, str, Source] | None:
    """Body, event and source of "X phối hợp với Y tổ chức Hội thảo …"; the last one named before the first heading."""
    found: tuple[str, str, Source] | None = None
    for node in opening(root):
        for match in (*_HELD_BY.finditer(node.text), *_HOLDS.finditer(node.text)):
            found = _body(match["who"]), clean(_FOLLOWS.sub("", match["event"])), node.source
    return found


def title_in_text(root: Node) -> Sourced[str] | None:
    """The event's name where no type line states it: by its label, a heading near the top, or the fuller sentence."""
    if labelled := next((node for node in about(root, TITLE) if node.value), None):
        return Sourced(clean(labelled.value), labelled.source, 0.85)
    nodes = list(root.walk())[:13]
    at = next((index for index, node in enumerate(nodes[:12]) if _is_event_heading(node, nodes[index + 1 :])), None)
    held = _holding(root)
    if held is not None and (at is None or _says_more(held[1], nodes[at].text)):
        return Sourced(held[1], held[2], 0.7)
    if at is None:
        return next(
            (
                Sourced(clean(come["named"] or come["event"]), n.source, 0.7)
                for n in nodes
                if (come := _COME_TO.search(n.text))
            ),
            None,
        )
    heading, below = nodes[at], nodes[at + 1 :]
    if is_caps(heading.text):
        more = [node.text for node in takewhile(_goes_on, below[:_MOST_LINES])]
        named = [text for text in more if not _QUOTED.fullmatch(text)]
        more = named if len(" ".join([heading.text, *named]).split()) > _FULL_NAME else more
    else:
        more = [node.text for node in below[:1] if _QUOTED.fullmatch(node.text)]
    return Sourced(clean(" ".join([heading.text, *more])), heading.source, 0.75)


_COME_TO = re.compile(
    r"(?:invites?|invited) you to (?:attend |join |participate in )?(?:the |our )?(?P<named>[A-Z][^.;:]{5,160})|"
    rf"(?:(?:tới|đến|tham|về)|mời\s[^.;:]{{3,60}}?) dự\s*:?\s+(?P<event>(?i:{_EVENT}|(?:cuộc |buổi )?họp|gặp mặt)\s"
    r"[^.;:]{5,200}?)(?=\s+(?:vào|lúc|hồi|tại|từ)\s|[.;:]|$)",
    re.IGNORECASE,
)
"""What an invitation asks its guests to: "Tới dự Hội thảo chuyển đổi số"."""
_MOST_LINES = 4
_FULL_NAME = 6  # words


def _says_more(sentence: str, heading: str) -> bool:
    """Whether the sentence holds the heading's words and the heading is no full name by itself."""
    return len(heading.split()) <= _FULL_NAME and set(words(heading)) <= set(words(sentence))


def _goes_on(node: Node) -> bool:
    """Whether a line under a name in capitals is part of it: capitals without a time, "(1996 - 2026)", quoted words."""
    text = node.text
    named = is_caps(text) or _QUOTED.fullmatch(text) is not None or re.fullmatch(r"\([\d\s–-]+\)", text) is not None
    return named and not node.about and not find_dates(text) and not find_clocks(text)


def _is_event_heading(node: Node, below: list[Node]) -> bool:
    text = node.text
    event = re.search(_EVENT, text, re.IGNORECASE)
    named = event is not None and (event.start() == 0 or fold(event.group()) != "chuong trinh")
    bare = search_key(text) in {"chuong trinh", "programme", "program", "agenda", "noi dung chuong trinh"}
    told = len(text.split()) >= 3 or (is_caps(text) and bool(below) and is_caps(below[0].text))
    return (
        named
        and told
        and not bare
        and not node.about
        and node.kind != "row"
        and (not text[:1].isdigit() or _ORDINAL.match(text) is not None)
        and MILESTONES not in region(node)
        and len(text) <= 200
        and not text.endswith((".", ";", ":"))
    )


_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\s")
_KIND_ALONE = re.compile(rf"(?:tổ chức\s+)?{_EVENT}(?:\s+khoa học)?(?:\s+quốc (?:gia|tế))?", re.IGNORECASE)


def with_name(title: Sourced[str], root: Node) -> Sourced[str]:
    """The title with the event's name, where it only says its kind: "HỘI THẢO KHOA HỌC" above "Tên hội thảo: …"."""
    named = next((node for node in about(root, TITLE) if node.value), None)
    if named is None or not _KIND_ALONE.fullmatch(title.value):
        return title
    source = Source(title.source.quote, title.source.first, named.source.last)
    return Sourced(f"{title.value} {clean(named.value)}", source, title.confidence)
