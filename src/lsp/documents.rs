//! All that is open in an editor, with what was seen in it: what changed is looked at again, once nobody waits.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use lsp_server::{Message, Notification};
use serde_json::json;

use super::diagnostics::{Look, Seen};
use super::kind::Kind;
use super::open::Open;
use super::schemas::Schemas;
use super::shapes::{Changed, OpenedDocument};
use super::text::{OpenText, Units};
use super::workspace::{Options, Workspace};
use crate::document;
use crate::source::Fault;

/// What is known of a document that is open.
pub(super) struct Known {
    uri: String,
    pub language: String,
    pub kind: Kind,
    /// What was seen in it, unless it changed since.
    pub seen: Option<Seen>,
}

/// All that is open, and what it is held against.
pub(super) struct Documents {
    pub options: Options,
    pub open: Open,
    pub workspace: Workspace,
    pub schemas: Schemas,
    pub units: Units,
    known: BTreeMap<PathBuf, Known>,
    /// What changed since the editor was told what is wrong with it.
    stale: BTreeSet<PathBuf>,
    /// Papers of which only what needs no reading was told.
    unread: BTreeSet<PathBuf>,
}

impl Documents {
    /// Nothing is open.
    ///
    /// # Errors
    ///
    /// Every fault of the built-in rules.
    pub(super) fn new(options: Options) -> Result<Self, Vec<Fault>> {
        let open = Open::of(PathBuf::from("."));
        let workspace = Workspace::load(&options, &open, None)?;
        Ok(Self {
            options,
            open,
            workspace,
            schemas: Schemas::default(),
            units: Units::default(),
            known: BTreeMap::new(),
            stale: BTreeSet::new(),
            unread: BTreeSet::new(),
        })
    }

    /// The documents lie in a folder, and places in them count so.
    pub(super) fn begin(&mut self, root: Option<PathBuf>, units: Units) {
        if let Some(root) = root {
            self.open = Open::of(root);
        }
        self.units = units;
        self.reload();
    }

    /// What is known of a document that is open.
    pub(super) fn get(&self, path: &Path) -> Option<&Known> {
        self.known.get(path)
    }

    pub(super) fn opened(&mut self, document: OpenedDocument) {
        let OpenedDocument { uri, language, version, text } = document;
        let path = self.open.path(&uri);
        self.open.insert(path.clone(), OpenText::new(version, text, self.units));
        let kind = Kind::of(&path, &language, &self.workspace, &self.open);
        self.known.insert(path.clone(), Known { uri, language, kind, seen: None });
        self.changed(&path);
    }

    pub(super) fn typed(&mut self, changed: Changed) {
        let Changed { document, changes } = changed;
        let path = self.open.path(&document.uri);
        if let Some(text) = self.open.get_mut(&path) {
            let version = document.version.unwrap_or(text.version);
            text.change(version, changes);
            self.changed(&path);
        }
    }

    /// A document is open no more: nothing is said of it.
    pub(super) fn closed(&mut self, uri: &str, to: &mut dyn Write) -> io::Result<()> {
        let path = self.open.path(uri);
        self.open.remove(&path);
        self.stale.remove(&path);
        self.unread.remove(&path);
        if let Some(known) = self.known.remove(&path) {
            publish(to, &known.uri, None, &Seen::default())?;
            if known.kind.bears_on_others() {
                self.reload();
            }
        }
        Ok(())
    }

    /// A document changed: it is to be looked at again, and so is what is held against it.
    fn changed(&mut self, path: &Path) {
        let Some(known) = self.known.get_mut(path) else { return };
        known.seen = None;
        if known.kind.bears_on_others() {
            self.reload();
            return;
        }
        known.kind = Kind::of(path, &known.language, &self.workspace, &self.open);
        self.stale.insert(path.to_owned());
    }

    /// Reads settings and rules anew; all that is open is to be looked at again.
    pub(super) fn reload(&mut self) {
        // The built-in rules loaded once, and do again.
        if let Ok(workspace) = Workspace::load(&self.options, &self.open, Some(&self.workspace)) {
            self.workspace = workspace;
        }
        self.schemas.clear();
        for (path, known) in &mut self.known {
            known.kind = Kind::of(path, &known.language, &self.workspace, &self.open);
            known.seen = None;
            self.stale.insert(path.clone());
        }
    }

    /// Looks at a document, unless what was seen in it still holds.
    pub(super) fn look(&mut self, path: &Path) {
        let Self { workspace, open, known, .. } = self;
        if let Some(known) = known.get_mut(path).filter(|known| known.seen.is_none()) {
            let Known { language, kind, .. } = &*known;
            let look = Look { workspace, open, path, language, kind, reads: false };
            known.seen = Some(document::caught(|| look.seen()).unwrap_or_default());
        }
    }

    /// Whether a paper waits to be read.
    pub(super) fn has_unread(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Reads one paper that changed, and tells what is wrong with it then, where that is more. Whether there was one.
    pub(super) fn read_one(&mut self, to: &mut dyn Write) -> io::Result<bool> {
        let Some(path) = self.unread.pop_first() else { return Ok(false) };
        let Self { workspace, open, known, .. } = self;
        if let Some(known) = known.get_mut(&path) {
            let Known { language, kind, .. } = &*known;
            let look = Look { workspace, open, path: &path, language, kind, reads: true };
            let seen = document::caught(|| look.seen()).unwrap_or_default();
            let same = |own: &Seen| own.diagnostics == seen.diagnostics;
            if !known.seen.as_ref().is_some_and(same) {
                let version = open.get(&path).map(|text| text.version);
                publish(to, &known.uri, version, &seen)?;
                known.seen = Some(seen);
            }
        }
        Ok(true)
    }

    /// Tells what is wrong with one document that changed. Whether there was one.
    pub(super) fn tell_one(&mut self, to: &mut dyn Write) -> io::Result<bool> {
        let Some(path) = self.stale.pop_first() else { return Ok(false) };
        self.look(&path);
        if let Some(known) = self.known.get(&path)
            && let Some(seen) = &known.seen
        {
            let version = self.open.get(&path).map(|text| text.version);
            publish(to, &known.uri, version, seen)?;
            if seen.unread {
                self.unread.insert(path);
            }
        }
        Ok(true)
    }
}

fn publish(to: &mut dyn Write, uri: &str, version: Option<i64>, seen: &Seen) -> io::Result<()> {
    let mut params = json!({ "uri": uri, "diagnostics": seen.diagnostics });
    if let (Some(version), Some(params)) = (version, params.as_object_mut()) {
        params.insert("version".to_owned(), json!(version));
    }
    let method = "textDocument/publishDiagnostics".to_owned();
    Message::Notification(Notification { method, params }).write(&mut &mut *to)
}
