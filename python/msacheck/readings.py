"""What a paper declares, as classes.

Written by `python/classes.py` out of the schema that `msacheck rules schema reading` prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .results import (
    State,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """An arrangement of which the document states something."""

    arrangement: str
    """Its id."""
    state: State
    """How far it stands. Weakest first."""
    evidence: tuple[Quote, ...]
    """The words that decided, the first one first."""
    overruled: tuple[Overruled, ...]
    """What the document says otherwise, at most 50."""
    unsure: tuple[Unsure, ...]
    """What a person should decide, at most 50."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words at their place."""

    quote: str
    """The words, as they stand there, white space folded."""
    line: int
    """The line (of the page), or the number of the paragraph."""
    column: int
    """The column, in Unicode scalars."""
    page: int | None = None
    """The page, where the format has pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained(Quote):
    """A cue with what was made of it: `state`, `unsure` or `silent`."""

    arrangement: str
    """The id of the arrangement that the cue names."""
    presupposed: bool
    """Is the arrangement taken for granted, not stated?"""
    cue: Matched
    """What names the arrangement."""
    modifiers: tuple[Modifier, ...]
    """Those that decided."""
    ground: str | None = None
    """On what ground that is said."""
    settled: str | None = None
    """What settled whose it is, where that was asked."""
    silent: str | None = None
    """Why the cue says nothing of it."""
    state: State | None = None
    """What the sentence says of it."""
    unsure: str | None = None
    """Why that can't be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Words that a pattern of the rules matches."""

    words: str
    """The words in the document."""
    pattern: str
    """The pattern in the rules that they match."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """What decides."""

    effect: Literal["negated", "not negated", "planned", "standing", "limited", "ended", "past", "since", "withheld", "refused", "question", "exhortation", "elsewhere", "supposed", "defined", "duty", "template", "yes", "accepted", "made", "no", "attached", "asked", "answer", "task", "outstanding", "progress", "aside"]
    """What it does to the cue."""
    words: str
    """The words in the document."""
    pattern: str
    """The pattern in the rules that they match."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled(Quote):
    """A statement that says otherwise."""

    state: State
    """What it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a document declares."""

    schema: Literal["msacheck/reading/1"]
    """The name and version of this shape."""
    document: str
    """Its path as it was named, or `-` for standard input."""
    sha256: str
    """The SHA-256 of the document."""
    format: Literal["pdf", "docx", "odt", "html", "markdown", "text"]
    """What it was read as."""
    force: str | None
    """The id of the police force that it speaks for, where known."""
    force_name: str | None
    """The force's name, where it is named at all."""
    speaks: bool
    """Does it speak for a force? If not, it declares nothing."""
    date: str | None
    """The date that the document gives itself: a day, a month or a year."""
    arrangements: tuple[Arrangement, ...]
    """What isn't listed isn't stated."""
    warnings: tuple[Warning, ...]
    """What somebody should look at."""
    statements: tuple[Explained, ...] | None = None
    """With `--explain`: every cue, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure(Quote):
    """A statement that a person should decide."""

    why: str
    """Why it can't be told."""
    would: State | None = None
    """What it would state if a person decides that it speaks of what the force has; absent where that is open,
    too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """A warning."""

    code: str
    """The kind of fault, such as `document::no-text`."""
    message: str
    """What couldn't be read, or must be looked at."""
