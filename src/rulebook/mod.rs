//! The rule packs: what may be declared, what is asked, and of whom.
//!
//! A pack is a folder of TOML files. `arrangements/` holds the vocabulary, one file an
//! arrangement; every other folder is an instrument, with its provisions and the requirements that
//! rest on them. Loading checks every name and type, so that what a [`Rulebook`] holds can be
//! evaluated without fail.

mod applicability;
mod arrangement;
mod arrangement_file;
mod book;
mod confirmation;
mod confirmation_file;
mod consistency;
mod event;
mod examples;
mod file;
mod former;
mod ids;
mod instrument;
mod known;
mod lexicon;
mod load;
mod need;
mod packs;
mod pattern;
mod police_force;
mod prepared;
mod ranks;
mod reach;
mod requirement;
mod resolve;
mod syntax;
mod vocabulary;

pub use applicability::AppliesTo;
pub(crate) use applicability::listed;
pub use arrangement::{Arrangement, Field, FieldKind, NOT_ARRANGEMENTS};
pub use book::Rulebook;
pub use confirmation::Confirmation;
pub use confirmation_file::read_confirmations;
pub use event::{Arising, Event};
pub use file::RuleFile;
pub use former::{Former, became};
pub use ids::{
    ArrangementId, EventId, FieldId, ForceId, InstrumentId, ProvisionId, ReachId, RequirementId,
    is_id,
};
pub(crate) use ids::{OfText, ids};
pub use instrument::{Instrument, Provision, ReadText};
pub use known::{Known, KnownFact, KnownTie, Tie};
pub use lexicon::{
    AnsweredBy, BUILT_IN_CLASSES, ColumnKind, Cue, CueSays, DEEPEST_CLASS, DateWords, Effect,
    GridWords, HEAVIEST, Lexicon, Modifier, Reads, Scope, Sign, Signal, Tick, Traits, VerbForm,
    Verbs, Weight, Weights, Writing, plain,
};
pub use need::{Ask, Bar, Branches, Condition, Need, Test};
pub use packs::{from_folder, pack_digest};
pub use pattern::{Alternative, Element, Pattern};
pub use police_force::PoliceForce;
pub use prepared::{prepare, prepare_lexicon, prepared, prepared_lexicon};
pub use reach::{Reach, ReachedKind};
pub use requirement::{Requirement, Rule};
pub use vocabulary::Vocabulary;
