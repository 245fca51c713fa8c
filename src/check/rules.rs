//! The rules that a check asks: the built-in ones, the user's beside them, without what wasn't asked
//! for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{Disk, Files};
use super::inside::named_by_settings;
use super::names::unknown;
use crate::checklists;
use crate::project::Project;
use crate::reading::Reader;
use crate::result::{Pack, Rules};
use crate::rulebook::{Confirmation, Lexicon, RuleFile, Rulebook, from_folder, read_confirmations};
use crate::source::{Digest, Fault, Faults, Text};
use crate::standing::Day;

/// Rule packs: the built-in ones, and those of the user's.
#[derive(Debug)]
pub struct Packs {
    /// Whether the built-in ones are among them.
    built_in: bool,
    own: Vec<OwnPack>,
    /// Faults of files that can't be read: they are told with those of what can.
    unread: Vec<Fault>,
}

/// A rule pack of the user's.
#[derive(Debug)]
struct OwnPack {
    /// Its folder, as the user named it.
    folder: String,
    files: Vec<RuleFile>,
}

/// A pack that was read elsewhere: its name, and its files by their paths within it.
pub type PackTexts = (String, Vec<(String, Arc<Text>)>);

/// Which rules are asked.
#[derive(Clone, Debug, Default)]
pub struct Asks<'a> {
    /// Optional packs.
    pub optional: &'a [String],
    /// Whether drafts are asked, too.
    pub drafts: bool,
    /// The files in which the holders of the full texts say something of the rules.
    pub confirmations: &'a [PathBuf],
    /// The settings that name those files, where some do.
    pub settings: Option<&'a Project>,
}

/// The rules that are asked, with what they were read from.
#[derive(Debug)]
pub struct AskedRules {
    rulebook: Rulebook,
    packs: Packs,
    optional: Vec<String>,
    drafts: bool,
    confirmations: Vec<Arc<Text>>,
    /// Names in them that requirements had once.
    former_names: Vec<Fault>,
}

impl Asks<'_> {
    /// Whether nothing is asked but what always is, as the files have it.
    fn are_for_no_more(&self) -> bool {
        self.optional.is_empty() && !self.drafts && self.confirmations.is_empty()
    }
}

impl Packs {
    /// The built-in rules alone.
    #[must_use]
    pub fn built_in() -> Self {
        Self { built_in: true, own: Vec::new(), unread: Vec::new() }
    }

    /// One pack and nothing else: rules that stand without the built-in ones.
    #[must_use]
    pub fn alone(name: &str, files: Vec<RuleFile>) -> Self {
        let own = vec![OwnPack { folder: name.to_owned(), files }];
        Self { built_in: false, own, unread: Vec::new() }
    }

    /// The built-in rules with packs of the user's beside them, from folders on the disk. A folder, or
    /// a file, that is named twice is loaded once.
    #[must_use]
    pub fn beside<'a>(folders: impl IntoIterator<Item = &'a PathBuf>) -> Self {
        let mut packs = Self::built_in();
        let (mut seen, mut loaded) = (BTreeSet::new(), BTreeSet::new());
        for folder in folders.into_iter().filter(|folder| seen.insert(Disk.identity(folder))) {
            match from_folder(folder) {
                Ok(mut files) => {
                    files.retain(|file| loaded.insert(Disk.identity(Path::new(file.text.name()))));
                    packs.own.push(OwnPack { folder: folder.display().to_string(), files });
                }
                Err(found) => packs.unread.extend(found),
            }
        }
        packs
    }

    /// The built-in rules with packs beside them that were read elsewhere: the name of each, and its files
    /// by their paths within it.
    #[must_use]
    pub fn of(packs: Vec<PackTexts>) -> Self {
        let own = packs.into_iter().map(|(folder, files)| OwnPack {
            folder,
            files: files.into_iter().map(|(path, text)| RuleFile { path, text }).collect(),
        });
        Self { own: own.collect(), ..Self::built_in() }
    }

    /// All their rules, optional ones and drafts included.
    ///
    /// # Errors
    ///
    /// Every fault of their files.
    pub fn rulebook(&self) -> Result<Rulebook, Vec<Fault>> {
        let mut faults = self.unread.clone();
        let files = self.files();
        if !self.built_in {
            return Rulebook::load(&files);
        }
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

    /// What the reading of documents rests on.
    ///
    /// # Errors
    ///
    /// Every fault of their files.
    pub fn lexicon(&self) -> Result<Lexicon, Vec<Fault>> {
        match self.built_in {
            _ if !self.unread.is_empty() => Err(self.unread.clone()),
            true => checklists::lexicon_with(&self.files()),
            false => Lexicon::load(&self.files()),
        }
    }

    /// The rules that are asked of them. `today` judges the dates of confirmations.
    ///
    /// # Errors
    ///
    /// Every fault of their files and of the confirmations; one for each optional pack that there
    /// isn't.
    pub fn asked(
        self,
        asks: &Asks<'_>,
        files: &dyn Files,
        today: Day,
    ) -> Result<AskedRules, Vec<Fault>> {
        if self.are_built_in_alone() && asks.are_for_no_more() {
            return AskedRules::built_in();
        }
        let all = self.rulebook()?;
        let optional: Vec<&str> = all
            .instruments()
            .iter()
            .filter(|instrument| instrument.optional)
            .map(|instrument| instrument.id.as_str())
            .collect();
        let otherwise = format!("optional packs are: {}", optional.join(", "));
        let strange = asks.optional.iter().filter(|pack| !optional.contains(&pack.as_str()));
        let strange: Vec<Fault> = strange
            .map(|pack| unknown("optional pack", pack, optional.iter().copied(), &otherwise))
            .collect();
        if !strange.is_empty() {
            return Err(strange);
        }
        let faults = Faults::new();
        let mut confirmations = Vec::new();
        let mut seen = BTreeSet::new();
        for path in asks.confirmations.iter().filter(|path| seen.insert(files.identity(path))) {
            match files.text(path) {
                Ok(text) => confirmations.push(match asks.settings {
                    Some(project) => named_by_settings(files, project, path, text),
                    None => text,
                }),
                Err(fault) => faults.push(fault),
            }
        }
        let confirmed: Vec<Confirmation> = confirmations
            .iter()
            .flat_map(|text| read_confirmations(text, &all, today, &faults))
            .collect();
        if faults.has_errors() {
            return Err(faults.into_sorted());
        }
        Ok(AskedRules {
            rulebook: all.asked(asks.optional, asks.drafts).confirmed(confirmed),
            packs: self,
            optional: asks.optional.to_vec(),
            drafts: asks.drafts,
            confirmations,
            former_names: faults.into_sorted(),
        })
    }

    fn are_built_in_alone(&self) -> bool {
        self.built_in && self.own.is_empty() && self.unread.is_empty()
    }

    /// Whether documents are read by the built-in rules alone.
    fn read_as_built_in(&self) -> bool {
        let bears = |file: &RuleFile| file.bears_on_reading() || file.holds_ranks();
        let own = self.own.iter().flat_map(|pack| &pack.files).any(bears);
        self.built_in && self.unread.is_empty() && !own
    }

    fn files(&self) -> Vec<RuleFile> {
        self.own.iter().flat_map(|pack| &pack.files).cloned().collect()
    }
}

impl AskedRules {
    /// The built-in rules, without optional ones and drafts.
    ///
    /// # Errors
    ///
    /// Every fault of their files, where a build has taken in files with faults.
    pub fn built_in() -> Result<Self, Vec<Fault>> {
        Ok(Self {
            rulebook: checklists::asked()?,
            packs: Packs::built_in(),
            optional: Vec::new(),
            drafts: false,
            confirmations: Vec::new(),
            former_names: Vec::new(),
        })
    }

    /// The rules.
    #[must_use]
    pub fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    /// What reads documents by them.
    ///
    /// # Errors
    ///
    /// Every fault of the packs' files.
    pub fn reader(&self) -> Result<Reader, Vec<Fault>> {
        let kept = self.packs.read_as_built_in().then(checklists::reading).and_then(Reader::kept);
        let made = || Ok(Reader::new(&self.packs.lexicon()?, self.rulebook.vocabulary().ranks()));
        kept.map_or_else(made, Ok)
    }

    /// The rules, by which they are known again.
    #[must_use]
    pub fn known_as(&self) -> Rules {
        let own = self.packs.own.iter().map(|pack| Pack::folder(pack.folder.clone(), &pack.files));
        let built_in = self.packs.built_in.then(checklists::pack);
        Rules {
            packs: built_in.into_iter().chain(own).collect(),
            optional: self.optional.clone(),
            drafts: self.drafts,
        }
    }

    /// Warnings for names in the files of confirmations that requirements had once.
    #[must_use]
    pub fn former_names(&self) -> &[Fault] {
        &self.former_names
    }

    /// The digests of the packs, the built-in ones first.
    #[must_use]
    pub fn digests(&self) -> Vec<Digest> {
        self.known_as().packs.iter().map(|pack| pack.sha256).collect()
    }

    /// The user's packs: the name of each, and its files.
    pub fn own_packs(&self) -> impl Iterator<Item = (&str, &[RuleFile])> {
        self.packs.own.iter().map(|pack| (pack.folder.as_str(), pack.files.as_slice()))
    }

    /// The files of the user's packs, by the names under which they were read.
    pub fn own_files(&self) -> impl Iterator<Item = &str> {
        let files = self.packs.own.iter().flat_map(|pack| &pack.files);
        files.map(|file| file.text.name())
    }

    /// The files of confirmations, as they were when they were read.
    #[must_use]
    pub fn confirmations(&self) -> &[Arc<Text>] {
        &self.confirmations
    }
}
