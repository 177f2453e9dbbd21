from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.model.report import BuildReport
from indexer.settings import Settings

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

Build = Callable[..., BuildReport]


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The shipped vocabulary and corpus, with a home of the test's own."""
    return replace(Settings.from_environment({}), home=tmp_path / "home")


@pytest.fixture
def run_build(settings: Settings) -> Build:
    """Builds the index of ``settings`` (or of others) from the paths given."""

    def run(*paths: Path, with_settings: Settings = settings) -> BuildReport:
        return build(paths, with_settings, now=NOW, progress=quiet)

    return run


@pytest.fixture(scope="session")
def sample_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of an index of the whole sample corpus, built once a run."""
    settings = replace(Settings.from_environment({}), home=tmp_path_factory.mktemp("sample") / "home")
    build((), settings, now=NOW, progress=quiet)
    return settings


@pytest.fixture(scope="session")
def sample(sample_settings: Settings) -> Catalogue:
    """The catalogue of the sample corpus."""
    return Catalogue.open(sample_settings)
