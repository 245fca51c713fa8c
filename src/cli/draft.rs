//! `read --draft`: a declaration with its evidence, drafted out of documents.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf, absolute};

use super::documents::Documents;
use super::papers::{Papers, ReadPaper, set_facts, several_forces, to_come};
use super::{Shared, Status, Terminal, diagnostics, inputs, output};
use crate::declaration::{Drafted, Folder, Remark, SourceId, draft, merge};
use crate::reading::Verdict;
use crate::source::{Fault, Faults, printable};
use crate::standing::{Day, PartialDate};

/// The options of a draft.
#[derive(Debug, clap::Args)]
pub(super) struct DraftArgs {
    /// Write a declaration with its evidence, for a person to go through
    #[arg(long)]
    draft: bool,

    /// Where to write the draft; by default to standard output
    #[arg(long, value_name = "FILE", requires = "draft")]
    output: Option<PathBuf>,

    /// The day that the facts of the draft are of. By default the document's own date
    #[arg(long, value_name = "DATE", requires = "draft", value_parser = inputs::day)]
    as_of: Option<Day>,

    /// Write the draft over a file that is there
    #[arg(long, requires = "output")]
    overwrite: bool,
}

impl DraftArgs {
    /// Whether a draft is asked for.
    pub(super) fn asked(&self) -> bool {
        self.draft
    }
}

pub(super) fn run(
    args: &DraftArgs,
    documents: &Documents,
    force: Option<&str>,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Status, Vec<Fault>> {
    let project = inputs::project(shared)?;
    let rulebook = inputs::rulebook(shared, project.as_ref())?;
    let today = inputs::today(shared);
    if let Some(as_of) = args.as_of.filter(|as_of| *as_of > today) {
        return Err(vec![to_come(as_of, today)]);
    }
    let mut papers = Papers::new(shared, project.as_ref(), &rulebook)?;
    let faults = Faults::new();
    papers.near_miss(force).into_iter().for_each(|fault| faults.push(fault));
    let mut read: Vec<ReadPaper> = Vec::new();
    for found in documents.find() {
        match found {
            Ok(file) => read.extend(papers.read(&file, force, &faults)),
            Err(fault) => faults.push(fault),
        }
    }
    set_facts(&mut read, &[], args.as_of, today, &faults);
    // A draft that lacks one of its papers would pass that over in silence.
    if faults.has_errors() || read.is_empty() {
        return Err(faults.into_sorted());
    }
    let faults = faults.into_sorted();
    diagnostics::show(&faults, terminal);
    let drafted = drafted(read, args.as_of)?;
    let folder = args.output.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    let drafted = with_paths_from(folder, drafted);
    let sources = Folder::new(folder.to_path_buf());
    let text = draft(&drafted, rulebook.vocabulary(), &sources);
    match &args.output {
        Some(path) => {
            output::write(path, &text, args.overwrite).map_err(|fault| vec![fault])?;
            let shown = printable(&path.display().to_string());
            Terminal::say(&format!("Wrote {shown}. Go through it, then: msacheck check {shown}\n"));
        }
        None => Terminal::print(&text)?,
    }
    Ok(Status::Done)
}

fn drafted(mut read: Vec<ReadPaper>, as_of: Option<Day>) -> Result<Drafted, Vec<Fault>> {
    let mut taken: BTreeSet<SourceId> = BTreeSet::new();
    for paper in &mut read {
        let stem = paper.paper.id().clone();
        let numbered = (2..).map(|n| SourceId::from(format!("{stem}-{n}").as_str()));
        let mut ids = std::iter::once(stem.clone()).chain(numbered);
        let id = ids.find(|id| !taken.contains(id)).unwrap_or(stem);
        paper.paper = paper.paper.clone().named(id.clone());
        taken.insert(id);
    }
    let mut merged = merge(read.iter().map(ReadPaper::declaration).collect());
    let several: Vec<&str> = merged.iter().map(|one| one.force.id.as_str()).collect();
    if several.len() > 1 {
        return Err(vec![several_forces(&several)]);
    }
    let Some(mut declaration) = merged.pop() else { return Err(Vec::new()) };
    if let Some(as_of) = as_of {
        declaration.force.as_of = as_of;
    }
    // What the force's table lacks is told where the kind stands.
    declaration.force.note = None;
    let latest = read.iter().filter(|paper| paper.dated.is_some());
    let latest = latest.max_by_key(|paper| paper.force.as_of).filter(|_| as_of.is_none());
    Ok(Drafted {
        declaration,
        remarks: read.iter().flat_map(remarks).collect(),
        kind_is_a_guess: read.iter().any(|paper| paper.unknown),
        about_as_of: latest.map(about).unwrap_or_default(),
    })
}

/// Where the date of a paper comes from.
fn about(paper: &ReadPaper) -> String {
    let Some(dated) = &paper.dated else { return String::new() };
    let which = match dated.date {
        PartialDate::Day(_) => "",
        PartialDate::Month(_) | PartialDate::Year(_) => "the last day of ",
    };
    let file = paper.paper.text().name();
    let page = dated.spot.page.map(|page| format!(", p. {page}")).unwrap_or_default();
    format!("{which}“{}” ({file}{page}, line {})", dated.quote, dated.spot.line)
}

/// What the reader isn't sure of in a paper, and what it read and overruled.
fn remarks(paper: &ReadPaper) -> Vec<Remark> {
    let overruled: BTreeSet<usize> =
        paper.reading.arrangements.iter().flat_map(|read| read.overruled.iter().copied()).collect();
    let mut all: Vec<Remark> = Vec::new();
    for (at, statement) in paper.reading.statements.iter().enumerate() {
        let (why, undecided) = match &statement.verdict {
            Verdict::Unsure(why) => ((*why).to_owned(), true),
            Verdict::State(state) if overruled.contains(&at) => {
                (format!("these words alone would say \"{state}\""), false)
            }
            _ => continue,
        };
        let Some(block) = paper.paper.document().blocks.get(statement.block) else { continue };
        let quote = block.quote(statement.sentence.clone());
        let spot = block.spot(statement.sentence.start);
        let evidence = paper.paper.piece(&quote, spot, Some(statement.block));
        let arrangement = statement.arrangement.clone();
        let remark = Remark { arrangement, why, undecided, evidence };
        if !all.contains(&remark) {
            all.push(remark);
        }
    }
    all
}

/// The same with its sources named as they are from a folder.
fn with_paths_from(folder: &Path, mut drafted: Drafted) -> Drafted {
    for source in &mut drafted.declaration.sources {
        if let Some(file) = &mut source.file {
            *file = relative(folder, Path::new(file.as_str()));
        }
    }
    drafted
}

/// The path of a file from a folder, both being taken from the current one.
fn relative(folder: &Path, file: &Path) -> String {
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    let (Ok(from), Ok(to)) = (absolute(folder), absolute(file)) else {
        return file.display().to_string();
    };
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let path: PathBuf = up.chain(to.components().skip(shared)).collect();
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_named_from_the_folder_of_the_draft() {
        let from = |folder: &str, file: &str| relative(Path::new(folder), Path::new(file));
        assert_eq!(from("", "papers/a.txt"), "papers/a.txt");
        assert_eq!(from("drafts", "papers/a.txt"), "../papers/a.txt");
        assert_eq!(from("papers", "papers/a.txt"), "a.txt");
        assert_eq!(from("/x/y", "/x/z/a.txt"), "../z/a.txt");
    }
}
