"""The house rules of the form "only one module …", kept by reading the sources."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

FLOORS = ("simulator", "bot", "handlers", "services", "storage", "templates", "documents", "domain")
VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)
WORDS_LIVE_IN = ("templates/", "domain/", "documents/", "simulator/")
"""Where Vietnamese words may stand: what is said; the vocabulary of text, dates and answers; the plan reader and the
heads of lists; what pretend people say. Everything between has no sentence of its own."""


def sources(root: Path, *floors: str) -> Iterator[tuple[str, ast.Module]]:
    for floor in floors or FLOORS:
        for path in sorted((root / floor).rglob("*.py")):
            yield path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def strings(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_only_notifying_adds_outbox_rows(project_root: Path) -> None:
    inserting = re.compile(r"\b(insert|insert_new|upsert)\(.*\bdeliveries\b")
    found = {
        name
        for name, tree in sources(project_root, "bot", "handlers", "services", "storage", "simulator")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and inserting.match(ast.unparse(node))
    }
    assert found == {"services/notifying.py"}


def test_only_the_gateway_and_its_transport_know_telegram_errors(project_root: Path) -> None:
    found = {
        name for name, tree in sources(project_root, "bot", "handlers", "services") if "telegram.error" in imports(tree)
    }
    assert found == {"bot/gateway.py", "bot/transport.py"}
    catching = {
        name
        for name, tree in sources(project_root, "bot", "handlers", "services")
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and node.type is not None and "TelegramError" in ast.unparse(node.type)
    }
    assert catching == {"bot/gateway.py"}


def test_only_one_module_reads_telegram_updates(project_root: Path) -> None:
    found = {name for name, tree in sources(project_root, "handlers") if "callback_query" in strings(tree)}
    assert found == {"handlers/incoming.py"}


def test_only_the_routes_table_gathers_handlers(project_root: Path) -> None:
    tables = re.compile(r"\b(COMMANDS|PRESSES)\b")
    readers = {
        name
        for name, tree in sources(project_root, "bot", "handlers", "simulator")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "merged" and tables.search(ast.unparse(node))
    }
    assert readers == {"handlers/routes.py"}


def test_only_one_module_reads_the_clock(project_root: Path) -> None:
    reading = {"datetime.now", "datetime.utcnow", "date.today", "time.time", "time.monotonic", "time.time_ns"}
    found = {name for name, tree in sources(project_root) if reading & set(calls(tree))}
    assert found - {"simulator/clock.py"} == {"bot/clock.py"}


def test_sentences_that_people_read_live_in_templates(project_root: Path) -> None:
    found = []
    for name, tree in sources(project_root):
        if name.startswith(WORDS_LIVE_IN) or "/views/" in name:
            continue
        spoken = _without_docstrings(tree)
        found += [f"{name}: {text[:40]!r}" for text in spoken if VIETNAMESE.search(text)]
    assert found == []


def _without_docstrings(tree: ast.AST) -> list[str]:
    documented = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented
    ]


@pytest.mark.parametrize("mock", ["unittest.mock", "mock"])
def test_no_test_uses_mocks(project_root: Path, mock: str) -> None:
    found = [
        path.name
        for path in (project_root / "tests").rglob("*.py")
        if mock in set(imports(ast.parse(path.read_text(encoding="utf-8"))))
    ]
    assert found == []


def test_nothing_in_the_project_names_an_index_or_a_download_address(project_root: Path) -> None:
    locks = (project_root / "requirements").glob("*.txt")
    addresses = re.compile(r"https?://|--(extra-)?index-url|--find-links")
    assert [path.name for path in locks if addresses.search(path.read_text(encoding="utf-8"))] == []
