//! What has to be looked at again, on a terminal.

use super::super::aged;
use super::super::layout::TerminalPage;
use super::super::shortfall::name;
use crate::assessment::Assessment;
use crate::result::Gated;

/// The list of one force.
pub(super) fn aged(page: &mut TerminalPage, assessment: &Assessment) {
    list(page, assessment, "");
}

/// The list of one among several.
pub(super) fn of_several(page: &mut TerminalPage, gated: &Gated) {
    list(page, &gated.assessment, &format!("{}. ", name(gated)));
}

fn list(page: &mut TerminalPage, assessment: &Assessment, whose: &str) {
    let Some(stale) = &assessment.stale else { return };
    page.heading(&format!("{whose}{}", aged::heading(stale)));
    page.paragraph("", &aged::account(stale));
    for batch in aged::batches(stale) {
        page.paragraph("  ", &format!("{}: {}", batch.which, batch.evidence));
    }
}
