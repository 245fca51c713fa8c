//! Notices of vacancies: what they say that somebody will do, nobody does yet.

use super::ground::Ground;
use super::heard::Heard;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use crate::standing::State;

const ADVERTISED: &str = "it stands in a notice of a vacancy: nobody need have the post yet";

/// In so many of its first blocks a paper says that it is such a notice.
const TOP: usize = 6;
/// The longest sentence that says so.
const TITLE: usize = 20;

/// Hands to a person what a notice of a vacancy says to be there, and what anywhere the holder of a post is to do.
pub(super) fn hand_over(statements: &mut [Statement], paper: &Heard, reader: &Reader) {
    let classes = &reader.classes;
    let has = |sentence: &Sentence, class| sentence.has(class, &(0..sentence.len()));
    let titled = paper.sentences.iter().take_while(|own| own.block < TOP);
    let is_advert = titled.clone().any(|own| own.len() <= TITLE && has(own, classes.advert))
        && paper.sentences.iter().any(|own| has(own, classes.applies));
    for statement in statements {
        let Some(sentence) = paper.sentences.get(statement.number) else { continue };
        let duties = has(sentence, classes.applicant) && has(sentence, classes.infinitive);
        // "… will brief the force lead, Superintendent Okafor": who holds another post does so now.
        let stands = match statement.upshot {
            Upshot::State(State::Partial | State::InPlace, ground) => ground != Ground::Titled,
            _ => false,
        };
        if stands && (is_advert || duties) {
            statement.hand_over(ADVERTISED);
        }
    }
}
