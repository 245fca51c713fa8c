//! How long an editor waits, from a keystroke to what is wrong with the text then, in a document of 200 KB; beside
//! a lint of the same text in the same run. The bound is that of the table of budgets in `CONTRIBUTING.md`, and a
//! tenth of a second: what takes longer is felt.
//!
//! The server is the program that `MSACHECK` names, or else the one that this was built with, driven over its
//! streams.
#![allow(clippy::print_stdout, reason = "a bench reports on standard output")]

#[path = "budget/mod.rs"]
mod budget;

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader, Write as _};
use std::process::{ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use msacheck::checklists;
use msacheck::document::open;
use msacheck::lint::{Asked, Linter, Picked, Reads};
use serde_json::{Value, json};

const ROUNDS: usize = 40;
const BYTES: usize = 200_000;
const FELT: Duration = Duration::from_millis(100);
const URI: &str = "file:///procedure.md";

/// Between the parts of the text, so that there is something to find.
const WRONG: &str = "\n\nSend the MS1 form to UKHTC. Officers may notify the Home Office.\n\n";

fn main() -> io::Result<()> {
    let text = text()?;
    let (keystroke, faults) = keystrokes(&text)?;
    let lint = lint(&text)?;
    let ratio = keystroke.as_secs_f64() / lint.as_secs_f64();
    let most = budget::most("keystroke")?;
    println!("a document of {} KB with {faults} faults", text.len() / 1000);
    println!(
        "  {:.1} ms from a keystroke to its faults (median of {ROUNDS})",
        milliseconds(keystroke)
    );
    println!("  {:.1} ms for a lint of it", milliseconds(lint));
    println!("  {ratio:.2} times, of {most} that it may take");
    if ratio > most || keystroke > FELT {
        return Err(io::Error::other("over budget: keystroke"));
    }
    Ok(())
}

/// Real words, with faults between them.
fn text() -> io::Result<String> {
    let paper = fs::read_to_string("samples/northmarch-2026.txt")?;
    let mut text = String::from("# Northmarch Police: procedure\n\nDate: 3 May 2026\n\n");
    while text.len() < BYTES {
        text.push_str(&paper);
        text.push_str(WRONG);
    }
    Ok(text)
}

fn lint(text: &str) -> io::Result<Duration> {
    let wrong = || io::Error::other("the built-in rules have faults");
    let rulebook = checklists::rulebook().map_err(|_| wrong())?;
    let linter = Linter::new(&rulebook).map_err(|_| wrong())?;
    let today = "2026-11-24".parse().map_err(|_| wrong())?;
    let asked = Asked {
        picked: Picked::default(),
        pedantic: false,
        as_of: None,
        today,
        kind: None,
        against: None,
    };
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let document = open("procedure.md", text.as_bytes()).map_err(|_| wrong())?;
        let found = linter.lint(&document, text.as_bytes(), Reads::Not, &asked, &|_| false);
        times.push(start.elapsed());
        if found.findings.is_empty() {
            return Err(io::Error::other("nothing was found"));
        }
    }
    Ok(median(times))
}

/// Types into the middle of the text, and waits each time for what is wrong with it. How long that takes, and how
/// much is wrong.
fn keystrokes(text: &str) -> io::Result<(Duration, usize)> {
    let program = env::var_os("MSACHECK").unwrap_or_else(|| env!("CARGO_BIN_EXE_msacheck").into());
    let mut child = Command::new(program)
        .args(["lsp", "--today", "2026-11-24"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let gone = || io::Error::other("the server has no streams");
    let mut to = child.stdin.take().ok_or_else(gone)?;
    let mut from = BufReader::new(child.stdout.take().ok_or_else(gone)?);
    let hello = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    send(&mut to, &json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello }))?;
    receive(&mut from)?;
    let document = json!({ "uri": URI, "languageId": "markdown", "version": 0, "text": text });
    tell(&mut to, "textDocument/didOpen", &json!({ "textDocument": document }))?;
    let mut faults = told(&mut from, 0)?;
    let line = text.lines().count() / 2;
    let mut times = Vec::with_capacity(ROUNDS);
    for version in 1..=ROUNDS {
        let place = json!({ "line": line, "character": 0 });
        let change = json!({ "range": { "start": place, "end": place }, "text": "x" });
        let document = json!({ "uri": URI, "version": version });
        let start = Instant::now();
        let changed = json!({ "textDocument": document, "contentChanges": [change] });
        tell(&mut to, "textDocument/didChange", &changed)?;
        faults = told(&mut from, version)?;
        times.push(start.elapsed());
    }
    drop(to);
    child.wait()?;
    Ok((median(times), faults))
}

fn tell(to: &mut ChildStdin, method: &str, params: &Value) -> io::Result<()> {
    send(to, &json!({ "jsonrpc": "2.0", "method": method, "params": params }))
}

fn send(to: &mut ChildStdin, message: &Value) -> io::Result<()> {
    let body = message.to_string();
    write!(to, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    to.flush()
}

/// How many faults a state of the text is said to have.
fn told(from: &mut impl BufRead, version: usize) -> io::Result<usize> {
    loop {
        let message = receive(from)?;
        if message.pointer("/params/version") == Some(&json!(version)) {
            let found = message.pointer("/params/diagnostics").and_then(Value::as_array);
            return Ok(found.map_or(0, Vec::len));
        }
    }
}

fn receive(from: &mut impl BufRead) -> io::Result<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 {
            return Err(io::Error::other("the server is gone"));
        }
        match line.trim_end().split_once(": ") {
            Some((_, bytes)) => length = bytes.parse().map_err(io::Error::other)?,
            None => break,
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body)?;
    serde_json::from_slice(&body).map_err(io::Error::other)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
