"""What comes of it: who wins, who stands first, what the result is, who is elected. No plan can know, whoever tells."""

import re

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.money import SUM
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.values import Answer, Quoted
from domain.vietnamese import search_key

OUTCOME = "outcome"
"""The topic of what only the conference itself will tell."""


def outcome(asked: Asked) -> Answer | None:
    """Not known, where the question asks for what the conference itself brings about; None for other questions."""
    return next((found for rule in _RULES if (found := rule(asked)) is not None), None)


def _winners(asked: Asked) -> Answer | None:
    """ "Đề tài nào được giải Nhất", "danh sách được khen": names that a plan does not hold."""
    listed = _LIST.search(asked.u.key) and not _HANDLED.search(asked.u.key)
    if not (_WON.search(asked.u.key) or listed) or asked.u.asks(Kind.COUNT, Kind.WHEN, Kind.DEADLINE):
        return None
    return asked.no_information("awardees")


def _prize(asked: Asked) -> Answer | None:
    """ "Giải nhất được gì": not known where the paper speaks of no such prize, whatever it tells of another."""
    named = _PRIZE.search(asked.u.key)
    if named is None:
        return None
    texts = asked.index.texts(Sort.FACT, Sort.TASK, Sort.SESSION)
    place = named["place"] or _PLACES[named["english"]]
    spoken = re.compile(rf"\bgiai (?:thuong )?{place}\b|\bgiai\b.*\b(?:0?\d|va|,) {place}\b")
    told = any(spoken.search(search_key(text)) for text in texts)
    return None if told else asked.no_information("other")


def _compared(asked: Asked) -> Answer | None:
    """ "Tỉnh nào được chấm cao nhất", "kết quả thế nào", "ai sẽ làm Chủ tịch khóa mới"."""
    found = any(pattern.search(asked.u.key) for pattern in (_RANKED, _BEST, _RESULT, _ELECTED))
    return asked.no_information(OUTCOME) if found else None


def _elected_there(asked: Asked) -> Answer | None:
    """ "Năm 2026 tỉnh nào làm Cụm trưởng": not known where the paper has it elected for just that time."""
    found = _HOLDS_THEN.search(asked.u.key)
    if found is None:
        return None
    elects = re.compile(rf"\bbau\b(?: \w+){{0,12}}? {found['office']}\b.*\b{found['year']}\b")
    programme = asked.index.programme
    texts = (*(s.title for s in programme.sessions), *programme.conference.purpose, *(t.text for t in programme.tasks))
    return asked.no_information(OUTCOME) if any(elects.search(search_key(text)) for text in texts) else None


_HOLDS_THEN = re.compile(
    r"^(?=.*\bnam (?P<year>20\d\d)\b)(?=.*\b(?:ai|nao)\b).*?\b(?:lam|la|giu|nhan|giu chuc) "
    r"(?P<office>(?:cum|khoi) (?:truong|pho)|chu tich|bi thu|truong ban)\b"
)


def _prize_money(asked: Asked) -> Answer | None:
    """ "Giải nhất toàn đoàn bao nhiêu tiền": the line of prizes with a sum for that place of just that contest."""
    found = _HOW_MUCH.search(asked.u.key)
    if found is None:
        return None
    place = found["place"] or found["behind"]
    about = {asked.word_of(unit) for unit in asked.specific()} - _OF_PRIZES
    for fact in asked.index.facts:
        said = search_key(fact.text)
        sums = [clause.strip(" .") for clause in _PART.split(fact.text) if SUM.search(clause)]
        meant = [clause for clause in sums if f" {place} " in f" {search_key(clause)} "]
        if meant and "giai" in said.split() and all(word in said.split() for word in about):
            label = fact.text.partition(":")[0] if ":" in fact.text else ""
            return Quoted(texts=(meant[0] if not label or label in meant[0] else f"{label}: {meant[0]}",))
    return None


_HOW_MUCH = re.compile(
    r"\bgiai (?P<place>nhat|nhi|ba|khuyen khich|dac biet)\b.*\b(?:bao nhieu|may|gi|nhieu)\b"
    r"|\b(?:bao nhieu|may) (?:tien|trieu|dong)\b.*\bgiai (?P<behind>nhat|nhi|ba|khuyen khich|dac biet)\b"
)
_OF_PRIZES = words_in("giai nhat nhi ba khuyen khich dac biet tien thuong trieu dong bao nhieu may duoc tri gia muc la")
_PART = re.compile(r"[;,:]\s+")


def _own(asked: Asked) -> Answer | None:
    """ "Bài của em có được chọn không": whether one's own work is taken is decided behind the paper."""
    return asked.no_information(OUTCOME) if _OWN_CHOSEN.search(asked.u.key) else None


_OWN_CHOSEN = re.compile(
    r"\b(?:cua|nha|ben) (?:em|toi|tui|minh|con|chau|chung (?:em|toi|minh))(?: \w+){0,3}? "
    r"(?:duoc|dc|bi|da)(?: duoc| bi)? (?:xet chon|chon|chap nhan|duyet|loai|xep giai|nhan dang|chon dang|dang)"
    r"(?: \w+){0,3}? (?:khong|ko|k|hong|chua)\b"
    r"|\b(?:is|was|has|did) (?:my|our) (?:\w+ ){1,3}?(?:been )?(?:accepted|selected|approved|chosen|rejected)\b"
)

_RULES = (_winners, _own, _prize_money, _prize, _elected_there, _compared)

_PRIZE = re.compile(
    r"\bgiai (?P<place>nhat|nhi|ba|tu|khuyen khich|dac biet) (?:\w+ ){0,4}?"
    r"(?:duoc|la|thuong|nhan|tri gia|co|gom|bao nhieu|may)(?: \w+)? ?(?:gi|nhieu|may|tien|cai)?\b"
    r"|\b(?P<english>first|second|third|grand|consolation) prize\b"
)
_PLACES = {"first": "nhat", "second": "nhi", "third": "ba", "grand": "dac biet", "consolation": "khuyen khich"}

_HONOUR = (
    r"(?:giai|cup|huy chuong|huan chuong|co thi dua|bang khen|giay khen|danh hieu|ky niem chuong|hoc bong"
    r"|giay chung nhan|quyet dinh|vo dich|quan quan)"
)
_WON = re.compile(
    r"\b(?:ai|nao|nguoi nao|who|which \w+)(?: se| da| vua)? "
    r"(?:(?:duoc|dat|doat|gianh|trung|thang|nhan|wins?|won|gets?|got)(?: (?:tang|trao|nhan|phong tang|the))* "
    rf"(?:{_HONOUR}|first prize|second prize|prize)"
    r"|trung cu|dac cu|trung thau|duoc bau (?:lam|vao)|elected)\b"
    r"|\bnao (?:se |da |vua )?(?:duoc )?(?:lot |di |buoc )?vao (?:vong |tran )?"
    r"(?:chung ket|ban ket|chung khao|tu ket)\b"
    r"|\bnao (?:se |da |vua )?duoc (?:bieu duong|tuyen duong|khen|vinh danh|ton vinh|trao thuong)\b"
    r"|\b(?:ai|nao) (?:se |da |vua )?(?:duoc|dc) (?:tang |trao |nhan |cap |suy ton )*"
    r"(?:thuong|bang|suy ton|dan dau|co(?= thi\b| luan luu\b| vay\b| a\b| z\b|$))\b"
)
_LIST = re.compile(
    r"\bdanh sach(?: \w+){0,6}? duoc (?:bieu duong|tuyen duong|khen|vinh danh|ton vinh|trao thuong|tang|trao)\b"
)
_HANDLED = re.compile(r"\b(?:gui|nop|trinh|lap|duyet|tong hop|tham dinh|chot|ai|dau|don vi nao|phong nao)\b")
"""What is done with a list of names: who asks so does not ask for the names."""

_CONTENDER = (
    r"(?:\bai|\b(?:tinh|thanh pho|huyen|quan|xa|phuong|thon|ap|don vi|co quan|so|nganh|truong|lop|khoi|cum|doan|doi|to"
    r"|nhom|chi bo|chi doan|chi hoi|cong doan|dang bo|phong|ban|ho|gia dinh|dong ho|ca nhan|tap the|nguoi|dai bieu"
    r"|hoc sinh|thi sinh|giao vien|can bo|doanh nghiep|hop tac xa|benh vien|khoa|tac pham|bai|tham luan|tiet muc"
    r"|de tai|mo hinh|san pham|gian hang)(?: \w+){0,2} nao)"
)
_RANKED = re.compile(
    rf"{_CONTENDER} (?:\w+ )?(?:se |da |dang |duoc )*(?:"
    r"(?:xep|dung|ve)(?: thu| hang| loai| vi tri)* (?:nhat|nhi|ba|chot|bet|cuoi|may)\b"
    r"|(?:dung|dan) dau(?! (?:cum|khoi|doan|to|nhom|ban|tieu ban|don vi)\b)"
    r"|nhat(?! (?:thiet|tri|dinh|la)\b)|vo dich|quan quan|a quan)"
    r"|\b(?:xep|dung) (?:hang|thu|thu hang) (?:may|bao nhieu|nao)\b"
    r"|(?<!lanh dao )(?<!can bo )\bnao (?:se |da |dang |duoc |suy ton )*dan dau (?:cum|khoi)\b"
)
"""Asks who stands where in a contest; whoever "đứng đầu cụm" is its head."""

_BEST = re.compile(
    rf"{_CONTENDER}(?: \w+){{0,5}}? (?:hay|dep|gioi|xuat sac|tot|manh|cao|thap|kem|te|tieu bieu|an tuong|dac sac"
    r"|(?:nhieu|it)(?: \w+){1,3}?) nhat\b"
)

_RESULT = re.compile(
    r"\b(?:minh|em|toi|tui|chung (?:em|toi|minh)) (?:duoc|dc|dat) (?:may|bao nhieu|nhieu) diem\b|"
    r"(?<!bao cao )(?<!cong bo )(?<!tong hop )(?<!thong bao )(?<!gui )(?<!nop )\bket qua\b"
    r"(?: (?!gui|nop|ve|cho|o)\w+){0,6}? (?:the nao|nhu the nao|nhu nao|ra sao|la gi|sao roi|sao vay|bao nhieu)\b"
)

_OFFICE = r"(?:chu tich|bi thu|giam doc|hieu truong|truong ban|tong giam doc|chu nhiem|truong doan|lop truong)"
_ELECTED = re.compile(
    rf"\b(?:ai|nguoi nao|dong chi nao|ong nao|ba nao) (?:se |duoc )*(?:lam|la|len|giu|thay)\b(?: \w+){{0,8}}?"
    r" (?:khoa|nhiem ky|nhiem ki) (?:moi|toi|sau|tiep)\b"
    rf"|\b(?:ai|nguoi nao|dong chi nao) se (?:lam|la|len|giu(?: chuc)?|thay) (?:tan )?(?:pho )?{_OFFICE}"
    r"(?! (?:doan|hoi nghi|dai hoi|phien)\b)"
    rf"|\b{_OFFICE} moi\b(?! (?:xa|huyen|tinh|don vi|doan|to|chi|lop|truong|du)\b)(?: \w+){{0,6}}? la ai\b"
    r"|\b(?:ai|nguoi nao|nhung ai)(?: \w+)? (?:ung cu|de cu|trung cu)\b"
    r"|\bwho (?:will|is going to) be elected\b"
    rf"|\btan (?:pho )?{_OFFICE}\b.*\b(?:ai|ten)\b|\b(?:ai|ten)\b.*\btan (?:pho )?{_OFFICE}\b"
)
"""Asks who holds an office afterwards."""
