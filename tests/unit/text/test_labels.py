import pytest

from indexer.text.labels import Label, depth, is_roman, is_section_number, kind_of, split_bullet, split_label


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("3.17 Neglect is hard to see", "3.17", "Neglect is hard to see"),
        ("3.17The space is lost", "3.17", "The space is lost"),
        ("3.1.12 Visits", "3.1.12", "Visits"),
        ("3.17a Visits", "3.17a", "Visits"),
        ("1. Aim", "1.", "Aim"),
        ("1. Weekly meetings", "1.", "Weekly meetings"),
        ("2. Times and places", "2.", "Times and places"),
        ("597. Apologies", "597.", "Apologies"),
        ("1.0 PURPOSE", "1.0", "PURPOSE"),
        ("(a) note the report", "(a)", "note the report"),
        ("(1) note the report", "(1)", "note the report"),
        ("iv. agree the plan", "iv.", "agree the plan"),
        ("(IV) agree the plan", "(IV)", "agree the plan"),
        ("b) agree the plan", "b)", "agree the plan"),
        ("65/08 Apologies", "65/08", "Apologies"),
        ("16.CSE1 Apologies", "16.CSE1", "Apologies"),
    ],
)
def test_a_typed_label_is_parted_from_the_words(text: str, label: str, rest: str) -> None:
    assert split_label(text) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2025 was a good year",
        "2019/20 was a good year",
        "50/50 shares were agreed",
        "2025. It was a good year",
        "12.11.19 Minutes of the board",
        "I thank the officers",
        "A plan is needed",
        "(ill) children stay at home",
        "c. 300 children",
        "3.5 million children live there",
        "9.30 am is the time",
        "12. per cent",
    ],
)
def test_quantities_times_and_words_are_no_labels(text: str) -> None:
    assert split_label(text) == ("", text)


@pytest.mark.parametrize("sign", ["•", "–", "-", "o", "\uf0b7"])
def test_a_bullet_sign_is_parted_from_the_words(sign: str) -> None:
    assert split_bullet(f"{sign} one of many") == (sign, "one of many")


@pytest.mark.parametrize(
    ("label", "kind"),
    [("3.17", Label.NUMBER), ("63", Label.NUMBER), ("(a)", Label.LETTER), ("(2)", Label.LETTER), ("ii.", Label.LETTER),
     ("•", Label.BULLET), ("o", Label.BULLET), ("35a", Label.NUMBER), ("65/08", Label.NUMBER), ("(IV)", Label.LETTER)],
)  # fmt: skip
def test_every_label_has_a_kind(label: str, kind: Label) -> None:
    assert kind_of(label) is kind


@pytest.mark.parametrize(("number", "levels"), [("3", 1), ("3.0", 1), ("3.17", 2), ("3.17.1", 3), ("65/08", 1)])
def test_depth_counts_the_levels_of_a_number(number: str, levels: int) -> None:
    assert depth(number) == levels


def test_only_a_number_of_the_form_n_nought_must_be_that_of_a_section() -> None:
    assert [is_section_number(number) for number in ("2.0", "2.10", "2", "2.0.1")] == [True, False, False, False]


@pytest.mark.parametrize(
    ("label", "roman"), [("(iv)", True), ("xl.", True), ("(c)", False), ("(iix)", False), ("", False)]
)
def test_a_roman_numeral_is_told_from_a_letter(label: str, *, roman: bool) -> None:
    assert is_roman(label) is roman
