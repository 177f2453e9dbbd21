"""What the tests in a browser share: Chromium as the system has it, and the site as it is served."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from indexer.settings import Settings
from tests.web.register_site import PASSPHRASE, make_register_site
from tests.web.site import make_site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; nothing is downloaded."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("there is no Chromium here: install the package chromium to run the tests in a browser")
    flags = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]  # what a container without a display allows
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": flags}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served by the production server in a process of its own."""
    with served(make_site(tmp_path_factory.mktemp("site"))) as address:
        yield address


@pytest.fixture(scope="session")
def register_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same of a site whose papers promise things, and on which people may decide."""
    with served(make_register_site(tmp_path_factory.mktemp("register")), MATTERS_PASSPHRASE=PASSPHRASE) as address:
        yield address


@contextmanager
def served(settings: Settings, **environment: str) -> Iterator[str]:
    """The address of a site while it is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {
        **os.environ,
        "MATTERS_HOME": str(settings.home),
        "MATTERS_REGISTER": str(settings.register),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        **environment,
    }
    with subprocess.Popen([sys.executable, "-m", "indexer", "serve", "--port", str(port)], env=environ) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(address, server)
            yield address
        finally:
            server.terminate()


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the site answers; a minute is more than any machine takes to start it."""
    for _ in range(300):
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urlopen(f"{address}/health", timeout=5):  # noqa: S310 - an address of our own making
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail("the server did not answer within a minute")
