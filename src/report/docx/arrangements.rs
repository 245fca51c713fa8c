//! What the force has: its arrangements in a table, each with its state in words, and its words.

use super::super::shortfall::{capital, full_stop};
use super::super::standings;
use super::super::words::{basis, state};
use super::blocks::{Block, Cell, Column, Run, Style, Table};
use super::finding::stands;
use crate::assessment::Standing;
use crate::result::Gated;

/// Those that come first, stated or not.
pub(super) fn headline(gated: &Gated) -> Vec<Block> {
    list(standings::headline(gated))
}

/// The others that are stated, and the names of those that aren't.
pub(super) fn others(gated: &Gated) -> Vec<Block> {
    let (stated, silent) = standings::others(gated);
    let mut blocks = list(stated);
    if !silent.is_empty() {
        blocks.push(Block::about("Not stated", full_stop(&silent.join(", "))));
    }
    blocks
}

fn list(standings: Vec<&Standing>) -> Vec<Block> {
    if standings.is_empty() {
        return vec![Block::text(Style::Normal, "None is stated.")];
    }
    let columns =
        vec![Column::of("Arrangement", 5), Column::of("State", 3), Column::of("What is said", 12)];
    let rows = standings.into_iter().map(|standing| {
        vec![
            Cell::of(vec![Run::strong(&*standing.title)]),
            Cell::state(standing.state),
            Cell { paragraphs: told(standing), tint: None },
        ]
    });
    vec![Block::Table(Table { columns, rows: rows.collect() })]
}

fn told(standing: &Standing) -> Vec<Vec<Run>> {
    let since = standing.since.map(|since| format!(" Since {since}.")).unwrap_or_default();
    let reason = state(&standing.stands);
    let mut said = vec![format!("{}{since}", full_stop(&capital(&reason)))];
    if let Some(declared) = standing.declared {
        said.push(format!(
            "Declared {declared}, but the gate asks for a better basis: it counts as not stated."
        ));
    }
    said.extend(standings::details(standing).map(|details| full_stop(&details)));
    if standing.informative {
        said.push("Shown for information: no requirement rests on it.".to_owned());
    }
    if let Some(note) = standing.note.as_ref().filter(|note| !reason.contains(*note)) {
        said.push(format!("Note: {note}"));
    }
    if let Some(backed) = standing.basis.filter(|_| standing.evidence.is_empty()) {
        said.push(full_stop(&capital(basis(backed))));
    }
    said.extend(standing.evidence.iter().map(|cited| match &cited.quote {
        Some(quote) => format!("“{quote}” {}", stands(cited)),
        None => stands(cited),
    }));
    said.into_iter().map(|text| vec![Run::plain(text)]).collect()
}
