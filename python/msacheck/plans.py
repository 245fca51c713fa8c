"""What to change, as classes.

Written by `python/classes.py` out of the schema that `msacheck rules schema plan` prints."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Literal

from .results import (
    ForceKind, Outcome, Rules, State, Strength, Tally, Value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change."""

    arrangement: str
    """The arrangement."""
    field: str | None
    """The field; nothing where it is the state."""
    says: str
    """It in words."""
    cost: int
    """What it costs."""
    state: State | None
    """The state that it comes from; nothing of a field."""
    to_state: State | None
    """The state that it comes to."""
    from_: Value | None = dataclasses.field(metadata={"key": "from"})
    """What was stated of the field."""
    to: Value | None
    """A value that is enough: the least of those that are. Of a text that is to be stated, any would do."""
    item: str | None
    """The item that is added to a list; nothing where any will do."""
    asked: tuple[str, ...]
    """What holds then and didn't, in the need language."""
    lifts: tuple[str, ...]
    """The limits that it lifts, in the need language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonStep:
    """A step that several forces have before them."""

    says: str
    """It in words."""
    forces: tuple[str, ...]
    """The ids of the forces."""
    closes: int
    """How many gaps it closes in all their plans together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A requirement that comes to something else."""

    requirement: str
    """Its id."""
    title: str
    """What it claims."""
    strength: Strength | None
    """How binding it is."""
    from_: Outcome = dataclasses.field(metadata={"key": "from"})
    """What it came to."""
    to: Outcome
    """What it comes to then."""
    remedy: str
    """What closes a gap against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan for a force."""

    force: str
    """The force's id."""
    name: str | None
    """Its name."""
    kind: ForceKind
    """What kind of force it is."""
    as_of: str
    """The day of the facts."""
    assessed_on: str
    """The day that was assessed: it picks the law."""
    before: Stood
    """How many requirements come out how, before anything changes."""
    steps: tuple[Step, ...]
    """In order: each with those before it."""
    proofs: tuple[Proof, ...]
    """How good the set of each stage is."""
    unreached: tuple[Unreached, ...]
    """What is wanted and isn't met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How good the set of a stage is."""

    stage: Literal["duties", "declared gaps", "not evidenced", "target", "what if"]
    """The stage."""
    wanted: int
    """How many gaps it is for."""
    closed: int
    """How many of them it closes."""
    weight: Weight
    """What its changes weigh, beyond those of the stages before it."""
    at_least: Weight
    """No set that closes as much weighs less than this."""
    exact: bool
    """Whether that is what it weighs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Changes that are made together."""

    stage: Literal["duties", "declared gaps", "not evidenced", "target", "what if"]
    """What it is for."""
    says: str
    """It in words."""
    changes: tuple[Change, ...]
    """The changes."""
    weight: Weight
    """What they weigh."""
    closes: tuple[Moved, ...]
    """The requirements that it meets."""
    raises: tuple[Moved, ...]
    """Those that it raises and doesn't meet."""
    lowers: tuple[Moved, ...]
    """Those that it lowers."""
    after: Stood
    """How many requirements come out how after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """How many requirements in force come out how."""

    all: Tally
    """All of them."""
    duties: Tally
    """The duties among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """What is wanted and isn't met."""

    requirement: str
    """The requirement."""
    why: Literal["never", "conflict", "unknown"]
    """Why: nothing meets it, nothing does beside the rest, or there was too much to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a set of changes weighs: first what it costs, and of two that cost the same, how many they are."""

    cost: int
    """What they cost, in the unit of whoever named the costs; what has no cost named costs 1."""
    changes: int
    """How many they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """What to change, in which order, for requirements to be met."""

    schema: Literal["msacheck/plan/1"]
    """The name and version of this shape."""
    program: str
    """The program and its version."""
    rules: Rules
    """The rule packs."""
    filtered: str | None
    """Which requirements are looked at; nothing where all are."""
    incomplete: bool
    """Is an input missing?"""
    unassessed: int
    """How many inputs couldn't be assessed."""
    target: str | None
    """The target, as it was given; nothing where there is none."""
    costed: bool
    """Were costs given? Without, each change costs 1."""
    plans: tuple[Plan, ...]
    """One a force."""
    across: tuple[CommonStep, ...]
    """The steps that are the same for several forces, what closes most first."""
