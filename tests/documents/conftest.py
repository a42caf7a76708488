"""Files of every kind for the readers, made here so that none has to be stored."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "simulator" / "plans" / "hoi-nghi-mau.txt"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OPEN = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


@pytest.fixture(scope="session")
def sample_text() -> str:
    return SAMPLE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    """A Word file whose body is the given XML, with further parts by name."""

    def make(body: str, parts: dict[str, str] | None = None) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES)
            archive.writestr("word/document.xml", f"{_OPEN}{body}</w:body></w:document>")
            for name, text in (parts or {}).items():
                archive.writestr(name, text)
        return buffer.getvalue()

    return make


def _shown(line: str, height: int) -> str:
    """The line's pieces between gaps, each put where its column stands, as a word processor writes cells."""
    pieces = re.finditer(r"\S+(?: \S+)*", line)
    return " ".join(f"1 0 0 1 {40 + 4.8 * piece.start():.1f} {height} Tm ({piece.group()}) Tj" for piece in pieces)


@pytest.fixture(scope="session")
def make_pdf() -> Callable[..., bytes]:
    """A PDF whose pages hold the given lines in Courier, so that columns stand where the spaces put them."""

    def make(pages: Iterable[Iterable[str]], encrypt: bytes = b"") -> bytes:
        objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
        kids = []
        for lines in pages:
            shown = " ".join(_shown(line, 800 - 10 * row) for row, line in enumerate(lines))
            stream = f"BT /F1 8 Tf {shown} ET".encode("latin-1")
            objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream))
            content = len(objects)
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 3 0 R >> >> >>" % content
            )
            kids.append(b"%d 0 R" % len(objects))
        objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
        objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
        out, offsets = b"%PDF-1.4\n", []
        for number, body in enumerate(objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        trailer = b"<< /Size %d /Root 1 0 R %s >>" % (len(objects) + 1, encrypt)
        return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF" % (
            len(objects) + 1,
            table,
            trailer,
            len(out),
        )

    return make


@pytest.fixture(scope="session")
def lying_about() -> Callable[[bytes, str], bytes]:
    """The same archive whose header says that the named file is ten bytes long."""

    def lie(content: bytes, name: str) -> bytes:
        changed = bytearray(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entry = archive.getinfo(name)
        central = content.rindex(name.encode()) - 46  # the last place that names it is the archive's own list
        for at in (entry.header_offset + 22, central + 24):
            changed[at : at + 4] = (10).to_bytes(4, "little")
        return bytes(changed)

    return lie
