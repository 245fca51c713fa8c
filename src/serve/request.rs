//! A request as pages see it: checked, its form read.

use super::form::Fields;
use super::upload::Upload;

/// A request that was let in.
#[derive(Debug, Default)]
pub(super) struct Request {
    /// Whether it asks for a change.
    pub(super) writes: bool,
    /// The address of the page that it asks for; of a change, that of the folder.
    pub(super) address: String,
    /// The parts of its path, decoded.
    pub(super) path: Vec<String>,
    /// What stands behind the `?`.
    pub(super) query: Fields,
    /// The fields of its form.
    pub(super) form: Fields,
    /// The files that came with it.
    pub(super) uploads: Vec<Upload>,
}
