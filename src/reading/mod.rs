//! From a document to statements: what it declares about each arrangement, with the words that
//! prove it.
//!
//! The text becomes sentences; cues in them name arrangements; modifiers in scope of a cue say
//! whether it stands, is planned, denied, another body's, or only asked about (the idea of ConText:
//! Harkema and others 2009). Each cue becomes a statement or the reason why it is none, and the
//! statements of a document are resolved into one state for each arrangement. Cues and modifiers
//! are data: see `rules/context.toml` and `[reading]` in each arrangement's file.

mod about;
mod actor;
mod actors;
mod advert;
mod alternatives;
mod answers;
mod boxes;
mod brake;
mod choices;
mod chosen;
mod clauses;
mod context;
mod corrected;
mod crossed;
mod cue_reading;
mod cue_statement;
mod cues;
mod dates;
mod denied;
mod document;
mod filled;
mod following;
mod grid;
mod grid_answers;
mod grid_asides;
mod grid_beside;
mod grid_bodies;
mod grid_cell;
mod grid_counts;
mod grid_entries;
mod grid_heads;
mod grid_kind;
mod grid_lines;
mod grid_remarks;
mod grid_rows;
mod grid_said;
mod grid_tasks;
mod grid_topics;
mod grid_turned;
mod ground;
mod handed;
mod heard;
mod hints;
mod index;
mod indirect;
mod judge;
mod kind;
mod legend;
mod legend_code;
mod legend_meaning;
mod lettered;
mod licence;
mod mail;
mod matcher;
mod minuted;
mod named;
mod neighbours;
mod note_says;
mod notes;
mod number_leads;
mod numbered;
mod owner;
mod patterns;
mod phrasebook;
mod prepared;
mod read;
mod reader;
mod resolve;
mod scale;
mod scope;
mod sentence;
mod sentence_ends;
mod short_forms;
mod speaker;
mod statement;
mod statements;
mod status;
mod structure;
mod suggest;
mod title;
mod tokens;
mod unanswered;
mod verbs;
mod voice;
mod weigh;
mod whose;
mod wished;
mod within_table;
mod words;

pub use dates::{Dated, Mentioned, TypedDate, date, dates_in, typed_date};
pub use document::ReadDocument;
pub use ground::Ground;
pub use phrasebook::{Hit, Phrasebook, Phrased, Room, UnreadyBook, Word, WordForm};
pub use read::Reading;
pub use reader::{Reader, Scratch};
pub use resolve::{ArrangementRead, Passage};
pub use statement::{Silence, Statement, Upshot};
pub use suggest::Weighable;
pub use whose::Step;
