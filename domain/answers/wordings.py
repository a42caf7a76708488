"""Many ways to ask for a place in the agenda, said in the one that is understood: "liền sau …", "cuối chiều …"."""

import re

from domain.vietnamese import fold
from domain.when import folded_in_place

_PART = r"(?:phan|muc|noi dung|tiet muc|phien|hoat dong|khau|viec|cai|bai|chuyen de)"
_WHAT = rf"(?:{_PART} )?(?:gi|nao|j|chi|ai)"
_NAMES = (
    r"(?!(?:la|co|den|toi|dien ra|lam|gi|nao|ai|luc|may|khi|se|nua|vay|the|a|z|v|do|day|nay|trong|cua|chuong trinh"
    r"|hoi nghi|dai hoi|hoi thao|buoi|ngay|hom|chieu|sang|trua|bay gio|gio(?! nghi)|sau|nhi|ha|ad|nhe|minh|chung"
    r"|(?:thi|di|dang) (?:la|den|toi|co|lam|gi|dau|sao|ai|phan|muc|noi dung|dien ra))\b)"
)
"""What begins the name of an item, and no question or moment."""
_MOMENT = (
    r"(?:gio )?(?:(?:buoi |ngay |hom )?(?:sang|trua|chieu|toi)\b|(?:ngay|hom|buoi) (?!(?:gi|nao|may|le)\b)\S"
    r"|hom nay|mai\b|thu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|chu nhat|buoi\b)"
)
_ASKS_ITEM = r"(?=.*\b(?:gi|nao|j)\b)"
_NO_OTHER = r"(?!.*\b(?:ai|may gio|may h|luc nao|khi nao|gio nao|o dau|bao lau|bao nhieu|don vi nao|phong nao)\b)"
_NOT_OVER = r"(?!(?:duoc |di )?(?:xong|het|ket thuc|tan|ve|nghi(?! (?:giua|giai|trua))|be mac xong)\b)"

_WHOLE = r"(?:hoi nghi|dai hoi|hoi thao|buoi le|le|cuoc hop|hop|chuong trinh|buoi hop)"
_BEGUN = r"(?:bat dau|dien ra|khai mac|vao hop|hop)"
""" "Họp bắt đầu chưa", "sao chưa khai mạc": what is on now tells it."""

_OURS = r"(?:toi|em|minh|tui|(?:chung|bon|ben) (?:toi|em|minh|ta))"
_US = rf"(?:(?:doan|phai doan)(?: (?:cua )?{_OURS})?|(?:chung|bon|ben) (?:toi|em|minh|ta))"
_COME = r"(?:nen |phai |can |se |co the |bat buoc )*(?:co mat(?: tai cho)?|toi noi|den noi|den|toi|ve den)"
_HOUR = r"(?:may gio|may h|luc may gio|luc nao|khi nao|bao gio|ngay nao|hom nao|gio nao|chung nao)"
_KIN = r"(?:phu huynh|nguoi nha|nha|gia dinh|con|vo|chong|bo|me|em|toi|minh|anh|chi|chau|xe|tai xe|lai xe|moi nguoi)"
""" "Đoàn chúng tôi đến lúc mấy giờ": when all are to be there; no delegation of a name of its own."""

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (rf"\b(?:tiep|lien|ke|sat) (?:ngay |lien )?sau (?={_NAMES}\S)", "sau "),
        (rf"\b(?:lien|sat|ngay|lien ke|ke) truoc (?:do )?(?={_NAMES}\S)", "trước "),
        (
            rf"^(?P<asks>{_PART} (?:nao|gi)|cai gi) (?:la )?(?:{_PART} )?(?:dien ra )?"
            rf"(?:tiep theo|ke tiep|tiep sau|tiep noi|noi tiep|ke sau)(?: cua| sau)? (?P<item>{_NAMES}\S.*)$",
            r"sau \g<item> là \g<asks>",
        ),
        (
            rf"^(?P<of>{_PART} )?(?:tiep theo|ke tiep|tiep noi|noi tiep)(?: cua| sau)? "
            rf"(?P<item>{_NAMES}(?:(?!\b(?:la|thi)\b).)+?) (?P<asks>(?:la|thi la|thi) {_WHAT}.*)$",
            r"sau \g<item> \g<asks>",
        ),
        (
            r"\b(?:(?:da|se|dang) )*(?:duoc|dc|bi) (?:sap xep|xep lich|len lich|xep|bo tri|sap|an dinh|dat lich|dat)"
            r" (?:lich )?(?=(?:vao|luc|khi|tu|may gio|may h|hom|ngay) )",
            "",
        ),
        (
            r"^(?:cho )?(?:den|toi|phai den|phai toi) (?P<hour>may gio|may h|luc nao|khi nao|bao gio|gio nao|chung nao)"
            rf" (?:thi )?(?:moi )(?:den |toi |bat dau |co )?{_NOT_OVER}(?=\S)",
            r"\g<hour> bắt đầu ",
        ),
        (
            r"^(?P<asks>(?:bao nhieu|may|bn) (?:phut|tieng|p)) (?:danh |de )?cho (?P<item>\S.+)$",
            r"\g<item> \g<asks>",
        ),
        (
            rf"^(?:ket thuc|het|xong) (?P<item>{_NOT_OVER}{_NAMES}\S.*?) (?:roi|xong) (?:thi |la )?"
            rf"(?:(?:den|toi|sang|la|qua|lam) )*(?P<asks>(?:cai )?{_WHAT})\b",
            r"sau \g<item> là \g<asks>",
        ),
        (
            r"^what(?:'s|s| is| comes| will be)? (?:next|coming(?: up)?|right|immediately|just) (?:after|following) ",
            "what comes after ",
        ),
        (
            rf"^(?:thoi diem|gio giac|lich|khung gio) (?:dien ra |to chuc |bat dau |cua )*(?P<item>{_NAMES}.+?)"
            r" (?:la |vao |roi vao |luc )*(?P<asks>(?:khi nao|luc nao|may gio|may h|bao gio|gio nao)\b.*)$",
            r"\g<item> \g<asks>",
        ),
        (
            r"^(?:con lau (?:khong|ko|k|hong|hem) (?:thi )?(?:den|toi)|con lau (?:moi |nua moi |nua )?(?:den|toi))"
            r" (?:phan |gio )?(?P<item>\S.+?)(?: (?:khong|ko|k|a|vay|nhi))*$",
            r"còn bao lâu nữa đến \g<item>",
        ),
        (
            rf"^(?:{_WHOLE} )?(?:da |van )*{_BEGUN} (?:chua|ch|roi a|roi ha|roi phai khong)\b[^\w]*(?: \w{{1,4}})?$"
            rf"|^(?:sao|tai sao|vi sao) (?:{_WHOLE} )?(?:gio |van |mai |con )*chua (?:thay )?(?:{_BEGUN}|hop)\b.*$",
            "bây giờ đang đến phần nào",
        ),
        (
            rf"^(?:da |sap )(?:den |toi )?(?:gio |phan |luc )?(?P<item>{_NOT_OVER}{_NAMES}\S.*?) (?:chua|ch)\b[^\w]*$",
            r"còn bao lâu nữa đến \g<item>",
        ),
        (
            rf"^(?:den|toi) (?:gio |phan |luc )?(?P<item>{_NOT_OVER}{_NAMES}\S.*?) (?:chua)\b[^\w]*$",
            r"còn bao lâu nữa đến \g<item>",
        ),
        (rf"\b(?:phan |khuc |luc |vao |muc )?dau (?:cua )?(?={_MOMENT}){_ASKS_ITEM}{_NO_OTHER}", "phần đầu tiên của "),
        (
            rf"\b(?:phan |khuc |luc |vao |muc )?cuoi (?:cua )?(?={_MOMENT}){_ASKS_ITEM}{_NO_OTHER}",
            "phần cuối cùng của ",
        ),
        (rf"\b(?:ket thuc|khep lai|chot lai|chot) (?:bang|voi) {_WHAT}\b", "phần cuối cùng là gì"),
        (rf"^{_US} {_COME} (?:luc |vao |tu )?(?={_HOUR}\b)", "có mặt "),
        (rf"^(?P<asks>{_HOUR}) (?:thi )?{_US} {_COME}\b", r"\g<asks> có mặt"),
        (
            rf"^(?:{_OURS}|dai bieu|nguoi du)? ?(?:di )?(?:hop |du )?(?:thi )?(?:co )?(?:can|phai) (?:phai )?chuan bi"
            r"(?: san| truoc)? (?:nhung )?gi(?: (?:truoc|khong|ko|k|a|khi den|khi di|de du|de di hop))*$",
            "cần mang theo gì",
        ),
        (r"^(?:what )?(?:do (?:i|we) (?:need|have) to|should (?:i|we)) prepare(?: anything)?$", "what should i bring"),
        (r"\b(?:our|my) (?:delegation|group|team|party|delegates) (?=(?:\w+ )?(?:\w+ )?(?:arrive|be there)\b)", "we "),
        (
            r"\b(?P<paper>ke hoach|van ban|cong van|thong bao|giay moi|quyet dinh) (?:nay|do|tren) (?:co |la )?"
            r"(?=so (?:may|bao nhieu|hieu|nao|gi)\b)",
            r"\g<paper> ",
        ),
        (
            rf"^(?P<asks>(?:.*\b)?{_HOUR}\b.*?) de (?:cho )?{_KIN}\b.*"
            r"\b(?:don|ruoc|biet|sap xep|dat|chu dong|thu xep)\b.*$",
            r"\g<asks>",
        ),
        (
            r"^(?P<half>(?:buoi )?(?:sang|chieu|toi)(?: (?:mai|nay|kia|hom \w+|ngay \S+|thu \w+))?) (?:thi )?(?:co )?"
            r"phai (?:(?:den|toi|len) (?:truong|lop|co quan|hoi truong)|den|toi|di|len|hop|di hop|di hoc|hoc)"
            r"(?: nua| lai)? (?:khong|ko|k|hong|khg)\b.*$",
            r"\g<half> có gì",
        ),
        (r"\bdelegations (?=arrive\b)", "delegates "),
        (rf"\b(?:mo dau|bat dau|khoi dau|mo man) (?:bang|voi) {_WHAT}\b", "phần đầu tiên là gì"),
    )
)


def plainly_placed(text: str) -> str:
    """The question with what it says of a place in the agenda in the plainest words."""
    bare = text.strip(" ?.!,")
    folded = folded_in_place(bare)
    if len(folded) != len(bare):
        return text
    said = bare
    for pattern, plain in _RULES:
        found = pattern.search(folded)
        if found is not None:
            said = said[: found.start()] + _filled(plain, found, said) + said[found.end() :]
            folded = folded_in_place(said)
    if said == bare:
        return text
    return said if _MARKED.search(bare) else fold(said)


_MARKED = re.compile(r"[^\x00-\x7f]")


def _filled(plain: str, found: re.Match[str], said: str) -> str:
    """The plain wording, its groups taken from the question as it is written."""
    return _GROUP.sub(lambda group: said[slice(*found.span(group[1]))], plain)


_GROUP = re.compile(r"\\g<(\w+)>")
