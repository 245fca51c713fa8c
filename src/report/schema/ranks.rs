//! Ranks: the file that puts them in order, and a rank as a declaration writes it.

use serde_json::{Value, json};

use super::shape::{Keys, defined, escaped, free_table, text, texts};
use crate::standing::RankTable;

/// The schema of `ranks.toml`.
pub(super) fn schema() -> Value {
    let meaning = || text("A rank of the order, with or without prefixes.");
    Keys::new()
        .optional("order", texts("The ranks, lowest first."))
        .optional("prefixes", texts("Words before a rank that don't change it."))
        .optional("staff", texts("Words with which a police staff grade begins."))
        .optional("abbreviations", free_table(&meaning(), "What people write for a rank."))
        .optional("equivalents", free_table(&meaning(), "What other forces call a rank."))
        .table("A pack beside others adds names to the ranks that they have, and changes none.")
}

/// A field that holds a rank: the plain ranks are there to choose from.
pub(super) fn field(ranks: &RankTable, question: &str) -> Value {
    let staff = ranks.staff().first();
    let staff = staff.map(|word| format!(" A rank, or \"{word} …\".")).unwrap_or_default();
    let plain = json!({ "type": "string", "enum": ranks.order() });
    json!({ "description": format!("{question}{staff}"), "anyOf": [plain, defined("rank")] })
}

/// Every way in which a rank or a staff grade may be written, as `RankTable::parse` reads it.
pub(super) fn rank(ranks: &RankTable) -> Value {
    const SPACE: &str = r"[\s./]";
    let any = |names: Vec<String>| format!("({})", names.join("|"));
    let prefixes = any(ranks.prefixes().iter().map(|name| loosely(name)).collect());
    let names = ranks.order().iter().map(String::as_str).chain(ranks.other_names());
    let names = any(names.map(loosely).collect());
    let staff = any(ranks.staff().iter().map(|name| loosely(name)).collect());
    let pattern =
        format!("^{SPACE}*({prefixes}{SPACE}+)*{names}{SPACE}*$|^{SPACE}*{staff}({SPACE}|$)");
    json!({ "type": "string", "pattern": pattern })
}

/// A pattern for a name in which case, full stops and repeated spaces don't matter.
fn loosely(name: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in name.chars() {
        if c == ' ' {
            out.push_str(r"[\s./]+");
            inside = false;
            continue;
        }
        if inside {
            out.push_str(r"\.*");
        }
        inside = true;
        let (lower, upper) = (c.to_lowercase().to_string(), c.to_uppercase().to_string());
        if lower == upper {
            out.push_str(&escaped(&lower));
        } else {
            out.push_str(&format!("[{lower}{upper}]"));
        }
    }
    out
}
