from __future__ import annotations

from indexer.enrich.commitments.identity import Ids


def test_an_id_is_short_safe_in_an_address_and_stays_while_the_words_stand() -> None:
    one = Ids("paper").of("That the plan be published.")
    assert one == Ids("paper").of("That  the Plan be published")
    assert len(one) == 10
    assert one.isascii()
    assert one.isalnum()
    assert one == one.lower()


def test_an_id_begins_with_a_letter_so_that_no_spreadsheet_takes_it_for_a_number() -> None:
    ids = Ids("paper")
    found = [ids.of(f"Home number {number} will open.") for number in range(2000)]
    assert {len(one) for one in found} == {10}
    assert not [one for one in found if not one[0].isalpha()]


def test_other_papers_other_words_and_the_same_words_again_have_other_ids() -> None:
    ids = Ids("paper")
    found = [
        ids.of("A hub will open."),
        ids.of("A hub will open."),
        ids.of("A hub will close."),
        Ids("b").of("A hub will open."),
    ]
    assert len(set(found)) == 4


def test_a_quote_without_letters_has_an_id_too() -> None:
    ids = Ids("paper")
    assert ids.of("—") != ids.of("…")
