//! What the rows of a sheet belong to.

use super::folding::{key, meant};
use crate::rulebook::{Arrangement, Vocabulary};

/// What a row belongs to, by its first cell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// The force itself.
    Force,
    /// One of the sources, by what tells them apart: `source 1`.
    Source(String),
    /// That nothing of a kind came: the event, and what tells several times apart.
    None(String, String),
    /// A fact of no arrangement.
    Information(String),
    /// An inspector's own finding.
    Judgement(String),
    /// An arrangement, by its id or its title; or what nobody knows.
    Arrangement(String),
}

impl Part {
    /// What a cell names.
    pub(super) fn of(text: &str, vocabulary: &Vocabulary) -> Self {
        let own = key(text);
        let (first, rest) = own.split_once(' ').unwrap_or((&own, ""));
        let rest = rest.trim().to_owned();
        match first {
            "force" if rest.is_empty() => Self::Force,
            "source" => Self::Source(rest),
            "information" => Self::Information(rest),
            "judgement" => Self::Judgement(rest),
            "none" => Self::none(&rest, vocabulary),
            _ => Self::arrangement(text, vocabulary),
        }
    }

    fn none(rest: &str, vocabulary: &Vocabulary) -> Self {
        let known = vocabulary.events().iter().map(|event| event.id.as_str());
        let event = known.filter(|id| rest.starts_with(&key(id))).max_by_key(|id| id.len());
        match event {
            Some(event) => {
                let which = rest.get(key(event).len()..).unwrap_or_default().trim();
                Self::None(event.to_owned(), which.to_owned())
            }
            None => Self::None(rest.replace(' ', "-"), String::new()),
        }
    }

    fn arrangement(text: &str, vocabulary: &Vocabulary) -> Self {
        let all = vocabulary.arrangements();
        let by_id = meant(text, all.iter().map(|one| one.id.as_str()));
        let by_title = || {
            let own = key(text);
            let found = all.iter().find(|one: &&Arrangement| key(&one.title) == own);
            found.map(|one| one.id.as_str())
        };
        let known = by_id.or_else(by_title);
        Self::Arrangement(known.map_or_else(|| super::folding::folded(text), str::to_owned))
    }

    /// The heading of its table in TOML.
    pub(super) fn heading(&self) -> String {
        match self {
            Self::Force => "[force]".to_owned(),
            Self::Source(_) => "[[source]]".to_owned(),
            Self::None(..) => "[[force.none]]".to_owned(),
            Self::Information(_) => "[[information]]".to_owned(),
            Self::Judgement(_) => "[[judgement]]".to_owned(),
            Self::Arrangement(id) => format!("[{}]", super::body::bare(id)),
        }
    }

    /// The arrangement.
    pub(super) fn as_arrangement<'v>(&self, vocabulary: &'v Vocabulary) -> Option<&'v Arrangement> {
        match self {
            Self::Arrangement(id) => vocabulary.arrangement(id),
            _ => None,
        }
    }
}
