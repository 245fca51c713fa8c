//! `overdue-review`: review and expiry dates that are past, and a version table that wasn't kept up.

mod versions;

use super::check::{Check, Looks};
use super::data::{Data, Phrases};
use super::finding::{Finding, Sensitivity};
use super::page::{Page, Sentence};
use crate::document::Kind;
use crate::reading::{Mentioned, dates_in};
use crate::source::Span;
use crate::standing::PartialDate;

pub(super) const CHECK: Check = Check {
    id: "overdue-review",
    title: "A review or expiry date that is past, or a version table that wasn't kept up",
    why: "A document that should have been looked at again may tell of a law, a form or a contact that is gone.",
    helps: "The document's owner, and inspectors who ask when it was last looked at.",
    sensitivity: Sensitivity::Default,
    fix: None,
    make: |data| Box::new(Reviews::new(data)),
};

#[derive(Debug)]
struct Reviews {
    /// What leads in a date of review or expiry.
    labels: Phrases,
    /// What says in a sentence that this document is to be looked at again by a date.
    says: Phrases,
    /// What tells that it was done, or that it is another document's.
    not: Phrases,
    owns: Phrases,
    /// What leads in the version of a document.
    versions: Phrases,
}

impl Reviews {
    fn new(data: &mut Data<'_>) -> Self {
        let keys = ["labels", "says", "not", "owns", "versions"];
        let [labels, says, not, owns, versions] = data.lists(data.check, keys, |_| ());
        Self { labels, says, not, owns, versions }
    }

    /// The date that a label leads in, in its own sentence: "Review date: 3 March 2020".
    fn labelled(&self, page: &Page<'_>, sentence: &Sentence) -> Option<(Span, PartialDate)> {
        let text = page.text(sentence.block);
        let (_, label) = page
            .struck_in(sentence, &self.labels)
            .filter(|(_, label)| begins(sentence, text, label.start))
            .max_by_key(|(_, label)| label.end)?;
        if page
            .struck_in(sentence, &self.not)
            .any(|(_, no)| no.start <= label.end && label.start <= no.end)
        {
            return None;
        }
        let mut after = label.end;
        while sentence.is(text, after, &[":", "–", "-", "is", "(", "due", "by", "on", "in"]) {
            after += 1;
        }
        let from = sentence.place(&(label.start..after)).end;
        // A date that stands right behind it, with nothing else between.
        let rest = text.get(from..)?;
        let found = dates_in(rest).into_iter().next()?;
        let between = rest.get(..found.span.start)?;
        let apart = between.chars().all(|c| !c.is_alphanumeric());
        let start = sentence.place(&label).start;
        let Mentioned { date, span } = found;
        let end = from + span.end;
        (apart && end <= sentence.whole().end + 1).then_some((start..end, date))
    }

    /// The date of a cell whose heading is a label.
    fn in_cell(
        &self,
        page: &Page<'_>,
        block: usize,
        labels: &[&str],
    ) -> Option<(Span, PartialDate)> {
        let own = page.block(block)?;
        let Kind::Cell(cell) = &own.kind else { return None };
        let label = [&cell.beside, &cell.under].into_iter().flatten();
        let mut label = label.filter(|said| labels.contains(&said.trim().trim_end_matches(':')));
        label.next()?;
        let mut dates = dates_in(own.text()).into_iter();
        let found = dates.next().filter(|_| dates.next().is_none())?;
        Some((found.span, found.date))
    }

    /// "This policy will be reviewed in March 2020."
    fn said(&self, page: &Page<'_>, sentence: &Sentence) -> Option<(Span, PartialDate)> {
        let text = page.text(sentence.block);
        let (_, says) = page.struck_in(sentence, &self.says).next()?;
        // "The next review of this policy" has a "review of" of its own.
        let own = |no: &Span| says.start <= no.start && no.end <= says.end;
        if page.struck_in(sentence, &self.not).any(|(_, no)| !own(&no)) {
            return None;
        }
        let start = sentence.place(&says).start;
        let from = sentence.place(&says).end;
        let end = sentence.whole().end;
        let rest = text.get(from..end)?;
        let mut dates = dates_in(rest).into_iter();
        let found = dates.next().filter(|_| dates.next().is_none())?;
        // No further than a few words behind it, in the same clause.
        let between = rest.get(..found.span.start)?;
        let near = between.split_whitespace().count() <= 6 && !between.contains([',', ';', ':']);
        near.then_some((start..from + found.span.end, found.date))
    }
}

impl Looks for Reviews {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        let mut told: Vec<(usize, Span, PartialDate)> = Vec::new();
        for sentence in &page.sentences {
            let dated = self.labelled(page, sentence).or_else(|| self.said(page, sentence));
            told.extend(dated.map(|(span, date)| (sentence.block, span, date)));
        }
        let labels: Vec<&str> = page
            .struck(&self.labels)
            .filter(|struck| {
                let text = page.text(struck.sentence.block);
                let rest = struck.sentence.place(&(struck.words.end..struck.sentence.len()));
                struck.words.start == 0
                    && text.get(rest).is_some_and(|rest| !rest.contains(char::is_alphanumeric))
                    && page.struck_in(struck.sentence, &self.not).next().is_none()
            })
            .map(|struck| page.text(struck.sentence.block).trim().trim_end_matches(':'))
            .collect();
        if !labels.is_empty() {
            for block in 0..page.document.blocks.len() {
                let dated = self.in_cell(page, block, &labels);
                told.extend(dated.map(|(span, date)| (block, span, date)));
            }
        }
        let past = told.into_iter().filter(|(_, _, date)| date.latest() < page.as_of);
        let past = past.filter(|(block, span, _)| !page.is_quoted(*block, span));
        for (block, span, date) in past {
            let message = format!("this date is past: {date} was before {}", page.as_of);
            let finding = page.finding(CHECK.id, Sensitivity::Default, block, span, message);
            let help = "look at the document again, and write the next date";
            found.push(finding.helped(help));
        }
        if let Some(versions::Apart { block, span, title, table }) =
            versions::apart(page, &self.versions)
        {
            let message =
                format!("this is version {title}, and the version table ends with {table}");
            let finding = page.finding(CHECK.id, Sensitivity::Default, block, span, message);
            found.push(finding.helped("mend whichever wasn't kept up"));
        }
        if matches!(page.kind, Some("policy" | "procedure")) {
            self.missing(page, found);
        }
    }
}

impl Reviews {
    /// What every policy and procedure names, and this one doesn't.
    fn missing(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        let any = |own| page.struck(own).next().is_some();
        for (there, what) in [
            (any(&self.labels) || any(&self.says), "when it is reviewed next"),
            (any(&self.owns), "who owns it"),
        ] {
            if !there {
                let message = format!("the document doesn't say {what}");
                let end = page.text(0).len();
                found.push(page.finding(CHECK.id, Sensitivity::Pedantic, 0, 0..end, message));
            }
        }
    }
}

/// Whether a word begins what stands for itself: a line, or what follows a sign.
fn begins(sentence: &Sentence, text: &str, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    sentence.is(text, before, &["|", "•", ";", "(", "[", ")", "–"])
        || (before <= 2 && sentence.is(text, before, &[".", "policy", "document", "procedure"]))
}
