"""What one has to bring along: the sentences that say so, wherever they stand, and of several those of who is named."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.entries import Entry, Sort
from domain.answers.phrases import words_in
from domain.answers.texts import clauses_of, letters_of, meanings
from domain.answers.values import Answer, Quoted
from domain.conference import Task
from domain.vietnamese import search_key

_NOUN = r"(?:cai |do |do dac |vat dung |dung cu |giay to |tai lieu |thu )"
_BRING = re.compile(
    rf" (?:mang|dem|cam|xach|vac)(?: theo| den| di| toi| them)* (?:nhung |cac )?{_NOUN}?(?:gi|nao) "
    r"| (?:can|phai) (?:co )?(?:nhung )?giay to (?:gi|nao) "
    r"| chuan bi (?:nhung )?(?:giay to|do|do dac|vat dung|do dung) (?:gi|nao) "
    r"|what (?:\w+ ){0,4}bring|which documents .*bring"
)
_WORN = re.compile(r" (?:mang|di|deo) (?:giay(?! to\b)|dep|khau trang) ")
_BROUGHT = re.compile(
    r"(?<!không )(?<!cấm )\b(?:mang theo|đem theo|mang|xuất trình|bring)\b"
    r"(?! (?:giày|dép|trang phục|thẻ đeo|khẩu trang))",
    re.IGNORECASE,
)
_BROUGHT_BY = re.compile(r"(?:^|[;.,] )(?:mang|đem|bring|xuất trình)\b", re.IGNORECASE)
"""A task that is told to bring something; others have things carried about."""
_WITH_ONE = re.compile(r"(?<!không )(?<!cấm )\b(?:mang|đem) theo\b|\bxuất trình\b", re.IGNORECASE)
_SHOWN = re.compile(r"\b(?:mang|giấy tờ|carry)\b", re.IGNORECASE)
_SHARE = re.compile(r"moi (\w+) \d+ (?!nguoi|dai bieu|dong chi|em|vi)")
_ASKING = words_in(
    "mang dem cam xach theo den di can phai co chuan bi giay to do dac vat dung cu gi nao bring what take"
)
_MOST = 2


def to_bring(asked: Asked) -> Answer | None:
    """ "phải mang theo gì": the statements that say what to bring, or that none does."""
    key = f" {asked.u.key} "
    if _SHOD.search(key) or (_TRIP.search(key) and (_BRING.search(key) or _PREPARED.search(key))):
        worn = _worn_there(asked, shoes=_SHOD.search(key) is not None)
        if worn or _SHOD.search(key):
            return Quoted(texts=worn) if worn else None
    if not _BRING.search(key) or _WORN.search(key):
        return None
    facts, sentences = _of_facts(asked), _in_sentences(asked)
    if texts := _of_those_named(asked, (*facts, *sentences)) or facts or sentences:
        return Quoted(texts=texts[:_MOST])
    tasks = [task for task in asked.index.programme.tasks if _BROUGHT_BY.search(task.text)]
    return asked.led(tasks[:_MOST]) if tasks else asked.no_information("other")


_SHOD = re.compile(
    r" (?:mang|di|deo|mac) (?:loai |kieu )?giay(?: dep)? (?:gi|nao|sao|the nao|nhu the nao|cao|the thao|bet|thap)"
    r"| (?:mang|di|deo) (?:giay )?dep(?: le| lao| to ong)? | dep le | (?:what|which) (?:kind of )?(?:shoes|footwear) "
    r"| (?:sandals|slippers|high heels) | giay cao got "
)
_PREPARED = re.compile(r" (?:can|phai|nen) chuan bi (?:nhung )?(?:gi|nao) | what (?:\w+ ){0,3}(?:wear|prepare)\b")
_TRIP = re.compile(
    r" (?:tham quan|khao sat|thuc dia|thuc te|da ngoai|trai nghiem|ve nguon|nha may|xuong|vuon|trai|hop tac xa|mo hinh"
    r"|field trip|trip|tour|excursion|visit|factory) "
)
_SHOES = re.compile(r"\b(?:giày|giầy|dép|shoes?|footwear|sandals?)\b", re.IGNORECASE)
_GEAR = re.compile(
    r"\b(?:giày|giầy|dép|mũ|nón|áo mưa|ô che|gọn (?:gàng|nhẹ)|quần áo|trang phục thể thao|shoes?|hat|raincoats?)\b",
    re.IGNORECASE,
)
_SLIPPERS = re.compile(r"\b(?:dep|cao got|sandals?|slippers|high heels)\b")


def _worn_there(asked: Asked, *, shoes: bool) -> tuple[str, ...]:
    """What to put on for an outing, or on one's feet: of several clauses those that name the most of the question."""
    parts = dict.fromkeys(part for text in asked.index.texts(Sort.FACT, Sort.TASK) for part in clauses_of(text))
    told = [part for part in parts if (_SHOES if shoes else _GEAR).search(part)]
    if _SLIPPERS.search(asked.u.key):
        told = [part for part in told if _SLIPPERS.search(letters_of(part))] or told
    wanted = asked.beyond(_ASKING)
    shared = {part: sum(unit.is_in(meanings(part)) for unit in wanted) for part in told}
    best = tuple(part for part in told if shared[part] == max(shared.values()))
    return best if len(best) <= _MOST else ()


def _of_facts(asked: Asked) -> tuple[str, ...]:
    facts = [fact.text for fact in asked.index.facts]
    told = [text for text in facts if _BROUGHT.search(text)]
    told = told or [text for text in facts if _SHOWN.search(text)]
    told = told or [text for text in facts if _is_share_of(asked, text)]
    return tuple(dict.fromkeys(told))


def _in_sentences(asked: Asked) -> tuple[str, ...]:
    """Sentences with it inside the lines of groups, fields and tasks: "… nhà C. Học viên Lớp 3 mang theo máy tính"."""
    return tuple(dict.fromkeys(text for entry in asked.index.entries for text in _sentences(entry)))


def _sentences(entry: Entry) -> Iterator[str]:
    if entry.sort in (Sort.GROUP, Sort.FIELD, Sort.TASK) and _WITH_ONE.search(entry.text):
        for sentence in clauses_of(entry.text):
            if _WITH_ONE.search(sentence) and not (isinstance(entry.ref, Task) and _BROUGHT_BY.match(sentence)):
                yield sentence


def _of_those_named(asked: Asked, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The statements that speak of all who or what is named, where somebody is."""
    named = asked.beyond(_ASKING)
    return tuple(text for text in texts if named and all(unit.is_in(meanings(text)) for unit in named))


def _is_share_of(asked: Asked, text: str) -> bool:
    """ "mỗi đoàn 02 lều, 01 cờ Đội": what each of those asked about has, where it says that they bring none."""
    share = _SHARE.match(search_key(text))
    return share is not None and share[1] in asked.u.words
