//! Fixes of a Word file: offered as tracked changes in a copy beside it. The file itself is never touched.

use std::path::{Path, PathBuf};

use crate::cli::output::NewFile;
use crate::document::{WordChange, WordCopy, with_changes};
use crate::lint::{Lint, Safety};
use crate::source::{Fault, printable};
use crate::standing::Day;

/// Copies that are to be written.
pub(super) struct Offered {
    pub(super) copies: Vec<NewFile>,
    pub(super) changes: usize,
    /// How many couldn't be offered so.
    pub(super) left: usize,
}

/// Whether a path names a Word file.
pub(super) fn is_word(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["docx", "docm", "dotx", "dotm"].contains(&ending.to_ascii_lowercase().as_str())
}

/// What is offered in the place of words of a document.
pub(super) fn changes(lint: &Lint, most: Safety) -> Vec<WordChange> {
    let fixed = lint.findings.iter().filter_map(|finding| {
        let fix = finding.fix.as_ref().filter(|fix| fix.safety <= most)?;
        Some(WordChange {
            line: finding.place.line,
            column: finding.place.column,
            words: finding.quote.clone(),
            instead: fix.replacement.clone(),
        })
    });
    fixed.collect()
}

/// What would be offered, paragraph by paragraph.
pub(super) fn shown(path: &Path, changes: &[WordChange]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let (old, new) = (path.display().to_string(), copy(path).display().to_string());
    let mut out = format!("--- {}\n+++ {}\n", printable(&old), printable(&new));
    for change in changes {
        let (words, instead) = (printable(&change.words), printable(&change.instead));
        out.push_str(&format!("@@ paragraph {} @@\n-{words}\n+{instead}\n", change.line));
    }
    out
}

impl Offered {
    /// Takes in the copy of a document, where anything can be offered in it.
    pub(super) fn add(
        &mut self,
        (path, bytes): (&Path, &[u8]),
        changes: &[WordChange],
        (today, overwrite): (Day, bool),
    ) -> Result<(), Vec<Fault>> {
        let name = path.display().to_string();
        let copied = with_changes(&name, bytes, changes, &today.to_string());
        let WordCopy { bytes, made } = copied.map_err(|fault| vec![fault])?;
        self.left += changes.len() - made.len();
        if !made.is_empty() {
            self.changes += made.len();
            self.copies.push(NewFile { path: copy(path), bytes, overwrite });
        }
        Ok(())
    }

    /// What was offered, in a line.
    pub(super) fn told(&self) -> String {
        let count = |count: usize| {
            if count == 1 { "1 change".to_owned() } else { format!("{count} changes") }
        };
        let names: Vec<String> =
            self.copies.iter().map(|own| printable(&own.path.display().to_string())).collect();
        let mut out = String::new();
        if !names.is_empty() {
            let (changes, names) = (count(self.changes), names.join(", "));
            out = format!("Offered {changes} in {names}: accept or reject them in Word.\n");
        }
        if self.left > 0 {
            out.push_str(&format!(
                "Left {} to be made by hand: words that change their look midway, or that are tracked.\n",
                count(self.left)
            ));
        }
        out
    }
}

/// The copy of a document: `policy.fixed.docx` of `policy.docx`.
fn copy(path: &Path) -> PathBuf {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("docx");
    path.with_extension(format!("fixed.{ending}"))
}
