"""Is the ranking, and are the topics, as good as they were when people judged them?"""

from __future__ import annotations

import csv
from collections import Counter
from statistics import fmean

from indexer.catalogue import Catalogue
from indexer.model.search import SearchRequest
from indexer.search.quality import judged_searches, ndcg
from indexer.settings import Settings

# Floors, a little below what `matters evaluate` printed when they were set: see docs/explanation/ranking.md.
NDCG_FLOOR = 0.9
ABOUT_FLOOR = 0.9
PART_FLOOR = 0.85


def test_the_judged_searches_rank_well(sample: Catalogue, sample_settings: Settings) -> None:
    judged = judged_searches(sample_settings.judgements / "searches.csv")
    assert len(judged) >= 40
    scores = []
    for search in judged:
        results = sample.search(SearchRequest(query=search.query))
        scores.append(ndcg([result.document.id for result in results.documents], search.grades))
    assert fmean(scores) >= NDCG_FLOOR


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
