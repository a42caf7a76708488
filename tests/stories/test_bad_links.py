"""Links opened twice, by others, too late, mangled or forged: a sentence each, and nobody gets in by mistake."""

from typing import Any

import pytest

Town = Any


async def test_a_link_opened_again_by_its_owner_shows_where_they_stand(town: Town) -> None:
    await town.an.opens(town.links["an"])
    await town.an.sees("Thứ Năm, 10/12/2026", "Trung tâm Văn hóa")
    await town.owner.opens(town.links["owner"])
    await town.owner.sees("chủ bot")


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_a_link_opened_by_a_second_account_is_refused_and_the_organizers_are_told_once(
    town: Town, language: str
) -> None:
    stranger = town.stranger("Somebody Else", language)
    words = ("đã có người dùng", "cấp đường dẫn riêng") if language == "vi" else ("used", "organizers")
    for _ in range(2):
        await stranger.opens(town.links["an"])
        await stranger.sees(*words)
    await town.owner.sees("Có người mở đường dẫn đã dùng", "Nguyễn Văn An", "/daibieu")
    await town.stage.settled()
    assert town.count("notices", "kind = 'link'") == 1
    assert town.count("delegates", f"account_id = {stranger.id}") == 0


async def test_the_owner_link_makes_nobody_else_an_owner(town: Town) -> None:
    stranger = town.stranger()
    await stranger.opens(town.links["owner"])
    await stranger.sees("đã có người dùng")
    await stranger.says("/kehoach")
    await stranger.sees("dành cho người có quyền khác", "/menu")
    assert town.count("accounts", "is_owner") == 1


async def test_revoked_mangled_and_forged_links_name_the_next_step(town: Town) -> None:
    stranger = town.stranger()
    await stranger.opens(town.links["revoked"])
    await stranger.sees("đã được thu hồi", "đường dẫn mới nhất")
    token = town.links["live"].partition("start=")[2]
    for payload in (token[:-1], token + "x", token.swapcase(), "A" * 64, "-", "___"):
        await stranger.starts(payload)
        await stranger.sees("không đúng hoặc bị thiếu ký tự", "mã hội nghị")
    await stranger.says("/start ' or 1=1 --")
    await stranger.sees("không đúng hoặc bị thiếu ký tự")
    await stranger.says("/start <b>" + "x" * 3000)
    await stranger.sees("không đúng hoặc bị thiếu ký tự")
    assert town.count("delegates", "account_id is not null") == 2


async def test_an_expired_link_says_so(town: Town) -> None:
    await town.stage.passes(days=61)
    stranger = town.stranger()
    await stranger.opens(town.links["live"])
    await stranger.sees("đã hết hạn", "đường dẫn mới")


async def test_a_link_of_another_conference_does_not_open_this_one(town: Town, project_root: Any) -> None:
    plan = (project_root / "simulator" / "plans" / "hoi-nghi-mau.txt").read_bytes()
    await town.owner.sends_file("khac.txt", plan)
    await town.owner.sees("hay là bản mới")
    await town.owner.presses("Hội nghị mới")
    await town.owner.sees("Bản nháp")
    await town.owner.says("/daibieu")
    await town.owner.sees("Chưa có ai trong danh sách")
    await town.owner.forges("dc:1")  # shows a delegate of the first conference
    await town.owner.sees("không còn trong danh sách", "/daibieu")
    await town.an.opens(town.links["live"])
    await town.an.sees("đã tham gia hội nghị với đường dẫn khác", "/menu")


async def test_two_presses_of_consent_are_one_arrival(town: Town) -> None:
    stranger = town.stranger("Phạm Thị Bình")
    await stranger.opens(town.links["live"])
    await stranger.sees("Tự nguyện")
    await stranger.presses("Đồng ý")
    await stranger.presses("Đồng ý")
    await stranger.sees("Phạm Thị Bình")
    await town.stage.settled()
    assert town.count("journal", "act = 'joined'") == 5
    assert town.count("delegates", f"account_id = {stranger.id}") == 1
