"""Who was in the chair? The paper marks one of those present; nobody who sent apologies was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.model.document import Basis, Fact, Kind
from indexer.model.raw import RawTable
from indexer.structure.front.capitals import lowered
from indexer.structure.front.people import author, councillor, person_name
from indexer.structure.layout import Layout

_CHAIR = r"(?:(?:acting|independent|the)\s+){0,2}chair(?:man|woman|person)?"
# A body has no longer name, in characters.
_BODY = r"(?:of|for) (?:the|this) (?:[\w ,&'’-]{0,80}\b)?(?:board|committee|panel|partnership|forum|meeting|cabinet)"
# The surest first: a vice-chair "in the Chair" presides although the Chair is listed.
_MARKS = (
    re.compile(r"[\s,–—-]{0,4}\(?\s?(?:(?:vice[ -]?)?chair\w*\W{1,3})?\b(?:in|took) the chair\b\)?", re.IGNORECASE),
    re.compile(rf"[\s,–—-]{{0,4}}\(\s?{_CHAIR}(?:\s+{_BODY})?\s*\)(?!\s+of\b)", re.IGNORECASE),
    re.compile(rf"(?:[,–—|]|\s-)\s?{_CHAIR}(?:\s+{_BODY})?\s*(?=$|[;|])", re.IGNORECASE),
)
_LABEL = re.compile(
    rf"(?:{_CHAIR}(?:\s+{_BODY})?|(?:in|took) the chair|chaired by|presiding|person presiding)", re.IGNORECASE
)
_IN_PROSE = re.compile(rf"\b(?:the {_CHAIR}), (?P<who>(?:Councillor|Cllr)\b[^,;]{{2,60}}),", re.IGNORECASE)
_APOLOGIES = re.compile(r"\W*(?:\d+\.?\s*)?(?:apolog|absent\b|absences?\b)", re.IGNORECASE)
# What ends a list of those who sent apologies.
_NEXT_LIST = re.compile(
    r"\W*(?:also |members |officers |councillors )*(?:present|in attendance|attendance|officers)\b|.*:$", re.IGNORECASE
)
# Within so many characters before the mark stands the name, with the person's post.
_NEAR = 300
_ASIDE = re.compile(r"\([^()]*\)")
_PARTED = re.compile(r"[;:|]|,(?!\s*(?:Mrs|Mr|Ms|Miss|Dr)\b)|\band\b|\bpresent\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:Councillor|Cllr|Mrs|Mr|Ms|Miss|Dr|Rev|Prof)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\band\b|\b(?:Councillor|Cllr)s\b|\b(?:Councillor|Cllr)\b.*\b(?:Councillor|Cllr)\b")
_PLURAL = re.compile(r"\b(?:Councillors|Cllrs)\b", re.IGNORECASE)


def chair(layout: Layout, kind: Kind) -> Fact[str] | None:
    """Who chaired the meeting, from its attendance; of other papers, whom the front sheet calls their body's chair."""
    is_of_meeting = kind in {Kind.MINUTES, Kind.AGENDA}
    for entry in layout.entries:
        is_place = is_of_meeting or entry.index < layout.sheet_end
        if is_place and _LABEL.fullmatch(entry.label) and (name := _who(entry.value)):
            return _stated(name, entry.where)
    if not is_of_meeting:
        return None
    present = list(_present(layout))
    for mark in _MARKS:
        for text in present:
            if (found := mark.search(text)) and (name := _before(text[: found.start()])):
                return _stated(name, f"'{text[found.start() : found.end()].strip(' ,–—-')}' beside the name")
    for text in present:
        if (found := _IN_PROSE.search(text)) and (name := _who(found["who"])):
            return _stated(name, f"'{found[0].rstrip(',')}'")
    return None


def _present(layout: Layout) -> Iterator[str]:
    """The lines and table rows of the paper without lists of those who were not there."""
    is_absent = False
    for index, element in enumerate(layout.elements):
        rows = [" | ".join(row) for row in element.rows] if isinstance(element, RawTable) else [element.text]
        for text in rows:
            if _APOLOGIES.match(text):
                is_absent = True
            elif not (is_absent and _is_listed(text) and index not in layout.headings):
                is_absent = False
                yield " ".join(text.split())


def _is_listed(text: str) -> bool:
    """Whether the line could go on a list of names."""
    return not _NEXT_LIST.match(text) and councillor(text) is not None


def _before(text: str) -> str | None:
    """The last name in ``text``; one in a list after "Councillors" is a councillor's."""
    text = _ASIDE.sub("", text[-_NEAR:]).rstrip(" ,–—-|")
    group = text.rpartition(";")[2]
    last = _PARTED.split(group)[-1].strip()
    if _TITLE.search(last):
        return _who(last)
    one_of_many = f"Councillor {_PLURAL.sub('', last).strip()}"
    if _PLURAL.search(group) and councillor(one_of_many):
        return _who(one_of_many)
    return _who(last if _SEVERAL.search(group) else group)  # "Ann Bee, Director of Play" is one person


def _who(text: str) -> str | None:
    """The person whom ``text`` begins with or is."""
    if (member := councillor(_titled(text))) is not None:
        return member[0]
    written = author(text.strip())
    return written.name if written is not None else person_name(text)


def _titled(text: str) -> str:
    """With a title in capitals as it is usually written."""
    return re.sub(r"\b(?:COUNCILLOR|CLLR)\b", lambda title: title[0].capitalize(), text)


def _stated(name: str, where: str) -> Fact[str] | None:
    return lowered(Fact(value=name, basis=Basis.STATED, where=where))
