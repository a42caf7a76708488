"""A plan's file in, a draft conference out: `read_plan` in this process, `…_safely` in a bounded one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from documents.apart import SECONDS, Broken, Overrun, apart
from documents.plan.read import OutlineLine, explain, is_plan, parse
from documents.readers.paper import MAX_BYTES, Paper, Refused, Unreadable, open_archive
from domain.amending import calls_off
from domain.plan import PlanDraft

if TYPE_CHECKING:  # the library for workbooks is loaded where one is read
    from documents.planbook import Words
    from documents.planbook_rows import SentBook

__all__ = [
    "OutlineLine",
    "Unreadable",
    "explain_plan",
    "explain_plan_safely",
    "open_book_safely",
    "read_paper",
    "read_plan",
    "read_plan_safely",
    "read_plan_text",
]

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read_plan(name: str, content: bytes) -> PlanDraft | Unreadable:
    """The draft that a file holds, or why it cannot be read. Never raises, whatever the bytes."""
    paper = read_paper(name, content)
    if isinstance(paper, Unreadable):
        return paper
    return _draft(paper)


def read_plan_text(text: str) -> PlanDraft | Unreadable:
    """The draft in text that was pasted as one or several messages."""
    return read_plan("plan.txt", text.encode("utf-8", errors="replace"))


def explain_plan(name: str, content: bytes) -> tuple[OutlineLine, ...] | Unreadable:
    """The outline of the file with what each line was taken for."""
    paper = read_paper(name, content)
    return paper if isinstance(paper, Unreadable) else explain(paper.lines)


def _draft(paper: Paper) -> PlanDraft | Unreadable:
    draft = parse(paper.lines)
    if draft.title is not None and calls_off(draft.title.value) and not draft.times:
        return Unreadable("called_off")
    return draft if is_plan(draft) else Unreadable("not_a_plan")


def read_paper(name: str, content: bytes) -> Paper | Unreadable:
    """The file's lines by what it is, whatever it is called."""
    if len(content) > MAX_BYTES:
        return Unreadable("too_big")
    if not content.strip():
        return Unreadable("empty")
    try:
        paper = _paper(name.lower(), content)
    except Refused as refusal:
        return Unreadable(refusal.code)
    except RecursionError:
        return Unreadable("damaged")
    return paper if any(line.strip() for line in paper.lines) else Unreadable("empty")


def _paper(name: str, content: bytes) -> Paper:
    from documents.readers.text import read_text

    if content.startswith(b"PK"):
        return _from_archive(content)
    if b"%PDF-" in content[:1024]:
        from documents.readers.pdf import read_pdf

        return read_pdf(content)
    if content.startswith(_COMPOUND):
        return _from_compound(name, content)
    if content.startswith(_PICTURES):
        raise Refused("scan_without_text")
    if content.startswith(b"{\\rtf"):
        return _converted(content, "rtf")
    return read_text(content)


def _from_archive(content: bytes) -> Paper:
    archive = open_archive(content)
    names = set(archive.namelist())
    if any(name.startswith("word/") and name.endswith(".xml") for name in names):
        from documents.readers.docx import read_docx

        return read_docx(archive)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        from documents.readers.sheet import read_sheet

        return read_sheet(content, archive)
    if "content.xml" in names:
        return _converted(content, "odt")
    raise Refused("unknown_kind")


def _from_compound(name: str, content: bytes) -> Paper:
    """Office files before 2007, and the wrapping of newer ones with a password."""
    if _ENCRYPTED_PACKAGE in content:
        raise Refused("encrypted")
    if name.endswith(".xls"):
        from documents.readers.sheet import read_sheet

        return read_sheet(content)
    return _converted(content, "doc")


def _converted(content: bytes, ending: str) -> Paper:
    from documents.readers.docx import read_docx
    from documents.readers.office import as_docx

    return read_docx(open_archive(as_docx(content, ending)))


# --- in a process of its own ---------------------------------------------------------------------------------------


async def read_plan_safely(name: str, content: bytes, seconds: float = SECONDS) -> PlanDraft | Unreadable:
    """As `read_plan`, in a process that is ended after `seconds` and may not use more than its share of memory."""
    found: PlanDraft | Unreadable = await _read_apart("plan", name, content, seconds)
    return found


async def explain_plan_safely(name: str, content: bytes) -> tuple[OutlineLine, ...] | Unreadable:
    """As `explain_plan`, in such a process."""
    found: tuple[OutlineLine, ...] | Unreadable = await _read_apart("explanation", name, content, SECONDS)
    return found


async def _read_apart(job: str, name: str, content: bytes, seconds: float) -> Any:
    if len(content) > MAX_BYTES:
        return Unreadable("too_big")
    try:
        return await apart(job, name, content, seconds=seconds)
    except Overrun:
        return Unreadable("too_slow")
    except Broken:
        return Unreadable("damaged")


async def open_book_safely(content: bytes, languages: "Sequence[Words]") -> "SentBook | None":
    """As `sent_book`, in such a process; None also where it was ended."""
    try:
        found: SentBook | None = await apart("book", content, [dict(words) for words in languages])
    except (Overrun, Broken):
        return None
    return found
