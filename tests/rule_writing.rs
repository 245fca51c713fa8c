//! Whoever follows `rules/README.md` gets there: every file that it shows is written as it stands,
//! and every command that it shows does what it says.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

/// The files that the guide shows: each block names its file behind the language. What is shown
/// later of one file goes on where it ended.
fn shown_files(guide: &str) -> Vec<(String, String)> {
    let blocks = guide.split("```toml ").skip(1);
    blocks
        .map(|block| {
            let (name, rest) = block.split_once('\n').unwrap();
            let (text, _) = rest.split_once("```").unwrap();
            (name.trim().to_owned(), text.to_owned())
        })
        .collect()
}

/// The commands that the guide shows.
fn shown_commands(guide: &str) -> Vec<String> {
    let blocks = guide.split("```sh\n").skip(1);
    blocks.flat_map(|block| block.split_once("```").unwrap().0.lines().map(str::to_owned)).collect()
}

fn run(command: &str, folder: &Path) -> Output {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("msacheck"));
    Command::new(env!("CARGO_BIN_EXE_msacheck")).args(words).current_dir(folder).output().unwrap()
}

#[test]
fn the_sample_pack_is_proved() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for command in ["test", "coverage northmarch-protocol"] {
        let command = format!("msacheck rules {command} --rules samples/partnership-protocol");
        let output = run(&command, root);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_guide_leads_to_rules_that_are_proved() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(root.join("rules/README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let files = shown_files(&guide);
    assert_eq!(files.len(), 10);
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut file = fs::File::options().create(true).append(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }
    let commands = shown_commands(&guide);
    assert_eq!(commands.len(), 5);
    for command in commands {
        let output = run(&command, folder.path());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}:\n{said}");
    }
    let listed = run("msacheck rules list survivor --rules our-rules", folder.path());
    assert!(String::from_utf8_lossy(&listed.stdout).contains("local-protocol/survivor-panel"));
}
