from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.errors import VocabularyError
from indexer.settings import Settings
from indexer.vocabulary.current import CurrentThesaurus
from indexer.vocabulary.load import fingerprint, load_thesaurus
from indexer.vocabulary.thesaurus import Thesaurus

SYNONYMS = (
    "group,words,relation,from,to,source\n"
    "in-care,looked after children,same,1991,,an Act\n"
    "in-care,children in care,same,,,a White Paper\n"
    "kinship-care,kinship care,same,2023,,a strategy\n"
    "kinship-care,family and friends care,same,2011,2024,guidance\n"
    "kinship-care,special guardianship order,narrower,,,an Act\n"
)
ABBREVIATIONS = (
    "abbreviation,meaning,capitals,source\n"
    "LAC,looked after children,,an Act\n"
    "SGO,special guardianship order,,an Act\n"
    "SEND,special educational needs and disabilities,yes,a code\n"
    "DOL,deprivation of liberty,,an Act\n"
    "DOLS,deprivation of liberty safeguards,,an Act\n"
    "CSA,child sexual abuse,,a page\n"
    "CSA,childcare sufficiency assessment,,a page\n"
    "CIC,children in care,,a page\n"
    "KIC,children in care,,a page\n"
    "CIC,community interest company,,an Act\n"
    "O&S,overview and scrutiny,,an Act\n"
)


def write(folder: Path, synonyms: str = SYNONYMS, abbreviations: str = ABBREVIATIONS) -> Path:
    (folder / "synonyms.csv").write_bytes(synonyms.encode())
    (folder / "abbreviations.csv").write_bytes(abbreviations.encode())
    return folder


@pytest.fixture
def thesaurus(tmp_path: Path) -> Thesaurus:
    return load_thesaurus(write(tmp_path))


def names(thesaurus: Thesaurus, typed: str) -> dict[str, list[str]]:
    return {sense.meaning: [other.words for other in sense.others] for sense in thesaurus.senses(typed)}


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("children in care", ["looked after children", "LAC", "KIC"]),
        ("Looked-After Children", ["children in care", "LAC", "KIC"]),
        ("kinship care", ["family and friends care", "special guardianship order", "SGO"]),
        ("family and friends care", ["kinship care", "special guardianship order", "SGO"]),
        ("special guardianship orders", ["SGO"]),  # a kind does not find the thing
    ],
)
def test_a_name_leads_to_the_others_to_its_kinds_and_to_abbreviations(
    thesaurus: Thesaurus, typed: str, others: list[str]
) -> None:
    assert names(thesaurus, typed) == {typed: others}


@pytest.mark.parametrize("typed", ["LAC", "lac", "L.A.C.", "LACs", "LAC's"])
def test_an_abbreviation_leads_to_its_meaning_and_on_from_there(thesaurus: Thesaurus, typed: str) -> None:
    assert names(thesaurus, typed) == {"looked after children": ["looked after children", "children in care", "KIC"]}


def test_an_abbreviation_of_several_letters_and_signs_is_one(thesaurus: Thesaurus) -> None:
    assert names(thesaurus, "O&S") == {"overview and scrutiny": ["overview and scrutiny"]}


def test_letters_that_are_a_word_when_small_count_in_capitals_only_and_are_no_other_name(thesaurus: Thesaurus) -> None:
    assert list(names(thesaurus, "SEND")) == ["special educational needs and disabilities"]
    assert list(names(thesaurus, "SENDs")) == ["special educational needs and disabilities"]
    assert names(thesaurus, "send") == names(thesaurus, "Send") == {}
    assert names(thesaurus, "special educational needs and disabilities") == {}


def test_letters_are_compared_one_by_one_and_not_by_their_stem(thesaurus: Thesaurus) -> None:
    assert list(names(thesaurus, "DoLS")) == ["deprivation of liberty safeguards"]
    assert list(names(thesaurus, "dol")) == ["deprivation of liberty"]


def test_an_abbreviation_of_several_things_says_all_of_them_and_is_no_other_name(thesaurus: Thesaurus) -> None:
    assert list(names(thesaurus, "CSA")) == ["child sexual abuse", "childcare sufficiency assessment"]
    assert "CIC" not in names(thesaurus, "children in care")["children in care"]


def test_what_is_in_no_table_leads_nowhere(thesaurus: Thesaurus) -> None:
    assert names(thesaurus, "children") == names(thesaurus, "") == names(thesaurus, "—") == {}


def test_the_shipped_tables_are_right_and_large_enough() -> None:
    shipped = load_thesaurus(Settings.from_environment({}).vocabulary)
    assert len(shipped.synonyms) + len(shipped.abbreviations) >= 150
    assert names(shipped, "LAC").keys() == {"looked after children"}


def mistakes(folder: Path) -> Iterator[str]:
    with pytest.raises(VocabularyError) as caught:
        load_thesaurus(folder)
    return iter(str(caught.value).splitlines())


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("In care,a home,same,,,x", "“In care” cannot be a group; write small letters and digits"),
        ("in-care,,same,,,x", "has no words; write what people say, or delete the line"),
        ("in-care,of the,same,,,x", "“of the” stands in every paper; write words that tell the thing"),
        ("in-care,a home,wider,,,x", "“wider” is no relation; write same or narrower"),
        ("in-care,a home,same,lately,,x", "“lately” is no year; write one like 2018, or nothing"),
        ("in-care,a home,same,2020,2018,x", "ends before it begins; mend “from” or “to”"),
        ("in-care,a home,same,,,", "has no source; write where the words are so used, or delete the line"),
        ("in-care,Looked-after children,same,,,x", "is the same as “looked after children” in line 2; delete one"),
        ("kinship-care,child in care,same,,,x", None),
        ("kinship-care,children in care,same,,,x", "of the group “in-care” in line 3; make the two groups one, or"),
        ("kinship-care,children in care,narrower,,,x", None),
        ("alone,a thing,same,,,x", "is alone in the group “alone”; add another name of it, or delete the line"),
        ("kin,a thing,narrower,,,x\nkin,b,narrower,,,x", "the group “kin” says only what is narrower; write same"),
    ],
)
def test_a_wrong_synonym_is_told_with_what_to_write_instead(tmp_path: Path, row: str, told: str | None) -> None:
    folder = write(tmp_path, synonyms=SYNONYMS + row + "\n")
    if told is None:
        load_thesaurus(folder)
        return
    mistake = next(mistakes(folder))
    assert mistake.startswith("synonyms.csv, line 7: ")
    assert told in mistake


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",a meaning,,x", "has no abbreviation; write it in capitals, or delete the line"),
        ("u.a.s.c.,a meaning,,x", "“u.a.s.c.” is not in capitals without full stops; write “UASC”"),
        ("X,a meaning,,x", "“X” is no abbreviation; write two or more capitals or digits"),
        ("XY,a meaning,,x", "“XY” has two letters and is a word or part of a name when typed small; write yes"),
        ("XYZ,,,x", "has no meaning; write what people say"),
        ("XYZ,a meaning,no,x", "“no” under capitals says nothing; write yes, or leave it empty"),
        ("XYZ,a meaning,,", "has no source"),
        ("SEND,another meaning,,x", "has nothing under capitals, but line 4 has yes; write the same in both"),
        ("LAC,looked after children,,x", "says what line 2 says; delete one"),
        ("LOC,Looked-after children,,x", "is “looked after children” in synonyms.csv; write it as it is there"),
    ],
)
def test_a_wrong_abbreviation_is_told_with_what_to_write_instead(tmp_path: Path, row: str, told: str) -> None:
    (mistake,) = mistakes(write(tmp_path, abbreviations=ABBREVIATIONS + row + "\n"))
    assert mistake.startswith("abbreviations.csv, line 13: ")
    assert told in mistake


def test_tables_that_act_when_searching_do_not_make_papers_be_read_again(tmp_path: Path) -> None:
    before = fingerprint(tmp_path)
    write(tmp_path)
    assert fingerprint(tmp_path) == before


def test_a_changed_table_counts_at_once_and_a_wrong_or_missing_one_leaves_the_last_good_one(tmp_path: Path) -> None:
    current = CurrentThesaurus(tmp_path)
    assert names(current.get(), "LAC") == {}
    write(tmp_path)
    good = current.get()
    assert len(names(good, "LAC")) == 1
    assert current.get() is good
    write(tmp_path, synonyms=SYNONYMS + "half a li")
    assert current.get() is good
    (tmp_path / "abbreviations.csv").unlink()
    assert current.get() is good
    write(tmp_path, abbreviations=ABBREVIATIONS + "XYZ,looked after children,,x\n")
    assert len(names(current.get(), "XYZ")) == 1
