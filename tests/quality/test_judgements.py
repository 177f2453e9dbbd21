"""Are the ranking, the topics and the commitments as good as they were when people judged them?"""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from indexer.catalogue import Catalogue
from indexer.evaluation.commitments import Evaluation as Commitments
from indexer.evaluation.commitments import evaluate as evaluate_commitments
from indexer.evaluation.commitments import marks
from indexer.evaluation.searches import Evaluation, evaluate
from indexer.search.judgements import Half, judged_searches
from indexer.settings import Settings

# Floors, a little below what `matters evaluate` printed when they were set: see docs/explanation/ranking.md. A change
# that falls below one makes results worse for somebody. They go up when the ranking gets better, and never down.
NDCG_FLOORS = {Half.BEFORE: 0.89, Half.AFTER: 0.77}  # mean nDCG@10 of the searches of a half
# Of the half of the marked papers that the rules were tuned on: see docs/explanation/commitments.md.
COMMITMENT_FLOORS = {"f1": 0.94, "kind": 0.97, "owner": 0.93, "due": 0.97}
ABOUT_FLOOR = 0.9
PART_FLOOR = 0.85


@pytest.fixture(scope="module")
def evaluation(sample: Catalogue, sample_settings: Settings) -> Evaluation:
    return evaluate(sample, judged_searches(sample_settings.judgements / "searches.csv"))


def test_the_judged_searches_of_each_half_rank_well(evaluation: Evaluation) -> None:
    assert len(evaluation.each) >= 120
    low = {half: some.ours.ndcg for half, some in evaluation.by_half.items() if some.ours.ndcg < NDCG_FLOORS[half]}
    assert not low


def test_the_judged_searches_of_each_half_rank_better_than_in_plain_whoosh(evaluation: Evaluation) -> None:
    for some in evaluation.by_half.values():
        assert some.ours.ndcg > some.plain.ndcg


def test_a_search_that_wants_nothing_finds_nothing(evaluation: Evaluation) -> None:
    assert not [one.search.query for one in evaluation.each if one.ours.measures.unwanted]


def test_papers_have_the_topics_that_a_person_gave_them(sample: Catalogue, sample_settings: Settings) -> None:
    """Grade 2: about it, weight 0.4 or more; 1: a part of it; 0: must not be there."""
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    with (sample_settings.judgements / "topics.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            document = sample.document(row["document"]) if row["document"] not in WITHHELD else None
            if document is None:
                continue
            weights = {match.topic: match.weight for match in document.topics}
            weight = weights.get(row["topic"], 0.0)
            judged[row["grade"]] += 1
            right[row["grade"]] += {"2": weight >= 0.4, "1": weight > 0, "0": weight == 0}[row["grade"]]
    assert right["2"] / judged["2"] >= ABOUT_FLOOR
    assert right["1"] / judged["1"] >= PART_FLOOR
    assert right["0"] == judged["0"]


WITHHELD = {"2021-03-09-cabinet-childrens-home-property-exempt"}


@pytest.fixture(scope="module")
def commitments(sample: Catalogue, sample_settings: Settings) -> Commitments:
    return evaluate_commitments(sample, marks(sample_settings.judgements / "commitments.csv"))


def test_the_commitments_that_people_marked_are_found_with_owner_and_due_time(commitments: Commitments) -> None:
    seen = commitments.by_half[Half.BEFORE]
    measured = {"f1": seen.f1, "kind": seen.kind, "owner": seen.owner, "due": seen.due}
    assert {name for name, value in measured.items() if value is None or value < COMMITMENT_FLOORS[name]} == set()
