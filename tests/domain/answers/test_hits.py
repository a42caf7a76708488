"""What a search returns: the entries found, best first, each made when somebody looks at it."""

from domain.answers.entries import NOTHING, Entry, Hits, Sort


def _entry(sort: Sort, text: str) -> Entry:
    return Entry(sort, text, text, {}, {})


ENTRIES = (_entry(Sort.SESSION, "khai mạc"), _entry(Sort.TASK, "in giấy mời"), _entry(Sort.SESSION, "bế mạc"))
FOUND = Hits(ENTRIES, (2, 0, 1), (1.0, 2.0, 3.0), 4.0, {0: 0.2, 1: 0.1, 2: 0.7})


def test_hits_come_in_order_with_their_share_of_the_question() -> None:
    assert [(hit.entry.text, hit.coverage, hit.score) for hit in FOUND] == [
        ("bế mạc", 0.75, 0.7),
        ("khai mạc", 0.25, 0.2),
        ("in giấy mời", 0.5, 0.1),
    ]
    assert FOUND[0] == next(iter(FOUND)) and FOUND[1:] == list(FOUND)[1:]
    assert len(FOUND) == 3 and FOUND


def test_hits_of_a_sort_and_those_that_explain_enough_keep_their_order() -> None:
    assert [hit.entry.text for hit in FOUND.of((Sort.SESSION,))] == ["bế mạc", "khai mạc"]
    assert [hit.entry.text for hit in FOUND.explaining(0.5)] == ["bế mạc", "in giấy mời"]
    assert FOUND.of((Sort.TASK,)).most == 0.5


def test_nothing_found_explains_nothing() -> None:
    assert not NOTHING and NOTHING.most == 0 and list(NOTHING.of((Sort.TASK,))) == []
