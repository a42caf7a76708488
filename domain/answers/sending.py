"""The words for handing something in: who asks where to, by when or to whom may use another than the plan does."""

import re

from domain.answers.phrases import words_in

HANDING_IN = words_in("gui nop trinh send sends submit")
"""Verbs that stand for one another: what one hands in, a plan may say to send."""

HANDED_IN = re.compile(r"\b(?:gửi|nộp|trình(?! bày)|hạn|chốt|submi\w+|due|send)\b", re.IGNORECASE)
"""How a text says that something is handed in."""

HANDED = HANDING_IN | words_in("ve bao nhan du")
"""What a task may name the place of: sending, reporting, receiving, taking part."""

SAYS_WHERE = (HANDING_IN | words_in("nhan")) - words_in("trinh")  # "trình bày" hands in nothing
"""One of these stands in a statement that tells where a thing goes."""

DONE_BY_A_DAY = HANDING_IN | words_in("phat chot mua in")
"""Verbs that tell two deadlines of one thing apart."""
