"""How long a ten-page plan takes to read as text, Word and PDF, and how much memory.

    python benchmarks/plan.py [--json]

Goals: text ≤ 100 ms, .docx and .pdf ≤ 1 s, memory ≤ 150 MB. Times are medians of five, after one warm-up.
"""

import argparse
import io
import json
import resource
import statistics
import sys
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from documents.reading import Unreadable, read_paper, read_plan  # noqa: E402

LINES_OF_TEN_PAGES = 450
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def ten_pages() -> str:
    """The example plan with its work section repeated until it fills ten pages."""
    text = (ROOT / "simulator" / "plans" / "hoi-nghi-mau.txt").read_text(encoding="utf-8")
    head, work, rest = text.partition("V. TỔ CHỨC THỰC HIỆN\n")
    body, closing, foot = rest.partition("\nTrên đây")
    return head + work + body * max(1, LINES_OF_TEN_PAGES // body.count("\n")) + closing + foot


def as_word(text: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return buffer.getvalue()


def as_pdf(text: str) -> bytes:
    """Ten pages of Courier without diacritics: the same number of pieces, which is what the reader spends time on."""
    from domain.vietnamese import fold

    lines = [fold(line).encode("latin-1", "replace").translate(None, b"()\\") for line in text.split("\n")]
    size = max(1, -(-len(lines) // 10))
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
    kids = []
    for at in range(0, len(lines), size):
        shown = b" ".join(
            b"1 0 0 1 40 %d Tm (%s) Tj" % (820 - 11 * n, line) for n, line in enumerate(lines[at : at + size])
        )
        stream = b"BT /F1 8 Tf %s ET" % shown
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream))
        fonts = b"/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents %d 0 R %s >>" % (len(objects), fonts)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return out + b"trailer << /Size %d /Root 1 0 R >>\n%%%%EOF" % (len(objects) + 1)


def milliseconds(name: str, content: bytes) -> float:
    if isinstance(read_plan(name, content), Unreadable) and isinstance(read_paper(name, content), Unreadable):
        sys.exit(f"{name} could not be read")
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        read_plan(name, content)
        taken.append((time.perf_counter() - started) * 1000)
    return round(statistics.median(taken), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true", help="one JSON object")
    arguments = parser.parse_args()
    text = ten_pages()
    files = {
        "text": ("plan.txt", text.encode()),
        "docx": ("plan.docx", as_word(text)),
        "pdf": ("plan.pdf", as_pdf(text)),
    }
    figures: dict[str, float] = {f"{kind}_ms": milliseconds(*file) for kind, file in files.items()}
    figures["memory_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    print(json.dumps(figures) if arguments.json else "\n".join(f"{key:12} {value}" for key, value in figures.items()))


if __name__ == "__main__":
    main()
