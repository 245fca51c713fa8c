//! How often each kind of thing occurred: a property that never met its case proves nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Counts by name.
#[derive(Debug, Default)]
pub(crate) struct Seen(RefCell<BTreeMap<String, usize>>);

impl Seen {
    pub(crate) fn count(&self, kind: impl Into<String>) {
        *self.0.borrow_mut().entry(kind.into()).or_default() += 1;
    }

    /// Shows the counts, and fails where one of these never occurred.
    pub(crate) fn require<T: AsRef<str>>(&self, kinds: impl IntoIterator<Item = T>) {
        let counts = self.0.borrow();
        for (kind, count) in counts.iter() {
            println!("{count:>8}  {kind}");
        }
        let missing: Vec<String> = kinds
            .into_iter()
            .map(|kind| kind.as_ref().to_owned())
            .filter(|kind| !counts.contains_key(kind))
            .collect();
        assert!(missing.is_empty(), "never occurred: {missing:#?}");
    }
}
