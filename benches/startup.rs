//! How long a whole `check` takes, as a multiple of `git --version` in the same run.
//!
//! The two are started in turns, so that whatever else the machine does meets both. The bound that
//! the project keeps to is four times.
#![allow(clippy::print_stdout, reason = "a bench reports on standard output")]

use std::io;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 200;
const BOUND: f64 = 4.0;

fn main() -> io::Result<()> {
    let mut git = Command::new("git");
    git.arg("--version");
    let sample = "samples/west-midlands-2017.toml";
    let pack = "samples/partnership-protocol";
    let mut over = false;
    for arguments in [&["check", sample][..], &["check", "--rules", pack, sample]] {
        let mut check = Command::new(env!("CARGO_BIN_EXE_msacheck"));
        check.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
        let mut times = (Vec::with_capacity(ROUNDS), Vec::with_capacity(ROUNDS));
        for _ in 0..ROUNDS {
            times.0.push(once(&mut git)?);
            times.1.push(once(&mut check)?);
        }
        let (git, check) = (median(times.0), median(times.1));
        let ratio = check.as_secs_f64() / git.as_secs_f64();
        println!("msacheck {}", arguments.join(" "));
        println!("  {:.2} ms (median of {ROUNDS})", milliseconds(check));
        println!("  {:.2} ms git --version", milliseconds(git));
        println!("  {ratio:.2} times");
        over |= ratio > BOUND;
    }
    if over {
        return Err(io::Error::other(format!("more than {BOUND} times git --version")));
    }
    println!("within the bound of {BOUND} times git --version");
    Ok(())
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
