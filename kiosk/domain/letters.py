"""The steps of "Letters": how large a visitor reads, and on which ground."""

from __future__ import annotations

from typing import NamedTuple

TEXT_SIZES = (100, 125, 150)


class Letters(NamedTuple):
    """Text size in percent of the smallest lawful one, and white on black or not."""

    text_size: int = 125
    dark: bool = False

    def following(self) -> Letters:
        """The step after this one: 100, 125, 150, 150 white on black, 100 (LOOK.md, Type).

        From white on black at another size (`other_theme`) the next step is the largest.
        """
        if self.dark:
            return Letters(100, False) if self.text_size == 150 else Letters(150, True)
        larger = [size for size in TEXT_SIZES if size > self.text_size]
        return Letters(larger[0], False) if larger else Letters(150, True)

    def other_theme(self) -> Letters:
        """The same size on the other ground."""
        return Letters(self.text_size, not self.dark)

    @property
    def step(self) -> int:
        """Which of the four dots on the button is filled, from 0; by size between the steps."""
        largest = self.dark and self.text_size == TEXT_SIZES[-1]
        return len(TEXT_SIZES) if largest else TEXT_SIZES.index(self.text_size)

    @property
    def factor(self) -> float:
        """Text size as a factor: 1.0, 1.25 or 1.5."""
        return self.text_size / 100
