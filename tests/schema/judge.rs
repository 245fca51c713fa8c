//! The two judges: a schema, and the loader of the same kind of file.

use std::sync::{Arc, OnceLock};

use jsonschema::Validator;
use msacheck::actions::Plan;
use msacheck::checklists;
use msacheck::decisions::Decisions;
use msacheck::declaration::{NoSources, PaperList, load};
use msacheck::gate::Baseline;
use msacheck::lint::{Linter, lint_examples};
use msacheck::project::Project;
use msacheck::proof::{examples, reading_examples};
use msacheck::report::{SchemaKind, schema};
use msacheck::rulebook::{Lexicon, RuleFile, Rulebook, Vocabulary};
use msacheck::source::{Fault, Faults, Severity, Text};
use msacheck::standing::Day;
use serde_json::Value;

/// A sound declaration in which other tables can be placed. Its source is called as whatever
/// `walk::sample` puts where a text is asked for.
const DECLARATION: &str = r#"
[force]
id = "somewhere"
kind = "territorial"
as_of = 2026-03-31
[[source]]
id = "some-words"
title = "A source"
"#;

const ARRANGEMENT: &str = r#"
id = "thing"
title = "Thing"
question = "Which thing?"
"#;

const INSTRUMENT: &str = r#"
id = "test"
title = "Test"
from = 2015-01-01
"#;

const RULES: &str = r#"
[[provision]]
id = "some-words"
heading = "Provision"
[[requirement]]
id = "r"
title = "Requirement"
provision = "some-words"
citation = "Test, s. 1"
strength = "duty"
bearer = ["forces"]
derivation = "express"
warrant = "seen"
from = 2015-01-01
needs = [{ any = ["lead"] }]
remedy = "Do it."
[[requirement.example]]
declared = { lead = { state = "absent" } }
outcome = "not met"
"#;

const BASELINE: &str = "\
schema = \"msacheck/baseline/2\"
[force.northmarch]
as_of = 2026-03-31
assessed_on = 2026-03-31
kind = \"territorial\"
rules = []
inputs = []
switched_off = []
met = []
not_assessed = []
[force.northmarch.state]
lead = \"partial\"
";

const PROJECT: &str = "check = [\"force.toml\"]\n";

const PAPERS: &str = "\
[[paper]]
file = \"answer-2017.txt\"
force = \"northmarch\"
title = \"Answer to a request\"
address = \"https://northmarch.example/answer\"
date = \"2017-06\"

[[paper]]
file = \"plan.pdf\"
";

const ACTIONS: &str = r#"
[[action]]
requirement = "strategy-2014/pursue-lead"
owner = "head of crime"
deadline = 2026-12-31
status = "to do"
"#;

const DECISIONS: &str = r#"
[[decision]]
paper = "976ecff47ff16e40db2e6f9b96ff9ebdb790381c08f2c36420b29a3f41d08133"
file = "papers/answer.txt"
arrangement = "coordinator"
quote = "The region has a coordinator."
line = 12
suggested = "in place: it is said to be there"
decided = "changed"
state = "partial"
role = "inspector"
date = 2026-03-31
program = "msacheck 0.1.0"
"#;

pub(crate) fn rule_file(path: &str, body: &str) -> RuleFile {
    RuleFile { path: path.to_owned(), text: Arc::new(Text::new(path, body.to_owned())) }
}

const CONTEXT: &str = r#"
[class]
slavery = ["modern slavery"]
[[modifier]]
effect = "negated"
reads = "forward"
reach = "clause"
phrases = ["no"]
[[modifier.example]]
text = "We have no modern slavery lead."
reads = { lead = "absent" }
[reading.lead]
cues = ["{slavery} lead"]
"#;

const FORCES: &str = r#"
[[source]]
id = "some-words"
title = "A list of ports"
at = "The library"

[[force]]
id = "northmarch"
name = "Northmarch Police"
kind = "territorial"
"#;

const REACH: &str = r#"
[[reach]]
id = "some-officers"
title = "Officers"
citation = "Test, s. 1"
territorial = { as = "an officer", citation = "Test, s. 1" }
transport = { not = "it has none", citation = "Test, s. 1" }
agency = { not = "it has none", citation = "Test, s. 1" }
defence = { not = "it has none", citation = "Test, s. 1" }
nuclear = { not = "it has none", citation = "Test, s. 1" }
"#;

const EVENTS: &str = r#"
[[event]]
id = "some-request"
title = "a request"
none = "no request"
question = "Did none come?"
citation = "Test, s. 1"
from = 2015-01-01
months = 12
"#;

const VERBS: &str = r#"[verbs]
auxiliary = ["has"]
regular = ["work", "refer"]
doubling = ["refer"]
irregular = ["come comes came come coming"]
"#;
const WRITING: &str = r#"[writing]
abbreviations = ["det"]
abbreviations-of-numbers = ["no"]
number-leads = ["question"]
own-plurals = ["forces"]
"#;
const WEIGHTS: &str = r#"ask-from = -100
hint-from = -200

[class]
lodging = ["hostel", "place of safety"]

[weights.lead]
"@start" = -400
"{lodging}" = 150
"shelter*" = -20
"#;
const STATUSES: &str = r#"
[columns]
status = ["rag"]
label = ["item"]

[ticks]
chosen = ["✓"]
empty = ["☐"]

[[status]]
state = "in place"
phrases = ["green", "yes"]

[[status.example]]
text = "We have a modern slavery lead."
reads = { lead = "in place" }

[[tick-example]]
text = "We have no modern slavery lead."
reads = { lead = ["absent", "planned"] }
"#;

const CHECK_EXAMPLES: &str = r#"
[[finds]]
text = "Ask HMIC."
words = "HMIC"

[[turns]]
on = 2017-07-19
text = "Ask HMIC."
words = "HMIC"
"#;

const EXAMPLES: &str = r#"
[[example]]
text = "We have no modern slavery lead."
reads = { lead = ["absent", "planned"] }
"#;

/// The ranks, and two arrangements that have fields of most types. Their cues are left out: the
/// classes that those name are elsewhere.
fn small_vocabulary() -> Vec<RuleFile> {
    let wanted = ["ranks.toml", "arrangements/lead.toml", "arrangements/partnership.toml"];
    let files = checklists::files().into_iter();
    let wanted = files.filter(|file| wanted.contains(&file.path.as_str()));
    let without_cues = |file: RuleFile| {
        let (before, _) =
            file.text.body().split_once("\n[reading]").unwrap_or((file.text.body(), ""));
        rule_file(&file.path, before)
    };
    let terms = [rule_file("reach.toml", REACH), rule_file("events.toml", EVENTS)];
    wanted.map(without_cues).chain(terms).collect()
}

/// A schema, with the loader beside it.
pub(crate) struct Judge {
    pub(crate) kind: SchemaKind,
    pub(crate) schema: Value,
    pub(crate) vocabulary: Vocabulary,
    validator: Validator,
}

impl Judge {
    /// A judge for one kind: of declarations with all arrangements, of others with a few.
    pub(crate) fn new(kind: SchemaKind) -> Self {
        let files = match kind {
            SchemaKind::Declaration => checklists::files(),
            SchemaKind::Arrangement => {
                let own = rule_file("arrangements/thing.toml", ARRANGEMENT);
                small_vocabulary().into_iter().chain([own]).collect()
            }
            _ => small_vocabulary(),
        };
        Self::with(kind, Rulebook::load(&files).unwrap().vocabulary().clone())
    }

    pub(crate) fn with(kind: SchemaKind, vocabulary: Vocabulary) -> Self {
        let schema: Value = serde_json::from_str(&schema(kind, &vocabulary).unwrap()).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        Self { kind, schema, vocabulary, validator }
    }

    /// A sound file of the kind, parsed.
    pub(crate) fn base(&self) -> toml::Table {
        self.text().parse().unwrap()
    }

    /// A sound file of the kind.
    pub(crate) fn text(&self) -> &'static str {
        match self.kind {
            SchemaKind::Declaration => DECLARATION,
            SchemaKind::Arrangement => ARRANGEMENT,
            SchemaKind::Instrument => INSTRUMENT,
            SchemaKind::Rules => RULES,
            SchemaKind::Project => PROJECT,
            SchemaKind::Actions => ACTIONS,
            SchemaKind::Decisions => DECISIONS,
            SchemaKind::Papers => PAPERS,
            SchemaKind::Baseline => BASELINE,
            SchemaKind::Ranks => include_str!("../../rules/ranks.toml"),
            SchemaKind::Context => CONTEXT,
            SchemaKind::Forces => FORCES,
            SchemaKind::Reach => REACH,
            SchemaKind::Events => EVENTS,
            SchemaKind::Statuses => STATUSES,
            SchemaKind::Verbs => VERBS,
            SchemaKind::Weights => WEIGHTS,
            SchemaKind::Writing => WRITING,
            SchemaKind::Examples => EXAMPLES,
            SchemaKind::CheckExamples => CHECK_EXAMPLES,
            SchemaKind::Reading
            | SchemaKind::Result
            | SchemaKind::Comparison
            | SchemaKind::Plan
            | SchemaKind::Lint => {
                panic!("nobody writes results")
            }
            check => {
                assert!(check.check_file().is_some());
                ""
            }
        }
    }

    /// What the schema has against a file.
    pub(crate) fn objections(&self, text: &str) -> Vec<String> {
        let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
        let instance = json(&toml::Value::Table(table));
        let errors = self.validator.iter_errors(&instance);
        errors.map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    /// What the loader has against it, warnings apart.
    pub(crate) fn faults(&self, text: &str) -> Vec<Fault> {
        let faults = match self.kind {
            SchemaKind::Declaration => {
                let faults = Faults::new();
                let text = Arc::new(Text::new("declaration.toml", text.to_owned()));
                load(&text, &self.vocabulary, &NoSources, Day::MAX, &faults);
                faults.into_sorted()
            }
            SchemaKind::Project => {
                let text = Arc::new(Text::new("msacheck.toml", text.to_owned()));
                Project::read(&text).err().unwrap_or_default()
            }
            SchemaKind::Actions => {
                let text = Arc::new(Text::new("actions.toml", text.to_owned()));
                let faults = Faults::new();
                let _ = Plan::read(&text, &faults);
                faults.into_sorted()
            }
            SchemaKind::Decisions => {
                let text = Arc::new(Text::new("decisions.toml", text.to_owned()));
                let faults = Faults::new();
                let _ = Decisions::read(&text, &faults);
                faults.into_sorted()
            }
            SchemaKind::Papers => {
                let text = Arc::new(Text::new("papers.toml", text.to_owned()));
                PaperList::read(&text, Day::MAX).err().unwrap_or_default()
            }
            SchemaKind::Baseline => {
                let faults = Faults::new();
                let text = Arc::new(Text::new("baseline.toml", text.to_owned()));
                let _ = Baseline::read(&text, &faults);
                faults.into_sorted()
            }
            SchemaKind::Reading
            | SchemaKind::Result
            | SchemaKind::Comparison
            | SchemaKind::Plan
            | SchemaKind::Lint => {
                panic!("nobody writes results")
            }
            SchemaKind::Ranks => pack_faults(&[rule_file("ranks.toml", text)]),
            SchemaKind::Arrangement => {
                let mut files = small_vocabulary();
                files.push(rule_file("arrangements/thing.toml", text));
                pack_faults(&files)
            }
            SchemaKind::Context
            | SchemaKind::Forces
            | SchemaKind::Reach
            | SchemaKind::Events
            | SchemaKind::Statuses
            | SchemaKind::Verbs
            | SchemaKind::Weights
            | SchemaKind::Writing
            | SchemaKind::Examples => {
                let path = match self.kind {
                    SchemaKind::Context => "context.toml",
                    SchemaKind::Forces => "forces.toml",
                    SchemaKind::Reach => "reach.toml",
                    SchemaKind::Events => "events.toml",
                    SchemaKind::Statuses => "statuses.toml",
                    SchemaKind::Verbs => "verbs.toml",
                    SchemaKind::Weights => "weights.toml",
                    SchemaKind::Writing => "writing.toml",
                    _ => "examples/some.toml",
                };
                let mut files = small_vocabulary();
                files.retain(|file| file.path != path);
                files.push(rule_file(path, text));
                pack_faults(&files)
            }
            SchemaKind::Instrument => {
                let mut files = small_vocabulary();
                files.push(rule_file("test/instrument.toml", text));
                pack_faults(&files)
            }
            SchemaKind::CheckExamples => {
                let mut files = small_vocabulary();
                files.push(rule_file("lint/examples/stale-name.toml", text));
                let rulebook = Rulebook::load(&files).unwrap();
                lint_examples(&rulebook).err().unwrap_or_default()
            }
            SchemaKind::Rules => {
                let mut files = small_vocabulary();
                files.push(rule_file("test/instrument.toml", INSTRUMENT));
                files.push(rule_file("test/rules.toml", text));
                pack_faults(&files)
            }
            check => {
                static READY: OnceLock<(Rulebook, Linter)> = OnceLock::new();
                let (rulebook, linter) = READY.get_or_init(|| {
                    let rulebook = Rulebook::load(&small_vocabulary()).unwrap();
                    let linter = Linter::new(&rulebook).unwrap();
                    (rulebook, linter)
                });
                let file = rule_file(check.check_file().unwrap(), text);
                linter.with(rulebook, &[file]).err().unwrap_or_default()
            }
        };
        faults.into_iter().filter(|fault| fault.how_bad() == Severity::Error).collect()
    }
}

fn pack_faults(files: &[RuleFile]) -> Vec<Fault> {
    let load = || {
        let rulebook = Rulebook::load(files)?;
        examples(&rulebook)?;
        Lexicon::load(files)?;
        reading_examples(&rulebook)
    };
    load().err().unwrap_or_default()
}

/// A TOML value as taplo and its like hand it to a schema: dates as text.
fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(yes) => (*yes).into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.iter().map(json).collect(),
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), json(value))).collect()
        }
    }
}
