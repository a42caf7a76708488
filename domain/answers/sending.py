"""The words for handing something in: who asks where to, by when or to whom may use another than the plan does."""

from domain.answers.phrases import words_in

HANDING_IN = words_in("gui nop trinh send sends submit")
"""Verbs that stand for one another: what one hands in, a plan may say to send."""

HANDED = HANDING_IN | words_in("ve bao nhan du")
"""What a task may name the place of: sending, reporting, receiving, taking part."""

SAYS_WHERE = (HANDING_IN | words_in("nhan")) - words_in("trinh")  # "trình bày" hands in nothing
"""One of these stands in a statement that tells where a thing goes."""

DONE_BY_A_DAY = HANDING_IN | words_in("phat chot mua in")
"""Verbs that tell two deadlines of one thing apart."""
