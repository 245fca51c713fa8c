//! Several forces, a line each.

use super::super::actions;
use super::super::aside::Aside;
use super::super::lede::{SEVERAL, STATES};
use super::super::outline::{ReportOutline, SHOWN};
use super::super::phrase::Phrase;
use super::super::rulings::verdict;
use super::super::shortfall::name;
use super::blocks::{BriefBlock, BriefCell, BriefTable, Manner};
use super::plain::plain;
use crate::result::CheckResult;

/// The heads of the columns of outcomes, in the order of [`SHOWN`].
const HEADS: [&str; 6] = ["Met", "Partly met", "Planned", "Withheld", "Not met", "Not evidenced"];

/// The table of the forces, and what it counts.
pub(super) fn overview(result: &CheckResult, outlines: &[ReportOutline<'_>]) -> Vec<BriefBlock> {
    let mut blocks = vec![BriefBlock::text(Manner::Lede, SEVERAL)];
    if let Some(aside) = Aside::of_all(result).line() {
        blocks.push(BriefBlock::text(Manner::Aside, plain(&aside)));
    }
    if let Some(plan) = actions::counted_of_all(result) {
        blocks.push(BriefBlock::text(Manner::Aside, plain(&plan)));
    }
    if outlines.is_empty() {
        return blocks;
    }
    let mut columns = vec![("Force", 6), ("States", 4)];
    columns.extend(HEADS.map(|head| (head, 4)));
    columns.push(("Gate", 3));
    let row = |outline: &ReportOutline<'_>| {
        let ReportOutline { gated, counts, .. } = outline;
        let facts = vec![Phrase::plain("Facts of "), Phrase::Day(gated.assessment.as_of)];
        let mut row = vec![
            BriefCell::Said(vec![vec![Phrase::strong(name(gated))], facts]),
            BriefCell::text(format!("{} of {}", counts.arrangements_stated, counts.arrangements)),
        ];
        row.extend(SHOWN.map(|outcome| BriefCell::Number(counts.in_force.count(outcome))));
        row.push(BriefCell::text(verdict(gated).unwrap_or("none")));
        row
    };
    blocks.push(BriefBlock::Heading(1, "The forces".to_owned()));
    blocks.push(BriefBlock::Table(BriefTable {
        caption: "The forces".to_owned(),
        columns,
        rows: outlines.iter().map(row).collect(),
    }));
    blocks.push(BriefBlock::text(Manner::Aside, STATES));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::prose::capital;
    use crate::standing::Words as _;

    #[test]
    fn the_heads_are_those_of_the_outcomes() {
        assert_eq!(SHOWN.map(|outcome| capital(outcome.word())), HEADS);
    }
}
