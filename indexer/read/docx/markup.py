"""How is the XML inside a Word file parsed safely, and what are its elements called?"""

from __future__ import annotations

import re

from lxml import etree

from indexer.errors import UnreadableError

Element = etree._Element  # noqa: SLF001 - the class has no public name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# "Strict Open XML" names the same elements in other namespaces: http://purl.oclc.org/ooxml/wordprocessingml/main.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_OPEN_AND_SAVE = "Open it in Word, let Word repair it, and save it again."
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"


def parse(data: bytes, name: str) -> Element:
    """The root of the part ``name``; UnreadableError where it is broken or declares a document type.

    libxml2 itself stops at 256 levels of depth and at entities that multiply.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_STRICT.sub(_TRANSITIONAL, data), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise UnreadableError(f"is a Word file whose part {name} is broken", _OPEN_AND_SAVE) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(
            f"is a Word file whose part {name} declares a document type, which Word never does", _OPEN_AND_SAVE
        )
    return root


def value(parent: Element | None, child: str) -> str | None:
    """The ``w:val`` of a direct child such as ``w:pStyle``."""
    found = None if parent is None else parent.find(W + child)
    return None if found is None else found.get(W + "val")


def integer(parent: Element | None, child: str) -> int | None:
    """The ``w:val`` of a direct child as a whole number; None where it is absent or no number."""
    return whole(value(parent, child))


def whole(text: str | None) -> int | None:
    """A whole number as the format writes it; None for anything else."""
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def switch(parent: Element | None, child: str) -> bool | None:
    """Whether a direct child such as ``w:b`` turns something on or off; None where it is absent."""
    found = None if parent is None else parent.find(W + child)
    return None if found is None else found.get(W + "val", "1") not in {"0", "false", "off"}
