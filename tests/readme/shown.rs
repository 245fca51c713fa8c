//! A page followed from its top to its end, in a folder with the samples: every file that it shows is
//! written, every command that it shows is run.

#[path = "../cli/copied.rs"]
mod copied;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use copied::copy;

use crate::excerpt::renewed;
use crate::page::{Block, Page, repository};

/// What comes after a command that isn't meant to end with 0.
const ENDS_WITH: &str = "# ends with ";

/// Follows a page. Its text, with what it shows of outputs as it is now.
pub(crate) fn followed(page: &Page) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy(&repository().join("samples"), &folder.path().join("samples"));
    let mut text = String::new();
    let mut at = 0;
    let mut said = String::new();
    for block in page.blocks() {
        match block.language {
            "sh" => said = run_all(page, &block, folder.path()),
            "toml" | "markdown" if !block.label.is_empty() => {
                append(&folder.path().join(block.label), block.text);
            }
            "text" => {
                text.push_str(&page.text[at..block.span.start]);
                text.push_str(&renewed(block.text, &said).unwrap_or_else(|| {
                    panic!("{} shows\n{}\nof an output that is\n{said}", page.name, block.text)
                }));
                at = block.span.end;
            }
            _ => {}
        }
    }
    text + &page.text[at..]
}

/// What the last of a block's commands writes to standard output.
fn run_all(page: &Page, block: &Block<'_>, folder: &Path) -> String {
    let mut said = String::new();
    for line in block.text.lines().filter(|line| !line.starts_with("cargo ")) {
        let (command, status) = line.split_once(ENDS_WITH).unwrap_or((line, "0"));
        let output = run(command, folder);
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            output.status.code(),
            status.trim().parse().ok(),
            "{}: {command}\n{err}",
            page.name
        );
        assert!(!err.contains("panicked"), "{}: {command}\n{err}", page.name);
        said = String::from_utf8(output.stdout).unwrap();
    }
    said
}

fn run(command: &str, folder: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_msacheck")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(program.to_path_buf())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", path.unwrap())
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

fn append(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut file = fs::File::options().create(true).append(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}
