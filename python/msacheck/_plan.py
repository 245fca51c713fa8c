"""What to change, in which order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property

from . import _native
from . import plans as shapes
from ._built import built
from ._given import Asked, Date, Declaration, Names, PathLike, Texts, plain
from ._made import Made
from ._rules import Rules, asked
from .errors import warn_of


class Plans(Made):
    """What to change, of each force, so that requirements are met. `plan` makes it; its table has a row a step."""

    _title = "What to change"

    @cached_property
    def data(self) -> shapes.Plans:
        """All of it: the plan of each force, and the steps that several have before them."""
        return built(shapes.Plans, json.loads(self.to_json()))

    @property
    def plans(self) -> tuple[shapes.Plan, ...]:
        """A plan a force."""
        return self.data.plans

    @property
    def steps(self) -> tuple[shapes.Step, ...]:
        """The steps of all forces, one after the other."""
        return tuple(step for one in self.plans for step in one.steps)

    def __repr__(self) -> str:
        return f"<Plans: {len(self.steps)} steps of {len(self.plans)} forces>"


def plan(
    *inputs: PathLike | Declaration,
    texts: Texts | None = None,
    target: str | None = None,
    what_if: Mapping[str, object] | None = None,
    costs: PathLike | Mapping[str, object] | None = None,
    force: str | None = None,
    as_of: Date = None,
    instruments: Names = (),
    strengths: Names = (),
    arrangements: Names = (),
    rules: Rules | None = None,
    ignored: bool = False,
    jobs: int | None = None,
) -> Plans:
    """Says what to change, in which order, so that requirements are met, as `msacheck plan` does.

    :param inputs: as for `check`
    :param target: which requirements are to be met, with as few changes as do it: `duties`, `act-2015`,
        `"duties and not s52-notify"`. Without it everything is planned, in order
    :param what_if: changes that somebody has in mind, in the place of a target: what do they come to?
    :param costs: what changes cost: the dictionary `{"lead": 5}`, or the file that holds it. What isn't named costs 1
    :raises MsacheckError: where nothing came of it

    >>> import msacheck
    >>> northmarch = {"force": {"id": "northmarch", "kind": "territorial", "as_of": "2026-03-31"},
    ...               "coordinator": {"state": "absent"}}
    >>> planned = msacheck.plan(northmarch, target="strategy-2014/pursue-spoc")
    >>> [(step.says, [closed.requirement for closed in step.closes]) for step in planned.steps]
    [('coordinator in place (absent now)', ['strategy-2014/pursue-spoc'])]
    >>> tried = msacheck.plan(northmarch, what_if={"coordinator": "in place"})
    >>> tried.plans[0].before.all.met, tried.steps[-1].after.all.met
    (0, 1)
    """
    narrowed = instruments, strengths, arrangements
    native = _native.Planned.of(
        asked(rules)._native,
        Asked.of(inputs, texts, force=force, as_of=as_of, narrowed=narrowed, ignored=ignored, jobs=jobs),
        (target, [f"{name}={_typed(value)}" for name, value in (what_if or {}).items()]),
        plain(costs),
    )
    planned = Plans(native)
    warn_of(fault for fault in planned.faults if fault.is_error)
    return planned


def _typed(value: object) -> str:
    """A value as `--what-if` takes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
