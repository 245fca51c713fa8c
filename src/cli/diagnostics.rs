//! Faults as miette diagnostics on standard error.

use std::fmt::Write as _;

use miette::{GraphicalReportHandler, GraphicalTheme};

use super::terminal::Terminal;
use crate::source::Fault;

/// How many faults are shown in full: past that, one cause is likelier than so many mistakes.
const MOST: usize = 50;

/// The longest line, in bytes, that is shown around a fault.
const LONGEST_LINE: usize = 400;

/// Shows faults, all at once.
pub(super) fn show(faults: &[Fault], terminal: &Terminal) {
    let (width, colour) = terminal.diagnostics();
    Terminal::say(&render(faults, width, colour));
}

fn render(faults: &[Fault], width: usize, colour: bool) -> String {
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false);
    let mut out = String::new();
    for fault in faults.iter().take(MOST) {
        let untold = fault.text().is_some_and(|text| {
            text.is_of_cells()
                || fault.spans().any(|span| text.longest_line_around(span) > LONGEST_LINE)
        });
        let shown = if untold { fault.without_text() } else { fault.clone() };
        if handler.render_report(&mut out, &shown).is_err() {
            let _ = writeln!(out, "{}", fault.one_line());
        }
    }
    if faults.len() > MOST {
        let _ = writeln!(out, "  … and {} more", faults.len() - MOST);
    }
    out
}
