//! Finding what a command is to take in: files, folders, patterns of names.

use std::collections::{BTreeSet, HashSet};
use std::iter;
use std::path::{Path, PathBuf};

use super::pattern::{PathPattern, Root};
use super::search::{FoundFile, Search};
use super::walk::Walk;
use crate::source::Fault;

impl<'a> Search<'a> {
    /// What there is, in the order of the arguments and then of the paths, each once. Between them
    /// faults: what couldn't be looked into, and warnings of what was passed over.
    pub fn find(self) -> impl Iterator<Item = Result<FoundFile, Fault>> + 'a {
        let mut seen: HashSet<PathBuf> = HashSet::new();
        // One argument holds no file twice: what is found in it needn't be remembered.
        let several = self.arguments.len() > 1;
        self.arguments.iter().flat_map(move |argument| self.under(argument)).filter_map(
            move |found| match found {
                Ok(found) if several && !seen.insert(found.identity.clone()) => None,
                other => Some(other),
            },
        )
    }

    /// Whether the arguments ask for one file, whatever is found.
    #[must_use]
    pub fn is_for_one(&self) -> bool {
        matches!(self.arguments, [only] if !self.files.is_folder(only) && !self.is_pattern(only))
    }

    /// What the arguments name themselves, rather than by a folder or a pattern, however it is named
    /// elsewhere.
    pub(super) fn named(&self) -> BTreeSet<PathBuf> {
        let named =
            self.arguments.iter().filter(|one| !self.files.is_folder(one) && !self.is_pattern(one));
        named.map(|argument| self.files.identity(argument)).collect()
    }

    fn under(self, argument: &'a Path) -> Box<dyn Iterator<Item = Result<FoundFile, Fault>> + 'a> {
        if self.files.is_folder(argument) {
            return Box::new(Walk::new(self, argument, Root::named(argument), None));
        }
        if !self.is_pattern(argument) {
            let identity = self.files.identity(argument);
            let found = FoundFile { path: argument.to_owned(), identity };
            return Box::new(iter::once(Ok(found)));
        }
        match PathPattern::parse(&argument.to_string_lossy()) {
            Ok((pattern, root)) => Box::new(Walk::new(self, argument, root, Some(pattern))),
            Err(fault) => Box::new(iter::once(Err(fault))),
        }
    }

    /// Whether an argument that no file has for its name is a pattern of names.
    fn is_pattern(&self, argument: &Path) -> bool {
        let text = argument.to_str().unwrap_or_default();
        text.contains(['*', '?', '[', '{']) && !self.files.exists(argument)
    }
}
