//! What a check came to: the whole of it, as it is saved and read again.
//!
//! A [`CheckResult`] is all that a report is made of. Rendered as JSON (the report format `json`) and
//! read back ([`read()`]) it is the same, so every report can be made of a saved result as of a fresh
//! one.

mod agrees;
mod pieces;
mod read;

pub use pieces::Pieces;
pub use read::{SIZE_LIMIT, read};

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::actions::Actions;
use crate::assessment::Assessment;
use crate::gate::Verdict;
use crate::rulebook::{RequirementId, RuleFile, pack_digest};
use crate::source::Digest;
use crate::standing::{Day, words};

/// The name and version of the shape of a saved result. It changes when a reader of the old shape
/// would be misled; a key that is added misleads nobody.
pub const SCHEMA: &str = "msacheck/assessment/2";

/// The shape before it. It didn't hold what a baseline recorded, so that what it says of one can't be
/// made sure of.
const EARLIER_SCHEMA: &str = "msacheck/assessment/1";

/// What a check came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckResult {
    /// What it rests on.
    pub run: Run,
    /// One assessment a force, in the order of the inputs.
    pub assessments: Vec<Gated>,
}

/// What a result rests on: with the digests of inputs and sources, which stand in each assessment,
/// all that it takes to come to the same again.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Run {
    /// The program and its version: `msacheck 0.1.0`.
    pub program: String,
    /// The rule packs.
    pub rules: Rules,
    /// What else was read: settings, confirmations.
    pub files: Vec<UsedFile>,
    /// The options of the command line with which another command sees the same.
    pub options: Vec<String>,
    /// Which requirements are shown, counted and gated; nothing where all are.
    pub filtered: Option<String>,
    /// Where the rules are to be read, with `{rule}` for the name of one; nothing where nobody says.
    #[serde(default)]
    pub docs: Option<String>,
    /// Whether there was a gate.
    #[serde(default)]
    pub gated: bool,
    /// Whether it was saved in an earlier shape, and what it says of a baseline had to be believed.
    #[serde(default)]
    pub earlier: bool,
    /// How many inputs couldn't.
    pub unassessed: usize,
}

/// The rules that were asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Rules {
    /// The built-in rules, then packs of the user's.
    pub packs: Vec<Pack>,
    /// The optional packs that were asked for.
    pub optional: Vec<String>,
    /// Whether drafts were asked, too.
    pub drafts: bool,
}

/// A rule pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Pack {
    /// `built-in`, or the folder as the user named it.
    pub pack: String,
    /// Its version: that of the program for what is built in, nothing for a folder.
    #[cfg_attr(test, schemars(regex(pattern = r"\S")))]
    pub version: Option<String>,
    /// The SHA-256 of the list of its files: a line each, its SHA-256, two spaces and its path
    /// within the pack, in the order of the paths. `sha256sum` prints such lists.
    pub sha256: Digest,
}

impl Pack {
    /// The built-in rules.
    #[must_use]
    pub fn built_in(sha256: Digest) -> Self {
        let version = Some(env!("CARGO_PKG_VERSION").to_owned());
        Self { pack: "built-in".to_owned(), version, sha256 }
    }

    /// A folder of the user's.
    #[must_use]
    pub fn folder(name: String, files: &[RuleFile]) -> Self {
        Self { pack: name, version: None, sha256: pack_digest(files) }
    }
}

words! {
    /// What a file was used for.
    pub enum Role {
        /// The settings of the project.
        Settings = "settings",
        /// What holders of the full texts say of the rules.
        Confirmations = "confirmations",
        /// The gaps that are known already.
        Baseline = "baseline",
        /// What is done about gaps.
        Actions = "actions",
        /// What people decided about passages of papers.
        Decisions = "decisions",
    }
}

/// A file that bore on the result and is neither an input nor a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct UsedFile {
    /// Its name, as the user gave it.
    pub file: String,
    /// What it was used for.
    pub role: Role,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
}

/// An assessment with what the gate made of it, and what is done about its gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gated {
    /// The assessment.
    pub assessment: Assessment,
    /// What the gate said; nothing where there is none.
    pub verdict: Option<Verdict>,
    /// What somebody does about its gaps. Nothing rests on it.
    pub actions: Actions,
}

/// The place of a rule's name in the address at which rules are to be read.
pub const RULE: &str = "{rule}";

impl Run {
    /// Where a rule is to be read, where somebody says.
    #[must_use]
    pub fn address_of(&self, requirement: &RequirementId) -> Option<String> {
        let fit = |c: char| c.is_ascii_alphanumeric() || "-._/".contains(c);
        let name = requirement.as_str();
        let docs = self.docs.as_ref().filter(|_| name.chars().all(fit))?;
        Some(docs.replace(RULE, name))
    }

    /// What this very program is called.
    #[must_use]
    pub fn this_program() -> String {
        concat!("msacheck ", env!("CARGO_PKG_VERSION")).to_owned()
    }

    /// The digests of the rule packs, the built-in ones first.
    #[must_use]
    pub fn digests(&self) -> Vec<Digest> {
        self.rules.packs.iter().map(|pack| pack.sha256).collect()
    }

    /// Whether some input couldn't be assessed.
    #[must_use]
    pub fn incomplete(&self) -> bool {
        self.unassessed > 0
    }

    /// That some input is missing, in a sentence; nothing where all were assessed.
    #[must_use]
    pub fn what_is_missing(&self) -> Option<String> {
        match self.unassessed {
            0 => None,
            1 => Some("Incomplete: 1 input couldn't be assessed.".to_owned()),
            some => Some(format!("Incomplete: {some} inputs couldn't be assessed.")),
        }
    }
}

impl CheckResult {
    /// That some input is missing, in a sentence; nothing where all were assessed.
    #[must_use]
    pub fn incomplete(&self) -> Option<String> {
        self.run.what_is_missing()
    }

    /// Whether there was a gate.
    #[must_use]
    pub fn gated(&self) -> bool {
        self.assessments.iter().any(|gated| gated.verdict.is_some())
    }

    /// The one assessment, where one force was all that was checked.
    #[must_use]
    pub fn only(&self) -> Option<&Gated> {
        match self.assessments.as_slice() {
            [only] if !self.run.incomplete() => Some(only),
            _ => None,
        }
    }
}

impl Gated {
    /// The day that was today, where it decided anything: whether a waiver or a judgement holds, an
    /// action is late, or evidence is old.
    #[must_use]
    pub fn today(&self) -> Option<Day> {
        let verdict = self.verdict.as_ref().and_then(|verdict| verdict.today);
        let stale = self.assessment.stale.as_ref().map(|stale| stale.today);
        verdict.or(self.assessment.judgements.today).or(self.actions.today).or(stale)
    }

    /// Whether the gate fails it.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.verdict.as_ref().is_some_and(|verdict| !verdict.passes())
    }
}
