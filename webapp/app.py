"""How is the site put together?"""

from __future__ import annotations

from flask import Flask
from jinja2 import ChainableUndefined, ChoiceLoader, PackageLoader, PrefixLoader

from indexer.catalogue import Catalogue
from indexer.settings import Settings
from webapp import answers, commitment_words, context, deciding, errors, headers, words
from webapp import changes as changing
from webapp.pages import (
    about,
    ask,
    changes,
    commitments,
    coverage,
    decisions,
    documents,
    home,
    people,
    ruling,
    search,
    sheets,
    similar,
    topics,
)

LONGEST_FORM = 16 * 1024  # bytes; a decision with the longest note has about 2,000


def create_app(
    settings: Settings,
    catalogue: Catalogue | None = None,
    *,
    clock: context.Clock | None = None,
    now: context.Now | None = None,
) -> Flask:
    """The site over ``catalogue``, or over the index of ``settings``. Raises ``HomeError`` when there is none.

    ``clock`` tells the day. Where the settings have a passphrase, people may decide on the site, at the moment that
    ``now`` tells; raises ``MattersError`` when what they decide could not be written down.
    """
    app = Flask("webapp")
    app.url_map.merge_slashes = False  # "//evil.example" is no page, and no redirect either
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_FORM
    app.json.sort_keys = False  # type: ignore[attr-defined]  # as the interface lists them; typed as its base
    app.jinja_options = {"undefined": ChainableUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.jinja_loader = ChoiceLoader(
        [PackageLoader("webapp"), PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})]
    )
    catalogue = catalogue or Catalogue.open(settings)
    context.provide(app.extensions, catalogue, settings, clock)
    words.teach(app)
    changing.teach(app)
    commitment_words.teach(app)
    answers.teach(app)
    deciding.teach(app)
    for page in (home, search, ask, documents, changes, similar, topics, people, coverage, about):
        app.register_blueprint(page.pages)
    for page in (commitments, sheets, decisions):
        app.register_blueprint(page.pages)
    if settings.passphrase and now:
        catalogue.register.check()
        deciding.allow(app, settings, now)
        app.register_blueprint(ruling.pages)
    errors.handle(app)
    headers.protect(app, tls=(settings.base_url or "").startswith("https:"))
    return app
