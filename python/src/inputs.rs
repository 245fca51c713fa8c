//! Inputs as Python gives them: paths, texts that are held in memory, declarations as dictionaries.

use std::path::{Path, PathBuf};

use msacheck::check::{Disk, Enters, Files, Memory};
use msacheck::source::Fault;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use toml::{Table, Value};

use super::faults::raised;

/// What is to be taken in, and where it comes from.
pub(crate) struct Inputs {
    /// As they are named; nothing where all of what is held in memory is taken.
    pub(crate) named: Vec<PathBuf>,
    pub(crate) files: Given,
}

/// Files that Python gave, in the place of those of the disk.
pub(crate) struct Given {
    memory: Memory,
    /// Whether the disk has the rest: where only texts are given, nothing of it is read.
    disk: bool,
}

impl Inputs {
    /// Of paths and dictionaries, and of texts by their names.
    pub(crate) fn new(
        py: Python<'_>,
        inputs: &Bound<'_, PyList>,
        texts: Vec<(PathBuf, PyBackedBytes)>,
    ) -> PyResult<Self> {
        let disk = inputs.is_empty() && texts.is_empty();
        let held = !texts.is_empty();
        let mut memory = Memory::new();
        for (path, text) in texts {
            memory = memory.with(path, text.to_vec());
        }
        let mut all = Self { named: Vec::new(), files: Given { memory, disk } };
        for input in inputs {
            let name = all.add(py, &input, "declaration.toml")?;
            all.named.push(name);
        }
        if held && all.named.is_empty() {
            all.named.push(PathBuf::from("."));
        }
        Ok(all)
    }

    /// Adds what is given beside them, a path or the dictionary that TOML would hold: its name, `otherwise` where it
    /// names no force.
    pub(crate) fn add(
        &mut self,
        py: Python<'_>,
        input: &Bound<'_, PyAny>,
        otherwise: &str,
    ) -> PyResult<PathBuf> {
        let Ok(declared) = input.cast::<PyDict>() else {
            self.files.disk = true;
            return input.extract();
        };
        let table = table(declared)?;
        let name = free_name(&table, otherwise, &self.files.memory);
        let text = toml::to_string(&table).map_err(|error| {
            let message = "a declaration has something in it that TOML doesn't";
            let fault = Fault::whole("usage::argument", message).help(error.to_string());
            raised(py, &[fault], None)
        })?;
        let memory = std::mem::take(&mut self.files.memory);
        self.files.memory = memory.with(&name, text);
        Ok(name)
    }
}

/// The name of what was given as a dictionary: its force's.
fn free_name(table: &Table, otherwise: &str, memory: &Memory) -> PathBuf {
    let force = table.get("force").and_then(|force| force.get("id")).and_then(Value::as_str);
    let fit = |id: &&str| id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let name = force.filter(fit).map_or_else(|| otherwise.to_owned(), |id| format!("{id}.toml"));
    let (stem, ending) =
        name.rsplit_once('.').map_or((name.as_str(), ""), |(stem, _)| (stem, ".toml"));
    let names =
        std::iter::once(name.clone()).chain((2..).map(|count| format!("{stem}-{count}{ending}")));
    let mut free = names.map(PathBuf::from).filter(|name| !memory.exists(name));
    free.next().unwrap_or_default()
}

fn table(declared: &Bound<'_, PyDict>) -> PyResult<Table> {
    declared.iter().map(|(key, value)| Ok((key.extract()?, toml_value(&value)?))).collect()
}

/// What a value of Python's is in TOML. A date is one by how it writes itself.
fn toml_value(value: &Bound<'_, PyAny>) -> PyResult<Value> {
    if value.is_instance_of::<PyBool>() {
        return Ok(Value::Boolean(value.extract()?));
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(Value::Integer(value.extract()?));
    }
    if value.is_instance_of::<PyFloat>() {
        return Ok(Value::Float(value.extract()?));
    }
    if value.is_instance_of::<PyString>() {
        return Ok(Value::String(value.extract()?));
    }
    if let Ok(declared) = value.cast::<PyDict>() {
        return Ok(Value::Table(table(declared)?));
    }
    if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let items = value.try_iter()?.map(|item| toml_value(&item?));
        return Ok(Value::Array(items.collect::<PyResult<_>>()?));
    }
    let date = value.call_method0("isoformat").ok().and_then(|text| text.extract::<String>().ok());
    date.and_then(|text| text.parse().ok()).map(Value::Datetime).ok_or_else(|| {
        let kind = value.get_type().to_string();
        PyTypeError::new_err(format!("a declaration holds no {kind}: only what TOML has"))
    })
}

impl Given {
    fn holds(&self, path: &Path) -> bool {
        !self.disk || self.memory.exists(path)
    }
}

impl Files for Given {
    fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
        if self.holds(path) { self.memory.bytes(path, limit) } else { Disk.bytes(path, limit) }
    }

    fn size(&self, path: &Path) -> Option<usize> {
        if self.holds(path) { self.memory.size(path) } else { Disk.size(path) }
    }

    fn exists(&self, path: &Path) -> bool {
        self.memory.exists(path) || (self.disk && Disk.exists(path))
    }

    fn is_folder(&self, path: &Path) -> bool {
        match self.disk {
            true => !self.memory.exists(path) && Disk.is_folder(path),
            false => path == Path::new(".") || self.memory.is_folder(path),
        }
    }

    fn identity(&self, path: &Path) -> PathBuf {
        if !self.disk {
            return self.memory.identity(path);
        }
        // Where the disk would have it, so that it lies in the folder that it is named in.
        match (path.parent(), path.file_name()) {
            (Some(folder), Some(name)) if self.memory.exists(path) && !Disk.exists(path) => {
                let folder = if folder == Path::new("") { Path::new(".") } else { folder };
                Disk.identity(folder).join(name)
            }
            _ => Disk.identity(path),
        }
    }

    fn below<'a>(
        &'a self,
        folder: &Path,
        ignored: bool,
        enters: Enters,
    ) -> Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'a> {
        match self.disk {
            true => Disk.below(folder, ignored, enters),
            false => self.memory.below(folder, ignored, enters),
        }
    }
}
