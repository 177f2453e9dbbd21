"""Which words of a quotation are the answer itself: the date, the name, the cell, the clause, or all of it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.answer.candidates import Candidate, Considered, Sought
from indexer.answer.detectors import LONGEST, detected
from indexer.model.answer import AnswerKind as Kind
from indexer.model.document import Passage
from indexer.model.search import Span
from indexer.text.words import stems, tokens

_FOUR_WORDS = 60  # characters that hold them
_CELL_JOINT = " | "  # as rows are joined: Document.passages
_FIGURES = re.compile(r"\d")
# "X is Y": what is said of X; the verb stands between the words that were asked about and the answer.
_SAID_OF = re.compile(
    r"\s(?:is|are|was|were|will be|has been|have been|became|remains?|means|stands for|includes?|called|known as)\s+",
    re.IGNORECASE,
)
# Of these kinds any cell may be the answer that says what the question did not.
_ANY_WORDS = frozenset(
    {
        *(Kind.OTHER, Kind.NAME, Kind.YES_NO, Kind.LIST, Kind.REASON, Kind.ORGANISATION, Kind.ROLE, Kind.PLACE),
    }
)
_OF_ALL = re.compile(r"^\s*of (?:(?:all|the|our|these|those) )*", re.IGNORECASE)
_LEADS_IN = re.compile(r":\s*$")


def quoted(sought: Sought, one: Considered, candidate: Candidate) -> tuple[Span, Span]:
    """The span of the passage that is quoted, and within it the words that answer, both in characters."""
    own = Span(start=candidate.quotable.start, end=candidate.quotable.end)
    passage = one.passage
    whole_list = list_after(passage, own)
    if whole_list and (sought.question.kind is Kind.LIST or _LEADS_IN.search(passage.text[own.start : own.end])):
        return Span(start=own.start, end=whole_list.end), whole_list
    if passage.anchor.startswith("table-"):
        return own, _of_row(sought, passage) or own
    return own, _of_sentence(sought, passage.text, own) or own


def list_after(passage: Passage, lead: Span) -> Span | None:
    """The list that goes on from a sentence, if one does."""
    items = [item for item in passage.items if lead.end <= item.start < item.end]
    if not items or passage.text[lead.end : items[0].start].strip():
        return None
    within = any(item.start <= lead.start < item.end for item in passage.items)
    if within and not _LEADS_IN.search(passage.text[lead.start : lead.end]):
        return None  # an item, and what comes next is not below it but beside it
    end = items[0].end
    for item in items:
        if passage.text[end : item.start].strip():
            break
        end = max(end, item.end)
    return Span(start=items[0].start, end=end)


def _of_sentence(sought: Sought, text: str, own: Span) -> Span | None:
    said = text[own.start : own.end]
    found = fresh(sought, said)
    if found:
        counting = [span for span in found if counts(sought, said[span.end :])]
        nearest = _nearest(sought, said, counting or found)
        return Span(start=own.start + nearest.start, end=own.start + nearest.end)
    if sought.question.kind in {Kind.OTHER, Kind.NAME, Kind.DEFINITION}:
        return _said_of(sought, text, own)
    return None


def fresh(sought: Sought, said: str) -> list[Span]:
    """Where things of the wanted kind stand in ``said`` that the question did not name itself."""
    asked = f" {' '.join(stems(sought.question.text))} "
    spans = detected(sought.question.kind, said)
    return [span for span in spans if f" {' '.join(stems(said[span.start : span.end]))} " not in asked]


def counts(sought: Sought, after: str) -> bool:
    """Whether what is counted, by whatever name, is said ``after`` a number, within four words of its own."""
    if not sought.question.counted:
        return False
    return not counted_names(sought).isdisjoint(stems(_OF_ALL.sub("", after)[:_FOUR_WORDS])[:4])


def counted_names(sought: Sought) -> frozenset[str]:
    """What the question counts, as the stems of the last words of its names: child, young people's "peopl"."""
    head = sought.question.counted[-1]
    return frozenset({head, *(other[-1] for run, other in sought.alike if run[-1] == head)})


def _nearest(sought: Sought, said: str, found: Sequence[Span]) -> Span:
    """The one that stands nearest to the words asked about, those that are worth most counting most."""
    places = [(token, sought.worth.of[token.stem]) for token in tokens(said) if token.stem in sought.words]

    def near(span: Span) -> float:
        gaps = ((max(span.start - word.end, word.start - span.end, 0), worth) for word, worth in places)
        return sum(worth / (gap + 12) for gap, worth in gaps)  # 12 characters: two words away is still beside it

    return max(found, key=near)


def _said_of(sought: Sought, text: str, own: Span) -> Span | None:
    """What comes after "is", where the words asked about come before it."""
    said = text[own.start : own.end]
    end = len(said.rstrip(".; "))
    held = len(sought.matched(stems(said)))
    for verb in _SAID_OF.finditer(said, 0, LONGEST):
        if len(sought.matched(stems(said[: verb.start()]))) * 2 > held:
            return Span(start=own.start + verb.end(), end=own.start + end) if verb.end() < end else None
    return None


def _of_row(sought: Sought, passage: Passage) -> Span | None:
    """The cell whose head was asked for; else one with a thing of the wanted kind, of several under years the last."""
    cells = list(_cells(passage.text))
    heads = [frozenset(stems(head)) for head in passage.columns] if len(passage.columns) == len(cells) else []
    if heads:
        asked = [sought.words & head for head in heads]
        only = [
            words - frozenset().union(*(o for other, o in enumerate(asked) if other != at))
            for at, words in enumerate(asked)
        ]
        best = max(range(len(cells)), key=lambda at: sought.worth.share(only[at]))
        if only[best] and _answers(sought, passage.text, cells[best]):
            return cells[best]
    kept = [cell for cell in cells if fresh(sought, passage.text[cell.start : cell.end])]
    kept = kept or [cell for cell in cells if _answers(sought, passage.text, cell)]
    if not kept:
        return None
    years = [cell for cell, head in zip(cells, heads, strict=False) if cell in kept and any(map(_FIGURES.search, head))]
    cell = years[-1] if len(years) > 1 else kept[0]
    within = fresh(sought, passage.text[cell.start : cell.end])
    if len(within) == 1:
        return Span(start=cell.start + within[0].start, end=cell.start + within[0].end)
    return cell


def _answers(sought: Sought, text: str, cell: Span) -> bool:
    """Whether a cell says something that the question did not: of the wanted kind, where that has a shape."""
    said = text[cell.start : cell.end]
    if fresh(sought, said):
        return True
    if sought.question.kind in _ANY_WORDS:
        return bool(said.strip()) and not frozenset(stems(said)) & sought.words
    return False


def _cells(text: str) -> Iterator[Span]:
    at = 0
    for cell in text.split(_CELL_JOINT):
        if cell:
            yield Span(start=at, end=at + len(cell))
        at += len(cell) + len(_CELL_JOINT)
