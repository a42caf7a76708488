"""The vocabulary of Vietnamese office papers: what a line looks like and which matter a heading is about."""

import re
from functools import lru_cache

from domain.vietnamese import CAPITALS, fold
from domain.vietnamese import squeeze as squeeze

ATTACHED = re.compile(r"\(?\s*(?:Ban hành\s+)?[Kk]èm theo\s")
"""Names the paper that an appendix belongs to ("(Kèm theo Kế hoạch số …)"); the date in it is that paper's."""
CONNECTOR_END = re.compile(
    r"(?:\b(?:và|của|các|về|cho|với|tại|theo|trong|do|là|đến|từ|cùng|những|(?<!trực )thuộc|ngày|tháng|năm|số|gồm"
    r"|hoặc|bằng|the|of|and|for|in|at|by|on|from|to|with|before|after|until)"
    r"|[-–,(])\s*$"
)

OFFICE_LINE = re.compile(
    rf"(?:TM|KT|TL|TUQ|TH|Q|T/M|K/T|T/L)\s*[./]\s*[{CAPITALS}]{{2,}}|(?:TM|KT|TL|TUQ|T/M|K/T|T/L|FOR)\s+[{CAPITALS}]{{2,}}"
    r"|(?:PHÓ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|BÍ THƯ"
    r"|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG"
    r"|VỤ TRƯỞNG|VIỆN TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG KHOA|CHỦ NHIỆM|TỔNG THƯ KÝ|CHỦ TỊCH HỘI ĐỒNG"
    r"|TRƯỞNG ĐOÀN|TỔNG BIÊN TẬP)\b"
    r"|(?:VICE |DEPUTY |ACTING )?(?:DIRECTOR|RECTOR|PRESIDENT|CHAIR(?:MAN|WOMAN|PERSON)|SECRETARY|PRINCIPAL|DEAN)\b"
)

LEFT_AS_IT_WAS = re.compile(
    r"(?:các |những )?(?:nội dung|thành phần|nhiệm vụ|phần|quy định) (?:khác|còn lại)[^:;]{0,40}"
    r"(?:không (?:điều chỉnh|thay đổi)|giữ nguyên|(?:tiếp tục )?thực hiện theo)",
    re.IGNORECASE,
)
"""How a paper that amends another leaves the rest alone."""

TO_ALL = re.compile(
    rf"\s*(?:{LEFT_AS_IT_WAS.pattern}|(?:Yêu cầu|Đề nghị) (?:các|toàn thể) (?:cơ quan|đơn vị|đồng chí|phòng|ban|sở)\b"
    r"|Trong quá trình (?:thực hiện|triển khai|tổ chức)\b)",
    re.IGNORECASE,
)
"""Sentences behind the last unit, that give nobody work of its own."""

_HEADS = (
    "ban|bộ|cục|vụ|sở|phòng|văn phòng|trung tâm|viện|khoa|tổ(?! chức)|nhóm|tiểu ban|ubnd|hđnd|ubmttq|mttq|ủy ban"
    "|uỷ ban|hội đồng|đảng ủy|đảng uỷ"
    "|đảng bộ|(?:tỉnh|huyện|thành|thị|quận|xã|phường) đoàn"
    "|huyện ủy|tỉnh ủy|thành ủy|thị ủy|quận ủy|công an|đoàn|hội(?! nghị| thảo| trường| thi"
    "| diễn)|liên đoàn|công đoàn|công ty|tổng công ty|tập đoàn|chi nhánh"
    "|xưởng|phân xưởng|trường|bảo hiểm|kho bạc|ngân hàng|bệnh viện|trạm|đài|báo|chi cục|thanh tra|tòa án"
    "|viện kiểm sát|bộ chỉ huy"
    "|liên đội|liên chi đoàn|đồn (?:biên phòng|công an)"
    "|ban chỉ huy|đội|các|nhà trường|ban tổ chức|hiệp hội|câu lạc bộ|cụm|khối|học viện|đại học"
    "|nhà văn hóa|bưu điện|viễn thông"
    "|điện lực|chi bộ|chi hội|chi đoàn|giáo viên|hiệu trưởng|phó hiệu trưởng|giám đốc|trưởng|phó|đ/c"
    "|đồng chí|ông|bà|thầy|cô|thường trực"
    "|cơ quan|đơn vị|toàn thể|thành viên|liên minh|quỹ|tạp chí|cty|thủ trưởng|chủ tịch|bí thư|quân sự"
    "|mặt trận|kế toán|bộ phận|lãnh đạo"
)
UNIT_HEAD = re.compile(rf"(?:{_HEADS})(?!\w)", re.IGNORECASE)
VERB = re.compile(
    r"(?<!thường)(?<!Thường)(?<!THƯỜNG)\s(?=(?:chủ trì|đồng chủ trì|chịu trách nhiệm"
    r"|có trách nhiệm|phối hợp|tham mưu|bố trí|chuẩn bị"
    r"|bảo đảm|đảm bảo|ban hành|phát hành"
    r"|gửi|xây dựng|tổng hợp|đôn đốc|thẩm định|cử|mời|đón tiếp|trang trí|in ấn|báo cáo|triển khai|tổ chức"
    r"|phụ trách|thực hiện|hướng dẫn"
    r"|theo dõi|lập|là đầu mối|vận động|tuyên truyền|căn cứ|trực(?! thuộc| tuyến| tiếp)|đăng ký|hỗ trợ"
    r"|quản lý|chỉ đạo|chủ động"
    r"|liên hệ|tiếp nhận|dự trù|làm|đưa tin|nộp|triệu tập|thông báo|kiểm tra|cung cấp|giới thiệu|đặt"
    r"|sắp xếp|đề xuất|đảm nhận|tiến hành|nhân bản|soạn(?: thảo)?|dự thảo|rà soát|thẩm tra|lắp đặt|phân luồng"
    r"|dàn dựng|thiết kế|biên (?:tập|soạn)|vận hành|huy động|lựa chọn|hoàn thiện|chỉnh trang|treo|cấp phát"
    r"|họp(?! báo)|góp ý|hoàn thành|tham gia|tham dự|viết|khảo sát|phân công|tạo điều kiện|quán triệt|nhắc nhở|bàn giao"
    r"|lo|cùng(?! cấp))(?:\s|,))"
)
"""Where the work begins behind a unit's name."""
ORG_HEAD = re.compile(
    r"(?:TỈNH ĐOÀN|HUYỆN ĐOÀN|THÀNH ĐOÀN|XÃ ĐOÀN|ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|SỞ|BỘ|CỤC|VỤ|BAN|TRƯỜNG"
    r"|PHÒNG|VĂN PHÒNG|TRUNG TÂM|VIỆN|KHOA"
    r"|ĐOÀN|HỘI(?! NGHỊ| THẢO| TRƯỜNG| THI| DIỄN| TRẠI)|LIÊN ĐOÀN|CÔNG TY"
    r"|TỔNG CÔNG TY|TẬP ĐOÀN|CÔNG ĐOÀN|CÔNG AN|ĐẢNG|HUYỆN ỦY|TỈNH ỦY|THÀNH ỦY|THỊ ỦY|QUẬN ỦY|HUYỆN UỶ"
    r"|TỈNH UỶ|CHI BỘ|BCH|BẢO HIỂM|HỌC VIỆN"
    r"|ĐẠI HỌC|BỆNH VIỆN|CHI CỤC|HIỆP HỘI|CỤM|KHỐI|TIỂU BAN|LIÊN HIỆP|LIÊN MINH|MẶT TRẬN|ỦY BAN MTTQ"
    r"|UBMTTQ|NGÂN HÀNG|TẠP CHÍ|THƯ VIỆN"
    r"|(?:[A-Z&'’-]+ ){0,6}(?:ASSOCIATION|CENTRE|CENTER|INSTITUTE|UNIVERSITY|MINISTRY|DEPARTMENT|COMMITTEE|COUNCIL"
    r"|POLICE|UNION|SOCIETY|FEDERATION|AGENCY|ACADEMY|COLLEGE|COMPANY|CORPORATION|HOSPITAL|LIBRARY|MUSEUM|NETWORK|SECRETARIAT))\b",
    re.IGNORECASE,
)
BODY_HEAD = re.compile(f"{UNIT_HEAD.pattern}|{ORG_HEAD.pattern}", re.IGNORECASE)
"""How a body is called, in a head or among those with work."""
PLACE_HEAD = re.compile(
    r"(?:TỈNH|HUYỆN|THÀNH PHỐ|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|TP\.?|ĐẶC KHU)\s(?!ỦY|UỶ|ĐOÀN)", re.IGNORECASE
)

PURPOSE, REQUIREMENT, TIME, PLACE, PEOPLE, COUNT = "purpose", "requirement", "time", "place", "people", "count"
AGENDA, CONTENT, FORM, CHAIR, BUDGET, WORK = "agenda", "content", "form", "chair", "budget", "work"
REPORT, CONTACT, LOGISTICS, RECIPIENTS, ACTIVITIES = "report", "contact", "logistics", "recipients", "activities"
REHEARSAL, TITLE, HOST, SIGN_UP, MILESTONES = "rehearsal", "title", "host", "sign up", "milestones"

_MEANINGS: tuple[tuple[str, str], ...] = (
    (RECIPIENTS, r"noi (?:nhan|gui)$"),
    (REPORT, r"che do (?:bao cao|thong tin)|thong tin,? bao cao|cong tac bao cao"),
    (
        WORK,
        r"to chuc thuc hien|^ai lam (?:viec )?gi|^cong viec cu the|^phan viec|^de nghi phoi hop"
        r"|^(?:cong tac )?chuan bi$|tien do (?:thuc hien|cong viec|trien khai)"
        r"|phan cong|nhiem vu cu the|(?<!chiu )(?<!co )trach nhiem|nhiem vu cua cac|implementation"
        r"|responsibilit|division of (?:work|labou?r)|assignments?\b"
        r"|^(?:organi[sz]ing )?tasks?(?: of|$)|who does what|^preparations?$",
    ),
    (PURPOSE, r"muc dich|muc tieu|y nghia|purpose|objective"),
    (REQUIREMENT, r"(?<!so )yeu cau|requirements"),
    (
        AGENDA,
        r"(?<!thong qua )(?<!dan )(?<!dieu khien )(?<!dieu hanh )"
        r"(?:chuong trinh(?! (?:van nghe|nghe thuat|hanh dong|muc tieu))|tien trinh|lich trinh"
        r"|trinh tu(?: (?:hoi nghi|dai hoi|buoi|le|phien|tien hanh|chuong trinh|noi dung)|$)"
        r"|thoi gian bieu|kich ban|^dien (?:bien|tien|trinh)|^hanh trinh(?: (?:chi tiet|cu the|tham quan|chuyen di))?$"
        r"|noi dung (?:phien|buoi|ngay)|\bprogramme?\b|\bagenda\b|\bschedule\b"
        r"|thoi khoa bieu"
        r"|lich (?:(?:cac )?hoat dong(?= nhu sau)|hoi (?:thi|thao|nghi)|dai hoi|le hoi|thi|tham quan|khao sat"
        r"|(?:dot|vong) \w|dien ra|to chuc|lam viec"
        r"|cu the|chi tiet|hoc|tap huan|trai|hoat dong|thi dau|bieu dien|sinh hoat))",
    ),
    (REHEARSAL, r"^(?:so duyet|tong duyet|chay thu|duyet chuong trinh|rehearsal)"),
    (
        TIME,
        r"^cac (?:dot|vong)(?: thi| dau)?$"
        r"|(?<!moc )thoi gian(?! (?:bieu|nop|nhan bai|nhan tom tat|gui bai|dang ky tham|phan hoi|hoan thanh))"
        r"|^ngay to chuc|^ngay,? gio\b|^khi nao|^luc nao|^thoi diem|^thoi luong"
        r"|(?<!important )(?<!key )\bdates?\b|\btime\b|^when\b",
    ),
    (
        PLACE,
        r"dia diem|^tai$|\bnoi (?:to chuc|hoc|hop)\b|(?:^|[,;] |khi nao va )o dau\b|\bvenue\b|\blocation\b"
        r"|^place\b|^(?:when and )?where\b",
    ),
    (
        COUNT,
        r"so luong|quy mo|tong so|so dai bieu|so nguoi|so khach|(?:khach|dai bieu)(?: moi)? du kien|(?:quan|si) so\b"
        r"|bao nhieu nguoi|^du kien (?:tham du|co mat)|expected (?:number|attendance)|number of participants"
        r"|^attendance|^how many|^number expected",
    ),
    (
        PEOPLE,
        r"(?<!diem cau )thanh phan|doi tuong|^dai bieu(?:$| va |, | \()|^hoc vien(?:$| \()"
        r"|^dai bieu (?:du|moi|tham gia)\b|phan bo dai bieu|co cau (?:dai bieu|thanh phan)"
        r"|khach moi|nguoi (?:tham du|tham gia|du hop|du hoi)|^du hop$|^tham du$"
        r"|dai bieu tham du|participants|delegates"
        r"|kinh moi$|^who (?:attends|(?:may|can|should|will) attend)|^ai (?:nen )?tham du|attendees|^guests"
        r"|^audience$|^who$",
    ),
    (FORM, r"hinh thuc|\bformat\b"),
    (CHAIR, r"^chu tri|^chu toa|^dong chu tri|^chaired|^chair\b"),
    (
        BUDGET,
        r"kinh phi|du toan|budget|^ngan sach|^tien nong|^chi phi|^(?:muc )?(?:le|hoi) phi"
        r"|^phi (?:tham (?:du|gia)|dang ky)"
        r"|^(?:muc )?dong gop$|^(?:bang )?gia ve|^ve vao cua$|^hoc phi|\bfees?$|^tickets?$|^pricing$",
    ),
    (
        CONTACT,
        r"lien he|^(?:ban )?lien lac|dau moi|contact"
        r"|^(?:ho tro(?: ky thuat| dai bieu)?|duong day nong|(?:general )?enquir(?:y|ies))$",
    ),
    (
        LOGISTICS,
        r"trang phuc|an nghi|an,? o|luu tru|phuong tien|di lai|hau can|cho do xe|gui xe|tai lieu|dress|meals"
        r"|parking|accommodation|^khach san(?: (?:goi y|de xuat|gan|doi tac|luu tru)\b.*)?$"
        r"|^(?:(?:recommended|partner|nearby|suggested|official|conference) )?hotels$"
        r"|^where to stay|^getting (?:there|here)|^xe dua don|^shuttle|^transport(?:ation)?$",
    ),
    (ACTIVITIES, r"cac hoat dong|noi dung hoat dong|activities"),
    (
        HOST,
        r"don vi (?:to chuc|dang cai)|co quan to chuc|^(?:don vi|co quan) chu tri$"
        r"|hosted by|organi[sz]ed by|organi[sz]ers?",
    ),
    (MILESTONES, r"(?:^|cac )moc (?:thoi gian|quan trong|thoi han|can (?:nho|luu y))|(?:important|key) dates"),
    (SIGN_UP, r"^(?:dang ky|cach dang ky|registration)(?: (?:tham (?:du|gia)|dai bieu))?$"),
    (TITLE, r"^ten (?:hoi nghi|hoi thao|goi)"),
    (CONTENT, r"noi dung|content"),
)
_COMPILED = tuple((meaning, re.compile(rf"\b(?:{pattern})")) for meaning, pattern in _MEANINGS)


_ASIDE = re.compile(r"(?<=\w) \([^()]*\)?")
"""What a heading adds in brackets names no matter: "Sunset Hotel (at the venue)"."""


@lru_cache(maxsize=4096)
def meanings(label: str) -> frozenset[str]:
    """What a heading is about; several matters may share one heading ("Thời gian, địa điểm")."""
    folded = squeeze(fold(label)).strip(" .:")
    named = _ASIDE.sub(" (", folded)
    found = {meaning for meaning, pattern in _COMPILED if pattern.search(named)}
    if found & {WORK, REPORT, RECIPIENTS}:
        return frozenset(found & {WORK, REPORT, RECIPIENTS})
    if AGENDA in found and REQUIREMENT not in found:
        found -= {TITLE}
    return frozenset(found)


def is_heading_word(text: str) -> bool:
    """Whether the words before the colon name a matter of a plan."""
    label = text.partition(":")[0]
    return len(label) <= 60 and bool(meanings(label))


def is_caps(text: str) -> bool:
    """Whether the letters are (nearly) all capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


class Seldom:
    """A pattern in letters of any case that few lines hold: looked for only where one of its signs stands."""

    def __init__(self, signs: tuple[str, ...], pattern: str) -> None:
        self._signs = signs
        self._pattern = re.compile(pattern, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        small = text.lower()
        return self._pattern.search(text) if any(sign in small for sign in self._signs) else None


_ABBREVIATED = re.compile(r"\b(?:v|v\.v|\.\.)\.$")  # "v.v."


def clean(text: str) -> str:
    """The words without the punctuation that ends a list item."""
    text = squeeze(text)
    while text and (
        text[-1] in ";,:" or text.endswith("./") or (text[-1] == "." and not _ABBREVIATED.search(text, len(text) - 5))
    ):
        text = text[:-1].rstrip() if not text.endswith("./") else text[:-2].rstrip()
    return text


def split_outside(text: str, separators: str = ";") -> tuple[str, ...]:
    """The parts between separators, brackets and quotes kept whole."""
    if not any(separator in text for separator in separators):
        return (text.strip(),) if text.strip(" .;") else ()
    parts, depth, quoted, start = [], 0, False, 0
    for sign in re.finditer(f'[][()“”"{separators}]', text):
        character, index = sign[0], sign.start()
        if character in "([“":
            depth += 1
        elif character in ")]”":
            depth = max(0, depth - 1)
        elif character == '"':
            quoted = not quoted
        elif character in separators and depth == 0 and not quoted:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return tuple(part.strip() for part in parts if part.strip(" .;"))
