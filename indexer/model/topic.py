"""What is a paper about?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject of children's services as the vocabulary lists it."""

    id: str  # "care-leavers"
    label: str
    group: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMatch:
    """That a paper is about a topic: how much (0 to 1, see ``indexer.enrich``), and where it says so."""

    topic: str  # a Topic's id
    weight: float
    paragraphs: tuple[str, ...]  # anchors, in reading order


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSummary:
    """A topic and how many documents are about it."""

    topic: Topic
    documents: int
