//! A citation to a paragraph of a text that has several editions, without the edition.
//!
//! Which texts these are, and their editions with the days on which they came out, stands in
//! `editions.toml` of a pack.

use std::sync::LazyLock;

use regex::Regex;

use crate::rulebook::{RuleFile, Rulebook};
use crate::source::{Fault, Faults, Table, parse_toml};
use crate::standing::Day;

/// The file of a pack in which editions stand.
const FILE: &str = "editions.toml";

/// A paragraph, in a citation.
static PARAGRAPH: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\bparas?\.? \d").ok());

/// One edition of a text.
pub(super) struct Edition {
    /// What a citation calls the text, in small letters.
    pub(super) of: String,
    /// What it calls the edition.
    pub(super) name: String,
    /// The day on which it came out.
    pub(super) from: Day,
}

impl Edition {
    /// Whether a part of a citation is about the text.
    pub(super) fn is_cited(&self, part: &str) -> bool {
        part.to_lowercase().contains(&self.of)
    }

    /// Whether it names this edition of it.
    pub(super) fn is_named(&self, part: &str) -> bool {
        self.is_cited(part) && part.contains(&self.name)
    }
}

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let faults = Faults::new();
    let editions = editions(rulebook, &faults);
    let mut found = faults.into_sorted();
    let Some(paragraph) = PARAGRAPH.as_ref() else { return found };
    for requirement in rulebook.requirements() {
        for part in requirement.citation.split(';').filter(|part| paragraph.is_match(part)) {
            let of: Vec<&Edition> = editions.iter().filter(|e| e.is_cited(part)).collect();
            let Some(text) = of.first() else { continue };
            if of.iter().any(|edition| edition.is_named(part)) {
                continue;
            }
            let names: Vec<&str> = of.iter().map(|edition| edition.name.as_str()).collect();
            let fault = Fault::new(
                "lint::edition",
                &requirement.text,
                requirement.citation_span.clone(),
                format!("`{}` cites a paragraph of the {}, of no edition", requirement.id, text.of),
                "expected the edition",
            );
            found.push(fault.help(format!("its editions are: {}", names.join("; "))));
        }
    }
    found
}

/// Every edition that the packs know.
pub(super) fn editions(rulebook: &Rulebook, faults: &Faults) -> Vec<Edition> {
    let files = rulebook.files().iter().filter(|file| file.path == FILE);
    files.flat_map(|file| read(file, faults)).collect()
}

fn read(file: &RuleFile, faults: &Faults) -> Vec<Edition> {
    let parsed = parse_toml(&file.text, faults);
    let root = Table::root(&parsed, &file.text, faults);
    let editions = root.tables("edition").into_iter().filter_map(|table| {
        let of = table.required_text("of");
        let name = table.required_text("name");
        let from = table.require("from").and_then(|item| item.day());
        // What was read of it is for people.
        let _ = table.required_text("read");
        table.finish();
        Some(Edition { of: of?.value.to_lowercase(), name: name?.value, from: from?.value })
    });
    let editions = editions.collect();
    root.finish();
    editions
}
