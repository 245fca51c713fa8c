//! `read --draft`: a declaration with its evidence, drafted out of documents.

use std::path::{Component, Path, PathBuf, absolute};

use super::inputs::{ReadingArgs, Ruled};
use super::shared::{Shared, day};
use super::spared::Spared;
use super::status::Status;
use super::terminal::Terminal;
use super::{diagnostics, output};
use crate::check::{Beside, Disk, Inside};
use crate::declaration::{Drafted, draft};
use crate::source::{Fault, printable, quoted};
use crate::standing::Day;

/// The options of a draft.
#[derive(Debug, clap::Args)]
pub(super) struct DraftArgs {
    /// Write a declaration with its evidence, for a person to go through
    #[arg(long)]
    draft: bool,

    /// Where to write the draft; by default to standard output. With `--decide`, a declaration that is there is kept, and
    /// what is accepted is added to it
    #[arg(long, value_name = "FILE", requires = "written")]
    pub(super) output: Option<PathBuf>,

    /// The day that the facts of the draft are of. By default the document's own date
    #[arg(long, value_name = "DATE", requires = "written", value_parser = day)]
    pub(super) as_of: Option<Day>,

    /// Write the draft over a file that is there
    #[arg(long, requires = "output")]
    pub(super) overwrite: bool,
}

impl DraftArgs {
    /// Whether a draft is asked for.
    pub(super) fn asked(&self) -> bool {
        self.draft
    }
}

pub(super) fn run(
    args: &DraftArgs,
    documents: &[PathBuf],
    reading: &ReadingArgs,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let check = ruled.reading(reading).as_of(args.as_of);
    let (drafted, faults) = check.draft(documents)?;
    diagnostics::show(&faults, terminal);
    written(&ruled, args, drafted, terminal)
}

/// Writes a draft where it is asked for.
pub(super) fn written(
    ruled: &Ruled<'_>,
    args: &DraftArgs,
    drafted: Drafted,
    terminal: &Terminal,
) -> Result<Status, Vec<Fault>> {
    let papers = drafted.declaration.sources.iter().filter_map(|source| source.file.as_ref());
    let papers: Vec<PathBuf> = papers.map(PathBuf::from).collect();
    let elsewhere = args.output.as_deref().map(|path| elsewhere(ruled, path, &papers));
    Spared::of(ruled).and(papers).check(args.output.clone())?;
    let folder = args.output.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    let drafted = with_paths_from(folder, drafted);
    let text = draft(&drafted, ruled.rulebook().vocabulary(), &Beside::new(&Disk, folder));
    match &args.output {
        Some(path) => {
            output::write(path, &text, args.overwrite).map_err(|fault| vec![fault])?;
            diagnostics::show(elsewhere.as_deref().unwrap_or_default(), terminal);
            let shown = printable(&path.display().to_string());
            Terminal::say(&format!("Wrote {shown}. Go through it, then: msacheck check {shown}\n"));
        }
        None => Terminal::print(&text)?,
    }
    Ok(Status::Done)
}

/// A warning for each paper that `check` won't look for, where the draft lies.
fn elsewhere(ruled: &Ruled<'_>, draft: &Path, papers: &[PathBuf]) -> Vec<Fault> {
    let inside = Inside::of(draft, ruled.project.as_ref());
    let folder = |path: &Path| path.parent().unwrap_or(Path::new("")).to_owned();
    let warning = |paper: &PathBuf| {
        let message = format!(
            "`{}` lies outside of the draft's folder: its quotes will count as cited, not as quoted",
            paper.display()
        );
        Fault::whole("declaration::source-outside", message)
            .help(format!(
                "write the draft into the paper's folder or one above it; or name that folder in an \
                 msacheck.toml beside the draft: `allow-outside = [{}]`",
                quoted(&relative(&folder(draft), &folder(paper)))
            ))
            .into_warning()
    };
    papers.iter().filter(|paper| !inside.holds(ruled.files, paper)).map(warning).collect()
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
pub(super) fn relative(folder: &Path, file: &Path) -> String {
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
