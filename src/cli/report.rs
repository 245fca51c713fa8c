//! `report`: a saved result in another format, without assessing anew.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::reports::Reports;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{Disk, Files as _};
use crate::result::{CheckResult, SIZE_LIMIT, read};
use crate::source::{Fault, Text};

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck check --format json --output result.json northmarch.toml
  msacheck report result.json                             as a table
  msacheck report result.json --format markdown --output annex.md
  msacheck report result.json --report sarif=gaps.sarif --report junit=gaps.xml

Exit status: that of the check that made the result: 0, 1 where its gate fails, 2 where it is incomplete.")]
pub(super) struct Args {
    /// What `check --format json` wrote; `-` for standard input
    #[arg(value_name = "RESULT")]
    result: PathBuf,

    #[command(flatten)]
    reports: Reports,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    args.reports.check(std::slice::from_ref(&args.result))?;
    let result = saved(&args.result).map_err(|fault| vec![fault])?;
    args.reports.make(&result, terminal)?;
    Ok(Status::of(&result))
}

/// A saved result.
pub(super) fn saved(path: &Path) -> Result<CheckResult, Fault> {
    read(&text(path)?)
}

fn text(path: &Path) -> Result<Arc<Text>, Fault> {
    let name = path.display().to_string();
    let bytes = Disk.bytes(path, SIZE_LIMIT)?;
    if bytes.len() > SIZE_LIMIT {
        let megabytes = SIZE_LIMIT / 1024 / 1024;
        let message = format!("`{name}` is larger than {megabytes} MB");
        return Err(Fault::whole("file::too-large", message).help("is this the right file?"));
    }
    match String::from_utf8(bytes) {
        Ok(body) => Ok(Arc::new(Text::new(name, body))),
        Err(_) => Err(Fault::whole("file::not-utf-8", format!("`{name}` isn't UTF-8"))
            .help("JSON is always UTF-8: a result is what `msacheck check --format json` writes")),
    }
}
