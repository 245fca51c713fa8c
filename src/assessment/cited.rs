//! Where facts come from, as reports show it.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::declaration::{Declaration, Evidence, SourceDocument, SourceId};
use crate::source::{Digest, Place};
use crate::standing::{Basis, PartialDate};

/// A document that evidence is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Source {
    /// The name by which evidence refers to it.
    pub source: SourceId,
    /// Its title.
    pub title: String,
    /// Its file, as the declaration names it.
    pub file: Option<String>,
    /// The SHA-256 of its bytes; nothing where it wasn't read.
    pub sha256: Option<Digest>,
    /// Where it is to be had, where that is said: a web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub address: Option<String>,
    /// Its date.
    pub date: Option<PartialDate>,
    /// When it came to hand, where that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "PartialDate"))]
    pub obtained: Option<PartialDate>,
}

impl Cited {
    /// The last day of which it is said to speak, else the date of its source.
    #[must_use]
    pub fn newest(&self) -> Option<PartialDate> {
        self.to.or(self.from).or(self.date)
    }
}

/// A piece of evidence as reports show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Cited {
    /// The id of the source.
    pub source: SourceId,
    /// Its title.
    pub title: String,
    /// Where it is to be had, where that is said: a web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub address: Option<String>,
    /// The quoted words.
    pub quote: Option<String>,
    /// Whether the words were found.
    pub basis: Basis,
    /// Whether they were found only where nobody sees them: hidden, covered or struck out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, schemars(extend("default" = false)))]
    pub unseen: bool,
    /// The file, line and column in which they were found.
    pub place: Option<Place>,
    /// The page that the declaration names.
    pub page: Option<i64>,
    /// The line that the declaration names.
    pub line: Option<i64>,
    /// The date of what is evidenced, else of its source.
    pub date: Option<PartialDate>,
    /// The first day of the period that is evidenced, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "PartialDate"))]
    pub from: Option<PartialDate>,
    /// The last day of that period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "PartialDate"))]
    pub to: Option<PartialDate>,
}

/// A quoted fact of no arrangement, as reports show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Informed {
    /// What it is.
    pub note: String,
    /// Where it comes from.
    pub evidence: Vec<Cited>,
    /// Its table in the declaration.
    pub place: Place,
}

pub(super) fn source(document: &SourceDocument) -> Source {
    Source {
        source: document.id.clone(),
        title: document.title.clone(),
        file: document.file.clone(),
        sha256: document.text.as_ref().map(|text| text.text().digest()),
        address: document.address.clone(),
        date: document.date,
        obtained: document.obtained,
    }
}

pub(super) fn cited(declaration: &Declaration, evidence: &[Evidence]) -> Vec<Cited> {
    evidence
        .iter()
        .map(|piece| {
            let document = declaration.sources.iter().find(|source| source.id == piece.source);
            Cited {
                source: piece.source.clone(),
                title: document.map(|document| document.title.clone()).unwrap_or_default(),
                address: document.and_then(|document| document.address.clone()),
                quote: piece.quote.clone(),
                basis: piece.basis(),
                unseen: piece.unseen,
                place: piece.found.clone(),
                page: piece.page.or_else(|| piece.found.as_ref()?.page.map(i64::from)),
                line: piece.line,
                date: piece.when.date().or_else(|| document.and_then(|document| document.date)),
                from: piece.when.from(),
                to: piece.when.to(),
            }
        })
        .collect()
}

pub(super) fn informed(declaration: &Declaration) -> Vec<Informed> {
    let information = declaration.information.iter();
    let informed = information.map(|information| Informed {
        note: information.note.clone(),
        evidence: cited(declaration, &information.evidence),
        place: information.text.place(information.span.start),
    });
    informed.collect()
}
