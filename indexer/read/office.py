"""What does a paper of an older or another word processor say (.doc, .odt)?

LibreOffice, where it is installed, makes a .docx of it: with a profile of its own that lives no longer than the
conversion, without macros, links or network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from indexer.errors import UnreadableError
from indexer.read import docx
from indexer.read.result import ReadResult

# A cold start takes some 10 seconds on a slow machine; the process that reads a document has 90.
LONGEST_SECONDS = 75

_ZIP = b"PK"
_NEEDED = "Install LibreOffice (the package libreoffice-writer), or save the file as .docx or .pdf."
# Written before the first start: no macros, no links followed, and a proxy where nobody answers for all the rest.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{}</oor:items>
"""
_ITEM = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_ITEMS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),  # only signed macros of trusted authors: none
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),  # never update links
    ("Inet/Settings", "ooInetProxyType", "2"),  # the proxies named here
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),  # the discard port
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read(data: bytes, where: str) -> ReadResult:
    """What the .docx says that LibreOffice makes of it; UnreadableError without LibreOffice, or where it fails."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableError("can be read only with LibreOffice, which is not installed here", _NEEDED)
    with tempfile.TemporaryDirectory(prefix="matters-") as folder:
        return docx.read(_converted(data, program, Path(folder)), where)


def _converted(data: bytes, program: str, folder: Path) -> bytes:
    """The file as .docx, made inside ``folder``."""
    source = folder / ("paper.odt" if data.startswith(_ZIP) else "paper.doc")
    source.write_bytes(data)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_PROFILE.format("".join(_ITEM.format(*item) for item in _ITEMS)))
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--nolockcheck", "--convert-to", "docx", "--outdir", str(folder / "made"), str(source)]
    _run(command, folder)
    try:
        return (folder / "made" / "paper.docx").read_bytes()
    except OSError as error:
        raise UnreadableError("cannot be read by LibreOffice", "Open it and save it as .docx or .pdf.") from error


def _run(command: list[str], folder: Path) -> None:
    """Runs the command in the process group of this one, which is ended as a whole after each document."""
    try:
        subprocess.run(  # noqa: S603 - a fixed list of arguments, no shell
            command,
            check=False,  # what counts is whether it made the file
            cwd=folder,
            env={"HOME": str(folder), "PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_SECONDS,
        )
    except OSError as error:
        raise UnreadableError("needs LibreOffice, which is installed here but does not start", _NEEDED) from error
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(
            f"was not finished by LibreOffice in {LONGEST_SECONDS} seconds", "Save it as .docx or .pdf."
        ) from error
