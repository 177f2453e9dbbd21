"""Which lines does a paper have that could be promises, and as what does each stand where it does?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.enrich.commitments.leads import of_heading, of_lead
from indexer.enrich.commitments.marks import Place, charged, mark, that
from indexer.enrich.commitments.tables import Columns, action_columns, tells_plans
from indexer.enrich.procedure import procedure
from indexer.model.document import Block, Document, Kind, Paragraph, Passage, Table
from indexer.text.quotables import quotables


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``start:end`` of a passage, in characters, which can be quoted by itself.

    ``said`` is where in ``quote`` the words begin after a label and a mark such as "RESOLVED – That".
    """

    anchor: str
    start: int
    end: int
    quote: str
    said: int
    place: Place
    heading: str
    in_minutes: bool
    is_item: bool = False  # of a list, or a paragraph that goes on from the one before
    lead_in: str | None = None
    cells: tuple[tuple[int, int], ...] = ()  # of a row: where in ``quote`` each begins and ends
    columns: Columns | None = None  # of a row of an action plan
    in_quotation: bool = False  # it begins within words in quotation marks
    charged: str | None = None  # whom a mark after it names: "ACTION – Jo Bloggs"

    @property
    def words(self) -> str:
        """What it says, without label and mark."""
        return self.quote[self.said :]


_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+")
# How a paragraph begins that goes on from the one before it: small, with a letter, with a verb, "That ...".
_GOES_ON = re.compile(r"[a-z“\"'‘]|\(?\w{1,4}[.)]\s|[Tt]hat\b|To\s[a-z]|[A-Z][a-z-]{2,16}ing\b|[^.;:?!]{3,120}$")
# Under a heading alone a line that is no more than a name must not be taken for an item.
_ITEM = re.compile(
    r"(?!(?:Turning|Speaking|Moving|Going|Having|Being|During|Nothing|Everything|Something)\b)"
    r"(?:[a-z“\"'‘]|\(?\w{1,4}[.)]\s|[A-Z][a-z-]{2,16}ing\b|[^.;:?!]{3,120}\sto\s(?:be\s)?\w)"
)
# Characters: a longer sentence or row is no such thing, but a page that has lost its full stops.
LONGEST = 2000
_LONGEST_ITEM = 600  # characters; a longer paragraph begins another thought
# A paragraph that tells what was said is no clause of the resolution above it.
_TELLS = re.compile(r"\b(?:was|were|had|said|asked|explained|replied|thanked|presented|introduced|spoke|moved)\b")
_HEADED = frozenset({Place.ASKED, Place.DECIDED, Place.PLANNED})
_RESOLVES = re.compile(rf"(?:{_LABEL.pattern})?(?:That|To\s[a-z]+)\b")
_TO = re.compile(r"To\s(?=[a-z])")


def lines(document: Document) -> Iterator[Line]:
    """The lines of ``document`` in order, without those that are procedure or stand apart from its text."""
    left_out = procedure(document)
    in_minutes = document.kind.value is Kind.MINUTES or any(
        (found := mark(passage.text, in_minutes=False)) and found.place is Place.DECIDED
        for passage in document.passages()
    )
    for section in document.walk():
        place = of_heading(section.heading)
        if place is not Place.APART:
            reader = _Reader(section.heading, place, in_minutes=in_minutes)
            read = (line for block in section.blocks for line in reader.read(block) if line.anchor not in left_out)
            yield from _with_charges(read)


def _with_charges(read: Iterable[Line]) -> Iterator[Line]:
    """The lines without "ACTION – Jo Bloggs" alone: that is no line, but names who is to do what stands before it.

    A paragraph of one line is the action; of several, whichever promises.
    """
    before: list[Line] = []  # of one paragraph
    for line in read:
        if (who := charged(line.quote)) and before:
            place = Place.ACTION if len(before) == 1 else None
            before = [replace(one, charged=who, place=place or one.place) for one in before]
        elif who is None:
            if before and before[0].anchor != line.anchor:
                yield from before
                before = []
            before.append(line)
    yield from before


class _Reader:
    """Reads the blocks below one heading, and remembers what leads in to the next."""

    def __init__(self, heading: str, place: Place, *, in_minutes: bool) -> None:
        self._heading, self._place, self._in_minutes = heading, place, in_minutes
        self._lead: str | None = None
        self._columns: tuple[int, Columns] | None = None  # of the table before, with its width

    def read(self, block: Block) -> Iterator[Line]:
        if isinstance(block, Table):
            self._lead = None
            yield from self._rows(block)
        else:
            self._columns = None
            yield from self._sentences(block)

    def _rows(self, table: Table) -> Iterator[Line]:
        width = len(table.header or table.rows[0]) if table.rows else 0
        columns, skipped = action_columns(table.header), 0
        if not table.header and table.rows:
            columns, skipped = action_columns(table.rows[0]), 1
            if columns is None:  # the table before, over the page
                skipped = 0
                columns = self._columns[1] if self._columns and self._columns[0] == width else None
        self._columns = (width, columns) if columns else None
        plans = columns is None and tells_plans(table.header)
        labels = not table.header and width == 2  # a sheet of labels and values
        for number, row in enumerate(table.rows):
            quote = " | ".join(row)
            is_read = number >= skipped if columns else plans or labels
            if is_read and quote.strip(" |") and len(quote) <= LONGEST:
                yield Line(
                    anchor=table.row_anchor(number),
                    start=0,
                    end=len(quote),
                    quote=quote,
                    said=0,
                    place=Place.ACTION if columns else Place.PLANNED if plans else Place.TOLD,
                    heading=self._heading,
                    in_minutes=self._in_minutes,
                    cells=tuple(_cells(row)),
                    columns=columns,
                )

    def _sentences(self, paragraph: Paragraph) -> Iterator[Line]:
        text = paragraph.text
        goes_on = self._goes_on(text)
        if not goes_on:
            self._lead = None
        place = self._under(self._lead) if self._lead else self._place
        if place is Place.PLANNED and not self._lead and not (goes_on and _ITEM.match(text)):
            place = Place.TOLD
        passage = Passage(anchor=paragraph.anchor, text=text, heading=self._heading, items=paragraph.items)
        quote, quotation = "", _Quotation()
        for number, found in enumerate(quotables(passage)):
            quotation.read(text, found.start)
            quote = text[found.start : found.end]
            if len(quote) > LONGEST:
                continue
            own = text[found.lead_in.start : found.lead_in.end] if found.lead_in else None
            lead = own or self._lead
            is_first = found.label is not None if own else number == 0
            line = Line(
                anchor=paragraph.anchor,
                start=found.start,
                end=found.end,
                quote=quote,
                said=label.end() if (label := _LABEL.match(quote)) else 0,
                place=(self._under(own) if own else place) if is_first else Place.TOLD,
                heading=self._heading,
                in_minutes=self._in_minutes,
                is_item=is_first and (lead is not None or place is Place.PLANNED),
                lead_in=lead,
                in_quotation=quotation.is_open,
            )
            yield self._marked(line)
        ends = mark(quote, in_minutes=self._in_minutes)
        if quote.endswith(":") or (ends and ends.end == len(quote)):
            self._lead = quote

    def _goes_on(self, text: str) -> bool:
        """Whether the paragraph ``text`` is an item of a list that the paragraph before it leads in to."""
        if len(text) > _LONGEST_ITEM:
            return False
        if self._lead and of_lead(self._lead, in_minutes=self._in_minutes) is Place.DECIDED:
            return not _TELLS.search(text)
        return bool(_GOES_ON.match(text))

    def _under(self, lead: str) -> Place:
        """As what the items below ``lead`` stand; "That Cabinet" says so little that the heading does."""
        place = of_lead(lead, in_minutes=self._in_minutes)
        return self._place if place is Place.TOLD and self._place in _HEADED else place

    def _marked(self, line: Line) -> Line:
        """``line`` at its place by its own mark: "RESOLVED – That", or "That" alone where decisions are recorded."""
        if found := mark(line.quote, in_minutes=self._in_minutes):
            return replace(line, place=found.place, said=found.end)
        resolves = _RESOLVES.match(line.quote)
        begins = line.said + that(line.words)
        if line.place in {Place.DECIDED, Place.ASKED} and (to := _TO.match(line.words)):
            begins = line.said + to.end()
        if line.place in {Place.DECIDED, Place.ASKED} and not line.lead_in:
            heads = line.place is Place.ASKED or resolves
            return replace(line, said=begins, place=line.place if heads else Place.TOLD)
        if self._in_minutes and line.place is Place.TOLD and that(line.words):
            return replace(line, place=Place.DECIDED, said=begins)
        return replace(line, said=begins)


class _Quotation:
    """Whether a text that is read on and on stands within quotation marks."""

    def __init__(self) -> None:
        self._read = self._deep = self._straight = 0

    def read(self, text: str, until: int) -> None:
        more = text[self._read : until]
        self._read = until
        self._deep += more.count("“") - more.count("”")
        self._straight += more.count('"')

    @property
    def is_open(self) -> bool:
        return self._deep > 0 or self._straight % 2 == 1


def _cells(row: Sequence[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for cell in row:
        yield at, at + len(cell)
        at += len(cell) + len(" | ")
