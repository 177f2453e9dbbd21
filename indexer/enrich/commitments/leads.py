"""What do a heading and the words before a list make of what stands under them?"""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.enrich.commitments.marks import Place, mark


def _full(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"[\W\d]*(?:{'|'.join(patterns)})\W*", re.IGNORECASE)


_TIME = (
    r"(?:(?:over|for|in|during|within|to)\s(?:the\s)?(?:next|coming|forthcoming|following)\b.{0,30}|(?:for|in|to|until)\s(?:\w+\s)?20\d\d.{0,6}"
    r"|between\snow\sand\b.{0,40}|this\s(?:coming\s)?year|going\sforward|looking\sahead|from\snow)"
)
_AIM_NOUNS = (
    r"(?:actions?|aims?|commitments?|focus|improvements?|intentions?|interventions?|next\ssteps?|plans?|pledges?"
    r"|priorit(?:y|ies)|work)"
)
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
