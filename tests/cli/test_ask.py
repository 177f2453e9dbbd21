"""What does ``matters ask`` say?"""

from __future__ import annotations

import json

from click.testing import CliRunner

from indexer.cli.main import commands
from indexer.settings import Settings


def asked(settings: Settings, *arguments: str) -> str:
    result = CliRunner().invoke(commands, ["ask", *arguments], obj=settings)
    assert result.exit_code == 0, result.output
    return result.output


def test_an_answer_is_the_paper_s_words_and_their_citation(sample_settings: Settings) -> None:
    told = asked(sample_settings, "When did the Lantern Team get started?")
    assert "The Lantern Team began work on 11 January 2021" in told
    assert "item 11(b)" in told


def test_a_refusal_says_what_was_searched_and_shows_the_nearest_as_no_answer(sample_settings: Settings) -> None:
    told = asked(sample_settings, "What is the phone number of the Lantern Team?")
    assert "in the 37 papers from June 2016 to June 2026 answers this" in told
    assert "The nearest passages, which do not answer it:" in told


def test_json_has_the_promised_names_and_nothing_else_is_printed(sample_settings: Settings) -> None:
    found = json.loads(asked(sample_settings, "when did the MASH open", "--year", "2018", "--json"))
    assert {"question", "answered", "reason", "answers", "nearest", "searched"} <= found.keys()
    first = found["answers"][0]
    assert {"text", "quote", "confidence", "document", "paragraph"} <= first.keys()
    assert first["text"] in first["quote"]
    assert first["quote"] in first["paragraph"]["text"]
    assert {"id", "title", "date", "year", "url"} <= first["document"].keys()
    assert {"number", "anchor", "text", "url"} <= first["paragraph"].keys()
    assert found["searched"].keys() == {"documents", "from", "to"}


def test_an_unknown_filter_value_is_one_sentence_and_wrong_usage(sample_settings: Settings) -> None:
    result = CliRunner().invoke(commands, ["ask", "who?", "--topic", "mermaids"], obj=sample_settings)
    assert result.exit_code != 0
    assert "There is no topic 'mermaids'" in str(result.exception)
