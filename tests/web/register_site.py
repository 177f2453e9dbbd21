"""A small site whose papers promise things: of each sort that the pages of the register must show."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from indexer.build import build
from indexer.model.commitment import CommitmentKind, Due, DuePrecision
from indexer.settings import Settings
from tests.promises import due, paper_of, promised, put
from tests.unit.versions.papers import sentences

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
PASSPHRASE = "correct horse battery"  # noqa: S105  # of a test

TOOL = "The Partnership is to launch a screening tool for neglect by January 2026."
LAUNCHED = "First Look, the screening tool for neglect, was launched on 9 June 2026."
REPORT_BACK = "That officers report on foster carers’ dentists to the committee in January 2027."
HOPE = "It is hoped that more swimming lessons could be found."
SCRIPT = '<script>alert(1)</script> & "quotes" are to be mended.'
FORMULA = '=HYPERLINK("http://evil.example","x") is to be paid, by all; of them.'
PLAIN = "Bus passes are to be posted to sixth formers who live far from college."

PAPERS = {
    "2025-07-15-scrutiny": ["Children's Scrutiny Committee", "15 July 2025", "Neglect strategy refresh",
                            "Portfolio: Councillor Oakes – Children's Services", TOOL, PLAIN, HOPE],
    "2026-09-22-scrutiny": ["Children's Scrutiny Committee", "22 September 2026", "Minutes of progress",
                            "Portfolio: Councillor Oakes – Children's Services", LAUNCHED, f"RESOLVED: {REPORT_BACK}"],
    "2024-03-05-cabinet": ["Cabinet", "5 March 2024", "Dangerous words", SCRIPT, FORMULA],
    "undated": ["Some day", "The gate is to be painted green by somebody who has a brush."],
}  # fmt: skip
GATE = "The gate is to be painted green by somebody who has a brush."


def make_register_site(folder: Path) -> Settings:
    """Settings of a home under ``folder`` with an index of the papers and their commitments."""
    papers = folder / "papers"
    papers.mkdir(parents=True)
    for name, text in PAPERS.items():
        (papers / f"{name}.txt").write_text("\n\n".join([*text, *sentences(name, 12)]), "utf-8")
    settings = replace(Settings.from_environment({}), home=folder / "home", corpus=papers, register=folder / "register")
    build([papers], settings, now=NOW, progress=lambda *_: None)
    refresh, minutes, cabinet, undated = (paper_of(settings, name) for name in PAPERS)
    vague = Due(text="in due course", precision=DuePrecision.UNKNOWN, stated=True)
    put(
        settings,
        {
            refresh.id: [
                promised(
                    refresh,
                    TOOL,
                    "tool",
                    due=due(date(2026, 1, 1), date(2026, 1, 31), "by January 2026"),
                    owner="The Partnership",
                    owner_stated=True,
                    topics=("neglect",),
                    checkable=True,
                    cues=("is to", "a date"),
                ),
                promised(
                    refresh,
                    PLAIN,
                    "passes",
                    due=vague,
                    owner="Transport",
                    partners=("Schools",),
                    refers_to=date(2024, 3, 5),
                ),
                promised(refresh, HOPE, "hope", kind=CommitmentKind.INTENTION),
            ],
            minutes.id: [
                promised(
                    minutes,
                    REPORT_BACK,
                    "report-back",
                    kind=CommitmentKind.DECISION,
                    lead_in="RESOLVED:",
                    due=due(date(2027, 1, 1), date(2027, 1, 31), "in January 2027"),
                    owner="Jo Field",
                    role="Head of Fostering",
                    owner_stated=True,
                )
            ],
            cabinet.id: [
                promised(cabinet, SCRIPT, "script", owner=SCRIPT, due=due(date(2024, 6, 1), text="<b>June</b>")),
                promised(cabinet, FORMULA, "formula", owner="=cmd()", due=due(date(2024, 6, 1))),
            ],
            undated.id: [promised(undated, GATE, "gate")],
        },
    )
    return settings
