//! Rows: evidence and sources, as a list of inline tables or as tables with headings of their own.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, RawString, Table, TableLike, Value};

/// How far rows are set in that stand on lines of their own.
const INDENT: &str = "\n  ";

/// Puts a row in the place of one; behind all where there is none in that place.
pub(crate) fn put_row(table: &mut dyn TableLike, key: &str, at: usize, row: &str) {
    let Ok(Value::InlineTable(row)) = row.parse::<Value>() else { return };
    match table.get_mut(key) {
        Some(Item::ArrayOfTables(of)) => match of.get_mut(at) {
            Some(old) => replace(old, row),
            None => of.push(row.into_table()),
        },
        Some(Item::Value(Value::Array(of))) => match of.get_mut(at) {
            Some(old) => {
                let decor = old.decor().clone();
                *old = Value::InlineTable(row);
                *old.decor_mut() = decor;
            }
            None => push(of, row),
        },
        _ => {
            let mut rows = Array::new();
            rows.set_trailing("\n");
            push(&mut rows, row);
            table.insert(key, Item::Value(Value::Array(rows)));
        }
    }
}

/// Adds a row with a heading of its own, or to the list that is there.
pub(crate) fn add_table(root: &mut Table, key: &str, row: &str) {
    if matches!(root.get(key), Some(Item::Value(Value::Array(_)))) {
        return put_row(root, key, usize::MAX, row);
    }
    let Ok(Value::InlineTable(row)) = row.parse::<Value>() else { return };
    let first = root.is_empty();
    let all = root.entry(key).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if let Item::ArrayOfTables(of) = all {
        let mut table = row.into_table();
        table.decor_mut().set_prefix(if first && of.is_empty() { "" } else { "\n" });
        of.push(table);
    }
}

/// Takes out a row: whether none is left then.
pub(crate) fn remove_row(table: &mut dyn TableLike, key: &str, at: usize) -> bool {
    match table.get_mut(key) {
        Some(Item::ArrayOfTables(of)) if at < of.len() => {
            of.remove(at);
            of.is_empty()
        }
        Some(Item::Value(Value::Array(of))) if at < of.len() => {
            let own = of.remove(at);
            let above = own.decor().prefix().and_then(RawString::as_str).unwrap_or_default();
            // A comment behind the row before it stands there, too.
            let kept = above.rfind('\n').and_then(|end| above.get(..end)).unwrap_or_default();
            if kept.contains('#') {
                match of.get_mut(at) {
                    Some(next) => before(next, kept),
                    None => {
                        let rest = of.trailing().as_str().unwrap_or_default().to_owned();
                        let end = if rest.ends_with('\n') { "" } else { "\n" };
                        of.set_trailing(format!("{kept}{rest}{end}"));
                        of.set_trailing_comma(true);
                    }
                }
            }
            of.is_empty()
        }
        _ => false,
    }
}

/// A row with a heading, written anew: what stands above it stays.
fn replace(old: &mut Table, row: InlineTable) {
    let keys: Vec<String> = old.iter().map(|(key, _)| key.to_owned()).collect();
    for key in keys.iter().filter(|key| !row.contains_key(key)) {
        old.remove(key);
    }
    for (key, value) in row {
        super::put(old, &key, value);
    }
}

/// Adds a row to a list, laid out as the others are. A comment behind the last stays behind it.
fn push(of: &mut Array, row: InlineTable) {
    let mut trailing = of.trailing().as_str().unwrap_or_default().to_owned();
    // Without a comma behind it, what stands behind the last row is that row's.
    if let Some(decor) = of.iter_mut().last().map(Value::decor_mut) {
        let behind = decor.suffix().and_then(RawString::as_str).unwrap_or_default().to_owned();
        decor.set_suffix("");
        trailing = behind + &trailing;
    }
    let last = of.iter().last().and_then(|last| last.decor().prefix()).and_then(RawString::as_str);
    let lines = match last {
        Some(prefix) => prefix.contains('\n'),
        None => trailing.contains('\n'),
    };
    if !lines {
        of.push(row);
        return;
    }
    let indent = last.and_then(|prefix| prefix.rfind('\n').and_then(|at| prefix.get(at..)));
    let indent = indent.unwrap_or(INDENT).to_owned();
    let mut row = Value::InlineTable(row);
    let comment = trailing.contains('#').then(|| trailing.trim_end_matches(['\n', ' ', '\t']));
    row.decor_mut().set_prefix(format!("{}{indent}", comment.unwrap_or_default()));
    of.push_formatted(row);
    of.set_trailing("\n");
    of.set_trailing_comma(true);
}

fn before(value: &mut Value, comments: &str) {
    let own = value.decor().prefix().and_then(RawString::as_str).unwrap_or_default().to_owned();
    value.decor_mut().set_prefix(format!("{comments}{own}"));
}
