"""Papers that were read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from . import _native, _shown, readings
from ._built import built
from ._given import PathLike
from ._rules import Rules, asked
from .errors import faults_of, warn_of

#: How many files are read at once before they are handed over.
AHEAD = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(readings.Reading):
    """What a paper declares, with the words that prove it."""

    json: str = field(repr=False)
    """The same as the line that `msacheck read --format ndjson` prints."""
    look: str = field(default="", repr=False)
    """What `msacheck read` shows of it; nothing where many are read."""

    def to_frame(self) -> _native.Frame:
        """A table of one row, with the columns of `read --format ndjson`; of several: `msacheck.to_frame`."""
        return to_frame([self])

    def __str__(self) -> str:
        return self.look or self.json

    def _repr_html_(self) -> str:
        return _shown.text(str(self))


class Reader:
    """What reads papers: made once, for as many as one likes. It may be used from several threads.

    >>> import msacheck
    >>> reader = msacheck.Reader(force="northmarch")
    >>> reading = reader.read(b"The force has no dedicated coordinator for modern slavery.", name="answer.txt")
    >>> [(own.arrangement, own.state) for own in reading.arrangements]
    [('coordinator', 'absent')]
    """

    def __init__(self, *, force: str | None = None, rules: Rules | None = None) -> None:
        self._native = _native.Reader(asked(rules)._native, force)

    def read(self, paper: PathLike | bytes, *, name: str | None = None, explain: bool = False) -> Reading:
        """Reads a paper from its bytes, or from the disk."""
        if isinstance(paper, bytes):
            line, look = self._native.read(name or "paper", paper, explain)
        elif name is None:
            line, look = self._native.read(os.fspath(paper), None, explain)
        else:
            with open(paper, "rb") as file:
                line, look = self._native.read(name, file.read(), explain)
        return _of(line, look)

    def read_all(self, *papers: PathLike, ignored: bool = False, jobs: int | None = None) -> Iterator[Reading]:
        """Reads files, folders of them and patterns, several at a time, and holds few of them.

        Of what can't be read a `MsacheckWarning` tells, and the rest is read.
        """
        found, faults = self._native.find(list(papers), ignored)
        warn_of(faults_of(faults))
        rest = iter(found)
        while some := list(islice(rest, AHEAD)):
            for line, faults in self._native.read_files(some, jobs or os.cpu_count() or 1):
                warn_of(faults_of(faults))
                if line is not None:
                    yield _of(line)

    def read_batch(self, names: Iterable[str], papers: Iterable[bytes | None]) -> _native.Frame:
        """Reads a batch into a table, a row a paper: of one that can't be read with its `fault`.

        The other columns are those of `read --format ndjson`. This is what engines call: see `msacheck.spark`.
        """
        return self._native.read_batch(list(names), list(papers))


def _of(line: str, look: str = "") -> Reading:
    return built(Reading, {**json.loads(line), "json": line, "look": look})


@cache
def _usual() -> Reader:
    return Reader()


def read(
    paper: PathLike | bytes,
    *,
    name: str | None = None,
    force: str | None = None,
    explain: bool = False,
    rules: Rules | None = None,
) -> Reading:
    """Says what a paper declares, with the words that prove it.

    :param paper: its path, or its bytes
    :param name: what it is called in what comes out, in the place of its path
    :param force: the police force that it is read for; by default the one that it names
    :param explain: adds every cue with what was made of it (`statements`)
    :raises MsacheckError: where it can't be read
    """
    reader = _usual() if force is None and rules is None else Reader(force=force, rules=rules)
    return reader.read(paper, name=name, explain=explain)


def read_all(
    *papers: PathLike,
    force: str | None = None,
    rules: Rules | None = None,
    ignored: bool = False,
    jobs: int | None = None,
) -> Iterator[Reading]:
    """Reads files, folders and patterns as `Reader.read_all` does."""
    return Reader(force=force, rules=rules).read_all(*papers, ignored=ignored, jobs=jobs)


def to_frame(several: Iterable[Reading]) -> _native.Frame:
    """Readings as a table, a row each, with the columns of `read --format ndjson`."""
    return _usual()._native.frame([reading.json for reading in several])
