//! `weak-duty`: a legal duty that is worded as optional, and a power that is worded as a duty.

use super::check::{Check, Looks};
use super::data::{Data, Phrases, patterns};
use super::finding::{Finding, Sensitivity};
use super::page::{Page, Sentence};
use crate::rulebook::Pattern;
use crate::source::{Span, Table};
use crate::standing::Day;

pub(super) const CHECK: Check = Check {
    id: "weak-duty",
    title: "A legal duty that is worded as optional, or a power that is worded as a duty",
    why: "Who reads “may notify” doesn't notify, and the force is in breach of the Act.",
    helps: "Officers who must know what the law leaves them no choice about, and the force that answers for it.",
    sensitivity: Sensitivity::Default,
    fix: None,
    make: |data| Box::new(WeakDuties::new(data)),
};

/// What the law asks of a force, or leaves to it.
#[derive(Debug)]
struct Asks {
    /// From when on.
    from: Option<Day>,
    law: String,
    says: String,
    /// Wordings that are wrong, and wordings that a person must judge.
    wrong: Vec<Pattern>,
    doubtful: Vec<Pattern>,
    /// Words in the sentence beside which it is right all the same.
    unless: Vec<Pattern>,
}

#[derive(Debug)]
struct WeakDuties {
    asks: Vec<Asks>,
    wrong: Phrases,
    doubtful: Phrases,
    unless: Phrases,
    /// Who isn't bound by it.
    others: Phrases,
}

impl WeakDuties {
    fn new(data: &mut Data<'_>) -> Self {
        let (mut asks, mut others): (Vec<Asks>, Vec<Pattern>) = Default::default();
        data.each(|root| {
            asks.extend(root.tables("duty").into_iter().filter_map(read));
            others.extend(patterns(root, "others"));
        });
        Self {
            wrong: data.phrases(asks.iter().map(|one| one.wrong.as_slice())),
            doubtful: data.phrases(asks.iter().map(|one| one.doubtful.as_slice())),
            unless: data.phrases(asks.iter().map(|one| one.unless.as_slice())),
            others: data.phrases([&*others]),
            asks,
        }
    }

    fn tell(
        &self,
        page: &Page<'_>,
        sentence: &Sentence,
        (entry, words): (usize, Span),
        sensitivity: Sensitivity,
    ) -> Option<Finding> {
        let asks = self.asks.get(entry)?;
        if asks.from.is_some_and(|from| page.day < from) {
            return None;
        }
        let span = sentence.place(&words);
        let other = page.struck_in(sentence, &self.others).any(|(_, own)| own.start <= words.start);
        let unless = page.struck_in(sentence, &self.unless).any(|(own, _)| own == entry);
        let asked =
            sentence.is(page.text(sentence.block), sentence.len().saturating_sub(1), &["?"]);
        if other || unless || asked || page.is_quoted(sentence.block, &span) {
            return None;
        }
        let finding = page.finding(CHECK.id, sensitivity, sentence.block, span, asks.says.clone());
        Some(finding.helped(format!("see {}", asks.law)))
    }
}

impl Looks for WeakDuties {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        for sentence in &page.sentences {
            let wrong = page.struck_in(sentence, &self.wrong).collect::<Vec<_>>();
            let told = wrong
                .into_iter()
                .filter_map(|at| self.tell(page, sentence, at, Sensitivity::Default));
            found.extend(told);
            let doubtful = page.struck_in(sentence, &self.doubtful).collect::<Vec<_>>();
            let told = doubtful
                .into_iter()
                .filter_map(|at| self.tell(page, sentence, at, Sensitivity::Pedantic));
            found.extend(told);
        }
    }
}

fn read(table: Table<'_>) -> Option<Asks> {
    let from = table.get("from").and_then(|item| item.day()).map(|found| found.value);
    let (law, says) = (table.required_text("law"), table.required_text("says"));
    let wrong = patterns(&table, "wrong");
    let doubtful = patterns(&table, "doubtful");
    let unless = patterns(&table, "unless");
    table.finish();
    Some(Asks { from, law: law?.value, says: says?.value, wrong, doubtful, unless })
}
