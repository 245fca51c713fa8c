//! What a person must decide in a document: the words, why the program doesn't, and what it would mean either way.

use super::document::{Topics, place};
use crate::reading::{ReadDocument, Statement, Upshot};
use crate::report::layout::TerminalPage;
use crate::rulebook::ArrangementId;
use crate::standing::State;

/// How many passages are shown for one arrangement.
const MOST: usize = 3;

/// What a person must decide of arrangements of which nothing is stated.
pub(super) fn decide(
    page: &mut TerminalPage,
    read: &ReadDocument,
    topics: &Topics<'_>,
    open: &[(&ArrangementId, Vec<&Statement>)],
) {
    if open.is_empty() {
        return;
    }
    page.heading("For a person to decide");
    for (id, _) in topics.all() {
        let Some((_, statements)) = open.iter().find(|(open, _)| *open == id) else { continue };
        let name = topics.name(id);
        let mut passages: Vec<String> = Vec::new();
        for statement in statements {
            let passage = passage(read, statement);
            passages.extend(passage.filter(|own| !passages.contains(own)));
        }
        let more = passages.len().saturating_sub(MOST);
        for (at, passage) in passages.iter().take(MOST).enumerate() {
            let lead = if at == 0 { format!("{name}: ") } else { "  ".to_owned() };
            page.paragraph(&lead, passage);
        }
        if more > 0 {
            page.paragraph("  ", &format!("{more} more: `--format json` holds them all."));
        }
    }
}

/// A passage with what it would mean either way.
fn passage(read: &ReadDocument, statement: &Statement) -> Option<String> {
    let Upshot::Unsure(why) = statement.upshot else { return None };
    let (spot, quote) = read.quote(statement)?;
    let means = either_way(statement.would);
    Some(format!("“{quote}” ({}): {why}. {means}", place(spot)))
}

/// What a passage would mean either way.
#[must_use]
pub fn either_way(would: Option<State>) -> String {
    match would {
        Some(state) => {
            format!("Where it speaks of what the force has: {state}. Where it doesn't: not stated.")
        }
        None => "What it would state is open, too; else: not stated.".to_owned(),
    }
}
