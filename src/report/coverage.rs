//! What the examples would notice, a requirement a line.

use super::layout::{CellText, TableColumn, TerminalPage, Tone};
use crate::proof::{CheckCoverage, Coverage};

/// Shows how well each requirement is guarded by its examples, and all together.
pub fn show_coverage(page: &mut TerminalPage, coverage: &[Coverage]) {
    let columns = [
        TableColumn::new("Requirement", 42, 60),
        TableColumn::new("Examples", 8, 8),
        TableColumn::new("Caught", 7, 7),
        TableColumn::new("Same", 4, 4),
    ];
    let rows = coverage.iter().map(|covered| {
        let caught = format!("{}/{}", covered.caught, covered.catchable());
        let tone = if covered.alive.is_empty() { Tone::Good } else { Tone::Bad };
        vec![
            format!("{}\nfrom {}", covered.requirement, covered.from).into(),
            covered.examples.to_string().into(),
            CellText(caught, Some(tone)),
            covered.equivalent.to_string().into(),
        ]
    });
    page.table(&columns, rows.collect());
    let sum = |count: fn(&Coverage) -> usize| coverage.iter().map(count).sum::<usize>();
    page.paragraph(
        "",
        &format!(
            "{} of {} changes caught by {} examples; apart from those, {} without a \
             difference and {} that wouldn't load.",
            sum(|covered| covered.caught),
            sum(Coverage::catchable),
            sum(|covered| covered.examples),
            sum(|covered| covered.equivalent),
            sum(|covered| covered.refused),
        ),
    );
}

/// Shows how well the data of checks of documents is guarded by its examples, where any of it was changed.
pub fn show_check_coverage(page: &mut TerminalPage, coverage: &CheckCoverage) {
    let all = coverage.caught + coverage.alive.len();
    if all > 0 {
        let CheckCoverage { caught, examples, .. } = coverage;
        let said = format!(
            "Checks of documents: {caught} of {all} changes of their data caught by {examples} examples."
        );
        page.paragraph("", &said);
    }
}
