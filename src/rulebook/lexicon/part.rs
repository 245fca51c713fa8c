//! Which files of a pack hold something of reading.

use crate::rulebook::RuleFile;

/// What a file of a pack holds of reading.
pub(super) enum ReadingPart {
    Context,
    Names,
    Forces,
    Statuses,
    Verbs,
    Weights,
    Writing,
    Arrangement,
}

impl RuleFile {
    /// What it holds of reading, by its name.
    pub(super) fn part_in_reading(&self) -> Option<ReadingPart> {
        match self.path.strip_suffix(".toml")?.split_once('/') {
            None if self.path == "context.toml" => Some(ReadingPart::Context),
            None if self.path == "names.toml" => Some(ReadingPart::Names),
            None if self.path == "forces.toml" => Some(ReadingPart::Forces),
            None if self.path == "statuses.toml" => Some(ReadingPart::Statuses),
            None if self.path == "verbs.toml" => Some(ReadingPart::Verbs),
            None if self.path == "weights.toml" => Some(ReadingPart::Weights),
            None if self.path == "writing.toml" => Some(ReadingPart::Writing),
            Some(("arrangements", _)) => Some(ReadingPart::Arrangement),
            _ => None,
        }
    }

    /// Whether what it holds may bear on the reading of documents.
    #[must_use]
    pub fn bears_on_reading(&self) -> bool {
        match self.part_in_reading() {
            Some(ReadingPart::Arrangement) => {
                memchr::memmem::find(self.text.body().as_bytes(), b"reading").is_some()
            }
            part => part.is_some(),
        }
    }
}
