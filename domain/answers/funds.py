"""Where the money for something comes from: "kinh phí lấy từ quỹ nào", "ai tài trợ"."""

import re
from collections.abc import Sequence

from domain.answers.asked import Asked, sources
from domain.answers.coverage import unexplained
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.fitting import sees_to
from domain.answers.people import statement
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.texts import clauses_of, meanings
from domain.answers.values import Answer, Practical, Quoted
from domain.conference import Fact, Task
from domain.vietnamese import search_key

_MONEY = r"(?:tien(?! do| hanh| trinh| si| te)|kinh phi|chi phi|ngan sach)"
_FROM = (
    r"(?:(?:tu|bang|trich|theo|o) )?(?:nhung |cac )?(?:quy|qui|nguon|ngan sach|nguon kinh phi|nguon von|khoan)"
    r" (?:nao|gi|o dau)|(?:lay|trich|chi|cap|huy dong)(?: ra)? (?:o dau|tu dau|dau ra|cho nao)"
    r"|o dau ra|dau ra|tu dau(?: ra)?"
)
_ASKED = re.compile(
    rf"\b{_MONEY}\b.*\b(?:{_FROM})\b"
    r"|\bnguon (?:tien|kinh phi|von)(?: \w+){0,3}? (?:o dau|tu dau|lay dau|la gi|nao)\b"
    rf"|\b(?:lay|trich|su dung|dung|chi) (?:tu )?(?:quy|qui|nguon|ngan sach|khoan) nao\b.*\b{_MONEY}\b"
    r"|\bwhere (?:does|do|is|will) (?:the )?(?:\w+ )?(?:money|budget|funding|funds)\b.*\bfrom\b"
    r"|\b(?:which|what) (?:fund|budget|source)\b.*\b(?:pays?|covers?|money|costs?|from|used)\b"
    r"|\b(?:funding|budget|money) (?:come )?from (?:where|which|what)\b"
)
_HANDED = re.compile(r"\b(?:nop|dong|nhan|linh|ung ho|quyen gop)\b")
"""Money that goes the other way: what one pays or is given."""

_COMES_FROM = re.compile(
    r"\b(?:từ|nguồn|trích|bằng|lấy|ngân sách|xã hội hóa|xã hội hoá|tài trợ)\b"
    r"|\bdo [^.;]{2,80} (?:chi|cấp|bảo đảm|đảm bảo)\b|\bquỹ\b|\b(?:funded|funding|from|paid by|budget of)\b",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"\b(?:kinh phí|chi phí|ngân sách|quỹ|nguồn (?:chi|vốn|thu)|budget|funding|funded|costs)\b", re.IGNORECASE
)
_GENERAL = words_in(
    """
    @budget @fee tien lay tu qui nguon chi trich bang ra tra chiu lo bo cap dam bao tri
    money fund funds funding come comes
    """
)


def money_from(asked: Asked) -> Answer | None:
    """The statement that says which fund or budget pays; None where none does, or where it pays for something else."""
    if not _ASKED.search(asked.u.key) or _HANDED.search(asked.u.key):
        return None
    for hit in _told_of_money(asked):
        if not _says_source(hit.entry):
            continue
        texts = (statement(asked, hit),)
        ref = hit.entry.ref
        found = Quoted(texts=texts, sources=sources(ref.source) if isinstance(ref, Fact | Task) else ())
        if not any(_says_more(asked, unit) for unit in unexplained(asked, found)):
            return found
    return asked.no_information("budget")


def provider(asked: Asked) -> Answer | None:
    """ "Bên nào lo tiền": the unit whose work it is to see to the money, where nothing is named that it is for."""
    if not _PROVIDES.search(asked.u.key) or any(_says_more(asked, unit) for unit in asked.specific()):
        return None
    tasks = [hit.entry.ref for hit in _told_of_money(asked) if isinstance(hit.entry.ref, Task)]
    tasks = [task for task in tasks if _GIVES.search(task.text)]
    return asked.led(tasks) if 0 < len(tasks) <= _FEW else None


_FEW = 2
_PROVIDES = re.compile(
    rf"\b(?:ai|(?:ben|don vi|phong|ban|so|co quan) nao)(?: \w+){{0,2}} (?:lo|bo|cap|chi|tra|chiu|bo tri"
    rf"|(?:dam )?bao(?: dam)?)(?: ra)?(?: khoan)? {_MONEY}\b"
)
_GIVES = re.compile(
    r"(?:bảo đảm|đảm bảo|bố trí|cấp|chi|hỗ trợ|cân đối|tham mưu)\b[^;.]{0,30}\b(?:kinh phí|ngân sách)", re.IGNORECASE
)


def _told_of_money(asked: Asked) -> Sequence[Hit]:
    named = tuple(asked.index.unit(code, "", at) for at, code in enumerate(("@budget", "nguon")))
    return asked.index.search(named, Sort.FACT, Sort.TASK)


def _says_more(asked: Asked, unit: Unit) -> bool:
    """Whether a word names what the money is for, and does not only ask for it."""
    return unit.code not in _GENERAL and asked.word_of(unit) not in _GENERAL


def _says_source(entry: Entry) -> bool:
    filed = isinstance(entry.ref, Fact) and entry.ref.topic == "budget"
    return bool((filed or _OF_MONEY.search(entry.text)) and _COMES_FROM.search(entry.text))


def asks_payer(key: str) -> bool:
    """Whether somebody is asked for who bears a cost: whoever is behind an item bears none by that."""
    return _WHO_PAYS.search(key) is not None


def payer(asked: Asked) -> Answer | None:
    """ "Công tác phí ai trả": the statement that says who bears the cost; who plans it bears none."""
    if not _WHO_PAYS.search(asked.u.key):
        return None
    matter = tuple(u for u in asked.u.content if u.code[0] == "@" or asked.word_of(u) not in _PAYING)
    told = asked.index.search(matter or asked.u.content, Sort.FACT, Sort.TASK)
    hits = [
        hit for hit in told if hit.coverage >= _HALF and _BORNE.search(hit.entry.text) and asked.holds_topics(hit.entry)
    ]
    named = _WHO_PAYS.split(asked.u.key)[0].strip()
    spoken = [hit for hit in hits if len(named) > 1 and f" {named} " in f" {search_key(hit.entry.text)} "]
    if not spoken and (own := _left_to_each(asked)) is not None:
        return own
    texts = tuple(dict.fromkeys(statement(asked, hit) for hit in spoken or asked.best(hits, _HALF)))
    return Quoted(texts=texts[:2]) if texts else asked.no_information("budget")


def provided_by_each(asked: Asked) -> Answer | None:
    """ "Lều ai lo": the clause that leaves it to those who come, where one does and nobody has it in hand."""
    if _WHO_PAYS.search(asked.u.key):
        found = payer(asked)
        return found if isinstance(found, Practical) else None
    return _left_to_each(asked) if sees_to(asked) else None


def _left_to_each(asked: Asked) -> Answer | None:
    thing = asked.beyond(_PAYING | _SEEING)
    if not thing:
        return None
    work = [task.text for task in asked.index.programme.tasks if not _BY_ONESELF.search(task.text)]
    if any(all(u.code in meanings(text) for u in thing) for text in work):
        return None
    clauses = [part for fact in asked.index.facts for part in clauses_of(fact.text) if _BY_ONESELF.search(part)]
    told = dict.fromkeys(each for each in clauses if all(u.is_in(meanings(each)) for u in thing))
    return Practical(topic="budget", texts=tuple(told)) if len(told) == 1 else None


_BY_ONESELF = re.compile(
    r"\btự (?:lo|túc|bảo đảm|đảm bảo|chịu|trang bị|chuẩn bị|chi trả|chi|trả|mang|bố trí|sắp xếp|thu xếp)\b",
    re.IGNORECASE,
)
_SEEING = words_in("lo bo tri chuan bi sap xep mua thue phu trach nau cung cap trang ai la se phai")

_WHO_PAYS = re.compile(
    r"\bai (?:se |phai )?(?:tra|chi|chiu|lo tien|thanh toan)\b"
    r"|\b(?:do|ben nao|don vi nao|co quan nao) (?:ai )?(?:chi )?(?:tra|chiu|chi)\b"
    r"|\bwho (?:will )?pays?\b"
)
_PAYING = words_in("tra chi chiu lo tien thanh toan pay pays money")
_BORNE = re.compile(
    r"\b(?:chi trả|thanh toán|tự túc|tự trả|tự chi|do .{3,80}? (?:chi|trả|chịu)|chịu|pay|paid|covered)\b"
    r"|\b(?:bảo đảm|đảm bảo|hỗ trợ|lo|đài thọ) (?:kinh phí|chi phí|tiền|ăn|nghỉ|chỗ (?:ăn|ở|nghỉ)|nơi (?:ăn|ở|nghỉ))\b"
    r"|\b(?:tỉnh|huyện|xã|ban|đơn vị|nhà trường|công ty|cơ quan)[^.;]{0,30}"
    r" chi (?!tiết|bộ|nhánh|cục|hội(?! trường)|đoàn|phí)",
    re.I,
)

_HALF = 0.5
