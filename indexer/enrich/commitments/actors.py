"""Which persons, posts and bodies does a text name, and are they the council's own?

Words, not a list of names: a post is "Head of SEND" or "the Service Manager, Leaving Care" by how it is built, a person
has a title or is known from the same paper, a body is a committee, a board, a team.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Side(Enum):
    """Whose promise it would be."""

    OURS = auto()
    PARTNER = auto()  # in a joint board with the council, and with promises of its own
    OUTSIDE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who can do something: ``start:end`` of the text, in characters."""

    start: int
    end: int
    text: str
    side: Side = Side.OURS


_CAPITAL = r"[A-Z][\w’'&-]{0,30}"
_SMALL = r"(?:of|for|and|&|the|in|with)"
# Words of departments: after a post and a comma they go on naming it, other capitals begin a name.
DEPARTMENT = (
    r"(?:Adults?|Access|Assets|Business|Care|Children|Childrens|Children[’']s|Commissioning|Communities|Corporate|Culture"
    r"|Customer|Digital|Early|Economy|Education|Environment|Exploitation|Families|Family|Finance|Fostering|Health|Help"
    r"|Housing|HR|Human|Inclusion|Improvement|Intervention|Kinship|Learning|Leaving|Legal|Lifelong|Localities|Missing"
    r"|Parenting|Partnerships?|Performance|People|Place|Placements?|Planning|Prevention|Protection|Public|QA|Quality"
    r"|Regeneration|Resources|Safeguarding|Schools?|SEND|Services?|Skills|Social|Sport|Standards|Strategic|Strategy"
    r"|Support|Transformation|Wellbeing|Work|Workforce|Young|Youth|Justice)"
)
_POSTS = (
    r"(?:Director|Head[\s-]?[Tt]eacher|Head|Manager|Officer|Lead|Leader|Chair(?:man|woman|person)?|Vice-Chair|Clerk|Co-?ordinator|Secretary"
    r"|Commissioner|Scrutineer|Nurse|Worker|Solicitor|Treasurer|Mayor|Portfolio\sHolder|(?:Cabinet|Lead|Executive)\sMember"
    r"|Principal|Adviser|Advisor|Analyst|Accountant|Practitioner|Consultant|Psychologist|Chief\sExecutive"
    r"|Superintendent|Inspector)s?"
)
_BODIES = (
    r"(?:Cabinet|Council|Committee|Sub-?committee|Board|Panel|Sub-?group|Group|Forum|Partnership|Executive|Team"
    r"|Services?|Directorate|Trust|Unit|Hub|Alliance|Agency|Network|Commission|Authority|School|Academy|College)"
)
POST = (
    rf"(?:(?:{_CAPITAL})\s){{0,5}}{_POSTS}\b(?:\s\([A-Z][^()]{{2,60}}\))?"
    rf"(?:\s(?:of|for)\s(?:the\s)?{_CAPITAL}(?:(?:\s|\s{_SMALL}\s|,\s(?={DEPARTMENT}\b)|,\s(?:and|&)\s){_CAPITAL}){{0,7}}"
    rf"|,\s{DEPARTMENT}(?:(?:,\s|\s(?:and|&)\s|\s){DEPARTMENT}){{0,5}}(?!\w))?(?:\s\([A-Z][^()]{{2,60}}\))?"
)
_BODY = rf"(?:{_CAPITAL}\s(?:(?:and|&|of|for)\s(?={_CAPITAL}))?){{0,8}}{_BODIES}\b(?![’']s?\s(?:own\s)?{_CAPITAL})"
TITLE = r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Rev|Revd|Professor|Prof|Sir|Dame)s?\.?"
_PERSON = rf"{TITLE}\s(?:[A-Z]\.\s?){{0,3}}[A-Z][\w’'-]{{1,30}}(?:\s[A-Z][\w’'-]{{1,30}}){{0,2}}"
_WHOSE = r"(?:[’']s?\s(?:\w+\s){0,2}(?:team|service|office|board|colleagues|directorate))?"
_PLAIN = (
    r"(?:[A-Z]\w+[’']s\s(?:\w+\s){0,2}?(?:nurse|archivist|adviser|team|service|staff|manager|director|officer|clinicians?)"
    r"|officers|members|staff|managers|colleagues|social\sworkers|personal\sadvisers|head\steachers|heads|governors"
    r"|health\svisitors|midwives|schools|agencies|partners|teams|services|directors|chief\sofficers|trainers"
    r"|(?:the|a|our|each|every)\s(?:(?!(?:and|at|by|for|from|in|of|on|or|to|with)\b)\w+\s){0,3}?(?:council|service|directorate|department|team|committee|board|panel"
    r"|group|subgroup|task\sgroup|cabinet|authority|partnership|chair|clerk|leader|director|head|manager|officer"
    r"|scrutineer|author|authors|workforce|administration|monitoring\sofficer|practitioner))"
)
_OUTSIDE = (
    r"(?:(?:[Tt]he|[Aa]n?|His\sMajesty[’']s|Her\sMajesty[’']s|HM|UK)\s)?(?:Government|Ofsted|Department(?:\sfor\s[A-Z]\w+(?:,?\s(?:and\s)?"
    r"[A-Z]\w+){0,4})?(?![’']s\s(?:own|rules)\b)|DfE|DfES|DHSC|DLUHC|MHCLG|NHS\sEngland|Ministry\sof\s\w+|Ministers?|Secretary\sof\sState"
    r"|Home\sOffice|Treasury|Care\sQuality\sCommission|CQC|Youth\sJustice\sBoard|YJB|Parliament|Ombudsman|HMICFRS|HMIP"
    r"|Inspectorate(?:\sof\s\w+)?|Chief\sInspector|Children[’']s\sCommissioner|NSPCC|Local\sGovernment\sAssociation|LGA"
    r"|CAFCASS|Cafcass|National\sPanel|Chancellor|Prime\sMinister|Crown\sProsecution\sService)"
    r"|(?:[Tt]he\s|[Aa]n?\s)?(?:inspectors?|inspectorate|ministers|ombudsman|government|landlord|contractor|supplier|developer"
    r"|independent\s(?:care\s)?review|tribunal|courts?)\b|(?:another|other|neighbouring)\scouncils?"
)
_PARTNERS = (
    r"(?:[Tt]he\s|[Aa]n?\s)?(?:(?:[A-Z]\w+\s){0,3}(?:Integrated\sCare\s(?:Board|System)|Clinical\sCommissioning\sGroups?|Police"
    r"|Probation\sService|NHS\s(?:Foundation\s)?Trust|Foundation\sTrust|Fire\s(?:and\sRescue\s)?Service)|ICB|CCGs?|NHS"
    r"|police|[Pp]robation\s(?:service|officers?)|health\sservice|hospital|chief\sconstable|Chief\sConstable)\b"
    # Boards of bodies that have their own: "Kelder Homes's board".
    r"|(?:[A-Z]\w+\s){1,3}?[A-Z]\w+[’']s?\s(?:own\s)?(?:board|trustees|governors)\b"
)
_EVERYBODY = re.compile(
    rf"\b(?:(?P<outside>{_OUTSIDE})|(?P<partner>{_PARTNERS})|(?P<ours>(?:[Tt]he\s)?(?:{_PERSON}|{POST}|{_BODY})|"
    rf"(?i:{_PLAIN})\b)){_WHOSE}"
)


_MEMBERS = re.compile(
    r"\b(?:board|cabinet|commission|committee|council|executive|forum|group|members|panel|partnership|sub-?group)$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r",?\s(?:and\s|with\s)?(?:(?:the|an?|two|three|four|all|both|each|\d{1,3})\s)?")


def is_body_of_several(text: str) -> bool:
    """Whether ``text`` names a committee, a board or another body of members, and not a person or a service."""
    return _MEMBERS.search(text) is not None


def beside(text: str, named: Sequence[Actor], first: Actor) -> list[Actor]:
    """``first`` with those ``named`` in one list with it: "Midwives, health visitors and the therapy team"."""
    listed = [first]
    for actor in named:
        if actor.start >= listed[-1].end and _BESIDE.fullmatch(text[listed[-1].end : actor.start]):
            listed.append(actor)
    return listed


def actors(text: str, named: re.Pattern[str] | None = None) -> tuple[Actor, ...]:
    """Everybody whom ``text`` names, in order; ``named`` finds the persons that the paper names elsewhere."""
    found = []
    at = 0
    persons = list(named.finditer(text)) if named else []
    while at < len(text):
        match = _EVERYBODY.search(text, at)
        person = next((one for one in persons if one.start() >= at), None)
        if person and (match is None or person.start() <= match.start()):
            found.append(Actor(start=person.start(), end=person.end(), text=person[0]))
            at = person.end()
            # "The independent scrutineer, Jo Bloggs" is one person, whose name is what counts.
            before = found[-2] if len(found) > 1 else None
            if before and text[before.end : person.start()] == ", " and not re.match(TITLE, before.text):
                found[-2:] = [Actor(start=before.start, end=person.end(), text=person[0])]
        elif match:
            side = Side.OUTSIDE if match["outside"] else Side.PARTNER if match["partner"] else Side.OURS
            found.append(Actor(start=match.start(), end=match.end(), text=match[0], side=side))
            at = match.end()
        else:
            break
    return tuple(found)
