//! Reading a document from its sentences to what it declares.

use super::actor::{ForceName, Who};
use super::brake::brake;
use super::corrected::take_back;
use super::filled::Filled;
use super::hints::with_suggestions;
use super::mail::hand_over_older;
use super::reader::{Reader, Scratch};
use super::resolve::{self, ArrangementRead};
use super::sentence::Sentence;
use super::statement::Statement;
use super::suggest::{Weighable, weighable};
use super::voice::Speaker;
use super::wished::hand_over_wished;
use super::{advert, speaker, statements, structure, then, title};
use crate::document::Document;
use crate::rulebook::PoliceForce;

const ANOTHERS_PAPER: &str =
    "the head of the paper names another force, and nothing in it the one that it is read for";
const NOBODYS_PAPER: &str = "the paper doesn't show whose it is";

/// What a document declares.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The force that it speaks for, where it names one that is known.
    pub force: Option<PoliceForce>,
    /// The name of the force, as the paper has it, where no table knows it.
    pub force_name: Option<String>,
    /// Whether it speaks for a force at all.
    pub speaks: bool,
    /// What it declares, in the order of the rulebook's arrangements.
    pub arrangements: Vec<ArrangementRead>,
    /// Every cue with what was made of it, in reading order.
    pub statements: Vec<Statement>,
    /// Whether there are more than are told apart: what it declares isn't known then.
    pub overfull: bool,
}

impl Reader {
    /// Reads a document. `force` is the force that it is read for, where that is known: its id, its
    /// name or any name.
    #[must_use]
    pub fn read(&self, document: &Document, force: Option<&str>, scratch: &mut Scratch) -> Reading {
        self.read_and_tell(document, force, scratch, None)
    }

    /// The sentences of a document as weights are learnt from them: see [`read`](Self::read).
    #[must_use]
    pub fn weighable(
        &self,
        document: &Document,
        force: Option<&str>,
        scratch: &mut Scratch,
    ) -> Vec<Weighable> {
        let mut told = Vec::new();
        let _ = self.read_and_tell(document, force, scratch, Some(&mut told));
        told
    }

    fn read_and_tell(
        &self,
        document: &Document,
        force: Option<&str>,
        scratch: &mut Scratch,
        told: Option<&mut Vec<Weighable>>,
    ) -> Reading {
        scratch.words.tidy();
        let filled = Filled::of(document, &self.grids);
        let sentences = structure::sentences(document, &filled.chosen, self, scratch);
        let slavery =
            sentences.iter().any(|sentence| !sentence.all(self.classes.slavery).is_empty());
        if !slavery {
            return Reading {
                force: None,
                force_name: None,
                speaks: false,
                arrangements: Vec::new(),
                statements: Vec::new(),
                overfull: false,
            };
        }
        let force_given = force.is_some();
        let speaker = match force {
            Some(name) => self.speaker_named(name),
            None => speaker::find(&document.blocks, &sentences, self),
        };
        let (force, force_name) = match &speaker {
            Speaker::Force(ForceName::Known(at)) => (self.forces.get(*at).cloned(), None),
            Speaker::Force(name) => {
                (None, written(name, document, &sentences).or_else(|| force.map(str::to_owned)))
            }
            _ => (None, None),
        };
        let speaks = speaker != Speaker::Nobody;
        let statements = if speaks {
            let about = force_given
                && title::is_anothers(&speaker, &document.blocks, &sentences, self)
                || speaker::is_of_an_assembly(&sentences, self);
            let doubted = speaker == Speaker::Doubted;
            let anothers =
                force_given && title::is_another_forces(&speaker, &document.blocks, &sentences);
            let voice = speaker::voice(speaker, about, &sentences, self);
            let (mut statements, paper) =
                statements::find(document, sentences, &filled, &voice, self, scratch);
            if let Some(told) = told {
                *told = weighable(&paper, self, scratch);
            }
            brake(&mut statements, &paper, self, scratch);
            advert::take_for_planned(&mut statements, &paper, self);
            then::gives_way(&mut statements, &paper, self);
            take_back(&mut statements, &paper, document, self);
            hand_over_wished(&mut statements, &paper, document, self);
            hand_over_older(&mut statements, &paper.messages);
            if anothers {
                statements.iter_mut().for_each(|own| own.hand_over(ANOTHERS_PAPER));
            }
            if doubted {
                statements.iter_mut().for_each(|own| own.hand_over(NOBODYS_PAPER));
            }
            with_suggestions(statements, &paper, self, scratch)
        } else {
            Vec::new()
        };
        let arrangements = resolve::resolve(document, &statements, self);
        let overfull = statements.len() > statements::MOST;
        Reading { force, force_name, speaks, arrangements, statements, overfull }
    }

    /// Makes what a document declares anew out of its statements, some of which a person decided.
    pub fn resolve_again(&self, document: &Document, reading: &mut Reading) {
        reading.arrangements = resolve::resolve(document, &reading.statements, self);
    }

    fn speaker_named(&self, name: &str) -> Speaker {
        let known = self.forces.iter().position(|force| force.is_called(name));
        let wanted = name.to_lowercase().replace('-', " ");
        let bare = wanted.trim_end_matches(" police").trim_end_matches(" constabulary");
        Speaker::Force(match known {
            Some(at) => ForceName::Known(at),
            None => ForceName::Unknown(bare.to_owned()),
        })
    }
}

/// The name of a force as the paper first writes it.
fn written(name: &ForceName, document: &Document, sentences: &[Sentence]) -> Option<String> {
    let who = Who::Force(name.clone());
    sentences.iter().find_map(|sentence| {
        let actor = sentence.actors.iter().find(|actor| actor.who == who)?;
        let text = document.blocks.get(sentence.block)?.text().get(sentence.place(&actor.span))?;
        Some(text.to_owned())
    })
}
