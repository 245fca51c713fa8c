//! What somebody who holds the full text of an instrument says of a rule: that the text bears it
//! out, or that it doesn't. A rule is confirmed or struck beside the packs, never in them.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::RequirementId;
use crate::standing::Day;

/// One row of a file of confirmations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The requirement.
    pub requirement: RequirementId,
    /// Whether the text bears it out; one that it doesn't bear out is switched off.
    pub bears_out: bool,
    /// The page or paragraph.
    pub at: String,
    /// The words that bear it out.
    pub quote: Option<String>,
    /// Why the text doesn't bear it out.
    pub reason: Option<String>,
    /// Who read the text, by role.
    pub by: String,
    /// When.
    pub date: Day,
}

impl Confirmation {
    /// The row as a file holds it.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let quoted = |text: &str| toml::Value::from(text).to_string();
        let mut out = String::from("[[confirmation]]\n");
        let _ = writeln!(out, "requirement = {}", quoted(self.requirement.as_str()));
        let _ = writeln!(out, "bears_out = {}", self.bears_out);
        let _ = writeln!(out, "at = {}", quoted(&self.at));
        for (key, value) in [("quote", &self.quote), ("reason", &self.reason)] {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} = {}", quoted(value));
            }
        }
        let _ = writeln!(out, "by = {}", quoted(&self.by));
        let _ = writeln!(out, "date = {}", self.date);
        out
    }
}
