//! Reads and checks the rules once, with the program's own code, so that no check needs to: what
//! comes of it is kept for `src/checklists.rs`. Folds their texts, the list of English words, and four schemas.
//!
//! This works because the rulebook rests on `source` and `standing` alone, and what reading prepares on those. Where the rules have
//! faults nothing is kept, and the program shows the faults.
#![allow(dead_code, unused_imports, unreachable_pub, reason = "the modules are the program's")]

use std::io::Write as _;
use std::path::Path;
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::DeflateEncoder;

#[path = "src/reading/prepared/mod.rs"]
mod prepared;
#[path = "src/rulebook/mod.rs"]
mod rulebook;
#[path = "src/source/mod.rs"]
mod source;
#[path = "src/standing/mod.rs"]
mod standing;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=rules");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let folder = Path::new(&folder);
    let files = rulebook::from_folder(Path::new("rules")).ok();
    let mut index: Vec<(&str, u64)> = Vec::new();
    let mut bodies = String::new();
    for file in files.iter().flatten() {
        let body = file.text.body();
        index.push((&file.path, u64::try_from(body.len()).map_err(io::Error::other)?));
        bodies.push_str(body);
    }
    fs::write(folder.join("index"), postcard::to_allocvec(&index).map_err(io::Error::other)?)?;
    fs::write(folder.join("folder"), folded(bodies.as_bytes())?)?;
    for (kept, source) in [
        ("words", "src/document/words.txt"),
        ("result.json", "src/report/schema/result.json"),
        ("reading.json", "src/report/schema/reading.json"),
        ("comparison.json", "src/report/schema/comparison.json"),
        ("plan.json", "src/report/schema/plan.json"),
        ("lint.json", "src/report/schema/lint.json"),
    ] {
        println!("cargo::rerun-if-changed={source}");
        fs::write(folder.join(kept), folded(&fs::read(source)?)?)?;
    }
    if let Some(files) = &files {
        println!("cargo::rustc-env=MSACHECK_RULES_SHA256={}", rulebook::pack_digest(files));
    }
    let kept = files.as_deref().and_then(|files| rulebook::Rulebook::load(files).ok());
    let whole = kept.as_ref().and_then(rulebook::prepare).unwrap_or_default();
    fs::write(folder.join("rulebook"), folded(&whole)?)?;
    let lexicon = files.as_deref().and_then(|files| rulebook::Lexicon::load(files).ok());
    let prepared = lexicon.as_ref().zip(kept.as_ref()).and_then(|(lexicon, rulebook)| {
        let prepared = prepared::Prepared::of(lexicon, rulebook.vocabulary().ranks());
        postcard::to_allocvec(&prepared).ok()
    });
    // Each start of a reading reads it, too.
    fs::write(folder.join("reading"), prepared.unwrap_or_default())?;
    // What most checks ask, so that they needn't read the rest. It isn't folded: each start reads it.
    let asked = kept.and_then(|rulebook| rulebook::prepare(&rulebook.asked(&[], false)));
    fs::write(folder.join("asked"), asked.unwrap_or_default())?;
    let kept = lexicon.and_then(|lexicon| rulebook::prepare_lexicon(&lexicon));
    fs::write(folder.join("lexicon"), folded(&kept.unwrap_or_default())?)
}

/// What the program has no need of at each start, in less room.
fn folded(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
