from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.errors import VocabularyError
from indexer.vocabulary.load import TABLES, fingerprint, load
from indexer.vocabulary.phrases import PhraseSort
from tests.unit.vocabulary.tables import COMMITTEES, PHRASES, PORTFOLIOS, TOPICS, write_tables


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(VocabularyError) as caught:
        load(folder)
    return str(caught.value).splitlines()


def test_right_tables_are_loaded_in_their_order(tmp_path: Path) -> None:
    vocabulary = load(write_tables(tmp_path))
    assert [topic.id for topic in vocabulary.topics] == ["neglect", "fostering"]
    assert [(phrase.text, phrase.sort) for phrase in vocabulary.phrases] == [
        ("neglect", PhraseSort.PHRASE),
        ("GCP2", PhraseSort.ABBREVIATION),
        ("fostering", PhraseSort.PHRASE),
        ("foster good", PhraseSort.NOT),
    ]


def test_dates_are_read_as_a_person_or_a_spreadsheet_writes_them(tmp_path: Path) -> None:
    vocabulary = load(write_tables(tmp_path))
    (portfolio,) = vocabulary.portfolios.names
    assert (portfolio.first, portfolio.last) == (date(2014, 1, 1), date(2018, 12, 31))
    assert [(name.first, name.last) for name in vocabulary.committees.names[1:]] == [
        (None, date(2019, 5, 20)),
        (date(2019, 5, 21), None),
    ]


def test_what_a_spreadsheet_does_to_a_table_is_no_mistake(tmp_path: Path) -> None:
    spoilt = "\ufeff" + (PHRASES + "\n ,,,\n  neglect , graded  care\u00a0profile , phrase ,,\n").replace("\n", "\r\n")
    reordered = "Note,Label,Group,Description,Topic\r\nmine,Neglect,P,,neglect\r\n,Fostering,C,,fostering\r\n"
    vocabulary = load(write_tables(tmp_path, topic_phrases=spoilt, topics=reordered))
    assert vocabulary.phrases[-1].text == "graded care profile"
    assert [topic.label for topic in vocabulary.topics] == ["Neglect", "Fostering"]


def test_context_is_parted_at_semicolons(tmp_path: Path) -> None:
    vocabulary = load(
        write_tables(tmp_path, topic_phrases=PHRASES + "neglect,GCP,abbreviation,graded care profile; neglect ;\n")
    )
    assert vocabulary.phrases[-1].context == ("graded care profile", "neglect")


def test_all_mistakes_of_all_tables_are_told_at_once_with_file_and_line(tmp_path: Path) -> None:
    folder = write_tables(
        tmp_path,
        topic_phrases=PHRASES + "fosterin,x-ray,phrase,\nneglect,,phrase,\n",
        portfolios=PORTFOLIOS + "Adults,Adults,Adults,,\n",
    )
    assert mistakes(folder) == [
        "topic_phrases.csv, line 6: “fosterin” is no topic; write an id of topics.csv, perhaps “fostering”",
        "topic_phrases.csv, line 7: has no phrase; write the words, or delete the line",
        "portfolios.csv, line 3: “Adults” cannot be an id; write small letters and digits, with hyphens between words",
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("neglect,unmet need,word,", "“word” is no sort; write phrase, abbreviation, not"),
        ("neglect,gcp,abbreviation,", "“gcp” is not in capitals; write “GCP”, or make it a phrase"),
        ("neglect,GC,abbreviation,", "“GC” is too short to stand for one thing; write its words as a phrase"),
        ("neglect,G C P,abbreviation,", "“G C P” is not one run of letters and digits; write it so, or"),
        ("neglect,of the,phrase,", "“of the” stands in every paper"),
        ("neglect,—,phrase,", "has no phrase"),
        ("neglect,neglect of roads,not,council", "has a context, which a “not” cannot have; empty the cell"),
        ("neglect,Neglects,phrase,", "“Neglects” stands twice for “neglect” (“neglect” in line 2); delete one"),
        ("neglect,neglect,not,", "“neglect” counts and is a “not” for “neglect” (“neglect” in line 2); delete one"),
        ("fostering,neglect,phrase,care", "“neglect” stands for “neglect” too (line 2); give both a context"),
        ("neglect,GCP,abbreviation,gcp", "“gcp” in the context is not another phrase"),
        ("neglect,one,phrase,two,three", "has 5 cells, not 4; put quotes around a cell that holds a comma"),
    ],
)
def test_a_wrong_phrase_is_told_with_what_to_write_instead(tmp_path: Path, row: str, told: str) -> None:
    (mistake,) = mistakes(write_tables(tmp_path, topic_phrases=PHRASES + row + "\n"))
    assert mistake.startswith("topic_phrases.csv, line 6: ")
    assert told in mistake


def test_one_phrase_may_stand_for_two_topics_where_both_have_a_context(tmp_path: Path) -> None:
    shared = PHRASES + "neglect,CSA,abbreviation,abuse\nfostering,CSA,abbreviation,foster carer\n"
    assert len(load(write_tables(tmp_path, topic_phrases=shared)).phrases) == 6


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Early Help,Early help,Help,", "“Early Help” cannot be a topic's id; write small letters"),
        ("neglect,Neglect again,Help,", "“neglect” stands in line 2 too; delete one"),
        ("early-help,,Help,", "has no label; write what pages should show"),
        ("early-help,Early help,,", "has no group; write what pages should show"),
        ("early-help,NEGLECT,Help,", "has the same label as line 2; write another"),
    ],
)
def test_a_wrong_topic_is_told_with_what_to_write_instead(tmp_path: Path, row: str, told: str) -> None:
    folder = write_tables(
        tmp_path, topics=TOPICS + row + "\n", topic_phrases=PHRASES + "early-help,early help,phrase,\n"
    )
    assert told in mistakes(folder)[0]
    assert mistakes(folder)[0].startswith("topics.csv, line 4: ")


def test_a_topic_that_nothing_stands_for_is_a_mistake(tmp_path: Path) -> None:
    folder = write_tables(
        tmp_path, topics=TOPICS + "send,SEND,Education,\n", topic_phrases=PHRASES + "send,send me,not,\n"
    )
    assert mistakes(folder) == [
        "topics.csv, line 4: no phrase stands for “send”; add one to topic_phrases.csv, or delete the topic"
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("cabinet,The Cabinet,Executive,,", "has the label “The Cabinet”, but line 2 has “Cabinet”; write the same"),
        ("cabinet,,Executive,,", "has no label"),
        ("cabinet,Cabinet,,,", "has no name"),
        ("council,Council,CABINET,,", "“CABINET” is the same name as “Cabinet” in line 2 (cabinet); delete one"),
        ("council,Council,Council,May-19,", "“May-19” is no date; write 2019-05-21, 21/05/2019, 2019 or nothing"),
        ("council,Council,Council,2019,2018-01-01", "ends before it begins; mend “from” or “to”"),
    ],
)
def test_a_wrong_name_is_told_with_what_to_write_instead(tmp_path: Path, row: str, told: str) -> None:
    (mistake,) = mistakes(write_tables(tmp_path, committees=COMMITTEES + row + "\n"))
    assert mistake.startswith("committees.csv, line 5: ")
    assert told in mistake


def test_a_missing_table_is_one_mistake_and_not_one_for_every_row_that_needs_it(tmp_path: Path) -> None:
    folder = write_tables(tmp_path)
    (folder / "topics.csv").unlink()
    (mistake,) = mistakes(folder)
    assert mistake.startswith("topics.csv: cannot be read (No such file or directory); put the table into ")


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_is_a_mistake(tmp_path: Path, table: str) -> None:
    folder = write_tables(tmp_path)
    (folder / table).write_bytes(b"")
    assert mistakes(folder)[0].startswith(f"{table}: is empty; the first line must be ")


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, committees="\nid,label,title\n")
    assert mistakes(folder) == [
        "committees.csv, line 2: has no column “name”; the first line must be id,label,name,from,to"
    ]


def test_a_table_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    folder = write_tables(tmp_path)
    (folder / "committees.csv").write_bytes(COMMITTEES.replace("'", "’").encode("cp1252"))
    assert mistakes(folder) == ["committees.csv, line 3: is not UTF-8; save it again as “CSV UTF-8 (comma delimited)”"]


def test_a_quote_that_never_ends_is_told(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, committees=COMMITTEES + 'council,Council,"Full Council,,\n')
    assert "committees.csv, line 5: cannot be parted into cells" in mistakes(folder)[0]


def test_the_line_told_is_the_line_of_the_file_where_a_cell_has_several(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, topic_phrases=PHRASES + 'neglect,"two\nlines",phrase,\nneglect,,phrase,\n')
    assert mistakes(folder) == ["topic_phrases.csv, line 8: has no phrase; write the words, or delete the line"]


@pytest.mark.parametrize("table", TABLES)
def test_the_fingerprint_changes_with_every_table(tmp_path: Path, table: str) -> None:
    before = load(write_tables(tmp_path)).fingerprint
    assert before == fingerprint(tmp_path)
    path = tmp_path / table
    path.write_bytes(path.read_bytes() + b"\n")
    assert load(tmp_path).fingerprint != before


def test_the_fingerprint_does_not_depend_on_the_folder(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert fingerprint(write_tables(tmp_path)) == fingerprint(write_tables(tmp_path / "other"))
