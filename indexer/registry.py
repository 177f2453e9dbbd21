"""The door to the register: what was promised, what came of it, and what do people decide?

What the papers promise belongs to a generation of the index, what people decided to a file that outlives them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from indexer.errors import NotFoundError, RequestError
from indexer.generation import Generation
from indexer.model.commitment import CommitmentKind
from indexer.model.problem import Problem
from indexer.model.query import Facet, Filter
from indexer.model.register import (
    Entry,
    Mention,
    Mentions,
    RegisterFacet,
    RegisterFilter,
    RegisterPage,
    RegisterRequest,
    Ruling,
    Sheet,
    SheetRequest,
    Status,
    Timing,
)
from indexer.register.decisions import Decisions, status_of
from indexer.register.file import DecisionsFile
from indexer.register.register import Register, attach, orphan_problems
from indexer.register.select import NO, PAGE_SIZE, YES, owners_meant, select
from indexer.register.sheet import sheet_rows
from indexer.register.standing import confirmed
from indexer.settings import Settings

# The filters of the register that are those of a search, with the same values.
_OF_SEARCH = {facet: Facet(facet.value) for facet in RegisterFacet if facet.value in set(Facet)}
_CHOICES = {
    RegisterFacet.TIMING: [timing.value for timing in Timing],
    RegisterFacet.KIND: [kind.value for kind in CommitmentKind],
    RegisterFacet.DATED: [YES, NO],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """A register, and what it was made of."""

    generation: Generation
    decisions: Decisions
    register: Register


class Registry:
    """Everything that can be asked of the register, and the one thing that can be told it."""

    def __init__(self, settings: Settings, generation: Callable[[], Generation]) -> None:
        self._file = DecisionsFile(settings.register)
        self._generation = generation
        self._made: _State | None = None

    def page(self, request: RegisterRequest, today: date, *, size: int | None = PAGE_SIZE) -> RegisterPage:
        """A page of the register, or without a ``size`` all of it. An unknown filter value is a ``RequestError``."""
        now = self._now(today)
        meant = replace(request, filters=tuple(_resolved(chosen, now) for chosen in request.filters))
        return select(meant, now.register, lambda facet, value: _label(facet, value, now.generation), size=size)

    def unknown(self, request: RegisterRequest, today: date) -> tuple[tuple[RegisterFacet, str], ...]:
        """The filter values of ``request`` that name nothing there is, each with its filter."""
        now = self._now(today)
        chosen = ((one.facet, value) for one in request.filters for value in one.values)
        return tuple((facet, value) for facet, value in chosen if not _meant(facet, value, now))

    def entry(self, commitment: str, today: date) -> Entry:
        """The entry of a commitment, by its id or that of the same in another version; raises ``NotFoundError``."""
        entry = self._now(today).register.by_id.get(commitment)
        if entry is None:
            raise _gone(commitment)
        return entry

    def mentions(self, entry: Entry) -> Mentions:
        """Later passages that seem to speak of the commitment, without those that a person said do not.

        Raises ``NotFoundError`` where a build that has just ended took the commitment away.
        """
        now = self._generation()
        if entry.commitment.id not in now.commitments:
            raise _gone(entry.commitment.id)
        found = now.mentions(entry.commitment.id)
        kept = (
            replace(one, confirmed=confirmed(entry.rulings, one.document.id, one.passage.anchor)) for one in found.found
        )
        return replace(found, found=tuple(one for one in kept if one.confirmed is not False))

    def in_document(self, document: str, today: date) -> Mapping[str, tuple[Entry, ...]]:
        """The firm commitments of a paper by their anchors; those of a version are the ones of the first."""
        found = self._now(today).register.by_document.get(document, {})
        kept = {
            anchor: tuple(one for one in entries if one.is_firm and one.is_commitment is not False)
            for anchor, entries in found.items()
        }
        return {anchor: entries for anchor, entries in kept.items() if entries}

    def sheet(self, request: SheetRequest, today: date) -> Sheet:
        """What to ask about before a meeting; raises ``RequestError`` unless it is that of a body there is."""
        now = self._now(today)
        facet = RegisterFacet.COMMITTEE if request.committee else RegisterFacet.PORTFOLIO
        body = request.committee or request.portfolio
        if body is None or (request.committee and request.portfolio):
            raise RequestError("A sheet is that of one committee or of one portfolio: choose one of them.")
        meant = _resolved(RegisterFilter(facet=facet, values=(body,)), now).values[0]
        committee = facet is RegisterFacet.COMMITTEE
        asked = replace(request, committee=meant if committee else None, portfolio=None if committee else meant)
        previous = _previous(now.generation, _OF_SEARCH[facet], meant, request.day)
        rows = sheet_rows(asked, now.register.entries, today, previous)
        return Sheet(
            request=asked,
            name=_label(facet, meant, now.generation),
            previous=previous,
            rows=tuple(replace(row, mention=self._newest(row.entry)) for row in rows),
        )

    def decided(self, today: date) -> tuple[tuple[Ruling, Entry | None], ...]:
        """Everything that people decided, the latest first, with what it is about; ``None`` where that has gone."""
        now = self._now(today)
        about = {ruling: entry for entry in now.register.entries for ruling in entry.rulings}
        latest = sorted(now.decisions.rulings, key=lambda one: (one.when, one.line), reverse=True)
        return tuple((ruling, about.get(ruling)) for ruling in latest)

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file of decisions, and which of them are about words that have gone."""
        decisions = self._file.decisions()
        orphans = attach(self._generation().gathered, decisions.rulings).orphans
        return (*decisions.problems, *orphan_problems(orphans))

    def has_wrong_lines(self) -> bool:
        """Whether a line of the file of decisions cannot be used."""
        return bool(self._file.decisions().problems)

    def decide(self, ruling: Ruling) -> None:
        """Writes down what a person decided; raises ``RegisterError`` when that cannot be done."""
        self._file.append(ruling)

    def check(self) -> None:
        """Raises ``RegisterError`` unless what people decide can be written down."""
        self._file.check()

    def _newest(self, entry: Entry) -> Mention | None:
        return next(iter(self.mentions(entry).found), None)

    def _now(self, today: date) -> _State:
        """The register of the newest papers and decisions, made anew when one of them or the day is another."""
        generation, decisions = self._generation(), self._file.decisions()
        made = self._made
        if (
            made is None
            or made.generation is not generation
            or made.decisions is not decisions
            or made.register.today != today
        ):
            register = Register(generation.gathered, decisions.rulings, today)
            self._made = made = _State(generation=generation, decisions=decisions, register=register)
        return made


def _resolved(chosen: RegisterFilter, now: _State) -> RegisterFilter:
    """The filter with the values that were meant; raises ``RequestError`` for one that names nothing there is."""
    values: dict[str, None] = {}
    for typed in chosen.values:
        meant = _meant(chosen.facet, typed, now)
        if not meant and chosen.facet in _OF_SEARCH:
            now.generation.resolved(Filter(facet=_OF_SEARCH[chosen.facet], values=(typed,)))  # says what there is
        if not meant:
            raise RequestError(_nothing(chosen.facet, typed))
        values |= dict.fromkeys(meant)
    return replace(chosen, values=tuple(values))


def _meant(facet: RegisterFacet, typed: str, now: _State) -> tuple[str, ...]:
    """The values that somebody means by what they typed; of an owner there may be several."""
    if facet in _OF_SEARCH:
        value = now.generation.meant(_OF_SEARCH[facet], typed)
        return (value,) if value else ()
    if facet is RegisterFacet.OWNER:
        return owners_meant(typed, now.register.entries)
    if facet is RegisterFacet.STATUS:
        status = status_of(typed)
        return (status.value,) if status else ()
    plain = typed.casefold()
    return (plain,) if plain in _CHOICES[facet] else ()


def _gone(commitment: str) -> NotFoundError:
    return NotFoundError(
        f"There is no commitment {commitment!r} in the papers now. The register lists those there are, and the "
        "page of decisions what was decided about words that have gone."
    )


def _nothing(facet: RegisterFacet, typed: str) -> str:
    if facet is RegisterFacet.OWNER:
        return f"No commitment has an owner {typed!r}. Part of a name will do: every word of it must be there."
    allowed = [status.value for status in Status] if facet is RegisterFacet.STATUS else _CHOICES[facet]
    return f"There is no {facet.value} {typed!r}. There is: {', '.join(allowed)}."


def _label(facet: RegisterFacet, value: str, generation: Generation) -> str:
    return generation.label(_OF_SEARCH[facet], value) if facet in _OF_SEARCH else value


def _previous(generation: Generation, facet: Facet, value: str, before: date) -> date | None:
    """The day of the last paper of a committee or portfolio before ``before``."""
    days = (
        entry.credits.date
        for entry in generation.files.values()
        if entry.credits and entry.credits.date and value in entry.labels.get(facet.value, {})
    )
    return max((day for day in days if day < before), default=None)
