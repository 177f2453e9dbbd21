"""With which words do councils look ahead?

English has no future tense. Councils look ahead with "is to be published", "will open", "would write to members", "is
scheduled for", "undertook to", and with no finite verb at all: "Gardens to be dug".
"""

from __future__ import annotations

import re
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
    TO_BE = "something to be done"  # "swimming lessons to be started"
    TO_DO = "to be done"  # without a finite verb: "Gardens to be dug"


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
_IDIOMS = (
    r"(?!\s(?:a|blame|date|do\swith|say|some|the"
    r"|(?:be\s)?(?:commended|congratulated|found|hoped|regretted|seen|welcomed))\b)"
)
# Of what was done to somebody ("was promised to parents") nobody is bound.
_ACTIVE = r"(?<!\bbe\s)(?<!been\s)(?<!\bis\s)(?<!\bare\s)(?<!was\s)(?<!were\s)(?<!not\s)"
_VERBS = {
    Ahead.FROM_THEN: r"(?<![\s\w])From(?=\s(?:\d|(?-i:[A-Z])|the\s|next\s|now\s))",
    Ahead.UNDERTAKES: (
        rf"{_ACTIVE}(?:under(?:took|takes?|taken)|g(?:ave|iven)\s(?:an?\s)?(?:undertaking|assurance|commitment)s?|promise[sd]?"
        r"|pledge[sd]?|commit(?:s|ted)?(?:\s(?:itself|themselves|himself|herself))?|agree[sd]?|offered|volunteered"
        r"|assure[sd]\s(?:the\s)?\w{2,20}(?:\s\w{2,20})?)(?=\s(?:to\s[a-z]|that\s[^.;]{0,90}\b(?:be|is\sto|are\sto|shall|should|was\sto|were\sto|will|would)\b))"
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
        rf"|\b(?:the|our|its|their|my)\s(?:intention|plan|proposal)\s(?:{_BE}|was)\s(?:to(?!\sbe\b)|that)(?=\s)"
    ),
    Ahead.HOPES: (
        r"(?:(?:hope[sd]?|aim[s]?|aimed|seeks?|sought|aspire[sd]?|would\slike)\sto|hope[sd]?\sthat)(?=\s)|it(?:[’']s|\sis|\swas)\shoped(?=\s)"
        r"|(?:aim|ambition|aspiration|hope|goal|objective)\s(?!of\s(?:this|the)\s(?:paper|report|briefing|note|strategy|document)\b)"
        r"(?:[^.;:,]{0,40}\s)?(?:is|was)(?=\s(?:to|that|for)\s)"
        rf"|(?:{_BE}|{_WAS}){_LY}\s(?:hoping|aiming|seeking|exploring|considering|looking\s(?:at|into|to))(?=\s)"
        rf"|consideration\s(?:will|would|is\sto)\sbe\sgiven|(?:{_BE}|{_WAS})\sbeing\s(?:talked\sabout|considered|explored"
        r"|looked\s(?:at|into)|discussed|examined|investigated)"
        r"|(?:could|might|may)\sbe\s(?:explored|considered|undertaken|looked\s(?:at|into)|developed|investigated)"
    ),
    Ahead.WILL: r"(?:will|shall|[’']ll|wo(?=n[’']t)|sha(?=n[’']t))(?=,?\s\w|n[’']t)",
    Ahead.WOULD: r"would(?=\s\w)",
    Ahead.BEING_DONE: (
        rf"(?:{_BE}|{_WAS}){_LY}\s(?:under\s(?:development|preparation|construction|review)|in\s(?:development|preparation|train)"
        rf"|being{_LY}\s{_MADE})\b"
    ),
    Ahead.SHOULD: r"should(?=\s\w)",
    Ahead.NUMBER: r"\d[\d,.]*%(?=[^.;:|]{0,60}\sby\s(?:the\s)?(?:\d|(?-i:[A-Z])|end\s|next\s))",
    Ahead.ROUTE: r"(?:considered\sby|[Ff]inal\s[Dd]ecision(?:\sby)?|[Ff]or\s[Dd]ecision\sby):?(?=\s)",
    Ahead.LATER: (
        r"(?-i:(?<![’']s\s)(?:[Gg]oes|go|comes?|begins?|[Ss]tarts|[Oo]pens|[Cc]loses|takes?\s(?:place|effect|over)|meets?|reports|returns|moves"
        r"|becomes?|launches|joins|publishes|covers))(?=\s)"
    ),
    Ahead.DOING: (
        rf"(?:is|are|am|[’']re|[’']m){_LY}\s(?!(?:be|do|expect|fac|fall|forecast|gett|go|hav|look|ris|see|work)ing\b)"
        r"[a-z]{3,14}ing(?=\s)"
    ),
    Ahead.TO_BE: (
        rf"to\sbe(?=\s(?:{_MADE}|agreed|approved|completed|delivered|joined|launched|opened|provided|published)\b)"
    ),
    Ahead.TO_DO: (
        r"to(?=\s(?:be\s(?!honest|sure|fair|clear|found)\w{2,20}|(?:continue|have|come|go|include|take|give|make|provide|send"
        r"|write|bring|report|review|read|attend|meet|lead|ensure|develop|deliver|complete|agree|arrange|circulate|follow"
        r"|begin|start|draft|prepare|produce|publish|launch|open|appoint|recruit|commission|consult|consider|check|confirm"
        r"|contact|discuss|explore|identify|implement|investigate|liaise|monitor|present|raise|roll|seek|set|share|submit"
        r"|update|work|scope|look|carry|train|visit|ask|invite|feed|fund|host|speak|take|hold|offer|establish|introduce)\b))"
    ),
}
AHEAD = re.compile(
    rf"(?:(?<!\w)|(?=[’']))(?:{'|'.join(f'(?P<{ahead.name}>{pattern})' for ahead, pattern in _VERBS.items())})",
    re.IGNORECASE,
)
