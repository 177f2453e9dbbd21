from __future__ import annotations

import pytest

from indexer.vocabulary.phrases import PhraseSort, TopicPhrase


def phrase(text: str, sort: PhraseSort = PhraseSort.PHRASE) -> TopicPhrase:
    return TopicPhrase(topic="t", text=text, sort=sort)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("adoption", "Adoption"),
        ("adoption", "adoptions"),
        ("adopter", "adopters’"),
        ("nursery", "nurseries"),
        ("illness", "illness"),
        ("pathway plan", "Pathway planning"),
    ],
)
def test_a_phrase_admits_its_plural_and_several_words_every_form(text: str, printed: str) -> None:
    assert phrase(text).admits(printed)


@pytest.mark.parametrize(
    ("text", "printed"), [("adoption", "adopted"), ("attendance", "attended"), ("permanence", "permanent")]
)
def test_a_single_word_does_not_admit_its_relatives(text: str, printed: str) -> None:
    assert phrase(text).stems == phrase(printed).stems
    assert not phrase(text).admits(printed)


@pytest.mark.parametrize(
    ("text", "printed"),
    [("EHCP", "EHCPs"), ("EHCP", "E.H.C.P."), ("LADO", "LADO’s"), ("WSoA", "WSOA"), ("CiC", "CiC"), ("GCP2", "GCP2")],
)
def test_an_abbreviation_admits_its_capitals_with_an_s(text: str, printed: str) -> None:
    assert phrase(text, PhraseSort.ABBREVIATION).admits(printed)


@pytest.mark.parametrize(("text", "printed"), [("SEND", "send"), ("SEND", "Send"), ("NEET", "neets"), ("CiC", "cic")])
def test_an_abbreviation_in_small_letters_is_another_word(text: str, printed: str) -> None:
    assert not phrase(text, PhraseSort.ABBREVIATION).admits(printed)
