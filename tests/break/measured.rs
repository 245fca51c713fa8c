//! How long a run takes and how much memory, told from outside.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::workplace::Workplace;

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) status: Option<i32>,
    pub(crate) took: Duration,
    /// The most memory that it had at once, in megabytes; where the system tells.
    pub(crate) peak: Option<usize>,
    pub(crate) said: String,
}

/// The program to measure: the one that was built with these tests, or another build of it.
fn program() -> PathBuf {
    std::env::var_os("MSACHECK").map_or_else(
        || env!("CARGO_BIN_EXE_msacheck").into(),
        |other| std::path::absolute(other).unwrap(),
    )
}

/// Runs the program with words split at spaces. It is given up after a time.
pub(crate) fn measure(place: &Workplace, line: &str, patience: Duration) -> Measured {
    let start = Instant::now();
    let errors = place.path("errors.log");
    let mut child = Command::new(program())
        .args(line.split(' '))
        .current_dir(place.path(""))
        .env("COLUMNS", "400")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(fs::File::create(&errors).unwrap())
        .spawn()
        .unwrap();
    let mut peak = None;
    let status = loop {
        peak = peak_of(&child).or(peak);
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        if start.elapsed() > patience {
            child.kill().unwrap();
            child.wait().unwrap();
            break None;
        }
        sleep(Duration::from_millis(2));
    };
    let said = fs::read_to_string(errors).unwrap();
    Measured { status, took: start.elapsed(), peak, said }
}

/// The most memory that a process had so far.
fn peak_of(child: &Child) -> Option<usize> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024)
}
