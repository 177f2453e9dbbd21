"""Which words of a sentence report that something was done, begun, put off or given up?

The forms are those of reports: "has been published" and not "is to be published", which is a promise again.
"""

from __future__ import annotations

import re

_FORMS = """
    achieved adopted agreed appointed approved awarded began begun broadened cancelled ceased circulated cleared closed
    commissioned completed concluded declined deferred delayed delivered distributed dropped established extended fallen
    fell filled finished fitted fulfilled implemented improved increased installed introduced issued joined launched
    missed moved opened overdue paused piloted postponed presented printed produced published reached received
    recruited redesigned reduced reopened replaced reported resumed reviewed revised risen rose scrapped sent shelved
    signed slipped stalled started stopped submitted superseded taken trained trialled withdrawn written
"""
_PHRASES = (
    r"complete|done|in (?:place|post|use|draft|hand|progress|test)|under ?way|up and running|on (?:track|target)"
    r"|(?:gone|went|now|is|are) (?:live|open)|no longer|not yet|yet to|awaits|awaiting|behind (?:schedule|time|plan)"
    r"|carried forward|put (?:off|back)|rolled out|brought in|set up|(?:was|were|been) (?:held|met|made|built)"
    r"|(?:did not|didn['’]t|never) (?:go ahead|happen|take place)|took place|came (?:out|into force)|late(?! in| on|r)"
    r"|met (?:for the )?first|(?-i:(?:^|(?<=[|.] ))(?:Met|Not met|Started|Ongoing))"  # of the last: a cell of a table
)
# "was 66%", "is now 310 of 397", "had 4,870", "61% did".
_FIGURES = (
    r"(?:was|is|were|are|had|stands at|it['’]s) (?:now |still |only |at |about )?"
    r"\d[\d.,]*(?:%|(?<=\d)(?= of )|(?<=,\d\d\d))|\d+% (?:did|have|had)\b"
)
_REPORTED = re.compile(rf"\b(?:(?:{'|'.join(_FORMS.split())}|{_PHRASES})\b|{_FIGURES})", re.IGNORECASE)
# "to be opened", "will have been sent", "is to be reviewed and extended", "must complete", "once approved": not yet.
_PROMISED = re.compile(
    r"\b(?:(?:will|would|shall|should|must|could|may|might|can)(?:\s+not)?|(?:to|will|would|shall|should|must|could|may|might|can)(?:\s+\w+){0,2}?\s+(?:be|been|have|get)"
    r"(?:\s+be(?:en)?)?(?:\s+\w+(?:,|\s+and|\s+or)){0,2}|to|once|when|until|before|after|if|unless)"
    r"(?:\s+\w+ly)?\s+$",
    re.IGNORECASE,
)


def progress(sentence: str) -> tuple[str, ...]:
    """The words of ``sentence`` that report progress or the want of it, as they are printed, each once."""
    found = (word for word in _REPORTED.finditer(sentence) if not _PROMISED.search(sentence[: word.start()][-60:]))
    return tuple(dict.fromkeys(word[0].casefold() for word in found))
