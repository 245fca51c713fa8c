//! How long a territory takes to compare and to plan for: forty-three forces over ten years, in one command;
//! and how time and memory grow from a thousand declarations to ten thousand, of more forces or of more dates,
//! where a comparison is written one date after the other.
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
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use self::made::write_territory;

const ROUNDS: usize = 5;

/// The forces of a territory, its years, and the time that it may take.
const TERRITORY: (usize, usize, Duration) = (43, 10, Duration::from_secs(1));

/// Ten times as many declarations may take so many times as long.
const LINEAR: RangeInclusive<f64> = 8.0..=12.0;

/// Where most are looked at and no more, since the latest dates of each force are all that is written, it may
/// be less.
const LESS: RangeInclusive<f64> = 1.0..=12.0;

/// A way from about a thousand declarations to ten times as many.
struct Way {
    /// Of what there are more.
    more: &'static str,
    /// The forces, and the dates of each, of both.
    sizes: [(usize, usize); 2],
    /// The formats, and what time each may take.
    formats: [(&'static str, RangeInclusive<f64>); 2],
}

const WAYS: [Way; 2] = [
    Way {
        more: "forces",
        sizes: [(100, 10), (1000, 10)],
        formats: [("csv", LINEAR), ("ndjson", LINEAR)],
    },
    Way {
        more: "dates",
        sizes: [(43, 23), (43, 230)],
        formats: [("csv", LESS), ("ndjson", LINEAR)],
    },
];

/// And so many times the memory.
const FLAT: f64 = 1.2;

fn main() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let program = env::var_os("MSACHECK").unwrap_or_else(|| env!("CARGO_BIN_EXE_msacheck").into());
    let mut over = false;
    let (forces, years, most) = TERRITORY;
    let territory = folder.path().join("territory");
    write_territory(&territory, forces, years)?;
    let compared = ["csv", "ndjson", "json", "table", "markdown", "html", "xlsx"];
    let compared = compared.map(|format| ["compare", format]);
    let planned = ["csv", "json", "table"].map(|format| ["plan", format]);
    for [command, format] in compared.into_iter().chain(planned) {
        let (median, _) = median(&program, command, format, &territory, ROUNDS)?;
        println!(
            "{command}, {forces} forces, {years} years each, {format}: {median:.2?} (at most {most:?})"
        );
        over |= median > most;
    }
    for Way { more, sizes, formats } in WAYS {
        let [few, many] = sizes.map(|of| (of, folder.path().join(format!("{of:?}"))));
        for ((forces, dates), path) in [&few, &many] {
            write_territory(path, *forces, *dates)?;
        }
        for (format, linear) in formats {
            let (time, memory) = growth(&program, format, &few.1, &many.1)?;
            println!("ten times as many {more}, {format}: {time:.2} of the time ({linear:?})");
            over |= !linear.contains(&time);
            if cfg!(target_os = "linux") {
                println!(
                    "ten times as many {more}, {format}: {memory:.2} of the memory (at most {FLAT})"
                );
                over |= memory > FLAT;
            }
        }
    }
    if over { Err(io::Error::other("a territory takes too much")) } else { Ok(()) }
}

/// How many times the time and the memory of a comparison of few one of many takes.
fn growth(program: &OsString, format: &str, few: &Path, many: &Path) -> io::Result<(f64, f64)> {
    // In pairs, so that what else the machine does weighs on both.
    let mut pairs = Vec::new();
    for _ in 0..ROUNDS {
        pairs.push((
            median(program, "compare", format, few, 3)?,
            median(program, "compare", format, many, 1)?,
        ));
    }
    let ratio = |of: &dyn Fn(&(Cost, Cost)) -> f64| {
        let mut all: Vec<f64> = pairs.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all.get(ROUNDS / 2).copied().unwrap_or(f64::MAX)
    };
    let time = ratio(&|((few, _), (many, _))| many.as_secs_f64() / few.as_secs_f64());
    Ok((time, ratio(&|((_, few), (_, many))| many / few)))
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
