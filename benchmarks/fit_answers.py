"""How are the weights of answers fitted, and how good are they on questions that they were not fitted on?

``python -m benchmarks.fit_answers SQUAD.json [--write]``. The order of candidates is fitted on half of the articles of
a question set by others and on the judged questions about the sample papers that are marked ``fitted``; how sure an
answer is on the latter alone, since only they are about council papers. It is reported on the other half of the
articles, whose paragraphs are all indexed, and on the judged questions marked ``before``, on which the least confidence
was chosen. ``--write`` keeps the weights in ``indexer/answer/weights.json``.
"""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt

from benchmarks.fitting import Floats, auroc, fit_cases, fit_lists
from benchmarks.question_sets import SetQuestion, Shelf, read_set
from indexer.answer.candidates import LOOKED_INTO, Papers, Sought
from indexer.answer.features import NAMES, Signs
from indexer.answer.gates import is_out_of_date, may_answer
from indexer.answer.marking import quoted
from indexer.answer.question import read_question
from indexer.answer.retrieve import meant, retrieved, sought
from indexer.answer.scorer import CONFIDENCE, WEIGHTS, Weights, confidence_values, ordered, ranked, read_weights
from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.evaluation.questions import holds
from indexer.judgements.questions import JudgedQuestion, Written, judged_questions
from indexer.model.query import FoundPassage, PassageQuery
from indexer.search.expand import Names
from indexer.settings import Settings

_SEED = 1  # of the halves
_SOME = 700  # questions of each half for telling an absent answer, since each is asked again without its article
_ARTICLE = 60  # passages that leaving an article out may cost at most
# How often a judged question counts beside one by others: of 1, 3 and 6 the most that costs no more than one in a
# hundred of the right sentences there. There are 1,400 of those to 190 of ours, and ours are as people type them.
_OURS = 3.0
# Of the confidence, which has few cases: of 1, 3, 5, 10, 20 and 50 the one under which most of the surest forty answers
# to the questions `fitted` were right, each tenth told by the others.
_PENALTY = 10.0

LeftOut = Callable[[FoundPassage], bool]


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the features of its candidates, float64 (candidates, features); ``right`` and ``in_place``, bool
    (candidates,), mark those that answer and those of a paragraph that does.
    """

    kind: str
    values: Floats
    right: npt.NDArray[np.bool_]
    in_place: npt.NDArray[np.bool_]


def a_case(rows: Sequence[tuple[float, Signs]], kind: str, right: Sequence[bool], in_place: Sequence[bool]) -> Case:
    """The case made of candidates."""
    values = np.array([row.values for _, row in rows]).reshape(len(rows), len(NAMES))
    return Case(kind, values, np.array(right, bool), np.array(in_place, bool))


def candidates(
    text: str, papers: Papers, by: Weights, names: Names | None = None, left_out: LeftOut | None = None
) -> tuple[Sought, list[tuple[float, Signs]]]:
    """What a question looks for, and its candidates with their scores, the best first."""
    meaning = meant(read_question(text), names)
    wanted = sought(meaning, papers)
    query = PassageQuery(leaves=meaning.leaves, limit=LOOKED_INTO + (_ARTICLE if left_out else 0))
    return wanted, ordered(wanted, retrieved(query, papers, left_out) if wanted.words else [], by)


def of_set(asked: SetQuestion, papers: Papers, by: Weights) -> Case:
    """The case of a question by others: the sentence that holds the answer is right."""
    wanted, rows = candidates(asked.text, papers, by)
    in_place = [_place(row) == (asked.document, asked.anchor) for _, row in rows]
    spans = [row.candidate.quotable for _, row in rows]
    right = [
        here and any(span.start < end and start < span.end for start, end in asked.answers)
        for here, span in zip(in_place, spans, strict=True)
    ]
    return a_case(rows, wanted.question.kind.value, right, in_place)


def of_ours(asked: JudgedQuestion, papers: Papers, names: Names, by: Weights) -> Case:
    """The case of a judged question: what is quoted around the candidate must hold the judged words."""
    wanted, rows = candidates(asked.text, papers, by, names)
    in_place = [_place(row) in asked.places for _, row in rows]
    right = [here and _holds(wanted, row, asked) for here, (_, row) in zip(in_place, rows, strict=True)]
    return a_case(rows, asked.kind, right, in_place)


def fit_order(theirs: Sequence[Case], ours: Sequence[Case]) -> Floats:
    """The weights of the order."""
    lists = [(one.values, one.right, times) for some, times in ((theirs, 1.0), (ours, _OURS)) for one in some]
    return fit_lists([one for one in lists if one[1].any() and not one[1].all()])


def report(cases: Sequence[Case], order: Floats) -> dict[str, float]:
    """The share of questions with the right paragraph first, the right sentence first, and that in the first three."""
    found = []
    for one in cases:
        best = np.argsort(-(one.values @ order), kind="stable")
        found.append((one.in_place[best[:1]].any(), one.right[best[:1]].any(), one.right[best[:3]].any()))
    paragraph, sentence, three = np.mean(np.array(found, float), axis=0)
    return {"right paragraph first": paragraph, "right sentence first": sentence, "in three": three}


def confidences_of_set(
    asked: Sequence[SetQuestion], papers: Papers, by: Weights, left_out: Callable[[SetQuestion], LeftOut | None]
) -> Floats:
    """What the confidence in the best candidate looks at: float64 (questions, values)."""
    rows = []
    for one in asked:
        wanted, found = candidates(one.text, papers, by, left_out=left_out(one))
        best: dict[tuple[str, str], float] = {}
        for score, row in found:
            best.setdefault(_place(row), score)
        values = confidence_values(wanted, found[0][1], found[0][0], list(best.values())) if found else ()
        rows.append(values or (0.0,) * len(CONFIDENCE))
    return np.array(rows)


def confidences_of_ours(
    asked: Sequence[JudgedQuestion], papers: Papers, names: Names, by: Weights
) -> tuple[Floats, Floats]:
    """The same of the first candidate that may answer, float64 (questions, values); and whether it is right."""
    rows, right = [], []
    for one in asked:
        meaning = meant(read_question(one.text), names)
        wanted = sought(meaning, papers)
        found = ranked(wanted, retrieved(PassageQuery(leaves=meaning.leaves), papers) if wanted.words else [], by)
        scores = [each.score for each in found]
        for each in found:
            if is_out_of_date(wanted, each.signs.passage):
                continue
            if may_answer(wanted, each.signs.passage, each.signs.candidate, _quoted(wanted, each.signs)):
                rows.append(confidence_values(wanted, each.signs, each.score, scores))
                right.append(_place(each.signs) in one.places and _holds(wanted, each.signs, one))
                break
    return np.array(rows), np.array(right, float)


@click.command()
@click.argument("questions", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Keep the weights.")
def main(questions: Path, *, write: bool) -> None:
    """Fit the weights of answers on QUESTIONS, a set in the form of SQuAD 2.0, and on ours; report on the others."""
    documents, every = read_set(questions)
    shelf = Shelf(documents).papers
    kept = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else _NOTHING
    plain = read_weights(kept)
    titles = sorted(document.id for document in documents)
    random.Random(_SEED).shuffle(titles)  # noqa: S311 - halves, no secrets
    fitted_on = set(titles[: len(titles) // 2])
    halves = [[one for one in every if (one.document in fitted_on) is half] for half in (True, False)]
    started = time.process_time()
    theirs = [[of_set(one, shelf, plain) for one in half if one.answers] for half in halves]
    asked = sum(map(len, theirs))
    print(f"{len(documents)} articles, {shelf.passages} paragraphs, {asked} questions with an answer")
    print(f"{1000 * (time.process_time() - started) / asked:.0f} ms of CPU a question")
    with tempfile.TemporaryDirectory() as home:
        settings = replace(Settings.from_environment({}), home=Path(home))
        build((), settings, now=datetime.now(UTC), progress=lambda _stage, _done, _total: None)
        papers, names = Catalogue.open(settings).questioned()
        judged = judged_questions(settings.judgements / "questions.csv")
        mine = {half: [one for one in judged if one.written is half] for half in Written}
        ours = [of_ours(one, papers, names, plain) for one in mine[Written.FITTED] if one.is_answerable]
        order = fit_order(theirs[0], ours)
        kept = {**kept, "order": _named(NAMES, order)}
        by = read_weights(kept)
        values, right = confidences_of_ours(mine[Written.FITTED], papers, names, by)
        before = [of_ours(one, papers, names, plain) for one in mine[Written.BEFORE] if one.is_answerable]
        tried, told = confidences_of_ours(mine[Written.BEFORE], papers, names, by)
    for name, cases in (
        ("others, fitted on", theirs[0]),
        ("others, held out", theirs[1]),
        ("ours, fitted on", ours),
        ("ours, before", before),
    ):
        print(
            f"{name}: {len(cases)} questions: "
            + ", ".join(f"{what} {share:.1%}" for what, share in report(cases, order).items())
        )
    _by_kind(theirs[1], order)
    model = _confidence(values, right, _PENALTY, _SENSE)
    means, scales, weights, bias = model
    _tell_thresholds(model, tried, told, mine[Written.BEFORE])
    kept |= {
        "means": _named(CONFIDENCE, means),
        "scales": _named(CONFIDENCE, scales),
        "confidence": _named(CONFIDENCE, weights),
        "threshold": {**kept["threshold"], "bias": round(bias, 4)},
    }
    if write:
        WEIGHTS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    _tell_absences(halves, shelf, by)


def _tell_absences(halves: Sequence[Sequence[SetQuestion]], shelf: Papers, by: Weights) -> None:
    """How well a question whose answer is absent is told from one whose answer is there, by a confidence of its own."""
    there, groups = [], defaultdict(list)
    for half in halves:
        some = [one for one in half if one.answers]
        some = some[:: max(1, len(some) // _SOME)]
        there.append(confidences_of_set(some, shelf, by, lambda _: None))
        for name, left_out in _ABSENCES.items():
            groups[name].append(confidences_of_set(some, shelf, by, left_out))
        without = [one for one in half if not one.answers]
        groups["no answer, though it looks so"].append(
            confidences_of_set(without[:: max(1, len(without) // _SOME)], shelf, by, lambda _: None)
        )
    for name, (fitted, held_out) in groups.items():
        right = np.r_[np.ones(len(there[0])), np.zeros(len(fitted))]
        model = _confidence(np.concatenate([there[0], fitted]), right, 1.0, np.zeros(len(CONFIDENCE)))
        present, absent = _score(model, there[1]), _score(model, held_out)
        refused = float((absent < np.quantile(present, 0.1)).mean())
        print(f"{name}: AUROC {auroc(present, absent):.3f}; where 1 answer in 10 is lost, {refused:.0%} are refused")


_ABSENCES: dict[str, Callable[[SetQuestion], LeftOut]] = {
    "article absent": lambda asked: lambda found: found.document == asked.document,
    "paragraph absent": lambda asked: lambda found: (found.document, found.anchor) == (asked.document, asked.anchor),
}


def _tell_thresholds(model: Model, values: Floats, right: Floats, asked: Sequence[JudgedQuestion]) -> None:
    """What the least confidence trades, on the questions `before`."""
    likely = 1 / (1 + np.exp(-_score(model, values)))
    nothing = sum(not one.is_answerable for one in asked)
    for least in np.arange(0.3, 0.75, 0.05):
        given = likely >= least
        share = right[given].mean() if given.any() else float("nan")
        print(
            f"from {least:.2f}: {given.sum()} of {len(asked)} answered ({nothing} have none), {share:.0%} of them right"
        )


def _by_kind(cases: Sequence[Case], order: Floats) -> None:
    groups = defaultdict(list)
    for one in cases:
        groups[one.kind].append(one)
    for kind, some in sorted(groups.items(), key=lambda item: -len(item[1])):
        print(f"  {kind:18} {len(some):4}  right sentence first {report(some, order)['right sentence first']:.1%}")


# Whether more of it should make us surer (1), less sure (-1) or either (0): a weight against sense is an accident of
# few cases, and is left out.
_AGAINST = {"rarest_missing", "missing", "name_missing", "number_missing", "number_elsewhere", "unknown", "other_year"}
_AGAINST |= {"counted_missing", "name_elsewhere"}
_EITHER = {"shaped", "words", "newness"}
_SENSE = np.array([0.0 if name in _EITHER else -1.0 if name in _AGAINST else 1.0 for name in CONFIDENCE])
Model = tuple[Floats, Floats, Floats, float]  # means, scales, weights, bias
_NOTHING: dict[str, dict[str, float]] = {
    "order": {"covered": 1.0}, "means": {}, "scales": {}, "confidence": {}, "threshold": {"bias": 0.0, "least": 0.5}
}  # fmt: skip


def _confidence(values: Floats, right: Floats, penalty: float, sense: Floats) -> Model:
    """The confidence fitted on cases; weights against ``sense`` are left out."""
    means, spread = values.mean(0), values.std(0)
    scales = np.where(spread > 1e-6, spread, 1.0)
    kept = np.ones(values.shape[1], bool)
    weights = np.zeros(values.shape[1])
    while True:
        some, bias = fit_cases((values[:, kept] - means[kept]) / scales[kept], right, np.ones(len(right)), penalty)
        weights[:] = 0.0
        weights[kept] = some
        senseless = weights * sense < 0
        if not senseless.any():
            return means, scales, weights, bias
        kept &= ~senseless


def _score(model: Model, values: Floats) -> Floats:
    means, scales, weights, bias = model
    score: Floats = (values - means) / scales @ weights + bias
    return score


def _quoted(wanted: Sought, row: Signs) -> str:
    quote, _ = quoted(wanted, row.passage, row.candidate)
    return row.passage.passage.text[quote.start : quote.end]


def _holds(wanted: Sought, row: Signs, asked: JudgedQuestion) -> bool:
    return holds(_quoted(wanted, row), asked.places[_place(row)])


def _place(row: Signs) -> tuple[str, str]:
    return row.passage.document.id, row.passage.passage.anchor


def _named(names: Sequence[str], values: Floats) -> dict[str, float]:
    return dict(zip(names, values.round(4).tolist(), strict=True))


if __name__ == "__main__":
    main()
