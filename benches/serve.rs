//! How long the pages of `serve` take at the server: a question, a paper of thirty-five pages, the folder with forty-three
//! forces over ten years once all of it was assessed; and how memory grows over a thousand papers.
//!
//! It is the program that `MSACHECK` names, or else the one that this was built with.
#![allow(clippy::print_stdout, reason = "a bench reports on standard output")]

#[path = "territory/made.rs"]
mod made;
#[path = "serve/served.rs"]
mod served;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use msacheck::check::{AskedRules, Check, Disk};

use self::made::write_territory;
use self::served::Served;

const ROUNDS: usize = 100;
const PAGE: Duration = Duration::from_millis(50);
const FOLDER: Duration = Duration::from_millis(300);
const PAPERS: usize = 1_000;
/// How much more memory a thousand papers may take than a hundred.
const FLAT: f64 = 1.2;

fn main() -> io::Result<()> {
    let program = env::var_os("MSACHECK").unwrap_or_else(|| env!("CARGO_BIN_EXE_msacheck").into());
    let folder = tempfile::tempdir()?;
    let mut over = pages(&program, &folder.path().join("one"))?;
    over |= territory(&program, &folder.path().join("all"))?;
    over |= uploads(&program, &folder.path().join("papers"))?;
    if over { Err(io::Error::other("a page takes too much")) } else { Ok(()) }
}

/// A question and a paper, beside the check of the same declaration in this process.
fn pages(program: &OsString, folder: &Path) -> io::Result<bool> {
    fs::create_dir_all(folder.join("papers"))?;
    let sample = fs::read_to_string("samples/west-midlands-2017.toml")?;
    fs::write(folder.join("force.toml"), &sample)?;
    fs::copy("samples/west-midlands-2017.txt", folder.join("west-midlands-2017.txt"))?;
    fs::write(folder.join("papers/plan.md"), plan(35))?;
    let served = Served::start(program, folder)?;
    let home = served.get("/")?;
    let force = first(&home, "/force/");
    let paper = first(&home, "/paper/");
    let check = median(ROUNDS, || check(folder).map(|_| ()))?;
    println!("check in process: {check:.2?} (median of {ROUNDS})");
    let mut over = false;
    for (name, address) in [
        ("a force", force.clone()),
        ("a question", format!("{force}/ask/lead")),
        ("the gaps", format!("{force}/gaps")),
        ("a paper of 35 pages", paper),
    ] {
        served.get(&address)?;
        let took = median(ROUNDS, || served.get(&address).map(|_| ()))?;
        let ratio = took.as_secs_f64() / check.as_secs_f64();
        println!("{name}: {took:.2?}, {ratio:.1} times a check (at most {PAGE:?})");
        over |= took > PAGE;
    }
    Ok(over)
}

fn check(folder: &Path) -> io::Result<usize> {
    let rules = AskedRules::built_in().map_err(|_| io::Error::other("the rules have faults"))?;
    let today = "2026-11-28".parse().map_err(io::Error::other)?;
    let checked = Check::new(&rules, &Disk, today).run(&[folder.join("force.toml")]);
    let checked = checked.map_err(|_| io::Error::other("the sample has faults"))?;
    Ok(checked.result.assessments.len())
}

/// The folder of a territory.
fn territory(program: &OsString, folder: &Path) -> io::Result<bool> {
    write_territory(folder, 43, 10)?;
    let served = Served::start(program, folder)?;
    let began = Instant::now();
    served.get("/")?;
    println!("the folder, 43 forces, 10 years each, for the first time: {:.2?}", began.elapsed());
    let took = median(20, || served.get("/").map(|_| ()))?;
    println!(
        "the folder, once assessed: {took:.2?} (at most {FOLDER:?}); {} MB",
        served.memory()? >> 20
    );
    Ok(took > FOLDER)
}

/// Papers one after the other.
fn uploads(program: &OsString, folder: &Path) -> io::Result<bool> {
    fs::create_dir_all(folder)?;
    fs::copy("samples/fictional-just-begun.toml", folder.join("force.toml"))?;
    let served = Served::start(program, folder)?;
    let csrf = first_value(&served.get("/new")?, "csrf");
    let mut few = 0;
    let began = Instant::now();
    for number in 1..=PAPERS {
        let paper = served.bring(&csrf, &format!("paper-{number}.txt"), &plan(1))?;
        served.get(&paper)?;
        if number == PAPERS / 10 {
            few = served.memory()?;
        }
    }
    let many = served.memory()?;
    let grown = many as f64 / few as f64;
    println!(
        "{PAPERS} papers brought in and looked at: {:.2?}, {} MB after a tenth, {} MB after all: {grown:.2} times (at most {FLAT})",
        began.elapsed(),
        few >> 20,
        many >> 20
    );
    Ok(grown > FLAT)
}

/// A plan of so many pages, as long as such plans are.
fn plan(pages: usize) -> String {
    let mut text = "# Northmarch Police: modern slavery plan\n\n".to_owned();
    for page in 1..=pages {
        let _ = write!(text, "## Part {page}\n\n");
        for at in 0..8 {
            let _ = write!(
                text,
                "In part {page}.{at} we set out how officers work with partners to find victims, how cases are allocated \
                 between teams, and how what is learnt comes back to those who plan. The work is looked at each quarter by \
                 the board, which hears from each district what was done, by whom and with what result.\n\n"
            );
        }
        let _ = write!(
            text,
            "The force has a dedicated modern slavery coordinator. Training {page} is planned.\n\n"
        );
    }
    text
}

fn first(page: &str, start: &str) -> String {
    let own = page.split(&format!("href=\"{start}")).nth(1).and_then(|rest| rest.split('"').next());
    format!("{start}{}", own.unwrap_or_default())
}

fn first_value(page: &str, name: &str) -> String {
    let own = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    own.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

fn median(rounds: usize, mut once: impl FnMut() -> io::Result<()>) -> io::Result<Duration> {
    let mut times = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        let began = Instant::now();
        once()?;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    times.get(rounds / 2).copied().ok_or_else(|| io::Error::other("nothing was run"))
}
