from __future__ import annotations

import csv

from indexer.enrich.commitments.ahead import Ahead
from indexer.enrich.commitments.doubts import Doubt
from indexer.enrich.commitments.marks import Place
from indexer.enrich.commitments.subjects import Subject
from indexer.enrich.commitments.verbs import Deed
from indexer.enrich.commitments.weights import BIAS, WEIGHTS, score, weights


def test_every_weight_says_its_reason() -> None:
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["reason"].strip() for row in rows)
    assert len({row["cue"] for row in rows}) == len(rows)


def test_every_cue_of_a_kind_has_a_weight() -> None:
    nothing_is_read_there, read_by_its_subject = Place.APART, Deed.TELLS
    named = {*Ahead, *Doubt, *Subject, *Place, *Deed} - {nothing_is_read_there, read_by_its_subject}
    assert set(map(str, named)) <= weights().keys()


def test_a_score_lies_between_0_and_1_and_rises_with_what_speaks_for_it() -> None:
    nothing, promise = score(()), score(("is to", "time to come"))
    assert 0 < nothing < 0.5 < promise < 1
    assert score(("no such cue",)) == nothing
    assert nothing == score((BIAS,)) or BIAS in weights()
