//! Headings, and what is folded away.

use std::fmt::Write as _;

/// A heading of a level, with room around it.
pub(in crate::report) fn heading(out: &mut String, level: usize, text: &str) {
    let _ = write!(out, "\n{} {text}\n\n", "#".repeat(level));
}

/// What stands behind a line until somebody opens it.
pub(super) fn folded(out: &mut String, summary: &str, fill: impl FnOnce(&mut String)) {
    let _ = write!(out, "<details>\n<summary>{summary}</summary>\n\n");
    fill(out);
    out.push_str("\n</details>\n");
}
