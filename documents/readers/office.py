"""Old Word and OpenDocument files, where LibreOffice is installed to turn them into .docx."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from documents.readers.paper import Refused

_SECONDS = 9


def as_docx(content: bytes, ending: str) -> bytes:
    """The file as .docx; refused with "needs_libreoffice" where no LibreOffice is installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Refused("needs_libreoffice")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"plan.{ending}"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            return source.with_suffix(".docx").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise Refused("too_slow") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise Refused("damaged") from error
