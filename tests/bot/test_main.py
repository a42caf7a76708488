"""The command line as a program: what becomes of its output."""

import subprocess
import sys
from pathlib import Path


def test_a_reader_that_has_seen_enough_is_no_fault(project_root: Path, tmp_path: Path) -> None:
    units = "\n".join(f"{n}. Sở số {n}\n- Chuẩn bị phần việc số {n} của Hội nghị." for n in range(1, 1500))
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(f"KẾ HOẠCH\nTổ chức Hội nghị giao ban\nI. TỔ CHỨC THỰC HIỆN\n{units}\n", encoding="utf-8")
    command = [sys.executable, "-m", "bot", "plan", str(plan), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=project_root) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.read(2) == b"{\n"
        program.stdout.close()
        told = program.stderr.read()
    assert (program.returncode, told) == (0, b"")
