"""What a question counts, and whether a text puts a number to that."""

import re

from domain.answers.asked import Asked
from domain.answers.money import SUM, asks_price
from domain.answers.people import DIGITS
from domain.answers.phrases import words_in
from domain.answers.texts import letters_of, meanings
from domain.listed import BAR
from domain.vietnamese import fold, search_key

PERCENT = re.compile(r"\bphan tram\b")
""" "Bao nhiêu phần trăm" counts no parts."""

_FULL_OF_DATES = re.compile(
    r"\d+ ?(?:h|giờ)(?: ?\d\d)?|\d{1,2}:\d\d|\d+(?: tháng)|\d+[/.-]\d+(?:[/.-]\d+)?"
    r"|năm(?: học)? \d{4}|\b\d{4}\b|số \d+[-/]\S+"
)
"""Numbers that date something and count nothing."""


def numbered(text: str) -> bool:
    """Whether a text holds a number that is no date and no hour."""
    return bool(DIGITS.search(_FULL_OF_DATES.sub("", text)))


def undated(text: str) -> str:
    """A text without its hours, days and years; sums and shares ("5/10 điểm") remain."""
    return _DATING.sub(" ", text)


_DATING = re.compile(
    r"\d+ ?(?:h|g|giờ)(?![^\W\d_]| (?!sáng|trưa|chiều|tối|ngày|phút)[^\W\d_])(?: ?\d\d)?|\b\d{1,2}:\d\d\b"
    r"|\b\d{1,2}/\d{1,2}(?:/\d{4})?\b(?! (?:điểm|câu|phiếu|xã|phường|huyện|tỉnh|thôn|hộ|người|tiêu chí))"
    r"|(?:(?<=năm )|(?<=kỳ )|(?<=đoạn )|(?<=[-–/])|(?<=[-–/] ))(?:19|20)\d\d\b"
)


def counted_noun(asked: Asked) -> str:
    """The words right behind "mấy" or "bao nhiêu": what is counted."""
    words = [token.word for token in asked.u.tokens]
    for word, *behind in zip(words, words[1:], [*words[2:], ""], strict=False):
        if word in ("may", "nhieu", "many"):
            if behind[0] in _EACH_ONE and asks_price(asked.u.key, asked.u.words):
                return "tien"  # "tiền phòng bao nhiêu một đêm"
            return " ".join(behind if behind[0] in ("don", "dai", "diem") else behind[:1])
    return ""


_EACH_ONE = words_in("mot moi 1 ngay dem nguoi suat")


def counted_words(asked: Asked) -> str:
    """The two words right behind "mấy" or "bao nhiêu"."""
    words = [token.word for token in asked.u.tokens]
    place = next((at for at, word in enumerate(words) if word in _HOW_MANY), len(words))
    return " ".join(words[place + 1 : place + 3])


_PEOPLE_ASKED = frozenset({"nguoi", "em", "chau", "vi", "people"})

_PEOPLE = re.compile(
    r"\b\d+ (?:nguoi|dai bieu|dong chi|hoi vien|hoc vien|can bo|doan vien|giao vien|hoc sinh|sinh vien|khach|dang vien"
    r"|thanh vien|ban|em|chi em|delegates|people|participants|persons)\b"
)


def puts_number_to(asked: Asked, noun: str, text: str) -> bool:
    cells = [search_key(cell) for cell in without_shares(asked, text).split(BAR)]
    if noun in _PEOPLE_ASKED:
        return any(_PEOPLE.search(cell.replace("/", " ")) for cell in cells)
    return any(re.search(rf"\b\d+ {noun}\b", cell) for cell in cells) or counted_in(asked, text)


def counts_other_things(asked: Asked, text: str) -> bool:
    """Whether people are counted and each number of a text is that of a thing: "04 ý kiến: chi hội Bến Đá, …"."""
    if not _HEADS_ASKED.search(asked.u.key):
        return False
    counted = _BEHIND_NUMBER.findall(_YEAR.sub("", without_shares(asked, text)))
    return bool(counted) and all(_THING.match(letters_of(words)) for words in counted)


_HEADS_ASKED = re.compile(r"\b(?:may|bao nhieu) (?:nguoi|dai bieu|dong chi|thanh vien|can bo)\b")
_THING = re.compile(
    r"(?:y kien|tham luan|bao cao|xe|phong|gio|phut|ngay|trang|cuon|bo|tiet muc|tap the|san pham|gian|lan|lop|dot|giai"
    r"|bai|cau|suat|ban(?! to chuc)|ghe|cho|to(?! truong)|thang|nam|km|met|dong(?! chi)|trieu|nghin)\b"
)


def without_shares(asked: Asked, text: str) -> str:
    """A text without its shares, where none is asked for: "100% học sinh" tells no number of them."""
    return text if PERCENT.search(asked.u.key) else _PERCENTAGE.sub("", text)


_PERCENTAGE = re.compile(r"\d+ ?%")


def counted_in(asked: Asked, text: str) -> bool:
    """Whether a text puts a number to what the question counts; sums of money are written in đồng."""
    noun = counted_noun(asked)
    if noun in ("tien", "", "money", "cost"):
        return bool(SUM.search(text)) or (noun == "" and numbered(text))
    if re.search(rf"\b\d[\d.,]*(?:\s+\w+)?\s+{re.escape(noun)}\b", fold(text)):
        return True
    place = next((at for at, token in enumerate(asked.u.tokens) if token.word in _HOW_MANY), len(asked.u.tokens))
    head = next((unit.code for unit in asked.u.content if unit.at > place), "")
    text = _YEAR.sub("", SUM.sub("", text))  # "Môn đồng đội: 1.200.000 đồng" counts no events
    beside = (*_BEHIND_NUMBER.findall(text), *_AHEAD_OF_NUMBER.findall(text))
    return any(head in meanings(words) for words in beside) if head else False


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AHEAD_OF_NUMBER = re.compile(r"([^\d:;,()]{3,60}):\s*(?:khoảng |dự kiến |about )?\d")

_HOW_MANY = frozenset({"may", "nhieu", "many"})

_BEHIND_NUMBER = re.compile(r"\d[\d.,]*((?: [^\W\d]+){1,4})")
