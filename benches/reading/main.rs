//! How fast documents are read, beside `ripgrep` with regular expressions of the same vocabulary
//! over the same files in the same run; how that scales; and how much memory it takes.
//!
//! The papers are made here, the same on every run: see `corpus`. The two are started in turns, so
//! that whatever else the machine does meets both, and the best of several rounds counts. Half of the papers are
//! ASCII alone, half have typographic signs in a third of their sentences, on which ripgrep is a hundred times
//! slower: the bound, in the table of budgets of `CONTRIBUTING.md`, is on the former.
#![allow(clippy::print_stdout, reason = "a bench reports on standard output")]

#[path = "../budget/mod.rs"]
mod budget;
mod chance;
mod corpus;
mod ripgrep;

use std::cell::RefCell;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use corpus::Signs;
use msacheck::checklists;
use msacheck::document::{Block, open};
use msacheck::lint::{Asked, Linter, Picked, Reads};
use msacheck::reading::{Reader, Scratch};
use msacheck::rulebook::Lexicon;
use msacheck::source::Fault;

const PAPERS: usize = 1000;
const ROUNDS: usize = 5;

/// No more rounds of ripgrep once it took this long: with typographic characters it is slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a person who looks for the same subject would ask ripgrep for: words and short phrases, few of them rare. It stops
/// at the first of a line, so that it takes a twentieth of what it takes for those made of the cues.
const PLAIN: &str = include_str!("patterns.txt");

/// The argument with which the bench starts itself, to see what memory reading takes.
const CHILD: &str = "--read";

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [first, folder, papers] = arguments.as_slice()
        && first == CHILD
    {
        return child(Path::new(folder), papers.parse().unwrap_or(PAPERS));
    }
    let start = Instant::now();
    let lexicon = checklists::lexicon().map_err(|faults| fault(&faults))?;
    let loaded = start.elapsed();
    let reader = reader(&lexicon)?;
    println!(
        "start-up: {:.2} ms for the lexicon, {:.2} ms to make it ready; {:?} phrases, cues, modifiers",
        milliseconds(loaded),
        milliseconds(start.elapsed() - loaded),
        reader.size()
    );
    let folder = tempfile::tempdir()?;
    let (of_cues, plain_ones) = (folder.path().join("of-cues"), folder.path().join("plain"));
    let expressions = ripgrep::write_patterns(&of_cues, &lexicon)?;
    fs::write(&plain_ones, PLAIN)?;
    let peers = [("made of the cues", of_cues.as_path()), ("plain ones", plain_ones.as_path())];
    let peers = match ripgrep::version() {
        Some(version) => {
            let plain = PLAIN.lines().count();
            println!(
                "{version}, {expressions} regular expressions made of the cues, {plain} plain ones"
            );
            &peers[..]
        }
        None => {
            println!("ripgrep isn't here: nothing to compare with");
            &[]
        }
    };
    let (mut plain, mut ratio) = (PathBuf::new(), None);
    for (name, signs) in [("ascii", Signs::Plain), ("typographic", Signs::Typographic)] {
        let papers = folder.path().join(name);
        let files = corpus::write(&papers, PAPERS, signs, &lexicon)?;
        let times = compare(name, &papers, &files, &reader, peers)?;
        if signs == Signs::Plain {
            (plain, ratio) = (papers, times);
        }
    }
    memory(&plain)?;
    linting(&plain, &reader)?;
    let most = budget::most("reading")?;
    match ratio {
        Some(ratio) if ratio > most => Err(io::Error::other(format!(
            "over budget: {ratio:.2} times ripgrep, of {most} that it may take"
        ))),
        _ => Ok(()),
    }
}

/// Reads a folder of papers, and says how many times the first peer's processor time that takes, where both are known. A
/// peer is a list of regular expressions for ripgrep.
fn compare(
    name: &str,
    folder: &Path,
    files: &[PathBuf],
    reader: &Reader,
    peers: &[(&str, &Path)],
) -> io::Result<Option<f64>> {
    let bytes: u64 = files.iter().map(|file| fs::metadata(file).map_or(0, |data| data.len())).sum();
    let mut own = Taken::default();
    let mut two = Duration::MAX;
    let mut others: Vec<Taken> = peers.iter().map(|_| Taken::default()).collect();
    let mut statements = 0;
    for _ in 0..ROUNDS {
        let before = processor();
        let (one, found) = read_all(files, reader, 1)?;
        own.round(one, used(before, |times| times.0));
        two = two.min(read_all(files, reader, 2)?.0);
        statements = found;
        for ((_, patterns), taken) in peers.iter().zip(&mut others) {
            if taken.in_all < PATIENCE {
                let before = processor();
                let time = ripgrep::run(patterns, folder)?;
                taken.round(time, used(before, |times| times.1));
            }
        }
    }
    println!(
        "{name}: {} papers, {:.1} MB, {statements} cues judged",
        files.len(),
        megabytes(bytes)
    );
    let speed = |what: &str, time: Duration| {
        let speed = megabytes(bytes) / time.as_secs_f64();
        println!("  {what:40} {:9.1} ms {speed:8.1} MB/s", milliseconds(time));
    };
    speed("1 thread", own.least);
    speed("2 threads", two);
    println!(
        "  2 threads are {:.2} times as fast as 1",
        own.least.as_secs_f64() / two.as_secs_f64()
    );
    let mut first = None;
    for ((what, _), taken) in peers.iter().zip(&others) {
        speed(&format!("rg -j1 -c -i -f, {what}"), taken.least);
        let ratio = own.least.as_secs_f64() / taken.least.as_secs_f64();
        println!("  reading takes {ratio:.2} times as long");
        if let (Some(one), Some(rg)) = (own.work, taken.work) {
            let ratio = one.as_secs_f64() / rg.as_secs_f64().max(0.01);
            println!(
                "  processor time: {:.0} ms to ripgrep's {:.0} ms, {ratio:.2} times as much",
                milliseconds(one),
                milliseconds(rg)
            );
            first = first.or(Some(ratio));
        }
    }
    Ok(first)
}

/// Holds looking at documents themselves to the speed of reading them: both open each file once. What is looked at is
/// read where a check asks for it, as the program does.
fn linting(folder: &Path, reader: &Reader) -> io::Result<()> {
    let rulebook = checklists::rulebook().map_err(|faults| fault(&faults))?;
    let start = Instant::now();
    let linter = Linter::new(&rulebook).map_err(|faults| fault(&faults))?;
    println!("checks of documents: {:.2} ms to make them ready", milliseconds(start.elapsed()));
    let entries = fs::read_dir(folder)?;
    let files: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    let mut read = Duration::MAX;
    let mut looked = [(false, Duration::MAX, 0), (true, Duration::MAX, 0)];
    for _ in 0..ROUNDS {
        read = read.min(read_all(&files, reader, 1)?.0);
        for (pedantic, best, findings) in &mut looked {
            let start = Instant::now();
            *findings = lint_all(&files, &linter, reader, *pedantic)?;
            *best = (*best).min(start.elapsed());
        }
    }
    for (pedantic, linted, findings) in looked {
        let ratio = linted.as_secs_f64() / read.as_secs_f64();
        println!(
            "  linting {} papers{}: {:.1} ms to reading's {:.1} ms, {ratio:.2} times as long; {findings} findings",
            files.len(),
            if pedantic { " for all that a person must judge" } else { "" },
            milliseconds(linted),
            milliseconds(read)
        );
        // What a person must judge may rest on a whole reading.
        if ratio > 1.0 && !pedantic {
            return Err(io::Error::other("looking at documents takes longer than reading them"));
        }
    }
    Ok(())
}

fn lint_all(
    files: &[PathBuf],
    linter: &Linter,
    reader: &Reader,
    pedantic: bool,
) -> io::Result<usize> {
    let day = "2026-11-28".parse().map_err(io::Error::other)?;
    let asked = Asked {
        picked: Picked::default(),
        pedantic,
        as_of: None,
        today: day,
        kind: None,
        against: None,
    };
    let scratch = RefCell::new(Scratch::default());
    let mut findings = 0;
    for file in files {
        let bytes = fs::read(file)?;
        let document =
            open(&file.display().to_string(), &bytes[..]).map_err(|why| fault(&[why]))?;
        let read = || {
            let force = document.blocks.first().map(Block::text);
            Some(reader.read(&document, force, &mut scratch.borrow_mut()))
        };
        let reads = Reads::Lazily(&read);
        findings += linter.lint(&document, &bytes, reads, &asked, &|_| true).findings.len();
    }
    Ok(findings)
}

/// The processor's time that this process and those that it started have used, where the system
/// tells: on a machine that does other things, too, that says more than the clock.
fn processor() -> Option<(Duration, Duration)> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold spaces; the 14th value is the first wanted.
    let (_, rest) = stat.rsplit_once(')')?;
    let mut ticks = rest.split_whitespace().skip(11).map_while(|value| value.parse::<u64>().ok());
    let mut two = || Some(Duration::from_millis(10 * (ticks.next()? + ticks.next()?)));
    Some((two()?, two()?))
}

fn used(
    before: Option<(Duration, Duration)>,
    which: fn((Duration, Duration)) -> Duration,
) -> Option<Duration> {
    Some(which(processor()?).saturating_sub(which(before?)))
}

/// What something took: the least of several rounds.
struct Taken {
    least: Duration,
    /// Of the processor's time, where the system tells.
    work: Option<Duration>,
    in_all: Duration,
}

impl Default for Taken {
    fn default() -> Self {
        Self { least: Duration::MAX, work: None, in_all: Duration::ZERO }
    }
}

impl Taken {
    fn round(&mut self, time: Duration, work: Option<Duration>) {
        self.least = self.least.min(time);
        self.work = self.work.into_iter().chain(work).min();
        self.in_all += time;
    }
}

/// Reads all files from the disk, and how many cues were judged in them.
fn read_all(files: &[PathBuf], reader: &Reader, threads: usize) -> io::Result<(Duration, usize)> {
    let start = Instant::now();
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<usize> {
        let mut scratch = Scratch::default();
        let mut statements = 0;
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            statements += read(file, reader, &mut scratch)?;
        }
        Ok(statements)
    };
    let found = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut found = work()?;
        for other in others {
            found += other.join().map_err(|_| io::Error::other("a thread panicked"))??;
        }
        Ok::<_, io::Error>(found)
    })?;
    Ok((start.elapsed(), found))
}

fn read(file: &Path, reader: &Reader, scratch: &mut Scratch) -> io::Result<usize> {
    let bytes = fs::read(file)?;
    let document = open(&file.display().to_string(), &bytes).map_err(|why| fault(&[why]))?;
    // The letterhead says for whom: what names no force for certain isn't read to its end.
    let force = document.blocks.first().map(Block::text);
    Ok(reader.read(&document, force, scratch).statements.len())
}

fn reader(lexicon: &Lexicon) -> io::Result<Reader> {
    let rulebook = checklists::rulebook().map_err(|faults| fault(&faults))?;
    Ok(Reader::new(lexicon, rulebook.vocabulary().ranks()))
}

/// What memory it takes to read more documents, each in a process of its own.
fn memory(folder: &Path) -> io::Result<()> {
    println!("peak memory of a process that reads one document after another");
    for papers in [1, 100, PAPERS] {
        let mut command = Command::new(env::current_exe()?);
        let output = command.arg(CHILD).arg(folder).arg(papers.to_string()).output()?;
        print!("  {papers:5} papers: {}", String::from_utf8_lossy(&output.stdout));
    }
    Ok(())
}

fn child(folder: &Path, papers: usize) -> io::Result<()> {
    let lexicon = checklists::lexicon().map_err(|faults| fault(&faults))?;
    let reader = reader(&lexicon)?;
    let mut scratch = Scratch::default();
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    for file in files.iter().take(papers) {
        read(file, &reader, &mut scratch)?;
    }
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{}", peak.map_or("not known on this system", str::trim));
    Ok(())
}

fn fault(faults: &[Fault]) -> io::Error {
    let lines: Vec<String> = faults.iter().map(Fault::one_line).collect();
    io::Error::other(lines.join("; "))
}

#[allow(clippy::cast_precision_loss, reason = "a few megabytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
