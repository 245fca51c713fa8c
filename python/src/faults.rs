//! Faults as Python has them: told as tuples, raised as exceptions.

use msacheck::document::caught;
use msacheck::source::{Fault, Place};
use pyo3::prelude::*;
use pyo3::types::PyList;

pyo3::import_exception!(msacheck.errors, MsacheckError);

/// A fault as `msacheck.errors.Fault` takes it: code, whether it is an error, message, what was expected, the
/// likely fix, file, line, column, page.
type Told<'a> = (
    &'static str,
    bool,
    String,
    Option<&'a str>,
    Option<&'a str>,
    Option<String>,
    Option<usize>,
    Option<usize>,
    Option<u32>,
);

/// Does some work of the library's without Python's lock. What is wrong is raised, a panic included; `file` is
/// told of faults that name no place.
pub(crate) fn work<T: Send>(
    py: Python<'_>,
    file: Option<&str>,
    work: impl FnOnce() -> Result<T, Vec<Fault>> + Send,
) -> PyResult<T> {
    match py.detach(|| caught(work)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(faults)) => Err(raised(py, &faults, file)),
        Err(place) => Err(raised(py, &[panicked(&place)], file)),
    }
}

/// The exception of faults.
pub(crate) fn raised(py: Python<'_>, faults: &[Fault], file: Option<&str>) -> PyErr {
    match told(py, faults, file) {
        Ok(faults) => MsacheckError::new_err((faults.unbind(),)),
        Err(error) => error,
    }
}

/// Faults as a list of tuples.
pub(crate) fn told<'py>(
    py: Python<'py>,
    faults: &[Fault],
    file: Option<&str>,
) -> PyResult<Bound<'py, PyList>> {
    PyList::new(py, faults.iter().map(|fault| tuple(fault, file)))
}

fn tuple<'a>(fault: &'a Fault, file: Option<&str>) -> Told<'a> {
    let place = fault.text().zip(fault.span()).map(|(text, span)| text.place(span.start));
    let (at, line, column, page) = match place {
        Some(Place { file, line, column, page, .. }) => {
            (Some(file), Some(line), Some(column), page)
        }
        None => (file.map(str::to_owned), None, None, None),
    };
    let error = !fault.is_warning();
    let (code, message) = (fault.fault_code(), fault.to_string());
    (code, error, message, fault.expected(), fault.advice(), at, line, column, page)
}

/// The fault of a panic outside of the reading of a document.
fn panicked(place: &str) -> Fault {
    Fault::whole("python::panicked", "this couldn't be done: it is a fault of msacheck")
        .help(format!("please report it with what was asked, and this place: {place}"))
}

/// The fault of an argument.
pub(crate) fn wrong(message: String, help: &str) -> Vec<Fault> {
    vec![Fault::whole("usage::argument", message).help(help)]
}
