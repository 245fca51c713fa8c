//! Fixes: what they would write, and writing it.

use std::path::{Path, PathBuf};

use super::offered::{self, Offered, is_word};
use crate::check::STDIN;
use crate::cli::output::{self, NewFile};
use crate::cli::terminal::Terminal;
use crate::lint::{Edited, LintResult, Safety, edited};
use crate::source::{Fault, printable};

/// Which fixes are made, and whether they are only shown.
#[derive(Debug, clap::Args)]
pub(super) struct Mending {
    /// Write the fixes that are safe into text, Markdown and HTML. Of a Word file a copy is written in which they are
    /// offered as tracked changes: NAME.fixed.docx
    #[arg(long)]
    fix: bool,

    /// Write those, too, of which somebody must read what becomes of them
    #[arg(long)]
    unsafe_fixes: bool,

    /// Show what would be written instead of writing it
    #[arg(long)]
    diff: bool,
}

impl Mending {
    /// Whether anything is to be mended.
    pub(super) fn asked(&self) -> bool {
        self.fix || self.unsafe_fixes || self.diff
    }

    /// Whether a difference takes the place of the report.
    pub(super) fn shows_alone(&self) -> bool {
        self.diff
    }

    /// Makes or shows the fixes. What was mended is no finding any more.
    pub(super) fn mend(
        &self,
        result: &mut LintResult,
        files: &[(PathBuf, Vec<u8>)],
        overwrite: bool,
    ) -> Result<(), Vec<Fault>> {
        let most = if self.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
        let mut written: Vec<NewFile> = Vec::new();
        let mut mended = 0;
        let mut offered = Offered { copies: Vec::new(), changes: 0, left: 0 };
        for (lint, (path, bytes)) in result.documents.iter_mut().zip(files) {
            if is_word(path) {
                let wanted = offered::changes(lint, most);
                match self.diff {
                    true => Terminal::print(&offered::shown(path, &wanted))?,
                    false => offered.add((path, bytes), &wanted, (result.today, overwrite))?,
                }
                continue;
            }
            let Edited { bytes: new, made } = edited(bytes, &lint.findings, most);
            if made.is_empty() {
                continue;
            }
            if self.diff {
                Terminal::print(&difference(path, bytes, &new))?;
                continue;
            }
            if path == Path::new(STDIN) {
                Terminal::print_bytes(&new)?;
            } else {
                written.push(NewFile { path: path.clone(), bytes: new, overwrite: true });
            }
            mended += made.len();
            let mut at = 0;
            lint.findings.retain(|_| {
                at += 1;
                !made.contains(&(at - 1))
            });
        }
        let mended_files = written.len();
        let told = offered.told();
        written.extend(offered.copies);
        output::write_all(&written).map_err(|fault| vec![fault])?;
        if !self.diff {
            let files = if mended_files == 1 { "file" } else { "files" };
            Terminal::say(&format!("Mended {mended} in {mended_files} {files}.\n{told}"));
        }
        Ok(())
    }
}

/// What changes in a file, line by line, as `diff -u` shows it without lines around. A fix never adds a line
/// break, so that lines are the same in number unless words went over one.
fn difference(path: &Path, old: &[u8], new: &[u8]) -> String {
    let lines = |bytes: &[u8]| -> Vec<String> {
        String::from_utf8_lossy(bytes).lines().map(printable).collect()
    };
    let (old, new) = (lines(old), lines(new));
    let name = printable(&path.display().to_string());
    let mut out = format!("--- {name}\n+++ {name}\n");
    let (mut a, mut b) = (0, 0);
    while a < old.len() || b < new.len() {
        if old.get(a) == new.get(b) {
            (a, b) = (a + 1, b + 1);
            continue;
        }
        // Up to the next line that both have.
        let next = (a..old.len()).find_map(|at| {
            let line = old.get(at)?;
            let same = new.get(b..)?.iter().take(at - a + 2).position(|own| own == line)?;
            Some((at, b + same))
        });
        let (to_a, to_b) = next.unwrap_or((old.len(), new.len()));
        let (gone, come) =
            (old.get(a..to_a).unwrap_or_default(), new.get(b..to_b).unwrap_or_default());
        out.push_str(&format!("@@ -{},{} +{},{} @@\n", a + 1, gone.len(), b + 1, come.len()));
        gone.iter().for_each(|line| out.push_str(&format!("-{line}\n")));
        come.iter().for_each(|line| out.push_str(&format!("+{line}\n")));
        (a, b) = (to_a, to_b);
    }
    out
}
