//! Keys of a table, with the comments beside and above them.

use toml_edit::{Decor, DocumentMut, Item, RawString, Table, TableLike, Value};

/// Gives a key a value. A comment behind the old one stays.
pub(crate) fn put(table: &mut dyn TableLike, key: &str, mut value: Value) {
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        Some(other) => *other = Item::Value(value),
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

/// Takes out a key with its value. What stands above it as a comment goes to the key behind it; where
/// there is none, it is handed back.
pub(crate) fn take_out(table: &mut dyn TableLike, key: &str) -> Option<String> {
    let next = table.iter().map(|(key, _)| key.to_owned()).skip_while(|own| own != key).nth(1);
    let mut own = table.key_mut(key)?;
    let above = comments(own.leaf_decor_mut());
    table.remove(key)?;
    let above = above?;
    match next.as_deref().and_then(|next| table.key_mut(next)) {
        Some(mut next) => {
            before(next.leaf_decor_mut(), &above);
            None
        }
        None => Some(above),
    }
}

/// Puts comments that stood at the end of a table before what comes next in the file.
pub(crate) fn keep_behind(document: &mut DocumentMut, table: &str, comments: &str) {
    let at = document.get(table).and_then(Item::as_table).and_then(Table::position);
    let mut next: Option<&mut Table> = None;
    for other in tables(document.as_table_mut()) {
        let nearer = next.as_ref().is_none_or(|next| other.position() < next.position());
        if other.position() > at && nearer {
            next = Some(other);
        }
    }
    match next {
        Some(next) => before(next.decor_mut(), comments),
        None => {
            let rest = document.trailing().as_str().unwrap_or_default().to_owned();
            document.set_trailing(format!("{comments}{rest}"));
        }
    }
}

/// The tables of a file that have a heading, those within others included.
fn tables(root: &mut Table) -> Vec<&mut Table> {
    let mut all = Vec::new();
    for (_, item) in root.iter_mut() {
        match item {
            // Of a table without a heading, those within it have one.
            Item::Table(table) => match table.is_implicit() {
                true => all.extend(tables(table)),
                false => all.push(table),
            },
            Item::ArrayOfTables(of) => all.extend(of.iter_mut()),
            _ => {}
        }
    }
    all
}

/// The comments above a key, where there are some.
fn comments(decor: &Decor) -> Option<String> {
    let above = decor.prefix().and_then(RawString::as_str)?;
    above.contains('#').then(|| above.to_owned())
}

fn before(decor: &mut Decor, comments: &str) {
    let own = decor.prefix().and_then(RawString::as_str).unwrap_or_default().to_owned();
    decor.set_prefix(format!("{comments}{own}"));
}
