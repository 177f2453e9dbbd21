"""What is drawn on a page: lines, coloured boxes, pictures?"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from pypdfium2 import raw

from indexer.read.pdf.geometry import Box, Edge, Fill
from indexer.read.pdf.turning import Turning

# A box thinner than this is a line; Word draws its rules as boxes of half a point to three points.
THICKEST_LINE = 3.0
# A shorter line is part of a letter or of a picture, and no cell is smaller.
SHORTEST_LINE = 4.0
# Forms inside forms: more nesting than any word processor makes, and a guard against one that holds itself.
DEEPEST_FORM = 8
# A drawing with more parts than this is a map or a chart, and its lines are no table.
MOST_PARTS = 20_000

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawings(NamedTuple):
    edges: tuple[Edge, ...]
    fills: tuple[Fill, ...]
    pictures: float  # the part of the page that images cover, 0 to 1


def drawings(page: Any, turning: Turning) -> Drawings:
    """Upright and level lines, filled boxes, and how much of the page is pictures."""
    edges: list[Edge] = []
    fills: list[Fill] = []
    covered = 0.0
    parts = 0
    whole = Box(0, 0, turning.width, turning.height)
    for handle, kind, matrix in _objects(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _IDENTITY, 0):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered += _clipped(_image_box(handle, matrix, turning), whole).area
            continue
        parts += raw.FPDFPath_CountSegments(handle)
        if parts > MOST_PARTS:
            return Drawings((), (), _share(covered, whole))
        filled, stroked = _draw_mode(handle)
        if not (filled or stroked):
            continue  # it only clips
        for outline in _outlines(handle, matrix, turning):
            box = _box(outline)
            if not all(map(math.isfinite, box)):
                continue
            if _thin(box):
                edges.extend(_thin_edge(box))
                continue
            edges.extend(_edges(outline))
            if filled and len(outline) in {4, 5}:
                fills.append(Fill(box, _colour(handle)))
    return Drawings(tuple(edges), tuple(fills), _share(covered, whole))


def _share(covered: float, whole: Box) -> float:
    return min(covered / whole.area, 1.0) if whole.area else 0.0


def _objects(owner: Any, count: Any, get: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
    """Paths and images, also those inside forms, each with the matrix that puts it on the page."""
    for index in range(count(owner)):
        handle = get(owner, index)
        kind = raw.FPDFPageObj_GetType(handle) if handle else raw.FPDF_PAGEOBJ_UNKNOWN
        if kind in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE}:
            yield handle, kind, _times(_matrix(handle), matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            inner = _times(_matrix(handle), matrix)
            yield from _objects(handle, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)


def _matrix(handle: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _place(matrix: Matrix, x: float, y: float, turning: Turning) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return turning.point(a * x + c * y + e, b * x + d * y + f)


def _image_box(_handle: Any, matrix: Matrix, turning: Turning) -> Box:
    """An image fills the unit square of its matrix."""
    return _box([_place(matrix, x, y, turning) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))])


def _outlines(handle: Any, matrix: Matrix, turning: Turning) -> Iterator[list[tuple[float, float]]]:
    """The corners of each stretch of straight lines; a closed one ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    outline: list[tuple[float, float]] = []
    for index in range(raw.FPDFPath_CountSegments(handle)):
        segment = raw.FPDFPath_GetPathSegment(handle, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = _place(matrix, x.value, y.value, turning)
        if kind != raw.FPDF_SEGMENT_LINETO:
            if len(outline) > 1:
                yield outline
            outline = []
        outline.append(point)
        if raw.FPDFPathSegment_GetClose(segment) and outline[0] != point:
            outline.append(outline[0])
    if len(outline) > 1:
        yield outline


def _draw_mode(handle: Any) -> tuple[bool, bool]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(handle, fill, stroke)
    return bool(fill.value), bool(stroke.value)


def _colour(handle: Any) -> tuple[int, int, int]:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(handle, red, green, blue, opacity)
    return red.value, green.value, blue.value


def _box(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _clipped(box: Box, whole: Box) -> Box:
    return Box(
        max(box.left, whole.left),
        max(box.top, whole.top),
        min(box.right, whole.right),
        min(box.bottom, whole.bottom),
    )


def _thin(box: Box) -> bool:
    return min(box.right - box.left, box.bottom - box.top) < THICKEST_LINE


def _thin_edge(box: Box) -> Iterator[Edge]:
    across, along = box.right - box.left, box.bottom - box.top
    if max(across, along) < SHORTEST_LINE:
        return
    if across >= along:
        middle = (box.top + box.bottom) / 2
        yield Edge(box.left, middle, box.right, middle)
    else:
        middle = (box.left + box.right) / 2
        yield Edge(middle, box.top, middle, box.bottom)


def _edges(outline: list[tuple[float, float]]) -> Iterator[Edge]:
    """The sides of an outline that are upright or level."""
    for one, other in pairwise(outline):
        box = _box([one, other])
        if _thin(box):
            yield from _thin_edge(box)
