"""What is a match worth? The numbers of the ranking, each with where it comes from.

The score is BM25F in the form Whoosh gives it (``whoosh.scoring.BM25F``): the sum over fields of a weight times BM25
in that field, with idf = ln(N / (n + 1)) + 1. BM25: S. Robertson and H. Zaragoza, "The Probabilistic Relevance
Framework", 2009.
"""

from __future__ import annotations

K1 = 1.2  # how soon further occurrences stop counting; Whoosh's default, the usual choice in the paper above
B = 0.75  # how much a long passage is held against it; likewise

# Weights of the fields, chosen by `matters evaluate` on corpus/judgements/searches.csv; the figures of the alternatives
# stand in docs/explanation/ranking.md.
FIELD_WEIGHTS = {"title": 1.0, "heading": 0.5, "text": 1.0}
