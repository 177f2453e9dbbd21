"""How is a commitment shown: when is it due, how does it stand, and what is its history?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from flask import Flask

from indexer.errors import NotFoundError
from indexer.model.as_json import document_url
from indexer.model.citation import short_citation
from indexer.model.commitment import CommitmentKind, Due, DuePrecision
from indexer.model.commitment_json import commitment_url
from indexer.model.document import Document, Passage
from indexer.model.register import Entry, RegisterFacet, Ruling, RulingKind, Status, Timing
from webapp import context, register_params, words

FACET_NAMES = {
    RegisterFacet.TIMING: "By the date",
    RegisterFacet.STATUS: "Status",
    RegisterFacet.KIND: "Kind",
    RegisterFacet.TOPIC: "Topic",
    RegisterFacet.COMMITTEE: "Committee",
    RegisterFacet.PORTFOLIO: "Portfolio",
    RegisterFacet.OWNER: "Who is to do it",
    RegisterFacet.YEAR: "Year of the paper",
    RegisterFacet.MUNICIPAL_YEAR: "Municipal year",
    RegisterFacet.TYPE: "Type of paper",
    RegisterFacet.DATED: "Has a date",
}
KINDS = {
    CommitmentKind.DECISION: "decision",
    CommitmentKind.UNDERTAKING: "undertaking",
    CommitmentKind.ACTION: "action",
    CommitmentKind.PLAN: "plan",
    CommitmentKind.TARGET: "target",
    CommitmentKind.INTENTION: "weak intention",
    CommitmentKind.RECOMMENDATION: "recommendation, not decided yet",
    CommitmentKind.EXTERNAL: "somebody else’s promise",
}
# The colours of GOV.UK's tags; the words say the same.
_COLOURS = {
    Timing.OVERDUE: "red",
    Timing.DUE_SOON: "orange",
    Timing.LATER: "blue",
    Status.DONE: "green",
    Status.IN_PROGRESS: "blue",
    Status.DELAYED: "orange",
    Status.REPLACED: "grey",
    Status.WITHDRAWN: "grey",
}
_EXPLAINED = {
    Timing.OVERDUE: "The first date given for it has passed, and nobody has confirmed what came of it.",
    Timing.DUE_SOON: "The first date given for it is within 60 days.",
    Timing.LATER: "The first date given for it is more than 60 days away.",
    Timing.UNDATED: "No date is known by which it is due.",
    Timing.CLOSED: "A person has confirmed that a paper reports its end.",
}
# How a count of commitments goes on: of one, and of several.
_COUNTED = {
    Timing.OVERDUE: ("is past its date", "are past their date"),
    Timing.DUE_SOON: ("is due soon", "are due soon"),
    Timing.LATER: ("is due later", "are due later"),
    Timing.UNDATED: ("has no date", "have no date"),
    Timing.CLOSED: ("is reported as ended", "are reported as ended"),
}
# Printed with a capital at the beginning of a sentence or a cell, which "due" before them takes away.
_BEGIN_SENTENCES = frozenset("At Before By During From In No Not On Over The This Throughout To Until Within".split())
_DECIDED = {
    RulingKind.CONFIRM: ("Confirmed as a commitment", "Confirmed: this paragraph is about it"),
    RulingKind.DISMISS: ("Dismissed: no commitment", "Dismissed: this paragraph is not about it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusTag:
    """A word about a commitment in a coloured box."""

    text: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something in the history of a commitment."""

    day: date | None
    what: str
    note: str = ""
    place: str = ""  # where that is said
    href: str | None = None
    who: str = ""


def teach(app: Flask) -> None:
    """Gives the templates of ``app`` these words."""
    app.jinja_env.globals.update(
        commitment_address=commitment_url,
        commitment_tags=tags,
        kind_name=lambda kind: KINDS[kind],
        due_told=due_told,
        days_of=days_of,
        ending_of=lambda timing, count: _COUNTED[timing][count != 1],
        timing_explained=lambda timing: _EXPLAINED[timing],
        register_address=register_params.address,
        register_names=FACET_NAMES,
        cited=short_citation,
    )


def tags(entry: Entry) -> Iterator[StatusTag]:
    """How it stands: by the date, and by what people confirmed."""
    if entry.is_commitment is False:
        yield StatusTag(text="Dismissed", colour="grey")
    elif entry.timing in _COLOURS:
        yield StatusTag(text=words.capital(entry.timing.value), colour=_COLOURS[entry.timing])
    if entry.status in _COLOURS:
        yield StatusTag(text=words.capital(entry.status.value), colour=_COLOURS[entry.status])


def label(facet: RegisterFacet, value: str) -> str:
    """What pages call a filter value beside its label in the papers."""
    if facet is RegisterFacet.KIND:
        return KINDS[CommitmentKind(value)]
    return value


def due_told(due: Due | None) -> str:
    """When it is due, as printed, with the day where the words do not say it: "in the autumn (by 30 November 2025)"."""
    if due is None:
        return "no date"
    first, space, rest = due.text.partition(" ")
    text = f"{first.lower() if first in _BEGIN_SENTENCES else first}{space}{rest}"
    if due.last is None or (due.stated and due.precision in {DuePrecision.DAY, DuePrecision.MONTH, DuePrecision.YEAR}):
        return text
    return f"{text} (by {words.day(due.last)})"


def days_of(due: Due) -> str:
    """The days that a due date means."""
    if due.first is None or due.last is None:
        return "No day can be worked out from these words"
    return words.day(due.last) if due.first == due.last else f"{words.day(due.first)} to {words.day(due.last)}"


def history(entry: Entry, today: date) -> list[Moment]:
    """What is known to have happened, in the order of time; what has no day comes first.

    What a person confirmed that a paper reports stands at the day of that paper, with the day on which it was decided.
    """
    moments = [*_in_papers(entry), *_due(entry, today), *map(_reported, entry.rulings)]
    return sorted(moments, key=lambda moment: moment.day or date.min)


def _in_papers(entry: Entry) -> Iterator[Moment]:
    yield _stated("Stated", entry.document, entry.passage, entry.commitment.due)
    for copy in entry.copies:
        due = copy.commitment.due
        yield _stated("Also in another version", copy.document, copy.passage, due if due != entry.first_due else None)
    register, today = context.catalogue().register, context.this_day()
    for what, ids in (("Told before", filter(None, [entry.repeats])), ("Told again", entry.repeated)):
        for other in (register.entry(one, today) for one in ids):
            moment = _stated(what, other.document, other.passage, other.commitment.due)
            place = f"{other.reference}, {moment.place}"
            yield replace(moment, place=place, href=commitment_url(other.commitment.id))


def _stated(what: str, document: Document, passage: Passage, due: Due | None) -> Moment:
    return Moment(
        day=document.date.value if document.date else None,
        what=what,
        note=f"due {due_told(due)}" if due else "",
        place=short_citation(document, passage),
        href=document_url(document.id, passage.anchor),
    )


def _due(entry: Entry, today: date) -> Iterator[Moment]:
    """The first date given, which no later one moves."""
    due = entry.first_due
    if due and due.last:
        passed = due.last < today
        note = "nobody has confirmed what came of it" if passed and entry.status.is_open else ""
        yield Moment(
            day=due.last, what="The first date given passed" if passed else "Due: the first date given", note=note
        )


def decided(ruling: Ruling) -> Moment:
    """What a person decided, at the day on which they did."""
    what = words.capital(ruling.status.value) if ruling.status else _DECIDED[ruling.kind][bool(ruling.evidence)]
    moment = Moment(day=ruling.when.date(), what=what, note=ruling.note, who=ruling.who)
    if ruling.evidence is None:
        return moment
    if found := _passage(ruling):
        return replace(moment, place=short_citation(*found), href=document_url(found[0].id, found[1].anchor))
    return replace(moment, place=f"{ruling.document}, {ruling.anchor}: not among the papers now")


def _reported(ruling: Ruling) -> Moment:
    """What a person decided, at the day of the paper that reports it."""
    moment, found = decided(ruling), _passage(ruling)
    day = found[0].date.value if found and found[0].date else None
    if ruling.kind is RulingKind.DISMISS or day is None:
        return moment
    return replace(moment, day=day, who=f"{ruling.who}, {words.day(ruling.when)}")


def _passage(ruling: Ruling) -> tuple[Document, Passage] | None:
    """What a decision rests on; ``None`` for nothing, and where the paper has gone."""
    if ruling.document is None or ruling.anchor is None:
        return None
    try:
        return context.catalogue().passage(ruling.document, ruling.anchor)
    except NotFoundError:
        return None
