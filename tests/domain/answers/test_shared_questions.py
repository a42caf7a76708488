"""The shared development questions, judged by their own scorer."""

import json
import subprocess
import sys
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from domain.answers import answer_each, language_of
from templates.render import text
from tests.questions import index_of


def test_the_shared_questions_are_answered_right_and_never_wrongly_with_confidence(
    shared_dir: Path, tmp_path: Path
) -> None:
    plans = shared_dir / "plans"
    index = cache(partial(index_of, folder=plans))
    rows = []
    for line in (plans / "questions_dev.jsonl").read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        now = datetime.fromisoformat(asked["now"]) if asked["now"] else None
        found = answer_each(asked["question"], index(asked["plan"]), now)
        words = "\n\n".join(text(each, language_of(asked["question"])) for each in found)
        rows.append(json.dumps({"id": asked["id"], "answered": all(each.answered for each in found), "text": words}))
    answers = tmp_path / "answers.jsonl"
    answers.write_text("\n".join(rows), encoding="utf-8")
    command = [sys.executable, plans / "score_questions.py", plans / "questions_dev.jsonl", answers, "--json", "-v"]
    summary = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert summary["overall"]["accuracy"] >= 0.97, summary["failures"]
    assert summary["confidently_wrong"]["count"] == 0, summary["failures"]
