"""The process in which a stranger's file is read: bytes on standard input, the pickled result on standard output."""

import pickle
import resource
import sys

from documents.reading import read_plan

_MEMORY = 1024 * 1024 * 1024
_PROCESSOR_SECONDS = 12


def main() -> int:
    """Read one plan under limits of memory and processor time."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    result = read_plan(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.buffer.write(pickle.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
