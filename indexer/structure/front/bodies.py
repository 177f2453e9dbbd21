"""Is this line the name of a committee or board, with the date of its meeting or an item of its agenda?"""

from __future__ import annotations

import re

from indexer.text.dates import DateMention, Precision, dates

_SORTS = "committee|sub-committee|panel|board|commission|partnership|forum|working group"
_BODY = re.compile(
    r"(?:(?:full |annual |special |extraordinary )?council|(?:the )?cabinet|(?:the )?executive|"
    rf"(?=[A-Z])[^:.;?!()]*\b(?:{_SORTS}|cabinet))"
    r"(?: \([A-Z]{2,8}\))?",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"(?:approved|adopted|agreed|endorsed|prepared|considered|presented|submitted|reported|referred|appendix|item)\b.*|"
    rf"(?:the )?(?:{_SORTS})",
    re.IGNORECASE,
)
# The longest committee name met has eleven words.
_BODY_WORDS = 14
_BEFORE_BODY = re.compile(
    r"(?:(?:draft |confirmed |approved )?(?:agenda and )?"
    r"(?:minutes|agenda|notice|record|decisions?|report|briefing note)"
    r"(?: of| for| to| from)+(?: the)?(?: meetings?(?: of| for)?)?(?: the)?|"
    r"meeting of(?: the)?|report to(?: the)?|to(?: the)?|the)\s+",
    re.IGNORECASE,
)
_AFTER_BODY = re.compile(
    r"[\s,–—-]*(?:meeting|agenda|minutes|held)?(?:\s*(?:held)?\s*(?:on|at))?[\s,–—:-]*$", re.IGNORECASE
)
_TIME = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?\b|noon\b|hours\b)|\b\d{1,2}[.:]\d\d\b", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:on|at|from|the|and|date|meeting|commencing|held|of|published)\b|[\W_]", re.IGNORECASE)
# A line of a front sheet is not longer, in characters; a longer one is a paragraph.
_LONGEST = 400
_EDGE = " ,–—|:-"

# "Minutes of the meeting of the Board held on Tuesday 24 October 2017 at 5.00 pm in the Garden Room"
_HELD = re.compile(
    r"(?P<body>(?:(?:draft |confirmed |public )?(?:agenda and )?"
    r"(?:minutes|notes|action notes|record|agenda|notice)\b.*?)?)"
    r"\b(?:held|meeting(?! of)(?!.*\bheld))\b",
    re.IGNORECASE,
)
# "Approved by the Board on 21 March 2017" tells the date, but not the body's name.
_BEFORE_THE_BODY = re.compile(
    r"(?P<body>)(?:approved|adopted|agreed|endorsed|presented|submitted) (?:by|at|to)\b.*?\bon\b", re.IGNORECASE
)
# The date stands within so many characters: "held in the Council Chamber, Council House, Corn Street, on Tuesday".
_NEAR = 80

ITEM = re.compile(
    r"(?:agenda )?item(?: no\.?| number)?\s*[:.]?\s*"
    r"(?P<item>(?:[A-Z]{1,3})?\d{1,3}\s?(?:[a-z]\b|\(\s?[a-z0-9]{1,3}\s?\))?|[A-Z]{2}\d{1,2})\.?",
    re.IGNORECASE,
)
_ITEM_AT_END = re.compile(rf"(?:^|[\s,–—|(-]){ITEM.pattern}\)?$", re.IGNORECASE)


def body_name(text: str) -> str | None:
    """The name of the committee or body that ``text`` is, as printed; nothing if it is anything else."""
    name = _BEFORE_BODY.sub("", text.strip(_EDGE), count=1).strip()
    is_name = len(name.split()) <= _BODY_WORDS and _BODY.fullmatch(name) and not _NOT_A_NAME.fullmatch(name)
    return name if is_name else None


def body_and_date(text: str) -> tuple[str | None, DateMention | None]:
    """The body, the date or both, when the line has nothing else: "Cabinet – 7 June 2016", "Tuesday 7 June 2016"."""
    if len(text) > _LONGEST:
        return None, None
    mentions = [mention for mention in dates(text) if mention.precision in {Precision.DAY, Precision.MONTH}]
    if not mentions:
        return body_name(text), None
    before, after = text[: mentions[0].start], text[mentions[0].end :]
    if _is_filler(before):
        after_date = body_name(after)
        return (after_date, mentions[0]) if after_date or _is_filler(after) else (None, None)
    before_date = body_name(_AFTER_BODY.sub("", before))
    return (before_date, mentions[0]) if before_date and _is_filler(after) else (None, None)


def meeting_held(text: str) -> tuple[str | None, DateMention] | None:
    """The body, where it is named, and the date of a line that tells when a meeting was held or approved something."""
    text = text[:_LONGEST]
    held = _HELD.match(text) or _BEFORE_THE_BODY.match(text)
    mention = next((mention for mention in dates(text[held.end() :]) if mention.start < _NEAR), None) if held else None
    return (body_name(held["body"]), mention) if held and mention else None


def without_item(text: str) -> tuple[str, str | None]:
    """The line without the item of the agenda at its end, and the item."""
    found = _ITEM_AT_END.search(text) if len(text) <= _LONGEST else None
    return (text[: found.start()].strip(_EDGE), found["item"]) if found else (text, None)


def _is_filler(text: str) -> bool:
    return not _FILLER.sub("", _TIME.sub("", text))
