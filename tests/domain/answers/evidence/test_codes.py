"""What the learned company of words hangs on: codes that the vocabulary still knows."""

from domain.answers.evidence import associations
from domain.answers.lexicon import synonym_lexicon
from domain.answers.normalise import tokens_of


def test_every_row_of_synonyms_that_was_learned_is_still_one() -> None:
    learned = {sign[1:] for sign in associations.learned().weights if sign.startswith("==")}
    assert learned
    for code in learned:
        phrase = code.lstrip("=").split("/")[0]
        found = {payload for match in synonym_lexicon().find(tokens_of(phrase)) for payload in match.payloads}
        assert code in found
