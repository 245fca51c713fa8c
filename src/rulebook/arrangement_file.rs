//! Reading an arrangement's file.

use std::sync::Arc;

use super::ids::{is_id, not_an_id, read_id};
use super::resolve::resolve_limit;
use super::{Arrangement, ArrangementId, Field, FieldId, FieldKind, NOT_ARRANGEMENTS};
use crate::source::{Fault, Located, Table, nearest};
use crate::standing::RankTable;

/// Reads an arrangement's file. Faults go to the table.
pub(super) fn read_arrangement(
    table: Table<'_>,
    ranks: &RankTable,
) -> Option<Located<Arrangement>> {
    let id = read_id(&table, "id");
    let unfit = |id: &&Located<String>| {
        is_dotted(&id.value) || NOT_ARRANGEMENTS.contains(&id.value.as_str())
    };
    if let Some(id) = id.as_ref().filter(unfit) {
        table.push(not_an_id(table.text(), id));
    }
    let name = table.text_of("name").map(|found| found.value);
    let title = table.required_text("title");
    let question = table.required_text("question");
    let order = table.get("order").and_then(|item| item.number()).map_or(1000, |n| n.value);
    let headline = table.flag("headline");
    let plural = table.flag("plural");
    let about = table.text_of("about").map(|found| found.value);
    let absent = table.text_of("absent").map(|found| found.value.into());
    let informative = table.flag("informative");
    let mut fields = Vec::new();
    if let Some(found) = table.get("fields").and_then(|item| item.table()) {
        for item in found.items() {
            let name = item.key().clone();
            if let Some(field) = item.table().and_then(|table| read_field(table, &name)) {
                fields.push(field);
            }
        }
    }
    fields.push(Field::since());
    let limits = table.get("limits");
    // Reading cues are read by `reading` alone.
    let _ = table.get("reading");
    let text = Arc::clone(table.text());
    table.finish();
    let id = id?;
    let mut arrangement = Arrangement {
        id: ArrangementId::from(id.value.as_str()),
        name: name.unwrap_or_else(|| id.value.replace('-', " ")).into(),
        title: title?.value.into(),
        order,
        headline,
        plural,
        question: question?.value,
        about,
        absent,
        limits: Vec::new(),
        informative,
        fields,
        text: Arc::clone(&text),
        span: id.span.clone(),
    };
    for limit in limits.and_then(|item| item.list()).unwrap_or_default() {
        match limit.text().map(|found| resolve_limit(&text, &found, &arrangement, ranks)) {
            Some(Ok(condition)) => arrangement.limits.push(condition),
            Some(Err(fault)) => limit.push(fault),
            None => {}
        }
    }
    Some(Located::new(arrangement, id.span))
}

/// Whether an id couldn't be a key of a declaration: to TOML, a dot leads into another table.
fn is_dotted(id: &str) -> bool {
    id.contains('.')
}

fn read_field(table: Table<'_>, name: &Located<&str>) -> Option<Field> {
    let id = name.value;
    if Field::RESERVED.contains(&id) || !is_id(id) || is_dotted(id) {
        let message = format!("no field can be called `{id}`");
        let label = format!("expected hyphenated words other than {}", Field::RESERVED.join(", "));
        table.fault("rules::not-an-id", name.span.clone(), message, label);
    }
    let kind = read_kind(&table);
    let title = table.text_of("title").map_or_else(|| id.replace('-', " "), |found| found.value);
    let question = table.required_text("question");
    let plural = table.flag("plural");
    let says = table.text_of("says").map(|found| found.value);
    let informative = table.flag("informative");
    table.finish();
    Some(Field {
        id: FieldId::from(id),
        kind: kind?,
        title: title.into(),
        plural,
        question: question?.value,
        says,
        informative,
        span: name.span.clone(),
    })
}

fn read_kind(table: &Table<'_>) -> Option<FieldKind> {
    let name = table.required_text("type");
    let of = table.get("of");
    let words: Vec<String> = table.texts("of").into_iter().map(|word| word.value).collect();
    let name = name?;
    let kind = match name.value.as_str() {
        "text" => FieldKind::Text,
        "number" => FieldKind::Number,
        "yes/no" => FieldKind::YesNo,
        "date" => FieldKind::Date,
        "rank" => FieldKind::Rank,
        "choice" => FieldKind::Choice(words),
        "ordered" => FieldKind::Ordered(words),
        "list" => FieldKind::List((!words.is_empty()).then_some(words)),
        other => {
            let near =
                nearest(other, FieldKind::NAMES).map(|near| format!("did you mean \"{near}\"?"));
            table.push(
                Fault::new(
                    "rules::unknown-type",
                    table.text(),
                    name.span,
                    format!("`{other}` is no type of field"),
                    format!("expected one of: {}", FieldKind::NAMES.join(", ")),
                )
                .maybe_help(near),
            );
            return None;
        }
    };
    match (&kind, of) {
        (FieldKind::Choice(words) | FieldKind::Ordered(words), _) if words.len() < 2 => {
            let message = format!("a {} needs `of` with at least two words", kind.name());
            table.fault("rules::no-words", name.span, message, "of what?");
            None
        }
        (FieldKind::Choice(_) | FieldKind::Ordered(_) | FieldKind::List(_), _) | (_, None) => {
            Some(kind)
        }
        (_, Some(item)) => {
            let message = format!("a {} has no `of`", kind.name());
            item.fault("rules::no-words", message, "only choice, ordered and list have one");
            None
        }
    }
}
