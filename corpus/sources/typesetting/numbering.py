"""Which automatic list, and which level of it, makes Word print the number that the author typed?"""

from dataclasses import dataclass, field

from typesetting.blocks import LetterKind
from typesetting.inline import MarkupError

NUMBER_LEVELS = 3
# Below the numbers 1. / 1.1 / 1.1.1 stand lettered levels; which one depends on the letters around them.
_LETTER_LEVELS: dict[tuple[LetterKind, ...], int] = {
    ("letter",): 3,
    ("roman",): 4,
    ("letter", "roman"): 4,
    ("letter", "decimal"): 5,
    ("letter", "roman", "decimal"): 5,
    ("decimal",): 6,
    ("decimal", "letter"): 7,
    ("roman", "letter"): 7,
    ("decimal", "roman"): 8,
    ("decimal", "letter", "roman"): 8,
}
LETTER_FORMATS = {3: "lowerLetter", 4: "lowerRoman", 5: "decimal", 6: "decimal", 7: "lowerLetter", 8: "lowerRoman"}
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(frozen=True)
class Place:
    """The instance (w:num) and level (w:ilvl) of a paragraph."""

    instance: int
    level: int


@dataclass
class AutomaticList:
    """One w:abstractNum: the printed form and the first value of each number level."""

    templates: dict[int, str] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    letter_instances: dict[int, int] = field(default_factory=dict)
    instance: int = 0
    headless: bool = False  # begun at “1.1” or at “(a)”, with no “1.” before it

    def accepts(self, level: int, numbers: tuple[int, ...], template: str) -> bool:
        if self.templates.get(level, template) != template:
            return False
        if any(upper not in self.counters for upper in range(level)) or (level == 0 and self.headless):
            return False  # Word and LibreOffice print a level that was skipped in different ways
        above = tuple(self.counters[upper] for upper in range(level))
        start = self.starts.get(level, 1)
        return numbers == (*above, self.counters.get(level, start - 1) + 1)

    def count(self, level: int, numbers: tuple[int, ...], template: str) -> None:
        self.templates[level] = template
        self.counters = dict(enumerate(numbers))
        self.letter_instances = {}


@dataclass(frozen=True)
class Instance:
    """One w:num; `restarted` is the level that begins again at 1, or None."""

    number: int
    automatic_list: int
    restarted: int | None


class NumberingPlan:
    """Gives each typed number its place, and stops where Word would print another number."""

    def __init__(self) -> None:
        self.lists: list[AutomaticList] = []
        self.instances: list[Instance] = []
        self._current = 0
        self._letters_around: tuple[LetterKind, ...] = ()

    def place_number(self, label: str) -> Place:
        level, numbers, template = _read_number(label)
        newest_first = [self._current, *reversed(range(len(self.lists)))] if self.lists else []
        for candidate in newest_first:
            if self.lists[candidate].accepts(level, numbers, template):
                self._current = candidate
                break
        else:
            self._begin_list(label, level, numbers)
        self.lists[self._current].count(level, numbers, template)
        self._letters_around = ()
        return Place(self.lists[self._current].instance, level)

    def place_letter(self, label: str, kind: LetterKind) -> Place:
        if not self.lists:
            self._append_list({}, headless=True)
        level = self._letter_level(label, kind)
        value, current = _letter_value(label, kind), self.lists[self._current]
        if value == 1 and current.counters.get(level, 0) > 0:
            current.letter_instances[level] = self._append_instance(self._current, level)
            current.counters[level] = 0
        expected = current.counters.get(level, 0) + 1
        if value != expected:
            raise MarkupError(f"“{label}” stands where automatic numbering prints number {expected} of its list")
        current.counters = {upper: count for upper, count in current.counters.items() if upper <= level}
        current.counters[level] = value
        return Place(current.letter_instances.get(level, current.instance), level)

    def _begin_list(self, label: str, level: int, numbers: tuple[int, ...]) -> None:
        has_numbers = any(automatic_list.templates for automatic_list in self.lists)
        if has_numbers and not (level == 0 and numbers == (1,)):
            expected = " or ".join(_next_numbers(self.lists[self._current]))
            raise MarkupError(f"“{label}” stands where automatic numbering prints {expected}")
        # Only the first number of a list may be other than 1; deeper levels begin at 1 again under each number.
        self._append_list(dict(enumerate(numbers)), headless=level > 0)

    def _append_list(self, starts: dict[int, int], *, headless: bool) -> None:
        self._current = len(self.lists)
        self.lists.append(AutomaticList(starts=starts, headless=headless))
        self.lists[-1].instance = self._append_instance(self._current, None)

    def _append_instance(self, automatic_list: int, restarted: int | None) -> int:
        self.instances.append(Instance(len(self.instances), automatic_list, restarted))
        return self.instances[-1].number

    def _letter_level(self, label: str, kind: LetterKind) -> int:
        around = self._letters_around
        around = around[: around.index(kind) + 1] if kind in around else (*around, kind)
        if around not in _LETTER_LEVELS:
            raise MarkupError(f"“{label}” is nested in a way that has no automatic list")
        self._letters_around = around
        return _LETTER_LEVELS[around]


def _read_number(label: str) -> tuple[int, tuple[int, ...], str]:
    """Level, values and Word's template (“%1.%2”) of a typed number; “3.0” is a first-level number."""
    parts = label.rstrip(".").split(".")
    tail = "." if label.endswith(".") else ""
    if len(parts) == 2 and parts[1] == "0":
        parts, tail = parts[:1], ".0" + tail
    if len(parts) > NUMBER_LEVELS:
        raise MarkupError(f"“{label}” has more than {NUMBER_LEVELS} levels")
    template = ".".join(f"%{level}" for level in range(1, len(parts) + 1)) + tail
    return len(parts) - 1, tuple(int(part) for part in parts), template


def _letter_value(label: str, kind: LetterKind) -> int:
    mark = label.strip("()")
    if kind == "decimal":
        return int(mark)
    if kind == "roman" and mark in _ROMANS:
        return _ROMANS.index(mark) + 1
    return ord(mark[0]) - ord("a") + 1


def _next_numbers(current: AutomaticList) -> list[str]:
    reached = [current.counters[level] for level in sorted(current.counters) if level < NUMBER_LEVELS]
    following = [".".join(map(str, [*reached[:depth], count + 1])) for depth, count in enumerate(reached)]
    if len(reached) < NUMBER_LEVELS:
        following.append(".".join(map(str, [*reached, 1])))
    return [f"“{number}”" for number in reversed(following)]
