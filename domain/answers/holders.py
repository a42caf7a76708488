"""Who holds an office that a question names: the clause of the paper that puts the person and the office together.

"Bí thư Huyện ủy là ai", "phó chủ tịch phường tên gì", "thư ký hội nghị là ai": with "ông …, Phó Chủ tịch UBND phường"
or "Thư ký: bà …". An item in the hands of an office gives no name, and what a body does names nobody.
"""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.index import facts_of
from domain.answers.offices import SOMEBODYS_NAME
from domain.answers.phrases import words_in
from domain.answers.texts import clauses_of, letters_of
from domain.answers.values import Answer, Quoted
from domain.vietnamese import search_key

_HEAD = (
    r"(?:chu tich|bi thu|tong giam doc|giam doc|hieu truong|hieu pho|(?:chi )?cuc truong|vien truong|bo truong"
    r"|chanh van phong|thu ky|truong (?:ban|phong|khoa|bo mon|khu pho|thon|ap|xom|to dan pho|diem|tram|lop)"
    r"|(?:to|nhom|doi|lop) truong)"
)
_NOT_IN_IT = r"(?!la\b|ten\b|nao\b|chu tri|phat bieu|doc\b|du\b|trao\b)"
_HOLDER = rf"(?P<deputy>pho )?(?P<head>{_HEAD})(?P<rest>(?: {_NOT_IN_IT}\w+){{0,6}}?)"
_BEFORE = r"(?:^|(?:cho|hoi|vay|the|dong chi|ong|ba|anh|chi|co|thay) )"
_WHO_HOLDS = (
    re.compile(rf"\bai (?:la|lam) (?:dong chi |ong |ba )?{_HOLDER}$"),
    re.compile(rf"{_BEFORE}{_HOLDER} (?:la (?:ai|ong nao|ba nao)|ten (?:la )?gi|ten)\b"),
)
_MOST = 2


def holder(asked: Asked) -> Answer | None:
    """The clauses that name whoever holds the office; not known where none does."""
    found = next((match for pattern in _WHO_HOLDS if (match := pattern.search(asked.u.key))), None)
    if found is None:
        return None
    office = f"{found['deputy'] or ''}{found['head']}"
    held = re.compile(rf"(?<!pho ){_WRITTEN.get(office, re.escape(office))}\b(?! (?:de nghi|chi dao|phan cong))")
    wanted = {*found["rest"].split()} - _WHERE
    own = set(letters_of(f"{asked.conference.title} {asked.conference.issuer or ''}").split())
    told = [clause for clause in _clauses(asked) if _puts_together(clause, held, wanted, own)]
    told = [clause for clause in told if wanted <= {*letters_of(clause).split()}] or told
    return Quoted(texts=tuple(told[:_MOST])) if told else asked.no_information("who")


_WRITTEN = {"hieu pho": "pho hieu truong", "pho hieu truong": "pho hieu truong"}
_WHERE = words_in("cua o tai don vi minh ta nay dong chi nha")


def _puts_together(clause: str, held: re.Pattern[str], wanted: set[str], own: set[str]) -> bool:
    said = letters_of(clause)
    office = held.search(said)
    if office is None or not wanted <= {*said.split(), *own}:
        return False
    named = [search_key(name[0]) for name in SOMEBODYS_NAME.finditer(clause)]
    return any(name not in office[0] and said.replace(office[0], " ").count(name.split()[-1]) for name in named)


def _clauses(asked: Asked) -> Iterator[str]:
    """The clauses that may name somebody, each once."""
    programme, conference = asked.index.programme, asked.conference
    texts = [*(session.responsible or "" for session in programme.sessions), *(s.title for s in programme.sessions)]
    texts += [*asked.index.texts(Sort.GROUP), *(fact.text for fact in facts_of(programme))]
    texts += [f"{unit.name} – {unit.role}" for unit in programme.units if unit.role]
    texts += [conference.chair or "", conference.contact or ""]
    clauses = (clause for text in texts for clause in clauses_of(text))
    yield from dict.fromkeys(clause for clause in clauses if SOMEBODYS_NAME.search(clause))
