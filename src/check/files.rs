//! Where the files of a check come from: the disk, or memory.

use std::collections::BTreeMap;
use std::io::{ErrorKind, stdin};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use crate::declaration::source_text;
use crate::document;
use crate::source::{Fault, SIZE_LIMIT, Text, read_bytes, read_file, read_up_to, text_of};

/// The name that stands for standard input.
pub const STDIN: &str = "-";

/// Which folders a walk goes into, by how far below its root each lies.
pub type Enters = Box<dyn Fn(usize, &Path) -> bool + Send + Sync>;

/// Gives the files that a check is made of. An editor or a page gives what isn't saved yet.
pub trait Files: Sync {
    /// The bytes of a file, at most one more than `limit`: whoever takes them refuses what is too
    /// large.
    ///
    /// # Errors
    ///
    /// A fault where there is no such file, or it can't be read.
    fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Fault>;

    /// How large a file is, where that can be told before it is read.
    fn size(&self, _: &Path) -> Option<usize> {
        None
    }

    /// Whether there is anything of that name: a link that leads nowhere is there, and can't be read.
    fn exists(&self, path: &Path) -> bool;

    /// Whether it is a folder.
    fn is_folder(&self, path: &Path) -> bool;

    /// What is the same however the file is named.
    fn identity(&self, path: &Path) -> PathBuf;

    /// The files below a folder, in the order of their paths, and what else has a name there and is no
    /// folder. Hidden ones are left out, and so is
    /// what a `.gitignore` names, unless `ignored` asks for it.
    fn below<'a>(
        &'a self,
        folder: &Path,
        ignored: bool,
        enters: Enters,
    ) -> Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'a>;

    /// The text of a document that evidence comes from: of one that isn't plain text, that of its blocks.
    ///
    /// # Errors
    ///
    /// A fault where it can't be read.
    fn source(&self, path: &Path) -> Result<Arc<Text>, Fault> {
        source_text(&path.display().to_string(), self.bytes(path, document::SIZE_LIMIT)?)
    }

    /// The text of a file.
    ///
    /// # Errors
    ///
    /// A fault where it can't be read, is larger than a declaration may be, or isn't UTF-8.
    fn text(&self, path: &Path) -> Result<Arc<Text>, Fault> {
        text_of(&path.display().to_string(), self.bytes(path, SIZE_LIMIT)?)
    }
}

/// The files of the machine; paths are taken from the current folder, and `-` is standard input.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Files for Disk {
    fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
        if path != Path::new(STDIN) {
            return read_bytes(path, limit);
        }
        read_up_to(stdin().lock(), limit).map_err(|error| {
            Fault::whole("file::unreadable", format!("standard input can't be read: {error}"))
        })
    }

    fn size(&self, path: &Path) -> Option<usize> {
        usize::try_from(path.metadata().ok()?.len()).ok()
    }

    fn text(&self, path: &Path) -> Result<Arc<Text>, Fault> {
        if path == Path::new(STDIN) {
            return text_of(STDIN, self.bytes(path, SIZE_LIMIT)?);
        }
        read_file(path)
    }

    fn exists(&self, path: &Path) -> bool {
        // What can't be told is found out when it is read.
        // Windows names no file with a `*`.
        let none = [ErrorKind::NotFound, ErrorKind::InvalidFilename];
        path.symlink_metadata().map_or_else(|error| !none.contains(&error.kind()), |_| true)
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn identity(&self, path: &Path) -> PathBuf {
        path.canonicalize().unwrap_or_else(|_| path.to_owned())
    }

    fn below<'a>(
        &'a self,
        folder: &Path,
        ignored: bool,
        enters: Enters,
    ) -> Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'a> {
        let mut builder = WalkBuilder::new(folder);
        builder
            .sort_by_file_path(Path::cmp)
            // What is left out is the same on every machine, and within no repository as well.
            .require_git(false)
            .git_global(false)
            .git_exclude(false)
            .git_ignore(!ignored)
            .ignore(!ignored)
            .parents(!ignored)
            .filter_entry(move |entry| {
                let folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                !folder || enters(entry.depth(), entry.path())
            });
        Box::new(builder.build().filter_map(|entry| match entry {
            // What is neither a file nor a folder has its name, too: who reads it is told what it is.
            Ok(entry) => {
                let is_folder = entry.file_type()?.is_dir() || entry.path().is_dir();
                (!is_folder).then(|| Ok(entry.into_path()))
            }
            Err(error) => Some(Err(Fault::whole("file::unreadable", error.to_string()))),
        }))
    }
}

/// Files that are held in memory, each under a path of its own.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Memory {
    /// No files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with one more.
    #[must_use]
    pub fn with(mut self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), bytes.into());
        self
    }
}

impl Files for Memory {
    fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
        let bytes = self.files.get(path).ok_or_else(|| {
            Fault::whole("file::not-found", format!("there is no file `{}`", path.display()))
        })?;
        Ok(bytes.get(..=limit).unwrap_or(bytes).to_vec())
    }

    fn size(&self, path: &Path) -> Option<usize> {
        self.files.get(path).map(Vec::len)
    }

    fn exists(&self, path: &Path) -> bool {
        self.files.contains_key(path) || self.is_folder(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.files.keys().any(|file| file != path && file.starts_with(path))
    }

    fn identity(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn below<'a>(
        &'a self,
        folder: &Path,
        _: bool,
        _: Enters,
    ) -> Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'a> {
        let root = if folder == Path::new(".") { PathBuf::new() } else { folder.to_owned() };
        Box::new(self.files.keys().filter(move |file| file.starts_with(&root)).cloned().map(Ok))
    }
}
