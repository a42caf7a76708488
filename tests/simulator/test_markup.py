"""Telegram's HTML, with Telegram's complaints."""

from typing import Any

import pytest

from simulator.errors import ApiError
from simulator.markup import FormattedText, parse_html, tidy


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length} | more


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b><strong>b</strong>", "ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [entity("italic", 0, 1), entity("italic", 1, 1)]),
        ("<u>a</u><s>b</s>", "ab", [entity("underline", 0, 1), entity("strikethrough", 1, 1)]),
        ("<b>😀<i>b</i></b>", "😀b", [entity("bold", 0, 3), entity("italic", 2, 1)]),
        ("<code>a</code>", "a", [entity("code", 0, 1)]),
        ("<pre>a</pre>", "a", [entity("pre", 0, 1)]),
        (
            '<pre><code class="language-python">a</code></pre>',
            "a",
            [entity("pre", 0, 1, language="python")],
        ),
        ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ('<a href="https://a.vn/?x=1&amp;y=2">a</a>', "a", [entity("text_link", 0, 1, url="https://a.vn/?x=1&y=2")]),
        ('<a href="nowhere">a</a>', "a", []),
        (
            '<tg-time unix="1785110400" format="wDt">08:00</tg-time>',
            "08:00",
            [entity("date_time", 0, 5, unix_time=1785110400, date_time_format="wDt")],
        ),
        ("1 &lt; 2 &amp; 3 &gt; 2 &quot;&#39;&#x27; &nbsp;", "1 < 2 & 3 > 2 \"'' &nbsp;", []),
        ("<b></b>a", "a", []),
        ("<B>a</B>", "a", [entity("bold", 0, 1)]),
    ],
)
def test_tags_become_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    read = tidy(parse_html(source))
    assert (read.text, list(read.entities)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("ệ <h1>a</h1>", 'Unsupported start tag "h1" at byte offset 4'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ('<a href="x>a</a>', "Unclosed start tag at byte offset 0"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>a</b ", "Unclosed end tag at byte offset 4"),
        ("<a =x>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=a/b>a</a>", "Unexpected end of name token at byte offset 8"),
    ],
)
def test_faults_are_told_as_telegram_tells_them(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert (caught.value.status, caught.value.description) == (400, f"Bad Request: can't parse entities: {words}")


def test_white_space_at_both_ends_goes_before_counting() -> None:
    read = tidy(parse_html("\n <b> a </b> \n"))
    assert read == FormattedText("a", (entity("bold", 0, 1),))


def test_commands_and_links_are_found_in_plain_text() -> None:
    read = tidy(FormattedText("/lich xem https://a.vn và @hoi_nghi_bot"))
    assert [(e["type"], e["offset"], e["length"]) for e in read.entities] == [
        ("bot_command", 0, 5),
        ("url", 10, 12),
        ("mention", 26, 13),
    ]
