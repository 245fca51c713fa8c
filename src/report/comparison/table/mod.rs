//! `table`: a comparison for a terminal.

mod changed;
mod heat;
mod summary;

use super::format::{ComparisonFormat, ComparisonOptions};
use super::heads::{SILENCE, caveats, title};
use crate::compare::Comparison;
use crate::report::format::Readers;
use crate::report::layout::TerminalPage;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ComparisonFormat = ComparisonFormat {
    name: "table",
    about: "For a terminal",
    binary: false,
    render,
    pieces: None,
    readers: Readers::Screen,
};

fn render(comparison: &Comparison<'_>, options: ComparisonOptions) -> Result<Vec<u8>, Fault> {
    let mut page = TerminalPage::new(options.width, options.colour);
    page.heading(&title(comparison));
    for caveat in caveats(comparison) {
        page.paragraph("", &caveat);
    }
    if comparison.is_of_one_force() {
        for step in comparison.histories.iter().flat_map(|of| &of.steps) {
            changed::show(&mut page, step, options.full);
        }
    }
    heat::show(&mut page, comparison);
    summary::show(&mut page, comparison, options.full);
    page.gap();
    page.aside("", SILENCE);
    Ok(page.finish().into_bytes())
}
