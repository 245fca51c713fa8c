//! `broken-reference`: annexes, sections, figures and files that the document mentions and doesn't have.

mod links;

use std::collections::BTreeMap;

use super::check::{Check, Looks};
use super::data::{Data, Phrases, patterns};
use super::finding::{Finding, Sensitivity};
use super::page::{Page, Sentence, Struck};
use crate::document::Kind;
use crate::reading::WordForm;
use crate::rulebook::Pattern;
use crate::source::Span;

pub(super) const CHECK: Check = Check {
    id: "broken-reference",
    title: "An annex, section, figure or file that is mentioned and isn't there",
    why: "Whoever is sent to Annex C for what to do finds nothing there.",
    helps: "Readers, and whoever moved or renumbered a part of the document.",
    sensitivity: Sensitivity::Default,
    fix: None,
    make: |data| Box::new(References::new(data)),
};

/// A kind of part: "annex", whatever it is called.
#[derive(Debug)]
struct Part {
    /// What it is called.
    called: String,
    patterns: Vec<Pattern>,
    /// Whether it is numbered like headings, and only headings have it.
    headings: bool,
    /// Whether it is written with a capital: in small letters the word is only a word.
    capital: bool,
}

#[derive(Debug)]
struct References {
    parts: Vec<Part>,
    phrases: Phrases,
    /// What says that it is another text's.
    others: Phrases,
    /// What says that it is this text's.
    here: Phrases,
}

impl References {
    fn new(data: &mut Data<'_>) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        let (mut others, mut here): (Vec<Pattern>, Vec<Pattern>) = Default::default();
        data.each(|root| {
            others.extend(patterns(root, "others"));
            here.extend(patterns(root, "here"));
            for table in root.tables("part") {
                let called = table.required_text("called").map(|found| found.value);
                let patterns = patterns(&table, "names");
                let (headings, capital) = (table.flag("headings"), table.flag("capital"));
                table.finish();
                let part = |called| Part { called, patterns, headings, capital };
                parts.extend(called.map(part));
            }
        });
        Self {
            phrases: data.phrases(parts.iter().map(|part| part.patterns.as_slice())),
            others: data.phrases([&*others]),
            here: data.phrases([&*here]),
            parts,
        }
    }

    /// The parts that the document has, by kind, in small letters: "b", "2", "3.1".
    fn has(&self, page: &Page<'_>) -> BTreeMap<usize, Vec<String>> {
        let mut has: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for struck in page.struck(&self.phrases) {
            let Struck { sentence, entry, words } = &struck;
            let text = page.text(sentence.block);
            // A heading, a caption, a cell or an entry of a list that begins with its name.
            let first = sentence.place(&(0..1)).start == 0 && words.start <= 1;
            let kind = page.block(sentence.block).map(|block| &block.kind);
            let short = text.split_whitespace().count() <= 24;
            let titled = matches!(kind, Some(Kind::Heading(_)))
                || sentence.is(text, words.end + 1, &[":", "–", "-", ".", ")", "|"])
                || words.end + 1 == sentence.len()
                || sentence.form(words.end + 1) == Some(WordForm::Capital);
            let start = sentence.place(words).start;
            let begins =
                page.block(sentence.block).is_some_and(|own| own.line_starts().contains(&start));
            let listed = begins && titled;
            let part = self.parts.get(*entry);
            if (first && short && titled || listed) && part.is_some_and(|part| !part.headings) {
                let label = sentence.word(text, words.end).to_lowercase();
                has.entry(*entry).or_default().push(label);
            }
        }
        let numbered =
            page.document.blocks.iter().filter(|block| matches!(block.kind, Kind::Heading(_)));
        let numbers: Vec<String> = numbered
            .filter_map(|block| {
                let own = block.number().map(str::to_lowercase);
                own.or_else(|| {
                    let first = block.text().split_whitespace().next()?;
                    let bare = first.trim_end_matches(['.', ':', ')']);
                    let digits = bare.starts_with(|c: char| c.is_ascii_digit())
                        && bare.chars().all(|c| c.is_ascii_digit() || c == '.');
                    digits.then(|| bare.to_owned())
                })
            })
            .collect();
        for (entry, _) in self.parts.iter().enumerate().filter(|(_, part)| part.headings) {
            has.entry(entry).or_default().extend(numbers.iter().cloned());
        }
        has
    }

    fn mention(
        &self,
        page: &Page<'_>,
        struck: &Struck<'_>,
        has: &BTreeMap<usize, Vec<String>>,
    ) -> Option<Finding> {
        let Struck { sentence, entry, words } = struck;
        let part = self.parts.get(*entry)?;
        let text = page.text(sentence.block);
        let label = sentence.word(text, words.end);
        let small = sentence.form(words.start) != Some(WordForm::Capital);
        if !is_label(label, part.headings) || (part.capital && small) {
            return None;
        }
        let own = has.get(entry).filter(|own| own.len() >= if part.headings { 2 } else { 1 })?;
        let key = label.to_lowercase();
        // What begins with Appendix 6 is a part of something larger.
        let whole =
            part.headings || own.iter().any(|known| matches!(known.as_str(), "1" | "a" | "i"));
        if (part.headings && beyond(&key, own)) || !whole {
            return None;
        }
        let within = |known: &String| *known == key || known.starts_with(&format!("{key}."));
        if own.iter().any(within) || !is_like(&key, own) {
            return None;
        }
        let here = page.struck_in(sentence, &self.here).any(|(_, at)| near(&at, words));
        let other = self.speaks_of_another(page, sentence, words);
        if other || (part.headings && !here) {
            return None;
        }
        let span = sentence.place(&(words.start..words.end + 1));
        if page.is_quoted(sentence.block, &span) {
            return None;
        }
        let written = text.get(span.clone()).unwrap_or_default();
        let message = format!("the document has no {written}");
        let known = format!("it has {} {}", part.called, own.join(", ").to_uppercase());
        let found = page.finding(CHECK.id, Sensitivity::Default, sentence.block, span, message);
        Some(found.helped(known))
    }

    /// Whether a mention goes on to say in which other text it stands: "Annex D of the statutory guidance".
    fn speaks_of_another(&self, page: &Page<'_>, sentence: &Sentence, words: &Span) -> bool {
        let text = page.text(sentence.block);
        page.struck_in(sentence, &self.others).any(|(_, at)| near(&at, words))
            || (sentence.is(text, words.end + 1, &["of", "to", "in"])
                && sentence.is(text, words.end + 2, &["the", "a", "an", "its", "that", "their"])
                && !sentence.is(
                    text,
                    words.end + 3,
                    &["policy", "document", "procedure", "strategy", "protocol"],
                ))
    }
}

impl Looks for References {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        let has = self.has(page);
        found.extend(
            page.struck(&self.phrases).filter_map(|struck| self.mention(page, &struck, &has)),
        );
        found.extend(links::broken(page, CHECK.id));
    }
}

/// Whether a section is so far behind the last one that it must be another text's.
fn beyond(key: &str, own: &[String]) -> bool {
    let top = |label: &str| label.split('.').next().and_then(|top| top.parse::<u32>().ok());
    let last = own.iter().filter_map(|known| top(known)).max();
    top(key).zip(last).is_none_or(|(key, last)| key > last + 3)
}

/// Whether words stand within a few of others.
fn near(a: &Span, b: &Span) -> bool {
    a.start < b.end + 10 && b.start < a.end + 10
}

/// What a part is called by: a number, a letter.
fn is_label(label: &str, headings: bool) -> bool {
    let digits = label.starts_with(|c: char| c.is_ascii_digit())
        && label.len() <= 6
        && label.chars().all(|c| c.is_ascii_digit() || c == '.');
    let letter = label.len() == 1 && label.chars().all(|c| c.is_ascii_uppercase());
    digits || (letter && !headings)
}

/// Whether a label is of the kind that the parts have: letters and numbers aren't mixed up.
fn is_like(label: &str, own: &[String]) -> bool {
    let digits = |label: &str| label.starts_with(|c: char| c.is_ascii_digit());
    own.iter().any(|known| digits(known) == digits(label))
}
