"""What somebody asks to be given: a number to call, a link, a price, the number of a bed or a seat. Only it answers."""

import re
from collections.abc import Iterable
from dataclasses import replace

from domain.answers.asked import Asked
from domain.answers.asked_itself import NEAR_OTHERS
from domain.answers.conditions import leaves_case
from domain.answers.dealt_with import is_elsewhere
from domain.answers.keep import is_of_another
from domain.answers.measures import MINUTES, measure_asked
from domain.answers.money import SUM, TO_PAY
from domain.answers.nameless import only_counts
from domain.answers.own_lot import is_of_one
from domain.answers.payees import for_others, to_another
from domain.answers.values import Answer, DayPlan, Existence, PlanField, Practical, Quoted, SessionTimes, Unanswered
from domain.conference import Source
from domain.nested import texts_in


def gives(asked: Asked, answer: Answer) -> bool:
    """Whether the thing is there, where the question asks for the thing itself: that there is one is no answer."""
    if isinstance(answer, Unanswered):
        return True
    if any(lacks(asked, answer) for lacks in (is_of_one, only_counts, leaves_case, is_elsewhere, is_of_another)):
        return False
    if _SUBJECT.search(asked.u.key) and not any(map(_SUBJECT_TOLD.search, _said_of(answer))):
        return False
    near = () if isinstance(answer, DayPlan) else NEAR_OTHERS  # that nothing is on then tells that this is not
    wanted = [held for asks, held in (*_IN_ANY, *near) if asks.search(asked.u.key)]
    measure = measure_asked(asked.u)
    if measure is not None and measure is not MINUTES:
        wanted.append(measure.tells)
    if wanted and not all(any(map(held.search, _spoken(answer))) for held in wanted):
        return False
    if to_another(asked, _spoken(answer)) or for_others(asked, _spoken(answer)):
        return False
    match answer:
        case PlanField(field="contact"):
            said: tuple[str, ...] = (answer.value,)
        case Practical() | Quoted():
            said = answer.texts
        case _:
            return True
    wanted = [held for asks, held in _THE_THING_ITSELF if asks.search(asked.u.key)]
    return all(any(map(held.search, said)) for held in wanted)


def _said_of(answer: Answer) -> Iterable[str]:
    """What an answer says of the thing asked about: of items their titles, and nothing of the whole."""
    return (line.title for line in answer.lines) if isinstance(answer, SessionTimes) else _spoken(answer)


def _spoken(answer: Answer) -> Iterable[str]:
    """What an answer says itself: neither the words of the question that it repeats nor what it is filed under."""
    match answer:
        case Practical():
            return answer.texts
        case Existence():
            return texts_in(replace(answer, what=""), without=Source)
        case _:
            return texts_in(answer, without=Source)


_MEETS = (
    r"(?:hop|hoi nghi|hoi thao|dai hoi|phien|hoc|thao luan|to chuc|dien ra|tiec|an|giai lao|toa dam|thi|lam viec|truc)"
)
_WHICH = r"(?:so )?(?:may|bao nhieu)(?! (?:tien|mot|dong|nghin|k|gio|h|ngay|dem|nguoi)\b)"
_HOTEL = r"(?:khach san|nha khach|nha nghi|ky tuc xa|ktx)"
_BED = re.compile(
    rf"^(?!.*\b{_MEETS}\b).*(?:"
    r"\b(?:ngu|luu tru|nghi)(?: dem)?(?: o| tai)? phong (?:so )?(?:may|bao nhieu|nao)\b"
    rf"|\bphong (?:nghi|ngu|khach san)(?: \w+){{0,3}}? {_WHICH}\b"
    rf"|\bphong {_WHICH}\b.*\b{_HOTEL}\b|\b{_HOTEL}\b.*\bphong {_WHICH}\b"
    rf"|\b(?:toi|em|minh)(?: (?:duoc|se|xep|bo tri|nhan|o|vao))* phong {_WHICH}\b)"
)
_SEAT = re.compile(
    r"\bhang ghe (?:so |thu )?(?:nao|may)\b|\bghe so (?:nao|may|bao nhieu)\b"
    r"|\bghe (?:cua|doan|dai bieu)\b.*\b(?:khu|hang|day|lo|khoi) (?:nao|may)\b"
    r"|\bngoi\b.*\b(?:hang|day|ban|ghe)(?: ghe)?(?: so| thu)? (?:nao|may|bao nhieu)\b"
)
_PRICE = re.compile(
    r"(?<!tham )(?<!quoc )(?<!chuyen )(?<!danh )(?<!tang )(?<!nong )(?<!dau )(?<!giam )"
    r"\bgia (?:phong|thue|ve|tour|giuong|suat|com|gian hang|niem yet|tien|ca|bao nhieu|the nao|may)\b"
    r"|\b(?:quy|hoc phi|ngan sach)\b(?: \w+){0,5}? bao nhieu$"
    r"|\b(?:bao nhieu|may) (?:nghin|ngan|tram|trieu|ty)\b"
)
_CARRIED = re.compile(
    r"\b(?:phai|can|duoc|co the) (?:mang|dem|cam)(?: theo)? (?!giay dep|gi\b|nhung)\w+ (?:\w+ )*(?:khong|ko|k|chu)$"
    r"|\b(?:mang|dem|cam)(?: theo)? (?!giay dep|gi\b|nhung)\w+ (?:\w+ )*?(?:vao|theo) (?:\w+ )?duoc (?:khong|ko|k)$"
)
_ATTENDED_ONLINE = re.compile(r"\b(?:hop|du|hoc|tham gia) (?:\w+ ){0,2}?(?:truc tuyen|online)\b")
_WATCHED_ONLINE = re.compile(r"\b(?:xem|theo doi) (?:\w+ ){0,2}?(?:truc tuyen|online)\b")
_TEXT = (
    r"(?:(?:bai|mau) )?(?:thu hoach|du thi|cam nghi|cam nhan|tieu luan|kiem tra|trac nghiem|thi viet|luan|khao sat)"
    r"|bai viet|bai thi|phieu (?:khao sat|gop y|hoi)|thi (?:anh|ve|viet)|anh du thi|clip|tieu pham|essay|reflection"
    r"|test|quiz|survey|questionnaire"
)
_SUBJECT = re.compile(
    rf"\b(?:{_TEXT})\b(?: \w+){{0,3}}? (?:(?:noi |viet |lam |hoi )?ve|chu de|de tai|noi dung|hoi|cau hoi)"
    r" (?:(?:cai|van de|chu de|noi dung|de tai|la|nhung) )*(?:gi|nao)\b"
    rf"|\b(?:de bai|de thi|de tai|chu de|noi dung|cau hoi)(?: cua)?(?: bai)? (?:{_TEXT})\b(?: \w+)? (?:gi|nao)\b"
    rf"|\bwhat\b.*\b(?:{_TEXT})\b.* about\b|\b(?:topic|subject|question)s? (?:of|for) the (?:{_TEXT})\b"
    rf"|\b(?:{_TEXT}) (?:topic|question)s?\b"
)
"""What a text, a picture or a form is about: that one has to hand it in tells nothing of that."""
_SUBJECT_TOLD = re.compile(
    r"(?<!nộp )(?<!gửi )(?<!báo cáo )(?<!trở )(?<!quay )\bvề "
    r"(?!(?:chi bộ|phòng|ban|sở|văn phòng|đơn vị|trước|địa chỉ)\b)"
    r"|\b(?:chủ đề|đề tài|nội dung|câu hỏi|đề bài)\b(?: \w+){0,4}?(?:\s*[:“\"]| (?:là|gồm|về)\b)|[“\"]\w|\babout\b",
    re.IGNORECASE,
)
_IN_ANY = (
    (_BED, re.compile(r"\b(?:phòng|room)\s*(?:số\s*)?[A-Z]{0,2}\d", re.IGNORECASE)),
    (
        re.compile(rf"\b(?:o|nghi|ngu|luu tru)\b(?: \w+){{0,3}}? {_HOTEL} nao\b|\bwhich hotel\b"),
        re.compile(
            r"\b(?:khách sạn|nhà khách|nhà nghỉ|nhà công vụ|ký túc xá|ktx|homestay|resort|hotel|(?:nghỉ|ở) tại)\b",
            re.IGNORECASE,
        ),
    ),
    (
        _SEAT,
        re.compile(
            r"\b(?:hàng|dãy|ghế|bàn|khu vực|khu|khối|lô)\s+(?:ghế\s+)?(?:số\s+|thứ\s+)?"
            r"(?:\d|[A-H]\b|đầu|cuối|giữa|trước|sau|bên|trái|phải)",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:bien so|bien kiem soat|bks|plate number|number plate|licen[cs]e plate)\b"),
        re.compile(r"\b\d{2}[A-Z]{1,2}\d?\W{0,2}\d{3}", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:so tai khoan|stk|account number)\b"),
        re.compile(r"\b\d(?:[ .]?\d){5,}"),
    ),
    (_CARRIED, re.compile(r"\b(?:mang|đem|cầm|xuất trình|kèm|bring|carry|show)\b", re.IGNORECASE)),
    (
        TO_PAY,
        re.compile(
            rf"{SUM.pattern}|\b(?:phí|tiền|miễn|chi phí|chi trả|tự túc|tự lo|kinh phí|bố trí|hỗ trợ|đài thọ"
            r"|pay|free|fees?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:vao|di|qua|ra)\b(?: \w+){0,2}? (?:cong|cua) (?:nao|so may)\b|\bwhich (?:gate|entrance)\b"),
        re.compile(r"\b(?:cổng|cửa|lối|gates?|entrance)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:gui|nop)\b.*\b(?:dia chi|hom thu)\b|\b(?:dia chi|hom thu)\b.*\b(?:gui|nop)\b"),
        re.compile(
            r"\b(?:gửi(?! xe)|nộp|nhận|đăng ký|chuyển|(?<!quá )trình)\b[^;.]*\b(?:về|qua|đến|tới|tại|cho|theo)\b"
            r"|@\w|https?:|\b(?:send|submit|e-?mail)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:e ?mail|hom thu|thu dien tu)\b.*\b(?:la gi|nao|gi|dau)\b|\bwhat\b.*\be ?mail\b"),
        re.compile(r"@\w"),
    ),
    (
        _ATTENDED_ONLINE,
        re.compile(
            r"trực tuyến|^hình thức: |\b(?:hội nghị|cầu) truyền hình\b"
            r"|\b(?:online|zoom|teams|meet|điểm cầu|virtual)\b",
            re.IGNORECASE,
        ),
    ),
    (
        _WATCHED_ONLINE,
        re.compile(
            r"trực tuyến|^hình thức: "
            r"|\b(?:online|livestream|zoom|teams|meet|youtube|truyền hình|phát trực tiếp|điểm cầu|virtual)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:xin|cho)\b(?: \w+){0,3}? (?:file|slide|slides|bai giang|powerpoint|ban ghi hinh|video)\b"),
        re.compile(r"https?:|www\.|\w\.\w{2,}/|@\w|\b(?:tải|đăng|chia sẻ|gửi|slide|mã QR)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:khach san|ks|nha khach|hotel)\b(?: \w+){0,3}? may sao\b|\bhow many stars\b"),
        re.compile(r"\d\s*(?:sao|\*|stars?\b)", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:airport|san bay)\b"),
        re.compile(
            r"\b(?:sân bay|cảng hàng không|airport)\b|tự túc (?:\w+ ){0,2}(?:phương tiện|đi lại|xe)\b"
            r"|\b(?:đi lại|phương tiện|tàu xe)\b[^;.]*\btự (?:túc|lo)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\blive ?stream|\bphat (?:song )?truc tiep\b"),
        re.compile(
            r"trực tuyến|truyền hình trực tiếp|phát (?:sóng )?trực tiếp|tường thuật"
            r"|\b(?:livestream|online|zoom|youtube)\b|facebook|fanpage|kênh|truyền thanh",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:taxi|grab|xe om)\b.*\b(?:bao nhieu|may|how much)\b"),
        SUM,
    ),
    (_PRICE, re.compile(rf"{SUM.pattern}|miễn phí|không (?:thu|mất|phải|đóng|nộp|tính)\b|\bfree\b", re.IGNORECASE)),
)
"""What no answer of whatever kind may lack: who sleeps in a hotel is told no hotel for the number of a room."""

_THE_THING_ITSELF = (
    (
        re.compile(r"\b(?:so dien thoai|sdt|so cua|so (?:dt|hotline|zalo|di dong)|hotline|phone number|extension)\b"),
        re.compile(r"\d{3}[. ]?\d{3}|\b1[89]00\b|\b(?:ext|máy lẻ|nội bộ)\b\D{0,3}\d", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\b(?:xin|cho (?:em|toi|minh|chau|xin|con))\b (?:\w+ ){0,3}?(?:ma qr|qr|link|duong link|duong dan)\b"
        ),
        re.compile(r"https?:|www\.|\w\.\w{2,}/"),
    ),
    (
        re.compile(r"\b(?:xin|cho|la gi|la bao nhieu|what is)\b.*\b(?:id|mat khau|passcode|password|ma phong)\b"),
        re.compile(r"\b(?:ID|mật khẩu|passcode|password|mã phòng)\b\W{0,4}(?:là\s)?\W*\w*\d\w*", re.IGNORECASE),
    ),
)
"""What somebody asks to be given, and what a text holds that gives it: that there is one is no answer."""
