"""Where does each sentence of a text begin and end? NLTK's Punkt, with parameters learnt from council papers.

Punkt (T. Kiss and J. Strunk, "Unsupervised Multilingual Sentence Boundary Detection", 2006) tells the full stop of an
abbreviation from that of a sentence by what it has seen of the words around. What it has seen rests in ``punkt.json``,
which ``python -m benchmarks.train_sentences`` makes from the sample papers; nothing is loaded from anywhere else.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from indexer.model.search import Span

PARAMETERS = Path(__file__).with_name("punkt.json")

# What council papers shorten with a full stop; sixty thousand words are too few for Punkt to find all of these.
ABBREVIATIONS = frozenset(
    "a.m al appx approx art asst ave cf ch cllr cllrs co cttee dept dr e.g esp est et etc ext fig figs hon i.e incl "
    "inc jr ltd max min mr mrs ms nos p p.a p.m para paras pp prof rd ref regs rev revd s sch sec sect ss st tel temp "
    "viz vol vs jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)

# A stop after which Punkt may begin a sentence although the words go on: "No. 6", "J. Bhamber", "Rev. A. Whitstone".
_GOES_ON = re.compile(
    r"\b(?:(?:para|paras|ref|item|Tel|ext|St|Cllr|Cllrs|Mr|Mrs|Ms|Dr|Rev|Revd|Prof|Hon|Dept|vs|cf|e\.g|i\.e|pp|s|ss"
    r"|[B-HJ-Z]|[A-Z]\.[A-Z])\.|Nos?\.(?=\s*\d))"
)
# A stop that stands directly before a capital, its space lost when the file was made: "in 2022.The plan".
_LOST_SPACE = re.compile(r"(?<=[a-z\d)\]’”'\"])[.?!](?=[A-Z][a-z]+[ ,])")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order: spans without white space at their ends, which hold every other sign."""
    ends = {end for _, end in _punkt().span_tokenize(text)} - {word.end() for word in _GOES_ON.finditer(text)}
    ends |= {stop.end() for stop in _LOST_SPACE.finditer(text)} | {len(text)}
    found, start = [], 0
    for end in sorted(ends):
        cut = text[start:end]
        bare = cut.strip()
        if bare:
            first = start + len(cut) - len(cut.lstrip())
            found.append(Span(start=first, end=first + len(bare)))
        start = end
    return tuple(found)


@cache
def _punkt() -> PunktSentenceTokenizer:
    seen = json.loads(PARAMETERS.read_text(encoding="utf-8"))
    parameters = PunktParameters()
    parameters.abbrev_types = set(seen["abbreviations"]) | ABBREVIATIONS
    parameters.sent_starters = set(seen["starters"])
    parameters.ortho_context.update(seen["contexts"])
    return PunktSentenceTokenizer(parameters)
