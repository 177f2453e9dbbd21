"""Which topics are there, which words stand for them, and which of these rows are wrong?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from indexer.model.topic import Topic
from indexer.text.words import STOP_WORDS, stems
from indexer.vocabulary.phrases import PhraseSort, TopicPhrase, singular
from indexer.vocabulary.rows import Row

TOPIC_COLUMNS = ("topic", "label", "group", "description")
PHRASE_COLUMNS = ("topic", "phrase", "sort", "context")

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_FORM = "write small letters and digits, with hyphens between words"

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9]+[A-Z0-9]")  # EHCP, GCP2, WSoA, CiC


def parse_topics(rows: Sequence[Row], mistakes: list[str]) -> dict[str, tuple[Topic, Row]]:
    """The topics by id, each with its row."""
    topics: dict[str, tuple[Topic, Row]] = {}
    labels: dict[str, Row] = {}
    for row in rows:
        topic = Topic(id=row["topic"], label=row["label"], group=row["group"], description=row["description"])
        if not ID.fullmatch(topic.id):
            mistakes.append(row.mistake(f"“{topic.id}” cannot be a topic's id; {ID_FORM}"))
        elif topic.id in topics:
            mistakes.append(row.mistake(f"“{topic.id}” stands in line {topics[topic.id][1].line} too; delete one"))
        else:
            topics[topic.id] = (topic, row)
        mistakes += (
            row.mistake(f"has no {column}; write what pages should show")
            for column in ("label", "group")
            if not row[column]
        )
        first = labels.setdefault(topic.label.casefold(), row)
        if topic.label and first["topic"] != topic.id:
            mistakes.append(row.mistake(f"has the same label as line {first.line}; write another"))
    return topics


def parse_phrases(
    rows: Sequence[Row], topics: Mapping[str, tuple[Topic, Row]], mistakes: list[str]
) -> tuple[TopicPhrase, ...]:
    """The phrases of all topics, in the order of the table."""
    found: list[tuple[TopicPhrase, Row]] = []
    for row in rows:
        wrong = [*_topic_mistakes(row, topics), *_phrase_mistakes(row)]
        mistakes += (row.mistake(message) for message in wrong)
        if not wrong:
            found.append((_phrase(row), row))
    mistakes += _clashes(found)
    named = {row["topic"] for row in rows if row["sort"] != PhraseSort.NOT}
    mistakes += (
        row.mistake(f"no phrase stands for “{topic.id}”; add one to topic_phrases.csv, or delete the topic")
        for topic, row in topics.values()
        if topic.id not in named
    )
    return tuple(phrase for phrase, _ in found)


def _phrase(row: Row) -> TopicPhrase:
    return TopicPhrase(
        topic=row["topic"], text=row["phrase"], sort=PhraseSort(row["sort"]), context=_context(row["context"])
    )


def _context(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _topic_mistakes(row: Row, topics: Mapping[str, tuple[Topic, Row]]) -> list[str]:
    if row["topic"] in topics or not topics:  # where topics.csv itself cannot be read, that is the mistake
        return []
    close = get_close_matches(row["topic"].casefold().replace(" ", "-"), topics, n=1)
    meant = f", perhaps “{close[0]}”" if close else ""
    return [f"“{row['topic']}” is no topic; write an id of topics.csv{meant}"]


def _phrase_mistakes(row: Row) -> list[str]:
    text, words, wrong = row["phrase"], stems(row["phrase"]), []
    if not words:
        wrong.append("has no phrase; write the words, or delete the line")
    elif STOP_WORDS.issuperset(text.casefold().split()):
        wrong.append(f"“{text}” stands in every paper; write words that tell the topic")
    if row["sort"] not in list(PhraseSort):
        wrong.append(f"“{row['sort']}” is no sort; write {', '.join(PhraseSort)}")
    if row["sort"] == PhraseSort.ABBREVIATION and words:
        wrong += _abbreviation_mistakes(text)
    if row["sort"] == PhraseSort.NOT and row["context"]:
        wrong.append("has a context, which a “not” cannot have; empty the cell")
    wrong += (
        f"“{part}” in the context is not another phrase; write a word that shows what “{text}” means"
        for part in _context(row["context"])
        if not stems(part) or _matched(part) == _matched(text)
    )
    return wrong


def _abbreviation_mistakes(text: str) -> list[str]:
    if _ABBREVIATION.fullmatch(text):
        return []
    if len(text) <= 2:
        return [f"“{text}” is too short to stand for one thing; write its words as a phrase"]
    if not text.isalnum():
        return [f"“{text}” is not one run of letters and digits; write it so, or make it a phrase"]
    return [f"“{text}” is not in capitals; write “{text.upper()}”, or make it a phrase"]


def _clashes(found: Sequence[tuple[TopicPhrase, Row]]) -> list[str]:
    """Rows that take the same words: twice for one topic, or for two topics with nothing to tell them apart."""
    mistakes: list[str] = []
    seen: dict[tuple[str, ...], list[tuple[TopicPhrase, Row]]] = {}
    for phrase, row in found:
        for other, line in seen.setdefault(_matched_words(phrase), []):
            message = _clash(phrase, other, line.line)
            if message:
                mistakes.append(row.mistake(message))
        seen[_matched_words(phrase)].append((phrase, row))
    return mistakes


def _clash(phrase: TopicPhrase, other: TopicPhrase, line: int) -> str | None:
    denied = PhraseSort.NOT in (phrase.sort, other.sort)
    if phrase.topic == other.topic:
        what = "counts and is a “not”" if denied and phrase.sort is not other.sort else "stands twice"
        return f"“{phrase.text}” {what} for “{phrase.topic}” (“{other.text}” in line {line}); delete one"
    if denied or (phrase.context and other.context):
        return None
    return (
        f"“{phrase.text}” stands for “{other.topic}” too (line {line}); "
        "give both a context that tells them apart, or delete one"
    )


def _matched_words(phrase: TopicPhrase) -> tuple[str, ...]:
    """The same for two rows that match the same words in a text."""
    return (phrase.text.upper(),) if phrase.sort is PhraseSort.ABBREVIATION else _matched(phrase.text)


def _matched(text: str) -> tuple[str, ...]:
    words = stems(text)
    return words if len(words) > 1 else (singular(text),)
