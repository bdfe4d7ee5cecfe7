"""Looks at pixels: where something is drawn, and how much it stands out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def colours(image: QImage, box: QRect, step: int = 1) -> Counter[int]:
    """How often each colour (as rgb) stands in a part of a picture."""
    box &= image.rect()
    return Counter(
        image.pixel(x, y)
        for y in range(box.top(), box.bottom() + 1, step)
        for x in range(box.left(), box.right() + 1, step)
    )


def rows_with(image: QImage, box: QRect, colour: QColor) -> list[int]:
    """The rows of a part of a picture in which a colour stands, within a shade."""
    return [
        y
        for y in range(box.top(), box.bottom() + 1)
        if any(near(image.pixelColor(x, y), colour) for x in range(box.left(), box.right() + 1))
    ]


def near(one: QColor, other: QColor, shades: int = 24) -> bool:
    return (
        abs(one.red() - other.red()) <= shades
        and abs(one.green() - other.green()) <= shades
        and abs(one.blue() - other.blue()) <= shades
    )


def luminance(rgb: int) -> float:
    """Relative luminance by WCAG 2."""
    colour = QColor.fromRgb(rgb)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def text_contrast(image: QImage, box: QRect) -> float:
    """The contrast of the words in a box: of its ground, and of the pixels farthest from it."""
    found = colours(image, box, step=2)
    ground = luminance(found.most_common(1)[0][0])
    ratios = (
        (max(light, ground) + 0.05) / (min(light, ground) + 0.05) for light in map(luminance, found)
    )
    return max(ratios)


def changed(one: QImage, other: QImage) -> int:
    """How many pixels differ."""
    if one == other:
        return 0
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for y in range(one.height())
        for x in range(one.width())
    )


def rim(widget: QWidget, inset: int, width: int) -> Counter[int]:
    """The colours of a frame inside a widget, `inset` px from its edge and `width` px wide."""
    image = widget.grab().toImage()
    outer = image.rect().adjusted(inset, inset, -inset, -inset)
    # Corners are round: the frame leaves them out.
    corner = round(0.15 * min(image.width(), image.height()))
    along, down = outer.adjusted(corner, 0, -corner, 0), outer.adjusted(0, corner, 0, -corner)
    found: Counter[int] = Counter()
    found += colours(image, QRect(along.left(), outer.top(), along.width(), width))
    found += colours(image, QRect(along.left(), outer.bottom() - width + 1, along.width(), width))
    found += colours(image, QRect(outer.left(), down.top(), width, down.height()))
    found += colours(image, QRect(outer.right() - width + 1, down.top(), width, down.height()))
    return found
