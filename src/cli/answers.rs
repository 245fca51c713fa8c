//! Where answers come from: somebody at a terminal, or a file.

use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::Arc;

use dialoguer::Input;
use dialoguer::theme::SimpleTheme;

use crate::check::{Disk, Files as _};
use crate::source::{Fault, SIZE_LIMIT, Text, text_of};

/// Where answers come from.
pub(super) enum Answers {
    /// Somebody types them.
    Typed,
    /// A file has one a line: the file, and the place in it.
    Written { text: Arc<Text>, at: usize, line: std::ops::Range<usize> },
}

impl Answers {
    pub(super) fn of(file: Option<&Path>) -> Result<Self, Vec<Fault>> {
        let Some(file) = file else {
            let seen = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
            return if seen { Ok(Self::Typed) } else { Err(vec![no_terminal()]) };
        };
        let name = file.display().to_string();
        let bytes = Disk.bytes(file, SIZE_LIMIT).map_err(|fault| vec![fault])?;
        let text = text_of(&name, bytes).map_err(|fault| vec![fault])?;
        Ok(Self::Written { text, at: 0, line: 0..0 })
    }

    /// Whether somebody can be asked again.
    pub(super) fn is_a_person(&self) -> bool {
        matches!(self, Self::Typed)
    }

    /// The next answer; nothing where there are no more.
    pub(super) fn next(&mut self, prompt: &str) -> Result<Option<String>, Vec<Fault>> {
        match self {
            Self::Typed => {
                let typed = Input::<String>::with_theme(&SimpleTheme)
                    .with_prompt(prompt)
                    .allow_empty(true)
                    .report(true)
                    .interact_text();
                typed.map(Some).map_err(|_| vec![no_terminal()])
            }
            Self::Written { text, at, line } => loop {
                let rest = text.body().get(*at..).unwrap_or_default();
                let Some(own) = rest.split_inclusive('\n').next() else { return Ok(None) };
                *line = *at..*at + own.trim_end().len();
                *at += own.len();
                if !own.trim_start().starts_with('#') {
                    return Ok(Some(own.trim().to_owned()));
                }
            },
        }
    }

    /// Faults of an answer at its line of the file.
    pub(super) fn at_its_line(&self, faults: Vec<Fault>) -> Vec<Fault> {
        let Self::Written { text, line, .. } = self else { return faults };
        let told = faults.iter().filter(|fault| !fault.is_warning()).map(|fault| {
            let message = "this answer can't be taken".to_owned();
            Fault::new("answer::refused", text, line.clone(), message, fault.to_string())
                .maybe_help(fault.advice().map(str::to_owned))
        });
        told.collect()
    }
}

fn no_terminal() -> Fault {
    Fault::whole("usage::no-terminal", "nobody can be asked: this is no terminal")
        .help("give the answers in a file: `--answers FILE`")
}
