//! `contradiction`: the document says two things of an arrangement, or one and the declaration another.

mod within;
mod words;

use super::check::{Check, Looks};
use super::finding::{Finding, Sensitivity};
use super::page::Page;
use crate::source::Span;
use crate::standing::State;
use words::WordLists;

pub(super) const CHECK: Check = Check {
    id: "contradiction",
    title: "The document contradicts itself on an arrangement, or the declaration",
    why: "Of two things that contradict each other an inspector believes the worse, and staff whichever they read first.",
    helps: "Whoever answers for the document or the declaration, before somebody else puts the two side by side.",
    sensitivity: Sensitivity::Default,
    fix: None,
    make: |data| Box::new(Contradictions(WordLists::load(data))),
};

#[derive(Debug)]
struct Contradictions(WordLists);

impl Looks for Contradictions {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        if page.against.is_none() && !self.0.may_contradict(page) {
            return;
        }
        let Some(read) = page.read.get() else { return };
        within::own(CHECK.id, page, &read.statements, &self.0, found);
        let Some(against) = page.against else { return };
        for own in &read.arrangements {
            let Some((state, line)) = against.states.get(&own.arrangement) else { continue };
            let Some(sensitivity) = apart(own.state, *state) else { continue };
            let Some(evidence) = own.evidence.first() else { continue };
            let Some((block, span)) = place(page, &evidence.quote, evidence.spot.line) else {
                continue;
            };
            let message = format!(
                "by this {} is {}, and by the declaration {state}",
                own.arrangement, own.state
            );
            let finding = page.finding(CHECK.id, sensitivity, block, span, message);
            let help = format!("{}:{line} declares it: mend whichever is wrong", against.file);
            found.push(finding.helped(help));
        }
    }
}

/// How sure it is that two states contradict each other: that something isn't there and that it is, can't both be.
fn apart(read: State, declared: State) -> Option<Sensitivity> {
    let there = |state| matches!(state, State::Partial | State::InPlace);
    match (read, declared) {
        (State::Absent, other) | (other, State::Absent) if there(other) => {
            Some(Sensitivity::Default)
        }
        (State::Planned, other) | (other, State::Planned) if there(other) => {
            Some(Sensitivity::Pedantic)
        }
        _ => None,
    }
}

/// Where words stand: their block, and in its text. Of words that are broken over lines, the block alone.
fn place(page: &Page<'_>, quote: &str, line: u32) -> Option<(usize, Span)> {
    let blocks = page.document.blocks.iter().enumerate();
    let mut here = blocks.filter(|(_, block)| {
        let last = block.text().len().saturating_sub(1);
        (block.spot(0).line..=block.spot(last).line).contains(&line)
    });
    let exact = here.clone().find_map(|(at, block)| {
        let start = block.text().find(quote)?;
        Some((at, start..start + quote.len()))
    });
    exact.or_else(|| here.next().map(|(at, block)| (at, 0..block.text().len())))
}
