"""What is a match worth? The numbers of the ranking, each with where it comes from.

The score is BM25F in the form Whoosh gives it (``whoosh.scoring.BM25F``): the sum over fields of a weight times BM25
in that field, with idf = ln(N / (n + 1)) + 1. BM25: S. Robertson and H. Zaragoza, "The Probabilistic Relevance
Framework", 2009.
"""

from __future__ import annotations

# Chosen on corpus/judgements/searches.csv; docs/explanation/ranking.md has the figures of the alternatives.
K1 = 2.0  # how soon further occurrences stop counting: a paragraph that comes back to a word is about it
B = 0.5  # how much a long passage is held against it: less than the usual 0.75, or one-line passages come first
FIELD_WEIGHTS = {"title": 1.0, "heading": 1.0, "text": 1.0}
