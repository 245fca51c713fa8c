//! `read --decide`: the passages that a person must decide, one after the other, each answer kept at once.

mod page;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::answers::Answers;
use super::diagnostics;
use super::draft::{DraftArgs, relative, written};
use super::inputs::{ReadingArgs, Ruled};
use super::shared::Shared;
use super::spared::Spared;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{Check, Disk, Files as _, PaperReader, decisions};
use crate::decisions::{Decisions, FILE_NAME};
use crate::project::Project;
use crate::questions::OpenDeclaration;
use crate::reading::ReadDocument;
use crate::review::{Answered, Asked, PaperOf, Round, answered, keep, stated, withdrawn};
use crate::source::Fault;
use crate::standing::State;

/// The options of deciding.
#[derive(Debug, clap::Args)]
pub(super) struct DecideArgs {
    /// Ask, passage by passage, what a person must decide; each answer is kept at once in decisions.toml, and nobody is
    /// asked twice
    #[arg(long, conflicts_with_all = ["explain", "format"])]
    decide: bool,

    /// Take the answers from a file instead, one a line; `-` for standard input
    #[arg(long, value_name = "ANSWERS", requires = "decide")]
    answers: Option<PathBuf>,

    /// In which role you decide; a name isn't asked for
    #[arg(long, value_name = "ROLE", requires = "decide", default_value = "reviewer")]
    role: String,
}

impl DecideArgs {
    /// Whether somebody is to be asked.
    pub(super) fn asked(&self) -> bool {
        self.decide
    }
}

/// What is read, and where the declaration goes.
pub(super) struct Read<'a> {
    pub(super) files: &'a [PathBuf],
    pub(super) reading: &'a ReadingArgs,
    /// Whether what is stated is asked about, too.
    pub(super) all: bool,
    pub(super) draft: &'a DraftArgs,
}

pub(super) fn run(
    args: &DecideArgs,
    asks: &Read<'_>,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let check = ruled.reading(asks.reading).as_of(asks.draft.as_of);
    let output = asks.draft.output.as_deref();
    let kept = ruled.project.as_ref().map_or(Path::new(""), Project::folder).join(FILE_NAME);
    Spared::of(&ruled).and([kept.clone()]).check(output.map(PathBuf::from))?;
    let there = output.filter(|path| !asks.draft.overwrite && Disk.exists(path));
    let into = there.map(|path| OpenDeclaration::open(&check, path)).transpose()?;
    if output.is_some() && into.is_none() {
        // What would keep it from being written is told before anybody has answered.
        check.draft(asks.files)?;
    }
    let named = into.as_ref().map(|own| own.declaration().force.id.to_string());
    let force = asks.reading.force.clone().or(named);
    let decided = decisions(&Disk, ruled.project.as_ref())?;
    let reader = PaperReader::new(&ruled.rules, ruled.today)?.deciding(Arc::clone(&decided));
    diagnostics::show(reader.near_miss(force.as_deref()).as_slice(), terminal);
    let (papers, unread) = read(&reader, asks, force.as_deref(), terminal);
    let round = Round::of(papers.iter().map(|(_, read)| read), &decided, asks.all);
    let mut walk = Walk {
        ruled: &ruled,
        reader: &reader,
        papers: &papers,
        role: &args.role,
        decisions: Decisions::clone(&decided),
        kept,
        into,
        terminal,
    };
    if !papers.is_empty() {
        walk.go(round, args.answers.as_deref())?;
    }
    let wrote = match output {
        Some(_) if walk.into.is_none() && !papers.is_empty() => {
            draft(&check, &ruled, asks, terminal)?
        }
        _ => Status::Done,
    };
    Ok(if unread { Status::Wrong } else { wrote })
}

/// Reads all papers; what can't be read is told. Whether there was such a thing.
fn read(
    reader: &PaperReader,
    asks: &Read<'_>,
    force: Option<&str>,
    terminal: &Terminal,
) -> (Vec<(PathBuf, ReadDocument)>, bool) {
    let mut papers = Vec::new();
    let mut unread = false;
    for found in asks.reading.search(asks.files).find() {
        let read = found.and_then(|found| {
            let read = reader.read_file(&Disk, &found.path, force)?;
            Ok((found.path, read))
        });
        match read {
            Ok((path, read)) => {
                diagnostics::show(&read.document.faults, terminal);
                papers.push((path, read));
            }
            Err(fault) => {
                unread |= !fault.is_warning();
                diagnostics::show(&[fault], terminal);
            }
        }
    }
    (papers, unread)
}

/// Writes the declaration with what is decided by now.
fn draft(
    check: &Check<'_>,
    ruled: &Ruled<'_>,
    asks: &Read<'_>,
    terminal: &Terminal,
) -> Result<Status, Vec<Fault>> {
    // What there is to say of the papers was said when they were read.
    let (drafted, _) = check.draft(asks.files)?;
    written(ruled, asks.draft, drafted, terminal)
}

/// Somebody on the way through the passages.
struct Walk<'a> {
    ruled: &'a Ruled<'a>,
    reader: &'a PaperReader,
    papers: &'a [(PathBuf, ReadDocument)],
    role: &'a str,
    /// What is decided by now.
    decisions: Decisions,
    /// The file that it is kept in.
    kept: PathBuf,
    /// The declaration that takes in what is accepted.
    into: Option<OpenDeclaration<'a>>,
    terminal: &'a Terminal,
}

impl Walk<'_> {
    fn go(&mut self, mut round: Round<'_>, file: Option<&Path>) -> Result<(), Vec<Fault>> {
        let mut answers = match round.is_empty() {
            // Nobody needs to be there where nothing is asked.
            true => None,
            false => Some(Answers::of(file)?),
        };
        page::begin(&round, self.papers.len(), self.terminal);
        if let Some(answers) = &mut answers {
            while self.ask(&mut round, answers)? {}
        }
        page::end(&round, &self.kept, self.into.as_ref(), self.terminal);
        Ok(())
    }

    /// Asks about one passage: whether to go on.
    fn ask(&mut self, round: &mut Round<'_>, answers: &mut Answers) -> Result<bool, Vec<Fault>> {
        let Some((number, asked)) = round.now() else { return Ok(false) };
        let Some((path, read)) = self.papers.get(asked.paper) else { return Ok(false) };
        let place = page::Place { number, of: round.len(), path, read };
        let vocabulary = self.ruled.rulebook().vocabulary();
        page::passage(&place, asked, self.made_of(asked), vocabulary, self.terminal);
        loop {
            let Some(typed) = answers.next("Answer")? else { return Ok(false) };
            let made = match answered(&typed, asked) {
                Ok(Answered::Skip) => {
                    round.go_on();
                    return Ok(true);
                }
                Ok(Answered::Stop) => return Ok(false),
                Ok(Answered::Back) => {
                    if !round.back() {
                        page::first(self.terminal);
                    }
                    return Ok(true);
                }
                Ok(Answered::More) => {
                    page::around(read, asked, self.terminal);
                    continue;
                }
                Ok(Answered::Why) => match answers.next("Why")? {
                    Some(reason) if !reason.trim().is_empty() => Ok(Err(reason.trim().to_owned())),
                    Some(_) => Err(Fault::whole("answer::refused", "a reason is missing")
                        .help("say why the words say nothing of what the force has")),
                    None => return Ok(false),
                },
                Ok(Answered::Made(made)) => Ok(made),
                Err(fault) => Err(fault),
            };
            let states = matches!(made, Ok(Ok(_)));
            match made.map_err(|fault| vec![fault]).and_then(|made| self.decide(asked, made)) {
                Ok(said) => {
                    let title = page::title(asked, vocabulary);
                    let spared = round.decide(states);
                    page::kept(&title, &said, spared, self.terminal);
                    return Ok(true);
                }
                // A person is asked again; a file of answers has none for that.
                Err(faults) if answers.is_a_person() => diagnostics::show(&faults, self.terminal),
                Err(faults) => return Err(answers.at_its_line(faults)),
            }
        }
    }

    /// What was decided about a passage on this way.
    fn made_of(&self, asked: &Asked<'_>) -> Option<String> {
        let (_, read) = self.papers.get(asked.paper)?;
        let (_, one) = self.decisions.of(&read.document, &asked.passage.statement)?;
        Some(page::decided(one))
    }

    /// Puts what somebody made of a passage into the declaration, and keeps it: what it comes to.
    fn decide(
        &mut self,
        asked: &Asked<'_>,
        made: Result<State, String>,
    ) -> Result<String, Vec<Fault>> {
        let Some((path, read)) = self.papers.get(asked.paper) else { return Ok(String::new()) };
        let folder = self.kept.parent().unwrap_or(Path::new(""));
        let who = (self.role.to_owned(), self.ruled.today);
        let mut decision = asked.passage.decision(read, relative(folder, path), made, who);
        let mut said = page::decided(&decision);
        if let Some(declaration) = &mut self.into {
            let mut before = Decisions::clone(&self.decisions);
            let paper = |decisions| PaperOf {
                path,
                read,
                decisions,
                reader: self.reader,
                vocabulary: self.ruled.rulebook().vocabulary(),
                today: self.ruled.today,
            };
            // Somebody who goes back changes their mind: what was put in goes out first.
            let old = before.all.iter().position(|one| one.is_about(&decision));
            if let Some(old) = old {
                let old = before.all.remove(old);
                let edits = withdrawn(&paper(&self.decisions), declaration, &old);
                declaration.save(&edits)?;
            }
            if decision.state.is_some() {
                let home = declaration.opened().path.parent().unwrap_or(Path::new(""));
                let file = relative(home, path);
                let block = asked.passage.statement.block;
                let made = stated(&paper(&before), declaration, &decision, block, file);
                decision.was = made.was;
                let saved = declaration.save(&made.edits)?;
                said = format!("{said}. It {}", saved.effect);
                said.extend(made.of_the_answer().map(|answer| format!(". {answer}")));
            }
        }
        self.decisions = keep(&self.kept, &decision)?;
        Ok(said)
    }
}
