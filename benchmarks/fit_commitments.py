"""Would fitted weights find commitments better than those set by hand? ``python -m benchmarks.fit_commitments``

A logistic regression over the cues, with the weights of ``weights.csv`` as what it believes before it has seen a line
(a normal prior around them; C. Bishop, "Pattern Recognition and Machine Learning", 2006, 4.5). Every paper of the
first half is left out in turn, and its lines are judged with weights fitted to the other papers; the papers marked
afterwards are judged with weights fitted to the whole first half. Nothing is written: fitted weights would take the
place of the others only if they did better on papers that nobody tuned on.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks.options import table
from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.enrich.commitments.clock import clock_of
from indexer.enrich.commitments.find import Weighed, weighed
from indexer.enrich.commitments.persons import persons
from indexer.enrich.commitments.weights import BIAS, weights
from indexer.judgements.commitments import Mark, marks
from indexer.judgements.table import Half
from indexer.model.document import Document
from indexer.settings import Settings

_TRUST = (1.0, 3.0, 10.0, 30.0)  # how strongly the fit holds to the weights set by hand
_ROUNDS = 3  # after each fit another clause of a line may be the likeliest
_STEPS = 30

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
NAMES = tuple(weights())


@dataclass(frozen=True, slots=True)
class Line:
    """A marked line: for each way to read it the cues it has, and whether that would be firm."""

    cues: tuple[Vector, ...]
    firm: tuple[bool, ...]
    mark: Mark

    def likeliest(self, worth: Vector) -> int | None:
        return max(range(len(self.cues)), key=lambda number: self.cues[number] @ worth, default=None)


def main() -> None:
    halves = _papers()
    papers, later = halves[Half.BEFORE], halves[Half.AFTER].values()
    by_hand = np.array([weights()[name] for name in NAMES])
    rows = [["set by hand", "", _f1(papers.values(), by_hand), _f1(later, by_hand)]]
    for trust in _TRUST:
        apart = [
            _fitted([line for other, lines in papers.items() if other != paper for line in lines], by_hand, trust)
            for paper in papers
        ]
        everything = _fitted([line for lines in papers.values() for line in lines], by_hand, trust)
        seen, unseen = _f1(papers.values(), everything), _f1(later, everything)
        rows.append([f"fitted, trust {trust:g}", seen, _f1(papers.values(), *apart), unseen])
    print(table(["weights", "F1, fitted to all", "F1, each paper left out", "F1, marked afterwards"], rows))


def _papers() -> dict[Half, dict[str, list[Line]]]:
    """The marked lines of each paper, by half."""
    shipped = Settings.from_environment({})
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(shipped, home=Path(folder))
        build((), settings, now=datetime.now(UTC), progress=lambda *_: None)
        catalogue = Catalogue.open(settings)
        marked: dict[Half, dict[str, list[Mark]]] = {half: {} for half in Half}
        for mark in marks(settings.judgements / "commitments.csv"):
            marked[mark.written].setdefault(mark.document, []).append(mark)
        return {
            half: {paper: _lines(catalogue.document(paper), lines) for paper, lines in papers.items()}
            for half, papers in marked.items()
        }


def _lines(document: Document, marked: Sequence[Mark]) -> list[Line]:
    read: dict[tuple[str, str], tuple[Weighed, ...]] = {}
    for found in weighed(document, persons(document), clock_of(document)):
        for one in found:
            read[one.reading.line.anchor, one.reading.line.quote] = found
    each = [(read.get((mark.anchor, mark.quote), ()), mark) for mark in marked]
    return [
        Line(tuple(_vector(one.cues) for one in found), tuple(one.kind.is_firm for one in found), mark)
        for found, mark in each
    ]


def _vector(cues: Collection[str]) -> Vector:
    return np.array([float(name == BIAS or name in cues) for name in NAMES])


def _fitted(lines: Sequence[Line], prior: Vector, trust: float) -> Vector:
    """The likeliest weights, by Newton's method with steps no longer than one."""
    worth = prior
    for _ in range(_ROUNDS):
        best = [(line, number) for line in lines if (number := line.likeliest(worth)) is not None]
        cues = np.array([line.cues[number] for line, number in best])
        is_promise = np.array([float(line.mark.kind is not None) for line, _ in best])
        for _ in range(_STEPS):
            likely = 1 / (1 + np.exp(-np.clip(cues @ worth, -30, 30)))
            slope = cues.T @ (likely - is_promise) + trust * (worth - prior)
            bend = (cues.T * (likely * (1 - likely))) @ cues + trust * np.eye(len(prior))
            step = np.linalg.solve(bend, slope)
            worth = worth - step / max(1.0, float(np.abs(step).max()))
    return worth


def _f1(papers: Collection[Sequence[Line]], *worth: Vector) -> str:
    """Of firm commitments, all judged with the same weights, or each paper with those at its place."""
    hits = others = 0
    for lines, own in zip(papers, worth * len(papers) if len(worth) == 1 else worth, strict=True):
        for line in lines:
            number = line.likeliest(own)
            found = number is not None and line.firm[number] and bool(line.cues[number] @ own >= 0)
            hits += found and line.mark.is_firm
            others += found != line.mark.is_firm
    return f"{2 * hits / (2 * hits + others):.3f}"


if __name__ == "__main__":
    main()
