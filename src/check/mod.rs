//! The check itself, as every front end calls it: inputs to result.
//!
//! Inputs (declarations, documents, folders, patterns, standard input) are found, loaded and read,
//! those of one force merged, each force assessed, and the assessments held against a gate: a
//! [`Check`] says of what and how, and what comes of it is a [`CheckResult`](crate::result::CheckResult), which every report is
//! made of. Files come through [`Files`], so that an editor or a page can give what isn't saved; the
//! day that is today comes from the caller, too.
//!
//! The steps can be had one by one: [`Check::gather`] ends with what is declared, and
//! [`Assessing::each`] gives one force after the other, so that a thousand needn't be held at once.

mod actions;
mod asked;
mod assess;
mod authors;
mod by_force;
mod costs;
mod dates;
mod declared;
mod draft;
mod facts;
mod files;
mod find;
mod forces;
mod gate;
mod gather;
mod inside;
mod linting;
mod listed;
mod load;
mod named;
mod names;
mod ordered;
mod paper;
mod pattern;
mod phrases;
mod planned;
mod rules;
mod saved;
mod search;
mod selection;
mod settings;
mod shared_memory;
mod sound;
mod sources;
mod target;
mod walk;
mod watch;
mod what_if;
mod whose;
mod written;

pub use actions::AskedActions;
pub use asked::Check;
pub use assess::{Assessing, Checked};
pub use by_force::ByForce;
pub use costs::read_costs;
pub use declared::{Declared, declaration_in};
pub use draft::several_forces;
pub use facts::to_come;
pub use files::{Disk, Enters, Files, Memory, STDIN};
pub use forces::near_miss;
pub use gate::{AskedGate, GateAsked, ReadBaseline, check_gate_names, read_baseline};
pub use gather::Gathered;
pub use inside::Inside;
pub use linting::{AskedLint, Linted, Linting};
pub use listed::AskedPapers;
pub use named::{Named, find_named};
pub use names::{check_names, unknown};
pub use ordered::in_order;
pub use paper::{PaperReader, ReadPaper, panicked};
pub use planned::{AskedPlan, Wanted as PlanWanted};
pub use rules::{AskedRules, Asks, PackTexts, Packs};
pub use saved::saved;
pub use search::{FoundFile, Search, Wanted, is_workbook};
pub use selection::Selection;
pub use settings::{checks, decisions, decisions_file, inputs, settings};
pub use sources::Beside;
pub use target::Target;
pub use watch::Watch;
pub use what_if::WhatIf;
pub use written::{Sink, Written};
