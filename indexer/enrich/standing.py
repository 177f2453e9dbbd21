"""Which items do all meetings and all reports have, under which headings, and how do papers say that they are empty?

The words of an item are all that an empty text under it may be made of. A word that could carry news ("subject",
"governor", "significant") is left out on purpose. The wordings are those common in English councils' papers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Words that say nothing by themselves, and those of any meeting.
_EVERYWHERE = frozenset(
    "a all also an and any are as at be been being both by for from had has have he her his if in is it its no none "
    "nor not of on or our she than that the their them then there these they this those to was were which who will "
    "with would agenda board cabinet chair chairman chairperson chairwoman co-opted committee committees council "
    "councillor councillors cllr cllrs executive item items meeting meetings member members minute minutes panel "
    "present scrutiny sub-committee vice-chair vice-chairman agreed noted recommended resolved unanimously monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december am pm noon".split()
)


class Item(NamedTuple):
    """A standing item. The patterns are for text with straight apostrophes, in any case."""

    heading: re.Pattern[str]  # the whole of a heading, without its number
    name: re.Pattern[str]  # how a text says under another heading, or under none, that it is this item
    words: frozenset[str]
    empty: re.Pattern[str]  # what an empty text must say besides
    proper: bool  # whether names of people, bodies and places may stand in it too


def _item(*, heading: str = r"(?!)", name: str, words: str, empty: str, proper: bool = False) -> Item:
    return Item(
        heading=re.compile(heading, re.IGNORECASE),
        name=re.compile(name, re.IGNORECASE),
        words=_EVERYWHERE | frozenset(words.split()),
        empty=re.compile(empty, re.IGNORECASE),
        proper=proper,
    )


# "None", "there were none declared", "declarations: nil".
_NONE = (
    r"(?:^|[:|–-]\s*)(?:there (?:is|are|was|were) )?(?:none|nil|nothing)"
    r"(?: (?:is|are|was|were|ha[ds] been|have been))?"
    r"(?: (?:declared|made|notified|raised|received|reported|submitted))?\W*$"
)
# An agenda says what is to be done, minutes what members were told.
_INSTRUCTION = r"^to \w+|\b(?:must|should|may|(?:asked|invited|reminded) (?:to|of|that))\b"

APOLOGIES = _item(
    heading=(
        r"(?:to receive )?(?:any )?apologies(?: (?:for|of) (?:absence|lateness|non-attendance))?"
        r"(?:,? (?:and|&) (?:notification of )?substitut(?:es|ions|e members))?"
        r"|(?:notification of )?substitut(?:es|ions|e members)"
    ),
    name=r"\bapolog(?:y|ies)(?: (?:for|of) (?:absence|lateness|non-attendance))?",
    words="absence apologies apology attend attendance attended attending behalf early given lateness leaving made nil "
    "non-attendance notification notified officers place receive received sent submitted substitute substituted "
    "substitutes substituting substitution substitutions tendered unable whom",
    empty=(
        r"^(?!.*\bto (?!attend|receive|note))"  # an apology made to somebody is news
        r"(?:.*\b(?:apolog|substitut|behalf|unable|absence|none|nil)|(?!.*\b(?:was|were|be|been|had|has|have|will)\b))"
    ),
    proper=True,
)
DECLARATIONS = _item(
    heading=(
        r"(?:(?:members'|councillors') )?(?:declarations?|disclosures?)"
        r"(?: of (?:(?:members'|councillors'|disclosable|pecuniary|personal|prejudicial|other) )*interests?)?"
        r"(?:(?:,| and| or| &)+ (?:of )?(?:the )?(?:party )?whip\w*)?(?: by members)?"
    ),
    name=(
        r"\b(?:declarations?|disclosures?) of (?:(?:disclosable|pecuniary|personal|prejudicial|other|any|and|or)[ ,]+)*"
        r"interests?\b|\binterests? (?:was|were|had been) (?:declared|disclosed)"
    ),
    words="asked code conduct consider considered declaration declarations declare declared disclosable disclose "
    "disclosed disclosure disclosures dispensation dispensations granted interest interests invited leave made make "
    "matter must nature nil nothing other party pecuniary personal prejudicial receive received relating reminded room "
    "should under whip whipping while withdraw",
    empty=rf"\bno (?:\w+ ){{0,4}}(?:declarations?|disclosures?|interests?)\b|{_NONE}|{_INSTRUCTION}",
)
_WERE = r"(?:be|been|was|were)"
MINUTES = _item(
    heading=(
        r"(?:(?:approval|confirmation|signing|adoption|to (?:approve|confirm|sign|agree)) (?:of )?(?:the )?"
        r"|draft |previous |last |public )?minutes\b(?!.*\bmatters arising).*"
    ),
    name=r"\bminutes\b",
    words="accurate adopt adopted approve approved confirm confirmed correct day extraordinary held last previous "
    "proceedings read receive received record sign signed special submitted taken true",
    empty=(
        r"^(?!.*\bnot\b)(?:to \w+.*\bminutes\b|.*\b(?:agreed|approved|confirmed|signed) the minutes\b"
        # What is named after that, but the Chair, is something else that was approved.
        rf"|as (?:a )?correct\b|(?:(?!\b{_WERE}\b).)*\bminutes\b(?:(?!\b{_WERE}\b).)*\b{_WERE}\b(?-i:[^A-Z]*)"
        r"\b(?:approved|agreed|adopted|confirmed|signed|taken as read)\b(?-i:[^A-Z]|\b(?:Vice-)?Chair)*$)"
    ),
    proper=True,
)
MATTERS_ARISING = _item(
    heading=r"(?:minutes.* and )?matters arising(?: from (?:the )?(?:previous |last )?minutes)?",
    name=r"\bmatters? arising\b",
    words="arising consider last matter matters nil nothing previous raised",
    empty=rf"\bno (?:other )?matters?\b|{_NONE}|^to \w+",
)
EXCLUSION = _item(
    heading=(
        r"(?:(?:resolution|motion) (?:to|for) (?:the )?)?exclu(?:sion|de)(?: of)?(?: the)? "
        r"(?:(?:press and(?: the)? )?public|public and(?: the)? press)(?: from the meeting)?"
    ),
    name=r"\bpublic(?: and(?: the)? press)? be excluded\b|\bexclude the (?:press and(?: the)? )?public\b",
    words="access act amended below better business circumstances confidential consider consideration considered "
    "defined described disclose disclosed disclosing disclosure during each exclude excluded excluding exclusion "
    "exempt exemption following follows government ground grounds information interest involve involved involves "
    "likelihood likely local maintaining moved nature next order outweighed outweighs paragraph paragraphs part pass "
    "passing press "
    "proceedings public pursuant regulations relation remainder remaining resolution respectively schedule section "
    "served set out specified transacted under view whether while",
    empty=r"^(?!.*\b(?:not (?:be )?exclu|be not )).*\bexclu",
)
QUESTIONS = _item(
    heading=(
        r"(?:public )?(?:questions?|petitions?|deputations?|statements?|participation)(?: time)?"
        r"(?:(?:,? and |, ?|/)(?:public )?(?:questions?|petitions?|deputations?|statements?))*"
        r"(?:,? (?:from|by|of) (?:(?:members of )?the public|members|councillors)| time)?"
    ),
    name=(
        r"\bpublic (?:questions?|participation)\b|\b(?:questions?|petitions?|deputations?|statements?)"
        r"(?: \w+){0,3} (?:from|by) (?:members of )?the public\b"
    ),
    words="accordance answer asked deputation deputations five given nil notice order orders participation petition "
    "petitions procedure public put question questions receive received registered rules speak standing statement "
    "statements submitted tabled ten three time under",
    empty=(
        r"\bno (?:\w+ ){0,3}(?:questions?|petitions?|deputations?|statements?)\b"
        rf"|^(?:questions?|petitions?) of which notice\b|{_NONE}|{_INSTRUCTION}"
    ),
)
ANNOUNCEMENTS = _item(
    heading=r"(?:(?:the )?(?:chair(?:man|woman|person)?|mayor)(?:'s)? )?(?:announcements?|communications?)"
    r"(?: (?:from|by) the chair(?:man|woman|person)?)?",
    name=r"\b(?:chair(?:man|woman|person)?(?:'s)? )?announcements?\b",
    words="announcement announcements chair's chairman's communication communications made make nil nothing receive "
    "received",
    empty=rf"\bno (?:\w+ ){{0,2}}(?:announcements?|communications?)\b|{_NONE}|^to receive\b",
)
URGENT = _item(
    heading=(
        r"(?:any )?(?:other )?(?:items? of )?(?:other )?(?:urgent )?(?:business|items?|matters?)"
        r"(?: (?:which|that) the chair.*)?"
    ),
    name=r"\burgent (?:business|items?|matters?)\b|\bany other (?:urgent )?business\b",
    words="business circumstances consider considered considers decided matter matters nil notified nothing opinion "
    "other raised reason reasons special transact transacted urgency urgent",
    empty=rf"\bno (?:\w+ ){{0,3}}(?:business|items?|matters?)\b|{_NONE}|^(?:to consider|any)\b",
)
_ENDED = r"(?:closed|ended|concluded|finished|terminated|rose)"
NEXT_MEETING = _item(
    heading=(
        r"(?:to (?:note|agree|confirm) )?(?:the )?(?:dates?(?: and times?)?|times?)(?: and (?:venue|place))?"
        r"(?: of| for)?(?: the)?(?: next| future)? meetings?|(?:next|future) meetings?|close(?: of meeting)?"
    ),
    name=(
        rf"\bnext (?:\w+ )?meeting\b|\bmeets? next\b|\bmeet next\b|\bmeeting (?:was )?(?:declared )?{_ENDED}\b"
        r"|\bdates? of (?:the )?next meeting\b"
    ),
    words="business close closed commence commencing concluded date declared due ended finished held meet meets next "
    "ordinary place rose scheduled starting take takes terminated time",
    empty=(
        r"^(?=.*\d)(?:.*\bnext (?:\w+ )?meeting\b.*\b(?:is|was|will|would|takes|held|due|on)\b|.*\bmeets? next\b"
        rf"|.*\b{_ENDED}\b"
        r"|(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? [a-z]+,?(?: \d{4})?"
        r"(?:(?:,|,? at| -) [\d.:]+ ?[ap]m)?(?:,? (?:at|in) .*)?\W*$)"
    ),
    proper=True,
)

_FIELD = (
    r"(?:financ(?:e|ial)|resources?|budget(?:ary)?|legal|human resources|hr|staffing|workforce|equalit(?:y|ies)"
    r"|diversity|inclusion|inequalities|environment(?:al)?|climate(?: change)?|carbon|sustainability|risks?"
    r"|risk management|crime and disorder|community safety|health and safety|health(?: and well-?being)?|human rights"
    r"|data protection|privacy|procurement|property|assets|ict|it|policy|safeguarding|corporate parenting|public health"
    r"|social value|ward|other)"
)
_FIELDS = rf"{_FIELD}(?:(?:,? (?:and|or|&) |, ?| ?/ ?){_FIELD})*"
_WEIGHED = r"(?:implications?|considerations?|comments|issues)"
_PLAINLY = (
    r"(?: (?:applicable|aris(?:e|es|ing)|direct|directly|identified|immediate|specific|at this (?:stage|time)"
    r"|(?:from|for|in|of|as a (?:direct )?result of) (?:this|the|these)"
    r" (?:report|decision|proposals?|recommendations?)))*"
)
IMPLICATIONS = _item(
    heading=rf"(?:{_FIELDS} )?(?:{_WEIGHED}|information|impacts?)|{_FIELDS}|reducing inequalities",
    name=rf"\b(?:{_FIELDS} )?implications?\b",
    words="additional and applicable arise arises arising assets associated budget budgetary carbon change children "
    "climate comments community considerations corporate crime data decision direct directly disorder diversity does "
    "environment environmental equalities equality finance financial further give health hr human ict identified "
    "immediate implication implications inclusion inequalities issues legal management new nil nothing other parenting "
    "people policy privacy procurement property proposal proposals protection public raise raises recommendation "
    "recommendations report resource resources result rights rise risk risks safeguarding safety social specific stage "
    "staffing sustainability time value ward wellbeing well-being workforce young",
    empty=(
        rf"^(?:{_FIELDS}(?: {_WEIGHED})?\s*[:|–-]\s*)?"
        r"(?:(?:there|this|these|the|report|proposals?|recommendations?|decision"
        r"|is|are|has|have|raises?|does|do|not|give|rise|to|will|be)\s+)*(?:(?:no|any)\s"
        rf"(?:(?:additional|direct|further|immediate|new|specific|{_FIELD})\b[ ,/&]+(?:(?:and|or) )?)*"
        r"(?:implications?|considerations?)\b"
        rf"|(?:none|nil|nothing|not applicable){_PLAINLY}\W*$)"
    ),
)
BACKGROUND_PAPERS = _item(
    heading=r"(?:list of )?(?:other )?(?:useful )?(?:background (?:papers|documents)|appendices)(?: included)?",
    name=r"\bbackground (?:papers|documents)\b",
    words="appendices applicable background documents nil other papers preparation preparing published report used",
    empty=rf"\bno (?:\w+ )?(?:background (?:papers|documents)|appendices)\b|\bnot applicable\b|{_NONE}",
)
ACCESS_TO_INFORMATION = _item(
    heading=r"access to information|exempt(?:ion| information)|confidentiality",
    name=r"\b(?:exempt|confidential)(?: or (?:exempt|confidential))? information\b",
    words="access confidential contain contained contains does exempt include includes information nil report",
    empty=rf"\b(?:contains|includes|is) no\b|\bnot (?:contain|include)\b|{_NONE}",
)
ENQUIRIES = _item(
    heading=r"contact|contacts|enquiries",
    name=r"\benquir(?:y|ies) should be (?:directed|addressed|made) to the (?:above|below)\b",
    words="above addressed author below directed enquiries enquiry made named officer person report should",
    empty=r"\b(?:above|below)\b",
)
SIGNATURE = _item(
    name=r"\b(?:chair|chairman|chairperson|signed)\b",
    words="date dated signed",
    empty=r"(?:\.\s?){4}|…\s?…|_{4}",
)
# In reports "Contact:" is somebody who answers for what they say; at a meeting it is the clerk.
CLERK = _item(
    name=r"^(?:contact|contact officer|committee (?:officer|clerk)|clerk)(?=\s*:)",
    words="clerk contact e-mail email ext fax officer or phone services tel telephone",
    empty=r"\d{5}|@",
    proper=True,
)

ITEMS = (
    APOLOGIES,
    DECLARATIONS,
    MINUTES,
    MATTERS_ARISING,
    EXCLUSION,
    QUESTIONS,
    ANNOUNCEMENTS,
    URGENT,
    NEXT_MEETING,
    IMPLICATIONS,
    BACKGROUND_PAPERS,
    ACCESS_TO_INFORMATION,
    ENQUIRIES,
    SIGNATURE,
)
