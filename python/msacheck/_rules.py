"""The rules that are asked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import overload

from . import _native
from ._built import built
from ._given import Date, Names, PathLike, day, names
from .results import Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A line of a checklist: what must stand for a provision to be met."""

    requirement: str
    """Its id."""
    instrument: str
    """The id of the text that it comes from."""
    title: str
    """What is asked."""
    provision: str
    """The id of the section, chapter or paragraph that it rests on."""
    citation: str
    """Where it stands."""
    strength: Strength
    """How binding it is for the force."""
    derivation: str
    """Whether words of its source ask it: `express`, `implied` or `guidance`."""
    warrant: str
    """Whether the words that ask it were read: `seen`, `inferred` or `recalled`."""
    bearer: tuple[str, ...]
    """Who carries it."""
    from_: str
    """The first day on which it counts."""
    until: str | None
    """The first day on which it doesn't count any more."""
    applies_to: str
    """Whom it reaches."""
    needs: tuple[str, ...]
    """What it asks, in the language of rules."""
    remedy: str
    """What closes the gap."""
    evidence: str | None
    """What would prove it."""
    note: str | None
    """What is known of its source."""


class Rules(Sequence[Requirement]):
    """The rules that are asked, with the settings and the day that go with them; a sequence of requirements.

    >>> import msacheck
    >>> rules = msacheck.rules()
    >>> notify = next(rule for rule in rules if rule.requirement == "act-2015/s52-notify")
    >>> notify.strength, notify.from_
    ('duty', '2015-11-01')
    """

    def __init__(
        self,
        folders: Sequence[PathLike] = (),
        packs: Names = (),
        drafts: bool = False,
        config: PathLike | None = None,
        today: Date = None,
    ) -> None:
        self._native = _native.Rules(list(folders), names(packs), drafts, config, day(today))
        self.key = (tuple(folders), tuple(names(packs)), drafts, config, self._native.today)
        """What makes the same rules again, on another machine, too."""

    def __reduce__(self) -> tuple[object, ...]:
        return (Rules, self.key)

    @property
    def today(self) -> str:
        """The day that counts as today."""
        return self._native.today

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """The requirements, in the order of the rules; versions of one after each other."""
        all_rules = json.loads(self._native.json())["requirements"]
        return tuple(built(Requirement, {**rule, "from_": rule["from"]}) for rule in all_rules)

    @overload
    def __getitem__(self, at: int) -> Requirement: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Requirement, ...]: ...
    def __getitem__(self, at: int | slice) -> Requirement | tuple[Requirement, ...]:
        return self.requirements[at]

    def __len__(self) -> int:
        return len(self.requirements)

    def __iter__(self) -> Iterator[Requirement]:
        return iter(self.requirements)

    def __repr__(self) -> str:
        return f"<Rules: {len(self)} requirements, today {self.today}>"


@cache
def _clock() -> Rules:
    return Rules()


def asked(given: Rules | None) -> Rules:
    """The rules that were given, else the built-in ones."""
    return given if given is not None else _clock()


rules = Rules
