"""Assessments side by side, as classes.

Written by `python/classes.py` out of the schema that `msacheck rules schema comparison` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .results import (
    Cited, ForceKind, Place, Rules, Strength, Tally,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangementChange:
    """An arrangement of which something else is said."""

    arrangement: str
    """Its id."""
    title: str
    """What it is called."""
    change: Literal["closed", "improved", "newly stated", "went silent", "evidence aged", "worsened", "opened", "nearer to met", "further from met", "rule began", "rule changed", "rule ended", "superseded", "reaches the force now", "no longer reaches the force", "other details", "same"]
    """What happened."""
    before: ComparedSide | None
    """How it stood; nothing where the rules of that date don't have it."""
    after: ComparedSide | None
    """The same of the later date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesBetween:
    """What changed between two dates."""

    before: str
    """The earlier day of facts."""
    after: str
    """The later one."""
    counts: Mapping[str, int]
    """How many requirements changed how; those that are the same are counted, too."""
    requirements: tuple[RequirementChange, ...]
    """The requirements that changed."""
    arrangements: tuple[ArrangementChange, ...]
    """The arrangements of which something else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCell:
    """Where a row meets a column."""

    column: str
    """The column's key."""
    value: str | None
    """The outcome, or the state; nothing of an instrument, or where the rules of the row don't have it."""
    tally: Tally | None
    """Of an instrument: how many of its requirements came out how."""
    side: ComparedSide | None
    """Why, with the words behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedColumn:
    """A column, and what it comes to."""

    key: str
    """The id of the requirement, the arrangement or the instrument."""
    title: str
    """What it is called."""
    strength: Strength | None
    """How binding it is, where it is a requirement."""
    superseded: bool
    """Whether it is superseded wherever it is asked."""
    tally: Tally
    """How many rows came out how. Of an instrument: how many requirements of all rows."""
    stated: int
    """How many of those asked say anything."""
    gaps: int
    """How many fall short."""
    unasked: int
    """In how many rows it isn't asked, or isn't known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedDate:
    """A date of a force, and its numbers as a check has them."""

    as_of: str
    """The day of the facts."""
    assessed_on: str
    """The day that was assessed."""
    files: tuple[str, ...]
    """The files that it rests on, the latest first."""
    arrangements: int
    """How many arrangements may be declared."""
    arrangements_stated: int
    """How many of them are stated."""
    in_force: Tally
    """Requirements in force and applicable, by outcome."""
    superseded: Tally
    """The same of what is superseded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedGroup:
    """A group of forces."""

    name: str
    """Its name."""
    forces: tuple[str, ...]
    """The ids of its forces."""
    tallies: tuple[Tally, ...]
    """What each column comes to, in the order of the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow(ComparedDate):
    """A row."""

    force: str
    """The force's id."""
    name: str | None
    """Its name."""
    kind: ForceKind
    """What kind of force it is."""
    group: str | None
    """Its group, where forces are grouped."""
    cells: tuple[ComparedCell, ...]
    """A cell a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSide:
    """What something came to at a date, and why."""

    as_of: str
    """The day of the facts."""
    value: str
    """The outcome, or the state."""
    why: str
    """Why, in words."""
    evidence: tuple[Cited, ...]
    """The words behind it."""
    place: Place
    """Where it is decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceOverTime:
    """A force over its dates."""

    force: str
    """The force's id."""
    dates: tuple[ComparedDate, ...]
    """Its dates, the oldest first."""
    changes: tuple[ChangesBetween, ...]
    """What changed from each to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementChange:
    """A requirement that changed."""

    requirement: str
    """Its id."""
    title: str
    """What it claims."""
    strength: Strength
    """How binding it is."""
    citation: str
    """How to cite its source."""
    change: Literal["closed", "improved", "newly stated", "went silent", "evidence aged", "worsened", "opened", "nearer to met", "further from met", "rule began", "rule changed", "rule ended", "superseded", "reaches the force now", "no longer reaches the force", "other details", "same"]
    """What happened."""
    before: ComparedSide | None
    """What it came to; nothing where the rules of that date don't have it."""
    after: ComparedSide | None
    """The same of the later date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Assessments side by side."""

    schema: Literal["msacheck/comparison/1"]
    """The name and version of this shape."""
    program: str
    """The program and its version."""
    rules: Rules
    """The rule packs."""
    other_rules: bool
    """Were some assessed by other rules than the rest?"""
    filtered: str | None
    """Which requirements are compared; nothing where all are."""
    incomplete: bool
    """Is an input missing?"""
    unassessed: int
    """How many inputs couldn't be assessed."""
    lost: tuple[str, ...]
    """Their files, as far as they are known."""
    by: Literal["requirement", "arrangement", "instrument"]
    """What a column is."""
    group_by: Literal["region", "regional-unit", "kind"] | None
    """What forces are grouped by; nothing where they aren't."""
    columns: tuple[ComparedColumn, ...]
    """In the order of the rules; what is superseded last."""
    rows: tuple[ComparedRow, ...]
    """A row a force, at its latest date; of one force alone, a row a date."""
    groups: tuple[ComparedGroup, ...]
    """The groups; none where forces aren't grouped."""
    commonest_gaps: tuple[str, ...]
    """The keys of the columns that most rows fall short of, the most first; without powers and what is
    superseded."""
    met_by_every: tuple[str, ...]
    """The keys of those that every row meets of which they are asked."""
    met_by_none: tuple[str, ...]
    """The keys of those that no row meets."""
    histories: tuple[ForceOverTime, ...]
    """The forces of which there are several dates."""
