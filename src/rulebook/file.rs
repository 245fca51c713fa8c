//! The files of rule packs, and what their place says of them.

use std::sync::Arc;

use crate::source::Text;

/// One file of a rule pack.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// Its path within the pack, with forward slashes: `strategy-2014/pursue.toml`.
    pub path: String,
    /// Its text, under the name that people know it by.
    pub text: Arc<Text>,
}

/// What the place of a file in its pack says of its contents.
pub(super) enum FileRole<'a> {
    Ranks,
    /// The police forces: reading rests on them, too.
    Forces,
    /// Whom the law means where it names somebody.
    Reach,
    /// What a duty may wait for.
    Events,
    /// What reading rests on: see `lexicon`.
    Reading,
    /// Examples of reading: its proof alone looks at them.
    Examples,
    /// What the lints of rules go by: their proof alone looks at it.
    Lints,
    /// What the checks of documents go by, and their examples: `lint` alone looks at it.
    Checks,
    Arrangement {
        id: &'a str,
    },
    Instrument {
        folder: &'a str,
    },
    Rules {
        folder: &'a str,
    },
}

/// The folder of a pack in which examples of reading stand.
const EXAMPLES: &str = "examples";

/// That of the checks of documents: a file a check, and in `examples/` within it what each finds and passes.
const CHECKS: &str = "lint";

impl RuleFile {
    /// Whether it holds examples of reading and nothing else.
    #[must_use]
    pub fn is_examples(&self) -> bool {
        matches!(self.role(), Some(FileRole::Examples))
    }

    /// The check of documents whose data it holds.
    #[must_use]
    pub fn check(&self) -> Option<&str> {
        let name = self.path.strip_prefix("lint/")?.strip_suffix(".toml")?;
        (!name.contains('/')).then_some(name)
    }

    /// The check of documents whose examples it holds.
    #[must_use]
    pub fn check_examples(&self) -> Option<&str> {
        self.path.strip_prefix("lint/examples/")?.strip_suffix(".toml")
    }

    /// Whether it holds ranks, which papers are read by, too.
    #[must_use]
    pub fn holds_ranks(&self) -> bool {
        matches!(self.role(), Some(FileRole::Ranks))
    }

    /// What its place says of its contents; none where it has none in a pack.
    pub(super) fn role(&self) -> Option<FileRole<'_>> {
        let path = self.path.strip_suffix(".toml")?;
        match path.split_once('/') {
            None if path == "ranks" => Some(FileRole::Ranks),
            None if path == "forces" => Some(FileRole::Forces),
            None if path == "reach" => Some(FileRole::Reach),
            None if path == "events" => Some(FileRole::Events),
            None if matches!(
                path,
                "context" | "names" | "statuses" | "verbs" | "weights" | "writing"
            ) =>
            {
                Some(FileRole::Reading)
            }
            None if matches!(path, "titles" | "editions") => Some(FileRole::Lints),
            Some((CHECKS, name)) => (name != "instrument").then_some(FileRole::Checks),
            Some((EXAMPLES, name)) => (name != "instrument").then_some(FileRole::Examples),
            Some(("arrangements", id)) if !id.contains('/') => Some(FileRole::Arrangement { id }),
            Some((folder, "instrument")) => Some(FileRole::Instrument { folder }),
            Some((folder, name)) if !name.contains('/') => Some(FileRole::Rules { folder }),
            _ => None,
        }
    }
}
