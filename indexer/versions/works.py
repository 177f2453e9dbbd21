"""Which papers are versions of one work, and which are printed in a pack?

What decides is how much of the text two papers share, measured on their sketches (``versions.sketch``):

- Papers are **versions of one work** when ``ENOUGH`` of the shorter stands in the longer, and more than half of the
  longer in the shorter. More than half, so that a pack can never be a version of two different reports.
- A paper is **part** of another when ``ENOUGH`` of it stands there, but it is not more than half of it; an agenda is
  only ever a version of an agenda of the same meeting, and holds everything else.

What stands in more than ``COMMON`` papers is boilerplate and counts for neither. Papers made from one template are
alike in their sentences and differ in their numbers, so ``ENOUGH_FIGURES`` of the runs with a number must be shared as
well; and papers whose titles name different years or quarters, and minutes of different meetings, are never versions,
however alike.

The answer depends on the set of sketches alone: a work is named after the first id in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from indexer.model.document import Kind
from indexer.model.versions import Part, Sketch

# In the sample, papers that are not versions share at most 0.08 of either, and versions 0.93 of the shorter. Of papers
# made from words drawn at random (tests/unit/versions), 60 sentences, 150 of each sort: where every fourth sentence is
# written anew they share 0.60 to 0.81, where every second is, 0.35 to 0.59, mostly less than 0.53.
ENOUGH = 0.55
# Editions of one template, every number new, share 0.53 to 0.94 of all runs but none with a number, besides those of
# statutes and years gone by that real ones repeat; revisions as above share 0.46 to 1 of them, 0.89 in the sample.
ENOUGH_FIGURES = 0.4
LEAST = 8  # kept runs (about 64 words): of less, nothing can be said
LEAST_FIGURES = 5  # kept runs with a number
# For scrutiny, cabinet and council, as draft and final, alone and in the pack of each meeting: nine or so.
COMMON = 12  # papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """What belongs together. A paper that is neither a version nor a part of anything is in none of them."""

    works: Mapping[str, str] = field(default_factory=dict)  # document -> the id of its work
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)  # document -> what is printed in it


def find_works(sketches: Mapping[str, Sketch]) -> Works:
    """The works among the papers that ``sketches`` has by their ids."""
    ids = sorted(sketches)
    known = [sketches[document] for document in ids]
    prose, figures = _overlap([sketch.prose for sketch in known]), _overlap([sketch.figures for sketch in known])
    sizes, shared = prose.sizes + figures.sizes, prose.shared + figures.shared
    works = {document: document for document in ids}
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    for pair in sorted(shared):
        small, large = sorted(pair, key=lambda paper: (sizes[paper], paper))
        if sizes[small] < LEAST or shared[pair] < ENOUGH * sizes[small] or _differ(known[small], known[large]):
            continue
        if figures.sizes[small] >= LEAST_FIGURES and figures.shared[pair] < ENOUGH_FIGURES * figures.sizes[small]:
            continue
        if shared[pair] > sizes[large] / 2 and not _is_pack_of(known[large], known[small]):
            _join(works, ids[small], ids[large])
        else:
            parts[ids[large]].append(Part(document=ids[small], start=_start(known[large], known[small])))
    return _named(works, parts)


def copied(pack: Sketch, parts: Iterable[tuple[str, Sketch]]) -> tuple[str | None, ...]:
    """For each passage of ``pack``, in reading order: the work it is printed from, or ``None`` for the pack's own.

    ``parts`` are the works and sketches of what is printed in it; of several, the shortest paper's counts.
    """
    origin: dict[int, str] = {}
    for work, part in sorted(parts, key=lambda part: (len(part[1].passages), part[0])):
        for passage in part.passages:
            origin.setdefault(passage, work)
    return tuple(origin.get(passage) for passage in pack.passages)


class _Overlap(NamedTuple):
    """Of runs that are not boilerplate: how many each paper has, and how many each two have both."""

    sizes: Counter[int]
    shared: Counter[tuple[int, int]]


def _overlap(papers: Sequence[Sequence[int]]) -> _Overlap:
    """Papers are counted from 0. Runs that the same papers hold are counted together, so the work grows with the runs
    and not with the pairs of papers.
    """
    holders: dict[int, tuple[int, ...]] = {}
    for paper, runs in enumerate(papers):
        alone = (paper,)
        for run in runs:
            before = holders.get(run, ())
            if len(before) <= COMMON:
                holders[run] = before + alone if before else alone
    sizes, shared = Counter[int](), Counter[tuple[int, int]]()
    for together, runs_held in Counter(holders.values()).items():
        if len(together) <= COMMON:
            sizes.update(dict.fromkeys(together, runs_held))
            shared.update(dict.fromkeys(combinations(together, 2), runs_held))
    return _Overlap(sizes, shared)


def _differ(one: Sketch, other: Sketch) -> bool:
    """Whether what the papers say of themselves forbids that one is a version or a part of the other."""
    if Kind.AGENDA in {one.kind, other.kind} and one.kind is not other.kind:
        return False  # a pack names its own meeting, not what the papers in it are of
    other_meeting = one.kind is other.kind and one.meeting != other.meeting
    return other_meeting or bool(one.period and other.period and one.period != other.period)


def _is_pack_of(large: Sketch, small: Sketch) -> bool:
    return large.kind is Kind.AGENDA and small.kind is not Kind.AGENDA


def _join(works: dict[str, str], one: str, other: str) -> None:
    """Makes the works of two papers one, under the lesser id."""
    first, second = sorted((_work(works, one), _work(works, other)))
    works[second] = first


def _work(works: Mapping[str, str], document: str) -> str:
    while works[document] != document:
        document = works[document]
    return document


def _start(pack: Sketch, part: Sketch) -> int:
    """The passage of ``pack`` at which the longest stretch of ``part`` begins; the first if there is none."""
    printed = set(part.passages)
    start = longest = run = 0
    for place, passage in enumerate(pack.passages):
        run = run + 1 if passage in printed else 0
        if run > longest:
            start, longest = place - run + 1, run
    return start


def _named(works: Mapping[str, str], parts: Mapping[str, Sequence[Part]]) -> Works:
    """A paper alone has a work of its own when it is printed in another paper, and else none."""
    named = {document: _work(works, document) for document in works}
    papers = Counter(named.values())
    printed = {part.document for inside in parts.values() for part in inside}
    return Works(
        works={document: work for document, work in named.items() if papers[work] > 1 or document in printed},
        parts={
            pack: tuple(sorted(inside, key=lambda part: (part.start, part.document))) for pack, inside in parts.items()
        },
    )
