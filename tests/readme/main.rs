//! What users read tells the truth: the README and the reference in `docs/`. Every command is run, every
//! excerpt is what the program prints, every link leads somewhere.
//!
//! `SNAPSHOTS=overwrite cargo test --test readme` writes the excerpts anew.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail"
)]

mod excerpt;
mod page;
mod shown;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use msacheck::report::FORMATS;
use page::{Page, repository};

/// What a reader sees without scrolling.
const FIRST_SCREEN: usize = 30;

fn at(name: &str) -> Page {
    Page::at(Path::new(name))
}

#[test]
fn the_two_commands_stand_in_the_first_screen() {
    let readme = at("README.md");
    let blocks = readme.blocks();
    let commands: Vec<&str> = blocks
        .iter()
        .filter(|block| block.language == "sh")
        .flat_map(|block| block.text.lines())
        .filter(|line| line.starts_with("cargo "))
        .collect();
    assert_eq!(
        commands,
        ["cargo run --no-default-features -- check samples/west-midlands-2017.toml", "cargo test"]
    );
    let screen: Vec<&str> = readme.text.lines().take(FIRST_SCREEN).collect();
    assert!(commands.iter().all(|command| screen.contains(command)));
}

#[test]
fn each_page_can_be_followed() {
    let pages = Page::all();
    let texts: Vec<String> = std::thread::scope(|scope| {
        let followed: Vec<_> =
            pages.iter().map(|page| scope.spawn(|| shown::followed(page))).collect();
        followed.into_iter().map(|one| one.join().unwrap()).collect()
    });
    for (page, now) in pages.into_iter().zip(texts) {
        if now == page.text {
            continue;
        }
        if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
            fs::write(repository().join(&page.name), now).unwrap();
        } else {
            snapbox::assert_data_eq!(now, snapbox::Data::text(page.text));
        }
    }
}

#[test]
fn what_shows_commands_is_run_or_says_why_not() {
    for page in Page::all() {
        for block in page.blocks() {
            let known = match block.language {
                "sh" | "text" | "toml" => true,
                // A paper that the commands below it look at.
                "markdown" => !block.label.is_empty(),
                // Run by `python/tests`.
                "python" => ["README.md", "docs/python.md"].contains(&&*page.name),
                // Typed by hand, with what others have published.
                "console" => ["docs/use.md", "docs/editors.md"].contains(&&*page.name),
                // For an editor: `.ci/by-hand/editors` has one of its own.
                "lua" => page.name == "docs/editors.md",
                // Run by `tests/packaging`.
                "yaml" => ["github", "gitlab", "pre-commit"].contains(&block.label),
                _ => false,
            };
            assert!(known, "{}: a block of {} {}", page.name, block.language, block.label);
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for page in Page::all() {
        let folder = Path::new(&page.name).parent().unwrap();
        for link in page.links() {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let name = if file.is_empty() { page.name.clone().into() } else { folder.join(file) };
            assert!(repository().join(&name).is_file(), "{}: {link}", page.name);
            let there = anchor.is_empty() || Page::at(&name).anchors().contains(&anchor.to_owned());
            assert!(there, "{}: {link}", page.name);
        }
    }
}

#[test]
fn the_book_has_every_page() {
    let listed: BTreeSet<String> = at("docs/SUMMARY.md").links().into_iter().collect();
    let pages = Page::all()
        .into_iter()
        .filter_map(|page| page.name.strip_prefix("docs/").map(str::to_owned));
    assert_eq!(listed, pages.filter(|name| name != "SUMMARY.md").collect());
}

#[test]
fn every_command_and_every_format_is_told_of() {
    let help = Command::new(env!("CARGO_BIN_EXE_msacheck")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands = commands.lines().take_while(|line| !line.is_empty());
    // What is set further in goes on with what a command is for.
    let commands = commands.filter(|line| !line.starts_with("   "));
    let use_page = at("docs/use.md").text;
    let mut count = 0;
    for command in commands.filter_map(|line| line.split_whitespace().next()) {
        assert!(
            command == "help" || use_page.contains(&format!("`msacheck {command}")),
            "{command}"
        );
        count += 1;
    }
    assert!(count > 5, "the help lists its commands in another way now");
    let reports = at("docs/reports.md").text;
    for format in FORMATS {
        assert!(reports.contains(&format!("\n| `{}` | ", format.name)), "{}", format.name);
    }
}

/// What users are told to install is what this is; and that it can't be had yet stands there as long as
/// it is so.
#[test]
fn the_version_is_the_one_that_there_is() {
    let version = env!("CARGO_PKG_VERSION");
    let released = at("CHANGELOG.md").text.contains(&format!("\n## [{version}]"));
    let awaited = at("README.md").text.contains(&format!("{version} isn't released yet"));
    assert_ne!(released, awaited, "the README says whether {version} is released");
    for page in Page::all() {
        for mark in ["msacheck@v", "rev: v", "/download/v", "msacheck==", "msacheck-"] {
            for found in page.text.split(mark).skip(1) {
                let named: String =
                    found.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
                let named = named.trim_end_matches('.');
                assert!(named.is_empty() || named == version, "{}: {mark}{named}", page.name);
            }
        }
    }
}
