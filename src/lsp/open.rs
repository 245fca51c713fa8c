//! The files of a workspace with what is open in the editor over them: what isn't saved counts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::text::OpenText;
use super::uri;
use crate::check::{Disk, Enters, Files};
use crate::source::Fault;

/// What is open, under its path from the workspace's folder.
#[derive(Debug, Default)]
pub(super) struct Open {
    root: PathBuf,
    texts: BTreeMap<PathBuf, OpenText>,
}

impl Open {
    pub(super) fn of(root: PathBuf) -> Self {
        Self { root, texts: BTreeMap::new() }
    }

    /// The path of an address, from the workspace's folder where it lies below that: as somebody would type it
    /// there, so that settings and baselines mean the same file.
    pub(super) fn path(&self, address: &str) -> PathBuf {
        let path = uri::path(address);
        match path.strip_prefix(&self.root) {
            Ok(own) if own != Path::new("") => own.to_owned(),
            _ => path,
        }
    }

    /// The address of a path.
    pub(super) fn uri(&self, path: &Path) -> String {
        uri::uri(&self.root.join(path))
    }

    pub(super) fn insert(&mut self, path: PathBuf, text: OpenText) {
        self.texts.insert(path, text);
    }

    pub(super) fn remove(&mut self, path: &Path) {
        self.texts.remove(path);
    }

    pub(super) fn get(&self, path: &Path) -> Option<&OpenText> {
        self.texts.get(path)
    }

    pub(super) fn get_mut(&mut self, path: &Path) -> Option<&mut OpenText> {
        self.texts.get_mut(path)
    }

    /// A path on the disk.
    pub(super) fn on_disk(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }
}

impl Files for Open {
    fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
        match self.get(path) {
            Some(open) => {
                let bytes = open.body().as_bytes();
                Ok(bytes.get(..=limit).unwrap_or(bytes).to_vec())
            }
            None => Disk.bytes(&self.on_disk(path), limit),
        }
    }

    fn size(&self, path: &Path) -> Option<usize> {
        let open = self.get(path).map(|open| open.body().len());
        open.or_else(|| Disk.size(&self.on_disk(path)))
    }

    fn exists(&self, path: &Path) -> bool {
        self.get(path).is_some() || Disk.exists(&self.on_disk(path))
    }

    fn is_folder(&self, path: &Path) -> bool {
        Disk.is_folder(&self.on_disk(path))
    }

    fn identity(&self, path: &Path) -> PathBuf {
        Disk.identity(&self.on_disk(path))
    }

    fn below<'a>(
        &'a self,
        folder: &Path,
        ignored: bool,
        enters: Enters,
    ) -> Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'a> {
        let found = Disk.below(&self.on_disk(folder), ignored, enters);
        Box::new(found.map(|own| {
            own.map(|path| path.strip_prefix(&self.root).map_or(path.clone(), Path::to_owned))
        }))
    }
}
