//! The `msacheck` program: see the library of the same name.

use std::process::ExitCode;

fn main() -> ExitCode {
    msacheck::cli::run(std::env::args_os())
}
