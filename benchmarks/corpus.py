"""What are engines compared on? A corpus of any size made from a seed, or a file of paragraphs.

Real words have a few very common ones and a long tail, keep company (*looked after children*), and crowd in the papers
they matter to. The made corpus has all three: a vocabulary of about 80,000 words (those of the sample papers by their
frequency, and invented ones that can be pronounced) drawn by the Zipf-Mandelbrot law (B. Mandelbrot, "An informational
theory of the statistical structure of language", 1953); pairs and triples of words that stand together; and for each
paper some words of its own. A paper depends on the seed and its number alone, so a smaller corpus begins a larger one.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from indexer.model.query import Facet

SEED = 20260401
VOCABULARY = 80_000  # words; a corpus of council papers of this size has about as many
OFFSET, EXPONENT = 2.7, 1.05  # Zipf-Mandelbrot: usual for English running text
COLLOCATIONS = 3_000
COLLOCATED = 0.04  # of the words of a text begin a pair or triple that stands together
OWN_WORDS, OWN_SHARE = 40, 0.15  # words a paper keeps coming back to, and how much of its text they are
PARAGRAPHS = 50  # a paper, about
WORDS = 62  # a paragraph, about

PORTFOLIOS = tuple(
    "adult-care children-and-families education environment finance highways housing leader communities planning "
    "culture public-health".split()
)
TYPES = tuple("report minutes agenda strategy decision-notice briefing".split())
COMMITTEES = tuple(
    "cabinet council scrutiny corporate-parenting-board schools-forum health-and-wellbeing-board audit licensing "
    "planning-committee safeguarding-partnership".split()
)
TOPICS = tuple(
    "neglect early-help care-leavers fostering adoption kinship-care residential-care unaccompanied-children "
    "exploitation missing domestic-abuse mental-health substance-misuse youth-justice serious-violence send ehc-plans "
    "school-places attendance exclusions attainment childcare holiday-activities free-school-meals transport "
    "public-health-nursing workforce recruitment inspection improvement-plan performance budget procurement property "
    "data-protection equalities climate housing poverty consultation".split()
)
HEADINGS = (
    "Purpose of the report", "Recommendations", "Background", "Financial implications", "Legal implications",
    "Equalities", "Risk management", "Consultation", "Conclusion",
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 2005, 2026

_ROOT = Path(__file__).parents[1]
_SYLLABLE = (
    "b br c ch cl d dr f fl g gr h j k l m n p pl pr r s sh sl st t th tr v w".split(),
    "a e i o u ai ea ee oa ou".split(),
    ["", "", "", *"n r l s t m nd rt ck sh ng".split()],
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as every engine is given it. ``number`` counts from 0; ``id`` is ``d`` and the number."""

    number: int
    title: str
    date: date
    facets: Mapping[Facet, tuple[str, ...]]
    paragraphs: tuple[Paragraph, ...]

    @property
    def id(self) -> str:
        return f"d{self.number}"


def corpus(paragraphs: int, text: Path | None = None) -> Iterator[Paper]:
    """Papers with ``paragraphs`` paragraphs in all; their text from the seed, or as far as it goes from a file."""
    return _cut(_from_file(text) if text else map(_made, range(paragraphs)), paragraphs)


def _cut(papers: Iterable[Paper], paragraphs: int) -> Iterator[Paper]:
    left = paragraphs
    for paper in papers:
        kept = paper.paragraphs[:left]
        yield Paper(paper.number, paper.title, paper.date, paper.facets, kept)
        left -= len(kept)
        if left == 0:
            return


def _from_file(path: Path) -> Iterator[Paper]:
    """Runs of about ``PARAGRAPHS`` paragraphs of the file become papers; their dates and filters are made up."""
    blocks = _blocks(path)
    number = 0
    while True:
        rng = np.random.default_rng((SEED, number))
        texts = list(islice(blocks, _size(rng)))
        if not texts:
            return
        day, facets = _facts(rng)
        title = " ".join(texts[0].split()[:10])
        paragraphs = [
            Paragraph(f"para-{k + 1}", " ".join(texts[k - k % 5].split()[:4]), block) for k, block in enumerate(texts)
        ]
        yield Paper(number, title, day, facets, tuple(paragraphs))
        number += 1


def _blocks(path: Path) -> Iterator[str]:
    """Paragraphs of a file: blocks of lines between blank lines, white space collapsed."""
    lines: list[str] = []
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.strip():
                lines.append(line)
            elif lines:
                yield " ".join(" ".join(lines).split())
                lines = []
    if lines:
        yield " ".join(" ".join(lines).split())


def _made(number: int) -> Paper:
    rng = np.random.default_rng((SEED, number))
    language = _language()
    day, facets = _facts(rng)
    own = language.ranks(rng, OWN_WORDS) + 150  # nobody's own words are function words
    lengths = np.clip(rng.lognormal(np.log(WORDS * 0.88), 0.5, _size(rng)), 8, 160).astype(int)
    words = language.running(rng, int(lengths.sum()), own)
    title = " ".join(language.words[own[:7]]).capitalize()
    heading = ""
    paragraphs = []
    start = 0
    for k, length in enumerate(lengths.tolist()):
        if k % 5 == 0:
            heading = HEADINGS[k // 10 % len(HEADINGS)] if k % 10 else " ".join(words[start : start + 4]).capitalize()
        paragraphs.append(Paragraph(f"para-{k + 1}", heading, _prose(rng, words[start : start + length])))
        start += length
    return Paper(number, title, day, facets, tuple(paragraphs))


def _size(rng: np.random.Generator) -> int:
    """Paragraphs of a paper: most have a few dozen, some a few hundred."""
    return int(np.clip(rng.lognormal(np.log(PARAGRAPHS * 0.84), 0.6), 4, 400))


def _facts(rng: np.random.Generator) -> tuple[date, dict[Facet, tuple[str, ...]]]:
    """A date, later years fuller than earlier ones, and filter values, some much more common than others."""
    year = FIRST_YEAR + int((LAST_YEAR - FIRST_YEAR + 1) * rng.random() ** 0.7)
    day = date(year, 1, 1) + timedelta(days=int(rng.integers(365)))
    begins = year if day.month >= 4 else year - 1
    topics = {_skewed(rng, TOPICS) for _ in range(min(4, int(rng.exponential(1.6))))}
    return day, {
        Facet.YEAR: (str(year),),
        Facet.MUNICIPAL_YEAR: (f"{begins}/{(begins + 1) % 100:02d}",),
        Facet.PORTFOLIO: (_skewed(rng, PORTFOLIOS),),
        Facet.TOPIC: tuple(sorted(topics)),
        Facet.TYPE: (_skewed(rng, TYPES),),
        Facet.COMMITTEE: (_skewed(rng, COMMITTEES),),
    }


def _skewed(rng: np.random.Generator, values: tuple[str, ...]) -> str:
    """The first values are more likely than the last, about as 1/rank."""
    return values[int(len(values) ** rng.random()) - 1 if rng.random() < 0.7 else int(rng.integers(len(values)))]


def _prose(rng: np.random.Generator, words: list[str]) -> str:
    """The words as sentences of about 18, long ones with a comma; one paragraph in five has a figure or reference."""
    if rng.random() < 0.2:
        kind, at = int(rng.integers(3)), int(rng.integers(len(words)))
        amount = int(rng.integers(1, 1_000_000))
        words[at] = (f"£{amount:,}", f"{amount % 100}.{amount % 10}%", f"CS{amount:06d}")[kind]
    sentences = []
    start = 0
    while start < len(words):
        end = start + max(5, int(rng.lognormal(2.8, 0.45)))
        if len(words) - end < 4:
            end = len(words)
        sentence = " ".join(words[start:end])
        comma = sentence.find(" ", len(sentence) // 2)
        if comma > 0 and end - start > 12:
            sentence = f"{sentence[:comma]},{sentence[comma:]}"
        sentences.append(f"{sentence[0].upper()}{sentence[1:]}.")
        start = end
    return " ".join(sentences)


class _Language:
    """Words by rank, how often each is said, and which stand together."""

    def __init__(self) -> None:
        rnd = random.Random(SEED)  # noqa: S311 - a corpus, not a secret
        self.words: Any = np.array(_mixed(_sample_words(), _invented(rnd)), dtype=object)
        shares = (np.arange(1, len(self.words) + 1) + OFFSET) ** -EXPONENT
        self._cumulated = np.cumsum(shares / shares.sum())
        rng = np.random.default_rng(SEED)
        self._together = self.ranks(rng, COLLOCATIONS * 3).reshape(COLLOCATIONS, 3)
        together = 1 / np.arange(10, COLLOCATIONS + 10)
        self._together_cumulated = np.cumsum(together / together.sum())

    def ranks(self, rng: np.random.Generator, count: int) -> Any:
        """``count`` words drawn by frequency, as ranks (int64 array); leaves room above for a shift of 150."""
        ranks = np.searchsorted(self._cumulated, rng.random(count))
        return np.minimum(ranks, len(self.words) - 151)

    def running(self, rng: np.random.Generator, count: int, own: Any) -> list[str]:
        """``count`` words of a text whose own words are ``own``."""
        ranks = np.minimum(np.searchsorted(self._cumulated, rng.random(count)), len(self.words) - 1)
        theirs = rng.random(count) < OWN_SHARE
        ranks[theirs] = own[(len(own) * rng.random(int(theirs.sum())) ** 2).astype(int)]
        at = rng.integers(0, max(1, count - 3), int(count * COLLOCATED))
        which = np.searchsorted(self._together_cumulated, rng.random(len(at)))
        for place in range(3):  # every third collocation is a triple
            long = at if place < 2 else at[which % 3 == 0]
            ranks[long + place] = self._together[which if place < 2 else which[which % 3 == 0], place]
        return list(self.words[ranks].tolist())


@cache
def _language() -> _Language:
    return _Language()


def _sample_words() -> list[str]:
    """The words of the sample papers whose text is at hand, most frequent first."""
    papers = (path for folder in ("documents", "sources") for path in sorted((_ROOT / "corpus" / folder).iterdir()))
    files = [path for path in papers if path.suffix in {".txt", ".md"}]
    text = " ".join(path.read_text(encoding="utf-8") for path in files).lower()
    counts = Counter(re.findall(r"\b[a-z]{2,20}\b|\ba\b", text))
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def _invented(rnd: random.Random) -> list[str]:
    """Words that can be pronounced, all different, shorter ones first as in a language."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        longest = 2 + len(words) * 3 // VOCABULARY
        syllables = rnd.randint(2, longest)
        words["".join(rnd.choice(part) for _ in range(syllables) for part in _SYLLABLE)] = None
    return list(words)


def _mixed(real: list[str], invented: list[str]) -> list[str]:
    """The 150 most frequent words are real ones (function words); from there on every other one, while they last."""
    tail = iter(dict.fromkeys(real[150:]))
    mixed = dict.fromkeys(real[:150])
    for word in invented:
        mixed[next(tail, word)] = None
        mixed[word] = None
    return list(mixed)[:VOCABULARY]
