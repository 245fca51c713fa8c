//! The plan of action: who does what by when, and what shows of it.

use super::super::actions::{PlanRow, rows};
use super::super::outline::ReportOutline;
use super::super::phrase::Phrase;
use super::super::prose::{capital, full_stop};
use super::super::words::many;
use super::blocks::{BriefBlock, BriefCell, BriefTable, Manner};
use super::plain::short;

/// How many actions have a row. What wants looking at comes first.
const ROWS: usize = 15;

/// The longest owner, the longest that an action is to close, and the longest note.
const WHO: usize = 60;
const WHAT: usize = 110;
const NOTE: usize = 120;

/// The plan; nothing where there is none.
pub(super) fn planned(outline: &ReportOutline<'_>, level: u8) -> Vec<BriefBlock> {
    let all = outline.gated.actions.planned.len();
    if all == 0 {
        return Vec::new();
    }
    let row = |row: PlanRow<'_>| {
        let mut what = vec![vec![Phrase::plain(short(&row.titles(), WHAT))]];
        let note = row.action.note.iter();
        what.extend(note.map(|note| vec![Phrase::plain(full_stop(&short(note, NOTE)))]));
        vec![
            BriefCell::strong(short(&row.action.owner, WHO)),
            BriefCell::Said(vec![vec![Phrase::Day(row.action.deadline)]]),
            BriefCell::text(capital(&row.stands())),
            BriefCell::Said(what),
        ]
    };
    let mut blocks = vec![
        BriefBlock::Heading(level, format!("Action plan: {}", many(all, "action", "actions"))),
        BriefBlock::Table(BriefTable {
            caption: "Who does what, by when".to_owned(),
            columns: vec![("Who", 5), ("By", 3), ("How far", 4), ("What it is to close", 10)],
            rows: rows(outline.gated).take(ROWS).map(row).collect(),
        }),
    ];
    if all > ROWS {
        let more = format!("And {} more, in the workbook.", all - ROWS);
        blocks.push(BriefBlock::text(Manner::Aside, more));
    }
    blocks
}
