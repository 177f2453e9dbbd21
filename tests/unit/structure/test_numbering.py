import pytest

from indexer.structure.numbering import BULLET, Label, depth, kind_of, split_label


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("3.17 Neglect is hard to see", "3.17", "Neglect is hard to see"),
        ("1. Aim", "1.", "Aim"),
        ("1.0 PURPOSE", "1.0", "PURPOSE"),
        ("(a) note the report", "(a)", "note the report"),
        ("iv. agree the plan", "iv.", "agree the plan"),
        ("b) agree the plan", "b)", "agree the plan"),
        ("• one of many", BULLET, "one of many"),
        ("– one of many", BULLET, "one of many"),
        ("65/08 Apologies", "65/08", "Apologies"),
        ("16.CSE1 Apologies", "16.CSE1", "Apologies"),
        ("2025 was a good year", None, "2025 was a good year"),
        ("I thank the officers", None, "I thank the officers"),
        ("A plan is needed", None, "A plan is needed"),
        ("3.5 million children live there", None, "3.5 million children live there"),
    ],
)
def test_a_typed_label_is_parted_from_the_words(text: str, label: str | None, rest: str) -> None:
    assert split_label(text) == (label, rest)


@pytest.mark.parametrize(
    ("label", "kind"),
    [("3.17", Label.NUMBER), ("63", Label.NUMBER), ("(a)", Label.LETTER), ("(2)", Label.LETTER), ("ii.", Label.LETTER),
     ("•", Label.BULLET), ("o", Label.BULLET), ("35a", Label.NUMBER)],
)  # fmt: skip
def test_every_label_has_a_kind(label: str, kind: Label) -> None:
    assert kind_of(label) is kind


@pytest.mark.parametrize(("number", "levels"), [("3", 1), ("3.0", 1), ("3.17", 2), ("3.17.1", 3), ("65/08", 1)])
def test_depth_counts_the_levels_of_a_number(number: str, levels: int) -> None:
    assert depth(number) == levels
