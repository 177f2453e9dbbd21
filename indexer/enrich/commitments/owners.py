"""Who is to do it, as the paper prints it, with whom, and who answers for it where nobody is named?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.enrich.commitments.actors import Actor, actors
from indexer.enrich.commitments.clauses import Ahead
from indexer.enrich.commitments.cues import Reading
from indexer.enrich.commitments.leads import Place
from indexer.enrich.commitments.lines import Line
from indexer.enrich.commitments.persons import Persons
from indexer.enrich.commitments.subjects import Subject, doers
from indexer.model.document import Document, Kind


class Owner(NamedTuple):
    """Who is to do it; ``is_stated``: the line names them, or a word that stands for them."""

    name: str | None
    is_stated: bool
    partners: tuple[str, ...] = ()


# Whom these are said of is to do something; of others ("be sent", "be offered") they get something.
_CHARGED = (
    r"(?:asked|requested|invited|instructed|authori[sz]ed|required|directed|tasked|urged|reminded|encouraged|mandated)"
)
_BE_CHARGED = re.compile(rf"\s(?:be|is|are)\s(?:also\s|therefore\s)?{_CHARGED}\b")
_GETS = re.compile(r"\s(?:(?:is|are)\s)?(?:to\s)?be(?:\s\w{2,12}ly)?\s(?P<done>\w+)\b")
_CHARGES = re.compile(
    r"^(?:and\s)?(?:to\s)?(?:ask|request|invite|instruct|authori[sz]e|require|direct|nominate|appoint|name|task|urge)s?\s(?=\w)",
    re.IGNORECASE,
)
_DELEGATES = re.compile(r"\bdelegat(?:e[sd]?|ion|ing)\b(?:[^.;]{0,80}?)\bto\s(?=the\s|[A-Z]|officers)")
_BY = re.compile(r"\b(?:by|from)\s(?=the\s|each\s|all\s|our\s|[A-Z]|officers|staff)")
# "and the Chair report the comments": a second clause with somebody who is to do something.
_AND_ANOTHER = re.compile(r"\sand\s(?:that\s)?$")
_DOES = re.compile(
    r"\s(?:to\s|would\s|will\s|shall\s|should\s)?(?!be\b|and\b|or\b|of\b|in\b|for\b|with\b|at\b|on\b|by\b)[a-z]{2,}\b"
)
_WITH = re.compile(
    r"\b(?:jointly\s|together\s|alongside\s|(?:in\s)?(?:partnership|conjunction|consultation|collaboration)\s|working\s|shared\s)?"
    r"with\s(?:the\s)?(?P<who>(?:[A-Z][\w’'&-]*)(?:\s(?:of\s|and\s|the\s)?[A-Z][\w’'&-]*){0,5})"
    r"|\b(?:jointly|together|in\s(?:partnership|conjunction|consultation|collaboration)|alongside)\s(?:with\s)?(?P<whom>(?:the\s)?[a-z]\w*(?:\s\w+){0,2})"
)
# "In accordance with", "shared with members": nobody does it together with these.
_NOT_WITH = re.compile(
    r"\b(?:accordance|line|connection|compliance|keeping|dealing|comparison|shared?|shares|discuss(?:ed)?|children|families|people)\s$"
)
_READERS = re.compile(r"(?:Members|(?:[A-Z]\w+\s){0,6}(?:Committee|Cabinet|Council|Panel))\b")
_NOBODY = re.compile(
    r"\W*(?:not\s(?:yet\s)?(?:allocated|assigned|known)|tb[cda]|to\sbe\s(?:confirmed|decided|agreed|appointed)|vacant|n/?a|none|all|various)?\W*",
    re.IGNORECASE,
)
_MY = re.compile(r"\bmy\b|\bI\b", re.IGNORECASE)


def owner_of(reading: Reading, line: Line, people: Persons, speaker: str | None) -> Owner:
    """Who ``line`` says is to do it; ``speaker`` is whom "I" stands for."""
    if line.columns:
        return _of_row(line)
    named = actors(line.words, people.pattern)
    partners = tuple(_partners(line.words, named))
    if reading.clause is None:
        name = _of_whole(line, named)
        if (
            name is None
            and line.place is Place.PLANNED
            and speaker
            and _MY.search(f"{line.lead_in or ''} {line.heading}")
        ):
            name = speaker
    else:
        name = _of_clause(reading, line, named, speaker)
    if name:
        name = re.sub(r"[’']s?$", "", name.strip(" ,"))
    return Owner(
        name or None, bool(name), tuple(partner for partner in partners if name is None or partner not in name)
    )


def _of_row(line: Line) -> Owner:
    if line.columns is None or line.columns.owner is None:
        return Owner(None, is_stated=False)
    start, end = line.cells[line.columns.owner]
    cell = line.quote[start:end].strip()
    if _NOBODY.fullmatch(cell):
        return Owner(None, is_stated=False)
    parts = [part.strip(" ,;") for part in re.split(r"[;/]|,?\s(?:with|and)\s|,\s(?=[A-Z]{2,}|[A-Z][a-z]+$)", cell)]
    return Owner(cell, is_stated=True, partners=tuple(part for part in parts[1:] if part))


def _of_whole(line: Line, named: Sequence[Actor]) -> str | None:
    words = line.words
    if found := _DELEGATES.search(words):
        return _first_from(named, found.end())
    if found := _CHARGES.match(words):
        return _first_from(named, found.end())
    for actor in named:
        begins = actor.start == 0 or _AND_ANOTHER.search(words[: actor.start])
        if begins and (_BE_CHARGED.match(words, actor.end) or _DOES.match(words, actor.end)):
            return _listed(words, named, actor, actor.end) if actor.start == 0 else actor.text
    agent = _agent(words, named)
    if agent is None and line.place is Place.ASKED and line.lead_in:
        agent = next((actor.text for actor in actors(line.lead_in)), None)
    return agent


def _of_clause(reading: Reading, line: Line, named: Sequence[Actor], speaker: str | None) -> str | None:
    clause = reading.clause
    if clause is None:
        return None
    if reading.subject is Subject.I:
        return speaker
    if clause.ahead is Ahead.ROUTE or line.cells:
        return _first_from(named, line.cells[0][1] if line.cells else clause.start)
    gets = reading.verb.is_passive and not re.fullmatch(_CHARGED, reading.verb.word)
    if gets or reading.actor is None:
        agent = _agent(line.words, named, clause.start)
        return agent or (reading.frame.text if reading.frame and line.in_minutes else None)
    if reading.subject in {Subject.OURS, Subject.PARTNER} and reading.actor.text in clause.subject:
        own = actors(clause.subject, None)
        inside = next((actor for actor in doers(clause.subject, own) if actor.text == reading.actor.text), None)
        return _listed(clause.subject, own, inside, len(clause.subject)) if inside else reading.actor.text
    return reading.actor.text


def _listed(words: str, named: Sequence[Actor], first: Actor, until: int) -> str:
    """``first`` with those named beside: "Midwives, health visitors and the speech and language team"."""
    last = first
    for actor in named:
        if (
            actor.start >= last.end
            and actor.end <= until
            and re.fullmatch(r",?\s(?:and\s|with\s)?(?:the\s)?|,\s", words[last.end : actor.start])
        ):
            last = actor
    return words[first.start : last.end]


def _agent(words: str, named: Sequence[Actor], at: int = 0) -> str | None:
    """By whom it is done: "to be submitted by the Director"."""
    for found in _BY.finditer(words, at):
        if actor := next((actor for actor in named if actor.start in {found.end(), found.end() + 4}), None):
            return actor.text
    return None


def _first_from(named: Sequence[Actor], at: int) -> str | None:
    return next((actor.text for actor in named if actor.start >= at), None)


def _partners(words: str, named: Sequence[Actor]) -> Iterator[str]:
    for found in _WITH.finditer(words):
        if _NOT_WITH.search(words, 0, found.start()) or _READERS.match(found["who"] or ""):
            continue
        start = found.start("who") if found["who"] else found.start("whom")
        actor = next((actor for actor in named if actor.start <= start < actor.end or actor.start == start + 4), None)
        yield actor.text if actor else (found["who"] or found["whom"]).strip()


def speaker_of(document: Document) -> str | None:
    """Whom "I" and "my" stand for: who holds the portfolio in their statement, else the first author."""
    if document.kind.value is Kind.STATEMENT and document.portfolio_holder:
        return document.portfolio_holder.value
    return document.authors[0].name if document.authors else None


def answerable(document: Document) -> str | None:
    """Who answers for a paper in which nobody is named: its author's post, its portfolio holder, else its body."""
    for author in document.authors:
        return author.role or author.name
    if document.kind.value is Kind.STATEMENT and document.portfolio_holder:
        return document.portfolio_holder.value
    return document.committee.value if document.committee else None
