"""Whether one may, must or need not: the clause of the paper that rules it, whatever the question calls the rule.

"Có bắt buộc đi không", "vắng có sao không", "mang bóng bay được không" are answered by the clause that speaks of the
same and says that it is forbidden, voluntary, free, asked for or left to somebody; that there is such a thing is none.
"""

import re

from domain.answers.asked import Asked
from domain.answers.coverage import unexplained
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.holding import CLEAR
from domain.answers.people import statement
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit, share_in
from domain.answers.texts import clauses_of, meanings
from domain.answers.values import Answer, Quoted

_ASKS = re.compile(
    r"\b(?:bat buoc|nhat thiet|tu nguyen hay|tuy chon|tu chon)\b"
    r"|\b(?:co )?(?:duoc phep|duoc|phai|can|can phai|nen|bi) (?:\w+ ){1,9}(?:khong|hay khong|hay sao|chu)$"
    r"|\b(?:duoc|phai|can|sao|bi gi|van de gi) (?:khong|hay khong)$"
    r"|\b(?:must|mandatory|compulsory|optional|required|allowed|permitted)\b|\b(?:have|need) to\b|\bcan (?:i|we)\b"
)
_SINGLE = (Kind.COUNT, Kind.WHERE, Kind.ROOM, Kind.WHEN, Kind.DEADLINE, Kind.DURATION, Kind.END)
"""Who asks for one of these asks for no rule."""

_STRICT = re.compile(
    r"\b(?:không(?! gian| khí| chỉ| ngừng| những)|cấm|bắt buộc|tự nguyện|tự chọn|tùy chọn|tự túc|tự lo|miễn|trừ|phải"
    r"|chỉ (?!đạo|thị|tiêu|số|ra|rõ|huy)|not|must|optional|mandatory|free of|required|only)\b",
    re.IGNORECASE,
)
_ANY = re.compile(
    rf"{_STRICT.pattern}|\b(?:được(?! tổ chức)|(?<!hậu )cần|yêu cầu|đề nghị|nếu|ưu tiên|khuyến khích|quá"
    r"|báo trước|có thể|mang(?: theo)?|đem theo|xuất trình|đeo|may|can)\b",
    re.IGNORECASE,
)
"""What rules out or binds, and what rules in any other way."""

_LIGHT = words_in(
    """
    bat buoc nhat thiet phep phai duoc can nen bi co khong sao gi tu nguyen tuy chon ai cung deu tat ca moi het di den
    du tham gia lam cho minh the vay nua thi ma ve toi vao cho va hay van de tra nhan linh
    must mandatory compulsory optional required allowed permitted have need can do does everyone all attend come go
    """
)
"""Words that ask whether there is such a rule, or that one is there."""

SURE = 0.75
"""Share of what is ruled that a clause must speak of."""

_LOOKED_AT = 12
_MOST = 2
_STATED = (Sort.FACT, Sort.FIELD, Sort.TASK, Sort.GROUP, Sort.MOMENT)
_SILENT = frozenset({"title", "recipients", "chair", "contact"})


def ruled(asked: Asked) -> Answer | None:
    """The clause that binds or rules out what is asked about; None where none speaks of all of it, or too many do."""
    return _told(asked, _STRICT) if _ASKS.search(asked.u.key) else None


def ruled_anyhow(asked: Asked, _: Answer | None) -> Answer | None:
    """The same of a clause that allows, asks for or prefers something, where nothing else answers the question."""
    return _told(asked, _ANY) if _ASKS.search(asked.u.key) else None


def _told(asked: Asked, rules: re.Pattern[str]) -> Answer | None:
    if any(asked.u.score(kind) >= CLEAR for kind in _SINGLE):
        return None
    thing = _ruled_thing(asked)
    hits = asked.index.search(tuple(thing), *_STATED)[:_LOOKED_AT] if thing else []
    hits = [hit for hit in hits if hit.coverage >= SURE and not _reaches(hit.entry)]
    told = [each for hit in hits for each in _ruling(asked, hit, thing, rules)]
    best = max((share for share, _ in told), default=0.0)
    texts = tuple(dict.fromkeys(text for share, text in told if share == best))
    found = Quoted(texts=texts) if 1 <= len(texts) <= _MOST else None
    return found if found is not None and not set(thing) & set(unexplained(asked, found)) else None


def _reaches(entry: Entry) -> bool:
    """Whether a statement tells whom to call, or what the conference is called: it rules nothing."""
    return entry.ref in _SILENT or bool(_CALLED.search(entry.text))


_CALLED = re.compile(r"\b(?:liên hệ|vướng mắc|phản ánh về|hotline)\b", re.IGNORECASE)


def _ruled_thing(asked: Asked) -> list[Unit]:
    """What is asked about without the words that ask; who is to be stood in for, and why, is told by no rule."""
    thing = [unit for unit in asked.specific() if unit.others or not {unit.code, asked.word_of(unit)} & _LIGHT]
    return [unit for unit in thing if unit.code == "@substitute"] or thing


def _ruling(asked: Asked, hit: Hit, thing: list[Unit], rules: re.Pattern[str]) -> list[tuple[float, str]]:
    """The clauses of a statement that rule the thing, each with how much of it they speak of."""
    text = statement(asked, hit)
    label = _label(text)
    text = text.removeprefix(label).lstrip(" :")
    found = []
    for clause in clauses_of(text):
        share = share_in(thing, meanings(f"{label} {clause}")) if rules.search(clause) else 0.0
        if share >= SURE:
            found.append((share, clause if label in clause else f"{label}: {clause}"))
    return found


def _label(text: str) -> str:
    label, colon, _ = text.partition(":")
    return label if colon and len(label) < _LONGEST else ""


_LONGEST = 60
