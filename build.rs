//! Reads and checks the rules once, with the program's own code, so that no check needs to: what
//! comes of it is kept for `src/checklists.rs`.
//!
//! This works because the rulebook rests on `source` and `standing` alone. Where the rules have
//! faults nothing is kept, and the program shows the faults.
#![allow(dead_code, unused_imports, unreachable_pub, reason = "the modules are the program's")]

use std::path::Path;
use std::{env, fs, io};

#[path = "src/rulebook/mod.rs"]
mod rulebook;
#[path = "src/source/mod.rs"]
mod source;
#[path = "src/standing/mod.rs"]
mod standing;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=rules");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let kept = rulebook::from_folder(Path::new("rules"))
        .and_then(|files| rulebook::Rulebook::load(&files))
        .ok()
        .and_then(|rulebook| rulebook::prepare(&rulebook));
    fs::write(Path::new(&folder).join("rulebook"), kept.unwrap_or_default())
}
