"""Is a table an action plan, and which of its columns says what is to be done, by whom and by when?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# How councils head the columns of action plans, trackers and improvement plans.
_ACTION = re.compile(
    r"(?:(?:agreed|key|planned|required|proposed|recommended|improvement|our|the|specific|high[\s-]level)\s)*"
    r"(?:actions?|activit(?:y|ies)|commitments?|deliverables?|interventions?|measures?|milestones?|objectives?|outputs?|pledges?"
    r"|recommendations?|steps?|tasks?)"
    r"(?:\s(?:agreed|and\s\w+|details?|needed|or\s\w+|plan|point|required|to\sbe\staken|/\s?\w+)|/\w+)*"
    r"|what(?:\s(?:are|do|has|is|must|needs|we|who|will)\b.{0,40})?|how(?:\swe\b.{0,40})",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?:(?:accountable|action|lead|named|responsible|strategic|task)\s)*"
    r"(?:accountab(?:le|ility)|agenc(?:y|ies)|leads?|members?|officers?|organisations?|owners?|partners?|persons?|professionals?"
    r"|responsib(?:le|ility)|sro)"
    r"(?:\s(?:officers?|persons?|leads?|agency|partners?|responsible|for\sdelivery)|\s(?:and|&)\s\w+|\(s\)|\s?/\s?\w+)*"
    r"|who(?:\s.{0,30})?|whose|by\swhom|action\sby|assigned\sto",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:by\s)?when(?:\sby)?\??|by(?:\s\(?date\)?)?"
    r"|(?:(?:completion|delivery|due|end|expected|review|target)\s)*(?:dates?|deadlines?)(?:\s(?:due|for|of)(?:\s\w+)?|/\w+)?"
    r"|due(?:\s(?:date|by))?|time\s?(?:frames?|lines?|scales?)(?:\s(?:and|for)\s\w+|/\w+)?|timings?"
    r"|(?:to\sbe\s)?complet(?:ed?|ion)(?:\sby)?|milestones?",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?:current\s|latest\s)?(?:status|progress|position|update|r\.?a\.?g\.?(?:\s(?:rating|status))?|blag|comments?|notes?)(?:\s.{0,30})?",
    re.IGNORECASE,
)
# A look back, or what somebody else asks for.
_NO_PLAN = re.compile(
    r"\bwhat\shappened\b|\band\snow\b|\bwe\ssaid\b|\b(?:ofsted|inspect\w+|cqc)\b.*\brecommend|\baddressed\sto\b|\boutcome\sachieved\b",
    re.IGNORECASE,
)

# Other tables of what is going to be.
_PLANS = re.compile(
    r"\bbecomes?\b|\bwhat\s(?:happens\sto|will\b|is\sto\b|is\s(?:different|new)|changes|we\s(?:will|plan))|\bproposed\s(?:change|action|use)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of an action plan, counted from 0."""

    action: int
    owner: int | None
    due: int | None
    status: int | None


def action_columns(header: Sequence[str]) -> Columns | None:
    """The columns of the action plan with this ``header``; ``None``: it heads another table, of figures for example."""
    heads = [" ".join(cell.split()).strip(" .:*") for cell in header]
    if any(_NO_PLAN.search(head) for head in heads):
        return None
    owner, due, status = (_first(pattern, heads) for pattern in (_OWNER, _DUE, _STATUS))
    could_be = [n for n, head in enumerate(heads) if _ACTION.fullmatch(head) and n not in {owner, due}]
    # Beside "Objective" or "Recommendation" it is "Action" that says what is done.
    action = next((n for n in could_be if "action" in heads[n].lower()), could_be[0] if could_be else None)
    if due is not None and _DUE.fullmatch(heads[due]) and _ACTION.fullmatch(heads[due]) and action is None:
        action, due = due, None  # "Milestone" alone says what
    if action is None or (owner is None and due is None):
        return None
    return Columns(action=action, owner=owner, due=due, status=status)


def tells_plans(header: Sequence[str]) -> bool:
    """Whether the rows under ``header`` say what is going to become of things."""
    return any(_PLANS.search(cell) for cell in header)


def _first(pattern: re.Pattern[str], heads: Sequence[str]) -> int | None:
    return next((number for number, head in enumerate(heads) if pattern.fullmatch(head)), None)
