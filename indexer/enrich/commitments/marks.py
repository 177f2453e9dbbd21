"""Which marks stand at the beginning of a line: "RESOLVED – That", "ACTION –", "Recommended:"?

A mark says as what the line stands in its paper, and its words begin behind it. RESOLVED alone has thirty spellings.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Place(StrEnum):
    """As what a line stands where it does; the value is the name of the cue."""

    TOLD = "in running text"
    DECIDED = "under a resolution"
    ASKED = "under a recommendation"  # of a body that has not decided yet
    ACTION = "in a list of actions"  # or a table of them
    PLANNED = "in a list of plans"
    RECOUNTED = "in a list of what was done"  # or of how things are
    QUOTED = "in a list of what inspectors ask"
    APART = "apart"  # no text of the paper: contacts, background papers, apologies


_LABEL = r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s*)"
_VOTE = r"(?:\s*\((?:unanimously|nem\.?\scon\.?|[\w\s,-]{1,60})\)|,?\s(?:unanimously|accordingly))?"
# "RESOLVED – That", "It was RESOLVED:", "AGREED (unanimously) to", "Resolved:- (1) That", "The Board AGREED that".
_MARK = re.compile(
    rf"{_LABEL}?(?:(?:[^.;:|]{{0,120}}\s)?(?:RESOLVED|AGREED)|(?:(?:It|it)\swas\s)?(?:(?:U|u)nanimously\s)?"
    rf"(?:Resolved|Agreed|Decided)(?=\s*[,:;.(–—-]|\s(?:that|That|to|unanimously)\b|$)"
    rf"|(?:(?:D|d)ecision(?:\s(?:made|taken))?|DECISION(?:\sMADE)?|Record\sof\s(?:the\s)?(?:D|d)ecision|Resolution|Outcome)(?=\s*:))\b"
    rf"{_VOTE}[\s,.:;–—-]*(?:(?:that|That|THAT|to|To)\b[\s,:–—-]*)?(?:{_LABEL}(?:[Tt]hat\b\s*)?)?"
)
# In minutes what a body asks for or agrees is decided too, without the word.
_BODY = (
    r"(?:Board|Cabinet|Commission|Committee|Council|Executive|Forum|Group|Members|Panel|Partnership|Sub-?[Cc]ommittee"
    r"|meeting)"
)
_SO = r"(?:\w{2,12}ly\s|then\s|also\s|further\s)?"
_THE_X_TO = r"(?=the\s(?:[A-Z][\w’'-]*\s|(?:of|and|for)\s){1,8}(?:to|be)\s)"
_AGREED = re.compile(
    rf"{_LABEL}?(?:[^.;:|]{{0,100}}\s)?(?:"
    rf"[Ii]t\swas\s{_SO}(?:resolved|agreed|decided|requested)\s(?:that|to)"
    rf"|(?:The|the)\s(?:[\w’'&,-]+\s){{0,9}}?{_BODY}\s{_SO}(?:(?:resolved|agreed|decided|requested|asked|instructed|directed|required)"
    rf"\s(?:that|to|(?=officers\s)|{_THE_X_TO})|(?:asked\sfor|requested)\s(?=an?\s|further\s|more\s))"
    rf"|Members\s{_SO}(?:agreed|resolved|requested)\s(?:that|to)"
    rf"|(?:The|the)\s(?:Vice-)?Chair(?:man|woman|person)?\s(?:(?:[^.;:|]{{0,100}}?\sand\s)?ha[sd]\s)?{_SO}(?:asked|requested)"
    r"\s(?:that|(?=officers\sto\s)|(?=the\s[^.;,]{3,60}\sto\s))"
    rf"|(?=(?:Officers\s|officers\s|[Tt]he\s(?!(?:[\w-]+\s){{0,4}}{_BODY}\b)(?:[A-Z][\w’'-]*\s|(?:of|and|for)\s){{1,8}})(?:was|were)\s"
    r"(?:asked|requested|instructed|tasked)\sto\s)"
    r")[\s,:–—-]*"
)
_THAT = re.compile(rf"{_LABEL}?That\b[\s,:–—-]*")
_RECOMMENDED = re.compile(
    rf"{_LABEL}?(?:(?:It\sis\s)?RECOMMENDED|Recommended|(?:It|it)\sis\s(?:therefore\s)?recommended)(?=\s*[,:;.–—-]|\s(?:that|to)\b)"
    r"[\s,.:;–—-]*(?:(?:that|That|to)\b[\s,:–—-]*)?"
)
# A recommendation in one sentence: "the Panel is therefore invited to choose ...".
_IS_ASKED = re.compile(
    rf"{_LABEL}?(?:[^.;:|]{{0,100}}\s)?(?:{_BODY}|Scrutiny|[Cc]ommittee|[Mm]embers)\s(?:is|are)\s(?:therefore\s|also\s|hereby\s)?"
    r"(?:asked|recommended|RECOMMENDED|requested|invited)\sto\s(?=\w)"
)
_ACTION = re.compile(
    rf"{_LABEL}?(?:ACTIONS?|Actions?)(?:\s(?:[Pp]oints?|[Aa]greed|[Aa]rising|\d{{1,3}}|[Ff]or\s[\w\s]{{2,40}}))?\s*[:–—-]+\s*"
)
# "ACTION – Jo Bloggs", "Action: Clerk and Head of SEND": who is to do what stands before it.
_CHARGE = re.compile(
    rf"{_ACTION.pattern}(?!(?:Agreed|Closed|Completed?|Done|Nil|None|Noted)\W*$)"
    r"(?P<who>[A-Z][\w’'./-]*(?:,?\s(?:(?:and|&|for|of|the|with|/)\s){0,2}[A-Z(][\w’'./)-]*){0,9})\W*"
)


class Mark(NamedTuple):
    """What the first words of a line say of the rest, and where that rest begins."""

    place: Place
    end: int


def mark(text: str, *, in_minutes: bool) -> Mark | None:
    """The mark at the beginning of ``text``: "RESOLVED – That", "ACTION –", "Recommended:", "It was agreed that"."""
    for pattern, place in (
        (_MARK, Place.DECIDED),
        (_RECOMMENDED, Place.ASKED),
        (_IS_ASKED, Place.ASKED),
        (_ACTION, Place.ACTION),
        *(((_AGREED, Place.DECIDED),) if in_minutes else ()),
    ):
        if found := pattern.match(text):
            return Mark(place, found.end())
    return None


def charged(text: str) -> str | None:
    """Whom ``text`` charges with what stands before it, where it is a mark and names alone: "ACTION – Jo Bloggs"."""
    found = _CHARGE.fullmatch(text)
    return found["who"] if found else None


def that(text: str) -> int:
    """Where the words begin after the "That" at the beginning of a resolution; 0 where there is none."""
    found = _THAT.match(text)
    return found.end() if found else 0
