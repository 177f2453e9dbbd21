"""How is the site used, who can use it, and what may machines do with it?"""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template

from webapp import context
from webapp.pages import search

pages = Blueprint("about", __name__)

# Papers may be found from elsewhere; searches and filters have no end, nor has what is similar to each paragraph.
ROBOTS = "User-agent: *\nDisallow: /search\nDisallow: /documents/*/similar/\nDisallow: /commitments\n"


@pages.get("/help")
def guide() -> str:
    return render_template(
        "help.html", notice=context.catalogue().notice(), base=context.base_url(), most_exported=search.MOST_EXPORTED
    )


@pages.get("/accessibility")
def accessibility() -> str:
    return render_template("accessibility.html", notice=context.catalogue().notice())


@pages.get("/robots.txt")
def robots() -> Response:
    response = make_response(ROBOTS)
    response.mimetype = "text/plain"
    return response


@pages.get("/opensearch.xml")
def opensearch() -> Response:
    """What a browser needs to search here from its address bar."""
    response = make_response(render_template("opensearch.xml", base=context.base_url()))
    response.content_type = "application/opensearchdescription+xml; charset=utf-8"
    return response
