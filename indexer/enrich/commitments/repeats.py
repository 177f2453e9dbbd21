"""Which earlier decision does a line say that it repeats?"""

from __future__ import annotations

import re
from datetime import date

from indexer.enrich.commitments.clock import Clock
from indexer.text.dates import Precision, dates

_EARLIER = re.compile(
    r"\b(?:agreed|approved|decided|resolved|recommended|determined|reaffirm\w*|re-?affirm\w*|reiterate\w*|confirm\w*|minute|decision|resolution|recommendation)"
    r"\b[^.;|]{0,80}?\b(?:on|of|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
_REACH = 110  # characters before a date in which those words stand


def refers_to(words: str, clock: Clock) -> date | None:
    """The day, before that of the paper, on which ``words`` say that it was decided first."""
    for mention in dates(words):
        is_before = clock.first is not None and mention.last < clock.first
        near = words[max(0, mention.start - _REACH) : mention.start]
        if mention.precision is Precision.DAY and is_before and _EARLIER.search(near):
            return mention.first
    return None
