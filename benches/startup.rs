//! How long the program takes to start and to make a whole `check`, as a multiple of `git --version` in the same
//! run.
//!
//! It is the program that `MSACHECK` names, what is shipped, or else the one that this was built with.
//!
//! All are started in turns, so that whatever else the machine does meets each. The bounds are those of the table
//! of budgets in `CONTRIBUTING.md`.
#![allow(clippy::print_stdout, reason = "a bench reports on standard output")]

#[path = "budget/mod.rs"]
mod budget;

use std::env;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 200;

fn main() -> io::Result<()> {
    let (sample, pack) = ("samples/west-midlands-2017.toml", "samples/partnership-protocol");
    let program = env::var_os("MSACHECK").unwrap_or_else(|| env!("CARGO_BIN_EXE_msacheck").into());
    let program = Path::new(&program).canonicalize()?;
    let mut git = Command::new("git");
    git.arg("--version");
    let mut over = Vec::new();
    for (arguments, row) in [
        (&["--version"][..], Some("`msacheck --version`")),
        (&["check", sample], Some("`msacheck check`")),
        (&["check", "--rules", pack, sample], None),
    ] {
        let mut program = Command::new(&program);
        program.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
        let mut times = (Vec::with_capacity(ROUNDS), Vec::with_capacity(ROUNDS));
        for _ in 0..ROUNDS {
            times.0.push(once(&mut git)?);
            times.1.push(once(&mut program)?);
        }
        let (git, program) = (median(times.0), median(times.1));
        let ratio = program.as_secs_f64() / git.as_secs_f64();
        println!("msacheck {}", arguments.join(" "));
        println!("  {:.2} ms (median of {ROUNDS})", milliseconds(program));
        println!("  {:.2} ms git --version", milliseconds(git));
        print!("  {ratio:.2} times");
        if let Some(row) = row {
            let most = budget::most(row)?;
            print!(", of {most} that it may take");
            if ratio > most {
                over.push(row);
            }
        }
        println!();
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(io::Error::other(format!("over budget: {}", over.join(", "))))
    }
}

fn once(command: &mut Command) -> io::Result<Duration> {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if !status.success() {
        return Err(io::Error::other(format!("{command:?} failed: {status}")));
    }
    Ok(start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
