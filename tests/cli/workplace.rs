//! A folder to run the program in, as a user does, and what came of it.

#[path = "copied.rs"]
mod copied;

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use copied::copy;
use msacheck::report::{FORMATS, ReportFormat};
use snapbox::Data;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// The day that counts as today in every run.
pub(crate) const TODAY: &str = "2026-11-24";

/// The part of a declaration that every one needs. The force is made up.
pub(crate) const NORTHMARCH: &str = "\
[force]
id = \"northmarch\"
name = \"Northmarch Police (fictional)\"
kind = \"territorial\"
as_of = 2026-03-31
";

/// A folder of its own, removed in the end.
pub(crate) struct Workplace {
    folder: TempDir,
}

impl Workplace {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// A folder that holds `samples/`.
    pub(crate) fn with_samples() -> Self {
        Self::new().copied("samples", &repository().join("samples"))
    }

    /// With a file in it; folders on the way are made.
    pub(crate) fn file(self, name: &str, body: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, body).unwrap();
        self
    }

    /// With a declaration of Northmarch in it that goes on like this.
    pub(crate) fn declared(self, name: &str, rest: &str) -> Self {
        self.file(name, format!("{NORTHMARCH}\n{rest}"))
    }

    /// With a copy of a folder, and of the folders in it.
    pub(crate) fn copied(self, name: &str, from: &Path) -> Self {
        copy(from, &self.path(name));
        self
    }

    /// Writes a file of the folder anew.
    pub(crate) fn write(&self, name: &str, body: &str) {
        fs::write(self.path(name), body).unwrap();
    }

    /// Removes a file.
    pub(crate) fn without(&self, name: &str) {
        fs::remove_file(self.path(name)).unwrap();
    }

    /// The path of something in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The text of a file in the folder.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of all that lies in the folder, in order.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Runs the program with words split at spaces.
    pub(crate) fn run(&self, line: &str) -> Run {
        self.with(&line.split(' ').collect::<Vec<_>>()).run()
    }

    /// The bytes that the program writes to standard output, which may be no text.
    pub(crate) fn bytes(&self, line: &str) -> Vec<u8> {
        self.with(&line.split(' ').collect::<Vec<_>>()).command().output().unwrap().stdout
    }

    /// Runs the program with a terminal as its output, in which both outputs are one.
    pub(crate) fn on_a_terminal(&self, line: &str) -> Run {
        let inner = self.with(&line.split(' ').collect::<Vec<_>>());
        let words = inner.program.iter().chain(&inner.args);
        let words: Vec<String> =
            words.map(|word| format!("'{}'", word.to_str().unwrap())).collect();
        let mut outer =
            self.with(&["--quiet", "--return", "--command", &words.join(" "), "/dev/null"]);
        outer.program = vec!["script".into()];
        let output = outer.command().output().unwrap();
        let err = String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n");
        let args: Vec<&str> = inner.args.iter().map(|arg| arg.to_str().unwrap()).collect();
        Run { line: args.join(" "), status: output.status.code(), out: String::new(), err }
    }

    /// The program with its arguments, to be run later.
    pub(crate) fn with(&self, args: &[&str]) -> Invocation {
        let mut args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let dated =
            ["ask", "baseline", "check", "compare", "explain", "init", "plan"].map(OsString::from);
        if args.first().is_some_and(|first| dated.contains(first))
            && !args.contains(&"--today".into())
        {
            args.extend(["--today", TODAY].map(OsString::from));
        }
        Invocation {
            program: vec![env!("CARGO_BIN_EXE_msacheck").into()],
            args,
            columns: 80,
            stdin: None,
            folder: self.folder.path().to_path_buf(),
        }
    }
}

/// The formats of a result that are text.
pub(crate) fn text_formats() -> impl Iterator<Item = &'static ReportFormat> {
    FORMATS.iter().filter(|format| !format.binary)
}

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A program and its arguments, to be run in a pipe.
pub(crate) struct Invocation {
    program: Vec<OsString>,
    args: Vec<OsString>,
    columns: usize,
    stdin: Option<PathBuf>,
    folder: PathBuf,
}

impl Invocation {
    /// With an output so many columns wide.
    pub(crate) fn columns(mut self, columns: usize) -> Self {
        self.columns = columns;
        self
    }

    /// With a file on standard input.
    pub(crate) fn reading(mut self, name: &str) -> Self {
        self.stdin = Some(self.folder.join(name));
        self
    }

    /// Started by these words instead of the program's own path.
    pub(crate) fn started_by(mut self, program: Vec<OsString>) -> Self {
        self.program = program;
        self
    }

    /// The command, ready to be started; nothing of the environment gets into it.
    pub(crate) fn command(&self) -> Command {
        let (program, before) = self.program.split_first().unwrap();
        let stdin = self.stdin.as_ref().map(|path| File::open(path).unwrap());
        let mut command = Command::new(program);
        command
            .args(before)
            .args(&self.args)
            .current_dir(&self.folder)
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .env("NO_COLOR", "1")
            .env("TERM", "dumb")
            .env("COLUMNS", self.columns.to_string())
            .stdin(stdin.map_or_else(Stdio::null, Stdio::from));
        command
    }

    /// Runs it to its end.
    ///
    /// Whatever it is about: it doesn't panic, says nothing of the machine, and sends no command
    /// to a terminal unless it is told to have colour.
    pub(crate) fn run(self) -> Run {
        let output = self.command().output().unwrap_or_else(|error| {
            panic!("{} can't be started: {error}", self.program[0].display())
        });
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        let (out, err) = (text(output.stdout), text(output.stderr));
        let args: Vec<String> =
            self.args.iter().map(|arg| arg.to_string_lossy().escape_debug().to_string()).collect();
        let run = Run { line: args.join(" "), status: output.status.code(), out, err };
        let all = format!("{}{}", run.out, run.err);
        assert!(!all.contains("panicked"), "{run}");
        assert!(!all.contains(self.folder.to_str().unwrap()), "a path of this machine: {run}");
        if !run.line.contains("always") {
            // CSV ends its lines with both, which no terminal minds.
            let command = all.replace("\r\n", "\n").chars().find(|c| commands_a_terminal(*c));
            assert_eq!(command, None, "{run}");
        }
        run
    }
}

/// Whether a terminal would obey a character: control characters, and those that turn the
/// direction of the text.
pub(crate) fn commands_a_terminal(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What came of a run.
pub(crate) struct Run {
    line: String,
    status: Option<i32>,
    /// What stood on standard output.
    pub(crate) out: String,
    /// What stood on standard error.
    pub(crate) err: String,
}

impl Run {
    /// It ended with 0: assessed, and the gate, if there is one, passes.
    pub(crate) fn done(self) -> Self {
        self.ended_with(0)
    }

    /// It ended with 1: the gate fails.
    pub(crate) fn failed(self) -> Self {
        self.ended_with(1)
    }

    /// It ended with 1, and said why beside its result.
    pub(crate) fn failed_with_reasons(self) -> Self {
        assert!(!self.err.is_empty(), "it doesn't say why: {self}");
        assert!(!self.out.is_empty(), "no result: {self}");
        self.ended_with(1)
    }

    /// It ended with 2, said why, and gave no result.
    pub(crate) fn wrong(self) -> Self {
        assert!(!self.err.is_empty(), "it doesn't say why: {self}");
        assert!(self.out.is_empty(), "a result all the same: {self}");
        self.ended_with(2)
    }

    /// It ended with 2, said why, and gave a result that is marked incomplete.
    pub(crate) fn incomplete(self) -> Self {
        assert!(!self.err.is_empty(), "it doesn't say why: {self}");
        assert!(self.out.to_lowercase().contains("incomplete"), "not marked: {self}");
        self.ended_with(2)
    }

    /// It ended with 2, said why, and gave so many lines of a result all the same.
    pub(crate) fn incomplete_lines(self, lines: usize) -> Self {
        assert!(!self.err.is_empty(), "it doesn't say why: {self}");
        assert_eq!(self.out.lines().count(), lines, "{self}");
        self.ended_with(2)
    }

    fn ended_with(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{self}");
        self
    }

    /// The same without the counts of examples of reading, which every new one changes.
    pub(crate) fn without_reading(mut self) -> Self {
        let kept = self.out.split_inclusive('\n').filter(|line| {
            !line.starts_with("reading:") && !line.starts_with("checks of documents:")
        });
        self.out = kept.collect();
        self
    }

    /// Nothing stood on standard error.
    pub(crate) fn quiet(self) -> Self {
        assert!(self.err.is_empty(), "{self}");
        self
    }

    /// No line of the result is wider than this.
    pub(crate) fn fits(self, columns: usize) -> Self {
        for line in self.out.lines() {
            assert!(line.width() <= columns, "{} columns: {line}\n{self}", line.width());
        }
        self
    }

    /// Both streams and the status are those of a golden file.
    pub(crate) fn golden(self, name: &str) -> Self {
        self.golden_in("cli", name)
    }

    /// The same with a golden file of another test crate.
    pub(crate) fn golden_in(self, tests: &str, name: &str) -> Self {
        let path = repository().join("tests").join(tests).join(format!("golden/{name}.txt"));
        let expected = Data::read_from(&path, None).raw();
        snapbox::assert_data_eq!(Data::text(self.without_digest()), expected);
        self
    }

    /// What it shows, the digest of the built-in rules apart: no golden file is to change with every rule.
    fn without_digest(&self) -> String {
        let digest = msacheck::checklists::pack().sha256.to_string();
        self.to_string().replace(&digest, &"0".repeat(digest.len()))
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let status = self.status.map_or_else(|| "killed".to_owned(), |code| code.to_string());
        writeln!(f, "$ msacheck {}", self.line)?;
        writeln!(f, "[status {status}]")?;
        for (name, text) in [("output", &self.out), ("error", &self.err)] {
            if text.is_empty() {
                writeln!(f, "[nothing on standard {name}]")?;
            } else {
                write!(f, "[standard {name}]\n{text}")?;
            }
        }
        Ok(())
    }
}
