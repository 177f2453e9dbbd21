"""What does a paper gain? Its topics and one name for what had many, from the officers' tables; its commitments."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from indexer.enrich.commitments.find import find_commitments
from indexer.enrich.phrases import PhraseTree
from indexer.enrich.topics import find_topics
from indexer.model.document import Document
from indexer.vocabulary.vocabulary import Vocabulary


def enrich(document: Document, vocabulary: Vocabulary) -> Document:
    """``document`` with the topics, committee and portfolio that ``vocabulary`` gives it, and with its commitments, in
    place of any it had.
    """
    committee = vocabulary.committee(document.committee.value) if document.committee else None
    portfolio = vocabulary.portfolio(document.portfolio.value) if document.portfolio else None
    enriched = replace(
        document,
        committee_id=committee.id if committee else None,
        portfolio_id=portfolio.id if portfolio else None,
        topics=find_topics(document, _phrases(vocabulary)),
    )
    return replace(enriched, commitments=find_commitments(enriched))


@lru_cache(maxsize=1)  # a build has one vocabulary
def _phrases(vocabulary: Vocabulary) -> PhraseTree:
    return PhraseTree(vocabulary.phrases)
