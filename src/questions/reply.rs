//! What somebody answers, as it is typed: a number or a word of what there is to choose, or words.

use super::interview::{Asked, Interview, Step};
use super::open::OpenDeclaration;
use crate::declaration::{Edit, Evidence, Value, When, entered};
use crate::rulebook::{FieldKind, Vocabulary};
use crate::source::Fault;
use crate::standing::{Day, State, Words as _};

/// What an answer comes to.
#[derive(Clone, Debug)]
pub enum Reply {
    /// These changes.
    Edits(Vec<Edit>),
    /// It stays as it is, and the next question is asked.
    Skip,
    /// The question before is asked again.
    Back,
    /// Enough for now.
    Stop,
}

/// One of several answers to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word for it.
    pub word: String,
    /// What it means, where that must be said.
    pub meaning: Option<&'static str>,
    /// The state that it stands for, where it is one of an arrangement.
    pub state: Option<State>,
}

/// The words for not knowing, and for not saying.
const DONT_KNOW: &str = "don't know";
const WONT_SAY: &str = "won't say";

/// The states in the order in which they are offered, with the words that a person answers with.
#[must_use]
pub fn states() -> Vec<Choice> {
    let choice = |state: State| {
        let word = match state {
            State::NotStated => DONT_KNOW,
            State::Withheld => WONT_SAY,
            other => other.word(),
        };
        Choice { word: word.to_owned(), meaning: Some(state.meaning()), state: Some(state) }
    };
    let offered = [
        State::InPlace,
        State::Partial,
        State::Planned,
        State::Absent,
        State::NotStated,
        State::Withheld,
    ];
    offered.map(choice).to_vec()
}

impl Choice {
    /// The choice that is meant by a number, a word or its first letters.
    ///
    /// # Errors
    ///
    /// That none or several could be meant.
    pub fn of<'a>(typed: &str, choices: &'a [Self]) -> Result<&'a Self, Fault> {
        let word = chosen(typed, choices);
        let found = word.and_then(|word| choices.iter().find(|choice| choice.word == word));
        found.ok_or_else(|| no_choice(typed, choices))
    }
}

impl Interview<'_> {
    /// What there is to choose from; nothing where words are asked for.
    #[must_use]
    pub fn choices(&self, step: Step) -> Vec<Choice> {
        let words = |of: &[String]| of.iter().map(|word| plain(word)).collect::<Vec<_>>();
        let mut choices = match (step.of, self.detail(step).map(|field| &field.kind)) {
            (Asked::State, _) => return states(),
            (Asked::Detail(_), Some(FieldKind::YesNo)) => vec![plain("yes"), plain("no")],
            (Asked::Whole(_), _) => return vec![plain("yes"), plain("no")],
            (Asked::Detail(_), Some(FieldKind::Choice(of) | FieldKind::Ordered(of))) => words(of),
            _ => return Vec::new(),
        };
        choices.push(plain(DONT_KNOW));
        choices
    }

    /// What an answer to a step comes to.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn reply(
        &self,
        step: Step,
        typed: &str,
        open: &OpenDeclaration<'_>,
        vocabulary: &Vocabulary,
        today: Day,
    ) -> Result<Reply, Vec<Fault>> {
        let typed = typed.trim();
        match typed.to_lowercase().as_str() {
            "" | "skip" => return Ok(Reply::Skip),
            "<" | "back" => return Ok(Reply::Back),
            "." | "stop" => return Ok(Reply::Stop),
            _ => {}
        }
        let Some(question) = self.question(step) else { return Ok(Reply::Stop) };
        let of = question.arrangement.id.clone();
        let choices = self.choices(step);
        let typed = match choices.is_empty() {
            true => typed.to_owned(),
            false => Choice::of(typed, &choices).map_err(|fault| vec![fault])?.word.clone(),
        };
        let silent = matches!(typed.as_str(), "?" | DONT_KNOW);
        let edit = match (step.of, self.detail(step)) {
            (Asked::State, _) => {
                let state = choices.iter().find(|choice| choice.word == typed);
                let state = state.and_then(|choice| choice.state).unwrap_or(State::NotStated);
                Edit::State { of, state }
            }
            (Asked::Detail(_), Some(field)) => {
                let value = match silent {
                    true => None,
                    false => entered(&typed, false, field, vocabulary, today)?,
                };
                Edit::Detail { of, field: field.id.clone(), value }
            }
            (Asked::Whole(_), Some(field)) => {
                let said = open.on(&of).and_then(|own| own.value(field.id.as_str())).cloned();
                let Some(Value::List { items, .. }) = said else { return Ok(Reply::Skip) };
                let value = Some(Value::List { items, complete: typed == "yes" });
                Edit::Detail { of, field: field.id.clone(), value }
            }
            _ if silent => return Ok(Reply::Skip),
            _ => Edit::AddEvidence { of, evidence: evidence(&typed, open)? },
        };
        Ok(Reply::Edits(vec![edit]))
    }
}

fn plain(word: &str) -> Choice {
    Choice { word: word.to_owned(), meaning: None, state: None }
}

/// The word of a choice by its number, its first letters or what is typed for short.
fn chosen(typed: &str, choices: &[Choice]) -> Option<String> {
    let typed = match typed {
        "?" => DONT_KNOW.to_owned(),
        "!" => WONT_SAY.to_owned(),
        other => other.to_lowercase().replace('’', "'"),
    };
    if let Ok(number) = typed.parse::<usize>() {
        let numbered = choices.get(number.checked_sub(1)?);
        // Of words that are figures the word counts.
        let word = choices.iter().find(|choice| choice.word == typed);
        return word.or(numbered).map(|choice| choice.word.clone());
    }
    let exact = |choice: &&Choice| {
        choice.word.to_lowercase() == typed
            || choice.state.is_some_and(|state| state.word() == typed)
    };
    if let Some(found) = choices.iter().find(exact) {
        return Some(found.word.clone());
    }
    let mut begun = choices.iter().filter(|choice| choice.word.to_lowercase().starts_with(&typed));
    match (begun.next(), begun.next()) {
        (Some(only), None) => Some(only.word.clone()),
        _ => None,
    }
}

fn no_choice(typed: &str, choices: &[Choice]) -> Fault {
    let words: Vec<String> = choices.iter().map(|choice| format!("\"{}\"", choice.word)).collect();
    Fault::whole("answer::refused", format!("`{typed}` is none of the answers")).help(format!(
        "a number from 1 to {}, or one of {}",
        choices.len(),
        words.join(", ")
    ))
}

/// Evidence as it is typed: "foi: the words", where there is one source alone "the words".
fn evidence(typed: &str, open: &OpenDeclaration<'_>) -> Result<Evidence, Vec<Fault>> {
    let sources = &open.declaration().sources;
    let named = typed.split_once(':').and_then(|(id, words)| {
        let source = sources.iter().find(|source| source.id.as_str() == id.trim())?;
        Some((source, words.trim()))
    });
    let only = match sources.as_slice() {
        [only] => Some((only, typed)),
        _ => None,
    };
    let Some((source, words)) = named.or(only) else {
        let ids: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
        let message = "of which source are these words?".to_owned();
        let help = format!("write it before them, as `{}: the words`", ids.join("` or `"));
        return Err(vec![Fault::whole("answer::refused", message).help(help)]);
    };
    let quote = words.trim_matches(['"', '“', '”']);
    Ok(Evidence {
        source: source.id.clone(),
        quote: (!quote.is_empty()).then(|| quote.to_owned()),
        found: None,
        unseen: false,
        page: None,
        line: None,
        when: When::Unsaid,
    })
}
