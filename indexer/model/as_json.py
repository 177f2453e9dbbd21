"""What do other programs get? The one serialiser of pages' JSON, terminal and exports; the names are a promise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from indexer.model.commitment_json import commitment_json
from indexer.model.document import Author, Block, Document, Fact, Paragraph, Passage, Section
from indexer.model.paths import Similar, TopicHistory
from indexer.model.person import Person
from indexer.model.problem import Problem
from indexer.model.query import Facet
from indexer.model.report import BuildReport, Coverage
from indexer.model.search import DocumentResult, FacetCounts, PassageResult, Reason, SearchResults, Suggestion
from indexer.model.topic import Topic, TopicSummary
from indexer.model.versions import ChangeKind, Comparison, Relation, Version

Json = dict[str, Any]


def document_url(document: str, anchor: str | None = None) -> str:
    """The web address of a document or of a passage in it, as a path."""
    return f"/documents/{document}#{anchor}" if anchor else f"/documents/{document}"


def similar_url(document: str, anchor: str) -> str:
    """The web address of what says something similar to a passage, as a path."""
    return f"{document_url(document)}/similar/{quote(anchor)}"


def version_url(version: Version) -> str:
    """The web address of another version: in a pack, of the place where the paper begins."""
    return document_url(version.document, version.anchor if version.relation is Relation.HOLDS else None)


def search_json(results: SearchResults) -> Json:
    return {
        "query": results.request.query,
        "interpreted": results.interpreted,
        "notices": list(results.notices),
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "took_ms": round(results.took_ms, 1),
        "words": results.words,
        "read": [
            {"name": read.part.value, "value": read.value, "label": read.label, "words": read.words}
            for read in results.read
        ],
        "recent": results.recent,
        "expansions": [{"word": one.word, "also": list(one.also)} for one in results.expansions],
        "questions": [
            {"word": one.word, "meanings": [{"meaning": each.text, "query": each.query} for each in one.meanings]}
            for one in results.questions
        ],
        "suggestion": _suggestion(results.suggestion),
        "relaxations": [
            {"label": one.label, "query": one.request.query, "total": one.total} for one in results.relaxations
        ],
        "without": [{"filter": one.part.value, "label": one.label, "count": one.count} for one in results.without],
        "documents": [_result(result) for result in results.documents],
        "facets": {counts.facet.value: _facet(counts) for counts in results.facets},
    }


def document_json(document: Document, versions: Iterable[Version] = ()) -> Json:
    """A whole document with its structure and ``versions``: what ``matters show`` prints."""
    meeting = document.meeting_date
    return {
        **summary_json(document),
        "type_basis": document.kind.basis.value,
        "meeting_date": meeting.value.isoformat() if meeting else None,
        "date_basis": document.date.basis.value if document.date else None,
        "year_basis": document.year.basis.value if document.year else None,
        "item": _value(document.item),
        "related_portfolios": _value(document.related_portfolios),
        "wards": _value(document.wards),
        "chair": _value(document.chair),
        "authors": [_author(author) for author in document.authors],
        "background_papers": list(document.background_papers),
        "exemption": document.exemption.value.value,
        "topics": [
            {"topic": match.topic, "weight": round(match.weight, 2), "paragraphs": list(match.paragraphs)}
            for match in document.topics
        ],
        "facts": {name: _fact(fact) for name, fact in facts(document)},
        "source": {
            "path": document.source.path,
            "sha256": document.source.sha256,
            "media_type": document.source.media_type,
            "size": document.source.size,
            "read_by": document.source.read_by,
            "url": document.source.url,
        },
        "versions": [_version(version) for version in versions],
        "commitments": [commitment_json(commitment) for commitment in document.commitments],
        "sections": [_section(section) for section in document.sections],
        "problems": [problem_json(problem) for problem in document.problems],
    }


def facts(document: Document) -> tuple[tuple[str, Fact[Any]], ...]:
    """Every fact that the paper has, by the name it bears in JSON, in the order in which people read them."""
    found = (
        ("title", document.title),
        ("type", document.kind),
        ("committee", document.committee),
        ("meeting_date", document.meeting_date),
        ("date", document.date),
        ("year", document.year),
        ("municipal_year", document.municipal_year),
        ("item", document.item),
        ("portfolio", document.portfolio),
        ("portfolio_holder", document.portfolio_holder),
        ("chair", document.chair),
        ("related_portfolios", document.related_portfolios),
        ("wards", document.wards),
        ("exemption", document.exemption),
    )
    return tuple((name, fact) for name, fact in found if fact is not None)


def summary_json(document: Document) -> Json:
    """What a list shows of a document."""
    return {
        "id": document.id,
        "title": document.title.value,
        "type": document.kind.value.value,
        "committee": _value(document.committee),
        "committee_id": document.committee_id,
        "date": document.date.value.isoformat() if document.date else None,
        "year": _value(document.year),
        "municipal_year": _value(document.municipal_year),
        "portfolio": _value(document.portfolio),
        "portfolio_id": document.portfolio_id,
        "portfolio_holder": _value(document.portfolio_holder),
        "topics": [match.topic for match in document.topics],
        "url": document_url(document.id),
    }


def passage_json(document: Document, passage: Passage) -> Json:
    """One paragraph or table row: what ``matters show DOCUMENT#ANCHOR`` prints."""
    return {"document": summary_json(document), **paragraph_json(document.id, passage)}


def paragraph_json(document: str, passage: Passage) -> Json:
    return {
        "number": passage.number,
        "anchor": passage.anchor,
        "heading": passage.heading,
        "text": passage.text,
        "page": passage.page,
        "url": document_url(document, passage.anchor),
    }


def comparison_json(comparison: Comparison) -> Json:
    """What changed between two papers; an edit is a span of the old text and one of the new, in characters."""
    return {
        "old": summary_json(comparison.old),
        "new": summary_json(comparison.new),
        "partly": comparison.partly,
        "counts": {kind.value: comparison.counts[kind] for kind in ChangeKind},
        "changes": [
            {
                "kind": change.kind.value,
                "old": paragraph_json(comparison.old.id, change.old) if change.old else None,
                "new": paragraph_json(comparison.new.id, change.new) if change.new else None,
                "edits": [
                    {"old": [edit.old_start, edit.old_end], "new": [edit.new_start, edit.new_end]}
                    for edit in change.edits
                ],
            }
            for change in comparison.changes
        ],
    }


def similar_json(similar: Similar) -> Json:
    """What says something similar to a paragraph; a score is how similar, 0 to 1."""
    return {
        "paragraph": passage_json(similar.document, similar.passage),
        "comparable": similar.comparable,
        "before": [_result(result) for result in similar.before],
        "since": [_result(result) for result in similar.since],
        "unplaced": [_result(result) for result in similar.unplaced],
    }


def problem_json(problem: Problem) -> Json:
    return {
        "severity": problem.severity.value,
        "where": problem.where,
        "message": problem.message,
        "hint": problem.hint,
    }


def problems_json(coverage: Coverage) -> Json:
    return {
        "withheld": list(coverage.withheld),
        "problems": [problem_json(problem) for problem in coverage.problems],
    }


def coverage_json(coverage: Coverage) -> Json:
    return {
        "documents": coverage.documents,
        "passages": coverage.passages,
        "from": coverage.first.isoformat() if coverage.first else None,
        "to": coverage.last.isoformat() if coverage.last else None,
        "undated": coverage.undated,
        "built": coverage.built.isoformat(timespec="seconds"),
        "types": [{"type": kind, "documents": count} for kind, count in coverage.by_kind],
        "years": [{"year": year, "documents": count} for year, count in coverage.by_year],
        **problems_json(coverage),
    }


def topics_json(topics: tuple[TopicSummary, ...]) -> Json:
    return {
        "topics": [
            {**_topic(summary.topic), "documents": summary.documents, "url": f"/topics/{summary.topic.id}"}
            for summary in topics
        ]
    }


def topic_json(topic: Topic, results: SearchResults, history: TopicHistory) -> Json:
    """A page of the papers about a topic, as a search has them, and what they tell of its time."""
    return {
        **search_json(results),
        "topic": _topic(topic),
        "years": [{"year": count.year, "documents": count.documents} for count in history.years],
        "without_year": history.without_year,
        "newest": [_result(result) for result in history.newest],
        "portfolio_holders": [{**_person_summary(person), "roles": _roles(person)} for person in history.holders],
    }


def people_json(people: tuple[Person, ...]) -> Json:
    return {"people": [_person_summary(person) for person in people]}


def person_json(person: Person) -> Json:
    """One person with every paper, the newest first; names and roles as each paper has them."""
    return {
        **_person_summary(person),
        "names": list(person.names),
        "roles": _roles(person),
        "documents": [
            {
                "id": paper.document,
                "title": paper.title,
                "committee": paper.committee,
                "date": paper.date.isoformat() if paper.date else None,
                "year": paper.year,
                "roles": [{"role": role.kind.value, "name": role.name, "of": role.of} for role in paper.roles],
                "url": document_url(paper.document),
            }
            for paper in person.papers
        ],
    }


def person_url(person: str) -> str:
    """The web address of a person, as a path."""
    return f"/people/{quote(person)}"


def _person_summary(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "kinds": list(dict.fromkeys(tenure.kind.value for tenure in person.tenures)),
        "papers": len(person.papers),
        "url": person_url(person.id),
    }


def _roles(person: Person) -> list[Json]:
    return [
        {
            "role": tenure.kind.value,
            "of": list(tenure.of),
            "papers": tenure.papers,
            "first": tenure.first.isoformat() if tenure.first else None,
            "last": tenure.last.isoformat() if tenure.last else None,
            "years": list(tenure.years or ()),
        }
        for tenure in person.tenures
    ]


def report_json(report: BuildReport) -> Json:
    return {
        "added": list(report.added),
        "changed": list(report.changed),
        "unchanged": list(report.unchanged),
        "removed": list(report.removed),
        "withheld": list(report.withheld),
        "problems": [problem_json(problem) for problem in report.problems],
        "documents": report.documents,
        "passages": report.passages,
        "pages_read": report.pages,
        "seconds": round(report.seconds, 2),
    }


def _suggestion(suggestion: Suggestion | None) -> Json | None:
    if suggestion is None:
        return None
    return {
        "query": suggestion.query,
        "total": suggestion.total,
        "shown": suggestion.shown,
    }


def _value(fact: Fact[Any] | None) -> Any:
    return fact.value if fact else None


def _fact(fact: Fact[Any]) -> Json:
    return {"value": str(fact.value), "basis": fact.basis.value, "where": fact.where}


def _version(version: Version) -> Json:
    return {
        "id": version.document,
        "title": version.title,
        "type": version.kind.value,
        "relation": version.relation.value,
        "committee": version.committee,
        "date": version.date.isoformat() if version.date else None,
        "draft": version.draft,
        "anchor": version.anchor,
        "url": version_url(version),
    }


def _topic(topic: Topic) -> Json:
    return {"id": topic.id, "label": topic.label, "group": topic.group, "description": topic.description}


def _author(author: Author) -> Json:
    return {"name": author.name, "role": author.role, "email": author.email, "phone": author.phone}


def _result(result: DocumentResult) -> Json:
    return {
        **summary_json(result.document),
        "score": round(result.score, 4),
        "rest": round(result.rest, 4),
        "preferred": round(result.preferred, 4),
        "versions": [_version(version) for version in result.versions],
        "paragraphs": [_passage_result(result.document.id, found) for found in result.passages],
    }


def _passage_result(document: str, found: PassageResult) -> Json:
    return {
        **paragraph_json(document, found.passage),
        "snippet": found.snippet.text,
        "marks": [[mark.start, mark.end] for mark in found.snippet.marks],
        "score": round(found.score, 4),
        **({"reasons": list(map(_reason, found.reasons))} if found.reasons else {}),
    }


def _reason(reason: Reason) -> Json:
    return {"words": list(reason.words), "where": reason.where, "worth": round(reason.worth, 4)}


def _facet(counts: FacetCounts) -> list[Json]:
    return [
        {
            "value": int(value.value) if counts.facet is Facet.YEAR else value.value,
            "label": value.label,
            "count": value.count,
            "selected": value.selected,
            "names": list(value.names),
        }
        for value in counts.values
    ]


def _section(section: Section) -> Json:
    return {
        "anchor": section.anchor,
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "blocks": [_block(block) for block in section.blocks],
        "sections": [_section(below) for below in section.sections],
    }


def _block(block: Block) -> Json:
    if isinstance(block, Paragraph):
        items = [{"label": i.label, "level": i.level, "start": i.start, "end": i.end} for i in block.items]
        return {
            "kind": "paragraph",
            "number": block.number,
            "anchor": block.anchor,
            "text": block.text,
            "items": items,
            "page": block.page,
        }
    return {
        "kind": "table",
        "anchor": block.anchor,
        "caption": block.caption,
        "header": list(block.header),
        "rows": [list(row) for row in block.rows],
        "page": block.page,
    }
