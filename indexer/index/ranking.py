"""What is a match worth? The numbers of the ranking, each with where it comes from.

The score is BM25F in the form Whoosh gives it (``whoosh.scoring.BM25F``): the sum over fields of a weight times BM25
in that field, with idf = ln(N / (n + 1)) + 1. BM25: S. Robertson and H. Zaragoza, "The Probabilistic Relevance
Framework", 2009.
"""

from __future__ import annotations

from collections.abc import Mapping

from indexer.model.query import Bare, Exact, Leaf, Titled, Weighted

# Chosen on corpus/judgements/searches.csv; docs/explanation/ranking.md has the figures of the alternatives.
K1 = 2.0  # how soon further occurrences stop counting: a paragraph that comes back to a word is about it
B = 0.5  # how much a long passage is held against it: less than the usual 0.75, or one-line passages come first
FIELD_WEIGHTS = {"title": 1.0, "heading": 1.0, "text": 1.0}
# What a paper's other passages count beside its best one: a paper that comes back to a thing is about it. nDCG@10 of
# the half `before` is 0.872 with 0, 0.884 with 0.05, 0.891 with 0.1, 0.893 with 0.2; more would favour long papers.
REST = 0.15

FORMS = "_forms"  # ends the name of the field that holds the forms of another one's words
# Of these the titles stand for all passages of their document.
TITLES = frozenset({"title", f"title{FORMS}"})


def searched(leaf: Leaf) -> tuple[Bare, Mapping[str, float]]:
    """What is looked for, and in which fields of an index, with what it is worth there."""
    match leaf:
        case Weighted(inner, weight):
            bare, fields = searched(inner)
            return bare, {name: weight * own for name, own in fields.items()}
        case Titled(inner):
            bare, fields = searched(inner)
            return bare, {name: own for name, own in fields.items() if name in TITLES}
        case Exact():
            return leaf, _FORM_WEIGHTS
        case _:
            return leaf, FIELD_WEIGHTS


_FORM_WEIGHTS = {f"{name}{FORMS}": weight for name, weight in FIELD_WEIGHTS.items()}
