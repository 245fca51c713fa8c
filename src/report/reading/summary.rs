//! The end of a look at a document, in three parts: what is stated, with its places; what a person must decide; what isn't
//! stated.

use super::decide::decide;
use super::document::{Topics, place};
use crate::reading::{ArrangementRead, ReadDocument, Upshot};
use crate::report::layout::{CellText, TableColumn, TerminalPage, Tone};
use crate::rulebook::ArrangementId;
use crate::standing::State;

/// How many statements that were overruled, or are unsure beside what is stated, are listed for one arrangement.
const MOST: usize = 3;

pub(super) fn summary(page: &mut TerminalPage, read: &ReadDocument, topics: &Topics<'_>) {
    if !read.reading.speaks {
        return;
    }
    let found = &read.reading.arrangements;
    let unsure = read.only_unsure();
    let stated = |id: &ArrangementId| found.iter().find(|own| own.arrangement == *id);
    let mut rows = Vec::new();
    let mut silent = Vec::new();
    for (id, name) in topics.all() {
        if let Some(own) = stated(id) {
            rows.push(row(read, name, own));
        } else if !unsure.iter().any(|(unsure, _)| *unsure == id) {
            silent.push(name);
        }
    }
    page.gap();
    if rows.is_empty() {
        page.paragraph("", "It states nothing of any arrangement.");
    } else {
        table(page, rows);
    }
    for own in found {
        tension(page, read, topics, own);
    }
    decide(page, read, topics, &unsure);
    if !silent.is_empty() && silent.len() < topics.all().count() {
        page.gap();
        page.aside("Not stated: ", &format!("{}.", silent.join(", ")));
    }
}

/// What is stated.
fn table(page: &mut TerminalPage, mut rows: Vec<Vec<CellText>>) {
    let remarks = rows.iter().any(|row| row.last().is_some_and(|last| !last.0.is_empty()));
    let mut columns = vec![
        TableColumn::new("Arrangement", 13, 28),
        TableColumn::new("State", 8, 10),
        TableColumn::new("Stated in", 12, 40),
    ];
    if remarks {
        columns.push(TableColumn::new("But", 16, 60));
    } else {
        rows.iter_mut().for_each(|row| row.truncate(3));
    }
    page.list(&columns, rows);
}

/// Where a paper denies what it says elsewhere: both with their words.
fn tension(
    page: &mut TerminalPage,
    read: &ReadDocument,
    topics: &Topics<'_>,
    own: &ArrangementRead,
) {
    let denial = own.denied(&read.reading.statements).and_then(|denial| read.quote(denial));
    if let (Some((spot, quote)), Some(words)) = (denial, own.evidence.first()) {
        let name = topics.name(&own.arrangement);
        let said = format!(
            "The paper contradicts itself on {name}: {} by “{}” ({}), absent by “{quote}” ({}).",
            own.state,
            words.quote,
            place(words.spot),
            place(spot)
        );
        page.paragraph("", &said);
    }
}

fn row(read: &ReadDocument, name: &str, own: &ArrangementRead) -> Vec<CellText> {
    let places: Vec<String> = own.evidence.iter().map(|evidence| place(evidence.spot)).collect();
    let mut remarks: Vec<String> = Vec::new();
    let mut remark = |what: String| {
        if !remarks.contains(&what) {
            remarks.push(what);
        }
    };
    for statement in read.statements(&own.overruled) {
        if let (Upshot::State(state, _), Some((spot, _))) =
            (&statement.upshot, read.quote(statement))
        {
            remark(format!("{state}: {}", place(spot)));
        }
    }
    for statement in read.statements(&own.unsure) {
        if let Some((spot, _)) = read.quote(statement) {
            remark(format!("unsure: {}", place(spot)));
        }
    }
    let more = remarks.len().saturating_sub(MOST);
    remarks.truncate(MOST);
    if more > 0 {
        remarks.push(format!("{more} more"));
    }
    debug_assert!(own.state != State::NotStated, "what isn't stated is not among what was read");
    vec![
        name.into(),
        CellText(own.state.to_string(), Some(Tone::from(own.state))),
        places.join("; ").into(),
        remarks.join("; ").into(),
    ]
}
