//! Commands that this program was built without: they are there, and say so.

use super::shared::Shared;
use super::status::Status;
use crate::source::Fault;

/// Arguments of such a command, whatever they are.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
    all: Vec<std::ffi::OsString>,
}

/// `lsp`.
#[cfg(not(feature = "editor"))]
pub(super) mod lsp {
    pub(in crate::cli) use super::Args;
    use super::{Fault, Shared, Status};

    pub(in crate::cli) fn run(_: &Args, _: &Shared) -> Result<Status, Vec<Fault>> {
        Err(vec![Fault::left_out("`lsp` can't serve an editor", "editor")])
    }
}

/// `serve`.
#[cfg(not(feature = "pages"))]
pub(super) mod serve {
    pub(in crate::cli) use super::Args;
    use super::{Fault, Shared, Status};

    pub(in crate::cli) fn run(_: &Args, _: &Shared) -> Result<Status, Vec<Fault>> {
        Err(vec![Fault::left_out("`serve` has no pages", "pages")])
    }
}
