//! Where inputs don't agree: what counts and what is overruled, both with their words.

use super::evidence::evidence;
use super::layout::TerminalPage;
use crate::assessment::{Assessment, Cited, Contradicted};
use crate::declaration::{Said, Why};
use crate::rulebook::ArrangementId;

/// Every contradiction of an assessment.
pub(super) fn contradictions(page: &mut TerminalPage, assessment: &Assessment) {
    show(page, assessment.contradictions.iter().collect());
}

/// Those of one arrangement.
pub(super) fn of_arrangement(page: &mut TerminalPage, assessment: &Assessment, id: &ArrangementId) {
    show(page, assessment.contradictions.iter().filter(|one| one.arrangement == *id).collect());
}

fn show(page: &mut TerminalPage, contradictions: Vec<&Contradicted>) {
    if contradictions.is_empty() {
        return;
    }
    page.heading(&format!("Contradictions: {}", contradictions.len()));
    for contradiction in contradictions {
        let Contradicted { name, counts, overruled, why, .. } = contradiction;
        page.paragraph("  ", &format!("{name}: {} counts, not {}", counts.state, overruled.state));
        page.aside("    ", reason(*why));
        side(page, counts);
        side(page, overruled);
    }
}

/// Why one of two statements counts, in words.
pub(super) fn reason(why: Why) -> &'static str {
    match why {
        Why::Later => "the later input counts",
        Why::Stronger => "both are of one day: the stronger counts",
        Why::Limited => "both are of one day: what is there, but limited, is partial",
        Why::Declared => "so it is declared, but the paper reads otherwise",
    }
}

fn side(page: &mut TerminalPage, said: &Said<Cited>) {
    let date = said.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    page.paragraph("    ", &format!("{} ({}, {date}):", said.state, said.place));
    said.evidence.iter().for_each(|cited| evidence(page, cited, "      "));
}
