"""What in a sentence speaks against its being a promise, whatever its verbs are?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum


class Doubt(StrEnum):
    """Why a sentence with "will", "would" or "is to" promises nothing; the value is the name of the cue."""

    CONDITION = "on a condition"
    PREDICTION = "prediction"
    STATUTE = "statutory"
    TOLD = "told of earlier"
    ASKED = "asked by somebody"
    PERFECT = "would have"
    QUESTION = "question"
    QUOTED = "quoted words"
    NEGATED = "negated"
    PERMISSION = "may or can"
    DESCRIBED = "says how"
    USUAL = "as usual"
    HEARD = "heard from others"


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DECIDED = (
    r"(?:agreed|decided|resolved|promised|undertook|undertaken|aimed|asked|wanted|intended|planned|meant|announced)"
)
_SIGNS = {
    Doubt.CONDITION: re.compile(
        r"\b(?:[Ii]f|[Uu]nless|provided\sthat|in\swhich\scase)\b|^(?:Should|Were|Had|Without)\s"
        r"|\b(?:were|was)\s(?:\w+\s){0,3}to\s\w+(?=[^.]*\bwould\b)|,\sshould\s(?:the|it|they|any|we)\b"
    ),
    Doubt.PREDICTION: re.compile(
        r"\b(?:probabl[ey]|(?:un)?likel(?:y|ier|iest)|undoubtedly|presumably|perhaps|forecasts?|projected|estimated?|predict\w*|present\s(?:rate|pattern)"
        r"|inevitabl[ey]|doubtless|suppose|imagine|confiden(?:t|ce)|may\swell)\b",
        re.IGNORECASE,
    ),
    Doubt.TOLD: re.compile(
        rf"\b(?:had|has\salready|have\salready)\s(?:\w+\s)?{_DECIDED}\b"
        rf"|(?:^|[,;]\s)[Ii]n\s(?:\w+\s)?(?:19|20)\d\d\b[^;]{{0,60}}\b(?:{_DECIDED}|said|set)\b"
        rf"|(?<!be\s)\b{_DECIDED}(?:\s\w+){{0,3}}\s(?:in|on|last|at\sCabinet\son)\s(?:the\s)?(?:\d{{1,2}}\s)?(?:{_MONTHS}|spring|summer"
        r"|autumn|winter|month|year|week|(?:19|20)\d\d)\b"
        r"|\b(?:years?|months?|weeks?)\sago\b|\b(?:will|would)\s(?:remember|recall)\b|\boriginal(?:ly)?\b|\bhustings\b"
    ),
    Doubt.ASKED: re.compile(
        r"\bmoved\s(?:an?|the)\s(?:amendment|motion)\b|"
        r"\b(?:[Mm]embers?|Board|Chair(?:man|woman)?|Committee|Panel|Councillors?|Cllrs?|M(?:rs?|s)|Rev|[Aa]\smember|[Ff]orum|[Pp]arents?|children|young\speople|group|inspectors|unions|they|he|she)\b[^.;]{0,60}"
        r"\b(?:asked|wondered|enquired|queried|suggested|wished|wanted|proposed|urged|thought|questioned|pressed|would\slike|argued|hoped|moved)\b",
    ),
    Doubt.HEARD: re.compile(r"\b(?:was|were|been)\s(?:told|assured|reminded|promised)\b"),
    Doubt.PERFECT: re.compile(
        r"\b(?:would|will|should|could|might|to)\s(?:not\s)?have\s(?:been|had|gone|done|taken|given|made|begun|come|left|met"
        r"|found|seen|written|brought|\w{3,}ed)\b"
    ),
    Doubt.QUESTION: re.compile(r"\?[”\"’')\s]*$"),
    Doubt.DESCRIBED: re.compile(
        r"\b(?:explain|set|describe|show|say|outline|consider)s?(?:\sout)?\s(?:how|what|whether)\b"
    ),
}
# These stand in the clause itself: what a second clause must or may do says nothing of the first.
_SIGNS_NEAR = {
    Doubt.STATUTE: re.compile(
        r"\b(?:must|dut(?:y|ies)|statut(?:e|ory)|under\ssection|regulations?|requires?|required\s(?:by|under)|by\slaw|the\slaw|legally|entitled)\b",
        re.IGNORECASE,
    ),
    Doubt.USUAL: re.compile(
        r"\b(?:each|every|usually|ordinarily|as\susual|always|normally|yearly|only)\b", re.IGNORECASE
    ),
    Doubt.PERMISSION: re.compile(r"\b(?:may|can|could|might)\s(?:be|have|ask|speak|wish|only|well)\b"),
}
_QUOTATION = re.compile(r"[“\"][^”\"]{0,1000}[”\"]|‘[^’]{3,200}’(?!\w)")
_NEGATED = re.compile(r"\s*(?:n[’']t|not|never|no\slonger)\b|\s*(?:\w+\s)?be\sno\b")
_NOBODY = re.compile(r"\b(?:no|nobody|none|neither|nothing|no\sone|few|hardly)\b|(?:\bnot|n[’']t)$", re.IGNORECASE)


def doubts_of_sentence(sentence: str) -> Iterator[Doubt]:
    """The doubts that the words of the whole ``sentence`` raise."""
    return (doubt for doubt, sign in _SIGNS.items() if sign.search(sentence))


def doubts_of_clause(words: str) -> Iterator[Doubt]:
    """The doubts that the ``words`` of one clause raise of it alone."""
    return (doubt for doubt, sign in _SIGNS_NEAR.items() if sign.search(words))


def is_quoted(sentence: str, at: int) -> bool:
    """Whether the words at ``at`` are somebody else's, in quotation marks."""
    return any(found.start() < at < found.end() for found in _QUOTATION.finditer(sentence))


def is_negated(who: str, verb: str, rest: str) -> bool:
    """Whether "not" stands beside the verb that looks ahead, or nobody does it, or says so."""
    return bool(_NEGATED.match(rest) or _NOBODY.search(who) or " not" in verb)
