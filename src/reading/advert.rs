//! Notices of vacancies: what they say that somebody will do, nobody does yet.

use std::collections::BTreeSet;

use super::ground::Ground;
use super::heard::Heard;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use crate::rulebook::{AnsweredBy, ArrangementId};
use crate::standing::State;

const ADVERTISED: &str = "it stands in a notice of a vacancy: nobody need have the post yet";

/// In so many of its first blocks a paper says that it is such a notice.
const TOP: usize = 6;
/// The longest sentence that says so.
const TITLE: usize = 20;

/// Takes a post that a notice of a vacancy names for planned, and hands what else it says to a person; so anywhere what the
/// holder of a post is to do. What is taken for granted there ("brief the force lead") or said of the force itself stands.
pub(super) fn take_for_planned(statements: &mut [Statement], paper: &Heard, reader: &Reader) {
    let classes = &reader.classes;
    let has = |sentence: &Sentence, class| sentence.has(class, &(0..sentence.len()));
    let titled = paper.sentences.iter().take_while(|own| own.block < TOP);
    let is_advert = titled.clone().any(|own| own.len() <= TITLE && has(own, classes.advert))
        && paper.sentences.iter().any(|own| has(own, classes.applies));
    let granted = |own: &Statement| match own.upshot {
        Upshot::State(State::Partial | State::InPlace, ground) => {
            ground == Ground::Titled || own.presupposed
        }
        _ => false,
    };
    let stands: BTreeSet<ArrangementId> =
        statements.iter().filter(|own| granted(own)).map(|own| own.arrangement.clone()).collect();
    for statement in statements {
        let Some(sentence) = paper.sentences.get(statement.number) else { continue };
        let duties = has(sentence, classes.applicant) && has(sentence, classes.infinitive);
        let Upshot::State(State::Partial | State::InPlace, ground) = statement.upshot else {
            continue;
        };
        // "We chair the partnership": who advertises may say so of what there is.
        let said = ground == Ground::Asserted && !duties && has(sentence, classes.we);
        if granted(statement) || said || !(is_advert || duties) {
            continue;
        }
        let a_post = reader.answered_by(&statement.arrangement, AnsweredBy::Rank);
        if is_advert && a_post && !stands.contains(&statement.arrangement) {
            statement.upshot = Upshot::State(State::Planned, ground);
        } else {
            statement.hand_over(ADVERTISED);
        }
    }
}
