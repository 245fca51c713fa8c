"""What a check came to."""

from __future__ import annotations

import json
import os
from functools import cached_property
from pathlib import Path
from typing import Any

from . import _native, _shown
from ._built import built
from ._given import Asked, Date, Declaration, Names, PathLike, Texts
from ._rules import Rules, asked
from .errors import Fault, faults_of, warn_of
from .results import Assessment, Finding, Run, Threshold


class Result:
    """What a check came to: assessments with what they rest on. `check` makes one, `Result.load` reads a saved one."""

    def __init__(self, native: _native.Checked) -> None:
        self._native = native

    @classmethod
    def load(cls, file: PathLike) -> Result:
        """Reads a result that was saved, by `save` or by `msacheck check --format json`."""
        return cls.from_json(Path(file).read_bytes(), name=os.fspath(file))

    @classmethod
    def from_json(cls, text: str | bytes, *, name: str = "result.json") -> Result:
        """The result that JSON holds. One that doesn't agree with itself is refused."""
        return cls(_native.Checked.from_saved(name, text.encode() if isinstance(text, str) else text))

    def save(self, file: PathLike) -> None:
        """Saves it, so that `msacheck report` and `Result.load` read it."""
        Path(file).write_bytes(self._native.json(True))

    def to_json(self) -> str:
        """The same as `msacheck check --format json` prints, on one line."""
        return self._native.json(False).decode()

    @cached_property
    def _json(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self._native.json(False))
        return parsed

    @cached_property
    def run(self) -> Run:
        """What the assessments rest on: the program, the rules, what was asked."""
        return built(Run, self._json)

    @cached_property
    def assessments(self) -> tuple[Assessment, ...]:
        """One assessment a force."""
        several = self._json.get("assessments")
        return tuple(built(Assessment, one) for one in (several if several is not None else [self._json]))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all forces, one after the other."""
        return tuple(finding for assessment in self.assessments for finding in assessment.findings)

    @property
    def passes(self) -> bool | None:
        """Whether the gate passes; `None` where there was none."""
        return self._native.passes

    @property
    def incomplete(self) -> bool:
        """Whether an input couldn't be assessed: `faults` says why."""
        return self.run.incomplete

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What somebody should look at, and why inputs came to nothing."""
        return faults_of(self._native.faults)

    def render(self, format: str = "table", **look: Any) -> str | bytes:
        """A report of it: see `msacheck.render`."""
        return render(self, format, **look)

    def to_frame(self, of: str = "findings") -> _native.Frame:
        """A table of all `findings`, or of all `arrangements`, a row each."""
        return self._native.frame(of)

    def __str__(self) -> str:
        return str(self.render("table"))

    def __repr__(self) -> str:
        forces = ", ".join(f"{own.force} {own.as_of}" for own in self.assessments[:4])
        more = len(self.assessments) - 4
        missing = ", incomplete" if self.incomplete else ""
        return f"<Result: {forces}{f' and {more} more' if more > 0 else ''}{missing}>"

    def _repr_html_(self) -> str:
        return _shown.page(str(self.render("html")), "What the check came to")

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (self._native.json(False),))


def _again(text: bytes) -> Result:
    return Result.from_json(text)


def check(
    *inputs: PathLike | Declaration,
    texts: Texts | None = None,
    force: str | None = None,
    as_of: Date = None,
    read_sources: bool = False,
    instruments: Names = (),
    strengths: Names = (),
    arrangements: Names = (),
    fail_on: Threshold | None = None,
    baseline: PathLike | None = None,
    with_superseded: bool = False,
    no_waivers: bool = False,
    rules: Rules | None = None,
    ignored: bool = False,
    jobs: int | None = None,
) -> Result:
    """Assesses declarations and papers, as `msacheck check` does.

    :param inputs: paths of declarations and papers, folders, patterns; declarations as dictionaries
    :param texts: files that are held in memory, by their paths: they stand in the place of those of the disk. Where
        nothing else is given, they are what is checked, and nothing of the disk is read
    :param force: the police force that papers are read for
    :param as_of: the day to assess: it picks the law
    :param read_sources: reads the sources of declarations, too
    :param instruments: only the requirements of these; so do `strengths` and `arrangements`
    :param fail_on: the gate: `passes` says what it came to; so does `baseline`
    :param rules: those of `msacheck.rules`, with their settings; by default the built-in ones, without settings
    :param ignored: takes from folders what a `.gitignore` names, too
    :param jobs: on how many threads
    :raises MsacheckError: where nothing came of it. Where one input of several is wrong, a `MsacheckWarning`
        tells, and the result is `incomplete`

    >>> import msacheck
    >>> result = msacheck.check({"force": {"id": "northmarch", "kind": "territorial", "as_of": "2026-03-31"},
    ...                          "coordinator": {"state": "absent"}}, fail_on="declared-gaps")
    >>> result.passes
    False
    >>> [finding.why for finding in result.findings if finding.requirement == "strategy-2014/pursue-spoc"]
    ['no coordinator']
    >>> msacheck.check("nowhere.toml")
    Traceback (most recent call last):
    ...
    msacheck.errors.MsacheckError: there is no file `nowhere.toml`
      help: check the name; paths are taken from the current folder
    """
    narrowed = instruments, strengths, arrangements
    native = _native.Checked.of(
        asked(rules)._native,
        Asked.of(inputs, texts, force=force, as_of=as_of, narrowed=narrowed, ignored=ignored, jobs=jobs),
        (fail_on, baseline, with_superseded, no_waivers),
        read_sources,
    )
    result = Result(native)
    warn_of(fault for fault in result.faults if fault.is_error)
    return result


def render(
    result: Result,
    format: str = "html",
    *,
    all: bool = False,
    extent: str | None = None,
    width: int = 80,
    with_suppressed: bool = False,
    ungated: bool = False,
) -> str | bytes:
    """A report of a result, in any format of `msacheck report`: text, or the bytes of a docx or xlsx.

    :param all: lists what is met and what wasn't assessed, too
    :param extent: `"brief"` or `"whole"`, in formats for people
    :param width: of the table, in columns
    """
    made, binary = result._native.render(
        format, all=all, extent=extent, width=width, with_suppressed=with_suppressed, ungated=ungated
    )
    return made if binary else made.decode()
