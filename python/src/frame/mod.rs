//! Tables in Arrow's form, handed over through its PyCapsule interface: whoever takes them (pandas, Polars, DuckDB,
//! pyarrow) copies nothing.

mod arrays;
mod rows;
mod shape;

use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, Fields, Schema};
use msacheck::source::Fault;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use serde_json::Value;

pub(crate) use rows::{lints, matrix, results, steps};
pub(crate) use shape::ReadingShape;

/// A table.
#[pyclass(frozen, module = "msacheck._native")]
pub(crate) struct Frame {
    batch: RecordBatch,
}

impl Frame {
    /// The table of objects, a row each, with a column for each field.
    fn of(fields: Fields, rows: &[&Value]) -> Result<Self, Vec<Fault>> {
        let rows: Vec<Option<&Value>> = rows.iter().copied().map(Some).collect();
        let columns = arrays::columns(&fields, &rows);
        let options = arrow_array::RecordBatchOptions::new().with_row_count(Some(rows.len()));
        let schema = Arc::new(Schema::new(fields));
        let batch = columns
            .and_then(|columns| RecordBatch::try_new_with_options(schema, columns, &options));
        Ok(Self { batch: batch.map_err(|error| vec![no_table(&error)])? })
    }
}

#[pymethods]
impl Frame {
    /// How many rows it has.
    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    /// The names of its columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.batch.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// Arrow's PyCapsule interface: what columns there are.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.batch.schema().as_ref());
        let schema = schema.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Arrow's PyCapsule interface: the table as a stream. Another schema can't be asked for: whoever wants one
    /// casts.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = std::iter::once(Ok(self.batch.clone()));
        let stream = RecordBatchIterator::new(batches, self.batch.schema());
        PyCapsule::new_with_value(
            py,
            FFI_ArrowArrayStream::new(Box::new(stream)),
            c"arrow_array_stream",
        )
    }
}

/// The fault of a table that couldn't be made.
fn no_table(error: &ArrowError) -> Fault {
    Fault::whole("python::no-table", format!("no table could be made: {error}"))
        .help("please report it with what was asked: this is a fault of msacheck")
}
