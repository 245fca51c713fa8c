//! What a program was built without.

use super::Fault;

impl Fault {
    /// That something is asked for which this program has no part for: it was built without the feature.
    #[must_use]
    pub fn left_out(what: &str, feature: &str) -> Self {
        let message = format!("{what}: this program was built without `{feature}`");
        Self::whole("usage::left-out", message).help(format!(
            "build it without `--no-default-features`, or with `--features {feature}`; what is released has \
             everything"
        ))
    }
}
