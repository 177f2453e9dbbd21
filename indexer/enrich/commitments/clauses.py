"""Which verbs of a sentence look ahead, and what stands before and after each?

English has no future tense. Councils look ahead with "is to be published", "will open", "would write to members", "is
scheduled for", "undertook to", and with no verb at all: "Gardens to be dug". A clause is one such verb with its
subject; who is said to have said so ("The Department had said that ...") is its frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Ahead(StrEnum):
    """How a clause looks ahead; the value is the name of the cue."""

    UNDERTAKES = "undertakes"
    IS_TO = "is to"
    WAS_TO = "was to"
    SCHEDULED = "is scheduled"
    EXPECTED = "is expected"
    PROPOSED = "is proposed"
    INTENDS = "intends"
    HOPES = "hopes"
    WILL = "will"
    WOULD = "would"
    BEING_DONE = "is being done"
    SHOULD = "should"
    LATER = "present for later"  # "the letter goes to the Executive on 14 October"
    FROM_THEN = "from a day to come"  # "From September each nurse has a place"
    DOING = "is doing"  # "is training all managers between now and October"
    NUMBER = "a number by a day"  # "85% of staff by March 2027"
    ROUTE = "goes before a body"  # "Final decision: Council, 19 July 2023"
    TO_DO = "to be done"  # without a finite verb: "Gardens to be dug"
    PUT_SO = "no verb"  # what a resolution or a list puts without one: "That the Chair reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """``start:end`` of the sentence is what looks ahead; ``subject`` is before it and ``rest`` after it.

    ``own`` is the clause without the next ones: up to "and must", "which".
    """

    ahead: Ahead
    start: int
    end: int
    subject_start: int
    subject: str
    frame: str
    rest: str
    own: str
    since: int  # where the words begin in which its time may stand before it


_BE = r"(?:is|are|[’']s|[’']re|am|[’']m)"
_WAS = r"(?:was|were)"
_LY = r"(?:\s(?:\w{2,12}ly|also|both|each|now|not|then|therefore|first|soon|all|still|in\sturn)){0,2}"
# "Due to the weather" is no date.
_COMES = (
    r"(?:arrive|become|begin|close|come|commence|complete|conclude|consider|end|expire|finish|go|have|join|launch|leave|meet|move"
    r"|open|publish|receive|report|retire|return|start|take|visit)"
)
_MADE = (
    r"(?:arranged|brought\stogether|built|carried\sout|commissioned|created|designed|developed|drafted|drawn\sup"
    r"|established|finalised|implemented|introduced|planned|prepared|procured|put\sin\splace|rebuilt|recruited|reviewed"
    r"|revised|rewritten|rolled\sout|scoped|set\sup|undertaken|updated|upgraded|written)"
)
# "It is to be hoped", "that is to say", "there is to some extent".
_IDIOMS = r"(?!\s(?:say|blame|some|date|the|a|(?:be\s)?(?:found|seen|welcomed|commended|congratulated|regretted|hoped)|do\swith)\b)"
# Of what was done to somebody ("was promised to parents") nobody is bound.
_ACTIVE = r"(?<!\bbe\s)(?<!been\s)(?<!\bis\s)(?<!\bare\s)(?<!was\s)(?<!were\s)(?<!not\s)"
_VERBS = {
    Ahead.FROM_THEN: r"(?<![\s\w])From(?=\s(?:\d|(?-i:[A-Z])|the\s|next\s|now\s))",
    Ahead.UNDERTAKES: (
        rf"{_ACTIVE}(?:under(?:took|takes?|taken)|g(?:ave|iven)\s(?:an?\s)?(?:undertaking|assurance|commitment)s?|promise[sd]?"
        r"|pledge[sd]?|commit(?:s|ted)?(?:\s(?:itself|themselves|himself|herself))?|agree[sd]?|offered|volunteered"
        r"|assure[sd]\s(?:the\s)?\w{2,20}(?:\s\w{2,20})?)(?=\s(?:to\s[a-z]|that\s))"
    ),
    Ahead.IS_TO: rf"{_BE}{_LY}\sto(?=\s\w){_IDIOMS}",
    Ahead.WAS_TO: rf"{_WAS}{_LY}\sto(?=\s\w){_IDIOMS}",
    Ahead.SCHEDULED: (
        rf"(?:(?:{_BE}|{_WAS}|been|be){_LY}\s|(?<=,\s))(?:(?:scheduled|timetabled|booked|planned|earmarked|programmed"
        rf"|set)\s(?:for|to|in|by|on|from|at|over|before)|due\s(?:for|in|by|on|from|at|before|to(?=\s(?:be|{_COMES})\b)))(?=\s)"
    ),
    Ahead.EXPECTED: (
        rf"(?:{_BE}|{_WAS}){_LY}\s(?:expected|anticipated)\s(?:to|in|by|on|that)(?=\s)|expects?\s(?:an?|to)(?=\s)"
        r"|told\sto\sexpect(?=\s)"
    ),
    Ahead.PROPOSED: rf"(?:{_BE}|{_WAS}){_LY}\sproposed(?=[\s,.;])|(?<=fficers\s)propose(?=\s(?!to))",
    Ahead.INTENDS: (
        r"(?:intend(?:s|ed)?|(?<!our\s)(?<!the\s)(?<!their\s)(?<!\bits\s)plan(?:s|ned)?|means?|propose[sd]?)\sto(?=\s)"
        rf"|(?:{_BE}|{_WAS}){_LY}\s(?:planning|intending|going|preparing|about|intended)\sto(?=\s)"
        rf"|(?:intention|plan|proposal)\s(?:{_BE}|was)\s(?:to|that)(?=\s)"
    ),
    Ahead.HOPES: (
        r"(?:hope[sd]?|aim[s]?|aimed|seeks?|sought|aspire[sd]?|would\slike)\sto(?=\s)|it(?:[’']s|\sis|\swas)\shoped(?=\s)"
        r"|(?:aim|ambition|aspiration|hope|goal|objective)\s(?!of\s(?:this|the)\s(?:paper|report|briefing|note|strategy|document)\b)"
        r"(?:[^.;:,]{0,40}\s)?(?:is|was)(?=\s(?:to|that|for)\s)"
        rf"|(?:{_BE}|{_WAS}){_LY}\s(?:hoping|aiming|seeking|exploring|considering|looking\s(?:at|into|to))(?=\s)"
        rf"|consideration\s(?:will|would|is\sto)\sbe\sgiven|(?:{_BE}|{_WAS})\sbeing\s(?:talked\sabout|considered|explored"
        r"|looked\s(?:at|into)|discussed|examined|investigated)"
        r"|(?:could|might|may)\sbe\s(?:explored|considered|undertaken|looked\s(?:at|into)|developed|investigated)"
    ),
    Ahead.WILL: r"(?:will|shall|[’']ll|wo(?=n[’']t)|sha(?=n[’']t))(?=\s\w|n[’']t)",
    Ahead.WOULD: r"would(?=\s(?!(?:have|of)\b))",
    Ahead.BEING_DONE: (
        rf"(?:{_BE}|{_WAS}){_LY}\s(?:under\s(?:development|preparation|construction|review)|in\s(?:development|preparation|train)"
        rf"|being{_LY}\s{_MADE})\b"
    ),
    Ahead.SHOULD: r"should(?=\s\w)",
    Ahead.NUMBER: r"\d[\d,.]*%[^.;:|]{0,60}(?=\sby\s(?:the\s)?(?:\d|(?-i:[A-Z])|end\s|next\s))",
    Ahead.ROUTE: r"(?:considered\sby|[Ff]inal\s[Dd]ecision(?:\sby)?|[Ff]or\s[Dd]ecision\sby):?(?=\s)",
    Ahead.LATER: (
        r"(?-i:(?<![’']s\s)(?:[Gg]oes|go|comes?|begins?|[Ss]tarts|[Oo]pens|[Cc]loses|takes?\s(?:place|effect|over)|meets?|reports|returns|moves"
        r"|becomes?|launches|joins|publishes|covers))(?=\s)"
    ),
    Ahead.DOING: rf"(?:is|are|am|[’']re|[’']m){_LY}\s(?!being|having|doing|going|looking|working|seeing|getting|forecasting|expecting|facing|rising|falling)[a-z]{{3,14}}ing(?=\s)",
    Ahead.TO_DO: (
        r"to(?=\s(?:be\s(?!honest|sure|fair|clear|found)\w{2,20}|(?:continue|have|come|go|include|take|give|make|provide|send"
        r"|write|bring|report|review|read|attend|meet|lead|ensure|develop|deliver|complete|agree|arrange|circulate|follow"
        r"|begin|start|draft|prepare|produce|publish|launch|open|appoint|recruit|commission|consult|consider|check|confirm"
        r"|contact|discuss|explore|identify|implement|investigate|liaise|monitor|present|raise|roll|seek|set|share|submit"
        r"|update|work|scope|look|carry|train|visit|ask|invite|feed|fund|host|speak|take|hold|offer|establish|introduce)\b))"
    ),
}
_AHEAD = re.compile(
    "|".join(rf"(?P<{ahead.name}>(?:(?<!\w)|(?=[’'])){pattern})" for ahead, pattern in _VERBS.items()), re.IGNORECASE
)
# Where another clause begins. Its subject is the one before where it has none of its own: "and would be shorter".
_BOUNDARY = re.compile(
    r"[;:]\s|\s[–—-]\s|[.?!]\s|,\s(?:and|but|so|or|then|although|though|because|since|while|whilst|whereas|which|who|whom"
    r"|where|when|if|unless)\s|\s(?:because|although|if|unless|whereas|but|which|who|while|whilst|when)\s"
    r"|\sand\s(?=(?:is|are|was|were|has|have|had|will|would|shall|should|may|must|can|it|he|she|they|we|I|there|that|this|not)\b)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s(?:that|whether|how)[\s:,]", re.IGNORECASE)
# Words before a subject that are not of it: "By September 2018 the seven centres", "Therefore", "In March 2024,".
_LEADING = re.compile(r"(?:\W|\b(?:and|but|so|then|therefore|that|accordingly|also|however|instead|meanwhile)\b\s*)+")


# A finite verb, or a word that "to" belongs to: "seeks to ensure", "able to".
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|seeks?|aims?|needs?|wants?|helps?|able|how|order|ready|due|going|able)\b"
)
# After these a verb is no present: "would return".
_BARE = re.compile(
    r"\b(?:to|will|would|shall|should|can|could|may|might|must|not|has|have|had|[nN][’']t|[’']ll|[’']d|and)\s$"
)


def clauses(sentence: str, *, verbless: bool) -> Iterator[Clause]:
    """The clauses of ``sentence`` that look ahead, in order; ``verbless``: those without a finite verb too."""
    boundaries = [0, *(found.end() for found in _BOUNDARY.finditer(sentence))]
    last = None
    for found in _AHEAD.finditer(sentence):
        ahead = Ahead[found.lastgroup or ""]
        if ahead in {Ahead.TO_DO, Ahead.LATER} and (
            (
                ahead is Ahead.TO_DO
                and (not verbless or found.start() == 0 or _FINITE.search(sentence, 0, found.start()))
            )
            or (ahead is Ahead.LATER and _BARE.search(sentence, max(0, found.start() - 8), found.start()))
        ):
            continue
        start, end = _segment(sentence, boundaries, found.start())
        if last and start <= last.start < end:
            if ahead is Ahead.LATER:
                continue
            if end < found.start():  # ", and would have the numbers first"
                end = last.start
        said = [that for that in _THAT.finditer(sentence, start, end + 1) if that.end() < end]
        own = said[-1].end() if said else start
        lead = _LEADING.match(sentence, own, end)
        own = lead.end() if lead and lead.end() < end else own
        stop = next((at for at in boundaries if at > found.end() and sentence[at - 2] in ".;?!"), len(sentence))
        last = Clause(
            ahead=ahead,
            start=found.start(),
            end=found.end(),
            subject_start=own,
            subject=sentence[own:end].strip(),
            frame=sentence[start : said[-1].start()] if said else "",
            rest=sentence[found.end() : stop],
            since=start,
            own=sentence[own : next((at for at in boundaries if at > found.end()), len(sentence))],
        )
        yield last


def _segment(sentence: str, boundaries: list[int], at: int) -> tuple[int, int]:
    """Where the words before ``at`` begin and end that have its subject: of its own clause, else of the one before."""
    number = max(number for number, start in enumerate(boundaries) if start <= at)
    if number == 0 or re.search(r"\w", sentence[boundaries[number] : at]):
        return boundaries[number], at
    return boundaries[number - 1], boundaries[number]
