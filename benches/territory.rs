//! How long a territory takes to compare and to plan for: forty-three forces over ten years, in one command.
//!
//! The declarations are made up, the same on every machine, and written to a folder of their own. It is the
//! program that `MSACHECK` names, or else the one that this was built with.
#![allow(clippy::print_stdout, reason = "a bench reports on standard output")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use msacheck::checklists;
use msacheck::standing::{State, Words as _};

const FORCES: usize = 43;
const YEARS: usize = 10;
const ROUNDS: usize = 5;

/// What a territory may take.
const MOST: Duration = Duration::from_secs(1);

fn main() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    write_territory(folder.path())?;
    let program = env::var_os("MSACHECK").unwrap_or_else(|| env!("CARGO_BIN_EXE_msacheck").into());
    let mut over = false;
    let compared =
        ["csv", "json", "table", "markdown", "html", "xlsx"].map(|format| ["compare", format]);
    let planned = ["csv", "json", "table"].map(|format| ["plan", format]);
    for [command_name, format] in compared.into_iter().chain(planned) {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let mut command = Command::new(&program);
            command.current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
            command.args([command_name, "--today", "2026-11-28", "--format", format, "."]);
            let start = Instant::now();
            if !command.status()?.success() {
                return Err(io::Error::other(format!("{command_name} --format {format} failed")));
            }
            times.push(start.elapsed());
        }
        times.sort();
        let median = times.get(ROUNDS / 2).copied().unwrap_or(Duration::MAX);
        println!(
            "{command_name}, {FORCES} forces, {YEARS} years each, {format}: {median:.2?} (at most {MOST:?})"
        );
        over |= median > MOST;
    }
    if over { Err(io::Error::other("a territory takes too long")) } else { Ok(()) }
}

/// Declarations of every force and year, one file each.
fn write_territory(folder: &Path) -> io::Result<()> {
    let rulebook = checklists::rulebook().map_err(|_| io::Error::other("the rules have faults"))?;
    let arrangements = rulebook.vocabulary().arrangements();
    let mut chance = Chance(0x2015_0326);
    for force in 0..FORCES {
        for year in 0..YEARS {
            let mut body = format!(
                "[force]\nid = \"made-up-{force:02}\"\nname = \"Made-up Police {force}\"\n\
                 kind = \"territorial\"\nas_of = {}-03-31\n\n[[source]]\nid = \"return\"\n\
                 title = \"Yearly return\"\n",
                2016 + year
            );
            for arrangement in arrangements.iter().filter(|of| of.limits.is_empty()) {
                let state = State::ALL.get(chance.below(State::ALL.len()));
                let Some(state) = state.filter(|state| **state != State::NotStated) else {
                    continue;
                };
                let id = arrangement.id.as_str();
                let _ = write!(
                    body,
                    "\n[{id}]\nstate = \"{}\"\nevidence = [{{ source = \"return\", quote = \"What the \
                     return of that year says of it.\" }}]\n",
                    state.word()
                );
            }
            fs::write(folder.join(format!("made-up-{force:02}-{year}.toml")), body)?;
        }
    }
    Ok(())
}

/// The same numbers on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most).unwrap_or(1)).unwrap_or(0)
    }
}
