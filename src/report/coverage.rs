//! What the examples would notice, a requirement a line.

use super::layout::{CellText, TableColumn, TerminalPage, Tone};
use crate::proof::Coverage;

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
