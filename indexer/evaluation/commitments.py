"""How well are commitments found? What people marked in papers of the sample, line by line, and what an index holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.catalogue import Catalogue
from indexer.errors import RequestError
from indexer.judgements.commitments import Days, Mark
from indexer.model.commitment import Commitment
from indexer.model.document import Document

_TITLE = re.compile(r"^(?:the|our|councillor|cllr|mr|mrs|ms|miss|dr|rev|professor)\b\.?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A marked line with the commitment that was found there."""

    mark: Mark
    found: Commitment | None

    @property
    def is_found_firm(self) -> bool:
        return self.found is not None and self.found.kind.is_firm

    @property
    def has_kind(self) -> bool:
        return self.found is not None and self.found.kind is self.mark.kind

    @property
    def has_owner(self) -> bool:
        """Whether the owner is the marked one, in more words or fewer; where none is marked, whether none is stated."""
        if self.found is None or not self.mark.owner or not self.found.owner_stated:
            return self.found is not None and bool(self.mark.owner) == self.found.owner_stated
        one, other = _bare(self.mark.owner), _bare(self.found.owner or "")
        return one in other or other in one

    @property
    def has_due(self) -> bool:
        """Whether the days are the marked ones, or there are none in both."""
        return self.found is not None and _days(self.found) == self.mark.due


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Marked lines, each with what was found there."""

    each: tuple[Compared, ...]

    @property
    def matched(self) -> tuple[Compared, ...]:
        """The firm commitments that were found as firm."""
        return self._where(lambda one: one.mark.is_firm and one.is_found_firm)

    @property
    def missed(self) -> tuple[Compared, ...]:
        return self._where(lambda one: one.mark.is_firm and not one.is_found_firm)

    @property
    def wrong(self) -> tuple[Compared, ...]:
        """What was found as firm and is marked as none, or as not firm."""
        return self._where(lambda one: not one.mark.is_firm and one.is_found_firm)

    @property
    def precision(self) -> float | None:
        return _share(len(self.matched), len(self.matched) + len(self.wrong))

    @property
    def recall(self) -> float | None:
        return _share(len(self.matched), len(self.matched) + len(self.missed))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * len(self.matched), 2 * len(self.matched) + len(self.wrong) + len(self.missed))

    @property
    def kind(self) -> float | None:
        """Of the matched, how many have the marked kind."""
        return self._of_matched(lambda one: one.has_kind)

    @property
    def owner(self) -> float | None:
        return self._of_matched(lambda one: one.has_owner)

    @property
    def due(self) -> float | None:
        return self._of_matched(lambda one: one.has_due)

    @property
    def by_half(self) -> Mapping[str, Evaluation]:
        """The lines of each half that has any."""
        return self._by(lambda one: str(one.mark.written))

    @property
    def by_document(self) -> Mapping[str, Evaluation]:
        return self._by(lambda one: one.mark.document)

    def _where(self, is_so: Callable[[Compared], bool]) -> tuple[Compared, ...]:
        return tuple(one for one in self.each if is_so(one))

    def _of_matched(self, is_right: Callable[[Compared], bool]) -> float | None:
        return _share(sum(map(is_right, self.matched)), len(self.matched))

    def _by(self, name: Callable[[Compared], str]) -> Mapping[str, Evaluation]:
        groups: dict[str, list[Compared]] = {}
        for one in self.each:
            groups.setdefault(name(one), []).append(one)
        return {name: Evaluation(each=tuple(group)) for name, group in groups.items()}


def evaluate(catalogue: Catalogue, marks: Iterable[Mark]) -> Evaluation:
    """Raises ``NotFoundError`` where a marked paper is not in the index, ``RequestError`` where it has other words."""
    papers: dict[str, list[Mark]] = {}
    for mark in marks:
        papers.setdefault(mark.document, []).append(mark)
    each = [one for paper, lines in papers.items() for one in _compared(catalogue.document(paper), lines)]
    return Evaluation(each=tuple(each))


def _compared(document: Document, marks: Sequence[Mark]) -> Iterable[Compared]:
    texts = {passage.anchor: passage.text for passage in document.passages()}
    read: dict[str, int] = {}  # up to where each passage has been marked: the same words may come twice in one
    for mark in marks:
        start = texts.get(mark.anchor, "").find(mark.quote, read.get(mark.anchor, 0))
        if start < 0:
            message = f"{mark.document} has no such words at {mark.anchor}; mark the paper again as it is now."
            raise RequestError(f"Marked commitments, line {mark.line}: {message}")
        end = read[mark.anchor] = start + len(mark.quote)
        yield Compared(
            mark=mark, found=next((one for one in document.commitments if _is_at(one, mark, start, end)), None)
        )


def _is_at(found: Commitment, mark: Mark, start: int, end: int) -> bool:
    """Whether both are about the same words: more than half of the longer."""
    shared = min(found.end, end) - max(found.start, start)
    return found.anchor == mark.anchor and 2 * shared > max(found.end - found.start, end - start)


def _days(found: Commitment) -> Days | None:
    due = found.due
    return (due.first, due.last) if due and due.first and due.last else None


def _bare(owner: str) -> str:
    """``owner`` as owners are compared: in small letters, without an article and titles."""
    bare = " ".join(owner.replace("’", "'").casefold().split())
    while (shorter := _TITLE.sub("", bare)) != bare:
        bare = shorter
    return bare


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
