//! Examples of requirements: what is declared, and what it must come to.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::{Finding, assess_one};
use crate::declaration::{
    Declaration, Declared, Force, read_arrangements, read_attributes, read_none,
};
use crate::rulebook::{
    ArrangementId, ForceId, Requirement, RequirementId, RuleFile, Rulebook, Vocabulary,
};
use crate::source::{Fault, Faults, Place, Span, Table, Text, parse_toml};
use crate::standing::{Day, ForceKind, Outcome};

/// One example of a requirement, out of its rule pack.
#[derive(Clone, Debug)]
pub struct Example {
    /// The requirement's full id.
    pub requirement: RequirementId,
    /// The first day of the version that it stands with.
    pub version: Day,
    /// Where it stands.
    pub place: Place,
    /// What the requirement must come to.
    pub outcome: Outcome,
    /// What its writer adds.
    pub note: Option<String>,
    span: Span,
    declaration: Declaration,
    as_of: Day,
}

/// An example that came out otherwise.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The example.
    pub example: Example,
    /// What it came to.
    pub came_to: Outcome,
    /// The finding of the version that counts, be it the example's own or not.
    pub finding: Finding,
}

impl Failure {
    /// The failure as a fault at the example, which says why it came out so.
    #[must_use]
    pub fn fault(&self, why: String) -> Fault {
        let Example { requirement, outcome, span, declaration, .. } = &self.example;
        Fault::new(
            "rules::failed-example",
            &declaration.text,
            span.clone(),
            format!("this example of `{requirement}` came to {}", self.came_to),
            format!("it says {outcome}"),
        )
        .help(why)
    }
}

impl Example {
    /// Whether it stands with this version of this requirement.
    #[must_use]
    pub fn is_of(&self, requirement: &Requirement) -> bool {
        self.requirement == requirement.id && self.version == requirement.from
    }

    /// Runs the example against the rules; a failure where it comes out otherwise than it says.
    #[must_use]
    pub fn run(&self, rulebook: &Rulebook) -> Option<Failure> {
        self.run_against(rulebook, rulebook.versions(self.requirement.as_str()), self.version)
    }

    /// Runs the example against versions of its requirement, of which its own counts from `own`.
    ///
    /// An example speaks of its own version alone: on a day on which another one counts, that is
    /// not in force.
    #[must_use]
    pub fn run_against(
        &self,
        rulebook: &Rulebook,
        versions: &[Requirement],
        own: Day,
    ) -> Option<Failure> {
        let finding = assess_one(rulebook, versions, &self.declaration, Some(self.as_of))?;
        let came_to = if finding.from == own { finding.outcome } else { Outcome::NotInForce };
        (came_to != self.outcome).then(|| Failure { example: self.clone(), came_to, finding })
    }
}

/// The examples of every requirement in a rulebook, in the order of its files.
///
/// # Errors
///
/// Every fault of every example.
pub fn examples(rulebook: &Rulebook) -> Result<Vec<Example>, Vec<Fault>> {
    let faults = Faults::new();
    let mut examples = Vec::new();
    for file in rulebook.files() {
        let Some((folder, _)) = file.path.split_once('/') else { continue };
        if rulebook.instrument(folder).is_some() {
            read_file(rulebook, file, folder, &faults, &mut examples);
        }
    }
    if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(examples) }
}

fn read_file(
    rulebook: &Rulebook,
    file: &RuleFile,
    folder: &str,
    faults: &Faults,
    examples: &mut Vec<Example>,
) {
    let parsed = parse_toml(&file.text, faults);
    let root = Table::root(&parsed, &file.text, faults);
    for table in root.tables("requirement") {
        // The rulebook loaded, so these are there and sound.
        let Some(id) = table.text_of("id") else { continue };
        let Some(from) = table.get("from").and_then(|item| item.day()) else { continue };
        let id = format!("{folder}/{}", id.value);
        let version = rulebook.versions(&id).iter().find(|version| version.from == from.value);
        let Some(requirement) = version else { continue };
        for example in table.tables("example") {
            examples.extend(read_example(rulebook, requirement, example));
        }
    }
}

fn read_example(
    rulebook: &Rulebook,
    requirement: &Requirement,
    table: Table<'_>,
) -> Option<Example> {
    let as_of = table.get("as_of").and_then(|item| item.day()).map(|found| found.value);
    let as_of = as_of.unwrap_or(requirement.from);
    let force = Force::new(ForceId::from("example"), ForceKind::Territorial, as_of);
    let force = match table.get("force").and_then(|item| item.table()) {
        Some(table) => read_force(table, force, rulebook.vocabulary()),
        None => force,
    };
    let declared = table.require("declared").and_then(|item| item.table());
    let declared = declared.map(|table| read_arrangements(&table, rulebook.vocabulary(), as_of));
    let outcome = table.required_word::<Outcome>("outcome");
    let note = table.text_of("note").map(|found| found.value);
    let place = table.text().place(table.header().start);
    let span = table.header();
    let text = Arc::clone(table.text());
    table.finish();
    Some(Example {
        requirement: requirement.id.clone(),
        version: requirement.from,
        place,
        span,
        outcome: outcome?.value,
        note,
        declaration: declaration(text, force, declared?),
        as_of,
    })
}

fn declaration(
    text: Arc<Text>,
    force: Force,
    declared: BTreeMap<ArrangementId, Declared>,
) -> Declaration {
    Declaration {
        judgements: Vec::new(),
        passed_over: Vec::new(),
        text,
        inputs: Vec::new(),
        force,
        sources: Vec::new(),
        declared,
        information: Vec::new(),
        contradictions: Vec::new(),
        undecided: Vec::new(),
    }
}

/// A force with what an example says of it.
fn read_force(table: Table<'_>, force: Force, vocabulary: &Vocabulary) -> Force {
    let kind = table.required_word::<ForceKind>("kind");
    let attributes = read_attributes(&table);
    let none = read_none(&table, vocabulary, force.as_of, Day::MAX);
    table.finish();
    Force { kind: kind.map_or(force.kind, |found| found.value), attributes, none, ..force }
}
