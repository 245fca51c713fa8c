//! Readings as they come in: told at once, in order, and counted.

use std::ops::ControlFlow;

use clap::ValueEnum;

use super::diagnostics;
use super::progress::Progress;
use super::status::Status;
use super::terminal::Terminal;
use crate::report::{READING_SCHEMA, reading_legend};
use crate::source::Fault;

/// How many faults are shown in full; those that follow get a line each.
const IN_FULL: usize = 50;

/// The formats of readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReadingFormat {
    /// For a terminal
    Table,
    /// Complete, for programs: one object, or several under `documents`
    Json,
    /// The same object on a line for each document, as soon as it is read
    Ndjson,
}

/// What came of one thing that was found.
pub(super) enum ReadOutcome {
    /// A document, told in the format asked for, and what somebody should look at.
    Read(String, Vec<Fault>),
    /// A document, or a folder of them, that couldn't be read.
    Unread(Fault),
    /// No document, but something to be said.
    Warning(Fault),
}

/// What was read so far.
pub(super) struct Readings<'a> {
    format: ReadingFormat,
    /// Whether one document was asked for, and nothing stands around it.
    single: bool,
    /// Whether signs are to be explained.
    legend: bool,
    terminal: &'a Terminal,
    progress: Progress,
    read: usize,
    unread: usize,
    shown: usize,
}

impl<'a> Readings<'a> {
    pub(super) fn new(
        format: ReadingFormat,
        single: bool,
        legend: bool,
        terminal: &'a Terminal,
        count: impl FnOnce() -> usize,
    ) -> Self {
        let progress = Progress::of(|| if single { 1 } else { count() });
        Self { format, single, legend, terminal, progress, read: 0, unread: 0, shown: 0 }
    }

    /// Tells one outcome. Breaks off where nobody reads any more.
    pub(super) fn take(&mut self, outcome: ReadOutcome) -> Result<ControlFlow<()>, Vec<Fault>> {
        let flow = match outcome {
            ReadOutcome::Read(told, warnings) => {
                self.show(&warnings);
                let told = self.among_others(&told);
                self.read += 1;
                self.progress.beside(|| Terminal::stream(&told))?
            }
            ReadOutcome::Unread(fault) => {
                self.show(&[fault]);
                self.unread += 1;
                ControlFlow::Continue(())
            }
            ReadOutcome::Warning(fault) => {
                self.show(&[fault]);
                return Ok(ControlFlow::Continue(()));
            }
        };
        self.progress.step();
        Ok(flow)
    }

    /// Ends the result, and says how many documents are missing in it.
    pub(super) fn finish(&mut self) -> Result<Status, Vec<Fault>> {
        self.progress.finish();
        let all = self.read + self.unread;
        let incomplete = self.unread > 0;
        let end = match self.format {
            // Without one that was read there is no result.
            _ if self.read == 0 => String::new(),
            ReadingFormat::Json if !self.single => {
                format!(
                    "\n  ],\n  \"incomplete\": {incomplete},\n  \"unread\": {}\n}}\n",
                    self.unread
                )
            }
            ReadingFormat::Table if incomplete => {
                format!("\nIncomplete: {}\n", missing(self.unread, all))
            }
            _ => String::new(),
        };
        Terminal::print(&end)?;
        if incomplete && all > 1 {
            let fault = Fault::whole("document::unread", missing(self.unread, all));
            diagnostics::show(&[fault], self.terminal);
        }
        Ok(if incomplete { Status::Wrong } else { Status::Done })
    }

    fn show(&mut self, faults: &[Fault]) {
        if faults.is_empty() {
            return;
        }
        self.progress.beside(|| {
            if self.shown < IN_FULL {
                diagnostics::show(faults, self.terminal);
            } else {
                for fault in faults {
                    Terminal::say(&format!("{}: {}\n", fault.fault_code(), fault.one_line()));
                }
            }
        });
        self.shown += faults.len();
    }

    /// A reading as it stands among others.
    fn among_others(&self, told: &str) -> String {
        let first = self.read == 0;
        match self.format {
            ReadingFormat::Table if first && self.legend => {
                format!("{}{told}", reading_legend(self.terminal.page()))
            }
            ReadingFormat::Table if !first => format!("\n\n{told}"),
            ReadingFormat::Json if !self.single => {
                let before = if first {
                    format!("{{\n  \"schema\": \"{READING_SCHEMA}\",\n  \"documents\": [\n")
                } else {
                    ",\n".to_owned()
                };
                // No string in JSON has a line break in it.
                let lines: Vec<String> = told.lines().map(|line| format!("    {line}")).collect();
                format!("{before}{}", lines.join("\n"))
            }
            _ => told.to_owned(),
        }
    }
}

/// "2 of 14 documents couldn't be read".
fn missing(unread: usize, all: usize) -> String {
    let documents = if all == 1 { "document" } else { "documents" };
    format!("{unread} of {all} {documents} couldn't be read")
}
