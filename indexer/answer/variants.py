"""Which other words may stand for those of a question: another form that no stemmer finds, or the papers' own word?

The groups rest in ``variants.txt``. They are for questions alone: a search for papers looks for the words typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from indexer.text.words import stems

Run = tuple[str, ...]  # stems, one directly after another

_LONGEST = 4


@cache
def _groups() -> dict[Run, tuple[Run, ...]]:
    found: dict[Run, dict[Run, None]] = defaultdict(dict)
    for line in Path(__file__).with_name("variants.txt").read_text(encoding="utf-8").splitlines():
        runs = [] if line.startswith("#") else [stems(words) for words in line.split(",")]
        for run in runs:
            found[run].update(dict.fromkeys(other for other in runs if other != run))
    return {run: tuple(others) for run, others in found.items()}


def variants(words: Sequence[str]) -> Iterator[tuple[Run, Run]]:
    """The runs of ``words`` (stems, in order) that have others beside them, each with one of these."""
    groups = _groups()
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            run = tuple(words[start:end])
            for other in groups.get(run, ()):
                yield run, other


def is_plain_word(stem: str) -> bool:
    """Whether the groups have this word: then it is no misspelling of another."""
    return (stem,) in _groups()
