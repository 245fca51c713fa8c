//! The built-in rules, ready for every run.

use std::sync::LazyLock;

use msacheck::check::AskedRules;
use msacheck::checklists;
use msacheck::reading::Reader;
use msacheck::rulebook::Rulebook;

const SOUND: &str = "the built-in rules have no faults";

/// The rules.
pub static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| checklists::rulebook().expect(SOUND));

/// The same as they are asked.
pub static ASKED: LazyLock<AskedRules> = LazyLock::new(|| AskedRules::built_in().expect(SOUND));

/// What reads papers by them.
pub static READER: LazyLock<Reader> = LazyLock::new(|| {
    let lexicon = checklists::lexicon().expect(SOUND);
    Reader::new(&lexicon, RULEBOOK.vocabulary().ranks())
});
