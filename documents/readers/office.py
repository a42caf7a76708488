"""Old Word and OpenDocument files, where LibreOffice is installed to turn them into .docx.

LibreOffice fetches what a file links to, so it runs without a network; where the machine cannot do that, a file with
links to be fetched is refused.
"""

import re
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from documents.readers.paper import Refused, open_archive, part

_SECONDS = 7  # less than the reader's own process is given
_FETCHED = re.compile(
    rb"<(?:draw:(?:image|object|object-ole|plugin|applet|floating-frame)|text:section-source|style:background-image)"
    rb"\b[^>]*xlink:href=\"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)"
)
_OFFLINE = ("unshare", "--user", "--map-root-user", "--net")


def as_docx(content: bytes, ending: str) -> bytes:
    """The file as .docx; refused with "needs_libreoffice" where no LibreOffice is installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Refused("needs_libreoffice")
    offline = _offline()
    if not offline and ending == "odt" and _fetches(content):
        raise Refused("linked")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"plan.{ending}"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        options = ("--headless", "--norestore", "--convert-to", "docx", "--outdir", folder)
        try:
            command = [*offline, program, profile, *options, str(source)]
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            return source.with_suffix(".docx").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise Refused("too_slow") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise Refused("damaged") from error


@cache
def _offline() -> tuple[str, ...]:
    """How a program is started without a network on this machine; empty where that is not allowed."""
    try:
        subprocess.run([*_OFFLINE, "true"], capture_output=True, timeout=_SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        return ()
    return _OFFLINE


def _fetches(content: bytes) -> bool:
    """Whether an OpenDocument text links to pictures or parts that would be fetched from elsewhere."""
    archive = open_archive(content)
    pages = (part(archive, name) or b"" for name in ("content.xml", "styles.xml"))
    return any(_FETCHED.search(page) is not None for page in pages)
