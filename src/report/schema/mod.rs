//! JSON Schemas (draft 2020-12): of the TOML files that people write, for their editors, and of what
//! programs take from ours. One file a kind.
//!
//! A schema never refuses what the program would read. What only the program can see (a quote that
//! isn't in its source, a need's conditions, two requirements of one id) the schema lets pass.

mod actions;
mod arrangement;
mod baseline;
mod checks;
mod context;
mod decisions;
mod declaration;
#[cfg(test)]
mod derived;
mod instrument;
mod kept;
mod papers;
mod project;
mod ranks;
mod rules;
mod shape;
mod statuses;
mod terms;
mod verbs;
mod weights;
mod writing;

use serde_json::{Map, Value};

use super::json::{Spacing, text};
use crate::rulebook::Vocabulary;
use crate::standing::{Words as _, words};

words! {
    /// A kind of file that there is a schema for.
    pub enum SchemaKind {
        /// What a force declares.
        Declaration = "declaration",
        /// A file of `arrangements/`.
        Arrangement = "arrangement",
        /// `instrument.toml`.
        Instrument = "instrument",
        /// A file of provisions and requirements beside it.
        Rules = "rules",
        /// `ranks.toml`.
        Ranks = "ranks",
        /// `context.toml`, and `names.toml`.
        Context = "context",
        /// `forces.toml`.
        Forces = "forces",
        /// `reach.toml`.
        Reach = "reach",
        /// `events.toml`.
        Events = "events",
        /// `statuses.toml`.
        Statuses = "statuses",
        /// `verbs.toml`.
        Verbs = "verbs",
        /// `weights.toml`.
        Weights = "weights",
        /// `writing.toml`.
        Writing = "writing",
        /// A file of `examples/`.
        Examples = "examples",
        /// `lint/stale-name.toml`.
        StaleName = "stale-name",
        /// `lint/wrong-section.toml`.
        WrongSection = "wrong-section",
        /// `lint/missing-topic.toml`.
        MissingTopic = "missing-topic",
        /// `lint/overdue-review.toml`.
        OverdueReview = "overdue-review",
        /// `lint/contradiction.toml`.
        Contradiction = "contradiction",
        /// `lint/weak-duty.toml`.
        WeakDuty = "weak-duty",
        /// `lint/broken-reference.toml`.
        BrokenReference = "broken-reference",
        /// `lint/figures.toml`.
        Figures = "figures",
        /// `lint/placeholder.toml`.
        Placeholder = "placeholder",
        /// `lint/victim-language.toml`.
        VictimLanguage = "victim-language",
        /// `lint/history.toml`.
        History = "history",
        /// `lint/sections.toml`.
        Sections = "sections",
        /// A file of `lint/examples/`.
        CheckExamples = "check-examples",
        /// `msacheck.toml`.
        Project = "project",
        /// The plan of action.
        Actions = "actions",
        /// `decisions.toml`.
        Decisions = "decisions",
        /// A list of papers.
        Papers = "papers",
        /// What `baseline` writes.
        Baseline = "baseline",
        /// What `read --format json` prints.
        Reading = "reading",
        /// What `check --format json` prints.
        Result = "result",
        /// What `compare --format json` prints.
        Comparison = "comparison",
        /// What `plan --format json` prints.
        Plan = "plan",
        /// What `lint --format json` prints.
        Lint = "lint",
    }
}

impl SchemaKind {
    /// Whether the schema depends on the arrangements and ranks that are loaded.
    #[must_use]
    pub fn depends_on_rules(self) -> bool {
        !matches!(
            self,
            Self::Instrument
                | Self::Ranks
                | Self::Forces
                | Self::Reach
                | Self::Events
                | Self::Verbs
                | Self::Writing
                | Self::Project
                | Self::Actions
                | Self::Decisions
                | Self::Papers
                | Self::Baseline
                | Self::Result
                | Self::Comparison
                | Self::Plan
                | Self::Lint
                | Self::CheckExamples
        ) && self.check_file().is_none()
    }

    /// Whether people write such files; the others are results.
    #[must_use]
    pub fn is_written_by_people(self) -> bool {
        !matches!(self, Self::Reading | Self::Result | Self::Comparison | Self::Plan | Self::Lint)
    }

    /// The path in a pack of the file that a check of documents goes by; nothing of other kinds.
    #[must_use]
    pub fn check_file(self) -> Option<&'static str> {
        Some(match self {
            Self::StaleName => "lint/stale-name.toml",
            Self::WrongSection => "lint/wrong-section.toml",
            Self::MissingTopic => "lint/missing-topic.toml",
            Self::OverdueReview => "lint/overdue-review.toml",
            Self::Contradiction => "lint/contradiction.toml",
            Self::WeakDuty => "lint/weak-duty.toml",
            Self::BrokenReference => "lint/broken-reference.toml",
            Self::Figures => "lint/figures.toml",
            Self::Placeholder => "lint/placeholder.toml",
            Self::VictimLanguage => "lint/victim-language.toml",
            Self::History => "lint/history.toml",
            Self::Sections => "lint/sections.toml",
            _ => return None,
        })
    }

    /// The kind of a file by its path in a pack, where checks of documents go by it or are proved by it.
    #[must_use]
    pub fn of_check_file(path: &str) -> Option<Self> {
        if path.starts_with("lint/examples/") {
            return Some(Self::CheckExamples);
        }
        Self::ALL.iter().copied().find(|kind| kind.check_file() == Some(path))
    }

    fn title(self) -> &'static str {
        match self {
            Self::Declaration => "What a police force declares against modern slavery",
            Self::Arrangement => "An arrangement that a force may have",
            Self::Instrument => "A text that requirements come from",
            Self::Rules => "Provisions and requirements",
            Self::Ranks => "Police ranks",
            Self::Context => "How documents are read",
            Self::Forces => "Police forces",
            Self::Reach => "Whom the law means",
            Self::Events => "What a duty may wait for",
            Self::Statuses => "What people write in grids",
            Self::Verbs => "The forms of verbs",
            Self::Weights => "What words weigh for an arrangement",
            Self::Writing => "How papers are written",
            Self::Examples => "Examples of reading",
            Self::StaleName => "Names that are no longer right",
            Self::WrongSection => "Acts whose sections are looked at",
            Self::MissingTopic => "What documents must speak of",
            Self::OverdueReview => "How documents say when they are reviewed",
            Self::Contradiction => "When two sentences contradict each other",
            Self::WeakDuty => "Duties as documents word them",
            Self::BrokenReference => "Parts that documents send to",
            Self::Figures => "Words of figures",
            Self::Placeholder => "What templates leave behind",
            Self::VictimLanguage => "Words not to use of victims",
            Self::History => "Words of the past",
            Self::Sections => "What sections are about",
            Self::CheckExamples => "Examples of a check of documents",
            Self::Project => "Settings of a project",
            Self::Actions => "What is done about gaps",
            Self::Decisions => "What people decided about papers",
            Self::Papers => "What papers are",
            Self::Baseline => "Gaps that are known",
            Self::Reading => "What documents declare",
            Self::Result => "What a check came to",
            Self::Comparison => "Assessments side by side",
            Self::Plan => "What to change",
            Self::Lint => "What is wrong with documents",
        }
    }
}

/// The schema of a kind of file, for a vocabulary.
///
/// # Errors
///
/// None in practice: a schema is JSON already.
pub fn schema(kind: SchemaKind, vocabulary: &Vocabulary) -> serde_json::Result<String> {
    let (root, definitions) = match kind {
        SchemaKind::Declaration => declaration::schema(vocabulary),
        SchemaKind::Arrangement => (arrangement::schema(), context::definitions(vocabulary)),
        SchemaKind::Instrument => (instrument::schema(), Map::new()),
        SchemaKind::Rules => rules::schema(vocabulary),
        SchemaKind::Ranks => (ranks::schema(), Map::new()),
        SchemaKind::Context => (context::context(vocabulary), context::definitions(vocabulary)),
        SchemaKind::Forces => (context::forces(), Map::new()),
        SchemaKind::Reach => (terms::reach(), Map::new()),
        SchemaKind::Events => (terms::events(), Map::new()),
        SchemaKind::Statuses => (statuses::schema(), context::definitions(vocabulary)),
        SchemaKind::Verbs => (verbs::schema(), Map::new()),
        SchemaKind::Weights => (weights::schema(vocabulary), Map::new()),
        SchemaKind::Writing => (writing::schema(), Map::new()),
        SchemaKind::Examples => (context::examples(), context::definitions(vocabulary)),
        SchemaKind::StaleName
        | SchemaKind::WrongSection
        | SchemaKind::MissingTopic
        | SchemaKind::OverdueReview
        | SchemaKind::Contradiction
        | SchemaKind::WeakDuty
        | SchemaKind::BrokenReference
        | SchemaKind::Figures
        | SchemaKind::Placeholder
        | SchemaKind::VictimLanguage
        | SchemaKind::History
        | SchemaKind::Sections
        | SchemaKind::CheckExamples => (checks::schema(kind.check_file()), Map::new()),
        SchemaKind::Project => (project::schema(), Map::new()),
        SchemaKind::Actions => actions::schema(),
        SchemaKind::Decisions => decisions::schema(),
        SchemaKind::Papers => papers::schema(),
        SchemaKind::Baseline => baseline::schema(),
        SchemaKind::Reading => kept::schema(kept::READING)?,
        SchemaKind::Result => kept::schema(kept::RESULT)?,
        SchemaKind::Comparison => kept::schema(kept::COMPARISON)?,
        SchemaKind::Plan => kept::schema(kept::PLAN)?,
        SchemaKind::Lint => kept::schema(kept::LINT)?,
    };
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    whole.insert("$comment".to_owned(), concat!("msacheck ", env!("CARGO_PKG_VERSION")).into());
    whole.insert("title".to_owned(), kind.title().into());
    if let Value::Object(root) = root {
        whole.extend(root);
    }
    if !definitions.is_empty() {
        whole.insert("$defs".to_owned(), definitions.into());
    }
    // What the vocabulary's authors wrote may end up in a terminal.
    text(&Value::Object(whole), Spacing::Indented)
}
