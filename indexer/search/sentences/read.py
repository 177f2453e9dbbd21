"""What does a plain sentence ask for: which words, which filters, the newest first?

Whatever no frame covers stays as it was typed, and so does a sentence whose remaining words would be read again: a
doubtful reading must not hide papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indexer.model.query import Facet
from indexer.model.search import Bound
from indexer.search.sentences.frames import ASKED, ENDING, FRAMES, LEADS, NEWEST_OF_KIND, RECENTLY
from indexer.search.sentences.names import BODY, KIND, ROLE, Names
from indexer.search.sentences.times import DATED, TIME, asked, tag_times
from indexer.search.sentences.words import CLOSING, PROTECTED, Sentence, numbers, tag_numbers, tagged
from indexer.vocabulary.names import name_key

LONGEST = 300  # characters; a question is rarely over 150, and what is far longer is a paste

_TIME = re.compile(rf"{TIME}|{tagged(DATED)}")
_RECENTLY = re.compile(RECENTLY)
_ARTICLES = frozenset({"the", "a", "an", "any", "all"})
# "Children born in 2019": the time is said of the word before it, not of the papers.
_PARTICIPLE = re.compile(r".*[^e]ed|born|built|begun|held|made|taken|given|set|left|run|sent")
_JOINED = re.compile(r" (?:and|or) ")
_WHEN = frozenset({"start", "time", "end"})
_SIGNS = {"body": BODY, "role": ROLE, "kind": KIND}
_TAGS = {sign: re.compile(tagged(sign)) for sign in _SIGNS.values()}


@dataclass(frozen=True, slots=True)
class Found:
    """A value of a filter, or the ISO date of a bound, with the words that say so."""

    part: Facet | Bound
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """The words still to be looked for, as typed; the filters; whether the newest is meant."""

    words: str
    filters: tuple[Found, ...] = ()
    recent: bool = False


def read_sentence(text: str, names: Names, today: date) -> SentenceReading:
    """The reading of ``text``; never raises. Its ``words`` read once more stay as they are and ask for no filter."""
    untouched = SentenceReading(text)
    if len(text) > LONGEST:
        return untouched
    reading = _Reader(text, names, today).reading()
    if reading is None or _Reader(reading.words, names, today).reading() is not None:
        return untouched
    return reading


class _Reader:
    """One sentence, tagged."""

    def __init__(self, text: str, names: Names, today: date) -> None:
        self._sentence = Sentence.of(text)
        self._names = names
        named, self._meant = names.tag(self._sentence.plain)
        self._tagged, self._times = tag_times(named, today)
        self._plain = self._sentence.plain.split()

    def reading(self) -> SentenceReading | None:
        """``None`` when no rule has anything to say."""
        start, recent, about = self._led()
        for pattern in (*FRAMES, NEWEST_OF_KIND) if recent else FRAMES:
            found = pattern.fullmatch(self._tagged, start)
            if found and (reading := self._framed(found, recent=recent, about=about)):
                return reading
        asks = ASKED.fullmatch(self._tagged, start)
        start = asks.start("bare") if asks else start
        ending = ENDING.fullmatch(self._tagged, start)
        if ending and (reading := self._framed(ending, recent=recent, about=about)):
            return reading
        if not start:
            return None
        left = numbers(self._tagged, start, len(self._tagged))
        if not about:
            return self._result([left], [], recent=recent)
        return self._result([self._without_article(left)], list(self._topics(left)), recent=recent)

    def _led(self) -> tuple[int, bool, bool]:
        """Where the sentence begins after its leads; whether they want the newest, and name what follows a subject."""
        start, recent, about = 0, False, False
        while not about:
            found = next(filter(None, (lead.match(self._tagged, start) for lead in LEADS)), None)
            if found is None:
                break
            said = found.groupdict()
            start, recent, about = found.end(), recent or bool(said.get("recent")), bool(said.get("about"))
        return start, recent, about

    def _framed(self, found: re.Match[str], *, recent: bool, about: bool) -> SentenceReading | None:
        """The reading by one frame; ``None`` when its times cannot be filters."""
        places = {name: numbers(self._tagged, *found.span(name)) for name, said in found.groupdict().items() if said}
        subject = "subject" if "subject" in places else "bare"
        if "end" in places and subject in places and _PARTICIPLE.fullmatch(self._plain[places[subject][-1]]):
            if found.re is ENDING:
                return None
            places[subject] = range(places[subject].start, places.pop("end").stop)
        times = [(numbers(self._tagged, *where), said) for where, said in self._spoken_times(found, places)]
        dated = [Found(part, value, self._sentence.typed(at)) for at, said in times for part, value in said]
        if not all(said for _, said in times) or not _agree(dated):
            return None
        filters = [*self._named(found, places)]
        if "subject" in places or about:
            filters += self._topics(places.get(subject, range(0)))
        recent = recent or "recent" in places or any(_RECENTLY.search(found[name]) for name in _WHEN & places.keys())
        kept = [places[name] for name in ("speaker", "subject", "bare") if name in places]
        if found.re is not ENDING or about:
            kept = [self._without_article(words) for words in kept]
        return self._result(kept, [*filters, *dated], recent=recent)

    def _spoken_times(
        self, found: re.Match[str], places: dict[str, range]
    ) -> Iterator[tuple[tuple[int, int], list[tuple[Facet | Bound, str]]]]:
        """Each time in the frame's places for times, and what it asks for."""
        for name in sorted(_WHEN & places.keys(), key=found.start):
            for time in _TIME.finditer(self._tagged, *found.span(name)):
                yield time.span(), list(asked(time[0], self._times))

    def _named(self, found: re.Match[str], places: dict[str, range]) -> Iterator[Found]:
        """The committees, portfolios and kinds of paper that stand in the frame's places for them."""
        for name, sign in _SIGNS.items():
            if name in places:
                for one in _TAGS[sign].finditer(found[name]):
                    [number] = tag_numbers(sign, one[0])
                    start = found.start(name) + one.start()
                    words = self._sentence.typed(numbers(self._tagged, start, start + len(one[0])))
                    yield Found(*self._meant[sign][number], words)

    def _topics(self, words: range) -> Iterator[Found]:
        """The topic that the words as a whole name; or the topics, where "and" or "or" joins nothing else."""
        words = self._without_article(words)
        plain = self._plain[words.start : words.stop]
        if PROTECTED in plain:
            return
        typed = self._sentence.typed(words)
        parts = [typed] if self._names.topic(" ".join(plain)) else _JOINED.split(typed)
        topics = [self._names.topic(name_key(part)) for part in parts]
        if all(topics):
            yield from (Found(Facet.TOPIC, topic, typed) for topic in dict.fromkeys(topics) if topic)

    def _without_article(self, words: range) -> range:
        while words and self._plain[words[0]] in _ARTICLES:
            words = words[1:]
        return words

    def _result(self, kept: list[range], filters: list[Found], *, recent: bool) -> SentenceReading:
        words = {number for places in kept for number in places}
        owned = {self._sentence.owners[number] for number in words}
        left = [piece for number, piece in enumerate(self._sentence.pieces) if number in owned]
        return SentenceReading(" ".join(left).rstrip(CLOSING), tuple(_once(filters)), recent)


def _agree(dated: list[Found]) -> bool:
    """Whether the bounds make one range that has a day in it."""
    first, last = ([one.value for one in dated if one.part is bound] for bound in (Bound.FROM, Bound.TO))
    return len(first) <= 1 and len(last) <= 1 and not (first and last and first > last)


def _once(filters: list[Found]) -> Iterator[Found]:
    """The filters, each value once."""
    seen: set[tuple[Facet | Bound, str]] = set()
    for one in filters:
        if (one.part, one.value) not in seen:
            seen.add((one.part, one.value))
            yield one
