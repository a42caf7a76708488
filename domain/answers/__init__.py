"""Answering delegates' questions about one conference: text in, an answer value out, nothing else touched.

The stages, each in its own module: `reading` (spelling, abbreviations, fillers → tokens, concepts, days), `kinds`
(what is asked, by scored evidence), `index` (what the programme says, searchable), `resolve` (the answer value).
`asking` ties them together.
"""

from domain.answers.alike import alike, grouped, key_of
from domain.answers.asking import (
    about_asker,
    agenda_of,
    answer,
    answer_each,
    concepts_in,
    context_of,
    whole_agenda,
)
from domain.answers.explaining import explain, explain_each
from domain.answers.following import context_after
from domain.answers.index import Index
from domain.answers.language import language_of
from domain.answers.query import Asker, Context, Kind, Understanding
from domain.answers.reading import understand
from domain.answers.values import Answer

__all__ = [
    "Answer",
    "Asker",
    "Context",
    "Index",
    "Kind",
    "Understanding",
    "about_asker",
    "agenda_of",
    "alike",
    "answer",
    "answer_each",
    "concepts_in",
    "context_after",
    "context_of",
    "explain",
    "explain_each",
    "grouped",
    "key_of",
    "language_of",
    "understand",
    "whole_agenda",
]
