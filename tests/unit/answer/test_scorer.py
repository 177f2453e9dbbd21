from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from indexer.answer.features import NAMES
from indexer.answer.scorer import CONFIDENCE, WEIGHTS, likely, ranked, read_weights, weights
from tests.unit.answer.papers import Shelf, listed, paper, rows

SHELF = Shelf(
    [
        paper("old", ["The hub had 41 visits.", "The lift was mended in May."], day=date(2019, 5, 1)),
        paper("new", ["Visits to the hub were 52 in all. A lift was bought."], day=date(2024, 5, 1)),
        paper("list", [listed("The hub has:", "a lift;", "a yard."), rows(("Hub", "Visits"), ("Mill Lane", "41"))]),
    ]
)


def test_the_shipped_weights_name_what_there_is_and_all_of_it() -> None:
    kept = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert list(kept["order"]) == list(NAMES)
    for group in ("means", "scales", "confidence"):
        assert list(kept[group]) == list(CONFIDENCE)
    assert all(scale > 0 for scale in kept["scales"].values())
    assert 0 < kept["threshold"]["least"] < 1


def test_what_the_weights_do_not_name_weighs_nothing() -> None:
    bare = read_weights(
        {
            "order": {"covered": 2.0},
            "means": {},
            "scales": {},
            "confidence": {},
            "threshold": {"bias": 0.0, "least": 0.5},
        }
    )
    assert sum(bare.order) == bare.order[NAMES.index("covered")] == 2
    assert likely((9.0,) * len(CONFIDENCE), bare) == 0.5


def test_confidence_grows_with_what_speaks_for_an_answer_and_stays_a_probability() -> None:
    by = replace(weights(), confidence=(1.0, *(0.0,) * (len(CONFIDENCE) - 1)), bias=0.0)
    values = [(score, *(0.0,) * (len(CONFIDENCE) - 1)) for score in (-1e9, -1.0, 50.0, 1e9)]
    shares = [likely(each, by) for each in values]
    assert shares == sorted(shares)
    assert all(0 < share < 1 or share == pytest.approx(1) for share in shares)


@pytest.mark.parametrize(
    "question",
    [
        "How many visits did the hub have?",
        "lift",
        "what is the latest on the hub",
        "why",
        "What does the hub have?",
        "hub",
    ],
)
def test_the_best_candidate_of_each_passage_is_ranked_with_every_feature_a_number(question: str) -> None:
    wanted, passages = SHELF.considered(question)
    found = ranked(wanted, passages, weights())
    places = [(one.signs.passage.document.id, one.signs.passage.passage.anchor) for one in found]
    assert len(set(places)) == len(places) == len(passages)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        assert len(one.signs.values) == len(NAMES)
        assert all(isinstance(value, float) for value in one.signs.values)
        assert 0 < one.confidence < 1


def test_newness_counts_only_where_the_question_is_about_now() -> None:
    def newness(question: str) -> dict[str, float]:
        wanted, passages = SHELF.considered(question)
        return {one.signs.passage.document.id: one.signs["newness"] for one in ranked(wanted, passages, weights())}

    now = newness("latest visits to the hub")
    assert (now["new"], now["old"], now["list"]) == (1, 0, 0)
    assert set(newness("visits to the hub").values()) == {0}
