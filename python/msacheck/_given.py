"""What is given to the library and what it gives back, put into its form."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from typing import TypeAlias, Union

PathLike: TypeAlias = Union[str, "os.PathLike[str]"]
Declaration: TypeAlias = Mapping[str, object]
"""A declaration as a dictionary: what its TOML would hold."""
Texts: TypeAlias = Mapping[str, Union[str, bytes]]
"""Files that are held in memory, by their paths."""
Date: TypeAlias = Union[str, datetime.date, None]
Names: TypeAlias = Union[str, Iterable[str]]

Told: TypeAlias = tuple[
    str,
    bool,
    str,
    Union[str, None],
    Union[str, None],
    Union[str, None],
    Union[int, None],
    Union[int, None],
    Union[int, None],
]
"""A fault, field by field."""


def day(date: Date) -> str | None:
    """A day as ISO 8601 has it."""
    return date.isoformat() if isinstance(date, datetime.date) else date


def names(given: Names) -> list[str]:
    """One name, or several."""
    return [given] if isinstance(given, str) else list(given)


def held(texts: Texts | None) -> list[tuple[PathLike, bytes]]:
    """Texts as bytes."""
    pairs = (texts or {}).items()
    return [(name, text.encode() if isinstance(text, str) else text) for name, text in pairs]
