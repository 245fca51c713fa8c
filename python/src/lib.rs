//! What the Python package `msacheck` is made of below its types: the library, called from Python.
//!
//! Nothing is decided here. Arguments become what `msacheck::check` and its neighbours take, and what
//! comes of it goes to Python as our JSON, as a report, or as a table in Arrow's form. Python's lock is given
//! up while the library works; a fault becomes an exception, and so does a panic.
#![allow(clippy::needless_pass_by_value, reason = "what comes from Python is handed over")]

mod asked;
mod checked;
mod compared;
mod faults;
mod frame;
mod inputs;
mod linted;
mod planned;
mod reader;
mod reports;
mod rules;
mod taken;

use std::ffi::OsString;

use pyo3::prelude::*;

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    // Of this library's own panics: those of no other extension pass through its hook.
    msacheck::document::hush_panics();
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<rules::Rules>()?;
    module.add_class::<reader::Reader>()?;
    module.add_class::<checked::Checked>()?;
    module.add_class::<compared::Compared>()?;
    module.add_class::<planned::Planned>()?;
    module.add_class::<linted::Linted>()?;
    module.add_class::<frame::Frame>()?;
    module.add_function(wrap_pyfunction!(main, module)?)
}

/// The command line: its exit status.
#[pyfunction]
fn main(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| msacheck::cli::status(arguments))
}
