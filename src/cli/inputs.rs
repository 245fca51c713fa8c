//! What several commands take in: settings, rules, declarations.

use std::io::stdin;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::ZonedDateTime;

use super::Shared;
use crate::checklists;
use crate::declaration::{Declaration, Folder, check_judgements, load};
use crate::project::Project;
use crate::result::{Pack, Role, Rules, UsedFile};
use crate::rulebook::{Confirmation, Lexicon, RuleFile, Rulebook, from_folder, read_confirmations};
use crate::source::{Fault, Faults, Text, nearest, read_bytes, read_file, read_from, read_up_to};
use crate::standing::{Day, PartialDate};

/// The name that stands for standard input.
pub(super) const STDIN: &str = "-";

/// The settings that apply, if there are any.
pub(super) fn project(shared: &Shared) -> Result<Option<Project>, Vec<Fault>> {
    match &shared.config {
        Some(path) => Project::read(path).map(Some),
        None => Project::here(),
    }
}

/// The rules that are asked, with what of the user's they were read from.
pub(super) struct Ruled {
    /// The built-in rules and the user's, without what wasn't asked for.
    pub(super) rulebook: Rulebook,
    packs: Vec<OwnPack>,
    confirmations: Vec<Arc<Text>>,
}

/// A rule pack of the user's.
struct OwnPack {
    /// Its folder, as the user named it.
    folder: String,
    files: Vec<RuleFile>,
}

/// The rules that are asked: the built-in ones and the user's, without what wasn't asked for.
pub(super) fn rulebook(shared: &Shared, project: Option<&Project>) -> Result<Rulebook, Vec<Fault>> {
    ruled(shared, project).map(|ruled| ruled.rulebook)
}

/// The same, with what they were read from.
pub(super) fn ruled(shared: &Shared, project: Option<&Project>) -> Result<Ruled, Vec<Fault>> {
    let (packs, faults) = own_packs(shared, project);
    let all = with_own(&packs, faults)?;
    let optional: Vec<&str> = all
        .instruments()
        .iter()
        .filter(|instrument| instrument.optional)
        .map(|instrument| instrument.id.as_str())
        .collect();
    let unknown: Vec<Fault> = shared
        .pack
        .iter()
        .filter(|pack| !optional.contains(&pack.as_str()))
        .map(|pack| {
            let otherwise = format!("optional packs are: {}", optional.join(", "));
            unknown("optional pack", pack, optional.iter().copied(), &otherwise)
        })
        .collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let faults = Faults::new();
    let confirmations = confirmations(project, &faults);
    let today = today(shared);
    let confirmed: Vec<Confirmation> = confirmations
        .iter()
        .flat_map(|text| read_confirmations(text, &all, today, &faults))
        .collect();
    if faults.has_errors() {
        return Err(faults.into_sorted());
    }
    let rulebook = all.asked(&shared.pack, shared.drafts).confirmed(confirmed);
    Ok(Ruled { rulebook, packs, confirmations })
}

/// The files in which the holders of the full texts say something of the rules.
fn confirmations(project: Option<&Project>, faults: &Faults) -> Vec<Arc<Text>> {
    let mut texts = Vec::new();
    for path in project.iter().flat_map(|project| &project.confirmations) {
        match read_file(path) {
            Ok(text) => texts.push(text),
            Err(fault) => faults.push(fault),
        }
    }
    texts
}

/// All rules: the built-in ones with the user's beside them, optional ones and drafts included.
pub(super) fn all_rules(
    shared: &Shared,
    project: Option<&Project>,
) -> Result<Rulebook, Vec<Fault>> {
    let (packs, faults) = own_packs(shared, project);
    with_own(&packs, faults)
}

/// The built-in rules with packs of the user's beside them, in which these faults were found.
fn with_own(packs: &[OwnPack], mut faults: Vec<Fault>) -> Result<Rulebook, Vec<Fault>> {
    let files = files_of(packs);
    if files.is_empty() && faults.is_empty() {
        return checklists::rulebook();
    }
    // A cue that can't be read is a fault of its pack whether or not a document is read.
    if files.iter().any(RuleFile::bears_on_reading) {
        faults.extend(checklists::lexicon_with(&files).err().unwrap_or_default());
    }
    if let (true, Ok(built_in)) = (faults.is_empty(), checklists::rulebook())
        && let Some(rulebook) = built_in.beside(&files)
    {
        return Ok(rulebook);
    }
    let all = [checklists::files(), files].concat();
    match Rulebook::load(&all) {
        Ok(rulebook) if faults.is_empty() => Ok(rulebook),
        Ok(_) => Err(faults),
        Err(found) => {
            // What is no TOML has been told already.
            let told: Vec<String> = faults.iter().map(Fault::one_line).collect();
            faults.extend(found.into_iter().filter(|fault| !told.contains(&fault.one_line())));
            Err(faults)
        }
    }
}

/// What the reading of documents rests on: the built-in rules with the user's beside them.
pub(super) fn lexicon(shared: &Shared, project: Option<&Project>) -> Result<Lexicon, Vec<Fault>> {
    let (packs, faults) = own_packs(shared, project);
    if faults.is_empty() { checklists::lexicon_with(&files_of(&packs)) } else { Err(faults) }
}

/// The user's own packs, and the faults of files that can't be read.
fn own_packs(shared: &Shared, project: Option<&Project>) -> (Vec<OwnPack>, Vec<Fault>) {
    let mut packs = Vec::new();
    let mut faults = Vec::new();
    for folder in project.iter().flat_map(|project| &project.rules).chain(&shared.rules) {
        match from_folder(folder) {
            Ok(files) => packs.push(OwnPack { folder: folder.display().to_string(), files }),
            Err(found) => faults.extend(found),
        }
    }
    (packs, faults)
}

fn files_of(packs: &[OwnPack]) -> Vec<RuleFile> {
    packs.iter().flat_map(|pack| &pack.files).cloned().collect()
}

impl Ruled {
    /// The rules, by which they are known again.
    pub(super) fn rules(&self, shared: &Shared) -> Rules {
        let own = self.packs.iter().map(|pack| Pack::folder(pack.folder.clone(), &pack.files));
        Rules {
            packs: std::iter::once(checklists::pack()).chain(own).collect(),
            optional: shared.pack.clone(),
            drafts: shared.drafts,
        }
    }

    /// The files that bear on a result beside inputs and rules, as they were when they were read.
    pub(super) fn files(
        &self,
        project: Option<&Project>,
        baseline: Option<&Arc<Text>>,
    ) -> Vec<UsedFile> {
        let used = |text: &Arc<Text>, role| UsedFile {
            file: text.name().to_owned(),
            role,
            sha256: text.digest(),
        };
        let settings = project.map(|project| used(&project.text, Role::Settings));
        let confirmations = self.confirmations.iter().map(|text| used(text, Role::Confirmations));
        let baseline = baseline.map(|text| used(text, Role::Baseline));
        settings.into_iter().chain(confirmations).chain(baseline).collect()
    }
}

/// Reads a day on the command line.
pub(super) fn day(text: &str) -> Result<Day, String> {
    match PartialDate::parse(text) {
        Some(PartialDate::Day(day)) => Ok(day),
        _ => Err("expected a whole date that exists, such as 2017-06-30".to_owned()),
    }
}

/// The day that is today: the one given, else the system's.
pub(super) fn today(shared: &Shared) -> Day {
    shared.today.unwrap_or_else(|| ZonedDateTime::now().date())
}

/// Reads and loads a declaration; `-` is standard input. Faults, warnings included, go to `faults`.
pub(super) fn declaration(
    path: &Path,
    rulebook: &Rulebook,
    today: Day,
    faults: &Faults,
) -> Option<Declaration> {
    match read(path) {
        Ok(text) => {
            let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
            let loaded = load(&text, rulebook.vocabulary(), &Folder::new(folder), today, faults);
            let known = check_judgements(&text, rulebook, faults);
            loaded.filter(|_| known)
        }
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

fn read(path: &Path) -> Result<Arc<Text>, Fault> {
    if path == Path::new(STDIN) {
        read_from(STDIN, stdin().lock()).map_err(Fault::from)
    } else {
        read_file(path)
    }
}

/// The bytes of a file or of standard input, at most one more than `limit`.
pub(super) fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
    if path != Path::new(STDIN) {
        return read_bytes(path, limit);
    }
    read_up_to(stdin().lock(), limit).map_err(|error| {
        Fault::whole("file::unreadable", format!("standard input can't be read: {error}"))
    })
}

/// The files that a command was given, else those that the settings name.
pub(super) fn files(
    given: &[PathBuf],
    project: Option<&Project>,
) -> Result<Vec<PathBuf>, Vec<Fault>> {
    if !given.is_empty() {
        return Ok(given.to_vec());
    }
    match project {
        Some(project) if !project.check.is_empty() => Ok(project.check.clone()),
        Some(_) => Err(vec![
            Fault::whole("usage::nothing-to-check", "the settings name nothing to check")
                .help("add `check = [\"force.toml\"]` to them, or name a file"),
        ]),
        None => Err(vec![
            Fault::whole("usage::nothing-to-check", "there is nothing to check here").help(
                "`msacheck init --force NAME` writes a declaration to fill in; \
                 `msacheck check FILE` checks one; a msacheck.toml with `check = [\"FILE\"]` names \
                 what to check without arguments",
            ),
        ]),
    }
}

/// The fault of a name that isn't known, with what could have been meant.
pub(super) fn unknown<'a>(
    what: &str,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> Fault {
    let near = nearest(name, known);
    let help = near.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean `{near}`?"));
    Fault::whole("usage::unknown-name", format!("there is no {what} `{name}`")).help(help)
}

/// Checks that instruments and arrangements that somebody named are known.
pub(super) fn check_names(
    rulebook: &Rulebook,
    instruments: &[String],
    arrangements: &[String],
) -> Result<(), Vec<Fault>> {
    let vocabulary = rulebook.vocabulary();
    let known_instruments: Vec<&str> =
        rulebook.instruments().iter().map(|known| known.id.as_str()).collect();
    let known_arrangements: Vec<&str> =
        vocabulary.arrangements().iter().map(|known| known.id.as_str()).collect();
    let mut faults = Vec::new();
    for (what, names, known) in [
        ("instrument", instruments, known_instruments),
        ("arrangement", arrangements, known_arrangements),
    ] {
        let otherwise = format!("known are: {}", known.join(", "));
        for name in names.iter().filter(|name| !known.contains(&name.as_str())) {
            faults.push(unknown(what, name, known.iter().copied(), &otherwise));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The declarations in a folder, in the order of their names.
pub(super) fn declarations_in(folder: &Path) -> Result<Vec<PathBuf>, Vec<Fault>> {
    let unread = |error: std::io::Error| {
        let message = format!("the folder `{}` can't be read: {error}", folder.display());
        vec![Fault::whole("file::unreadable", message)]
    };
    let entries = std::fs::read_dir(folder).map_err(unread)?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    if files.is_empty() {
        let message = format!("the folder `{}` holds no declaration", folder.display());
        return Err(vec![Fault::whole("usage::nothing-to-check", message)]);
    }
    Ok(files)
}
