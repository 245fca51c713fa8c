//! What checks go by, out of the files of rule packs.

use crate::reading::UnreadyBook;
use crate::rulebook::{Pattern, Provision, RuleFile, Rulebook};
use crate::source::{Fault, Faults, Span, Table, parse_toml};

/// The data of one check while it is made ready.
pub(super) struct Data<'a> {
    /// The check.
    pub check: &'static str,
    pub rulebook: &'a Rulebook,
    /// The files of all packs.
    pub files: &'a [RuleFile],
    pub book: &'a mut UnreadyBook,
    pub faults: &'a Faults,
}

/// Phrases of a check, each of an entry of its data.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The number of the first one in the book.
    first: usize,
    /// The entry of each.
    of: Vec<usize>,
}

impl Phrases {
    /// The entry that a phrase is of; nothing where it isn't one of these.
    pub(super) fn entry(&self, pattern: usize) -> Option<usize> {
        self.of.get(pattern.checked_sub(self.first)?).copied()
    }
}

impl Data<'_> {
    /// Goes through the files of the check, the built-in one first.
    pub(super) fn each(&self, read: impl FnMut(&Table<'_>)) {
        self.each_of(self.check, read);
    }

    /// The same of data that several checks go by.
    pub(super) fn each_of(&self, name: &str, mut read: impl FnMut(&Table<'_>)) {
        for file in self.files.iter().filter(|file| file.check() == Some(name)) {
            let parsed = parse_toml(&file.text, self.faults);
            let root = Table::root(&parsed, &file.text, self.faults);
            read(&root);
            root.finish();
        }
    }

    /// Takes in the patterns that the files of some data have under keys: what stands under each is one entry.
    pub(super) fn lists<const N: usize>(
        &mut self,
        name: &str,
        keys: [&'static str; N],
        mut also: impl FnMut(&Table<'_>),
    ) -> [Phrases; N] {
        let mut all = keys.map(|_| Vec::new());
        self.each_of(name, |root| {
            for (list, key) in all.iter_mut().zip(keys) {
                list.extend(patterns(root, key));
            }
            also(root);
        });
        all.map(|list| self.phrases([list.as_slice()]))
    }

    /// Takes in the patterns of entries.
    pub(super) fn phrases<'p>(
        &mut self,
        entries: impl IntoIterator<Item = &'p [Pattern]>,
    ) -> Phrases {
        let mut phrases = Phrases::default();
        for (entry, patterns) in entries.into_iter().enumerate() {
            for pattern in patterns {
                let number = self.book.add(pattern);
                if phrases.of.is_empty() {
                    phrases.first = number;
                }
                phrases.of.push(entry);
            }
        }
        phrases
    }

    /// The provisions of an instrument.
    pub(super) fn provisions(&self, instrument: &str) -> impl Iterator<Item = &Provision> {
        let all = self.rulebook.provisions().iter();
        all.filter(move |provision| provision.instrument.as_str() == instrument)
    }
}

/// The patterns under a key.
pub(super) fn patterns(table: &Table<'_>, key: &'static str) -> Vec<Pattern> {
    let written = table.texts(key).into_iter();
    let read = written.filter_map(|text| match Pattern::parse(&text.value) {
        Ok(pattern) => Some(pattern),
        Err(why) => {
            not_a_pattern(table, text.span, why);
            None
        }
    });
    read.collect()
}

fn not_a_pattern(table: &Table<'_>, span: Span, why: &str) {
    let message = format!("this pattern {why}");
    let fault = Fault::new("rules::not-a-pattern", table.text(), span, message, "here");
    table.push(fault.help("`docs/lint.md` tells how words that checks look for are written"));
}
