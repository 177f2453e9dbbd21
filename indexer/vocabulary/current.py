"""Which other names count at this moment, while an officer may be changing the tables?

A changed table counts from the next search. One that is wrong, or half saved, changes nothing: the last that was right
goes on, and ``matters vocabulary check`` says what is wrong.
"""

from __future__ import annotations

import threading
from pathlib import Path

from indexer.errors import VocabularyError
from indexer.vocabulary.load import SEARCH_TABLES, load_thesaurus
from indexer.vocabulary.thesaurus import Thesaurus

_State = tuple[tuple[int, int, int], ...]


class CurrentThesaurus:
    """The other names of the tables in ``folder``; none as long as those have never been right."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._seen: _State | None = None
        self._thesaurus = Thesaurus()
        self.wrong = False  # what stands in the folder now cannot be used

    def get(self) -> Thesaurus:
        """Looks at two files' dates each time, which takes a few millionths of a second."""
        state = self._state()
        if state != self._seen:
            with self._lock:
                if state != self._seen:  # else another thread has read them meanwhile
                    self._read()
                    self._seen = state
        return self._thesaurus

    def _read(self) -> None:
        try:
            self._thesaurus = load_thesaurus(self._folder)
        except VocabularyError:
            self.wrong = True  # whoever searches cannot mend it, but must know
        else:
            self.wrong = False

    def _state(self) -> _State:
        return tuple(map(_state, (self._folder / table for table in SEARCH_TABLES)))


def _state(path: Path) -> tuple[int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0
    return status.st_ino, status.st_mtime_ns, status.st_size
