"""Which catalogue, which settings and which day does this request use?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import cast

from flask import current_app

from indexer.catalogue import Catalogue
from indexer.settings import Settings

Clock = Callable[[], date]
Now = Callable[[], datetime]

_CATALOGUE, _SETTINGS, _CLOCK = "matters-catalogue", "matters-settings", "matters-clock"


def provide(extensions: dict[str, object], catalogue: Catalogue, settings: Settings, clock: Clock | None) -> None:
    """Put them where every request finds them."""
    extensions[_CATALOGUE], extensions[_SETTINGS], extensions[_CLOCK] = catalogue, settings, clock


def catalogue() -> Catalogue:
    return cast("Catalogue", current_app.extensions[_CATALOGUE])


def day() -> date | None:
    """The day on which this request is made, for words such as "last year"; ``None`` where the site has no clock."""
    clock = cast("Clock | None", current_app.extensions[_CLOCK])
    return clock() if clock else None


def this_day() -> date:
    """The same for what cannot do without one; where the site has no clock, the day on which the index was made."""
    return day() or catalogue().coverage().built.date()


def base_url() -> str:
    """What stands before a path in a feed: the configured address, or nothing; never what the request claims."""
    return cast("Settings", current_app.extensions[_SETTINGS]).base_url or ""
