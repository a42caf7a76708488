"""A reply that a crash left unsaid is the very reply that was to be said."""

import json

from domain.views import Attachment, OpenLink, Press, Reply, registered
from services.unsaid import MOST_BYTES, kept, replies_of
from services.views.menu import OnlyText, Resumed
from services.views.samples import all_samples


def test_every_view_comes_back_as_it_was_kept() -> None:
    replies = [Reply(it=each) for each in all_samples() if type(each) in registered]
    assert replies_of(json.loads(json.dumps(kept(replies)))) == replies


def test_buttons_files_and_manner_are_kept_too() -> None:
    reply = Reply(
        it=OnlyText(),
        buttons=((Press("a:1", "agree", (("n", "3"),), "primary"), OpenLink("https://t.me/x", "agree")),),
        files=(Attachment("qr.png", b"\x89PNG\x00", photo=True),),
        edit=True,
        toast="receipt_noted",
        language="en",
    )
    assert replies_of(json.loads(json.dumps(kept(reply)))) == [reply]


def test_what_says_nothing_is_not_kept() -> None:
    assert (kept(None), kept(137), kept([])) == (None, None, None)


def test_a_reply_too_large_or_of_another_version_becomes_the_next_step() -> None:
    large = Reply(it=OnlyText(), files=(Attachment("a.bin", b"x" * (MOST_BYTES + 1)),))
    assert replies_of(kept(large) or []) == [Reply(it=Resumed())]
    unknown = {**(kept(Reply(it=OnlyText())) or [{}])[0], "view": "menu/of_tomorrow"}
    assert replies_of([unknown]) == [Reply(it=Resumed())]
