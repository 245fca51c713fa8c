//! What those who hold the full texts have struck, as a list for those who look after the rules.

use std::fmt::Write as _;

use super::markdown::escape;
use super::words::many;
use crate::rulebook::{Confirmation, Rulebook};

/// The rules that these rows strike, in Markdown, each with what it cites and why it doesn't hold.
#[must_use]
pub fn struck(rulebook: &Rulebook, rows: &[&Confirmation]) -> String {
    let rows: Vec<&&Confirmation> = rows.iter().filter(|row| !row.bears_out).collect();
    let count = many(rows.len(), "rule was", "rules were");
    let mut text = format!("# Rules that their text doesn't bear out\n\n{count} struck.\n");
    for row in rows {
        let last = rulebook.versions(row.requirement.as_str()).last();
        let title = last.map(|rule| format!(": {}", escape(&rule.title))).unwrap_or_default();
        let _ = write!(text, "\n## `{}`{title}\n\n", row.requirement);
        if let Some(rule) = last {
            let _ = writeln!(text, "- **It cites:** {}", escape(&rule.citation));
        }
        let _ = writeln!(text, "- **Read at:** {}", escape(&row.at));
        if let Some(reason) = &row.reason {
            let _ = writeln!(text, "- **Why it doesn't hold:** {}", escape(reason));
        }
        let _ = writeln!(text, "- **Struck by:** {}, {}", escape(&row.by), row.date);
    }
    text
}
