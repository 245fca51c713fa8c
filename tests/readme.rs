//! The README tells the truth: its commands stand in its first screen, and its excerpt is what the
//! program prints.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::process::Command;

/// What a reader sees without scrolling.
const FIRST_SCREEN: usize = 30;

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

#[test]
fn the_two_commands_stand_in_the_first_screen() {
    let readme = readme();
    let screen: Vec<&str> = readme.lines().take(FIRST_SCREEN).collect();
    assert!(screen.contains(&"cargo run -- check samples/west-midlands-2017.toml"));
    assert!(screen.contains(&"cargo test"));
}

#[test]
fn the_excerpt_is_what_the_program_prints() {
    let output = Command::new(env!("CARGO_BIN_EXE_msacheck"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["check", "samples/west-midlands-2017.toml"])
        .env("COLUMNS", "80")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let readme = readme();
    let (_, rest) = readme.split_once("```text\n").unwrap();
    let (excerpt, _) = rest.split_once("```").unwrap();
    let parts: Vec<&str> = excerpt.split("[…]\n").filter(|part| !part.is_empty()).collect();
    assert!(parts.len() > 1, "the excerpt says where something is left out");
    for part in parts {
        assert!(printed.contains(part), "not printed:\n{part}\nbut:\n{printed}");
    }
}
