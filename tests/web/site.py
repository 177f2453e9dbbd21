"""A small site over a real index: invented papers, each here for something that the pages must show."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from indexer.build import build
from indexer.settings import Settings
from tests.promises import paper_of, promised, put

NOTICE = "The borough of these papers is invented."
BUILT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

REPORT = """\
Children's Overview and Scrutiny Committee

23 September 2025

Agenda Item No. 6

**Neglect: progress of the strategy**

Ward(s): All

Portfolio: Councillor Oakes – Children's Services

**1. Aim**

1.1 To tell the committee what has become of the neglect strategy.

**2. Progress**

2.1 The neglect strategy has three aims:

- to notice neglect early;
- to act on neglect together with schools & health;
- to ask families what helped.

2.2 Care leavers told us that pathway plans came late. A neglect tool was tried in 12 schools.

2.3 The judgements of the last inspection can be read in the table below, with what has changed since.

Judgement\tGrade
Help and protection\tGood
Neglect of older children\tRequires improvement

**3. Decide**

3.1 That the committee notes the neglect strategy.

Author: Jo Field, Head of Safeguarding, jo.field@example.org
"""

STATEMENT = """\
Portfolio Holder Children's Services – Councillor Oakes

**Our achievements**

In 2022 we opened a house for care leavers. Fostering families have grown to 140.

**Neglect**

The neglect strategy was agreed with our partners.
"""

FORMULA = """\
Cabinet

14 June 2024

=HYPERLINK("http://evil.example","Budget") of children's services

1.1 The budget of fostering is overspent.
"""

HOSTILE = """\
Cabinet

15 May 2023

<script>alert(1)</script> & the "early help" offer

1.1 Early help is for everybody: <img src=x onerror=alert(1)> and </title> too.
"""

PAPERS = {
    "2025-09-23-neglect.txt": REPORT,
    "statement.txt": STATEMENT,
    "2024-06-14-budget.txt": FORMULA,
    "2023-05-15-early-help.txt": HOSTILE,
} | {
    f"minutes/2021-{month:02}-10-minutes.txt": (
        f"Corporate Parenting Board\n\nMinutes of the meeting held on 10 {name} 2021\n\n"
        f"1. The board heard of fostering and of sibling groups.\n\n2. The next meeting was fixed.\n"
    )
    for month, name in enumerate(
        "January February March April May June July August September October November December".split(), start=1
    )
}
UNREADABLE = {"broken.pdf": b"%PDF-1.7\nnothing that a reader could use", "tool.exe": b"MZ\x90\x00" + bytes(60)}


def make_site(folder: Path, *, base_url: str | None = None) -> Settings:
    """Settings of a home under ``folder`` with an index of the papers."""
    papers = folder / "papers"
    for name, text in PAPERS.items():
        path = papers / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name, data in UNREADABLE.items():
        (papers / name).write_bytes(data)
    (papers / "folder.meta.toml").write_text(f'notice = "{NOTICE}"\n', "utf-8")
    usual = Settings.from_environment({})
    settings = Settings(
        home=folder / "home",
        corpus=papers,
        vocabulary=usual.vocabulary,
        judgements=usual.judgements,
        register=folder / "register",
        base_url=base_url,
    )
    build([papers], settings, now=BUILT, progress=lambda *_: None)
    report = paper_of(settings, "2025-09-23-neglect")
    put(settings, {report.id: [promised(report, "That the committee notes the neglect strategy.", "a-decision")]})
    return settings
