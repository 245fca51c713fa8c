//! What is missing, each thing once: gaps that fall short for the same reasons stand together, so
//! that one missing procedure isn't told of once for every requirement that asks for it.

use super::precedence::Weight;
use super::prose::capital;
use super::shortfall::{Short, Shortfall};
use super::words::{many, why};

/// One thing that is missing, with all the gaps that it stands behind.
#[derive(Clone, Debug)]
pub(super) struct Missing<'a> {
    /// The gap that comes first among them.
    pub(super) first: Shortfall<'a>,
    /// The others, in order.
    pub(super) others: Vec<Shortfall<'a>>,
}

/// How many of the other gaps are named.
const NAMED: usize = 3;

/// Each thing once, in the order of the first gap that it stands behind.
pub(super) fn each_once(gaps: Vec<Shortfall<'_>>) -> Vec<Missing<'_>> {
    let mut things: Vec<(Option<(Weight, String)>, Missing<'_>)> = Vec::new();
    for gap in gaps {
        // Why it fell short says whether it is silent, too.
        let key = gap.finding().map(|finding| (Weight::of(finding), why(finding)));
        let known = things.iter_mut().find(|(known, _)| key.is_some() && *known == key);
        match known {
            Some((_, thing)) => thing.others.push(gap),
            None => things.push((key, Missing { first: gap, others: Vec::new() })),
        }
    }
    things.into_iter().map(|(_, thing)| thing).collect()
}

impl<'a> Missing<'a> {
    /// All the gaps, the first one first.
    pub(super) fn gaps(&self) -> impl Iterator<Item = &Shortfall<'a>> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Why all of them fall short.
    pub(super) fn why(&self) -> String {
        match self.first.what {
            Short::Finding(finding) => capital(&why(finding)),
            Short::Silent(_) | Short::Objection(_) => self.first.account(),
        }
    }

    /// What else it stands behind, in a sentence; nothing where that is nothing.
    pub(super) fn behind(&self) -> Option<String> {
        let titles: Vec<String> = self.others.iter().take(NAMED).map(Shortfall::title).collect();
        let more = match self.others.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        let others = many(self.others.len(), "other gap", "other gaps");
        (!titles.is_empty())
            .then(|| format!("The same is behind {others}: {}{more}.", titles.join("; ")))
    }

    /// The same in a few words.
    pub(super) fn behind_in_short(&self) -> Option<String> {
        (!self.others.is_empty()).then(|| format!("+ {} more", self.others.len()))
    }
}
