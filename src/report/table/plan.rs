//! The plan of action on a terminal.

use super::super::actions::{line, rows};
use super::super::layout::TerminalPage;
use crate::result::Gated;

/// What is done, by whom and by when; what wants looking at first.
pub(super) fn plan(page: &mut TerminalPage, gated: &Gated) {
    if gated.actions.planned.is_empty() {
        return;
    }
    page.heading(&format!("Action plan: {}", gated.actions.planned.len()));
    page.paragraph("", "It changes no outcome, and no gate heeds it.");
    for row in rows(gated) {
        page.paragraph("  ", &line(&row.account()));
        page.aside("    closes: ", &row.names());
    }
}
