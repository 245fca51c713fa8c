//! `figures`: days that don't exist, years the wrong way round, sums and totals that don't add up.

mod days;
mod odd;
mod sums;
mod tables;

use super::check::{Check, Looks};
use super::data::{Data, Phrases};
use super::finding::{Finding, Sensitivity};
use super::page::Page;
use crate::reading::WordForm;
use crate::source::Span;
use odd::Odd;

pub(super) const CHECK: Check = Check {
    id: "figures",
    title: "Figures that can't be right: sums, totals, dates, years",
    why: "A number that doesn't add up is the first thing that a reader finds, and then nobody trusts the others.",
    helps: "Whoever must answer for the figures: in an inspection, to a panel, to the press.",
    sensitivity: Sensitivity::Default,
    fix: None,
    make: |data| Box::new(Figures::new(data)),
};

#[derive(Debug)]
pub(super) struct Figures {
    /// What leads in the parts of a whole: "comprising", "made up of".
    parts: Phrases,
    /// What calls a number the whole: "a total of".
    totals: Phrases,
    /// How the row of a table begins that adds up those above it.
    rows: Phrases,
    /// What stands before years that follow one another.
    years: Phrases,
}

impl Figures {
    fn new(data: &mut Data<'_>) -> Self {
        let keys = ["parts", "totals", "rows", "years"];
        let [parts, totals, rows, years] = data.lists(data.check, keys, |_| ());
        Self { parts, totals, rows, years }
    }
}

impl Looks for Figures {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        let mut tell = |block: usize, odd: Odd| {
            if !page.is_quoted(block, &odd.span) {
                let Odd { span, message, sensitivity } = odd;
                found.push(page.finding(CHECK.id, sensitivity, block, span, message));
            }
        };
        for sentence in &page.sentences {
            let text = page.text(sentence.block);
            if !sentence.passage.words.iter().any(|word| word.form == WordForm::Number) {
                continue;
            }
            days::odd(sentence, text).into_iter().for_each(|odd| tell(sentence.block, odd));
            let before: Vec<Span> =
                page.struck_in(sentence, &self.years).map(|(_, at)| at).collect();
            days::reversed(sentence, text, &before)
                .into_iter()
                .for_each(|odd| tell(sentence.block, odd));
            let totals: Vec<Span> =
                page.struck_in(sentence, &self.totals).map(|(_, at)| at).collect();
            let parts: Vec<Span> =
                page.struck_in(sentence, &self.parts).map(|(_, at)| at).collect();
            sums::odd(sentence, text, &totals, &parts)
                .into_iter()
                .for_each(|odd| tell(sentence.block, odd));
        }
        for (block, odd) in tables::odd(page, &self.rows) {
            tell(block, odd);
        }
    }
}
