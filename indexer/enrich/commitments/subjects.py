"""Of whom or of what does a clause speak: of somebody here who can do it, of somebody else, of how things go?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from indexer.enrich.commitments.actors import Actor, Side, beside


class Subject(StrEnum):
    """What stands before the verb; the value is the name of the cue."""

    OURS = "said of somebody here"  # a person, post or body of the council
    I = "said of the writer"  # noqa: E741
    WE = "said of us"
    SOMEBODY = "said of him, her or them"
    PARTNER = "said of a partner"
    OUTSIDE = "said of somebody outside"
    PEOPLE = "said of people or costs"  # children, families, demand: what happens to them is no promise of theirs
    AIM = "said of an aim"  # "the aim is to": how a thing is meant
    IT = "said of it"
    THERE = "said of what there will be"
    THING = "said of a thing"  # a report, a plan, a post


_PRONOUNS = {
    "i": Subject.I,
    "we": Subject.WE,
    "he": Subject.SOMEBODY,
    "she": Subject.SOMEBODY,
    "they": Subject.SOMEBODY,
    "there": Subject.THERE,
}
_PRONOUN = re.compile(
    r"(?:^|\W)(?P<who>I|we|he|she|they|it|this|that|there|these|those|which|who)(?:\W+\w+ly)?\W*$", re.IGNORECASE
)
# "Her letter goes to the Executive": of somebody named before.
_POSSESSIVE = re.compile(r"^(?:his|her|their)\s", re.IGNORECASE)
_AIM = re.compile(
    r"(?:^What\b|\b(?:(?:the|our|its|his|her|their|my|an|one)|\w+[’']s?)\s(?:\w+\s)?(?:aim|ambition|answer|challenge|choice|danger|fear"
    r"|function|idea|intention|job|point|purpose|question|reason|risk|role|rule|task|temptation|thing|trick|way)"
    r"(?:\s(?:of|for|in)\s[^.;,]{1,60})?$)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:adults|anybody|anyone|boys?|carers|cases|caseloads|child(?:ren)?|costs?|deficit|demand|everybody|everyone"
    r"|famil(?:y|ies)|girls?|leavers?|life|lives|many|market|money|most|need|nobody|numbers?|others|overspend|parents?|people"
    r"|percentage|population|pressures?|proportion|pupils|rates?|referrals|requests|residents|share|some|spending|trend"
    r"|turnover|voters)\W*$",
    re.IGNORECASE,
)
_PREPOSITION = (
    r"\b(?:of|by|for|to|with|in|at|from|on|about|against|into|under|between|among|through|after|before|than)\s"
)
_AFTER_PREPOSITION = re.compile(rf"{_PREPOSITION}(?:the\s)?$", re.IGNORECASE)
_COMPOUND = re.compile(
    r"\s(?!(?:already|also|and|are|as|at|but|by|can|could|did|do|does|for|from|had|has|have|he|in|is|may|might|must|not|now|of|on|or|shall|she|should|still|then|they"
    r"|to|was|were|when|which|while|who|will|with|would)\b|\w+(?:ed|ly|ing|s)\b|(?:said|spoke|told|took|undertook|gave|wrote|led|put|set|felt"
    r"|thought|keep|write|report|reply|bring|take|give|make|provide|send|review|consider|receive|approve|agree|ask|continue|lead)\b)[a-z]{3,}\b(?=\s|$)"
)
_IN_PREPOSITION = re.compile(rf"\s(?:{_PREPOSITION}|who\s|that\s|which\s|,)", re.IGNORECASE)
_SIDES = {Side.OURS: Subject.OURS, Side.PARTNER: Subject.PARTNER, Side.OUTSIDE: Subject.OUTSIDE}


def subject_of(text: str, named: Sequence[Actor], before: Actor | None) -> tuple[Subject, Actor | None]:
    """What ``text``, the words before a verb, makes the subject, and who that is, of those ``named`` in it.

    A pronoun stands for whoever was spoken of ``before``.
    """
    pronoun = _PRONOUN.search(text)
    who = _PRONOUNS.get(pronoun["who"].lower(), Subject.IT) if pronoun else Subject.IT
    if pronoun and who is not Subject.IT:
        own = doers(text, named)  # "The Director said she would"
        stands_for = (own[-1] if own else before) if who is Subject.SOMEBODY else None
        return (_SIDES[stands_for.side] if stands_for else who), stands_for
    if _AIM.search(text):
        return Subject.AIM, None
    if able := doers(text, named):
        joint = any(actor.side is Side.OURS for actor in beside(text, able, able[0]))  # "the police and the Leader"
        return Subject.OURS if joint else _SIDES[able[0].side], able[0]
    if pronoun or not text:
        outside = before if before and before.side is not Side.OURS else None
        return (_SIDES[outside.side] if outside else Subject.IT), outside
    if _PEOPLE.search(_head(text)):
        return Subject.PEOPLE, None
    return Subject.THING, before if _POSSESSIVE.match(text) else None


def doers(text: str, named: Sequence[Actor]) -> list[Actor]:
    """Those ``named`` in ``text`` who do something in it: not "by the Board", nor "library service provision"."""
    return [
        actor
        for actor in named
        if not _AFTER_PREPOSITION.search(text, 0, actor.start) and not _COMPOUND.match(text, actor.end)
    ]


def _head(text: str) -> str:
    """The noun that ``text`` is about: of "a named nurse for care leavers" the nurse."""
    own = text.rpartition(", ")[2]
    found = _IN_PREPOSITION.search(own, 1)
    return own[: found.start()] if found else own
