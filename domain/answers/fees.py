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
from domain.conference import Fact
from domain.listed import parsed


def paid_by(asked: Asked) -> Answer | None:
    """ "Sinh viên đóng bao nhiêu": of a line with several sums the one of those who are named; what a bed costs."""
    if "fee" not in asked.u.concepts and not asks_price(asked.u.key, asked.u.words):
        return None
    if asked.u.score(Kind.WHO) >= CLEAR:
        return None  # who pays is told by `funds`
    if "lodging" in asked.u.concepts and "meals" not in asked.u.concepts:
        return for_a_bed(asked)
    wanted = [unit for unit in asked.specific() if not _asks(asked, unit)]
    if (row := _row_called(asked)) is not None:
        return row
    if not wanted:
        return _charged_to_all(asked) or _whole_table(asked)
    return _row_of(asked, wanted) or _part_of_line(asked, wanted)


def for_a_bed(asked: Asked) -> Answer | None:
    """What a bed costs: of several houses and rooms those of which the question names the most."""
    rates = [fact for fact in asked.index.facts if fact.topic == "lodging" and SUM.search(fact.text)]
    wanted = [unit for unit in asked.specific() if not _asks(asked, unit) and unit.code != "@lodging"]
    if any(not unit.generic and not _named(asked, unit) & asked.index.postings.keys() for unit in wanted):
        return None  # a house that the paper does not know
    named = [sum(bool(_named(asked, unit) & meanings(fact.text)) for unit in wanted) for fact in rates]
    texts = tuple(fact.text for fact, number in zip(rates, named, strict=True) if number == max(named))
    return Practical(topic="lodging", texts=texts[:_MOST_RATES]) if texts else None


_MOST_RATES = 6


def _row_called(asked: Asked) -> Answer | None:
    """The row of those whom the question names as the paper does: "đại biểu không có bài"."""
    said = f" {asked.u.key} "
    rows = [(letters_of(who), fact) for fact, (who, _) in _rows(asked) if not _NAMES_SUM.search(who)]
    named = [(len(who), fact) for who, fact in rows if f" {who} " in said]
    longest = max((length for length, _ in named), default=0)
    found = [fact for length, fact in named if length == longest]
    return Practical(topic="fee", texts=(found[0].text,), sources=sources(found[0].source)) if found else None


_NAMES_SUM = re.compile(r"\b(?:phí|tiền|giá|fees?|costs?)\b", re.IGNORECASE)
"""The label of a sum, and nobody who pays it: "Lệ phí: 300.000 đồng"."""


def _whole_table(asked: Asked) -> Answer | None:
    """Where nobody is named, what each kind of people pays to take part, if the paper has one such table."""
    tables: dict[tuple[str, ...], list[str]] = {}
    for fact, _ in _rows(asked):
        row = parsed(fact.text)
        if fact.topic == "budget" and row is not None and len(row.cells) > 1:
            tables.setdefault((row.caption, *(head for head, _ in row.cells)), []).append(fact.text)
    (texts,) = tables.values() if len(tables) == 1 and _FEE.search(asked.u.key) else ([],)
    return Practical(topic="fee", texts=tuple(texts)) if len(texts) >= _FEWEST_ROWS else None


_FEE = re.compile(r"\b(?:le phi|muc phi|phi (?:tham|dang ky|hoi)|phi bao nhieu|dong phi|nop phi|fees?)\b")


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
    rows = _rows(asked)
    if sum(SUM.search(fact.text) is not None for fact, _ in rows) < _FEWEST_ROWS:
        return None
    meant = [(fact, who) for fact, (who, sums) in rows if _is_meant(asked, wanted, who, sums)]
    meant = _named_whole(asked, meant) if len(meant) > 1 else meant
    texts = tuple(dict.fromkeys(fact.text for fact, _ in meant))
    return Practical(topic="fee", texts=texts, sources=sources(meant[0][0].source)) if len(texts) == 1 else None


def _rows(asked: Asked) -> list[tuple[Fact, tuple[str, str]]]:
    """The statements that tell what somebody pays, with who it is and how much."""
    return [(fact, row) for fact in asked.index.facts if COSTS.search(fact.text) and (row := _parted(fact.text))]


def _named_whole(asked: Asked, meant: list[tuple[Fact, str]]) -> list[tuple[Fact, str]]:
    """Of several rows those whose people the question names by all their words: "sinh viên", not "… có bài"."""
    said = f" {asked.u.key} "
    return [(fact, who) for fact, who in meant if f" {letters_of(who)} " in said] or meant


def _parted(text: str) -> tuple[str, str] | None:
    """Who pays and how much: "Bác sĩ: 900.000 đồng", or the first cell of a row and the others with their titles."""
    listed = parsed(text)
    if listed is not None and len(listed.cells) > 1:
        (_, who), *others = listed.cells
        return who, "; ".join(f"{head}: {value}" for head, value in others)
    row = _ROW.match(text)
    return (row["who"], row["sums"]) if row is not None else None


_FEWEST_ROWS = 2
_ROW = re.compile(r"(?P<who>[^:;]{2,80}?):\s+(?P<sums>\S.*)", re.DOTALL)


def _is_meant(asked: Asked, wanted: list[Unit], who: str, sums: str) -> bool:
    """Whether a row is headed by a word of the question and has all that it names."""
    if SUM.search(who) or not COSTS.search(sums):
        return False
    heads, whole = meanings(who), meanings(f"{who}: {sums}")
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
    pay pays cost costs charge charged much registration cheap cheapest expensive rate rates re dat nhat
    """
)
