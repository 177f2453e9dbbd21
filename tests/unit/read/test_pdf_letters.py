from __future__ import annotations

import pytest

from indexer.model.raw import RawBlock
from indexer.read.pdf.letters import letter
from tests.unit.read.pdf_file import (
    HEIGHT,
    LEFT,
    OTHER,
    PROSE,
    WIDTH,
    Sheet,
    blocks,
    body,
    pdf,
)


def test_ligatures_are_taken_apart() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, "The o\ufb03cer \ufb01nds a \ufb02oor".replace("\ufb03", "f\ufb01"), font="Vera")

    assert body(pdf(page)) == ["The officer finds a floor"]


@pytest.mark.parametrize(
    ("code", "meant"),
    [(0xFB03, "ffi"), (0x2011, "-"), (0xA0, " "), (0x7, ""), (0x200B, ""), (0xF0B7, "•"), (0xB2, "²"), (0, None)],
)
def test_characters_mean_what_a_reader_sees(code: int, meant: str | None) -> None:
    assert letter(code) == meant


def test_white_space_is_collapsed() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, "One   two\u00a0\u00a0three")

    assert body(pdf(page)) == ["One two three"]


def test_words_without_spaces_between_them_are_parted_by_their_distance() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, "Early")
        sheet.text(LEFT + 32, 80, "help")

    assert body(pdf(page)) == ["Early help"]


def test_a_raised_ordinal_belongs_to_its_number() -> None:
    def page(sheet: Sheet) -> None:
        text = sheet.canvas.beginText(LEFT, HEIGHT - 80)
        text.setFont("Helvetica", 11)
        text.textOut("On the 16")
        text.setFont("Helvetica", 7)
        text.setRise(4)
        text.textOut("th")
        text.setFont("Helvetica", 11)
        text.setRise(0)
        text.textOut(" of May")
        sheet.canvas.drawText(text)

    assert body(pdf(page)) == ["On the 16th of May"]


def test_text_outside_the_page_is_dropped() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, "Inside")
        sheet.text(WIDTH + 50, 80, "Outside")
        sheet.text(LEFT, HEIGHT + 50, "Below")

    assert body(pdf(page)) == ["Inside"]


def test_scaled_text_has_the_size_that_is_seen() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.scale(2, 2)
        sheet.canvas.setFont("Helvetica", 6)
        sheet.canvas.drawString(36, 300, "Twelve points")

    block = blocks(pdf(page))[0]
    assert isinstance(block, RawBlock)
    assert block.style.size == 12


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_printed_sideways_is_read_like_any_other(quarters: int) -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.translate(WIDTH / 2, HEIGHT / 2)
        sheet.canvas.rotate(90 * quarters)
        sheet.canvas.translate(-250, -HEIGHT + 250)
        end = sheet.prose(80, PROSE, left=0, right=450)
        sheet.prose(end + 10, OTHER, left=0, right=450)

    assert body(pdf(page)) == [PROSE, OTHER]
