"""What do a heading, a marker or the words before a list make of what stands under them?"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple


class Place(Enum):
    """As what a line stands where it does."""

    TOLD = auto()  # in running text
    DECIDED = auto()  # under "RESOLVED"
    ASKED = auto()  # of a body that has not decided yet
    ACTION = auto()  # in a list or table of actions
    PLANNED = auto()  # in a list of what is going to happen
    RECOUNTED = auto()  # in a list of what has happened, or of how things are
    QUOTED = auto()  # in a list of what inspectors ask for
    APART = auto()  # no text of the paper: contacts, background papers, apologies


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
_BODY = r"(?:Committee|Sub-?[Cc]ommittee|Board|Panel|Cabinet|Council|Executive|Commission|Forum|Partnership|Group|Members|meeting)"
_AGREED = re.compile(
    rf"{_LABEL}?(?:[^.;:|]{{0,100}}\s)?(?:[Ii]t\swas\s(?:\w{{2,12}}ly\s|then\s|also\s)?(?:resolved|agreed|decided|requested)\s(?:that|to)"
    rf"|(?:The|the)\s(?:[\w’'&,-]+\s){{0,9}}?{_BODY}\s(?:\w{{2,12}}ly\s|then\s|also\s)?(?:resolved|agreed|decided|requested|asked|instructed"
    r"|directed|required)\s(?:that|to|(?=officers\s)|(?=the\s(?:[A-Z][\w’'-]*\s|(?:of|and|for)\s){1,8}(?:to|be)\s))|Members\s(?:\w{2,12}ly\s|also\s)?(?:agreed|resolved|requested)"
    r"\s(?:that|to)|(?:The|the)\s(?:Vice-)?Chair(?:man|woman|person)?\s(?:(?:[^.;:|]{0,100}?\sand\s)?ha[sd]\s)?(?:also\s)?(?:asked|requested)"
    r"\s(?:that|(?=officers\sto\s)|(?=the\s[^.;,]{3,60}\sto\s)))\b[\s,:–—-]*"
)
_THAT = re.compile(rf"{_LABEL}?That\b[\s,:–—-]*")
_RECOMMENDED = re.compile(
    rf"{_LABEL}?(?:(?:It\sis\s)?RECOMMENDED|Recommended|(?:It|it)\sis\s(?:therefore\s)?recommended)(?=\s*[,:;.–—-]|\s(?:that|to)\b)"
    r"[\s,.:;–—-]*(?:(?:that|That|to)\b[\s,:–—-]*)?"
)
# A recommendation in one sentence: "Scrutiny is also requested to support ...".
_IS_ASKED = re.compile(
    rf"{_LABEL}?(?:[^.;:|]{{0,100}}\s)?(?:{_BODY}|Scrutiny|[Cc]ommittee|[Mm]embers)\s(?:is|are)\s(?:therefore\s|also\s|hereby\s)?"
    r"(?:asked|recommended|RECOMMENDED|requested|invited)\sto\s(?=\w)"
)
_ACTION = re.compile(
    rf"{_LABEL}?(?:ACTIONS?|Actions?)(?:\s(?:[Pp]oints?|[Aa]greed|[Aa]rising|\d{{1,3}}|[Ff]or\s[\w\s]{{2,40}}))?\s*[:–—-]+\s*"
)


def _full(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"[\W\d]*(?:{'|'.join(patterns)})\W*", re.IGNORECASE)


_TIME = (
    r"(?:(?:over|for|in|during|within|to)\s(?:the\s)?(?:next|coming|forthcoming|following)\b.{0,30}|(?:for|in|to|until)\s(?:\w+\s)?20\d\d.{0,6}"
    r"|between\snow\sand\b.{0,40}|this\s(?:coming\s)?year|going\sforward|looking\sahead|from\snow)"
)
_AIM_NOUNS = r"(?:focus|priorit(?:y|ies)|plans?|intentions?|aims?|actions?|next\ssteps?|interventions?|commitments?|pledges?|improvements?|work)"
# What heads or leads in to a list of promises.
_PLANNED_LEAD = re.compile(
    rf"\b(?:our|my|the|key|main|these|their)\s(?:\w+\s){{0,3}}?{_AIM_NOUNS}\s{_TIME}|\b{_TIME}[,:]?\s*(?:we|our|i|the\sservice|the\scouncil)\b"
    r"|\b(?:we|i|the\s\w+(?:\s\w+){0,3}|officers|partners)\s(?:will|shall|plan\sto|intend\sto|propose\sto|are\sgoing\sto|commit\sto|promise\sto|pledge\sto)"
    r"(?:\s(?:also|now|therefore|be|include|focus\son))?\s*:"
    r"|\b(?:range|number|series|programme|set)\sof\s(?:\w+\s){0,2}(?:interventions?|actions|measures|steps|improvements)\s*:"
    r"|\b(?:next\ssteps|actions|interventions|planned\s\w+|further\sactions?)\b[^.]{0,40}:"
    r"|\bhow\swe\s(?:intend|plan|propose)\sto\b|\bplans\s(?:are|include)\b[^.]{0,40}:|\bwhat\sis\s(?:planned|to\sbe\sdone)\b"
    r"|\bstill\sto\s(?:do|come)\b|\blooking\sforward\sto\b|\b(?:things|work)\sin\shand\b|\bwork\s(?:on|under|to)\s[^.]{0,120}:$"
    r"|\b(?:next|coming)\s(?:12|twelve|six|\d)\smonths\b[^.]{0,40}:?$|\bwill\sinclude\s*:|\bgoing\sforward\s*:",
    re.IGNORECASE,
)
_PLANNED_HEADING = _full(
    rf"(?:(?:our|my|the|key|main)\s)?(?:\w+\s)?(?:focus|priorities|plans|aims)\s{_TIME}",
    r"(?:my|our|the)\s(?:next|coming)\s.{0,20}(?:months|year)",
    r"next\ssteps(?:\s.{0,40})?",
    r"(?:what\s)?(?:we|i)\s(?:will|plan\sto|intend\sto)(?:\s.{0,40})?",
    r"actions?\s(?:agreed|required|to\sbe\staken)(?:\s.{0,40})?",
    r"(?:planned|future|further)\s(?:work|actions?|developments?|activity)(?:\s.{0,40})?",
    r"looking\s(?:ahead|forward)(?:\s.{0,40})?",
    r"(?:twelve|12|six)\smonths\sfrom\snow",
    r"what\s(?:happens|we\swill\sdo)\snext",
)
_ASKED_LEAD = re.compile(
    r"\b(?:is|are)\s(?:therefore\s|also\s|hereby\s)?(?:asked|recommended|requested|invited|urged)\sto\b|\bit\sis\srecommended\sthat\b"
    r"|\brecommendations?\s(?:is|are|to)\b[^.]{0,60}:|\brecommends?\sthat\b|\basks\s(?:the\s)?(?:committee|cabinet|board|council|panel|members)\b[^.]{0,30}\sto\b",
    re.IGNORECASE,
)
_DECIDED_HEADING = _full(
    r"(?:record\sof\s)?(?:the\s)?decisions?(?:\s(?:made|taken|record))?|resolution|resolved|agreed|outcome"
)
_ASKED_HEADING = _full(
    r"(?:the\s\w+(?:\s\w+){0,4}\sis\s)?recommend(?:ed|ations?)(?:\s(?:to|for)\s.{0,60}|\(s\))?",
    r"(?:summary\sof\s)?recommendations?(?:\(s\))?(?:\sand\sreasons?.{0,40})?",
    r"officer\srecommendations?",
    r"(?:action|decision)s?\srequested",
)
_QUOTED_LEAD = re.compile(
    r"\b(?:ofsted|inspect\w+|hmip|cqc|the\sreport|peer\s(?:review|challenge)\w*|reviewers?)\b[^.]{0,80}\b(?:recommend\w*|areas?\sfor\simprovement|said|asked|gives?|names?)\b[^.]{0,60}:?$"
    r"|\b(?:wording|words)\s(?:here\s)?(?:is|are)\s(?:the\s)?(?:inspect\w+|ofsted)|\brecommendations\s(?:to|by|of|from)\s(?:the\s)?(?:service|inspect\w+|ofsted)\b"
    r"|\bareas?\s(?:for|of)\s(?:improvement|priority\saction)\b",
    re.IGNORECASE,
)
_RECOUNTED_LEAD = re.compile(
    r"\b(?:has|have|had)(?:\s\w+){0,2}\s*:$|\b(?:achieve\w*|progress\sto\sdate|completed|delivered\sso\sfar|already\sdone|since\s\w+(?:\s\w+)?)\s*:$"
    r"|\b(?:among\sthose\smet|found|heard|learnt|learned|said|were\smade|was\ssaid|as\sfollows|include[ds]?|are\sthese|were\sthese|where\sthings\sstand)\b[^.]{0,30}:$"
    r"|\bwhat\s(?:has\sbeen\sdone|worked|went\swell)\b|\b(?:things|points|questions|comments)\b[^.]{0,40}:$",
    re.IGNORECASE,
)
_RECOUNTED_HEADING = _full(
    r"(?:our|my|key)?\s?achievements?(?:\s.{0,40})?",
    r"what\s(?:has\sbeen\sdone|we\shave\sdone|worked|went\swell|we\sdo\salready)(?:\s.{0,40})?",
    r"(?:looking\sback|last\syear[’']s|progress\s(?:against|on|since)).{0,60}",
    r"what\sbecame\sof\b.{0,40}",
)
_APART_HEADING = _full(
    r"(?:list\sof\s|other\suseful\s|useful\s)?(?:background\s(?:papers|documents|information)|appendices|annexes|documents)(?:\sincluded.{0,20})?",
    r"(?:report\s)?authors?(?:\(s\))?",
    r"(?:contact|contacts|contact\sofficers?|contact\sfor\sfurther\sinformation|enquiries|ask\sus)",
    r"(?:supporting|accompanying|additional)\s(?:documents|papers)",
    r"apologies.{0,40}|declarations?\sof.{0,40}|public\squestions?|attendance|present|membership",
    r"(?:date|dates|time|times)\sof\s(?:the\s)?(?:next\s)?meetings?.{0,20}|close.{0,20}",
    r"alternative\soptions.{0,40}|(?:other\s)?options\s(?:considered|rejected).{0,20}|thanks|acknowledge?ments",
)


@lru_cache(maxsize=10_000)  # papers of one template share their headings
def of_heading(heading: str) -> Place:
    """As what the paragraphs under ``heading`` stand, unless they say otherwise themselves."""
    for pattern, place in (
        (_APART_HEADING, Place.APART),
        (_DECIDED_HEADING, Place.DECIDED),
        (_ASKED_HEADING, Place.ASKED),
        (_RECOUNTED_HEADING, Place.RECOUNTED),
        (_PLANNED_HEADING, Place.PLANNED),
    ):
        if pattern.fullmatch(heading):
            return place
    return Place.ASKED if _ASKED_LEAD.search(heading) else Place.TOLD


def of_lead(lead: str, *, in_minutes: bool) -> Place:
    """As what the items stand that ``lead`` leads in to: "RESOLVED", "RESOLVED – That Cabinet:", "We will:"."""
    found = mark(lead, in_minutes=in_minutes)
    if found and (found.end == len(lead) or lead.endswith(":")):
        return found.place
    for pattern, place in (
        (_ASKED_LEAD, Place.ASKED),
        (_QUOTED_LEAD, Place.QUOTED),
        (_PLANNED_LEAD, Place.PLANNED),
        (_RECOUNTED_LEAD, Place.RECOUNTED),
    ):
        if pattern.search(lead):
            return place
    return Place.TOLD


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


def that(text: str) -> int:
    """Where the words begin after the "That" at the beginning of a resolution; 0 where there is none."""
    found = _THAT.match(text)
    return found.end() if found else 0
