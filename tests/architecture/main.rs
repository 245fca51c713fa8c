//! The house: which room may import from which, who may touch what, and how large a file may grow.
//! ARCHITECTURE.md states it; this holds the code to it.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod circles;
mod code;
mod direction;
mod hands;
mod house;
mod paper;
mod planted;

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use circles::Known;
use hands::Only;
use house::{File, House};

/// The longest that a file may be.
const LINES: usize = 350;
/// The longest that a file of what is hardest to follow may be.
const OF_READING: usize = 300;

/// Names that say nothing of what a module is for.
const NO_NAMES: [&str; 9] =
    ["common", "helper", "helpers", "manager", "misc", "model", "models", "util", "utils"];

/// What only some rooms touch.
const HANDS: &[Only] = &[
    Only {
        what: "how faults are drawn",
        rooms: &["source", "cli"],
        paths: &[],
        ends: &[],
        words: &["miette"],
    },
    Only {
        what: "the terminal",
        rooms: &["cli"],
        paths: &[&["anstream"], &["indicatif"], &["clap"], &["dialoguer"]],
        ends: &["stdout", "stderr"],
        words: &["print", "println", "eprint", "eprintln", "dbg"],
    },
    Only {
        what: "the clock",
        // The pages ask when a file was last written, not what time it is.
        rooms: &["serve", "cli"],
        paths: &[],
        ends: &["now"],
        words: &["SystemTime", "Instant", "Zoned", "ZonedDateTime", "Timestamp"],
    },
    Only {
        what: "the environment",
        rooms: &["cli", "main"],
        paths: &[&["std", "env"]],
        ends: &["current_dir"],
        words: &[],
    },
    Only {
        what: "where files come from",
        rooms: &["source", "output", "rulebook", "project", "check", "serve", "cli"],
        paths: &[&["std", "fs"]],
        ends: &["stdin"],
        words: &["read_dir", "canonicalize", "try_exists", "symlink_metadata"],
    },
    Only {
        what: "the process as a whole",
        rooms: &["document", "cli", "main"],
        paths: &[&["std", "process"]],
        ends: &[],
        words: &["set_hook", "take_hook", "set_current_dir"],
    },
];

/// What the engine doesn't touch at all.
const ENGINE: Only = Only {
    what: "nothing for the engine",
    rooms: &[],
    paths: &[
        &["std", "fs"],
        &["std", "io"],
        &["std", "env"],
        &["std", "net"],
        &["std", "path"],
        &["std", "process"],
        &["std", "thread"],
        &["std", "time"],
        &["jiff"],
        &["rayon"],
    ],
    ends: &[],
    words: &["include_str", "include_bytes", "env", "option_env"],
};

/// Steps of circles within a room that are there for a reason.
const KNOWN: &[Known] = &[Known {
    file: "src/source/item.rs",
    needs: &["src/source/table.rs"],
    why: "TOML itself goes round: a table holds items, and an item may be a table",
}];

/// The program as it is, read once.
static HOUSE: LazyLock<House> = LazyLock::new(House::of_the_program);

fn paper() -> String {
    fs::read_to_string("ARCHITECTURE.md").unwrap()
}

fn nothing(faults: &[String]) {
    assert!(faults.is_empty(), "{}\n", faults.join("\n"));
}

#[test]
fn the_table_the_map_and_the_folders_name_the_same_rooms() {
    let rooms: Vec<String> = paper::rooms(&paper()).into_iter().map(|room| room.name).collect();
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    assert_eq!(paper::map(&lib), rooms, "the map in src/lib.rs, and the table in ARCHITECTURE.md");
    let sorted: BTreeSet<String> = rooms.into_iter().collect();
    assert_eq!(HOUSE.rooms(), sorted, "what stands under src/, and the table in ARCHITECTURE.md");
    let map = HOUSE.files.iter().find(|file| file.path == "src/lib.rs").unwrap();
    let declared: BTreeSet<String> = map.code.children.keys().cloned().collect();
    assert_eq!(declared, sorted, "the modules of src/lib.rs, and the table in ARCHITECTURE.md");
}

#[test]
fn no_import_runs_against_the_direction() {
    let rooms = paper::rooms(&paper());
    nothing(&paper::faults(&rooms));
    nothing(&direction::faults(&HOUSE, &rooms));
}

#[test]
fn each_room_keeps_its_hands_off_what_is_not_its_own() {
    nothing(&hands::faults(&HOUSE.files.iter().collect::<Vec<_>>(), HANDS));
}

#[test]
fn the_engine_knows_nothing_of_the_world() {
    let engine: Vec<&File> =
        HOUSE.files.iter().filter(|file| ["assessment", "plan"].contains(&file.room())).collect();
    assert!(engine.len() > 5);
    nothing(&hands::faults(&engine, &[ENGINE]));
}

#[test]
fn no_file_is_longer_than_one_sitting() {
    let most = |file: &File| if file.room() == "reading" { OF_READING } else { LINES };
    let long = HOUSE.files.iter().filter(|file| file.lines > most(file));
    let long: Vec<String> =
        long.map(|file| format!("{} has {} lines", file.path, file.lines)).collect();
    nothing(&long);
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    let named = |file: &&File| file.module.iter().any(|name| NO_NAMES.contains(&name.as_str()));
    let named: Vec<String> =
        HOUSE.files.iter().filter(named).map(|file| file.path.clone()).collect();
    nothing(&named);
}

#[test]
fn no_files_need_each_other_but_for_a_reason() {
    nothing(&circles::faults(&circles::needs(&HOUSE), KNOWN));
}
