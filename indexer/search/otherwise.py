"""Would the same search find more if it were spelt otherwise, or, where it finds nothing, if it asked for less?

Both are found out by searching. A correction takes the place of results only where there are none, and says so; what
asks for less is only ever offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from indexer.model.search import Relaxation, SearchRequest, SearchResults, Suggestion
from indexer.search.expand import Names
from indexer.search.language import read_query
from indexer.search.relax import easier
from indexer.search.rewrite import rewritten
from indexer.search.syntax import Nearness, Syntax, Word, wanted_words

# A list to choose from, not to study.
_MOST_OFFERED = 4

Run = Callable[[SearchRequest], SearchResults]


def helped(results: SearchResults, names: Names, run: Run) -> SearchResults:
    """``results`` with what else to search for; or, where they are none, those of the words as they should be spelt."""
    syntax = read_query(results.words, names).syntax
    instead = dict(_corrections(syntax, names))
    better = _corrected(results, instead, run) if instead else None
    if better and better.suggestion and better.suggestion.shown:
        return better
    suggestion = better.suggestion if better else None
    if results.total:
        return replace(results, suggestion=suggestion)
    return replace(
        results,
        suggestion=suggestion,
        relaxations=tuple(_relaxations(results, syntax, run)),
        notices=(*results.notices, *_absent(syntax, names)),
    )


def _absent(syntax: Syntax | None, names: Names) -> Iterator[str]:
    """A sentence for each abbreviation that is known, but that no paper has in any of its meanings."""
    for part in wanted_words(syntax):
        if isinstance(part, Word) and (meanings := names.absent(part.text)):
            stands = "stands" if len(meanings) == 1 else "may stand"
            other = "that" if len(meanings) == 1 else "any of that"
            told = " or ".join(f"“{meaning}”" for meaning in meanings)
            yield f"{part.text} {stands} for {told}: no paper here has {other} either."


def _corrections(syntax: Syntax | None, names: Names) -> Iterator[tuple[str, str]]:
    """Each misspelt word with what is meant. Words of a name, in quotation marks or with a star are left alone."""
    for part in wanted_words(syntax):
        words = (part.text,) if isinstance(part, Word) else part.words if isinstance(part, Nearness) else ()
        for word in words:
            if right := names.correction(word):
                yield word, right


def _corrected(results: SearchResults, instead: dict[str, str], run: Run) -> SearchResults | None:
    """The results of the corrected query, if there are more of them; under the request as typed."""
    query = rewritten(results.request.query, instead)
    found = run(replace(results.request, query=query))
    if found.total <= results.total:
        return None
    shown = not results.total and not results.request.literal
    suggestion = Suggestion(query=query, total=found.total, shown=shown)
    return replace(found, request=results.request, suggestion=suggestion)


def _relaxations(results: SearchResults, syntax: Syntax | None, run: Run) -> Iterator[Relaxation]:
    """Of the easier queries nearest to what was typed those that find something, most papers first."""
    for queries in easier(syntax):
        found = []
        for label, query in queries:
            request = replace(results.spelt_out, query=query, page=1)
            found.append(Relaxation(label=label, request=request, total=run(request).total))
        finding = sorted((one for one in found if one.total), key=lambda one: -one.total)
        if finding:
            yield from finding[:_MOST_OFFERED]
            return
