"""Is a table an action plan, and which of its columns says what is to be done, by whom and by when?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# How councils head the columns of action plans, trackers and improvement plans.
_ACTION = re.compile(
    r"(?:(?:agreed|key|planned|required|proposed|recommended|improvement|our|the|specific|high[\s-]level)\s)*"
    r"(?:actions?|tasks?|activit(?:y|ies)|steps?|interventions?|deliverables?|milestones?|commitments?|pledges?|measures?"
    r"|objectives?|recommendations?)(?:\s(?:point|agreed|required|needed|to\sbe\staken|and\s\w+|/\s?\w+|plan|details?))*"
    r"|what(?:\s(?:we|will|is|needs|do|has|are|must|who)\b.{0,40})?|recommendation\s(?:or|and)\saction",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?:action\s|lead\s|task\s)?(?:owners?|leads?|lead\s(?:officers?|persons?|members?|agency|agencies|organisations?|partners?|professional)"
    r"|responsib(?:le|ility)(?:\s(?:officers?|persons?|leads?|for\sdelivery|agency|partner))?|accountable(?:\s\w+)?|officers?(?:\sresponsible)?"
    r"|who(?:\s.{0,30})?|by\swhom|action\sby|assigned\sto|named\slead|person\sresponsible|whose)(?:\(s\)|s)?(?:\s?/\s?\w+)?",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:by\s)?when(?:\sby)?\??|(?:target\s|due\s|completion\s|review\s|end\s|delivery\s)?(?:dates?|deadlines?)(?:\s(?:due|for\scompletion|of\scompletion))?"
    r"|due(?:\s(?:date|by))?|time\s?(?:scales?|lines?|frames?)|timings?|(?:to\sbe\s)?complet(?:ed?|ion)(?:\sby)?|milestones?|deadline|by",
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
    action = next((n for n, head in enumerate(heads) if _ACTION.fullmatch(head) and n not in {owner, due}), None)
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
