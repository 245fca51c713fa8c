"""What is wrong with documents, as classes.

Written by `python/classes.py` out of the schema that `msacheck rules schema lint` prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check of documents."""

    id: str
    """Its id."""
    title: str
    """What it finds."""
    why: str
    """Why that matters."""
    sensitivity: str
    """`default` or `pedantic`."""
    findings: int
    """How many findings it has here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFinding:
    """A fault of a document."""

    check: str
    """The id of the check."""
    sensitivity: str
    """`default` or `pedantic`."""
    page: int | None
    """The page, in a document that has pages."""
    line: int
    """The line (of the page; the paragraph in a Word file), from 1."""
    column: int
    """The column, from 1, in Unicode scalars."""
    quote: str
    """The words, as they stand there."""
    message: str
    """What is wrong with them."""
    help: str | None
    """What to do about it."""
    fix: LintFix | None
    """What to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFix:
    """What to write instead of words."""

    safety: str
    """`safe`, or `unsafe` where somebody must read what becomes of it."""
    replacement: str
    """The words."""
    start: int | None
    """The first byte of the file that changes, where its format is typed."""
    end: int | None
    """The first byte behind it that doesn't."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintedDocument:
    """A document."""

    name: str
    """Its name: a path as the user gave it, or `-`."""
    allowed: int
    """How many findings were allowed, in it or in the settings."""
    findings: tuple[LintFinding, ...]
    """What is wrong with it, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint:
    """What is wrong with documents."""

    schema: Literal["msacheck/lint/1"]
    """The name and version of this shape."""
    program: str
    """The program and its version."""
    today: str
    """The day that was today."""
    as_of: str | None
    """The day that documents were held against, where one was asked for; else each is held against its own."""
    pedantic: bool
    """Is what a person must judge told, too?"""
    incomplete: bool
    """Couldn't some documents be read?"""
    unread: int
    """How many couldn't."""
    checks: tuple[Check, ...]
    """The checks."""
    documents: tuple[LintedDocument, ...]
    """The documents."""
