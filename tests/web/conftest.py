"""What the tests of pages share: a site over a real index, built once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient

from indexer.catalogue import Catalogue
from indexer.settings import Settings
from tests.web.site import make_site
from webapp.app import create_app

TODAY = date(2026, 11, 22)


def one(soup: Tag, selector: str) -> Tag:
    """The first element that ``selector`` names; fails when there is none."""
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


Page = Callable[..., BeautifulSoup]


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def catalogue(settings: Settings) -> Catalogue:
    return Catalogue.open(settings)


@pytest.fixture(scope="session")
def app(settings: Settings, catalogue: Catalogue) -> Flask:
    return create_app(settings, catalogue, clock=lambda: TODAY)


@pytest.fixture(scope="session")
def published(settings: Settings, catalogue: Catalogue) -> FlaskClient:
    """A client of the same site with a configured address."""
    return create_app(replace(settings, base_url="https://papers.example.org"), catalogue).test_client()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def show(client: FlaskClient) -> Page:
    """A page of the site, parsed; its status is checked."""

    def get(address: str, status: int = 200) -> BeautifulSoup:
        response = client.get(address)
        assert response.status_code == status, response.text[:500]
        return BeautifulSoup(response.text, "lxml")

    return get


@pytest.fixture(scope="session")
def paper(catalogue: Catalogue) -> Callable[[Path | str], str]:
    """The id of the paper that came from a file."""
    from indexer.model.search import SearchRequest

    found = {}
    for number in (1, 2, 3):
        for result in catalogue.search(SearchRequest(page=number)).documents:
            found[result.document.source.path] = result.document.id
    return lambda path: found[str(path)]
