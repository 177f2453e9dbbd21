"""Who is to do it, as the paper prints it, and who answers for it where nobody is named?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.enrich.commitments.actors import Actor, actors, beside
from indexer.enrich.commitments.ahead import Ahead
from indexer.enrich.commitments.clauses import Clause
from indexer.enrich.commitments.lines import Line
from indexer.enrich.commitments.marks import Place, that
from indexer.enrich.commitments.partners import partners_in, partners_of_cell
from indexer.enrich.commitments.persons import Persons
from indexer.enrich.commitments.readings import Reading
from indexer.enrich.commitments.subjects import Subject, doers
from indexer.enrich.commitments.verbs import Deed
from indexer.model.document import Document, Kind


class Owner(NamedTuple):
    """Who is to do it, as printed; ``None``: the line names nobody, nor has it a word that stands for somebody."""

    name: str | None
    partners: tuple[str, ...] = ()


# Those of whom this is said are to do something; others ("be sent", "be offered") only get it.
_CHARGED = (
    r"(?:asked|authori[sz]ed|commissioned|directed|encouraged|instructed|invited|mandated|reminded|requested|required"
    r"|tasked|urged)"
)
_BE_CHARGED = re.compile(rf"\s(?:be|is|are)\s(?:also\s|therefore\s)?{_CHARGED}\b")
_CHARGES = re.compile(
    r"(?:to\s)?(?:ask|request|invite|instruct|authori[sz]e|require|direct|nominate|appoint|name|task|urge)s?\s(?=\w)",
    re.IGNORECASE,
)
_DELEGATES = re.compile(r"\bdelegat(?:e[sd]?|ion|ing)\b[^.;]{0,80}?\bto\s(?=the\s|[A-Z]|officers)")
_BY = re.compile(r"\b(?:by|due\sfrom)\s(?:the\s)?$")
_AND = re.compile(r"\sand\s(?:\(?\w{1,3}[.)]\s)?(?:that\s)?$")
_NO_VERB = r"(?!(?:and|at|be|by|for|from|in|of|on|or|to|together|with|who|which)\b)"
# "The Chair reply", "the Chair to reply": the subjunctive of resolutions and what stands for it in lists.
_DOES = re.compile(rf"\s{_NO_VERB}(?:would\s|will\s|shall\s|should\s)?[a-z]{{2,}}\b")
_TO_DO = re.compile(r"\sto\s(?!be\b)[a-z]{2,}\b")
# "Toy Library to go on lending it": a name that is no post, no body and no person by its words.
_NAMED_TO = re.compile(r"(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){1,3}|[A-Z]{2,6})\sto\s(?!be\b)[a-z]{2,}\b")
_MY = re.compile(r"\b(?:my|I)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\W*(?:not\s(?:yet\s)?(?:allocated|assigned|known)|tb[acd]|to\sbe\s\w+|vacant|n/?a|none|all|various)?\W*",
    re.IGNORECASE,
)


def owner_of(reading: Reading, people: Persons, speaker: str | None) -> Owner:
    """Who the line says is to do it; ``speaker`` is whom "I" and "my" stand for."""
    line = reading.line
    if line.columns:
        return _of_row(line)
    named = actors(line.words, people.pattern)
    found = _of_clause(reading, reading.clause, named) if reading.clause else _of_whole(line, named)
    if reading.subject is Subject.I or (found is None and _is_own_list(line)):
        found = speaker
    found = found or line.charged
    name = re.sub(r"[’']s?$", "", found.strip(" ,")) if found else None
    return Owner(name, tuple(partner for partner in partners_in(line.words, named) if partner not in (name or "")))


def _of_row(line: Line) -> Owner:
    if line.columns is None or line.columns.owner is None:
        return Owner(None)
    start, end = line.cells[line.columns.owner]
    cell = line.quote[start:end].strip()
    return Owner(None) if _NOBODY.fullmatch(cell) else Owner(cell, partners_of_cell(cell))


def _is_own_list(line: Line) -> bool:
    """Whether it is an item of what the writer plans in person: "My next twelve months"."""
    return line.place is Place.PLANNED and bool(_MY.search(f"{line.lead_in or ''} {line.heading}"))


def _of_whole(line: Line, named: Sequence[Actor]) -> str | None:
    """Of a resolution, a recommendation or an item of a list."""
    words = line.words
    if charged := _DELEGATES.search(words) or _CHARGES.match(words):
        return next((actor.text for actor in named if actor.start >= charged.end()), None)
    for actor in named:
        end = beside(words, named, actor)[-1].end
        does = _BE_CHARGED.match(words, end) or _TO_DO.match(words, end)
        is_resolved = line.place is not Place.PLANNED
        if is_resolved:
            does = does or _DOES.match(words, end)
        if does and (actor.start == 0 or (is_resolved and _AND.search(words[: actor.start]))):
            return words[actor.start : end]
    if agent := _agent(words, named, 0):
        return agent
    if whoever := _NAMED_TO.match(words):
        return whoever["who"]
    if line.place is Place.ASKED and line.lead_in:
        return next((actor.text for actor in actors(line.lead_in[that(line.lead_in) :])), None)
    return None


def _of_clause(reading: Reading, clause: Clause, named: Sequence[Actor]) -> str | None:
    line = reading.line
    if clause.ahead is Ahead.ROUTE or line.cells:  # of a sheet of labels and values, who stands in the value
        start = line.cells[0][1] if line.cells else clause.start
        return next((actor.text for actor in named if actor.start >= start), None)
    gets = reading.verb.is_passive and not re.fullmatch(_CHARGED, reading.verb.word)
    has = reading.verb.deed is Deed.IS and not line.in_minutes  # "staff are to have training"
    if reading.actor is None or gets or has:
        said_by = reading.frame.text if reading.frame and line.in_minutes else None
        return _agent(line.words, named, clause.start) or said_by
    own = doers(clause.subject, actors(clause.subject))
    first = next((actor for actor in own if actor.text == reading.actor.text), None)
    return _listed(clause.subject, own, first) if first else reading.actor.text


def _listed(words: str, named: Sequence[Actor], first: Actor) -> str:
    return words[first.start : beside(words, named, first)[-1].end]


def _agent(words: str, named: Sequence[Actor], at: int) -> str | None:
    """By whom it is done: "to be submitted by the Director"."""
    return next((actor.text for actor in named if actor.start >= at and _BY.search(words[: actor.start])), None)


def speaker_of(document: Document) -> str | None:
    """Whom "I" and "my" stand for: who holds the portfolio in their statement, else the first author."""
    if document.kind.value is Kind.STATEMENT and document.portfolio_holder:
        return document.portfolio_holder.value
    return document.authors[0].name if document.authors else None


def answerable(document: Document, people: Persons) -> str | None:
    """Who answers for a paper in which nobody is named: its author's post, who holds its portfolio, else its body."""
    if document.authors:
        author = document.authors[0]
        return author.role or people.post(author.name) or author.name
    if document.kind.value is Kind.STATEMENT and document.portfolio_holder:
        return document.portfolio_holder.value
    return document.committee.value if document.committee else None
