//! How papers are written: `writing.toml`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::rulebook::RuleFile;
use crate::source::{Fault, Faults, Table, parse_toml};

/// Words of how papers are written, each in lower case.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Writing {
    /// Words before a full stop that ends no sentence.
    pub abbreviations: BTreeSet<String>,
    /// Words before a full stop that ends no sentence where a number follows: "No. 2".
    pub abbreviations_of_numbers: BTreeSet<String>,
    /// What leads in the number of a question or of its answer: "Question 3".
    pub number_leads: BTreeSet<String>,
    /// What may stand before that: "In response to".
    pub number_openings: BTreeSet<String>,
    /// What joins several numbers: "Questions 1 and 3".
    pub number_joins: BTreeSet<String>,
    /// Plurals that mean something else than their singular, and what only looks like a plural.
    pub own_plurals: BTreeSet<String>,
    /// What names the sender in the head of a message: "From:".
    pub mail_senders: BTreeSet<String>,
    /// The other fields of such a head.
    pub mail_fields: BTreeSet<String>,
    /// What ends the line that leads in a message without such a head: "On 3 May 2024 A wrote:".
    pub mail_says: BTreeSet<String>,
    /// Words that nearly every sentence has.
    pub common: BTreeSet<String>,
    /// Words, and classes in braces, that many sentences have.
    pub frequent: BTreeSet<String>,
    /// How a document says of which day it is.
    pub dates: DateWords,
}

/// How a document says of which day it is, each in lower case.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DateWords {
    /// What its own date is called.
    pub labels: BTreeSet<String>,
    /// The same of its last change, which it is then as of.
    pub updates: BTreeSet<String>,
    /// What stands before a date of something else.
    pub leads: BTreeSet<String>,
    /// What stands in a line whose date is that of something else.
    pub of_others: BTreeSet<String>,
}

impl DateWords {
    /// Its keys in `writing.toml`, with what stands under each.
    pub const KEYS: [(&'static str, &'static str); 4] = [
        ("labels", "What the document's own date is called."),
        ("updates", "The same of its last change."),
        ("leads", "What stands before a date of something else."),
        ("of-others", "What stands in a line whose date is that of something else."),
    ];
}

impl Writing {
    /// Its keys in `writing.toml`, with what stands under each.
    pub const KEYS: [(&'static str, &'static str); 11] = [
        ("abbreviations", "Words before a full stop that ends no sentence."),
        ("abbreviations-of-numbers", "The same where a number follows."),
        ("number-leads", "What leads in the number of a question or of its answer."),
        ("number-openings", "What may stand before that."),
        ("number-joins", "What joins several numbers."),
        ("own-plurals", "Plurals that mean something else than their singular."),
        ("mail-senders", "What names the sender in the head of a message."),
        ("mail-fields", "The other fields of such a head."),
        ("mail-says", "What ends the line that leads in a message without such a head."),
        ("common", "Words that nearly every sentence has; they change no result."),
        ("frequent", "Words, and classes in braces, that many sentences have; likewise."),
    ];

    /// What the files of packs say of it.
    ///
    /// # Errors
    ///
    /// Every fault of those files.
    pub fn load(files: &[RuleFile]) -> Result<Self, Vec<Fault>> {
        let (faults, mut writing) = (Faults::new(), Self::default());
        for file in files.iter().filter(|file| file.path == "writing.toml") {
            let parsed = parse_toml(&file.text, &faults);
            writing.read(Table::root(&parsed, &file.text, &faults));
        }
        if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(writing) }
    }

    /// Adds what a file says.
    pub(super) fn read(&mut self, table: Table<'_>) {
        if let Some(writing) = table.get("writing").and_then(|item| item.table()) {
            let lists = [
                &mut self.abbreviations,
                &mut self.abbreviations_of_numbers,
                &mut self.number_leads,
                &mut self.number_openings,
                &mut self.number_joins,
                &mut self.own_plurals,
                &mut self.mail_senders,
                &mut self.mail_fields,
                &mut self.mail_says,
                &mut self.common,
                &mut self.frequent,
            ];
            take(&writing, &Self::KEYS, lists);
            writing.finish();
        }
        if let Some(dates) = table.get("dates").and_then(|item| item.table()) {
            let DateWords { labels, updates, leads, of_others } = &mut self.dates;
            take(&dates, &DateWords::KEYS, [labels, updates, leads, of_others]);
            dates.finish();
        }
        table.finish();
    }
}

/// Adds what stands under each key to its list.
fn take<const LISTS: usize>(
    table: &Table<'_>,
    keys: &[(&'static str, &'static str); LISTS],
    lists: [&mut BTreeSet<String>; LISTS],
) {
    for ((key, _), words) in keys.iter().zip(lists) {
        words.extend(table.texts(key).into_iter().map(|text| text.value.to_lowercase()));
    }
}
