"""Until when something is open that lasts beside the agenda: an exhibition, a reading room, a desk."""

import re

from domain.answers.asked import Asked
from domain.answers.asking_words import WHEN
from domain.answers.phrases import words_in
from domain.answers.texts import meanings
from domain.answers.values import Answer, Quoted

_ASKS = re.compile(
    r"\b(?:mo cua|dong cua|may gio (?:thi )?(?:mo|dong)|trung bay|trien lam|open|opens|closes?|closed|exhibition)\b"
)
_WHEN = re.compile(rf"\b(?:{WHEN}|bao lau|may ngay|when|how long)\b")
_LASTS = re.compile(
    r"\b(?:từ|from)\s[^;.]*?\d[^;.]*?\b(?:đến|tới|to|until|till)\s[^;.]*?\d|\d\s?(?:h|g|giờ|:)\s?\d*\s*[–-]\s*\d"
    r"|\bđến hết (?:ngày )?\d",
    re.IGNORECASE,
)
_OPENS = re.compile(r"mở cửa|phục vụ|trưng bày|triển lãm|\bopen|exhibition", re.IGNORECASE)
_DOING = words_in("mo cua dong open opens close closes closed trong ca ket thuc bat dau keo dai")


def opened_until(asked: Asked) -> Answer | None:
    """ "Triển lãm mở cửa đến mấy giờ": the clause that gives it hours or days from and till."""
    if not _ASKS.search(asked.u.key) or not _WHEN.search(asked.u.key):
        return None
    wanted = {unit.code for unit in asked.specific() if unit.code not in _DOING}
    if not wanted:
        return None
    programme = asked.index.programme
    texts = [programme.conference.venue or "", *(fact.text for fact in asked.index.facts)]
    texts += [moment.text if not moment.what else f"{moment.what}: {moment.text}" for moment in programme.moments]
    texts += [task.text for task in programme.tasks if _OPENS.search(task.text)]
    clauses = [clause.strip(" .") for text in dict.fromkeys(texts) if _OPENS.search(text) for clause in text.split(";")]
    found = [clause for clause in clauses if _OPENS.search(clause) and _LASTS.search(clause)]
    named = [clause for clause in found if wanted <= meanings(clause)]
    return Quoted(texts=(named[0],)) if named else None
