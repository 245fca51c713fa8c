//! Whoever watches long work: a bar on a terminal, a page.

/// What long work tells of itself. It may be told from any thread.
pub trait Watch: Sync {
    /// So many inputs are to be gone through now.
    fn begins(&self, inputs: usize);

    /// One of them is done.
    fn one_done(&self);
}
