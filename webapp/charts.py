"""Where do the bars of a chart stand, and how high are they? Percentages, so that no text is scaled with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.model.paths import YearCount
from webapp import words

# A label of four digits needs about 45 pixels, and a telephone's page has 290.
_LABELS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A year's bar; all lengths are percentages of the chart's width or height."""

    year: int
    documents: int
    left: float
    width: float
    height: float
    labelled: bool  # whether the year stands below it

    @property
    def middle(self) -> float:
        return round(self.left + self.width / 2, 2)


def bars(years: Sequence[YearCount]) -> Iterator[Bar]:
    """A bar for each year, the highest of the full height; years are labelled at even distances up to the last."""
    most = max((count.documents for count in years), default=0)
    step = -(-len(years) // _LABELS)
    for number, count in enumerate(years):
        yield Bar(
            year=count.year,
            documents=count.documents,
            left=round(100 * (number + 0.15) / len(years), 2),
            width=round(70 / len(years), 2),
            height=round(100 * count.documents / most, 2) if most else 0.0,
            labelled=(len(years) - 1 - number) % step == 0,
        )


def told(label: str, years: Sequence[YearCount]) -> str:
    """The chart in a sentence, for who does not see it."""
    if not any(count.documents for count in years):
        return f"No paper about {label} has a year."
    busiest = max(years, key=lambda count: (count.documents, count.year))
    papers = words.plural(busiest.documents, "paper")
    return f"Papers about {label} by year, {years[0].year} to {years[-1].year}: most in {busiest.year}, {papers}."
