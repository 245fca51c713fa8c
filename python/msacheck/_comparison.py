"""Assessments side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property

from . import _native, _shown, comparisons
from ._built import built
from ._given import Date, Declaration, Names, PathLike, Texts, day, held, names
from ._result import Result
from ._rules import Rules, asked
from .errors import Fault, faults_of, warn_of


class Comparison:
    """Many assessments side by side: what changed between dates, and the matrix of forces. `compare` makes one."""

    def __init__(self, native: _native.Compared) -> None:
        self._native = native

    @cached_property
    def data(self) -> comparisons.Comparison:
        """All of it: rows, columns, groups, histories."""
        return built(comparisons.Comparison, json.loads(self.to_json()))

    @property
    def rows(self) -> tuple[comparisons.ComparedRow, ...]:
        """A row a force at its latest date; of one force alone a row a date."""
        return self.data.rows

    @property
    def histories(self) -> tuple[comparisons.ForceOverTime, ...]:
        """The forces of which there are several dates, with what changed."""
        return self.data.histories

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What somebody should look at, and why inputs came to nothing."""
        return faults_of(self._native.faults)

    def to_json(self) -> str:
        """The same as `msacheck compare --format json` prints."""
        return str(self.render("json"))

    def render(self, format: str = "html", *, width: int = 80, full: bool = False) -> str | bytes:
        """A report of it, in any format of `msacheck compare`."""
        made, binary = self._native.render(format, width, full)
        return made if binary else made.decode()

    def to_frame(self) -> _native.Frame:
        """The matrix as a table, a row a cell."""
        return self._native.frame()

    def __str__(self) -> str:
        return str(self.render("table"))

    def __repr__(self) -> str:
        return f"<Comparison: {len(self.rows)} rows by {len(self.data.columns)} columns>"

    def _repr_html_(self) -> str:
        return _shown.page(str(self.render("html")), "Assessments side by side")


def compare(
    *inputs: PathLike | Declaration | Result,
    texts: Texts | None = None,
    by: str = "requirement",
    group_by: str | None = None,
    force: str | None = None,
    as_of: Date = None,
    instruments: Names = (),
    strengths: Names = (),
    arrangements: Names = (),
    rules: Rules | None = None,
    jobs: int | None = None,
) -> Comparison:
    """Holds dates of one force against each other, or many forces, as `msacheck compare` does.

    :param inputs: as for `check`, and results: at hand, or saved as `.json`
    :param by: what a column is: `requirement`, `arrangement` or `instrument`
    :param group_by: `region` or `kind`
    :raises MsacheckError: where nothing came of it, or there is nothing to compare
    """
    native = _native.Compared.of(
        asked(rules)._native,
        [dict(one) if isinstance(one, Mapping) else one for one in inputs if not isinstance(one, Result)],
        held(texts),
        [one._native for one in inputs if isinstance(one, Result)],
        (names(instruments), names(strengths), names(arrangements)),
        by=by,
        group_by=group_by,
        force=force,
        as_of=day(as_of),
        jobs=jobs,
    )
    comparison = Comparison(native)
    warn_of(fault for fault in comparison.faults if fault.is_error)
    return comparison
