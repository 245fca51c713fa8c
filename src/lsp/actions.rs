//! What mends what is wrong: one by one, and all that is safe at once.

use serde_json::{Value, json};

use super::diagnostics::{Mend, Seen};
use super::shapes::{ForRange, TextEdit};
use crate::lint::Safety;
use crate::source::printable;

/// Mends one thing.
const QUICK_FIX: &str = "quickfix";

/// Mends all that is safe.
const ALL: &str = "source.fixAll.msacheck";

/// The kinds of actions that there are.
pub(super) const KINDS: [&str; 2] = [QUICK_FIX, ALL];

/// The actions for a range of a document.
pub(super) fn actions(asked: &ForRange, seen: &Seen) -> Value {
    let only = asked.context.only.as_deref();
    // A kind stands for all that begin with it.
    let wanted = |kind: &str| {
        only.is_none_or(|only| {
            only.iter().any(|own| {
                kind == own
                    || kind.strip_prefix(own.as_str()).is_some_and(|rest| rest.starts_with('.'))
            })
        })
    };
    let uri = asked.document.uri.as_str();
    let mut found = Vec::new();
    if wanted(QUICK_FIX) {
        let near = |mend: &&Mend| mend.range.touches(&asked.range);
        found.extend(seen.mends.iter().filter(near).map(|mend| one(uri, mend, seen)));
    }
    let safe: Vec<&Mend> =
        seen.mends.iter().filter(|mend| mend.safety == Some(Safety::Safe)).collect();
    if wanted(ALL) && !safe.is_empty() {
        let mut edits: Vec<TextEdit> = Vec::new();
        for mend in safe {
            // Of two that overlap the first is made, as on the command line.
            if edits.last().is_none_or(|last| last.range.end <= mend.range.start) {
                edits.push(edit(mend));
            }
        }
        found.push(json!({
            "title": "Write all that is safe to write",
            "kind": ALL,
            "edit": { "changes": { uri: edits } },
        }));
    }
    Value::Array(found)
}

fn one(uri: &str, mend: &Mend, seen: &Seen) -> Value {
    let words = printable(&mend.text);
    let title = match mend.safety {
        Some(Safety::Unsafe) => format!("Write “{words}”, and read what becomes of it"),
        Some(Safety::Safe) | None => format!("Write “{words}”"),
    };
    json!({
        "title": title,
        "kind": QUICK_FIX,
        "isPreferred": mend.safety != Some(Safety::Unsafe),
        "diagnostics": seen.diagnostics.get(mend.of).into_iter().collect::<Vec<_>>(),
        "edit": { "changes": { uri: [edit(mend)] } },
    })
}

fn edit(mend: &Mend) -> TextEdit {
    TextEdit { range: mend.range, new_text: mend.text.clone() }
}
