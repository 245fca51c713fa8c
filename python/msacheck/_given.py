"""What is given to the library and what it gives back, put into its form."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, Union, cast

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


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the library, whatever it is to do: it takes each by its name."""

    inputs: list[object]
    texts: list[tuple[PathLike, bytes]]
    force: str | None
    as_of: str | None
    narrowed: tuple[list[str], list[str], list[str]]
    ignored: bool
    jobs: int | None

    @classmethod
    def of(
        cls,
        inputs: Iterable[object],
        texts: Texts | None,
        *,
        force: str | None,
        as_of: Date,
        narrowed: tuple[Names, Names, Names] = ((), (), ()),
        ignored: bool = False,
        jobs: int | None,
    ) -> Asked:
        """Of what is given, put into its form: declarations are plain dictionaries, texts bytes."""
        pairs = (texts or {}).items()
        return cls(
            [plain(one) for one in inputs],
            [(name, text.encode() if isinstance(text, str) else text) for name, text in pairs],
            force,
            day(as_of),
            (names(narrowed[0]), names(narrowed[1]), names(narrowed[2])),
            ignored,
            jobs,
        )


def plain(given: object) -> object:
    """A declaration as a plain dictionary; all else as it is."""
    return dict(cast("Declaration", given)) if isinstance(given, Mapping) else given
