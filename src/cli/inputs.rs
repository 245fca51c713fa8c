//! What several commands take in: settings, rules, days, files.

use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use super::shared::{Shared, day};
use crate::check::{
    AskedPapers, AskedRules, Asks, Check, Disk, Files, Packs, Search, Wanted, inputs, settings,
};
use crate::project::Project;
use crate::rulebook::Rulebook;
use crate::source::{Fault, printable};
use crate::standing::Day;

/// The inputs of a command that assesses.
#[derive(Debug, clap::Args)]
pub(super) struct InputArgs {
    /// Declarations (.toml, .xlsx, .ods, .csv, or `-` for standard input), documents, folders of them, and quoted
    /// patterns ('forces/*.toml'); without any, what msacheck.toml names
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The day to assess: it picks the law. By default the day of the facts; of documents without a
    /// date it is that day, too
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Day>,

    /// A list of papers: whose each is, of when, what it is called and where it was published. Without
    /// files, those that it lists
    #[arg(long, value_name = "FILE")]
    pub(super) papers: Option<PathBuf>,

    #[command(flatten)]
    pub(super) reading: ReadingArgs,
}

impl InputArgs {
    /// The inputs as they were given.
    pub(super) fn given(&self) -> &[PathBuf] {
        &self.files
    }

    /// The inputs as they were given, to be shown.
    pub(super) fn named(&self) -> impl Iterator<Item = String> {
        self.files.iter().map(|file| printable(&file.display().to_string()))
    }
}

/// How files are found and read.
#[derive(Debug, clap::Args)]
pub(super) struct ReadingArgs {
    /// The police force that documents are read for. By default the one that they name
    #[arg(long, value_name = "NAME")]
    pub(super) force: Option<String>,

    /// Take from folders what .gitignore names, too
    #[arg(long)]
    pub(super) no_ignore: bool,

    /// How many inputs to work on at once. By default as many as there are processors
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

impl ReadingArgs {
    /// Where to look for documents.
    pub(super) fn search<'a>(&self, documents: &'a [PathBuf]) -> Search<'a> {
        Search {
            files: &Disk,
            arguments: documents,
            wanted: Wanted::Documents,
            ignored: self.no_ignore,
        }
    }

    /// How many threads to work on, where somebody says.
    pub(super) fn jobs_given(&self) -> Option<usize> {
        self.jobs.map(usize::from)
    }

    /// How many threads to work on.
    pub(super) fn jobs(&self) -> usize {
        self.jobs_given().unwrap_or_else(|| available_parallelism().map_or(1, usize::from))
    }
}

/// What every command begins with: the settings, and the rules that are asked.
pub(super) struct Ruled<'a> {
    pub(super) project: Option<Project>,
    pub(super) rules: AskedRules,
    pub(super) today: Day,
    /// Where files come from.
    pub(super) files: &'a dyn Files,
}

impl Ruled<'_> {
    /// Of the files of the machine.
    pub(super) fn new(shared: &Shared) -> Result<Self, Vec<Fault>> {
        Ruled::of(shared, &Disk)
    }
}

impl<'a> Ruled<'a> {
    pub(super) fn of(shared: &Shared, files: &'a dyn Files) -> Result<Self, Vec<Fault>> {
        let project = settings(files, shared.config.as_deref())?;
        let today = shared.today();
        let asks = Asks {
            optional: &shared.pack,
            drafts: shared.drafts,
            confirmations: project.as_ref().map_or(&[], |project| &project.confirmations),
            settings: project.as_ref(),
        };
        let rules = packs(shared, project.as_ref()).asked(&asks, files, today)?;
        Ok(Self { project, rules, today, files })
    }

    pub(super) fn rulebook(&self) -> &Rulebook {
        self.rules.rulebook()
    }

    /// A check of inputs on the disk.
    pub(super) fn check(&self, args: &InputArgs) -> Check<'_> {
        self.reading(&args.reading).as_of(args.as_of).named_by_settings(args.files.is_empty())
    }

    /// The same where no day to assess is asked for.
    pub(super) fn reading(&self, args: &ReadingArgs) -> Check<'_> {
        Check::new(&self.rules, self.files, self.today)
            .force(args.force.clone())
            .with_ignored(args.no_ignore)
            .project(self.project.as_ref())
            .jobs(args.jobs_given())
    }

    /// What is listed of papers: in a file that was named, else in the settings'.
    pub(super) fn papers(&self, named: Option<&Path>) -> Result<Option<AskedPapers>, Vec<Fault>> {
        AskedPapers::of(named, self.project.as_ref(), self.files, self.today)
    }

    /// What a command was given, else the papers of a list that was named, else what the settings name.
    pub(super) fn inputs(
        &self,
        args: &InputArgs,
        papers: Option<&AskedPapers>,
    ) -> Result<Vec<PathBuf>, Vec<Fault>> {
        inputs(&args.files, papers, self.project.as_ref())
    }
}

/// All rules: the built-in ones with the user's beside them, optional ones and drafts included.
pub(super) fn all_rules(shared: &Shared) -> Result<Rulebook, Vec<Fault>> {
    let project = settings(&Disk, shared.config.as_deref())?;
    packs(shared, project.as_ref()).rulebook()
}

fn packs(shared: &Shared, project: Option<&Project>) -> Packs {
    Packs::beside(project.iter().flat_map(|project| &project.rules).chain(&shared.rules))
}
