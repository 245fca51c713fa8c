"""What is wrong with an input, and the exception that carries it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ._given import Told


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, with its place."""

    code: str
    """The kind of fault, such as `declaration::unknown-state`: it stays the same whatever the words."""
    is_error: bool
    """Whether it is an error: after a warning, what was read stands all the same."""
    message: str
    """What is wrong."""
    expected: str | None = None
    """What was expected at its place."""
    help: str | None = None
    """The likely fix."""
    file: str | None = None
    """The file, as it was named."""
    line: int | None = None
    """The line, from 1: of the page, where there are pages."""
    column: int | None = None
    """The column, from 1, in characters."""
    page: int | None = None
    """The page, from 1."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        lines = [f"{place}: {self.message}" if self.line is not None else self.message]
        lines += [f"  {more}" for more in (self.expected, self.help and f"help: {self.help}") if more]
        return "\n".join(lines)


def faults_of(told: Sequence[Told | Fault]) -> tuple[Fault, ...]:
    """Faults as the library tells them."""
    return tuple(one if isinstance(one, Fault) else Fault(*one) for one in told)


class MsacheckError(Exception):
    """An input, or an argument, is wrong. It carries every fault, and the place and the likely fix of the first."""

    faults: tuple[Fault, ...]
    """All that is wrong, in the order of files and places."""

    def __init__(self, faults: Sequence[Told | Fault]) -> None:
        super().__init__(list(faults))
        self.faults = faults_of(faults)

    @property
    def _first(self) -> Fault:
        errors = [fault for fault in self.faults if fault.is_error]
        return (errors or [*self.faults, Fault("usage::nothing", True, "nothing came of it")])[0]

    @property
    def code(self) -> str:
        """The kind of the first fault."""
        return self._first.code

    @property
    def file(self) -> str | None:
        """The file of the first fault."""
        return self._first.file

    @property
    def line(self) -> int | None:
        """Its line, from 1."""
        return self._first.line

    @property
    def column(self) -> int | None:
        """Its column, from 1."""
        return self._first.column

    @property
    def help(self) -> str | None:
        """Its likely fix."""
        return self._first.help

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults) or str(self._first)


class MsacheckWarning(UserWarning):
    """Something came of it, and somebody should look: an input that is missing in a result, for one."""


def warn_of(faults: Iterable[Fault]) -> None:
    """Warns of faults, at the line that called a function of the package."""
    for fault in faults:
        warnings.warn(MsacheckWarning(fault), stacklevel=3)
