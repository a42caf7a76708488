"""Who has an item of the programme in hand, told with its words: "Tham luận: đ/c Hoa", "Báo cáo (ông Tô)"."""

import re
from itertools import takewhile

from documents.plan.agenda_blocks import A_GROUP, GROUP
from documents.plan.agenda_places import GROUPS_PLACED
from documents.plan.agenda_sentences import sentences_of
from documents.plan.agenda_who import LABELLED, by_name, is_who, names_someone, responsible_in, runs_it
from documents.plan.grounds import GOES_TO
from documents.plan.halls import is_hall
from documents.plan.words import clean
from domain.dates import find_clocks
from domain.vietnamese import CAPITALS

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*[.;]?\s*$")
_BY = re.compile(
    r"\s+do\s+(?P<who>.+?)\s*(?:(?:trình bày|hướng dẫn|giảng|thuyết minh|thực hiện|chủ trì|điều hành|đảm nhiệm"
    r"|phụ trách|đọc|báo cáo|phát biểu)\b.*)?$"
)
_OF = re.compile(
    r"^(?:phát biểu|diễn văn|ý kiến|bài phát biểu|đáp từ)[^,;]*?\s+của\s+(?:đồng chí\s+|ông\s+"
    rf"|bà\s+)?(?P<who>[{CAPITALS}].+)$",
    re.IGNORECASE,
)
_TAIL_WHO = re.compile(r"\s+[–—-]\s+(?P<who>[^–—]{2,80})$")
_TAIL_LABEL = re.compile(
    r"(?:[.;,–-]|[?!]?[”\"]|[?!])\s*"
    r"(?:(?:người |đơn vị )?(?:chủ trì|điều hành|trình bày|phụ trách|thực hiện|hướng dẫn)|chủ tọa|chủ toạ"
    r"|(?:giám khảo|trọng tài) trưởng|trưởng ban giám khảo|hướng dẫn viên"
    r"|giảng viên|báo cáo viên|diễn giả|dẫn chương trình|mc|chair|speaker|moderator|presenter)\s*:\s*(?P<who>.+)$",
    re.IGNORECASE,
)
_TAIL_COLON = re.compile(
    r":\s+(?P<who>(?:(?:đ/c|đồng chí|ông|bà|thầy|cô|anh|chị|em|chú|bác|cháu)\s(?:[^\W\d_]+\s?){1,7}"
    r"|ban tổ chức|btc|đoàn chủ tịch|ban thư ký"
    r"|(?:(?:phó|quyền)\s)?(?:hiệu trưởng|hiệu phó|chủ tịch|(?:tổng )?giám đốc|bí thư|chánh văn phòng"
    r"|(?:cục|vụ|viện|chi cục|hạt|trạm|tổ) trưởng|trưởng (?:ban|phòng|khoa|đoàn|thôn|bộ phận))(?:\s[^\W\d_]+){0,8})"
    r"(?:\s?[,(–-][^:;]{2,60})?)$",
    re.IGNORECASE,
)
"""Who has an item in hand behind its colon: "Thông qua quy chế: đ/c Kha"."""
_NOT_WHO = re.compile(
    r"nếu có|dự kiến|(?<!\d)\d{1,4}\s*(?:phút|đơn vị|người|tham luận|ý kiến|’|')|tiết mục|phụ lục|kèm", re.IGNORECASE
)


def who_in(title: str) -> tuple[str, str | None]:
    """The responsible person or body taken off the title's end, where it is one."""
    if GROUPS_PLACED.search(title):
        return title, None
    spoken = _SPOKEN_BY.match(title)
    if spoken and is_who(spoken["who"]):
        return clean(spoken["title"]), responsible_in(spoken["who"])
    if led := _LED_BY.search(title):
        return clean(title[: led.start()]), responsible_in(led["who"])
    tails = (tail for dash in _DASH.finditer(title) if (tail := _TAIL_WHO.match(title, dash.start())))
    if labelled := _labelled(title):
        return labelled
    for found in (*tails, _BY.search(title), _TAIL_COLON.search(title)):
        if found and found["who"].count("(") >= found["who"].count(")") and _names_doer(title, found):
            return clean(title[: found.start()]), responsible_in(found["who"])
    bracketed = _BRACKETS.search(title)
    if bracketed and _in_hand(title[: bracketed.start()], bracketed[1]):
        return clean(title[: bracketed.start()]), responsible_in(bracketed[1])
    beside = _PERSON_BESIDE.search(title)
    if beside and not _PERSON.search(title, 0, beside.start()):
        return clean(title[: beside.start()]), responsible_in(beside["who"])
    if runs_it(title) and (told := _runs_beside(title)):
        return told
    of = _OF.match(title)
    if of and is_who(of["who"]):
        return title, clean(_NEXT_DEED.split(of["who"], 1)[0])
    return title, None


def _labelled(title: str) -> tuple[str, str | None] | None:
    """The item and who has it in hand by a label behind it; a sentence behind that speaks of the item again."""
    found = _TAIL_LABEL.search(title)
    if found is None or found["who"].count("(") < found["who"].count(")"):
        return None
    told = sentences_of(found["who"])
    staff = [told[0], *takewhile(_STAFF.match, told[1:])]
    behind = [sentence for sentence in told[len(staff) :] if len(sentence.split()) > _LEADS_ON]
    item = " ".join([f"{clean(title[: found.start()])}.", *behind]) if behind else title[: found.start()]
    return clean(item), responsible_in("; ".join(clean(one) for one in staff))


_STAFF = re.compile(
    r"(?:đồng )?(?:chủ trì|chủ t(?:ọa|oạ)|thư ký|điều phối|phản biện|mc|diễn giả|khách mời|(?:co-?)?chairs?|speakers?"
    r"|moderators?|panell?ists?|discussants?|secretary)\s*:",
    re.IGNORECASE,
)
"""More of those that run an item, each by a label: "Thư ký: CN. Na"."""
_LEADS_ON = 4
"""Words that only lead to what stands below have at most: "Các tham luận"."""


def _is_group_with_topic(text: str) -> bool:
    group = GROUP.match(text)
    return group is not None and text[group.end() :].lstrip().startswith(":")


_NEXT_GROUP = re.compile(rf";\s+{A_GROUP}\s\S", re.IGNORECASE)
"""Groups told one by one, each with its own place and head."""
_CHOOSES = re.compile(r"(?:bầu|ra mắt|giới thiệu|công bố|thành phần|khách mời|mời)\b", re.IGNORECASE)
"""What is done for those that stand behind the colon, and not by them."""
_BY_ITSELF = re.compile(r"^do\s+")
_DASH = re.compile(r"\s+[–—-]\s")


def _names_doer(title: str, found: re.Match[str]) -> bool:
    """Whether what stands behind an item is who does it; of "BS A - Giám đốc phát biểu khai mạc" the whole is the item.

    So it is of "Tọa đàm – Nhóm A: Bán hàng". A bracket goes on behind its dash: "(Đ/c Hoa – Phó Chủ tịch)".
    """
    if found.re is _TAIL_COLON:  # "Tham luận: đ/c Hoa trình bày …"; "Nhóm 2: đ/c Kha" is a group with its head
        part = _A_PART.match(title) or _CHOOSES.match(title)
        return is_who(found["who"]) and not (SPEAKS_ON.search(found["who"]) or part)
    if found.re is _BY:
        return is_who(found["who"]) or runs_it(found["who"])
    if _NEXT_GROUP.search(title) or _speaks_himself(title, found) or _is_group_with_topic(found["who"]):
        return False
    who = _BY_ITSELF.sub("", found["who"])
    return is_who(who) or _by_name(title[: found.start()], who) or (who != found["who"] and runs_it(who))


def _in_hand(item: str, inside: str) -> bool:
    """Whether the brackets behind an item hold who has it in hand: "(ông Tô)", "(Lò Văn Pánh)", and no room."""
    if is_hall(inside) or _NOT_WHO.search(inside) or find_clocks(inside) or _OF_ANOTHER.search(item):
        return False
    return is_who(LABELLED.sub("", inside)) or _by_name(item, inside) or runs_it(inside)


_OF_ANOTHER = re.compile(
    rf"\b(?:ông|bà|cô|thầy|anh|chị|đ/c|đồng chí)(?:\s[{CAPITALS}]\w*){{1,4}}\s*$|\([^()]*:[^()]*\).*;", re.IGNORECASE
)
"""Ends with somebody of whom the brackets tell more, or tells of several parts with their people in brackets."""


def _runs_beside(title: str) -> tuple[str, str | None] | None:
    """The item and who runs it behind a comma: "Đêm hội xòe, Đoàn Nghệ thuật tỉnh dàn dựng"."""
    for comma in _COMMA.finditer(title):
        who = title[comma.end() :]
        if not _BRACKET.search(who) and (is_who(who) or by_name(who)):
            return clean(title[: comma.start()]), responsible_in(who)
    return None


_COMMA = re.compile(r",\s+")
_BRACKET = re.compile(r"[()]")


def _by_name(item: str, behind: str) -> bool:
    return by_name(behind) and not GOES_TO.search(item)


_SPOKEN_BY = re.compile(
    r"(?P<title>(?:(?:trình bày |thông qua |tóm tắt |đọc )?(?:dự thảo )?báo cáo|phát biểu|diễn văn|tham luận|khai mạc"
    r"|bế mạc|đáp từ|kết luận|tổng kết|chuyên đề|keynote|plenary|invited|opening|closing|welcome|talk|lecture)\b[^:]*?)"
    r"\s*:\s+(?P<who>(?:đ/c|đồng chí|ông|bà|thầy|cô|anh|chị|em|chú|bác|cháu"
    r"|(?:PGS|GS|TSKH|TS|ThS|BS|Prof|Dr|Mr|Ms|Mrs)\b\.?(?:,? ?TS\b\.?)?)"
    rf"\s*(?-i:[{CAPITALS}])[^:;]{{2,100}})$",
    re.IGNORECASE,
)
"""Who gives a report or a speech, behind its colon: "Báo cáo tài chính: đ/c An – Kế toán trưởng"."""
_LED_BY = re.compile(
    r",?\s+(?:moderated|chaired|presented|given|delivered|led|hosted|facilitated)\s+by\s+"
    rf"(?P<who>(?-i:[{CAPITALS}])[^;]{{2,80}})$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:đồng chí|đ/c|ông|bà)\s", re.IGNORECASE)
_PERSON_BESIDE = re.compile(rf",\s+(?P<who>(?:đồng chí|đ/c|ông|bà)\s+[{CAPITALS}][^;]{{2,80}})$")
"""Who has an item in hand behind a comma: "Diễn văn khai mạc, đồng chí Chủ tịch Hội"."""
_NEXT_DEED = re.compile(r"[,;]\s+(?:và\s+)?(?=(?:trao|tặng|công bố|ký|khen|phát|chúc|giao|nhận|kết luận|bế mạc)\b)")


def _speaks_himself(title: str, found: re.Match[str]) -> bool:
    return SPEAKS_ON.search(found["who"]) is not None and names_someone(clean(title[: found.start()]))


_A_PART = re.compile(r"(?:nhóm|tổ|đội|lớp|khối|tiểu ban|phân ban|đoàn|bảng|cụm)\s", re.IGNORECASE)
SPEAKS_ON = re.compile(r"\s(?:phát biểu|báo cáo|trình bày|khai mạc|bế mạc|đọc|công bố|trao)\s+\S", re.IGNORECASE)
