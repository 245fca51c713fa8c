//! Which inputs of one force are one assessment, and which are assessments of other days.
//!
//! What a force declares at one date says nothing of another: two declarations of different dates are
//! two assessments, and neither fills the other's silence. A paper speaks beside the declaration that
//! holds at its date, the latest that isn't later, or else beside one that quotes it; papers that are
//! older and that no declaration quotes, and those of a force without declarations, are merged among
//! themselves.

use std::collections::BTreeMap;

use super::merge::{merge, reads_only};
use super::{Declaration, Input};
use crate::rulebook::ForceId;
use crate::standing::Day;

/// What inputs come to, a declaration for each date of each force.
#[derive(Clone, Debug, Default)]
pub struct ByDate {
    /// Forces in the order in which they first come, the dates of each from the oldest on.
    pub declarations: Vec<Declaration>,
    /// Declarations of one force and one day: which of them counts, nobody can tell.
    pub same_day: Vec<SameDay>,
}

/// Several declarations of one force and one day, with the papers that belong to that date.
#[derive(Clone, Debug)]
pub struct SameDay {
    /// The declarations, in the order of their files.
    pub declarations: Vec<Declaration>,
    /// The papers beside them.
    pub papers: Vec<Declaration>,
}

impl SameDay {
    /// How many inputs are lost with it.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.declarations.len() + self.papers.len()
    }

    /// Their files.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let inputs = self.declarations.iter().chain(&self.papers);
        inputs.flat_map(|own| &own.inputs).map(|input| input.file.as_str())
    }

    /// The force.
    #[must_use]
    pub fn force(&self) -> Option<&ForceId> {
        self.declarations.first().map(|one| &one.force.id)
    }
}

/// A date of a force: its declarations, and the papers that speak beside them.
struct Slot {
    day: Option<Day>,
    declarations: Vec<Declaration>,
    papers: Vec<Declaration>,
}

impl Slot {
    /// Whether one of its declarations rests on a paper.
    fn quotes(&self, paper: &Declaration) -> bool {
        let sources = self.declarations.iter().flat_map(|own| &own.sources);
        let mut texts = sources.filter_map(|source| source.text.as_ref());
        texts.any(|text| {
            let digest = text.text().digest();
            paper.inputs.iter().any(|input| input.sha256 == digest)
        })
    }
}

/// Tells the dates of each force apart, and merges the inputs of each.
#[must_use]
pub fn by_date(declarations: Vec<Declaration>) -> ByDate {
    let mut at: BTreeMap<ForceId, usize> = BTreeMap::new();
    let mut forces: Vec<Vec<Declaration>> = Vec::new();
    for own in declarations {
        let index = *at.entry(own.force.id.clone()).or_insert(forces.len());
        match forces.get_mut(index) {
            Some(known) => known.push(own),
            None => forces.push(vec![own]),
        }
    }
    let mut all = ByDate::default();
    for inputs in forces {
        for mut slot in slots(inputs) {
            if slot.declarations.len() > 1 {
                slot.declarations.sort_by(|a, b| a.text.name().cmp(b.text.name()));
                let Slot { declarations, papers, .. } = slot;
                all.same_day.push(SameDay { declarations, papers });
            } else {
                let inputs = slot.declarations.into_iter().chain(slot.papers).collect();
                all.declarations.extend(merge(inputs));
            }
        }
    }
    all
}

/// The dates of one force, from the oldest on; what is older than every declaration first.
fn slots(inputs: Vec<Declaration>) -> Vec<Slot> {
    let (papers, declarations): (Vec<_>, Vec<_>) = inputs.into_iter().partition(reads_only);
    let mut slots: Vec<Slot> = Vec::new();
    for own in declarations {
        let day = Some(own.force.as_of);
        match slots.iter_mut().find(|slot| slot.day == day) {
            Some(slot) => slot.declarations.push(own),
            None => slots.push(Slot { day, declarations: vec![own], papers: Vec::new() }),
        }
    }
    slots.sort_by_key(|slot| slot.day);
    let mut older = Vec::new();
    for paper in papers {
        let day = Some(paper.force.as_of);
        let holds = slots.iter().rposition(|slot| slot.day <= day);
        let at = holds.or_else(|| slots.iter().position(|slot| slot.quotes(&paper)));
        match at.and_then(|at| slots.get_mut(at)) {
            Some(slot) => slot.papers.push(paper),
            None => older.push(paper),
        }
    }
    if !older.is_empty() {
        slots.insert(0, Slot { day: None, declarations: Vec::new(), papers: older });
    }
    slots
}

/// Of each force the date that counts on a day: the latest that isn't later, else the first there is;
/// without a day, the latest. It knows which inputs were passed over for it. What is given is what
/// [`by_date`] gives.
#[must_use]
pub fn latest(declarations: Vec<Declaration>, on: Option<Day>) -> Vec<Declaration> {
    let mut kept: Vec<Declaration> = Vec::new();
    for own in declarations {
        let Some(last) = kept.last_mut().filter(|last| last.force.id == own.force.id) else {
            kept.push(own);
            continue;
        };
        if on.is_none_or(|on| own.force.as_of <= on) {
            let over = std::mem::replace(last, own);
            last.passed_over = over.inputs.into_iter().chain(over.passed_over).collect();
        } else {
            last.passed_over.extend(own.inputs);
        }
    }
    kept.iter_mut().for_each(|own| own.passed_over.sort_by(newest_first));
    kept
}

fn newest_first(a: &Input, b: &Input) -> std::cmp::Ordering {
    let day = |input: &Input| input.date.map(crate::standing::PartialDate::latest);
    day(b).cmp(&day(a)).then_with(|| a.file.cmp(&b.file))
}
