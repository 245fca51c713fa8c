//! One question after the other: what is asked next, where somebody goes back, what is left open.

use std::collections::BTreeSet;

use super::open::OpenDeclaration;
use super::question::Question;
use crate::declaration::Value;
use crate::rulebook::{Field, FieldKind};
use crate::standing::State;

/// One thing that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// About which question, from 0.
    pub question: usize,
    /// What of it.
    pub of: Asked,
}

/// What is asked of an arrangement, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// How far it stands.
    State,
    /// A detail, by its place among those of the question.
    Detail(usize),
    /// Whether the list of a detail is whole.
    Whole(usize),
    /// Which words show it.
    Evidence,
}

/// The questions to one force, and how far somebody is with them.
#[derive(Clone, Debug)]
pub struct Interview<'a> {
    questions: Vec<Question<'a>>,
    again: bool,
    at: Option<Step>,
    before: Vec<Step>,
    answered: BTreeSet<Step>,
}

impl<'a> Interview<'a> {
    /// Questions in their order. What is answered in the file is asked `again`, or left out.
    #[must_use]
    pub fn new(questions: Vec<Question<'a>>, again: bool) -> Self {
        Self { questions, again, at: None, before: Vec::new(), answered: BTreeSet::new() }
    }

    /// All questions.
    #[must_use]
    pub fn questions(&self) -> &[Question<'a>] {
        &self.questions
    }

    /// The question that a step is about.
    #[must_use]
    pub fn question(&self, step: Step) -> Option<&Question<'a>> {
        self.questions.get(step.question)
    }

    /// The detail that a step is about.
    #[must_use]
    pub fn detail(&self, step: Step) -> Option<&'a Field> {
        match step.of {
            Asked::Detail(at) | Asked::Whole(at) => self.question(step)?.details.get(at).copied(),
            Asked::State | Asked::Evidence => None,
        }
    }

    /// How many of the questions are answered in a file.
    #[must_use]
    pub fn done(&self, open: &OpenDeclaration<'_>) -> usize {
        let stated = |question: &&Question<'_>| {
            open.state(&question.arrangement.id).is_some_and(|state| state != State::NotStated)
        };
        self.questions.iter().filter(stated).count()
    }

    /// Goes on to what is open next in a file; nothing where all is asked.
    pub fn next(&mut self, open: &OpenDeclaration<'_>) -> Option<Step> {
        let next = self.steps().find(|step| Some(*step) > self.at && self.is_open(*step, open))?;
        self.before.extend(self.at);
        self.at = Some(next);
        Some(next)
    }

    /// What is asked now, or was last.
    #[must_use]
    pub fn now(&self) -> Option<Step> {
        self.at
    }

    /// Marks what is asked now as answered.
    pub fn answered(&mut self) {
        self.answered.extend(self.at);
    }

    /// Goes back to what was asked before: whether there is such a thing.
    pub fn back(&mut self) -> bool {
        let before = self.before.pop();
        if before.is_some() {
            self.at = before;
        }
        before.is_some()
    }

    fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        self.questions.iter().enumerate().flat_map(|(question, own)| {
            let details = own.details.iter().enumerate().flat_map(|(at, field)| {
                let list = matches!(field.kind, FieldKind::List(_));
                std::iter::once(Asked::Detail(at)).chain(list.then_some(Asked::Whole(at)))
            });
            let asked = std::iter::once(Asked::State).chain(details).chain([Asked::Evidence]);
            asked.map(move |of| Step { question, of })
        })
    }

    fn is_open(&self, step: Step, open: &OpenDeclaration<'_>) -> bool {
        let Some(question) = self.question(step) else { return false };
        let declared = open.on(&question.arrangement.id);
        let state = declared.map_or(State::NotStated, |declared| declared.state);
        let value = self.detail(step).and_then(|field| declared?.value(field.id.as_str()));
        match step.of {
            Asked::State => self.again || state == State::NotStated,
            // Of what isn't there, no details are asked.
            Asked::Detail(_) => state >= State::Partial && (self.again || value.is_none()),
            Asked::Whole(at) => {
                let list = Step { question: step.question, of: Asked::Detail(at) };
                matches!(value, Some(Value::List { complete: false, .. }))
                    && self.answered.contains(&list)
            }
            Asked::Evidence => {
                state != State::NotStated
                    && !open.declaration().sources.is_empty()
                    && declared.is_none_or(|declared| declared.evidence.is_empty())
            }
        }
    }
}
