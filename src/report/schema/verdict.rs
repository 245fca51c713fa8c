//! What the gate said, within a result.

use serde_json::Value;

use super::result::{any_text, count};
use super::shape::{Keys, list};

/// What the gate said of one force.
pub(super) fn schema() -> Value {
    Keys::new()
        .required("looked_at", count("How many requirements it looked at."))
        .required("failing", list(&any_text("A requirement."), "Those that fail the check."))
        .table("What the gate said.")
}
