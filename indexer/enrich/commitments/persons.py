"""Which persons does a paper name, and which post does it give each of them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from indexer.enrich.commitments.actors import DEPARTMENT, POST, TITLE
from indexer.model.document import Document, Fact
from indexer.text.people import read_name

_NAME = r"(?:[A-Z][a-zà-ÿ]{1,20}(?:-[A-Z][a-zà-ÿ]{1,20})?|[A-Z]\.)(?:\s[A-Z]\.)?\s[A-Z][\w’'-]{1,30}(?<![’']s)(?<!\W)"
_SAYS = (
    r"(?:said|says|told|explained|reported|presented|introduced|agreed|undertook|assured|confirmed|advised|replied"
    r"|answered|spoke|stated)"
)
_SMALL_POSTS = r"(?:scrutineer|director|head|manager|officer|chair|adviser|nurse|co-?ordinator|leader|clerk|principal)"
_NAMED = (
    re.compile(rf"(?:{TITLE}\s)?(?P<name>{_NAME})(?:,\s|\s\()(?:the\s|our\s)?(?P<post>{POST})"),
    re.compile(rf"(?P<post>{POST})(?:,\s|\s|:\s|\s[–-]\s)\(?(?:{TITLE}\s)?(?P<name>{_NAME})(?=[,.;)\s]|$)"),
    re.compile(rf"\b(?:the|our|its)\s(?P<post>(?:\w+\s){{0,3}}{_SMALL_POSTS}),\s(?P<name>{_NAME})"),
    re.compile(rf"(?P<name>{_NAME})(?P<post>)\s{_SAYS}\b"),
)
_NO_NAME = re.compile(
    rf"\b(?:{DEPARTMENT}|Academy|Agency|Alliance|Annual|Authority|Board|Cabinet|Care|Centre|Committee|Council|Court|First|Forum"
    r"|Group|Home|House|Hub|Local|Look|Member|National|Ofsted|Panel|Plan|Police|Primary|Programme|Report|Road|Scrutiny"
    r"|Section|Strategy|Street|Team|The|This|Trust|Virtual|Zone|Chief|Assistant|Executive|Deputy|Designated|Independent"
    r"|Director|Head|Manager|Officer|Leader|Holder|Portfolio|Chair|Government|Department|Each|Every|All|Our|No|A|An|They|These|New|Further|Next|That|These|There|When|In|At|It|If)\b"
)


@dataclass(slots=True)
class Persons:
    """The persons of one paper: by surname in small letters, the name as printed and the post where one is given."""

    posts: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None

    def post(self, printed: str) -> str | None:
        """The post of the person whose name is in ``printed``."""
        return self.posts.get(_surname(printed))

    def add(self, name: str, post: str | None) -> None:
        """A name without a post adds nothing to one that has it."""
        if surname := _surname(name):
            self.names.setdefault(surname, name)
            if post:
                self.posts.setdefault(surname, post.strip())


def persons(document: Document) -> Persons:
    """Whom ``document`` names: its authors, those in its text, and who holds its portfolio and chairs its body."""
    found = Persons()
    for author in document.authors:
        found.add(author.name, author.role)
    for text in dict.fromkeys(passage.text for passage in document.passages()):
        for name, post in _told(text):
            found.add(name, post)
    for fact, post in _in_office(document):
        if fact:
            found.add(fact.value, post)
    names = sorted({name for name in found.names.values() if " " in name}, key=len, reverse=True)
    if names:
        whose = r"(?:[’']s?\s(?:\w+\s){0,2}(?:team|service|office|colleagues)\b)?"
        found.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w){whose}")
    return found


def _in_office(document: Document) -> Iterator[tuple[Fact[str] | None, str]]:
    """Who holds the portfolio of a paper and who chairs its body, each with the post."""
    portfolio, committee = document.portfolio, document.committee
    yield document.portfolio_holder, f"Portfolio Holder for {portfolio.value}" if portfolio else "Portfolio Holder"
    yield document.chair, f"Chair, {committee.value}" if committee else "Chair"


def _told(text: str) -> Iterator[tuple[str, str]]:
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            if not _NO_NAME.search(match["name"]):
                yield match["name"], match["post"]


def is_name(text: str) -> bool:
    """Whether ``text`` is a person's name by its shape, and no word of an office or a place: "Jo Bloggs"."""
    return bool(re.fullmatch(_NAME, text)) and not _NO_NAME.search(text)


def _surname(printed: str) -> str:
    name = read_name(printed)
    return name.surname if name else ""
