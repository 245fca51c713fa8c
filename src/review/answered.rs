//! What somebody answers about a passage, as it is typed.

use super::round::Asked;
use crate::questions::{Choice, states};
use crate::source::Fault;
use crate::standing::State;

/// What an answer comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The passage states this, or it says nothing, for this reason.
    Made(Result<State, String>),
    /// It says nothing, and why is still to be asked.
    Why,
    /// The paragraph around it is to be shown.
    More,
    /// It stays open.
    Skip,
    /// The passage before is asked about again.
    Back,
    /// Enough for now.
    Stop,
}

const REJECT: &str = "reject";

/// What there is to choose from: the states that words can give, and that they say nothing.
#[must_use]
pub fn choices() -> Vec<Choice> {
    let mut all = states();
    all.retain(|choice| choice.state != Some(State::NotStated));
    let meaning = "it says nothing of what the force has; then say why";
    all.push(Choice { word: REJECT.to_owned(), meaning: Some(meaning), state: None });
    all
}

/// What an answer about a passage comes to.
///
/// # Errors
///
/// What is wrong with it.
pub fn answered(typed: &str, asked: &Asked<'_>) -> Result<Answered, Fault> {
    let typed = typed.trim();
    Ok(match typed.to_lowercase().as_str() {
        "" | "skip" => Answered::Skip,
        "<" | "back" => Answered::Back,
        "." | "stop" => Answered::Stop,
        "?" | "more" => Answered::More,
        "a" | "accept" => match asked.passage.suggested() {
            Some(state) => Answered::Made(Ok(state)),
            None => {
                let help = "say what they state: a number or a word of those below the passage";
                return Err(refused("what these words state is open").help(help));
            }
        },
        "=" | "again" => match asked.before {
            Some(before) => Answered::Made(before.state.ok_or_else(|| {
                before.reason.clone().unwrap_or_else(|| "as in the paper before".to_owned())
            })),
            None => return Err(refused("nothing was decided about these words before")),
        },
        _ => {
            // A reason may stand behind the word, on one line.
            let (word, reason) = match typed.split_once(':') {
                Some((word, reason)) => (word.trim(), reason.trim()),
                None => (typed, ""),
            };
            let choices = choices();
            let chosen = Choice::of(word, &choices)?;
            match chosen.state {
                Some(_) if !reason.is_empty() => {
                    let help = "reasons are kept with what is rejected alone";
                    return Err(refused(&format!("`{}` takes no reason", chosen.word)).help(help));
                }
                Some(state) => Answered::Made(Ok(state)),
                None if reason.is_empty() => Answered::Why,
                None => Answered::Made(Err(reason.to_owned())),
            }
        }
    })
}

fn refused(message: &str) -> Fault {
    Fault::whole("answer::refused", message)
}
