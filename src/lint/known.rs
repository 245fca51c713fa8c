//! Findings that are known: by check, path and words, and by no line, so that what is written above them
//! changes nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::finding::{Finding, Lint};
use crate::source::{Fault, Faults, Table, Text, parse_toml};

/// How many findings of a check with these words a document has.
type Counts = BTreeMap<(String, String, String), i64>;

/// A baseline of findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known(Counts);

impl Known {
    /// What documents are found to have.
    #[must_use]
    pub fn of(documents: &[Lint]) -> Self {
        let mut counts = Counts::new();
        for document in documents {
            for finding in &document.findings {
                *counts.entry(key(&document.name, finding)).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// Reads what [`Known::write`] wrote.
    ///
    /// # Errors
    ///
    /// Every fault of the text.
    pub fn read(text: &Arc<Text>) -> Result<Self, Vec<Fault>> {
        let faults = Faults::new();
        let parsed = parse_toml(text, &faults);
        let root = Table::root(&parsed, text, &faults);
        let mut counts = Counts::new();
        for table in root.tables("known") {
            let (check, path) = (table.required_text("check"), table.required_text("path"));
            let words = table.get("words").and_then(|item| item.text());
            let count = table.get("count").and_then(|item| item.number());
            table.finish();
            if let (Some(check), Some(path)) = (check, path) {
                let words = words.map(|found| found.value).unwrap_or_default();
                let count = count.map_or(1, |found| found.value);
                *counts.entry((check.value, path.value, words)).or_default() += count;
            }
        }
        root.finish();
        if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(Self(counts)) }
    }

    /// As a file.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from(
            "# Findings of `msacheck lint` that are known: they don't fail. Take out what is mended.\n",
        );
        for ((check, path, words), count) in &self.0 {
            let text = |text: &str| toml::Value::from(text).to_string();
            let _ = write!(out, "\n[[known]]\ncheck = {}\npath = {}\n", text(check), text(path));
            if !words.is_empty() {
                let _ = writeln!(out, "words = {}", text(words));
            }
            if *count > 1 {
                let _ = writeln!(out, "count = {count}");
            }
        }
        out
    }

    /// Takes known findings out of a document's; gives how many. Each is known as often as it was counted.
    pub fn take(&mut self, document: &mut Lint) -> usize {
        let all = document.findings.len();
        let name = document.name.clone();
        document.findings.retain(|finding| match self.0.get_mut(&key(&name, finding)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        });
        all - document.findings.len()
    }

    /// How many of those that are known weren't found in documents that were looked at.
    #[must_use]
    pub fn mended(&self, documents: &[Lint]) -> i64 {
        let looked = |path: &str| documents.iter().any(|own| plain(&own.name) == path);
        self.0.iter().filter(|((_, path, _), _)| looked(path)).map(|(_, left)| *left).sum()
    }
}

fn key(name: &str, finding: &Finding) -> (String, String, String) {
    (finding.check.to_owned(), plain(name).to_owned(), finding.quote.clone())
}

fn plain(name: &str) -> &str {
    name.strip_prefix("./").unwrap_or(name)
}
