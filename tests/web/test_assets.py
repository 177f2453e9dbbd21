"""Are the styles of others here, pinned, and free of what is GOV.UK's alone?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "webapp" / "static" / "vendor"


def test_the_lock_file_pins_one_version_by_its_sum_and_names_no_registry() -> None:
    text = (ROOT / "package-lock.json").read_text("utf-8")
    pinned = json.loads(text)["packages"]["node_modules/govuk-frontend"]
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]["govuk-frontend"]
    assert pinned["version"] == wanted
    assert pinned["integrity"].startswith("sha512-")
    assert "resolved" not in pinned
    assert "://" not in text


@pytest.mark.parametrize("brand", ["GDS Transport", "govuk-crest", "Calvert", "@font-face", "sourceMappingURL"])
def test_typeface_crest_and_source_maps_are_taken_out(brand: str) -> None:
    assert (VENDOR / "govuk-frontend.min.css").is_file(), (
        "install the package (pip install -e .) to bring the styles in"
    )
    for path in VENDOR.glob("govuk-frontend.min.*"):
        assert brand not in path.read_text("utf-8")


def test_the_licence_goes_with_the_copy() -> None:
    assert "Permission is hereby granted" in (VENDOR / "govuk-frontend.LICENCE.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["app.css", "register.css", "answer.css"])
def test_an_own_stylesheet_stays_small(name: str) -> None:
    assert len((ROOT / "webapp" / "static" / name).read_text("utf-8").splitlines()) < 170
