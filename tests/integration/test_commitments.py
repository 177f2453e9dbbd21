"""Are the commitments of the papers stored with them, and compared with what people marked?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.catalogue import Catalogue
from indexer.errors import NotFoundError, RequestError
from indexer.evaluation.commitments import evaluate
from indexer.judgements.commitments import Mark
from indexer.judgements.table import Half
from indexer.model.commitment import CommitmentKind

MINUTES = "2017-07-11-scrutiny-minutes"
MARK = Mark(
    line=2,
    document=MINUTES,
    anchor="p-36",
    quote="(1) That the strategy be welcomed; and",
    kind=None,
    owner="",
    due=None,
    written=Half.BEFORE,
)
REPLY = '(2) That the Chair reply to Mr Araby, conveying members\' concern about the word "persistent".'


def test_every_paper_of_the_index_has_its_commitments_and_each_has_its_own_id(sample: Catalogue) -> None:
    documents = [sample.document(document) for document in sample.documents()]
    found = [commitment for document in documents for commitment in document.commitments]
    assert len(found) >= 200
    assert len({commitment.id for commitment in found}) == len(found)
    topics = {topic for document in documents for commitment in document.commitments for topic in commitment.topics}
    assert topics <= {match.topic for document in documents for match in document.topics}


def test_a_marked_line_is_compared_with_what_was_found_at_its_words(sample: Catalogue) -> None:
    reply = replace(MARK, quote=REPLY, kind=CommitmentKind.DECISION, owner="the Chair")
    welcomed, replied = evaluate(sample, [MARK, reply]).each
    assert welcomed.found is None
    assert replied.found is not None
    assert replied.found.quote == REPLY
    assert (replied.has_kind, replied.has_owner, replied.has_due) == (True, True, True)


def test_a_line_whose_words_are_gone_and_a_paper_that_is_gone_are_named(sample: Catalogue) -> None:
    with pytest.raises(RequestError, match=r"line 2: .*has no such words at p-36"):
        evaluate(sample, [replace(MARK, quote="That nothing be done.")])
    with pytest.raises(NotFoundError):
        evaluate(sample, [replace(MARK, document="no-such-paper")])
