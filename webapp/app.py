"""How is the site put together?"""

from __future__ import annotations

from flask import Flask
from jinja2 import ChainableUndefined, ChoiceLoader, PackageLoader, PrefixLoader

from indexer.catalogue import Catalogue
from indexer.settings import Settings
from webapp import changes as changing
from webapp import context, errors, headers, words
from webapp.pages import about, changes, coverage, documents, home, people, search, similar, topics

LONGEST_FORM = 16 * 1024  # bytes; no page takes a body


def create_app(settings: Settings, catalogue: Catalogue | None = None, *, clock: context.Clock | None = None) -> Flask:
    """The site over ``catalogue``, or over the index of ``settings``. Raises ``HomeError`` when there is none."""
    app = Flask("webapp")
    app.url_map.merge_slashes = False  # "//evil.example" is no page, and no redirect either
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_FORM
    app.json.sort_keys = False  # type: ignore[attr-defined]  # as the interface lists them; typed as its base
    app.jinja_options = {"undefined": ChainableUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.jinja_loader = ChoiceLoader(
        [PackageLoader("webapp"), PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})]
    )
    context.provide(app.extensions, catalogue or Catalogue.open(settings), settings, clock)
    words.teach(app)
    changing.teach(app)
    for page in (home, search, documents, changes, similar, topics, people, coverage, about):
        app.register_blueprint(page.pages)
    errors.handle(app)
    headers.protect(app, tls=(settings.base_url or "").startswith("https:"))
    return app
