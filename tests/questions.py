"""Questions with marks of a right answer, and how an answer is judged by them.

A line of `tests/corpus/questions/*.jsonl` holds `must`: groups of alternatives, each group needs one in the answer;
`must_not`: nothing of it may be there; `answerable` false: the bot must say that it does not know. `held_out.jsonl` was
written before anything was tuned; when it was first looked at, after the tuning, 94 of its 101 were right and one was
wrong with confidence. Since then it is an ordinary part of the corpus. The files `round_N.jsonl` were written one
after the other, each before anything was changed in the light of it; `docs/answers.md` tells what each found at first.

A question marked `shared` is about one of the shared development plans, whose words are not repeated here: a mark
"#3:…" is the digest of three words in a row.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from documents.reading import Unreadable, read_plan
from domain.answers import Index, answer, answer_each, language_of
from domain.plan_programme import programme
from domain.vietnamese import fold
from templates.render import text

CORPUS = Path(__file__).parent / "corpus"
LONGEST = 900
"""Characters of an answer that is no list."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One question with its marks."""

    id: str
    plan: str
    question: str
    now: datetime | None
    answerable: bool
    must: tuple[tuple[str, ...], ...]
    must_not: tuple[str, ...]
    long: bool
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What the bot said: whether it claims to know, and the words."""

    answered: bool
    words: str


def marked(name: str) -> Iterator[Marked]:
    """The questions of one file."""
    for line in (CORPUS / "questions" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Marked(
            id=row["id"],
            plan=row["plan"],
            question=row["question"],
            now=datetime.fromisoformat(row["now"]) if row["now"] else None,
            answerable=row["answerable"],
            must=tuple(tuple(group) for group in row["must"]),
            must_not=tuple(row["must_not"]),
            long=row.get("long", False),
            shared=row.get("shared", False),
        )


def index_of(plan: str, folder: Path = CORPUS) -> Index:
    """The plan's file, read by the reader itself."""
    return _read(plan, (folder / plan).read_bytes())


def index_from(text: str) -> Index:
    """A plan that a test holds as text, read as if somebody had sent it."""
    return _read("ke-hoach.txt", text.encode())


def _read(name: str, paper: bytes) -> Index:
    draft = read_plan(name, paper)
    assert not isinstance(draft, Unreadable)
    return Index.of(programme(draft))


def say(question: str, index: Index, now: datetime | None) -> Said:
    """What the bot answers to a message."""
    answers = answer_each(question, index, now)
    return Said(
        any(each.answered for each in answers), "\n\n".join(text(each, language_of(question)) for each in answers)
    )


def says(index: Index, question: str, now: datetime | None = None) -> str:
    """The words of the answer to one question, also where they tell that it is not known."""
    return text(answer(question, index, now), language_of(question))


def told(index: Index, question: str, now: str | None = None) -> str:
    """The words of the answer to one question, "?" where it is not known; `now` in ISO form."""
    found = answer(question, index, datetime.fromisoformat(now) if now else None)
    return text(found, language_of(question)) if found.answered else "?"


def plain(words: str) -> str:
    """Folded words between single spaces, times and dates kept whole, each clock time as HH:MM."""
    bare = fold(html.unescape(re.sub(r"<[^>]+>", " ", words)))
    bare = re.sub(r"\b(\d{1,2}) ?(?:h|g|gio) ?(\d\d)?(?: ?phut)?(?![a-z0-9])", _clock, bare)
    return " " + re.sub(r"\s+", " ", re.sub(r"[^a-z0-9:/.]+|\.(?=\s|$)", " ", bare)).strip() + " "


def _clock(found: re.Match[str]) -> str:
    return f"{int(found[1]):02d}:{found[2] or '00'}"


def right(question: Marked, said: Said) -> bool:
    """Whether an answer bears the question's marks."""
    words = plain(said.words)
    if any(_in(words, mark) for mark in question.must_not):
        return False
    if not question.answerable or not said.answered:
        return question.answerable == said.answered
    if len(said.words) > LONGEST and not question.long:
        return False
    return all(any(_in(words, mark) for mark in group) for group in question.must)


def _in(words: str, mark: str) -> bool:
    if mark == "<no-date>":
        return re.search(r"\d/\d", words) is None
    if mark.startswith("#"):
        return _holds([word.strip(":/.") for word in words.split()], mark)
    return re.search(rf"(?<![a-z0-9/:]){re.escape(plain(mark).strip())}(?![a-z0-9])", words) is not None


def _holds(words: list[str], digest: str) -> bool:
    """Whether so many words in a row have the digest ("#3:…")."""
    count, wanted = digest[1:].split(":")
    rows = (" ".join(words[at : at + int(count)]) for at in range(len(words)))
    return any(sha256(row.encode()).hexdigest().startswith(wanted) for row in rows)
