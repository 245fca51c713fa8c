//! What is compared: assessments of many forces and dates, in a stable order, each once.

use crate::result::{CheckResult, Gated, Run};
use crate::source::Fault;

/// What is compared.
#[derive(Clone, Debug)]
pub struct Territory {
    /// What the assessments rest on: that of the check, else of the first saved result.
    pub run: Run,
    /// Whether some were assessed by other rules than the rest.
    pub other_rules: bool,
    /// Every assessment, by force and then by date.
    pub assessments: Vec<Gated>,
    /// The inputs that came to no assessment.
    pub lost: Vec<Lost>,
}

/// An input that came to no assessment: it keeps its row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    /// Its file.
    pub file: String,
}

impl Lost {
    /// The name of the file, without its folders.
    #[must_use]
    pub fn name(&self) -> &str {
        self.file.rsplit(['/', '\\']).next().unwrap_or(&self.file)
    }
}

impl Territory {
    /// Puts results together.
    ///
    /// # Errors
    ///
    /// A fault for each pair of assessments of one force and one day of facts; nothing at all where there is no
    /// result.
    pub fn of(results: Vec<CheckResult>, lost: Vec<Lost>) -> Result<Self, Vec<Fault>> {
        let mut results = results.into_iter();
        let Some(CheckResult { run, mut assessments }) = results.next() else {
            return Err(Vec::new());
        };
        let (rules, mut unassessed, mut other_rules) = (run.digests(), run.unassessed, false);
        for more in results {
            other_rules |= more.run.digests() != rules;
            unassessed += more.run.unassessed;
            assessments.extend(more.assessments);
        }
        let mut lost = lost;
        lost.sort();
        lost.dedup();
        let run = Run { unassessed: unassessed.max(lost.len()), ..run };
        let key = |of: &Gated| (of.assessment.force.clone(), of.assessment.as_of);
        assessments.sort_by_cached_key(key);
        let twice: Vec<Fault> = assessments
            .iter()
            .zip(assessments.iter().skip(1))
            .filter(|(a, b)| key(a) == key(b))
            .map(|(a, b)| twice(a, b))
            .collect();
        if !twice.is_empty() {
            return Err(twice);
        }
        Ok(Self { run, other_rules, assessments, lost })
    }
}

/// The fault of two assessments of one force and one day of facts.
fn twice(a: &Gated, b: &Gated) -> Fault {
    let [(a, force, day), (b, ..)] = [a, b].map(|of| {
        let of = &of.assessment;
        (&of.place.file, &of.force, of.as_of)
    });
    let message = format!("`{a}` and `{b}` are both of the force `{force}` and the day {day}");
    Fault::whole("usage::compared-twice", message)
        .help("name one of them alone: each date of a force is compared once")
}

/// The fault of one assessment that there is nothing to hold against.
#[must_use]
pub fn alone() -> Fault {
    Fault::whole(
        "usage::nothing-to-compare",
        "there is one assessment, and nothing to hold it against",
    )
    .help("name two dates of one force, or several forces; `msacheck check` assesses one")
}
