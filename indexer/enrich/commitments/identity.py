"""What is a commitment called? The same in every build, as long as its paper's id and its words stand."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter

_LENGTH = 10  # letters and digits of base 32: a million commitments share one with a chance of 1 in 2,000
_DIGITS = "234567"  # of base 32; none comes first, or a spreadsheet would take 234e567234 for a number


class Ids:
    """The ids of the commitments of one document, which are asked for in order."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._met: Counter[str] = Counter()

    def of(self, quote: str) -> str:
        """The id of the next commitment with the words of ``quote``, whatever their case, spaces and signs."""
        words = " ".join(re.findall(r"\w+", quote.casefold())) or quote
        self._met[words] += 1
        named = "\n".join((self._document, words, str(self._met[words])))
        drawn = base64.b32encode(hashlib.sha256(named.encode()).digest()).decode().lower()
        return drawn.lstrip(_DIGITS)[:_LENGTH]
