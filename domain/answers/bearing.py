"""Who bears the cost of a bed, a meal or a ride, and what somebody bears: the sentence that says so of just that."""

import re
from collections.abc import Iterator
from typing import cast

from domain.answers.asked import Asked
from domain.answers.closest import SENTENCE, closest, said_in
from domain.answers.index import Index, facts_of
from domain.answers.money import asks_to_pay
from domain.answers.phrases import words_in
from domain.answers.preparing import prepared
from domain.answers.texts import letters_of
from domain.answers.values import Answer

_MATTERS = (
    (
        re.compile(
            r"\b(?:khach san|phong(?! van)|cho nghi|nghi dem|luu tru|cho o|hotels?|rooms?|accommodation|lodging)\b"
        ),
        re.compile(
            r"\b(?:tien (?:phong|nghi)|phong (?:nghi|ngu|o|khach san|don|doi)|(?<!hoi )(?<!de )(?<!kien )nghi(?! quyet)"
            r"|luu tru|khach san|cho o|an o|cong tac phi(?! cho (?:giang|bao cao) vien)|hotel|rooms?)\b"
        ),
    ),
    (
        re.compile(r"\b(?:an(?! toan| ninh)|com|bua|tiec|gala|meals?|food|lunch|dinner|breakfast)\b"),
        re.compile(r"\b(?:an(?! toan| ninh)|com|bua|tiec|gala|meals?|lunch|dinner)\b"),
    ),
    (
        re.compile(r"\b(?:xe|tau xe|di lai|ve (?:may bay|tau|xe)|tau|bus|buses|transport|travel|flights?)\b"),
        re.compile(
            r"\b(?:(?<!gui )(?<!giu )(?<!trong )(?<!de )(?<!do )(?<!dau )xe(?! may| dap)|tau xe|di lai"
            r"|ve (?:may bay|tau)|phuong tien|cong tac phi(?! cho (?:giang|bao cao) vien)|transport|travel)\b"
        ),
    ),
    (re.compile(r"\b(?:cong tac phi|phu cap|allowances?)\b"), re.compile(r"\b(?:cong tac phi|phu cap|allowances?)\b")),
)
"""What costs something, by the words it is asked about with and those that tell of it, in plain letters."""

_PAYS = re.compile(
    r"\btu (?:tuc|chi|tra|lo|thanh toan|chiu)\b|\bdai tho\b|\bchi tra\b|\bthanh toan\b|\bmien phi\b|\bchiu\b"
    r"|\bdo [^.;]{3,60} (?:chi|tra|chiu|lo)\b"
    r"|\bchi (?=(?:tien|bua|cac|an|com|xe|phong|ve|cho|hoi truong|toan bo|cong tac)\b)"
    r"|\bchi [^.;]{0,40}\b(?:tien|bua)\b|\b(?:paid|pays?|covers?|covered|free)\b"
)
_GIVES = re.compile(
    r"\b(?:bao dam|dam bao|bo tri|ho tro) (?:tien |cho )?(?:an(?! ninh| toan)|nghi|o|phong(?! hop| chay))\b"
)
"""Who gives a bed or a meal bears its cost, where nothing else is said of it."""

_WHO = re.compile(
    r"\bai (?:se |phai |la nguoi )?(?:tra|chi|chiu|lo tien|thanh toan|bao)\b|\bwho (?:will )?(?:pays?|covers?)\b"
    r"|\b(?:do|ben nao|don vi nao|co quan nao) (?:ai )?(?:chi )?(?:tra|chiu|chi)\b"
)
_WHAT = re.compile(
    r"\b(?P<own>tu (?:tra|chi|tuc|lo|chiu|thanh toan))\b.*\b(?:gi|nao)\b"
    r"|\b(?<!dia )(?:chi|dai tho|chiu|tra|thanh toan) (?:cho )?(?:nhung |cac )?(?:khoan |chi phi |tien )?(?:gi|nao)\b"
    r"|\b(?:lo|bao) (?:nhung |cac )?(?:khoan|chi phi|tien) (?:gi|nao)\b"
)
_FREE = re.compile(r"\b(?:mien phi|tinh tien|free|for free)\b")


def borne(asked: Asked) -> Answer | None:
    """Who pays for what is named, or whether one pays for it oneself; what somebody pays for."""
    key = asked.u.key
    if asked.u.words & {"nhieu", "much"} or not (_WHO.search(key) or asks_to_pay(key) or _FREE.search(key)):
        return _what_somebody_bears(asked)
    tells = [tells for asks, tells in _MATTERS if asks.search(key)]
    if not tells:
        return _what_somebody_bears(asked)
    told = [each for each in _sentences(asked.index) if any(pattern.search(_work_in(each)) for pattern in tells)]
    return closest(_said(asked), [text for text in told if _PAYS.search(letters_of(text))] or told)


def _work_in(sentence: str) -> str:
    """What a sentence says, in plain letters, without the office before it: "Phòng Tài chính: …" is no room."""
    office, colon, work = sentence.partition(": ")
    return letters_of(work if colon and _OFFICE.match(office) else sentence)


_OFFICE = re.compile(r"(?:phòng|ban|sở|văn phòng|trung tâm|công an|trường|tiểu ban)\b[^.;]*$", re.IGNORECASE)


def _what_somebody_bears(asked: Asked) -> Answer | None:
    found = _WHAT.search(asked.u.key)
    if found is None:
        return None
    own = re.compile(r"\btu (?:tuc|chi|tra|lo|chiu|thanh toan)\b")
    told = [text for text in _sentences(asked.index) if bool(own.search(letters_of(text))) == bool(found["own"])]
    named = _said(asked) - {"tu", "khoan", "nhung", "tien", "phi"}
    told = [text for text in told if not named or named & {*letters_of(text).split()}]
    return closest(_said(asked), told)


def _said(asked: Asked) -> set[str]:
    return said_in(asked) - _ASKING


_ASKING = words_in(
    "ai tra chi chiu lo tien thanh toan phai co khong ko mat ton who pays pay for the gi nao do khoan nhung"
)


@prepared
def _sentences(index: Index) -> list[str]:
    """The sentences that say who bears a cost."""
    if "borne" not in index.cache:
        index.cache["borne"] = [*dict.fromkeys(_read(index))]
    return cast(list[str], index.cache["borne"])


def _read(index: Index) -> Iterator[str]:
    texts = [("", fact.text) for fact in facts_of(index.programme)]
    for task in index.programme.tasks:
        body = index.bodies.get(task.unit) if task.unit is not None else None
        texts.append((f"{body.name}: " if body is not None else "", task.text))
    for who, text in texts:
        for sentence in SENTENCE.split(text):
            if _PAYS.search(letters_of(sentence)) or _GIVES.search(letters_of(sentence)):
                yield who + sentence.strip(" .;")
