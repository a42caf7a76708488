"""What somebody pays: of a list of sums the one of those who are named; what a bed costs."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.entries import Sort
from domain.answers.holding import CLEAR
from domain.answers.money import COSTS, PRICE_WORDS, SUM, asks_price
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.texts import clauses_of, letters_of, meanings
from domain.answers.values import Answer, Practical


def paid_by(asked: Asked) -> Answer | None:
    """ "Sinh viên đóng bao nhiêu": of a line with several sums the one of those who are named; what a bed costs."""
    if "fee" not in asked.u.concepts and not asks_price(asked.u.key, asked.u.words):
        return None
    if asked.u.score(Kind.WHO) >= CLEAR:
        return None  # who pays is told by `funds`
    if "lodging" in asked.u.concepts and "meals" not in asked.u.concepts:
        rates = [fact for fact in asked.index.facts if fact.topic == "lodging" and SUM.search(fact.text)]
        if len(rates) == 1:
            return Practical(topic="lodging", texts=(rates[0].text,), sources=sources(rates[0].source))
    wanted = [unit for unit in asked.specific() if not _asks(asked, unit)]
    if not wanted:
        return _charged_to_all(asked)
    return _row_of(asked, wanted) or _part_of_line(asked, wanted)


def _charged_to_all(asked: Asked) -> Answer | None:
    """ "Tham dự mất bao nhiêu tiền": where nothing else is named, what the paper says of the fee for taking part."""
    if not _TO_ATTEND.search(asked.u.key):
        return None
    stated = (text for text in asked.index.texts(Sort.FACT, Sort.GROUP, Sort.TASK) if not _BUDGET.match(text))
    texts = tuple(dict.fromkeys(text for text in stated if _CHARGE.search(text) and COSTS.search(text)))
    return Practical(topic="fee", texts=texts) if len(texts) == 1 else None


_BUDGET = re.compile(r"(?:tổng )?(?:kinh phí|dự toán|nguồn)\b", re.IGNORECASE)
"""What the whole costs is not what one pays."""
_TO_ATTEND = re.compile(r"\b(?:tham du|tham gia|di hop|di du|du|dang ky|attend)\b.*\b(?:bao nhieu|how much|may)\b")
_CHARGE = re.compile(r"\b(?:lệ phí|phí (?:tham dự|đăng ký|tham gia|dự|đại biểu|hội thảo|hội nghị))\b", re.IGNORECASE)


def beyond_number(asked: Asked) -> Answer | None:
    """ "Đi thêm người thì ai trả tiền": what the paper says of those beyond the number."""
    if not _MORE_COME.search(asked.u.key) or not _ASKS_AFTER.search(asked.u.key):
        return None
    clauses = (clause for text in asked.index.texts(Sort.FACT, Sort.TASK) for clause in clauses_of(text))
    told = [clause for clause in clauses if _BEYOND.search(letters_of(clause))]
    return Practical(topic="fee", texts=tuple(told[:1])) if told else None


_MORE_COME = re.compile(
    r"\b(?:di|dua|mang|cu|dang ki|dang ky|co)(?: \w+)? (?:du|them|thua|vuot|qua|dong hon)\b"
    r"|\b(?:du|them|thua|vuot|qua|ngoai) (?:so )?(?:nguoi|luong|chi tieu|thanh vien|dai bieu|danh sach)\b"
    r"|\b(?:extra|additional|more) (?:people|persons?|delegates?)\b"
)
_ASKS_AFTER = re.compile(r"\b(?:tra|chi|tien|kinh phi|chi phi|tu tuc|thi sao|the nao|pays?|cost|charged)\b")
_BEYOND = re.compile(
    r"\b(?:di |cu )?(?:ngoai|vuot|qua|them|du|thua) (?:so )?(?:luong|chi tieu|nguoi|thanh phan|danh sach|quy dinh)\b"
    r"|\b(?:nguoi|dai bieu|thanh vien) (?:di|cu|dang ky) (?:them|kem|ngoai)\b"
)


def _asks(asked: Asked, unit: Unit) -> bool:
    """Whether a word only asks for a sum."""
    return bool({unit.code.lstrip("@"), unit.code, asked.word_of(unit)} & (PRICE_WORDS | _PAYING))


def _row_of(asked: Asked, wanted: list[Unit]) -> Answer | None:
    """The one row of a table of fees for those who are named: "Bác sĩ: Trước 31/7 900.000 đồng, Sau 31/7 …"."""
    rows = [fact for fact in asked.index.facts if _ROW.match(fact.text) and COSTS.search(fact.text)]
    if sum(SUM.search(row.text) is not None for row in rows) < _FEWEST_ROWS:
        return None
    meant = [row for row in rows if _is_meant(asked, wanted, row.text)]
    texts = tuple(dict.fromkeys(row.text for row in meant))
    return Practical(topic="fee", texts=texts, sources=sources(meant[0].source)) if len(texts) == 1 else None


_FEWEST_ROWS = 2
_ROW = re.compile(r"(?P<who>[^:;]{2,80}?):\s+(?P<sums>\S.*)", re.DOTALL)


def _is_meant(asked: Asked, wanted: list[Unit], text: str) -> bool:
    """Whether a row is headed by a word of the question and has all that it names."""
    row = _ROW.match(text)
    if row is None or SUM.search(row["who"]) or not COSTS.search(row["sums"]):
        return False
    heads, whole = meanings(row["who"]), meanings(text)
    headed = [unit for unit in wanted if _named(asked, unit) & heads]
    return bool(headed) and all(_named(asked, unit) & whole for unit in wanted)


def _named(asked: Asked, unit: Unit) -> set[str]:
    return {unit.code, *unit.others, asked.word_of(unit)}


def _part_of_line(asked: Asked, wanted: list[Unit]) -> Answer | None:
    several = [_clauses(line) for line in asked.index.texts(Sort.FACT, Sort.GROUP) if _PAID.search(line)]
    parts = [part for row in several for part in row if _PAID.search(part) and len(row) > 1]
    meant = [part for part in parts if all(_named(asked, unit) & meanings(part) for unit in wanted)]
    if len(meant) > 1 and not _WITHOUT.search(asked.u.key):
        meant = [part for part in meant if not _HAS_NONE.search(part)]
    sums = [part for row in several for part in row if SUM.search(part)]
    return Practical(topic="fee", texts=(meant[0],)) if len(meant) == 1 and len(sums) > 1 else None


def _clauses(line: str) -> list[str]:
    """The parts of a line with a sum each; those who pay the same stay together: "học viên, sinh viên: 300.000"."""
    parts: list[str] = []
    begun = ""
    for piece in _SUMS.split(line):
        begun = f"{begun}, {piece}" if begun else piece
        if _PAID.search(begun) or any(map(str.isdigit, begun)):
            parts.append(begun.strip(" ."))
            begun = ""
    return parts


_PAID = re.compile(
    rf"{SUM.pattern}|\d{{1,3}}\.\d{{3}}|\d\s*%|miễn|tự túc|không (?:thu|mất|phải|đóng|nộp)"
    r"|\bfree\b|\bno (?:fee|charge)",
    re.IGNORECASE,
)
_SUMS = re.compile(r";\s+|,\s+(?=[^,;]*\d)")
_HAS_NONE = re.compile(r"\b(?:không|chưa) (?:có|phải|nộp|gửi|là)\b|\bwithout\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:khong|ko|chua|without|no|not)\b")
""" "Đại biểu không có bài: 700.000 đồng" is not for who has one."""
_PAYING = words_in(
    """
    dong nop thu phi tien tra gia mat ton het thue o dem ngay nguoi 1 mot moi suat muc can phai
    pay pays cost costs charge charged much registration
    """
)
