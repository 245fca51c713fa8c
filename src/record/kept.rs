//! A record as it is kept: written, read again, and held against its own digests.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::recipe::Recipe;
use super::recording::Recording;
use super::trace::Trace;
use crate::check::{AskedRules, Files};
use crate::report::{ReportFormat, ReportOptions};
use crate::result::{CheckResult, Rules, Run};
use crate::source::{Digest, Fault, Text};

/// The name and version of the shape of a record.
const SCHEMA: &str = "msacheck/record/1";

/// The largest file of a record that is read, in bytes.
const LIMIT: usize = crate::result::SIZE_LIMIT;

const ABOUT: &str = "record.json";
const RESULT: &str = "result.json";
const SUMS: &str = "SHA256SUMS";

/// A record: what its `record.json` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    schema: String,
    /// The program that made it, and its version.
    pub program: String,
    /// What was asked.
    pub recipe: Recipe,
    /// The rules that were asked.
    pub rules: Rules,
    /// The packs of the user's, with their files.
    pub packs: Vec<RecordedPack>,
    /// Every file that was read, in the order of their names.
    pub files: Vec<RecordedFile>,
    /// What else was asked about files.
    pub trace: Trace,
    /// The SHA-256 of the result.
    pub result: Digest,
}

/// A pack of the user's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedPack {
    /// Its folder, as the user named it.
    pub folder: String,
    /// Its files; the name of each is that within the pack.
    pub files: Vec<RecordedFile>,
}

/// A file as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedFile {
    /// Its name, as it was given.
    pub name: PathBuf,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// How many bytes it has.
    pub size: usize,
    /// Where the record has it; nothing where it stayed where it is.
    pub kept: Option<String>,
}

/// A record with the bytes that belong to it.
pub struct Kept {
    /// What it says.
    pub record: Record,
    /// The result, as it was saved.
    pub result: Vec<u8>,
    /// The files that it has, by where it has them.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Kept {
    /// What is to be kept of a check that was recorded; with the files, or with their digests alone.
    ///
    /// # Errors
    ///
    /// A fault where the result has no JSON form.
    pub fn of(
        recipe: Recipe,
        rules: &AskedRules,
        recording: &Recording<'_>,
        result: &CheckResult,
        with_files: bool,
    ) -> Result<Self, Fault> {
        let (trace, read) = recording.told();
        let result = as_json(result)?;
        let mut files = BTreeMap::new();
        let mut keep = |name: &Path, bytes: Vec<u8>| {
            let at = with_files.then(|| format!("files/{:03}-{}", files.len() + 1, plain(name)));
            let own = RecordedFile {
                name: name.to_owned(),
                sha256: Digest::of(&bytes),
                size: bytes.len(),
                kept: at.clone(),
            };
            files.extend(at.map(|at| (at, bytes)));
            own
        };
        let recorded = read.into_iter().map(|(name, bytes)| keep(&name, bytes)).collect();
        let packs = rules
            .own_packs()
            .map(|(folder, own)| RecordedPack {
                folder: folder.to_owned(),
                files: own
                    .iter()
                    .map(|file| keep(Path::new(&file.path), file.text.body().as_bytes().to_vec()))
                    .collect(),
            })
            .collect();
        let record = Record {
            schema: SCHEMA.to_owned(),
            program: Run::this_program(),
            recipe,
            rules: rules.known_as(),
            packs,
            files: recorded,
            trace,
            result: Digest::of(&result),
        };
        Ok(Self { record, result, files })
    }

    /// The files that the record consists of, by their names in its folder.
    ///
    /// # Errors
    ///
    /// None in practice: a fault where it has no JSON form.
    pub fn written(&self) -> Result<BTreeMap<String, Vec<u8>>, Fault> {
        let about =
            serde_json::to_vec_pretty(&self.record).map_err(|error| unreadable(ABOUT, &error))?;
        let mut all = self.files.clone();
        all.insert(ABOUT.to_owned(), [about, b"\n".to_vec()].concat());
        all.insert(RESULT.to_owned(), self.result.clone());
        let mut sums = String::new();
        for (name, bytes) in &all {
            let _ = writeln!(sums, "{}  {name}", Digest::of(bytes));
        }
        all.insert(SUMS.to_owned(), sums.into_bytes());
        Ok(all)
    }

    /// Reads a record, and holds every file of it against the digests that it has of them.
    ///
    /// # Errors
    ///
    /// Every file that is missing, that was tampered with, or that the record doesn't know; a record that
    /// isn't one, or is of a later shape.
    pub fn open(folder: &Path, files: &dyn Files) -> Result<Self, Vec<Fault>> {
        let one = |fault| vec![fault];
        let shown = folder.display();
        if !files.exists(folder) {
            let message = format!("there is no folder `{shown}`");
            return Err(one(Fault::whole("record::none", message).help(NAME_ONE)));
        }
        let sums = files.bytes(&folder.join(SUMS), LIMIT).map_err(|_| one(no_record(&shown)))?;
        let sums = String::from_utf8(sums).map_err(|_| one(no_sums(&shown)))?;
        let (mut faults, mut read) = (Vec::new(), BTreeMap::new());
        for line in sums.lines() {
            let known =
                line.split_once("  ").and_then(|(sum, name)| Some((Digest::parse(sum)?, name)));
            let Some((sum, name)) = known.filter(|(_, name)| is_within(name)) else {
                return Err(one(no_sums(&shown)));
            };
            let path = folder.join(name);
            match files.bytes(&path, LIMIT) {
                Err(fault) => {
                    let help = "the record isn't whole: take it from where it was kept first";
                    faults.push(fault.help(help));
                }
                Ok(bytes) if Digest::of(&bytes) != sum => faults.push(tampered(&path)),
                Ok(bytes) => drop(read.insert(name.to_owned(), bytes)),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let about = read.remove(ABOUT).ok_or_else(|| one(no_record(&shown)))?;
        let result = read.remove(RESULT).ok_or_else(|| one(no_record(&shown)))?;
        let record = parsed(&about, &folder.join(ABOUT)).map_err(one)?;
        let own = record.packs.iter().flat_map(|pack| &pack.files).chain(&record.files);
        for file in own {
            let Some(at) = &file.kept else { continue };
            if read.get(at).is_none_or(|bytes| Digest::of(bytes) != file.sha256) {
                faults.push(tampered(&folder.join(at)));
            }
        }
        if Digest::of(&result) != record.result {
            faults.push(tampered(&folder.join(RESULT)));
        }
        if faults.is_empty() { Ok(Self { record, result, files: read }) } else { Err(faults) }
    }

    /// The result as it was saved, as a text of that name.
    pub(super) fn result_text(&self) -> Option<Arc<Text>> {
        Some(Arc::new(Text::new(RESULT, String::from_utf8(self.result.clone()).ok()?)))
    }
}

/// A result as `check --format json` gives it.
pub(super) fn as_json(result: &CheckResult) -> Result<Vec<u8>, Fault> {
    let json = ReportFormat::named("json").ok_or_else(|| {
        Fault::whole("output::unwritten", "there is no format `json` to keep a result in")
    })?;
    (json.render)(result, ReportOptions::default())
}

/// The last part of a name, in characters that every system takes.
fn plain(name: &Path) -> String {
    let last = name.file_name().unwrap_or_default().to_string_lossy();
    let fit = |c: char| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '_' };
    let short: String = last.chars().map(fit).collect();
    let start = short.len().saturating_sub(80);
    short.get(start..).unwrap_or("file").to_owned()
}

/// Whether a name leads nowhere but into the record's folder.
fn is_within(name: &str) -> bool {
    let steps = Path::new(name).components();
    !name.is_empty()
        && steps.into_iter().all(|step| matches!(step, std::path::Component::Normal(_)))
}

fn parsed(bytes: &[u8], path: &Path) -> Result<Record, Fault> {
    #[derive(Deserialize)]
    struct Shape {
        schema: String,
    }
    let name = path.display().to_string();
    let shape: Shape = serde_json::from_slice(bytes).map_err(|error| unreadable(&name, &error))?;
    if shape.schema != SCHEMA {
        let message =
            format!("`{name}` is of the shape `{}`; this program knows `{SCHEMA}`", shape.schema);
        return Err(Fault::whole("record::other-shape", message)
            .help("make it again with the version of the program that it names"));
    }
    serde_json::from_slice(bytes).map_err(|error| unreadable(&name, &error))
}

fn unreadable(name: &str, error: &serde_json::Error) -> Fault {
    Fault::whole("record::wrong-shape", format!("`{name}` isn't a record's: {error}"))
}

fn no_record(folder: &std::path::Display<'_>) -> Fault {
    Fault::whole("record::none", format!("`{folder}` is no record: it has no `{SUMS}` of one"))
        .help(NAME_ONE)
}

const NAME_ONE: &str =
    "`msacheck check --record DIR` makes a folder in DIR for each record: name one of those";

/// The fault of a list of digests that was written over, or is of something else.
fn no_sums(folder: &std::path::Display<'_>) -> Fault {
    let message = format!("`{folder}/{SUMS}` doesn't list the files of a record");
    Fault::whole("record::none", message)
        .help("was it changed since the record was made? Take it from where it was kept first")
}

fn tampered(path: &Path) -> Fault {
    let message = format!("`{}` was changed since the record was made", path.display());
    Fault::whole("record::tampered", message)
        .help("nothing that the record says can be relied on: take it from where it was kept first")
}
