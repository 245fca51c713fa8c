//! How long a territory takes to compare and to plan for: forty-three forces over ten years, in one command;
//! and how time and memory grow from a thousand declarations to ten thousand where a comparison is written force
//! by force.
//!
//! The declarations are made up, the same on every machine, and written to a folder of their own. It is the
//! program that `MSACHECK` names, or else the one that this was built with.
#![allow(clippy::print_stdout, reason = "a bench reports on standard output")]

#[path = "territory/made.rs"]
mod made;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use self::made::{YEARS, write_territory};

const ROUNDS: usize = 5;

/// The forces of a territory, and the time that it may take.
const TERRITORY: (usize, Duration) = (43, Duration::from_secs(1));

/// Ten times as many declarations may take so many times as long.
const LINEAR: std::ops::RangeInclusive<f64> = 8.0..=12.0;

/// And so many times the memory.
const FLAT: f64 = 1.2;

fn main() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let program = env::var_os("MSACHECK").unwrap_or_else(|| env!("CARGO_BIN_EXE_msacheck").into());
    let mut over = false;
    let (forces, most) = TERRITORY;
    let territory = folder.path().join("territory");
    write_territory(&territory, forces)?;
    let compared = ["csv", "ndjson", "json", "table", "markdown", "html", "xlsx"];
    let compared = compared.map(|format| ["compare", format]);
    let planned = ["csv", "json", "table"].map(|format| ["plan", format]);
    for [command, format] in compared.into_iter().chain(planned) {
        let (median, _) = median(&program, command, format, &territory, ROUNDS)?;
        println!(
            "{command}, {forces} forces, {YEARS} years each, {format}: {median:.2?} (at most {most:?})"
        );
        over |= median > most;
    }
    let [few, many] = [100, 1000].map(|forces| (forces, folder.path().join(forces.to_string())));
    for (forces, path) in [&few, &many] {
        write_territory(path, *forces)?;
    }
    for format in ["csv", "ndjson"] {
        // In pairs, so that what else the machine does weighs on both.
        let mut pairs = Vec::new();
        for _ in 0..ROUNDS {
            pairs.push((
                median(&program, "compare", format, &few.1, 3)?,
                median(&program, "compare", format, &many.1, 1)?,
            ));
        }
        let ratio = |of: &dyn Fn(&(Cost, Cost)) -> f64| {
            let mut all: Vec<f64> = pairs.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all.get(ROUNDS / 2).copied().unwrap_or(f64::MAX)
        };
        let time = ratio(&|((few, _), (many, _))| many.as_secs_f64() / few.as_secs_f64());
        println!("10,000 declarations : 1,000, {format}: {time:.2} of the time ({LINEAR:?})");
        over |= !LINEAR.contains(&time);
        if cfg!(target_os = "linux") {
            let memory = ratio(&|((_, few), (_, many))| many / few);
            println!(
                "10,000 declarations : 1,000, {format}: {memory:.2} of the memory (at most {FLAT})"
            );
            over |= memory > FLAT;
        }
    }
    if over { Err(io::Error::other("a territory takes too much")) } else { Ok(()) }
}

/// How long a run took, and how much memory at the most, in kB; nothing where nobody tells.
type Cost = (Duration, f64);

/// The run of a few that took neither most nor least.
fn median(
    program: &OsString,
    name: &str,
    format: &str,
    folder: &Path,
    rounds: usize,
) -> io::Result<Cost> {
    let mut costs = Vec::new();
    for _ in 0..rounds {
        let mut command = Command::new(program);
        command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
        command.args([name, "--today", "2026-11-28", "--format", format, "."]);
        let start = Instant::now();
        let mut child = command.spawn()?;
        let mut most = 0.0_f64;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            most = most.max(peak(child.id()).unwrap_or_default());
            sleep(Duration::from_millis(2));
        };
        if !status.success() {
            return Err(io::Error::other(format!("{name} --format {format} failed")));
        }
        costs.push((start.elapsed(), most));
    }
    costs.sort_by_key(|(time, _)| *time);
    costs.get(rounds / 2).copied().ok_or_else(|| io::Error::other("nothing was run"))
}

/// The most memory that a process has had so far, in kB.
fn peak(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
