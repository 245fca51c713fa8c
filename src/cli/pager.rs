//! What is longer than a screen, a page at a time: as Git has it. Only a terminal is paged; `PAGER` says
//! by what, else it is `less`, and where there is none the text is printed.

use std::io::{ErrorKind, Write as _};
use std::process::{Command, Stdio};

use super::terminal::Terminal;
use crate::source::Fault;

/// What `less` does where nobody says otherwise: end at once where all fits, keep colours, leave the text
/// on the screen.
const LESS: &str = "FRX";

/// Shows a text, a page at a time where that is wanted and can be.
pub(super) fn show(text: &[u8], terminal: &Terminal) -> Result<(), Vec<Fault>> {
    if !(terminal.pages() && Terminal::is_shown() && paged(text)) {
        Terminal::print_bytes(text)?;
    }
    Ok(())
}

/// Whether a pager took the text.
fn paged(text: &[u8]) -> bool {
    let asked = std::env::var("PAGER").ok();
    let words = match asked.as_deref() {
        None => vec!["less".to_owned(), format!("-{LESS}")],
        Some(asked) => shlex::split(asked).unwrap_or_default(),
    };
    let Some((program, arguments)) = words.split_first() else { return false };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", LESS);
    }
    let Ok(mut pager) = command.spawn() else { return false };
    if let Some(mut input) = pager.stdin.take()
        && let Err(error) = input.write_all(text)
        && error.kind() != ErrorKind::BrokenPipe
    {
        return false;
    }
    pager.wait().is_ok()
}
