//! Reports, as Python has them.

use msacheck::source::Fault;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::faults::work;
use super::taken::unknown;

/// A report, and whether it is no text.
pub(crate) type Report<'py> = (Bound<'py, PyBytes>, bool);

/// Makes a report without Python's lock.
pub(crate) fn report<'py>(
    py: Python<'py>,
    make: impl FnOnce() -> Result<(Vec<u8>, bool), Vec<Fault>> + Send,
) -> PyResult<Report<'py>> {
    let (bytes, binary) = work(py, None, make)?;
    Ok((PyBytes::new(py, &bytes), binary))
}

/// The format of a name.
pub(crate) fn format<T>(
    text: &str,
    all: &'static [T],
    name: fn(&T) -> &'static str,
) -> Result<&'static T, Vec<Fault>> {
    let found = all.iter().find(|format| name(format) == text);
    found.ok_or_else(|| unknown(text, all.iter().map(name)))
}
