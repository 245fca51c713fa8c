//! Reading papers: one at a time, many files at once, or batches that an engine hands over.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use msacheck::check::{Disk, PaperReader, Search, Wanted, in_order};
use msacheck::reading::ReadDocument;
use msacheck::report::{
    SchemaKind, TerminalPage, Topics, no_json, reading_line, reading_look, schema,
};
use msacheck::source::Fault;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use serde_json::{Value, json};

use super::faults::{told, work};
use super::frame::{Frame, ReadingShape};
use super::rules::Rules;

/// What reads papers: made once, for as many as one likes, on any thread.
#[pyclass(frozen, module = "msacheck._native")]
pub(crate) struct Reader {
    rules: Py<Rules>,
    papers: PaperReader,
    shape: ReadingShape,
    force: Option<String>,
}

#[pymethods]
impl Reader {
    #[new]
    fn new(py: Python<'_>, rules: Py<Rules>, force: Option<String>) -> PyResult<Self> {
        let of = rules.get();
        let (papers, shape) = work(py, None, || {
            let papers = PaperReader::new(of.asked(), of.today_is())?;
            let schema = schema(SchemaKind::Reading, of.rulebook().vocabulary());
            Ok((papers, ReadingShape::of(&schema.map_err(|error| vec![no_json(&error)])?)?))
        })?;
        Ok(Self { rules, papers, shape, force })
    }

    /// Reads a paper, from its bytes or from the disk: its line of JSON, and what people are shown of it.
    fn read(
        &self,
        py: Python<'_>,
        name: &str,
        bytes: Option<PyBackedBytes>,
        explain: bool,
    ) -> PyResult<(String, String)> {
        let rules = self.rules.get();
        work(py, Some(name), || {
            let read = match &bytes {
                Some(bytes) => self.of_bytes(name, bytes),
                None => self.of_file(Path::new(name)),
            };
            let read = read.map_err(|fault| vec![fault])?;
            let looked_for = self.papers.looked_for().clone();
            let topics = Topics::new(rules.rulebook().vocabulary(), looked_for);
            let look = reading_look(&read, &topics, false, TerminalPage::new(80, false));
            Ok((line(&read, explain)?, look))
        })
    }

    /// The documents that paths, folders and patterns name, and what couldn't be looked into.
    fn find<'py>(
        &self,
        py: Python<'py>,
        paths: Vec<PathBuf>,
        ignored: bool,
    ) -> PyResult<(Vec<PathBuf>, Bound<'py, PyAny>)> {
        let (found, faults) = work(py, None, || {
            let search =
                Search { files: &Disk, arguments: &paths, wanted: Wanted::Documents, ignored };
            let (mut found, mut faults) = (Vec::new(), Vec::new());
            for one in search.find() {
                match one {
                    Ok(one) => found.push(one.path),
                    Err(fault) => faults.push(fault),
                }
            }
            Ok((found, faults))
        })?;
        Ok((found, told(py, &faults, None)?.into_any()))
    }

    /// Reads files, several at a time: for each its line of JSON, or what is wrong with it.
    fn read_files<'py>(
        &self,
        py: Python<'py>,
        paths: Vec<PathBuf>,
        jobs: usize,
    ) -> PyResult<Vec<(Option<String>, Bound<'py, PyAny>)>> {
        let read = work(py, None, || {
            let mut all = Vec::with_capacity(paths.len());
            let one = |path: PathBuf| {
                let name = path.display().to_string();
                let read = self.of_file(&path).map_err(|fault| vec![fault]);
                (name, read.and_then(|read| line(&read, false)))
            };
            in_order(paths.into_iter(), jobs, one, |read| {
                all.push(read);
                ControlFlow::Continue(())
            })
            .map_err(|fault| vec![fault])?;
            Ok(all)
        })?;
        let out = read.into_iter().map(|(name, read)| match read {
            Ok(line) => Ok((Some(line), told(py, &[], None)?.into_any())),
            Err(faults) => Ok((None, told(py, &faults, Some(&name))?.into_any())),
        });
        out.collect()
    }

    /// Reads a batch of papers into a table, a row each: of a broken one with its fault.
    fn read_batch(
        &self,
        py: Python<'_>,
        names: Vec<String>,
        papers: Vec<Option<PyBackedBytes>>,
    ) -> PyResult<Frame> {
        work(py, None, || {
            let rows = names.iter().zip(&papers).map(|(name, bytes)| match bytes {
                Some(bytes) => row(name, self.of_bytes(name, bytes)),
                None => row(name, Err(nothing(name))),
            });
            let rows: Vec<Value> = rows.collect::<Result<_, _>>()?;
            self.shape.frame(&rows)
        })
    }

    /// The table of readings that were kept as lines of JSON.
    fn frame(&self, py: Python<'_>, lines: Vec<String>) -> PyResult<Frame> {
        work(py, None, || {
            let rows = lines.iter().map(|line| serde_json::from_str(line));
            let rows: Vec<Value> =
                rows.collect::<Result<_, _>>().map_err(|error| vec![no_json(&error)])?;
            self.shape.frame(&rows)
        })
    }
}

impl Reader {
    fn of_bytes(&self, name: &str, bytes: &[u8]) -> Result<ReadDocument, Fault> {
        self.papers.read_bytes(name, bytes, self.force.as_deref())
    }

    fn of_file(&self, path: &Path) -> Result<ReadDocument, Fault> {
        self.papers.read_file(&Disk, path, self.force.as_deref())
    }
}

/// A reading on one line.
fn line(read: &ReadDocument, explain: bool) -> Result<String, Vec<Fault>> {
    reading_line(read, explain).map_err(|error| vec![no_json(&error)])
}

/// The row of a paper.
fn row(name: &str, read: Result<ReadDocument, Fault>) -> Result<Value, Vec<Fault>> {
    match read {
        Ok(read) => {
            serde_json::from_str(&line(&read, false)?).map_err(|error| vec![no_json(&error)])
        }
        Err(fault) => Ok(json!({
            "document": name,
            "arrangements": [],
            "warnings": [],
            "fault": {
                "code": fault.fault_code(),
                "message": fault.one_line(),
                "help": fault.advice(),
            },
        })),
    }
}

/// The fault of a row without a paper.
fn nothing(name: &str) -> Fault {
    Fault::whole("document::empty", format!("`{name}` has no content"))
        .help("the column of papers is empty in this row")
}
