//! msacheck: what a police force declares against modern slavery, held against what the
//! Government's human trafficking strategy (2011), the Modern Slavery Strategy (2014) and the
//! Modern Slavery Act 2015 ask of it.
//!
//! The map, in the order in which data flows: a module imports from those above it, and from which of
//! them stands in `ARCHITECTURE.md`.
//!
//! - [`standing`]: the chain of states and outcomes that everything is measured on.
//! - [`source`]: named texts, the places in them, and what is wrong there.
//! - [`output`]: files written whole or not at all.
//! - [`by_hand`]: TOML that people write by hand, changed in places.
//! - [`rulebook`]: the rule packs: arrangements, instruments, requirements, needs.
//! - [`document`]: documents as people send them, as text with positions.
//! - [`reading`]: from a document to what it declares, with the words that prove it.
//! - [`decisions`]: what people decided about passages of papers.
//! - [`declaration`]: what a force declares, with its evidence looked up.
//! - [`lint`]: what is wrong with a document itself, at its line, with the fix.
//! - [`assessment`]: the engine: findings with their whole explanation. No I/O.
//! - [`gate`]: what makes a check fail.
//! - [`actions`]: what somebody does about gaps, and by when. Changes no outcome and no gate.
//! - [`result`]: what a check came to, as it is saved and read again.
//! - [`compare`]: many assessments side by side: what changed, and the matrix.
//! - [`plan`]: what to change, in which order, for requirements to be met. Pure.
//! - [`checklists`]: the built-in rule packs.
//! - [`proof`]: the rules' own proof: their examples, changed rules, rules as logic.
//! - [`report`]: assessments as people and programs read them. Decides nothing.
//! - [`project`]: a project's settings, `msacheck.toml`.
//! - [`check`]: the check itself, as every front end calls it: inputs to result.
//! - [`record`]: a check that is kept so that it can be made again.
//! - [`questions`]: what is asked of a force, its answers saved, and what they change.
//! - [`review`]: passages of papers that somebody decides, kept and put into a declaration.
//! - [`serve`]: pages to work on, in a browser on one's own machine.
//! - [`lsp`]: a language server: the same while a text is being written.
//! - [`cli`]: the command line.
//!
//! `serve`, `lsp`, PDFs and workbooks of Excel can be left out, each a feature: `pages`, `editor`, `pdf`, `workbooks`.
//!
//! A declaration is checked with [`check::Check`]:
//!
//! ```
//! # fn main() -> Result<(), Vec<msacheck::source::Fault>> {
//! use msacheck::check::{AskedRules, Check, Memory};
//! use msacheck::report::{ReportFormat, ReportOptions};
//!
//! let declared = "[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = 2026-03-31\n\
//!                 [lead]\nstate = \"partial\"\ncapacity = \"part-time\"\n";
//! let files = Memory::new().with("northmarch.toml", declared);
//! let rules = AskedRules::built_in()?;
//! let today = "2026-11-28".parse().expect("a day");
//! let checked = Check::new(&rules, &files, today).run(&["northmarch.toml".into()])?;
//! let northmarch = &checked.result.assessments[0].assessment;
//! let lead = northmarch.finding("strategy-2014/pursue-lead").expect("a rule on leads");
//! assert_eq!(lead.outcome.to_string(), "partly met");
//! let markdown = ReportFormat::named("markdown").expect("a format");
//! let report = (markdown.render)(&checked.result, ReportOptions::default()).expect("a report");
//! assert!(String::from_utf8_lossy(&report).contains("lead is partial: part-time"));
//! # Ok(())
//! # }
//! ```
//!
//! A paper is read from its bytes:
//!
//! ```
//! # fn main() -> Result<(), Vec<msacheck::source::Fault>> {
//! use msacheck::check::{AskedRules, PaperReader};
//!
//! let rules = AskedRules::built_in()?;
//! let papers = PaperReader::new(&rules, "2026-11-28".parse().expect("a day"))?;
//! let paper = b"Northmarch Police has no dedicated coordinator for modern slavery.";
//! let read = papers.read_bytes("answer.txt", paper, Some("northmarch")).map_err(|fault| vec![fault])?;
//! let coordinator = &read.reading.arrangements[0];
//! assert_eq!(coordinator.arrangement.as_str(), "coordinator");
//! assert_eq!(coordinator.state, msacheck::standing::State::Absent);
//! # Ok(())
//! # }
//! ```

#![cfg_attr(
    not(all(feature = "editor", feature = "pages", feature = "pdf", feature = "workbooks")),
    allow(
        dead_code,
        unused_imports,
        rustdoc::broken_intra_doc_links,
        reason = "what has need of it, or it speaks of, may be left out"
    )
)]

pub mod actions;
pub mod assessment;
pub mod by_hand;
pub mod check;
pub mod checklists;
pub mod cli;
pub mod compare;
pub mod decisions;
pub mod declaration;
pub mod document;
pub mod gate;
pub mod lint;
#[cfg(feature = "editor")]
pub mod lsp;
pub mod output;
pub mod plan;
pub mod project;
pub mod proof;
pub mod questions;
pub mod reading;
pub mod record;
pub mod report;
pub mod result;
pub mod review;
pub mod rulebook;
#[cfg(feature = "pages")]
pub mod serve;
pub mod source;
pub mod standing;
