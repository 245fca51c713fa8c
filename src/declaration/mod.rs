//! What a force declares: its arrangements, how far each stands, and the evidence.
//!
//! A declaration is a TOML file. Loading checks it against the vocabulary of the rulebook and
//! looks its quotes up in their sources, so that every [`Declaration`] is one that can be assessed.
//! What was read out of a document is one as well, and several of one force merge into one.

mod address;
mod answer;
mod apart;
mod comment;
mod contradiction;
mod dated;
mod details;
mod draft;
mod edit;
mod entered;
mod evidence;
mod force;
mod form;
mod future;
mod judgement;
mod load;
mod merge;
mod newest;
mod none;
mod own_files;
mod paper;
mod paper_list;
mod paper_text;
mod searched;
mod sheet;
mod source_text;
mod sources;
mod template;
mod undecided;
mod unseen;
mod value;
mod when;
mod write;

pub use answer::{Answer, Clock, answer};
pub use apart::values_apart;
pub use contradiction::{Contradiction, Input, Said, Why};
pub use dated::{ByDate, SameDay, by_date, latest};
pub use draft::{Drafted, Remark, draft};
pub use edit::{Edit, NewJudgement, edited};
pub use entered::{entered, entered_date, given_details};
pub use evidence::{Evidence, Information, SourceDocument, SourceId};
pub use force::{Force, force_id, read_attributes};
pub use form::Form;
pub use judgement::{JudgedAs, Judgement, called_now, check_judgements};
pub use load::{load, read_arrangements};
pub use merge::{hold_against_sources, merge};
pub use none::{NoneCame, none_came, read_none};
pub use own_files::{is_own_kind, own_file};
pub use paper::Paper;
pub use paper_list::{ListedPaper, PaperList};
pub use sheet::{
    Answered, Column, FilledSheet, FormSheet, Offers, Row, Shows, filled_sheets, form_sheet,
    guarded, is_form,
};

pub use source_text::source_text;
pub use sources::{NoSources, Sources};
pub use template::template;
pub use undecided::Undecided;
pub use value::{Amount, Value, read_value};
pub use when::When;
pub use write::write;

use std::collections::BTreeMap;
use std::sync::Arc;

use evidence::basis_of;

use crate::rulebook::{ArrangementId, FieldId};
use crate::source::{Located, Span, Text};
use crate::standing::{Basis, PartialDate, State};

/// What one force declares at one date.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// The file that it was read from; of several, the latest.
    pub text: Arc<Text>,
    /// Every file that it comes from, the latest first.
    pub inputs: Vec<Input>,
    /// The force that it speaks for.
    pub force: Force,
    /// The documents that its evidence comes from.
    pub sources: Vec<SourceDocument>,
    /// What it says of each arrangement; one that isn't here isn't stated.
    pub declared: BTreeMap<ArrangementId, Declared>,
    /// Quoted facts of no arrangement.
    pub information: Vec<Information>,
    /// Where its inputs don't agree.
    pub contradictions: Vec<Contradiction>,
    /// What its papers leave to a person.
    pub undecided: Vec<Undecided>,
    /// What inspectors find themselves.
    pub judgements: Vec<Judgement>,
    /// The inputs of other dates of the force that it was taken before, the newest first.
    pub passed_over: Vec<Input>,
}

/// What a declaration says of one arrangement.
#[derive(Clone, Debug)]
pub struct Declared {
    /// How far it stands.
    pub state: State,
    /// The state that is declared, where it doesn't count for want of a better basis.
    pub unbacked: Option<State>,
    /// Its fields, `since` among them.
    pub fields: BTreeMap<FieldId, Located<Value>>,
    /// What the force adds in its own words.
    pub note: Option<String>,
    /// Where the state comes from.
    pub evidence: Vec<Evidence>,
    /// The file that it was read from.
    pub text: Arc<Text>,
    /// The heading of its table in the file; in a document, where the words begin that say so.
    pub span: Span,
}

impl Declaration {
    /// What is said of an arrangement.
    #[must_use]
    pub fn on(&self, arrangement: &str) -> Option<&Declared> {
        self.declared.get(arrangement)
    }

    /// What is said of an arrangement, where it counts on the day assessed: a fact whose `since` lies
    /// after it doesn't.
    #[must_use]
    pub fn counting(&self, arrangement: &str, clock: Clock) -> Option<&Declared> {
        let declared = self.on(arrangement)?;
        let begun = |since| clock.latest_since(since) <= clock.assessed;
        declared.since().is_none_or(begun).then_some(declared)
    }

    /// The same declaration where a state counts from a basis on: one with a weaker basis counts as
    /// not stated, but for an `absent`, which stays, and that none came doesn't count. Details stay as
    /// they are.
    #[must_use]
    pub fn backed_by(mut self, least: Basis) -> Self {
        for declared in self.declared.values_mut() {
            if declared.state > State::NotStated && declared.basis() < least {
                declared.unbacked = Some(declared.state);
                declared.state = State::NotStated;
            }
        }
        for none in &mut self.force.none {
            none.unbacked |= none.basis() < least;
        }
        self
    }
}

impl Declared {
    /// The value of a field.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.fields.get(field).map(|found| &found.value)
    }

    /// Since when it stands so.
    #[must_use]
    pub fn since(&self) -> Option<PartialDate> {
        match self.value(FieldId::SINCE) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// How well it is backed: by the best of its evidence.
    #[must_use]
    pub fn basis(&self) -> Basis {
        basis_of(&self.evidence)
    }
}
