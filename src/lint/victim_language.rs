//! `victim-language`: words that guidance asks forces not to use of victims.

use super::check::{Check, Looks};
use super::data::{Data, Phrases, patterns};
use super::finding::{Finding, Sensitivity};
use super::page::{Page, Struck};
use crate::rulebook::Pattern;

pub(super) const CHECK: Check = Check {
    id: "victim-language",
    title: "Words that guidance asks forces not to use of victims",
    why: "Words that blame or doubt a victim are read by the victim, the jury and the next officer.",
    helps: "Victims, and officers who must win their trust.",
    sensitivity: Sensitivity::Pedantic,
    fix: None,
    make: |data| Box::new(Words::new(data)),
};

#[derive(Debug)]
struct Avoided {
    patterns: Vec<Pattern>,
    instead: String,
    source: String,
}

#[derive(Debug)]
struct Words {
    avoided: Vec<Avoided>,
    phrases: Phrases,
    /// Words beside which the words are spoken of, not used.
    unless: Phrases,
}

impl Words {
    fn new(data: &mut Data<'_>) -> Self {
        let (mut avoided, mut unless): (Vec<Avoided>, Vec<Pattern>) = Default::default();
        data.each(|root| {
            unless.extend(patterns(root, "unless"));
            for table in root.tables("words") {
                let (instead, source) =
                    (table.required_text("instead"), table.required_text("source"));
                let patterns = patterns(&table, "names");
                table.finish();
                let (Some(instead), Some(source)) = (instead, source) else { continue };
                avoided.push(Avoided { patterns, instead: instead.value, source: source.value });
            }
        });
        let phrases = data.phrases(avoided.iter().map(|own| own.patterns.as_slice()));
        let unless = data.phrases([&*unless]);
        Self { avoided, phrases, unless }
    }
}

impl Looks for Words {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        for Struck { sentence, entry, words } in page.struck(&self.phrases) {
            let Some(avoided) = self.avoided.get(entry) else { continue };
            let span = sentence.place(&words);
            let spoken_of = page.struck_in(sentence, &self.unless).next().is_some();
            if spoken_of || page.is_quoted(sentence.block, &span) {
                continue;
            }
            let written = page.text(sentence.block).get(span.clone()).unwrap_or_default();
            let message = format!("guidance asks not to say “{written}” of victims");
            let finding =
                page.finding(CHECK.id, Sensitivity::Pedantic, sentence.block, span, message);
            found.push(finding.helped(format!("say {} ({})", avoided.instead, avoided.source)));
        }
    }
}
