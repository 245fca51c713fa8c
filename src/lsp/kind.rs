//! What a document is to us: an editor sends whatever is open.

use std::path::{Path, PathBuf};

use super::open::Open;
use super::packs::folder_of;
use super::workspace::Workspace;
use crate::decisions;
use crate::declaration::own_file;
use crate::report::SchemaKind;

/// What a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A policy, a procedure, a statement.
    Paper,
    /// What a force declares.
    Declaration,
    /// The settings.
    Settings,
    /// A file of the rule pack in a folder.
    Pack(PathBuf),
    /// The plan of action.
    Actions,
    /// The list of papers.
    Papers,
    /// What people decided about papers.
    Decisions,
    /// None of ours.
    Foreign,
}

impl Kind {
    /// What the document at a path is. `language` is what the editor calls it.
    pub(super) fn of(path: &Path, language: &str, workspace: &Workspace, open: &Open) -> Self {
        if ending(path, language) != Some("toml") {
            return if ending(path, language).is_some() { Self::Paper } else { Self::Foreign };
        }
        let project = workspace.project.as_ref();
        let named = |file: Option<&PathBuf>| file.is_some_and(|own| own == path);
        if path == workspace.settings {
            Self::Settings
        } else if named(project.and_then(|own| own.actions.as_ref())) {
            Self::Actions
        } else if named(project.and_then(|own| own.papers.as_ref())) {
            Self::Papers
        } else if project.is_some_and(|own| own.folder().join(decisions::FILE_NAME) == path) {
            Self::Decisions
        } else if let Some(folder) = folder_of(path, &workspace.folders, open) {
            Self::Pack(folder)
        } else if project.is_some_and(|own| own.check.iter().any(|file| file == path))
            || open.get(path).and_then(|own| own_file(own.body())) == Some("a declaration")
        {
            Self::Declaration
        } else {
            Self::Foreign
        }
    }

    /// The schema of such a file.
    pub(super) fn schema(&self, path: &Path) -> Option<SchemaKind> {
        match self {
            Self::Declaration => Some(SchemaKind::Declaration),
            Self::Settings => Some(SchemaKind::Project),
            Self::Actions => Some(SchemaKind::Actions),
            Self::Papers => Some(SchemaKind::Papers),
            Self::Decisions => Some(SchemaKind::Decisions),
            Self::Pack(folder) => of_pack(path.strip_prefix(folder).ok()?.to_str()?),
            Self::Paper | Self::Foreign => None,
        }
    }

    /// Whether others are held against it: then they are looked at again when it changes.
    pub(super) fn bears_on_others(&self) -> bool {
        matches!(self, Self::Settings | Self::Pack(_))
    }
}

/// The ending by which a document is read.
pub(super) fn ending(path: &Path, language: &str) -> Option<&'static str> {
    let own = path.extension().and_then(|own| own.to_str()).map(str::to_ascii_lowercase);
    let by = |word: &str| match word {
        "md" | "markdown" => Some("md"),
        "txt" | "text" | "plaintext" => Some("txt"),
        "html" | "htm" => Some("html"),
        "toml" => Some("toml"),
        _ => None,
    };
    own.as_deref().map_or_else(|| by(language), by)
}

/// The schema of a file by its path in its pack.
fn of_pack(path: &str) -> Option<SchemaKind> {
    let path = path.replace('\\', "/");
    Some(match path.split_once('/') {
        None => match path.as_str() {
            "ranks.toml" => SchemaKind::Ranks,
            "context.toml" | "names.toml" => SchemaKind::Context,
            "forces.toml" => SchemaKind::Forces,
            "reach.toml" => SchemaKind::Reach,
            "events.toml" => SchemaKind::Events,
            "statuses.toml" => SchemaKind::Statuses,
            "verbs.toml" => SchemaKind::Verbs,
            "weights.toml" => SchemaKind::Weights,
            "writing.toml" => SchemaKind::Writing,
            _ => return None,
        },
        Some(("arrangements", _)) => SchemaKind::Arrangement,
        Some(("examples", _)) => SchemaKind::Examples,
        Some(("lint", _)) => return SchemaKind::of_check_file(&path),
        Some((_, "instrument.toml")) => SchemaKind::Instrument,
        Some(_) => SchemaKind::Rules,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists;

    #[test]
    fn every_file_of_a_pack_has_its_schema() {
        // There is none yet of editions and of titles.
        let none = |path: &str| ["editions.toml", "titles.toml"].contains(&path);
        for file in checklists::files() {
            let path = file.path.as_str();
            assert_eq!(of_pack(path).is_none(), none(path), "{path}");
        }
    }
}
