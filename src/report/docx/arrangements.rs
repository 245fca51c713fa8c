//! What the force has: its arrangements in a table, each with its state in words, and its words.

use super::super::outline::{ReportOutline, details};
use super::super::prose::{capital, full_stop};
use super::super::words::basis;
use super::blocks::{DocxBlock, DocxCell, DocxColumn, DocxRun, DocxTable, ParagraphStyle};
use super::finding::stands;
use crate::assessment::Standing;
use crate::report::words;

/// Those that come first, stated or not.
pub(super) fn headline(outline: &ReportOutline<'_>) -> Vec<DocxBlock> {
    list(&outline.headline)
}

/// The others that are stated, and the names of those that aren't.
pub(super) fn others(outline: &ReportOutline<'_>) -> Vec<DocxBlock> {
    let mut blocks = list(&outline.stated);
    if !outline.unstated.is_empty() {
        blocks.push(DocxBlock::about("Not stated", full_stop(&outline.unstated.join(", "))));
    }
    blocks
}

fn list(standings: &[&Standing]) -> Vec<DocxBlock> {
    if standings.is_empty() {
        return vec![DocxBlock::text(ParagraphStyle::Normal, "None is stated.")];
    }
    let columns = vec![
        DocxColumn::of("Arrangement", 5),
        DocxColumn::of("State", 3),
        DocxColumn::of("What is said", 12),
    ];
    let rows = standings.iter().map(|standing| {
        vec![
            DocxCell::of(vec![DocxRun::strong(&*standing.title)]),
            DocxCell::state(standing.state),
            DocxCell { paragraphs: told(standing), tint: None },
        ]
    });
    vec![DocxBlock::Table(DocxTable { columns, rows: rows.collect() })]
}

fn told(standing: &Standing) -> Vec<Vec<DocxRun>> {
    let since = standing.since.map(|since| format!(" Since {since}.")).unwrap_or_default();
    let mut said = vec![format!("{}{since}", full_stop(&capital(&words::state(&standing.stands))))];
    if let Some(declared) = standing.declared {
        said.push(format!(
            "Declared {declared}, but the gate asks for a better basis: it counts as not stated."
        ));
    }
    said.extend(details(standing).map(|details| full_stop(&details)));
    if standing.informative {
        said.push("Shown for information: no requirement rests on it.".to_owned());
    }
    if let Some(note) =
        standing.note.as_ref().filter(|note| !words::state(&standing.stands).contains(*note))
    {
        said.push(format!("Note: {note}"));
    }
    if let Some(backed) = standing.basis.filter(|_| standing.evidence.is_empty()) {
        said.push(full_stop(&capital(basis(backed))));
    }
    said.extend(standing.evidence.iter().map(|cited| match &cited.quote {
        Some(quote) => format!("“{quote}” {}", stands(cited)),
        None => stands(cited),
    }));
    said.into_iter().map(|text| vec![DocxRun::plain(text)]).collect()
}
