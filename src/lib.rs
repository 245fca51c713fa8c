//! msacheck: what a police force declares against modern slavery, held against what the
//! Government's human trafficking strategy (2011), the Modern Slavery Strategy (2014) and the
//! Modern Slavery Act 2015 ask of it.
//!
//! The map, in the order in which data flows: a module imports from those above it, and from which of
//! them stands in `ARCHITECTURE.md`.
//!
//! - [`standing`]: the chain of states and outcomes that everything is measured on.
//! - [`source`]: named texts, the places in them, and what is wrong there.
//! - [`rulebook`]: the rule packs: arrangements, instruments, requirements, needs.
//! - [`document`]: documents as people send them, as text with positions.
//! - [`reading`]: from a document to what it declares, with the words that prove it.
//! - [`declaration`]: what a force declares, with its evidence looked up.
//! - [`assessment`]: the engine: findings with their whole explanation. No I/O.
//! - [`gate`]: what makes a check fail.
//! - [`result`]: what a check came to, as it is saved and read again.
//! - [`checklists`]: the built-in rule packs.
//! - [`proof`]: the rules' own proof: their examples, changed rules, rules as logic.
//! - [`report`]: assessments as people and programs read them. Decides nothing.
//! - [`project`]: a project's settings, `msacheck.toml`.
//! - [`cli`]: the command line.
//!
//! ```
//! use msacheck::checklists;
//! use msacheck::standing::Strength;
//!
//! let rulebook = checklists::rulebook().expect("the built-in rules have no faults");
//! let notify = &rulebook.versions("act-2015/s52-notify")[0];
//! assert_eq!(notify.strength, Strength::Duty);
//! ```

pub mod assessment;
pub mod checklists;
pub mod cli;
pub mod declaration;
pub mod document;
pub mod gate;
pub mod project;
pub mod proof;
pub mod reading;
pub mod report;
pub mod result;
pub mod rulebook;
pub mod source;
pub mod standing;
