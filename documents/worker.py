"""The process in which a stranger's file is read: the pickled job on standard input, its result on standard output."""

import pickle
import resource
import sys
from collections.abc import Callable, Mapping
from typing import Any

_MEMORY = 1024 * 1024 * 1024
_PROCESSOR_SECONDS = 12


def _plan() -> Callable[..., Any]:
    from documents.reading import read_plan

    return read_plan


def _explanation() -> Callable[..., Any]:
    from documents.reading import explain_plan

    return explain_plan


def _book() -> Callable[..., Any]:
    from documents.planbook_rows import sent_book

    return sent_book


JOBS: Mapping[str, Callable[[], Callable[..., Any]]] = {"plan": _plan, "explanation": _explanation, "book": _book}
"""What can be read here by name; each loads only its own libraries."""


def main() -> int:
    """Do one job under limits of memory and processor time."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    name, arguments = pickle.load(sys.stdin.buffer)  # written by our own other end
    sys.stdout.buffer.write(pickle.dumps(JOBS[name]()(*arguments)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
