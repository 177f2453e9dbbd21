"""Which WordprocessingML stands behind automatic numbers, tracked changes, content controls and fields?"""

from datetime import date

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from typesetting.inline import Inline, Span
from typesetting.numbering import LETTER_FORMATS, NUMBER_LEVELS, AutomaticList, Instance, NumberingPlan

_FIRST_ID = 100  # above the numbers that the lists of python-docx's template take
_TWIPS_NUMBER = 720
_TWIPS_LETTER = 567


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """An element of the main namespace: `element("w:ilvl", val="1")`."""
    made: BaseOxmlElement = OxmlElement(name)  # type: ignore[assignment]  # its stub names the class of lxml
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


class RunWriter:
    """Writes the runs of a paper; keeps the identifiers of changes and controls apart."""

    def __init__(self, author: str, day: date) -> None:
        self._change = {"author": author, "date": f"{day.isoformat()}T10:30:00Z"}
        self._last_id = 0

    def append(self, paragraph: BaseOxmlElement, inline: Inline) -> None:
        for span in inline:
            node = self._changed(span)
            paragraph.append(node if span.control is None else self.control(span.control, [node]))

    def control(self, title: str, content: list[BaseOxmlElement]) -> BaseOxmlElement:
        """A w:sdt round runs, or round a whole paragraph."""
        properties = element("w:sdtPr")
        if title:
            properties.append(element("w:alias", val=title))
            properties.append(element("w:tag", val=title.lower().replace(" ", "-")))
        properties.append(element("w:id", val=self._next_id()))
        holder = element("w:sdtContent")
        holder.extend(content)
        control = element("w:sdt")
        control.extend([properties, holder])
        return control

    def mark_paragraph_inserted(self, paragraph: BaseOxmlElement) -> None:
        """Says that the end of the paragraph is new too, as Word does for a whole new paragraph."""
        marks = element("w:rPr")
        marks.append(element("w:ins", id=self._next_id(), **self._change))
        paragraph.get_or_add_pPr().append(marks)  # type: ignore[attr-defined]

    def _changed(self, span: Span) -> BaseOxmlElement:
        if not span.change:
            return _run(span, "w:t")
        change = element("w:ins" if span.change == "inserted" else "w:del", id=self._next_id(), **self._change)
        change.append(_run(span, "w:t" if span.change == "inserted" else "w:delText"))
        return change

    def _next_id(self) -> str:
        self._last_id += 1
        return str(self._last_id)


def _run(span: Span, text_name: str) -> BaseOxmlElement:
    run = element("w:r")
    switches = [("w:b", span.bold), ("w:i", span.italic), ("w:vanish", span.hidden)]
    if any(on for _, on in switches):
        properties = element("w:rPr")
        properties.extend([element(name) for name, on in switches if on])
        run.append(properties)
    for number, line in enumerate(span.text.split("\n")):
        if number:
            run.append(element("w:br"))
        text = element(text_name)
        text.text = line
        text.set(qn("xml:space"), "preserve")
        run.append(text)
    return run


def number_properties(instance: int, level: int) -> list[BaseOxmlElement]:
    """What a w:numPr holds."""
    return [element("w:ilvl", val=str(level)), element("w:numId", val=str(_FIRST_ID + instance))]


def add_numbering(root: BaseOxmlElement, plan: NumberingPlan) -> None:
    """Writes the lists of the plan into numbering.xml, all w:abstractNum before all w:num."""
    first_instance = root.find(qn("w:num"))
    place = len(root) if first_instance is None else root.index(first_instance)
    for offset, automatic_list in enumerate(plan.lists):
        root.insert(place + offset, _abstract_list(offset, automatic_list))
    for instance in plan.instances:
        root.append(_list_instance(instance))


def _abstract_list(number: int, automatic_list: AutomaticList) -> BaseOxmlElement:
    abstract = element("w:abstractNum", abstractNumId=str(_FIRST_ID + number))
    abstract.append(element("w:multiLevelType", val="multilevel"))
    for level in range(9):
        if level < NUMBER_LEVELS:
            template = automatic_list.templates.get(level, ".".join(f"%{upper}" for upper in range(1, level + 2)))
            abstract.append(_level(level, "decimal", template, automatic_list.starts.get(level, 1)))
        else:
            abstract.append(_level(level, LETTER_FORMATS[level], f"(%{level + 1})", 1))
    return abstract


def _level(level: int, number_format: str, template: str, start: int) -> BaseOxmlElement:
    hanging = _TWIPS_NUMBER if level < NUMBER_LEVELS else _TWIPS_LETTER
    left = _TWIPS_NUMBER if level < 2 else 2 * _TWIPS_NUMBER
    if level >= NUMBER_LEVELS:
        left = _TWIPS_NUMBER + (1 + (level - NUMBER_LEVELS) % 3) * _TWIPS_LETTER
    return parse_xml(
        f'<w:lvl {nsdecls("w")} w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{template}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _list_instance(instance: Instance) -> BaseOxmlElement:
    made = element("w:num", numId=str(_FIRST_ID + instance.number))
    made.append(element("w:abstractNumId", val=str(_FIRST_ID + instance.automatic_list)))
    if instance.restarted is not None:
        override = element("w:lvlOverride", ilvl=str(instance.restarted))
        override.append(element("w:startOverride", val="1"))
        made.append(override)
    return made


def field_runs(instruction: str, shown: str) -> list[BaseOxmlElement]:
    """The runs of a field such as PAGE, with the result that was shown when the file was saved."""
    begin, separate, end = (element("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    code = element("w:instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    result = element("w:t")
    result.text = shown
    runs = []
    for content in (begin, code, separate, result, end):
        run = element("w:r")
        run.append(content)
        runs.append(run)
    return runs
