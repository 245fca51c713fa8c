//! What was read as it stood before a day, and must be read again.

use super::layout::TerminalPage;
use crate::rulebook::Instrument;
use crate::source::printable;
use crate::standing::Day;

/// Lists the texts that were read before a day, each with where to read it again.
pub fn list_stale(page: &mut TerminalPage, instruments: &[&Instrument], day: Day) {
    let mut count = 0;
    for instrument in instruments {
        for text in instrument.read_before(day) {
            count += 1;
            let title = format!("{} ({})", text.title, instrument.id);
            page.paragraph(&format!("{}  ", text.until), &title);
            let at = text.at.as_deref().unwrap_or("its rule pack doesn't say where");
            // An address is copied whole: it is never broken.
            page.line(&format!("            {}", printable(at)));
        }
    }
    let dated = instruments.iter().filter(|one| one.read_until.is_some()).count()
        + instruments.iter().map(|one| one.sources.len()).sum::<usize>();
    if count > 0 {
        page.gap();
    }
    page.aside(
        "",
        &format!("{count} of {dated} texts that change were read as they stood before {day}."),
    );
}
