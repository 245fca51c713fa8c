"""Assessments side by side."""

from __future__ import annotations

import json
from functools import cached_property

from . import _native, comparisons
from ._built import built
from ._given import Asked, Date, Declaration, Names, PathLike, Texts
from ._made import Made
from ._result import Result
from ._rules import Rules, asked
from .errors import warn_of


class Comparison(Made):
    """Many assessments side by side: what changed between dates, and the matrix of forces. `compare` makes one; its table
    has a row a cell of the matrix."""

    _title = "Assessments side by side"

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

    def __repr__(self) -> str:
        return f"<Comparison: {len(self.rows)} rows by {len(self.data.columns)} columns>"


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
    given = [one for one in inputs if not isinstance(one, Result)]
    narrowed = instruments, strengths, arrangements
    native = _native.Compared.of(
        asked(rules)._native,
        Asked.of(given, texts, force=force, as_of=as_of, narrowed=narrowed, jobs=jobs),
        [one._native for one in inputs if isinstance(one, Result)],
        by,
        group_by,
    )
    comparison = Comparison(native)
    warn_of(fault for fault in comparison.faults if fault.is_error)
    return comparison
