//! Several ways to show one thing: the first is read, the others show the same to older programs.

/// For each alternative that is open, whether one of its ways was chosen.
#[derive(Default)]
pub(super) struct Alternatives(Vec<bool>);

impl Alternatives {
    /// An element of an alternative opens. Whether it is to be passed over.
    pub(super) fn passes_over(&mut self, name: &str) -> bool {
        match (name, self.0.last_mut()) {
            ("AlternateContent", _) => self.0.push(false),
            ("Choice" | "Fallback", Some(true)) => return true,
            ("Choice" | "Fallback", Some(chosen)) => *chosen = true,
            _ => {}
        }
        false
    }

    /// One closes.
    pub(super) fn closes(&mut self, name: &str) {
        if name == "AlternateContent" {
            self.0.pop();
        }
    }
}
