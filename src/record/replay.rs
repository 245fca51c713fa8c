//! Files as a record has them: every question is answered as it was when the check was recorded.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::trace::Trace;
use crate::check::{Enters, Files};
use crate::source::Fault;

/// Files as a record has them.
pub(super) struct Replay<'a> {
    pub(super) trace: &'a Trace,
    pub(super) bytes: BTreeMap<&'a Path, Vec<u8>>,
}

impl Files for Replay<'_> {
    fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
        let bytes = self.bytes.get(path).ok_or_else(|| {
            let message = format!("`{}` isn't in the record", path.display());
            Fault::whole("record::not-recorded", message)
        })?;
        Ok(bytes.get(..=limit).unwrap_or(bytes).to_vec())
    }

    fn size(&self, path: &Path) -> Option<usize> {
        self.trace.sizes.get(path).copied()
    }

    fn exists(&self, path: &Path) -> bool {
        self.trace.there.contains(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.trace.folders.contains(path)
    }

    fn identity(&self, path: &Path) -> PathBuf {
        self.trace.identities.get(path).map_or_else(|| path.to_owned(), Clone::clone)
    }

    fn below<'b>(
        &'b self,
        folder: &Path,
        ignored: bool,
        _: Enters,
    ) -> Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'b> {
        let mut listed = self.trace.below.iter();
        let own = listed.find(|one| one.folder == folder && one.ignored == ignored);
        Box::new(own.into_iter().flat_map(|one| one.files.iter().cloned().map(Ok)))
    }
}
