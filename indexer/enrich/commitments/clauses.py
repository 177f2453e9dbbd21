"""Which clauses of a sentence look ahead, and what stands before and after the verb of each?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from indexer.enrich.commitments.ahead import AHEAD, Ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """``start:end`` of the sentence is what looks ahead; ``subject`` is before it, ``rest`` what follows.

    ``frame`` is who is said to have said so: "The Department had said" before "that its adviser would return".
    """

    ahead: Ahead
    start: int
    end: int
    since: int  # where the clause begins; a time before that is of another
    subject_start: int
    subject: str
    frame: str
    rest: str
    own: str  # the clause without the next: up to "and must", ", which"
    is_relative: bool  # "which seeks to", "tenancies that begin"


# Where another clause begins. Its subject is the one before where it has none of its own: "and would be shorter".
_BOUNDARY = re.compile(
    r"[;:]\s|\s[–—-]\s|[.?!]\s"
    r"|,\s(?:although|and|because|but|if|or|since|so|then|though|unless|when|where|whereas|which|while|whilst|who|whom)\s"
    r"|\s(?:although|because|but|if|unless|when|whereas|which|while|whilst|who)\s"
    r"|\sand\s(?=(?:are|can|had|has|have|he|I|is|it|may|must|not|shall|she|should|that|there|they|this|was|we|were|will"
    r"|would)\b)",
    re.IGNORECASE,
)
_FULL_STOPS = ".;?!"
_MOST = 20  # verbs of one sentence; what has more is a list of words
# "To that plan", "all that": no clause begins there.
_THAT = re.compile(
    r"(?<!\bto)(?<!\bof)(?<!\bin)(?<!\bat)(?<!\bon)(?<!\bby)(?<!\bfor)(?<!\ball)(?<!\bwith)(?<!\bfrom)(?<!\bthan)"
    r"(?<!\bafter)\s(?:that|whether|how)[\s:,]",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s*$", re.IGNORECASE)
# Verbs and adjectives that "to be done" belongs to: "needs to be reviewed".
_GOVERNS = re.compile(
    r"\b(?:able|allow\w*|appears?|are|as|ask\w*|believed|continu\w*|deemed|due|enough|expect\w*|felt|going|had|has|have"
    r"|help\w*|hop\w*|how|intend\w*|is|known|like\w*|need\w*|not|order|ought|plan\w*|propos\w*|ready|remain\w*|report\w*"
    r"|requir\w*|said|schedul\w*|seems?|tend\w*|thought|used|want\w*|was|were|wish\w*|yet)\s$",
    re.IGNORECASE,
)
# A finite verb, or a word that "to" belongs to: "seeks to ensure", "in order to".
_FINITE = re.compile(
    r"\b(?:able|aims?|are|can|could|due|going|had|has|have|helps?|how|is|may|must|needs?|order|ready|seeks?|wants?|was"
    r"|were|will|would)\b"
)
# After these a verb is no present: "would return".
_BARE = re.compile(
    r"\b(?:and|can|could|had|has|have|may|might|must|not|shall|should|to|will|would|[nN][’']t|[’']d|[’']ll)\s$"
)
# Words before a subject that are not of it: "Therefore", "and".
_LEADING = re.compile(r"\W*(?:(?:accordingly|also|and|but|however|instead|meanwhile|so|that|then|therefore)\b\W*)*")


def clauses(sentence: str, *, verbless: bool) -> Iterator[Clause]:
    """The clauses of ``sentence`` that look ahead, in order; ``verbless``: those without a finite verb too."""
    boundaries = [0, *(found.end() for found in _BOUNDARY.finditer(sentence))]
    last: Clause | None = None
    for found in islice(AHEAD.finditer(sentence), _MOST):
        ahead = Ahead[found.lastgroup or ""]
        if not _can_be(ahead, sentence, found.start(), verbless=verbless):
            continue
        start, end = _segment(sentence, boundaries, found.start())
        if last and start <= last.start < end:
            if ahead is Ahead.LATER:  # part of what the verb before says
                continue
            if end < found.start():  # ", and would have the numbers first"
                end = last.start
        last = _clause(sentence, boundaries, found, start, end)
        yield last


def _can_be(ahead: Ahead, sentence: str, at: int, *, verbless: bool) -> bool:
    """Whether the words at ``at`` look ahead in this ``sentence``."""
    match ahead:
        case Ahead.TO_BE:
            return at > 0 and not _GOVERNS.search(sentence, 0, at)
        case Ahead.TO_DO:
            return verbless and at > 0 and not _FINITE.search(sentence, 0, at)
        case Ahead.LATER:
            return not _BARE.search(sentence, max(0, at - 8), at)
        case _:
            return True


def _segment(sentence: str, boundaries: Sequence[int], at: int) -> tuple[int, int]:
    """Where the words before ``at`` begin and end that have its subject: of its own clause, else of the one before."""
    number = max(number for number, start in enumerate(boundaries) if start <= at)
    if number == 0 or re.search(r"\w", sentence[boundaries[number] : at]):
        return boundaries[number], at
    return boundaries[number - 1], boundaries[number] - 1


def _clause(sentence: str, boundaries: Sequence[int], found: re.Match[str], start: int, end: int) -> Clause:
    said = [that for that in _THAT.finditer(sentence, start, end + 1) if that.end() < end]
    subject = said[-1].end() if said else start
    leading = _LEADING.match(sentence, subject, end)
    subject = leading.end() if leading and leading.end() < end else subject
    following = [at for at in boundaries if at > found.end()]
    stop = next((at for at in following if sentence[at - 2] in _FULL_STOPS), len(sentence))
    return Clause(
        ahead=Ahead[found.lastgroup or ""],
        start=found.start(),
        end=found.end(),
        since=start,
        subject_start=subject,
        subject=sentence[subject:end].strip(),
        frame=sentence[start : said[-1].start()] if said else "",
        rest=sentence[found.end() : stop],
        own=sentence[subject : following[0] if following else len(sentence)],
        is_relative=bool(_RELATIVE.search(sentence, start, found.start())),
    )
