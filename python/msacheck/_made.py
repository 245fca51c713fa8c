"""What comes of the library, whatever was asked: reports, a table, and what somebody should look at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar, Protocol

from . import _native, _shown
from ._given import Told
from .errors import Fault, faults_of


class Native(Protocol):
    """What the library hands back."""

    @property
    def faults(self) -> Sequence[Told]: ...
    def render(self, format: str, width: int, full: bool) -> tuple[bytes, bool]: ...
    def frame(self) -> _native.Frame: ...


class Made:
    """What came of it."""

    _title: ClassVar[str]

    def __init__(self, native: Native) -> None:
        self._made = native

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What somebody should look at, and why inputs came to nothing."""
        return faults_of(self._made.faults)

    def to_json(self) -> str:
        """The same as the command of this name prints with `--format json`."""
        return str(self.render("json"))

    def render(self, format: str = "html", *, width: int = 80, full: bool = False) -> str | bytes:
        """A report of it, in any format of the command of this name.

        :param width: of the table, in columns
        :param full: all of it in the table, where that is shortened
        """
        made, binary = self._made.render(format, width, full)
        return made if binary else made.decode()

    def to_frame(self) -> _native.Frame:
        """A table of it."""
        return self._made.frame()

    def __str__(self) -> str:
        return str(self.render("table"))

    def _repr_html_(self) -> str:
        return _shown.page(str(self.render("html")), self._title)
