"""The foot of an office paper: recipients and signature, side by side or one below the other."""

import re

from documents.plan.names import personal_name
from documents.plan.pieces import BRACKETED, MOTTO, WIDE_GAP, Piece, is_place_date, pieces_of, sourced
from documents.plan.repair import Line
from documents.plan.words import OFFICE_LINE, clean, is_caps, split_outside, squeeze
from domain.plan import Sourced
from domain.vietnamese import CAPITALS

MARKED = re.compile(r"(?:[IVX]{1,5}|1I|l|\d{1,2}|A)\s*[.\-/)]\s*\S|Phần\s|Điều\s+\d|#")
_RECIPIENTS = re.compile(
    r"\s*(?:Nơi (?:nhận|gửi)\s*:?|Kính gửi nơi nhận\s*:?|Recipients\s*:?|Distribution\s*:?|Gửi\s*:(?=[^;]+;.*\blưu\b))",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"\s*(?:PHỤ LỤC|Phụ lục(?:\s+(?:[IVX\d]+|:)|\s*$)|CHƯƠNG TRÌNH\b|DỰ KIẾN CHƯƠNG TRÌNH|APPENDIX|ANNEX"
    r"|(?:LỊCH|TIẾN TRÌNH|KỊCH BẢN|THỜI GIAN BIỂU|LỘ TRÌNH)\s"
    r"|(?:BẢNG|Bảng) (?:LỊCH|lịch|CHƯƠNG TRÌNH|chương trình|PHÂN CÔNG|phân công)\b"
    r"|DANH SÁCH\s)"
)
_SIGNED = re.compile(
    rf"([{CAPITALS}.\s,-]*[{CAPITALS}])(?=\s|\()\s*(\([^()]*\))?\s*((?:[{CAPITALS}][\w'’.]+\s*){{2,6}})"
)
_LONGEST_RECIPIENT = 400
_ITEM = re.compile(r"\s*[-–—+•*▪·]\s*")
_APPROVES = re.compile(
    r"(?:người lập(?: kế hoạch| biểu| bảng)?|(?:người |lãnh đạo |cấp )?(?:phê duyệt|duyệt)|xác nhận của [^.;]{3,40})",
    re.IGNORECASE,
)


def unrolled(line: Line) -> tuple[Line, ...]:
    """A foot that a web page has on one line, "| Nơi nhận: - A; - B. | GIÁM ĐỐC (Đã ký) C |", piece by piece."""
    cells = [cell.strip() for cell in line.text.strip().strip("|").split("|")]
    if len(cells) != 2 or not _RECIPIENTS.match(cells[0]):
        return (line,)
    head, _, listed = cells[0].partition(":")
    items = [f"- {item.strip(' -')}" for item in re.split(r";\s*-\s|\s-\s", f" {listed}") if item.strip(" -")]
    signed = _SIGNED.fullmatch(cells[1])
    signature = [part.strip() for part in signed.groups() if part] if signed else [cells[1]]
    return tuple(Line(line.number, text) for text in (f"{head}:", *(f"{item};" for item in items), *signature))


def foot_of(lines: tuple[Line, ...], after: int) -> tuple[int, int]:
    """Where the foot begins and ends: from the signature or the recipients to an appendix or the end."""
    at = next((i for i in range(len(lines) - 1, after - 1, -1) if _RECIPIENTS.match(lines[i].text)), None)
    if at is None:
        at = _signature_line(lines, after)
        if at is None:
            return len(lines), len(lines)
    while at > after and _signs(lines[at - 1].text):
        at -= 1
    to = next((i for i in range(at + 1, len(lines)) if _APPENDIX.match(lines[i].text)), len(lines))
    return at, to


def _signature_line(lines: tuple[Line, ...], after: int) -> int | None:
    at = next((i for i in range(max(after, len(lines) - 20), len(lines)) if _is_signing(lines[i])), None)
    return at if at is not None else _office_above_name(lines, after)


_LONGEST_OFFICE = 6  # words


def _office_above_name(lines: tuple[Line, ...], after: int) -> int | None:
    """An office in capitals of any wording with a name alone below it, at the very end: "TP. NHÂN SỰ"."""
    ends = [i for i in range(max(after, len(lines) - 4), len(lines) - 1) if _REGARDS.fullmatch(squeeze(lines[i].text))]
    if ends and personal_name(lines[ends[-1] + 1].text):
        return ends[-1]
    if len(lines) - 2 < max(after, 1) or personal_name(lines[-1].text) is None or is_caps(lines[-1].text):
        return None
    at = len(lines) - (3 if BRACKETED.fullmatch(squeeze(lines[-2].text)) else 2)
    office = squeeze(lines[at].text)
    short = is_caps(office) and len(office.split()) <= _LONGEST_OFFICE and office[-1:].isalpha()
    return at if short and _OFFICE.match(office) else None


_REGARDS = re.compile(
    r"(?:(?:best|kind|warm) regards|(?:yours )?sincerely|trân trọng(?: cảm ơn)?)\s*[,.!]?", re.IGNORECASE
)
_OFFICE = re.compile(
    r"TP\.|T?GĐ|TRƯỞNG|PHÓ|PHỤ TRÁCH|GIÁM|CHỦ|BÍ THƯ|THƯ KÝ|TRỢ LÝ|QUẢN LÝ|ĐIỀU (?:HÀNH|PHỐI)|NGƯỜI|BAN|PHÒNG|TỔ\b|HỘI"
    r"|CLB|CÂU LẠC BỘ|LIÊN LẠC|MANAGER|HEAD|COORDINATOR|SECRETARY|CHAIR"
)


def _is_signing(line: Line) -> bool:
    """An office, or who drew up and who approves: side by side, or alone on the line."""
    return any(OFFICE_LINE.match(part) or _APPROVES.fullmatch(part) for part in WIDE_GAP.split(line.text.strip()))


def _signs(text: str) -> bool:
    """Whether a line above the recipients belongs to the signature: an office, a name, "(Đã ký)", place and date."""
    return all(_is_of_signature(part) for part in WIDE_GAP.split(text.strip()))


def _is_of_signature(text: str) -> bool:
    stripped = squeeze(text)
    if len(stripped) > 70 or stripped.startswith(("-", "+")):
        return False
    post = OFFICE_LINE.match(stripped.upper()) is not None and len(stripped.split()) <= 6 and stripped[-1:].isalpha()
    return bool(
        OFFICE_LINE.match(stripped)
        or post
        or personal_name(stripped)
        or BRACKETED.fullmatch(stripped)
        or is_place_date(stripped)
    ) or (is_caps(stripped) and not MARKED.match(stripped))


def closing_of(lines: tuple[Line, ...]) -> tuple[tuple[Sourced[str], ...], list[Piece]]:
    """Recipients and the pieces of the signature, told apart where they stand side by side."""
    recipients: list[Sourced[str]] = []
    signing: list[Piece] = []
    listing = done = False
    dashed = any(_ITEM.match(piece.text) for piece in pieces_of(lines))
    for piece in pieces_of(lines):
        text = piece.text
        opened = _RECIPIENTS.match(text)
        if opened and not piece.right:
            listing, text = True, text[opened.end() :].strip(" :")
        if not text:
            continue
        if listing and _leaves_list(text, piece, recipients, done):
            listing = listing and piece.right  # what follows an office on the left is the signature
            signing.append(piece)
        elif not listing and not (recipients and _ITEM.match(text) and not piece.right):
            signing.append(piece)
        else:
            listing = True
            recipients = _with_recipients(recipients, text, piece.number, dashed)
            done = bool(recipients) and re.match(r"lưu\b", recipients[-1].value, re.IGNORECASE) is not None
    return tuple(recipients), signing


def _leaves_list(text: str, piece: Piece, recipients: list[Sourced[str]], done: bool) -> bool:
    if _ITEM.match(text) and not piece.right:
        return False
    if OFFICE_LINE.match(text) or BRACKETED.fullmatch(text) or (piece.right and not _ITEM.match(text)):
        return True
    if done and recipients[-1].source.quote.rstrip().endswith("."):
        return True  # "Lưu: VT." ends the list: what follows is the signature or the foot of the page
    if recipients and is_caps(text) and recipients[-1].source.quote.rstrip().endswith((";", ".")):
        return True
    if personal_name(text) and (done or is_caps(recipients[-1].value if recipients else "")):
        return True
    return (is_caps(text) and len(text.split()) > 1 and not text.startswith("Lưu") and done) or (
        done and personal_name(text) is not None
    )


def _with_recipients(recipients: list[Sourced[str]], text: str, number: int, dashed: bool) -> list[Sourced[str]]:
    """The list with one more piece: a new item behind its dash, else the rest of the item before."""
    marked = _ITEM.match(text)
    ends = (";", ".") if dashed else (";", ".", ",")  # Party bodies close an item with a comma
    before = recipients[-1].source.quote.rstrip() if recipients else ""
    own_line = not dashed and (before.endswith(")") or text.startswith("Lưu "))  # a list whose dashes were lost
    open_item = bool(recipients) and not before.endswith(ends) and not own_line
    if not marked and open_item and len(recipients[-1].value) < _LONGEST_RECIPIENT:
        last = recipients[-1]
        joined = f"{last.source.quote} {text}"
        first, *more = re.split(r";\s+[-–—+•]?\s*(?=\S)", joined)
        done = sourced(clean(first), last.source.first, number, f"{first};" if more else first)
        return [*recipients[:-1], done, *(sourced(clean(item), number, number, item) for item in more if clean(item))]
    parts = () if marked else split_outside(text)
    if len(parts) > 1:
        closed = [f"{item};" for item in parts[:-1]] + [parts[-1] + (";" if text.endswith(";") else "")]
        return recipients + [sourced(clean(item), number, number, item) for item in closed if clean(item)]
    items = re.split(r"(?<=[;,.])\s+[-–—+•]\s*(?=\S)", text[marked.end() :] if marked else text)
    return recipients + [sourced(clean(item), number, number, item) for item in items if clean(item)]


# --- the signer ----


def signer_of(signing: list[Piece]) -> tuple[Sourced[str] | None, Sourced[str] | None]:
    """The last line that is a personal name, and the office lines before it."""
    names = [i for i, piece in enumerate(signing) if personal_name(piece.text)]
    at = next((i for i in reversed(names) if not _only_drafts(signing, signing[i])), None)
    if at is None:
        return None, _office(signing)
    name = signing[at]
    signer = sourced(personal_name(name.text) or name.text, name.number, name.number, name.text)
    return signer, _office(_over(name, signing[:at], signing))


def _over(name: Piece, above: list[Piece], signing: list[Piece]) -> list[Piece]:
    """What stands over the name, where several sign side by side: of each line the piece in the place of the name."""
    beside = [piece for piece in signing if piece.number == name.number]
    columns = [[piece for piece in above if piece.number == number] for number in sorted({p.number for p in above})]
    if len(beside) < _TWO or not all(personal_name(piece.text) for piece in beside):
        return above
    at = beside.index(name)
    own = [line[at : at + 1] if len(line) == len(beside) else _on_side(name, line) for line in columns]
    return [piece for line in own for piece in line] or above


_TWO = 2


def _on_side(name: Piece, line: list[Piece]) -> list[Piece]:
    return [piece for piece in line if piece.right == name.right]


_DRAFTS = re.compile(r"người (?:lập|xây dựng|soạn|viết)(?: (?:kế hoạch|biểu|bảng))?", re.IGNORECASE)
_DECIDES = re.compile(r"(?:phê duyệt|duyệt)\b.*", re.IGNORECASE)


def _only_drafts(signing: list[Piece], name: Piece) -> bool:
    """Whether the name stands under "NGƯỜI LẬP" on the right, beside who approves on the left."""
    drafts = name.right and any(piece.right and _DRAFTS.fullmatch(piece.text) for piece in signing)
    left = [piece.text for piece in signing if not piece.right]
    return drafts and any(map(personal_name, left)) and any(map(_DECIDES.fullmatch, left))


def _office(pieces: list[Piece]) -> Sourced[str] | None:
    offices = [p for p in pieces if is_caps(p.text) and not MOTTO.search(p.text)]
    if not offices:
        return None
    return sourced(" ".join(p.text for p in offices), offices[0].number, offices[-1].number)
