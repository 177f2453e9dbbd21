"""Is every failure one clear sentence, in the form that was asked for?"""

from __future__ import annotations

from datetime import date

import pytest

from indexer.catalogue import Catalogue
from indexer.errors import HomeError
from indexer.model.report import Coverage
from indexer.model.search import SearchRequest, SearchResults
from indexer.settings import Settings
from webapp.app import create_app


class Failing(Catalogue):
    """A catalogue with a fault of ours."""

    def search(self, request: SearchRequest, today: date | None = None) -> SearchResults:  # noqa: ARG002 - as its base
        raise RuntimeError(f"secret detail about {request.query}")

    def coverage(self) -> Coverage:
        raise HomeError("There is no index.")


@pytest.mark.parametrize(
    "address", ["/", "/search?q=pear", "/search.json?q=pear", "/search.csv?q=pear", "/health", "/coverage"]
)
def test_a_fault_is_told_without_its_traceback(
    settings: Settings, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    response = create_app(settings, Failing(settings)).test_client().get(address)
    assert response.status_code == 500
    assert "there is a problem with this site" in (response.get_json()["error"] if response.is_json else response.text)
    assert "Traceback" not in response.text
    assert "secret" not in response.text
    assert response.headers["Content-Security-Policy"]
    assert "RuntimeError" in caplog.text or "HomeError" in caplog.text


def test_a_site_without_an_index_does_not_start(settings: Settings, tmp_path: object) -> None:
    from dataclasses import replace
    from pathlib import Path

    with pytest.raises(HomeError, match="index"):
        create_app(replace(settings, home=Path(str(tmp_path)) / "none"))


@pytest.mark.parametrize(
    ("address", "form"), [("/x.json", "json"), ("/documents/x.json", "json"), ("/x.csv", "plain"), ("/x", "html")]
)
def test_what_is_not_there_is_told_in_the_form_asked_for(client: object, address: str, form: str) -> None:
    from flask.testing import FlaskClient

    assert isinstance(client, FlaskClient)
    response = client.get(address)
    assert response.status_code == 404
    assert form in (response.mimetype or "")
