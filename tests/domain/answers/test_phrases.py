"""How vocabulary tables are written."""

from domain.answers.phrases import phrases


def test_alternatives_are_written_out_and_an_empty_one_left_out() -> None:
    assert phrases("[lo/giữ] [những/] việc gì | ai\n lo") == (
        "lo những việc gì",
        "lo việc gì",
        "giữ những việc gì",
        "giữ việc gì",
        "ai lo",
    )
