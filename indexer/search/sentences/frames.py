"""In which words do people wrap what they look for? The patterns, over a tagged sentence, as data.

A frame's groups say what its words are: ``body`` and ``role`` spoke or received, ``kind`` is the kind of paper,
``time`` when; ``speaker`` and ``subject`` stay as words to look for, and a ``subject`` after "about" may be a topic.
``bare`` stays too, and may not.
"""

from __future__ import annotations

import re

from indexer.search.sentences.names import BODY, KIND, ROLE
from indexer.search.sentences.times import DATED, TIME
from indexer.search.sentences.words import PROTECTED, tagged

_BODIES = rf"{tagged(BODY)}(?: (?:and|or) {tagged(BODY)})*"
_WE = (
    r"(?:we|you|they|i|anyone|anybody|members|councillors|being|been"
    r"|(?:(?:the|our|this) )?(?:(?:borough|city|county) )?(?:council|borough|city|county|(?:local )?authority))"
)
_ABOUT = r"(?:about|on|regarding|concerning|covering|in relation to|(?:that |which )?mention(?:s|ing)?)"
# What a body or a person does with a paper or a subject.
_DID = (
    r"(?:sa(?:y|ys|id)|decided?|agreed?|ask(?:ed)?(?: for)?|recommend(?:ed)?|hear(?:d)?|discuss(?:ed)?|noted?"
    r"|approved?|resolved?|concluded?|consider(?:ed)?|see|saw|seen|received?|review(?:ed)?|debated?|done?|did|does"
    r"|talk(?:ed)?|think|thought|find|found|report(?:ed)?|publish(?:ed)?|promised?|request(?:ed)?|w(?:rite|rote|ritten)"
    r"|raised?|respond(?:ed)? to|scrutinised?|want(?:ed)?|told|tell|learn(?:ed|t)?|look(?:ed)? at)"
)
_DONE = (
    r"(?:said|decided|agreed|recommended|heard|discussed|noted|approved|considered|seen|reviewed|debated|reported"
    r"|presented|raised|scrutinised)"
)
_WENT = r"(?:w[ea]nt|gone|go|goes|came|come|taken|sent|presented|submitted|reported)"
_PAPERS = r"(?:papers|reports|documents|items|anything|everything|something)"
_PAPER = r"(?:papers?|reports?|documents?|items?|anything|everything|something)"  # one alone may be part of a title
_ACTS = r"(?:decisions?|views?|recommendations?|discussions?|responses?)"  # papers hold these, and bodies make them
_KINDS = rf"(?P<kind>{tagged(KIND)}(?: (?:and|or) {tagged(KIND)})*|{_PAPERS})"
_ADVERB = r"(?: (?:ever|already|actually|yet|(?P<recent>last|most recently)))?"

_NEWEST = r"(?:(?:what is|whats|what are) )?(?:the )?(?:latest|newest|most recent)"

RECENTLY = r"(?:recently|lately|(?:right )?now|currently|at the moment|these days|(?<!the )latest)(?![^ ])"
_TIMES = rf"(?:(?:{TIME}|{RECENTLY})(?: (?:{TIME}|{RECENTLY}))*)"
_START = rf"(?:(?P<start>{_TIMES}) )?"
_SLOT = rf"(?: (?P<time>{_TIMES}))?"
_BARE_SLOT = rf"(?: (?:(?:of|for) )?(?P<time>{tagged(DATED)}(?![^ ])|{_TIMES}))"
_END = rf"(?: (?P<end>{_TIMES}))?(?: please)?"
_SUBJECT = r"(?P<subject>.+?)"
_ABOUT_IT = rf" {_ABOUT} {_SUBJECT}"
_BODY = rf"(?P<body>{_BODIES})"
_KNOWN = rf"(?:{_BODY}|(?P<role>{tagged(ROLE)}))"
_ALL = r"(?:(?:all|any|the|some|which) )?"
_AUXILIARY = r"(?:(?:did|do|does|has|have|had|is|was|can|could|should|will|would) )"
_ASKS = r"(?:(?:so )?(?:what|whats|when|how|why|whether|everything|anything|all)(?: that)? )"
_QUESTION = rf"(?:{_ASKS}{_AUXILIARY}?|{_AUXILIARY})"
_PUBLISHED = r"(?: (?:published|written|issued))?"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts))


# Before a frame, again and again: courtesies, and that the newest is wanted (recent), of a subject (about).
LEADS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"(?:{pattern})(?: |$)")
    for pattern in (
        r"please|can you|could you|(?:i|we) (?:want|need|would like)(?: to see)?",
        r"(?:show|send|find|give|get|tell|list)(?: me| us)(?: all| any)?",
        r"(?:is|are) there(?: any)?|(?:do|does) (?:we|you) have(?: any)?|have (?:we|you) got(?: any)?",
        r"how (?:many|much)",
        rf"(?P<about>(?P<recent>{_NEWEST}(?: (?:news|position|situation|update|picture))?)) (?:{_ABOUT}|with|for)",
        r"(?P<about>(?P<recent>(?:what is|whats) the current (?:position|situation|picture))) (?:on|with|of)",
        r"(?P<about>(?P<recent>where are we(?: up to)?(?: now| currently)?)) (?:on|with)",
        r"(?P<about>(?P<recent>bring (?:me|us) up to date|update (?:me|us))) (?:on|about|with)",
        r"(?P<about>(?P<recent>any (?:news|updates?))) (?:on|about)",
        rf"(?P<recent>{_NEWEST})",
        r"(?:the )?(?P<recent>current)(?! (?:accounts?|affairs|financial|municipal|year)(?: |$))",
        rf"(?P<recent>recent)(?= (?:{tagged(BODY)} )?(?:{_PAPERS}|{tagged(KIND)})(?: |$))",
    )
)

FRAMES: tuple[re.Pattern[str], ...] = (
    # what did cabinet say about it
    _pattern(_START, _QUESTION, _KNOWN, _ADVERB, f" {_DID}", _SLOT, rf"(?:(?: {_ABOUT})? {_SUBJECT})??", _END),
    # the portfolio holder said what about it
    _pattern(_START, _KNOWN, f" {_DID} what", _SLOT, _ABOUT_IT, _END),
    # the lead member on it
    _pattern(_START, rf"(?P<role>{tagged(ROLE)})", _ABOUT_IT, _END),
    # what did Councillor Somebody say about it
    _pattern(_START, _QUESTION, rf"(?:{_WE}|(?P<speaker>.+?))", _ADVERB, f" {_DID}", _SLOT, _ABOUT_IT, _END),
    # was it discussed at cabinet
    _pattern(
        *(_START, r"(?:(?:when|where|how|has|have|had|was|were|is) )+", _SUBJECT, "(?: been)?", _ADVERB),
        *(f" {_DONE} (?:at|by|in|to) ", _BODY, _END),
    ),
    # what was agreed at cabinet about it
    _pattern(
        *(_START, f"what (?:was|were|has been|got) {_DONE} (?:at|by|in|to) ", _BODY, _SLOT),
        *(f"(?:{_ABOUT_IT})??", _END),
    ),
    # papers that went to cabinet about it
    _pattern(
        *(_START, rf"(?:what|{_PAPERS})(?: that| which)?(?: has| have| was| were)?(?: been)? {_WENT}(?: back)?"),
        *(" (?:to|before) ", _BODY, _SLOT, f"(?:{_ABOUT_IT})??", _END),
    ),
    # cabinet minutes March 2024 about it; cabinet's decision on it; a report of scrutiny's on it
    _pattern(*(_START, _BODY, rf" (?:{_KINDS}|{_ACTS})", f"{_BARE_SLOT}?", rf"(?:{_ABOUT_IT}| (?P<bare>.+?))??", _END)),
    _pattern(_START, _ALL, _BODY, f" {_PAPER}", _SLOT, _ABOUT_IT, _END),
    # minutes of the cabinet of 3 March 2024 about it
    _pattern(
        *(_START, _ALL, rf"(?:{_KINDS}|{_PAPER}|{_ACTS})"),
        *(r" (?:to|for|from|of|by|at|before)(?: the)?(?: meetings? of)? ", _BODY, f"{_BARE_SLOT}?"),
        *(f"(?:{_ABOUT_IT})??", _END),
    ),
    # 2024 reports about it
    _pattern(
        *(_ALL, rf"(?:(?P<start>{tagged(DATED)}) )?", rf"(?:{_KINDS}|{_PAPER})", _PUBLISHED, _SLOT, _ABOUT_IT, _END)
    ),
    # minutes of 3 March 2024
    _pattern(_ALL, _KINDS, _PUBLISHED, _BARE_SLOT),
    # "it" cabinet minutes; without quotes or brackets, it may be part of the body's name ("youth cabinet minutes")
    _pattern(f"(?P<bare>(?:.+ )?{PROTECTED}) ", _BODY, rf" (?P<kind>{tagged(KIND)})", _END),
)

# After a lead that wants the newest: minutes, papers; alone, such a word is one to look for.
NEWEST_OF_KIND = _pattern(_KINDS, "(?: please)?")
# A time alone, at the end of anything.
ENDING = re.compile(rf"(?:(?P<bare>.+?) )?(?P<end>{_TIMES})(?: please)?")
# Words of a question that no frame has: they say nothing of what is looked for.
ASKED = re.compile(
    r"(?:how|why|when|where|who|what|which)(?: (?:do|does|did|is|are|was|were|has|have|can|could|should|will|would))?"
    r"(?: (?:i|we|you))? (?P<bare>.+)"
)
