"""Which catalogue and which settings does this request use?"""

from __future__ import annotations

from typing import cast

from flask import current_app

from indexer.catalogue import Catalogue
from indexer.settings import Settings

_CATALOGUE, _SETTINGS = "matters-catalogue", "matters-settings"


def provide(extensions: dict[str, object], catalogue: Catalogue, settings: Settings) -> None:
    """Put both where every request finds them."""
    extensions[_CATALOGUE], extensions[_SETTINGS] = catalogue, settings


def catalogue() -> Catalogue:
    return cast("Catalogue", current_app.extensions[_CATALOGUE])


def base_url() -> str:
    """What stands before a path in a feed: the configured address, or nothing; never what the request claims."""
    return cast("Settings", current_app.extensions[_SETTINGS]).base_url or ""
