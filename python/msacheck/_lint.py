"""What is wrong with documents themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, TypeAlias

from . import _native, lints
from ._built import built
from ._given import Asked, Date, Declaration, Names, PathLike, Texts, names, plain
from ._made import Made
from ._rules import Rules, asked
from .errors import warn_of

FailOn: TypeAlias = Literal["default", "pedantic", "never"]


class Lint(Made):
    """What is wrong with documents, at its line, with the fix. `lint` makes it; its table has a row a finding."""

    _title = "What is wrong with documents"

    def __init__(self, native: _native.Linted) -> None:
        super().__init__(native)
        self._native = native

    @cached_property
    def data(self) -> lints.Lint:
        """All of it: the documents and their findings, and the checks."""
        return built(lints.Lint, json.loads(self.to_json()))

    @property
    def documents(self) -> tuple[lints.LintedDocument, ...]:
        """The documents, each with what is wrong with it."""
        return self.data.documents

    @property
    def findings(self) -> tuple[lints.LintFinding, ...]:
        """The findings of all documents, one after the other."""
        return tuple(self)

    @property
    def fails(self) -> bool:
        """Whether the command would fail by them."""
        return self._native.fails

    @property
    def note(self) -> str | None:
        """How much of the baseline is no longer there, in words."""
        return self._native.note

    def mended(self, *, unsafe: bool = False) -> dict[str, bytes]:
        """What the documents are with their fixes made: those that change, by their paths. Nothing is written.

        :param unsafe: makes those, too, of which somebody must read what becomes of them
        """
        return {str(path): text for path, text in self._native.mended(unsafe=unsafe)}

    def __iter__(self) -> Iterator[lints.LintFinding]:
        return (finding for document in self.documents for finding in document.findings)

    def __len__(self) -> int:
        return sum(len(document.findings) for document in self.documents)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<Lint: {len(self)} findings in {len(self.documents)} documents>"


def lint(
    *documents: PathLike,
    texts: Texts | None = None,
    select: Names = (),
    ignore: Names = (),
    pedantic: bool = False,
    fail_on: FailOn | None = None,
    as_of: Date = None,
    kind: str | None = None,
    against: PathLike | Declaration | None = None,
    baseline: PathLike | None = None,
    force: str | None = None,
    rules: Rules | None = None,
    ignored: bool = False,
    jobs: int | None = None,
) -> Lint:
    """Finds what is wrong with documents themselves, such as stale names and wrong sections, as `msacheck lint` does.

    :param documents: paths of documents, folders, patterns
    :param texts: documents that are held in memory, by their paths
    :param select: only these checks; `ignore`: all but these
    :param pedantic: tells what a person must judge, too
    :param fail_on: what makes `fails` true
    :param as_of: the day that names, sections and review dates are held against
    :param kind: what kind of documents they are, where they don't say so themselves
    :param against: a declaration that documents are held against: where the two contradict each other is a finding
    :param baseline: the findings that are known, as `msacheck lint --record` wrote them
    :raises MsacheckError: where nothing could be looked at

    >>> import msacheck
    >>> policy = "Date: 3 May 2026\\n\\nSend it to UKHTC, or ask HMIC.\\n"
    >>> [(own.check, own.line, own.quote) for own in msacheck.lint(texts={"policy.md": policy})]
    [('stale-name', 3, 'UKHTC'), ('stale-name', 3, 'HMIC')]
    """
    native = _native.Linted.of(
        asked(rules)._native,
        Asked.of(documents, texts, force=force, as_of=as_of, ignored=ignored, jobs=jobs),
        (names(select), names(ignore)),
        pedantic=pedantic,
        fail_on=fail_on,
        kind=kind,
        against=plain(against),
        baseline=baseline,
    )
    linted = Lint(native)
    warn_of(fault for fault in linted.faults if fault.is_error)
    return linted
