"""What a check came to, as classes.

Written by `python/classes.py` out of the schema that `msacheck rules schema result` prints."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

State: TypeAlias = Literal["absent", "not stated", "withheld", "planned", "partial", "in place"]
Outcome: TypeAlias = Literal["not in force", "not applicable", "not met", "not evidenced", "withheld", "planned", "partly met", "met"]
Strength: TypeAlias = Literal["power", "expectation", "commitment", "duty"]
Basis: TypeAlias = Literal["asserted", "cited", "quoted"]
ForceKind: TypeAlias = Literal["territorial", "transport", "agency", "defence", "nuclear", "national"]
Threshold: TypeAlias = Literal["declared-gaps", "not-evidenced", "withheld", "planned", "partly-met"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What somebody does about a gap, or about several."""

    requirements: tuple[str, ...]
    """The requirements whose gaps it is to close."""
    owner: str
    """Who does it: a role."""
    deadline: str
    """The last day on which it is in time."""
    status: Literal["to do", "doing", "done", "dropped"]
    """How far its owner says that it has come."""
    progress: Literal["not asked", "closed", "met already", "dropped", "open", "said done", "overdue"]
    """What that comes to beside the outcomes."""
    place: Place
    """Where it stands in the plan."""
    force: str | None = None
    """The force that it is for; for every force where none is named."""
    note: str | None = None
    """What is done, or why it was dropped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """What is done about the gaps. Nothing rests on it."""

    today: str
    """The day by which something is overdue or not."""
    planned: tuple[Action, ...]
    """Those that want looking at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """An arrangement without evidence that is new enough."""

    arrangement: str
    """The arrangement."""
    name: str
    """Its name in sentences."""
    state: State
    """How far it stands."""
    newest: str | None
    """The last day of which its newest evidence speaks; nothing where no evidence says when."""
    source: str | None
    """The source of that evidence; without a date, of the first there is."""
    title: str | None
    """The title of that source."""
    obtained: str | None
    """When that source came to hand, where that is said."""
    place: Place
    """Where the arrangement is declared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A whole number of which at least one bound is known."""

    low: int | None
    high: int | None

Answer: TypeAlias = str | Mapping[str, object]
"""What a value, or its absence, says to a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A condition on an arrangement with what is stated to it."""

    arrangement: str
    """The arrangement."""
    name: str
    """Its name in sentences."""
    called: Called
    """What the field is called."""
    condition: Condition
    """The condition."""
    stated: Value | None
    """The value that is stated, where the answer rests on it. Of a list, the item that is asked for tells
    enough."""
    answer: Answer
    """What it says to the condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """How much is left aside or taken as given."""

    switched_off: int
    """Rules that are switched off."""
    waived: int
    """Gaps that a waiver lets pass."""
    baselined: int
    """Gaps that a baseline lets pass."""
    unasked: int
    """Gaps that the rules of the baseline didn't ask."""
    assumed: int
    """Requirements that were taken to reach the force, since what decides that isn't stated."""
    unbacked: int
    """Arrangements that don't count for want of a better basis."""
    filtered: str | None
    """Which requirements were looked at, where not all were."""
    besides: tuple[str, ...]
    """What else bounds it, in words."""
    to_look_at_again: int | None = None
    """Arrangements that have to be looked at again, where that was asked: no evidence of theirs is new enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentAttributes:
    """What is stated of the force."""

    airport: bool | None = None
    guardian_service: bool | None = dataclasses.field(default=None, metadata={"key": "guardian-service"})
    publishes_statement: bool | None = dataclasses.field(default=None, metadata={"key": "publishes-statement"})
    sea_port: bool | None = dataclasses.field(default=None, metadata={"key": "sea-port"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All that came out for one force."""

    force: str
    """The id of the force."""
    name: str | None
    """Its name."""
    note: str | None
    """What a reader must know of the declaration."""
    kind: ForceKind
    """What kind of force it is."""
    attributes: AssessmentAttributes
    """What is stated of the force."""
    as_of: str
    """The day that the facts are of."""
    assessed_on: str
    """The day that was assessed: it picks the law."""
    aside: Aside
    """What is left aside or taken as given, counted."""
    place: Place
    """The declaration's file, and the line of its `[force]`; of several, the latest."""
    inputs: tuple[Input, ...]
    """The files that it rests on, the latest first."""
    sources: tuple[Source, ...]
    """The documents that evidence is from."""
    arrangements: tuple[Standing, ...]
    """Every arrangement, stated or not."""
    information: tuple[Informed, ...]
    """Facts of no arrangement."""
    none: tuple[NoneStated, ...]
    """What the force states that none came of, and what isn't asked therefore."""
    findings: tuple[Finding, ...]
    """One a requirement; superseded ones last."""
    counts: Counts
    """How many came out how. No figure sums them up: a score would hide gaps."""
    contradictions: tuple[Contradicted, ...]
    """Where inputs don't agree."""
    judgements: Judgements
    """Inspectors' own findings: beside the computed ones, never moving the gate."""
    notes: tuple[str, ...]
    """What bears on the whole, in words."""
    caveats: tuple[Note, ...]
    """The notes, for programs."""
    gate: Verdict | None
    """What the gate said; nothing where there is none."""
    actions: Actions | None = None
    """What is done about the gaps; nothing where there is no plan."""
    stale: Stale | None = None
    """What has to be looked at again; nothing where that wasn't asked."""

Assumption: TypeAlias = str | Mapping[str, object]
"""What is taken to hold of a force, since it isn't stated."""

Bar: TypeAlias = str | Mapping[str, object]

Barrier: TypeAlias = str | Mapping[str, object]
"""Why a requirement doesn't reach a force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineUsed:
    """The baseline that findings were held against."""

    file: str
    """Its file."""
    as_of: str | None
    """The day of the facts that it records for the force; nothing where it doesn't record the force, and every gap
    is new."""
    other_rules: bool | None
    """Whether it was recorded by other rules; nothing where it doesn't say by which."""
    recorded: Recorded | None
    """What it records of the force: all that the marks rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One node of an explanation."""

    join: Literal["all", "any", "at least", "ask", "state", "where", "ideally"]
    """How it comes to its value."""
    need: str
    """What is asked, in the need language."""
    value: State
    """What it is worth. Weakest first."""
    decides: bool
    """Whether it decides."""
    says: str
    """The reason in words; empty for a node that only joins others."""
    arrangement: str | None
    """The arrangement that is asked about."""
    field: str | None
    """The field that is asked about."""
    item: str | None
    """The item that a list is asked for."""
    place: Place | None
    """Where the fact stands in the declaration, or belongs."""
    children: tuple[Because, ...]
    """What it is made of."""
    answered: Answered | None = None
    """Of a condition: the reason, for programs."""
    count: int | None = None
    """Of `at least`: how many."""
    stands: Stands | None = None
    """Of a state: the reason, for programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A name out of the vocabulary, for sentences."""

    name: str
    """The name."""
    plural: bool
    """Whether it is a plural."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A piece of evidence as reports show it."""

    source: str
    """The id of the source."""
    title: str
    """Its title."""
    quote: str | None
    """The quoted words."""
    basis: Basis
    """Whether the words were found."""
    place: Place | None
    """The file, line and column in which they were found."""
    page: int | None
    """The page that the declaration names."""
    line: int | None
    """The line that the declaration names."""
    date: str | None
    """The date of what is evidenced, else of its source."""
    address: str | None = None
    """Where it is to be had, where that is said: a web address."""
    from_: str | None = dataclasses.field(default=None, metadata={"key": "from"})
    """The first day of the period that is evidenced, where it is one."""
    to: str | None = None
    """The last day of that period."""
    unseen: bool | None = None
    """Whether they were found only where nobody sees them: hidden, covered or struck out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A gap that the baseline records and that is none now."""

    requirement: str
    """The requirement."""
    was: Outcome
    """The outcome that the baseline records."""
    now: Outcome | None
    """What it comes to now; nothing where it isn't asked now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A gap held against the baseline."""

    change: Literal["new", "not asked then", "worse", "same", "better"]
    """How it compares."""
    was: Outcome | None
    """The outcome that the baseline records; nothing for what is new."""
    fell: tuple[Fall, ...] | None = None
    """The needs that fell, in the order of their words."""
    unknown: tuple[str, ...] | None = None
    """The needs of which the baseline records nothing: they can't be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A test of one field."""

    field: str
    """The field's id."""
    test: Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What a holder of the full text says of a rule."""

    requirement: str
    """The requirement."""
    bears_out: bool
    """Does the text bear it out?"""
    at: str
    """The page or paragraph."""
    quote: str | None
    """The words that bear it out."""
    reason: str | None
    """Why the text doesn't bear it out."""
    by: str
    """Who read the text, by role."""
    date: str
    """When."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradicted:
    """Two statements of one arrangement that don't agree, and which of them counts."""

    arrangement: str
    """The arrangement."""
    name: str
    """Its name in sentences."""
    counts: Said
    """What counts."""
    overruled: Said
    """What is overruled."""
    why: Literal["later", "stronger", "limited", "declared"]
    """Why it is so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsByStrength:
    """Requirements in force and applicable, by strength and outcome."""

    power: Tally
    expectation: Tally
    commitment: Tally
    duty: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many came out how."""

    arrangements: int
    """How many arrangements may be declared."""
    arrangements_stated: int
    """How many of them are stated: the coverage of the declaration."""
    in_force: Tally
    """Requirements in force and applicable, by outcome."""
    superseded: Tally
    """The same of superseded instruments, counted apart."""
    not_in_force: int
    """Requirements that aren't in force at the assessment date."""
    not_applicable: int
    """Requirements that don't reach the force."""
    by_strength: CountsByStrength
    """Requirements in force and applicable, by strength and outcome."""
    met_on_quotes: int
    """How many of those met in force have words found in their source behind every arrangement that decides. Words
    back an arrangement as a whole, not each of its details."""
    met_on_citations: int
    """How many have at least a named source."""
    met_on_assertion: int
    """How many rest on assertion alone."""
    assumed: int
    """How many in force were taken to reach the force, since what decides that isn't stated."""
    none_came: int
    """How many of those that don't reach it would, had the force not stated that what they wait for didn't come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A need that is worth less than the baseline records."""

    need: str
    """The need: an arrangement, or a condition on it, in the need language."""
    was: State
    """What it was worth."""
    is_: State = dataclasses.field(metadata={"key": "is"})
    """What it is worth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one requirement came to."""

    requirement: str
    """The requirement's full id."""
    instrument: str
    """The instrument's id."""
    instrument_title: str
    """The instrument's title."""
    instrument_short: str
    """A short name of the instrument."""
    law: bool
    """Whether it is law. Else a shortfall is a gap, not a breach."""
    title: str
    """What the requirement claims."""
    provision: str
    """The id of the provision that it rests on."""
    citation: str
    """How to cite its source."""
    strength: Strength
    """How binding it is for the force. Weakest first."""
    bearer: tuple[Literal["forces", "government", "home-office", "nca", "rocu", "college", "national-policing-lead", "cps", "border", "pcc", "councils", "partners", "commissioner", "courts", "businesses"], ...]
    """Who made the promise or carries the duty."""
    derivation: Literal["express", "implied", "guidance"]
    """How it follows from its provision."""
    warrant: Literal["recalled", "inferred", "seen"]
    """Were the words that ask it read? Weakest first."""
    from_: str = dataclasses.field(metadata={"key": "from"})
    """The first day on which this version counts."""
    until: str | None
    """The first day on which it no longer counts."""
    outcome: Outcome
    """What it came to. Weakest first."""
    superseded: bool
    """Whether its instrument is superseded."""
    why: str
    """The reason in a few words."""
    not_assessed: NotAssessed | None
    """Why it wasn't assessed, where it wasn't."""
    because: tuple[Because, ...]
    """The whole explanation; empty where it wasn't assessed."""
    silent: tuple[Silence, ...]
    """What decides and isn't stated."""
    basis: Basis | None
    """How well what decides is backed."""
    remedy: str
    """What closes a gap."""
    ways: tuple[str, ...]
    """Where one of several ways is enough: the ways, in the need language."""
    evidence: str | None
    """What would be accepted as evidence."""
    note: str | None
    """How the requirement is read."""
    assumed: str | None
    """What was assumed of the force, in words."""
    assumptions: tuple[Assumption, ...]
    """The same for programs: all of these."""
    reached_as: ReachedAs | None
    """As whom it reaches the force, where its text names those whom it binds."""
    confirmed: Confirmation | None
    """What a holder of the full text says of the rule."""
    place: Place
    """Where the fact that decides stands, or belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A gap as it was recorded."""

    outcome: Outcome
    """What the requirement came to."""
    needs: Mapping[str, State]
    """What each of its needs was worth, by the need's own words: no place is recorded, so that lines may move.
    There is always one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundAttributes:
    """What was stated of it."""

    airport: bool | None = None
    guardian_service: bool | None = dataclasses.field(default=None, metadata={"key": "guardian-service"})
    publishes_statement: bool | None = dataclasses.field(default=None, metadata={"key": "publishes-statement"})
    sea_port: bool | None = dataclasses.field(default=None, metadata={"key": "sea-port"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a record rests on, by which a check knows whether it can be held against it."""

    kind: ForceKind
    """What kind of force it was."""
    attributes: GroundAttributes
    """What was stated of it."""
    rules: tuple[str, ...]
    """The digests of the rule packs, the built-in ones first."""
    inputs: tuple[str, ...]
    """The digests of the inputs, the latest first."""
    switched_off: tuple[str, ...]
    """The requirements that were switched off."""
    met: tuple[str, ...]
    """The requirements that were met."""
    not_assessed: tuple[str, ...]
    """Those that the rules had and that weren't in force or didn't reach the force."""

How: TypeAlias = str | Mapping[str, object]
"""How an arrangement stands. Values, limits and details are in the words of the vocabulary and of the
declaration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleWaiver:
    """A waiver that did nothing."""

    waiver: Waiver
    """The waiver."""
    why: Literal["met", "not applicable", "not in force", "not asked", "passes anyway", "not gated", "another waiver holds"]
    """Why it did nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Informed:
    """A quoted fact of no arrangement, as reports show it."""

    note: str
    """What it is."""
    evidence: tuple[Cited, ...]
    """Where it comes from."""
    place: Place
    """Its table in the declaration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file that what is declared comes from."""

    file: str
    """Its name, as the user gave it."""
    sha256: str
    """The SHA-256 of its bytes."""
    date: str | None
    """The day of its facts, as far as it says so itself; none for an undated paper."""
    read: bool
    """Whether it is a document that was read, not a declaration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An inspector's own finding on a requirement. It is shown beside the computed outcome; it changes no outcome
    and moves no gate."""

    requirement: str
    """The requirement."""
    verdict: Literal["met by other means", "not met in practice"]
    """What the inspector finds."""
    role: str
    """Who, by role."""
    date: str
    """When."""
    reason: str
    """Why."""
    last_day: str
    """The last day on which it holds."""
    place: Place
    """Where it stands: the requirement's name in its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """The judgements on the requirements that were assessed."""

    today: str | None
    """The day that they were judged by; nothing where there is none."""
    holding: tuple[Judgement, ...]
    """Those that hold, by requirement and date."""
    expired: tuple[Judgement, ...]
    """Those whose last day is over: reports say so and show no more of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the gate makes of one finding."""

    requirement: str
    """The requirement."""
    threshold: Threshold
    """What it was held against: this or weaker falls short."""
    compared: Compared | None = None
    """How a gap compares with the baseline; nothing where there is no baseline or no gap. It says so of gaps above
    their threshold, too, which don't fail."""

Months: TypeAlias = int
"""A number of calendar months, at least one. Written `12mo` or `1y`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneStated:
    """That nothing of a kind came in some time, as the force states."""

    event: str
    """What didn't come."""
    none: str
    """That there was none, as a sentence: "no request of … came"."""
    from_: str = dataclasses.field(metadata={"key": "from"})
    """The first day of the time that is stated."""
    until: str | None
    """The first day after it, where it is stated."""
    ends: str
    """The first day of which it may not speak: after the facts, or within a partial date."""
    since: str
    """The first of the days that must be free of it."""
    basis: Basis
    """How well it is backed."""
    counts: Literal["counts", "unbacked", "other days"]
    """Whether it counts."""
    spares: tuple[str, ...]
    """The requirements that aren't asked for this reason alone."""
    note: str | None
    """What the force adds."""
    evidence: tuple[Cited, ...]
    """Where it comes from."""
    place: Place
    """Where it stands."""

NotAssessed: TypeAlias = str | Mapping[str, object]
"""Why a requirement wasn't assessed."""

Note: TypeAlias = str | Mapping[str, object]
"""A caveat or a warning that bears on the whole."""

Objection: TypeAlias = str | Mapping[str, object]
"""Why a gate fails though no finding makes it fail. Each is a way in which a gap can go from sight without being
closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A rule pack."""

    pack: str
    """`built-in`, or the folder as the user named it."""
    version: str | None
    """Its version: that of the program for what is built in, nothing for a folder."""
    sha256: str
    """The SHA-256 of the list of its files: a line each, its SHA-256, two spaces and its path within the pack, in
    the order of the paths. `sha256sum` prints such lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place to go to."""

    file: str
    """A path as the user gave it, or `-` for standard input."""
    line: int
    """The line (of the page), from 1."""
    column: int
    """The column, from 1, in Unicode scalars."""
    page: int | None = None
    """The page, in a document that has pages."""
    sheet: str | None = None
    """The sheet, in a workbook: the line is a row of it then, and the column one of its columns, A being 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A rank or a staff grade."""

    written: str
    """The words in which it was written."""
    level: int | None
    """Its place in the order, from 0; none for a police staff grade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachedAs:
    """As whom a requirement reaches a force, by the term with which its text names those whom it binds."""

    who: str
    """As whom."""
    citation: str
    """Where that stands."""
    within: str | None
    """Where alone, where the force works elsewhere, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """A text that was read as it stood on a day."""

    title: str
    """Its title."""
    until: str
    """The day as at which it was read."""
    at: str | None
    """Where to read it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was recorded of one force."""

    as_of: str
    """The day of its facts."""
    assessed_on: str
    """The day that was assessed."""
    basis: Basis | None
    """The basis that states had to have in order to count."""
    ground: Ground | None
    """What it rests on; nothing where it was recorded in an earlier form, which didn't say."""
    states: Mapping[str, State]
    """The state of every arrangement; in the earlier form of those alone that were stated."""
    gaps: Mapping[str, Gap]
    """Every gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules that were asked."""

    packs: tuple[Pack, ...]
    """The built-in rules, then packs of the user's."""
    optional: tuple[str, ...]
    """The optional packs that were asked for."""
    drafts: bool
    """Whether drafts were asked, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one input says of an arrangement, with its evidence as loading or as a report has it."""

    file: str
    """The input's file."""
    date: str | None
    """Its date; none where it is undated."""
    state: State
    """How far the arrangement stands by it."""
    evidence: tuple[Cited, ...]
    """Its words."""
    place: Place
    """Where it says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Something that decides and isn't stated."""

    arrangement: str
    """The arrangement's id."""
    says: str
    """What isn't stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that evidence is from."""

    source: str
    """The name by which evidence refers to it."""
    title: str
    """Its title."""
    file: str | None
    """Its file, as the declaration names it."""
    sha256: str | None
    """The SHA-256 of its bytes; nothing where it wasn't read."""
    date: str | None
    """Its date."""
    address: str | None = None
    """Where it is to be had, where that is said: a web address."""
    obtained: str | None = None
    """When it came to hand, where that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """What is stated without evidence that is new enough. It changes no outcome."""

    months: Months
    """How old evidence may be, in calendar months."""
    today: str
    """The day on which it is that old."""
    stated: int
    """How many arrangements are stated."""
    arrangements: tuple[Aged, ...]
    """Those whose evidence is older: the oldest first, before them those of which no date is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one arrangement stands."""

    arrangement: str
    """Its id."""
    name: str
    """Its name in sentences."""
    title: str
    """Its name as a heading."""
    headline: bool
    """Whether it is one of those that come first."""
    informative: bool
    """Whether no requirement rests on it."""
    state: State
    """How far it stands. Weakest first."""
    basis: Basis | None
    """How well that is backed."""
    reason: str
    """The state in words."""
    stands: Stands
    """The reason, for programs."""
    since: str | None
    """Since when."""
    details: Mapping[str, str]
    """Its details, as they are declared."""
    note: str | None
    """What the force adds."""
    evidence: tuple[Cited, ...]
    """Where it comes from."""
    place: Place
    """Its table in the declaration, else the line of `[force]`."""
    declared: State | None = None
    """What is declared, where its basis is too weak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """How an arrangement stands, and why it counts so."""

    arrangement: str
    """The arrangement."""
    called: Called
    """What it is called."""
    how: How
    """How it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Something about a force that the table of forces knows."""

    attribute: Literal["sea-port", "airport", "guardian-service", "publishes-statement"]
    """What."""
    is_: bool = dataclasses.field(metadata={"key": "is"})
    """Whether it holds."""
    source: str | None
    """Where that was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many requirements had each outcome."""

    met: int
    """Met."""
    partly_met: int
    """Partly met."""
    planned: int
    """Planned."""
    withheld: int
    """Withheld."""
    not_evidenced: int
    """Not evidenced."""
    not_met: int
    """Not met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsThresholds:
    """The threshold of each strength; one without a threshold doesn't gate."""

    commitment: Threshold | None = None
    duty: Threshold | None = None
    expectation: Threshold | None = None
    power: Threshold | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a gate asks for."""

    thresholds: TermsThresholds
    """The threshold of each strength; one without a threshold doesn't gate."""
    basis: Basis | None
    """The weakest basis with which a state counts; one with a weaker basis counts as not stated before anything is
    evaluated, but for an `absent`, which stays."""
    superseded: bool
    """Whether superseded requirements gate as well."""
    may_be_empty: bool
    """Whether it may pass where there is nothing to look at."""
    instruments: Mapping[str, Threshold] | None = None
    """For all but the powers of an instrument, in place of those by strength."""
    requirements: Mapping[str, Threshold] | None = None
    """For one requirement, a power or not, in place of all others."""
    stale: Months | None = None
    """How old, in calendar months, the newest evidence of what is stated may be."""

Test: TypeAlias = Literal["stated", "yes", "no"] | str | Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbacked:
    """A state that doesn't count for want of a better basis."""

    arrangement: str
    """The arrangement."""
    declared: State
    """The state that is declared."""
    basis: Basis
    """Its basis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedFile:
    """A file that bore on the result and is neither an input nor a rule."""

    file: str
    """Its name, as the user gave it."""
    role: Literal["settings", "confirmations", "baseline", "actions", "decisions"]
    """What it was used for."""
    sha256: str
    """The SHA-256 of its bytes."""

Value: TypeAlias = str | Mapping[str, object]
"""The value of a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate said."""

    passes: bool
    """Whether the check passes."""
    sentence: str
    """Why, in a sentence."""
    terms: Terms
    """What the gate asked for."""
    without_waivers: bool
    """Whether waivers were left out on request."""
    baseline: BaselineUsed | None
    """The baseline that findings were held against."""
    today: str | None
    """The day that waivers were judged by."""
    looked_at: int
    """How many requirements it looked at."""
    failing: tuple[str, ...]
    """Those that fail the check."""
    marks: tuple[Mark, ...]
    """What it makes of what it looked at."""
    went_silent: tuple[WentSilent, ...]
    """Stated in the baseline, silent now: it fails the check."""
    objections: tuple[Objection, ...]
    """What fails the check beside findings."""
    closed: tuple[Closed, ...]
    """Gaps in the baseline that are none now."""
    idle_waivers: tuple[IdleWaiver, ...]
    """Waivers that did nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A requirement whose gap somebody answers for until a day."""

    requirement: str
    """The requirement."""
    reason: str
    """Why the gap may stand."""
    owner: str
    """Who answers for it."""
    last_day: str
    """The last day on which it holds."""
    place: Place
    """Where it stands in the settings."""
    force: str | None = None
    """The force that it is for; for every force where none is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WentSilent:
    """An arrangement that the baseline records as stated and that isn't stated now."""

    arrangement: str
    """The arrangement."""
    name: str
    """Its name in sentences."""
    was: State
    """The state that the baseline records."""
    place: Place
    """Where it stands, or belongs."""
    declared: State | None = None
    """The state that is declared now, where the gate asks for a better basis than it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What the assessments of a result rest on."""

    schema: Literal["msacheck/assessment/2"]
    """The name and version of this shape."""
    program: str
    """The program and its version."""
    rules: Rules
    """The rules that were asked."""
    files: tuple[UsedFile, ...]
    """What else was read."""
    options: tuple[str, ...]
    """With which another command sees the same."""
    gated: bool
    """Whether there was a gate."""
    incomplete: bool
    """Whether there is an input that couldn't be assessed."""
    unassessed: int
    """How many inputs couldn't be assessed."""
    docs: str | None = None
    """Where the rules are to be read, with `{rule}` for the name of one."""
    earlier: bool | None = None
    """Whether it was read from an earlier shape, which didn't hold what a baseline recorded."""
    filtered: str | None = None
    """Which requirements are shown, where not all are."""
