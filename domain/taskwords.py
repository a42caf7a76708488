"""What a unit's people type about a task instead of pressing a button: "đã xong ạ", "xin lùi đến thứ 6".

`understand` proposes and never acts, so it may guess; it must leave questions and small talk alone. The patterns read
folded text, so a phone without a Vietnamese keyboard is understood too; where a syllable means different things with
and without its marks ("chờ" waits, "cho" gives), the marks decide wherever the person typed any.
"""

import re
from dataclasses import dataclass

from domain.shorthand import written_out
from domain.taskdelays import Later, later, whole_words
from domain.tasks import percent_in
from domain.vietnamese import fold, nfc, squeeze
from domain.when import folded_in_place

_LONGEST = 40  # words; longer texts are letters, not replies


@dataclass(frozen=True, slots=True)
class Finished:
    """The work is done: a report."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The unit waits for something: do not chase for a while."""


@dataclass(frozen=True, slots=True)
class Working:
    """The work is going on, perhaps with how far it is."""

    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """The unit takes the task."""


@dataclass(frozen=True, slots=True)
class Declining:
    """The unit says no."""


Said = Finished | Later | Waiting | Working | Taking | Declining

_POLITE = r"(?: (?:a|ah|ak|ad|admin|btc|bot|bac|anh|chi|em|c|e|nhi|nhe|nha|vay|the|ta|ha|day|do|roi))*"
_ASKS = re.compile(
    r"(?<!\w)(?:gi|nao|o dau|ve dau|di dau|dau roi|may (?:gio|ban|nguoi|ngay|trang|bo|h)|bao gio|bao nhieu|"
    r"bao lau|ai|lam sao|tai sao|vi sao|the nao|ra sao|sao roi|sao lai|may cau|"
    r"(?:cho|xin|muon|can) hoi|co phai|noi ro|giai thich|(?:thu|ngay|mung|thang) may)(?!\w)"
    rf"|(?<!\w)(?:co|can|phai|dung|thi con)(?!\w).* khong{_POLITE}[ ?]*$"
    rf"|(?<!\w)(?:(?:do|vao|vo|ra) dau|bua mo|thi sao|(?:so|de) may)(?: [rv])*{_POLITE}[ ?]*$"
    r"|^(?:da )?(?:cho|xin)(?: \w+){0,2} (?:lich|chuong trinh)(?!\w)"
    rf"|\w chua{_POLITE}[ ?]*$|(?<=xong )chua nhi|(?<=\w )hay chua|don vi nao"
)
"""Asks for something; a reply has none of these words."""
_PERHAPS_ASKS = re.compile(rf"\?|(?<!\w)(?:duoc|dc) khong{_POLITE}[ .!]*$")
"""A question, or a polite way of asking for time ("mai em nộp được không ạ")."""

# --- no -------------------------------------------------------------------------------------------------------------

_BODY = r"(?:don vi|phong|ban|so|xa|phuong|ben|van phong|hoi|doan|to|nguoi|co quan|huyen)"
_DO = r"(?:lam|thuc hien|dam nhan|nhan|dam duong|kham|phu trach)"
_MISSING = (
    r"(?:tham quyen|chuc nang|dieu kien|nguoi|can bo|nhan luc|nhan su|kha nang|chuyen mon|trach nhiem|kinh phi|"
    r"trang thiet bi)"
)
_DECLINING = whole_words(
    r"tu choi",
    r"(?:xin )?tra lai (?:nhiem vu|viec)",
    r"(?:qua|vuot) (?:kha nang|suc|tham quyen)",
    r"khong bo tri duoc",
    rf"khong {_DO}(?: nhiem vu| viec)?(?: nay)?(?: duoc| noi| dau)+",
    rf"khong the (?:{_DO}|cu|bo tri|dap ung|tham gia)",
    r"khong phu trach",
    r"(?:xin|thoi) (?:thoi )?khong lam",
    rf"(?:giao|phan cong|chuyen)(?: \w+){{0,3}}? {_BODY} khac",
    rf"phai (?:la|giao|do) {_BODY}",
    r"khong (?:dong y )?nhan(?: duoc| nhiem vu| viec| lam| nua)*(?! duoc (?:thong bao|giay|van ban|tin|mail))",
    r"(?:lam|kham) khong (?:noi|duoc|xue)",
    r"khong (?:phai|thuoc)(?: (?:la|ve|ca))*(?: \w+){0,2}? (?:viec|nhiem vu|chuc nang|tham quyen|trach nhiem|linh vuc|"
    r"phan viec|ben (?:em|minh|toi)|don vi (?:em|minh|toi))",
    rf"khong (?:co|du) {_MISSING}",
    r"(?:chuyen|giao)(?: (?:viec|nhiem vu|noi dung|phan) (?:nay|do))?(?: (?:cho|sang|qua|lai))*"
    rf" {_BODY}\b.{{0,50}}? (?:thuc hien|lam|dam nhan|phu trach|giup|chu tri)",
    r"(?:giao|phan) nham",
    r"nham (?:don vi|dia chi|phong|noi)",
    r"sai (?:dia chi|don vi)",
    r"(?:xin|cho)(?: \w+){0,3}? rut(?: khoi| ra| lui)?",
)

# --- waiting --------------------------------------------------------------------------------------------------------

_WAITING = re.compile(r"(?<!\w)(?:chờ|đợi|vướng|kẹt|tắc|ách)\s+\w+", re.IGNORECASE)
_GIVERS = r"(?:kinh phi|ngan sach|tien|von|nguon|du toan|hop dong|bao gia|ket qua|thu tuc|tai chinh|so lieu|van ban)"
_DECIDE = (
    r"(?:duyet|phe duyet|ky|y kien|cap|chi dao|huong dan|tra loi|tham dinh|giai ngan|thong nhat|quyet dinh|phan hoi)"
)
_WAITING_BARE = whole_words(
    rf"(?:cho|doi|vuong|ket)(?: cho)? (?:{_GIVERS}|{_DECIDE}|lanh dao)",
    rf"(?:cho|doi)(?: \w+){{1,4}}? {_DECIDE}",
    r"dang doi",
)
_OBSTRUCTED = whole_words(
    r"phu thuoc(?: vao)?",
    r"tuy thuoc(?: vao)?",
    r"tam dung",
    r"chua thay(?: \w+){0,3}? (?:gui|cap|chuyen|tra loi|ra|phan hoi)",
    rf"chua (?:co|nhan|nhan duoc|duoc cap|duoc duyet|duoc bo tri|bo tri|cap|ve)(?: \w+)?? (?:{_GIVERS}|{_DECIDE}|"
    r"cong van|ke hoach|quyet dinh|mau|danh sach)",
    rf"chua (?:duoc |cho |co )?{_DECIDE}",
    r"(?:ho|so|xa|phuong|huyen|tinh|cac xa|kho bac|doi tac|nha thau|ben (?!em|minh|toi)\w+)"
    r" chua (?:gui|giao|chuyen|nop|lam)",
)

# --- under way ------------------------------------------------------------------------------------------------------

_NEARLY = whole_words("la xong")
_WORKING = whole_words(
    r"la xong",
    r"dang (?:tich cuc|khan truong|gap rut|co gang)(?: \w+)*",
    r"dang (?:tap|tap dot|dien tap|luyen tap)",
    r"dang (?:lam|thuc hien|trien khai|chuan bi|soan|viet|in|hoan thien|tien hanh|xu ly|tong hop|trinh|ra soat|lien he|"
    r"gap rut|khan truong|tiep tuc|to chuc|don doc|thu thap|kiem tra|chinh sua|sua|ve|lap|dung|thi cong|xin y kien|"
    r"lay y kien|dat|mua|thue|ban|chay|gom|nhap|phoi hop|chot|do|cho in|xay dung|cap nhat)",
    r"(?:chua|khong)(?: \w+){0,2}? (?:xong|hoan thanh|hoan tat|kip)",
    r"co ban (?:da )?(?:xong|hoan thanh|on)",
    r"chua (?:gui|nop|lam|in|ky|trinh|trien khai|thuc hien)(?: duoc)?",
    r"(?:gan|sap|sap sua|gan nhu)(?: \w+)? (?:xong|hoan thanh|hoan tat|den)",
    r"xong (?:mot |duoc |hon |gan )*(?:nua|phan(?! viec)|buoc|khau|giai doan|co ban|so bo)",
    r"moi (?:duoc|co|nhan|nhan duoc|xong)(?: khoang)? \d+",
    r"(?:duoc|xong) (?:mot |hon |gan |phan )?(?:nua|phan lon|kha nhieu|mot it)",
    r"(?:con|thieu) (?:thieu|lai|phan|khau|cho|mot|hai|ba|vai|it|\d+(?! (?:phut|gio|ngay|tieng)))(?: \w+)*",
    r"tien do",
)

# --- done -----------------------------------------------------------------------------------------------------------

_DEEDS = (
    r"(?:gui|nop|bao cao|trinh|ban hanh|phat hanh|bo tri|in|chuyen(?! cong tac)|ky|ban giao|treo|lap|trien khai|cap|"
    r"thuc hien|chuan bi|to chuc|lien he|dat|thong bao|moi|kiem tra|phat|don dep|lam|giao|scan|up|dang tai|"
    r"cu|cap nhat|xay dung|chot|phan cong|hop|tong hop)"
)
_FINISHED = whole_words(
    r"(?:da|vua|moi)\s+(?:\w+\s+){0,3}?(?:xong|hoan thanh|hoan tat)",
    r"(?:lam|in|gui|nop|treo|soan|viet|chuan bi|hop) xong",
    r"xong (?:roi|a|nhe|nha|viec|het|ca|xuoi|tu|nhiem vu)",
    r"xong$|^xong",
    r"hoan thanh(?: (?:roi|a|nhe|nhiem vu|cong viec|het))?$",
    r"hoan thanh (?:roi|nhiem vu|cong viec|het)|hoan tat(?: roi)?",
    rf"(?:da|vua) {_DEEDS}(?! loi)",
    rf"{_DEEDS}(?: (?!loi)\w+){{0,5}}? roi",
)

# --- yes ------------------------------------------------------------------------------------------------------------

_GOODS = r"(?:tai lieu|giay moi|thu|tin|file|link|so|qua|tien|loi)"
_SELF = r"(?:(?:ben |chung |phong |xa |don vi )?(?:em|toi|minh|chau|to)|anh|chi|ben nay|don vi|phong|xa|de|mai)"
_TAKING = whole_words(
    rf"(?:da|xin|dong y|ok|se|tiep) nhan(?: nhiem vu| viec| duoc)?(?!(?: duoc)? {_GOODS})",
    r"nhan (?:nhiem vu|viec|nha|nhe|a|lam)",
    r"(?:da )?ro(?: nhiem vu| viec| a| roi)*[, ]*(?:\w+ ){0,3}?se (?:lam|thuc hien|trien khai)",
    r"(?:de|cu de) (?:em|ben em|toi|ben toi|don vi|minh|ben minh|phong|xa)"
    r"(?: em| toi| minh)? (?:lam|lo|nhan|thuc hien|phu trach|trien khai)",
    r"se (?:thuc hien|trien khai)(?: ngay)?(?: a)?$",
    r"(?:lam|trien khai|thuc hien) (?:luon|ngay)",
    r"(?:da|vang|ok)(?: a)?,? ro|^ro",
    r"dong y (?:nhan|thuc hien|lam)",
    rf"^(?:ok|vang|da|u)(?: a)?,? (?:{_SELF} ){{0,2}}?(?:se )?(?:trien khai|lam|thuc hien|nhan(?!(?: duoc)? {_GOODS}))",
    r"^(?:nhan|nhat tri|dong y)(?: (?:a|ah|roi|nhe|nha|anh|chi|em))*$",
)


def understand(text: str) -> Said | None:
    """What the words propose, or None for anything else: a question, a greeting, a letter."""
    typed = squeeze(nfc(text)).strip(" .!")
    if not typed or len(typed.split()) > _LONGEST:
        return None
    said = written_out(typed)
    folded = folded_in_place(said)
    if _ASKS.search(folded):
        return None
    bare = fold(typed) == typed.casefold()
    if (delay := later(said, folded)) is not None:
        return delay
    if _PERHAPS_ASKS.search(folded):
        return None
    return _no_or_waiting(said, folded, bare) or _how_far(said, folded)


def _no_or_waiting(said: str, folded: str, bare: bool) -> Said | None:
    if _DECLINING.search(folded):
        return Declining()
    if (
        percent_in(said) is None
        and not _NEARLY.search(folded)
        and (_WAITING.search(said) or (bare and _WAITING_BARE.search(folded)) or _OBSTRUCTED.search(folded))
    ):
        return Waiting()
    return None


def _how_far(said: str, folded: str) -> Said | None:
    percent = percent_in(said)
    if percent is not None:
        return Finished() if percent == 100 else Working(percent)
    if _WORKING.search(folded):
        return Working()
    if _FINISHED.search(folded):
        return Finished()
    return Taking() if _TAKING.search(folded) else None
