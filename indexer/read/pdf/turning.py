"""Where does a point of the file lie on the page as a person holds it?"""

from __future__ import annotations


class Turning:
    """Turns a page whose letters run ``quarters`` quarter turns anticlockwise, so that they run from left to right."""

    def __init__(self, bounds: tuple[float, float, float, float], quarters: int) -> None:
        self._left, self._bottom, self._right, self._top = bounds
        self.quarters = quarters
        across, along = self._right - self._left, self._top - self._bottom
        self.width, self.height = (along, across) if quarters % 2 else (across, along)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Distances from the left and upper edge; ``x`` and ``y`` are the file's, from its lower left corner."""
        match self.quarters:
            case 0:
                return x - self._left, self._top - y
            case 1:
                return y - self._bottom, x - self._left
            case 2:
                return self._right - x, y - self._bottom
            case _:
                return self._top - y, self._right - x
