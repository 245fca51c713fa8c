//! The two streams: how wide they are, whether they have colour, and writing to them.

use std::io::{self, ErrorKind, IsTerminal, Write, stderr, stdout};
use std::ops::ControlFlow;

use clap::ColorChoice;
use terminal_size::{Width, terminal_size_of};

use crate::report::TerminalPage;
use crate::source::{Fault, without_commands};

/// The width where nothing says how wide the output is: a pipe or a file.
const UNKNOWN_WIDTH: usize = 80;

/// What is known of the terminal.
#[derive(Debug)]
pub(super) struct Terminal {
    out_colour: bool,
    err_colour: bool,
    pages: bool,
}

impl Terminal {
    pub(super) fn new(choice: ColorChoice, pages: bool) -> Self {
        let colour = |auto: anstream::ColorChoice| match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => auto != anstream::ColorChoice::Never,
        };
        Self {
            out_colour: colour(anstream::AutoStream::choice(&stdout())),
            err_colour: colour(anstream::AutoStream::choice(&stderr())),
            pages,
        }
    }

    /// A page for standard output.
    pub(super) fn page(&self) -> TerminalPage {
        let width = terminal_size_of(stdout()).map(|(Width(width), _)| usize::from(width));
        TerminalPage::new(width.or_else(columns).unwrap_or(UNKNOWN_WIDTH), self.out_colour)
    }

    /// How wide diagnostics may be, and whether they have colour.
    pub(super) fn diagnostics(&self) -> (usize, bool) {
        let width = terminal_size_of(stderr()).map(|(Width(width), _)| usize::from(width));
        (width.or_else(columns).unwrap_or(UNKNOWN_WIDTH), self.err_colour)
    }

    /// Whether what is long may be shown a page at a time.
    pub(super) fn pages(&self) -> bool {
        self.pages
    }

    /// Whether standard output is a terminal.
    pub(super) fn is_shown() -> bool {
        stdout().is_terminal()
    }

    /// Writes the result. A reader that went away is no fault.
    pub(super) fn print(text: &str) -> Result<(), Vec<Fault>> {
        Self::stream(text).map(|_| ())
    }

    /// Writes a result that may be no text.
    pub(super) fn print_bytes(bytes: &[u8]) -> Result<(), Vec<Fault>> {
        Self::put(bytes).map(|_| ())
    }

    /// Writes a part of the result. Breaks off where the reader went away: nobody wants the rest.
    pub(super) fn stream(text: &str) -> Result<ControlFlow<()>, Vec<Fault>> {
        Self::put(text.as_bytes())
    }

    fn put(bytes: &[u8]) -> Result<ControlFlow<()>, Vec<Fault>> {
        let mut out = stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Ok(()) => Ok(ControlFlow::Continue(())),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
            Err(error) => Err(vec![Self::unwritten(&error)]),
        }
    }

    /// The fault of a result that standard output doesn't take.
    pub(super) fn unwritten(error: &io::Error) -> Fault {
        Fault::whole("output::unwritten", format!("the result couldn't be written: {error}"))
    }

    /// Says something that isn't the result. Nobody may be listening; where it is the runner of a job, no
    /// line is a command.
    pub(super) fn say(text: &str) {
        let _ = stderr().lock().write_all(without_commands(text).as_bytes());
    }
}

/// The width that the environment names, where the output is no terminal.
fn columns() -> Option<usize> {
    let columns = std::env::var("COLUMNS").ok()?.parse::<usize>().ok()?;
    (!stdout().is_terminal() && columns > 0).then_some(columns)
}
